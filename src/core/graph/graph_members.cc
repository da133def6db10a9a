#include "core/graph/graph_members.h"

#include <algorithm>
#include <utility>

#include "core/base/plane.h"
#include "core/base/stable_sort.h"
#include "core/graph/graph_labels.h"
#include "core/graph/graph_node.h"
#include "core/graph/graph_scope.h"

namespace demarche {
namespace {

constexpr float kCircleRPx = 10, kDotRPx = 4;
constexpr float kGapPx = 3, kFirstGapPx = 8;  // between members, to the organisation
// What a fan of edges takes to either side of the line between two nodes: at its ends, and more
// for each class and direction in its middle (graph_routing.cc).
constexpr float kLanePx = 16, kPerEdgePx = 12;
constexpr int kRings = 9, kWindsPerRing = 128;
constexpr float kRivalShare = 0.6f;
constexpr float kWider = 1.5f;  // rings grow sideways, where there is more room
constexpr size_t kMostPerOrganisation = 200;
// The turn from one wind to the next. Constants, because libm's sine is not the same everywhere.
constexpr float kCosWind = 0.99879546f, kSinWind = 0.04906767f;

enum class Form : uint8_t { kCircle, kDot };

class MemberPlacer {
 public:
  MemberPlacer(const GraphRequest& request, const GraphEvidence& evidence, NodePlan* plan)
      : request_(request),
        dossier_(*request.dossier),
        plan_(*plan),
        node_of_(dossier_.actors().size(), kNone),
        has_place_(dossier_.actors().size()),
        labels_{request.area_px, request.metrics, request.measurer, {}} {
    for (size_t n = 0; n < plan_.nodes.size(); ++n) {
      node_of_[plan_.nodes[n].actor] = static_cast<Index>(n);
      has_place_[plan_.nodes[n].actor] = true;
    }
    for (const DotPlan& dot : plan_.dots) has_place_[dot.actor] = true;
    const std::vector<ActorPair>& pairs = evidence.pairs();
    std::vector<uint32_t> edges(pairs.size());
    for (const uint32_t pair : OrderOfLines(evidence).pair_of_key) ++edges[pair];
    for (size_t i = 0; i < pairs.size(); ++i) {
      if (node_of_[pairs[i].a] == kNone || node_of_[pairs[i].b] == kNone) continue;
      const float bow_px = kPerEdgePx * static_cast<float>(edges[i] - 1);
      lanes_.push_back({CentreOf(pairs[i].a), CentreOf(pairs[i].b), kLanePx + bow_px});
    }
  }

  void Place() {
    std::vector<std::vector<Index>> members = Members();
    for (Index organisation = 0; organisation < members.size(); ++organisation) {
      const std::vector<Index>& list = members[organisation];
      if (list.empty()) continue;
      const size_t before = plan_.nodes.size();
      if (PlaceAll(organisation, list, Form::kCircle) == list.size()) continue;
      plan_.nodes.resize(before);
      plan_.tied_to.resize(before);
      const size_t placed = PlaceAll(organisation, list, Form::kDot);
      plan_.left_out.insert(plan_.left_out.end(), list.begin() + static_cast<ptrdiff_t>(placed),
                            list.end());
    }
  }

 private:
  Point CentreOf(Index actor) const { return plan_.nodes[node_of_[actor]].centre_px; }

  // By organisation, those that need a place.
  std::vector<std::vector<Index>> Members() {
    std::vector<const Tie*> ties;
    for (const Tie& tie : dossier_.data().ties) {
      const bool needs =
          IsMembership(dossier_, tie) && node_of_[tie.to] != kNone && !has_place_[tie.from];
      if (needs) ties.push_back(&tie);
    }
    StableSort(&ties, [](const Tie* a, const Tie* b) {
      return a->since.when.earliest() < b->since.when.earliest();
    });
    std::vector<std::vector<Index>> members(node_of_.size());
    std::vector<bool> listed(node_of_.size());
    for (const Tie* tie : ties) {
      if (listed[tie->from] || members[tie->to].size() == kMostPerOrganisation) continue;
      listed[tie->from] = true;
      members[tie->to].push_back(tie->from);
    }
    return members;
  }

  // How many of the list, from its beginning, found a place.
  size_t PlaceAll(Index organisation, const std::vector<Index>& list, Form form) {
    const Index at = node_of_[organisation];
    const Rect core = plan_.nodes[at].box_px;
    const Point centre = core.centre();
    const float r_px = form == Form::kCircle ? kCircleRPx : kDotRPx;
    FindNear(at, kWider * (kFirstGapPx + static_cast<float>(kRings) * (2 * r_px + kGapPx)));
    size_t placed = 0;
    for (int ring = 0; ring < kRings; ++ring) {
      const float beyond = kFirstGapPx + r_px + static_cast<float>(ring) * (2 * r_px + kGapPx);
      const float half_w = core.w / 2 + kWider * beyond, half_h = core.h / 2 + beyond;
      Point wind{0, -1};
      for (int i = 0; i < kWindsPerRing && placed < list.size(); ++i) {
        const Point p = centre + Point{wind.x * half_w, wind.y * half_h};
        wind = {wind.x * kCosWind - wind.y * kSinWind, wind.x * kSinWind + wind.y * kCosWind};
        if (!IsFree(RectAround(p, 2 * r_px, 2 * r_px), r_px)) continue;
        Add(list[placed++], at, p, form);
      }
    }
    if (form == Form::kDot) {
      for (size_t n = plan_.nodes.size() - placed; n < plan_.nodes.size(); ++n)
        LabelDot(plan_.nodes[n]);
    }
    return placed;
  }

  // What may be in the way within the rings: of ten thousand nodes few are.
  void FindNear(Index at, float reach_px) {
    // Twice as far: who stands there may be nearer to a place than the organisation.
    const Rect around = Inflated(plan_.nodes[at].box_px, 2 * reach_px);
    centre_ = plan_.nodes[at].centre_px;
    near_nodes_.clear();
    for (size_t n = 0; n < plan_.nodes.size(); ++n) {
      const GraphNode& node = plan_.nodes[n];
      const bool tied = plan_.tied_to[n] != kNone && !node.small;
      const bool labelled = !node.label.empty() && around.Overlaps(node.label_box_px);
      if (tied || labelled || around.Overlaps(node.box_px)) near_nodes_.push_back(n);
    }
    near_lanes_.clear();
    for (const EdgeLane& lane : lanes_) {
      const Point low{std::min(lane.from_px.x, lane.to_px.x),
                      std::min(lane.from_px.y, lane.to_px.y)};
      const Rect box{low.x, low.y, std::max(lane.from_px.x, lane.to_px.x) - low.x,
                     std::max(lane.from_px.y, lane.to_px.y) - low.y};
      if (around.Overlaps(Inflated(box, lane.half_px))) near_lanes_.push_back(lane);
    }
  }

  bool IsFree(const Rect& box, float r_px) const {
    if (OutsidePx(request_.area_px, box) > 0) return false;
    const Point p = box.centre();
    for (const size_t n : near_nodes_) {
      const GraphNode& node = plan_.nodes[n];
      const bool apart = node.small ? Distance(p, node.centre_px) >= node.r_px + r_px + kGapPx
                                    : !Inflated(box, 2 * kGapPx).Overlaps(node.box_px);
      // Who stands much nearer to another is taken for its own.
      const bool is_rival = plan_.tied_to[n] == kNone && node.centre_px != centre_;
      if (is_rival && Distance(p, node.centre_px) < kRivalShare * Distance(p, centre_))
        return false;
      if (!apart || (!node.label.empty() && box.Overlaps(node.label_box_px))) return false;
      if (plan_.tied_to[n] == kNone || node.small) continue;
      const Point end = plan_.nodes[plan_.tied_to[n]].centre_px;
      if (DistanceToSegment(p, node.centre_px, end) < r_px + kGapPx) return false;
    }
    for (const EdgeLane& lane : near_lanes_)
      if (DistanceToSegment(p, lane.from_px, lane.to_px) < HalfAt(lane, p) + r_px) return false;
    return true;
  }

  // A fan is narrow at its ends.
  static float HalfAt(const EdgeLane& lane, Point p) {
    const Point along = lane.to_px - lane.from_px;
    const float t =
        std::clamp(Dot(p - lane.from_px, along) / std::max(1.0f, Dot(along, along)), 0.0f, 1.0f);
    return kLanePx + (lane.half_px - kLanePx) * 4 * t * (1 - t);
  }

  void Add(Index member, Index at, Point centre, Form form) {
    GraphNode node = MakeNode(request_, member, NodeWeight::kOrdinary);
    node.small = true;
    node.kind = ActorKind::kState;  // a circle, whatever it is: a box has no room
    node.r_px = form == Form::kCircle ? kCircleRPx : kDotRPx;
    const std::string code = Elided(node.code, *request_.measurer, Face::kSemiBold,
                                    request_.metrics.band_label_px, 2 * kCircleRPx);
    node.centre_px = centre;
    node.box_px = RectAround(centre, 2 * node.r_px, 2 * node.r_px);
    node.code = form == Form::kCircle ? code : std::string();
    node.label = form == Form::kDot ? code : std::string();
    near_nodes_.push_back(plan_.nodes.size());
    plan_.at_px[member] = centre;
    plan_.nodes.push_back(std::move(node));
    plan_.tied_to.push_back(at);
  }

  // The code beside it, where that lies on nothing.
  void LabelDot(GraphNode& node) const {
    const Rect size = LabelBox(labels_, node, {});
    const std::string label = std::exchange(node.label, {});
    const float beside = node.r_px + kGapPx + 0.5f + size.w / 2;
    for (const float step : {beside, -beside}) {
      const Rect box = RectAround(node.centre_px + Point{step, 0}, size.w, size.h);
      if (!IsFree(box, size.w / 2)) continue;
      node.label = label;
      node.label_box_px = box;
      node.label_px = box.centre();
      return;
    }
  }

  const GraphRequest& request_;
  const Dossier& dossier_;
  NodePlan& plan_;
  std::vector<Index> node_of_;   // by actor; of those that were planned before
  std::vector<bool> has_place_;  // by actor
  LabelRequest labels_;
  std::vector<EdgeLane> lanes_, near_lanes_;  // between nodes that were planned before
  std::vector<size_t> near_nodes_;
  Point centre_;  // of the organisation
};

}  // namespace

void PlaceMembers(const GraphRequest& request, const GraphEvidence& evidence, NodePlan* plan) {
  MemberPlacer(request, evidence, plan).Place();
}

}  // namespace demarche
