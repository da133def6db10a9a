#include "views/scene_layout.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "core/graph/graph_scope.h"
#include "core/state/lens.h"
#include "core/timeline/timeline_items.h"
#include "imgui.h"

namespace demarche {
namespace {

constexpr float kUnboundedPx = 20000;  // an area in which every lane finds its room
constexpr float kAllLanesRoomPx = 30;  // for "Show all lanes" under them

// Whether regions, timeline and graph are too much for one frame.
bool IsLarge(const Dossier& dossier) {
  constexpr size_t kMostAtOnce = 4000;
  return dossier.events().size() + dossier.moves().size() > kMostAtOnce;
}

constexpr std::chrono::microseconds kPlacingOfFrame{3500};  // with the last step under 4 ms

constexpr size_t kMostDotsForAll = 400;  // of a graph with more only what is near is laid out

// Of the enlarged picture: what a camera sees and at least as much around it, in steps of its own
// size, so that it stays the same while one pans.
Rect RegionAround(const Rect& area_px, const GraphCamera& camera) {
  const Point by = ShiftOf(camera, PlanRect(area_px));
  const float column = std::floor(-by.x / area_px.w), row = std::floor(-by.y / area_px.h);
  return {area_px.x + (column - 1) * area_px.w, area_px.y + (row - 1) * area_px.h, 4 * area_px.w,
          4 * area_px.h};
}

}  // namespace

SceneLayout::SceneLayout(const Dossier& dossier)
    : dossier_(dossier),
      opening_as_of_s_(InitialState(dossier).as_of_s),
      evidence_(dossier),
      step_(IsLarge(dossier) ? Step::kRegions : Step::kComplete) {
  timeline_request_.dossier = graph_request_.dossier = &dossier_;
  timeline_request_.measurer = graph_request_.measurer = &measurer_;
  graph_request_.evidence = &evidence_;
}

void SceneLayout::FindPlaces() {
  while (!FindSomePlaces()) {
  }
}

// The clock decides in which frame the places are there, never where they are.
bool SceneLayout::FindSomePlaces() {
  using Clock = std::chrono::steady_clock;
  if (placed_) return true;
  const Clock::time_point end = Clock::now() + kPlacingOfFrame;
  if (!placing_) placing_.emplace(evidence_);
  while (placing_->Step()) {
    if (Clock::now() >= end) return false;
  }
  graph_request_.places = placing_->places();
  placing_.reset();
  return placed_ = true;
}

bool SceneLayout::Update(const AppState& state, const CanvasInput& input,
                         const GraphCamera& camera) {
  ForgetWidths();
  CanvasRequest request{.width_px = input.width_px,
                        .height_px = input.height_px,
                        .bottom_inset_px = input.bottom_inset_px,
                        .view = state.view,
                        .controls = state.controls,
                        .timeline_content_px = 0};
  scene_.canvas = LayoutCanvas(request);
  if (scene_.canvas.view == View::kSplit) {
    request.timeline_content_px = TimelineContent(state, input);
    scene_.canvas = LayoutCanvas(request);
  }
  WordPill(state, input.calendar);
  scene_.timeline = nullptr;
  scene_.graph = nullptr;
  scene_.lens_note = nullptr;
  if (!scene_.canvas.has_graph()) step_ = Step::kComplete;
  const bool placed = !scene_.canvas.has_graph() || FindSomePlaces();
  if (scene_.canvas.has_timeline() && step_ >= Step::kTimeline)
    LayOutTimeline(state, input.calendar);
  if (scene_.canvas.has_graph() && step_ >= Step::kNodes && placed) LayOutGraph(state, camera);
  unfinished_ = step_ < Step::kComplete || !placed;
  if (step_ < Step::kNodes || (step_ == Step::kNodes && placed))
    step_ = static_cast<Step>(static_cast<int>(step_) + 1);
  return std::exchange(regions_, request) != request;
}

// What was measured without the glyphs of a font that has come since is laid out anew.
void SceneLayout::ForgetWidths() {
  const int sources = ImGui::GetIO().Fonts->Sources.Size;
  if (std::exchange(font_sources_, sources) == sources) return;
  content_px_.valid = plan_.valid = timeline_.valid = nodes_.valid = graph_.valid =
      lens_note_.valid = false;
}

// What header and the lanes shown need in height, for the dossier as it opens: so that zooming and
// stepping through time do not move the graph.
float SceneLayout::TimelineContent(const AppState& state, const CanvasInput& input) {
  TimelineRequest& request = timeline_request_;
  request.area_px = {0, 0, input.width_px, kUnboundedPx};
  request.orientation = Orientation::kHorizontal;
  request.metrics = TimelineMetricsFor(input.width_px);
  request.axis = AxisKind::kAdaptive;
  request.range = {kTimeMin, kTimeMax};
  request.as_of_s = opening_as_of_s_;
  request.focus = {};
  request.query.clear();
  request.group.clear();
  request.lang = state.lang;
  request.lanes = state.lanes;
  request.folded = state.folded;
  request.calendar = input.calendar;
  request.plan = nullptr;
  request.related = nullptr;
  content_px_.Update(request, [](const TimelineRequest& r) {
    const TimelinePlan plan = PlanTimeline(r, RankBits::AllOf(r.dossier->lanes().size()));
    const float all_lanes_px = plan.lanes.items.lanes_hidden > 0 ? kAllLanesRoomPx : 0;
    return plan.lanes_px.y + HeightOf(plan.lanes) + all_lanes_px;
  });
  return content_px_.layout;
}

void SceneLayout::LayOutTimeline(const AppState& state, const ReaderCalendar& calendar) {
  const CanvasLayout& canvas = scene_.canvas;
  TimelineRequest& request = timeline_request_;
  request.area_px = canvas.timeline_px;
  request.orientation = canvas.orientation;
  request.metrics = TimelineMetricsFor(canvas.timeline_px.w);
  request.axis = state.axis;
  request.range = state.range;
  request.as_of_s = state.as_of_s;
  request.focus = state.focus;
  request.query = state.query;
  request.group = state.group;
  request.lang = state.lang;
  request.lanes = state.lanes;
  request.folded = state.folded;
  const bool vertical = request.orientation == Orientation::kVertical;
  request.pill_w_px = vertical ? LayoutPill(canvas, 0, scene_.pill_text, measurer_).box_px.w : 0;
  request.calendar = calendar;
  PrepareTimeline(&request);
  scene_.timeline = &timeline_.layout;
  if (!timeline_.Update(request, LayoutTimeline)) return;
  links_.valid = false;
  ScrollBy(-std::exchange(scroll_px_, 0.0f));
}

// What the filter leaves and the plan of the rows change less often than the window: they are kept.
void SceneLayout::PrepareTimeline(TimelineRequest* request) {
  request->plan = nullptr;
  request->related = nullptr;
  match_request_.query = request->query;
  match_request_.group = request->group;
  matches_.Update(match_request_, [this](const MatchRequest& r) {
    return MatchingEntries(dossier_, r.query, r.group);
  });
  plan_request_ = *request;
  plan_request_.range = {kTimeMin, kTimeMax};
  plan_request_.focus = {};
  const bool planned = plan_.Update(
      plan_request_, [this](const TimelineRequest& r) { return PlanTimeline(r, matches_.layout); });
  request->plan = &plan_.layout;
  if (planned) related_.valid = false;
  if (!DimsOthers(request->focus) || plan_.layout.begun.size() == 0) return;
  related_.Update(request->focus,
                  [this](Ref focus) { return RelatedPointsOf(dossier_, plan_.layout, focus); });
  request->related = &related_.layout;
}

void SceneLayout::LayOutGraph(const AppState& state, const GraphCamera& camera) {
  GraphRequest& request = graph_request_;
  request.area_px = scene_.canvas.graph_area_px;
  request.metrics = GraphMetricsFor(scene_.canvas.page);
  request.as_of_s = state.as_of_s;
  request.focus = state.focus;
  request.edge = state.edge;
  request.scope = state.scope;
  request.lens_evidence = EvidenceOf(state.scope.lens);
  request.lang = state.lang;
  // Where the nodes stand changes less often than what they have said, and the whole picture less
  // often than how large it is seen.
  request.nodes = nullptr;
  request.zoom = 1;
  request.region_px = {};
  request.pins.clear();
  nodes_request_ = request;
  nodes_request_.as_of_s = kTimeMax;
  nodes_request_.edge = {};
  const bool planned = nodes_.Update(
      nodes_request_, [this](const GraphRequest& r) { return PlanNodes(r, evidence_); });
  if (step_ == Step::kNodes) return;  // their edges come with the next frame
  request.zoom = camera.zoom;
  request.pins = state.pins;
  if (nodes_.layout.dots.size() > kMostDotsForAll)
    request.region_px = RegionAround(request.area_px, camera);
  zoomed_request_ = request;
  zoomed_request_.as_of_s = kTimeMax;
  zoomed_request_.edge = {};
  if (planned) zoomed_.valid = false;
  const bool zoomed = zoomed_.Update(
      zoomed_request_, [this](const GraphRequest& r) { return ZoomedPlan(r, nodes_.layout); });
  if (zoomed) graph_.valid = false;
  request.nodes = &zoomed_.layout;
  const bool laid_out = graph_.Update(request, LayoutGraph);
  if (laid_out || camera != scene_.camera) seen_ = SeenThrough(graph_.layout, camera);
  scene_.camera = camera;
  scene_.graph = &seen_;
  WordLens(state);
}

// Looked for once a lens.
const GraphEvidence* SceneLayout::EvidenceOf(const Lens& lens) {
  if (!LooksAtMoves(lens, evidence_.sides())) return nullptr;
  if (!lens_evidence_ || lens_ != lens) lens_evidence_.emplace(dossier_, lens);
  lens_ = lens;
  return &*lens_evidence_;
}

void SceneLayout::WordLens(const AppState& state) {
  lens_note_.Update({state.scope.lens, state.lang, scene_.canvas.graph_area_px},
                    [this](const LensNoteRequest& r) {
                      return LayoutLensNote(r.area_px, LensWords(dossier_, r.lens, r.lang),
                                            measurer_);
                    });
  scene_.lens_note = &lens_note_.layout;
}

std::optional<Point> SceneLayout::InGraph(Index actor) const {
  if (!scene_.graph || actor >= zoomed_.layout.at_px.size()) return std::nullopt;
  const Point at = zoomed_.layout.at_px[actor];
  if (at == Point{}) return std::nullopt;
  const Point by = ShiftOf(scene_.camera, scene_.graph->plan_px);
  return Point{at.x + by.x, at.y + by.y};
}

void SceneLayout::WordPill(const AppState& state, const ReaderCalendar& calendar) {
  // Alone under the phone's graph it has the width for the weekday.
  const CanvasLayout& canvas = scene_.canvas;
  const bool alone = canvas.page == PageKind::kPhone && canvas.view == View::kGraph;
  pill_text_.Update({state.as_of_s, alone ? PageKind::kEmbed : canvas.page, calendar},
                    [](const PillRequest& r) { return AsOfText(r.as_of_s, r.page, r.calendar); });
  scene_.pill_text = pill_text_.layout;
}

void SceneLayout::PlaceLabels(float playhead_px) {
  if (scene_.timeline)
    scene_.header = LayoutHeaderLabels(*scene_.timeline, scene_.canvas, measurer_);
  scene_.pill = {};
  scene_.buttons = {};
  if (scene_.graph) {
    scene_.buttons = LayoutGraphButtons(scene_.canvas.graph_area_px, scene_.camera,
                                        !graph_request_.pins.empty(), measurer_);
  }
  if (scene_.timeline || scene_.graph)
    scene_.pill = LayoutPill(scene_.canvas, playhead_px, scene_.pill_text, measurer_);
}

void SceneLayout::UpdateLinks(const AppState& state) {
  if (!scene_.timeline) return;
  links_.Update({.request = &timeline_.request,
                 .layout = &timeline_.layout,
                 .shown = state.links,
                 .hover = state.hover},
                LayoutLinks);
  scene_.links = &links_.layout.links;
  scene_.more_links = links_.layout.more;
}

void SceneLayout::ScrollBy(float down_px) {
  const TimelineLayout& layout = timeline_.layout;
  const float most = std::max(0.0f, layout.content_h_px - layout.lanes_px.h);
  const float target = std::clamp(scroll_px_ - down_px, 0.0f, most);
  if (target != scroll_px_) links_.valid = false;
  ScrollLanes(&timeline_.layout, scroll_px_ - target);
  scroll_px_ = target;
}

}  // namespace demarche
