// What moves between two states (design/DESIGN.md section 8): the timeline from one scale or
// viewport to another, clusters that open and close, the playhead, the marker pen, the graph's
// nodes, and its new edges.
#pragma once

#include <optional>
#include <vector>

#include "core/timeline/links.h"
#include "views/canvas_scene.h"
#include "views/cluster_motion.h"
#include "views/graph_motion.h"
#include "views/morph.h"
#include "views/transition.h"

namespace demarche {

/// Who changed the viewport, or where playhead and nodes are: what a hand moves needs no
/// transition.
enum class Mover : uint8_t { kProgram, kHand };

/// A timeline between two layouts, to be drawn instead of the scene's.
struct MovingTimeline {
  TimelineLayout layout;
  std::vector<TimelineLink> links;
};

class CanvasMotion {
 public:
  explicit CanvasMotion(const GraphEvidence& evidence) : nodes_(evidence) {}

  /// Once a frame, before the others: ends what is over.
  void Tick(double now_s);
  /// Before the scene is laid out for `next`: keeps of it what the way there starts from.
  void Keep(const CanvasScene& scene, const AppState& last, const AppState& next);
  /// After that: starts what has changed.
  void Start(const CanvasScene& scene, const AppState& last, const AppState& next, Mover range,
             Mover drag, double now_s);
  /// The canvas has other regions: what was on the way has no place in them.
  void Stop();

  bool runs() const;
  /// Where the playhead is now on its way to the layout's.
  float PlayheadPx(const TimelineLayout& timeline) const;
  /// Nothing where the scene's own timeline stands still.
  std::optional<MovingTimeline> Timeline(const CanvasScene& scene) const;
  /// Nothing where the nodes of the scene's graph stand still.
  std::optional<MovingGraph> Graph(const CanvasScene& scene) const;
  float selection_alpha() const { return select_.Linear(); }
  /// Edges that are new at this playhead and how much of them is drawn.
  const std::vector<EdgeKey>& growing() const { return growing_; }
  float grown() const { return grow_.Linear(); }
  /// Nodes that are new at it, ascending: they fade in meanwhile.
  const std::vector<Index>& appearing() const { return appearing_; }

 private:
  void StartTimeline(const AppState& last, const AppState& next, Mover range, double now_s);
  void StartClusters(const TimelineLayout& timeline, double now_s);
  void StartGraph(const GraphLayout& graph, double now_s);

  MovingTimeline Standing(const CanvasScene& scene) const;
  MovingTimeline Morphing(const CanvasScene& scene) const;

  Transition morph_, slide_, select_, grow_;
  MorphLabels morph_labels_ = MorphLabels::kKeep;
  bool morph_from_new_ = true;  // which of the two layouts is drawn on the way
  ClusterMotion clusters_;
  GraphMotion nodes_;
  bool kept_timeline_ = false, kept_graph_ = false;
  TimelineLayout timeline_before_;
  std::vector<TimelineLink> links_before_;
  float playhead_before_px_ = 0, slide_from_px_ = 0;
  std::vector<EdgeKey> edges_before_, growing_;
  std::vector<Index> nodes_before_, appearing_;  // ascending
};

}  // namespace demarche
