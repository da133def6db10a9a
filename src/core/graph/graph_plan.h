// Where the graph's nodes and their labels stand in an area. Nothing here depends on the playhead,
// so that moving it moves no node: every actor that ever has an edge is placed, shown or not.
#pragma once

#include <memory>
#include <vector>

#include "core/graph/graph_lines.h"
#include "core/graph/graph_node.h"

namespace demarche {

/// An actor without room for a full node, at its place.
struct DotPlan {
  Index actor = kNone;
  Point at_px;
  NodeWeight weight = NodeWeight::kOrdinary;
  float from_zoom = 0;  // from this zoom on there is room for it; 0: never
};

struct NodePlan {
  std::vector<GraphNode> nodes;  // a person after whom it speaks for
  std::vector<Index> tied_to;    // by node: the node a person is tied to, kNone for others
  Index first_asked = 0;         // nodes from here on are those that only the focus asks for
  std::vector<DotPlan> dots;     // the busiest first
  float dot_r_px = 0;            // smaller the closer they lie
  size_t edges_ever = 0;         // at all dates, between nodes of the whole picture
  std::shared_ptr<const LineOrder> lines;  // where there are dots, or too many edges
  std::vector<Index> left_out;             // persons that the area has no room for
  std::vector<Point> at_px;                // by actor: of those that have a node or a dot
};

/// The rectangle of an area that the picture is stretched over; the rest is for labels and persons.
Rect PlanRect(const Rect& area_px);

/// The whole picture. The part of the unit square that the actors take up is stretched over
/// PlanRect(); pinned actors stand where that puts them, in any area alike. The others stand as
/// near to their place of `request.places` as the space between nodes, labels and lines allows, the
/// busiest first. Persons stand around whom they speak for, at `request.metrics.tie_px`, in their
/// pin's direction. Then, where they are shown, come the members of organisations
/// (graph_members.h), at last what only `request.focus` or the lens asks for, where that is a dot
/// at its place, as large as there is room for when it is zoomed, else off the lanes of edges
/// (graph_fans.h), also in the margin: it moves nothing else.
///
/// Who has no room is a dot at its place, until a zoom at which it and its name are clear of all
/// that has a node then: the busiest first at each of a few zooms, so that who has a node keeps it
/// at all larger ones (as the active ranges of K. Been, E. Daiches, C. Yap, "Dynamic Map Labeling",
/// IEEE TVCG 12, 2006).
NodePlan PlanNodes(const GraphRequest& request, const GraphEvidence& evidence);

}  // namespace demarche
