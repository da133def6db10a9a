// What folding and lenses conserve, over dossiers of chance at many dates.
#include "core/graph/graph_scope.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "tests/core/graph/graph_scope_fixture.h"

namespace demarche {
namespace {

const char* const kYears[] = {"1980", "1993", "1999", "2004", "2010", "2022"};

uint64_t SumOf(const ScopedCounts& counts) {
  uint64_t sum = 0;
  for (const KeyCount& edge : counts.edges) sum += edge.moves;
  for (const uint32_t inner : counts.inner) sum += inner;
  return sum;
}

TEST(GraphScopeOfChance, FoldingLosesNoMove) {
  uint64_t inner = 0, merged = 0;
  for (uint64_t seed = 1; seed <= 12; ++seed) {
    const Dossier dossier = ChanceDossier(seed);
    std::vector<Lens> lenses = {{}, {LensKind::kTopic, 1}, {LensKind::kMeeting, 2}};
    for (const Lens& lens : lenses) {
      for (const char* year : kYears) {
        const ScopedCounts open = CountsOf(dossier, {lens}, Day(year));
        const ScopedCounts folded =
            CountsOf(dossier, {lens, People::kFolded, Members::kFolded}, Day(year));
        EXPECT_EQ(SumOf(folded), SumOf(open)) << "seed " << seed << " in " << year;
        merged += open.edges.size() - folded.edges.size();
        for (const uint32_t count : folded.inner) inner += count;
        for (const uint32_t count : open.inner) EXPECT_EQ(count, 0u);
      }
    }
  }
  EXPECT_GT(inner, 100u) << "moves between members";
  EXPECT_GT(merged, 100u) << "edges that became one";
}

TEST(GraphScopeOfChance, EachFoldedEdgeIsTheSumOfThoseOfItsMembers) {
  for (uint64_t seed = 1; seed <= 6; ++seed) {
    const Dossier dossier = ChanceDossier(seed);
    const std::vector<Index> sides = SidesOf(dossier);
    for (const char* year : kYears) {
      const std::vector<Index> nodes = NodesAt(dossier, sides, Members::kFolded, Day(year));
      const ScopedCounts open = CountsOf(dossier, {}, Day(year));
      for (const KeyCount& edge :
           CountsOf(dossier, {.lens = {}, .members = Members::kFolded}, Day(year)).edges) {
        uint32_t sum = 0;
        for (const KeyCount& part : open.edges) {
          const EdgeKey key{nodes[part.key.from], nodes[part.key.to], part.key.quad};
          if (key == edge.key) sum += part.moves;
        }
        EXPECT_EQ(edge.moves, sum);
      }
    }
  }
}

TEST(GraphScopeOfChance, TopicsAndWhatIsAboutNoneMakeUpTheWhole) {
  for (uint64_t seed = 1; seed <= 6; ++seed) {
    const Dossier dossier = ChanceDossier(seed);
    for (const Members members : kEveryMembers) {
      uint64_t of_topics = 0, of_none = 0;
      for (Index topic = 0; topic < 3; ++topic)
        of_topics += SumOf(CountsOf(dossier, {{LensKind::kTopic, topic}, {}, members}, kTimeMax));
      for (const EdgeBundle& bundle : BundlesAt(dossier, kTimeMax)) {
        for (const Index move : bundle.moves) of_none += dossier.moves()[move].topic == kNone;
      }
      EXPECT_EQ(of_topics + of_none, SumOf(CountsOf(dossier, {{}, {}, members}, kTimeMax)));
    }
  }
}

TEST(GraphScopeOfChance, PairsMakeUpTheWholeAndAnActorHasItsPairs) {
  for (uint64_t seed = 1; seed <= 4; ++seed) {
    const Dossier dossier = ChanceDossier(seed);
    const std::vector<Index> sides = SidesOf(dossier);
    const auto count = static_cast<Index>(sides.size());
    const uint64_t all = SumOf(CountsOf(dossier, {}, kTimeMax));
    uint64_t of_pairs = 0;
    std::vector<uint64_t> of_actor(count);
    for (Index a = 0; a < count; ++a) {
      for (Index b = a + 1; b < count; ++b) {
        if (sides[a] != a || sides[b] != b) continue;
        const uint64_t sum = SumOf(CountsOf(dossier, {{LensKind::kPair, a, b}}, kTimeMax));
        of_pairs += sum, of_actor[a] += sum, of_actor[b] += sum;
      }
    }
    EXPECT_EQ(of_pairs, all);
    for (Index a = 0; a < count; ++a) {
      if (sides[a] != a) continue;
      EXPECT_EQ(SumOf(CountsOf(dossier, {{LensKind::kActor, a}}, kTimeMax)), of_actor[a]);
    }
  }
}

TEST(GraphScopeOfChance, ABundleThatTheScopeDoesNotShowIsEmpty) {
  const Dossier dossier = ChanceDossier(1);
  const GraphScope pair{{LensKind::kPair, 0, 1}};
  for (const EdgeBundle& bundle : BundlesAt(dossier, kTimeMax)) {
    const EdgeKey& key = bundle.key;
    const bool of_pair = std::min(key.from, key.to) == 0 && std::max(key.from, key.to) == 1;
    EXPECT_EQ(BundleAt(dossier, pair, kTimeMax, key).moves.empty(), !of_pair);
    EXPECT_TRUE(BundleAt(dossier, {}, kTimeMin, key).moves.empty());
  }
  EXPECT_TRUE(BundleAt(dossier, {}, kTimeMax, {}).moves.empty());
}

TEST(GraphScopeOfChance, BundlesHoldTheMovesThatTheEdgesCount) {
  for (uint64_t seed = 1; seed <= 6; ++seed) {
    const Dossier dossier = ChanceDossier(seed);
    for (const Lens& lens : {Lens{}, Lens{LensKind::kTopic, 0}, Lens{LensKind::kPair, 0, 1},
                             Lens{LensKind::kActor, 5}, Lens{LensKind::kActor, 3}}) {
      for (const Members members : kEveryMembers) {
        const GraphScope scope{lens, {}, members};
        const std::vector<KeyCount> edges = CountsOf(dossier, scope, Day("2010")).edges;
        const std::vector<EdgeBundle> bundles = BundlesAt(dossier, scope, Day("2010"));
        ASSERT_EQ(bundles.size(), edges.size());
        for (size_t i = 0; i < edges.size(); ++i) {
          EXPECT_EQ(bundles[i].key, edges[i].key);
          const std::vector<Index>& moves = bundles[i].moves;
          EXPECT_EQ(std::set<Index>(moves.begin(), moves.end()).size(), moves.size());
          EXPECT_EQ(bundles[i].count, edges[i].moves);
          EXPECT_LE(moves.size(), edges[i].moves);
          const EdgeBundle alone = BundleAt(dossier, scope, Day("2010"), edges[i].key);
          EXPECT_EQ(alone.moves, moves);
          EXPECT_EQ(alone.count, edges[i].moves);
          if (members != Members::kFolded) {
            EXPECT_EQ(moves.size(), edges[i].moves);
          }
        }
      }
    }
  }
}

TEST(GraphScope, OrganisationsWithinEachOtherAreFoldedIntoTheOutermostAndCirclesStay) {
  DossierSketch sketch;
  const Index state = sketch.State("S", "State"), inner = sketch.Organisation("Inner"),
              outer = sketch.Organisation("Outer"), a = sketch.Organisation("A"),
              b = sketch.Organisation("B"),
              body = sketch.AddActor(ActorKind::kBody, "", "Body", "");
  sketch.AddTie(state, inner, TieKind::kMember);
  sketch.AddTie(inner, outer, TieKind::kMember);
  sketch.AddTie(a, b, TieKind::kMember);
  sketch.AddTie(b, a, TieKind::kMember);
  sketch.AddTie(outer, body, TieKind::kMember);
  const Dossier dossier = sketch.Build();
  const std::vector<Index> nodes = NodesAt(dossier, SidesOf(dossier), Members::kFolded, kTimeMax);
  EXPECT_EQ(nodes, (std::vector<Index>{outer, outer, outer, a, b, body}))
      << "who sits in a body is not part of it";
}

}  // namespace
}  // namespace demarche
