// What a window shows of the points of a dense lane, counted: their bins (dense_bins.h), the runs
// of bins that are drawn as one, and which event is named where not all can be. Nothing of rows and
// labels.
#pragma once

#include <vector>

#include "core/timeline/dense_bins.h"
#include "core/timeline/lane_marks.h"

namespace demarche {

/// Whether a point has begun at the as-of date.
enum class PointTime : uint8_t { kBegun, kToCome };

struct WindowRun : DenseRun {
  PointTime time = PointTime::kBegun;
  uint32_t top = kNone;  // the entry that goes first
};

class DenseWindow {
 public:
  explicit DenseWindow(const LaneMarksRequest& request);

  /// Of what has begun, ascending, then of what is to come.
  const std::vector<WindowRun>& runs() const { return runs_; }
  /// What the runs' bins refer to.
  const std::vector<DenseBin>& bins() const { return bins_; }
  /// The selected entry, which is in no bin; kNone if it is not here.
  uint32_t selected() const { return selected_; }

  PointTime TimeOf(uint32_t entry) const;
  /// Where a point of time is drawn: what has begun does not stand in the future.
  double XPx(PointTime time, Seconds point_s) const;
  double XPx(uint32_t entry) const { return XPx(TimeOf(entry), lanes_.point_s(entry)); }
  /// Where a bin of a run begins.
  double EdgePx(const DenseRun& run, int64_t number) const;

  /// The entry that goes first of the bins [first_bin, end_bin) of one run; kNone if there is none.
  uint32_t TopOf(PointTime time, size_t first_bin, size_t end_bin) const;
  std::vector<Ref> MembersOf(const WindowRun& run) const;
  /// Takes an entry out of the count of its bin.
  void TakeOut(const WindowRun& run, uint32_t entry);

 private:
  const RankBits& PointsOf(PointTime time) const {
    return time == PointTime::kBegun ? r_.plan->begun : r_.plan->to_come;
  }
  Seconds as_of_s() const { return r_.request->as_of_s; }
  EntryRange PartOf(EntryRange range, size_t first_bin, size_t end_bin) const;
  void FindSelected();
  std::vector<DenseBin> BinsOf(PointTime time) const;
  void AddPassing(std::vector<DenseBin>* bins) const;
  void AddRuns(PointTime time, const RunSizes& sizes);

  const LaneMarksRequest& r_;
  const LaneIndex& lanes_;
  const std::vector<EntryRange>& ranges_;
  const double bin_world_;
  double end_px_ = 0;  // of the axis
  Seconds t0_ = 0, t1_ = 0;
  uint32_t selected_ = kNone;
  std::vector<DenseBin> bins_;
  std::vector<WindowRun> runs_;
};

}  // namespace demarche
