#include "core/dossier/generate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/base/random.h"
#include "core/dossier/as_of.h"
#include "tests/core/dossier/sample_dossier.h"

namespace demarche {
namespace {

std::string Generated(const GenerateOptions& options) {
  std::string json;
  GenerateDossier(options, [&json](std::string_view piece) { json += piece; });
  return json;
}

TEST(GenerateTest, IsValidAtAnySize) {
  const GenerateOptions kCases[] = {{0, 0, 1}, {0, 5, 1}, {5, 0, 1},     {5, 1, 1},
                                    {5, 2, 1}, {1, 9, 7}, {2000, 40, 0}, {500, 9, UINT64_MAX}};
  for (const GenerateOptions& options : kCases) {
    const ReadResult read = ReadDossier(Generated(options), "generated.json");
    EXPECT_EQ(FindingsText(read.findings), "") << options.events << ' ' << options.actors;
    ASSERT_TRUE(read.dossier.has_value());
    EXPECT_EQ(read.dossier->events().size(), options.events);
    EXPECT_EQ(read.dossier->actors().size(), options.actors);
  }
}

TEST(GenerateTest, SameSeedSameBytes) {
  EXPECT_EQ(Generated({300, 12, 5}), Generated({300, 12, 5}));
  EXPECT_NE(Generated({300, 12, 5}), Generated({300, 12, 6}));
}

// The bytes themselves, so that they are the same on every machine and stay so. A change of them is
// no mistake, but measurements before and after it are of different dossiers.
TEST(GenerateTest, BytesAreAsTheGoldenHasThem) {
  const std::string json = Generated({.events = 12, .actors = 9, .seed = 2022});
  ExpectGolden("tests/core/dossier/golden/generated.json", json);
}

TEST(GenerateTest, LooksLikeARealOne) {
  const Dossier dossier = ReadValid(Generated({5000, 40, 3}));
  size_t replies = 0, uncertain = 0, late = 0, scheduled = 0, same_day = 0;
  for (const Move& move : dossier.moves()) replies += move.replies_to.size();
  Seconds last_s = kTimeMin;
  for (const Event& event : dossier.events()) {
    const When& when = event.date.when;
    uncertain += when.flags != 0 || when.precision != Precision::kDay ? 1 : 0;
    late += event.reported_s > when.latest() ? 1 : 0;
    scheduled += event.status == Status::kScheduled ? 1 : 0;
    same_day += when.earliest() == last_s ? 1 : 0;
    last_s = when.earliest();
  }
  EXPECT_GT(dossier.moves().size(), 2000u);
  EXPECT_GT(replies, 500u);
  EXPECT_GT(uncertain, 500u);
  EXPECT_GT(late, 100u);
  EXPECT_GT(scheduled, 100u);
  EXPECT_GT(same_day, 1000u);  // bursts
  EXPECT_GT(dossier.extent().latest - dossier.extent().earliest, Seconds{30} * 365 * 86400);
  EXPECT_EQ(dossier.data().ties.size(), 40u);
}

TEST(RandomTest, IsTheSameEverywhere) {
  // The reference sequence of SplitMix64 for the seed 1234567.
  Random random(1234567);
  for (const uint64_t expected : {6457827717110365317u, 3203168211198807973u, 9817491932198370423u,
                                  4593380528125082431u, 16408922859458223821u}) {
    EXPECT_EQ(random.Next(), expected);
  }
  EXPECT_EQ(random.Below(0), 0u);
  for (int i = 0; i < 100; ++i) EXPECT_LT(random.Below(7), 7u);
}

}  // namespace
}  // namespace demarche
