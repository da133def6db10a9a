#include "core/graph/graph_layout.h"

#include <algorithm>
#include <optional>

#include "core/base/plane.h"
#include "core/dossier/as_of.h"
#include "core/graph/graph_evidence.h"
#include "core/graph/graph_focus.h"
#include "core/graph/graph_marks.h"
#include "core/graph/graph_node.h"
#include "core/graph/graph_plan.h"
#include "core/graph/graph_routing.h"
#include "core/graph/graph_scope.h"
#include "core/graph/graph_table.h"
#include "core/graph/graph_zoom.h"
#include "core/state/lens.h"

namespace demarche {
namespace {

constexpr float kSeatTiePx = 14;  // the longest to who sits by its organisation

class GraphBuilder {
 public:
  GraphBuilder(const GraphRequest& request, const GraphEvidence& evidence,
               const GraphEvidence& lens_evidence)
      : request_(request),
        scope_(request.scope),
        dossier_(*request.dossier),
        all_(evidence),
        evidence_(lens_evidence),
        sides_(evidence.sides()),
        nodes_(NodesAt(dossier_, sides_, scope_.members, request.as_of_s)),
        drawn_as_(DrawnAs(evidence, scope_, request.as_of_s)),
        shows_(sides_.size()),
        asked_(sides_.size()) {}

  GraphLayout Build(const NodePlan& plan) {
    layout_.area_px = request_.area_px;
    layout_.plan_px = PlanRect(request_.area_px);
    layout_.metrics = request_.metrics;
    FindWhatShows();
    FindWhatStandsApart(plan);
    AddNodes(plan);
    AddDots(plan);
    AddMemberTies(plan);
    AddEdges();
    AddLines(plan);
    const bool meets = request_.focus.kind == ItemKind::kEvent;
    if (meets) SetTable(request_.focus.index);
    if (!meets && scope_.lens.kind == LensKind::kMeeting) SetTable(scope_.lens.a);
    RouteEdges({.area_px = request_.area_px,
                .metrics = request_.metrics,
                .measurer = request_.measurer,
                .nodes = &layout_.nodes,
                .ties = &layout_.ties,
                .small = small_,
                .ways = request_.region_px.w > 0 ? Ways::kPlain : Ways::kBest},
               layout_.edges, layout_.tables);
    layout_.nodes.insert(layout_.nodes.end(), small_.begin(), small_.end());
    MarkSelection(request_, {sides_, nodes_, drawn_as_}, &layout_);
    if (counts_.edges.empty() && scope_.lens.kind != LensKind::kMeeting)
      layout_.empty_note = EmptyNote(request_.as_of_s, scope_.lens);
    return std::move(layout_);
  }

 private:
  bool IsPerson(Index actor) const { return dossier_.actors()[actor].kind == ActorKind::kPerson; }
  // Whether an actor is drawn as one with its organisation, or with whom it speaks for.
  bool IsFolded(Index actor) const { return NodeFor(actor) != actor; }
  Index NodeFor(Index actor) const { return drawn_as_[actor]; }

  void FindWhatShows() {
    counts_ = CountsAt(evidence_, scope_, nodes_, request_.as_of_s);
    for (const KeyCount& count : counts_.edges)
      shows_[count.key.from] = shows_[count.key.to] = true;
    for (Index i = 0; i < sides_.size(); ++i) {
      const bool pinned = dossier_.actors()[i].HasPin() && !scope_.lens && !IsPerson(i);
      if (counts_.inner[i] > 0 || (pinned && !IsFolded(i))) shows_[i] = true;
    }
    ShowWhatLensIsOf();
    ShowMembers();
    ShowPersons();
    // Who is selected shows in any case, and so does a party of the selected event.
    const std::vector<bool> shows = shows_;
    if (request_.focus.kind == ItemKind::kActor) Show(request_.focus.index);
    if (request_.focus.kind == ItemKind::kEvent) ShowTable(request_.focus.index);
    for (Index i = 0; i < sides_.size(); ++i) asked_[i] = asked_[i] || shows_[i] != shows[i];
  }

  void Show(Index actor) { shows_[NodeFor(actor)] = shows_[nodes_[actor]] = true; }
  void ShowTable(Index event) {
    for (Index side : TableOf(dossier_, event, nodes_)) shows_[side] = true;
  }

  void ShowWhatLensIsOf() {
    const Lens& lens = scope_.lens;
    if (lens.kind == LensKind::kMeeting) ShowTable(lens.a);
    if (lens.kind == LensKind::kActor || lens.kind == LensKind::kPair) Show(lens.a);
    if (lens.kind == LensKind::kPair) Show(lens.b);
  }

  template <class Call>
  void ForEachMembership(const Call& call) const {
    if (scope_.members != Members::kShown) return;
    for (const Tie& tie : dossier_.data().ties) {
      if (IsMembership(dossier_, tie) && HoldsAt(tie, request_.as_of_s)) call(tie.from, tie.to);
    }
  }

  // By ties of whom already shows: an organisation within another comes after it.
  void ShowMembers() {
    std::vector<Index> come;
    ForEachMembership([&](Index member, Index organisation) {
      if (shows_[organisation]) come.push_back(member);
    });
    for (Index member : come) shows_[member] = true;
  }

  void ShowPersons() {
    std::vector<bool> asked(sides_.size());
    for (Index actor : AskedFor(dossier_, request_.focus)) asked[actor] = true;
    for (Index actor : AskedFor(dossier_, RefOf(scope_.lens))) asked[actor] = true;
    for (Index i = 0; i < sides_.size(); ++i) {
      if (!IsPerson(i) || IsFolded(i) || shows_[i]) continue;
      const bool belongs = !scope_.lens || shows_[nodes_[i]];
      shows_[i] = belongs && evidence_.HasSpoken(i, request_.as_of_s) &&
                  (dossier_.actors()[i].HasPin() || asked[i]);
      asked_[i] = shows_[i] && !dossier_.actors()[i].HasPin();
    }
  }

  void AddNodes(const NodePlan& plan) {
    std::vector<bool> has_edge(sides_.size());
    for (const KeyCount& count : counts_.edges)
      has_edge[count.key.from] = has_edge[count.key.to] = true;
    for (size_t n = 0; n < plan.nodes.size(); ++n) {
      const GraphNode& node = plan.nodes[n];
      if (!shows_[node.actor]) continue;
      if (plan.tied_to[n] != kNone && !node.small) {
        const GraphNode& at = plan.nodes[plan.tied_to[n]];
        layout_.ties.push_back(TieBetween(at, node));
        layout_.ties.back().late = IsLate(node);
      }
      // No edge has to get around what has none.
      std::vector<GraphNode>& nodes = node.small && !has_edge[node.actor] ? small_ : layout_.nodes;
      nodes.push_back(node);
      nodes.back().late = IsLate(node);
    }
    if (scope_.members == Members::kFolded) CountFolded();
    for (Index actor : plan.left_out) layout_.hidden_actors += shows_[actor] ? 1 : 0;
  }

  // Persons move with whom they speak for.
  bool IsLate(const GraphNode& node) const {
    return asked_[node.actor] ||
           std::any_of(request_.pins.begin(), request_.pins.end(), [&](const NodePin& pin) {
             return pin.actor == node.actor || pin.actor == node.tied_to;
           });
  }

  void CountFolded() {
    const std::vector<uint32_t> members = MembersAt(dossier_, request_.as_of_s);
    for (GraphNode& node : layout_.nodes) {
      node.inner = counts_.inner[node.actor];
      node.members = members[node.actor];
      // What had no room for the label in the whole picture has none now.
      if (IsBox(node) && node.label_box_px.w > 0) LabelMembers(request_, node.members, node);
    }
  }

  // Who sits by its organisation needs none, but for those next to it.
  void AddMemberTies(const NodePlan& plan) {
    std::vector<Index> sits_by(sides_.size(), kNone);
    for (size_t n = 0; n < plan.nodes.size(); ++n) {
      if (plan.nodes[n].small && plan.tied_to[n] != kNone)
        sits_by[plan.nodes[n].actor] = plan.nodes[plan.tied_to[n]].actor;
    }
    std::vector<const GraphNode*> at(sides_.size());
    for (const std::vector<GraphNode>* nodes : {&layout_.nodes, &small_})
      for (const GraphNode& node : *nodes) at[node.actor] = &node;
    ForEachMembership([&](Index member, Index organisation) {
      if (!at[member] || !at[organisation]) return;
      const GraphTie tie = TieBetween(*at[organisation], *at[member]);
      const bool sits = sits_by[member] == organisation;
      if (sits && Distance(tie.from_px, tie.to_px) > kSeatTiePx * request_.zoom) return;
      layout_.member_ties.push_back(tie);
    });
  }

  void AddDots(const NodePlan& plan) {
    layout_.dot_r_px = plan.dot_r_px;
    for (const DotPlan& dot : plan.dots) {
      if (!shows_[dot.actor]) continue;
      GraphDot& added = layout_.dots.emplace_back();
      added.actor = dot.actor;
      added.kind = dossier_.actors()[dot.actor].kind;
      added.centre_px = dot.at_px;
    }
  }

  GraphNode* NodeOf(Index actor) {
    for (GraphNode& node : layout_.nodes) {
      if (node.actor == actor) return &node;
    }
    return nullptr;
  }

  // Of too many edges only those that are asked for are told apart, if these are not too many.
  void FindWhatStandsApart(const NodePlan& plan) {
    const LensKind lens = scope_.lens.kind;
    if (lens == LensKind::kPair || lens == LensKind::kActor) return;
    const size_t edges_ever = std::min(plan.edges_ever, evidence_.keys().size());
    merges_ = TooManyEdges(edges_ever, request_.area_px, request_.zoom);
    if (!merges_) return;
    apart_.resize(sides_.size());
    const Ref& focus = request_.focus;
    if (focus.kind == ItemKind::kActor) {
      const Index own = NodeFor(focus.index), side = nodes_[focus.index];
      const auto of_focus =
          std::count_if(evidence_.keys().begin(), evidence_.keys().end(), [&](const EdgeKey& key) {
            const Index from = nodes_[key.from], to = nodes_[key.to];
            return from == own || from == side || to == own || to == side;
          });
      apart_[own] = apart_[side] =
          !TooManyEdges(static_cast<size_t>(of_focus), request_.area_px, request_.zoom);
    }
    if (request_.edge) pairs_apart_.push_back(request_.edge);
    if (focus.kind == ItemKind::kMove) {
      ForEachKey(nodes_, dossier_.moves()[focus.index],
                 [this](const EdgeKey& key) { pairs_apart_.push_back(key); });
    }
  }
  bool IsToldApart(Index a, Index b) const {
    if (!merges_ || apart_[a] || apart_[b]) return true;
    return std::any_of(pairs_apart_.begin(), pairs_apart_.end(), [a, b](const EdgeKey& key) {
      return (key.from == a && key.to == b) || (key.from == b && key.to == a);
    });
  }

  void AddEdges() {
    std::vector<bool> is_here(sides_.size());
    for (const GraphNode& node : layout_.nodes) is_here[node.actor] = true;
    for (const KeyCount& at : counts_.edges) {
      if (!is_here[at.key.from] || !is_here[at.key.to]) continue;
      if (!IsToldApart(at.key.from, at.key.to)) {
        layout_.merged.push_back(at.key);
        continue;
      }
      GraphEdge& edge = layout_.edges.emplace_back();
      edge.key = at.key;
      edge.count = at.moves;
    }
  }

  void AddLines(const NodePlan& plan) {
    if (layout_.dots.empty() && !merges_) return;
    layout_.lines = LinesOf({.evidence = &all_,
                             .order = plan.lines.get(),
                             .edges = counts_.edges,
                             .merged = layout_.merged,
                             .nodes = layout_.nodes,
                             .dots = layout_.dots,
                             .at_px = plan.at_px});
  }

  void SetTable(Index event) {
    const std::vector<Index> seats = TableOf(dossier_, event, nodes_);
    std::vector<bool> sits(sides_.size());
    for (Index side : seats) sits[side] = true;
    for (std::vector<GraphNode>* nodes : {&layout_.nodes, &small_})
      for (GraphNode& node : *nodes) node.at_table = sits[node.actor];
    for (GraphDot& dot : layout_.dots) dot.selected = dot.selected || sits[dot.actor];
    // Who sits at the table is in the way of edges.
    for (const GraphNode& node : small_)
      if (node.at_table) layout_.nodes.push_back(node);
    std::erase_if(small_, [](const GraphNode& node) { return node.at_table; });
    layout_.tables = LayoutTable({.area_px = request_.area_px,
                                  .metrics = request_.metrics,
                                  .measurer = request_.measurer,
                                  .seats = seats,
                                  .nodes = layout_.nodes,
                                  .edges = layout_.edges,
                                  .label = TableLabel(dossier_, event, request_.lang)});
  }

  const GraphRequest& request_;
  const GraphScope& scope_;
  const Dossier& dossier_;
  const GraphEvidence& all_;
  const GraphEvidence& evidence_;  // of the lens
  const std::vector<Index>& sides_;
  const std::vector<Index> nodes_;     // by actor: NodesAt()
  const std::vector<Index> drawn_as_;  // by actor: DrawnAs()
  std::vector<bool> shows_;            // by actor
  std::vector<bool> asked_;            // by actor: shows for that only
  bool merges_ = false;                // edges into lines, but for
  std::vector<bool> apart_;            // those of these actors
  std::vector<EdgeKey> pairs_apart_;   // and those between the ends of these
  ScopedCounts counts_;
  std::vector<GraphNode> small_;  // without edges
  GraphLayout layout_;
};

GraphLayout Build(const GraphRequest& request) {
  const GraphEvidence& evidence = *request.evidence;
  GraphBuilder builder(request, evidence,
                       request.lens_evidence ? *request.lens_evidence : evidence);
  if (request.nodes) return builder.Build(*request.nodes);
  return builder.Build(ZoomedPlan(request, PlanNodes(request, evidence)));
}

}  // namespace

GraphMetrics GraphMetricsForDesktop() { return {}; }

GraphMetrics GraphMetricsForPhone() {
  return {.busy_state_r_px = 27,
          .state_r_px = 25,
          .person_r_px = 7.5f,
          .box_w_px = 62,
          .box_h_px = 38,
          .tie_px = 60,
          .badge_r_px = 11.5f,
          .badge_half_diagonal_px = 15,
          .band_px = 24,
          .state_code_px = 15,
          .box_code_px = 13,
          .label_px = 13,
          .person_label_px = 12,
          .band_label_px = 11,
          .badge_number_px = 11};
}

GraphLayout LayoutGraph(const GraphRequest& request) {
  std::optional<GraphEvidence> evidence, lens_evidence;
  if (!request.evidence) evidence.emplace(*request.dossier);
  const std::vector<Index>& sides = evidence ? evidence->sides() : request.evidence->sides();
  const bool looks = LooksAtMoves(request.scope.lens, sides);
  if (looks && !request.lens_evidence) lens_evidence.emplace(*request.dossier, request.scope.lens);
  if (!evidence && !lens_evidence) return Build(request);
  GraphRequest found = request;
  if (evidence) found.evidence = &*evidence;
  if (lens_evidence) found.lens_evidence = &*lens_evidence;
  return Build(found);
}

}  // namespace demarche
