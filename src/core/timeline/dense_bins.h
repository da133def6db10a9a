// How the points of a dense lane fall together: equal bins along the axis, and the runs of bins
// that are one mark.
#pragma once

#include <vector>

#include "core/dossier/lane_index.h"
#include "core/timeline/time_scale.h"

namespace demarche {

/// Bins are 2^k world units wide, so that panning does not move them and zooming halves them;
/// between these widths on screen.
inline constexpr double kMinBinPx = 3, kMaxBinPx = 6;

/// Some neighbouring points, at least one.
struct DenseBin {
  int64_t number = 0;  // from world position 0 on
  uint32_t count = 0;
  Seconds first_s = 0, last_s = 0;  // where their first and last point stand: instants
  uint32_t related = 0;             // of them those of DenseBinRequest::related
};

/// The width of a bin on that scale in world units.
double BinWorld(const TimeScale& scale);

struct DenseBinRequest {
  const LaneIndex* lanes = nullptr;
  const RankBits* points = nullptr;   // the entries that count
  const RankBits* related = nullptr;  // some of them, counted apart
  const TimeScale* scale = nullptr;
  double bin_world = 1;
  Seconds t0 = 0, t1 = 0;  // what stands in [t0, t1) in the zone of the scale counts
};

/// Appends the bins with points of a part of a lane, ascending. O(bins * log n).
void AppendBins(const DenseBinRequest& request, const LanePart& part, std::vector<DenseBin>* bins);

/// Brings the bins of several parts together: ascending, each number once.
void MergeBins(std::vector<DenseBin>* bins);

enum class RunForm : uint8_t { kPoint, kCluster, kDensity };

/// Neighbouring bins that are drawn as one.
struct DenseRun {
  size_t first_bin = 0, end_bin = 0;
  uint32_t count = 0;
  double x0_px = 0, x1_px = 0;       // its first and last point
  double sum_px = 0;                 // of the middles of its bins, each by its count
  double left_px = 0, right_px = 0;  // as drawn
  RunForm form = RunForm::kPoint;
  double centre_px() const { return sum_px / count; }
};

struct RunSizes {
  double min_gap_px = 6;  // points closer than this fall together
  double point_half_px = 4.6;
  double digit_px = 7, pill_pad_px = 12;  // as in clusters.h
};

/// Runs of bins, ascending. `x_px(t)` is where a point of time is drawn.
template <class XPx>
std::vector<DenseRun> RunsOf(const std::vector<DenseBin>& bins, const RunSizes& sizes,
                             const XPx& x_px);

/// Whether the second of two neighbours joins the first, which then is both.
bool Joins(const RunSizes& sizes, const DenseRun& next, DenseRun* run);
DenseRun RunOf(const DenseBin& bin, size_t at, double x0_px, double x1_px, const RunSizes& sizes);

template <class XPx>
std::vector<DenseRun> RunsOf(const std::vector<DenseBin>& bins, const RunSizes& sizes,
                             const XPx& x_px) {
  std::vector<DenseRun> runs;
  for (size_t i = 0; i < bins.size(); ++i) {
    DenseRun next = RunOf(bins[i], i, x_px(bins[i].first_s), x_px(bins[i].last_s), sizes);
    // What joins may be wider than its parts and reach the one before.
    while (!runs.empty() && Joins(sizes, next, &runs.back())) {
      next = runs.back();
      runs.pop_back();
    }
    runs.push_back(next);
  }
  return runs;
}

}  // namespace demarche
