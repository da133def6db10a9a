// What the marks of a lane have in common, whether they are made from its items (lane_marks.h) or
// from counts (dense_lane.h): where their rows lie, and what the reader's state says of each.
#pragma once

#include "core/timeline/lane_marks.h"

namespace demarche {

class MarkMaker {
 public:
  explicit MarkMaker(const LaneMarksRequest& request);

  bool IsSelected(Ref item) const { return item == selected_; }
  bool IsDimmed(Ref item) const;

  /// The mark of an event or a move, which Place() gives its place.
  Mark New(Ref item, MarkShape shape, uint32_t row) const;
  float RowCentrePx(uint32_t row) const;
  /// A rectangle of that height in the middle of a row.
  Rect InRow(uint32_t row, double x0_px, double x1_px, float height_px) const;
  /// A mark without a label.
  void Place(double x0_px, double x1_px, float height_px, Mark* mark) const;

 private:
  const LaneMarksRequest& r_;
  const Dossier& dossier_;
  Ref selected_;
  bool dims_ = false;
};

}  // namespace demarche
