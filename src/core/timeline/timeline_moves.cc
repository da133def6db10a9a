// What pointer and keyboard ask of a laid out timeline: zoomed and panned windows, the mark under a
// point.
#include <algorithm>
#include <cmath>

#include "core/base/plane.h"
#include "core/timeline/timeline_frame.h"

namespace demarche {
namespace {

double WorldOf(const TimelineLayout& layout, Seconds t) {
  return layout.scale.WorldFromTime(static_cast<double>(t));
}

// The range that shows the world from u0 to u1, moved into the content.
TimeSpan RangeOf(const TimelineLayout& layout, double u0, double u1) {
  const double first = std::min(WorldOf(layout, layout.content0), layout.scale.world0());
  const double last = std::max(WorldOf(layout, layout.content1), layout.scale.world1());
  const double length = std::min(u1 - u0, last - first);
  u0 = std::clamp(u0, first, last - length);
  u1 = u0 + length;
  const std::vector<ScaleBand>& bands = layout.scale.bands();
  const double px_per_world = (layout.scale.x1_px() - layout.scale.x0_px()) / length;
  const double off_px =
      std::max(std::abs(u0 - bands.front().u0), std::abs(u1 - bands.back().u1)) * px_per_world;
  if (off_px < 0.5 && layout.orientation == Orientation::kHorizontal) return {kTimeMin, kTimeMax};
  const auto from = static_cast<Seconds>(std::llround(layout.scale.TimeFromWorld(u0)));
  const auto to = static_cast<Seconds>(std::llround(layout.scale.TimeFromWorld(u1)));
  if (to - from < kMinWindow) {
    const Seconds middle = from + (to - from) / 2;
    return {middle - kMinWindow / 2, middle + kMinWindow / 2 - 1};
  }
  return {from, to - 1};
}

Rect AtLeast(const Rect& box, float size_px) {
  const float w = std::max(box.w, size_px), h = std::max(box.h, size_px);
  return RectAround(box.centre(), w, h);
}

}  // namespace

TimeSpan ZoomedRange(const TimelineLayout& layout, double factor, double x_px) {
  const TimeScale& scale = layout.scale;
  const double at = scale.WorldFromPx(x_px);
  const double length = (scale.world1() - scale.world0()) / std::max(factor, 1e-9);
  const double share = (at - scale.world0()) / (scale.world1() - scale.world0());
  const double u0 = at - share * length;
  return RangeOf(layout, u0, u0 + length);
}

TimeSpan PannedRange(const TimelineLayout& layout, double dx_px) {
  const TimeScale& scale = layout.scale;
  const double by = dx_px * (scale.world1() - scale.world0()) / (scale.x1_px() - scale.x0_px());
  return RangeOf(layout, scale.world0() + by, scale.world1() + by);
}

MarkContent ContentOf(const Dossier& dossier, const TimelineLayout& layout, const Mark& mark) {
  MarkContent content{.count = static_cast<uint32_t>(EventsOf(mark))};
  content.items = mark.members.empty() ? std::span(&mark.item, 1) : std::span(mark.members);
  const Seconds first = layout.content0, last = layout.content1 - 1;
  TimeSpan& span = content.span = {last, first};
  if (content.count > content.items.size()) {
    content.items = {};
    content.related = mark.related;
    const bool vertical = layout.orientation == Orientation::kVertical;
    const Rect& box = mark.mark_px;
    span.earliest = std::llround(layout.scale.TimeFromPx(vertical ? box.y : box.x));
    span.latest = std::llround(layout.scale.TimeFromPx(vertical ? box.bottom() : box.right()));
  }
  for (const Ref item : content.items) {
    const When& when = dossier.WhenOf(item);
    span.earliest = std::min(span.earliest, when.earliest());
    span.latest = std::max(span.latest, when.latest());
  }
  span.earliest = std::clamp(span.earliest, first, last);
  span.latest = std::clamp(span.latest, span.earliest, last);
  return content;
}

std::optional<TimeSpan> RangeAround(const Dossier& dossier, const TimelineLayout& layout,
                                    const Mark& mark) {
  const auto same_date = [&](Ref item) {
    return dossier.WhenOf(item).start == dossier.WhenOf(mark.members.front()).start;
  };
  if (!mark.members.empty() && std::all_of(mark.members.begin(), mark.members.end(), same_date))
    return std::nullopt;
  if (layout.range1 - layout.range0 <= kMinWindow) return std::nullopt;
  const TimeSpan span = ContentOf(dossier, layout, mark).span;
  const double u0 = WorldOf(layout, span.earliest), u1 = WorldOf(layout, span.latest);
  const double world = layout.scale.world1() - layout.scale.world0();
  constexpr double kRoomBeside = 0.25, kLargestShare = 0.5;  // of the events, of what is in view
  const double length = std::min((u1 - u0) * (1 + 2 * kRoomBeside), world * kLargestShare);
  const double middle = (u0 + u1) / 2;
  return RangeOf(layout, middle - length / 2, middle + length / 2);
}

const Mark* HitTest(const TimelineLayout& layout, Point at_px, float min_hit_px) {
  const Mark* nearest = nullptr;
  float nearest_px = 0;
  for (auto mark = layout.marks.rbegin(); mark != layout.marks.rend(); ++mark) {
    if (mark->covered || !AtLeast(mark->box_px, min_hit_px).Contains(at_px)) continue;
    const bool inside = mark->box_px.Contains(at_px);  // its edges are near, but not all in it
    const float distance_px = inside ? -1 : DistanceTo(mark->box_px, at_px);
    if (nearest && distance_px >= nearest_px) continue;
    nearest = &*mark;
    nearest_px = distance_px;
  }
  return nearest;
}

}  // namespace demarche
