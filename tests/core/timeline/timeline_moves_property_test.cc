// What holds of zooming, panning and hitting, wherever one is.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/timeline/any_timeline.h"

namespace demarche {
namespace {

// A window is told in whole seconds, so that an edge may be off by what a second is wide.
double SecondPx(const TimelineLayout& layout) {
  return AnyTimeline::AxisPx(layout) / static_cast<double>(layout.range1 - layout.range0);
}
double LengthOf(const TimelineLayout& layout) {
  return layout.scale.world1() - layout.scale.world0();
}

TEST(MovesOfAny, StayWithinTheContent) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    const TimelineLayout before = LayoutTimeline(any->request);
    const double x_px = before.scale.x0_px() + AnyTimeline::AxisPx(before) * any->random.Unit();
    const TimeSpan ranges[] = {ZoomedRange(before, std::exp2(8 * any->random.Unit() - 4), x_px),
                               PannedRange(before, 4000 * any->random.Unit() - 2000)};
    for (const TimeSpan& range : ranges) {
      any->request.range = range;
      const TimelineLayout layout = LayoutTimeline(any->request);
      ASSERT_GE(layout.range0, std::min(before.content0, before.range0) - 1);
      ASSERT_LE(layout.range1, std::max(before.content1, before.range1) + 1);
      ASSERT_GE(layout.range1 - layout.range0, 60);
    }
  });
}

TEST(MovesOfAny, ZoomingKeepsTheTimeUnderThePointer) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    const TimelineLayout before = LayoutTimeline(any->request);
    const double x_px = before.scale.x0_px() + AnyTimeline::AxisPx(before) * any->random.Unit();
    const double t = before.scale.TimeFromPx(x_px);
    any->request.range = ZoomedRange(before, 1 + 3 * any->random.Unit(), x_px);
    const TimelineLayout after = LayoutTimeline(any->request);
    if (after.range1 - after.range0 <= 60) return;  // the closest there is
    const double now_px = after.scale.PxFromWorld(after.scale.WorldFromTime(t));
    ASSERT_NEAR(now_px, x_px, 0.5 + 2 * SecondPx(after));
  });
}

TEST(MovesOfAny, ZoomingInAndOutComesBack) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    const TimelineLayout before = LayoutTimeline(any->request);
    const double x_px = before.scale.x0_px() + AnyTimeline::AxisPx(before) * any->random.Unit();
    const double factor = 1 + 3 * any->random.Unit();
    any->request.range = ZoomedRange(before, factor, x_px);
    const TimelineLayout closer = LayoutTimeline(any->request);
    if (closer.range1 - closer.range0 <= 60) return;
    any->request.range = ZoomedRange(closer, 1 / factor, x_px);
    const TimelineLayout after = LayoutTimeline(any->request);
    const double slack_px = 1 + 2 * factor * SecondPx(closer);
    ASSERT_NEAR(before.scale.PxFromTime(after.range0), before.scale.x0_px(), slack_px);
    ASSERT_NEAR(before.scale.PxFromTime(after.range1), before.scale.x1_px(), slack_px);
  });
}

TEST(MovesOfAny, PanningMovesByItsPxAtOneScale) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    const TimelineLayout before = LayoutTimeline(any->request);
    const double dx_px = std::round(200 * any->random.Unit() - 100);
    any->request.range = PannedRange(before, dx_px);
    const TimelineLayout after = LayoutTimeline(any->request);
    const double slack_px = 0.5 + 2 * SecondPx(before);
    ASSERT_NEAR(LengthOf(after), LengthOf(before),
                slack_px * LengthOf(before) / AnyTimeline::AxisPx(before));
    const double moved_px = before.scale.PxFromTime(after.range0) - before.scale.x0_px();
    if (std::abs(moved_px - dx_px) > slack_px) {  // one has come to an end
      ASSERT_LT(std::abs(moved_px), std::abs(dx_px));
      const Seconds end = dx_px < 0 ? after.range0 : after.range1;
      const Seconds content = dx_px < 0 ? before.content0 : before.content1;
      const Seconds was = dx_px < 0 ? before.range0 : before.range1;
      const bool at_end =
          std::abs(after.scale.PxFromTime(content) - after.scale.PxFromTime(end)) <= slack_px;
      ASSERT_TRUE(at_end || std::abs(before.scale.PxFromTime(was) - before.scale.PxFromTime(end)) <=
                                slack_px);
    }
  });
}

TEST(MovesOfAny, AHitIsTheMarkWhoseBoxOneSees) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    for (int i = 0; i < 60; ++i) {
      Point at{layout.lanes_px.x + layout.lanes_px.w * static_cast<float>(any->random.Unit()),
               layout.lanes_px.y + layout.lanes_px.h * static_cast<float>(any->random.Unit())};
      // Half of them near a mark, where there is something to tell apart.
      if (i % 2 == 0 && !layout.marks.empty()) {
        const auto mark = any->random.Between(0, static_cast<int64_t>(layout.marks.size()) - 1);
        at = layout.marks[static_cast<size_t>(mark)].box_px.centre();
        at.x += static_cast<float>(any->random.Between(-20, 20));
        at.y += static_cast<float>(any->random.Between(-14, 14));
      }
      const Mark* top = nullptr;
      bool near = false;
      for (const Mark& mark : layout.marks) {
        if (mark.covered) continue;
        const Rect& box = mark.box_px;
        if (box.Contains(at)) top = &mark;
        const float dx = std::max(0.0f, 24 - box.w) / 2, dy = std::max(0.0f, 24 - box.h) / 2;
        near = near || Rect{box.x - dx, box.y - dy, box.w + 2 * dx, box.h + 2 * dy}.Contains(at);
      }
      const Mark* hit = HitTest(layout, at, 24);
      ASSERT_EQ(hit != nullptr, near);
      if (top) {
        ASSERT_EQ(hit, top);
      }
      ASSERT_EQ(HitTest(layout, at, 0), top);
    }
  });
}

TEST(MovesOfAny, EveryDrawnMarkCanBeHit) {
  ForAnyTimeline(500, 110, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    for (const Mark& mark : layout.marks) {
      if (mark.covered) continue;
      const Mark* hit = HitTest(layout, mark.mark_px.centre(), 24);
      ASSERT_TRUE(hit);
      ASSERT_TRUE(hit == &mark || hit->box_px.Overlaps(mark.mark_px));
    }
  });
}

}  // namespace
}  // namespace demarche
