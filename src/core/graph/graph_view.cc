// What of a laid out graph shows, and what a pointer hits there.
#include <algorithm>

#include "core/base/plane.h"
#include "core/base/stable_sort.h"
#include "core/graph/graph_badges.h"
#include "core/graph/graph_node.h"
#include "core/graph/graph_plan.h"
#include "core/graph/graph_routing.h"

namespace demarche {
namespace {

constexpr float kCurveHitPx = 6, kDotHitPx = 9;
constexpr float kNowhere = 1e9f;
constexpr int kCurveHitSamples = 40;
constexpr size_t kMostLines = 2500;  // that are drawn at a time

Rect Moved(const Rect& box, Point by) { return {box.x + by.x, box.y + by.y, box.w, box.h}; }

Rect BoundsOf(const GraphEdge& edge) {
  const auto [x0, x1] = std::minmax({edge.from_px.x, edge.control_px.x, edge.to_px.x});
  const auto [y0, y1] = std::minmax({edge.from_px.y, edge.control_px.y, edge.to_px.y});
  return {x0, y0, x1 - x0, y1 - y0};
}

float DistanceToCurve(const GraphEdge& edge, Point p) {
  const Quadratic curve = CurveOf(edge);
  float nearest = Distance(p, edge.from_px);
  Point from = edge.from_px;
  for (int i = 1; i <= kCurveHitSamples; ++i) {
    const Point to = curve.At(static_cast<float>(i) / kCurveHitSamples);
    nearest = std::min(nearest, DistanceToSegment(p, from, to));
    from = to;
  }
  return nearest;
}

}  // namespace

GraphLayout SeenThrough(const GraphLayout& picture, const GraphCamera& camera) {
  const Point by = ShiftOf(camera, picture.plan_px);
  const Rect& area = picture.area_px;
  // What reaches into the canvas beside the area is drawn there, too.
  const Rect seen = Inflated(area, 300);
  const bool many = picture.edges.size() > kMostFollowedEdges;
  GraphLayout out;
  out.area_px = area, out.plan_px = picture.plan_px, out.metrics = picture.metrics;
  out.dot_r_px = picture.dot_r_px, out.empty_note = picture.empty_note;
  out.hidden_actors = picture.hidden_actors, out.merged = picture.merged;
  for (const GraphNode& node : picture.nodes) {
    if (!Moved(node.box_px, by).Overlaps(seen)) continue;
    GraphNode& moved = out.nodes.emplace_back(node);
    moved.centre_px = node.centre_px + by, moved.label_px = node.label_px + by;
    moved.box_px = Moved(node.box_px, by), moved.label_box_px = Moved(node.label_box_px, by);
  }
  for (const GraphTie& tie : picture.ties)
    if (seen.Contains(tie.from_px + by)) out.ties.push_back({tie.from_px + by, tie.to_px + by});
  for (const GraphTie& tie : picture.member_ties)
    out.member_ties.push_back({tie.from_px + by, tie.to_px + by});
  for (const GraphEdge& edge : picture.edges) {
    if (!Moved(BoundsOf(edge), by).Overlaps(seen)) continue;
    // Of many those that only pass would hide what is here.
    if (many && !area.Contains(edge.from_px + by) && !area.Contains(edge.to_px + by)) continue;
    GraphEdge& moved = out.edges.emplace_back(edge);
    moved.from_px = edge.from_px + by, moved.control_px = edge.control_px + by;
    moved.to_px = edge.to_px + by, moved.badge_px = edge.badge_px + by;
    moved.box_px = Moved(edge.box_px, by);
  }
  for (const TableBand& table : picture.tables) {
    TableBand& moved = out.tables.emplace_back(table);
    moved.from_px = table.from_px + by, moved.to_px = table.to_px + by;
    moved.label_px = table.label_px + by;
    moved.label_box_px = Moved(table.label_box_px, by);
  }
  for (const GraphDot& dot : picture.dots) {
    if (!seen.Contains(dot.centre_px + by)) continue;
    out.dots.push_back(dot);
    out.dots.back().centre_px = dot.centre_px + by;
  }
  for (const GraphLine& line : picture.lines) {
    if (out.lines.size() >= kMostLines) break;
    const Point from = line.from_px + by, to = line.to_px + by;
    if (!area.Contains(from) && !area.Contains(to)) continue;
    out.lines.push_back(line);
    out.lines.back().from_px = from, out.lines.back().to_px = to;
  }
  return out;
}

GraphHit HitTest(const GraphLayout& layout, Point at_px, float min_hit_px) {
  // What is drawn later is on top: badges, nodes with their labels, then what is merely near.
  for (auto edge = layout.edges.rbegin(); edge != layout.edges.rend(); ++edge) {
    if (edge->box_px.Contains(at_px)) return {.edge = edge->key};
  }
  GraphHit hit;
  float nearest = kNowhere;
  const auto offer = [&](float distance, float reach, const GraphHit& candidate) {
    if (distance > reach || distance >= nearest) return;
    nearest = distance;
    hit = candidate;
  };
  for (const GraphDot& dot : layout.dots)
    offer(Distance(dot.centre_px, at_px), kDotHitPx, {.actor = dot.actor});
  for (const GraphNode& node : layout.nodes) {
    const float distance = std::max(0.0f, DistanceToNode(node, at_px));
    const float reach = std::max(0.0f, min_hit_px / 2 - std::min(node.box_px.w, node.box_px.h) / 2);
    offer(distance, reach, {.actor = node.actor});
    if (!node.label.empty() && node.label_box_px.Contains(at_px))
      offer(0, 0, {.actor = node.actor});
  }
  for (const GraphEdge& edge : layout.edges) {
    const float reach = std::max(0.0f, min_hit_px / 2 - edge.box_px.h / 2);
    offer(DistanceTo(edge.box_px, at_px), reach, {.edge = edge.key});
    offer(DistanceToCurve(edge, at_px), kCurveHitPx, {.edge = edge.key});
  }
  if (nearest < kNowhere) return hit;  // lines lie under all else
  for (const GraphLine& line : layout.lines) {
    if (line.of_nodes)
      offer(DistanceToSegment(at_px, line.from_px, line.to_px), kCurveHitPx, {.pair = line.pair()});
  }
  return hit;
}

Rect BoxOf(const GraphLayout& layout, Index actor) {
  for (const GraphNode& node : layout.nodes)
    if (node.actor == actor) return node.box_px;
  for (const GraphDot& dot : layout.dots)
    if (dot.actor == actor)
      return RectAround(dot.centre_px, 2 * layout.dot_r_px, 2 * layout.dot_r_px);
  return {};
}

}  // namespace demarche
