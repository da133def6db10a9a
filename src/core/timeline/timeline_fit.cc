#include "core/timeline/timeline_fit.h"

#include <algorithm>
#include <utility>

#include "core/base/stable_sort.h"

namespace demarche {
namespace {

constexpr float kCompactRowPx = 15.5f, kCompactPadPx = 6, kHeadingGapPx = 5;
constexpr float kTightRowPx = 14.5f, kTightPadPx = 4;
constexpr float kCollapseBelowPx = 420;
constexpr uint8_t kMaxPointRows = 3;  // of a dense lane two
// Kept free under the last lane for the as-of pill, as far as that costs no row that is needed.
constexpr float kFootPx = 12;
// Tighter rows are worth it if less than this share of the loss remains.
constexpr float kWorthCompacting = 0.85f;

class Fitter {
 public:
  Fitter(TimelineItems items, const FitRequest& request) : r_(request) {
    lanes_.metrics = request.metrics;
    lanes_.items = std::move(items);
    for (const LaneItems& lane : lanes_.items.lanes) {
      lanes_.plans.push_back(PackLane(lane, r_.pack, 1));
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
  bool Fits() const { return HeightOf(lanes_) <= r_.height_px; }

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

  // Tighter rows, then no headings, then one lane for the last group; after that the view scrolls.
  void Shrink() {
    UseCompactRows();
    if (Fits()) return;
    TimelineMetrics& metrics = lanes_.metrics;
    metrics.group_heading_px = std::min(metrics.group_heading_px, kHeadingGapPx);
    if (!Fits() && r_.area_height_px < kCollapseBelowPx) CollapseLastGroup();
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
    const float row_px = metrics.row_px - (HeightOf(lanes_) - r_.height_px) / rows;
    metrics.row_px = std::min(metrics.row_px, row_px);
    if (metrics.row_px < kTightRowPx) metrics = before;
  }

  void CollapseLastGroup() {
    TimelineItems& items = lanes_.items;
    auto group = std::find_if(items.groups.rbegin(), items.groups.rend(),
                              [](const GroupItems& g) { return !g.name.empty(); });
    if (items.groups.size() < 2 || group == items.groups.rend() || group->lane_count < 2) return;
    const auto first = items.lanes.begin() + group->first_lane;
    LaneItems collapsed;
    collapsed.name = group->name;
    for (auto lane = first; lane != first + group->lane_count; ++lane) {
      collapsed.hidden += lane->hidden;
      collapsed.dense = collapsed.dense || lane->dense;
      collapsed.items.insert(collapsed.items.end(), lane->items.begin(), lane->items.end());
      collapsed.entries.insert(collapsed.entries.end(), lane->entries.begin(), lane->entries.end());
    }
    if (collapsed.dense) collapsed.items.clear();
    StableSort(&collapsed.items, [](const TimelineItem& a, const TimelineItem& b) {
      return a.when->earliest() < b.when->earliest();
    });
    collapsed.collapsed = true;
    const auto plan = lanes_.plans.begin() + group->first_lane;
    *plan = PackLane(collapsed, r_.pack, 1);
    lanes_.plans.erase(plan + 1, plan + group->lane_count);
    *first = std::move(collapsed);
    items.lanes.erase(first + 1, first + group->lane_count);
    const uint32_t gone = group->lane_count - 1;
    group->lane_count = 1;
    while (group != items.groups.rbegin()) (--group)->first_lane -= gone;
  }

  // One more row of points at a time, to the lane where it saves most.
  void AddRows() {
    float free_px = r_.height_px - kFootPx - HeightOf(lanes_);
    std::vector<RowPlan> more(lanes_.plans.size());
    for (; free_px >= lanes_.metrics.row_px; free_px -= lanes_.metrics.row_px) {
      size_t best = lanes_.plans.size();
      float most_saved = 0;
      for (size_t i = 0; i < lanes_.plans.size(); ++i) {
        const RowPlan& plan = lanes_.plans[i];
        if (plan.lost == 0 || plan.point_rows >= kMaxPointRows) continue;
        const auto rows = static_cast<uint8_t>(plan.point_rows + 1);
        if (more[i].point_rows != rows) more[i] = PackLane(lanes_.items.lanes[i], r_.pack, rows);
        const float saved = plan.lost - more[i].lost;
        if (saved <= most_saved) continue;
        most_saved = saved;
        best = i;
      }
      if (best == lanes_.plans.size()) return;
      lanes_.plans[best] = more[best];
    }
  }

  const FitRequest& r_;
  FittedLanes lanes_;
};

}  // namespace

float HeightOfLane(const RowPlan& plan, const TimelineMetrics& metrics) {
  return static_cast<float>(plan.rows()) * metrics.row_px + metrics.lane_pad_px;
}

float HeightOf(const FittedLanes& lanes) {
  float height_px = static_cast<float>(lanes.items.groups.size()) * lanes.metrics.group_heading_px;
  for (const RowPlan& plan : lanes.plans) height_px += HeightOfLane(plan, lanes.metrics);
  return height_px;
}

FittedLanes FitLanes(TimelineItems items, const FitRequest& request) {
  return Fitter(std::move(items), request).Run();
}

}  // namespace demarche
