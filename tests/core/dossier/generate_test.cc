#include "core/dossier/generate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
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

// Of each option nothing else changes than what it is for.
TEST(GenerateTest, EveryOptionDoesOneThing) {
  const GenerateOptions base{.events = 200, .actors = 16, .seed = 4};
  const Dossier dossier = ReadValid(Generated(base));
  const Dossier more = ReadValid(Generated({.events = 201, .actors = 16, .seed = 4}));
  EXPECT_EQ(more.events().size(), 201u);
  EXPECT_EQ(more.actors().size(), 16u);
  const Dossier crowd = ReadValid(Generated({.events = 200, .actors = 17, .seed = 4}));
  EXPECT_EQ(crowd.events().size(), 200u);
  EXPECT_EQ(crowd.actors().size(), 17u);
  for (size_t i = 0; i < 16; ++i) EXPECT_EQ(crowd.actors()[i].kind, dossier.actors()[i].kind);
  const Dossier other = ReadValid(Generated({.events = 200, .actors = 16, .seed = 5}));
  size_t same_days = 0;
  for (size_t i = 0; i < 200; ++i) {
    same_days += other.events()[i].date.edtf == dossier.events()[i].date.edtf ? 1 : 0;
  }
  EXPECT_LT(same_days, 20u) << "other dates from another seed";
}

// A million events are in order of time from 1990 to the end of 2021, whatever their number.
TEST(GenerateTest, SpreadsEventsOverItsYears) {
  for (const uint64_t events : {1u, 2u, 50u, 1000u}) {
    const Dossier dossier = ReadValid(Generated({.events = events, .actors = 3, .seed = events}));
    Seconds last = kTimeMin;
    for (const Event& event : dossier.events()) {
      const std::string_view date = event.date.edtf;
      if (date.size() < 10 || date[0] == '[') continue;  // known to a month or a year only
      const Seconds day = ResolveEdtf(date.substr(0, 10)).value().earliest();
      EXPECT_GE(day, last) << event.id;
      last = day;
    }
    EXPECT_GE(dossier.extent().earliest, EndOf("1989"));
    // An interval, or what was reported of it, may go on a little.
    EXPECT_LE(dossier.EventsByTime().empty() ? 0 : last, EndOf("2021-12-31"));
    if (events >= 50) {
      EXPECT_GE(last, EndOf("2021-10"));
    }
  }
}

// No move answers a later one, itself, or nobody; nobody makes a move towards themselves.
TEST(GenerateTest, MovesMakeSense) {
  for (const uint64_t actors : {2u, 3u, 40u}) {
    const Dossier dossier = ReadValid(Generated({.events = 700, .actors = actors, .seed = 8}));
    ASSERT_GT(dossier.moves().size(), 300u);
    std::array<int, kPloverTypeCount> of_type{};
    for (Index i = 0; i < dossier.moves().size(); ++i) {
      const Move& move = dossier.moves()[i];
      ASSERT_EQ(move.by.size(), 1u);
      ASSERT_EQ(move.to.size(), 1u);
      ASSERT_NE(move.by[0], move.to[0]) << move.id;
      ASSERT_NE(move.event, kNone);
      for (const Index answered : move.replies_to) {
        ASSERT_LT(answered, i);
        ASSERT_GE(answered + 20, i) << "an answer comes soon";
        ASSERT_LE(dossier.moves()[answered].date.when.earliest(), move.date.when.earliest());
      }
      ++of_type[static_cast<size_t>(move.type)];
    }
    for (int type = 0; type < kPloverTypeCount; ++type) EXPECT_GT(of_type[type], 0) << type;
  }
}

// What is still to come on the dossier's date has been announced by then; nothing else is
// scheduled.
TEST(GenerateTest, SchedulesOnlyWhatIsToCome) {
  const Dossier dossier = ReadValid(Generated({.events = 1000, .actors = 5, .seed = 12}));
  const Seconds as_of_s = dossier.data().as_of.when.latest();
  int to_come = 0;
  for (const Event& event : dossier.events()) {
    if (event.status == Status::kScheduled) {
      ++to_come;
      EXPECT_TRUE(KnownAt(event.reported_s, as_of_s)) << event.id;
      EXPECT_GT(event.date.when.latest(), as_of_s) << event.id;
    }
    if (event.status == Status::kOngoing) {
      EXPECT_TRUE(event.date.when.Has(kOpenEnd)) << event.id;
    }
  }
  EXPECT_GT(to_come, 30);
}

// Past 250,000 events they say less, so that two million fit into 256 MiB, and come in pieces.
TEST(GenerateTest, SaysLessWhereThereAreMany) {
  uint64_t bytes = 0, most = 0;
  std::string begin;
  const GenerateOptions options{.events = 250'001, .actors = 9, .seed = 1};
  GenerateDossier(options, [&](std::string_view piece) {
    bytes += piece.size();
    most = std::max<uint64_t>(most, piece.size());
    if (begin.size() < 200'000) begin += piece;
  });
  EXPECT_LT(most, 128u * 1024) << "never all of it in memory";
  EXPECT_LT(bytes, 64u * 1024 * 1024) << "a million would fit";
  EXPECT_NE(begin.find("\"summary\":\"Number 7.\""), std::string::npos);
  EXPECT_EQ(begin.find("\"importance\":"), std::string::npos);
  const std::string few = Generated({.events = 20, .actors = 9, .seed = 1});
  EXPECT_NE(few.find("\"importance\":"), std::string::npos);
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
