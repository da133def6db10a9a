// Where a date lies on the axis: the bar of an interval with its fading, uncertain ends, and the
// point that stands for a date too short to be a bar (design/DESIGN.md section 3).
#pragma once

#include "core/timeline/timeline_items.h"

namespace demarche {

/// From a point to the end of the axis, beyond which nothing stands.
inline constexpr double kEndPadPx = 1;

/// The stretch of a date in px along the axis, not cut at the view.
struct ItemSpan {
  double x0_px = 0, x1_px = 0;  // outer edges of the fades
  double fade_in_px = 0, fade_out_px = 0;
  double centre_px = 0;  // where its point goes: the middle of a date, the start of an interval
  bool ends_at_playhead = false;
  double length_px() const { return x1_px - x0_px; }
};

/// Sizes of the fades of an uncertain end: at least so wide where it is known to the day, or
/// coarser.
struct FadeSizes {
  double day_px = 10, coarse_px = 20;
};

/// A fade lies 0.45 of its width outside the middle of the uncertain end and 0.55 inside. What is
/// ongoing ends at `playhead_px`, never beyond.
ItemSpan SpanOf(const TimelineItem& item, const TimeScale& scale, double playhead_px,
                const FadeSizes& fades);

/// The stretch that the date of a point may cover, where that is too wide to be left to its dot:
/// the line under it, cut at the view; not shown where the date is narrow.
struct WideSpan {
  double x0_px = 0, x1_px = 0;
  bool shown() const { return x1_px > x0_px; }
};
WideSpan WideSpanOf(const TimelineItem& item, const ItemSpan& span, double view0_px,
                    double view1_px);

/// A point whose wide date begins or ends beyond the view stands where one sees it, `pad_px`
/// inside.
void MoveIntoView(const TimelineItem& item, double view0_px, double view1_px, double pad_px,
                  ItemSpan* span);

}  // namespace demarche
