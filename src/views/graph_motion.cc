#include "views/graph_motion.h"

#include <algorithm>
#include <iterator>

#include "core/base/plane.h"
#include "core/base/stable_sort.h"
#include "core/graph/graph_node.h"
#include "core/graph/graph_scope.h"

namespace demarche {
namespace {

constexpr double kMoveS = 0.3;

// With more of them nobody follows one.
constexpr size_t kMostFollowed = 500;

bool MayMove(const AppState& last, const AppState& next) {
  return next.scope != last.scope || next.pins != last.pins || next.focus != last.focus;
}

void ShiftBox(Point by, Rect* box) { box->x += by.x, box->y += by.y; }

void ShiftNode(Point by, GraphNode* node) {
  node->centre_px = node->centre_px + by;
  node->label_px = node->label_px + by;
  ShiftBox(by, &node->box_px);
  ShiftBox(by, &node->label_box_px);
}

void PlaceBadge(Point at, GraphEdge* edge) {
  ShiftBox(at - edge->badge_px, &edge->box_px);
  edge->badge_px = at;
}

// An edge whose ends move by so much.
void ShiftEdge(Point from_by, Point to_by, GraphEdge* edge) {
  const Point middle_by = Mix(from_by, to_by, 0.5f);
  edge->from_px = edge->from_px + from_by;
  edge->control_px = edge->control_px + middle_by;
  edge->to_px = edge->to_px + to_by;
  PlaceBadge(edge->badge_px + middle_by, edge);
}

void MixEdge(const GraphEdge& before, float share, GraphEdge* edge) {
  edge->from_px = Mix(before.from_px, edge->from_px, share);
  edge->control_px = Mix(before.control_px, edge->control_px, share);
  edge->to_px = Mix(before.to_px, edge->to_px, share);
  PlaceBadge(Mix(before.badge_px, edge->badge_px, share), edge);
}

// `layout` as another camera would have shown it: nodes and badges keep their size.
void ShowThrough(const GraphCamera& from, const GraphCamera& to, GraphLayout* layout) {
  if (from == to) return;
  const Rect& plan = layout->plan_px;
  const Point middle = plan.centre();
  const auto seen = [&](Point at) {
    const Point share = ShareAt(from, plan, at);
    return middle + Point{(share.x - to.x) * plan.w * to.zoom, (share.y - to.y) * plan.h * to.zoom};
  };
  for (GraphNode& node : layout->nodes) ShiftNode(seen(node.centre_px) - node.centre_px, &node);
  for (GraphEdge& edge : layout->edges) {
    edge.from_px = seen(edge.from_px), edge.control_px = seen(edge.control_px);
    edge.to_px = seen(edge.to_px);
    PlaceBadge(seen(edge.badge_px), &edge);
  }
  for (GraphTie& tie : layout->member_ties)
    tie.from_px = seen(tie.from_px), tie.to_px = seen(tie.to_px);
  for (TableBand& table : layout->tables)
    table.from_px = seen(table.from_px), table.to_px = seen(table.to_px),
    table.label_px = seen(table.label_px);
}

const GraphNode* NodeOf(const GraphLayout& layout, Index actor) {
  const auto node = std::find_if(layout.nodes.begin(), layout.nodes.end(),
                                 [actor](const GraphNode& n) { return n.actor == actor; });
  return node != layout.nodes.end() ? &*node : nullptr;
}

const GraphEdge* EdgeOf(const GraphLayout& layout, const EdgeKey& key) {
  const auto edge = std::lower_bound(
      layout.edges.begin(), layout.edges.end(), key,
      [](const GraphEdge& of, const EdgeKey& before) { return ComesBefore(of.key, before); });
  return edge != layout.edges.end() && edge->key == key ? &*edge : nullptr;
}

// Where somebody comes out of, or goes into, in a layout that has no node of it: the node that it
// is part of there, or that it stands by.
Point PlaceIn(const GraphLayout& layout, const std::vector<Index>& part_of, const GraphNode& node) {
  for (const Index actor : {part_of[node.actor], node.tied_to}) {
    const GraphNode* at = actor != kNone ? NodeOf(layout, actor) : nullptr;
    if (at) return at->centre_px;
  }
  return node.centre_px;
}

bool Differ(const GraphLayout& before, const GraphLayout& now) {
  if (before.nodes.size() != now.nodes.size() || before.edges.size() != now.edges.size())
    return true;
  for (const GraphNode& node : now.nodes) {
    const GraphNode* was = NodeOf(before, node.actor);
    if (!was || was->centre_px != node.centre_px || was->label_px != node.label_px) return true;
  }
  return !std::equal(now.edges.begin(), now.edges.end(), before.edges.begin(),
                     [](const GraphEdge& a, const GraphEdge& b) {
                       return a.key == b.key && a.control_px == b.control_px &&
                              a.badge_px == b.badge_px;
                     });
}

bool IsCrowd(const GraphLayout& layout) {
  return layout.nodes.size() + layout.edges.size() > kMostFollowed;
}

// What moves of a layout.
GraphLayout MovingPart(const GraphLayout& of) {
  GraphLayout part;
  part.area_px = of.area_px, part.plan_px = of.plan_px, part.metrics = of.metrics;
  part.nodes = of.nodes, part.edges = of.edges;
  part.member_ties = of.member_ties, part.tables = of.tables;
  return part;
}

class Mover {
 public:
  Mover(const GraphLayout& before, const GraphLayout& now, float share)
      : before_(before), now_(now), share_(share) {
    moving_.come = share;
    moving_.staying = now;
    for (GraphLayout* part : {&moving_.going, &moving_.coming}) {
      part->area_px = now.area_px, part->plan_px = now.plan_px, part->metrics = now.metrics;
    }
  }

  MovingGraph Run(const std::vector<Index>& part_of_before, const std::vector<Index>& part_of_now) {
    MoveNodes(part_of_before, part_of_now);
    MoveEdges();
    MoveTables();
    DrawTies(&moving_.staying), DrawTies(&moving_.coming), DrawTies(&moving_.going);
    moving_.staying.member_ties.clear();
    moving_.coming.member_ties = now_.member_ties;
    moving_.going.member_ties = before_.member_ties;
    return std::move(moving_);
  }

 private:
  void MoveNodes(const std::vector<Index>& part_of_before, const std::vector<Index>& part_of_now) {
    moving_.staying.nodes.clear();
    for (GraphNode node : now_.nodes) {
      const GraphNode* was = NodeOf(before_, node.actor);
      const Point from = was ? was->centre_px : PlaceIn(before_, part_of_before, node);
      const Point label_px = node.label_px;
      ShiftNode((from - node.centre_px) * (1 - share_), &node);
      // A name may have gone to another side of its node.
      if (was && !was->label.empty()) {
        node.label_px = Mix(was->label_px, label_px, share_);
        node.label_box_px = RectAround(node.label_px, node.label_box_px.w, node.label_box_px.h);
      }
      (was ? moving_.staying : moving_.coming).nodes.push_back(std::move(node));
    }
    for (const GraphNode& was : before_.nodes) {
      if (NodeOf(now_, was.actor)) continue;
      GraphNode& node = moving_.going.nodes.emplace_back(was);
      ShiftNode((PlaceIn(now_, part_of_now, was) - was.centre_px) * share_, &node);
    }
  }

  // How far from its place in `layout` a node is drawn.
  Point AwayFrom(const GraphLayout& layout, Index actor) const {
    const GraphNode *at = NodeOf(layout, actor), *drawn = Drawn(actor);
    return at && drawn ? drawn->centre_px - at->centre_px : Point{};
  }
  const GraphNode* Drawn(Index actor) const {
    for (const GraphLayout* part : {&moving_.staying, &moving_.coming, &moving_.going})
      if (const GraphNode* node = NodeOf(*part, actor)) return node;
    return nullptr;
  }

  void MoveEdges() {
    moving_.staying.edges.clear();
    for (GraphEdge edge : now_.edges) {
      const GraphEdge* was = EdgeOf(before_, edge.key);
      if (was) {
        MixEdge(*was, share_, &edge);
      } else {
        ShiftEdge(AwayFrom(now_, edge.key.from), AwayFrom(now_, edge.key.to), &edge);
      }
      (was ? moving_.staying : moving_.coming).edges.push_back(edge);
    }
    for (GraphEdge edge : before_.edges) {
      if (EdgeOf(now_, edge.key)) continue;
      ShiftEdge(AwayFrom(before_, edge.key.from), AwayFrom(before_, edge.key.to), &edge);
      moving_.going.edges.push_back(edge);
    }
  }

  // A table with as many seats moves; another appears.
  void MoveTables() {
    std::vector<TableBand>& tables = moving_.staying.tables;
    if (tables.size() != before_.tables.size()) return;
    for (size_t i = 0; i < tables.size(); ++i) {
      tables[i].from_px = Mix(before_.tables[i].from_px, tables[i].from_px, share_);
      tables[i].to_px = Mix(before_.tables[i].to_px, tables[i].to_px, share_);
      const Point label_px = Mix(before_.tables[i].label_px, tables[i].label_px, share_);
      ShiftBox(label_px - tables[i].label_px, &tables[i].label_box_px);
      tables[i].label_px = label_px;
    }
  }

  void DrawTies(GraphLayout* part) const {
    part->ties.clear();
    for (const GraphNode& node : part->nodes) {
      const GraphNode* at = node.tied_to != kNone && !node.small ? Drawn(node.tied_to) : nullptr;
      if (at) part->ties.push_back(TieBetween(*at, node));
    }
  }

  const GraphLayout &before_, &now_;
  const float share_;
  MovingGraph moving_;
};

}  // namespace

void GraphMotion::Tick(double now_s) { move_.Tick(now_s); }

void GraphMotion::Keep(const GraphLayout* graph, const GraphCamera& camera, const AppState& last,
                       const AppState& next) {
  kept_ = graph && MayMove(last, next) && !IsCrowd(*graph);
  if (!kept_) return;
  GraphLayout drawn;
  if (runs()) {
    MovingGraph moving = Moved(*graph, camera);
    drawn = std::move(moving.staying);
    std::move(moving.coming.nodes.begin(), moving.coming.nodes.end(),
              std::back_inserter(drawn.nodes));
    drawn.edges.insert(drawn.edges.end(), moving.coming.edges.begin(), moving.coming.edges.end());
    StableSort(&drawn.edges,
               [](const GraphEdge& a, const GraphEdge& b) { return ComesBefore(a.key, b.key); });
  }
  before_ = MovingPart(runs() ? drawn : *graph);
  camera_before_ = camera;
}

void GraphMotion::Start(const GraphLayout& graph, const AppState& last, const AppState& next,
                        double now_s) {
  if (!kept_) return;
  Stop();
  if (IsCrowd(graph) || !Differ(before_, graph)) return;
  part_of_before_ = DrawnAs(evidence_, last.scope, last.as_of_s);
  part_of_now_ = DrawnAs(evidence_, next.scope, next.as_of_s);
  move_.Start(now_s, kMoveS);
}

MovingGraph GraphMotion::Moved(const GraphLayout& graph, const GraphCamera& camera) const {
  GraphLayout before = before_;
  ShowThrough(camera_before_, camera, &before);
  return Mover(before, graph, move_.Eased()).Run(part_of_before_, part_of_now_);
}

}  // namespace demarche
