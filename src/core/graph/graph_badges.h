// Where the badges of the graph's edges and the labels of its bands stand, once the curves lie.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "core/graph/graph_routing.h"

namespace demarche {

/// Of more edges nobody can follow one: they are laid, and their badges placed, without a look at
/// each other.
inline constexpr size_t kMostFollowedEdges = 100;

/// A curve with the points at which it is looked at.
inline constexpr int kCurveSamples = 20;
struct CurveShape {
  Quadratic curve;
  std::array<Point, kCurveSamples + 1> points;
  Rect box;  // around the points
};
CurveShape ShapeOf(const Quadratic& curve);

/// Sets badge and box of `edges`, whose curves are `shapes`, and the labels of `tables` where they
/// are legible: each takes the cheapest place along its line.
void PlaceBadges(const RoutingRequest& request, std::span<const CurveShape> shapes,
                 std::vector<GraphEdge>& edges, std::vector<TableBand>& tables);

}  // namespace demarche
