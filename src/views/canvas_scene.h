// What is on the canvas in one frame, laid out, and what lies under a point of it. Drawing, pointer
// and keyboard read the same scene.
#pragma once

#include <string_view>
#include <vector>

#include "core/graph/graph_layout.h"
#include "core/timeline/links.h"
#include "core/timeline/timeline_layout.h"
#include "views/canvas_layout.h"
#include "views/lens_note.h"

namespace demarche {

struct CanvasScene {
  CanvasLayout canvas;
  const TimelineLayout* timeline = nullptr;          // null where it is not shown
  const std::vector<TimelineLink>* links = nullptr;  // of the timeline
  bool more_links = false;                           // than these, which were too many
  const GraphLayout* graph = nullptr;                // null where it is not shown
  const LensNote* lens_note = nullptr;               // of the graph
  GraphCamera camera;                                // of the graph, as it is seen now
  GraphButtons buttons;                              // on it
  HeaderLabels header;
  PillLayout pill;
  std::string_view pill_text;
};

enum class Spot : uint8_t {
  kNothing,
  kMark,
  kLanes,
  kAxis,
  kPlayhead,
  kMinimap,
  kBrush,
  kBrushStart,
  kBrushEnd,
  kAdaptive,
  kLinear,
  kZone,
  kLaneName,
  kGroupName,
  kAllLanes,
  kPill,
  kPillBack,
  kPillForward,
  kActor,
  kEdge,
  kLine,
  kGraph,
  kAllOfGraph,
  kWholeGraph,
  kUnpinAll,
};

struct CanvasHit {
  Spot spot = Spot::kNothing;
  Ref item;                    // of kMark and kActor
  const Mark* mark = nullptr;  // of kMark, as long as the scene lives
  EdgeKey edge;                // of kEdge
  Lens pair;                   // of kLine
  uint32_t row = 0;            // of kLaneName among the lanes, of kGroupName among the groups
};

/// Hit areas are at least `min_hit_px` in both directions (24 with a mouse, 44 with a finger).
CanvasHit HitCanvas(const CanvasScene& scene, Point at, float min_hit_px);

/// What a finger that moves on from a point takes hold of: the as-of pill, the playhead, the brush
/// or an edge of it, each at least `min_hit_px` wide and high; a node of the graph, and all of it
/// where there is more than one sees; kNothing elsewhere. What a tap there
/// means is HitCanvas's to say. A mark's own box is no part of the playhead's neighbourhood.
Spot GripAt(const CanvasScene& scene, Point at, float min_hit_px);

/// A position on the time axis of a point: x, or y in the vertical orientation.
float AlongAxis(const TimelineLayout& timeline, Point at);

}  // namespace demarche
