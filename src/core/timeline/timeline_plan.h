// What a timeline shows whatever its window and focus are: the axis with everything in view, the
// rows of its lanes, the minimap, and of lanes with too many events the sets that are counted. Made
// anew when the as-of date, the filter or the size changes; panning and zooming only read it.
#pragma once

#include "core/timeline/timeline_fit.h"
#include "core/timeline/timeline_layout.h"

namespace demarche {

struct TimelinePlan {
  Rect header_px, lanes_px;  // as in TimelineLayout
  float axis_y_px = 0;       // likewise
  TimeScale everything;
  Seconds content0 = 0, content1 = 0;  // likewise
  FittedLanes lanes;                   // of dense lanes only the bars are items
  // Vertical, where all lanes are one: what each is called, by track, then of moves of no event.
  std::vector<std::string> lane_names;
  // Entries of the dossier's lanes that are points in a dense lane: those that begin at or before
  // the as-of date, and those to come.
  RankBits begun, to_come;
  RankBits linked;      // of both those that have replies or are some; empty where none is
  MinimapView minimap;  // without its brush
};

/// `matches`: of the request's query and group.
TimelinePlan PlanTimeline(const TimelineRequest& request, const RankBits& matches);

/// Of the points of dense lanes those that have to do with a selected actor or topic.
struct RelatedPoints {
  RankBits begun, to_come;
};
RelatedPoints RelatedPointsOf(const Dossier& dossier, const TimelinePlan& plan, Ref focus);

/// Points closer than this to each other merge.
double PointGapPx(const TimelineRequest& request);

/// How labels are placed along that axis.
LabelField FieldOf(const TimelineRequest& request, const TimeScale& scale);

}  // namespace demarche
