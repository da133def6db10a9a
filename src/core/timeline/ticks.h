// The ticks of the axis: in each band the finest calendar step whose labels have room, from
// centuries to minutes (design/DESIGN.md section 4). Labels never overlap each other nor a scale
// change.
#pragma once

#include <span>
#include <vector>

#include "core/timeline/timeline_layout.h"

namespace demarche {

struct TickRequest {
  const TimeScale* scale = nullptr;
  const TextMeasurer* measurer = nullptr;
  TimelineMetrics metrics;
  Orientation orientation = Orientation::kHorizontal;
  float axis_px = 0;               // y of the axis; vertical: x where labels begin
  std::span<const Seconds> talks;  // ascending; days with one of them are set strong
};

/// Ticks of the visible part of the axis, ascending. Only what is in view is computed.
std::vector<Tick> LayoutTicks(const TickRequest& request);

}  // namespace demarche
