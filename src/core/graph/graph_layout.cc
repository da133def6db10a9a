#include "core/graph/graph_layout.h"

#include <algorithm>

#include "core/base/plane.h"
#include "core/graph/graph_evidence.h"
#include "core/graph/graph_focus.h"
#include "core/graph/graph_node.h"
#include "core/graph/graph_plan.h"
#include "core/graph/graph_routing.h"
#include "core/graph/graph_zoom.h"

namespace demarche {
namespace {

class GraphBuilder {
 public:
  GraphBuilder(const GraphRequest& request, const GraphEvidence& evidence)
      : request_(request),
        dossier_(*request.dossier),
        evidence_(evidence),
        sides_(evidence.sides()) {}

  GraphLayout Build(const NodePlan& plan) {
    layout_.area_px = request_.area_px;
    layout_.plan_px = PlanRect(request_.area_px);
    layout_.metrics = request_.metrics;
    FindWhatShows();
    AddNodes(plan);
    AddDots(plan);
    AddEdges();
    AddLines(plan);
    if (request_.focus.kind == ItemKind::kEvent) SetTable(request_.focus.index);
    RouteEdges({.area_px = request_.area_px,
                .metrics = request_.metrics,
                .measurer = request_.measurer,
                .nodes = &layout_.nodes,
                .ties = &layout_.ties,
                .ways = request_.region_px.w > 0 ? Ways::kPlain : Ways::kBest},
               layout_.edges, layout_.tables);
    Mark();
    if (counts_.empty()) layout_.empty_note = EmptyNote(request_.as_of_s);
    return std::move(layout_);
  }

 private:
  // What an edge stands for at the playhead.
  struct KeyCount {
    EdgeKey key;
    uint32_t moves = 0;
  };

  void FindWhatShows() {
    std::vector<bool> asked(sides_.size());
    for (Index actor : AskedFor(dossier_, request_.focus)) asked[actor] = true;
    shows_.assign(sides_.size(), false);
    for (size_t i = 0; i < evidence_.keys().size(); ++i) {
      const uint32_t moves = evidence_.CountAt(i, request_.as_of_s);
      if (moves == 0) continue;
      const EdgeKey& key = evidence_.keys()[i];
      shows_[key.from] = shows_[key.to] = true;
      counts_.push_back({key, moves});
    }
    for (Index i = 0; i < sides_.size(); ++i) {
      const Actor& actor = dossier_.actors()[i];
      const bool pinned = actor.HasPin();
      if (actor.kind == ActorKind::kPerson) {
        const bool has_spoken = evidence_.HasSpoken(i, request_.as_of_s);
        shows_[i] = shows_[i] || (has_spoken && (pinned || asked[i]));
      } else {
        shows_[i] = shows_[i] || pinned;
      }
    }
    // Who is selected shows in any case, and so does a party of the selected event.
    if (request_.focus.kind == ItemKind::kActor) {
      shows_[request_.focus.index] = shows_[sides_[request_.focus.index]] = true;
    }
    if (request_.focus.kind == ItemKind::kEvent) {
      for (Index side : TableOf(dossier_, request_.focus.index, sides_)) shows_[side] = true;
    }
  }

  void AddNodes(const NodePlan& plan) {
    for (size_t n = 0; n < plan.nodes.size(); ++n) {
      if (!shows_[plan.nodes[n].actor]) continue;
      if (plan.tied_to[n] != kNone) {
        const GraphNode& at = plan.nodes[plan.tied_to[n]];
        const Point towards = Unit(plan.nodes[n].centre_px - at.centre_px);
        layout_.ties.push_back({at.centre_px + towards * OutlineReach(at, towards),
                                plan.nodes[n].centre_px - towards * plan.nodes[n].r_px});
      }
      layout_.nodes.push_back(plan.nodes[n]);
    }
    for (Index actor : plan.left_out) layout_.hidden_actors += shows_[actor] ? 1 : 0;
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

  void AddEdges() {
    std::vector<bool> is_here(sides_.size());
    for (const GraphNode& node : layout_.nodes) is_here[node.actor] = true;
    for (const KeyCount& at : counts_) {
      if (!is_here[at.key.from] || !is_here[at.key.to]) continue;
      GraphEdge& edge = layout_.edges.emplace_back();
      edge.key = at.key;
      edge.count = at.moves;
    }
  }

  // Where an end has no node. Both have a place; one of them is in the region that is laid out.
  void AddLines(const NodePlan& plan) {
    if (layout_.dots.empty()) return;
    std::vector<bool> is_node(sides_.size()), is_here(sides_.size());
    for (const GraphNode& node : layout_.nodes) is_node[node.actor] = is_here[node.actor] = true;
    for (const GraphDot& dot : layout_.dots) is_here[dot.actor] = true;
    struct PairCount {
      uint32_t moves = 0, conflicts = 0;
    };
    std::vector<PairCount> counts(evidence_.pairs().size());
    auto at = counts_.begin();
    for (size_t i = 0; i < evidence_.keys().size() && at != counts_.end(); ++i) {
      if (evidence_.keys()[i] != at->key) continue;
      PairCount& count = counts[plan.lines->pair_of_key[i]];
      count.moves += at->moves;
      count.conflicts += at->key.quad >= QuadClass::kVerbalConflict ? at->moves : 0;
      ++at;
    }
    for (const uint32_t i : plan.lines->pairs) {
      const ActorPair& pair = evidence_.pairs()[i];
      if (counts[i].moves == 0 || !(is_here[pair.a] || is_here[pair.b])) continue;
      if (is_node[pair.a] && is_node[pair.b]) continue;
      GraphLine& line = layout_.lines.emplace_back();
      line.from = pair.a, line.to = pair.b;
      line.count = counts[i].moves;
      line.conflict = 2 * counts[i].conflicts > counts[i].moves;
      line.from_px = plan.at_px[pair.a], line.to_px = plan.at_px[pair.b];
    }
  }

  void SetTable(Index event) {
    std::vector<GraphNode*> table;
    for (Index side : TableOf(dossier_, event, sides_)) {
      if (GraphNode* node = NodeOf(side)) {
        node->at_table = true;
        table.push_back(node);
      }
      for (GraphDot& dot : layout_.dots) dot.selected = dot.selected || dot.actor == side;
    }
    if (table.size() != 2) return;
    const Point a = table[0]->centre_px, b = table[1]->centre_px, towards = Unit(b - a);
    TableBand& band = layout_.tables.emplace_back();
    band.from_px = a + towards * OutlineReach(*table[0], towards);
    band.to_px = b - towards * OutlineReach(*table[1], towards);
    band.width_px = request_.metrics.band_px;
    band.label = TableLabel(dossier_, event, request_.lang);
  }

  // ---- Selection ----

  void Mark() {
    const Ref& focus = request_.focus;
    for (GraphEdge& edge : layout_.edges) {
      edge.selected = edge.key == request_.edge;
      edge.dimmed = request_.edge && !edge.selected;
    }
    if (focus.kind == ItemKind::kMove) {
      ForEachEdge(focus.index, [](GraphEdge* edge) { edge->selected = true; });
    }
    if (focus.kind == ItemKind::kActor) MarkActor(focus.index);
    for (GraphLine& line : layout_.lines) line.dimmed = line.dimmed || request_.edge;
  }

  // The edges that stand for a move, if it counts yet.
  template <class Call>
  void ForEachEdge(Index index, const Call& call) {
    const Move& move = dossier_.moves()[index];
    if (CountsFrom(move) > request_.as_of_s) return;
    ForEachKey(sides_, move, [&](const EdgeKey& key) {
      const auto edge = std::lower_bound(
          layout_.edges.begin(), layout_.edges.end(), key,
          [](const GraphEdge& of, const EdgeKey& before) { return ComesBefore(of.key, before); });
      if (edge != layout_.edges.end() && edge->key == key) call(&*edge);
    });
  }

  // An actor stands out with its edges and its neighbours; a person with those that carry its
  // moves.
  void MarkActor(Index actor) {
    std::vector<bool> its_own(layout_.edges.size());
    for (size_t e = 0; e < layout_.edges.size(); ++e) {
      const EdgeKey& key = layout_.edges[e].key;
      its_own[e] = key.from == actor || key.to == actor;
    }
    for (const Index move : dossier_.MovesOfActor(actor)) {
      ForEachEdge(move, [&](GraphEdge* edge) { its_own[edge - layout_.edges.data()] = true; });
    }
    std::vector<bool> stands_out(sides_.size());
    stands_out[actor] = stands_out[sides_[actor]] = true;
    for (size_t e = 0; e < layout_.edges.size(); ++e) {
      GraphEdge& edge = layout_.edges[e];
      if (its_own[e]) stands_out[edge.key.from] = stands_out[edge.key.to] = true;
      edge.dimmed = !its_own[e] && !edge.selected;
    }
    for (GraphLine& line : layout_.lines) {
      const bool own = line.from == actor || line.to == actor;
      if (own) stands_out[line.from] = stands_out[line.to] = true;
      line.dimmed = !own;
    }
    for (GraphDot& dot : layout_.dots) {
      dot.selected = dot.actor == actor;
      dot.dimmed = !stands_out[dot.actor];
    }
    for (GraphNode& node : layout_.nodes) {
      node.selected = node.actor == actor;
      node.dimmed = !stands_out[node.actor] && sides_[node.actor] != actor;
    }
  }

  const GraphRequest& request_;
  const Dossier& dossier_;
  const GraphEvidence& evidence_;
  const std::vector<Index>& sides_;
  std::vector<bool> shows_;       // by actor
  std::vector<KeyCount> counts_;  // ascending
  GraphLayout layout_;
};

GraphLayout Build(const GraphRequest& request, const GraphEvidence& evidence) {
  GraphBuilder builder(request, evidence);
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
  if (request.evidence) return Build(request, *request.evidence);
  return Build(request, GraphEvidence(*request.dossier));
}

}  // namespace demarche
