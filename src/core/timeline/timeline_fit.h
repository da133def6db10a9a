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

struct FitRequest {
  PackRequest pack;
  TimelineMetrics metrics;
  float height_px = 0;       // for headings and lanes
  float area_height_px = 0;  // with the header: below 420 the last group may be folded
};

/// Height of headings and lanes.
float HeightOf(const FittedLanes& lanes);
/// That of a folded group is its lane's name: only a gap stays.
float HeightOfHeading(const GroupItems& group, const TimelineMetrics& metrics);
float HeightOfLane(const RowPlan& plan, const TimelineMetrics& metrics);

FittedLanes FitLanes(TimelineItems items, const FitRequest& request);

}  // namespace demarche
