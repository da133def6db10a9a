// One embedded timeline: a dossier, the reader's state, the canvas and the pane behind it. The page
// holds one of these per WebAssembly instance; exports.cc is its C face.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_measurer.h"
#include "core/graph/graph_changes.h"
#include "core/reader/dossier_reader.h"
#include "core/state/state.h"
#include "views/canvas_view.h"
#include "views/draw_frame.h"

struct ImGuiContext;

namespace demarche {

/// What the page has to do after a frame; a set of bits.
enum FrameResult : uint32_t {
  kFrameAgain = 1,         // something still moves or waits: draw another frame
  kFrameStateChanged = 2,  // permalink and events
  kFramePaneChanged = 4,   // something the pane shows changed
  kFrameOpenPane = 8,      // the reader asked for the pane, the search, the help, or to leave
  kFrameSearch = 16,
  kFrameHelp = 32,
  kFrameLeave = 64,
  kFrameTip = 128,      // the tooltip is about something else, or there is none, or it moved
  kFrameStepped = 256,  // the reader stepped to another as-of date
  kFramePlay = 512,     // the reader asked to play or to pause
};

class App {
 public:
  App();
  ~App();

  /// Reads a dossier; false if it has errors (findings() tells). Called at most once.
  bool Load(std::string_view json, std::string_view file, ReadProgress progress);
  const Findings& findings() const { return findings_; }

  /// Adds a TrueType font to a face; the first is the face, later ones fill in more scripts.
  void AddFont(Face face, std::string bytes);

  // ---- Once a dossier is open ----

  /// For who may take long: finds what the first frames and the list of changes need.
  void Prepare() {
    canvas_->FindPlaces();
    changes();
  }

  /// Readies WebGL 2 in the current context; again after a lost context was restored.
  bool StartDrawing();
  /// Lets go of everything in the context, as when it is lost.
  void StopDrawing();

  /// Draws a frame at `input`'s size and carries out what the reader asked for.
  uint32_t Frame(const CanvasInput& input, float pixel_ratio);

  /// Applies a permalink text to the state (core/state/permalink.h).
  void Apply(std::string_view permalink);

  /// Moves the as-of date to a neighbouring stop. False if there is none.
  bool MoveAsOf(AsOfStep step);
  /// Moves it to the first stop.
  void Rewind();
  /// Found when first asked for.
  const ChangeFinder& changes();

  /// The scripts of the dossier in the reader's language; each language is looked at once.
  uint32_t Scripts();

  const Dossier& dossier() const { return *dossier_; }
  const AppState& state() const { return state_; }
  const CanvasView& canvas() const { return *canvas_; }

 private:
  void Do(const Action& action);
  void TakeState(AppState next);
  void NoteTip();

  std::optional<Dossier> dossier_;
  Findings findings_;
  AppState state_;
  std::unique_ptr<CanvasView> canvas_;
  std::optional<ChangeFinder> changes_;  // of the canvas's evidence
  std::vector<Action> actions_;
  ImGuiContext* context_ = nullptr;
  std::optional<DrawFrame> drawing_;
  std::string scripts_lang_;
  uint32_t scripts_ = 0;  // of that language; 0: not looked at yet
  Ref tip_item_;          // what the tooltip was about after the last frame
  EdgeKey tip_edge_;
  Rect tip_px_;
  uint32_t changed_ = 0;  // FrameResult bits of changes since the last frame
};

}  // namespace demarche
