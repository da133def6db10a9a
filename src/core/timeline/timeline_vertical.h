// What is particular to the phone's timeline, where time runs down (design/DESIGN.md section 7,
// phone): all lanes are one, its points on a thread and the most important intervals thin bars at
// the right; and the page shows a window of the axis. Marks are made as where time runs to the
// right (lane_marks.h), and labelled by vertical_labels.h.
#pragma once

#include "core/timeline/timeline_plan.h"

namespace demarche {

/// Least distance from a label's line, which is this high, to the next one.
inline constexpr float kVerticalLinePx = 18;
/// Marks closer than this share a line: they merge.
inline constexpr double kLineGapPx = 20;
/// The axis keeps so far from both edges that every mark in its range is whole, selected or not.
inline constexpr float kVerticalEdgePx = kVerticalLinePx / 2 + kOutlineY + 1;
/// From the left edge of the ground to the middle of the thread.
inline constexpr float kThreadPx = 74;
/// What is shorter with everything in view is a point and no bar: 40 px where a day is 44 px tall.
double LeastThinBarPx(const TimeScale& everything);

/// All lanes as one with at most two rows of bars: the most important intervals of each time, by
/// first fit in the order of their beginnings. The rest are points in a row before them.
FittedLanes PackThread(TimelineItems items, const PackRequest& request);
/// What the lanes are called, by track, and at last that of moves of no event; a folded group's
/// tracks as the group.
std::vector<std::string> LaneNames(const Dossier& dossier, const TimelineItems& items);
/// The middles of `rows` rows, from the canvas's left edge.
std::vector<float> RowsAcross(const TimelineRequest& request, const TimelinePlan& plan,
                              uint32_t rows);
FadeSizes FadesOfThinBars();

/// The true-scale strip at the left of an area.
Rect VerticalStrip(const Rect& area_px, const TimelineMetrics& metrics);

/// The stretch of the world that a page shows without a range: with a day 44 px tall, to the end of
/// the axis or not far after the playhead, and with the focus in it.
struct WorldSpan {
  double u0 = 0, u1 = 0;
};
WorldSpan NaturalWindow(const TimelineRequest& request, const TimelinePlan& plan);

/// Where the as-of pill lies on the phone: over the right end of the playhead, or at the edge of
/// `area_px` that is next to it. Empty without a width.
Rect VerticalPill(const Rect& area_px, float playhead_px, float w_px);

}  // namespace demarche
