// What a window shows of the points of a dense lane, counted: their bins (dense_bins.h), the runs
// of bins that are drawn as one, and which event is named where not all can be. Nothing of rows and
// labels.
#pragma once

#include <algorithm>
#include <vector>

#include "core/timeline/dense_bins.h"
#include "core/timeline/lane_marks.h"

namespace demarche {

/// Whether a point has begun at the as-of date.
enum class PointTime : uint8_t { kBegun, kToCome };

struct WindowRun : DenseRun {
  PointTime time = PointTime::kBegun;
  uint32_t top = kNone;  // the entry that goes first
  uint32_t related = 0;  // of its events those that have to do with a selected actor or topic
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
  /// Where an instant is drawn.
  double XPx(Seconds t) const { return std::min(r_.scale->PxFromTime(t), end_px_); }
  double XPx(uint32_t entry) const { return XPx(StandsAt(entry)); }
  /// Where a bin of a run begins.
  double EdgePx(const DenseRun& run, int64_t number) const;

  /// The entry that goes first of the bins [first_bin, end_bin) of one run; kNone if there is none.
  uint32_t TopOf(PointTime time, size_t first_bin, size_t end_bin) const;
  std::vector<Ref> MembersOf(const WindowRun& run) const;
  /// Without a selected actor or topic everything has.
  bool IsRelated(uint32_t entry) const { return RelatedOf(TimeOf(entry)).Has(entry); }
  /// Takes an entry out of the counts of its bin.
  void TakeOut(const WindowRun& run, uint32_t entry);

 private:
  const RankBits& PointsOf(PointTime time) const {
    return time == PointTime::kBegun ? r_.plan->begun : r_.plan->to_come;
  }
  const RankBits& RelatedOf(PointTime time) const {
    if (!related_) return PointsOf(time);
    return time == PointTime::kBegun ? related_->begun : related_->to_come;
  }
  Seconds as_of_s() const { return r_.request->as_of_s; }
  /// Beyond this none of them stands: what has begun does not stand in the future.
  Seconds LimitOf(PointTime time, PointKind kind) const;
  Seconds StandsAt(uint32_t entry) const;
  EntryRange In(const LanePart& part, PointTime time, size_t first_bin, size_t end_bin) const;
  void FindSelected();
  void FindRelated();
  std::vector<DenseBin> BinsOf(PointTime time) const;
  void AddPassing(const LanePart& part, Seconds limit_s, std::vector<DenseBin>* bins) const;
  std::vector<DenseRun> AppendBinsOf(PointTime time, const RunSizes& sizes);
  void AddRun(PointTime time, const DenseRun& run);
  void AddBegun(const RunSizes& sizes);
  void AddToCome(const RunSizes& sizes);

  const LaneMarksRequest& r_;
  const LaneIndex& lanes_;
  std::vector<LanePart> parts_;
  const double bin_world_;
  const Seconds playhead_s_;
  double end_px_ = 0;  // of the axis
  Seconds t0_ = 0, t1_ = 0;
  uint32_t selected_ = kNone;
  RelatedPoints own_related_;
  const RelatedPoints* related_ = nullptr;  // null: no actor or topic is selected
  std::vector<DenseBin> bins_;
  std::vector<WindowRun> runs_;
};

}  // namespace demarche
