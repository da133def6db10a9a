// Seats in even lines beside a box, one line behind the other, for those who came in waves.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "core/base/geometry.h"

namespace demarche {

struct SeatRequest {
  Rect area_px, box_px;           // the box stands in the area
  std::span<const size_t> waves;  // how many came together, the first of them first
  float r_px = 0, pitch_px = 0;   // of a seat, and from one to the next
  std::function<bool(Point centre_px)> is_free;
};

struct SeatingPlan {
  std::vector<Point> seats_px;  // in the order in which they came; fewer where there is no room
  float price = 0;              // of a seat: the further, the more uneven, the dearer
};

/// The lines go away from one side of the box, the first the nearest; all begin at one end of a
/// strip and run until something is in the way, and some may pass the box. Each wave has lines of
/// its own, as long as each other, unless the waves find no room but one after another. Of all such
/// figures that seat most the cheapest, by trial.
SeatingPlan FindSeats(const SeatRequest& request);

}  // namespace demarche
