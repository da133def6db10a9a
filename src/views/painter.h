// What every drawing function of the canvas is given: where to, in which colours; and the few
// shapes the design is made of. Positions come from the layouts; a Painter only snaps straight
// edges to physical pixels, so that rules and fills are sharp at every device pixel ratio.
#pragma once

#include <cmath>
#include <string_view>

#include "core/base/geometry.h"
#include "core/base/theme.h"
#include "imgui.h"
#include "views/stamps.h"
#include "views/text.h"

namespace demarche {

constexpr ImVec2 Vec(Point p) { return ImVec2(p.x, p.y); }

/// How many steps begin before a length is over.
inline int StepsWithin(float length_px, float step_px) {
  return length_px > 0 ? static_cast<int>(std::ceil(length_px / step_px)) : 0;
}

enum class Axis : uint8_t { kX, kY };

struct Painter {
  ImDrawList* list = nullptr;
  const Palette* theme = nullptr;
  float pixel_ratio = 1;
  Stamps* stamps = nullptr;  // null: all shapes are polygons

  /// To the nearest physical pixel.
  float Snap(float v) const;
  float hairline_px() const { return 1 / pixel_ratio; }

  void Fill(const Rect& r, Rgba colour, float radius_px = 0) const;
  /// A frame whose line lies inside `r`.
  void Frame(const Rect& r, Rgba colour, float line_px, float radius_px = 0) const;
  /// From one colour to another along an axis.
  void Fade(const Rect& r, Rgba from, Rgba to, Axis along) const;
  /// Rules one physical pixel wide.
  void RuleAcross(float x0, float x1, float y, Rgba colour) const;
  void RuleDown(float x, float y0, float y1, Rgba colour) const;
  void Line(Point a, Point b, Rgba colour, float line_px) const;
  void Disc(Point centre, float r_px, Rgba colour) const;
  void Ring(Point centre, float r_px, Rgba colour, float line_px) const;
  void DashedRing(Point centre, float r_px, Rgba colour, float line_px) const;
  void Triangle(Point a, Point b, Point c, Rgba colour) const;
  /// "<" or ">" (kX) about `centre`; `size_px` wide, pointing to where its sign points.
  void Chevron(Point centre, float size_px, Rgba colour, float line_px) const;
  /// A zigzag about the line from `from` to `to`, which is level or plumb: `step_px` along it from
  /// corner to corner, `amplitude_px` to either side.
  void Zigzag(Point from, Point to, float step_px, float amplitude_px, Rgba colour,
              float line_px) const;
  /// Draws a shape by its stamp. False: it has none, and nothing was drawn.
  bool Stamp(const StampKey& key, Point centre, Rgba colour) const;
  /// 45 degree lines in `r`, every 7 px.
  void Hatch(const Rect& r, Rgba colour) const;
  void Text(Point at, std::string_view text, const TextStyle& style,
            Align align = Align::kLeft) const {
    DrawText(list, at, text, style, align);
  }

  void PushClip(const Rect& r) const {
    list->PushClipRect(ImVec2(r.x, r.y), ImVec2(r.right(), r.bottom()), true);
  }
  void PopClip() const { list->PopClipRect(); }
  /// What of the canvas is drawn to at present.
  Rect Clip() const {
    const ImVec2 low = list->GetClipRectMin(), high = list->GetClipRectMax();
    return {low.x, low.y, high.x - low.x, high.y - low.y};
  }

 private:
  float HalfPx(int stamp_texels) const;
  bool FillPill(const Rect& r, Rgba colour) const;
};

}  // namespace demarche
