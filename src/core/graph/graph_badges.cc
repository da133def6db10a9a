#include "core/graph/graph_badges.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/stable_sort.h"
#include "core/graph/graph_node.h"
#include "core/graph/taken_cells.h"

namespace demarche {
namespace {

constexpr float kEndless = 1e9f;

class Badges {
 public:
  Badges(const RoutingRequest& request, std::span<const CurveShape> shapes,
         std::vector<GraphEdge>& edges, std::vector<TableBand>& tables)
      : request_(request), shapes_(shapes), edges_(edges), tables_(tables) {
    for (const GraphNode& node : request.small) taken_.push_back(node.box_px);
    std::vector<Index> late;  // actors
    for (const GraphNode& node : nodes())
      if (node.late) late.push_back(node.actor);
    for (const GraphEdge& edge : edges) {
      late_.push_back(std::any_of(late.begin(), late.end(), [&edge](Index actor) {
        return actor == edge.key.from || actor == edge.key.to;
      }));
    }
  }

  void Place() {
    const bool crowd = edges_.size() > kMostFollowedEdges;
    if (!crowd || !tables_.empty()) SortPoints();
    for (TableBand& table : tables_) {
      if (table.label_box_px.w > 0) {
        taken_.push_back(table.label_box_px);
      } else if (!table.label.empty()) {
        PlaceTableLabel(table);
      }
    }
    if (crowd) {
      PlaceCrowd();
    } else {
      PlaceOneByOne();
    }
  }

 private:
  struct CurvePoint {
    Point at;
    size_t edge = 0;
  };

  const std::vector<GraphNode>& nodes() const { return *request_.nodes; }

  void SortPoints() {
    for (size_t e = 0; e < shapes_.size(); ++e) {
      for (const Point& p : shapes_[e].points) points_.push_back({p, e});
    }
    StableSort(&points_, [](const CurvePoint& a, const CurvePoint& b) { return a.at.x < b.at.x; });
  }

  float CurvesNear(const Rect& box, size_t except) const {
    const Rect wide = Inflated(box, 3);
    float near = 0;
    auto point = std::lower_bound(points_.begin(), points_.end(), wide.x,
                                  [](const CurvePoint& p, float x_px) { return p.at.x < x_px; });
    for (; point != points_.end() && point->at.x < wide.right(); ++point)
      near +=
          point->edge != except && (heeds_late_ || !late_[point->edge]) && wide.Contains(point->at);
    return near;
  }

  void PlaceTableLabel(TableBand& table) {
    const float w =
        request_.measurer->WidthPx(table.label, Face::kRegular, request_.metrics.band_label_px);
    const float h = request_.metrics.band_label_px * 1.2f;
    const Point middle = Mix(table.from_px, table.to_px, 0.5f);
    float best_price = kEndless;
    for (int i = 0; i <= 14; ++i) {
      const int step = i % 2 == 0 ? i / 2 : -(i + 1) / 2;
      const Point p = Mix(table.from_px, table.to_px, 0.5f + 0.05f * step);
      const Rect box = RectAround(p, w, h);
      float price = 6.0f * CurvesNear(box, edges_.size()) + 0.2f * Distance(p, middle);
      for (const GraphNode& node : nodes()) {
        if (Inflated(box, 2).Overlaps(node.box_px)) price += 500;
        if (!node.label.empty() && box.Overlaps(node.label_box_px)) price += 500;
      }
      if (price < best_price) best_price = price, table.label_px = p;
    }
    if (best_price >= 500) {
      table.label.clear();
      return;
    }
    taken_.push_back(RectAround(table.label_px, w, h));
  }

  Rect BadgeBox(const GraphEdge& edge, Point at) const {
    const bool conflict = edge.key.quad >= QuadClass::kVerbalConflict;
    float w =
        2 * (conflict ? request_.metrics.badge_half_diagonal_px : request_.metrics.badge_r_px);
    const float h = w;
    const float number = request_.measurer->WidthPx(std::to_string(edge.count), Face::kSemiBold,
                                                    request_.metrics.badge_number_px);
    w = std::max(w, number + (conflict ? 14 : 9));
    return RectAround(at, w, h);
  }

  // Short curves have the fewest places to choose from.
  std::vector<size_t> ShortestFirst() const {
    std::vector<size_t> order(edges_.size());
    for (size_t e = 0; e < order.size(); ++e) order[e] = e;
    StableSort(&order, [&](size_t x, size_t y) {
      return Distance(edges_[x].from_px, edges_[x].to_px) <
             Distance(edges_[y].from_px, edges_[y].to_px);
    });
    return order;
  }

  static constexpr size_t kPlaces = 51;
  // The i-th place that is tried for a badge: to both sides of the middle, away from it.
  static int StepAt(int i) { return i % 2 == 0 ? i / 2 : -(i + 1) / 2; }
  static Point PlaceAt(const Quadratic& curve, int step) {
    return curve.At(0.47f + 0.0125f * step);
  }
  static float PriceOfStep(int step) { return 0.8f * (step < 0 ? -step : step); }

  // Late ones last, and of the others once more those that late nodes lie on.
  void PlaceOneByOne() {
    std::vector<size_t> first, late;
    for (size_t e : ShortestFirst()) (late_[e] ? late : first).push_back(e);
    heeds_late_ = false;
    PlaceTwice(first);
    heeds_late_ = true;
    std::vector<size_t> last;
    for (size_t e : first)
      if (LiesOnLate(edges_[e].box_px)) last.push_back(e);
    last.insert(last.end(), late.begin(), late.end());
    PlaceTwice(last);
  }

  bool LiesOnLate(const Rect& box) const {
    return std::any_of(nodes().begin(), nodes().end(), [&](const GraphNode& node) {
      return node.late && (DistanceToNode(node, box.centre()) < box.w / 2 + 3 ||
                           (!node.label.empty() && box.Overlaps(node.label_box_px)));
    });
  }

  void PlaceTwice(const std::vector<size_t>& order) {
    std::vector<std::array<float, kPlaces>> prices(edges_.size());
    for (size_t e : order) {
      prices[e] = PricesBesideBadges(e);
      PlaceBadge(e, prices[e]);
    }
    // Once more, now that all others stand.
    for (size_t e : order) PlaceBadge(e, prices[e]);
  }

  void PlaceBadge(size_t e, std::span<const float, kPlaces> prices) {
    GraphEdge& edge = edges_[e];
    const bool placed = edge.box_px.w > 0;
    const Quadratic curve = CurveOf(edge);
    const Rect size = BadgeBox(edge, {});
    float best_price = kEndless;
    Point best = curve.At(0.5f);
    edge.box_px = {};
    for (size_t i = 0; i < kPlaces; ++i) {
      const int step = StepAt(static_cast<int>(i));
      const Point p = PlaceAt(curve, step);
      // Where it stands already it stays rather than go to one that is as good.
      const float stays = placed && p == edge.badge_px ? 0.5f : 0;
      const Rect wide = Inflated(RectAround(p, size.w, size.h), 1.5f);
      float price = prices[i] + PriceOfStep(step) - stays;
      for (const GraphEdge& other : edges_) {
        if (price >= best_price) break;
        if (other.box_px.w > 0 && wide.Overlaps(other.box_px)) price += 400;
      }
      if (price < best_price) best_price = price, best = p;
    }
    edge.badge_px = best;
    edge.box_px = RectAround(best, size.w, size.h);
  }

  // Off nodes, names and each other, where that is easily had.
  void PlaceCrowd() {
    constexpr int kStride = 9;  // odd: to both sides of the middle
    TakenCells taken(request_.area_px);
    for (const GraphNode& node : nodes()) {
      taken.Take(node.box_px);
      if (!node.label.empty()) taken.Take(node.label_box_px);
    }
    for (const Rect& box : taken_) taken.Take(box);
    for (const size_t e : ShortestFirst()) {
      GraphEdge& edge = edges_[e];
      const Quadratic curve = CurveOf(edge);
      const Rect size = BadgeBox(edge, {});
      float best_price = kEndless;
      for (int i = 0; i <= 50; i += kStride) {
        const Point p = PlaceAt(curve, StepAt(i));
        const Rect box = RectAround(p, size.w, size.h);
        const float price = taken.CountIn(box) + PriceOfStep(StepAt(i));
        if (price < best_price) best_price = price, edge.badge_px = p, edge.box_px = box;
      }
      taken.Take(edge.box_px);
    }
  }

  // What is wrong with every place of a badge, but for the other badges.
  std::array<float, kPlaces> PricesBesideBadges(size_t e) const {
    std::array<float, kPlaces> prices{};
    const Quadratic curve = CurveOf(edges_[e]);
    const Rect size = BadgeBox(edges_[e], {});
    for (size_t i = 0; i < kPlaces; ++i) {
      const Point p = PlaceAt(curve, StepAt(static_cast<int>(i)));
      prices[i] = PriceBesideBadges(e, RectAround(p, size.w, size.h));
    }
    return prices;
  }

  float PriceBesideBadges(size_t e, const Rect& box) const {
    float price = 4 * CurvesNear(Inflated(box, -2), e);
    for (const GraphNode& node : nodes()) {
      if (node.late && !heeds_late_) continue;
      if (DistanceToNode(node, box.centre()) < box.w / 2 + 3) price += 600;
      if (!node.label.empty() && box.Overlaps(node.label_box_px)) price += 150;
    }
    for (const Rect& taken : taken_) {
      if (box.Overlaps(taken)) price += 450;
    }
    // The arrowhead stays visible.
    if (Distance(box.centre(), edges_[e].to_px) < box.w / 2 + 14) price += 200;
    return price;
  }

  const RoutingRequest& request_;
  const std::span<const CurveShape> shapes_;  // by edge
  std::vector<GraphEdge>& edges_;
  std::vector<TableBand>& tables_;
  std::vector<CurvePoint> points_;  // of all curves, by x
  std::vector<bool> late_;          // by edge: one of its ends is
  bool heeds_late_ = true;
  std::vector<Rect> taken_;  // by labels of bands and small nodes
};

}  // namespace

CurveShape ShapeOf(const Quadratic& curve) {
  CurveShape shape{curve, {}, {}};
  Point low = curve.from, high = curve.from;
  for (int i = 0; i <= kCurveSamples; ++i) {
    const Point p = curve.At(static_cast<float>(i) / kCurveSamples);
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    shape.points[static_cast<size_t>(i)] = p;
  }
  shape.box = {low.x, low.y, high.x - low.x, high.y - low.y};
  return shape;
}

void PlaceBadges(const RoutingRequest& request, std::span<const CurveShape> shapes,
                 std::vector<GraphEdge>& edges, std::vector<TableBand>& tables) {
  Badges(request, shapes, edges, tables).Place();
}

}  // namespace demarche
