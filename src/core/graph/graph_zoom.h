// The actor graph enlarged: who has room for a full node at a zoom, and where.
#pragma once

#include "core/graph/graph_plan.h"

namespace demarche {

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

/// What PlanNodes() made of the same request, whatever its zoom and pins, `request.zoom` times
/// larger: nodes keep their size and are where Enlarged() has them, persons and names at their
/// side, elsewhere only where they would come to lie on others. The reader's pins move those who
/// are pinned, and with them their persons. Outside of `request.region_px` there are only those
/// that the whole picture has.
NodePlan ZoomedPlan(const GraphRequest& request, const NodePlan& whole);

}  // namespace demarche
