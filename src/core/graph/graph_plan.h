// Where the graph's nodes and their labels stand in an area. Nothing here depends on the playhead,
// so that moving it moves no node: every actor that ever has an edge is placed, shown or not.
#pragma once

#include <vector>

#include "core/graph/graph_evidence.h"

namespace demarche {

struct NodePlan {
  std::vector<GraphNode> nodes;  // a person after whom it speaks for
  std::vector<Index> tied_to;    // by node: the node a person is tied to, kNone for others
  std::vector<Index> left_out;   // actors that the area has no room for
};

/// The part of the unit square that the actors take up is stretched over the area less a margin for
/// labels and persons; pinned actors stand where that puts them, in any area alike. The others
/// stand as near to their place of `request.places` as the space between nodes, labels and lines
/// allows, the busiest first. Persons stand around whom they speak for, at
/// `request.metrics.tie_px`, in their pin's direction. What only `request.focus` asks for comes
/// last and moves nothing else; likewise what only the lens does, and then, where they are shown,
/// the members of organisations (graph_members.h).
NodePlan PlanNodes(const GraphRequest& request, const GraphEvidence& evidence);

}  // namespace demarche
