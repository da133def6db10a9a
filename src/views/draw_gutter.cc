
#include "views/count_text.h"
#include "views/draw_timeline.h"

namespace demarche {
namespace {

void DrawSegment(const Painter& p, const Rect& r, Point text, std::string_view word, bool on) {
  constexpr float kRadiusPx = 5, kTextPx = 11.5f;
  if (on) p.Fill(r, p.theme->ink, kRadiusPx);
  p.Text(text, word,
         {on ? Face::kSemiBold : Face::kRegular, kTextPx, on ? p.theme->bar_ink : p.theme->ink},
         Align::kCentre);
}

void DrawAxisControl(const Painter& p, const HeaderLabels& header, AxisKind axis) {
  p.Fill(header.control_px, p.theme->paper, 5);
  p.Frame(header.control_px, p.theme->line_strong, 1, 5);
  DrawSegment(p, header.adaptive_px, header.adaptive_text, "Adaptive", axis == AxisKind::kAdaptive);
  DrawSegment(p, header.linear_px, header.linear_text, "Linear", axis == AxisKind::kLinear);
}

void DrawHeaderLabels(const Painter& p, const TimelineDrawing& drawing) {
  const HeaderLabels& header = *drawing.header;
  const Palette& theme = *p.theme;
  const TextStyle meta{Face::kRegular, drawing.layout->metrics.meta_size_px, theme.ink3};
  const bool adaptive = !drawing.layout->breaks.empty() || drawing.axis == AxisKind::kAdaptive;
  if (header.compact) {
    p.Text(header.true_scale, "True scale", {Face::kRegular, meta.size_px, theme.ink2});
  } else {
    p.Text(header.true_scale, "True scale", {Face::kSemiBold, 12.5f, theme.ink});
    p.Text(header.note, drawing.layout->minimap.note, meta);
  }
  if (drawing.axis_control && !header.compact) {
    p.Text(header.time_axis, "Time axis", {Face::kSemiBold, meta.size_px, theme.ink3});
    DrawAxisControl(p, header, drawing.axis);
    if (header.zone_px.w > 0) {
      p.Fill(header.zone_px, theme.paper, 5);
      p.Frame(header.zone_px, theme.line_strong, 1, 5);
      p.Text(header.zone_px.centre(), header.zone_text, {Face::kRegular, meta.size_px, theme.ink},
             Align::kCentre);
    }
  }
  Point key = header.key_text;
  if (adaptive) {
    const Point to{header.key_zigzag.x, header.key_zigzag.y + header.key_zigzag_h_px + 0.1f};
    p.Zigzag(header.key_zigzag, to, 3.6f, 2.4f, theme.ink, 1.4f);
  } else {
    key.x = header.true_scale.x;
  }
  const std::string_view says = header.compact ? (adaptive ? "New scale" : "One scale")
                                : adaptive     ? "Scale changes here"
                                               : "One scale throughout";
  p.Text(key, says, {Face::kRegular, meta.size_px, theme.ink2});
}

void DrawLaneName(const Painter& p, const TimelineDrawing& drawing, const Lane& lane) {
  const TimelineMetrics& metrics = drawing.layout->metrics;
  const Palette& theme = *p.theme;
  const LaneLabel at = LayoutLaneLabel(lane, metrics, *drawing.measurer);
  const TextStyle meta{Face::kRegular, metrics.meta_size_px, theme.ink3};
  p.Text(at.name, lane.name, {Face::kSemiBold, metrics.lane_size_px, theme.ink});
  if (at.shows_annotation) p.Text(at.annotation, lane.annotation, meta);
  if (lane.hidden > 0) p.Text(at.hidden, CountText("", lane.hidden, " hidden"), meta);
}

// Beside the lane of the selected mark.
void DrawTab(const Painter& p, const TimelineDrawing& drawing, const Lane& lane) {
  const float x = drawing.layout->area_px.x;
  p.Fill({x, lane.y_px + 1, 3, lane.h_px - 2}, WithAlpha(p.theme->hl, drawing.selection_alpha));
  p.Fill({x + 3, lane.y_px + 1, 1, lane.h_px - 2},
         WithAlpha(p.theme->hl_outline, drawing.selection_alpha));
}

}  // namespace

void DrawGutter(const Painter& p, const TimelineDrawing& drawing) {
  const TimelineLayout& layout = *drawing.layout;
  const Palette& theme = *p.theme;
  const Rect& area = layout.area_px;
  const Rect gutter{area.x, area.y, layout.lanes_px.x - area.x, area.h};
  p.Fill(gutter, theme.gutter);
  DrawHeaderLabels(p, drawing);

  p.PushClip({gutter.x, layout.lanes_px.y, gutter.w, layout.lanes_px.h});
  for (const Mark& mark : layout.marks)
    if (mark.selected && mark.lane < layout.lanes.size())
      DrawTab(p, drawing, layout.lanes[mark.lane]);
  const float left = area.x + (layout.metrics.gutter_px > 120 ? 14 : 12);
  for (const LaneGroup& group : layout.groups) {
    if (group.h_px < 12) continue;
    p.Text({left, group.y_px + group.h_px / 2 + 1.5f}, group.name,
           {Face::kSemiBold, layout.metrics.meta_size_px, theme.ink3});
  }
  for (const Lane& lane : layout.lanes) DrawLaneName(p, drawing, lane);
  p.PopClip();

  p.RuleDown(gutter.right() - 1, layout.minimap.strip_px.y, area.bottom(), theme.line_strong);
  p.RuleAcross(area.x, area.right(), layout.axis_y_px, theme.line_strong);
}

}  // namespace demarche
