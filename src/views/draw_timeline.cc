#include "views/draw_timeline.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr float kCreasePx = 9, kCreaseLightPx = 3;
constexpr float kPlayheadPx = 2;
constexpr float kPlayheadAboveAxisPx = 24;  // it begins in the row of ticks

void DrawGround(const Painter& p, const TimelineLayout& layout) {
  p.Fill(layout.area_px, p.theme->gutter);
  const float top = layout.axis_y_px - layout.metrics.ticks_px - layout.metrics.dimension_px;
  for (const BandView& band : layout.bands) {
    Rect r = AcrossLanes(layout, band.x0_px, band.x1_px);
    if (!IsVertical(layout)) r.h += r.y - top, r.y = top;
    p.Fill(r, ToneOf(*p.theme, layout, band));
  }
}

void DrawFuture(const Painter& p, const TimelineLayout& layout, float playhead_px) {
  const bool vertical = IsVertical(layout);
  const float start = vertical ? layout.lanes_px.y : layout.lanes_px.x;
  const float end = vertical ? layout.lanes_px.bottom() : layout.lanes_px.right();
  const float from = std::max(start, playhead_px);
  if (from < end) p.Hatch(AcrossLanes(layout, from, end), p.theme->hatch);
}

// Days and the like: rules that go on through the lanes.
void DrawCellRules(const Painter& p, const TimelineLayout& layout) {
  for (const Tick& tick : layout.ticks) {
    if (tick.rank != TickRank::kLine) continue;
    const Rect r = AcrossLanes(layout, tick.x_px, tick.x_px);
    if (IsVertical(layout)) {
      p.RuleAcross(r.x, r.right(), tick.x_px, p.theme->line);
    } else {
      p.RuleDown(tick.x_px, layout.axis_y_px, r.bottom(), p.theme->line);
    }
  }
}

void DrawLaneRules(const Painter& p, const TimelineLayout& layout) {
  const Rect& lanes = layout.lanes_px;
  for (const Lane& lane : layout.lanes)
    p.RuleAcross(lanes.x, lanes.right(), lane.y_px + lane.h_px, p.theme->line);
}

void DrawGroupRules(const Painter& p, const TimelineLayout& layout) {
  const float right = layout.area_px.right();
  uint32_t last_lane = kNone;  // under a heading there is none over the one within it
  for (const LaneGroup& group : layout.groups) {
    const bool inner = group.level > 0;
    const float left = inner ? GutterTextX(layout, group.level) : layout.area_px.x;
    if (group.y_px > layout.lanes_px.y + 1 && group.first_lane != last_lane)
      p.RuleAcross(left, right, group.y_px, inner ? p.theme->line : p.theme->line_strong);
    last_lane = group.first_lane;
  }
}

void DrawFold(const Painter& p, const TimelineLayout& layout, const AxisBreak& fold) {
  const float x_px = fold.x_px;
  const Palette& theme = *p.theme;
  const Rgba no_crease = WithAlpha(theme.crease, 0), no_light = WithAlpha(theme.crease_light, 0);
  Rect before = AcrossLanes(layout, x_px - kCreasePx, x_px);
  Rect after = AcrossLanes(layout, x_px, x_px + kCreaseLightPx);
  if (IsVertical(layout)) {
    p.Fade(before, no_crease, theme.crease, Axis::kY);
    p.Fade(after, theme.crease_light, no_light, Axis::kY);
    float from = layout.axis_y_px - 8;
    for (const AxisBreak::Gap& gap : fold.gaps_px) {
      p.RuleAcross(from, gap.from_px, x_px, theme.line_strong);
      from = gap.to_px;
    }
    p.RuleAcross(from, layout.lanes_px.right(), x_px, theme.line_strong);
    return;
  }
  const float top = layout.axis_y_px - layout.metrics.ticks_px - layout.metrics.dimension_px;
  before.h += before.y - top, before.y = top;
  after.h += after.y - top, after.y = top;
  p.Fade(before, no_crease, theme.crease, Axis::kX);
  p.Fade(after, theme.crease_light, no_light, Axis::kX);
  p.RuleDown(x_px, layout.axis_y_px, layout.lanes_px.bottom(), theme.line_strong);
}

void DrawPlayhead(const Painter& p, const TimelineDrawing& drawing) {
  const TimelineLayout& layout = *drawing.layout;
  if (!layout.playhead_in_view) return;
  const float at = p.Snap(drawing.playhead_px), half = kPlayheadPx / 2;
  if (IsVertical(layout)) {
    p.Fill({layout.lanes_px.x, at - half, layout.lanes_px.w, kPlayheadPx}, p.theme->ink);
    return;
  }
  const float top = layout.axis_y_px - kPlayheadAboveAxisPx;
  p.Fill({at - half, top, kPlayheadPx, layout.lanes_px.bottom() - top}, p.theme->ink);
}

// A label that crosses the playhead interrupts it.
void BreakPlayhead(const Painter& p, const TimelineDrawing& drawing) {
  constexpr float kGapPx = 16, kWidthPx = 4;
  const TimelineLayout& layout = *drawing.layout;
  if (!layout.playhead_in_view || IsVertical(layout)) return;
  const float x = drawing.playhead_px;
  const Rgba tone = ToneAt(*p.theme, layout, x);
  for (const Mark& mark : layout.marks) {
    if (mark.label.empty() || mark.side == LabelSide::kInside) continue;
    const bool right = mark.side == LabelSide::kRight;
    const float from = right ? mark.label_px.x : mark.box_px.x;
    const float to = right ? mark.box_px.right() : mark.mark_px.x;
    if (from > x || to < x) continue;
    p.Fill({x - kWidthPx / 2, mark.label_px.y - kGapPx / 2, kWidthPx, kGapPx}, tone);
  }
}

void DrawFutureNote(const Painter& p, const TimelineDrawing& drawing) {
  constexpr std::string_view kNote = "Scheduled, not yet held";
  const TimelineLayout& layout = *drawing.layout;
  if (IsVertical(layout) || layout.groups.empty() || layout.groups[0].h_px < kLeastHeadingPx)
    return;
  const float size = layout.metrics.meta_size_px;
  const float width = drawing.measurer->WidthPx(kNote, Face::kRegular, size);
  const float right = layout.lanes_px.right() - 6;
  if (right - width < drawing.playhead_px + 8) return;
  const float y = layout.groups[0].y_px + layout.groups[0].h_px / 2 + 1;
  p.Text({right, y}, kNote, {Face::kRegular, size, p.theme->ink2}, Align::kRight);
}

// The vertical timeline's thread: past solid, future dotted.
void DrawSpine(const Painter& p, const TimelineDrawing& drawing) {
  const TimelineLayout& layout = *drawing.layout;
  const float x = p.Snap(layout.axis_y_px), top = layout.lanes_px.y,
              bottom = layout.lanes_px.bottom();
  const float now = std::clamp(drawing.playhead_px, top, bottom);
  p.Fill({x - 1, top, 2, now - top}, p.theme->ink);
  constexpr float kDotStepPx = 6;
  for (int i = 0; i < StepsWithin(bottom - now - 3, kDotStepPx); ++i)
    p.Disc({x, now + 3 + kDotStepPx * static_cast<float>(i)}, 0.9f, p.theme->ink);
}

}  // namespace

bool IsVertical(const TimelineLayout& layout) {
  return layout.orientation == Orientation::kVertical;
}

Rect AcrossLanes(const TimelineLayout& layout, float from_px, float to_px) {
  const Rect& lanes = layout.lanes_px;
  if (IsVertical(layout)) return {lanes.x, from_px, lanes.w, to_px - from_px};
  return {from_px, lanes.y, to_px - from_px, lanes.h};
}

Rgba ToneOf(const Palette& theme, const TimelineLayout& layout, const BandView& band) {
  if (!layout.linear_note.empty()) return theme.paper;
  switch (band.unit) {
    case ScaleUnit::kYears:
      return theme.tone_years;
    case ScaleUnit::kMonths:
      return theme.tone_months;
    case ScaleUnit::kWeeks:
      return theme.tone_weeks;
    case ScaleUnit::kDays:
      break;
  }
  return theme.tone_days;
}

Rgba ToneAt(const Palette& theme, const TimelineLayout& layout, float axis_px) {
  for (const BandView& band : layout.bands)
    if (axis_px < band.x1_px) return ToneOf(theme, layout, band);
  return theme.paper;
}

void DrawTimeline(const Painter& p, const TimelineDrawing& drawing) {
  const TimelineLayout& layout = *drawing.layout;
  const bool vertical = IsVertical(layout);
  p.PushClip(layout.area_px);
  DrawGround(p, layout);
  DrawFuture(p, layout, drawing.playhead_px);
  DrawCellRules(p, layout);
  p.PushClip(layout.lanes_px);
  if (!vertical) DrawLaneRules(p, layout);
  p.PopClip();
  for (const AxisBreak& fold : layout.breaks) DrawFold(p, layout, fold);
  DrawRibbons(p, layout);
  DrawMinimap(p, layout);
  DrawAxis(p, layout);
  if (!vertical) {
    DrawGutter(p, drawing);
    p.PushClip({layout.area_px.x, layout.lanes_px.y, layout.area_px.w, layout.lanes_px.h});
    DrawGroupRules(p, layout);
    p.PopClip();
  }
  p.PushClip(layout.lanes_px);
  DrawBars(p, drawing);
  p.PopClip();
  if (vertical) DrawSpine(p, drawing);
  DrawPlayhead(p, drawing);
  // A dot at the very edge is whole, a label ends there.
  Rect marks = layout.lanes_px;
  marks.x -= layout.metrics.ring_r_px + 1, marks.w += 2 * (layout.metrics.ring_r_px + 1);
  p.PushClip(marks);
  BreakPlayhead(p, drawing);
  DrawFutureNote(p, drawing);
  DrawStates(p, drawing);
  DrawLinks(p, drawing);
  DrawLabels(p, drawing);
  DrawDots(p, drawing);
  p.PopClip();
  DrawFocusRing(p, drawing);
  p.PopClip();
}

}  // namespace demarche
