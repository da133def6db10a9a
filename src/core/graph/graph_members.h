// The members of organisations that would have no place of their own: small nodes in rings around
// the organisation.
#pragma once

#include "core/graph/graph_plan.h"

namespace demarche {

/// Adds a node for each member, whatever the date, that has none in the plan, tied to the first of
/// its organisations in the file that has one; the longest members innermost. They move nothing and
/// overlap no node, label or line along which edges run: where all of an organisation fit they are
/// circles with their code, else dots, with the code beside them where that fits. Those without
/// room go to `plan->left_out`.
void PlaceMembers(const GraphRequest& request, const GraphEvidence& evidence, NodePlan* plan);

}  // namespace demarche
