#include "core/graph/graph_routing.h"

#include <algorithm>
#include <array>

#include "core/base/stable_sort.h"
#include "core/graph/graph_badges.h"
#include "core/graph/graph_node.h"

namespace demarche {
namespace {

constexpr float kFirstBowPx = 18, kBowStepPx = 28;
constexpr size_t kManyEdges = 4;  // a pair with that many lays them closer
constexpr float kManyStepPx = 23, kWidestFanPx = 115;
constexpr float kMinAttachPx = 4, kMaxAttachPx = 16, kAttachShare = 0.35f;
constexpr float kEndGapPx = 4.4f;          // between a curve's end and the outline of the node
constexpr float kNodeClearPx = 6;          // that a curve keeps from nodes that are not its ends
constexpr int kEndSamples = 4;             // of them belong to either end
constexpr int kSweeps = 2;                 // every pair is laid again once the others lie
constexpr size_t kMostSwept = 60;          // more edges are laid once
constexpr float kFullBowLengthPx = 170;    // nodes nearer than this have flatter fans
constexpr size_t kMostAroundNodes = 1000;  // more edges are laid without a look at nodes

// How a pair's fan may differ from the plain one, best first; the order is part of the price.
struct Fan {
  float side = 1;      // -1: mirrored
  float stretch = 1;   // of all bows
  float shift_px = 0;  // of the whole fan to one side, to get around a node
};
constexpr std::array<Fan, 20> kFans = {{{1, 1, 0},   {-1, 1, 0},   {1, 1.35f, 0}, {-1, 1.35f, 0},
                                        {1, 1, 16},  {1, 1, -16},  {1, 1, 34},    {1, 1, -34},
                                        {1, 1, 54},  {1, 1, -54},  {1, 1, 80},    {1, 1, -80},
                                        {-1, 1, 34}, {-1, 1, -34}, {1, 1, 110},   {1, 1, -110},
                                        {1, 1, 150}, {1, 1, -150}, {1, 1, 210},   {1, 1, -210}}};
constexpr size_t kNearFans = 12;  // further ones only get a curve out of a node
constexpr float kPricePerPxOfShift = 0.6f, kPriceOfRank = 0.5f;
constexpr float kPriceWide = 140;  // from which on further fans are tried
constexpr float kPriceInNode = 300, kPriceOnLabel = 40, kPriceOnTable = 20, kPriceOutside = 20,
                kPriceCrossing = 5;
constexpr float kPriceInMember = 50, kMemberClearPx = 2, kLabelClearPx = 3;
constexpr float kPriceNear = 2.5f, kNearPx = 9;
constexpr float kPriceOffTable = 200;  // a band between the two directions has none of them on it
constexpr float kPriceMirrored = 12;   // what goes right bows upwards wherever it can
constexpr float kEndless = 1e9f;

constexpr size_t kNoPair = static_cast<size_t>(-1);

struct PairFan {
  const GraphNode* a = nullptr;
  const GraphNode* b = nullptr;
  std::vector<size_t> edges{};  // both ways, those from a first, cooperation before conflict
  size_t forth = 0;             // how many of them are from a
  uint32_t count = 0;
  bool table = false;  // a band lies between the two
};

// Where a curve that starts inside a node leaves it; by bisection, from t0 inside to t1 outside.
float LeavesAt(const Quadratic& curve, const GraphNode& node, float t0, float t1) {
  for (int step = 0; step < 20; ++step) {
    const float t = (t0 + t1) / 2;
    (DistanceToNode(node, curve.At(t)) < kEndGapPx ? t0 : t1) = t;
  }
  return t1;
}

class Router {
 public:
  Router(const RoutingRequest& request, std::vector<GraphEdge>& edges,
         std::vector<TableBand>& tables)
      : request_(request),
        edges_(edges),
        tables_(tables),
        shapes_(edges.size()),
        laid_(edges.size()) {}

  void Route() {
    for (GraphEdge& edge : edges_) edge.width_px = 1.7f + 0.62f * (std::min(edge.count, 8u) - 1);
    GroupPairs();
    LayPairs(Turn::kFirst);
    heeds_late_ = true;
    LayPairs(Turn::kLate);
    for (const PairFan& pair : pairs_)
      if (TurnOf(pair) == Turn::kFirst && RunsThroughLate(pair)) LayPair(pair);
    for (size_t e = 0; e < edges_.size(); ++e) {
      const Quadratic& curve = shapes_[e].curve;
      edges_[e].from_px = curve.from, edges_[e].control_px = curve.control,
      edges_[e].to_px = curve.to;
    }
    PlaceBadges(request_, shapes_, edges_, tables_);
  }

 private:
  const std::vector<GraphNode>& nodes() const { return *request_.nodes; }

  void GroupPairs() {
    const size_t count = nodes().size();
    std::vector<size_t> node_of;  // by actor
    for (size_t n = 0; n < count; ++n) {
      node_of.resize(std::max(node_of.size(), size_t{nodes()[n].actor} + 1));
      node_of[nodes()[n].actor] = n;
    }
    std::vector<size_t> pair_of(count * count, kNoPair);
    for (size_t e = 0; e < edges_.size(); ++e) {
      const EdgeKey& key = edges_[e].key;
      const size_t a = node_of[std::min(key.from, key.to)];
      const size_t b = node_of[std::max(key.from, key.to)];
      size_t& pair = pair_of[a * count + b];
      if (pair == kNoPair) {
        pair = pairs_.size();
        // Left to right, so that what goes right bows upwards.
        const bool swaps = nodes()[a].centre_px.x > nodes()[b].centre_px.x;
        pairs_.push_back({.a = &nodes()[swaps ? b : a], .b = &nodes()[swaps ? a : b]});
      }
      pairs_[pair].edges.push_back(e);
      pairs_[pair].count += edges_[e].count;
    }
    for (PairFan& pair : pairs_) {
      StableSort(&pair.edges, [&](size_t x, size_t y) {
        const EdgeKey &kx = edges_[x].key, &ky = edges_[y].key;
        if (kx.from != ky.from) return kx.from == pair.a->actor;
        return kx.quad < ky.quad;
      });
      pair.forth =
          static_cast<size_t>(std::count_if(pair.edges.begin(), pair.edges.end(), [&](size_t e) {
            return edges_[e].key.from == pair.a->actor;
          }));
      pair.table = std::any_of(tables_.begin(), tables_.end(), [&](const TableBand& table) {
        return TouchesBoth(table, *pair.a, *pair.b);
      });
    }
    StableSort(&pairs_, [](const PairFan& x, const PairFan& y) { return x.count > y.count; });
  }

  static bool TouchesBoth(const TableBand& table, const GraphNode& a, const GraphNode& b) {
    const float at_a = std::min(DistanceToNode(a, table.from_px), DistanceToNode(a, table.to_px));
    const float at_b = std::min(DistanceToNode(b, table.from_px), DistanceToNode(b, table.to_px));
    return at_a < 2 && at_b < 2;
  }

  enum class Turn : uint8_t { kFirst, kLate };
  static Turn TurnOf(const PairFan& pair) {
    return pair.a->late || pair.b->late ? Turn::kLate : Turn::kFirst;
  }

  void LayPairs(Turn turn) {
    for (int sweep = 0; sweep < (edges_.size() > kMostSwept ? 1 : kSweeps); ++sweep) {
      for (const PairFan& pair : pairs_)
        if (TurnOf(pair) == turn) LayPair(pair);
    }
  }

  bool RunsThroughLate(const PairFan& pair) const {
    for (const GraphNode& node : nodes()) {
      if (!node.late) continue;
      for (const size_t e : pair.edges)
        if (PriceOf(node, pair, shapes_[e]) > 0) return true;
    }
    return false;
  }

  // ---- Curves ----

  // The bow of the i-th edge of a pair, positive to the left of a -> b, in the plain fan. Its
  // middle lies on the line between the nodes, but for a band, which stays between the two
  // directions.
  static float PlainBow(const PairFan& pair, size_t i) {
    const size_t back = pair.edges.size() - pair.forth;
    const size_t count = pair.edges.size();
    const float step =
        count >= kManyEdges ? std::min(kManyStepPx, kWidestFanPx / (count - 1)) : kBowStepPx;
    const auto bow_of = [step](size_t rank) {
      return kFirstBowPx + step * static_cast<float>(rank);
    };
    const float bow = i < pair.forth ? bow_of(i) : -bow_of(i - pair.forth);
    if (pair.table) return bow;
    const float left = pair.forth > 0 ? bow_of(pair.forth - 1) : -bow_of(0);
    const float right = back > 0 ? -bow_of(back - 1) : bow_of(0);
    return bow - (left + right) / 2;
  }

  Quadratic CurveFor(const PairFan& pair, size_t i, const Fan& fan) const {
    const GraphNode &a = *pair.a, &b = *pair.b;
    const float length = Distance(a.centre_px, b.centre_px);
    const float flat = std::clamp(length / kFullBowLengthPx, 0.55f, 1.0f);
    const float bow = PlainBow(pair, i) * fan.side * fan.stretch * flat + fan.shift_px;
    const float size = bow < 0 ? -bow : bow;
    // Three edges side by side arrive side by side, too.
    const size_t most = std::max(pair.forth, pair.edges.size() - pair.forth);
    const float share = most > 2 ? kAttachShare * 2 / most : kAttachShare;
    const float attach = size == 0 ? 0 : std::clamp(size * share, kMinAttachPx, kMaxAttachPx);
    const float signed_attach = bow < 0 ? -attach : attach;
    const Point left = Left(Unit(b.centre_px - a.centre_px));
    // The middle of a quadratic curve lies half way between its control point and its chord.
    const Point control = Mix(a.centre_px, b.centre_px, 0.5f) + left * (2 * bow - signed_attach);
    Quadratic whole{a.centre_px + left * signed_attach, control,
                    b.centre_px + left * signed_attach};
    const bool forth = i < pair.forth;
    if (!forth) std::swap(whole.from, whole.to);
    const float t0 = LeavesAt(whole, forth ? a : b, 0, 0.5f);
    const float t1 = LeavesAt(whole, forth ? b : a, 1, 0.5f);
    return whole.Part(t0, t1);
  }

  void LayPair(const PairFan& pair) {
    std::vector<CurveShape> best, tried(pair.edges.size());
    float best_price = kEndless;
    for (size_t e : pair.edges) laid_[e] = false;
    const bool plain = request_.ways == Ways::kPlain || edges_.size() > kMostAroundNodes;
    const size_t fans = plain ? 1 : kFans.size();
    for (size_t f = 0; f < fans; ++f) {
      if (f >= kNearFans && best_price < kPriceWide) break;
      const Fan& fan = kFans[f];
      const float shift = fan.shift_px < 0 ? -fan.shift_px : fan.shift_px;
      float price = kPriceOfRank * f + kPricePerPxOfShift * shift;
      if (fan.side < 0) price += kPriceMirrored;
      if (pair.table && shift > 0) price += kPriceOffTable;
      for (size_t i = 0; i < pair.edges.size() && price < best_price; ++i) {
        tried[i] = ShapeOf(CurveFor(pair, i, fan));
        price += PriceOf(pair, tried[i], best_price - price);
      }
      if (price < best_price) best = tried, best_price = price;
    }
    for (size_t i = 0; i < pair.edges.size(); ++i) {
      shapes_[pair.edges[i]] = best[i];
      laid_[pair.edges[i]] = true;
    }
  }

  // What is wrong with a curve; no need to know how much beyond `enough`.
  float PriceOf(const PairFan& pair, const CurveShape& shape, float enough) const {
    const Rect inside = Inflated(request_.area_px, -6);
    float price = 0;
    for (const Point& p : shape.points) price += inside.Contains(p) ? 0 : kPriceOutside;
    for (const GraphNode& node : nodes()) {
      if (price >= enough) return price;
      if (node.late && !heeds_late_) continue;
      price += PriceOf(node, pair, shape);
    }
    for (const GraphNode& node : request_.small) {
      const Rect box = Inflated(node.box_px, kMemberClearPx);
      price += kPriceInMember * PointsIn(box, shape);
    }
    for (const TableBand& table : tables_)
      price += kPriceOnTable * PointsIn(table.label_box_px, shape);
    if (is_crowd_) return price;
    for (size_t e = 0; e < edges_.size() && price < enough; ++e) {
      if (laid_[e]) price += PriceAgainst(shape, shapes_[e]);
    }
    for (const GraphTie& tie : *request_.ties) {
      if (tie.late && !heeds_late_) continue;
      for (int i = 0; i < kCurveSamples; i += 2) {
        price += kPriceCrossing / 2 *
                 SegmentsCross(PointAt(shape, i), PointAt(shape, i + 2), tie.from_px, tie.to_px);
      }
    }
    return price;
  }

  static float PriceOf(const GraphNode& node, const PairFan& pair, const CurveShape& shape) {
    float price = 0;
    const bool is_end = &node == pair.a || &node == pair.b;
    if (!is_end && Inflated(node.box_px, kNodeClearPx).Overlaps(shape.box)) {
      for (const Point& p : shape.points)
        price += DistanceToNode(node, p) < kNodeClearPx ? kPriceInNode : 0;
    }
    if (!node.label.empty())
      price += kPriceOnLabel * PointsIn(Inflated(node.label_box_px, kLabelClearPx), shape);
    return price;
  }

  static float PointsIn(const Rect& box, const CurveShape& shape) {
    if (!box.Overlaps(shape.box)) return 0;
    return static_cast<float>(std::count_if(shape.points.begin(), shape.points.end(),
                                            [&](const Point& p) { return box.Contains(p); }));
  }

  static const Point& PointAt(const CurveShape& shape, int i) {
    return shape.points[static_cast<size_t>(i)];
  }

  static Rect SpanBetween(Point a, Point b) {
    const float x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.x, b.x) - x, std::max(a.y, b.y) - y};
  }

  static float PriceAgainst(const CurveShape& x, const CurveShape& y) {
    float price = 0;
    const Rect near_y = Inflated(y.box, kNearPx + 1);
    if (!x.box.Overlaps(near_y)) return price;
    // Where they leave and arrive curves meet anyway; it is their middles that must be told apart.
    for (int i = kEndSamples; i < kCurveSamples - kEndSamples; i += 4) {
      const Point &from = PointAt(x, i), &to = PointAt(x, i + 4);
      if (!SpanBetween(from, to).Overlaps(near_y)) continue;
      for (int j = kEndSamples; j < kCurveSamples - kEndSamples; j += 4)
        price += kPriceCrossing * SegmentsCross(from, to, PointAt(y, j), PointAt(y, j + 4));
      // Side by side is worse than across.
      for (int j = kEndSamples; j <= kCurveSamples - kEndSamples; j += 2) {
        const Point apart = PointAt(y, j) - from;
        if (Dot(apart, apart) < kNearPx * kNearPx) price += kPriceNear;
      }
    }
    return price;
  }

  const RoutingRequest& request_;
  std::vector<GraphEdge>& edges_;
  std::vector<TableBand>& tables_;
  const bool is_crowd_ = request_.ways == Ways::kPlain || edges_.size() > kMostFollowedEdges;
  bool heeds_late_ = false;
  std::vector<PairFan> pairs_;
  std::vector<CurveShape> shapes_;  // by edge
  std::vector<bool> laid_;
};

}  // namespace

void RouteEdges(const RoutingRequest& request, std::vector<GraphEdge>& edges,
                std::vector<TableBand>& tables) {
  Router(request, edges, tables).Route();
}

}  // namespace demarche
