// The marks of one lane as drawn: points, pills, clusters and bars in their rows, cut at the view,
// and the labels that there is room for.
#pragma once

#include <vector>

#include "core/timeline/lane_packing.h"

namespace demarche {

struct LaneMarksRequest {
  const TimelineRequest* request = nullptr;
  const TimeScale* scale = nullptr;
  LabelField field;
  TimelineMetrics metrics;
  double point_gap_px = 6;  // points closer than this merge
  std::vector<double>
      folds_px;  // scale changes in view, ascending: a label inside a bar ends there
  uint32_t lane_index = 0;
  float top_px = 0;  // of the lane
};

/// Appends the marks of `lane`; only what is in view.
void AppendLaneMarks(const LaneItems& lane, const RowPlan& plan, const LaneMarksRequest& request,
                     std::vector<Mark>* marks);

}  // namespace demarche
