// The timeline as data: lanes, rows, marks, labels, axis and minimap in CSS pixels. Pure: equal
// requests give equal results; drawing, hit testing and inspect() read the same result.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/geometry.h"
#include "core/base/text_measurer.h"
#include "core/dates/reader_calendar.h"
#include "core/state/query.h"
#include "core/state/state.h"
#include "core/timeline/time_scale.h"

namespace demarche {

/// kVertical: time runs down (phones, design/DESIGN.md section 7); same engine, the axis turned.
enum class Orientation : uint8_t { kHorizontal, kVertical };

/// Sizes of design/DESIGN.md section 2 for one kind of page; CSS px.
struct TimelineMetrics {
  float gutter_px = 164, group_heading_px = 16, inner_heading_px = 16, row_px = 17, lane_pad_px = 8;
  float top_pad_px = 9;  // above the minimap
  float minimap_px = 32, ribbons_px = 38, dimension_px = 20, ticks_px = 26;
  float dot_r_px = 4.6f, ring_r_px = 5.2f, bar_px = 13, pill_px = 15;
  float label_size_px = 11.5f, meta_size_px = 11, lane_size_px = 12.5f, day_size_px = 13;
  friend bool operator==(const TimelineMetrics&, const TimelineMetrics&) = default;
};
TimelineMetrics MetricsForDesktop();
TimelineMetrics MetricsForEmbed();
TimelineMetrics MetricsForPhone();

struct TimelinePlan;
struct RelatedPoints;

struct TimelineRequest {
  const Dossier* dossier = nullptr;
  const TextMeasurer* measurer = nullptr;
  /// PlanTimeline() of this request with any range and focus; null: it is made for this one layout.
  const TimelinePlan* plan = nullptr;
  /// RelatedPointsOf() this plan and focus; null: they are looked for where they are needed.
  const RelatedPoints* related = nullptr;
  Rect area_px;  // where the timeline goes, gutter and header stack included
  Orientation orientation = Orientation::kHorizontal;
  TimelineMetrics metrics;
  AxisKind axis = AxisKind::kAdaptive;
  TimeSpan range{kTimeMin, kTimeMax};
  Seconds as_of_s = kTimeMax;
  Ref focus;  // its label is always drawn; unrelated items are dimmed when it is an actor/topic
  std::string query, group, lang;
  /// As in AppState. Which lanes are shown changes neither the axis nor the minimap.
  std::vector<Index> lanes;
  std::vector<std::string> folded;
  ReaderCalendar calendar;  // words of dates on the axis
  float pill_w_px = 0;      // vertical: of the as-of pill, which labels keep clear of
  friend bool operator==(const TimelineRequest&, const TimelineRequest&) = default;
};

/// kDensity: so many events side by side that not even clusters would tell them apart.
enum class MarkShape : uint8_t { kDot, kRing, kBar, kCount, kCluster, kDensity };
enum class LabelSide : uint8_t { kNone, kRight, kLeft, kInside };

/// How far the outline of a selected mark lies outside its box (design/DESIGN.md section 3).
inline constexpr float kOutlineX = 5, kOutlineY = 1;

/// One thing on the timeline: an event, a move without an event, or a cluster of them.
struct Mark {
  Ref item;  // of a cluster: its first event
  MarkShape shape = MarkShape::kDot;
  Index track = kNone;
  uint32_t lane = 0, row = 0;
  Point centre_px;       // dot, ring, pill
  Rect mark_px;          // the mark itself: bounds of the dot, the ring, the pill or the bar
  Rect bar_px;           // bar, from outer edge to outer edge of its fades, cut at the view
  Rect span_px;          // point: a line along all that its wide date may cover, without thickness
  float fade_in_px = 0;  // widths of the fading ends of a bar; 0: a known end (end tick)
  float fade_out_px = 0;
  bool ends_at_playhead = false;  // ongoing
  bool starts_in_view = true, ends_in_view = true;
  Rect box_px;  // mark with its label, tight: what is hit; the outline of a selection
                // goes around it by kOutlineX, kOutlineY
  LabelSide side = LabelSide::kNone;
  std::string label;  // as drawn, perhaps elided; empty: the mark alone
  Point label_px;     // left end and vertical centre of the label
  Face face = Face::kRegular;
  uint32_t count = 0;    // cluster, density: events in it; count pill: actors joining
  uint32_t related = 0;  // of a dense lane's count: what has to do with a selected actor or topic
  std::vector<Ref> members;  // of a cluster (kCluster, or kCount of several events), else empty;
                             // also of one with more than kMaxMembers
  uint32_t first_column = 0, column_count = 0;  // density: its part of TimelineLayout::columns
  std::string note;  // vertical: the lane's name after the label, where it fits
  Point note_px;     // left end and vertical centre
  bool dimmed = false, selected = false, scheduled = false;
  bool doubted = false;  // its date is uncertain, approximate or left open in a part
  bool covered = false;  // by the selected mark's label: neither drawn nor hit
};

/// Of a dense lane no more members are told than this.
inline constexpr uint32_t kMaxMembers = 64;

/// A few px of a density: as high, or where time runs down as wide, as it has events. While an
/// actor or a topic is selected only a part of them has to do with it.
struct DensityColumn {
  Rect rect_px;
  uint32_t count = 0, related = 0;  // without such a selection all of them
};
/// The part of a column that stands for its related events, from the column's foot on: at least 2
/// px where there are any, so that a few among many are seen.
Rect RelatedPartOf(const DensityColumn& column, Orientation orientation);

/// Whether a mark stands for several events, and for how many.
inline bool StandsForSeveral(const Mark& mark) {
  return !mark.members.empty() || mark.shape == MarkShape::kCluster ||
         mark.shape == MarkShape::kDensity;
}
inline size_t EventsOf(const Mark& mark) {
  if (!mark.members.empty()) return mark.members.size();
  return StandsForSeveral(mark) ? mark.count : 1;
}

struct Lane {
  Index track = kNone;           // kNone: the lane of moves without an event, or a folded group
  std::string name, annotation;  // "Geneva", "US–Russia" (a trailing parenthesis, set lighter)
  float y_px = 0, h_px = 0;
  uint32_t rows = 1, hidden = 0;  // hidden: filtered out
  uint8_t level = 0;              // of the innermost group that it is in, or that it is
};
/// The middle of a row of the lane that begins at `lane_y_px`.
inline float RowCentrePx(const TimelineMetrics& m, float lane_y_px, uint32_t row) {
  return lane_y_px + m.lane_pad_px / 2 + (static_cast<float>(row) + 0.5f) * m.row_px;
}
/// kFixed: it has one lane, or no name, or its lanes found no other room than in one.
enum class GroupFold : uint8_t { kFixed, kOpen, kFolded };
/// A run of neighbours of one group. Those within it follow it.
struct LaneGroup {
  std::string name;          // its own, without those around it
  float y_px = 0, h_px = 0;  // its heading; under 12 px high it is a gap without text
  uint32_t first_lane = 0, lane_count = 0;
  GroupFold fold = GroupFold::kFixed;
  std::string key = {};  // the group as AppState::folded names it: its path
  uint8_t level = 0;     // how many groups are around it
};

/// kContext: only words, of what encloses the ticks after it ("Mar 2014"); kLine: where a day, or a
/// time of day, begins: its rule goes on through the lanes.
enum class TickRank : uint8_t { kContext, kMinor, kMajor, kLine };
struct Tick {
  float x_px = 0;  // y in the vertical orientation
  Seconds t = 0;
  TickRank rank = TickRank::kMinor;
  float line_px = 0;          // how far its rule rises from the axis; 0: it hangs under a label
  std::string label, label2;  // day cells: weekday above, number below; empty: a tick without label
  Point label_px;             // day cells (label2): centre of both; else left end, vertical centre
  bool strong = false;        // set SemiBold (context, days with a scheduled talk)
};
/// A scale change: zigzag through the axis, fold down the lanes.
struct AxisBreak {
  struct Gap {
    float from_px, to_px;
  };
  float x_px = 0;
  Seconds t = 0;
  std::vector<Gap> gaps_px;  // vertical: where its line is interrupted by labels
};
/// One band as drawn: its ground, its dimension line and the ribbon that ties it to the minimap.
struct BandView {
  Seconds t0 = 0, t1 = 0;
  float x0_px = 0, x1_px = 0;            // on the stretched axis
  float true_x0_px = 0, true_x1_px = 0;  // on the true-scale strip
  ScaleUnit unit = ScaleUnit::kYears;
  std::string dimension;  // "17 years"; shorter or empty where it does not fit
  std::string name;       // vertical: "2014", "2015–20"; empty where it does not fit
};
struct MinimapBar {
  Rect rect_px;
  Seconds t0 = 0, t1 = 0;  // what it counts the events of
  bool inside = true;      // inside the brush
};
struct MinimapView {
  Rect strip_px;
  std::vector<MinimapBar> bars;
  std::vector<Tick> ticks;
  Rect brush_px;
  float playhead_px = 0;
  std::string note;        // what a bar counts: "Events per year"
  Seconds t0 = 0, t1 = 0;  // linear over strip_px
};

struct TimelineLayout {
  Rect area_px, header_px, lanes_px;  // lanes_px excludes the gutter
  TimelineMetrics metrics;            // as used: rows and headings shrink where lanes do not fit
  Orientation orientation = Orientation::kHorizontal;
  TimeScale scale;
  std::vector<LaneGroup> groups;  // by first lane, outer ones first
  std::vector<Lane> lanes;
  uint32_t lanes_hidden = 0;  // tracks that are not shown
  std::vector<Mark> marks;    // in drawing order: bars, then dots
  std::vector<DensityColumn> columns;
  std::vector<Tick> ticks;
  std::vector<AxisBreak> breaks;
  std::vector<BandView> bands;
  MinimapView minimap;
  float axis_y_px = 0;    // the axis line (x in the vertical orientation)
  float playhead_px = 0;  // the end of the as-of day on the axis
  bool playhead_in_view = false;
  float content_h_px = 0;              // height the lanes need; more than lanes_px.h: they scroll
  std::string linear_note;             // "26 years at one scale. One day is 0.08 px wide."
  std::string zone_note;               // "UTC+1 Geneva": whose days; empty where none can be told
  Seconds range0 = 0, range1 = 0;      // the viewport shown, [range0, range1)
  Seconds content0 = 0, content1 = 0;  // where zooming out and panning end
};

TimelineLayout LayoutTimeline(const TimelineRequest& request);

/// The viewport after zooming by `factor` (> 1: in) about x_px, or panning by dx_px (> 0: to later
/// times); never beyond the content and never below a minute in view. {kTimeMin, kTimeMax} where it
/// is everything again. x is y in the vertical orientation.
TimeSpan ZoomedRange(const TimelineLayout& layout, double factor, double x_px);
TimeSpan PannedRange(const TimelineLayout& layout, double dx_px);

/// What a mark stands for, as a tooltip tells it.
struct MarkContent {
  std::span<const Ref> items = {};  // events and moves in time order; of very many none
  uint32_t count = 1;               // how many they are
  TimeSpan span = {};    // from the earliest beginning to the latest end, inclusive, within the
                         // content; of very many what the mark covers on the axis
  uint32_t related = 0;  // of very many those that have to do with a selected actor or topic
};
/// Refers into the mark.
MarkContent ContentOf(const Dossier& dossier, const TimelineLayout& layout, const Mark& mark);
/// The viewport that shows the events of a mark apart, or at least closer; nothing where no
/// viewport would, as they have one date.
std::optional<TimeSpan> RangeAround(const Dossier& dossier, const TimelineLayout& layout,
                                    const Mark& mark);

/// The mark under a point, or null. Of several, the later drawn one; hit areas are at least
/// min_hit_px in each direction, but a box itself wins over the neighbourhood of another.
const Mark* HitTest(const TimelineLayout& layout, Point at_px, float min_hit_px);

}  // namespace demarche
