#include <cmath>

#include "views/draw_timeline.h"

namespace demarche {
namespace {

constexpr int kRibbonSteps = 32;
constexpr float kZigzagStepPx = 4.2f, kZigzagAmplitudePx = 2.6f, kZigzagLinePx = 1.4f;
constexpr float kZigzagGroundPx = 5;  // the ground's stroke under it

// The curve of a ribbon's edge: S-shaped from `from` to `to`, its ends at right angles to the
// strip.
Point RibbonAt(Point from, Point to, float t, bool vertical) {
  const float u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
  if (vertical) {
    const float middle = (from.x + to.x) / 2;
    return {a * from.x + (b + c) * middle + d * to.x, (a + b) * from.y + (c + d) * to.y};
  }
  const float middle = (from.y + to.y) / 2;
  return {(a + b) * from.x + (c + d) * to.x, a * from.y + (b + c) * middle + d * to.y};
}

struct RibbonEnds {
  Point from, to;
};
RibbonEnds EndsOf(const TimelineLayout& layout, float true_px, float axis_px) {
  const Rect& strip = layout.minimap.strip_px;
  if (IsVertical(layout)) return {{strip.right(), true_px}, {layout.lanes_px.x, axis_px}};
  return {{true_px, strip.bottom()}, {axis_px, strip.bottom() + layout.metrics.ribbons_px}};
}

void DrawRibbon(const Painter& p, const TimelineLayout& layout, const BandView& band) {
  const RibbonEnds a = EndsOf(layout, band.true_x0_px, band.x0_px);
  const RibbonEnds b = EndsOf(layout, band.true_x1_px, band.x1_px);
  const bool vertical = IsVertical(layout);
  const Rgba tone = ToneOf(*p.theme, layout, band);
  // One mesh without inner edges, so that no seam shows between the quads.
  p.list->PrimReserve(6 * kRibbonSteps, 2 * (kRibbonSteps + 1));
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  const unsigned int first = p.list->_VtxCurrentIdx;
  for (int i = 0; i <= kRibbonSteps; ++i) {
    const float t = static_cast<float>(i) / kRibbonSteps;
    p.list->PrimWriteVtx(Vec(RibbonAt(a.from, a.to, t, vertical)), white, tone);
    p.list->PrimWriteVtx(Vec(RibbonAt(b.from, b.to, t, vertical)), white, tone);
  }
  for (unsigned int i = 0; i < kRibbonSteps; ++i) {
    const unsigned int v = first + 2 * i;
    for (unsigned int corner : {v, v + 1, v + 3, v, v + 3, v + 2}) p.list->PrimWriteIdx(corner);
  }
}

void DrawRibbonEdge(const Painter& p, const TimelineLayout& layout, float true_px, float axis_px) {
  const RibbonEnds ends = EndsOf(layout, true_px, axis_px);
  for (int i = 0; i <= kRibbonSteps; ++i)
    p.list->PathLineTo(Vec(
        RibbonAt(ends.from, ends.to, static_cast<float>(i) / kRibbonSteps, IsVertical(layout))));
  p.list->PathStroke(p.theme->line_strong, ImDrawFlags_None, 0.9f);
}

// An arrow, "17 years", an arrow; the text alone where there is no room for arrows.
void DrawDimension(const Painter& p, const BandView& band, std::string_view text, float y,
                   bool strong, float size_px) {
  if (text.empty()) return;
  const Rgba colour = strong ? p.theme->ink : p.theme->ink2;
  const Face face = strong ? Face::kSemiBold : Face::kRegular;
  const float centre = (band.x0_px + band.x1_px) / 2;
  const float half = TextWidthPx(text, face, size_px) / 2 + 4;
  p.Text({centre, y}, text, {face, size_px, colour}, Align::kCentre);
  const float left = band.x0_px + 7, right = band.x1_px - 7;
  if (centre - half - left < 7) return;
  const float line_y = p.Snap(y);
  p.RuleAcross(left + 3, centre - half, line_y, p.theme->ink2);
  p.RuleAcross(centre + half, right - 3, line_y, p.theme->ink2);
  const float middle = line_y + p.hairline_px() / 2;
  p.Triangle({left, middle}, {left + 5, middle - 2.6f}, {left + 5, middle + 2.6f}, p.theme->ink2);
  p.Triangle({right, middle}, {right - 5, middle + 2.6f}, {right - 5, middle - 2.6f},
             p.theme->ink2);
}

void DrawTickRule(const Painter& p, const TimelineLayout& layout, const Tick& tick) {
  const float axis = layout.axis_y_px, top = axis - 8;
  if (tick.rank == TickRank::kContext) return;
  const Rgba colour = tick.rank == TickRank::kLine ? p.theme->line : p.theme->line_strong;
  if (tick.line_px > 0) return p.RuleDown(tick.x_px, axis - tick.line_px, axis, colour);
  p.RuleDown(tick.x_px, top, top + (tick.rank == TickRank::kMajor ? 6 : 4), p.theme->line_strong);
}

// Of day cells the weekday over the number.
void DrawTickLabel(const Painter& p, const TimelineLayout& layout, const Tick& tick) {
  const Palette& theme = *p.theme;
  const Face face = tick.strong ? Face::kSemiBold : Face::kRegular;
  const Rgba colour = tick.strong ? theme.ink : theme.ink2;
  const float size = layout.metrics.meta_size_px;
  if (tick.label2.empty()) return p.Text(tick.label_px, tick.label, {face, size, colour});
  const Point at = tick.label_px;
  p.Text({at.x, at.y - 5.5f}, tick.label, {face, size, tick.strong ? theme.ink : theme.ink3},
         Align::kCentre);
  p.Text({at.x, at.y + 7}, tick.label2, {face, layout.metrics.lane_size_px, colour},
         Align::kCentre);
}

void DrawHorizontal(const Painter& p, const TimelineLayout& layout) {
  const Palette& theme = *p.theme;
  const float dimension_y =
      layout.axis_y_px - layout.metrics.ticks_px - layout.metrics.dimension_px / 2;
  for (const BandView& band : layout.bands) {
    const bool linear = layout.bands.size() == 1 && !layout.linear_note.empty();
    const bool strong = !linear && band.unit == ScaleUnit::kDays;
    DrawDimension(p, band, linear ? layout.linear_note : band.dimension, dimension_y, strong,
                  layout.metrics.meta_size_px);
  }
  for (const Tick& tick : layout.ticks) DrawTickRule(p, layout, tick);
  p.RuleAcross(layout.lanes_px.x, layout.lanes_px.right(), layout.axis_y_px - 1, theme.line_strong);
  const float top = dimension_y - 8, bottom = layout.axis_y_px - 2;
  for (const AxisBreak& fold : layout.breaks) {
    const Rgba tone = ToneAt(theme, layout, fold.x_px + 1);
    const Point from{fold.x_px, top}, to{fold.x_px, bottom};
    p.Zigzag(from, to, kZigzagStepPx, kZigzagAmplitudePx, tone, kZigzagGroundPx);
    p.Zigzag(from, to, kZigzagStepPx, kZigzagAmplitudePx, theme.ink, kZigzagLinePx);
  }
  for (const Tick& tick : layout.ticks) DrawTickLabel(p, layout, tick);
}

// Names of bands and days stand between the ribbons and the thread.
void DrawVertical(const Painter& p, const TimelineLayout& layout) {
  const Palette& theme = *p.theme;
  const TimelineMetrics& metrics = layout.metrics;
  const float left = layout.lanes_px.x + 7;
  for (const BandView& band : layout.bands) {
    const float top = band.x0_px;
    p.Text({left, top + 13}, band.name, {Face::kSemiBold, 12, theme.ink});
    p.Text({left, top + 27}, band.dimension, {Face::kRegular, metrics.meta_size_px, theme.ink2});
  }
  for (const Tick& tick : layout.ticks) {
    const Face face = tick.strong ? Face::kSemiBold : Face::kRegular;
    const Rgba colour = tick.strong ? theme.ink : theme.ink2;
    p.Text(tick.label_px, tick.label, {face, 12, colour});
    p.Text({tick.label_px.x + 29, tick.label_px.y}, tick.label2,
           {face, metrics.day_size_px, colour});
  }
  for (const AxisBreak& fold : layout.breaks) {
    const Rgba tone = ToneAt(theme, layout, fold.x_px + 1);
    const Point from{left - 5, fold.x_px}, to{layout.axis_y_px - 14, fold.x_px};
    p.Zigzag(from, to, 4.3f, kZigzagAmplitudePx, tone, kZigzagGroundPx);
    p.Zigzag(from, to, 4.3f, kZigzagAmplitudePx, theme.ink, kZigzagLinePx);
  }
}

}  // namespace

void DrawRibbons(const Painter& p, const TimelineLayout& layout) {
  const Rect& strip = layout.minimap.strip_px;
  const Rect ground = IsVertical(layout)
                          ? Rect{layout.area_px.x, layout.area_px.y,
                                 layout.lanes_px.x - layout.area_px.x, layout.area_px.h}
                          : Rect{strip.x, strip.bottom(), layout.area_px.right() - strip.x,
                                 layout.metrics.ribbons_px};
  p.Fill(ground, p.theme->gutter);
  p.PushClip(ground);
  for (const BandView& band : layout.bands) DrawRibbon(p, layout, band);
  for (const BandView& band : layout.bands) DrawRibbonEdge(p, layout, band.true_x0_px, band.x0_px);
  if (!layout.bands.empty())
    DrawRibbonEdge(p, layout, layout.bands.back().true_x1_px, layout.bands.back().x1_px);
  p.PopClip();
}

void DrawAxis(const Painter& p, const TimelineLayout& layout) {
  if (IsVertical(layout)) {
    DrawVertical(p, layout);
    return;
  }
  p.PushClip({layout.lanes_px.x, layout.area_px.y, layout.lanes_px.w, layout.area_px.h});
  DrawHorizontal(p, layout);
  p.PopClip();
}

}  // namespace demarche
