// The proleptic Gregorian calendar as numbers: days since 1970-01-01 to year, month, day and back,
// for every year that a date can name. Within an era of 400 years Howard Hinnant's `date` library
// counts; era after era the calendar repeats, so whole eras are added outside of it
// ("chrono-Compatible Low-Level Date Algorithms",
// https://howardhinnant.github.io/date_algorithms.html).
#pragma once

#include <cstdint>

namespace demarche {

inline constexpr int64_t kSecondsPerDay = 86400;

struct CivilDate {
  int64_t year = 1970;  // astronomical: 0 is 1 BCE
  int month = 1;        // 1 to 12
  int day = 1;          // 1 to 31

  friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

/// Division that rounds towards minus infinity, so that time before 1970 needs no case of its own.
constexpr int64_t FloorDiv(int64_t dividend, int64_t divisor) {
  return dividend / divisor - (dividend % divisor != 0 && (dividend < 0) != (divisor < 0) ? 1 : 0);
}

/// The date must exist.
int64_t DaysFromCivil(const CivilDate& date);
CivilDate CivilFromDays(int64_t days);

int DaysInMonth(int64_t year, int month);

/// 0 is Sunday.
int WeekdayFromDays(int64_t days);

}  // namespace demarche
