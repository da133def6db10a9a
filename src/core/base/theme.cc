#include "core/base/theme.h"

namespace demarche {
namespace {

constexpr Palette kLightTheme = {
    .paper = Rgb(0xFFFFFF),
    .gutter = Rgb(0xF6F3EC),
    .tone_years = Rgb(0xE9E3D5),
    .tone_months = Rgb(0xF1EDE3),
    .tone_weeks = Rgb(0xF9F7F2),
    .tone_days = Rgb(0xFFFFFF),
    .ink = Rgb(0x16181D),
    .ink2 = Rgb(0x454952),
    .ink3 = Rgb(0x5F636D),
    .line = Rgb(0xD8D2C4),
    .line_strong = Rgb(0x857F72),
    .bar = Rgb(0x656B77),
    .bar_ink = Rgb(0xFFFFFF),
    .hist = Rgb(0x857F72),
    .hist_out = Rgb(0xCFC8B9),
    .hl = Rgb(0xFFD84A),
    .hl_ink = Rgb(0x16181D),
    .hl_outline = Rgb(0x16181D),  // hl on light paper is 1.4:1 only
    .hl_soft = Rgb(0xFFF1B8),
    .coop = Rgb(0x0B5CAB),
    .conf = Rgb(0xB23A06),
    .focus = Rgb(0x1B5FCC),
    .crease = WithAlpha(Rgb(0x3A2F14), 0.17f),
    .crease_light = WithAlpha(Rgb(0xFFFFFF), 0.9f),
    .hatch = WithAlpha(Rgb(0x16181D), 0.085f),
};

constexpr Palette kDarkTheme = {
    .paper = Rgb(0x1E2127),
    .gutter = Rgb(0x17191E),
    .tone_years = Rgb(0x101216),
    .tone_months = Rgb(0x15171C),
    .tone_weeks = Rgb(0x1A1C22),
    .tone_days = Rgb(0x1E2127),
    .ink = Rgb(0xF1EEE7),
    .ink2 = Rgb(0xC4C2BC),
    .ink3 = Rgb(0x9EA0A6),
    .line = Rgb(0x343841),
    .line_strong = Rgb(0x7E828C),
    .bar = Rgb(0x9096A3),
    .bar_ink = Rgb(0x101216),
    .hist = Rgb(0x8A8D96),
    .hist_out = Rgb(0x3A3E47),
    .hl = Rgb(0xFFD84A),
    .hl_ink = Rgb(0x16181D),
    .hl_outline = Rgb(0xFFD84A),
    .hl_soft = Rgb(0x4A4120),
    .coop = Rgb(0x74B4FF),
    .conf = Rgb(0xFF9464),
    .focus = Rgb(0x8DB8FF),
    .crease = WithAlpha(Rgb(0x000000), 0.5f),
    .crease_light = WithAlpha(Rgb(0xFFFFFF), 0.05f),
    .hatch = WithAlpha(Rgb(0xF1EEE7), 0.075f),
};

}  // namespace

const Palette& PaletteOf(Scheme scheme) {
  return scheme == Scheme::kDark ? kDarkTheme : kLightTheme;
}

}  // namespace demarche
