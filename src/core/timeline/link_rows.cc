#include "core/timeline/link_rows.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr float kTextAbovePx = 6, kTextBelowPx = 7;  // of the middle of a row, what its text takes
constexpr float kOuterGapHalfPx = 3;                 // of the gaps that have rows on one side only
constexpr float kClearPx = 3;                        // from an upright part to what it passes
constexpr float kMarkCost = 400, kLabelCost = 24, kBarCost = 6;

}  // namespace

LinkRows::LinkRows(const TimelineLayout& layout) {
  for (const Lane& lane : layout.lanes) {
    first_row_.push_back(centre_px_.size());
    for (uint32_t row = 0; row < lane.rows; ++row) {
      centre_px_.push_back(RowCentrePx(layout.metrics, lane.y_px, row));
    }
  }
  row_px_ = layout.metrics.row_px;
  spans_.resize(centre_px_.size());
  for (const Mark& mark : layout.marks) AddSpans(mark);
}

float LinkRows::GapPx(size_t gap) const {
  if (gap == 0) return centre_px_.front() - row_px_ / 2 - 1;
  if (gap == centre_px_.size()) return centre_px_.back() + row_px_ / 2 + 1;
  return (centre_px_[gap - 1] + centre_px_[gap]) / 2;
}

Stretch LinkRows::FreeIn(size_t gap, float x0_px, float x1_px) const {
  Stretch free{GapPx(gap) - kOuterGapHalfPx, GapPx(gap) + kOuterGapHalfPx};
  if (gap > 0) {
    free.from = centre_px_[gap - 1];
    for (const Span& span : spans_[gap - 1])
      if (span.from < x1_px && span.to > x0_px)
        free.from = std::max(free.from, centre_px_[gap - 1] + span.below_px);
  }
  if (gap < centre_px_.size()) {
    free.to = centre_px_[gap];
    for (const Span& span : spans_[gap])
      if (span.from < x1_px && span.to > x0_px)
        free.to = std::min(free.to, centre_px_[gap] - span.above_px);
  }
  return free;
}

float LinkRows::CostOfCrossing(float x_px, size_t first, size_t last) const {
  float cost = 0;
  for (size_t row = first; row < last; ++row) {
    for (const Span& span : spans_[row]) {
      if (x_px > span.from - kClearPx && x_px < span.to + kClearPx) cost += span.cost;
    }
  }
  return cost;
}

void LinkRows::AddSpans(const Mark& mark) {
  if (mark.lane >= first_row_.size() || RowOf(mark) >= spans_.size()) return;
  std::vector<Span>& row = spans_[RowOf(mark)];
  const Rect& rect = mark.mark_px;
  const bool bar = mark.shape == MarkShape::kBar;
  const float half = rect.h / 2 + kClearPx / 2;
  row.push_back({rect.x, rect.right(), bar ? kBarCost : kMarkCost, half, half});
  const Rect& box = mark.box_px;
  if (mark.selected) {
    const float outline = box.h / 2 + kOutlineY + kClearPx / 2;
    row.push_back({box.x - kOutlineX, box.right() + kOutlineX, kLabelCost, outline, outline});
  } else if (!mark.label.empty()) {
    const bool left = mark.side == LabelSide::kLeft;
    const float from = left ? box.x : mark.label_px.x, to = left ? rect.x : box.right();
    row.push_back({from, to, kLabelCost, kTextAbovePx, kTextBelowPx});
  }
}

}  // namespace demarche
