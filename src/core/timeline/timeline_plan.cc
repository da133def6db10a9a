#include "core/timeline/timeline_plan.h"

#include <algorithm>

#include "core/timeline/axis.h"
#include "core/timeline/minimap_layout.h"
#include "core/timeline/timeline_frame.h"
#include "core/timeline/timeline_vertical.h"

namespace demarche {
namespace {

constexpr float kMinAxisPx = 40;
constexpr double kAdaptiveGapPx = 6, kLinearGapPx = 13;

class Planner {
 public:
  Planner(const TimelineRequest& request, const RankBits& matches)
      : request_(request),
        vertical_(request.orientation == Orientation::kVertical),
        content_(ContentAt(*request.dossier, request.as_of_s)),
        visible_(content_.known) {
    visible_.KeepOnly(matches);
  }

  TimelinePlan Run() {
    if (vertical_) {
      PlaceColumns();
    } else {
      PlaceHeader();
    }
    CollectAll();
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
    out_.header_px = {area.x, area.y, area.w, header_px};
    out_.lanes_px = {area.x + m.gutter_px, out_.axis_y_px, w, std::max(0.0f, area.h - header_px)};
    const bool linear = request_.axis == AxisKind::kLinear;
    const Rect& lanes = out_.lanes_px;
    MakeScale(linear ? LinearBands(content_, lanes.w) : AdaptiveBands(content_, lanes.w), lanes.x,
              lanes.right());
  }

  void PlaceColumns() {
    const Rect& area = request_.area_px;
    const float gutter_px = request_.metrics.gutter_px;
    out_.header_px = {area.x, area.y, gutter_px, area.h};
    out_.lanes_px = {area.x + gutter_px, area.y, std::max(1.0f, area.w - gutter_px), area.h};
    out_.axis_y_px = out_.lanes_px.x + kThreadPx;
    const double y0 = area.y + kVerticalEdgePx;
    const double h = std::max(1.0f, area.h - 2 * kVerticalEdgePx);
    const bool linear = request_.axis == AxisKind::kLinear;
    MakeScale(linear ? LinearBands(content_, h) : NaturalBands(content_), y0, y0 + h);
  }

  void MakeScale(const std::vector<ScaleBand>& bands, double x0_px, double x1_px) {
    out_.everything = TimeScale(BandsInZone(bands, request_.calendar), bands.front().u0,
                                bands.back().u1, x0_px, x1_px, request_.calendar);
    const TimeSpan content = ContentOf(content_.span, out_.everything);
    out_.content0 = content.earliest;
    out_.content1 = content.latest;
  }

  void CollectAll() {
    PackRequest pack;
    pack.request = &request_;
    pack.scale = &out_.everything;
    pack.field = FieldOf(request_, out_.everything);
    pack.point_gap_px = PointGapPx(request_);
    TimelineItems items = CollectLanes(request_, content_.known, visible_, LongIntervals());
    if (vertical_) {
      out_.lane_names = LaneNames(*request_.dossier, items);
      out_.lanes = PackThread(std::move(items), pack);
      for (size_t i = 0; i < out_.lanes.items.lanes.size(); ++i) {
        LaneItems& thread = out_.lanes.items.lanes[i];
        if (thread.dense) KeepBars(&thread, &out_.lanes.plans[i]);
      }
      return;
    }
    for (LaneItems& lane : items.lanes) {
      if (!lane.dense) continue;
      RowPlan plan = PackLane(lane, pack, 1);
      KeepBars(&lane, &plan);
    }
    out_.lanes = FitLanes(std::move(items), pack, out_.lanes_px.h);
  }

  // Of dense lanes the intervals that are long enough for a bar, or may be drawn so.
  std::vector<uint32_t> LongIntervals() const {
    constexpr double kInZone = 0.9;  // for the hour by which days in a zone differ
    const double least_px = kInZone * (vertical_ ? LeastThinBarPx(out_.everything) : kLeastBarPx);
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
  static void KeepBars(LaneItems* lane, RowPlan* plan) {
    size_t kept = 0;
    for (size_t i = 0; i < lane->items.size(); ++i) {
      if (plan->form[i] != ItemForm::kBar) continue;
      plan->form[kept] = plan->form[i];
      plan->row[kept] = plan->row[i];
      lane->items[kept++] = lane->items[i];
    }
    lane->items.resize(kept);
    plan->form.resize(kept);
    plan->row.resize(kept);
  }

  uint32_t EntryOf(const LaneItems& lane, const TimelineItem& item) const {
    const LaneIndex& lanes = request_.dossier->lanes();
    uint32_t entry = 0;
    for (const EntryRange& range : lane.entries) {
      entry = lanes.EntryOf(range, PointOf(*item.when), item.ref.index);
      if (entry < range.end && lanes.RefOf(entry) == item.ref) break;
    }
    return entry;
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
    for (const TimelineItem& bar : lane.items) visible_.Remove(EntryOf(lane, bar));
  }

  void PlaceMinimap() {
    const TimelineMetrics& m = request_.metrics;
    MinimapRequest minimap;
    minimap.dossier = request_.dossier;
    minimap.known = &content_.known;
    minimap.measurer = request_.measurer;
    minimap.metrics = m;
    minimap.orientation = request_.orientation;
    minimap.strip_px = vertical_ ? VerticalStrip(request_.area_px, m)
                                 : Rect{out_.lanes_px.x, request_.area_px.y + m.top_pad_px,
                                        out_.lanes_px.w, m.minimap_px};
    minimap.as_of_s = request_.as_of_s;
    minimap.calendar = request_.calendar;
    minimap.content0 = out_.content0;
    minimap.content1 = out_.content1;
    out_.minimap = LayoutMinimap(minimap);
  }

  const TimelineRequest& request_;
  const bool vertical_;
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

double PointGapPx(const TimelineRequest& request) {
  if (request.orientation == Orientation::kVertical) return kLineGapPx;
  return request.axis == AxisKind::kLinear ? kLinearGapPx : kAdaptiveGapPx;
}

LabelField FieldOf(const TimelineRequest& request, const TimeScale& scale) {
  LabelField field;
  field.x0_px = scale.x0_px();
  field.x1_px = scale.x1_px();
  field.playhead_px = PlayheadOn(scale, request.as_of_s);
  field.measurer = request.measurer;
  field.size_px = request.metrics.label_size_px;
  return field;
}

TimelinePlan PlanTimeline(const TimelineRequest& request, const RankBits& matches) {
  return Planner(request, matches).Run();
}

}  // namespace demarche
