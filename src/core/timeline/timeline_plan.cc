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
    TimelineItems items = CollectLanes(request_, content_.known, visible_, LongIntervals());
    for (LaneItems& lane : items.lanes) {
      if (lane.dense) KeepBars(fit.pack, &lane);
    }
    out_.lanes = FitLanes(std::move(items), fit);
  }

  // Of dense lanes the intervals that are long enough for a bar, or may be drawn so.
  std::vector<uint32_t> LongIntervals() const {
    constexpr double kZonePx = 1;  // for the hour by which days in a zone differ
    const double least_px = kLeastBarPx - kZonePx;
    const double least_s = LeastSeconds(least_px);
    std::vector<uint32_t> found;
    const LaneIndex& lanes = request_.dossier->lanes();
    for (uint32_t lane = 0; lane < lanes.lane_count(); ++lane) {
      const EntryRange range = lanes.LaneAt(lane);
      if (range.size() <= kMaxSparseEntries) continue;
      for (const IntervalEntry& interval : lanes.IntervalsOf(range)) {
        const Seconds begins_s = lanes.begins_s(interval.entry), until_s = interval.until_s;
        if (static_cast<double>(until_s - begins_s) < least_s || !visible_.Has(interval.entry))
          continue;
        if (until_s == kTimeMax || PxBetween(begins_s, until_s) >= least_px)
          found.push_back(interval.entry);
      }
    }
    return found;
  }

  double PxBetween(Seconds t0, Seconds t1) const {
    return out_.everything.PxFromTime(t1) - out_.everything.PxFromTime(t0);
  }

  // What takes less time is nowhere on the axis so long.
  double LeastSeconds(double px) const {
    double px_per_s = 0;
    for (const ScaleBand& band : out_.everything.bands()) {
      px_per_s =
          std::max(px_per_s, PxBetween(band.t0, band.t1) / static_cast<double>(band.t1 - band.t0));
    }
    constexpr double kRounding = 0.999;
    return px / px_per_s * kRounding;
  }

  // The intervals of a dense lane that become no bars are points as all the others.
  static void KeepBars(const PackRequest& pack, LaneItems* lane) {
    const RowPlan plan = PackLane(*lane, pack, 1);
    size_t kept = 0;
    for (size_t i = 0; i < lane->items.size(); ++i) {
      if (plan.form[i] == ItemForm::kBar) lane->items[kept++] = lane->items[i];
    }
    lane->items.resize(kept);
  }

  void CountDense() {
    const std::vector<LaneItems>& lanes = out_.lanes.items.lanes;
    const bool any =
        std::any_of(lanes.begin(), lanes.end(), [](const LaneItems& lane) { return lane.dense; });
    if (!any) return;
    for (const LaneItems& lane : lanes) {
      if (lane.dense) RemoveBars(lane);
    }
    if (request_.dossier->HasReplies()) {
      out_.linked = visible_;
      out_.linked.KeepOnly(request_.dossier->LinkedEntries());
    }
    out_.begun = request_.dossier->lanes().BegunBy(request_.as_of_s, visible_);
    out_.to_come = std::move(visible_);
    out_.to_come.Leave(out_.begun);
  }

  void RemoveBars(const LaneItems& lane) {
    for (const TimelineItem& bar : lane.items) {
      visible_.Remove(request_.dossier->lanes().EntryOf(lane.entries.front(), PointOf(*bar.when),
                                                        bar.ref.index));
    }
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
  RankBits visible_;  // of what is known, what the filter leaves
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
