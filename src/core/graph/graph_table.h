// Who sits at the table of a meeting, as bands: between two, or from each of several to the middle.
#pragma once

#include <span>
#include <vector>

#include "core/graph/graph_layout.h"

namespace demarche {

struct TableRequest {
  Rect area_px;
  GraphMetrics metrics;
  const TextMeasurer* measurer = nullptr;
  std::span<const Index> seats;      // actors
  std::span<const GraphNode> nodes;  // that show
  std::span<const GraphEdge> edges;  // that show; only their keys are looked at
  std::string label;
};

/// The bands of a table of two or more, else none. Of two it lies between them, and its label where
/// the edges leave room (graph_badges.h). Several meet in the middle, with their label there: at
/// the point near them all that is farthest from other nodes, names and the lines along which edges
/// run, and whose bands run through no other node. O(grid * (nodes + edges)).
std::vector<TableBand> LayoutTable(const TableRequest& request);

}  // namespace demarche
