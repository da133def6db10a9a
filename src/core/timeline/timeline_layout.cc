// The horizontal timeline: puts together axis, lanes, minimap and header stack. Its parts do the
// work: axis.h, ticks.h, timeline_items.h, timeline_fit.h, lane_marks.h, minimap_layout.h.
#include "core/timeline/timeline_layout.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/dates/calendar.h"
#include "core/timeline/axis.h"
#include "core/timeline/lane_marks.h"
#include "core/timeline/minimap_layout.h"
#include "core/timeline/ticks.h"
#include "core/timeline/timeline_fit.h"
#include "core/timeline/timeline_frame.h"
#include "core/timeline/timeline_vertical.h"

namespace demarche {
namespace {

constexpr float kMinAxisPx = 40;
constexpr double kAdaptiveGapPx = 6, kLinearGapPx = 13;  // points closer than this merge

class HorizontalLayout {
 public:
  explicit HorizontalLayout(const TimelineRequest& request) : request_(request) {}

  TimelineLayout Run() {
    PlaceHeader();
    MakeScales();
    PlaceLanes();
    PlaceAxis();
    return std::move(out_);
  }

 private:
  void PlaceHeader() {
    const TimelineMetrics& m = request_.metrics;
    const Rect& area = request_.area_px;
    out_.area_px = area;
    out_.metrics = m;
    const float header_px =
        m.top_pad_px + m.minimap_px + m.ribbons_px + m.dimension_px + m.ticks_px;
    const float x0 = area.x + m.gutter_px, w = std::max(kMinAxisPx, area.w - m.gutter_px);
    out_.header_px = {area.x, area.y, area.w, header_px};
    out_.axis_y_px = area.y + header_px;
    out_.lanes_px = {x0, out_.axis_y_px, w, std::max(0.0f, area.h - header_px)};
  }

  void MakeScales() {
    const Rect& lanes = out_.lanes_px;
    std::vector<ScaleBand> bands =
        BandsInZone(request_.axis == AxisKind::kLinear
                        ? LinearBands(*request_.dossier, request_.as_of_s, lanes.w)
                        : AdaptiveBands(*request_.dossier, request_.as_of_s, lanes.w),
                    request_.calendar);
    everything_ = TimeScale(bands, bands.front().u0, bands.back().u1, lanes.x, lanes.right(),
                            request_.calendar);
    SetContent(request_, everything_, &out_);
    const TimeSpan window = WindowOf(request_.range, everything_, out_);
    out_.range0 = window.earliest;
    out_.range1 = window.latest;
    out_.scale =
        TimeScale(std::move(bands), everything_.WorldFromTime(static_cast<double>(out_.range0)),
                  everything_.WorldFromTime(static_cast<double>(out_.range1)), lanes.x,
                  lanes.right(), request_.calendar);
    SetPlayhead(request_, &out_);
  }

  LabelField FieldFor(const TimeScale& scale) const {
    LabelField field;
    field.x0_px = out_.lanes_px.x;
    field.x1_px = out_.lanes_px.right();
    field.playhead_px = PlayheadOn(scale, request_.as_of_s);
    field.measurer = request_.measurer;
    field.size_px = request_.metrics.label_size_px;
    return field;
  }

  void PlaceLanes() {
    FitRequest fit;
    fit.pack.request = &request_;
    fit.pack.scale = &everything_;
    fit.pack.field = FieldFor(everything_);
    fit.pack.point_gap_px = PointGapPx();
    fit.pack.dot_r_px = request_.metrics.dot_r_px;
    fit.metrics = request_.metrics;
    fit.height_px = out_.lanes_px.h;
    fit.area_height_px = request_.area_px.h;
    const FittedLanes fitted = FitLanes(CollectItems(request_, out_.range0, out_.range1), fit);
    out_.metrics = fitted.metrics;
    talks_ = fitted.items.talks;

    LaneMarksRequest marks;
    marks.request = &request_;
    marks.scale = &out_.scale;
    marks.field = FieldFor(out_.scale);
    marks.metrics = out_.metrics;
    marks.point_gap_px = PointGapPx();
    SetBreaks(&out_);
    marks.content0_px = out_.scale.PxFromTime(out_.content0);
    marks.content1_px = out_.scale.PxFromTime(out_.content1);
    for (size_t i = 1; i < out_.scale.bands().size(); ++i) {
      marks.folds_px.push_back(out_.scale.PxFromTime(out_.scale.bands()[i].t0));
    }
    float y = out_.lanes_px.y;
    for (const GroupItems& group : fitted.items.groups) {
      out_.groups.push_back(
          {group.name, y, out_.metrics.group_heading_px, group.first_lane, group.lane_count});
      y += out_.metrics.group_heading_px;
      for (uint32_t i = group.first_lane; i < group.first_lane + group.lane_count; ++i) {
        const LaneItems& lane = fitted.items.lanes[i];
        const RowPlan& plan = fitted.plans[i];
        const float h = HeightOfLane(plan, out_.metrics);
        out_.lanes.push_back(
            {lane.track, lane.name, lane.annotation, y, h, plan.rows(), lane.hidden});
        marks.lane_index = i;
        marks.top_px = y;
        AppendLaneMarks(lane, plan, marks, &out_.marks);
        y += h;
      }
    }
    out_.content_h_px = y - out_.lanes_px.y;
    SortForDrawing(&out_.marks);
  }

  double PointGapPx() const {
    return request_.axis == AxisKind::kLinear ? kLinearGapPx : kAdaptiveGapPx;
  }

  void PlaceAxis() {
    TickRequest ticks;
    ticks.scale = &out_.scale;
    ticks.measurer = request_.measurer;
    ticks.metrics = request_.metrics;
    ticks.axis_px = out_.axis_y_px;
    ticks.talks = talks_;
    ticks.calendar = request_.calendar;
    out_.ticks = LayoutTicks(ticks);
    SetZoneNote(&out_);
    const TimelineMetrics& m = request_.metrics;
    SetMinimap(request_,
               {out_.lanes_px.x, request_.area_px.y + m.top_pad_px, out_.lanes_px.w, m.minimap_px},
               &out_);
    SetBands(request_, &out_);
    if (request_.axis == AxisKind::kLinear) SetLinearNote();
  }

  // "26 years at one scale. One day is 0.08 px wide.", in other languages "26 Jahre": sentences are
  // the page's, and English.
  void SetLinearNote() {
    const ScaleBand& band = out_.scale.bands().front();
    const double days =
        (static_cast<double>(out_.range1) - static_cast<double>(out_.range0)) / kSecondsPerDay;
    const double px_per_day = out_.lanes_px.w / days;
    const bool years = px_per_day<0.01, hours = px_per_day> 500;
    const double px = years ? px_per_day * kYearDays : hours ? px_per_day / 24 : px_per_day;
    char number[32];
    std::snprintf(number, sizeof number, "%.*f", px < 0.1 ? 2 : px < 10 ? 1 : 0, px);
    const ScaleUnit unit = UnitOf(out_.range0, out_.range1);
    std::string text = DimensionOf(out_.range0, out_.range1, unit, request_.calendar);
    if (request_.calendar.is_english()) {
      text += text.find(',') == std::string::npos ? " at one scale. One " : ", at one scale. One ";
      text += years ? "year" : hours ? "hour" : "day";
      text += std::string(" is ") + number + " px wide.";
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
  TimeScale everything_;
  std::vector<Seconds> talks_;
  TimelineLayout out_;
};

}  // namespace

TimelineMetrics MetricsForDesktop() { return {}; }

TimelineMetrics MetricsForEmbed() {
  TimelineMetrics m;
  m.gutter_px = 98;
  m.group_heading_px = 5;
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
  if (request.orientation == Orientation::kVertical) return LayoutVertical(request);
  return HorizontalLayout(request).Run();
}

}  // namespace demarche
