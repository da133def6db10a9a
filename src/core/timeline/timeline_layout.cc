// The timeline: one window of a plan (timeline_plan.h), with axis, lanes, minimap and header stack.
// Its parts do the work: axis.h, ticks.h, lane_marks.h, dense_lane.h; what is particular to time
// that runs down is in timeline_vertical.h.
#include "core/timeline/timeline_layout.h"

#include <algorithm>
#include <cmath>

#include "core/dates/calendar.h"
#include "core/timeline/axis.h"
#include "core/timeline/dense_lane.h"
#include "core/timeline/minimap_layout.h"
#include "core/timeline/ticks.h"
#include "core/timeline/timeline_frame.h"
#include "core/timeline/timeline_plan.h"
#include "core/timeline/timeline_vertical.h"
#include "core/timeline/vertical_labels.h"

namespace demarche {
namespace {

constexpr float kNamesPx = 7;  // from the left edge of the phone's ground to its days

// printf() for floating point alone would be 3 kB on the wire.
std::string Decimal(double value, int digits) {
  long long scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  const long long number = std::llround(value * static_cast<double>(scale));
  std::string out = std::to_string(number / scale);
  if (digits == 0) return out;
  std::string fraction = std::to_string(number % scale);
  fraction.insert(0, static_cast<size_t>(digits) - fraction.size(), '0');
  return out + '.' + fraction;
}

class WindowLayout {
 public:
  WindowLayout(const TimelineRequest& request, const TimelinePlan& plan)
      : request_(request), plan_(plan), vertical_(request.orientation == Orientation::kVertical) {}

  TimelineLayout Run() {
    PlaceWindow();
    if (vertical_) {
      PlaceThread();
    } else {
      PlaceLanes();
    }
    PlaceAxis();
    if (vertical_) LabelVertical(request_, plan_, &out_);
    SortForDrawing(&out_.marks);
    return std::move(out_);
  }

 private:
  void PlaceWindow() {
    out_.area_px = request_.area_px;
    out_.orientation = request_.orientation;
    out_.metrics = plan_.lanes.metrics;
    out_.header_px = plan_.header_px;
    out_.axis_y_px = plan_.axis_y_px;
    out_.lanes_px = plan_.lanes_px;
    out_.content0 = plan_.content0;
    out_.content1 = plan_.content1;
    const TimeScale& everything = plan_.everything;
    WorldSpan world;
    const bool all = request_.range.earliest <= kTimeMin && request_.range.latest >= kTimeMax;
    if (vertical_ && all) {
      world = NaturalWindow(request_, plan_);
      out_.range0 = static_cast<Seconds>(everything.TimeFromWorld(world.u0));
      out_.range1 =
          std::max(static_cast<Seconds>(everything.TimeFromWorld(world.u1)), out_.range0 + 1);
    } else {
      const TimeSpan window = WindowOf(request_.range, everything, out_);
      out_.range0 = window.earliest;
      out_.range1 = window.latest;
      world.u0 = everything.WorldFromTime(static_cast<double>(out_.range0));
      world.u1 = everything.WorldFromTime(static_cast<double>(out_.range1));
    }
    out_.scale = TimeScale(everything.bands(), world.u0, world.u1, everything.x0_px(),
                           everything.x1_px(), request_.calendar);
    SetPlayhead(request_, &out_);
    SetBreaks(&out_);
  }

  LaneMarksRequest MarksInWindow() const {
    LaneMarksRequest marks;
    marks.request = &request_;
    marks.plan = &plan_;
    marks.scale = &out_.scale;
    marks.field = FieldOf(request_, out_.scale);
    marks.metrics = out_.metrics;
    marks.points.min_gap_px = PointGapPx(request_);
    marks.points.digit_px =
        request_.measurer->WidthPx("8", Face::kSemiBold, out_.metrics.meta_size_px);
    marks.content0_px = out_.scale.PxFromTime(out_.content0);
    marks.content1_px = out_.scale.PxFromTime(out_.content1);
    for (size_t i = 1; i < out_.scale.bands().size(); ++i) {
      marks.folds_px.push_back(out_.scale.PxFromTime(out_.scale.bands()[i].t0));
    }
    return marks;
  }

  void PlaceThread() {
    LaneMarksRequest marks = MarksInWindow();
    marks.points.min_seen_gap_px = marks.points.min_gap_px;
    marks.points.digit_px = 0;
    marks.points.pill_pad_px = out_.metrics.pill_px;
    marks.fades = FadesOfThinBars();
    marks.beyond_px = kVerticalEdgePx;
    marks.rows_px = RowsAcross(request_, plan_, plan_.lanes.plans.front().rows());
    AppendMarks(marks);
    out_.content_h_px = out_.lanes_px.h;
  }

  void AppendMarks(const LaneMarksRequest& marks) {
    AppendLaneMarks(marks, &out_.marks);
    if (plan_.lanes.items.lanes[marks.lane_index].dense)
      AppendDenseMarks(marks, &out_.marks, &out_.columns);
  }

  void PlaceLanes() {
    LaneMarksRequest marks = MarksInWindow();
    const TimelineItems& items = plan_.lanes.items;
    out_.lanes_hidden = items.lanes_hidden;
    float y = out_.lanes_px.y;
    auto group = items.groups.begin();
    for (uint32_t i = 0; i < items.lanes.size(); ++i) {
      for (; group != items.groups.end() && group->first_lane == i; ++group) {
        const float heading_px = HeightOfHeading(*group, out_.metrics);
        out_.groups.push_back({group->name, y, heading_px, i, group->lane_count, group->fold,
                               group->key, group->level});
        y += heading_px;
      }
      const LaneItems& lane = items.lanes[i];
      const RowPlan& plan = plan_.lanes.plans[i];
      const float h = HeightOfLane(plan, out_.metrics);
      out_.lanes.push_back(
          {lane.track, lane.name, lane.annotation, y, h, plan.rows(), lane.hidden, lane.level});
      marks.lane_index = i;
      marks.rows_px.clear();
      for (uint32_t row = 0; row < plan.rows(); ++row)
        marks.rows_px.push_back(RowCentrePx(out_.metrics, y, row));
      AppendMarks(marks);
      y += h;
    }
    out_.content_h_px = y - out_.lanes_px.y;
  }

  void PlaceAxis() {
    TickRequest ticks;
    ticks.scale = &out_.scale;
    ticks.measurer = request_.measurer;
    ticks.metrics = request_.metrics;
    ticks.orientation = request_.orientation;
    ticks.axis_px = vertical_ ? out_.lanes_px.x + kNamesPx : out_.axis_y_px;
    const std::vector<Seconds> talks = TalksInView();
    ticks.talks = talks;
    ticks.calendar = request_.calendar;
    out_.ticks = LayoutTicks(ticks);
    SetZoneNote(&out_);
    out_.minimap = plan_.minimap;
    SetBrush(request_.orientation, out_.range0, out_.range1, &out_.minimap);
    SetBands(request_, &out_);
    if (vertical_ && !out_.bands.empty()) out_.bands.back().x1_px = out_.lanes_px.bottom();
    if (!vertical_ && request_.axis == AxisKind::kLinear) SetLinearNote();
  }

  // Where days are told apart, of dense lanes one a day.
  std::vector<Seconds> TalksInView() const {
    constexpr double kLeastDayPx = 6;
    std::vector<Seconds> talks;
    const LaneIndex& index = request_.dossier->lanes();
    for (const ScaleBand& band : out_.scale.bands()) {
      const ReaderCalendar& calendar = request_.calendar;
      const Seconds t0 = calendar.FloorTo(std::max(band.t0, out_.range0), kDayStep);
      const Seconds t1 = calendar.CeilTo(std::min(band.t1, out_.range1), kDayStep);
      const double days = static_cast<double>(t1 - t0) / kSecondsPerDay;
      const double axis_px = out_.scale.x1_px() - out_.scale.x0_px();
      if (days <= 0 || axis_px / days < kLeastDayPx) continue;
      const std::vector<Seconds>& all = plan_.lanes.items.talks;
      const auto from = std::lower_bound(all.begin(), all.end(), t0);
      talks.insert(talks.end(), from, std::lower_bound(from, all.end(), t1));
      for (const LaneItems& lane : plan_.lanes.items.lanes) {
        if (!lane.dense) continue;
        for (const EntryRange& range : lane.entries) {
          for (const LanePart& part : index.PartsOf(range)) AddDenseTalks(part, t0, t1, &talks);
        }
      }
    }
    std::sort(talks.begin(), talks.end());
    return talks;
  }

  void AddDenseTalks(const LanePart& part, Seconds t0, Seconds t1,
                     std::vector<Seconds>* talks) const {
    const LaneIndex& index = request_.dossier->lanes();
    const ReaderCalendar& calendar = request_.calendar;
    const auto first_from = [&](Seconds t) { return PointFrom(calendar, part.kind, t); };
    EntryRange rest = index.Between(part.range, first_from(t0), first_from(t1));
    while ((rest.first = plan_.to_come.Next(rest.first)) < rest.end) {
      const Seconds t = InstantOf(calendar, part.kind, index.point_s(rest.first));
      const Ref ref = index.RefOf(rest.first);
      const bool cancelled = ref.kind == ItemKind::kEvent &&
                             request_.dossier->events()[ref.index].status == Status::kCancelled;
      if (!cancelled) talks->push_back(t);
      const Seconds next_day = calendar.NextAfter(calendar.FloorTo(t, kDayStep), kDayStep);
      rest.first = cancelled ? rest.first + 1 : index.FirstFrom(rest, first_from(next_day));
    }
  }

  // "26 years at one scale. One day is 0.08 px wide.", in other languages "26 Jahre": sentences are
  // the page's, and English.
  void SetLinearNote() {
    const ScaleBand& band = out_.scale.bands().front();
    const double px_per_day = out_.lanes_px.w / DaysBetween(out_.range0, out_.range1);
    const bool years = px_per_day < 0.01;
    const bool hours = px_per_day > 500;
    const double px = years ? px_per_day * kYearDays : hours ? px_per_day / 24 : px_per_day;
    const std::string number = px < 0.1  ? Decimal(px, 2)
                               : px < 10 ? Decimal(px, 1)
                                         : Decimal(px, 0);
    const ScaleUnit unit = UnitOf(out_.range0, out_.range1);
    std::string text = DimensionOf(out_.range0, out_.range1, unit, request_.calendar);
    if (request_.calendar.is_english()) {
      text += text.find(',') == std::string::npos ? " at one scale. One " : ", at one scale. One ";
      text += years ? "year" : hours ? "hour" : "day";
      text += " is " + number + " px wide.";
    }
    const float width_px =
        request_.measurer->WidthPx(text, Face::kRegular, request_.metrics.meta_size_px);
    if (width_px + 2 * kDimensionPadPx <= out_.lanes_px.w) {
      out_.linear_note = std::move(text);
    } else {
      out_.linear_note = ShortDimensionOf(out_.range0, out_.range1, band.unit, request_.calendar);
    }
  }

  const TimelineRequest& request_;
  const TimelinePlan& plan_;
  const bool vertical_;
  TimelineLayout out_;
};

}  // namespace

TimelineMetrics MetricsForDesktop() { return {}; }

Rect RelatedPartOf(const DensityColumn& column, Orientation orientation) {
  if (column.related == 0) return {column.rect_px.x, column.rect_px.bottom(), 0, 0};
  constexpr float kLeastPx = 2;
  const float share = static_cast<float>(column.related) / static_cast<float>(column.count);
  const auto part = [&](float px) { return std::min(std::max(px * share, kLeastPx), px); };
  Rect rect = column.rect_px;
  if (orientation == Orientation::kVertical) {
    rect.w = part(rect.w);
  } else {
    rect.h = part(rect.h);
    rect.y = column.rect_px.bottom() - rect.h;
  }
  return rect;
}

TimelineMetrics MetricsForEmbed() {
  TimelineMetrics m;
  m.gutter_px = 98;
  m.group_heading_px = 5;
  m.inner_heading_px = 0;
  m.row_px = 15.5f;
  m.lane_pad_px = 6;
  m.top_pad_px = 6;
  m.minimap_px = 22;
  m.ribbons_px = 24;
  m.dimension_px = 17;
  m.dot_r_px = 4.4f;
  m.ring_r_px = 5;
  m.lane_size_px = 12;
  return m;
}

TimelineMetrics MetricsForPhone() {
  TimelineMetrics m;
  m.gutter_px = 64;
  m.row_px = 18;
  m.minimap_px = 22;
  m.ribbons_px = 32;
  m.dot_r_px = 5;
  m.ring_r_px = 6;
  m.bar_px = 9;
  m.pill_px = 18;
  m.label_size_px = 13;
  m.lane_size_px = 14;
  m.day_size_px = 15;
  return m;
}

TimelineLayout LayoutTimeline(const TimelineRequest& request) {
  if (request.plan) return WindowLayout(request, *request.plan).Run();
  const RankBits matches = MatchingEntries(*request.dossier, request.query, request.group);
  return WindowLayout(request, PlanTimeline(request, matches)).Run();
}

}  // namespace demarche
