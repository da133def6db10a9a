// Links between marks: a move and its replies. All in ink; which kind of reply it is, the badge
// says (design/DESIGN.md sections 1 and 5).
#include <algorithm>

#include "core/base/plane.h"
#include "views/badge.h"
#include "views/count_text.h"
#include "views/draw_timeline.h"

namespace demarche {
namespace {

constexpr float kCasingPx = 1.2f;  // of ground to either side, so that crossed bars and rules part
constexpr float kArrowHalfPx = 3.2f, kChevronPx = 3.5f;
constexpr float kBadgeLinePx = 1.3f, kNumberPx = 11;

struct LinkPen {
  Rgba colour;
  float line_px;
};

LinkPen PenOf(const Palette& theme, const TimelineLink& link) {
  switch (link.role) {
    case LinkRole::kDirect:
      return {theme.ink2, 1.7f};
    case LinkRole::kChain:
      return {theme.ink3, 1.3f};
    case LinkRole::kOther:
      break;
  }
  return {theme.line_strong, 1.1f};
}

void DrawStrokes(const Painter& p, const TimelineLink& link, Rgba colour, float line_px) {
  for (const std::vector<Point>& stroke : link.strokes) {
    for (const Point at : stroke) p.list->PathLineTo(Vec(at));
    p.list->PathStroke(colour, ImDrawFlags_None, line_px);
  }
}

void DrawHead(const Painter& p, const LinkEnd& end, Rgba colour, float grown_px) {
  const Point along = end.direction, aside = Left(along) * (kArrowHalfPx + grown_px);
  const Point tip = end.at_px + along * grown_px;
  const Point base = end.at_px - along * (kLinkArrowPx + grown_px);
  p.Triangle(tip, base + aside, base - aside, colour);
}

// The link goes on beyond the edge of the view.
void DrawBeyond(const Painter& p, const LinkEnd& end, Rgba colour) {
  const Point along = end.direction, aside = Left(along) * kChevronPx;
  const Point back = end.at_px - along * kChevronPx;
  p.Line(back + aside, end.at_px, colour, 1.4f);
  p.Line(back - aside, end.at_px, colour, 1.4f);
}

void DrawLink(const Painter& p, const TimelineLink& link) {
  const LinkPen pen = PenOf(*p.theme, link);
  DrawStrokes(p, link, pen.colour, pen.line_px);
  if (link.from.place != LinkPlace::kMark) DrawBeyond(p, link.from, pen.colour);
  if (link.to.place != LinkPlace::kMark) {
    DrawBeyond(p, link.to, pen.colour);
  } else {
    DrawHead(p, link.to, pen.colour, 0);
  }
}

void DrawCasing(const Painter& p, const TimelineLink& link) {
  const float line_px = PenOf(*p.theme, link).line_px + 2 * kCasingPx;
  DrawStrokes(p, link, p.theme->paper, line_px);
  if (link.to.place == LinkPlace::kMark) DrawHead(p, link.to, p.theme->paper, kCasingPx);
}

void DrawBadges(const Painter& p, const TimelineLink& link) {
  const Palette& theme = *p.theme;
  const Rgba colour = PenOf(theme, link).colour;
  for (const LinkBadge& badge : link.badges) {
    const float half = badge.numbered ? kNumberedBadgeHalfPx : kBadgeHalfPx;
    DrawBadge(p, badge.centre_px, badge.quad,
              {.r_px = half * 0.86f,
               .half_diagonal_px = half * 1.15f,
               .line_px = kBadgeLinePx,
               .hue = colour,
               .ground = theme.paper});
    if (!badge.numbered) continue;
    p.Text(badge.centre_px, CountText(badge.count),
           {Face::kSemiBold, kNumberPx, IsDeed(badge.quad) ? theme.bar_ink : theme.ink},
           Align::kCentre);
  }
}

}  // namespace

void DrawLinks(const Painter& p, const TimelineDrawing& drawing) {
  if (!drawing.links) return;
  for (const TimelineLink& link : *drawing.links) DrawCasing(p, link);
  for (const TimelineLink& link : *drawing.links) DrawLink(p, link);
  for (const TimelineLink& link : *drawing.links) DrawBadges(p, link);
}

}  // namespace demarche
