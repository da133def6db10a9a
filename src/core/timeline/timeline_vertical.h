// The phone's timeline: time runs down (design/DESIGN.md section 7, phone).
#pragma once

#include "core/timeline/timeline_layout.h"

namespace demarche {

/// LayoutTimeline for Orientation::kVertical. With range {kTimeMin, kTimeMax} a day is 44 px tall
/// and the window ends with the axis, or lies around the focus; another range fills the height.
TimelineLayout LayoutVertical(const TimelineRequest& request);

/// Where the as-of pill lies on the phone: over the right end of the playhead, or at the edge of
/// `area_px` that is next to it. Empty without a width.
Rect VerticalPill(const Rect& area_px, float playhead_px, float w_px);

}  // namespace demarche
