// The pointer on the canvas: what it is on, clicks, drags and gestures, as actions. Draws nothing.
#pragma once

#include <vector>

#include "core/state/state.h"
#include "views/canvas_scene.h"
#include "views/canvas_view.h"

namespace demarche {

class CanvasPointer {
 public:
  explicit CanvasPointer(const Dossier& dossier) : dossier_(dossier) {}

  /// Once a frame, on the scene that is laid out for `state`.
  void Update(const AppState& state, const CanvasScene& scene, const CanvasInput& input,
              std::vector<Action>* actions);

  /// The mark that the pointer rests on and that has been told, in the scene of the last Update.
  const Mark* resting_mark() const { return told_ && hit_.item == told_ ? hit_.mark : nullptr; }
  /// Likewise the actor of the graph; kNone: none.
  Index resting_actor() const {
    return hit_.spot == Spot::kActor && told_ && hit_.item == told_ ? told_.index : kNone;
  }
  /// What the pointer is on, as in CanvasHit.
  Spot spot() const { return dragging_ ? Spot::kNothing : hit_.spot; }
  uint32_t row() const { return hit_.row; }
  /// What runs from one to another: an edge, or a line as the lens on its pair.
  struct Connection {
    EdgeKey edge;
    Lens pair;
    explicit operator bool() const { return edge || pair; }
    friend bool operator==(const Connection&, const Connection&) = default;
  };
  /// That of which the pointer asks to be told, after it has rested there.
  const Connection& hovered() const { return hovered_; }
  /// The edge's badge, or what is around the place where the pointer came to rest on the line.
  const Rect& hovered_px() const { return hovered_px_; }
  /// Rests on something that is not yet told; a frame without input will tell it.
  bool waiting() const { return waiting_; }
  bool dragging() const { return dragging_; }
  /// Whether this frame moved the viewport by hand, which needs no transition.
  bool moved_range() const { return moved_range_; }
  /// Likewise the graph's camera.
  bool moved_camera() const { return moved_camera_; }
  /// Whether Escape was pressed and took back what a hand has just dragged.
  bool took_escape() const { return took_escape_; }
  /// How far lanes that are higher than their area were dragged down in this frame.
  float scrolled_px() const { return scrolled_px_; }
  /// Whether this frame's press was in the graph, or in the timeline.
  bool pressed_graph() const { return pressed_graph_; }
  bool pressed_timeline() const { return pressed_timeline_; }
  /// Whether this frame's long press asks for the pane of what it selected.
  bool opens_pane() const { return opens_pane_; }
  const char* cursor() const { return cursor_; }

 private:
  void Rest(Point at, const AppState& state, const CanvasScene& scene, const CanvasInput& input,
            std::vector<Action>* actions);
  void Press(Point at, const AppState& state, const CanvasScene& scene, const CanvasInput& input,
             std::vector<Action>* actions);
  void DragPlayhead(Point at, const AppState& state, const TimelineLayout& timeline,
                    std::vector<Action>* actions);
  void LongPress(Point at, const CanvasScene& scene, std::vector<Action>* actions);
  void Drag(Point at, const AppState& state, const CanvasScene& scene,
            std::vector<Action>* actions);
  bool PressAgain(Point at, const AppState& state, const CanvasScene& scene,
                  std::vector<Action>* actions);
  void PressGraph(Point at, const AppState& state, const CanvasScene& scene);
  void DragGraph(Point at, const AppState& state, const CanvasScene& scene,
                 std::vector<Action>* actions);
  void DragNode(Point at, const AppState& state, const CanvasScene& scene,
                std::vector<Action>* actions);
  void MoveCamera(const GraphCamera& camera, const AppState& state, std::vector<Action>* actions);
  void DragBrush(Point at, const CanvasScene& scene, std::vector<Action>* actions);
  void Click(const AppState& state, const CanvasScene& scene, std::vector<Action>* actions);
  void Gestures(const AppState& state, const CanvasScene& scene, const CanvasInput& input,
                std::vector<Action>* actions);
  void SetCursor(const AppState& state, const CanvasScene& scene);

  const Dossier& dossier_;
  CanvasHit hit_;
  Spot pressed_ = Spot::kNothing, grip_ = Spot::kNothing;  // what a click, what a drag is of
  TimeScale press_scale_;  // the axis under the finger, which must not move along with the playhead
  float press_aside_px_ = 0;  // from the playhead to where it was taken
  Point press_px_, last_px_;
  TimeSpan press_range_;      // what the brush spanned when it was taken
  Seconds press_time_s_ = 0;  // on the true-scale strip
  double pressed_at_s_ = -1;  // on the clock
  bool down_ = false, dragging_ = false;
  Index pressed_actor_ = kNone;       // whose node a drag moves
  Point press_off_;                   // from the middle of that node to where it was taken
  std::vector<NodePin> pins_before_;  // the drag

  Ref resting_on_, told_;  // hover: under the pointer, and as told by this canvas
  Connection resting_, hovered_;
  Rect hovered_px_;
  double resting_since_s_ = 0;
  bool waiting_ = false;

  bool opens_pane_ = false;
  bool moved_camera_ = false, took_escape_ = false;
  bool moved_range_ = false, pressed_graph_ = false, pressed_timeline_ = false;
  float scrolled_px_ = 0;
  const char* cursor_ = "default";
};

}  // namespace demarche
