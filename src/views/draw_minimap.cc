#include "views/draw_timeline.h"

namespace demarche {
namespace {

constexpr float kTickPx = 4, kPlayheadPx = 1.5f, kPlayheadAbovePx = 3, kBrushLinePx = 1.5f;

void DrawTicks(const Painter& p, const TimelineLayout& layout) {
  const MinimapView& minimap = layout.minimap;
  const Rect& strip = minimap.strip_px;
  for (const Tick& tick : minimap.ticks) {
    if (IsVertical(layout)) {
      p.RuleAcross(strip.x - kTickPx, strip.x, tick.x_px, p.theme->line_strong);
    } else {
      p.RuleDown(tick.x_px, strip.y, strip.y + kTickPx, p.theme->line_strong);
    }
    p.Text(tick.label_px, tick.label, {Face::kRegular, layout.metrics.meta_size_px, p.theme->ink3});
  }
}

void DrawHandle(const Painter& p, const Rect& handle, bool vertical) {
  p.Fill(handle, p.theme->ink2, 2);
  if (vertical) return;
  constexpr float kGripPx = 8;
  const float top = handle.centre().y - kGripPx / 2;
  for (float x : {3.0f, 5.0f}) p.RuleDown(handle.x + x, top, top + kGripPx, p.theme->paper);
}

}  // namespace

void DrawMinimap(const Painter& p, const TimelineLayout& layout) {
  const MinimapView& minimap = layout.minimap;
  const Rect& strip = minimap.strip_px;
  const Palette& theme = *p.theme;
  const bool vertical = IsVertical(layout);
  if (strip.w <= 0 || strip.h <= 0) return;
  p.Fill(strip, theme.tone_years);
  p.Fill(minimap.brush_px, theme.paper);
  for (const MinimapBar& bar : minimap.bars)
    p.Fill(bar.rect_px, bar.inside ? theme.hist : theme.hist_out);
  DrawTicks(p, layout);
  if (!vertical) {
    const float top = strip.y - kPlayheadAbovePx;
    p.Fill({minimap.playhead_px - kPlayheadPx / 2, top, kPlayheadPx, strip.bottom() - top},
           theme.ink);
  }
  p.Frame(minimap.brush_px, theme.ink2, kBrushLinePx, vertical ? 2.0f : 0.0f);
  const BrushHandles handles = LayoutBrushHandles(minimap, layout.orientation);
  DrawHandle(p, handles.start_px, vertical);
  DrawHandle(p, handles.end_px, vertical);
}

}  // namespace demarche
