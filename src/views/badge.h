// The signs of the four quad classes (design/DESIGN.md section 5): circle for cooperation, diamond
// for conflict, hollow for words, filled for deeds. On edges of the graph, links of the timeline,
// and in the legend.
#pragma once

#include "core/dossier/plover.h"
#include "views/painter.h"

namespace demarche {

bool IsDiamond(QuadClass quad);

struct BadgeStyle {
  float r_px = 0, half_diagonal_px = 0;  // of the circle, of the diamond
  float line_px = 0;
  Rgba hue = 0, ground = 0;
};
void DrawBadge(const Painter& p, Point at, QuadClass quad, const BadgeStyle& style);

/// Leaves the path of a diamond to be filled or stroked.
void PathDiamond(const Painter& p, Point centre, float half_diagonal_px);

}  // namespace demarche
