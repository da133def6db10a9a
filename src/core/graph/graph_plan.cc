#include "core/graph/graph_plan.h"

#include <algorithm>

#include "core/base/plane.h"
#include "core/base/stable_sort.h"
#include "core/graph/graph_focus.h"
#include "core/graph/graph_labels.h"
#include "core/graph/graph_members.h"
#include "core/graph/graph_node.h"
#include "core/graph/graph_persons.h"
#include "core/graph/graph_room.h"
#include "core/graph/graph_scope.h"
#include "core/state/lens.h"

namespace demarche {
namespace {

// Room between the outlines of two nodes for the ends of their edges, a badge and a label.
constexpr float kGapPx = 40;
constexpr float kGridPx = 14;         // step of the search for a free place
constexpr float kPxPerNode2 = 19000;  // area that a node with its edges needs
constexpr size_t kMinNodes = 4;
// So many times more actors than there is room for are a crowd.
constexpr size_t kCrowdShare = 4, kLeastCrowd = 60;
constexpr float kMinAreaForPersons2 = 90000;
constexpr size_t kBusyShare = 3;  // busy: at least a third of the busiest actor's moves
constexpr size_t kMaxPersonsPerNode = 8;
constexpr float kLanePx = 6;  // half of what one edge takes, more with more moves
constexpr size_t kMaxLanePx = 16;
constexpr float kPricePerPxFromHome = 0.35f;
constexpr float kPriceOnSeats = 120;  // where members of an organisation would be seated
constexpr float kNever = 1e9f;
// Of who is asked for: between two outlines, and to the edge of the area.
constexpr float kAskedGapPx = 16, kAreaGapPx = 4;
constexpr float kPricePerPxInLane = 4;
constexpr float kPinnedLanePx = 29;   // that a person in its pin's direction keeps off an edge
constexpr float kMarginShare = 0.8f;  // what is outside of the picture's frame keeps off the edge
constexpr float kMinFrame = 0.2f;     // of the unit square: less than this is not stretched

bool HasRoomForPersons(const Rect& area) { return area.w * area.h >= kMinAreaForPersons2; }

class Planner {
 public:
  Planner(const GraphRequest& request, const GraphEvidence& evidence)
      : request_(request),
        evidence_(evidence),
        dossier_(*request.dossier),
        metrics_(request.metrics),
        sides_(evidence.sides()),
        pairs_(evidence.pairs()),
        moves_(dossier_.actors().size()),
        node_of_(dossier_.actors().size(), kNone),
        left_out_(dossier_.actors().size()),
        labels_{request.area_px, request.metrics, request.measurer, {}} {
    for (const ActorPair& pair : pairs_) moves_[pair.a] += pair.moves, moves_[pair.b] += pair.moves;
    for (size_t moves : moves_) most_moves_ = std::max(most_moves_, moves);
    if (request.scope.members == Members::kFolded) members_ever_ = MembersEver(dossier_);
    room_for_persons_ = HasRoomForPersons(request.area_px);
    inner_ = PlanRect(request.area_px);
    plan_.at_px.resize(dossier_.actors().size());
  }

  NodePlan Plan() {
    const std::vector<Index> mains = MainActors();
    size_t capacity = std::max(
        kMinNodes, static_cast<size_t>(request_.area_px.w * request_.area_px.h / kPxPerNode2));
    FrameOf(mains, capacity);
    for (Index actor : mains) AddPinned(actor);
    // A crowd has its shape by where its actors are at home: none is moved to make it tidier.
    const bool crowd = mains.size() > std::max(kCrowdShare * capacity, kLeastCrowd);
    const CrowdPlan crowd_plan{inner_, metrics_, crowd ? capacity : 0};
    if (crowd) capacity = 0;
    AddPinnedPersons();
    seats_px_ = RoomForMembers(request_, evidence_, plan_);
    for (Index actor : mains) {
      if (node_of_[actor] == kNone) AddFree(actor, capacity);
    }
    AddPinnedPersons();
    LabelNewNodes();
    FindRoom(crowd_plan, &plan_);
    if (request_.scope.members == Members::kShown) AddMembers();
    plan_.first_asked = static_cast<Index>(plan_.nodes.size());
    asking_ = true;
    lanes_ = FansOf(evidence_, plan_.nodes);
    const Lens& lens = request_.scope.lens;
    if (lens.kind == LensKind::kMeeting && !crowd) AddAsked(RefOf(lens), capacity);
    if (!crowd) AddAsked(request_.focus, capacity);
    LabelNewNodes();
    AddAskedPersons(AskedFor(dossier_, request_.focus));
    if (lens) AddAskedPersons(AskedFor(dossier_, RefOf(lens)));
    for (const EdgeKey& key : evidence_.keys())
      plan_.edges_ever += node_of_[key.from] != kNone && node_of_[key.to] != kNone ? 1 : 0;
    if (!plan_.dots.empty() || TooManyEdges(plan_.edges_ever, request_.area_px, 1))
      plan_.lines = std::make_shared<const LineOrder>(OrderOfLines(evidence_));
    return std::move(plan_);
  }

 private:
  bool IsPerson(Index actor) const { return dossier_.actors()[actor].kind == ActorKind::kPerson; }

  // Pinned first, then the busiest.
  std::vector<Index> MainActors() const {
    std::vector<Index> mains;
    for (Index i = 0; i < sides_.size(); ++i) {
      const bool pinned = dossier_.actors()[i].HasPin() && !IsPerson(i);
      if (pinned || (sides_[i] == i && moves_[i] > 0)) mains.push_back(i);
    }
    StableSort(&mains, [this](Index a, Index b) {
      const bool pin_a = dossier_.actors()[a].HasPin(), pin_b = dossier_.actors()[b].HasPin();
      return pin_a != pin_b ? pin_a : moves_[a] > moves_[b];
    });
    return mains;
  }

  // The part of the unit square that is stretched over inner_, wide or tall: what the pins span,
  // else what all actors take up.
  void FrameOf(std::span<const Index> mains, size_t capacity) {
    const auto pinned = [this](Index actor) { return dossier_.actors()[actor].HasPin(); };
    const auto free = std::find_if_not(mains.begin(), mains.end(), pinned);
    const std::span<const Index> pins(mains.begin(), free);
    if (!pins.empty()) mains = mains.first(std::min(std::max(capacity, pins.size()), mains.size()));
    FrameOf(mains);
    FrameOf(pins);
  }
  void FrameOf(std::span<const Index> actors) {
    if (actors.empty()) return;
    Point low{1, 1}, high{0, 0};
    for (Index actor : actors) {
      const Point place = PlaceOf(actor);
      low = {std::min(low.x, place.x), std::min(low.y, place.y)};
      high = {std::max(high.x, place.x), std::max(high.y, place.y)};
    }
    if (high.x - low.x > kMinFrame) frame_.x = low.x, frame_.w = high.x - low.x;
    if (high.y - low.y > kMinFrame) frame_.y = low.y, frame_.h = high.y - low.y;
  }

  Point PlaceOf(Index actor) const {
    return actor < request_.places.size() ? request_.places[actor] : Point{0.5f, 0.5f};
  }
  // As if the margins were no end.
  Point WishPx(Index actor) const {
    const Point place = PlaceOf(actor);
    return {inner_.x + (place.x - frame_.x) / frame_.w * inner_.w,
            inner_.y + (place.y - frame_.y) / frame_.h * inner_.h};
  }
  // What of the unit square lies outside of the frame lies in the margin around inner_.
  Point HomePx(Index actor) const {
    const Point place = PlaceOf(actor);
    const Rect& area = request_.area_px;
    return {Along(place.x, frame_.x, frame_.w, inner_.x, inner_.w, area.x, area.w),
            Along(place.y, frame_.y, frame_.h, inner_.y, inner_.h, area.y, area.h)};
  }
  static float Along(float at, float frame, float frame_length, float inner, float inner_length,
                     float area, float area_length) {
    const float end = frame + frame_length;
    if (at < frame) return inner - (frame - at) / frame * (inner - area) * kMarginShare;
    if (at <= end) return inner + (at - frame) / frame_length * inner_length;
    const float margin = area + area_length - inner - inner_length;
    return inner + inner_length + (at - end) / (1 - end) * margin * kMarginShare;
  }

  // ---- States, organisations, bodies, groups ----

  NodeWeight WeightOf(Index i) const {
    return moves_[i] * kBusyShare >= most_moves_ ? NodeWeight::kBusy : NodeWeight::kOrdinary;
  }
  GraphNode MainNode(Index i) const {
    GraphNode node = MakeNode(request_, i, WeightOf(i));
    // With room for the greatest number that there may ever be.
    if (!members_ever_.empty() && IsBox(node)) LabelMembers(request_, members_ever_[i], node);
    return node;
  }

  void Add(GraphNode node, Point centre, Index tied_to) {
    node.centre_px = centre;
    node.box_px = RectAround(centre, node.box_px.w, node.box_px.h);
    plan_.at_px[node.actor] = centre;
    node_of_[node.actor] = static_cast<Index>(plan_.nodes.size());
    plan_.nodes.push_back(std::move(node));
    plan_.tied_to.push_back(tied_to);
    main_count_ += tied_to == kNone ? 1 : 0;
  }

  void AddPinned(Index actor) {
    if (dossier_.actors()[actor].HasPin()) Add(MainNode(actor), HomePx(actor), kNone);
  }

  void AddFree(Index actor, size_t capacity) {
    if (main_count_ >= capacity) return AddDot(actor);
    GraphNode node = MainNode(actor);
    FindPairsWith(actor);
    Point best;
    float best_cost = kNever;
    const Point home = HomePx(actor);
    const Rect within = asking_ ? RoomFor(node) : inner_;
    const int columns = static_cast<int>(within.w / kGridPx);
    const int rows = static_cast<int>(within.h / kGridPx);
    for (int row = 0; row <= rows; ++row) {
      for (int column = 0; column <= columns; ++column) {
        const Point p{within.x + kGridPx * column, within.y + kGridPx * row};
        const float cost = Distance(p, home) * kPricePerPxFromHome + CostAt(node, p);
        if (cost < best_cost) best_cost = cost, best = p;
      }
    }
    if (best_cost >= kNever) return AddDot(actor);
    Add(std::move(node), best, kNone);
  }

  // Where the centre of a node with its name below it may be.
  Rect RoomFor(const GraphNode& node) const {
    const Rect label = LabelBox(labels_, node, {});
    const float w = std::max(node.box_px.w, label.w) + 2 * kAreaGapPx;
    const float above = node.box_px.h / 2 + kAreaGapPx, below = above + label.h + kNameGapPx;
    const Rect& area = request_.area_px;
    return {area.x + w / 2, area.y + above, std::max(1.0f, area.w - w),
            std::max(1.0f, area.h - above - below)};
  }

  void AddAsked(Ref by, size_t capacity) {
    for (Index actor : AskedFor(dossier_, by)) {
      const Index side = sides_[actor];
      if (node_of_[side] != kNone || IsPerson(side)) continue;
      std::erase(plan_.left_out, side);
      const auto dot = std::find_if(plan_.dots.begin(), plan_.dots.end(),
                                    [side](const DotPlan& of) { return of.actor == side; });
      if (dot == plan_.dots.end()) {
        AddFree(side, capacity + 2);
      } else {
        Add(MainNode(side), dot->at_px, kNone);
      }
    }
  }

  // Those that count for the place of an actor: between it and those that are placed.
  void FindPairsWith(Index actor) {
    const auto is_here = [&](Index i) { return i == actor || node_of_[i] != kNone; };
    pairs_here_.clear();
    for (const ActorPair& pair : pairs_)
      if (is_here(pair.a) && is_here(pair.b)) pairs_here_.push_back(pair);
  }

  void AddDot(Index actor) {
    if (left_out_[actor]) return;
    left_out_[actor] = true;
    plan_.at_px[actor] = HomePx(actor);
    plan_.dots.push_back({actor, plan_.at_px[actor], WeightOf(actor)});
  }

  void LeaveOut(Index actor) {
    if (!left_out_[actor]) plan_.left_out.push_back(actor);
    left_out_[actor] = true;
  }

  // What is wrong with a place: kNever where it would touch a node or label, else lines through
  // nodes, crossings, long edges.
  float CostAt(const GraphNode& node, Point p) const {
    const Rect box = RectAround(p, node.box_px.w, node.box_px.h);
    const float apart = asking_ ? kAskedGapPx : kGapPx;
    for (const GraphNode& other : plan_.nodes) {
      const float gap = other.kind == ActorKind::kPerson ? kGapPx / 4 : apart;
      if (Inflated(box, gap).Overlaps(other.box_px)) return kNever;
      if (!other.label.empty() && Inflated(box, 4).Overlaps(other.label_box_px)) return kNever;
    }
    const float clear = node.box_px.h / 2 + 24;
    float cost = 0;
    for (const Rect& seat : seats_px_)
      if (Inflated(box, 8).Overlaps(seat)) cost = kPriceOnSeats;
    for (const EdgeLane& lane : lanes_)
      cost += kPricePerPxInLane * std::max(0.0f, DepthIn(lane, p) + clear);
    for (const ActorPair& pair : pairs_here_) {
      if (pair.a != node.actor && pair.b != node.actor) {
        const float d = DistanceToSegment(p, CentreOf(pair.a), CentreOf(pair.b));
        if (d < clear) cost += (clear - d) * 4;
        continue;
      }
      const Index neighbour = pair.a == node.actor ? pair.b : pair.a;
      cost += CostOfLine(p, neighbour);
    }
    return cost;
  }

  float CostOfLine(Point p, Index neighbour) const {
    const Point q = CentreOf(neighbour);
    float cost = Distance(p, q) * 0.15f;
    for (const GraphNode& other : plan_.nodes) {
      if (other.actor == neighbour) continue;
      const float clear = other.box_px.h / 2 + 14;
      const float d = DistanceToSegment(other.centre_px, p, q);
      if (d < clear) cost += (clear - d) * 5;
    }
    for (const ActorPair& pair : pairs_here_) {
      if (!BothPlaced(pair)) continue;
      if (pair.a == neighbour || pair.b == neighbour) continue;
      if (SegmentsCross(p, q, CentreOf(pair.a), CentreOf(pair.b))) cost += 30;
    }
    return cost;
  }

  bool BothPlaced(const ActorPair& pair) const {
    return node_of_[pair.a] != kNone && node_of_[pair.b] != kNone;
  }
  Point CentreOf(Index actor) const { return plan_.nodes[node_of_[actor]].centre_px; }

  void AddMembers() {
    const size_t before = plan_.nodes.size();
    PlaceMembers(request_, evidence_, &plan_);
    for (size_t n = before; n < plan_.nodes.size(); ++n)
      node_of_[plan_.nodes[n].actor] = static_cast<Index>(n);
    labelled_ = plan_.nodes.size();
  }

  // ---- Persons ----

  // Their names come later, with those of the others.
  void AddPinnedPersons() {
    labels_.lanes.clear();
    std::vector<EdgeLane> lanes = FansOf(evidence_, plan_.nodes);
    for (EdgeLane& lane : lanes) lane.half_px = kPinnedLanePx, lane.bulge_px = 0;
    for (Index i = 0; i < sides_.size(); ++i)
      if (dossier_.actors()[i].HasPin()) AddPerson(i, lanes);
  }

  void AddAskedPersons(const std::vector<Index>& persons) {
    labels_.lanes = FansOf(evidence_, plan_.nodes);
    for (Index i : persons) AddPerson(i, labels_.lanes);
  }

  void AddPerson(Index i, const std::vector<EdgeLane>& lanes) {
    const Index side = sides_[i];
    if (!IsPerson(i) || node_of_[i] != kNone || side == i || node_of_[side] == kNone) return;
    const bool asked_for = request_.focus == Ref{ItemKind::kActor, i};
    if (!asked_for && (!room_for_persons_ || PersonsOf(node_of_[side]) >= kMaxPersonsPerNode))
      return LeaveOut(i);
    const Point at_px = CentreOf(side);
    const bool pinned = dossier_.actors()[i].HasPin();
    Add(MakeNode(request_, i, NodeWeight::kOrdinary), at_px, node_of_[side]);
    PlacePerson({labels_, lanes, pinned ? Unit(WishPx(i) - at_px, {}) : Point{}}, &plan_);
    plan_.at_px[i] = plan_.nodes.back().centre_px;
  }

  size_t PersonsOf(Index node) const {
    return static_cast<size_t>(std::count(plan_.tied_to.begin(), plan_.tied_to.end(), node));
  }

  // ---- Labels ----

  // The labels of the nodes that were added since the last call.
  void LabelNewNodes() {
    labels_.lanes.clear();
    for (const ActorPair& pair : pairs_) {
      if (!BothPlaced(pair)) continue;
      const float half_px = kLanePx + static_cast<float>(std::min<size_t>(pair.moves, kMaxLanePx));
      labels_.lanes.push_back({CentreOf(pair.a), CentreOf(pair.b), half_px, 0});
    }
    PlaceLabels(labels_, labelled_, plan_.tied_to, plan_.nodes);
    labelled_ = plan_.nodes.size();
  }

  const GraphRequest& request_;
  const GraphEvidence& evidence_;
  const Dossier& dossier_;
  const GraphMetrics& metrics_;
  const std::vector<Index>& sides_;
  const std::vector<ActorPair>& pairs_;
  std::vector<size_t> moves_;           // by actor, over all dates
  std::vector<uint32_t> members_ever_;  // by actor; empty where they are not folded into it
  std::vector<ActorPair> pairs_here_;
  std::vector<Index> node_of_;  // by actor
  std::vector<bool> left_out_;  // by actor
  size_t most_moves_ = 1;
  size_t main_count_ = 0;  // nodes that are not tied to another
  bool room_for_persons_ = true;
  bool asking_ = false;          // all stand but those who are asked for,
  std::vector<EdgeLane> lanes_;  // who keep off these
  Rect inner_;                   // where centres of nodes may be
  Rect frame_{0, 0, 1, 1};       // of the unit square, shown over inner_
  NodePlan plan_;
  std::vector<Rect> seats_px_;  // RoomForMembers()
  LabelRequest labels_;
  size_t labelled_ = 0;  // nodes whose labels stand
};

}  // namespace

Rect PlanRect(const Rect& area) {
  const float widest = HasRoomForPersons(area) ? 88.0f : 48.0f;
  const float margin_x = std::clamp(area.w * 0.18f, 40.0f, widest);
  const float top = std::min(44.0f, area.h * 0.2f), bottom = std::min(48.0f, area.h * 0.22f);
  return {area.x + margin_x, area.y + top, std::max(1.0f, area.w - 2 * margin_x),
          std::max(1.0f, area.h - top - bottom)};
}

NodePlan PlanNodes(const GraphRequest& request, const GraphEvidence& evidence) {
  return Planner(request, evidence).Plan();
}

}  // namespace demarche
