#include "core/timeline/timeline_vertical.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/stable_sort.h"

namespace demarche {
namespace {

constexpr float kStripPadPx = 10, kStripFootPx = 16;
constexpr float kBarsRightPx = 13, kBarPitchPx = 18;  // columns of bars, from the right edge
constexpr size_t kMaxBarColumns = 2;
constexpr double kLeastBarWorld = 40, kBarGapPx = 4;
constexpr float kPillPx = 19, kPillAbovePx = 12, kPillRightPx = 4;
constexpr double kFocusPadPx = 60;    // from the focus to the edge of the window
constexpr double kAheadShare = 0.45;  // of the window, shown after the playhead

// An item of any lane.
struct Entry {
  TimelineItem item;
  ItemSpan span;
  bool may_be_bar = false;
  std::optional<size_t> column;  // of bars, from the right; a point has none
};

class ThreadPacker {
 public:
  ThreadPacker(TimelineItems items, const PackRequest& request)
      : request_(request), items_(std::move(items)) {}

  FittedLanes Run() {
    LaneItems thread;
    Join(&thread);
    RowPlan plan;
    plan.point_rows = 1;
    plan.bar_rows = GiveColumns();
    // The points of a dense lane are counted.
    if (thread.dense) std::erase_if(entries_, [](const Entry& entry) { return !entry.column; });
    StableSort(&entries_, [](const Entry& a, const Entry& b) {
      return a.item.when->earliest() < b.item.when->earliest();
    });
    for (const Entry& entry : entries_) {
      thread.items.push_back(entry.item);
      plan.form.push_back(entry.column ? ItemForm::kBar : ItemForm::kPoint);
      plan.row.push_back(static_cast<uint8_t>(entry.column ? plan.point_rows + *entry.column : 0));
    }
    FittedLanes lanes;
    lanes.metrics = request_.request->metrics;
    lanes.items.talks = std::move(items_.talks);
    lanes.items.lanes.push_back(std::move(thread));
    lanes.plans.push_back(std::move(plan));
    return lanes;
  }

 private:
  void Join(LaneItems* thread) {
    const double least_px = LeastThinBarPx(*request_.scale);
    size_t size = 0;
    for (const LaneItems& lane : items_.lanes) {
      for (const EntryRange& range : lane.entries) {
        size += range.size();
        thread->entries.push_back(range);
      }
      for (const TimelineItem& item : lane.items) {
        const ItemSpan span =
            SpanOf(item, *request_.scale, request_.field.playhead_px, FadesOfThinBars());
        const bool is_long = item.when->IsStretch() && span.length_px() >= least_px;
        entries_.push_back({item, span, is_long && !lane.folded, {}});
      }
    }
    thread->dense = size > kMaxSparseEntries;
  }

  uint8_t GiveColumns() {
    std::vector<Entry*> bars;
    for (Entry& entry : entries_) {
      if (entry.may_be_bar) bars.push_back(&entry);
    }
    StableSort(&bars, [](const Entry* a, const Entry* b) { return ComesBefore(a->item, b->item); });
    std::vector<Entry*> kept;
    for (Entry* bar : bars) {
      size_t beside = 0;
      const bool full = std::any_of(kept.begin(), kept.end(), [&](const Entry* other) {
        return other->span.x0_px < bar->span.x1_px + kBarGapPx &&
               bar->span.x0_px < other->span.x1_px + kBarGapPx && ++beside == kMaxBarColumns;
      });
      if (!full) kept.push_back(bar);
    }
    StableSort(&kept, [](const Entry* a, const Entry* b) { return a->span.x0_px < b->span.x0_px; });
    std::vector<double> free_from_px;
    for (Entry* bar : kept) {
      size_t column = 0;
      while (column < free_from_px.size() && free_from_px[column] > bar->span.x0_px) ++column;
      if (column == free_from_px.size()) free_from_px.push_back(0);
      free_from_px[column] = bar->span.x1_px + kBarGapPx;
      bar->column = column;
    }
    return static_cast<uint8_t>(free_from_px.size());
  }

  const PackRequest& request_;
  TimelineItems items_;
  std::vector<Entry> entries_;
};

std::optional<Seconds> FocusTime(const TimelineRequest& request) {
  const Ref focus = request.focus;
  if (!request.dossier->Holds(focus)) return std::nullopt;
  if (focus.kind != ItemKind::kEvent && focus.kind != ItemKind::kMove) return std::nullopt;
  const Seconds t = request.dossier->WhenOf(focus).earliest();
  return t > kTimeMin && t < kTimeMax ? std::optional(t) : std::nullopt;
}

}  // namespace

double LeastThinBarPx(const TimeScale& everything) {
  const double axis_px = everything.x1_px() - everything.x0_px();
  return kLeastBarWorld * axis_px / (everything.world1() - everything.world0());
}

FittedLanes PackThread(TimelineItems items, const PackRequest& request) {
  return ThreadPacker(std::move(items), request).Run();
}

std::vector<std::string> LaneNames(const Dossier& dossier, const TimelineItems& items) {
  const size_t tracks = dossier.tracks().size();
  std::vector<std::string> names(tracks + 1);
  for (const LaneItems& lane : items.lanes) {
    for (const EntryRange& range : lane.entries) {
      if (range.size() == 0) continue;
      const Ref first = dossier.lanes().RefOf(range.first);
      const bool is_event = first.kind == ItemKind::kEvent;
      names[is_event ? dossier.events()[first.index].track : tracks] = lane.name;
    }
  }
  return names;
}

std::vector<float> RowsAcross(const TimelineRequest& request, const TimelinePlan& plan,
                              uint32_t rows) {
  std::vector<float> rows_px = {plan.axis_y_px};
  const float first_px = request.area_px.right() - kBarsRightPx - request.metrics.bar_px / 2;
  while (rows_px.size() < rows)
    rows_px.push_back(first_px - kBarPitchPx * static_cast<float>(rows_px.size() - 1));
  return rows_px;
}

FadeSizes FadesOfThinBars() { return {.day_px = 8, .coarse_px = 16}; }

Rect VerticalStrip(const Rect& area_px, const TimelineMetrics& metrics) {
  return {area_px.x + kStripPadPx, area_px.y + kStripPadPx, metrics.minimap_px,
          std::max(1.0f, area_px.h - kStripPadPx - kStripFootPx)};
}

WorldSpan NaturalWindow(const TimelineRequest& request, const TimelinePlan& plan) {
  const TimeScale& everything = plan.everything;
  const double h = everything.x1_px() - everything.x0_px();
  const auto world_of = [&](Seconds t) { return everything.WorldFromTime(static_cast<double>(t)); };
  const double end = everything.world1();
  if (end - everything.world0() <= h) return {everything.world0(), end};
  const double first = std::min(everything.world0(), world_of(plan.content0)), last = end - h;
  double start = last;
  if (request.as_of_s < kTimeMax && request.as_of_s > kTimeMin)
    start = std::min(last, world_of(request.as_of_s) - (1 - kAheadShare) * h);
  if (const std::optional<Seconds> focus = FocusTime(request)) {
    const double at = world_of(*focus), pad = std::min(kFocusPadPx, h / 3);
    start = std::clamp(start, at - h + pad, at - pad);
  }
  start = std::clamp(start, std::min(first, last), last);
  return {start, start + h};
}

Rect VerticalPill(const Rect& area_px, float playhead_px, float w_px) {
  if (w_px <= 0) return {};
  const float last = std::max(area_px.y, area_px.bottom() - kPillPx);
  return {area_px.right() - kPillRightPx - w_px,
          std::clamp(playhead_px - kPillAbovePx, area_px.y, last), w_px, kPillPx};
}

}  // namespace demarche
