#include "core/dates/calendar.h"

#include <algorithm>

namespace demarche {
namespace {

// 1970-01-05 was a Monday.
constexpr int64_t kMondayDays = 4;

Seconds SecondsIn(CalendarStep step) {
  switch (step.unit) {
    case CalendarUnit::kSecond:
      return step.count;
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

// The boundaries around a year, in astronomical years. From the first year of our era its first
// boundary is the count's own year.
int64_t YearAtOrBefore(int64_t year, int64_t count) {
  if (year > 0) return std::max<int64_t>(1, year / count * count);
  return 1 + FloorDiv(year - 1, count) * count;
}

int64_t YearAfter(int64_t boundary, int64_t count) {
  return boundary == 1 ? std::max<int64_t>(2, count) : boundary + count;
}

Seconds SecondsAt(const CivilDate& date) { return DaysFromCivil(date) * kSecondsPerDay; }

}  // namespace

CivilDate CivilAt(Seconds t) { return CivilFromDays(FloorDiv(t, kSecondsPerDay)); }

Seconds FloorTo(Seconds t, CalendarStep step) {
  if (step.unit == CalendarUnit::kYear) {
    return SecondsAt({.year = YearAtOrBefore(CivilAt(t).year, step.count)});
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
    return SecondsAt({.year = YearAfter(CivilAt(boundary).year, step.count)});
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

}  // namespace demarche
