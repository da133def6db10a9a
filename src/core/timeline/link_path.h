// The line of a link: corners made round, broken where labels lie, and places along it.
#pragma once

#include <vector>

#include "core/base/geometry.h"

namespace demarche {

/// Straight ends that corners leave alone, for arrowheads.
struct StraightEnds {
  float first_px = 0, last_px = 0;
};

/// The way through `corners`, each rounded as far as its neighbours leave room.
std::vector<Point> Rounded(const std::vector<Point>& corners, const StraightEnds& straight);

/// `line` without what lies in one of the boxes.
std::vector<std::vector<Point>> Broken(const std::vector<Point>& line,
                                       const std::vector<Rect>& boxes);

float LengthOf(const std::vector<Point>& line);
/// `from_end_px` before the end of the line; its beginning where it is shorter.
Point PointBeforeEnd(const std::vector<Point>& line, float from_end_px);

}  // namespace demarche
