// The marks of one lane as drawn: points, pills, clusters and bars in their rows, cut at the view,
// and the labels that there is room for.
//
// Nothing flickers or jumps while one pans: what merges and which side a label takes is decided for
// the whole lane at the scale in use, as if all of it were in view, and is then only cut at the
// view. A label that does not fit there is shortened and in the end left out; it never changes
// sides. Cf. K. Been, E. Daiches, C. Yap, "Dynamic Map Labeling", IEEE TVCG 12(5), 2006: labels
// must not pop or jump under panning, and a placement that does not depend on the view cannot.
#pragma once

#include <vector>

#include "core/timeline/timeline_plan.h"

namespace demarche {

struct LaneMarksRequest {
  const TimelineRequest* request = nullptr;
  const TimelinePlan* plan = nullptr;
  const TimeScale* scale = nullptr;
  LabelField field;                         // the view
  double content0_px = 0, content1_px = 0;  // all there is to pan to
  TimelineMetrics metrics;
  double point_gap_px = 6;       // points closer than this merge
  std::vector<double> folds_px;  // scale changes, ascending: a label inside a bar ends there
  uint32_t lane_index = 0;
  float top_px = 0;  // of the lane
};

/// Appends the marks of a lane's items; only what is in view.
void AppendLaneMarks(const LaneMarksRequest& request, std::vector<Mark>* marks);

}  // namespace demarche
