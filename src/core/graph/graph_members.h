// The members of organisations that would have no place of their own: small nodes in lines beside
// the organisation.
#pragma once

#include "core/graph/graph_plan.h"

namespace demarche {

/// Adds a node for each member, whatever the date, that has none in the plan, tied to the first of
/// its organisations in the file that has one; seated as FindSeats() has it, by the date on which
/// they joined, those who joined together in a line of their own. They move nothing and overlap no
/// node, label or line along which edges run; of the room that bowed edges would take they leave
/// less where there is no other. Where all of an organisation fit they are circles with their code,
/// else dots. Those without room go to `plan->left_out`.
void PlaceMembers(const GraphRequest& request, const GraphEvidence& evidence, NodePlan* plan);

/// Where PlaceMembers() would seat them by the nodes that a plan has so far: others, which come
/// later, keep off it where that costs them little, at all levels alike.
std::vector<Rect> RoomForMembers(const GraphRequest& request, const GraphEvidence& evidence,
                                 NodePlan plan);

}  // namespace demarche
