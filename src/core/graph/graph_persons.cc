#include "core/graph/graph_persons.h"

#include <algorithm>

#include "core/base/plane.h"
#include "core/graph/graph_winds.h"

namespace demarche {
namespace {

constexpr float kRings[] = {1, 1.3f, 1.6f, 2, 2.5f};  // of the reach of a tie
constexpr float kPricePerPxOfTie = 0.6f, kPricePerPxOfPinnedTie = 2.5f;
constexpr float kPriceOfTurning = 60;  // into the direction opposite to the wish, half
constexpr float kPricePerPxOutside = 100, kPricePerPxInLane = 4;
constexpr float kPricePerPxOfTieInLane = 1;
constexpr float kPriceOnNode = 400, kPriceOnName = 300, kPriceOfCrossing = 100;
constexpr float kGapPx = 6, kPersonGapPx = 12, kTieGapPx = 4;

class Placer {
 public:
  Placer(const PersonRequest& request, NodePlan* plan)
      : request_(request),
        plan_(*plan),
        own_(plan->nodes.size() - 1),
        person_(plan->nodes[own_]),
        at_(plan->nodes[plan->tied_to[own_]]) {}

  void Place() {
    const GraphMetrics& metrics = request_.labels.metrics;
    const float reach_px = std::max(metrics.tie_px, at_.r_px + 3.5f * metrics.person_r_px);
    Point best;
    Rect best_label;
    float best_price = kEndless;
    const float price_per_px = pinned_ ? kPricePerPxOfPinnedTie : kPricePerPxOfTie;
    for (const float ring : kRings) {
      for (size_t i = 0; i < 2 * kWinds.size(); i += pinned_ ? 2 : 1) {
        const Point direction = DirectionAt(i);
        StandAt(at_.centre_px + direction * (reach_px * ring));
        float price = price_per_px * reach_px * (ring - 1);
        price -= kPriceOfTurning * Dot(direction, request_.wish);
        price += PriceOfPlace() + PriceOfTie();
        if (price >= best_price) continue;
        price += PlaceLabel();
        if (price >= best_price) continue;
        best_price = price, best = person_.centre_px, best_label = person_.label_box_px;
      }
    }
    StandAt(best);
    person_.label_box_px = best_label, person_.label_px = best_label.centre();
  }

 private:
  static constexpr float kEndless = 1e9f;

  Point DirectionAt(size_t i) const {
    const Point& wind = kWinds[i / 2];
    return i % 2 == 0 ? wind : Unit(wind + kWinds[(i / 2 + 1) % kWinds.size()]);
  }

  void StandAt(Point centre) {
    person_.centre_px = centre;
    person_.box_px = RectAround(centre, 2 * person_.r_px, 2 * person_.r_px);
  }

  float PriceOfPlace() const {
    float price = OutsidePx(request_.labels.area_px, person_.box_px) * kPricePerPxOutside;
    for (size_t n = 0; n < own_; ++n) {
      const GraphNode& other = plan_.nodes[n];
      const float gap = plan_.tied_to[n] == kNone ? kGapPx : kPersonGapPx;
      if (person_.box_px.Overlaps(Inflated(other.box_px, gap))) price += kPriceOnNode;
      if (!other.label.empty() && person_.box_px.Overlaps(other.label_box_px))
        price += kPriceOnName;
    }
    for (const EdgeLane& lane : request_.lanes)
      price += kPricePerPxInLane * std::max(0.0f, DepthIn(lane, person_.centre_px) + person_.r_px);
    return price;
  }

  float PriceOfTie() const {
    const Point &from = at_.centre_px, &to = person_.centre_px;
    float price = 0;
    for (size_t n = 0; n < own_; ++n) {
      const GraphNode& other = plan_.nodes[n];
      const bool past = other.actor != at_.actor &&
                        DistanceToSegment(other.centre_px, from, to) < other.r_px + kTieGapPx;
      price += past ? kPriceOnNode : 0;
      if (!other.label.empty()) price += RunsThrough(other.label_box_px) ? kPriceOnName : 0;
      if (plan_.tied_to[n] == kNone) continue;
      const Point end = plan_.nodes[plan_.tied_to[n]].centre_px;
      price += SegmentsCross(from, to, end, other.centre_px) ? kPriceOfCrossing : 0;
    }
    for (const EdgeLane& lane : request_.labels.lanes)
      for (const float t : {0.5f, 0.75f})
        price += kPricePerPxOfTieInLane * std::max(0.0f, DepthIn(lane, Mix(from, to, t)));
    return price;
  }

  bool RunsThrough(const Rect& box) const {
    constexpr int kSamples = 12;
    for (int i = 1; i < kSamples; ++i) {
      const float t = static_cast<float>(i) / kSamples;
      if (box.Contains(Mix(at_.centre_px, person_.centre_px, t))) return true;
    }
    return false;
  }

  // What is wrong with it; how far it reaches away decides between labels, not between places.
  float PlaceLabel() {
    if (person_.label.empty()) return 0;
    const LabelPlace place = BestLabel(request_.labels, own_, plan_.tied_to, plan_.nodes);
    person_.label_box_px = place.box_px;
    person_.label_px = place.box_px.centre();
    return place.price + kPriceOfInwardPx * Distance(at_.centre_px, person_.label_px);
  }

  const PersonRequest& request_;
  const bool pinned_ = request_.wish != Point{};
  const NodePlan& plan_;
  const size_t own_;
  GraphNode& person_;
  const GraphNode& at_;
};

}  // namespace

void PlacePerson(const PersonRequest& request, NodePlan* plan) { Placer(request, plan).Place(); }

}  // namespace demarche
