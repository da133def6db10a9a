// The rows of a horizontal timeline as what links go around: the gaps between them, and what lies
// in them.
#pragma once

#include <vector>

#include "core/timeline/timeline_layout.h"

namespace demarche {

/// Of px, along the axis or across it.
struct Stretch {
  float from = 0, to = 0;
  float Nearest(float to_px) const { return to_px < from ? from : to_px > to ? to : to_px; }
};

class LinkRows {
 public:
  explicit LinkRows(const TimelineLayout& layout);

  size_t RowOf(const Mark& mark) const { return first_row_[mark.lane] + mark.row; }
  /// Gap i lies above row i, the last one below the last row.
  size_t gaps() const { return centre_px_.size() + 1; }
  float GapPx(size_t gap) const;
  /// What is free around a gap, from x0 to x1: a row without text and marks there lends half of
  /// itself. from > to where it is too narrow.
  Stretch FreeIn(size_t gap, float x0_px, float x1_px) const;
  /// Of crossing rows [first, last) upright at x, in px that a way might be longer instead.
  float CostOfCrossing(float x_px, size_t first, size_t last) const;

 private:
  struct Span {
    float from, to, cost;
    float above_px, below_px;  // from the middle of the row
  };
  struct Obstacle {
    float from, to, cost;
  };
  void AddSpans(const Mark& mark);
  void AddSpan(size_t row, const Span& span);
  size_t CellAt(size_t row, float x_px) const;

  std::vector<size_t> first_row_;  // by lane
  std::vector<float> centre_px_;
  std::vector<std::vector<Span>> spans_;  // by row
  // By row and stretch of it, so that a crossing looks only at what is near.
  std::vector<std::vector<Obstacle>> cells_;
  size_t cells_in_row_ = 1;
  float x0_px_ = 0;
  float row_px_ = 0;
};

}  // namespace demarche
