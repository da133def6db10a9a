#include "core/timeline/clusters.h"

#include <algorithm>
#include <numeric>

namespace demarche {
namespace {

constexpr double kPillGapPx = 1;

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
    return Merges(i) ? sizes_.min_gap_px : std::min(sizes_.min_gap_px, sizes_.min_seen_gap_px);
  }

  void MergeWithNext(size_t i) {
    PointGroup& a = groups_[i];
    const PointGroup& b = groups_[i + 1];
    const auto n = static_cast<double>(a.count), m = static_cast<double>(b.count);
    a.centre_px = (a.centre_px * n + b.centre_px * m) / (n + m);
    a.count += b.count;
    a.weight += b.weight;
    a.half_px = PillHalfPx(a.weight, sizes_.digit_px, sizes_.pill_pad_px);
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

std::vector<PointGroup> ClusterGroups(const std::vector<ClusterPoint>& points,
                                      const std::vector<PointGroup>& groups,
                                      const ClusterSizes& sizes) {
  return Clusterer(points, sizes).Run(groups);
}

constexpr size_t kHeld = static_cast<size_t>(-1);

// The points one sees, in the groups they are in, held where they must be.
struct SeenPoints {
  std::vector<size_t> order;
  std::vector<ClusterPoint> points;
  std::vector<size_t> group_of;  // by seen point; kHeld where it is not as in its group
  std::vector<PointGroup> parts;
  bool any_held = false;

  void Begin(PointGroup part) {
    part.first = points.size();
    parts.push_back(part);
  }
  void Add(size_t index, const ClusterPoint& point, size_t group) {
    order.push_back(index);
    points.push_back(point);
    group_of.push_back(group);
    any_held = any_held || group == kHeld;
  }
};

}  // namespace

double PillHalfPx(uint32_t number, double digit_px, double pill_pad_px) {
  int digits = 1;
  for (uint32_t rest = number / 10; rest > 0; rest /= 10) ++digits;
  return (digits * digit_px + pill_pad_px) / 2;
}

std::vector<PointGroup> ClusterPoints(const std::vector<ClusterPoint>& points,
                                      const ClusterSizes& sizes) {
  std::vector<PointGroup> singles;
  singles.reserve(points.size());
  for (size_t i = 0; i < points.size(); ++i) {
    singles.push_back({points[i].centre_px, points[i].half_px, i, 1, points[i].weight});
  }
  return ClusterGroups(points, singles, sizes);
}

ViewGroups GroupsInView(const std::vector<ClusterPoint>& points, const std::vector<double>& held_px,
                        const ClusterSizes& sizes, double view0_px, double view1_px) {
  const auto in_view = [&](double px) { return px >= view0_px && px <= view1_px; };
  const std::vector<PointGroup> groups = ClusterPoints(points, sizes);
  ViewGroups result;
  SeenPoints seen;
  for (size_t g = 0; g < groups.size(); ++g) {
    PointGroup part = groups[g];
    const size_t begin = part.first, end = part.first + part.count;
    bool reaches = in_view(part.centre_px);
    const size_t group = reaches ? g : kHeld;
    for (size_t i = begin; i < end; ++i) reaches = reaches || in_view(points[i].centre_px);
    if (reaches) {
      part.centre_px = std::clamp(part.centre_px, view0_px, view1_px);
      seen.Begin(part);
      for (size_t i = begin; i < end; ++i) seen.Add(i, points[i], group);
      continue;
    }
    for (size_t i = begin; i < end; ++i) {
      if (!in_view(held_px[i])) continue;
      ClusterPoint point = points[i];
      point.centre_px = held_px[i];
      seen.Begin({point.centre_px, point.half_px, 0, 1, point.weight});
      seen.Add(i, point, kHeld);
    }
  }

  result.order.resize(points.size());
  std::iota(result.order.begin(), result.order.end(), size_t{0});
  result.groups = groups;
  for (const PointGroup& group : groups) {
    result.standing.push_back(in_view(group.centre_px) ? Standing::kSeen : Standing::kUnseen);
  }
  if (!seen.any_held) return result;
  // What stays as it is beside those at the edges is seen as it is.
  std::fill(result.standing.begin(), result.standing.end(), Standing::kUnseen);
  for (PointGroup group : ClusterGroups(seen.points, seen.parts, sizes)) {
    const size_t of = seen.group_of[group.first];
    if (of != kHeld && groups[of].count == group.count && groups[of].centre_px == group.centre_px) {
      result.standing[of] = Standing::kSeen;
      continue;
    }
    const auto first = seen.order.begin() + static_cast<ptrdiff_t>(group.first);
    group.first = result.order.size();
    result.order.insert(result.order.end(), first, first + static_cast<ptrdiff_t>(group.count));
    result.groups.push_back(group);
    result.standing.push_back(Standing::kAtEdge);
  }
  return result;
}

}  // namespace demarche
