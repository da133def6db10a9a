#include "core/graph/graph_routing.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/graph/graph_node.h"
#include "tests/core/graph/graph_fixture.h"

namespace demarche {
namespace {

const FixedMeasurer kMeasurer;
constexpr Rect kArea{0, 0, 600, 400};

GraphNode Circle(Index actor, Point centre) {
  GraphNode node;
  node.actor = actor;
  node.centre_px = centre;
  node.r_px = 24;
  node.box_px = RectAround(centre, 48, 48);
  return node;
}

GraphEdge Edge(Index from, Index to, QuadClass quad, uint32_t count = 1) {
  GraphEdge edge;
  edge.key = {from, to, quad};
  edge.count = count;
  return edge;
}

std::vector<GraphEdge> Routed(const std::vector<GraphNode>& nodes, std::vector<GraphEdge> edges,
                              std::vector<TableBand>* tables = nullptr) {
  std::vector<TableBand> none;
  const std::vector<GraphTie> ties;
  RouteEdges({kArea, {}, &kMeasurer, &nodes, &ties}, edges, tables ? *tables : none);
  return edges;
}

// How far the middle of an edge lies to the left of the line a -> b.
float BowOf(const GraphEdge& edge, Point a, Point b) {
  return Dot(CurveOf(edge).At(0.5f) - a, Left(Unit(b - a)));
}

constexpr Point kA{100, 200}, kB{400, 200};
const std::vector<GraphNode> kTwo = {Circle(0, kA), Circle(1, kB)};
constexpr auto kTalk = QuadClass::kVerbalCooperation, kAid = QuadClass::kMaterialCooperation,
               kAccusation = QuadClass::kVerbalConflict, kForce = QuadClass::kMaterialConflict;

TEST(RouteEdges, ASingleEdgeIsStraightAndEndsAtTheOutlines) {
  const GraphEdge edge = Routed(kTwo, {Edge(1, 0, kTalk)})[0];
  EXPECT_NEAR(BowOf(edge, kA, kB), 0, 0.01);
  EXPECT_NEAR(DistanceToNode(kTwo[1], edge.from_px), 4.4, 0.1);
  EXPECT_NEAR(DistanceToNode(kTwo[0], edge.to_px), 4.4, 0.1);
  EXPECT_GT(edge.from_px.x, edge.to_px.x);
}

TEST(RouteEdges, TheWidthFollowsTheCountUpToEight) {
  const std::pair<uint32_t, float> cases[] = {{1, 1.7f}, {3, 2.94f}, {8, 6.04f}, {40, 6.04f}};
  for (const auto& [count, width] : cases) {
    EXPECT_FLOAT_EQ(Routed(kTwo, {Edge(0, 1, kTalk, count)})[0].width_px, width);
  }
}

TEST(RouteEdges, OppositeDirectionsBowToOppositeSides) {
  const std::vector<GraphEdge> edges = Routed(kTwo, {Edge(0, 1, kTalk), Edge(1, 0, kTalk)});
  EXPECT_NEAR(BowOf(edges[0], kA, kB), 18, 1) << "what goes right bows upwards";
  EXPECT_NEAR(BowOf(edges[1], kA, kB), -18, 1);
}

TEST(RouteEdges, ParallelEdgesLieSideBySideConflictOutside) {
  const std::vector<GraphEdge> edges = Routed(
      kTwo, {Edge(0, 1, kForce), Edge(0, 1, kTalk), Edge(0, 1, kAccusation), Edge(1, 0, kAid)});
  const float force = BowOf(edges[0], kA, kB), talk = BowOf(edges[1], kA, kB),
              accusation = BowOf(edges[2], kA, kB), back = BowOf(edges[3], kA, kB);
  EXPECT_GT(force - accusation, 15);
  EXPECT_GT(accusation - talk, 15);
  EXPECT_GT(talk - back, 25);
  EXPECT_NEAR(force, -back, 2) << "the fan is centred";
}

TEST(RouteEdges, EdgesAttachFourToSixteenPxOffTheCentre) {
  const std::vector<GraphEdge> edges = Routed(
      kTwo, {Edge(0, 1, kTalk), Edge(0, 1, kAccusation), Edge(1, 0, kTalk), Edge(1, 0, kForce)});
  for (const GraphEdge& edge : edges) {
    // The tangent at the end, continued to below the centre.
    const Point direction = Unit(edge.to_px - edge.control_px);
    const Point centre = edge.key.to == 1 ? kB : kA;
    const float off = std::abs(Cross(direction, centre - edge.to_px));
    EXPECT_GT(off, 0.1f);
    EXPECT_LT(off, 24);
  }
}

TEST(RouteEdges, ABandKeepsTheMiddleFree) {
  TableBand band;
  band.from_px = {124, 200}, band.to_px = {376, 200}, band.width_px = 22,
  band.label = "Geneva, 10 Jan";
  std::vector<TableBand> tables = {band};
  const std::vector<GraphEdge> edges =
      Routed(kTwo, {Edge(0, 1, kTalk, 5), Edge(0, 1, kAccusation, 4), Edge(1, 0, kAccusation, 3)},
             &tables);
  EXPECT_NEAR(BowOf(edges[0], kA, kB), 18, 1);
  EXPECT_NEAR(BowOf(edges[1], kA, kB), 46, 1);
  EXPECT_NEAR(BowOf(edges[2], kA, kB), -18, 1);
  EXPECT_EQ(tables[0].label, "Geneva, 10 Jan");
  EXPECT_NEAR(tables[0].label_px.y, 200, 0.1);
  const Rect label = RectAround(tables[0].label_px, 14 * 0.55f * 11, 13);
  for (const GraphEdge& edge : edges) EXPECT_FALSE(edge.box_px.Overlaps(label));
}

TEST(RouteEdges, ABandWithoutRoomHasNoLabel) {
  const std::vector<GraphNode> near = {Circle(0, {100, 200}), Circle(1, {170, 200})};
  TableBand band;
  band.from_px = {124, 200}, band.to_px = {146, 200}, band.label = "Geneva, 10 Jan";
  std::vector<TableBand> tables = {band};
  Routed(near, {Edge(0, 1, kTalk)}, &tables);
  EXPECT_TRUE(tables[0].label.empty());
}

TEST(RouteEdges, GoesAroundANodeInBetween) {
  const std::vector<GraphNode> nodes = {Circle(0, kA), Circle(1, kB), Circle(2, {250, 200})};
  for (const GraphEdge& edge : Routed(nodes, {Edge(0, 1, kTalk), Edge(1, 0, kAccusation)})) {
    for (int i = 0; i <= 50; ++i) {
      EXPECT_GT(DistanceToNode(nodes[2], CurveOf(edge).At(i / 50.0f)), 0) << i;
    }
  }
}

TEST(RouteEdges, BadgesLieOnTheirCurvesAndOffEachOther) {
  // Every edge that two near nodes can have: eight badges on short curves.
  const std::vector<GraphNode> nodes = {Circle(0, {200, 200}), Circle(1, {360, 230}),
                                        Circle(2, {280, 90})};
  std::vector<GraphEdge> edges;
  for (QuadClass quad : {kTalk, kAid, kAccusation, kForce}) {
    edges.push_back(Edge(0, 1, quad, 12));
    edges.push_back(Edge(1, 0, quad, 7));
  }
  edges.push_back(Edge(2, 0, kTalk));
  edges = Routed(nodes, edges);
  for (const GraphEdge& edge : edges) {
    float nearest = 1e9f;
    for (int i = 0; i <= 400; ++i) {
      nearest = std::min(nearest, Distance(CurveOf(edge).At(i / 400.0f), edge.badge_px));
    }
    EXPECT_LT(nearest, 0.5f);
    for (const GraphNode& node : nodes) {
      EXPECT_GE(DistanceToNode(node, edge.badge_px), edge.box_px.h / 2 - 0.1f);
    }
    for (const GraphEdge& other : edges) {
      EXPECT_TRUE(&other == &edge || !edge.box_px.Overlaps(other.box_px));
    }
  }
}

TEST(RouteEdges, InACrowdNoEdgeLooksAtAnother) {
  std::vector<GraphNode> nodes;
  for (Index i = 0; i < 20; ++i) {
    const float x = 40 + 55.0f * static_cast<float>(i % 10);
    nodes.push_back(Circle(i, {x, i < 10 ? 60.0f : 340.0f}));
  }
  const auto between_first = [](Index count) {
    std::vector<GraphEdge> edges;
    for (Index a = 0; a < count; ++a) {
      for (Index b = 0; b < count; ++b)
        if (a != b) edges.push_back(Edge(a, b, kTalk));
    }
    return edges;
  };
  const std::vector<GraphEdge> some = Routed(nodes, between_first(15));
  const std::vector<GraphEdge> all = Routed(nodes, between_first(20));
  ASSERT_GT(some.size(), 200u);
  for (const GraphEdge& edge : some) {
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const GraphEdge& o) { return o.key == edge.key; });
    EXPECT_EQ(same->control_px, edge.control_px);
  }
  size_t off_nodes = 0;
  for (const GraphEdge& edge : all) {
    float nearest = 1e9f;
    for (int i = 0; i <= 400; ++i)
      nearest = std::min(nearest, Distance(CurveOf(edge).At(i / 400.0f), edge.badge_px));
    EXPECT_LT(nearest, 0.5f);
    EXPECT_EQ(edge.box_px.centre(), edge.badge_px);
    off_nodes += std::none_of(nodes.begin(), nodes.end(), [&](const GraphNode& node) {
      return node.box_px.Overlaps(edge.box_px);
    });
  }
  EXPECT_GT(off_nodes, all.size() * 3 / 4);
}

TEST(RouteEdges, ABadgeIsAsWideAsItsNumber) {
  EXPECT_FLOAT_EQ(Routed(kTwo, {Edge(0, 1, kTalk, 5)})[0].box_px.w, 19);
  EXPECT_GT(Routed(kTwo, {Edge(0, 1, kTalk, 1234)})[0].box_px.w, 30);
  EXPECT_FLOAT_EQ(Routed(kTwo, {Edge(0, 1, kForce, 5)})[0].box_px.h, 25.2f);
}

}  // namespace
}  // namespace demarche
