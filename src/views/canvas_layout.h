// Where things are on the canvas: pure functions from sizes and layouts to rectangles, asked by
// drawing, by hit testing and by tests. Rules of design/DESIGN.md sections 2 and 7. CSS px.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/graph/graph_layout.h"
#include "core/timeline/timeline_layout.h"

namespace demarche {

enum class PageKind : uint8_t { kDesktop, kEmbed, kPhone };

/// ---- Regions ----

struct CanvasRequest {
  float width_px = 0, height_px = 0;
  float bottom_inset_px = 0;  // covered by the phone's sheet
  View view = View::kAuto;
  Controls controls = Controls::kFull;
  float timeline_content_px = 0;  // height that header and lanes need, to split by
  friend bool operator==(const CanvasRequest&, const CanvasRequest&) = default;
};

struct CanvasLayout {
  PageKind page = PageKind::kDesktop;
  View view = View::kTimeline;  // kTimeline, kGraph or kSplit
  Orientation orientation = Orientation::kHorizontal;
  Rect timeline_px;     // header stack and gutter included; empty where it is not shown
  Rect graph_px;        // the whole of the graph's region; empty where it is not shown
  Rect graph_area_px;   // where its nodes may be
  Rect evidence_px;     // beside it, kept free for the panel of evidence; empty: no room for that
  Rect legend_px;       // the graph's gutter; empty: no legend
  float pill_y_px = 0;  // middle of the as-of pill, horizontal pages
  bool axis_control = false, pill_arrows = false;

  bool has_timeline() const { return timeline_px.h > 0; }
  bool has_graph() const { return graph_px.h > 0; }
};

PageKind PageKindFor(float width_px);
TimelineMetrics TimelineMetricsFor(float width_px);
GraphMetrics GraphMetricsFor(PageKind page);
CanvasLayout LayoutCanvas(const CanvasRequest& request);

/// Moves lanes and marks down by `by_px`; the header stays. Scrolls lanes that are higher than
/// their area.
void ScrollLanes(TimelineLayout* layout, float by_px);

/// ---- Header gutter ----

struct HeaderLabels {
  Point true_scale, note;                   // "True scale", "Events per year": left, middle
  Point time_axis;                          // heading of the control
  Rect control_px, adaptive_px, linear_px;  // the segmented control
  Point adaptive_text, linear_text;         // middles
  Rect zone_px;                             // the switch of zones; empty: none
  std::string_view zone_text;               // of the timeline's zone_note
  Point key_zigzag;                         // its top
  float key_zigzag_h_px = 0;
  Point key_text;        // "Scale changes here", "New scale"
  bool compact = false;  // embed: one word each, no control
};
HeaderLabels LayoutHeaderLabels(const TimelineLayout& timeline, const CanvasLayout& canvas,
                                const TextMeasurer& measurer);

/// ---- Lane names ----

/// A heading under this height is a gap without text.
inline constexpr float kLeastHeadingPx = 12;
/// Where names begin of lanes and groups of a level; inner ones are set in while they have
/// headings.
float GutterTextX(const TimelineLayout& timeline, uint8_t level = 0);
/// Beside a name, in the margin: the middle of the sign of a group that folds.
Point ChevronAt(const TimelineLayout& timeline, float y_px, uint8_t level);
/// Around a name, for the pointer on it.
Rect GutterNameBox(const TimelineLayout& timeline, float y_px);
/// "Show all lanes", under the last of those shown; empty where none is hidden, or no room for it.
Rect AllLanesBox(const TimelineLayout& timeline);

struct LaneLabel {
  Point name, annotation;  // left, middle
  bool shows_annotation = false;
  Point hidden;  // "2 hidden"
  // A name that is wider than the gutter goes on below, between two words, in a lane of more rows.
  std::string_view name_text, more_text;
  Point more;
};
/// Refers into the lane.
LaneLabel LayoutLaneLabel(const Lane& lane, const TimelineMetrics& metrics,
                          const TextMeasurer& measurer);

/// ---- Playhead ----

/// "As of Sunday 9 January 2022"; shorter on smaller pages. In other languages the date alone: the
/// page's own words are English.
std::string AsOfText(Seconds as_of_s, PageKind page, const ReaderCalendar& calendar);

struct PillLayout {
  Rect box_px;
  Point text;  // middle
  float text_size_px = 12;
  Rect back_px, forward_px;  // what the arrows' taps hit; empty without arrows
  Point back_arrow, forward_arrow;
};
/// `playhead_px` along the axis; nothing where the canvas shows no timeline and it is not needed.
PillLayout LayoutPill(const CanvasLayout& canvas, float playhead_px, std::string_view text,
                      const TextMeasurer& measurer);

/// The last second of the day whose end in the zone shown is nearest to the instant `t`: where a
/// dragged playhead rests.
Seconds NearestEndOfDay(double t, const ReaderCalendar& calendar);

/// ---- Minimap ----

struct BrushHandles {
  Rect start_px, end_px;
};
BrushHandles LayoutBrushHandles(const MinimapView& minimap, Orientation orientation);
/// The time under a point of the true-scale strip.
Seconds MinimapTimeAt(const MinimapView& minimap, Orientation orientation, Point at);

/// ---- The graph's buttons ----

/// At the top right of the graph, as long as there is something to undo.
struct GraphButtons {
  Rect whole_px, unpin_px;  // empty: none
};
GraphButtons LayoutGraphButtons(const Rect& area_px, const GraphCamera& camera, bool any_pin,
                                const TextMeasurer& measurer);
inline constexpr std::string_view kWholeGraphText = "Whole graph", kUnpinText = "Unpin all";

/// ---- Legend of the graph ----

struct LegendLayout {
  Point title, subtitle;
  std::array<Rect, kQuadClassCount> samples_px;  // the line with its arrow and badge
  std::array<Point, kQuadClassCount> texts;      // left, middle
  bool shows_counts = false, shows_kinds = false;
  Point counts_title;
  std::array<Rect, 3> count_lines_px;  // for 1, 3 and 5 statements
  std::array<Point, 3> count_texts;
  Point state, organisation, person, unnamed;  // middles of the signs
  Point state_text, organisation_text, person_text, unnamed_text;
};
LegendLayout LayoutLegend(const Rect& gutter_px);

}  // namespace demarche
