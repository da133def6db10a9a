// Where the names of the graph's nodes go: below or beside their node, off other nodes, names, ties
// and the lines along which edges run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/graph/graph_fans.h"

namespace demarche {

struct LabelRequest {
  Rect area_px;
  GraphMetrics metrics;
  const TextMeasurer* measurer = nullptr;
  std::vector<EdgeLane> lanes;
};

/// Sets label_px and label_box_px of the nodes from `first` on; the labels before it stand.
/// `tied_to` is by node the node a person is tied to, kNone for others.
void PlaceLabels(const LabelRequest& request, size_t first, const std::vector<Index>& tied_to,
                 std::vector<GraphNode>& nodes);

/// Persons' names stand away from the node they are tied to.
inline constexpr float kPriceOfInwardPx = 0.4f;

/// The best place of a label, and what is wrong with it.
struct LabelPlace {
  Rect box_px;
  float price = 0;
};
/// Of the node `own` beside all others, of which those before it have theirs.
LabelPlace BestLabel(const LabelRequest& request, size_t own, const std::vector<Index>& tied_to,
                     const std::vector<GraphNode>& nodes);

/// The best place of a node's label that touches no node and no label; where there is none, the
/// node is without.
void PlaceFreeLabel(const LabelRequest& request, size_t own, std::vector<GraphNode>& nodes);

/// Between a node's outline and its label.
inline constexpr float kNameGapPx = 3;

/// The box that a label of a node takes; its height follows its size of type.
Rect LabelBox(const LabelRequest& request, const GraphNode& node, Point centre_px);

/// How far a box reaches out of an area, less 2 px all around.
float OutsidePx(const Rect& area, const Rect& box);

/// `text` cut between two characters and ended with "…" so that it is at most max_px wide.
std::string Elided(std::string_view text, const TextMeasurer& measurer, Face face, float size_px,
                   float max_px);

}  // namespace demarche
