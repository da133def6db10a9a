// From which zoom on there is room for the node of an actor that is a dot in the whole picture.
#pragma once

#include "core/graph/graph_plan.h"

namespace demarche {

/// What a node with its name under it takes to either side of its centre, whoever it is: names are
/// 120 px wide at most (graph_node.cc).
inline constexpr float kNodeHalfWPx = 68;

struct CrowdPlan {
  Rect plan_px;
  GraphMetrics metrics;
  /// How many dots may have room for a node in the whole picture already; 0: none, and it is no
  /// crowd.
  size_t nodes_at_fit = 0;
};

/// Says of each dot from which zoom on it has room for a node, and parts those that would have none
/// at any. O(dots * zooms).
void FindRoom(const CrowdPlan& crowd, NodePlan* plan);

}  // namespace demarche
