// What holds of the ticks of any axis.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/timeline/any_timeline.h"

namespace demarche {
namespace {

// Where a label lies along the axis.
struct Extent {
  float from_px, to_px;
};
Extent ExtentOf(const Tick& tick, const TimelineLayout& layout) {
  if (layout.orientation == Orientation::kVertical) {
    return {tick.label_px.y - 6, tick.label_px.y + 6};
  }
  const Face face = tick.strong ? Face::kSemiBold : Face::kRegular;
  const float label = kFakeMeasurer.WidthPx(tick.label, face, layout.metrics.meta_size_px);
  const float label2 = kFakeMeasurer.WidthPx(tick.label2, face, layout.metrics.meta_size_px);
  if (tick.label2.empty()) return {tick.label_px.x, tick.label_px.x + label};
  const float half = std::max(label, label2) / 2;
  return {tick.label_px.x - half, tick.label_px.x + half};
}

TEST(TicksOfAny, AscendInsideTheAxis) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    Seconds before = kTimeMin;
    for (const Tick& tick : layout.ticks) {
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
    float free_from_px = static_cast<float>(layout.scale.x0_px());
    for (const Tick& tick : layout.ticks) {
      if (tick.label.empty()) continue;
      const Extent extent = ExtentOf(tick, layout);
      ASSERT_GE(extent.from_px, free_from_px) << tick.label;
      free_from_px = extent.to_px;
      ASSERT_LE(extent.to_px, layout.scale.x1_px()) << tick.label;
      for (const AxisBreak& fold : layout.breaks) {
        ASSERT_FALSE(fold.x_px > extent.from_px + 1 && fold.x_px < extent.to_px - 1) << tick.label;
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
        if (tick.t > band.t0 + 1 && tick.t < band.t1) times.push_back(tick.t);
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
