#include "core/graph/graph_fans.h"

namespace demarche {
namespace {

// To either side of the line between two nodes: at its ends, and more for each class and direction
// in its middle (graph_routing.cc).
constexpr float kLanePx = 16, kPerEdgePx = 12, kBesideFanPx = 10, kWidestFanPx = 66;

size_t CountBetween(const std::vector<EdgeKey>& keys, Index from, Index to) {
  auto key = std::lower_bound(keys.begin(), keys.end(), EdgeKey{from, to, {}}, ComesBefore);
  size_t count = 0;
  for (; key != keys.end() && key->from == from && key->to == to; ++key) ++count;
  return count;
}

}  // namespace

std::vector<EdgeLane> FansOf(const GraphEvidence& evidence, const std::vector<GraphNode>& nodes) {
  std::vector<const GraphNode*> node_of(evidence.sides().size());
  for (const GraphNode& node : nodes) node_of[node.actor] = &node;
  std::vector<EdgeLane> lanes;
  for (const ActorPair& pair : evidence.pairs()) {
    if (!node_of[pair.a] || !node_of[pair.b]) continue;
    const size_t edges = CountBetween(evidence.keys(), pair.a, pair.b) +
                         CountBetween(evidence.keys(), pair.b, pair.a);
    const float fan_px = kPerEdgePx * static_cast<float>(edges - 1);
    const float half_px = std::clamp(fan_px + kBesideFanPx, kLanePx, kWidestFanPx);
    lanes.push_back(
        {node_of[pair.a]->centre_px, node_of[pair.b]->centre_px, kLanePx, half_px - kLanePx});
  }
  return lanes;
}

}  // namespace demarche
