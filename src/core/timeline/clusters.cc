#include "core/timeline/clusters.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr double kPillGapPx = 1;
// Dots that may not merge come at least this close, so that both are seen.
constexpr double kMinSeenGapPx = 6;

class Clusterer {
 public:
  Clusterer(const std::vector<ClusterPoint>& points, const ClusterSizes& sizes)
      : points_(points), sizes_(sizes) {}

  std::vector<PointGroup> Run(const std::vector<PointGroup>& parts) {
    for (const PointGroup& part : parts) {
      groups_.push_back(part);
      while (groups_.size() > 1 && Merges(groups_.size() - 2) &&
             Gap(groups_.size() - 2) < Needed(groups_.size() - 2)) {
        MergeWithNext(groups_.size() - 2);
      }
    }
    for (size_t i = 0; i + 1 < groups_.size();) i = GiveWay(i) + 1;
    return std::move(groups_);
  }

 private:
  const ClusterPoint& PointOf(const PointGroup& group) const { return points_[group.first]; }
  bool IsDot(const PointGroup& group) const {
    return group.count == 1 && sizes_.single == SingleMark::kDot;
  }

  // Between a group and its next one.
  double Gap(size_t i) const { return groups_[i + 1].centre_px - groups_[i].centre_px; }
  bool Merges(size_t i) const {
    const ClusterPoint& a = PointOf(groups_[i]);
    const ClusterPoint& b = PointOf(groups_[i + 1]);
    return !a.alone && !b.alone && a.scheduled == b.scheduled;
  }
  double Needed(size_t i) const {
    const PointGroup& a = groups_[i];
    const PointGroup& b = groups_[i + 1];
    if (!IsDot(a) || !IsDot(b)) return a.half_px + b.half_px + kPillGapPx;
    return Merges(i) ? sizes_.min_gap_px : std::min(sizes_.min_gap_px, kMinSeenGapPx);
  }

  void MergeWithNext(size_t i) {
    PointGroup& a = groups_[i];
    const PointGroup& b = groups_[i + 1];
    const auto n = static_cast<double>(a.count), m = static_cast<double>(b.count);
    a.centre_px = (a.centre_px * n + b.centre_px * m) / (n + m);
    a.count += b.count;
    a.weight += b.weight;
    int digits = 1;
    for (uint32_t rest = a.weight / 10; rest > 0; rest /= 10) ++digits;
    a.half_px = (digits * sizes_.digit_px + sizes_.pill_pad_px) / 2;
    groups_.erase(groups_.begin() + static_cast<ptrdiff_t>(i) + 1);
  }

  // Moves the earlier of two unmergeable groups to the left, the later one to the right if the
  // earlier is what must stay; whatever they are pushed against and may merge with joins them.
  // Returns where the earlier one is then.
  size_t GiveWay(size_t i) {
    if (Merges(i) || Gap(i) >= Needed(i)) return i;
    if (!PointOf(groups_[i]).alone) {
      groups_[i].centre_px = groups_[i + 1].centre_px - Needed(i);
      while (i > 0 && Merges(i - 1) && Gap(i - 1) < Needed(i - 1)) {
        MergeWithNext(--i);
        if (Gap(i) < Needed(i)) groups_[i].centre_px = groups_[i + 1].centre_px - Needed(i);
      }
      return i;
    }
    const size_t next = i + 1;
    groups_[next].centre_px = groups_[i].centre_px + Needed(i);
    while (next + 1 < groups_.size() && Merges(next) && Gap(next) < Needed(next)) {
      MergeWithNext(next);
      if (Gap(i) < Needed(i)) groups_[next].centre_px = groups_[i].centre_px + Needed(i);
    }
    return i;
  }

  const std::vector<ClusterPoint>& points_;
  const ClusterSizes& sizes_;
  std::vector<PointGroup> groups_;
};

}  // namespace

std::vector<PointGroup> ClusterPoints(const std::vector<ClusterPoint>& points,
                                      const ClusterSizes& sizes) {
  std::vector<PointGroup> singles;
  singles.reserve(points.size());
  for (size_t i = 0; i < points.size(); ++i) {
    singles.push_back({points[i].centre_px, points[i].half_px, i, 1, points[i].weight});
  }
  return ClusterGroups(points, singles, sizes);
}

std::vector<PointGroup> ClusterGroups(const std::vector<ClusterPoint>& points,
                                      const std::vector<PointGroup>& groups,
                                      const ClusterSizes& sizes) {
  return Clusterer(points, sizes).Run(groups);
}

}  // namespace demarche
