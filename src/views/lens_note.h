// What stands over the graph while a lens hides some of it: "Only Missiles", and the way back.
#pragma once

#include <string>
#include <string_view>

#include "core/base/text_measurer.h"
#include "views/painter.h"

namespace demarche {

struct LensNote {
  std::string text;   // "Only Missiles", cut where it has no room
  Rect box_px;        // a button; empty without a lens
  Point text_px;      // left, middle
  Point show_all_px;  // likewise, of "Show all"
  float show_all_w_px = 0;
};

/// In the top left corner of the graph's area. `words`: of what the lens is; empty: none.
LensNote LayoutLensNote(const Rect& area_px, std::string_view words, const TextMeasurer& measurer);

enum class Hovered : uint8_t { kNo, kYes };
void DrawLensNote(const Painter& p, const LensNote& note, Hovered hovered);

}  // namespace demarche
