// The true-scale strip: the whole dossier at one scale, events counted in calendar bins, and the
// window that the axis shows of it. It is never distorted, so that the adaptive axis can be read
// against it.
#pragma once

#include "core/timeline/timeline_layout.h"

namespace demarche {

struct MinimapRequest {
  const Dossier* dossier = nullptr;
  const RankBits* known = nullptr;  // entries of its lanes known at as_of_s; null: looked for here
  const TextMeasurer* measurer = nullptr;
  TimelineMetrics metrics;
  Orientation orientation = Orientation::kHorizontal;
  Rect strip_px;
  Seconds as_of_s = kTimeMax;
  Seconds content0 = 0, content1 = 0;  // what the strip must hold
  Seconds range0 = 0, range1 = 0;      // what the brush marks
  ReaderCalendar calendar;
};

/// The strip begins at a round year (month, day, where all is within a few) before the content. A
/// bar counts the events whose points lie in its bin, which is a day (month, year) of the zone
/// shown, as on the axis: O(lanes * bins * log n), where `known` is
/// given.
MinimapView LayoutMinimap(const MinimapRequest& request);

/// Moves the brush to [range0, range1).
void SetBrush(Orientation orientation, Seconds range0, Seconds range1, MinimapView* view);

/// Where a time lies on the strip, in px along it.
double MinimapPx(const MinimapView& view, Orientation orientation, Seconds t);

}  // namespace demarche
