// How an edge is drawn along its curve, whoever draws it: where its points lie by arc length, and
// the sizes of the four patterns (design/DESIGN.md section 5). CSS px.
#pragma once

#include <span>

#include "core/base/geometry.h"
#include "core/graph/graph_layout.h"

namespace demarche {

/// A quadratic Bézier as points at equal steps of its parameter, with the length up to each.
struct SampledCurve {
  static constexpr int kSteps = 160;
  Point points[kSteps + 1];
  float length_at[kSteps + 1];

  SampledCurve(Point from, Point control, Point to);
  float length_px() const { return length_at[kSteps]; }
  /// The curve's parameter, 0 to 1, at a length from its start.
  float ParameterAt(float length_px) const;
  Point At(float length_px) const;
  /// Unit vector along the curve.
  Point DirectionAt(float length_px) const;
};

// Dashes of words of conflict, barbs of deeds of conflict.
inline constexpr float kDashPx = 9, kDashGapPx = 5;
inline constexpr float kBarbStepPx = 11, kFirstBarbPx = 5, kBarbLinePx = 1.6f;
inline constexpr float kBarbBackPx = 3, kBarbAsidePx = 6.32f;
// So that all classes weigh the same.
inline constexpr float kDeedExtraPx = 0.6f, kDotExtraPx = 0.9f;

/// Of an edge `width_px` wide: from dot to dot; how long its arrowhead is, and half as wide as
/// this.
inline float DotStepPx(float width_px) { return 4 + 1.2f * width_px; }
inline float ArrowLengthPx(float width_px) { return 7.2f + 1.6f * width_px; }
inline float ArrowHalfWidthPx(float width_px) { return 3.4f + 0.75f * width_px; }

/// How strong lines are drawn, 0 to 1: the more of them, the fainter each, so that their density
/// shows. Those of one actor, which cross no other of them, are strong among the dimmed.
struct LineShares {
  float full = 0, dimmed = 0;
};
LineShares SharesOf(std::span<const GraphLine> lines);

}  // namespace demarche
