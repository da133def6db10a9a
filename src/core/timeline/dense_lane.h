// The points of a lane with more events than can be looked at: what is drawn comes from how many
// events there are in each few px, never from each event. Where they stand apart they are dots,
// where a few cover each other clusters, and where even clusters would overlap a density: a strip
// of columns as high as there are events. The most important events of a density are named above
// it.
//
// Where time runs down a density's columns stand on the thread, and its names on lines beside it.
//
// The bins that are counted are the same wherever one pans, and halve when one zooms in far enough,
// so that what is seen comes apart without a jump; each event of the window is counted in exactly
// one mark.
#pragma once

#include <vector>

#include "core/timeline/lane_marks.h"

namespace demarche {

/// Appends the marks of the points of a dense lane, and the columns of its densities. Costs O(px *
/// log n).
void AppendDenseMarks(const LaneMarksRequest& request, std::vector<Mark>* marks,
                      std::vector<DensityColumn>* columns);

}  // namespace demarche
