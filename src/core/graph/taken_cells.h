// What is taken of an area, to a few px: asking costs what the box is large, not what is taken.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/base/geometry.h"

namespace demarche {

class TakenCells {
 public:
  explicit TakenCells(const Rect& area)
      : area_(area), columns_(CellsIn(area.w)), rows_(CellsIn(area.h)), taken_(columns_ * rows_) {}

  void Take(const Rect& box) {
    ForEach(box, [this](size_t cell) { taken_[cell] = true; });
  }
  /// How many cells of a box are taken.
  float CountIn(const Rect& box) const {
    float count = 0;
    ForEach(box, [&](size_t cell) { count += taken_[cell]; });
    return count;
  }

 private:
  static constexpr float kCellPx = 4;
  static size_t CellsIn(float px) { return static_cast<size_t>(std::max(px, 0.0f) / kCellPx) + 1; }
  static size_t CellAt(float px, size_t count) {
    return std::min(static_cast<size_t>(std::max(px, 0.0f) / kCellPx), count - 1);
  }

  template <class Call>
  void ForEach(const Rect& box, const Call& call) const {
    const size_t first = CellAt(box.x - area_.x, columns_);
    const size_t last = CellAt(box.right() - area_.x, columns_);
    for (size_t row = CellAt(box.y - area_.y, rows_); row <= CellAt(box.bottom() - area_.y, rows_);
         ++row) {
      for (size_t column = first; column <= last; ++column) call(row * columns_ + column);
    }
  }

  const Rect area_;
  const size_t columns_, rows_;
  std::vector<bool> taken_;
};

}  // namespace demarche
