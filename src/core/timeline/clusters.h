// Marks of one row that would lie on top of each other become one with a number (design/DESIGN.md
// section 3). What is scheduled never merges with what has happened, and what is selected with
// nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace demarche {

struct ClusterPoint {
  double centre_px = 0;
  double half_px = 0;   // half the width of its mark
  uint32_t weight = 1;  // what it adds to the number on a pill
  bool scheduled = false;
  bool alone = false;  // never merged
};

/// One or several neighbouring points; several are a pill at their mean.
struct PointGroup {
  double centre_px = 0;
  double half_px = 0;
  size_t first = 0, count = 1;  // in the row's points
  uint32_t weight = 1;
};

enum class SingleMark : uint8_t { kDot, kPill };

struct ClusterSizes {
  SingleMark single = SingleMark::kDot;
  double min_gap_px = 13;   // centres of two dots; pills do not overlap at all
  double digit_px = 7;      // width of a digit on a pill
  double pill_pad_px = 12;  // width of a pill without its digits
};

/// Groups of `points` (ascending by centre), ascending. A group beside one that it may not merge
/// with gives way to it sideways. Costs O(n) and what groups there are squared.
std::vector<PointGroup> ClusterPoints(const std::vector<ClusterPoint>& points,
                                      const ClusterSizes& sizes);
/// The same of points that are already in groups, which stay together.
std::vector<PointGroup> ClusterGroups(const std::vector<ClusterPoint>& points,
                                      const std::vector<PointGroup>& groups,
                                      const ClusterSizes& sizes);

}  // namespace demarche
