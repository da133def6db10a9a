// The four lines of the graph's grammar (design/DESIGN.md section 5): round dots, solid, dashes,
// solid with barbs, laid along a curve by arc length, with an arrowhead at its end.
#pragma once

#include "core/graph/edge_stroke.h"
#include "core/graph/graph_layout.h"
#include "views/painter.h"

namespace demarche {

/// The pattern of a quad class from the start to `until_px` (negative: all of it), arrowhead
/// included.
void DrawQuadStroke(const Painter& p, const SampledCurve& curve, QuadClass quad, float width_px,
                    Rgba colour, float until_px = -1);
/// A plain stroke along the whole curve, under another: the halo of a hovered edge.
void DrawHalo(const Painter& p, const SampledCurve& curve, float width_px, Rgba colour);

}  // namespace demarche
