// The four lines of the graph's grammar (design/DESIGN.md section 5): round dots, solid, dashes,
// solid with barbs, laid along a curve by arc length, with an arrowhead at its end.
#pragma once

#include "core/graph/graph_layout.h"
#include "views/painter.h"

namespace demarche {

/// A quadratic Bézier as points at equal steps of its parameter, with the length up to each.
struct SampledCurve {
  static constexpr int kSteps = 160;
  Point points[kSteps + 1];
  float length_at[kSteps + 1];

  SampledCurve(Point from, Point control, Point to);
  float length_px() const { return length_at[kSteps]; }
  Point At(float length_px) const;
  /// Unit vector along the curve.
  Point DirectionAt(float length_px) const;
};

/// Of an edge `width_px` wide: how long its arrowhead is, and half as wide as this.
float ArrowLengthPx(float width_px);
float ArrowHalfWidthPx(float width_px);

/// The pattern of a quad class from the start to `until_px` (negative: all of it), arrowhead
/// included.
void DrawQuadStroke(const Painter& p, const SampledCurve& curve, QuadClass quad, float width_px,
                    Rgba colour, float until_px = -1);
/// A plain stroke along the whole curve, under another: the halo of a hovered edge.
void DrawHalo(const Painter& p, const SampledCurve& curve, float width_px, Rgba colour);

}  // namespace demarche
