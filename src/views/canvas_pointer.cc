#include "views/canvas_pointer.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/plane.h"
#include "core/state/lanes.h"
#include "core/state/zone.h"
#include "imgui.h"

namespace demarche {
namespace {

constexpr double kHoverAfterS = 0.08;
constexpr float kBesideLinePx = 24;  // as far a tooltip keeps from a pointer on a line
constexpr float kDragFromPx = 4, kTouchDragFromPx = 8;
constexpr float kMouseHitPx = 24;
constexpr double kDoubleClickZoom = 2, kDoubleClickS = 0.3;
constexpr float kDoubleClickPx = 6;
constexpr Seconds kShortestBrushS = 60;

bool IsGraph(Spot spot) {
  return spot == Spot::kActor || spot == Spot::kEdge || spot == Spot::kLine ||
         spot == Spot::kGraph || spot == Spot::kAllOfGraph;
}
bool IsTimeline(Spot spot) {
  return spot == Spot::kMark || spot == Spot::kLanes || spot == Spot::kAxis ||
         spot == Spot::kMinimap || spot == Spot::kBrush;
}

// Of a cluster that no viewport opens the member after the selected one: clicks walk through it.
Ref MemberFor(const Mark& mark, Ref focus) {
  if (mark.members.empty()) return mark.item;
  const auto at = std::find(mark.members.begin(), mark.members.end(), focus);
  if (at == mark.members.end() || at + 1 == mark.members.end()) return mark.members.front();
  return *(at + 1);
}

}  // namespace

void CanvasPointer::Update(const AppState& state, const CanvasScene& scene,
                           const CanvasInput& input, std::vector<Action>* actions) {
  const PointerInput& pointer = input.pointer;
  moved_range_ = moved_camera_ = pressed_graph_ = pressed_timeline_ = opens_pane_ = false;
  took_escape_ = false;
  scrolled_px_ = 0;
  const Point at = pointer.inside ? pointer.at_px : last_px_;
  hit_ =
      pointer.inside ? HitCanvas(scene, at, input.touch ? kTouchHitPx : kMouseHitPx) : CanvasHit{};

  if (pointer.pressed) Press(at, state, scene, input, actions);
  const float from_px = input.touch ? kTouchDragFromPx : kDragFromPx;
  if (down_ && std::hypot(at.x - press_px_.x, at.y - press_px_.y) > from_px) {
    dragging_ = true;
    pressed_at_s_ = -kDoubleClickS;  // the next press is no second click
  }
  if (dragging_ && grip_ == Spot::kActor && input.key.key == ImGuiKey_Escape &&
      !input.key.repeats) {
    actions->push_back(PinNodes{pins_before_});
    down_ = dragging_ = false;
    took_escape_ = true;
  }
  // With the release comes where it was let go, and all of a drag that is faster than the frames.
  if (dragging_ && (pointer.down || pointer.released)) Drag(at, state, scene, actions);
  if (down_ && pointer.released) {
    if (!dragging_) Click(state, scene, actions);
    down_ = dragging_ = false;
    pressed_ = grip_ = Spot::kNothing;
  } else if (down_ && !pointer.down) {
    down_ = dragging_ = false;  // released where nobody saw it
  }
  if (input.long_press) LongPress({input.press_x_px, input.press_y_px}, scene, actions);
  Gestures(state, scene, input, actions);
  Rest(at, state, scene, input, actions);
  SetCursor(state, scene);
  last_px_ = at;
}

void CanvasPointer::Press(Point at, const AppState& state, const CanvasScene& scene,
                          const CanvasInput& input, std::vector<Action>* actions) {
  const double now_s = input.now_s;
  const bool again = now_s - pressed_at_s_ < kDoubleClickS &&
                     std::hypot(at.x - press_px_.x, at.y - press_px_.y) < kDoubleClickPx;
  pressed_at_s_ = again ? -kDoubleClickS : now_s;
  if (again && PressAgain(at, state, scene, actions)) return;
  down_ = true;
  dragging_ = false;
  pressed_ = grip_ = hit_.spot;
  if (input.touch) grip_ = GripAt(scene, at, kTouchHitPx);
  press_px_ = last_px_ = at;
  pressed_graph_ = IsGraph(pressed_);
  pressed_timeline_ = IsTimeline(pressed_);
  if (scene.graph) PressGraph(at, state, scene);
  if (!scene.timeline) return;
  // A pill at the edge stands for a playhead out of view: the finger brings it.
  const float aside = AlongAxis(*scene.timeline, at) - scene.timeline->playhead_px;
  press_aside_px_ = scene.timeline->playhead_in_view ? aside : 0;
  press_scale_ = scene.timeline->scale;
  press_range_ = {scene.timeline->range0, scene.timeline->range1 - 1};
  press_time_s_ = MinimapTimeAt(scene.timeline->minimap, scene.timeline->orientation, at);
}

// A double click: closer, or unpinned. Returns whether it is no click besides.
bool CanvasPointer::PressAgain(Point at, const AppState& state, const CanvasScene& scene,
                               std::vector<Action>* actions) {
  if (hit_.spot == Spot::kLanes || hit_.spot == Spot::kMark || hit_.spot == Spot::kAxis) {
    const float about = AlongAxis(*scene.timeline, at);
    actions->push_back(SetRange{ZoomedRange(*scene.timeline, kDoubleClickZoom, about)});
  } else if (hit_.spot == Spot::kGraph) {
    actions->push_back(
        SetCamera{ZoomedAt(state.camera, scene.graph->plan_px, kDoubleClickZoom, at)});
  } else if (hit_.spot == Spot::kActor) {
    std::vector<NodePin> pins = state.pins;
    if (std::erase_if(pins, [this](const NodePin& pin) { return pin.actor == hit_.item.index; })) {
      actions->push_back(PinNodes{std::move(pins)});
      return true;
    }
  }
  return false;
}

void CanvasPointer::Drag(Point at, const AppState& state, const CanvasScene& scene,
                         std::vector<Action>* actions) {
  if (IsGraph(grip_)) return DragGraph(at, state, scene, actions);
  if (!scene.timeline) return;
  const TimelineLayout& timeline = *scene.timeline;
  switch (grip_) {
    case Spot::kLanes:
    case Spot::kAxis:
    case Spot::kMark: {
      const bool vertical = timeline.orientation == Orientation::kVertical;
      const float dx = AlongAxis(timeline, at) - AlongAxis(timeline, last_px_);
      if (!vertical) scrolled_px_ = at.y - last_px_.y;
      const TimeSpan range = PannedRange(timeline, -static_cast<double>(dx));
      if (dx != 0 && range != state.range) {
        actions->push_back(SetRange{range});
        moved_range_ = true;
      }
      break;
    }
    case Spot::kPlayhead:
    case Spot::kPill:
      DragPlayhead(at, state, timeline, actions);
      break;
    case Spot::kBrush:
    case Spot::kBrushStart:
    case Spot::kBrushEnd:
      DragBrush(at, scene, actions);
      break;
    default:
      break;
  }
}

// The date under the finger on the axis as it was when the playhead was taken. Where the window
// lies around the as-of date, as on the phone, it stays: else line and finger would chase each
// other.
void CanvasPointer::DragPlayhead(Point at, const AppState& state, const TimelineLayout& timeline,
                                 std::vector<Action>* actions) {
  const double px = AlongAxis(timeline, at) - press_aside_px_;
  const Seconds day = NearestEndOfDay(press_scale_.TimeFromPx(px), press_scale_.calendar());
  if (day == state.as_of_s) return;
  if (timeline.orientation == Orientation::kVertical && state.range != press_range_) {
    actions->push_back(SetRange{press_range_});
    moved_range_ = true;
  }
  actions->push_back(SetAsOf{day});
}

// A mark with its evidence, a line with its statements.
void CanvasPointer::LongPress(Point at, const CanvasScene& scene, std::vector<Action>* actions) {
  const CanvasHit hit = HitCanvas(scene, at, kTouchHitPx);
  if (hit.edge) actions->push_back(PinEdge{hit.edge});
  if (!hit.item) return;
  actions->push_back(Select{hit.item});
  opens_pane_ = true;
}

void CanvasPointer::DragBrush(Point at, const CanvasScene& scene, std::vector<Action>* actions) {
  const TimelineLayout& timeline = *scene.timeline;
  const Seconds now = MinimapTimeAt(timeline.minimap, timeline.orientation, at);
  TimeSpan range = press_range_;
  if (grip_ == Spot::kBrushStart) {
    range.earliest = std::min(now, range.latest - kShortestBrushS);
  } else if (grip_ == Spot::kBrushEnd) {
    range.latest = std::max(now, range.earliest + kShortestBrushS);
  } else {
    const Seconds by = std::clamp(now - press_time_s_, timeline.content0 - range.earliest,
                                  timeline.content1 - 1 - range.latest);
    range = {range.earliest + by, range.latest + by};
  }
  range.earliest = std::max(range.earliest, timeline.content0);
  range.latest = std::min(range.latest, timeline.content1 - 1);
  const TimeSpan shown{timeline.range0, timeline.range1 - 1};
  if (range == shown || range.earliest >= range.latest) return;
  actions->push_back(SetRange{range});
  moved_range_ = true;
}

void CanvasPointer::Click(const AppState& state, const CanvasScene& scene,
                          std::vector<Action>* actions) {
  if (hit_.spot != pressed_) return;
  switch (hit_.spot) {
    case Spot::kMark: {
      std::optional<TimeSpan> closer;
      if (StandsForSeveral(*hit_.mark)) closer = RangeAround(dossier_, *scene.timeline, *hit_.mark);
      if (closer) {
        actions->push_back(SetRange{*closer});
      } else {
        actions->push_back(Select{MemberFor(*hit_.mark, state.focus)});
      }
      break;
    }
    case Spot::kActor:
      actions->push_back(Select{hit_.item});
      break;
    case Spot::kEdge:
      actions->push_back(PinEdge{hit_.edge == state.edge ? EdgeKey{} : hit_.edge});
      break;
    case Spot::kLine:
      actions->push_back(SetLens{hit_.pair});
      break;
    case Spot::kGraph:
      if (state.edge) actions->push_back(PinEdge{});
      break;
    case Spot::kWholeGraph:
      actions->push_back(SetCamera{});
      break;
    case Spot::kUnpinAll:
      actions->push_back(PinNodes{});
      break;
    case Spot::kAdaptive:
      actions->push_back(SetAxis{AxisKind::kAdaptive});
      break;
    case Spot::kLinear:
      actions->push_back(SetAxis{AxisKind::kLinear});
      break;
    case Spot::kZone:
      actions->push_back(SetZone{NextZone(state)});
      break;
    case Spot::kLaneName:
      actions->push_back(SetLanes{OnlyLane(state.lanes, scene.timeline->lanes[hit_.row].track)});
      break;
    case Spot::kGroupName: {
      const LaneGroup& group = scene.timeline->groups[hit_.row];
      const bool folded = group.fold == GroupFold::kFolded;
      actions->push_back(FoldGroup{group.key, folded ? Fold::kOpen : Fold::kFolded});
      break;
    }
    case Spot::kAllLanes:
      actions->push_back(SetLanes{});
      break;
    case Spot::kAllOfGraph:
      actions->push_back(SetLens{});
      break;
    case Spot::kPillBack:
      actions->push_back(StepAsOf{AsOfStep::kPreviousChange});
      break;
    case Spot::kPillForward:
      actions->push_back(StepAsOf{AsOfStep::kNextChange});
      break;
    case Spot::kMinimap: {
      // The brush comes to where one clicked.
      const Seconds half = (press_range_.latest - press_range_.earliest) / 2;
      const Seconds by = press_time_s_ - (press_range_.earliest + half);
      const TimelineLayout& timeline = *scene.timeline;
      const Seconds least = timeline.content0 - press_range_.earliest;
      const Seconds most = std::max(least, timeline.content1 - 1 - press_range_.latest);
      const Seconds moved = std::clamp(by, least, most);
      if (moved != 0)
        actions->push_back(SetRange{{press_range_.earliest + moved, press_range_.latest + moved}});
      break;
    }
    default:
      break;
  }
}

void CanvasPointer::Gestures(const AppState& state, const CanvasScene& scene,
                             const CanvasInput& input, std::vector<Action>* actions) {
  const Point zoom_at{input.zoom_x_px, input.zoom_y_px};
  if (scene.graph && input.zoom_factor != 1 && scene.canvas.graph_px.Contains(zoom_at)) {
    const Rect& plan = scene.graph->plan_px;
    return MoveCamera(ZoomedAt(state.camera, plan, input.zoom_factor, zoom_at), state, actions);
  }
  if (scene.graph && input.pan_px != 0 && (IsGraph(hit_.spot) || !scene.timeline)) {
    const Rect& plan = scene.graph->plan_px;
    return MoveCamera(PannedBy(state.camera, plan, {input.pan_px, 0}), state, actions);
  }
  if (!scene.timeline) return;
  const TimelineLayout& timeline = *scene.timeline;
  if (input.zoom_factor != 1 && scene.canvas.timeline_px.Contains(zoom_at)) {
    const float about = AlongAxis(timeline, zoom_at);
    actions->push_back(SetRange{ZoomedRange(timeline, input.zoom_factor, about)});
    moved_range_ = true;
  } else if (input.pan_px != 0) {
    actions->push_back(SetRange{PannedRange(timeline, -static_cast<double>(input.pan_px))});
    moved_range_ = true;
  }
}

// What the pointer rests on is told after 80 ms, what it leaves at once. Only what this canvas told
// is taken back: the pane tells of its own.
void CanvasPointer::Rest(Point at, const AppState& state, const CanvasScene& scene,
                         const CanvasInput& input, std::vector<Action>* actions) {
  const bool looks = !dragging_ && !input.touch;
  const Ref on = looks ? hit_.item : Ref{};
  const Connection along = looks ? Connection{hit_.edge, hit_.pair} : Connection{};
  if (on != resting_on_ || along != resting_) {
    resting_on_ = on;
    resting_ = along;
    resting_since_s_ = input.now_s;
  }
  if (hovered_ != resting_) hovered_ = {};
  if (told_ && told_ != resting_on_) {
    if (state.hover == told_) actions->push_back(Hover{});
    told_ = {};
  }
  waiting_ = (resting_on_ && told_ != resting_on_) || (resting_ && !hovered_);
  if (!waiting_ || input.now_s - resting_since_s_ < kHoverAfterS) return;
  waiting_ = false;
  if (hovered_ != resting_) {
    hovered_ = resting_;
    hovered_px_ = RectAround(at, kBesideLinePx, kBesideLinePx);
    for (const GraphEdge& edge : scene.graph->edges)
      if (edge.key == hovered_.edge && edge.box_px.Contains(at)) hovered_px_ = edge.box_px;
  }
  told_ = resting_on_;
  if (told_ && state.hover != told_) actions->push_back(Hover{told_});
}

void CanvasPointer::SetCursor(const AppState& state, const CanvasScene& scene) {
  const bool vertical = scene.timeline && scene.timeline->orientation == Orientation::kVertical;
  const TimeSpan everything{kTimeMin, kTimeMax};
  switch (dragging_ ? grip_ : hit_.spot) {
    case Spot::kMark:
      cursor_ = dragging_ ? "grab" : "pointer";
      break;
    case Spot::kGraph:
      cursor_ = state.camera == GraphCamera{} ? "default" : "grab";
      break;
    case Spot::kActor:
    case Spot::kEdge:
    case Spot::kLine:
      cursor_ = dragging_ ? "grab" : "pointer";
      break;
    case Spot::kWholeGraph:
    case Spot::kUnpinAll:
    case Spot::kAdaptive:
    case Spot::kLinear:
    case Spot::kZone:
    case Spot::kLaneName:
    case Spot::kGroupName:
    case Spot::kAllLanes:
    case Spot::kAllOfGraph:
    case Spot::kMinimap:
    case Spot::kPillBack:
    case Spot::kPillForward:
      cursor_ = "pointer";
      break;
    case Spot::kPlayhead:
    case Spot::kPill:
      cursor_ = !scene.timeline ? "default" : vertical ? "ns-resize" : "ew-resize";
      break;
    case Spot::kBrushStart:
    case Spot::kBrushEnd:
      cursor_ = vertical ? "ns-resize" : "ew-resize";
      break;
    case Spot::kBrush:
      cursor_ = "grab";
      break;
    case Spot::kLanes:
    case Spot::kAxis:
      cursor_ = state.range == everything ? "default" : "grab";
      break;
    default:
      cursor_ = "default";
      break;
  }
}

}  // namespace demarche
