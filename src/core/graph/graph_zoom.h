// The actor graph enlarged: where nodes and names stand at a zoom.
#pragma once

#include "core/graph/graph_plan.h"

namespace demarche {

/// What PlanNodes() made of the same request, whatever its zoom and pins, `request.zoom` times
/// larger: nodes keep their size and are where Enlarged() has them, persons and names at their
/// side, elsewhere only where they would come to lie on others. The reader's pins move those who
/// are pinned, and with them their persons. Outside of `request.region_px` there are only those
/// that the whole picture has.
NodePlan ZoomedPlan(const GraphRequest& request, const NodePlan& whole);

}  // namespace demarche
