// Which calendar steps the axis may be labelled by, and which of them has room.
#pragma once

#include "core/dates/reader_calendar.h"

namespace demarche {

enum class LabelStyle : uint8_t { kSecond, kClock, kDayCell, kDate, kMonth, kYear };

/// Which labels to write and which ticks to draw between them.
struct TickLevel {
  CalendarStep label;
  CalendarStep minor;
  LabelStyle style = LabelStyle::kYear;
};

/// What a label of each style takes along the axis, with the gap to the next one.
struct LabelRoom {
  float px[6] = {};  // by LabelStyle
  float operator[](LabelStyle style) const { return px[static_cast<size_t>(style)]; }
};

/// The finest level whose labels have that room at a scale.
TickLevel FinestLevel(double px_per_day, const LabelRoom& room);

}  // namespace demarche
