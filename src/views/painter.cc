#include "views/painter.h"

#include <algorithm>
#include <cmath>

namespace demarche {
namespace {

// Enough for circles to be round at every ratio: a chord's distance from its arc stays below 0.1
// px.
int SegmentsFor(float r_px, float pixel_ratio) {
  const float r = r_px * pixel_ratio;
  return std::clamp(
      static_cast<int>(std::ceil(3.14159265f / std::acos(1 - 0.1f / std::max(r, 1.0f)))), 12, 96);
}

constexpr size_t kZigzagMax = 128;
constexpr float kHatchStepPx = 7;

}  // namespace

float Painter::Snap(float v) const { return std::round(v * pixel_ratio) / pixel_ratio; }

void Painter::Fill(const Rect& r, Rgba colour, float radius_px) const {
  list->AddRectFilled(ImVec2(Snap(r.x), Snap(r.y)), ImVec2(Snap(r.right()), Snap(r.bottom())),
                      colour, radius_px);
}

void Painter::Frame(const Rect& r, Rgba colour, float line_px, float radius_px) const {
  const float half = line_px / 2;
  list->PathRect(ImVec2(Snap(r.x) + half, Snap(r.y) + half),
                 ImVec2(Snap(r.right()) - half, Snap(r.bottom()) - half),
                 std::max(0.0f, radius_px - half));
  list->PathStroke(colour, ImDrawFlags_Closed, line_px);
}

void Painter::Fade(const Rect& r, Rgba from, Rgba to, Axis along) const {
  const Rgba top_right = along == Axis::kX ? to : from;
  const Rgba bottom_left = along == Axis::kX ? from : to;
  list->AddRectFilledMultiColor(ImVec2(Snap(r.x), Snap(r.y)),
                                ImVec2(Snap(r.right()), Snap(r.bottom())), from, top_right, to,
                                bottom_left);
}

void Painter::RuleAcross(float x0, float x1, float y, Rgba colour) const {
  const float top = std::floor(y * pixel_ratio) / pixel_ratio;
  list->AddRectFilled(ImVec2(Snap(x0), top), ImVec2(Snap(x1), top + hairline_px()), colour);
}

void Painter::RuleDown(float x, float y0, float y1, Rgba colour) const {
  const float left = std::floor(x * pixel_ratio) / pixel_ratio;
  list->AddRectFilled(ImVec2(left, Snap(y0)), ImVec2(left + hairline_px(), Snap(y1)), colour);
}

void Painter::Line(Point a, Point b, Rgba colour, float line_px) const {
  list->PathLineTo(Vec(a));
  list->PathLineTo(Vec(b));
  list->PathStroke(colour, ImDrawFlags_None, line_px);
}

void Painter::Disc(Point centre, float r_px, Rgba colour) const {
  list->AddCircleFilled(Vec(centre), r_px, colour, SegmentsFor(r_px, pixel_ratio));
}

void Painter::Ring(Point centre, float r_px, Rgba colour, float line_px) const {
  list->AddCircle(Vec(centre), r_px, colour, SegmentsFor(r_px, pixel_ratio), line_px);
}

void Painter::DashedRing(Point centre, float r_px, Rgba colour, float line_px) const {
  constexpr float kDashPx = 2.5f, kGapPx = 2;
  const float around_px = 2 * 3.14159265f * r_px;
  const int dashes = std::max(3, static_cast<int>(around_px / (kDashPx + kGapPx)));
  const float turn = 2 * 3.14159265f / static_cast<float>(dashes);
  for (int i = 0; i < dashes; ++i) {
    const float start = turn * static_cast<float>(i);
    list->PathArcTo(Vec(centre), r_px, start, start + turn * kDashPx / (kDashPx + kGapPx), 4);
    list->PathStroke(colour, ImDrawFlags_None, line_px);
  }
}

void Painter::Triangle(Point a, Point b, Point c, Rgba colour) const {
  list->AddTriangleFilled(Vec(a), Vec(b), Vec(c), colour);
}

void Painter::Chevron(Point centre, float size_px, Rgba colour, float line_px) const {
  const float w = size_px / 2, h = std::abs(size_px) * 0.9f;
  list->PathLineTo(ImVec2(centre.x - w, centre.y - h));
  list->PathLineTo(ImVec2(centre.x + w, centre.y));
  list->PathLineTo(ImVec2(centre.x - w, centre.y + h));
  list->PathStroke(colour, ImDrawFlags_None, line_px);
}

void Painter::Zigzag(Point from, Point to, float step_px, float amplitude_px, Rgba colour,
                     float line_px) const {
  const bool level = from.y == to.y;
  const float length = level ? to.x - from.x : to.y - from.y;
  const size_t steps = std::min(static_cast<size_t>(std::max(0.0f, length / step_px)), kZigzagMax);
  for (size_t i = 0; i <= steps; ++i) {
    const float along = step_px * static_cast<float>(i);
    const float aside = i % 2 == 0 ? amplitude_px : -amplitude_px;
    list->PathLineTo(level ? ImVec2(from.x + along, from.y + aside)
                           : ImVec2(from.x + aside, from.y + along));
  }
  list->PathStroke(colour, ImDrawFlags_None, line_px);
}

void Painter::Hatch(const Rect& r, Rgba colour) const {
  PushClip(r);
  for (int i = 0; i < StepsWithin(r.w + r.h, kHatchStepPx); ++i) {
    const float x = r.x - r.h + kHatchStepPx * static_cast<float>(i);
    Line({x, r.bottom()}, {x + r.h, r.y}, colour, 1);
  }
  PopClip();
}

}  // namespace demarche
