// What holds of the ticks of any axis.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/timeline/any_timeline.h"

namespace demarche {
namespace {

// Where a label lies; down the phone's axis only its height is looked at.
Rect LabelOf(const Tick& tick, const TimelineLayout& layout) {
  constexpr float kLinePx = 11;
  const Face face = tick.strong ? Face::kSemiBold : Face::kRegular;
  const float label = kFakeMeasurer.WidthPx(tick.label, face, layout.metrics.meta_size_px);
  const float label2 = kFakeMeasurer.WidthPx(tick.label2, face, layout.metrics.meta_size_px);
  const Point at = tick.label_px;
  if (layout.orientation == Orientation::kVertical) return {0, at.y - 6, 1, 12};
  if (tick.label2.empty()) return {at.x, at.y - kLinePx / 2, label, kLinePx};
  const float width = std::max(label, label2);
  return {at.x - width / 2, at.y - kLinePx, width, 2 * kLinePx};
}

TEST(TicksOfAny, AscendInsideTheAxis) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    Seconds before = kTimeMin;
    for (const Tick& tick : layout.ticks) {
      if (tick.rank == TickRank::kContext) continue;
      ASSERT_GT(tick.t, before);
      before = tick.t;
      ASSERT_GE(tick.x_px, layout.scale.x0_px() - 1);
      ASSERT_LE(tick.x_px, layout.scale.x1_px() + 1);
      ASSERT_NEAR(tick.x_px, layout.scale.PxFromTime(tick.t), 1);
    }
    ASSERT_LT(static_cast<double>(layout.ticks.size()), AnyTimeline::AxisPx(layout) / 3 + 20);
  });
}

TEST(TicksOfAny, LabelsLieApartInsideTheAxisAndCrossNoBreak) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    const bool vertical = layout.orientation == Orientation::kVertical;
    std::vector<Rect> labels;
    for (const Tick& tick : layout.ticks) {
      if (tick.label.empty()) continue;
      const Rect label = LabelOf(tick, layout);
      for (const Rect& other : labels) ASSERT_FALSE(label.Overlaps(other)) << tick.label;
      labels.push_back(label);
      const double from = vertical ? label.y : label.x;
      const double to = vertical ? label.bottom() : label.right();
      ASSERT_GE(from, layout.scale.x0_px()) << tick.label;
      ASSERT_LE(to, layout.scale.x1_px()) << tick.label;
      for (const AxisBreak& fold : layout.breaks) {
        ASSERT_FALSE(fold.x_px > from + 1 && fold.x_px < to - 1) << tick.label;
      }
    }
  });
}

// Whatever they are apart in a band, that they stand on: days on midnight, months on the first.
TEST(TicksOfAny, StandOnBoundariesOfTheCalendar) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    for (const BandView& band : layout.bands) {
      std::vector<Seconds> times;
      for (const Tick& tick : layout.ticks) {
        // The first of a band says where one is, wherever that is.
        const bool inside = tick.t > band.t0 + 1 && tick.t < band.t1;
        if (inside && tick.rank != TickRank::kContext) times.push_back(tick.t);
      }
      if (times.size() < 2) continue;
      Seconds least = kTimeMax;
      for (size_t i = 1; i < times.size(); ++i) least = std::min(least, times[i] - times[i - 1]);
      const CalendarStep step = least >= 365 * kSecondsPerDay ? CalendarStep{CalendarUnit::kYear, 1}
                                : least >= 28 * kSecondsPerDay
                                    ? CalendarStep{CalendarUnit::kMonth, 1}
                                : least >= kSecondsPerDay ? CalendarStep{CalendarUnit::kDay, 1}
                                : least >= 3600           ? CalendarStep{CalendarUnit::kHour, 1}
                                                          : CalendarStep{CalendarUnit::kMinute, 1};
      if (least < 60) continue;
      for (const Seconds t : times) ASSERT_EQ(IsoUtc(FloorTo(t, step)), IsoUtc(t)) << least;
    }
  });
}

// At 250 px and more there is always a date to read.
TEST(TicksOfAny, SayWhereOneIs) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    if (any->vertical() || AnyTimeline::AxisPx(layout) < 250) return;
    const bool labelled = std::any_of(layout.ticks.begin(), layout.ticks.end(),
                                      [](const Tick& tick) { return !tick.label.empty(); });
    ASSERT_TRUE(labelled);
  });
}

}  // namespace
}  // namespace demarche
