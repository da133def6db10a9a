#include "core/graph/graph_members.h"

#include <algorithm>
#include <utility>

#include "core/base/plane.h"
#include "core/base/stable_sort.h"
#include "core/graph/graph_fans.h"
#include "core/graph/graph_labels.h"
#include "core/graph/graph_node.h"
#include "core/graph/graph_scope.h"
#include "core/graph/graph_seats.h"

namespace demarche {
namespace {

constexpr float kGapPx = 3, kReachPx = 400;  // around the organisation
constexpr float kRivalShare = 0.6f;
constexpr size_t kMostPerOrganisation = 200;
constexpr size_t kSharesLine = 3;  // fewer that joined together count as one with such others

// How a member is drawn, and with how much of the bows of fans free; the best first.
struct Form {
  float r_px, pitch_px, price;
  bool has_code = true;
};
constexpr Form kForms[] = {{10, 24, 0}, {9.5f, 22, 6}, {9, 20, 14}};
constexpr Form kDot = {4, 11, 0, false};
// Of the bow of a fan: edges can get around members where there is no other room for them.
constexpr float kBowShares[] = {1, 0.4f, 0};

class MemberPlacer {
 public:
  MemberPlacer(const GraphRequest& request, const GraphEvidence& evidence, NodePlan* plan)
      : request_(request),
        evidence_(evidence),
        dossier_(*request.dossier),
        plan_(*plan),
        node_of_(dossier_.actors().size(), kNone),
        has_place_(dossier_.actors().size()) {
    for (size_t n = 0; n < plan_.nodes.size(); ++n) {
      node_of_[plan_.nodes[n].actor] = static_cast<Index>(n);
      has_place_[plan_.nodes[n].actor] = true;
    }
    for (const DotPlan& dot : plan_.dots) has_place_[dot.actor] = true;
  }

  void Place() {
    const std::vector<std::vector<const Tie*>> members = Members();
    for (Index organisation = 0; organisation < members.size(); ++organisation) {
      if (members[organisation].empty()) continue;
      if (lanes_.empty()) lanes_ = FansOf(evidence_, plan_.nodes);
      Seat(organisation, members[organisation]);
    }
  }

 private:
  // By organisation, those that need a place, by the date on which they joined.
  std::vector<std::vector<const Tie*>> Members() {
    std::vector<const Tie*> ties;
    for (const Tie& tie : dossier_.data().ties) {
      const bool needs =
          IsMembership(dossier_, tie) && node_of_[tie.to] != kNone && !has_place_[tie.from];
      if (needs) ties.push_back(&tie);
    }
    StableSort(&ties, [](const Tie* a, const Tie* b) {
      return a->since.when.earliest() < b->since.when.earliest();
    });
    std::vector<std::vector<const Tie*>> members(node_of_.size());
    std::vector<bool> listed(node_of_.size());
    for (const Tie* tie : ties) {
      if (listed[tie->from] || members[tie->to].size() == kMostPerOrganisation) continue;
      listed[tie->from] = true;
      members[tie->to].push_back(tie);
    }
    return members;
  }

  // Of more than there is room for the first.
  void Seat(Index organisation, const std::vector<const Tie*>& list) {
    const Index at = node_of_[organisation];
    FindNear(at);
    const std::vector<size_t> waves = WavesOf(list);
    Form form;
    SeatingPlan seating = SeatingIn(waves, list.size(), kForms, &form);
    if (seating.seats_px.size() < list.size())
      seating = SeatingIn(waves, list.size(), {&kDot, 1}, &form);
    for (size_t i = 0; i < list.size(); ++i) {
      if (i < seating.seats_px.size()) {
        Add(list[i]->from, at, seating.seats_px[i], form);
      } else {
        plan_.left_out.push_back(list[i]->from);
      }
    }
  }

  static std::vector<size_t> WavesOf(const std::vector<const Tie*>& list) {
    std::vector<size_t> waves;
    bool shares = false;
    for (size_t i = 0, end = 0; i < list.size(); i = end) {
      const Seconds since = list[i]->since.when.earliest();
      while (end < list.size() && list[end]->since.when.earliest() == since) ++end;
      const bool joins = shares && end - i < kSharesLine;
      if (joins) {
        waves.back() += end - i;
      } else {
        waves.push_back(end - i);
      }
      shares = end - i < kSharesLine;
    }
    return waves;
  }

  SeatingPlan SeatingIn(std::span<const size_t> waves, size_t count, std::span<const Form> forms,
                        Form* form) {
    SeatingPlan best;
    for (const float share : kBowShares) {
      bow_share_ = share;
      for (const Form& with : forms) {
        SeatingPlan seating = FindSeats({request_.area_px, box_px_, waves, with.r_px, with.pitch_px,
                                         [&](Point p) { return IsFree(p, with.r_px); }});
        seating.price += with.price;
        const size_t seats = seating.seats_px.size(), most = best.seats_px.size();
        if (seats < most || (seats == most && seats > 0 && seating.price >= best.price)) continue;
        best = std::move(seating);
        *form = with;
      }
      if (best.seats_px.size() == count) break;
    }
    return best;
  }

  // What may be in the way: of ten thousand nodes few are.
  void FindNear(Index at) {
    box_px_ = plan_.nodes[at].box_px;
    // Twice as far: who stands there may be nearer to a place than the organisation.
    const Rect around = Inflated(box_px_, 2 * kReachPx);
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
      if (around.Overlaps(Inflated(box, HalfAt(lane, 0.5f)))) near_lanes_.push_back(lane);
    }
  }

  bool IsFree(Point p, float r_px) const {
    const Rect box = RectAround(p, 2 * r_px, 2 * r_px);
    if (OutsidePx(request_.area_px, box) > 0) return false;
    for (const size_t n : near_nodes_) {
      const GraphNode& node = plan_.nodes[n];
      const bool apart = node.small ? Distance(p, node.centre_px) >= node.r_px + r_px + kGapPx
                                    : !Inflated(box, 2 * kGapPx).Overlaps(node.box_px);
      // Who stands much nearer to another is taken for its own.
      const Point centre = box_px_.centre();
      const bool is_rival = plan_.tied_to[n] == kNone && node.centre_px != centre;
      if (is_rival && Distance(p, node.centre_px) < kRivalShare * Distance(p, centre)) return false;
      if (!apart || (!node.label.empty() && box.Overlaps(node.label_box_px))) return false;
      if (plan_.tied_to[n] == kNone || node.small) continue;
      const Point end = plan_.nodes[plan_.tied_to[n]].centre_px;
      if (DistanceToSegment(p, node.centre_px, end) < r_px + kGapPx) return false;
    }
    return std::all_of(near_lanes_.begin(), near_lanes_.end(),
                       [&](const EdgeLane& lane) { return DepthIn(lane, p, bow_share_) <= -r_px; });
  }

  void Add(Index member, Index at, Point centre, const Form& form) {
    GraphNode node = MakeNode(request_, member, NodeWeight::kOrdinary);
    node.small = true;
    node.kind = ActorKind::kState;  // a circle, whatever it is: a box has no room
    node.r_px = form.r_px;
    node.centre_px = centre;
    node.box_px = RectAround(centre, 2 * node.r_px, 2 * node.r_px);
    node.code = form.has_code ? Elided(node.code, *request_.measurer, Face::kSemiBold,
                                       request_.metrics.band_label_px, 2 * node.r_px)
                              : std::string();
    node.label.clear();
    plan_.at_px[member] = centre;
    plan_.nodes.push_back(std::move(node));
    plan_.tied_to.push_back(at);
  }

  const GraphRequest& request_;
  const GraphEvidence& evidence_;
  const Dossier& dossier_;
  NodePlan& plan_;
  std::vector<Index> node_of_;                // by actor; of those that were planned before
  std::vector<bool> has_place_;               // by actor
  std::vector<EdgeLane> lanes_, near_lanes_;  // between nodes that were planned before
  std::vector<size_t> near_nodes_;
  Rect box_px_;  // of the organisation
  float bow_share_ = 1;
};

}  // namespace

void PlaceMembers(const GraphRequest& request, const GraphEvidence& evidence, NodePlan* plan) {
  MemberPlacer(request, evidence, plan).Place();
}

std::vector<Rect> RoomForMembers(const GraphRequest& request, const GraphEvidence& evidence,
                                 NodePlan plan) {
  const size_t before = plan.nodes.size();
  PlaceMembers(request, evidence, &plan);
  std::vector<Rect> room;
  for (size_t n = before; n < plan.nodes.size(); ++n) room.push_back(plan.nodes[n].box_px);
  return room;
}

}  // namespace demarche
