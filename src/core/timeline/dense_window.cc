#include "core/timeline/dense_window.h"

#include <algorithm>
#include <cmath>

namespace demarche {
namespace {

// Takes one point out of the bin that it is in.
void TakeOne(Seconds point_s, size_t first, size_t end, std::vector<DenseBin>* bins) {
  for (size_t i = first; i < end; ++i) {
    DenseBin& bin = (*bins)[i];
    if (bin.count == 0 || point_s < bin.first_s || point_s > bin.last_s) continue;
    --bin.count;
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
      ranges_(request.plan->lanes.items.lanes[request.lane_index].entries),
      bin_world_(BinWorld(*request.scale)) {
  t0_ = static_cast<Seconds>(std::ceil(r_.scale->TimeFromPx(r_.field.x0_px)));
  t1_ = static_cast<Seconds>(std::floor(r_.scale->TimeFromPx(r_.field.x1_px))) + 1;
  // The axis may end before the middle of a date that is only known to its year.
  const Seconds end_s = r_.scale->bands().back().t1;
  end_px_ = r_.scale->PxFromTime(end_s) - kEndPadPx;
  if (t1_ >= end_s) t1_ = kTimeMax;
  FindSelected();
  RunSizes sizes;
  sizes.min_gap_px = r_.points.min_gap_px;
  sizes.point_half_px = r_.metrics.dot_r_px;
  sizes.digit_px = r_.points.digit_px;
  sizes.pill_pad_px = r_.points.pill_pad_px;
  AddRuns(PointTime::kBegun, sizes);
  AddRuns(PointTime::kToCome, sizes);
}

PointTime DenseWindow::TimeOf(uint32_t entry) const {
  return r_.plan->to_come.Has(entry) ? PointTime::kToCome : PointTime::kBegun;
}

double DenseWindow::XPx(PointTime time, Seconds point_s) const {
  const double x_px = std::min(r_.scale->PxFromTime(point_s), end_px_);
  return time == PointTime::kBegun ? std::min(x_px, r_.field.playhead_px) : x_px;
}

double DenseWindow::EdgePx(const DenseRun& run, int64_t number) const {
  const double x_px = r_.scale->PxFromWorld(static_cast<double>(number) * bin_world_);
  return std::clamp(x_px, run.left_px, run.right_px);
}

void DenseWindow::FindSelected() {
  const Dossier& dossier = *r_.request->dossier;
  const Ref item = SelectedItem(dossier, r_.request->focus);
  if (!dossier.Holds(item)) return;
  for (const EntryRange& range : ranges_) {
    const uint32_t entry = lanes_.EntryOf(range, PointOf(dossier.WhenOf(item)), item.index);
    if (entry == range.end || lanes_.RefOf(entry) != item) continue;
    const bool begun = r_.plan->begun.Has(entry);
    if (!begun && !r_.plan->to_come.Has(entry)) continue;
    Seconds point_s = lanes_.point_s(entry);
    if (begun) point_s = std::min(point_s, as_of_s());
    if (point_s >= t0_ && point_s < t1_) selected_ = entry;
  }
}

// ---- Bins and runs ----

std::vector<DenseBin> DenseWindow::BinsOf(PointTime time) const {
  std::vector<DenseBin> bins;
  DenseBinRequest request;
  request.lanes = &lanes_;
  request.points = &PointsOf(time);
  request.scale = r_.scale;
  request.bin_world = bin_world_;
  request.t0 = t0_;
  request.t1 = t1_;
  const bool ends_here = time == PointTime::kBegun && as_of_s() < kTimeMax;
  if (ends_here) request.t1 = std::min(t1_, as_of_s() + 1);
  for (const EntryRange& range : ranges_) AppendBins(request, range, &bins);
  if (ends_here && as_of_s() >= t0_ && as_of_s() < t1_) AddPassing(&bins);
  if (ranges_.size() > 1 || ends_here) MergeBins(&bins);
  if (selected_ != kNone && TimeOf(selected_) == time) {
    TakeOne(lanes_.point_s(selected_), 0, bins.size(), &bins);
    std::erase_if(bins, [](const DenseBin& bin) { return bin.count == 0; });
  }
  return bins;
}

// What has begun and whose date goes on past the playhead stands there.
void DenseWindow::AddPassing(std::vector<DenseBin>* bins) const {
  DenseBin bin;
  const double world = r_.scale->WorldFromTime(static_cast<double>(as_of_s()));
  bin.number = static_cast<int64_t>(std::floor(world / bin_world_));
  bin.first_s = as_of_s() + 1;
  bin.last_s = kTimeMax;
  for (const EntryRange& range : ranges_) {
    const uint32_t first = lanes_.Between(range, as_of_s() + 1, kTimeMax).first;
    bin.count += r_.plan->begun.CountIn(first, range.end);
  }
  if (bin.count > 0) bins->push_back(bin);
}

void DenseWindow::AddRuns(PointTime time, const RunSizes& sizes) {
  const std::vector<DenseBin> bins = BinsOf(time);
  const size_t before = bins_.size();
  bins_.insert(bins_.end(), bins.begin(), bins.end());
  bool pushes = true;  // what has been, or a pill that gave way to it
  for (DenseRun run : RunsOf(bins, sizes, [&](Seconds t) { return XPx(time, t); })) {
    run.first_bin += before;
    run.end_bin += before;
    if (time == PointTime::kToCome && pushes && !runs_.empty())
      pushes = GiveWay(runs_.back(), &run);
    runs_.push_back({run, time, TopOf(time, run.first_bin, run.end_bin)});
  }
}

// ---- Entries ----

EntryRange DenseWindow::PartOf(EntryRange range, size_t first_bin, size_t end_bin) const {
  const Seconds last_s = bins_[end_bin - 1].last_s;
  return lanes_.Between(range, bins_[first_bin].first_s, std::min(last_s, kTimeMax - 1) + 1);
}

uint32_t DenseWindow::TopOf(PointTime time, size_t first_bin, size_t end_bin) const {
  uint32_t best = kNone;
  const auto consider = [&](EntryRange part) {
    const uint32_t top = lanes_.TopOf(part, PointsOf(time));
    if (top == part.end || top == selected_) return top == selected_;
    if (best == kNone || lanes_.GoesBefore(top, best)) best = top;
    return false;
  };
  for (const EntryRange& range : ranges_) {
    const EntryRange part = PartOf(range, first_bin, end_bin);
    if (!consider(part)) continue;
    consider({part.first, selected_});
    consider({selected_ + 1, part.end});
  }
  return best;
}

std::vector<Ref> DenseWindow::MembersOf(const WindowRun& run) const {
  std::vector<Ref> members;
  const RankBits& points = PointsOf(run.time);
  for (const EntryRange& range : ranges_) {
    const EntryRange part = PartOf(range, run.first_bin, run.end_bin);
    for (uint32_t entry = points.Next(part.first); entry < part.end;
         entry = points.Next(size_t{entry} + 1)) {
      if (entry != selected_) members.push_back(lanes_.RefOf(entry));
    }
  }
  return members;
}

void DenseWindow::TakeOut(const WindowRun& run, uint32_t entry) {
  TakeOne(lanes_.point_s(entry), run.first_bin, run.end_bin, &bins_);
}

}  // namespace demarche
