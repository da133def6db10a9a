// The colour tokens keep what design/DESIGN.md section 1 promises: text at 4.5:1, marks at 3:1
// (WCAG 2.2, 1.4.3 and 1.4.11).
#include "core/base/theme.h"

#include <algorithm>
#include <cmath>

#include "gtest/gtest.h"

namespace demarche {
namespace {

double Luminance(Rgba colour) {
  double sum = 0;
  const double weights[] = {0.2126, 0.7152, 0.0722};
  for (int i = 0; i < 3; ++i) {
    const double c = (colour >> (8 * i) & 255) / 255.0;
    sum += weights[i] * (c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double Contrast(Rgba a, Rgba b) {
  const auto [dark, light] = std::minmax({Luminance(a), Luminance(b)});
  return (light + 0.05) / (dark + 0.05);
}

struct Pair {
  const char* name;
  Rgba Palette::*front;
  Rgba Palette::*ground;
  double least;
  double light, dark;  // as the design computed them; 0: not given there
};

constexpr Pair kPairs[] = {
    {"ink on paper", &Palette::ink, &Palette::paper, 4.5, 17.8, 13.9},
    {"ink on toneY", &Palette::ink, &Palette::tone_years, 4.5, 13.9, 16.2},
    {"ink2 on toneY", &Palette::ink2, &Palette::tone_years, 4.5, 7.1, 10.5},
    {"ink3 on paper", &Palette::ink3, &Palette::paper, 4.5, 6.0, 6.2},
    {"ink3 on toneY", &Palette::ink3, &Palette::tone_years, 4.5, 4.7, 7.2},
    {"ink3 on gutter", &Palette::ink3, &Palette::gutter, 4.5, 0, 0},
    {"barInk on bar", &Palette::bar_ink, &Palette::bar, 4.5, 5.4, 6.3},
    {"barInk on ink", &Palette::bar_ink, &Palette::ink, 4.5, 0, 0},
    {"barInk on ink2", &Palette::bar_ink, &Palette::ink2, 4.5, 0, 0},
    {"hlInk on hl", &Palette::hl_ink, &Palette::hl, 4.5, 12.8, 12.8},
    {"ink on hlSoft", &Palette::ink, &Palette::hl_soft, 4.5, 0, 0},
    {"coop on paper", &Palette::coop, &Palette::paper, 4.5, 6.7, 7.5},
    {"conf on paper", &Palette::conf, &Palette::paper, 4.5, 6.0, 7.4},
    {"coop on hlSoft", &Palette::coop, &Palette::hl_soft, 4.5, 5.9, 4.7},
    {"conf on hlSoft", &Palette::conf, &Palette::hl_soft, 4.5, 5.3, 4.7},
    {"text on coop", &Palette::bar_ink, &Palette::coop, 4.5, 6.7, 8.7},
    {"text on conf", &Palette::bar_ink, &Palette::conf, 4.5, 6.0, 8.6},
    {"bar on toneY", &Palette::bar, &Palette::tone_years, 3, 4.2, 6.3},
    {"lineStrong on paper", &Palette::line_strong, &Palette::paper, 3, 4.0, 4.2},
    {"lineStrong on toneY", &Palette::line_strong, &Palette::tone_years, 3, 3.1, 4.9},
    {"focus on paper", &Palette::focus, &Palette::paper, 3, 5.9, 8.0},
    {"focus on toneY", &Palette::focus, &Palette::tone_years, 3, 4.6, 9.3},
    {"outline of a selection on paper", &Palette::hl_outline, &Palette::paper, 3, 0, 0},
};

TEST(Theme, EveryPairIsLegibleInBothSchemes) {
  for (const Pair& pair : kPairs) {
    SCOPED_TRACE(pair.name);
    const Palette& light = PaletteOf(Scheme::kLight);
    const Palette& dark = PaletteOf(Scheme::kDark);
    const double in_light = Contrast(light.*pair.front, light.*pair.ground);
    const double in_dark = Contrast(dark.*pair.front, dark.*pair.ground);
    EXPECT_GE(in_light, pair.least);
    EXPECT_GE(in_dark, pair.least);
    if (pair.light > 0) {
      EXPECT_NEAR(in_light, pair.light, 0.06);
    }
    if (pair.dark > 0) {
      EXPECT_NEAR(in_dark, pair.dark, 0.06);
    }
  }
}

TEST(Theme, ColoursAreAsInCss) {
  EXPECT_EQ(Rgb(0x0B5CAB), 0xffAB5C0Bu);
  EXPECT_EQ(WithAlpha(Rgb(0x123456), 0.5f), 0x7f563412u);
  EXPECT_EQ(WithAlpha(Rgb(0x123456), 0), 0x00563412u);
}

TEST(Theme, MixingStaysBetweenGroundAndColour) {
  const Rgba white = Rgb(0xFFFFFF), blue = Rgb(0x0B5CAB);
  EXPECT_EQ(Mixed(white, blue, 0), white);
  EXPECT_EQ(Mixed(white, blue, 1), blue);
  EXPECT_EQ(Mixed(Rgb(0x000000), Rgb(0x6496C8), 0.5f), Rgb(0x324B64));
}

}  // namespace
}  // namespace demarche
