#include "core/timeline/mark_maker.h"

#include <algorithm>
#include <string>

#include "core/timeline/timeline_vertical.h"

namespace demarche {
namespace {

constexpr float kPillPadPx = 4, kNumberPadPx = 10;  // beside a pill's number, where it lies across

}  // namespace

MarkMaker::MarkMaker(const LaneMarksRequest& request)
    : r_(request),
      dossier_(*request.request->dossier),
      selected_(SelectedItem(dossier_, request.request->focus)),
      dims_(DimsOthers(request.request->focus)),
      vertical_(request.request->orientation == Orientation::kVertical) {}

bool MarkMaker::IsDimmed(Ref item) const {
  return dims_ && !HasToDoWith(dossier_, item, r_.request->focus);
}

Mark MarkMaker::New(Ref item, MarkShape shape, uint32_t row) const {
  Mark mark;
  mark.item = item;
  mark.shape = shape;
  if (item.kind == ItemKind::kEvent) mark.track = dossier_.events()[item.index].track;
  mark.lane = r_.lane_index;
  mark.row = row;
  const When& when = dossier_.WhenOf(item);
  mark.scheduled = when.earliest() > r_.request->as_of_s;
  mark.doubted = when.IsDoubted();
  mark.face = mark.scheduled ? Face::kSemiBold : Face::kRegular;
  mark.dimmed = IsDimmed(item);
  mark.selected = IsSelected(item);
  return mark;
}

Rect MarkMaker::InRow(uint32_t row, double from_px, double to_px, float across_px) const {
  const auto from = static_cast<float>(from_px), length = static_cast<float>(to_px - from_px);
  const float aside = RowCentrePx(row) - across_px / 2;
  return vertical_ ? Rect{aside, from, across_px, length} : Rect{from, aside, length, across_px};
}

void MarkMaker::Place(double from_px, double to_px, float across_px, Mark* mark) const {
  mark->mark_px = mark->box_px = InRow(mark->row, from_px, to_px, across_px);
  mark->centre_px = mark->mark_px.centre();
  const bool is_line = mark->shape != MarkShape::kBar && mark->shape != MarkShape::kDensity;
  if (!vertical_) {
    mark->box_px = InRow(mark->row, from_px, to_px, r_.metrics.row_px);
  } else if (is_line) {
    mark->box_px.y = mark->centre_px.y - kVerticalLinePx / 2;
    mark->box_px.h = kVerticalLinePx;
  }
}

float MarkMaker::PillAcrossPx(uint32_t number) const {
  const float pill_px = r_.metrics.pill_px;
  if (!vertical_) return pill_px;
  const float number_px =
      r_.field.measurer->WidthPx(std::to_string(number), Face::kSemiBold, r_.metrics.meta_size_px);
  return std::max(pill_px + kPillPadPx, number_px + kNumberPadPx);
}

}  // namespace demarche
