// A canvas without a browser: Dear ImGui's context, a font, a dossier, and hands that move the
// mouse and press keys. Actions are carried out between frames, as the page does.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/geometry.h"
#include "core/state/state.h"
#include "imgui.h"
#include "tests/repository.h"
#include "views/canvas_view.h"
#include "views/draw_frame.h"
#include "views/input_queue.h"

namespace demarche {

class CanvasHarness {
 public:
  /// Fonts are boxes 0.5 em wide, so that layouts are the same on every machine; or the TrueType
  /// files Inter Regular and SemiBold of a folder.
  explicit CanvasHarness(Dossier dossier, float width_px = 920, float height_px = 748,
                         const std::string& font_folder = "");
  ~CanvasHarness();
  CanvasHarness(const CanvasHarness&) = delete;
  CanvasHarness& operator=(const CanvasHarness&) = delete;

  /// One frame `dt_s` after the last; the actions it asked for are in `actions` and carried out.
  void Frame(double dt_s = 1.0 / 60);
  /// The list of a frame of its own, empty, at this pixel ratio.
  ImDrawList* BlankFrame();
  /// Ends it; what there is to draw is in `drawn`.
  void EndFrame();
  /// Frames until nothing moves.
  void Settle();

  void MoveTo(Point at);
  void Leave();
  void Click(Point at);
  void Tap(Point at);
  void DoubleClick(Point at);
  void Drag(Point from, Point to, int steps = 8);
  void Key(ImGuiKey key, bool shift = false);

  Dossier dossier;
  AppState state;
  CanvasInput input;
  std::vector<Action> actions;  // of the last frame
  std::vector<Action> all_actions;
  float pixel_ratio = 1;
  std::unique_ptr<CanvasView> view;
  InputQueue queue;
  std::unique_ptr<DrawFrame> drawing;
  ImDrawData* drawn = nullptr;  // of the last frame

 private:
  ImGuiContext* context_;
};

/// The last action of a type, or null.
template <class T>
const T* Last(const std::vector<Action>& actions) {
  const T* found = nullptr;
  for (const Action& action : actions)
    if (const T* it = std::get_if<T>(&action)) found = it;
  return found;
}

}  // namespace demarche
