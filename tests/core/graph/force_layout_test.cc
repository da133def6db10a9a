#include "core/graph/force_layout.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace demarche {
namespace {

using Nodes = std::vector<ForceNode>;

double Apart(const ForceNode& a, const ForceNode& b) { return std::hypot(a.x - b.x, a.y - b.y); }

// Points of a fixed pseudo-random cloud in 1000 x 1000.
Nodes Cloud(size_t count, double radius) {
  Nodes nodes;
  uint32_t state = 7;
  const auto next = [&state] { return (state = state * 22695477u + 1) / 4294967296.0 * 1000; };
  for (size_t i = 0; i < count; ++i) {
    const double x = next(), y = next();
    nodes.push_back({.x = x, .y = y, .radius = radius, .home_x = 500, .home_y = 500});
  }
  return nodes;
}

ForceOptions Square(double charge, double pull) {
  return {.charge = charge, .pull = pull, .max_x = 1000, .max_y = 1000};
}

bool SamePlaces(const Nodes& a, const Nodes& b) {
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i].x != b[i].x || a[i].y != b[i].y) return false;
  }
  return a.size() == b.size();
}

TEST(ForceLayout, TakesNothingAndOne) {
  Nodes none;
  RunForces(none, {}, {});
  Nodes one = {{.x = 3, .y = 4, .home_x = 3, .home_y = 4}};
  RunForces(one, {}, Square(-30, 0.1));
  EXPECT_EQ(one[0].x, 3);
  EXPECT_EQ(one[0].y, 4);
}

TEST(ForceLayout, GivesTheSameBitsEachTime) {
  const std::vector<ForceLink> links = {{0, 1, 100}, {1, 2, 100}, {5, 9, 50}};
  Nodes a = Cloud(60, 10), b = Cloud(60, 10);
  a[3] = a[4];  // parted by the random generator
  b[3] = b[4];
  RunForces(a, links, Square(-300, 0.05));
  RunForces(b, links, Square(-300, 0.05));
  EXPECT_TRUE(SamePlaces(a, b));
}

TEST(ForceLayout, TheSeedDecidesHowCoincidentPointsPart) {
  const auto run = [](uint32_t seed) {
    Nodes nodes(2, ForceNode{.x = 500, .y = 500, .radius = 20, .home_x = 500, .home_y = 500});
    ForceOptions options = Square(-30, 0.01);
    options.seed = seed;
    RunForces(nodes, {}, options);
    EXPECT_GT(Apart(nodes[0], nodes[1]), 30);
    return nodes;
  };
  EXPECT_TRUE(SamePlaces(run(1), run(1)));
  EXPECT_FALSE(SamePlaces(run(1), run(2)));
}

TEST(ForceLayout, FixedPointsStayAndStillPush) {
  Nodes nodes = {{.x = 500, .y = 500, .fixed = true},
                 {.x = 510, .y = 500, .home_x = 510, .home_y = 500}};
  RunForces(nodes, {}, Square(-500, 0.001));
  EXPECT_EQ(nodes[0].x, 500);
  EXPECT_EQ(nodes[0].y, 500);
  EXPECT_GT(nodes[1].x, 560);
}

TEST(ForceLayout, LinksComeToRestAtTheirLength) {
  for (double length : {40.0, 150.0, 400.0}) {
    Nodes nodes = {{.x = 450, .y = 480}, {.x = 560, .y = 530}};
    const std::vector<ForceLink> links = {{0, 1, length}};
    RunForces(nodes, links, Square(0, 0));
    EXPECT_NEAR(Apart(nodes[0], nodes[1]), length, 1);
  }
}

TEST(ForceLayout, TheEndWithFewerLinksGivesWay) {
  // A star: its centre has three links and hardly moves, the far leaf comes to it.
  Nodes nodes = {
      {.x = 500, .y = 500}, {.x = 500, .y = 400}, {.x = 400, .y = 500}, {.x = 900, .y = 500}};
  const std::vector<ForceLink> links = {{0, 1, 100}, {0, 2, 100}, {0, 3, 100}};
  RunForces(nodes, links, Square(0, 0));
  EXPECT_LT(std::abs(nodes[0].x - 500), 120);
  EXPECT_GT(900 - nodes[3].x, 200);
}

TEST(ForceLayout, CollidingPointsPart) {
  Nodes nodes = Cloud(40, 30);
  RunForces(nodes, {}, Square(0, 0.02));
  for (size_t i = 0; i < nodes.size(); ++i) {
    for (size_t j = i + 1; j < nodes.size(); ++j) {
      EXPECT_GT(Apart(nodes[i], nodes[j]), 55) << i << " and " << j;
    }
  }
}

TEST(ForceLayout, ThePullBringsPointsHome) {
  Nodes nodes = {{.x = 0, .y = 1000, .home_x = 700, .home_y = 200}};
  RunForces(nodes, {}, Square(0, 0.1));
  EXPECT_NEAR(nodes[0].x, 700, 2);
  EXPECT_NEAR(nodes[0].y, 200, 2);
}

TEST(ForceLayout, NothingLeavesTheRectangle) {
  Nodes nodes = Cloud(50, 10);
  ForceOptions options = Square(-100000, 0);
  options.min_x = 100, options.max_y = 700;
  RunForces(nodes, {}, options);
  for (const ForceNode& node : nodes) {
    EXPECT_GE(node.x, 100);
    EXPECT_LE(node.x, 1000);
    EXPECT_GE(node.y, 0);
    EXPECT_LE(node.y, 700);
  }
}

TEST(ForceLayout, TheTreeIsCloseToTheExactSum) {
  // theta 0 never lumps points together. Few ticks, so that the difference does not add up.
  Nodes exact = Cloud(300, 0), lumped = exact;
  const Nodes before = exact;
  ForceOptions options = Square(-800, 0);
  options.ticks = 10;
  options.theta = 0;
  RunForces(exact, {}, options);
  options.theta = 0.9;
  RunForces(lumped, {}, options);
  double moved = 0, off = 0;
  for (size_t i = 0; i < exact.size(); ++i) {
    moved += Apart(exact[i], before[i]);
    off += Apart(exact[i], lumped[i]);
  }
  EXPECT_GT(moved / 300, 1);
  EXPECT_GT(off, 0);
  EXPECT_LT(off / moved, 0.05);
}

TEST(ForceLayout, ManyPointsAtOnePlaceStayFinite) {
  Nodes nodes(200, ForceNode{.x = 500, .y = 500, .radius = 5, .home_x = 500, .home_y = 500});
  nodes.push_back({.x = 500 + 1e-13, .y = 500, .radius = 5, .home_x = 500, .home_y = 500});
  RunForces(nodes, {}, Square(-30, 0.05));
  for (const ForceNode& node : nodes) {
    EXPECT_TRUE(std::isfinite(node.x) && std::isfinite(node.y));
  }
  EXPECT_GT(Apart(nodes[0], nodes[1]), 1);
}

}  // namespace
}  // namespace demarche
