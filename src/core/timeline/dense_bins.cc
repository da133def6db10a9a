#include "core/timeline/dense_bins.h"

#include <algorithm>
#include <cmath>

#include "core/base/stable_sort.h"
#include "core/timeline/clusters.h"

namespace demarche {
namespace {

// A cluster stands for points that are at most so far apart; what is longer is a density.
constexpr double kClusterReachPx = 40;
constexpr double kBetweenPx = 1;

void SetForm(const RunSizes& sizes, DenseRun* run) {
  run->form = run->count == 1                              ? RunForm::kPoint
              : run->x1_px - run->x0_px <= kClusterReachPx ? RunForm::kCluster
                                                           : RunForm::kDensity;
  run->left_px = run->x0_px - kMinBinPx / 2;
  run->right_px = run->x1_px + kMinBinPx / 2;
  if (run->form == RunForm::kDensity) return;
  const double half_px = run->form == RunForm::kPoint
                             ? sizes.point_half_px
                             : PillHalfPx(run->count, sizes.digit_px, sizes.pill_pad_px);
  run->left_px = run->centre_px() - half_px;
  run->right_px = run->centre_px() + half_px;
}

}  // namespace

double BinWorld(const TimeScale& scale) {
  const double world_per_px = (scale.world1() - scale.world0()) / (scale.x1_px() - scale.x0_px());
  return std::exp2(std::floor(std::log2(kMaxBinPx * world_per_px)));
}

void AppendBins(const DenseBinRequest& request, const LanePart& part, std::vector<DenseBin>* bins) {
  const LaneIndex& lanes = *request.lanes;
  const RankBits& points = *request.points;
  const ReaderCalendar& calendar = request.scale->calendar();
  EntryRange rest = lanes.Between(part.range, PointFrom(calendar, part.kind, request.t0),
                                  PointFrom(calendar, part.kind, request.t1));
  while ((rest.first = points.Next(rest.first)) < rest.end) {
    DenseBin bin;
    bin.first_s = InstantOf(calendar, part.kind, lanes.point_s(rest.first));
    const double world = request.scale->WorldFromTime(static_cast<double>(bin.first_s));
    bin.number = static_cast<int64_t>(std::floor(world / request.bin_world));
    const double edge = static_cast<double>(bin.number + 1) * request.bin_world;
    // At least one second on: edges of bins far from here round.
    const auto end_s = std::max(static_cast<Seconds>(std::ceil(request.scale->TimeFromWorld(edge))),
                                bin.first_s + 1);
    const uint32_t first = rest.first;
    rest.first = lanes.FirstFrom(rest, PointFrom(calendar, part.kind, end_s));
    bin.count = points.CountIn(first, rest.first);
    bin.related = request.related->CountIn(first, rest.first);
    const uint32_t last = points.Previous(rest.first);
    bin.last_s = InstantOf(calendar, part.kind, lanes.point_s(last));
    bins->push_back(bin);
  }
}

void MergeBins(std::vector<DenseBin>* bins) {
  StableSort(bins, [](const DenseBin& a, const DenseBin& b) { return a.number < b.number; });
  size_t kept = 0;
  for (size_t i = 0; i < bins->size(); ++i) {
    const DenseBin bin = (*bins)[i];
    if (kept == 0 || (*bins)[kept - 1].number != bin.number) {
      (*bins)[kept++] = bin;
      continue;
    }
    DenseBin& same = (*bins)[kept - 1];
    same.count += bin.count;
    same.related += bin.related;
    same.first_s = std::min(same.first_s, bin.first_s);
    same.last_s = std::max(same.last_s, bin.last_s);
  }
  bins->resize(kept);
}

DenseRun RunOf(const DenseBin& bin, size_t at, double x0_px, double x1_px, const RunSizes& sizes) {
  DenseRun run;
  run.first_bin = at;
  run.end_bin = at + 1;
  run.count = bin.count;
  run.x0_px = x0_px;
  run.x1_px = x1_px;
  run.sum_px = (x0_px + x1_px) / 2 * bin.count;
  SetForm(sizes, &run);
  return run;
}

bool Joins(const RunSizes& sizes, const DenseRun& next, DenseRun* run) {
  const bool close = next.x0_px - run->x1_px < sizes.min_gap_px;
  // Two dots need less room than the words for it say: only pills and strips are kept apart here.
  const bool dots = next.form == RunForm::kPoint && run->form == RunForm::kPoint;
  const bool overlap = !dots && next.left_px - run->right_px < kBetweenPx;
  if (!close && !overlap) return false;
  run->end_bin = next.end_bin;
  run->count += next.count;
  run->x1_px = std::max(run->x1_px, next.x1_px);
  run->sum_px += next.sum_px;
  SetForm(sizes, run);
  return true;
}

}  // namespace demarche
