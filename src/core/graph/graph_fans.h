// The room that the edges of a pair take, before any edge is laid and whatever the playhead.
#pragma once

#include <algorithm>
#include <vector>

#include "core/base/plane.h"
#include "core/graph/graph_evidence.h"

namespace demarche {

/// A stretch along which edges run, half the width they take at its ends, and how much more in its
/// middle.
struct EdgeLane {
  Point from_px, to_px;
  float half_px = 0, bulge_px = 0;
};

/// Half the width of a lane at a share of its length, with so much of its bulge.
inline float HalfAt(const EdgeLane& lane, float t, float bulge_share = 1) {
  return lane.half_px + lane.bulge_px * bulge_share * 4 * t * (1 - t);
}
/// How deep a point is in a lane; negative outside.
inline float DepthIn(const EdgeLane& lane, Point p, float bulge_share = 1) {
  const Point along = lane.to_px - lane.from_px;
  const float t =
      std::clamp(Dot(p - lane.from_px, along) / std::max(1.0f, Dot(along, along)), 0.0f, 1.0f);
  return HalfAt(lane, t, bulge_share) - Distance(p, lane.from_px + along * t);
}

/// A lane for every pair of `nodes` with edges at any date: as wide as its plain fan with all of
/// them (graph_routing.h).
std::vector<EdgeLane> FansOf(const GraphEvidence& evidence, const std::vector<GraphNode>& nodes);

}  // namespace demarche
