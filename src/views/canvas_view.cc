#include "views/canvas_view.h"

#include <algorithm>
#include <utility>

#include "core/outline.h"
#include "core/timeline/links.h"
#include "core/timeline/timeline_plan.h"
#include "imgui.h"
#include "views/canvas_keys.h"
#include "views/canvas_layout.h"
#include "views/canvas_pointer.h"
#include "views/canvas_scene.h"
#include "views/draw_graph.h"
#include "views/draw_timeline.h"
#include "views/morph.h"
#include "views/painter.h"
#include "views/transition.h"

namespace demarche {
namespace {

constexpr double kAxisMorphS = 0.42, kZoomS = 0.25, kStoryCameraS = 0.5;
constexpr double kPlayheadSlideS = 0.16, kSelectS = 0.12, kEdgesGrowS = 0.24;
constexpr float kUnboundedPx = 20000;  // an area in which every lane finds its room
constexpr float kFocusLinePx = 2.5f;

struct MatchRequest {
  std::string query, group;
  friend bool operator==(const MatchRequest&, const MatchRequest&) = default;
};

// A result with the request it answers; an equal request asks nobody.
template <class Request, class Layout>
struct Cached {
  Request request;
  Layout layout;
  bool valid = false;

  template <class Make>
  bool Update(const Request& next, const Make& make) {
    if (valid && request == next) return false;
    request = next;
    layout = make(request);
    valid = true;
    return true;
  }
};

}  // namespace

struct CanvasView::Impl {
  explicit Impl(const Dossier& of)
      : dossier(of), initial(InitialState(of)), places(PlaceActors(of)) {
    timeline_request.dossier = graph_request.dossier = &dossier;
    timeline_request.measurer = graph_request.measurer = &measurer;
    graph_request.places = places;
  }

  // ---- Layout ----

  void LayOut(const AppState& state, const CanvasInput& input);
  void LayOutTimeline(const AppState& state, const CanvasInput& input);
  void LayOutLinks(const AppState& state);
  void LayOutGraph(const AppState& state);
  void WordPill(const AppState& state, const ReaderCalendar& calendar);
  void LayOutLabels();
  void PrepareTimeline(TimelineRequest* request);
  float TimelineContent(const AppState& state, const CanvasInput& input);
  void ScrollTo(float scroll_px);

  // ---- Change ----

  void StartTransitions(const AppState& state, const CanvasInput& input);
  void FindGrowing(const std::vector<GraphEdge>& before);
  void ShowSelection(const AppState& state, std::vector<Action>* actions);

  // ---- Drawing ----

  void Draw(const AppState& state, const CanvasInput& input);
  void DrawTimelineNow(const Painter& p, const AppState& state, const CanvasInput& input);
  void DrawGraphNow(const Painter& p, const AppState& state, const CanvasInput& input);
  void DrawPill(const Painter& p);
  void DrawRegionRing(const Painter& p, const AppState& state);
  float PlayheadNow() const;

  const Dossier& dossier;
  const AppState initial;
  const std::vector<Point> places;
  const GlyphMeasurer measurer;

  // Kept, so that a steady frame copies no string anew.
  TimelineRequest timeline_request, plan_request;
  MatchRequest match_request;
  GraphRequest graph_request;
  Cached<MatchRequest, RankBits> matches;
  Cached<TimelineRequest, TimelinePlan> plan;
  Cached<TimelineRequest, TimelineLayout> content, timeline;
  Cached<LinkRequest, std::vector<TimelineLink>> links;  // between marks of `timeline`
  Cached<GraphRequest, GraphLayout> graph;
  TimelineLayout timeline_before;  // of the last axis or viewport
  std::vector<TimelineLink> links_before;
  std::vector<GraphEdge> edges_before;
  float scroll_px = 0;  // lanes moved up by this much; in timeline.layout already
  CanvasScene scene;
  std::string pill_text;
  Seconds pill_as_of_s = kTimeMin;
  PageKind pill_page = PageKind::kDesktop;
  ReaderCalendar pill_calendar;
  bool pill_valid = false;
  int font_sources = 0;

  AppState last_state;  // of the last frame, to see what changed
  CanvasRequest last_canvas;
  bool has_last = false, by_hand = false;
  Transition morph, slide, select, grow;
  MorphLabels morph_labels = MorphLabels::kKeep;
  bool morph_from_new = true;  // which of the two layouts is drawn on the way
  float slide_from_px = 0;
  std::vector<EdgeKey> growing;

  CanvasPointer pointer;
  KeyRegion region = KeyRegion::kTimeline;
  PageRequest page_request = PageRequest::kNone;
  uint64_t frames = 0;
  Rect viewport_px;
};

// ---- Layout ----

// What the filter leaves and the plan of the rows change less often than the window: they are kept.
void CanvasView::Impl::PrepareTimeline(TimelineRequest* request) {
  request->plan = nullptr;
  if (request->orientation == Orientation::kVertical) return;
  match_request.query = request->query;
  match_request.group = request->group;
  matches.Update(match_request, [this](const MatchRequest& r) {
    return MatchingEntries(dossier, r.query, r.group);
  });
  plan_request = *request;
  plan_request.range = {kTimeMin, kTimeMax};
  plan_request.focus = {};
  plan.Update(plan_request,
              [this](const TimelineRequest& r) { return PlanTimeline(r, matches.layout); });
  request->plan = &plan.layout;
}

// What header and lanes need in height, for the dossier as it opens: so that zooming and stepping
// through time do not move the graph.
float CanvasView::Impl::TimelineContent(const AppState& state, const CanvasInput& input) {
  TimelineRequest& request = timeline_request;
  request.area_px = {0, 0, input.width_px, kUnboundedPx};
  request.orientation = Orientation::kHorizontal;
  request.metrics = TimelineMetricsFor(input.width_px);
  request.axis = AxisKind::kAdaptive;
  request.range = {kTimeMin, kTimeMax};
  request.as_of_s = initial.as_of_s;
  request.focus = {};
  request.query.clear();
  request.group.clear();
  request.lang = state.lang;
  request.calendar = input.calendar;
  request.plan = nullptr;
  content.Update(request, LayoutTimeline);
  return content.layout.lanes_px.y + content.layout.content_h_px;
}

void CanvasView::Impl::LayOut(const AppState& state, const CanvasInput& input) {
  const int sources = ImGui::GetIO().Fonts->Sources.Size;
  if (sources != font_sources) content.valid = plan.valid = timeline.valid = graph.valid = false;
  font_sources = sources;

  CanvasRequest request{.width_px = input.width_px,
                        .height_px = input.height_px,
                        .bottom_inset_px = input.bottom_inset_px,
                        .view = state.view,
                        .controls = state.controls,
                        .timeline_content_px = 0};
  scene.canvas = LayoutCanvas(request);
  if (scene.canvas.view == View::kSplit) {
    request.timeline_content_px = TimelineContent(state, input);
    scene.canvas = LayoutCanvas(request);
  }
  if (!(request == last_canvas)) morph.Stop(), slide.Stop();
  last_canvas = request;
  viewport_px = {0, 0, input.width_px, input.height_px};
  scene.timeline = nullptr;
  scene.graph = nullptr;
  WordPill(state, input.calendar);
  if (scene.canvas.has_timeline()) LayOutTimeline(state, input);
  if (scene.canvas.has_graph()) LayOutGraph(state);
  LayOutLabels();
}

void CanvasView::Impl::LayOutTimeline(const AppState& state, const CanvasInput& input) {
  TimelineRequest& request = timeline_request;
  request.area_px = scene.canvas.timeline_px;
  request.orientation = scene.canvas.orientation;
  request.metrics = TimelineMetricsFor(scene.canvas.timeline_px.w);
  request.axis = state.axis;
  request.range = state.range;
  request.as_of_s = state.as_of_s;
  request.focus = state.focus;
  request.query = state.query;
  request.group = state.group;
  request.lang = state.lang;
  const bool vertical = request.orientation == Orientation::kVertical;
  request.pill_w_px = vertical ? LayoutPill(scene.canvas, 0, pill_text, measurer).box_px.w : 0;
  request.calendar = input.calendar;
  const bool moves = has_last && timeline.valid &&
                     (state.axis != last_state.axis || state.range != last_state.range);
  if (moves) timeline_before = timeline.layout, links_before = links.layout;
  PrepareTimeline(&request);
  if (timeline.Update(request, LayoutTimeline)) {
    links.valid = false;
    const float wanted = std::exchange(scroll_px, 0.0f);
    ScrollTo(wanted);
  }
  scene.timeline = &timeline.layout;
}

void CanvasView::Impl::LayOutLinks(const AppState& state) {
  if (!scene.timeline) return;
  links.Update({.request = &timeline.request,
                .layout = &timeline.layout,
                .shown = state.links,
                .hover = state.hover},
               LayoutLinks);
}

void CanvasView::Impl::LayOutGraph(const AppState& state) {
  GraphRequest& request = graph_request;
  request.area_px = scene.canvas.graph_area_px;
  request.metrics = GraphMetricsFor(scene.canvas.page);
  request.as_of_s = state.as_of_s;
  request.focus = state.focus;
  request.edge = state.edge;
  request.lang = state.lang;
  if (has_last && graph.valid && state.as_of_s != last_state.as_of_s)
    edges_before = graph.layout.edges;
  graph.Update(request, LayoutGraph);
  scene.graph = &graph.layout;
}

void CanvasView::Impl::WordPill(const AppState& state, const ReaderCalendar& calendar) {
  // Alone under the phone's graph it has the width for the weekday.
  const bool alone = scene.canvas.page == PageKind::kPhone && scene.canvas.view == View::kGraph;
  const PageKind page = alone ? PageKind::kEmbed : scene.canvas.page;
  if (pill_valid && pill_as_of_s == state.as_of_s && pill_page == page && pill_calendar == calendar)
    return;
  pill_text = AsOfText(state.as_of_s, page, calendar);
  pill_as_of_s = state.as_of_s;
  pill_page = page;
  pill_calendar = calendar;
  pill_valid = true;
}

void CanvasView::Impl::LayOutLabels() {
  if (scene.timeline) scene.header = LayoutHeaderLabels(*scene.timeline, scene.canvas, measurer);
  scene.pill = LayoutPill(scene.canvas, PlayheadNow(), pill_text, measurer);
}

void CanvasView::Impl::ScrollTo(float wanted_px) {
  const TimelineLayout& layout = timeline.layout;
  const float most = std::max(0.0f, layout.content_h_px - layout.lanes_px.h);
  const float target = std::clamp(wanted_px, 0.0f, most);
  if (target != scroll_px) links.valid = false;
  ScrollLanes(&timeline.layout, scroll_px - target);
  scroll_px = target;
}

// ---- Change ----

void CanvasView::Impl::StartTransitions(const AppState& state, const CanvasInput& input) {
  const bool may = has_last && !input.reduced_motion;
  if (may && scene.timeline) {
    const bool axis = state.axis != last_state.axis, range = state.range != last_state.range;
    if (axis || (range && !by_hand)) {
      const bool step = state.story != kNone && state.step != last_state.step;
      morph.Start(input.now_s, axis ? kAxisMorphS : step ? kStoryCameraS : kZoomS);
      morph_labels = axis ? MorphLabels::kDrop : MorphLabels::kKeep;
      morph_from_new = !axis || state.axis == AxisKind::kAdaptive;
      slide.Stop();
    } else if (range) {
      morph.Stop();
    } else if (state.as_of_s != last_state.as_of_s && !pointer.dragging()) {
      slide.Start(input.now_s, kPlayheadSlideS);
    }
    if (!slide.runs()) slide_from_px = scene.timeline->playhead_px;
  }
  if (may && state.focus != last_state.focus) select.Start(input.now_s, kSelectS);
  if (may && scene.graph && state.as_of_s != last_state.as_of_s) {
    FindGrowing(edges_before);
    if (!growing.empty()) grow.Start(input.now_s, kEdgesGrowS);
  }
  if (!grow.runs()) growing.clear();
}

void CanvasView::Impl::FindGrowing(const std::vector<GraphEdge>& before) {
  growing.clear();
  for (const GraphEdge& edge : graph.layout.edges) {
    const auto same = [&edge](const GraphEdge& old) { return old.key == edge.key; };
    if (std::none_of(before.begin(), before.end(), same)) growing.push_back(edge.key);
  }
}

// A selection made elsewhere, or by a key, comes into view; a viewport set with it is left alone.
void CanvasView::Impl::ShowSelection(const AppState& state, std::vector<Action>* actions) {
  if (!has_last || !scene.timeline || state.focus == last_state.focus) return;
  if (state.range != last_state.range || state.focus.kind != ItemKind::kEvent) return;
  const TimelineLayout& layout = timeline.layout;
  const TimeSpan everything{kTimeMin, kTimeMax};
  const When& when = dossier.events()[state.focus.index].date.when;
  const bool starts = when.start.earliest > kTimeMin;
  const bool days = NamesDays(when.start_precision, when.start_flags);
  const Seconds of_date = starts ? when.start.earliest : when.end.latest;
  const Seconds from = days ? layout.scale.calendar().InstantOf(of_date) : of_date;
  if (state.range != everything && (from < layout.range0 || from >= layout.range1)) {
    const float at = static_cast<float>(layout.scale.PxFromTime(from));
    const double by = at - AlongAxis(layout, layout.lanes_px.centre());
    actions->push_back(SetRange{PannedRange(layout, by)});
  }
  for (const Mark& mark : layout.marks) {
    if (!mark.selected || mark.lane >= layout.lanes.size()) continue;
    const Lane& lane = layout.lanes[mark.lane];
    const float above = layout.lanes_px.y - lane.y_px;
    const float below = lane.y_px + lane.h_px - layout.lanes_px.bottom();
    if (above > 0) ScrollTo(scroll_px - above);
    if (below > 0) ScrollTo(scroll_px + below);
    return;
  }
}

// ---- Drawing ----

float CanvasView::Impl::PlayheadNow() const {
  if (!scene.timeline) return 0;
  const float to = scene.timeline->playhead_px;
  return slide.runs() ? slide_from_px + (to - slide_from_px) * slide.Eased() : to;
}

void CanvasView::Impl::DrawTimelineNow(const Painter& p, const AppState& state,
                                       const CanvasInput& input) {
  TimelineDrawing drawing;
  drawing.layout = scene.timeline;
  drawing.links = &links.layout;
  drawing.header = &scene.header;
  drawing.measurer = &measurer;
  drawing.axis = state.axis;
  drawing.hovered = state.hover;
  drawing.focused = input.focused && region == KeyRegion::kTimeline;
  drawing.selection_alpha = select.Linear();
  drawing.playhead_px = PlayheadNow();
  drawing.axis_control = scene.canvas.axis_control;
  TimelineLayout between;
  std::vector<TimelineLink> links_between;
  if (morph.runs()) {
    const float share = morph.Eased();
    between = morph_from_new
                  ? Morphed(timeline.layout, timeline_before.scale, 1 - share, morph_labels)
                  : Morphed(timeline_before, timeline.layout.scale, share, morph_labels);
    links_between =
        morph_from_new
            ? MorphedLinks(links.layout, timeline.layout, timeline_before.scale, 1 - share)
            : MorphedLinks(links_before, timeline_before, timeline.layout.scale, share);
    drawing.layout = &between;
    drawing.links = &links_between;
    drawing.playhead_px = between.playhead_px;
    scene.pill = LayoutPill(scene.canvas, between.playhead_px, pill_text, measurer);
  }
  DrawTimeline(p, drawing);
}

void CanvasView::Impl::DrawGraphNow(const Painter& p, const AppState& state,
                                    const CanvasInput& input) {
  p.Fill(scene.canvas.graph_px, p.theme->paper);
  if (scene.canvas.legend_px.w > 0) DrawLegend(p, scene.canvas.legend_px);
  GraphDrawing drawing;
  drawing.layout = scene.graph;
  drawing.hovered_edge = pointer.hovered_edge();
  drawing.hovered = state.hover;
  if (input.focused && (region == KeyRegion::kGraph || !scene.timeline)) {
    drawing.focused = state.focus;
    drawing.focused_edge = state.edge;
  }
  drawing.selection_alpha = select.Linear();
  drawing.growing = &growing;
  drawing.grown = grow.Linear();
  p.PushClip(scene.canvas.graph_px);
  DrawGraph(p, drawing);
  p.PopClip();
}

void CanvasView::Impl::DrawPill(const Painter& p) {
  const PillLayout& pill = scene.pill;
  const Palette& theme = *p.theme;
  p.Fill(pill.box_px, theme.ink, pill.box_px.h / 2);
  p.Text(pill.text, pill_text, {Face::kSemiBold, pill.text_size_px, theme.bar_ink}, Align::kCentre);
  if (pill.back_px.w <= 0) return;
  constexpr float kArrowPx = 5, kLinePx = 1.8f;
  p.Chevron(pill.back_arrow, -kArrowPx, theme.bar_ink, kLinePx);
  p.Chevron(pill.forward_arrow, kArrowPx, theme.bar_ink, kLinePx);
}

void CanvasView::Impl::Draw(const AppState& state, const CanvasInput& input) {
  Painter p;
  p.list = ImGui::GetBackgroundDrawList();
  p.theme = &PaletteOf(input.dark ? Scheme::kDark : Scheme::kLight);
  p.pixel_ratio = PixelRatio();
  p.list->_FringeScale = 1 / p.pixel_ratio;  // edges are smoothed over one physical pixel
  p.Fill(viewport_px, p.theme->paper);
  if (scene.timeline) DrawTimelineNow(p, state, input);
  if (scene.graph) DrawGraphNow(p, state, input);
  if (scene.timeline && scene.canvas.orientation == Orientation::kHorizontal)
    p.RuleAcross(0, viewport_px.w, scene.canvas.timeline_px.bottom(), p.theme->line_strong);
  DrawPill(p);
  if (input.focused) DrawRegionRing(p, state);
}

// Where the selection has no place on the canvas, the half that has the keyboard is ringed.
void CanvasView::Impl::DrawRegionRing(const Painter& p, const AppState& state) {
  const bool in_graph = scene.graph && (!scene.timeline || region == KeyRegion::kGraph);
  const auto selected = [](const auto& thing) { return thing.selected; };
  bool ringed = false;
  if (in_graph) {
    const std::vector<GraphNode>& nodes = scene.graph->nodes;
    ringed = state.edge || std::any_of(nodes.begin(), nodes.end(), selected);
  } else if (scene.timeline) {
    ringed = std::any_of(scene.timeline->marks.begin(), scene.timeline->marks.end(), selected);
  }
  if (ringed) return;
  p.Frame(in_graph ? scene.canvas.graph_px : scene.canvas.timeline_px, p.theme->focus,
          kFocusLinePx);
}

// ---- The view ----

CanvasView::CanvasView(const Dossier& dossier) : impl_(std::make_unique<Impl>(dossier)) {}
CanvasView::~CanvasView() = default;

void CanvasView::Frame(const AppState& state, const CanvasInput& input,
                       std::vector<Action>* actions) {
  Impl& view = *impl_;
  ++view.frames;
  for (Transition* t : {&view.morph, &view.slide, &view.select, &view.grow}) t->Tick(input.now_s);
  view.LayOut(state, input);
  view.StartTransitions(state, input);
  view.LayOutLabels();
  view.ShowSelection(state, actions);

  view.pointer.Update(state, view.scene, input, actions);
  view.by_hand = view.pointer.moved_range();
  if (view.pointer.opens_pane()) view.page_request = PageRequest::kOpenPane;
  if (view.pointer.pressed_graph()) view.region = KeyRegion::kGraph;
  if (view.pointer.pressed_timeline()) view.region = KeyRegion::kTimeline;
  const KeyOutcome keys = HandleKeys(state, view.scene, view.region, actions);
  view.region = keys.region;
  if (keys.page != PageRequest::kNone) view.page_request = keys.page;
  const float scroll = view.pointer.scrolled_px() + keys.scroll_px;
  if (view.scene.timeline && scroll != 0) view.ScrollTo(view.scroll_px - scroll);

  view.LayOutLinks(state);
  view.Draw(state, input);
  view.last_state = state;
  view.has_last = true;
}

PageRequest CanvasView::TakePageRequest() {
  return std::exchange(impl_->page_request, PageRequest::kNone);
}

bool CanvasView::animating() const {
  const Impl& view = *impl_;
  return view.morph.runs() || view.slide.runs() || view.select.runs() || view.grow.runs() ||
         view.pointer.waiting();
}

bool CanvasView::HasGrip(float x_px, float y_px) const {
  return GripAt(impl_->scene, {x_px, y_px}, kTouchHitPx) != Spot::kNothing;
}

const char* CanvasView::cursor() const { return impl_->pointer.cursor(); }

std::string CanvasView::Inspect(const AppState& state) const {
  const Impl& view = *impl_;
  return OutlineJson({.dossier = &view.dossier,
                      .state = &state,
                      .timeline = view.scene.timeline,
                      .links = &view.links.layout,
                      .graph = view.scene.graph,
                      .viewport_px = view.viewport_px,
                      .frames = view.frames});
}

}  // namespace demarche
