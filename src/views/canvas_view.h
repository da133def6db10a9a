// The canvas as a whole: which regions there are for a size and a state, one frame of drawing with
// Dear ImGui, and the actions that pointer and keyboard asked for. Knows no browser: src/wasm fills
// this header's CanvasInput; tests do the same with a null backend.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/geometry.h"
#include "core/dates/reader_calendar.h"
#include "core/state/state.h"
#include "core/timeline/timeline_layout.h"

struct ImDrawList;
enum ImGuiKey : int;

namespace demarche {

class GraphEvidence;
struct GraphLayout;
struct GraphLine;

/// The mouse, or the finger that took hold of something (views/input_queue.h deals it out).
struct PointerInput {
  bool inside = false;  // of the canvas
  Point at_px;
  bool down = false;                       // its button, after this frame's press or release
  bool pressed = false, released = false;  // in this frame
};

/// A key going down.
struct KeyPress {
  ImGuiKey key{};  // none: 0
  bool shift = false;
  bool repeats = false;  // it has been held down
};

/// CSS px, relative to the canvas.
struct CanvasInput {
  float width_px = 0, height_px = 0;
  float bottom_inset_px = 0;  // covered by the phone's sheet
  double now_s = 0;           // monotonic clock
  bool dark = false;          // the resolved theme
  bool touch = false;         // the last pointer was a finger: larger hit areas
  bool reduced_motion = false;
  bool focused = false;     // the canvas has the keyboard focus and it is visible
  ReaderCalendar calendar;  // words of the dates on the canvas
  PointerInput pointer;
  KeyPress key;
  float pan_px = 0;       // one-finger drag since the last frame, along time
  float zoom_factor = 1;  // pinch or wheel since the last frame, about (zoom_x_px, zoom_y_px)
  float zoom_x_px = 0, zoom_y_px = 0;
  bool long_press = false;  // a finger rests at (press_x_px, press_y_px)
  float press_x_px = 0, press_y_px = 0;
};

/// Hit areas under a finger are at least so wide and high.
inline constexpr float kTouchHitPx = 44;

/// Wishes of the canvas that only the page can carry out.
enum class PageRequest : uint8_t { kNone, kOpenPane, kSearch, kHelp, kLeave, kPlay };

/// What a tooltip has to tell of a mark, an edge, a line or an actor, beside what box; refers into
/// the last frame.
struct CanvasTip {
  MarkContent content{};
  EdgeKey edge{};
  const GraphLine* line = nullptr;
  Index actor = kNone;
  Rect box_px{};
};

class CanvasView {
 public:
  /// `dossier` outlives the view. Fonts are in Dear ImGui's atlas already: 0 Regular, 1 SemiBold.
  explicit CanvasView(const Dossier& dossier);
  ~CanvasView();

  /// Finds now, where nobody waits for a frame, where the actors stand; else frames do it in
  /// slices.
  void FindPlaces();
  /// Draws one frame into a list of DrawFrame (views/draw_frame.h) and appends what the reader
  /// asked for.
  void Frame(const AppState& state, const CanvasInput& input, ImDrawList* list,
             std::vector<Action>* actions);

  /// What the page is asked for since the last call.
  PageRequest TakePageRequest();
  /// Whether the next frame differs without any input (a transition runs, or not all is there yet).
  bool animating() const;
  /// Whether a finger that moves on from this point of the last frame drags something there,
  /// instead of panning or scrolling the page.
  bool HasGrip(float x_px, float y_px) const;
  /// CSS cursor for the pointer: "default", "pointer", "grab", "ew-resize".
  const char* cursor() const;
  /// Of what a mouse rests on; nothing while it moves, and under a finger.
  std::optional<CanvasTip> tip() const;
  /// The graph as it was drawn last; null where it does not show.
  const GraphLayout* graph() const;
  /// What it is drawn from.
  const GraphEvidence& evidence() const;
  /// JSON of inspect() for the last frame.
  std::string Inspect(const AppState& state) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace demarche
