#include "core/graph/graph_labels.h"

#include <gtest/gtest.h>

#include "tests/core/graph/graph_fixture.h"

namespace demarche {
namespace {

const FixedMeasurer kMeasurer;

TEST(Elided, CutsBetweenCharacters) {
  // At size 20 a character is 11 px wide.
  const std::pair<std::pair<const char*, float>, const char*> cases[] = {
      {{"Geneva", 66}, "Geneva"},
      {{"Geneva", 65}, "Gene…"},
      {{"Женева", 55}, "Жене…"},
      {{"New York", 60}, "New…"},
      {{"Geneva", 22}, "G…"},
      {{"Geneva", 5}, ""},
      {{"", 5}, ""},
  };
  for (const auto& [given, shown] : cases) {
    EXPECT_EQ(Elided(given.first, kMeasurer, Face::kRegular, 20, given.second), shown)
        << given.first;
  }
}

GraphNode Circle(Point centre, std::string label) {
  GraphNode node;
  node.centre_px = centre;
  node.r_px = 24;
  node.box_px = {centre.x - 24, centre.y - 24, 48, 48};
  node.label = std::move(label);
  return node;
}

LabelRequest Request(std::vector<EdgeLane> lanes = {}) {
  return {{0, 0, 400, 300}, {}, &kMeasurer, std::move(lanes)};
}

TEST(PlaceLabels, PutsTheNameBelow) {
  std::vector<GraphNode> nodes = {Circle({200, 150}, "Russia")};
  PlaceLabels(Request(), 0, {kNone}, nodes);
  EXPECT_EQ(nodes[0].label_px.x, 200);
  EXPECT_GT(nodes[0].label_box_px.y, nodes[0].box_px.bottom());
  EXPECT_FLOAT_EQ(nodes[0].label_box_px.w, 6 * 0.55f * 12);
}

TEST(PlaceLabels, LeavesTheWayOfAnEdgeFree) {
  std::vector<GraphNode> nodes = {Circle({200, 100}, "Russia")};
  PlaceLabels(Request({{{200, 100}, {200, 280}, 8}}), 0, {kNone}, nodes);
  const Rect& box = nodes[0].label_box_px;
  EXPECT_TRUE(box.right() < 192 || box.x > 208 || box.bottom() < 100) << box.x << ", " << box.y;
}

TEST(PlaceLabels, StaysInTheAreaAndOffNodesAndNames) {
  std::vector<GraphNode> nodes;
  for (float x : {26.0f, 180.0f, 374.0f}) nodes.push_back(Circle({x, 270}, "North Macedonia"));
  PlaceLabels(Request(), 0, std::vector<Index>(nodes.size(), kNone), nodes);
  for (const GraphNode& node : nodes) {
    const Rect& box = node.label_box_px;
    EXPECT_TRUE(box.x >= 0 && box.right() <= 400 && box.y >= 0 && box.bottom() <= 300);
    for (const GraphNode& other : nodes) {
      if (&other == &node) continue;
      EXPECT_FALSE(box.Overlaps(other.box_px)) << node.centre_px.x << " on " << other.centre_px.x;
      EXPECT_FALSE(box.Overlaps(other.label_box_px));
    }
  }
}

TEST(PlaceLabels, APersonsNameStandsAwayFromItsSide) {
  std::vector<GraphNode> nodes = {Circle({200, 150}, ""), Circle({200, 90}, "Blinken")};
  nodes[1].kind = ActorKind::kPerson;
  PlaceLabels(Request(), 0, {kNone, 0}, nodes);
  EXPECT_LT(nodes[1].label_px.y, nodes[1].centre_px.y);
}

TEST(PlaceLabels, KeepsTheLabelsThatStand) {
  std::vector<GraphNode> nodes = {Circle({200, 150}, "Russia"), Circle({200, 210}, "Ukraine")};
  nodes[0].label_box_px = {150, 176, 100, 14};
  nodes[0].label_px = {200, 183};
  PlaceLabels(Request(), 1, {kNone, kNone}, nodes);
  EXPECT_EQ(nodes[0].label_px, (Point{200, 183}));
  EXPECT_FALSE(nodes[1].label_box_px.Overlaps(nodes[0].label_box_px));
}

}  // namespace
}  // namespace demarche
