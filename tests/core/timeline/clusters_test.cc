#include "core/timeline/clusters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

ClusterPoint At(double x) { return {.centre_px = x, .half_px = 5}; }
ClusterPoint ScheduledAt(double x) { return {.centre_px = x, .half_px = 5, .scheduled = true}; }
ClusterPoint SelectedAt(double x) { return {.centre_px = x, .half_px = 5, .alone = true}; }

std::vector<size_t> CountsOf(const std::vector<PointGroup>& groups) {
  std::vector<size_t> counts;
  for (const PointGroup& group : groups) counts.push_back(group.count);
  return counts;
}

TEST(ClusterPoints, MergesWhatIsCloserThanTheGap) {
  const struct {
    const char* what;
    std::vector<ClusterPoint> points;
    std::vector<size_t> counts;
  } cases[] = {
      {"nothing", {}, {}},
      {"far apart", {At(0), At(13), At(26)}, {1, 1, 1}},
      {"too close", {At(0), At(12.9)}, {2}},
      {"a pill is wider than a dot", {At(0), At(5), At(16)}, {3}},
      {"past and scheduled", {At(0), At(1), ScheduledAt(2), ScheduledAt(3)}, {2, 2}},
      {"the selected one", {At(0), SelectedAt(1), At(2)}, {1, 1, 1}},
  };
  for (const auto& c : cases) EXPECT_EQ(CountsOf(ClusterPoints(c.points, {})), c.counts) << c.what;
}

TEST(ClusterPoints, AdaptiveBandsKeepMore) {
  const std::vector<ClusterPoint> points = {At(0), At(6), At(40), At(45)};
  EXPECT_EQ(CountsOf(ClusterPoints(points, {.min_gap_px = 6})), (std::vector<size_t>{1, 1, 2}));
}

TEST(ClusterPoints, APillStandsAtTheMeanAndHoldsItsNumber) {
  const std::vector<PointGroup> groups = ClusterPoints({At(0), At(4), At(8)}, {});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_DOUBLE_EQ(groups[0].centre_px, 4);
  EXPECT_DOUBLE_EQ(groups[0].half_px, (7 + 12) / 2.0);
  const std::vector<PointGroup> many = ClusterPoints(std::vector<ClusterPoint>(12, At(0)), {});
  EXPECT_DOUBLE_EQ(many[0].half_px, (2 * 7 + 12) / 2.0) << "two digits";
}

TEST(ClusterPoints, PillsAddUpWhatTheyCount) {
  const ClusterSizes sizes{.single = SingleMark::kPill};
  const std::vector<PointGroup> groups =
      ClusterPoints({{.centre_px = 0, .half_px = 11, .weight = 3},
                     {.centre_px = 20, .half_px = 11, .weight = 7},
                     {.centre_px = 60, .half_px = 11, .weight = 1}},
                    sizes);
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].weight, 10u);
  EXPECT_EQ(groups[1].weight, 1u);
}

TEST(ClusterPoints, APastPillMakesRoomForAScheduledRing) {
  const std::vector<PointGroup> groups = ClusterPoints({At(90), At(95), ScheduledAt(98)}, {});
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_DOUBLE_EQ(groups[1].centre_px, 98);
  EXPECT_LE(groups[0].centre_px + groups[0].half_px, 98 - 5);
}

TEST(ClusterPoints, NothingIsLostAndNoPillOverlaps) {
  TestRandom random(4);
  for (int round = 0; round < 500; ++round) {
    std::vector<ClusterPoint> points;
    const double playhead = static_cast<double>(random.Between(0, 700));
    for (int64_t i = random.Between(1, 120); i > 0; --i) {
      ClusterPoint point = At(700 * random.Unit());
      point.scheduled = point.centre_px > playhead;
      points.push_back(point);
    }
    std::sort(points.begin(), points.end(), [](const ClusterPoint& a, const ClusterPoint& b) {
      return a.centre_px < b.centre_px;
    });
    if (round % 2 == 0)
      points[static_cast<size_t>(random.Between(0, 1000)) % points.size()].alone = true;
    const ClusterSizes sizes{.min_gap_px = round % 3 == 0 ? 6.0 : 13.0};
    const std::vector<PointGroup> groups = ClusterPoints(points, sizes);
    size_t next = 0;
    for (size_t g = 0; g < groups.size(); ++g) {
      const PointGroup& group = groups[g];
      ASSERT_EQ(group.first, next);
      next += group.count;
      for (size_t i = group.first; i < next; ++i) {
        ASSERT_EQ(points[i].scheduled, points[group.first].scheduled);
        ASSERT_TRUE(!points[i].alone || group.count == 1);
      }
      if (g == 0) continue;
      const PointGroup& before = groups[g - 1];
      const bool pill = group.count > 1 || before.count > 1;
      const double gap = group.centre_px - before.centre_px;
      // Squeezed between a selected and a scheduled mark there may be no room left for a pill.
      const bool barriers = round % 2 == 0;
      if (!barriers) {
        ASSERT_GE(gap, pill ? group.half_px + before.half_px : 6 - 1e-9) << round;
      } else {
        ASSERT_GT(gap, -20) << round;
      }
    }
    ASSERT_EQ(next, points.size());
  }
}

// What one sees of points in [0, 100], as "how many at which px", those at an edge with an
// asterisk.
std::vector<std::string> Seen(const std::vector<ClusterPoint>& points,
                              std::vector<double> held_px) {
  if (held_px.empty()) {
    for (const ClusterPoint& point : points) held_px.push_back(point.centre_px);
  }
  std::vector<std::string> seen;
  const ViewGroups view = GroupsInView(points, held_px, {}, 0, 100);
  for (size_t g = 0; g < view.groups.size(); ++g) {
    if (view.standing[g] == Standing::kUnseen) continue;
    seen.push_back(std::to_string(view.groups[g].count) + " at " +
                   std::to_string(std::lround(view.groups[g].centre_px)) +
                   (view.standing[g] == Standing::kAtEdge ? "*" : ""));
  }
  return seen;
}

TEST(GroupsInView, HoldsAtTheEdgesWhatWouldBeLostThere) {
  using Texts = std::vector<std::string>;
  EXPECT_EQ(Seen({At(-20), At(50), At(54), At(130)}, {}), (Texts{"2 at 52"}));
  EXPECT_EQ(Seen({At(-6), At(4), At(50)}, {}), (Texts{"1 at 50", "2 at 0*"})) << "straddles";
  EXPECT_EQ(Seen({At(-500), At(60)}, {5, 60}), (Texts{"1 at 60", "1 at 5*"})) << "a wide date";
  EXPECT_EQ(Seen({At(-500), At(9), At(60)}, {5, 9, 60}), (Texts{"1 at 60", "2 at 7*"}));
  EXPECT_EQ(Seen({At(-500), SelectedAt(9)}, {5, 9}), (Texts{"1 at 9", "1 at 3*"})) << "gives way";
}

TEST(GroupsInView, WhatIsInViewDoesNotDependOnWhatIsNot) {
  // Twenty dots, each so close to the next that all of it hangs together.
  for (double pan_px = 0; pan_px < 60; ++pan_px) {
    std::vector<ClusterPoint> points;
    for (int i = 0; i < 20; ++i) points.push_back(At(11 * i - 60 - pan_px));
    const ViewGroups view = GroupsInView(points, std::vector<double>(20, -1), {}, 0, 100);
    for (size_t g = 0; g < view.groups.size(); ++g) {
      if (view.standing[g] != Standing::kSeen) continue;
      EXPECT_EQ(view.groups[g].count, 2u);
      EXPECT_NEAR(std::fmod(view.groups[g].centre_px + 60 + pan_px - 5.5, 22), 0, 1e-9);
    }
  }
}

}  // namespace
}  // namespace demarche
