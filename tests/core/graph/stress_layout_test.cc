#include "core/graph/stress_layout.h"

#include <gtest/gtest.h>

#include <cmath>

namespace demarche {
namespace {

using Nodes = std::vector<StressNode>;
using Graph = std::vector<StressLink>;

void LayOut(Nodes* nodes, const Graph& links, const StressOptions& options = {}) {
  StressLayout layout(*nodes, links, options);
  while (layout.Step()) {
  }
}

double Apart(const StressNode& a, const StressNode& b) { return std::hypot(a.x - b.x, a.y - b.y); }

Graph Grid(uint32_t side) {
  Graph links;
  for (uint32_t i = 0; i < side * side; ++i) {
    if (i % side + 1 < side) links.push_back({i, i + 1});
    if (i + side < side * side) links.push_back({i, i + side});
  }
  return links;
}

// Every node to an earlier one, and as many links again between any.
Graph AnyGraph(uint32_t nodes, uint64_t seed) {
  Random random(seed);
  Graph links;
  for (uint32_t i = 1; i < nodes; ++i) links.push_back({i, static_cast<uint32_t>(random.Below(i))});
  for (uint32_t i = 1; i < nodes; ++i) {
    const auto a = static_cast<uint32_t>(random.Below(nodes));
    const auto b = static_cast<uint32_t>(random.Below(nodes));
    if (a != b) links.push_back({a, b});
  }
  return links;
}

// Links on the shortest way from a node to each.
std::vector<double> DistancesFrom(uint32_t from, size_t nodes, const Graph& links) {
  constexpr double kNever = 1e9;
  std::vector<double> distance(nodes, kNever);
  distance[from] = 0;
  for (bool nearer = true; nearer;) {
    nearer = false;
    for (const auto& [a, b] : links) {
      if (std::abs(distance[a] - distance[b]) <= 1) continue;
      distance[a] = std::min(distance[a], distance[b] + 1);
      distance[b] = std::min(distance[b], distance[a] + 1);
      nearer = true;
    }
  }
  return distance;
}

// Over all pairs, the mean of the square of how wrong a distance is.
double StressOf(const Nodes& nodes, const Graph& links) {
  double stress = 0;
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    const std::vector<double> distance = DistancesFrom(i, nodes.size(), links);
    for (size_t j = 0; j < nodes.size(); ++j) {
      if (j == i) continue;
      const double wrong = Apart(nodes[i], nodes[j]) / distance[j] - 1;
      stress += wrong * wrong;
    }
  }
  return stress / static_cast<double>(nodes.size() * (nodes.size() - 1));
}

// Every node to an earlier one.
Graph Tree(uint32_t nodes, uint64_t seed) {
  Graph links = AnyGraph(nodes, seed);
  links.resize(nodes - 1);
  return links;
}

// Three links a node, two of three to what has many already.
Graph HubGraph(uint32_t nodes, uint64_t seed) {
  Random random(seed);
  Graph links;
  for (uint32_t i = 1; i < nodes; ++i) {
    for (int k = 0; k < 3; ++k) {
      uint32_t other = static_cast<uint32_t>(random.Below(i));
      if (!links.empty() && random.Below(3) > 0) {
        const StressLink& link = links[random.Below(links.size())];
        other = random.Below(2) == 0 ? link.a : link.b;
      }
      if (other != i) links.push_back({i, other});
    }
  }
  return links;
}

// Of a thousand pairs of links without a common end.
double CrossingsOf(const Nodes& nodes, const Graph& links) {
  const auto side = [&](uint32_t a, uint32_t b, uint32_t c) {
    return (nodes[b].x - nodes[a].x) * (nodes[c].y - nodes[a].y) -
           (nodes[b].y - nodes[a].y) * (nodes[c].x - nodes[a].x);
  };
  double crossings = 0, pairs = 0;
  for (const auto& [a, b] : links) {
    for (const auto& [c, d] : links) {
      if (a == c || a == d || b == c || b == d) continue;
      ++pairs;
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) ++crossings;
    }
  }
  return 1000 * crossings / pairs;
}

uint32_t StepsOf(Nodes* nodes, const Graph& links) {
  StressLayout layout(*nodes, links, {});
  uint32_t steps = 1;
  while (layout.Step()) ++steps;
  return steps;
}

TEST(StressLayout, TakesNothingAndOne) {
  Nodes none, one(1);
  LayOut(&none, {});
  LayOut(&one, {});
  EXPECT_TRUE(std::isfinite(one[0].x) && std::isfinite(one[0].y));
}

TEST(StressLayout, APathBecomesALine) {
  Nodes nodes(5);
  LayOut(&nodes, {{0, 1}, {1, 2}, {2, 3}, {3, 4}}, {.link_length = 30, .rounds = 40});
  for (size_t i = 0; i < nodes.size(); ++i) {
    for (size_t j = 0; j < i; ++j)
      EXPECT_NEAR(Apart(nodes[i], nodes[j]), 30 * static_cast<double>(i - j), 0.5);
  }
}

TEST(StressLayout, AGridUnfolds) {
  Nodes nodes(49);
  LayOut(&nodes, Grid(7));
  EXPECT_LT(StressOf(nodes, Grid(7)), 0.03);
}

TEST(StressLayout, AFewPivotsStandForAll) {
  Nodes nodes(400);
  ASSERT_GT(nodes.size(), kMaxPivots);
  LayOut(&nodes, Grid(20));
  EXPECT_LT(StressOf(nodes, Grid(20)), 0.03);
}

TEST(StressLayout, RoundsLowerTheStressOfAnyGraph) {
  for (const uint32_t size : {20u, 45u, 120u, 300u}) {
    for (uint64_t seed = 1; seed <= 4; ++seed) {
      const Graph links = AnyGraph(size, seed);
      Nodes begun(size), done(size);
      LayOut(&begun, links, {.rounds = 0});
      LayOut(&done, links);
      EXPECT_LT(StressOf(done, links), StressOf(begun, links)) << size << ' ' << seed;
      EXPECT_LT(StressOf(done, links), 0.22) << size << ' ' << seed;
    }
  }
}

TEST(StressLayout, GivesTheSameBitsEachTime) {
  Nodes once(120), again(120);
  LayOut(&once, AnyGraph(120, 7));
  LayOut(&again, AnyGraph(120, 7));
  for (size_t i = 0; i < once.size(); ++i) {
    EXPECT_EQ(once[i].x, again[i].x);
    EXPECT_EQ(once[i].y, again[i].y);
  }
}

TEST(StressLayout, NodesOfEqualDistancesPart) {
  Nodes star(30);
  Graph links;
  for (uint32_t i = 1; i < star.size(); ++i) links.push_back({0, i});
  LayOut(&star, links);
  for (size_t i = 0; i < star.size(); ++i) {
    for (size_t j = 0; j < i; ++j) EXPECT_GT(Apart(star[i], star[j]), 0.02) << i << ' ' << j;
  }
}

TEST(StressLayout, LinksOfATreeHardlyCross) {
  // A tree can be drawn without a crossing. By the stress alone there are five and more.
  for (uint64_t seed = 1; seed <= 4; ++seed) {
    const Graph links = Tree(300, seed);
    Nodes nodes(300);
    LayOut(&nodes, links);
    EXPECT_LT(CrossingsOf(nodes, links), 1.2) << seed;
    EXPECT_LT(StressOf(nodes, links), 0.13) << seed;
  }
}

TEST(StressLayout, LinksOfHubsCrossLittle) {
  const Graph links = HubGraph(1000, 1);
  Nodes nodes(1000);
  LayOut(&nodes, links);
  // 52.5 where links pull by the square of their length.
  EXPECT_LT(CrossingsOf(nodes, links), 51.5);
}

TEST(StressLayout, LeavesOfOneHubPartInAGraphOfMany) {
  // Twenty hubs in a circle, each with fifteen leaves, most of which are as far from any pivot.
  Graph links;
  for (uint32_t hub = 0; hub < 20; ++hub) {
    links.push_back({hub, (hub + 1) % 20});
    for (uint32_t leaf = 0; leaf < 15; ++leaf) links.push_back({hub, 20 + hub * 15 + leaf});
  }
  Nodes nodes(320);
  LayOut(&nodes, links);
  uint32_t alone = 0;
  for (size_t i = 20; i < nodes.size(); ++i) {
    bool free = true;
    for (size_t j = 0; j < nodes.size(); ++j)
      free = free && (j == i || Apart(nodes[i], nodes[j]) > 0.02);
    if (free) ++alone;
  }
  EXPECT_GT(alone, 270u) << "of 300";
}

TEST(StressLayout, ASmallPartKeepsItsLengthsBesideALargeOne) {
  Graph links = AnyGraph(200, 7);
  for (uint32_t i = 200; i < 204; ++i) links.push_back({i, i + 1});
  Nodes nodes(205);
  LayOut(&nodes, links, {.rounds = 40});
  EXPECT_NEAR(Apart(nodes[200], nodes[204]), 4, 0.02);
  EXPECT_NEAR(Apart(nodes[200], nodes[201]), 1, 0.02);
}

TEST(StressLayout, StepsCountTheLinksOfNodes) {
  Graph few = AnyGraph(200, 3), many = few;
  while (many.size() < 40 * few.size()) many.insert(many.end(), few.begin(), few.end());
  Nodes nodes(200), others(200);
  EXPECT_GT(StepsOf(&others, many), 5 * StepsOf(&nodes, few));
}

TEST(StressLayout, FixedNodesTellHowLargeAPictureOfManyIs) {
  for (const double apart : {3.0, 300.0}) {
    const Graph links = AnyGraph(200, 5);
    Nodes nodes(200);
    nodes[3] = {10, 20, true}, nodes[150] = {10 + apart, 20, true};
    LayOut(&nodes, links);
    EXPECT_EQ(nodes[3].x, 10);
    EXPECT_EQ(nodes[150].x, 10 + apart);
    const double link = apart / DistancesFrom(3, nodes.size(), links)[150];
    double shares = 0, shares2 = 0;  // of distances as they should be: at which scale is it least?
    for (uint32_t i = 0; i < nodes.size(); ++i) {
      const std::vector<double> distance = DistancesFrom(i, nodes.size(), links);
      for (size_t j = 0; j < i; ++j) {
        const double share = Apart(nodes[i], nodes[j]) / (distance[j] * link);
        shares += share, shares2 += share * share;
      }
    }
    EXPECT_NEAR(shares / shares2, 1, 0.05) << apart;
  }
}

TEST(StressLayout, FixedNodesStayAndTheOthersStandAroundThem) {
  // A path of seven, three of it fixed on a line that falls from the right to the left.
  Nodes nodes(7);
  const auto fix = [&](size_t i, double x, double y) { nodes[i] = {x, y, true}; };
  fix(1, 500, 100), fix(3, 400, 200), fix(5, 300, 300);
  LayOut(&nodes, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}}, {.rounds = 40});
  EXPECT_EQ(nodes[1].x, 500);
  EXPECT_EQ(nodes[5].y, 300);
  EXPECT_NEAR(nodes[2].x, 450, 1);
  EXPECT_NEAR(nodes[2].y, 150, 1);
  EXPECT_NEAR(nodes[0].x, 550, 1);
  EXPECT_NEAR(nodes[6].y, 350, 1);
}

TEST(StressLayout, FixedNodesDecideWhichWayRoundAPictureIs) {
  // A square with a tail at each corner; its corners go round the one way, or the other.
  const Graph links = {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {0, 4}, {1, 5}, {2, 6}, {3, 7}};
  for (const bool mirrored : {false, true}) {
    Nodes nodes(8);
    const double side = mirrored ? -1 : 1;
    nodes[0] = {0, 0, true}, nodes[1] = {side, 0, true}, nodes[2] = {side, 1, true};
    LayOut(&nodes, links, {.rounds = 40});
    EXPECT_NEAR(nodes[3].x, 0, 0.3);
    EXPECT_NEAR(nodes[3].y, 1, 0.3);
    EXPECT_LT(nodes[4].x * side, 0);
    EXPECT_GT(nodes[6].x * side, 1);
  }
}

TEST(StressLayout, PartsWithoutALinkLieBesideEachOther) {
  // Five squares and two single nodes.
  Nodes nodes(22);
  Graph links;
  for (uint32_t i = 0; i < 20; i += 4) {
    for (uint32_t k = 0; k < 4; ++k) links.push_back({i + k, i + (k + 1) % 4});
  }
  LayOut(&nodes, links);
  for (size_t i = 0; i < nodes.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      const bool same_part = i < 20 && i / 4 == j / 4;
      if (same_part) continue;
      EXPECT_GE(Apart(nodes[i], nodes[j]), 0.99) << i << ' ' << j;
    }
  }
}

}  // namespace
}  // namespace demarche
