// Where persons stand around whom they speak for: where they and their names have most room.
#pragma once

#include "core/graph/graph_labels.h"
#include "core/graph/graph_plan.h"

namespace demarche {

struct PersonRequest {
  const LabelRequest& labels;          // names and ties keep off its lanes,
  const std::vector<EdgeLane>& lanes;  // persons off these
  Point wish;                          // the direction of its pin, of length 1; {0, 0}: it has none
};

/// Sets centre, box and label of the last node of a plan, a person, beside the node it is tied to:
/// of 16 or, without a pin, 32 directions, at `request.labels.metrics.tie_px` or further away, the
/// place that with its name is best off other nodes, names, ties and lanes. It moves nothing else.
void PlacePerson(const PersonRequest& request, NodePlan* plan);

}  // namespace demarche
