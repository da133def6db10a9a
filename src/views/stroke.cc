#include "views/stroke.h"

#include <algorithm>

#include "core/base/plane.h"

namespace demarche {
namespace {

// The part of the curve between two lengths.
void StrokePart(const Painter& p, const SampledCurve& curve, float from_px, float to_px,
                Rgba colour, float line_px) {
  p.list->PathLineTo(Vec(curve.At(from_px)));
  for (int i = 1; i < SampledCurve::kSteps; ++i) {
    if (curve.length_at[i] <= from_px + 0.5f) continue;
    if (curve.length_at[i] >= to_px - 0.5f) break;
    p.list->PathLineTo(Vec(curve.points[i]));
  }
  p.list->PathLineTo(Vec(curve.At(to_px)));
  p.list->PathStroke(colour, ImDrawFlags_None, line_px);
}

void DrawDashes(const Painter& p, const SampledCurve& curve, float end_px, Rgba colour,
                float line_px) {
  for (int i = 0; i < StepsWithin(end_px, kDashPx + kDashGapPx); ++i) {
    const float at = (kDashPx + kDashGapPx) * static_cast<float>(i);
    StrokePart(p, curve, at, std::min(at + kDashPx, end_px), colour, line_px);
  }
}

void DrawRoundDots(const Painter& p, const SampledCurve& curve, float end_px, Rgba colour,
                   float width_px) {
  const float step = DotStepPx(width_px), r = (width_px + kDotExtraPx) / 2;
  for (int i = 0; i < StepsWithin(end_px - r / 2, step); ++i)
    p.Disc(curve.At(step * static_cast<float>(i)), r, colour);
}

void DrawBarbs(const Painter& p, const SampledCurve& curve, float end_px, Rgba colour) {
  for (int i = 0; i < StepsWithin(end_px - kFirstBarbPx, kBarbStepPx); ++i) {
    const float at = kFirstBarbPx + kBarbStepPx * static_cast<float>(i);
    const Point tip = curve.At(at), along = curve.DirectionAt(at);
    const Point back = tip - along * kBarbBackPx, aside = Left(along) * kBarbAsidePx;
    p.Line(back + aside, tip, colour, kBarbLinePx);
    p.Line(back - aside, tip, colour, kBarbLinePx);
  }
}

}  // namespace

void DrawQuadStroke(const Painter& p, const SampledCurve& curve, QuadClass quad, float width_px,
                    Rgba colour, float until_px) {
  const float tip_px = until_px < 0 ? curve.length_px() : std::min(until_px, curve.length_px());
  const float base_px = std::max(0.0f, tip_px - ArrowLengthPx(width_px));
  switch (quad) {
    case QuadClass::kVerbalCooperation:
      DrawRoundDots(p, curve, base_px, colour, width_px);
      break;
    case QuadClass::kMaterialCooperation:
      StrokePart(p, curve, 0, base_px + 1, colour, width_px + kDeedExtraPx);
      break;
    case QuadClass::kVerbalConflict:
      DrawDashes(p, curve, base_px + 1, colour, width_px);
      break;
    case QuadClass::kMaterialConflict:
      StrokePart(p, curve, 0, base_px + 1, colour, width_px + kDeedExtraPx);
      DrawBarbs(p, curve, base_px, colour);
      break;
  }
  const Point tip = curve.At(tip_px), base = curve.At(base_px);
  const Point aside = Left(Unit(tip - base)) * ArrowHalfWidthPx(width_px);
  p.Triangle(tip, base + aside, base - aside, colour);
}

void DrawHalo(const Painter& p, const SampledCurve& curve, float width_px, Rgba colour) {
  StrokePart(p, curve, 0, curve.length_px(), colour, width_px);
  p.Disc(curve.points[0], width_px / 2, colour);
  p.Disc(curve.points[SampledCurve::kSteps], width_px / 2, colour);
}

}  // namespace demarche
