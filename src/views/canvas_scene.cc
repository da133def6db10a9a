#include "views/canvas_scene.h"

#include <algorithm>
#include <cmath>

namespace demarche {
namespace {

constexpr float kPlayheadHitPx = 5, kHandleHitPx = 5, kLeastRowHitPx = 24;

Rect AtLeast(const Rect& r, float min_px) {
  const float w = std::max(r.w, min_px), h = std::max(r.h, min_px);
  return {r.centre().x - w / 2, r.centre().y - h / 2, w, h};
}
Rect Grown(const Rect& r, float by) { return {r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by}; }
bool IsEmpty(const Rect& r) { return r.w <= 0 || r.h <= 0; }

Spot HitPill(const CanvasScene& scene, Point at, float min_hit_px) {
  const PillLayout& pill = scene.pill;
  if (IsEmpty(pill.box_px)) return Spot::kNothing;
  if (!IsEmpty(pill.back_px)) {
    if (AtLeast(pill.back_px, min_hit_px).Contains(at)) return Spot::kPillBack;
    if (AtLeast(pill.forward_px, min_hit_px).Contains(at)) return Spot::kPillForward;
  }
  return pill.box_px.Contains(at) ? Spot::kPill : Spot::kNothing;
}

Spot HitMinimap(const TimelineLayout& timeline, Point at) {
  const MinimapView& minimap = timeline.minimap;
  const BrushHandles handles = LayoutBrushHandles(minimap, timeline.orientation);
  if (Grown(handles.start_px, kHandleHitPx).Contains(at)) return Spot::kBrushStart;
  if (Grown(handles.end_px, kHandleHitPx).Contains(at)) return Spot::kBrushEnd;
  if (!minimap.strip_px.Contains(at)) return Spot::kNothing;
  return minimap.brush_px.Contains(at) ? Spot::kBrush : Spot::kMinimap;
}

// Along the axis a brush has its middle and an edge on each side. One that is long enough gives of
// its own length to the edges; a short one keeps room for its middle, and they lie outside.
Spot GripBrush(const TimelineLayout& timeline, Point at, float min_hit_px) {
  const MinimapView& minimap = timeline.minimap;
  if (!AtLeast(minimap.strip_px, min_hit_px).Contains(at)) return Spot::kNothing;
  const bool vertical = timeline.orientation == Orientation::kVertical;
  const Rect& brush = minimap.brush_px;
  const float begin = vertical ? brush.y : brush.x, length = vertical ? brush.h : brush.w;
  const float middle = begin + length / 2, aside = AlongAxis(timeline, at) - middle;
  const float middle_half = std::max(min_hit_px, length - min_hit_px) / 2;
  if (std::abs(aside) <= middle_half) return Spot::kBrush;
  if (std::abs(aside) > std::max(length / 2 + min_hit_px / 2, middle_half + min_hit_px))
    return Spot::kNothing;
  return aside < 0 ? Spot::kBrushStart : Spot::kBrushEnd;
}

// A heading is low: its hit area reaches into the lanes beside it, but not into the next heading. A
// folded group's name stands in its lane.
CanvasHit HitGutter(const TimelineLayout& timeline, Point at) {
  CanvasHit hit;
  const Rect& lanes = timeline.lanes_px;
  if (at.x >= lanes.x || at.y < lanes.y || at.y >= lanes.bottom()) return hit;
  const auto row = [&](float y_px, float h_px) {
    return Rect{timeline.area_px.x, y_px, lanes.x - timeline.area_px.x, h_px};
  };
  const auto hit_group = [&](const LaneGroup& group) {
    hit.spot = Spot::kGroupName;
    hit.row = static_cast<uint32_t>(&group - timeline.groups.data());
    return hit;
  };
  for (const float least_px : {0.0f, kLeastRowHitPx}) {
    for (const LaneGroup& group : timeline.groups) {
      const bool folds = group.fold == GroupFold::kOpen && group.h_px >= kLeastHeadingPx;
      if (folds && AtLeast(row(group.y_px, group.h_px), least_px).Contains(at))
        return hit_group(group);
    }
  }
  for (const LaneGroup& group : timeline.groups) {
    const Lane& lane = timeline.lanes[group.first_lane];
    if (group.fold == GroupFold::kFolded && row(lane.y_px, lane.h_px).Contains(at))
      return hit_group(group);
  }
  for (uint32_t i = 0; i < timeline.lanes.size(); ++i) {
    const Lane& lane = timeline.lanes[i];
    if (!row(lane.y_px, lane.h_px).Contains(at)) continue;
    if (lane.track != kNone) hit.spot = Spot::kLaneName, hit.row = i;
    return hit;
  }
  const Rect all = AllLanesBox(timeline);
  if (!IsEmpty(all) && AtLeast(all, kLeastRowHitPx).Contains(at)) hit.spot = Spot::kAllLanes;
  return hit;
}

CanvasHit HitTimeline(const CanvasScene& scene, Point at, float min_hit_px) {
  const TimelineLayout& timeline = *scene.timeline;
  CanvasHit hit;
  if (scene.canvas.axis_control && !scene.header.compact) {
    if (scene.header.adaptive_px.Contains(at)) hit.spot = Spot::kAdaptive;
    if (scene.header.linear_px.Contains(at)) hit.spot = Spot::kLinear;
    const bool zone =
        !IsEmpty(scene.header.zone_px) && AtLeast(scene.header.zone_px, min_hit_px).Contains(at);
    if (zone && hit.spot == Spot::kNothing) hit.spot = Spot::kZone;
    if (hit.spot != Spot::kNothing) return hit;
  }
  hit.spot = HitMinimap(timeline, at);
  if (hit.spot != Spot::kNothing) return hit;
  const bool in_lanes = timeline.lanes_px.Contains(at);
  if (in_lanes) {
    if (const Mark* mark = HitTest(timeline, at, min_hit_px)) {
      const Ref item = mark->shape == MarkShape::kDensity ? Ref{} : mark->item;
      hit.spot = Spot::kMark, hit.item = item, hit.mark = mark;
      return hit;
    }
  }
  const bool vertical = timeline.orientation == Orientation::kVertical;
  if (!vertical) {
    const CanvasHit in_gutter = HitGutter(timeline, at);
    if (in_gutter.spot != Spot::kNothing) return in_gutter;
  }
  const bool on_axis = vertical
                           ? in_lanes
                           : at.x >= timeline.lanes_px.x && at.y < timeline.lanes_px.bottom() &&
                                 at.y > timeline.axis_y_px - timeline.metrics.ticks_px;
  if (on_axis && timeline.playhead_in_view &&
      std::abs(AlongAxis(timeline, at) - timeline.playhead_px) <= kPlayheadHitPx) {
    hit.spot = Spot::kPlayhead;
  } else if (in_lanes) {
    hit.spot = Spot::kLanes;
  } else if (on_axis) {
    hit.spot = Spot::kAxis;
  }
  return hit;
}

}  // namespace

float AlongAxis(const TimelineLayout& timeline, Point at) {
  return timeline.orientation == Orientation::kVertical ? at.y : at.x;
}

CanvasHit HitCanvas(const CanvasScene& scene, Point at, float min_hit_px) {
  CanvasHit hit;
  hit.spot = HitPill(scene, at, min_hit_px);
  if (hit.spot != Spot::kNothing) return hit;
  if (scene.timeline && scene.canvas.timeline_px.Contains(at))
    return HitTimeline(scene, at, min_hit_px);
  if (!scene.graph || !scene.canvas.graph_px.Contains(at) || scene.canvas.legend_px.Contains(at))
    return hit;
  if (scene.lens_note && !IsEmpty(scene.lens_note->box_px) &&
      AtLeast(scene.lens_note->box_px, min_hit_px).Contains(at)) {
    hit.spot = Spot::kAllOfGraph;
    return hit;
  }
  if (AtLeast(scene.buttons.whole_px, min_hit_px).Contains(at) && !IsEmpty(scene.buttons.whole_px))
    hit.spot = Spot::kWholeGraph;
  if (AtLeast(scene.buttons.unpin_px, min_hit_px).Contains(at) && !IsEmpty(scene.buttons.unpin_px))
    hit.spot = Spot::kUnpinAll;
  if (hit.spot != Spot::kNothing) return hit;
  const GraphHit found = HitTest(*scene.graph, at, min_hit_px);
  if (found.actor != kNone) hit.item = {ItemKind::kActor, found.actor};
  hit.edge = found.edge, hit.pair = found.pair;
  hit.spot = hit.item   ? Spot::kActor
             : hit.edge ? Spot::kEdge
             : hit.pair ? Spot::kLine
                        : Spot::kGraph;
  return hit;
}

Spot GripAt(const CanvasScene& scene, Point at, float min_hit_px) {
  if (scene.graph && scene.canvas.graph_px.Contains(at)) {
    const Spot spot = HitCanvas(scene, at, min_hit_px).spot;
    if (spot == Spot::kActor) return spot;
    const bool moves = spot == Spot::kGraph || spot == Spot::kEdge || spot == Spot::kLine;
    if (moves && scene.camera != GraphCamera{}) return spot;
  }
  if (!scene.timeline) return Spot::kNothing;
  const TimelineLayout& timeline = *scene.timeline;
  if (scene.pill.box_px.Contains(at)) return Spot::kPill;
  const Spot brush = GripBrush(timeline, at, min_hit_px);
  if (brush != Spot::kNothing) return brush;
  const Mark* mark = timeline.lanes_px.Contains(at) ? HitTest(timeline, at, 0) : nullptr;
  if (mark && mark->shape != MarkShape::kBar) return Spot::kNothing;
  if (AtLeast(scene.pill.box_px, min_hit_px).Contains(at)) return Spot::kPill;
  const bool beside = scene.canvas.timeline_px.Contains(at) && at.x >= timeline.lanes_px.x &&
                      at.y >= timeline.axis_y_px - timeline.metrics.ticks_px;
  const bool vertical = timeline.orientation == Orientation::kVertical;
  const float away = std::abs(AlongAxis(timeline, at) - timeline.playhead_px);
  const bool near = timeline.playhead_in_view && away <= min_hit_px / 2;
  return near && (vertical ? timeline.lanes_px.Contains(at) : beside) ? Spot::kPlayhead
                                                                      : Spot::kNothing;
}

}  // namespace demarche
