#include "views/canvas_motion.h"

#include <algorithm>
#include <iterator>

#include "core/graph/graph_evidence.h"

namespace demarche {
namespace {

constexpr double kAxisMorphS = 0.42, kZoomS = 0.25, kStoryCameraS = 0.5;
constexpr double kPlayheadSlideS = 0.16, kSelectS = 0.12, kEdgesGrowS = 0.24;

bool MovesTimeline(const AppState& last, const AppState& next) {
  return next.axis != last.axis || next.range != last.range;
}

std::vector<Index> ActorsOf(const GraphLayout& graph) {
  std::vector<Index> actors;
  for (const GraphNode& node : graph.nodes) actors.push_back(node.actor);
  std::sort(actors.begin(), actors.end());
  return actors;
}

}  // namespace

void CanvasMotion::Tick(double now_s) {
  for (Transition* transition : {&morph_, &slide_, &select_, &grow_}) transition->Tick(now_s);
  clusters_.Tick(now_s);
  nodes_.Tick(now_s);
  if (!grow_.runs()) growing_.clear(), appearing_.clear();
}

void CanvasMotion::Keep(const CanvasScene& scene, const AppState& last, const AppState& next) {
  kept_timeline_ = scene.timeline && MovesTimeline(last, next);
  if (kept_timeline_) timeline_before_ = *scene.timeline, links_before_ = *scene.links;
  if (scene.timeline) playhead_before_px_ = PlayheadPx(*scene.timeline);
  nodes_.Keep(scene.graph, scene.camera, last, next);
  kept_graph_ = scene.graph && next.as_of_s != last.as_of_s;
  if (!kept_graph_) return;
  edges_before_.clear();
  for (const GraphEdge& edge : scene.graph->edges) edges_before_.push_back(edge.key);
  nodes_before_ = ActorsOf(*scene.graph);
}

void CanvasMotion::Start(const CanvasScene& scene, const AppState& last, const AppState& next,
                         Mover range, Mover drag, double now_s) {
  if (scene.timeline && MovesTimeline(last, next)) {
    StartTimeline(last, next, range, now_s);
    StartClusters(*scene.timeline, now_s);
  } else if (scene.timeline && next.as_of_s != last.as_of_s && drag == Mover::kProgram) {
    slide_.Start(now_s, kPlayheadSlideS);
    slide_from_px_ = playhead_before_px_;
  }
  if (next.focus != last.focus) select_.Start(now_s, kSelectS);
  if (next.pins != last.pins && drag == Mover::kHand) {
    nodes_.Stop();
  } else if (scene.graph) {
    nodes_.Start(*scene.graph, last, next, now_s);
  }
  if (scene.graph && kept_graph_) StartGraph(*scene.graph, now_s);
}

void CanvasMotion::StartTimeline(const AppState& last, const AppState& next, Mover range,
                                 double now_s) {
  const bool axis = next.axis != last.axis;
  slide_.Stop();
  if (!kept_timeline_ || (!axis && range == Mover::kHand)) return morph_.Stop();
  const bool step = next.story != kNone && next.step != last.step;
  morph_.Start(now_s, axis ? kAxisMorphS : step ? kStoryCameraS : kZoomS);
  morph_labels_ = axis ? MorphLabels::kDrop : MorphLabels::kKeep;
  morph_from_new_ = !axis || next.axis == AxisKind::kAdaptive;
}

// A layout of before that is drawn on the way has its own clusters to the end.
void CanvasMotion::StartClusters(const TimelineLayout& timeline, double now_s) {
  const bool draws_before = morph_.runs() && !morph_from_new_;
  if (!kept_timeline_ || draws_before) return clusters_.Stop();
  clusters_.Start(timeline_before_, timeline, now_s);
}

void CanvasMotion::StartGraph(const GraphLayout& graph, double now_s) {
  growing_.clear();
  for (const GraphEdge& edge : graph.edges) {
    if (!std::binary_search(edges_before_.begin(), edges_before_.end(), edge.key, ComesBefore))
      growing_.push_back(edge.key);
  }
  appearing_.clear();
  const std::vector<Index> nodes = ActorsOf(graph);
  std::set_difference(nodes.begin(), nodes.end(), nodes_before_.begin(), nodes_before_.end(),
                      std::back_inserter(appearing_));
  if (!growing_.empty() || !appearing_.empty()) grow_.Start(now_s, kEdgesGrowS);
}

void CanvasMotion::Stop() {
  nodes_.Stop();
  morph_.Stop();
  slide_.Stop();
  clusters_.Stop();
}

bool CanvasMotion::runs() const {
  return morph_.runs() || clusters_.runs() || slide_.runs() || select_.runs() || grow_.runs() ||
         nodes_.runs();
}

float CanvasMotion::PlayheadPx(const TimelineLayout& timeline) const {
  const float to = timeline.playhead_px;
  return slide_.runs() ? slide_from_px_ + (to - slide_from_px_) * slide_.Eased() : to;
}

std::optional<MovingTimeline> CanvasMotion::Timeline(const CanvasScene& scene) const {
  if (!morph_.runs() && !clusters_.runs()) return std::nullopt;
  MovingTimeline moving = morph_.runs() ? Morphing(scene) : Standing(scene);
  clusters_.Apply(&moving.layout);
  return moving;
}

std::optional<MovingGraph> CanvasMotion::Graph(const CanvasScene& scene) const {
  if (!nodes_.runs()) return std::nullopt;
  return nodes_.Moved(*scene.graph, scene.camera);
}

MovingTimeline CanvasMotion::Standing(const CanvasScene& scene) const {
  MovingTimeline moving{*scene.timeline, *scene.links};
  moving.layout.playhead_px = PlayheadPx(*scene.timeline);
  return moving;
}

MovingTimeline CanvasMotion::Morphing(const CanvasScene& scene) const {
  const TimelineLayout& now = *scene.timeline;
  const float share = morph_.Eased();
  if (morph_from_new_) {
    const TimeScale& from = timeline_before_.scale;
    return {Morphed(now, from, 1 - share, morph_labels_),
            MorphedLinks(*scene.links, now, from, 1 - share)};
  }
  return {Morphed(timeline_before_, now.scale, share, morph_labels_),
          MorphedLinks(links_before_, timeline_before_, now.scale, share)};
}

}  // namespace demarche
