// The actor graph as data: who said or did what to whom up to the playhead, in CSS pixels.
// Positions are computed once for the whole dossier (all dates), pinned ones kept, so that the
// picture can be learnt; what depends on the playhead is which nodes and edges show.
#pragma once

#include <string>
#include <vector>

#include "core/base/geometry.h"
#include "core/base/text_measurer.h"
#include "core/state/state.h"

namespace demarche {

class GraphEvidence;

/// Moves bundled by pair and quad class.
struct EdgeBundle {
  EdgeKey key;
  std::vector<Index> moves;  // in time order
  uint32_t count = 0;        // of its edge: a move to two that are drawn as one counts for both
};
/// The bundles known and dated up to `as_of_s`; a move by several counts for the first of `by` (its
/// side), to each of `to`. Persons stand for what they represent. With a lens: of the moves that it
/// lets through (graph_scope.h).
std::vector<EdgeBundle> BundlesAt(const Dossier& dossier, Seconds as_of_s, const Lens& lens = {});
/// The state or organisation an actor speaks for (itself if it represents none): a person by the
/// first of its ties that represent, chair, are part of or member of something, a body or group by
/// those that represent or are part of something, and so on from there.
Index SideOf(const Dossier& dossier, Index actor);
/// SideOf for every actor, by index, O(actors + ties).
std::vector<Index> SidesOf(const Dossier& dossier);

/// Sizes of design/DESIGN.md sections 2 and 5 for one kind of page; CSS px. Codes and badge numbers
/// are SemiBold, labels Regular.
struct GraphMetrics {
  float busy_state_r_px = 28, state_r_px = 24, person_r_px = 6.5f;
  float box_w_px = 58, box_h_px = 34;  // of an organisation; wider where its code needs it
  float tie_px = 58;                   // from the node's centre to the person's
  float badge_r_px = 9.5f, badge_half_diagonal_px = 12.6f;  // circle, diamond
  float band_px = 22;
  float state_code_px = 14.5f, box_code_px = 13, label_px = 12, person_label_px = 11.5f;
  float band_label_px = 11, badge_number_px = 11;  // sizes of type
  friend bool operator==(const GraphMetrics&, const GraphMetrics&) = default;
};
GraphMetrics GraphMetricsForDesktop();
GraphMetrics GraphMetricsForPhone();

struct NodePlan;

struct GraphRequest {
  const Dossier* dossier = nullptr;
  const TextMeasurer* measurer = nullptr;
  /// Of the dossier; null: it is looked for, for this one layout.
  const GraphEvidence* evidence = nullptr;
  /// PlanNodes() of this request with any as-of date and edge; null: it is made for this one
  /// layout.
  const NodePlan* nodes = nullptr;
  /// Of `scope.lens` where that looks at moves (graph_scope.h), else null; there null: as above.
  const GraphEvidence* lens_evidence = nullptr;
  std::vector<Point> places;  // graph_places.h
  Rect area_px;               // less what a docked panel covers: the picture fills it
  float zoom = 1;             // of the picture about the middle of PlanRect()
  Rect region_px;             // of the enlarged picture: what must be laid out; empty: all of it
  std::vector<NodePin> pins;  // the reader's
  GraphMetrics metrics;
  Seconds as_of_s = kTimeMax;
  Ref focus;
  EdgeKey edge;
  GraphScope scope;
  std::string lang;
  friend bool operator==(const GraphRequest&, const GraphRequest&) = default;
};

struct GraphNode {
  Index actor = kNone;
  ActorKind kind = ActorKind::kState;
  Point centre_px;
  float r_px = 0;
  Rect box_px;            // of an organisation: the rounded square; else the circle's bounds
  std::string code;       // inside: "US", "NATO"; empty for persons
  std::string label;      // beside or below
  Point label_px;         // centre of the label
  Rect label_box_px;      // around the label, for hits and to keep others off it
  Index tied_to = kNone;  // of a person: the actor whose node it stands by
  bool at_table = false;  // participant of the selected event
  bool selected = false, dimmed = false, unnamed = false;
  // Shows only because the selection or the lens asks for it, or stands where the reader put it:
  // edges of others go as they would without it, wherever they can.
  bool late = false;
  bool small = false;    // of a member that stands only by its organisation, or grown from a dot
  uint32_t members = 0;  // that are folded into it
  uint32_t inner = 0;    // moves between those that are folded into it
};
/// An actor without room for a node.
struct GraphDot {
  Index actor = kNone;
  ActorKind kind = ActorKind::kState;
  Point centre_px;
  bool selected = false, dimmed = false;
};
/// All that happened between two actors of whom one is a dot, or whose edges are too many to be
/// told apart.
struct GraphLine {
  Index from = kNone, to = kNone;
  uint32_t count = 0;
  float width_px = 1;  // between nodes by its share of the busiest
  Point from_px, to_px;
  bool conflict = false;  // more than half of it
  bool of_nodes = false;  // no end is a dot
  bool dimmed = false;
  Lens pair() const { return {LensKind::kPair, from, to}; }  // from < to
};
/// The thin line from a person to what it represents.
struct GraphTie {
  Point from_px, to_px;
  bool late = false;  // as the person
};
struct GraphEdge {
  EdgeKey key;
  uint32_t count = 0;
  float width_px = 0;                // 1.7 + 0.62 (n - 1), n capped at 8
  Point from_px, control_px, to_px;  // a quadratic Bézier; the arrowhead is at to_px
  Point badge_px;
  Rect box_px;  // of the badge, for hits
  bool selected = false, dimmed = false;
};
/// A band between two participants of the selected event, or from one of several to the middle of
/// their table: it shows who sits at the table, no act.
struct TableBand {
  Point from_px, to_px;
  float width_px = 0;
  std::string label;  // "Geneva, 10 Jan"; of several bands the first has it
  Point label_px;
  Rect label_box_px;  // in the middle of several: a ground of its own
};

struct GraphLayout {
  Rect area_px;
  Rect plan_px;          // PlanRect() of it
  GraphMetrics metrics;  // of the request, to draw with
  std::vector<GraphNode> nodes;
  std::vector<GraphTie> ties;
  std::vector<GraphTie> member_ties;  // from organisations to their members, under everything
  std::vector<GraphEdge> edges;
  std::vector<EdgeKey> merged;  // edges for which lines between nodes stand, ascending
  std::vector<TableBand> tables;
  float dot_r_px = 0;  // smaller the closer they lie
  std::vector<GraphDot> dots;
  std::vector<GraphLine> lines;  // the busiest first
  std::string empty_note;        // "Nothing recorded up to 26 May 1997"
  uint32_t hidden_actors = 0;    // persons who would show if the area were larger
};

/// The picture at `request.zoom`, about its middle.
GraphLayout LayoutGraph(const GraphRequest& request);

/// What a camera of the picture's zoom shows of it in its area: moved, and without what is outside.
GraphLayout SeenThrough(const GraphLayout& picture, const GraphCamera& camera);

/// What is at a point: a node, an edge (its badge, or within 6 px of its curve), a dot, a line
/// between nodes as the lens on its pair, or nothing.
struct GraphHit {
  Index actor = kNone;
  EdgeKey edge{};
  Lens pair{};
};
GraphHit HitTest(const GraphLayout& layout, Point at_px, float min_hit_px);

/// Around an actor's node or dot; empty where it has neither.
Rect BoxOf(const GraphLayout& layout, Index actor);

}  // namespace demarche
