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
constexpr float kRingInsetPx = 0.5f;  // Dear ImGui's AddCircle lays its line so much further in

}  // namespace

float Painter::HalfPx(int stamp_texels) const {
  return static_cast<float>(stamp_texels) / (2 * kStampTexels * pixel_ratio);
}

bool Painter::Stamp(const StampKey& key, Point centre, Rgba colour) const {
  const ImFontAtlasRect* stamp = stamps ? stamps->Find(key) : nullptr;
  if (!stamp) return false;
  const float half_w = HalfPx(stamp->w), half_h = HalfPx(stamp->h);
  list->PrimReserve(6, 4);
  list->PrimRectUV(ImVec2(centre.x - half_w, centre.y - half_h),
                   ImVec2(centre.x + half_w, centre.y + half_h), stamp->uv0, stamp->uv1, colour);
  return true;
}

// nearbyint is one instruction of WebAssembly, round is a call.
float Painter::Snap(float v) const { return std::nearbyint(v * pixel_ratio) / pixel_ratio; }

void Painter::Fill(const Rect& r, Rgba colour, float radius_px) const {
  if (radius_px > 0 && 2 * radius_px == std::min(r.w, r.h) && FillPill(r, colour)) return;
  list->AddRectFilled(ImVec2(Snap(r.x), Snap(r.y)), ImVec2(Snap(r.right()), Snap(r.bottom())),
                      colour, radius_px);
}

// The halves of a disc and what is between them.
bool Painter::FillPill(const Rect& r, Rgba colour) const {
  const float x0 = Snap(r.x), y0 = Snap(r.y), x1 = Snap(r.right()), y1 = Snap(r.bottom());
  const float radius = (y1 - y0) / 2;
  if (x1 - x0 < 2 * radius) return false;
  const StampKey key{.shape = StampShape::kDisc, .radius = StampSize(radius * pixel_ratio)};
  const ImFontAtlasRect* stamp = stamps ? stamps->Find(key) : nullptr;
  if (!stamp) return false;
  const float half_w = HalfPx(stamp->w), half_h = HalfPx(stamp->h);
  const float y = (y0 + y1) / 2, middle = (stamp->uv0.x + stamp->uv1.x) / 2;
  list->PrimReserve(18, 12);
  list->PrimRectUV(ImVec2(x0 + radius - half_w, y - half_h), ImVec2(x0 + radius, y + half_h),
                   stamp->uv0, ImVec2(middle, stamp->uv1.y), colour);
  list->PrimRect(ImVec2(x0 + radius, y0), ImVec2(x1 - radius, y1), colour);
  list->PrimRectUV(ImVec2(x1 - radius, y - half_h), ImVec2(x1 - radius + half_w, y + half_h),
                   ImVec2(middle, stamp->uv0.y), stamp->uv1, colour);
  return true;
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
  const StampKey key{.shape = StampShape::kDisc, .radius = StampSize(r_px * pixel_ratio)};
  if (Stamp(key, centre, colour)) return;
  list->AddCircleFilled(Vec(centre), r_px, colour, SegmentsFor(r_px, pixel_ratio));
}

void Painter::Ring(Point centre, float r_px, Rgba colour, float line_px) const {
  const StampKey key{.shape = StampShape::kRing,
                     .radius = StampSize((r_px - kRingInsetPx) * pixel_ratio),
                     .line = StampSize(line_px * pixel_ratio)};
  if (Stamp(key, centre, colour)) return;
  list->AddCircle(Vec(centre), r_px, colour, SegmentsFor(r_px, pixel_ratio), line_px);
}

void Painter::DashedRing(Point centre, float r_px, Rgba colour, float line_px) const {
  constexpr float kDashPx = 2.5f, kGapPx = 2;
  const StampKey key{.shape = StampShape::kDashedRing,
                     .radius = StampSize(r_px * pixel_ratio),
                     .line = StampSize(line_px * pixel_ratio),
                     .dash = StampSize(kDashPx * pixel_ratio),
                     .gap = StampSize(kGapPx * pixel_ratio)};
  if (Stamp(key, centre, colour)) return;
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
  const StampKey key{.shape = level ? StampShape::kZigzagAcross : StampShape::kZigzagDown,
                     .line = StampSize(line_px * pixel_ratio),
                     .step = StampSize(step_px * pixel_ratio),
                     .aside = StampSize(amplitude_px * pixel_ratio),
                     .length = static_cast<uint16_t>(steps)};
  const float half_px = step_px * static_cast<float>(steps) / 2;
  if (Stamp(key, level ? Point{from.x + half_px, from.y} : Point{from.x, from.y + half_px}, colour))
    return;
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
