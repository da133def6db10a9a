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

#include "core/timeline/clusters.h"
#include "core/timeline/timeline_plan.h"

namespace demarche {

/// "Along" is in the direction of time, "across" at right angles to it: x and y, and where time
/// runs down (TimelineRequest::orientation) y and x. Px without either word are along.
struct LaneMarksRequest {
  const TimelineRequest* request = nullptr;
  const TimelinePlan* plan = nullptr;
  const TimeScale* scale = nullptr;
  LabelField field;                         // the view
  double content0_px = 0, content1_px = 0;  // all there is to pan to
  TimelineMetrics metrics;
  ClusterSizes points;  // of dots; min_gap_px also where points are counted
  FadeSizes fades;
  double beyond_px = 2;          // how far beyond the view a cut bar still goes
  std::vector<double> folds_px;  // scale changes, ascending: a label inside a bar ends there
  uint32_t lane_index = 0;
  std::vector<float> rows_px;  // across: the middle of each row
};

/// Appends the marks of a lane's items; only what is in view. Where time runs down they have no
/// labels yet (vertical_labels.h).
void AppendLaneMarks(const LaneMarksRequest& request, std::vector<Mark>* marks);

}  // namespace demarche
