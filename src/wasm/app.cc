#include "wasm/app.h"

#include <utility>
#include <variant>

#include "core/dossier/scripts.h"
#include "core/state/permalink.h"
#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "views/text.h"

namespace demarche {
namespace {

// The pane shows neither viewports and pins nor what the pointer is on, and all replies at all
// times.
bool SamePane(AppState a, const AppState& b) {
  a.range = b.range;
  a.links = b.links;
  a.camera = b.camera;
  a.pins = b.pins;
  a.hover = b.hover;
  return a == b;
}

bool SamePermalink(AppState a, const AppState& b) {
  a.hover = b.hover;
  return a == b;
}

uint32_t BitOf(PageRequest request) {
  switch (request) {
    case PageRequest::kOpenPane:
      return kFrameOpenPane;
    case PageRequest::kSearch:
      return kFrameSearch;
    case PageRequest::kHelp:
      return kFrameHelp;
    case PageRequest::kLeave:
      return kFrameLeave;
    case PageRequest::kPlay:
      return kFramePlay;
    case PageRequest::kNone:
      break;
  }
  return 0;
}

}  // namespace

App::App() : context_(ImGui::CreateContext()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
}

App::~App() {
  canvas_.reset();
  StopDrawing();
  ImGui::DestroyContext(context_);
}

bool App::Load(std::string_view json, std::string_view file, ReadProgress progress) {
  ReadResult result = ReadDossier(json, file, {}, progress);
  findings_ = std::move(result.findings);
  if (!result.dossier) return false;
  dossier_ = std::move(result.dossier);
  state_ = InitialState(*dossier_);
  canvas_ = std::make_unique<CanvasView>(*dossier_);
  changed_ |= kFrameStateChanged | kFramePaneChanged;
  return true;
}

void App::AddFont(Face face, std::string bytes) {
  ImFontConfig config;
  config.FontData = bytes.data();
  config.FontDataSize = static_cast<int>(bytes.size());
  config.FontDataOwnedByAtlas = false;  // it makes a copy
  AddCanvasFont(face, config);
}

bool App::StartDrawing() {
  StopDrawing();
  // Shaders are compiled here, not while the first frame is drawn.
  if (!ImGui_ImplOpenGL3_Init("#version 300 es")) return false;
  drawing_.emplace();
  return ImGui_ImplOpenGL3_CreateDeviceObjects();
}

void App::StopDrawing() {
  if (drawing_) ImGui_ImplOpenGL3_Shutdown();
  drawing_.reset();
}

uint32_t App::Frame(const CanvasInput& input, float pixel_ratio) {
  if (!drawing_) return std::exchange(changed_, 0);
  ImDrawList* list = drawing_->Begin(input.width_px, input.height_px, pixel_ratio);
  actions_.clear();
  canvas_->Frame(state_, input, list, &actions_);
  ImGui_ImplOpenGL3_RenderDrawData(drawing_->End());

  for (const Action& action : actions_) Do(action);
  NoteTip();
  uint32_t result = std::exchange(changed_, 0) | BitOf(canvas_->TakePageRequest());
  if (!actions_.empty() || canvas_->animating()) result |= kFrameAgain;
  return result;
}

void App::Do(const Action& action) {
  const Seconds before_s = state_.as_of_s;
  TakeState(Reduce(*dossier_, state_, action));
  if (std::holds_alternative<StepAsOf>(action) && state_.as_of_s != before_s)
    changed_ |= kFrameStepped;
}

bool App::MoveAsOf(AsOfStep step) {
  const Seconds before_s = state_.as_of_s;
  TakeState(Reduce(*dossier_, state_, StepAsOf{step}));
  return state_.as_of_s != before_s;
}

void App::Rewind() {
  if (const std::span<const Seconds> stops = dossier_->ChangeDays(); !stops.empty())
    TakeState(Reduce(*dossier_, state_, SetAsOf{stops.front()}));
}

const ChangeFinder& App::changes() {
  if (!changes_) changes_.emplace(canvas_->evidence());
  return *changes_;
}

void App::TakeState(AppState next) {
  if (!SamePermalink(next, state_)) changed_ |= kFrameStateChanged;
  if (!SamePane(next, state_)) changed_ |= kFramePaneChanged;
  state_ = std::move(next);
}

void App::NoteTip() {
  const std::optional<CanvasTip> tip = canvas_->tip();
  Ref item = tip && !tip->content.items.empty() ? tip->content.items.front() : Ref{};
  if (tip && tip->actor != kNone) item = {ItemKind::kActor, tip->actor};
  EdgeKey edge = tip ? tip->edge : EdgeKey{};
  if (tip && tip->line) edge = {tip->line->from, tip->line->to, {}};
  const Rect box_px = tip ? tip->box_px : Rect{};
  if (item == tip_item_ && edge == tip_edge_ && box_px == tip_px_) return;
  tip_item_ = item;
  tip_edge_ = edge;
  tip_px_ = box_px;
  changed_ |= kFrameTip;
}

void App::Apply(std::string_view permalink) {
  TakeState(ApplyPermalink(*dossier_, state_, permalink));
}

uint32_t App::Scripts() {
  if (scripts_ == 0 || scripts_lang_ != state_.lang) {
    scripts_ = ScriptsShown(*dossier_, state_.lang);
    scripts_lang_ = state_.lang;
  }
  return scripts_;
}

}  // namespace demarche
