// What a hand drags in the graph: its nodes, or all of it.
#include "core/base/plane.h"
#include "views/canvas_pointer.h"

namespace demarche {

// A person is dragged with whom it stands by.
void CanvasPointer::PressGraph(Point at, const AppState& state, const CanvasScene& scene) {
  pins_before_ = state.pins;
  pressed_actor_ = pressed_ == Spot::kActor ? hit_.item.index : kNone;
  for (const GraphNode& node : scene.graph->nodes) {
    if (node.actor == pressed_actor_ && node.tied_to != kNone) pressed_actor_ = node.tied_to;
  }
  // A dot is none that one could take hold of: what one drags there is the picture.
  bool is_node = false;
  for (const GraphNode& node : scene.graph->nodes) {
    if (node.actor != pressed_actor_) continue;
    press_off_ = at - node.centre_px;
    is_node = true;
  }
  if (grip_ == Spot::kActor && !is_node) grip_ = Spot::kGraph;
}

void CanvasPointer::DragGraph(Point at, const AppState& state, const CanvasScene& scene,
                              std::vector<Action>* actions) {
  if (!scene.graph) return;
  if (grip_ == Spot::kActor) return DragNode(at, state, scene, actions);
  MoveCamera(PannedBy(state.camera, scene.graph->plan_px, at - last_px_), state, actions);
}

void CanvasPointer::DragNode(Point at, const AppState& state, const CanvasScene& scene,
                             std::vector<Action>* actions) {
  if (pressed_actor_ == kNone) return;
  const NodePin pin{pressed_actor_, ShareAt(scene.camera, scene.graph->plan_px, at - press_off_)};
  std::vector<NodePin> pins = state.pins;
  std::erase_if(pins, [&](const NodePin& other) { return other.actor == pin.actor; });
  if (pins.size() >= kMostNodePins) return;
  pins.push_back(pin);
  actions->push_back(PinNodes{std::move(pins)});
}

void CanvasPointer::MoveCamera(const GraphCamera& camera, const AppState& state,
                               std::vector<Action>* actions) {
  if (camera == state.camera) return;
  actions->push_back(SetCamera{camera});
  moved_camera_ = true;
}

}  // namespace demarche
