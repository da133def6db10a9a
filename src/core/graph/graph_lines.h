// What happened between two actors as one thin line: where one of them is a dot, or where the edges
// of all are too many to be told apart.
#pragma once

#include <span>
#include <vector>

#include "core/graph/graph_evidence.h"
#include "core/graph/graph_scope.h"

namespace demarche {

/// Whether so many edges cannot be told apart in an area: then those of a pair are one line
/// (GraphLine) until one comes closer. At all dates alike, so that the playhead does not change it.
bool TooManyEdges(size_t edges_ever, const Rect& area_px, float zoom);

/// The pairs of a GraphEvidence, for lines: which of them first, and where what a pair or a key
/// stands for counts.
struct LineOrder {
  std::vector<ActorPair> pairs;        // the busiest first, over all dates; of equal ones any
  std::vector<uint32_t> rank_of_pair;  // among them, by pair of the evidence
  std::vector<uint32_t> rank_of_key;   // likewise by key
};
LineOrder OrderOfLines(const GraphEvidence& evidence);

struct LineRequest {
  const GraphEvidence* evidence = nullptr;
  const LineOrder* order = nullptr;       // of that evidence
  std::span<const KeyCount> edges = {};   // of the scope, at the as-of date
  std::span<const EdgeKey> merged = {};   // those of them between nodes that lines stand for
  std::span<const GraphNode> nodes = {};  // that show
  std::span<const GraphDot> dots = {};    // likewise
  std::span<const Point> at_px = {};      // by actor
};

/// A line for every pair of `merged`, and for every pair of whom one is a dot, where one of its
/// ends is here: the busiest over all dates first, at last those of pairs of whom only folded
/// members met. O(keys + pairs)
std::vector<GraphLine> LinesOf(const LineRequest& request);

}  // namespace demarche
