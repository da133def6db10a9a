#include "views/canvas_view.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/plane.h"
#include "core/outline.h"
#include "imgui.h"
#include "views/camera_motion.h"
#include "views/canvas_keys.h"
#include "views/canvas_motion.h"
#include "views/canvas_pointer.h"
#include "views/draw_graph.h"
#include "views/draw_timeline.h"
#include "views/painter.h"
#include "views/scene_layout.h"

namespace demarche {
namespace {

constexpr float kFocusLinePx = 2.5f;

Mover MoverOf(bool by_hand) { return by_hand ? Mover::kHand : Mover::kProgram; }

void DrawPill(const Painter& p, const PillLayout& pill, std::string_view text) {
  const Palette& theme = *p.theme;
  p.Fill(pill.box_px, theme.ink, pill.box_px.h / 2);
  p.Text(pill.text, text, {Face::kSemiBold, pill.text_size_px, theme.bar_ink}, Align::kCentre);
  if (pill.back_px.w <= 0) return;
  constexpr float kArrowPx = 5, kLinePx = 1.8f;
  p.Chevron(pill.back_arrow, -kArrowPx, theme.bar_ink, kLinePx);
  p.Chevron(pill.forward_arrow, kArrowPx, theme.bar_ink, kLinePx);
}

void DrawButton(const Painter& p, const Rect& box, std::string_view text, bool hovered) {
  if (box.w <= 0) return;
  constexpr float kRadiusPx = 6, kTextPx = 11;
  p.Fill(box, hovered ? p.theme->hl_soft : p.theme->paper, kRadiusPx);
  p.Frame(box, p.theme->line_strong, 1, kRadiusPx);
  p.Text(box.centre(), text, {Face::kSemiBold, kTextPx, p.theme->ink}, Align::kCentre);
}

}  // namespace

struct CanvasView::Impl {
  explicit Impl(const Dossier& of) : dossier(of), layout(of), pointer(of) {}

  void LayOut(const AppState& state, const CanvasInput& input, std::vector<Action>* actions);
  void ShowActor(const AppState& state, std::vector<Action>* actions);
  void ShowSelection(const AppState& state, std::vector<Action>* actions);
  void TakeInput(const AppState& state, const CanvasInput& input, std::vector<Action>* actions);
  void Draw(const AppState& state, const CanvasInput& input, ImDrawList* list);
  void DrawTimelineNow(const Painter& p, const AppState& state, const CanvasInput& input);
  void DrawGraphNow(const Painter& p, const AppState& state, const CanvasInput& input);
  void DrawRegionRing(const Painter& p, const AppState& state);
  bool InGraph() const { return scene.graph && (!scene.timeline || region == KeyRegion::kGraph); }

  const Dossier& dossier;
  SceneLayout layout;
  const CanvasScene& scene = layout.scene();
  CanvasMotion motion{layout.evidence()};
  Stamps stamps;
  CameraMotion camera;
  CanvasPointer pointer;
  KeyRegion region = KeyRegion::kTimeline;
  PageRequest page_request = PageRequest::kNone;
  AppState last_state;  // of the last frame, to see what changed
  uint64_t frames = 0;
  Rect viewport_px;
};

// ---- Layout ----

void CanvasView::Impl::LayOut(const AppState& state, const CanvasInput& input,
                              std::vector<Action>* actions) {
  const bool is_first = frames == 0, moves = !is_first && !input.reduced_motion;
  motion.Tick(input.now_s);
  if (moves) motion.Keep(scene, last_state, state);
  const bool cuts = !moves || pointer.moved_camera();
  const GraphCamera& seen_by =
      camera.Update(state.camera, cuts ? CameraWay::kCut : CameraWay::kSmooth, input.now_s);
  if (layout.Update(state, input, seen_by)) motion.Stop();
  if (moves) {
    motion.Start(scene, last_state, state, MoverOf(pointer.moved_range()),
                 MoverOf(pointer.dragging()), input.now_s);
  }
  layout.PlaceLabels(scene.timeline ? motion.PlayheadPx(*scene.timeline) : 0);
  if (!is_first && state.focus != last_state.focus) ShowSelection(state, actions);
}

// Likewise an actor in the graph.
void CanvasView::Impl::ShowActor(const AppState& state, std::vector<Action>* actions) {
  if (!scene.graph || state.camera != last_state.camera || state.focus.kind != ItemKind::kActor)
    return;
  const std::optional<Point> at = layout.InGraph(state.focus.index);
  constexpr float kMarginPx = 40;
  if (!at || Inflated(scene.canvas.graph_area_px, -kMarginPx).Contains(*at)) return;
  const Point share = ShareAt(scene.camera, scene.graph->plan_px, *at);
  const GraphCamera shows = Bounded({share.x, share.y, state.camera.zoom});
  if (shows != state.camera) actions->push_back(SetCamera{shows});
}

// A selection made elsewhere, or by a key, comes into view; a viewport set with it is left alone.
void CanvasView::Impl::ShowSelection(const AppState& state, std::vector<Action>* actions) {
  ShowActor(state, actions);
  if (!scene.timeline || state.range != last_state.range || state.focus.kind != ItemKind::kEvent)
    return;
  const TimelineLayout& timeline = *scene.timeline;
  const TimeSpan everything{kTimeMin, kTimeMax};
  const When& when = dossier.events()[state.focus.index].date.when;
  const bool starts = when.start.earliest > kTimeMin;
  const bool days = NamesDays(when.start_precision, when.start_flags);
  const Seconds of_date = starts ? when.start.earliest : when.end.latest;
  const Seconds from = days ? timeline.scale.calendar().InstantOf(of_date) : of_date;
  if (state.range != everything && (from < timeline.range0 || from >= timeline.range1)) {
    const float at = static_cast<float>(timeline.scale.PxFromTime(from));
    const double by = at - AlongAxis(timeline, timeline.lanes_px.centre());
    actions->push_back(SetRange{PannedRange(timeline, by)});
  }
  for (const Mark& mark : timeline.marks) {
    if (!mark.selected || mark.lane >= timeline.lanes.size()) continue;
    const Lane& lane = timeline.lanes[mark.lane];
    const float above = timeline.lanes_px.y - lane.y_px;
    const float below = lane.y_px + lane.h_px - timeline.lanes_px.bottom();
    if (above > 0) layout.ScrollBy(above);
    if (below > 0) layout.ScrollBy(-below);
    return;
  }
}

void CanvasView::Impl::TakeInput(const AppState& state, const CanvasInput& input,
                                 std::vector<Action>* actions) {
  pointer.Update(state, scene, input, actions);
  if (pointer.opens_pane()) page_request = PageRequest::kOpenPane;
  if (pointer.pressed_graph()) region = KeyRegion::kGraph;
  if (pointer.pressed_timeline()) region = KeyRegion::kTimeline;
  if (pointer.took_escape()) return;
  const KeyOutcome keys = HandleKeys(state, scene, region, input.key, actions);
  region = keys.region;
  if (keys.page != PageRequest::kNone) page_request = keys.page;
  const float scroll = pointer.scrolled_px() + keys.scroll_px;
  if (scene.timeline && scroll != 0) layout.ScrollBy(scroll);
}

// ---- Drawing ----

void CanvasView::Impl::DrawTimelineNow(const Painter& p, const AppState& state,
                                       const CanvasInput& input) {
  TimelineDrawing drawing;
  drawing.layout = scene.timeline;
  drawing.links = scene.links;
  drawing.header = &scene.header;
  drawing.measurer = &layout.measurer();
  drawing.axis = state.axis;
  drawing.hovered = state.hover;
  drawing.focused = input.focused && region == KeyRegion::kTimeline;
  drawing.selection_alpha = motion.selection_alpha();
  drawing.playhead_px = motion.PlayheadPx(*scene.timeline);
  drawing.axis_control = scene.canvas.axis_control;
  drawing.gutter = pointer.spot();
  drawing.gutter_row = pointer.row();
  const std::optional<MovingTimeline> moving = motion.Timeline(scene);
  if (moving) {
    drawing.layout = &moving->layout;
    drawing.links = &moving->links;
    drawing.playhead_px = moving->layout.playhead_px;
    layout.PlaceLabels(drawing.playhead_px);
  }
  DrawTimeline(p, drawing);
}

void CanvasView::Impl::DrawGraphNow(const Painter& p, const AppState& state,
                                    const CanvasInput& input) {
  p.Fill(scene.canvas.graph_px, p.theme->paper);
  if (scene.canvas.legend_px.w > 0) DrawLegend(p, scene.canvas.legend_px);
  GraphDrawing drawing;
  drawing.layout = scene.graph;
  if (scene.lens_note->box_px.w > 0) drawing.note_y_px = scene.lens_note->box_px.bottom();
  drawing.hovered_edge = pointer.hovered().edge, drawing.hovered_pair = pointer.hovered().pair;
  drawing.hovered = state.hover;
  drawing.dossier = &dossier;
  drawing.lang = state.lang;
  if (input.focused && InGraph()) {
    // One ring: that of the edge, while one walks from edge to edge.
    if (!state.edge) drawing.focused = state.focus;
    drawing.focused_edge = state.edge;
  }
  drawing.selection_alpha = motion.selection_alpha();
  drawing.growing = &motion.growing();
  drawing.grown = motion.grown();
  drawing.appearing = &motion.appearing();
  Rect clip_px = scene.canvas.graph_px;
  clip_px.x += scene.canvas.legend_px.w, clip_px.w -= scene.canvas.legend_px.w;
  p.PushClip(clip_px);
  const std::optional<MovingGraph> moving = motion.Graph(scene);
  if (moving) {
    drawing.layout = &moving->going, drawing.alpha = 1 - moving->come;
    DrawGraph(p, drawing);
    drawing.layout = &moving->coming, drawing.alpha = moving->come;
    DrawGraph(p, drawing);
    drawing.layout = &moving->staying, drawing.alpha = 1;
  }
  DrawGraph(p, drawing);
  if (scene.lens_note->box_px.w > 0) {
    const bool hovered = pointer.spot() == Spot::kAllOfGraph;
    DrawLensNote(p, *scene.lens_note, hovered ? Hovered::kYes : Hovered::kNo);
  }
  DrawButton(p, scene.buttons.whole_px, kWholeGraphText, pointer.spot() == Spot::kWholeGraph);
  DrawButton(p, scene.buttons.unpin_px, kUnpinText, pointer.spot() == Spot::kUnpinAll);
  p.PopClip();
}

void CanvasView::Impl::Draw(const AppState& state, const CanvasInput& input, ImDrawList* list) {
  Painter p;
  p.list = list;
  p.theme = &PaletteOf(input.dark ? Scheme::kDark : Scheme::kLight);
  p.pixel_ratio = PixelRatio();
  p.stamps = &stamps;
  p.Fill(viewport_px, p.theme->paper);
  if (scene.timeline) DrawTimelineNow(p, state, input);
  if (scene.graph) DrawGraphNow(p, state, input);
  if (scene.timeline && scene.canvas.orientation == Orientation::kHorizontal)
    p.RuleAcross(0, viewport_px.w, scene.canvas.timeline_px.bottom(), p.theme->line_strong);
  if (input.focused) DrawRegionRing(p, state);
  if (scene.pill.box_px.w > 0) DrawPill(p, scene.pill, scene.pill_text);
}

// Where the selection has no place on the canvas, the half that has the keyboard is ringed.
void CanvasView::Impl::DrawRegionRing(const Painter& p, const AppState& state) {
  const auto selected = [](const auto& thing) { return thing.selected; };
  bool ringed = false;
  if (InGraph()) {
    const std::vector<GraphNode>& nodes = scene.graph->nodes;
    ringed = state.edge || std::any_of(nodes.begin(), nodes.end(), selected);
  } else if (scene.timeline) {
    ringed = std::any_of(scene.timeline->marks.begin(), scene.timeline->marks.end(), selected);
  }
  if (ringed) return;
  p.Frame(InGraph() ? scene.canvas.graph_px : scene.canvas.timeline_px, p.theme->focus,
          kFocusLinePx);
}

// ---- The view ----

CanvasView::CanvasView(const Dossier& dossier) : impl_(std::make_unique<Impl>(dossier)) {}
CanvasView::~CanvasView() = default;

void CanvasView::FindPlaces() { impl_->layout.FindPlaces(); }

void CanvasView::Frame(const AppState& state, const CanvasInput& input, ImDrawList* list,
                       std::vector<Action>* actions) {
  Impl& view = *impl_;
  view.viewport_px = {0, 0, input.width_px, input.height_px};
  view.LayOut(state, input, actions);
  view.TakeInput(state, input, actions);
  view.layout.UpdateLinks(state);
  view.Draw(state, input, list);
  view.last_state = state;
  ++view.frames;
}

PageRequest CanvasView::TakePageRequest() {
  return std::exchange(impl_->page_request, PageRequest::kNone);
}

bool CanvasView::animating() const {
  return impl_->motion.runs() || impl_->camera.runs() || impl_->pointer.waiting() ||
         impl_->layout.unfinished();
}

bool CanvasView::HasGrip(float x_px, float y_px) const {
  return GripAt(impl_->scene, {x_px, y_px}, kTouchHitPx) != Spot::kNothing;
}

const char* CanvasView::cursor() const { return impl_->pointer.cursor(); }

std::optional<CanvasTip> CanvasView::tip() const {
  const CanvasScene& scene = impl_->scene;
  const CanvasPointer& pointer = impl_->pointer;
  if (const Mark* mark = pointer.resting_mark())
    return CanvasTip{.content = ContentOf(impl_->dossier, *scene.timeline, *mark),
                     .box_px = mark->box_px};
  if (!scene.graph) return std::nullopt;
  if (pointer.hovered().edge)
    return CanvasTip{.edge = pointer.hovered().edge, .box_px = pointer.hovered_px()};
  for (const GraphLine& line : scene.graph->lines)
    if (line.pair() == pointer.hovered().pair)
      return CanvasTip{.line = &line, .box_px = pointer.hovered_px()};
  if (const Index actor = pointer.resting_actor(); actor != kNone)
    return CanvasTip{.actor = actor, .box_px = BoxOf(*scene.graph, actor)};
  return std::nullopt;
}

const GraphLayout* CanvasView::graph() const { return impl_->scene.graph; }
const GraphEvidence& CanvasView::evidence() const { return impl_->layout.evidence(); }

std::string CanvasView::Inspect(const AppState& state) const {
  const Impl& view = *impl_;
  return OutlineJson({.dossier = &view.dossier,
                      .state = &state,
                      .timeline = view.scene.timeline,
                      .links = view.scene.links,
                      .more_links = view.scene.more_links,
                      .graph = view.scene.graph,
                      .graph_is_due = view.layout.unfinished(),
                      .viewport_px = view.viewport_px,
                      .frames = view.frames});
}

}  // namespace demarche
