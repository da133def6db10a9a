#include "core/timeline/timeline_plan.h"

#include <algorithm>

#include "core/timeline/axis.h"
#include "core/timeline/minimap_layout.h"
#include "core/timeline/timeline_frame.h"

namespace demarche {
namespace {

constexpr float kMinAxisPx = 40;
constexpr double kAdaptiveGapPx = 6, kLinearGapPx = 13;

class Planner {
 public:
  Planner(const TimelineRequest& request, const RankBits& matches)
      : request_(request),
        content_(ContentAt(*request.dossier, request.as_of_s)),
        visible_(content_.known) {
    visible_.KeepOnly(matches);
  }

  TimelinePlan Run() {
    PlaceHeader();
    MakeScale();
    FitAllLanes();
    CountDense();
    PlaceMinimap();
    return std::move(out_);
  }

 private:
  void PlaceHeader() {
    const TimelineMetrics& m = request_.metrics;
    const Rect& area = request_.area_px;
    const float header_px =
        m.top_pad_px + m.minimap_px + m.ribbons_px + m.dimension_px + m.ticks_px;
    const float w = std::max(kMinAxisPx, area.w - m.gutter_px);
    out_.axis_y_px = area.y + header_px;
    out_.lanes_px = {area.x + m.gutter_px, out_.axis_y_px, w, std::max(0.0f, area.h - header_px)};
  }

  void MakeScale() {
    const Rect& lanes = out_.lanes_px;
    std::vector<ScaleBand> bands =
        BandsInZone(request_.axis == AxisKind::kLinear ? LinearBands(content_, lanes.w)
                                                       : AdaptiveBands(content_, lanes.w),
                    request_.calendar);
    const double u0 = bands.front().u0, u1 = bands.back().u1;
    out_.everything =
        TimeScale(std::move(bands), u0, u1, lanes.x, lanes.right(), request_.calendar);
    const TimeSpan content = ContentOf(content_.span, out_.everything);
    out_.content0 = content.earliest;
    out_.content1 = content.latest;
  }

  void FitAllLanes() {
    FitRequest fit;
    fit.pack.request = &request_;
    fit.pack.scale = &out_.everything;
    fit.pack.field = FieldOf(request_, out_.lanes_px, out_.everything);
    fit.pack.point_gap_px = PointGapPx(request_.axis);
    fit.metrics = request_.metrics;
    fit.height_px = out_.lanes_px.h;
    fit.area_height_px = request_.area_px.h;
    out_.lanes = FitLanes(CollectLanes(request_, content_.known, visible_, LongIntervals()), fit);
    for (size_t i = 0; i < out_.lanes.items.lanes.size(); ++i) {
      LaneItems& lane = out_.lanes.items.lanes[i];
      if (lane.dense) KeepBars(&lane, &out_.lanes.plans[i]);
    }
  }

  // Of dense lanes the intervals that are long enough for a bar, or may be drawn so.
  std::vector<uint32_t> LongIntervals() const {
    std::vector<uint32_t> found;
    const LaneIndex& lanes = request_.dossier->lanes();
    for (uint32_t lane = 0; lane < lanes.lane_count(); ++lane) {
      const EntryRange range = lanes.LaneAt(lane);
      if (range.size() <= kMaxSparseEntries) continue;
      for (const IntervalEntry& interval : lanes.IntervalsOf(range)) {
        if (visible_.Has(interval.entry) && MayBeBar(interval)) found.push_back(interval.entry);
      }
    }
    return found;
  }

  bool MayBeBar(const IntervalEntry& interval) const {
    if (interval.until_s == kTimeMax) return true;
    constexpr double kZonePx = 1;  // for the hour by which days in a zone differ
    const Seconds begins_s = request_.dossier->lanes().begins_s(interval.entry);
    const TimeScale& scale = out_.everything;
    return scale.PxFromTime(interval.until_s) - scale.PxFromTime(begins_s) >= kLeastBarPx - kZonePx;
  }

  // The intervals of a dense lane that became no bars are points as all the others.
  void KeepBars(LaneItems* lane, RowPlan* plan) {
    size_t kept = 0;
    for (size_t i = 0; i < lane->items.size(); ++i) {
      if (plan->form[i] != ItemForm::kBar) continue;
      const TimelineItem& item = lane->items[i];
      bars_.push_back(request_.dossier->lanes().EntryOf(lane->entries.front(), PointOf(*item.when),
                                                        item.ref.index));
      plan->form[kept] = plan->form[i];
      plan->row[kept] = plan->row[i];
      lane->items[kept++] = item;
    }
    lane->items.resize(kept);
    plan->form.resize(kept);
    plan->row.resize(kept);
  }

  void CountDense() {
    const std::vector<LaneItems>& lanes = out_.lanes.items.lanes;
    const bool any =
        std::any_of(lanes.begin(), lanes.end(), [](const LaneItems& lane) { return lane.dense; });
    if (!any) return;
    for (const uint32_t bar : bars_) visible_.Remove(bar);
    if (request_.dossier->HasReplies()) {
      out_.linked = visible_;
      out_.linked.KeepOnly(request_.dossier->LinkedEntries());
    }
    out_.begun = request_.dossier->lanes().BegunBy(request_.as_of_s, visible_);
    out_.to_come = std::move(visible_);
    out_.to_come.Leave(out_.begun);
  }

  void PlaceMinimap() {
    const TimelineMetrics& m = request_.metrics;
    MinimapRequest minimap;
    minimap.dossier = request_.dossier;
    minimap.known = &content_.known;
    minimap.measurer = request_.measurer;
    minimap.metrics = m;
    minimap.strip_px = {out_.lanes_px.x, request_.area_px.y + m.top_pad_px, out_.lanes_px.w,
                        m.minimap_px};
    minimap.as_of_s = request_.as_of_s;
    minimap.calendar = request_.calendar;
    minimap.content0 = out_.content0;
    minimap.content1 = out_.content1;
    out_.minimap = LayoutMinimap(minimap);
  }

  const TimelineRequest& request_;
  AxisContent content_;
  RankBits visible_;            // of what is known, what the filter leaves
  std::vector<uint32_t> bars_;  // entries
  TimelinePlan out_;
};

}  // namespace

RelatedPoints RelatedPointsOf(const Dossier& dossier, const TimelinePlan& plan, Ref focus) {
  RelatedPoints points{plan.begun, plan.to_come};
  const RankBits related = RelatedEntries(dossier, focus);
  points.begun.KeepOnly(related);
  points.to_come.KeepOnly(related);
  return points;
}

double PointGapPx(AxisKind axis) {
  return axis == AxisKind::kLinear ? kLinearGapPx : kAdaptiveGapPx;
}

LabelField FieldOf(const TimelineRequest& request, const Rect& lanes_px, const TimeScale& scale) {
  LabelField field;
  field.x0_px = lanes_px.x;
  field.x1_px = lanes_px.right();
  field.playhead_px = PlayheadOn(scale, request.as_of_s);
  field.measurer = request.measurer;
  field.size_px = request.metrics.label_size_px;
  return field;
}

TimelinePlan PlanTimeline(const TimelineRequest& request, const RankBits& matches) {
  return Planner(request, matches).Run();
}

}  // namespace demarche
