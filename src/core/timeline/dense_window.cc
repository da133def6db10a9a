#include "core/timeline/dense_window.h"

#include <algorithm>
#include <cmath>

#include "core/base/stable_sort.h"
#include "core/timeline/timeline_frame.h"
#include "core/timeline/timeline_items.h"

namespace demarche {
namespace {

// Takes one point out of the bin that it is in.
void TakeOne(Seconds point_s, bool related, size_t first, size_t end, std::vector<DenseBin>* bins) {
  for (size_t i = first; i < end; ++i) {
    DenseBin& bin = (*bins)[i];
    if (bin.count == 0 || point_s < bin.first_s || point_s > bin.last_s) continue;
    --bin.count;
    bin.related -= related ? 1 : 0;
    return;
  }
}

// What is to come does not lie on what has been. Whether it had to be moved.
bool GiveWay(const DenseRun& before, DenseRun* run) {
  const double by_px = before.right_px + 1 - run->left_px;
  if (by_px <= 0) return false;
  run->left_px += by_px;
  if (run->form == RunForm::kDensity) {
    run->right_px = std::max(run->right_px, run->left_px + kMinBinPx);
  } else {
    run->sum_px += by_px * run->count;
    run->right_px += by_px;
  }
  return true;
}

}  // namespace

DenseWindow::DenseWindow(const LaneMarksRequest& request)
    : r_(request),
      lanes_(request.request->dossier->lanes()),
      bin_world_(BinWorld(*request.scale)),
      playhead_s_(PlayheadAt(request.scale->calendar(), request.request->as_of_s)) {
  for (const EntryRange& lane : r_.plan->lanes.items.lanes[r_.lane_index].entries) {
    for (const LanePart& part : lanes_.PartsOf(lane)) {
      if (part.range.size() > 0) parts_.push_back(part);
    }
  }
  t0_ = static_cast<Seconds>(std::ceil(r_.scale->TimeFromPx(r_.field.x0_px)));
  t1_ = static_cast<Seconds>(std::floor(r_.scale->TimeFromPx(r_.field.x1_px))) + 1;
  // The axis may end before the middle of a date that is only known to its year.
  const Seconds end_s = r_.scale->bands().back().t1;
  end_px_ = r_.scale->PxFromTime(end_s) - kEndPadPx;
  if (t1_ >= end_s) t1_ = kTimeMax;
  FindSelected();
  FindRelated();
  RunSizes sizes;
  sizes.min_gap_px = r_.points.min_gap_px;
  sizes.point_half_px = r_.metrics.dot_r_px;
  sizes.digit_px = r_.points.digit_px;
  sizes.pill_pad_px = r_.points.pill_pad_px;
  AddBegun(sizes);
  AddToCome(sizes);
}

PointTime DenseWindow::TimeOf(uint32_t entry) const {
  return r_.plan->to_come.Has(entry) ? PointTime::kToCome : PointTime::kBegun;
}

// An instant that has begun may lie right of the playhead, where it was the day after
// (core/dates/reader_calendar.h).
Seconds DenseWindow::LimitOf(PointTime time, PointKind kind) const {
  if (time == PointTime::kToCome || as_of_s() >= kTimeMax) return kTimeMax;
  return kind == PointKind::kDay ? playhead_s_ : std::max(playhead_s_, as_of_s() + 1);
}

Seconds DenseWindow::StandsAt(uint32_t entry) const {
  const PointKind kind = lanes_.KindOf(entry);
  return std::min(InstantOf(r_.scale->calendar(), kind, lanes_.point_s(entry)),
                  LimitOf(TimeOf(entry), kind));
}

double DenseWindow::EdgePx(const DenseRun& run, int64_t number) const {
  const double x_px = r_.scale->PxFromWorld(static_cast<double>(number) * bin_world_);
  return std::clamp(x_px, run.left_px, run.right_px);
}

void DenseWindow::FindSelected() {
  const Dossier& dossier = *r_.request->dossier;
  const Ref item = SelectedItem(dossier, r_.request->focus);
  if (!dossier.Holds(item)) return;
  for (const LanePart& part : parts_) {
    const EntryRange& range = part.range;
    const uint32_t entry = lanes_.EntryOf(range, PointOf(dossier.WhenOf(item)), item.index);
    if (entry == range.end || lanes_.RefOf(entry) != item) continue;
    if (!r_.plan->begun.Has(entry) && !r_.plan->to_come.Has(entry)) continue;
    const Seconds limit_s = LimitOf(TimeOf(entry), part.kind);
    const Seconds seen_s = std::min(StandsAt(entry), limit_s - 1);
    if (seen_s >= t0_ && seen_s < t1_) selected_ = entry;
  }
}

void DenseWindow::FindRelated() {
  const Ref focus = r_.request->focus;
  if (!DimsOthers(focus)) return;
  related_ = r_.request->related;
  if (related_) return;
  own_related_ = RelatedPointsOf(*r_.request->dossier, *r_.plan, focus);
  related_ = &own_related_;
}

// ---- Bins and runs ----

std::vector<DenseBin> DenseWindow::BinsOf(PointTime time) const {
  std::vector<DenseBin> bins;
  DenseBinRequest request;
  request.lanes = &lanes_;
  request.points = &PointsOf(time);
  request.related = &RelatedOf(time);
  request.scale = r_.scale;
  request.bin_world = bin_world_;
  request.t0 = t0_;
  for (const LanePart& part : parts_) {
    const Seconds limit_s = LimitOf(time, part.kind);
    request.t1 = std::min(t1_, limit_s);
    AppendBins(request, part, &bins);
    if (limit_s < kTimeMax && limit_s > t0_ && limit_s <= t1_) AddPassing(part, limit_s, &bins);
  }
  MergeBins(&bins);
  if (selected_ != kNone && TimeOf(selected_) == time) {
    TakeOne(StandsAt(selected_), IsRelated(selected_), 0, bins.size(), &bins);
    std::erase_if(bins, [](const DenseBin& bin) { return bin.count == 0; });
  }
  return bins;
}

// What has begun and whose date goes on past the playhead stands there.
void DenseWindow::AddPassing(const LanePart& part, Seconds limit_s,
                             std::vector<DenseBin>* bins) const {
  DenseBin bin;
  const double world = r_.scale->WorldFromTime(static_cast<double>(limit_s));
  bin.number = static_cast<int64_t>(std::floor(world / bin_world_));
  bin.first_s = bin.last_s = limit_s;
  const Seconds point_s = PointFrom(r_.scale->calendar(), part.kind, limit_s);
  const uint32_t first = lanes_.Between(part.range, point_s, kTimeMax).first;
  bin.count = r_.plan->begun.CountIn(first, part.range.end);
  bin.related = RelatedOf(PointTime::kBegun).CountIn(first, part.range.end);
  if (bin.count > 0) bins->push_back(bin);
}

std::vector<DenseRun> DenseWindow::AppendBinsOf(PointTime time, const RunSizes& sizes) {
  const std::vector<DenseBin> bins = BinsOf(time);
  std::vector<DenseRun> runs = RunsOf(bins, sizes, [this](Seconds t) { return XPx(t); });
  for (DenseRun& run : runs) {
    run.first_bin += bins_.size();
    run.end_bin += bins_.size();
  }
  bins_.insert(bins_.end(), bins.begin(), bins.end());
  return runs;
}

void DenseWindow::AddRun(PointTime time, const DenseRun& run) {
  WindowRun added{run, time, TopOf(time, run.first_bin, run.end_bin), 0};
  for (size_t bin = run.first_bin; bin < run.end_bin; ++bin) added.related += bins_[bin].related;
  runs_.push_back(added);
}

void DenseWindow::AddBegun(const RunSizes& sizes) {
  for (const DenseRun& run : AppendBinsOf(PointTime::kBegun, sizes)) AddRun(PointTime::kBegun, run);
}

void DenseWindow::AddToCome(const RunSizes& sizes) {
  const size_t begun_end = runs_.size();
  size_t begun = 0;
  bool moved = false;  // the one before
  for (DenseRun run : AppendBinsOf(PointTime::kToCome, sizes)) {
    moved = moved && GiveWay(runs_.back(), &run);
    for (; begun < begun_end && runs_[begun].left_px < run.right_px + 1; ++begun)
      moved = GiveWay(runs_[begun], &run) || moved;
    AddRun(PointTime::kToCome, run);
  }
}

// ---- Entries ----

// Of a part those that stand in these bins.
EntryRange DenseWindow::In(const LanePart& part, PointTime time, size_t first_bin,
                           size_t end_bin) const {
  const Seconds first_s = bins_[first_bin].first_s, last_s = bins_[end_bin - 1].last_s;
  const Seconds limit_s = LimitOf(time, part.kind);
  if (first_s > limit_s) return {part.range.end, part.range.end};
  const ReaderCalendar& calendar = r_.scale->calendar();
  EntryRange in = lanes_.Between(part.range, PointFrom(calendar, part.kind, first_s),
                                 PointFrom(calendar, part.kind, last_s + 1));
  if (last_s >= limit_s) in.end = part.range.end;
  return in;
}

uint32_t DenseWindow::TopOf(PointTime time, size_t first_bin, size_t end_bin) const {
  uint32_t best = kNone;
  const auto consider = [&](EntryRange range) {
    const uint32_t top = lanes_.TopOf(range, PointsOf(time));
    if (top == range.end || top == selected_) return top == selected_;
    if (best == kNone || lanes_.GoesBefore(top, best)) best = top;
    return false;
  };
  for (const LanePart& part : parts_) {
    const EntryRange in = In(part, time, first_bin, end_bin);
    if (!consider(in)) continue;
    consider({in.first, selected_});
    consider({selected_ + 1, in.end});
  }
  return best;
}

std::vector<Ref> DenseWindow::MembersOf(const WindowRun& run) const {
  struct Member {
    uint32_t entry;
    Seconds stands_s;
  };
  std::vector<Member> found;
  const RankBits& points = PointsOf(run.time);
  for (const LanePart& part : parts_) {
    const EntryRange in = In(part, run.time, run.first_bin, run.end_bin);
    for (uint32_t entry = points.Next(in.first); entry < in.end;
         entry = points.Next(size_t{entry} + 1)) {
      if (entry != selected_) found.push_back({entry, StandsAt(entry)});
    }
  }
  // In the order of time within a part, of which there is mostly one.
  const auto earlier = [](const Member& a, const Member& b) { return a.stands_s < b.stands_s; };
  if (!std::is_sorted(found.begin(), found.end(), earlier)) StableSort(&found, earlier);
  std::vector<Ref> members;
  members.reserve(found.size());
  for (const Member& member : found) members.push_back(lanes_.RefOf(member.entry));
  return members;
}

void DenseWindow::TakeOut(const WindowRun& run, uint32_t entry) {
  TakeOne(StandsAt(entry), IsRelated(entry), run.first_bin, run.end_bin, &bins_);
}

}  // namespace demarche
