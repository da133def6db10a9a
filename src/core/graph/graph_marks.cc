#include "core/graph/graph_marks.h"

#include <algorithm>

#include "core/dossier/as_of.h"
#include "core/graph/graph_scope.h"

namespace demarche {
namespace {

class Marker {
 public:
  Marker(const GraphRequest& request, const DrawnActors& drawn, GraphLayout* layout)
      : request_(request), dossier_(*request.dossier), drawn_(drawn), layout_(*layout) {}

  void Mark() {
    bool any_selected = false;
    for (GraphEdge& edge : layout_.edges) {
      edge.selected = edge.key == request_.edge;
      any_selected = any_selected || edge.selected;
    }
    for (GraphEdge& edge : layout_.edges) edge.dimmed = any_selected && !edge.selected;
    const Ref& focus = request_.focus;
    if (focus.kind == ItemKind::kMove)
      ForEachEdge(focus.index, [](GraphEdge* edge) { edge->selected = true; });
    if (focus.kind == ItemKind::kActor) MarkActor(focus.index);
    for (GraphLine& line : layout_.lines) line.dimmed = line.dimmed || request_.edge;
  }

 private:
  // The edges that stand for a move, if it counts yet.
  template <class Call>
  void ForEachEdge(Index index, const Call& call) {
    const Move& move = dossier_.moves()[index];
    if (CountsFrom(move) > request_.as_of_s) return;
    if (!PassesLens(request_.scope.lens, drawn_.sides, move)) return;
    ForEachKey(drawn_.nodes, move, [&](const EdgeKey& key) {
      const auto edge = std::lower_bound(
          layout_.edges.begin(), layout_.edges.end(), key,
          [](const GraphEdge& of, const EdgeKey& before) { return ComesBefore(of.key, before); });
      if (edge != layout_.edges.end() && edge->key == key) call(&*edge);
    });
  }

  void MarkActor(Index actor) {
    const Index drawn_as = drawn_.drawn_as[actor];
    std::vector<bool> its_own(layout_.edges.size());
    for (size_t e = 0; e < layout_.edges.size(); ++e) {
      const EdgeKey& key = layout_.edges[e].key;
      its_own[e] = key.from == actor || key.to == actor;
    }
    for (const Index move : dossier_.MovesOfActor(actor)) {
      ForEachEdge(move, [&](GraphEdge* edge) { its_own[edge - layout_.edges.data()] = true; });
    }
    std::vector<bool> stands_out(drawn_.sides.size());
    stands_out[drawn_as] = stands_out[drawn_.nodes[actor]] = true;
    for (size_t e = 0; e < layout_.edges.size(); ++e) {
      GraphEdge& edge = layout_.edges[e];
      if (its_own[e]) stands_out[edge.key.from] = stands_out[edge.key.to] = true;
      edge.dimmed = !its_own[e] && !edge.selected;
    }
    for (GraphLine& line : layout_.lines) {
      const bool own = line.from == drawn_as || line.to == drawn_as;
      if (own) stands_out[line.from] = stands_out[line.to] = true;
      line.dimmed = !own;
    }
    for (GraphDot& dot : layout_.dots) {
      dot.selected = dot.actor == drawn_as;
      dot.dimmed = !stands_out[dot.actor];
    }
    for (GraphNode& node : layout_.nodes) {
      node.selected = node.actor == drawn_as;
      node.dimmed = !stands_out[node.actor] && drawn_.sides[node.actor] != actor;
    }
  }

  const GraphRequest& request_;
  const Dossier& dossier_;
  const DrawnActors& drawn_;
  GraphLayout& layout_;
};

}  // namespace

void MarkSelection(const GraphRequest& request, const DrawnActors& drawn, GraphLayout* layout) {
  Marker(request, drawn, layout).Mark();
}

}  // namespace demarche
