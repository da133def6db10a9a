#include "core/timeline/link_badges.h"

#include <algorithm>
#include <utility>

#include "core/base/plane.h"
#include "core/timeline/link_path.h"

namespace demarche {
namespace {

constexpr float kLabelPadXPx = 3, kLabelPadYPx = 0.5f;

void AddTextBox(const TextMeasurer& measurer, Point left_middle, std::string_view text, Face face,
                float size_px, std::vector<Rect>* boxes) {
  if (text.empty()) return;
  const float w = measurer.WidthPx(text, face, size_px) + 2 * kLabelPadXPx;
  const float h = size_px + 2 * kLabelPadYPx;
  boxes->push_back({left_middle.x - kLabelPadXPx, left_middle.y - h / 2, w, h});
}

}  // namespace

std::vector<Rect> TextBoxes(const TimelineLayout& layout, const TextMeasurer& measurer) {
  std::vector<Rect> boxes;
  const TimelineMetrics& m = layout.metrics;
  for (const Mark& mark : layout.marks) {
    const bool inside = mark.side == LabelSide::kInside;
    AddTextBox(measurer, mark.label_px, mark.label, mark.face,
               inside ? m.meta_size_px : m.label_size_px, &boxes);
    AddTextBox(measurer, mark.note_px, mark.note, Face::kRegular, m.label_size_px, &boxes);
  }
  if (layout.orientation == Orientation::kHorizontal) return boxes;
  constexpr float kNumberPx = 29, kNamePx = 12;  // from a day's name to its number; size of names
  for (const Tick& tick : layout.ticks) {
    const Face face = tick.strong ? Face::kSemiBold : Face::kRegular;
    AddTextBox(measurer, tick.label_px, tick.label, face, kNamePx, &boxes);
    AddTextBox(measurer, {tick.label_px.x + kNumberPx, tick.label_px.y}, tick.label2, face,
               m.day_size_px, &boxes);
  }
  for (const BandView& band : layout.bands) {
    const float left = layout.lanes_px.x + 7;
    AddTextBox(measurer, {left, band.x0_px + 13}, band.name, Face::kSemiBold, kNamePx, &boxes);
    AddTextBox(measurer, {left, band.x0_px + 27}, band.dimension, Face::kRegular, m.meta_size_px,
               &boxes);
  }
  return boxes;
}

BadgePlacer::BadgePlacer(const TimelineLayout& layout, std::vector<Rect> texts)
    : taken_(std::move(texts)) {
  for (const Mark& mark : layout.marks)
    if (mark.shape != MarkShape::kBar) taken_.push_back(Inflated(mark.mark_px, 1));
}

void BadgePlacer::Place(const std::vector<Point>& line, TimelineLink* link) {
  for (size_t quad = 0; quad < kQuadClassCount; ++quad) {
    const uint32_t count = link->replies_of_quad[quad];
    if (count == 0) continue;
    LinkBadge badge{static_cast<QuadClass>(quad), count, {}};
    std::optional<Point> at;
    if (count > 1) at = FreeSpot(line, kNumberedBadgeHalfPx);
    badge.numbered = at.has_value();
    if (!at) at = FreeSpot(line, kBadgeHalfPx);
    if (!at) continue;
    badge.centre_px = *at;
    const float half = badge.numbered ? kNumberedBadgeHalfPx : kBadgeHalfPx;
    taken_.push_back(RectAround(badge.centre_px, 2 * half + 2, 2 * half + 2));
    link->badges.push_back(badge);
  }
}

std::optional<Point> BadgePlacer::FreeSpot(const std::vector<Point>& line, float half_px) const {
  constexpr float kStepPx = 4;
  const float farthest = LengthOf(line) - half_px;
  for (float before = kLinkArrowPx + half_px + 1; before <= farthest; before += kStepPx) {
    const Point at = PointBeforeEnd(line, before);
    const Rect box = RectAround(at, 2 * half_px, 2 * half_px);
    const bool free = std::none_of(taken_.begin(), taken_.end(),
                                   [&box](const Rect& other) { return other.Overlaps(box); });
    if (free) return at;
  }
  return std::nullopt;
}

}  // namespace demarche
