// While one zooms by hand nothing jumps: where an event is drawn changes from frame to frame by
// what the axis moves and a little, also where clusters open and close.
#include "views/cluster_motion.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "tests/core/timeline/any_timeline.h"
#include "views/along.h"

namespace demarche {
namespace {

constexpr double kFrameS = 1.0 / 60;

float At(const TimelineLayout& layout, const Mark& mark) {
  return mark.centre_px.*AlongAxisOf(layout.orientation).at;
}

struct Place {
  float at_px;
  std::vector<Index> events;  // ascending
};

// Where points are drawn, each with its events.
std::vector<Place> PlacesOf(const TimelineLayout& layout) {
  std::vector<Place> places;
  for (const Mark& mark : layout.marks) {
    if (mark.shape == MarkShape::kBar || mark.item.kind != ItemKind::kEvent) continue;
    Place& place = places.emplace_back(Place{At(layout, mark), {}});
    if (mark.members.empty()) place.events.push_back(mark.item.index);
    for (const Ref member : mark.members) place.events.push_back(member.index);
    std::sort(place.events.begin(), place.events.end());
  }
  return places;
}

// The furthest that a point is from all that had one of its events, less what the axis moved. What
// is held at the edges of the view does not count.
float Jump(const TimelineLayout& before, const TimelineLayout& after) {
  const std::vector<Place> then = PlacesOf(before);
  float furthest_px = 0;
  for (const Place& now : PlacesOf(after)) {
    constexpr double kEdgePx = 60;
    if (now.at_px < after.scale.x0_px() + kEdgePx || now.at_px > after.scale.x1_px() - kEdgePx)
      continue;
    float nearest_px = 1e9f;
    for (const Place& was : then) {
      std::vector<Index> common;
      std::set_intersection(was.events.begin(), was.events.end(), now.events.begin(),
                            now.events.end(), std::back_inserter(common));
      if (common.empty()) continue;
      const double moved_px = after.scale.PxFromTime(before.scale.TimeFromPx(was.at_px));
      nearest_px = std::min(nearest_px, std::abs(static_cast<float>(moved_px) - now.at_px));
    }
    if (nearest_px < 1e9f) furthest_px = std::max(furthest_px, nearest_px);
  }
  return furthest_px;
}

struct Zooming {
  float jump_px = 0;       // as drawn
  float bare_jump_px = 0;  // without the motion
  bool settled = true;     // in the end the layout is drawn as it is
};

Zooming ZoomOf(AnyTimeline* any, double factor) {
  Zooming result;
  const KeptPlan plan(&any->request);
  ClusterMotion motion;
  double now_s = 0;
  TimelineLayout before = LayoutTimeline(any->request);
  for (int step = 0; step < 150; ++step) {
    const double middle_px = (before.scale.x0_px() + before.scale.x1_px()) / 2;
    any->request.range = ZoomedRange(before, factor, middle_px);
    TimelineLayout after = LayoutTimeline(any->request);
    now_s += kFrameS;
    motion.Tick(now_s);
    TimelineLayout drawn_before = before, drawn_after = after;
    motion.Apply(&drawn_before);
    motion.Start(before, after, now_s);
    motion.Apply(&drawn_after);
    result.jump_px = std::max(result.jump_px, Jump(drawn_before, drawn_after));
    result.bare_jump_px = std::max(result.bare_jump_px, Jump(before, after));
    before = std::move(after);
  }
  motion.Tick(now_s + 1);
  TimelineLayout drawn = before;
  motion.Apply(&drawn);
  result.settled = !motion.runs() && drawn.marks.size() == before.marks.size();
  return result;
}

Mark PointAt(Index event, float x_px) {
  Mark mark;
  mark.item = {ItemKind::kEvent, event};
  mark.centre_px = {x_px, 20};
  mark.label = "Label";
  return mark;
}

TEST(ClusterMotion, WhatClosesIntoAClusterIsDrawnBelowItOnTheWay) {
  TimelineLayout before, after;
  before.scale = after.scale = TimeScale({{0, 1000, 0, 1000}}, 0, 1000, 0, 1000, {});
  before.marks = {PointAt(0, 100), PointAt(1, 120)};
  Mark cluster = PointAt(0, 110);
  cluster.shape = MarkShape::kCluster;
  cluster.members = {{ItemKind::kEvent, 0}, {ItemKind::kEvent, 1}};
  after.marks = {cluster};
  ClusterMotion motion;
  const auto drawn = [&](double now_s) {
    motion.Tick(now_s);
    TimelineLayout layout = after;
    motion.Apply(&layout);
    return layout.marks;
  };
  motion.Start(before, after, 0);

  std::vector<Mark> marks = drawn(0);
  ASSERT_EQ(marks.size(), 2u);
  EXPECT_EQ(marks[0].item, before.marks[1].item);
  EXPECT_FLOAT_EQ(marks[0].centre_px.x, 120);
  EXPECT_EQ(marks[0].label, "");
  EXPECT_FLOAT_EQ(marks[1].centre_px.x, 100);  // out of its first event

  marks = drawn(0.08);
  ASSERT_EQ(marks.size(), 2u);
  EXPECT_FLOAT_EQ(marks[0].centre_px.x, 115);
  EXPECT_FLOAT_EQ(marks[1].centre_px.x, 105);

  marks = drawn(0.16);
  ASSERT_EQ(marks.size(), 1u);
  EXPECT_FLOAT_EQ(marks[0].centre_px.x, 110);
}

TEST(ClusterMotion, ACrowdIsNotFollowed) {
  for (const Index events : {400u, 600u}) {
    TimelineLayout before, after;
    before.scale = after.scale = TimeScale({{0, 1000, 0, 1000}}, 0, 1000, 0, 1000, {});
    for (Index i = 0; i < events; ++i) before.marks.push_back(PointAt(i, static_cast<float>(i)));
    Mark cluster = PointAt(0, 0.5f);
    cluster.shape = MarkShape::kCluster;
    cluster.members = {before.marks[0].item, before.marks[1].item};
    after.marks = before.marks;
    after.marks.erase(after.marks.begin());
    after.marks[0] = cluster;
    ClusterMotion motion;
    motion.Start(before, after, 0);
    EXPECT_EQ(motion.runs(), events == 400);
  }
}

TEST(ClusterMotionOfAny, NothingJumpsWhileOneZooms) {
  float bare_jump_px = 0;
  ForAnyTimeline(0, 66, [&](AnyTimeline* any) {
    if (any->HasDenseLane()) return;
    any->request.range = kEverything;
    for (const double factor : {1.01, 1 / 1.01}) {
      const Zooming zooming = ZoomOf(any, factor);
      EXPECT_LT(zooming.jump_px, 1) << "by " << factor;
      EXPECT_TRUE(zooming.settled);
      bare_jump_px = std::max(bare_jump_px, zooming.bare_jump_px);
    }
  });
  EXPECT_GT(bare_jump_px, 12);  // without it they do
}

}  // namespace
}  // namespace demarche
