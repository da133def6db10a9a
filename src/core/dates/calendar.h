// Walking the calendar in steps (every quarter, every Monday, every five years): what axes, ticks
// and the minimap are made of. All UTC; its words are in calendar_words.h.
#pragma once

#include "core/dates/civil.h"
#include "core/dates/edtf.h"

namespace demarche {

inline constexpr double kYearDays = 365.2425;  // mean length of a Gregorian year
inline constexpr double kMonthDays = kYearDays / 12;

enum class CalendarUnit : uint8_t { kSecond, kMinute, kHour, kDay, kWeek, kMonth, kYear };

/// Boundaries lie where the count divides the unit's number: every 5 years in 2005, 2010; every 6
/// hours at 00:00, 06:00; every 3 months in January, April. Weeks begin on Monday (count 1 only).
/// The count divides a day's seconds, minutes or hours, a year's months; of days it is 1. Years
/// before our era are counted as one names them: every 50 years in 100 BCE, 50 BCE, 1, 50, 100.
struct CalendarStep {
  CalendarUnit unit = CalendarUnit::kDay;
  int64_t count = 1;
  friend bool operator==(const CalendarStep&, const CalendarStep&) = default;
};

inline constexpr CalendarStep kDayStep{CalendarUnit::kDay, 1};
inline constexpr CalendarStep kMonthStep{CalendarUnit::kMonth, 1};
inline constexpr CalendarStep kYearStep{CalendarUnit::kYear, 1};

/// The last boundary at or before `t`, and the one that follows a boundary. |t| up to 2^61.
Seconds FloorTo(Seconds t, CalendarStep step);
Seconds NextAfter(Seconds boundary, CalendarStep step);
/// The first boundary at or after `t`.
Seconds CeilTo(Seconds t, CalendarStep step);
/// Its mean length in days.
double MeanDays(CalendarStep step);

CivilDate CivilAt(Seconds t);

/// Negative where t1 is before t0.
constexpr double DaysBetween(Seconds t0, Seconds t1) {
  return (static_cast<double>(t1) - static_cast<double>(t0)) / kSecondsPerDay;
}

}  // namespace demarche
