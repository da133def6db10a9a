
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

// A name that the pointer is on.
void DrawHover(const Painter& p, const TimelineLayout& layout, float y_px) {
  const Rect box = GutterNameBox(layout, y_px);
  p.Fill(box, p.theme->hl_soft, 4);
  p.Frame(box, p.theme->ink2, 1, 4);
}

void DrawLaneName(const Painter& p, const TimelineDrawing& drawing, uint32_t index) {
  const Lane& lane = drawing.layout->lanes[index];
  const TimelineMetrics& metrics = drawing.layout->metrics;
  const Palette& theme = *p.theme;
  const LaneLabel at = LayoutLaneLabel(lane, metrics, *drawing.measurer);
  if (drawing.gutter == Spot::kLaneName && drawing.gutter_row == index)
    DrawHover(p, *drawing.layout, at.name.y);
  const TextStyle meta{Face::kRegular, metrics.meta_size_px, theme.ink3};
  const TextStyle name{Face::kSemiBold, metrics.lane_size_px, theme.ink};
  p.Text(at.name, at.name_text, name);
  p.Text(at.more, at.more_text, name);
  if (at.shows_annotation) p.Text(at.annotation, lane.annotation, meta);
  if (lane.hidden > 0) p.Text(at.hidden, CountText("", lane.hidden, " hidden"), meta);
}

// Down: open; to the right: folded.
void DrawChevron(const Painter& p, Point at, GroupFold fold) {
  constexpr float kHalfPx = 3, kDeepPx = 1.6f, kLinePx = 1.4f;
  if (fold == GroupFold::kFixed) return;
  const auto point = [&](float along, float across) {
    return fold == GroupFold::kOpen ? Point{at.x + along, at.y + across}
                                    : Point{at.x + across, at.y + along};
  };
  p.Line(point(-kHalfPx, -kDeepPx), point(0, kDeepPx), p.theme->ink2, kLinePx);
  p.Line(point(0, kDeepPx), point(kHalfPx, -kDeepPx), p.theme->ink2, kLinePx);
}

void DrawGroup(const Painter& p, const TimelineDrawing& drawing, uint32_t index) {
  const TimelineLayout& layout = *drawing.layout;
  const LaneGroup& group = layout.groups[index];
  const bool folded = group.fold == GroupFold::kFolded;
  if (!folded && group.h_px < kLeastHeadingPx) return;
  const bool hovered = drawing.gutter == Spot::kGroupName && drawing.gutter_row == index;
  const float y =
      folded ? LayoutLaneLabel(layout.lanes[group.first_lane], layout.metrics, *drawing.measurer)
                   .name.y
             : group.y_px + group.h_px / 2 + 1.5f;
  if (hovered) DrawHover(p, layout, y);
  DrawChevron(p, ChevronAt(layout, y, group.level), group.fold);
  if (folded) return;  // its lane has the name
  p.Text({GutterTextX(layout, group.level), y}, group.name,
         {Face::kSemiBold, layout.metrics.meta_size_px, p.theme->ink3});
}

void DrawAllLanes(const Painter& p, const TimelineDrawing& drawing) {
  const TimelineLayout& layout = *drawing.layout;
  const Rect box = AllLanesBox(layout);
  if (box.h <= 0) return;
  if (drawing.gutter == Spot::kAllLanes) DrawHover(p, layout, box.centre().y);
  const TextStyle style{Face::kRegular, layout.metrics.meta_size_px, p.theme->ink2};
  const float left = GutterTextX(layout);
  std::string_view words = "Show all lanes";
  if (drawing.measurer->WidthPx(words, style.face, style.size_px) > box.right() - left)
    words = words.substr(0, words.rfind(' '));
  const float w = drawing.measurer->WidthPx(words, style.face, style.size_px);
  p.Text({left, box.centre().y}, words, style);
  p.RuleAcross(left, left + w, box.centre().y + 6, p.theme->line_strong);
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
  for (uint32_t i = 0; i < layout.groups.size(); ++i) DrawGroup(p, drawing, i);
  for (uint32_t i = 0; i < layout.lanes.size(); ++i) DrawLaneName(p, drawing, i);
  DrawAllLanes(p, drawing);
  p.PopClip();

  p.RuleDown(gutter.right() - 1, layout.minimap.strip_px.y, area.bottom(), theme.line_strong);
  p.RuleAcross(area.x, area.right(), layout.axis_y_px, theme.line_strong);
}

}  // namespace demarche
