#include <algorithm>

#include "views/count_text.h"
#include "views/draw_timeline.h"

namespace demarche {
namespace {

constexpr float kGroundRingPx = 1.2f, kRingLinePx = 2, kEndTickPx = 1.5f;
constexpr float kPillRadiusPx = 4, kSpanLinePx = 1.5f;

bool Names(const Mark& mark, Ref item) {
  if (!item) return false;
  if (mark.item == item) return true;
  return std::find(mark.members.begin(), mark.members.end(), item) != mark.members.end();
}

Rect Outline(const Mark& mark) {
  const Rect& box = mark.box_px;
  return {box.x - kOutlineX, box.y - kOutlineY, box.w + 2 * kOutlineX, box.h + 2 * kOutlineY};
}

// The pill behind a mark that is selected or under the pointer.
void DrawState(const Painter& p, const TimelineDrawing& drawing, const Mark& mark) {
  const Palette& theme = *p.theme;
  if (mark.selected) {
    const Rect r = Outline(mark);
    p.Fill(r, WithAlpha(theme.hl, drawing.selection_alpha), kPillRadiusPx);
    p.Frame(r, WithAlpha(theme.hl_outline, drawing.selection_alpha), 1.5f, kPillRadiusPx);
  } else if (Names(mark, drawing.hovered)) {
    p.Fill(Outline(mark), theme.hl_soft, kPillRadiusPx);
    p.Frame(Outline(mark), theme.ink2, 1, kPillRadiusPx);
  }
}

Rgba InkOf(const Palette& theme, const Mark& mark) {
  if (mark.selected) return theme.hl_ink;
  return mark.dimmed ? theme.line_strong : theme.ink;
}

// A bar's ground shows through where it is cut: its length is not to be compared across the fold.
void CutBar(const Painter& p, const TimelineLayout& layout, const Rect& bar, float at_px) {
  constexpr float kStepPx = 3.4f, kAmplitudePx = 2.2f, kCutPx = 5.5f, kEdgePx = 2.4f;
  const Rgba tone = ToneAt(*p.theme, layout, at_px + 1);
  const bool vertical = IsVertical(layout);
  const auto zigzag = [&](float aside, Rgba colour, float line_px) {
    const float at = at_px + aside;
    const Point from = vertical ? Point{bar.x - 2, at} : Point{at, bar.y - 2};
    const Point to = vertical ? Point{bar.right() + 2.7f, at} : Point{at, bar.bottom() + 2.1f};
    p.Zigzag(from, to, kStepPx, kAmplitudePx, colour, line_px);
  };
  zigzag(0, tone, kCutPx);
  zigzag(-kEdgePx, p.theme->line_strong, 0.9f);
  zigzag(kEdgePx, p.theme->line_strong, 0.9f);
}

void DrawBar(const Painter& p, const TimelineLayout& layout, const Mark& mark) {
  const Rgba colour = mark.dimmed ? p.theme->line_strong : p.theme->bar;
  const Rgba none = WithAlpha(colour, 0);
  const Rect& bar = mark.bar_px;
  const bool vertical = IsVertical(layout);
  const float length = vertical ? bar.h : bar.w;
  const float fades = mark.fade_in_px + mark.fade_out_px;
  const float share = fades > length ? length / fades : 1;
  const float in = mark.fade_in_px * share, out = mark.fade_out_px * share;
  const auto part = [&](float from, float to) {
    return vertical ? Rect{bar.x, bar.y + from, bar.w, to - from}
                    : Rect{bar.x + from, bar.y, to - from, bar.h};
  };
  const Axis along = vertical ? Axis::kY : Axis::kX;
  if (in > 0) p.Fade(part(0, in), none, colour, along);
  p.Fill(part(in, length - out), colour);
  if (out > 0) p.Fade(part(length - out, length), colour, none, along);

  const Rgba tick = mark.selected ? p.theme->hl_ink : p.theme->ink2;
  if (in == 0 && mark.starts_in_view) p.Fill(part(0, kEndTickPx), tick);
  if (out == 0 && mark.ends_in_view && !mark.ends_at_playhead)
    p.Fill(part(length - kEndTickPx, length), tick);
  const float start = vertical ? bar.y : bar.x;
  for (const AxisBreak& fold : layout.breaks)
    if (fold.x_px > start + 1 && fold.x_px < start + length - 1) CutBar(p, layout, bar, fold.x_px);
}

// As quiet as the minimap's bars, which say the same; on top of what has to do with a selected
// actor or topic the rest, as the minimap's bars outside the brush.
void DrawDensity(const Painter& p, const TimelineLayout& layout, const Mark& mark) {
  for (uint32_t i = mark.first_column; i < mark.first_column + mark.column_count; ++i) {
    const DensityColumn& column = layout.columns[i];
    if (column.related < column.count) p.Fill(column.rect_px, p.theme->hist_out);
    if (column.related > 0) p.Fill(RelatedPartOf(column, layout.orientation), p.theme->hist);
  }
}

// A number on an ink pill: a cluster's events, "+7" for countries joining.
void DrawPill(const Painter& p, const TimelineLayout& layout, const Mark& mark) {
  const Palette& theme = *p.theme;
  const bool joins = mark.shape == MarkShape::kCount;
  Rgba ground = joins ? theme.ink2 : theme.ink, text = theme.bar_ink;
  if (mark.dimmed) ground = theme.ink3;
  if (mark.selected) ground = theme.hl_ink, text = theme.hl;
  p.Fill(mark.mark_px, ground, mark.mark_px.h / 2);
  p.Text(mark.mark_px.centre(), CountText(joins ? "+" : "", mark.count, ""),
         {Face::kSemiBold, std::max(11.0f, layout.metrics.meta_size_px), text}, Align::kCentre);
}

void DrawDot(const Painter& p, const TimelineDrawing& drawing, const Mark& mark) {
  const TimelineLayout& layout = *drawing.layout;
  const Palette& theme = *p.theme;
  const Rgba ink = InkOf(theme, mark);
  if (mark.shape == MarkShape::kRing) {
    const float r = layout.metrics.ring_r_px;
    const bool hovered = Names(mark, drawing.hovered);
    const Rgba inside = mark.selected ? theme.hl : hovered ? theme.hl_soft : theme.paper;
    p.Disc(mark.centre_px, r, inside);
    p.Ring(mark.centre_px, r, ink, kRingLinePx);
    return;
  }
  const float r = layout.metrics.dot_r_px;
  if (!mark.selected) p.Disc(mark.centre_px, r + kGroundRingPx / 2, theme.paper);
  if (mark.doubted) return p.DashedRing(mark.centre_px, r - kRingLinePx / 2, ink, kRingLinePx);
  p.Disc(mark.centre_px, r - (mark.selected ? 0 : kGroundRingPx / 2), ink);
}

// A line leads to a label that stands above its mark.
void DrawLeader(const Painter& p, const Mark& mark) {
  if (mark.label_px.y > mark.centre_px.y - 1) return;
  p.Line(mark.centre_px, {mark.centre_px.x, mark.label_px.y - 5}, p.theme->line_strong, 1);
}

void DrawLabel(const Painter& p, const TimelineLayout& layout, const Mark& mark) {
  const Palette& theme = *p.theme;
  const float size = layout.metrics.label_size_px;
  if (!IsVertical(layout) && mark.shape != MarkShape::kBar) DrawLeader(p, mark);
  if (mark.side == LabelSide::kInside) {
    p.Text(mark.label_px, mark.label, {mark.face, layout.metrics.meta_size_px, theme.bar_ink});
    return;
  }
  // Beside a bar of the phone: not in the pen's fill, and unlike a point's.
  if (IsVertical(layout) && mark.shape == MarkShape::kBar) {
    const Rgba ink2 = mark.selected ? theme.ink : mark.dimmed ? theme.ink3 : theme.ink2;
    p.Text(mark.label_px, mark.label, {mark.face, layout.metrics.meta_size_px, ink2});
    return;
  }
  const Rgba ink = mark.selected ? theme.hl_ink : mark.dimmed ? theme.ink3 : theme.ink;
  p.Text(mark.label_px, mark.label, {mark.face, size, ink});
  p.Text(mark.note_px, mark.note, {Face::kRegular, 12, mark.selected ? theme.hl_ink : theme.ink2});
}

}  // namespace

void DrawBars(const Painter& p, const TimelineDrawing& drawing) {
  for (const Mark& mark : drawing.layout->marks) {
    const Rect& span = mark.span_px;
    if (span.w + span.h > 0 && !mark.covered)
      p.Line({span.x, span.y}, {span.right(), span.bottom()}, p.theme->line_strong, kSpanLinePx);
    if (mark.shape != MarkShape::kBar) continue;
    DrawState(p, drawing, mark);
    DrawBar(p, *drawing.layout, mark);
  }
  for (const Mark& mark : drawing.layout->marks)
    if (mark.shape == MarkShape::kDensity) DrawDensity(p, *drawing.layout, mark);
}

void DrawStates(const Painter& p, const TimelineDrawing& drawing) {
  for (const Mark& mark : drawing.layout->marks)
    if (mark.shape != MarkShape::kBar && mark.shape != MarkShape::kDensity && !mark.covered)
      DrawState(p, drawing, mark);
}

void DrawLabels(const Painter& p, const TimelineDrawing& drawing) {
  for (const Mark& mark : drawing.layout->marks)
    if (!mark.label.empty()) DrawLabel(p, *drawing.layout, mark);
}

void DrawDots(const Painter& p, const TimelineDrawing& drawing) {
  for (const Mark& mark : drawing.layout->marks) {
    if (mark.shape == MarkShape::kBar || mark.shape == MarkShape::kDensity || mark.covered)
      continue;
    if (mark.shape == MarkShape::kCluster || mark.shape == MarkShape::kCount) {
      DrawPill(p, *drawing.layout, mark);
    } else {
      DrawDot(p, drawing, mark);
    }
  }
}

void DrawFocusRing(const Painter& p, const TimelineDrawing& drawing) {
  constexpr float kGapPx = 2, kLinePx = 2.5f;
  if (!drawing.focused) return;
  for (const Mark& mark : drawing.layout->marks) {
    if (!mark.selected) continue;
    const auto around = [&](float by) {
      const Rect r = Outline(mark);
      return Rect{r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by};
    };
    p.Frame(around(kGapPx + kLinePx / 2), p.theme->focus, kLinePx, 6);
    p.Frame(around(kGapPx - kLinePx / 2), p.theme->paper, 1.2f, 5);
    return;
  }
}

}  // namespace demarche
