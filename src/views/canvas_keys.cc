#include "views/canvas_keys.h"

#include <algorithm>
#include <cmath>

#include "core/base/plane.h"
#include "core/graph/graph_evidence.h"
#include "core/state/zone.h"
#include "imgui.h"

namespace demarche {
namespace {

constexpr double kZoomStep = 1.5;
constexpr float kPanShare = 0.2f;  // of the lanes' width, with Shift and an arrow
constexpr float kScrollPx = 40;

// Those of the selection, all, none, and around again.
Links Next(Links links) {
  return links == Links::kFocus ? Links::kAll : links == Links::kAll ? Links::kNone : Links::kFocus;
}

class Keys {
 public:
  Keys(const AppState& state, const CanvasScene& scene, KeyRegion region, const KeyPress& press,
       std::vector<Action>* actions)
      : state_(state), scene_(scene), press_(press), actions_(actions) {
    outcome_.region = region;
  }

  KeyOutcome Handle() {
    if (state_.story != kNone && scene_.canvas.view != View::kGraph) StoryKeys();
    if (!taken_) ArrowKeys();
    PlayheadKeys();
    ViewKeys();
    GraphKeys();
    PageKeys();
    return outcome_;
  }

 private:
  bool Pressed(ImGuiKey key) const { return press_.key == key; }
  bool PressedOnce(ImGuiKey key) const { return press_.key == key && !press_.repeats; }
  void Do(Action action) { actions_->push_back(std::move(action)); }
  bool InGraph() const {
    if (!scene_.graph) return false;
    return !scene_.timeline || outcome_.region == KeyRegion::kGraph;
  }

  void StoryKeys() {
    if (Pressed(ImGuiKey_PageDown) || Pressed(ImGuiKey_Space) ||
        (!press_.shift && Pressed(ImGuiKey_RightArrow))) {
      Do(StepStory{1});
      taken_ = true;
    } else if (Pressed(ImGuiKey_PageUp) || (!press_.shift && Pressed(ImGuiKey_LeftArrow))) {
      Do(StepStory{-1});
      taken_ = true;
    }
    for (uint32_t step = 1; step <= 9; ++step)
      if (PressedOnce(static_cast<ImGuiKey>(ImGuiKey_0 + step))) Do(OpenStory{state_.story, step});
  }

  void ArrowKeys() {
    struct Arrow {
      ImGuiKey key;
      Point direction;
      Walk walk;
    };
    static constexpr Arrow kArrows[] = {{ImGuiKey_LeftArrow, {-1, 0}, Walk::kPrevious},
                                        {ImGuiKey_RightArrow, {1, 0}, Walk::kNext},
                                        {ImGuiKey_UpArrow, {0, -1}, Walk::kTrackAbove},
                                        {ImGuiKey_DownArrow, {0, 1}, Walk::kTrackBelow}};
    for (const Arrow& arrow : kArrows) {
      if (!Pressed(arrow.key)) continue;
      if (InGraph()) {
        press_.shift ? PanGraph(arrow.direction) : WalkGraph(arrow.direction);
      } else if (press_.shift) {
        Pan(arrow.direction);
      } else {
        Do(WalkEvents{arrow.walk});
      }
    }
    if (PressedOnce(ImGuiKey_Home)) Do(WalkEvents{Walk::kFirst});
    if (PressedOnce(ImGuiKey_End)) Do(WalkEvents{Walk::kLast});
  }

  void WalkGraph(Point direction) {
    const Index from = CurrentActor(*scene_.graph, state_);
    const bool selected = state_.focus == Ref{ItemKind::kActor, from};
    const Index to = selected ? ActorInDirection(*scene_.graph, from, direction) : from;
    if (to != kNone) Do(Select{{ItemKind::kActor, to}});
  }

  void PanGraph(Point direction) {
    const Rect& area = scene_.canvas.graph_area_px;
    const Point by{-direction.x * kPanShare * area.w, -direction.y * kPanShare * area.h};
    Do(SetCamera{PannedBy(state_.camera, scene_.graph->plan_px, by)});
  }

  void Pan(Point direction) {
    if (!scene_.timeline) return;
    const TimelineLayout& timeline = *scene_.timeline;
    const bool vertical = timeline.orientation == Orientation::kVertical;
    const float along = vertical ? direction.y : direction.x;
    const float aside = vertical ? direction.x : direction.y;
    const float length = vertical ? timeline.lanes_px.h : timeline.lanes_px.w;
    if (along != 0) Do(SetRange{PannedRange(timeline, along * kPanShare * length)});
    outcome_.scroll_px -= aside * kScrollPx;
  }

  void PlayheadKeys() {
    if (Pressed(ImGuiKey_LeftBracket))
      Do(StepAsOf{press_.shift ? AsOfStep::kPreviousDay : AsOfStep::kPreviousChange});
    if (Pressed(ImGuiKey_RightBracket))
      Do(StepAsOf{press_.shift ? AsOfStep::kNextDay : AsOfStep::kNextChange});
  }

  void ViewKeys() {
    if (InGraph()) {
      if (Pressed(ImGuiKey_Equal)) ZoomGraph(kZoomStep);
      if (Pressed(ImGuiKey_Minus)) ZoomGraph(1 / kZoomStep);
      if (PressedOnce(ImGuiKey_0)) Do(SetCamera{});
    } else if (scene_.timeline) {
      if (Pressed(ImGuiKey_Equal)) Zoom(kZoomStep);
      if (Pressed(ImGuiKey_Minus)) Zoom(1 / kZoomStep);
      if (PressedOnce(ImGuiKey_0)) Do(SetRange{{kTimeMin, kTimeMax}});
    }
    if (PressedOnce(ImGuiKey_L))
      Do(SetAxis{state_.axis == AxisKind::kLinear ? AxisKind::kAdaptive : AxisKind::kLinear});
    if (PressedOnce(ImGuiKey_A)) Do(SetLinks{Next(state_.links)});
    if (PressedOnce(ImGuiKey_Z)) Do(SetZone{NextZone(state_)});
    if (PressedOnce(ImGuiKey_G)) {
      outcome_.region = KeyRegion::kGraph;
      if (!scene_.graph) Do(SetView{View::kGraph});
    }
    if (PressedOnce(ImGuiKey_T)) {
      outcome_.region = KeyRegion::kTimeline;
      if (!scene_.timeline) Do(SetView{View::kTimeline});
    }
  }

  // About what is selected, else the playhead, else the middle.
  void Zoom(double factor) {
    const TimelineLayout& timeline = *scene_.timeline;
    const Rect& lanes = timeline.lanes_px;
    float about = AlongAxis(timeline, lanes.centre());
    if (timeline.playhead_in_view) about = timeline.playhead_px;
    for (const Mark& mark : timeline.marks)
      if (mark.selected) about = AlongAxis(timeline, mark.mark_px.centre());
    Do(SetRange{ZoomedRange(timeline, factor, about)});
  }

  // About the selected actor, else the middle.
  void ZoomGraph(double factor) {
    Point about = scene_.canvas.graph_area_px.centre();
    for (const GraphNode& node : scene_.graph->nodes)
      if (node.selected) about = node.centre_px;
    Do(SetCamera{
        ZoomedAt(state_.camera, scene_.graph->plan_px, static_cast<float>(factor), about)});
  }

  // The selected node, else all.
  void Unpin() {
    std::vector<NodePin> pins = state_.pins;
    const auto selected = [this](const NodePin& pin) {
      return state_.focus == Ref{ItemKind::kActor, pin.actor};
    };
    if (std::erase_if(pins, selected) == 0) pins.clear();
    if (!state_.pins.empty()) Do(PinNodes{std::move(pins)});
  }

  void GraphKeys() {
    if (InGraph() && PressedOnce(ImGuiKey_U)) Unpin();
    if (!scene_.graph || !PressedOnce(ImGuiKey_E)) return;
    const Index actor = CurrentActor(*scene_.graph, state_);
    const EdgeKey edge = NextEdgeOf(*scene_.graph, actor, state_.edge, press_.shift ? -1 : 1);
    if (!edge) return;
    outcome_.region = KeyRegion::kGraph;
    Do(PinEdge{edge});
  }

  void PageKeys() {
    if (PressedOnce(ImGuiKey_Enter)) outcome_.page = PageRequest::kOpenPane;
    if (PressedOnce(ImGuiKey_Slash)) outcome_.page = PageRequest::kSearch;
    if (PressedOnce(ImGuiKey_P)) outcome_.page = PageRequest::kPlay;
    if (PressedOnce(ImGuiKey_F1)) outcome_.page = PageRequest::kHelp;
    if (PressedOnce(ImGuiKey_Escape)) Escape();
  }

  void Escape() {
    if (state_.edge) {
      Do(PinEdge{});
    } else if (state_.story != kNone) {
      Do(OpenStory{kNone, 0});
    } else if (state_.focus) {
      Do(Select{});
    } else {
      outcome_.page = PageRequest::kLeave;
    }
  }

  const AppState& state_;
  const CanvasScene& scene_;
  const KeyPress& press_;
  std::vector<Action>* actions_;
  KeyOutcome outcome_;
  bool taken_ = false;
};

const GraphNode* NodeOf(const GraphLayout& graph, Index actor) {
  for (const GraphNode& node : graph.nodes)
    if (node.actor == actor) return &node;
  return nullptr;
}

}  // namespace

KeyOutcome HandleKeys(const AppState& state, const CanvasScene& scene, KeyRegion region,
                      const KeyPress& press, std::vector<Action>* actions) {
  return Keys(state, scene, region, press, actions).Handle();
}

Index CurrentActor(const GraphLayout& graph, const AppState& state) {
  if (state.focus.kind == ItemKind::kActor && NodeOf(graph, state.focus.index))
    return state.focus.index;
  if (state.edge && NodeOf(graph, state.edge.from)) return state.edge.from;
  for (const GraphNode& node : graph.nodes)
    if (node.at_table) return node.actor;
  return graph.nodes.empty() ? kNone : graph.nodes.front().actor;
}

Index ActorInDirection(const GraphLayout& graph, Index from, Point direction) {
  const GraphNode* start = NodeOf(graph, from);
  if (!start) return kNone;
  const GraphNode *nearest = nullptr, *beside = nullptr;
  float along_px = 0, beside_cost = 0;
  for (const GraphNode& node : graph.nodes) {
    const Point to = node.centre_px - start->centre_px;
    const float along = Dot(to, direction), left = Cross(direction, to);
    if (along <= 0 || node.actor == from) continue;
    // A boundary between two directions belongs to one of them.
    if (left > -along && left <= along) {
      if (!nearest || along < along_px) nearest = &node, along_px = along;
    } else if (const float cost = along + 2 * std::abs(left); !beside || cost < beside_cost) {
      beside = &node, beside_cost = cost;
    }
  }
  if (!nearest) nearest = beside;
  return nearest ? nearest->actor : kNone;
}

EdgeKey NextEdgeOf(const GraphLayout& graph, Index actor, const EdgeKey& current, int step) {
  std::vector<EdgeKey> edges;
  for (const GraphEdge& edge : graph.edges)
    if (edge.key.from == actor || edge.key.to == actor) edges.push_back(edge.key);
  for (const EdgeKey& key : graph.merged)
    if (key.from == actor || key.to == actor) edges.push_back(key);
  std::sort(edges.begin(), edges.end(), ComesBefore);
  if (edges.empty()) {
    const GraphNode* node = NodeOf(graph, actor);
    return node && node->tied_to != kNone ? NextEdgeOf(graph, node->tied_to, current, step)
                                          : EdgeKey{};
  }
  const auto at = std::find(edges.begin(), edges.end(), current);
  const int count = static_cast<int>(edges.size());
  if (at == edges.end()) return step > 0 ? edges.front() : edges.back();
  return edges[static_cast<size_t>((static_cast<int>(at - edges.begin()) + step + count) % count)];
}

}  // namespace demarche
