#include "core/timeline/link_rows.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr float kTextAbovePx = 6, kTextBelowPx = 7;  // of the middle of a row, what its text takes
constexpr float kOuterGapHalfPx = 3;                 // of the gaps that have rows on one side only
constexpr float kClearPx = 3;                        // from an upright part to what it passes
constexpr float kCellPx = 24;
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
  x0_px_ = layout.lanes_px.x;
  cells_in_row_ = static_cast<size_t>(std::max(0.0f, layout.lanes_px.w) / kCellPx) + 1;
  cells_.resize(centre_px_.size() * cells_in_row_);
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
    for (const Obstacle& obstacle : cells_[CellAt(row, x_px)]) {
      if (x_px > obstacle.from && x_px < obstacle.to) cost += obstacle.cost;
    }
  }
  return cost;
}

void LinkRows::AddSpans(const Mark& mark) {
  if (mark.lane >= first_row_.size() || RowOf(mark) >= spans_.size()) return;
  const size_t row = RowOf(mark);
  const Rect& rect = mark.mark_px;
  const bool bar = mark.shape == MarkShape::kBar;
  const float half = rect.h / 2 + kClearPx / 2;
  AddSpan(row, {rect.x, rect.right(), bar ? kBarCost : kMarkCost, half, half});
  const Rect& box = mark.box_px;
  if (mark.selected) {
    const float outline = box.h / 2 + kOutlineY + kClearPx / 2;
    AddSpan(row, {box.x - kOutlineX, box.right() + kOutlineX, kLabelCost, outline, outline});
  } else if (!mark.label.empty()) {
    const bool left = mark.side == LabelSide::kLeft;
    const float from = left ? box.x : mark.label_px.x, to = left ? rect.x : box.right();
    AddSpan(row, {from, to, kLabelCost, kTextAbovePx, kTextBelowPx});
  }
}

void LinkRows::AddSpan(size_t row, const Span& span) {
  spans_[row].push_back(span);
  const Obstacle obstacle{span.from - kClearPx, span.to + kClearPx, span.cost};
  const size_t last = CellAt(row, obstacle.to);
  for (size_t cell = CellAt(row, obstacle.from); cell <= last; ++cell)
    cells_[cell].push_back(obstacle);
}

size_t LinkRows::CellAt(size_t row, float x_px) const {
  const float cell = std::max(0.0f, (x_px - x0_px_) / kCellPx);
  return row * cells_in_row_ + std::min(static_cast<size_t>(cell), cells_in_row_ - 1);
}

}  // namespace demarche
