#include "core/graph/graph_evidence.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "core/dossier/generate.h"
#include "core/reader/dossier_reader.h"
#include "tests/core/graph/graph_fixture.h"

namespace demarche {
namespace {

Dossier Generated() {
  std::string json;
  GenerateDossier({.events = 300, .actors = 12, .seed = 4},
                  [&json](std::string_view piece) { json += piece; });
  return std::move(*ReadDossier(json, "generated.json").dossier);
}

TEST(GraphEvidence, CountsAtEveryDateWhatTheBundlesHold) {
  const Dossier dossier = Generated();
  const GraphEvidence evidence(dossier);
  size_t seen = 0;
  std::vector<Seconds> dates = {kTimeMin, kTimeMax};
  for (const Seconds day : dossier.ChangeDays()) dates.push_back(day);
  for (const Seconds as_of_s : dates) {
    const std::vector<EdgeBundle> bundles = BundlesAt(dossier, as_of_s);
    std::vector<bool> has_spoken(dossier.actors().size());
    size_t next = 0;
    for (size_t key = 0; key < evidence.keys().size(); ++key) {
      const uint32_t count = evidence.CountAt(key, as_of_s);
      if (count == 0) continue;
      ASSERT_LT(next, bundles.size());
      EXPECT_EQ(evidence.keys()[key], bundles[next].key);
      EXPECT_EQ(count, bundles[next].moves.size());
      for (const Index move : bundles[next].moves) {
        for (const Index actor : dossier.moves()[move].by) has_spoken[actor] = true;
      }
      seen += count;
      ++next;
    }
    EXPECT_EQ(next, bundles.size());
    for (Index i = 0; i < has_spoken.size(); ++i)
      EXPECT_EQ(evidence.HasSpoken(i, as_of_s), has_spoken[i]);
  }
  EXPECT_GT(seen, 1000u);
}

TEST(GraphEvidence, PairsCountTheMovesOfBothWays) {
  DossierSketch sketch;
  const Index us = sketch.State("US", "United States"), ru = sketch.State("RU", "Russia"),
              ua = sketch.State("UA", "Ukraine");
  sketch.AddMove({us}, {ru}, PloverType::kConsult, "2022-01-10");
  sketch.AddMove({ru}, {us}, PloverType::kReject, "2022-01-12");
  sketch.AddMove({ua}, {ru}, PloverType::kConsult, "2022-01-12", "2022-01-20");
  const Dossier dossier = sketch.Build();
  const GraphEvidence evidence(dossier);
  ASSERT_EQ(evidence.pairs().size(), 2u);
  EXPECT_EQ(evidence.pairs()[0].moves, 2u);
  EXPECT_EQ(evidence.pairs()[1].a, ru);
  EXPECT_EQ(evidence.pairs()[1].b, ua);
  EXPECT_FALSE(evidence.HasSpoken(ua, Day("2022-01-19")));
  EXPECT_TRUE(evidence.HasSpoken(ua, Day("2022-01-20")));
}

}  // namespace
}  // namespace demarche
