#include "core/graph/graph_fans.h"

#include <utility>

namespace demarche {
namespace {

// To either side of the line between two nodes: at its ends, and more for each class and direction
// in its middle (graph_routing.cc).
constexpr float kLanePx = 16, kPerEdgePx = 12, kBesideFanPx = 10, kWidestFanPx = 66;

}  // namespace

std::vector<EdgeLane> FansOf(const GraphEvidence& evidence, const std::vector<GraphNode>& nodes) {
  std::vector<const GraphNode*> node_of(evidence.sides().size());
  for (const GraphNode& node : nodes) node_of[node.actor] = &node;
  std::vector<std::pair<Index, Index>> ends;  // of each edge, the lower first
  for (const EdgeKey& key : evidence.keys())
    if (node_of[key.from] && node_of[key.to]) ends.push_back(std::minmax({key.from, key.to}));
  std::sort(ends.begin(), ends.end());
  std::vector<EdgeLane> lanes;
  for (size_t i = 0, end = 0; i < ends.size(); i = end) {
    while (end < ends.size() && ends[end] == ends[i]) ++end;
    const float fan_px = kPerEdgePx * static_cast<float>(end - i - 1);
    const float half_px = std::clamp(fan_px + kBesideFanPx, kLanePx, kWidestFanPx);
    lanes.push_back({node_of[ends[i].first]->centre_px, node_of[ends[i].second]->centre_px, kLanePx,
                     half_px - kLanePx});
  }
  return lanes;
}

}  // namespace demarche
