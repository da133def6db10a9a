// Calendar arithmetic on Hinnant's `date`, which only this file includes.
#include "core/dates/civil.h"

#include <date/date.h>

namespace demarche {
namespace {

constexpr int64_t kYearsPerEra = 400;
constexpr int64_t kDaysPerEra = 146097;

date::year_month_day InEra(int64_t year_of_era, int month, int day) {
  return date::year(static_cast<int>(year_of_era)) / month / day;
}

}  // namespace

int64_t DaysFromCivil(const CivilDate& date) {
  const int64_t era = FloorDiv(date.year, kYearsPerEra);
  const date::sys_days in_era = InEra(date.year - era * kYearsPerEra, date.month, date.day);
  return era * kDaysPerEra + in_era.time_since_epoch().count();
}

CivilDate CivilFromDays(int64_t days) {
  const int64_t era = FloorDiv(days, kDaysPerEra);
  const auto day_of_era = static_cast<int>(days - era * kDaysPerEra);
  const date::year_month_day in_era{date::sys_days(date::days(day_of_era))};
  return {.year = era * kYearsPerEra + static_cast<int>(in_era.year()),
          .month = static_cast<int>(static_cast<unsigned>(in_era.month())),
          .day = static_cast<int>(static_cast<unsigned>(in_era.day()))};
}

int DaysInMonth(int64_t year, int month) {
  const int64_t year_of_era = year - FloorDiv(year, kYearsPerEra) * kYearsPerEra;
  const date::year_month_day_last last =
      date::year(static_cast<int>(year_of_era)) / month / date::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

int WeekdayFromDays(int64_t days) {
  const auto day_of_era = static_cast<int>(days - FloorDiv(days, kDaysPerEra) * kDaysPerEra);
  return static_cast<int>(date::weekday(date::sys_days(date::days(day_of_era))).c_encoding());
}

}  // namespace demarche
