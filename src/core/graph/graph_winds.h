// Directions to look for a place in.
#pragma once

#include <array>

#include "core/base/geometry.h"

namespace demarche {

// The 16 winds, from east over south. Constants, because libm's sine is not the same everywhere.
inline constexpr float kCos1 = 0.92387953f, kCos2 = 0.70710678f, kCos3 = 0.38268343f;
inline constexpr std::array<Point, 16> kWinds = {{{1, 0},
                                                  {kCos1, kCos3},
                                                  {kCos2, kCos2},
                                                  {kCos3, kCos1},
                                                  {0, 1},
                                                  {-kCos3, kCos1},
                                                  {-kCos2, kCos2},
                                                  {-kCos1, kCos3},
                                                  {-1, 0},
                                                  {-kCos1, -kCos3},
                                                  {-kCos2, -kCos2},
                                                  {-kCos3, -kCos1},
                                                  {0, -1},
                                                  {kCos3, -kCos1},
                                                  {kCos2, -kCos2},
                                                  {kCos1, -kCos3}}};

}  // namespace demarche
