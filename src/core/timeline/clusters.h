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
  double min_gap_px = 13;      // centres of two dots; pills do not overlap at all
  double min_seen_gap_px = 6;  // likewise, of two that may not merge: both are seen
  double digit_px = 7;         // width of a digit on a pill
  double pill_pad_px = 12;     // width of a pill without its digits
};

/// Half the width of a pill with that number on it.
double PillHalfPx(uint32_t number, double digit_px, double pill_pad_px);

/// Groups of `points` (ascending by centre), ascending. A group beside one that it may not merge
/// with gives way to it sideways. Costs O(n) and what groups there are squared.
std::vector<PointGroup> ClusterPoints(const std::vector<ClusterPoint>& points,
                                      const ClusterSizes& sizes);

/// kUnseen: beyond the view; it only keeps its room. kAtEdge: a wide date or a straddling cluster
/// that is held in view, and what that merges with; its place depends on the view.
enum class Standing : uint8_t { kSeen, kUnseen, kAtEdge };

/// Groups of points and what a view shows of them.
struct ViewGroups {
  std::vector<size_t> order;  // points; what `first` and `count` of the groups refer to
  std::vector<PointGroup> groups;
  std::vector<Standing> standing;  // by group
};

/// Groups the points as if all of them were in view, so that panning changes nothing, and holds at
/// the edges of the view [view0_px, view1_px] what does not stand in it and yet belongs there:
/// points whose `held_px` (by point; its centre where it is not held) lies in it, and clusters one
/// of whose points does. Whatever is held is in two groups, of which one is unseen.
ViewGroups GroupsInView(const std::vector<ClusterPoint>& points, const std::vector<double>& held_px,
                        const ClusterSizes& sizes, double view0_px, double view1_px);

}  // namespace demarche
