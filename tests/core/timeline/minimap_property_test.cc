// What holds of the true-scale strip of any timeline.
#include <gtest/gtest.h>

#include <cmath>

#include "core/dossier/as_of.h"
#include "core/timeline/minimap_layout.h"
#include "tests/core/timeline/any_timeline.h"

namespace demarche {
namespace {

// Along the strip, and how high its bars are.
struct Stretch {
  float from_px, to_px, high_px;
};
Stretch StretchOf(const Rect& rect, const AnyTimeline& any) {
  if (any.vertical()) return {rect.y, rect.bottom(), rect.w};
  return {rect.x, rect.right(), rect.h};
}

TEST(MinimapOfAny, BarsStandSideBySideOnTheStrip) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    const MinimapView map = LayoutTimeline(any->request).minimap;
    const Stretch strip = StretchOf(map.strip_px, *any);
    float free_from_px = strip.from_px, highest_px = 0;
    for (const MinimapBar& bar : map.bars) {
      const Stretch stretch = StretchOf(bar.rect_px, *any);
      ASSERT_GE(stretch.from_px, free_from_px - 0.01f);
      ASSERT_LE(stretch.to_px, strip.to_px + 1.01f);
      free_from_px = stretch.to_px;
      highest_px = std::max(highest_px, stretch.high_px);
    }
    if (!map.bars.empty()) {
      ASSERT_FLOAT_EQ(highest_px, strip.high_px - 4);
    }
  });
}

// The heights tell how many events stand in each bin; added up it is all that is known.
TEST(MinimapOfAny, BarsAddUpToTheKnownEvents) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    const MinimapView& map = layout.minimap;
    std::vector<uint32_t> counts(map.bars.size());
    uint32_t begun = 0;
    for (const Event& event : any->dossier.events()) {
      const Seconds t = PointOf(event.date.when);
      if (!KnownAt(event.reported_s, any->request.as_of_s) || t <= kTimeMin) continue;
      ++begun;
      for (size_t i = 0; i < map.bars.size(); ++i) {
        const MinimapBar& bar = map.bars[i];
        // The strip may end before the middle of the last date.
        if (t < bar.t0 || (t >= bar.t1 && bar.t1 < map.t1)) continue;
        ++counts[i];
        break;
      }
    }
    uint32_t sum = 0, most = 0;
    for (const uint32_t count : counts) {
      sum += count;
      most = std::max(most, count);
    }
    ASSERT_EQ(sum, begun);
    const float depth_px = StretchOf(map.strip_px, *any).high_px - 4;
    for (size_t i = 0; i < counts.size(); ++i) {
      const float share = static_cast<float>(counts[i]) / static_cast<float>(most);
      ASSERT_NEAR(StretchOf(map.bars[i].rect_px, *any).high_px, std::max(2.0f, depth_px * share),
                  0.01f);
    }
  });
}

TEST(MinimapOfAny, IsLinearAndTheBrushIsTheWindow) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    const MinimapView& map = layout.minimap;
    const Stretch strip = StretchOf(map.strip_px, *any), brush = StretchOf(map.brush_px, *any);
    const auto px_of = [&](Seconds t) { return MinimapPx(map, layout.orientation, t); };
    ASSERT_LE(map.t0, layout.content0);
    ASSERT_GE(map.t1, layout.content1);
    const Seconds middle = map.t0 + (map.t1 - map.t0) / 2;
    ASSERT_NEAR(px_of(middle), (px_of(map.t0) + px_of(map.t1)) / 2, 0.01);
    ASSERT_NEAR(brush.from_px, std::max<double>(px_of(layout.range0), strip.from_px), 0.01);
    ASSERT_NEAR(brush.to_px,
                std::max(std::min<double>(px_of(layout.range1), strip.to_px), brush.from_px + 1.0),
                0.02);
    for (const MinimapBar& bar : map.bars) {
      const Stretch stretch = StretchOf(bar.rect_px, *any);
      const bool overlaps = stretch.from_px < brush.to_px - 1 && stretch.to_px > brush.from_px + 1;
      if (overlaps) {
        ASSERT_TRUE(bar.inside);
      }
    }
  });
}

TEST(MinimapOfAny, TickLabelsLieApartAndOnNoBar) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    const MinimapView map = LayoutTimeline(any->request).minimap;
    float free_from_px = -1e9f;
    for (const Tick& tick : map.ticks) {
      if (tick.label.empty()) continue;
      const float w =
          kFakeMeasurer.WidthPx(tick.label, Face::kRegular, any->request.metrics.meta_size_px);
      const Rect box = {tick.label_px.x, tick.label_px.y - 6, w, 12};
      const Stretch label = StretchOf(box, *any), strip = StretchOf(map.strip_px, *any);
      ASSERT_GE(label.from_px, free_from_px);
      ASSERT_LE(label.to_px, strip.to_px + 0.5f);
      free_from_px = label.to_px;
      for (const MinimapBar& bar : map.bars) {
        ASSERT_FALSE(!any->vertical() && bar.rect_px.Overlaps(box)) << tick.label;
      }
    }
  });
}

}  // namespace
}  // namespace demarche
