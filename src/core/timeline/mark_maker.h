// What the marks of a lane have in common, whether they are made from its items (lane_marks.h) or
// from counts (dense_lane.h): where they lie on a page on which time runs to the right or down, and
// what the reader's state says of each.
#pragma once

#include "core/timeline/lane_marks.h"

namespace demarche {

class MarkMaker {
 public:
  explicit MarkMaker(const LaneMarksRequest& request);

  bool vertical() const { return vertical_; }
  bool IsSelected(Ref item) const { return item == selected_; }
  bool IsDimmed(Ref item) const;

  /// The mark of an event or a move, which Place() gives its place.
  Mark New(Ref item, MarkShape shape, uint32_t row) const;
  float RowCentrePx(uint32_t row) const { return r_.rows_px[row]; }
  /// A rectangle so wide across in the middle of a row.
  Rect InRow(uint32_t row, double from_px, double to_px, float across_px) const;
  /// A mark without a label.
  void Place(double from_px, double to_px, float across_px, Mark* mark) const;
  float DotRadiusPx(bool scheduled) const {
    return scheduled ? r_.metrics.ring_r_px : r_.metrics.dot_r_px;
  }
  /// How wide a pill with that number is across.
  float PillAcrossPx(uint32_t number) const;

 private:
  const LaneMarksRequest& r_;
  const Dossier& dossier_;
  Ref selected_;
  bool dims_ = false, vertical_ = false;
};

}  // namespace demarche
