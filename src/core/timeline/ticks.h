// The ticks of the axis: in each band the finest calendar step whose labels have room, from
// thousands of years to seconds (design/DESIGN.md section 4).
//
// Labels never overlap each other nor a scale change, and together say enough: a band, and a view
// that begins in the middle of one, opens with what encloses its ticks ("Mar 2014" before "Apr"),
// and where a coarser unit begins, its name replaces the finer one ("2015" between "Oct" and
// "Apr"). Days are cells, their names in the middle of what one sees of them; within a day its full
// date stands over the times of day. The label of a boundary goes before that of the context, and
// both before the others.
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
  ReaderCalendar calendar;
};

/// Ticks of the visible part of the axis, ascending. Only what is in view is computed.
std::vector<Tick> LayoutTicks(const TickRequest& request);

}  // namespace demarche
