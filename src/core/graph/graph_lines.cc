#include "core/graph/graph_lines.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/base/stable_sort.h"

namespace demarche {
namespace {

constexpr float kPxPerEdge2 = 3500;  // that an edge with its badge needs
constexpr float kFewEdges = 48;      // are told apart in any area
constexpr float kWiderPx = 3;        // than others is the busiest line between two nodes

bool ComesBeforePair(const ActorPair& x, const ActorPair& y) {
  return x.a != y.a ? x.a < y.a : x.b < y.b;
}
ActorPair EndsOf(const EdgeKey& key) {
  return {std::min(key.from, key.to), std::max(key.from, key.to), 0};
}

class LineMaker {
 public:
  explicit LineMaker(const LineRequest& request)
      : r_(request), pairs_(request.evidence->pairs()), place_of_(request.at_px.size()) {
    for (const GraphDot& dot : r_.dots) place_of_[dot.actor] = Place::kDot;
    for (const GraphNode& node : r_.nodes) place_of_[node.actor] = Place::kNode;
    for (const EdgeKey& key : r_.merged) merged_.push_back(EndsOf(key));
    std::sort(merged_.begin(), merged_.end(), ComesBeforePair);
  }

  std::vector<GraphLine> Make() {
    Count();
    const std::vector<ActorPair>& in_order = r_.order->pairs;
    for (size_t rank = 0; rank < in_order.size(); ++rank)
      if (counts_[rank].moves > 0) Add(in_order[rank], counts_[rank]);
    for (const auto& [pair, count] : folded_) Add(pair, count);
    for (GraphLine& line : lines_) {
      const float share = static_cast<float>(line.count) / static_cast<float>(most_of_nodes_);
      if (line.of_nodes) line.width_px += kWiderPx * std::sqrt(share);
    }
    return std::move(lines_);
  }

 private:
  enum class Place : uint8_t { kElsewhere, kDot, kNode };
  struct PairCount {
    uint32_t moves = 0, conflicts = 0;
  };
  using Folded = std::pair<ActorPair, PairCount>;

  void Count() {
    counts_.resize(pairs_.size());
    const std::vector<EdgeKey>& keys = r_.evidence->keys();
    size_t k = 0;  // of keys, which are in the order of the edges
    for (const KeyCount& edge : r_.edges) {
      while (k < keys.size() && ComesBefore(keys[k], edge.key)) ++k;
      const bool is_key = k < keys.size() && keys[k] == edge.key;
      PairCount& count = is_key ? counts_[r_.order->rank_of_key[k]] : CountOf(EndsOf(edge.key));
      count.moves += edge.moves;
      count.conflicts += edge.key.quad >= QuadClass::kVerbalConflict ? edge.moves : 0;
    }
  }

  // Of a pair that an edge is of whose key is no key of the evidence: some are folded into its
  // ends, and perhaps only they ever met.
  PairCount& CountOf(const ActorPair& pair) {
    const auto at = std::lower_bound(pairs_.begin(), pairs_.end(), pair, ComesBeforePair);
    if (at != pairs_.end() && !ComesBeforePair(pair, *at))
      return counts_[r_.order->rank_of_pair[static_cast<size_t>(at - pairs_.begin())]];
    const auto before = [](const Folded& x, const ActorPair& y) {
      return ComesBeforePair(x.first, y);
    };
    auto folded = std::lower_bound(folded_.begin(), folded_.end(), pair, before);
    if (folded == folded_.end() || ComesBeforePair(pair, folded->first))
      folded = folded_.insert(folded, {pair, {}});
    return folded->second;
  }

  void Add(const ActorPair& pair, const PairCount& count) {
    const Index a = pair.a, b = pair.b;
    if (place_of_[a] == Place::kElsewhere && place_of_[b] == Place::kElsewhere) return;
    const bool of_nodes = place_of_[a] == Place::kNode && place_of_[b] == Place::kNode;
    if (of_nodes && !std::binary_search(merged_.begin(), merged_.end(), pair, ComesBeforePair))
      return;
    GraphLine& line = lines_.emplace_back();
    line.from = a, line.to = b;
    line.count = count.moves;
    line.from_px = r_.at_px[a], line.to_px = r_.at_px[b];
    line.conflict = 2 * count.conflicts > count.moves;
    line.of_nodes = of_nodes;
    if (of_nodes) most_of_nodes_ = std::max(most_of_nodes_, line.count);
  }

  const LineRequest& r_;
  const std::vector<ActorPair>& pairs_;
  std::vector<Place> place_of_;    // by actor
  std::vector<ActorPair> merged_;  // ascending, perhaps several times
  std::vector<PairCount> counts_;  // by rank
  std::vector<Folded> folded_;     // of pairs of no move's own sides, ascending
  uint32_t most_of_nodes_ = 1;
  std::vector<GraphLine> lines_;
};

}  // namespace

bool TooManyEdges(size_t edges_ever, const Rect& area, float zoom) {
  const float room = area.w * area.h * zoom * zoom / kPxPerEdge2;
  return static_cast<float>(edges_ever) > std::max(room, kFewEdges);
}

LineOrder OrderOfLines(const GraphEvidence& evidence) {
  const std::vector<ActorPair>& pairs = evidence.pairs();
  // Of equally busy ones any, but always the same: a sample of all.
  const auto lot = [&](uint32_t i) {
    const uint32_t mixed = (pairs[i].a * 2654435761u) ^ (pairs[i].b * 2246822519u);
    return (mixed ^ (mixed >> 15)) * 3266489917u;
  };
  std::vector<uint32_t> busiest_first(pairs.size());
  std::iota(busiest_first.begin(), busiest_first.end(), 0u);
  StableSort(&busiest_first, [&](uint32_t x, uint32_t y) {
    return pairs[x].moves != pairs[y].moves ? pairs[x].moves > pairs[y].moves : lot(x) < lot(y);
  });
  LineOrder order;
  order.rank_of_pair.resize(pairs.size());
  for (const uint32_t i : busiest_first) {
    order.rank_of_pair[i] = static_cast<uint32_t>(order.pairs.size());
    order.pairs.push_back(pairs[i]);
  }
  for (const EdgeKey& key : evidence.keys()) {
    const auto at = std::lower_bound(pairs.begin(), pairs.end(), EndsOf(key), ComesBeforePair);
    order.rank_of_key.push_back(order.rank_of_pair[static_cast<size_t>(at - pairs.begin())]);
  }
  return order;
}

std::vector<GraphLine> LinesOf(const LineRequest& request) { return LineMaker(request).Make(); }

}  // namespace demarche
