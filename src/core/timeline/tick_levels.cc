#include "core/timeline/tick_levels.h"

namespace demarche {
namespace {

constexpr TickLevel kFineLevels[] = {
    {{CalendarUnit::kSecond, 1}, {CalendarUnit::kSecond, 1}, LabelStyle::kSecond},
    {{CalendarUnit::kSecond, 5}, {CalendarUnit::kSecond, 1}, LabelStyle::kSecond},
    {{CalendarUnit::kSecond, 10}, {CalendarUnit::kSecond, 1}, LabelStyle::kSecond},
    {{CalendarUnit::kSecond, 30}, {CalendarUnit::kSecond, 5}, LabelStyle::kSecond},
    {{CalendarUnit::kMinute, 1}, {CalendarUnit::kSecond, 15}, LabelStyle::kClock},
    {{CalendarUnit::kMinute, 5}, {CalendarUnit::kMinute, 1}, LabelStyle::kClock},
    {{CalendarUnit::kMinute, 15}, {CalendarUnit::kMinute, 5}, LabelStyle::kClock},
    {{CalendarUnit::kMinute, 30}, {CalendarUnit::kMinute, 5}, LabelStyle::kClock},
    {{CalendarUnit::kHour, 1}, {CalendarUnit::kMinute, 15}, LabelStyle::kClock},
    {{CalendarUnit::kHour, 3}, {CalendarUnit::kHour, 1}, LabelStyle::kClock},
    {{CalendarUnit::kHour, 6}, {CalendarUnit::kHour, 1}, LabelStyle::kClock},
    {{CalendarUnit::kDay, 1}, {CalendarUnit::kHour, 6}, LabelStyle::kDayCell},
    {{CalendarUnit::kWeek, 1}, {CalendarUnit::kDay, 1}, LabelStyle::kDate},
    {{CalendarUnit::kMonth, 1}, {CalendarUnit::kWeek, 1}, LabelStyle::kMonth},
    {{CalendarUnit::kMonth, 3}, {CalendarUnit::kMonth, 1}, LabelStyle::kMonth},
    {{CalendarUnit::kMonth, 6}, {CalendarUnit::kMonth, 1}, LabelStyle::kMonth},
    {{CalendarUnit::kYear, 1}, {CalendarUnit::kMonth, 3}, LabelStyle::kYear},
    {{CalendarUnit::kYear, 5}, {CalendarUnit::kYear, 1}, LabelStyle::kYear},
};
constexpr int64_t kMostYears = 100'000'000'000;

// Years go on by ones and fives: 10, 50, 100, 500 and so on.
TickLevel YearsLevel(int64_t power_of_ten, bool five) {
  const CalendarStep minor{CalendarUnit::kYear, five ? power_of_ten : power_of_ten / 10};
  return {{CalendarUnit::kYear, power_of_ten * (five ? 5 : 1)}, minor, LabelStyle::kYear};
}

}  // namespace

TickLevel FinestLevel(double px_per_day, const LabelRoom& room) {
  const auto fits = [&](const TickLevel& level) {
    return MeanDays(level.label) * px_per_day >= room[level.style];
  };
  for (const TickLevel& level : kFineLevels) {
    if (fits(level)) return level;
  }
  for (int64_t power = 10; power < kMostYears; power *= 10) {
    for (const bool five : {false, true}) {
      const TickLevel level = YearsLevel(power, five);
      if (fits(level)) return level;
    }
  }
  return YearsLevel(kMostYears, false);
}

}  // namespace demarche
