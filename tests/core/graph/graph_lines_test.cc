// More edges than can be told apart are one line a pair, and none is lost.
#include "core/graph/graph_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>

#include "core/graph/graph_scope.h"
#include "tests/core/graph/graph_fixture.h"

namespace demarche {
namespace {

constexpr Rect kWide{0, 0, 756, 290};

struct MergedGraph : testing::Test {
  const Dossier dossier = MovesOfChance(5, 8, 200, false);
  GraphRequest request = WholeRequest(dossier, kWide, kTimeMax);

  static bool IsOf(const GraphLine& line, const EdgeKey& key) {
    return std::minmax(line.from, line.to) == std::minmax(key.from, key.to);
  }
  // The moves that edges and lines between nodes stand for, and that no pair has both of them.
  static size_t MovesOf(const GraphLayout& layout) {
    size_t moves = 0;
    for (const GraphLine& line : layout.lines) moves += line.count;
    for (const GraphEdge& edge : layout.edges) {
      moves += edge.count;
      for (const GraphLine& line : layout.lines) EXPECT_FALSE(IsOf(line, edge.key));
    }
    for (const EdgeKey& key : layout.merged) {
      EXPECT_TRUE(std::any_of(layout.lines.begin(), layout.lines.end(),
                              [&key](const GraphLine& line) { return IsOf(line, key); }));
    }
    return moves;
  }
  size_t AllMoves(Seconds as_of_s) const {
    size_t moves = 0;
    for (const EdgeBundle& bundle : BundlesAt(dossier, as_of_s)) moves += bundle.moves.size();
    return moves;
  }
};

TEST_F(MergedGraph, ItsPairsAreLinesAtEveryDateAndNoMoveIsLost) {
  for (const Seconds as_of_s : {Day("1990"), Day("2000"), Day("2010"), kTimeMax}) {
    request.as_of_s = as_of_s;
    const GraphLayout layout = LayoutGraph(request);
    ASSERT_TRUE(layout.dots.empty());
    EXPECT_TRUE(layout.edges.empty());
    EXPECT_EQ(layout.lines.empty(), AllMoves(as_of_s) == 0);
    EXPECT_EQ(MovesOf(layout), AllMoves(as_of_s));
  }
}

TEST_F(MergedGraph, AnActorThatIsSelectedHasItsEdgesAndNobodyMoves) {
  const GraphLayout before = LayoutGraph(request);
  request.focus = {ItemKind::kActor, before.nodes.front().actor};
  const GraphLayout layout = LayoutGraph(request);
  EXPECT_EQ(MovesOf(layout), AllMoves(kTimeMax));
  size_t of_actor = 0;
  for (const EdgeBundle& bundle : BundlesAt(dossier, kTimeMax))
    of_actor += bundle.key.from == request.focus.index || bundle.key.to == request.focus.index;
  ASSERT_GT(of_actor, 0u);
  EXPECT_EQ(layout.edges.size(), of_actor);
  for (const GraphNode& node : before.nodes)
    EXPECT_EQ(NodeOf(layout, node.actor)->centre_px, node.centre_px);
}

TEST_F(MergedGraph, AnActorWithTooManyEdgesKeepsItsLinesAndTheyStandOut) {
  const Dossier busy = MovesOfChance(5, 12, 4000, false);
  request = WholeRequest(busy, {0, 0, 400, 300}, kTimeMax);
  const GraphLayout before = LayoutGraph(request);
  const Index actor = before.nodes.front().actor;
  request.focus = {ItemKind::kActor, actor};
  const GraphLayout layout = LayoutGraph(request);
  EXPECT_TRUE(layout.edges.empty());
  EXPECT_EQ(layout.merged, before.merged);
  for (const GraphLine& line : layout.lines)
    EXPECT_EQ(line.dimmed, line.from != actor && line.to != actor);
}

TEST_F(MergedGraph, APinnedEdgeAndASelectedMoveHaveThoseOfTheirPair) {
  const EdgeKey key = BundlesAt(dossier, kTimeMax).front().key;
  request.edge = key;
  GraphLayout layout = LayoutGraph(request);
  EXPECT_EQ(MovesOf(layout), AllMoves(kTimeMax));
  ASSERT_FALSE(layout.edges.empty());
  for (const GraphEdge& edge : layout.edges)
    EXPECT_EQ(std::minmax(edge.key.from, edge.key.to), std::minmax(key.from, key.to));

  request.edge = {};
  request.focus = {ItemKind::kMove, BundlesAt(dossier, kTimeMax).front().moves.front()};
  layout = LayoutGraph(request);
  EXPECT_EQ(MovesOf(layout), AllMoves(kTimeMax));
  EXPECT_TRUE(std::any_of(layout.edges.begin(), layout.edges.end(),
                          [](const GraphEdge& edge) { return edge.selected; }));
}

TEST_F(MergedGraph, AsOneComesCloserTheEdgesAreToldApart) {
  request.zoom = 4;
  const GraphLayout layout = LayoutGraph(request);
  EXPECT_TRUE(layout.lines.empty());
  EXPECT_EQ(MovesOf(layout), AllMoves(kTimeMax));
}

TEST_F(MergedGraph, TheBusiestLineIsTheWidest) {
  const std::vector<GraphLine> lines = LayoutGraph(request).lines;
  ASSERT_GT(lines.size(), 2u);
  for (size_t i = 1; i < lines.size(); ++i) {
    EXPECT_GE(lines[i - 1].count, lines[i].count);
    EXPECT_GE(lines[i - 1].width_px, lines[i].width_px);
  }
  EXPECT_GT(lines.front().width_px, lines.back().width_px);
}

}  // namespace
}  // namespace demarche
