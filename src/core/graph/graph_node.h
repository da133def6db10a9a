// One node of the graph by itself: what stands in it and beside it, how large it is, its outline.
#pragma once

#include "core/graph/graph_layout.h"

namespace demarche {

enum class NodeWeight : uint8_t { kOrdinary, kBusy };  // busy states are a little larger

/// The node of an actor with code, label and size, at the origin. A state is a circle with its code
/// inside and its name outside, a person a disc with its name, all others a rounded square with
/// their short name inside.
GraphNode MakeNode(const GraphRequest& request, Index actor, NodeWeight weight);

/// Adds "30 members" to the label that MakeNode() gives an organisation; nothing for none.
void LabelMembers(const GraphRequest& request, uint32_t members, GraphNode& node);

/// Whether it is drawn as a rounded square; else it is a circle.
bool IsBox(const GraphNode& node);
/// How far p is from the outline of a node; negative inside.
float DistanceToNode(const GraphNode& node, Point p);
/// How far the outline of a node is from its centre in a direction (of length 1).
float OutlineReach(const GraphNode& node, Point direction);
/// The line from one outline to the other.
GraphTie TieBetween(const GraphNode& at, const GraphNode& tied);

}  // namespace demarche
