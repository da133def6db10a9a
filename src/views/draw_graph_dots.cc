// Actors of the graph that have no room for a node: dots by kind at their places; thin lines for
// all that happened between them, and between nodes whose edges would be too many. However many
// there are, a few vertices each.
#include "core/base/plane.h"
#include "core/graph/edge_stroke.h"
#include "views/draw_graph.h"

namespace demarche {
namespace {

constexpr float kNamePx = 11.5f;

void DrawLines(const Painter& p, const GraphDrawing& drawing) {
  const std::vector<GraphLine>& lines = drawing.layout->lines;
  const Palette& theme = *p.theme;
  const LineShares shares = SharesOf(lines);
  const Rgba conf = WithAlpha(theme.conf, shares.full), coop = WithAlpha(theme.coop, shares.full);
  const Rgba dimmed = WithAlpha(theme.line_strong, shares.dimmed);
  for (const bool own_lines : {false, true}) {
    for (const GraphLine& line : lines) {
      if (line.dimmed == own_lines) continue;
      const bool hovered = drawing.hovered_pair && line.pair() == drawing.hovered_pair;
      const Rgba colour = hovered       ? (line.conflict ? theme.conf : theme.coop)
                          : line.dimmed ? dimmed
                                        : (line.conflict ? conf : coop);
      p.list->AddLine(Vec(line.from_px), Vec(line.to_px), colour,
                      line.width_px + (hovered ? 1 : 0));
    }
  }
}

void DrawDot(const Painter& p, const GraphDot& dot, float r_px, Rgba colour) {
  const bool box = dot.kind != ActorKind::kState && dot.kind != ActorKind::kPerson;
  if (box) {
    const Point& at = dot.centre_px;
    p.list->AddRectFilled(ImVec2(at.x - r_px * 1.1f, at.y - r_px * 0.8f),
                          ImVec2(at.x + r_px * 1.1f, at.y + r_px * 0.8f), colour, 0);
  } else {
    p.Disc(dot.centre_px, r_px, colour);
  }
}

bool IsNamed(const GraphDrawing& drawing, const GraphDot& dot) {
  return dot.selected || drawing.hovered == Ref{ItemKind::kActor, dot.actor};
}

}  // namespace

void DrawDots(const Painter& p, const GraphDrawing& drawing) {
  const GraphLayout& layout = *drawing.layout;
  const Palette& theme = *p.theme;
  DrawLines(p, drawing);
  const Rect seen = Inflated(p.Clip(), layout.dot_r_px * 2);
  for (const GraphDot& dot : layout.dots) {
    if (!seen.Contains(dot.centre_px)) continue;
    const Rgba colour = dot.dimmed                       ? theme.line_strong
                        : dot.kind == ActorKind::kState  ? theme.ink
                        : dot.kind == ActorKind::kPerson ? theme.ink3
                                                         : theme.ink2;
    DrawDot(p, dot, layout.dot_r_px, colour);
  }
}

void DrawDotNames(const Painter& p, const GraphDrawing& drawing) {
  const GraphLayout& layout = *drawing.layout;
  const Palette& theme = *p.theme;
  for (const GraphDot& dot : layout.dots) {
    if (!IsNamed(drawing, dot)) continue;
    const std::string_view name =
        drawing.dossier->In(drawing.dossier->actors()[dot.actor].name, drawing.lang);
    const float r = layout.dot_r_px + 3, w = TextWidthPx(name, Face::kRegular, kNamePx);
    constexpr float kPadPx = 5, kHeightPx = 18, kRadiusPx = 4, kRingPx = 1.5f;
    const Rgba ground = dot.selected ? theme.hl : theme.hl_soft;
    const Rgba line = dot.selected ? theme.hl_outline : theme.ink2;
    p.Disc(dot.centre_px, r, ground);
    p.Ring(dot.centre_px, r, line, kRingPx);
    DrawDot(p, dot, layout.dot_r_px, theme.ink);
    float x = dot.centre_px.x + r + 2;
    if (x + w + 2 * kPadPx > layout.area_px.right()) x = dot.centre_px.x - r - 2 - w - 2 * kPadPx;
    const Rect box{x, dot.centre_px.y - kHeightPx / 2, w + 2 * kPadPx, kHeightPx};
    p.Fill(box, ground, kRadiusPx);
    p.Frame(box, line, 1, kRadiusPx);
    const Rgba ink = dot.selected ? theme.hl_ink : theme.ink;
    p.Text({box.x + kPadPx, box.centre().y}, name, {Face::kRegular, kNamePx, ink});
  }
}

}  // namespace demarche
