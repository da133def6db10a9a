// Where a mark's label goes: to the right, else to the left, else shortened, else nowhere
// (design/DESIGN.md section 3). Greedy, one label after another in the order of their priority,
// which is the point-feature labelling of J. Christensen, J. Marks, S. Shieber, "An Empirical Study
// of Algorithms for Point-Feature Label Placement", ACM Transactions on Graphics 14(3), 1995,
// section 3.2, with two candidate positions.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_measurer.h"
#include "core/timeline/timeline_layout.h"

namespace demarche {

/// From a label to the edge of the view.
inline constexpr double kLabelEdgePx = 3;

/// What is taken of one row: disjoint stretches of px, ascending.
class RowSpace {
 public:
  void Take(double x0_px, double x1_px);
  /// How far from x one comes to the right (to the left) before something is taken; x itself if it
  /// is.
  double FreeRightOf(double x_px, double limit_px) const;
  double FreeLeftOf(double x_px, double limit_px) const;
  /// Where what is taken around x ends (begins); x itself where nothing is. Gaps too small for a
  /// label count as taken.
  double EndOfTaken(double x_px) const;
  double BeginOfTaken(double x_px) const;
  bool IsFree(double x0_px, double x1_px) const { return FreeRightOf(x0_px, x1_px) >= x1_px; }

 private:
  struct Stretch {
    double x0_px, x1_px;
  };
  std::vector<Stretch> taken_;
};

/// `text` cut at a word boundary with "…" and then `suffix`, so that it is at most `max_px` wide;
/// all of it where that fits. Empty where too little would be left to be understood.
std::string Shortened(std::string_view text, std::string_view suffix, const TextMeasurer& measurer,
                      Face face, float size_px, double max_px);

struct LabelWish {
  std::string_view title;
  std::string_view suffix;  // kept when the title is cut: ", 2 more"
  Face face = Face::kRegular;
  double mark0_px = 0, mark1_px = 0;  // the mark's own extent, already taken
  double left_px = 0, right_px = 0;   // where a label to the left ends, one to the right begins
};
/// For a label beside a mark in the middle of which is `x_px`.
LabelWish WishBeside(double x_px, double half_px, std::string_view title, Face face);
/// ", 2 more": what follows the title of one of `count` events.
std::string AndMore(size_t count);

struct LabelSpot {
  LabelSide side = LabelSide::kNone;
  std::string text;
  double x0_px = 0, x1_px = 0;
};

/// The row's bounds and what a label must not lightly cross.
struct LabelField {
  double x0_px = 0, x1_px = 0;
  double playhead_px = -1e18;
  const TextMeasurer* measurer = nullptr;
  float size_px = 11.5f;
};

/// The first place that is free: right, left, shortened right, shortened left; then the same across
/// the playhead.
std::optional<LabelSpot> FindSpot(const LabelField& field, const RowSpace& row,
                                  const LabelWish& wish);
/// A place for a label that must be drawn, whatever lies there: on the side with more room.
LabelSpot ForceSpot(const LabelField& field, const LabelWish& wish);

/// Shortens a label that reaches out of the field at its far end; false where nothing is left.
bool CutAtEdge(const LabelField& field, const LabelWish& wish, LabelSpot* spot);

enum class Cut : uint8_t { kNever, kAllowed };
/// A place inside a bar that fills the field: in its first part between two of `folds_px`
/// (ascending) that is long enough.
std::optional<LabelSpot> FindInside(const LabelField& field, std::span<const double> folds_px,
                                    std::string_view title, Face face, Cut cut);

}  // namespace demarche
