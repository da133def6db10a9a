// Sharp text at any size and device pixel ratio, and its widths.
//
// Dear ImGui 1.92 bakes a font at whole sizes only and draws text at whole positions, both in CSS
// px: 11.5 px would be 12 px made smaller, and at a ratio of 1.5 every baseline would fall between
// two pixels. So the density of a font is set for each size such that its glyphs are rasterised at
// exactly size times ratio, and the glyphs are emitted here: their baseline on a physical pixel,
// their advances unrounded, so that a text has the same width everywhere.
#pragma once

#include <string_view>

#include "core/base/geometry.h"
#include "core/base/text_measurer.h"
#include "core/base/theme.h"

struct ImDrawList;
struct ImFont;
struct ImFontConfig;

namespace demarche {

/// Adds a font to a face: the first is the face, later ones fill in more scripts. Regular comes
/// first. `config` says where the glyphs come from; how they are baked is set here: four texels a
/// pixel across, so that glyphs are as sharp between two pixels as on one. Null if the font is no
/// font.
ImFont* AddCanvasFont(Face face, ImFontConfig config);

/// The atlas's font of a face: 0 is Regular, 1 SemiBold; the first one where there is only one.
ImFont* FontOf(Face face);

/// Physical pixels to a CSS px, of the frame that runs.
float PixelRatio();

enum class Align : uint8_t { kLeft, kCentre, kRight };

struct TextStyle {
  Face face = Face::kRegular;
  float size_px = 11;
  Rgba colour = 0;
};

/// One line of UTF-8. `at` is its left end, middle or right end, at half the height of its
/// capitals: what the design calls the centre of a row.
void DrawText(ImDrawList* list, Point at, std::string_view text, const TextStyle& style,
              Align align = Align::kLeft);

float TextWidthPx(std::string_view text, Face face, float size_px);

/// Widths of the glyphs that DrawText draws.
class GlyphMeasurer : public TextMeasurer {
 public:
  float WidthPx(std::string_view text, Face face, float size_px) const override {
    return TextWidthPx(text, face, size_px);
  }
};

}  // namespace demarche
