#include "core/dates/calendar.h"

#include "core/base/digits.h"

namespace demarche {
namespace {

// 1970-01-05 was a Monday.
constexpr int64_t kMondayDays = 4;

constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
constexpr std::string_view kWeekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

Seconds SecondsIn(CalendarStep step) {
  switch (step.unit) {
    case CalendarUnit::kMinute:
      return 60 * step.count;
    case CalendarUnit::kHour:
      return 3600 * step.count;
    case CalendarUnit::kWeek:
      return 7 * kSecondsPerDay;
    default:
      return kSecondsPerDay;
  }
}

}  // namespace

CivilDate CivilAt(Seconds t) { return CivilFromDays(FloorDiv(t, kSecondsPerDay)); }

Seconds SecondsAt(const CivilDate& date) { return DaysFromCivil(date) * kSecondsPerDay; }

Seconds FloorTo(Seconds t, CalendarStep step) {
  if (step.unit == CalendarUnit::kYear) {
    return SecondsAt({.year = FloorDiv(CivilAt(t).year, step.count) * step.count});
  }
  if (step.unit == CalendarUnit::kMonth) {
    const CivilDate date = CivilAt(t);
    const int count = static_cast<int>(step.count);
    return SecondsAt({.year = date.year, .month = (date.month - 1) / count * count + 1});
  }
  const Seconds origin = step.unit == CalendarUnit::kWeek ? kMondayDays * kSecondsPerDay : 0;
  const Seconds length = SecondsIn(step);
  return FloorDiv(t - origin, length) * length + origin;
}

Seconds NextAfter(Seconds boundary, CalendarStep step) {
  if (step.unit == CalendarUnit::kYear) {
    return SecondsAt({.year = CivilAt(boundary).year + step.count});
  }
  if (step.unit == CalendarUnit::kMonth) {
    const CivilDate date = CivilAt(boundary);
    const int64_t months = date.month - 1 + step.count;
    return SecondsAt({.year = date.year + months / 12, .month = static_cast<int>(months % 12) + 1});
  }
  return boundary + SecondsIn(step);
}

Seconds CeilTo(Seconds t, CalendarStep step) {
  const Seconds floor = FloorTo(t, step);
  return floor == t ? t : NextAfter(floor, step);
}

double MeanDays(CalendarStep step) {
  const auto count = static_cast<double>(step.count);
  if (step.unit == CalendarUnit::kYear) return kYearDays * count;
  if (step.unit == CalendarUnit::kMonth) return kMonthDays * count;
  return static_cast<double>(SecondsIn(step)) / kSecondsPerDay;
}

std::string YearName(int64_t year) {
  return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BCE";
}

std::string_view MonthName(int month) { return kMonths[month - 1]; }

std::string_view ShortMonthName(int month) { return kMonths[month - 1].substr(0, 3); }

std::string_view ShortWeekdayName(Seconds t) {
  return kWeekdays[WeekdayFromDays(FloorDiv(t, kSecondsPerDay))];
}

std::string ClockName(Seconds t) {
  const Seconds second_of_day = t - FloorDiv(t, kSecondsPerDay) * kSecondsPerDay;
  std::string name;
  AppendPadded(name, static_cast<uint64_t>(second_of_day / 3600), 2);
  name += ':';
  AppendPadded(name, static_cast<uint64_t>(second_of_day / 60 % 60), 2);
  return name;
}

}  // namespace demarche
