#include "core/timeline/mark_maker.h"

namespace demarche {

MarkMaker::MarkMaker(const LaneMarksRequest& request)
    : r_(request),
      dossier_(*request.request->dossier),
      selected_(SelectedItem(dossier_, request.request->focus)),
      dims_(DimsOthers(request.request->focus)) {}

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

float MarkMaker::RowCentrePx(uint32_t row) const {
  return demarche::RowCentrePx(r_.metrics, r_.top_px, row);
}

Rect MarkMaker::InRow(uint32_t row, double x0_px, double x1_px, float height_px) const {
  return {static_cast<float>(x0_px), RowCentrePx(row) - height_px / 2,
          static_cast<float>(x1_px - x0_px), height_px};
}

void MarkMaker::Place(double x0_px, double x1_px, float height_px, Mark* mark) const {
  mark->mark_px = InRow(mark->row, x0_px, x1_px, height_px);
  mark->box_px = InRow(mark->row, x0_px, x1_px, r_.metrics.row_px);
  mark->centre_px = mark->mark_px.centre();
}

}  // namespace demarche
