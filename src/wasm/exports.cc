// The C functions that web/engine.js calls. Strings come in through a buffer that the page fills
// (dm_buffer), and go out as a pointer to NUL-terminated UTF-8 that lives until the next call. All
// but those that open a dossier are for an open one.
#include <emscripten/emscripten.h>
#include <emscripten/heap.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/dates/civil.h"
#include "core/dossier/as_of.h"
#include "core/dossier/scripts.h"
#include "core/state/permalink.h"
#include "core/state/zone.h"
#include "exchange/svg.h"
#include "pane/changes.h"
#include "pane/pane.h"
#include "pane/tip.h"
#include "views/canvas_layout.h"
#include "views/input_queue.h"
#include "wasm/app.h"
#include "wasm/keys.h"

namespace {

// The option `onRead` that the module was created with (web/engine.js).
EM_JS(void, TellProgress, (double share), { Module["onRead"](share); });

using demarche::App;
using demarche::CalendarWords;
using demarche::CanvasInput;

// One instance of the module is one timeline.
struct Session {
  App app;
  demarche::InputQueue queue;
  CanvasInput input;
  float pixel_ratio = 1;
  std::string in, out;
};

Session& TheSession() {
  static Session session;
  return session;
}

std::string_view In(uint32_t length) { return std::string_view(TheSession().in).substr(0, length); }

const char* Out(std::string text) {
  Session& session = TheSession();
  session.out = std::move(text);
  return session.out.c_str();
}

// Null for nothing.
template <class T>
std::shared_ptr<const T> Shared(std::optional<T> value) {
  return value ? std::make_shared<const T>(*std::move(value)) : nullptr;
}

}  // namespace

extern "C" {

// Where the page writes `bytes` bytes for the next call that takes a length.
EMSCRIPTEN_KEEPALIVE char* dm_buffer(uint32_t bytes) {
  std::string& in = TheSession().in;
  in.resize(bytes);
  return in.data();
}

// The buffer holds the file's name, a NUL and the JSON. Returns 1 if the dossier is open.
EMSCRIPTEN_KEEPALIVE int dm_load(uint32_t length) {
  Session& session = TheSession();
  const std::string_view all = In(length);
  const size_t end_of_name = all.find('\0');
  const std::string_view name = all.substr(0, end_of_name);
  const bool loaded = session.app.Load(all.substr(end_of_name + 1), name, TellProgress);
  session.in = std::string();
  return loaded;
}

// Does at once what would take the first frames of a large graph; in a worker.
EMSCRIPTEN_KEEPALIVE void dm_prepare() { TheSession().app.Prepare(); }

// Makes the memory at least that large, for a copy of another instance's (web/engine.js,
// Engine.restore).
EMSCRIPTEN_KEEPALIVE void dm_reserve(uint32_t bytes) {
  if (emscripten_get_heap_size() < bytes) emscripten_resize_heap(bytes);
}

EMSCRIPTEN_KEEPALIVE const char* dm_findings() {
  return Out(demarche::FindingsJson(TheSession().app.findings()));
}

EMSCRIPTEN_KEEPALIVE void dm_add_font(int face, uint32_t length) {
  TheSession().app.AddFont(static_cast<demarche::Face>(face), std::string(In(length)));
}

EMSCRIPTEN_KEEPALIVE int dm_start_drawing() { return TheSession().app.StartDrawing(); }
EMSCRIPTEN_KEEPALIVE void dm_stop_drawing() { TheSession().app.StopDrawing(); }

EMSCRIPTEN_KEEPALIVE void dm_resize(float width_px, float height_px, float pixel_ratio,
                                    float bottom_inset_px) {
  Session& session = TheSession();
  session.input.width_px = width_px;
  session.input.height_px = height_px;
  session.input.bottom_inset_px = bottom_inset_px;
  session.pixel_ratio = pixel_ratio;
}

EMSCRIPTEN_KEEPALIVE void dm_environment(int dark, int reduced_motion, int focused) {
  CanvasInput& input = TheSession().input;
  input.dark = dark != 0;
  input.reduced_motion = reduced_motion != 0;
  input.focused = focused != 0;
}

EMSCRIPTEN_KEEPALIVE void dm_pointer(float x_px, float y_px, int touch) {
  TheSession().input.touch = touch != 0;
  TheSession().queue.MoveTo({x_px, y_px});
}

EMSCRIPTEN_KEEPALIVE void dm_pointer_leave() { TheSession().queue.Leave(); }

EMSCRIPTEN_KEEPALIVE void dm_button(int down) {
  demarche::InputQueue& queue = TheSession().queue;
  down ? queue.Press() : queue.Release();
}

// Whether a finger put here takes hold of something that it can drag.
EMSCRIPTEN_KEEPALIVE int dm_has_grip(float x_px, float y_px) {
  return TheSession().app.canvas().HasGrip(x_px, y_px);
}

EMSCRIPTEN_KEEPALIVE void dm_long_press(float x_px, float y_px) {
  CanvasInput& input = TheSession().input;
  input.touch = input.long_press = true;
  input.press_x_px = x_px;
  input.press_y_px = y_px;
}

EMSCRIPTEN_KEEPALIVE void dm_zoom(float factor, float x_px, float y_px) {
  CanvasInput& input = TheSession().input;
  input.zoom_factor *= factor;
  input.zoom_x_px = x_px;
  input.zoom_y_px = y_px;
}

EMSCRIPTEN_KEEPALIVE void dm_pan(float delta_px) { TheSession().input.pan_px += delta_px; }

// Returns 1 if the canvas has a use for the key.
EMSCRIPTEN_KEEPALIVE int dm_key(uint32_t length, int shift, int repeats) {
  const ImGuiKey key = demarche::KeyFromDom(In(length));
  // Outside a story these scroll the page.
  const bool story_only =
      key == ImGuiKey_PageUp || key == ImGuiKey_PageDown || key == ImGuiKey_Space;
  if (story_only && TheSession().app.state().story == demarche::kNone) return 0;
  if (key == ImGuiKey_None) return 0;
  TheSession().queue.Key({.key = key, .shift = shift != 0, .repeats = repeats != 0});
  return 1;
}

// The page will not see a release.
EMSCRIPTEN_KEEPALIVE void dm_release_all() { TheSession().queue.Clear(); }

EMSCRIPTEN_KEEPALIVE uint32_t dm_frame(double now_s) {
  Session& session = TheSession();
  session.input.now_s = now_s;
  session.queue.Deal(&session.input);
  uint32_t result = session.app.Frame(session.input, session.pixel_ratio);
  if (session.queue.waits()) result |= demarche::kFrameAgain;
  session.input.pan_px = 0;
  session.input.zoom_factor = 1;
  session.input.long_press = false;
  return result;
}

EMSCRIPTEN_KEEPALIVE void dm_apply(uint32_t length) { TheSession().app.Apply(In(length)); }
EMSCRIPTEN_KEEPALIVE const char* dm_permalink() {
  const App& app = TheSession().app;
  return Out(demarche::PermalinkOf(app.dossier(), app.state()));
}
EMSCRIPTEN_KEEPALIVE const char* dm_full_state() {
  const App& app = TheSession().app;
  return Out(demarche::FullPermalinkOf(app.dossier(), app.state()));
}
// The language that the reader sees (BCP 47), and the words of dates in it: lines as
// CalendarWords::Parse reads them. None, or other lines: English.
EMSCRIPTEN_KEEPALIVE const char* dm_lang() {
  const App& app = TheSession().app;
  const std::string& lang = app.state().lang;
  return Out(lang.empty() ? std::string(app.dossier().data().lang) : lang);
}
EMSCRIPTEN_KEEPALIVE void dm_set_words(uint32_t length) {
  demarche::ReaderCalendar& calendar = TheSession().input.calendar;
  calendar = demarche::ReaderCalendar(Shared(CalendarWords::Parse(In(length))), calendar.zone());
}
// The zone to show, lines: its IANA name (empty: the reader's own), what people call it, the first
// and the last second of the dossier. And its table, lines as ZoneTable::Parse reads them; none, or
// other lines: UTC.
EMSCRIPTEN_KEEPALIVE const char* dm_zone() {
  const App& app = TheSession().app;
  const demarche::ShownZone zone = demarche::ZoneShown(app.dossier(), app.state());
  const demarche::TimeSpan extent = app.dossier().extent();
  std::string lines(zone.iana);
  return Out(lines + '\n' + zone.label + '\n' + std::to_string(extent.earliest) + '\n' +
             std::to_string(extent.latest));
}
EMSCRIPTEN_KEEPALIVE void dm_set_zone(uint32_t length) {
  demarche::ReaderCalendar& calendar = TheSession().input.calendar;
  calendar = demarche::ReaderCalendar(calendar.shared_words(),
                                      Shared(demarche::ZoneTable::Parse(In(length))));
}
EMSCRIPTEN_KEEPALIVE uint32_t dm_scripts() {
  Session& session = TheSession();
  return session.app.Scripts() | demarche::ScriptsOf(session.input.calendar.words().text());
}
EMSCRIPTEN_KEEPALIVE const char* dm_inspect() {
  const App& app = TheSession().app;
  return Out(app.canvas().Inspect(app.state()));
}
EMSCRIPTEN_KEEPALIVE const char* dm_cursor() { return TheSession().app.canvas().cursor(); }

// The HTML of a part of the page: 0 pane, 1 evidence, 2 story, 4 over an empty canvas, 5 panel
// of the lanes, 6 what changed at a stop, 10 panel of the graph; plain text: 3 the announcement of
// the selection, 7 that of what changed, 8 the as-of date in words, 9 the announcement of the
// pinned edge.
EMSCRIPTEN_KEEPALIVE const char* dm_html(int part) {
  App& app = TheSession().app;
  switch (part) {
    case 0:
      return Out(demarche::RenderPane(app.dossier(), app.state(), TheSession().input.calendar));
    case 1:
      return Out(demarche::RenderEvidence(app.dossier(), app.state()));
    case 2:
      return Out(demarche::RenderStory(app.dossier(), app.state()));
    case 4:
      return Out(demarche::RenderEmpty(app.dossier(), app.state()));
    case 5:
      return Out(demarche::RenderLanes(app.dossier(), app.state()));
    case 6:
      return Out(demarche::RenderChanges(app.changes(), app.state()));
    case 7:
      return Out(demarche::ChangesAnnouncement(app.changes(), app.state()));
    case 9:
      return Out(demarche::EdgeAnnouncement(app.dossier(), app.state()));
    case 8:
      return Out(demarche::AsOfWords(app.state().as_of_s));
    case 10:
      return Out(demarche::RenderGraphPanel(app.dossier(), app.state()));
    default:
      return Out(demarche::Announcement(app.dossier(), app.state()));
  }
}

// Moves the as-of date to the next change (1) or to the one before (0). Returns 1 if there is one.
EMSCRIPTEN_KEEPALIVE int dm_step_as_of(int forward) {
  using demarche::AsOfStep;
  return TheSession().app.MoveAsOf(forward ? AsOfStep::kNextChange : AsOfStep::kPreviousChange);
}

EMSCRIPTEN_KEEPALIVE void dm_rewind() { TheSession().app.Rewind(); }

// Days from the as-of date on to the next change, or back to the one before; 0 if there is none.
EMSCRIPTEN_KEEPALIVE double dm_days_to_change(int forward) {
  const App& app = TheSession().app;
  const demarche::Seconds as_of_s = app.state().as_of_s;
  const std::optional<demarche::Seconds> change_s =
      forward ? demarche::NextChangeDay(app.dossier(), as_of_s)
              : demarche::PreviousChangeDay(app.dossier(), as_of_s);
  if (!change_s) return 0;
  const auto between_s = static_cast<double>(forward ? *change_s - as_of_s : as_of_s - *change_s);
  return between_s / demarche::kSecondsPerDay;
}

// The tooltip of what is under a resting pointer, lines: x, y, width and height of its box in CSS
// px, and the HTML; empty if there is none.
EMSCRIPTEN_KEEPALIVE const char* dm_tip() {
  const App& app = TheSession().app;
  const std::optional<demarche::CanvasTip> tip = app.canvas().tip();
  if (!tip) return "";
  std::string lines;
  for (const float px : {tip->box_px.x, tip->box_px.y, tip->box_px.w, tip->box_px.h})
    lines += std::to_string(static_cast<int>(px)) + '\n';
  if (tip->edge) return Out(lines + demarche::RenderEdgeTip(app.dossier(), app.state(), tip->edge));
  if (tip->line)
    return Out(lines + demarche::RenderLineTip(app.dossier(), app.state(), *tip->line));
  if (tip->actor != demarche::kNone)
    return Out(lines + demarche::RenderActorTip(app.dossier(), app.state(), tip->actor));
  return Out(lines + demarche::RenderTip(app.dossier(), app.state(), tip->content));
}

// The graph on the canvas as SVG; empty where it does not show.
EMSCRIPTEN_KEEPALIVE const char* dm_svg() {
  const App& app = TheSession().app;
  if (!app.canvas().graph()) return "";
  return Out(demarche::SvgOf(
      {.dossier = &app.dossier(), .state = &app.state(), .graph = app.canvas().graph()}));
}

// What the element's bar shows: the dossier's title.
EMSCRIPTEN_KEEPALIVE const char* dm_title() {
  const App& app = TheSession().app;
  return Out(std::string(app.dossier().In(app.dossier().data().title, app.state().lang)));
}

// The id of the first story, empty if there is none.
EMSCRIPTEN_KEEPALIVE const char* dm_story_id() {
  const App& app = TheSession().app;
  if (app.dossier().data().stories.empty()) return "";
  return Out(std::string(app.dossier().data().stories[0].id));
}

// Whether the switch of all replies has something to show.
EMSCRIPTEN_KEEPALIVE int dm_has_replies() { return TheSession().app.dossier().HasReplies(); }

// Whether there are lanes to choose from.

// Who made the dossier and under which licence.
EMSCRIPTEN_KEEPALIVE const char* dm_credit() {
  const App& app = TheSession().app;
  const demarche::DossierData& data = app.dossier().data();
  std::string credit;
  for (const demarche::Text& author : data.authors) {
    if (!credit.empty()) credit += ", ";
    credit += app.dossier().In(author, app.state().lang);
  }
  if (!credit.empty() && !data.license.empty()) credit += ", ";
  return Out(credit += data.license);
}

// Events that are known at the as-of date.
EMSCRIPTEN_KEEPALIVE uint32_t dm_event_count() {
  const App& app = TheSession().app;
  demarche::EventFilter filter;
  filter.as_of_s = app.state().as_of_s;
  return static_cast<uint32_t>(demarche::CountVisible(app.dossier(), filter));
}

// What view=auto is on a canvas of this size: 1 timeline, 2 graph, 3 split (enum View).
// 4 more where there is room for evidence beside the graph.
EMSCRIPTEN_KEEPALIVE int dm_shown_view(float width_px, float height_px) {
  const demarche::AppState& state = TheSession().app.state();
  const demarche::CanvasLayout layout = demarche::LayoutCanvas({.width_px = width_px,
                                                                .height_px = height_px,
                                                                .view = state.view,
                                                                .controls = state.controls});
  return static_cast<int>(layout.view) + (layout.evidence_px.w > 0 ? 4 : 0);
}

}  // extern "C"
