// Colour tokens of design/DESIGN.md section 1, light and dark. Drawing code names a token, never a
// colour.
#pragma once

#include <cstdint>

namespace demarche {

/// Red in the lowest byte, then green, blue and alpha: Dear ImGui's ImU32.
using Rgba = uint32_t;

/// 0xRRGGBB as in CSS, opaque.
constexpr Rgba Rgb(uint32_t hex) {
  return 0xff000000u | (hex & 0xff) << 16 | (hex & 0xff00) | (hex >> 16 & 0xff);
}
/// `colour` with its alpha multiplied by `alpha` (0 to 1).
constexpr Rgba WithAlpha(Rgba colour, float alpha) {
  const auto of_256 = static_cast<Rgba>(alpha * 256);
  return (colour & 0x00ffffffu) | ((colour >> 24) * of_256 >> 8) << 24;
}
/// `share` of `colour` over `ground`, both opaque: dimmed without showing what lies under it.
constexpr Rgba Mixed(Rgba ground, Rgba colour, float share) {
  const auto of_256 = static_cast<Rgba>(share * 256);
  Rgba out = 0xff000000u;
  for (int shift = 0; shift < 24; shift += 8) {
    const Rgba from = ground >> shift & 0xff, to = colour >> shift & 0xff;
    out |= (from * (256 - of_256) + to * of_256) >> 8 << shift;
  }
  return out;
}

enum class Scheme : uint8_t { kLight, kDark };

struct Palette {
  Rgba paper, gutter;
  Rgba tone_years, tone_months, tone_weeks, tone_days;  // ground per scale
  Rgba ink, ink2, ink3;
  Rgba line, line_strong;
  Rgba bar, bar_ink;    // bar_ink: text on bars and on ink pills
  Rgba hist, hist_out;  // minimap bars inside and outside the brush
  Rgba hl, hl_ink, hl_outline, hl_soft;
  Rgba coop, conf;
  Rgba focus;
  Rgba crease, crease_light;  // shadow left of a fold, light right of it, both at their strongest
  Rgba hatch;
};

const Palette& PaletteOf(Scheme scheme);

}  // namespace demarche
