// The phone's timeline: time runs down (design/DESIGN.md section 7, phone).
#pragma once

#include "core/timeline/timeline_layout.h"

namespace demarche {

/// LayoutTimeline for Orientation::kVertical. With range {kTimeMin, kTimeMax} a day is 44 px tall
/// and the window ends with the axis, or lies around the focus; another range fills the height.
TimelineLayout LayoutVertical(const TimelineRequest& request);

}  // namespace demarche
