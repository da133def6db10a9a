#include "core/dates/reader_calendar.h"

#include "core/base/digits.h"

namespace demarche {
namespace {

int64_t DayOf(Seconds t) { return FloorDiv(t, kSecondsPerDay); }

}  // namespace

std::string ReaderCalendar::ShortMonth(Seconds t) const {
  return std::string(words().Month(CivilAt(t).month, Wording::kShort));
}

std::string_view ReaderCalendar::ShortWeekday(Seconds t) const {
  return words().Weekday(WeekdayFromDays(DayOf(t)), Wording::kShort);
}

std::string ReaderCalendar::Date(DateForm form, Seconds t) const {
  return words().Date(form, DayOf(t));
}

std::string ReaderCalendar::Clock(Seconds t, ClockPrecision precision) const {
  const auto second = static_cast<uint64_t>(t - DayOf(t) * kSecondsPerDay);
  std::string clock;
  AppendPadded(clock, second / 3600, 2);
  clock += ':';
  AppendPadded(clock, second / 60 % 60, 2);
  if (precision == ClockPrecision::kMinutes) return clock;
  clock += ':';
  AppendPadded(clock, second % 60, 2);
  return clock;
}

}  // namespace demarche
