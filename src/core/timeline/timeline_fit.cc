#include "core/timeline/timeline_fit.h"

#include <algorithm>
#include <utility>

namespace demarche {
namespace {

constexpr float kCompactRowPx = 15.5f, kCompactPadPx = 6, kHeadingGapPx = 5;
constexpr float kTightRowPx = 14, kTightPadPx = 4;
constexpr float kCollapseBelowPx = 420;
constexpr uint8_t kMaxPointRows = 3;  // of a dense lane two
// Kept free under the last lane for the as-of pill, as far as that costs no row that is needed.
constexpr float kFootPx = 12;
// Tighter rows are worth it if less than this share of the loss remains.
constexpr float kWorthCompacting = 0.85f;

class Fitter {
 public:
  Fitter(TimelineItems items, const PackRequest& request, float height_px)
      : r_(request), height_px_(height_px) {
    lanes_.metrics = request.request->metrics;
    lanes_.items = std::move(items);
    for (LaneItems& lane : lanes_.items.lanes) {
      if (lane.folded) DropCounted(&lane);
      lanes_.plans.push_back(PackLane(lane, r_, 1));
    }
  }

  FittedLanes Run() {
    if (Fits()) {
      FillWithEitherSize();
    } else {
      Shrink();
      AddRows();
    }
    return std::move(lanes_);
  }

 private:
  // In a dense lane only bars are items, and a folded one has none: its events are counted.
  static void DropCounted(LaneItems* folded) {
    if (folded->dense) folded->items.clear();
  }

  bool Fits() const { return HeightOf(lanes_) <= height_px_; }

  void UseCompactRows() {
    lanes_.metrics.row_px = std::min(lanes_.metrics.row_px, kCompactRowPx);
    lanes_.metrics.lane_pad_px = std::min(lanes_.metrics.lane_pad_px, kCompactPadPx);
  }

  float Lost() const {
    float lost = 0;
    for (const RowPlan& plan : lanes_.plans) lost += plan.lost;
    return lost;
  }

  // Rows of the wanted size, unless tighter ones make room for rows that save many labels.
  void FillWithEitherSize() {
    const std::vector<RowPlan> first = lanes_.plans;
    const TimelineMetrics metrics = lanes_.metrics;
    AddRows();
    const float lost = Lost();
    std::vector<RowPlan> roomy = std::exchange(lanes_.plans, first);
    UseCompactRows();
    AddRows();
    if (Lost() < lost * kWorthCompacting) return;
    lanes_.metrics = metrics;
    lanes_.plans = std::move(roomy);
  }

  // Tighter rows, then no headings, the inner ones first, then one lane for the last group; after
  // that the view scrolls.
  void Shrink() {
    UseCompactRows();
    if (Fits()) return;
    TimelineMetrics& metrics = lanes_.metrics;
    metrics.inner_heading_px = 0;
    if (Fits()) return;
    metrics.group_heading_px = std::min(metrics.group_heading_px, kHeadingGapPx);
    if (!Fits() && r_.request->area_px.h < kCollapseBelowPx) FoldLastGroup();
    if (!Fits()) Tighten();
  }

  // The last step: rows as low as their text allows, if that is enough.
  void Tighten() {
    const TimelineMetrics before = lanes_.metrics;
    TimelineMetrics& metrics = lanes_.metrics;
    metrics.lane_pad_px = std::min(metrics.lane_pad_px, kTightPadPx);
    metrics.group_heading_px = std::min(metrics.group_heading_px, kTightPadPx);
    float rows = 0;
    for (const RowPlan& plan : lanes_.plans) rows += static_cast<float>(plan.rows());
    const float row_px = metrics.row_px - (HeightOf(lanes_) - height_px_) / rows;
    metrics.row_px = std::min(metrics.row_px, row_px);
    if (metrics.row_px < kTightRowPx) metrics = before;
  }

  void FoldLastGroup() {
    TimelineItems& items = lanes_.items;
    const auto last =
        std::find_if(items.groups.rbegin(), items.groups.rend(),
                     [](const GroupItems& g) { return g.level == 0 && !g.name.empty(); });
    if (last == items.groups.rend() || last->lane_count == items.lanes.size()) return;
    const auto group = static_cast<size_t>(items.groups.rend() - last) - 1;
    const uint32_t lanes = last->lane_count;
    if (!FoldLanes(&items, group)) return;
    items.groups[group].fold = GroupFold::kFixed;
    LaneItems& folded = items.lanes[last->first_lane];
    DropCounted(&folded);
    const auto plan = lanes_.plans.begin() + last->first_lane;
    *plan = PackLane(folded, r_, 1);
    lanes_.plans.erase(plan + 1, plan + lanes);
  }

  // One more row of points at a time, to the lane where it saves most.
  void AddRows() {
    float free_px = height_px_ - kFootPx - HeightOf(lanes_);
    std::vector<RowPlan> more(lanes_.plans.size());
    for (; free_px >= lanes_.metrics.row_px; free_px -= lanes_.metrics.row_px) {
      size_t best = lanes_.plans.size();
      float most_saved = 0;
      for (size_t i = 0; i < lanes_.plans.size(); ++i) {
        const RowPlan& plan = lanes_.plans[i];
        if (plan.lost == 0 || plan.point_rows >= kMaxPointRows) continue;
        const auto rows = static_cast<uint8_t>(plan.point_rows + 1);
        if (more[i].point_rows != rows) more[i] = PackLane(lanes_.items.lanes[i], r_, rows);
        const float saved = plan.lost - more[i].lost;
        if (saved <= most_saved) continue;
        most_saved = saved;
        best = i;
      }
      if (best == lanes_.plans.size()) return;
      lanes_.plans[best] = more[best];
    }
  }

  const PackRequest& r_;
  const float height_px_;
  FittedLanes lanes_;
};

}  // namespace

float HeightOfLane(const RowPlan& plan, const TimelineMetrics& metrics) {
  return static_cast<float>(plan.rows()) * metrics.row_px + metrics.lane_pad_px;
}

float HeightOfHeading(const GroupItems& group, const TimelineMetrics& metrics) {
  const float px = group.level > 0 ? metrics.inner_heading_px : metrics.group_heading_px;
  return group.fold == GroupFold::kFolded ? std::min(px, kHeadingGapPx) : px;
}

float HeightOf(const FittedLanes& lanes) {
  float height_px = 0;
  for (const GroupItems& group : lanes.items.groups)
    height_px += HeightOfHeading(group, lanes.metrics);
  for (const RowPlan& plan : lanes.plans) height_px += HeightOfLane(plan, lanes.metrics);
  return height_px;
}

FittedLanes FitLanes(TimelineItems items, const PackRequest& request, float height_px) {
  return Fitter(std::move(items), request, height_px).Run();
}

}  // namespace demarche
