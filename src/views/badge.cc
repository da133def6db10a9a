#include "views/badge.h"

namespace demarche {

bool IsDiamond(QuadClass quad) {
  return quad == QuadClass::kVerbalConflict || quad == QuadClass::kMaterialConflict;
}

void PathDiamond(const Painter& p, Point centre, float half) {
  p.list->PathLineTo(ImVec2(centre.x, centre.y - half));
  p.list->PathLineTo(ImVec2(centre.x + half, centre.y));
  p.list->PathLineTo(ImVec2(centre.x, centre.y + half));
  p.list->PathLineTo(ImVec2(centre.x - half, centre.y));
}

void DrawBadge(const Painter& p, Point at, QuadClass quad, const BadgeStyle& style) {
  const Rgba fill = IsDeed(quad) ? style.hue : style.ground;
  if (!IsDiamond(quad)) {
    p.Disc(at, style.r_px, fill);
    p.Ring(at, style.r_px, style.hue, style.line_px);
    return;
  }
  PathDiamond(p, at, style.half_diagonal_px);
  p.list->PathFillConvex(fill);
  PathDiamond(p, at, style.half_diagonal_px);
  p.list->PathStroke(style.hue, ImDrawFlags_Closed, style.line_px);
}

}  // namespace demarche
