#include "views/morph.h"

#include "views/along.h"

namespace demarche {
namespace {

class Mapping {
 public:
  Mapping(const TimelineLayout& layout, const TimeScale& other, float share)
      : own_(layout.scale), other_(other), share_(share) {}

  float operator()(float px) const {
    const double there = other_.PxFromWorld(other_.WorldFromTime(own_.TimeFromPx(px)));
    return px + share_ * static_cast<float>(there - px);
  }

 private:
  const TimeScale& own_;
  const TimeScale& other_;
  const float share_;
};

void Stretch(const Mapping& map, const Along& along, Rect* rect) {
  const float from = map(rect->*along.from);
  rect->*along.length = map(rect->*along.from + rect->*along.length) - from;
  rect->*along.from = from;
}

void MoveMark(const Mapping& map, const Along& along, MorphLabels labels, Mark* mark) {
  Rect& span = mark->span_px;
  const float span_end = map(span.*along.from + span.*along.length);
  span.*along.from = map(span.*along.from);
  span.*along.length = span_end - span.*along.from;
  const bool is_bar = mark->shape == MarkShape::kBar;
  const float before = is_bar ? mark->bar_px.*along.from : mark->centre_px.*along.at;
  const float by = map(before) - before;
  if (is_bar) Stretch(map, along, &mark->bar_px);
  ShiftMark(along, by, mark);
  if (is_bar) mark->mark_px = mark->bar_px;
  if (labels == MorphLabels::kKeep || mark->selected) return;
  mark->label.clear();
  mark->note.clear();
  mark->box_px = mark->mark_px;
}

}  // namespace

TimelineLayout Morphed(const TimelineLayout& layout, const TimeScale& other, float share,
                       MorphLabels labels) {
  TimelineLayout out = layout;
  const Mapping map(layout, other, share);
  const Along along = AlongAxisOf(layout.orientation);
  for (Mark& mark : out.marks) MoveMark(map, along, labels, &mark);
  for (DensityColumn& column : out.columns) Stretch(map, along, &column.rect_px);
  for (Tick& tick : out.ticks) {
    const float by = map(tick.x_px) - tick.x_px;
    tick.x_px += by;
    tick.label_px.*along.at += by;
    if (labels == MorphLabels::kDrop) tick.label.clear(), tick.label2.clear();
  }
  for (AxisBreak& fold : out.breaks) fold.x_px = map(fold.x_px);
  for (BandView& band : out.bands) {
    band.x0_px = map(band.x0_px);
    band.x1_px = map(band.x1_px);
    if (labels == MorphLabels::kDrop) band.dimension.clear(), band.name.clear();
  }
  out.playhead_px = map(layout.playhead_px);
  return out;
}

std::vector<TimelineLink> MorphedLinks(const std::vector<TimelineLink>& links,
                                       const TimelineLayout& layout, const TimeScale& other,
                                       float share) {
  std::vector<TimelineLink> out = links;
  const Mapping map(layout, other, share);
  const Along along = AlongAxisOf(layout.orientation);
  const auto move = [&](Point* at) { at->*along.at = map(at->*along.at); };
  for (TimelineLink& link : out) {
    if (link.from.place == LinkPlace::kMark) move(&link.from.at_px);
    if (link.to.place == LinkPlace::kMark) move(&link.to.at_px);
    for (LinkBadge& badge : link.badges) move(&badge.centre_px);
    for (std::vector<Point>& stroke : link.strokes)
      for (Point& at : stroke) move(&at);
  }
  return out;
}

}  // namespace demarche
