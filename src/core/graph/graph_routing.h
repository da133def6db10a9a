// The graph's edges as curves, with their badges: beside each other, around nodes and off labels.
#pragma once

#include <span>
#include <vector>

#include "core/base/plane.h"
#include "core/graph/graph_layout.h"

namespace demarche {

/// Which way edges go: around each other, nodes and names; or each pair by itself, so that nothing
/// depends on what else of a large picture is laid out.
enum class Ways : uint8_t { kBest, kPlain };

struct RoutingRequest {
  Rect area_px;
  GraphMetrics metrics;
  const TextMeasurer* measurer = nullptr;
  const std::vector<GraphNode>* nodes = nullptr;  // those that show
  const std::vector<GraphTie>* ties = nullptr;
  std::span<const GraphNode> small = {};  // off which edges keep where they can, and badges do
  Ways ways = Ways::kBest;
};

/// Fills curve, width, badge and box of `edges`, whose keys and counts are set and whose ends are
/// among the nodes; sets the label of `tables`, whose ends and text are set, where it is legible,
/// but for one that stands already, in the middle of several bands: edges keep off it.
///
/// Edges of one pair bow apart by 18, 46, ... px, each direction to its left, so that opposite ones
/// lie on opposite sides; a pair that would run through a node bows further or to the other side.
/// Every pair takes the cheapest of a few such fans, given the others; every badge the cheapest
/// place along its curve. Late nodes and their edges (GraphNode::late) come last: they change
/// only what would lie on them. Costs O(edges²) up to some hundred edges, then
/// O(edges * nodes).
void RouteEdges(const RoutingRequest& request, std::vector<GraphEdge>& edges,
                std::vector<TableBand>& tables);

inline Quadratic CurveOf(const GraphEdge& edge) {
  return {edge.from_px, edge.control_px, edge.to_px};
}

}  // namespace demarche
