// How the lanes fit their height: rows and headings shrink step by step, and what room is left over
// becomes further rows where labels were lost.
#pragma once

#include <vector>

#include "core/timeline/lane_packing.h"

namespace demarche {

/// The lanes as they will be drawn.
struct FittedLanes {
  TimelineMetrics metrics;     // with the sizes of rows and headings in use
  TimelineItems items;         // the last group perhaps folded to one lane
  std::vector<RowPlan> plans;  // by lane
};

/// Height of headings and lanes.
float HeightOf(const FittedLanes& lanes);
/// That of a folded group is its lane's name: only a gap stays.
float HeightOfHeading(const GroupItems& group, const TimelineMetrics& metrics);
float HeightOfLane(const RowPlan& plan, const TimelineMetrics& metrics);

/// Into `height_px`, of headings and lanes. Where the whole timeline is lower than 420 px, the last
/// group may be folded.
FittedLanes FitLanes(TimelineItems items, const PackRequest& request, float height_px);

}  // namespace demarche
