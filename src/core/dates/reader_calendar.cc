#include "core/dates/reader_calendar.h"

#include "core/base/digits.h"

namespace demarche {
namespace {

int64_t DayOf(Seconds local) { return FloorDiv(local, kSecondsPerDay); }

bool IsWithinDay(CalendarStep step) { return step.unit < CalendarUnit::kDay; }

}  // namespace

Seconds ReaderCalendar::InstantOf(Seconds of_date) const {
  if (!zone_ || of_date <= kTimeMin || of_date >= kTimeMax) return of_date;
  return zone_->UtcFromLocal(of_date);
}

Seconds ReaderCalendar::DateFrom(Seconds t) const {
  if (!zone_ || t <= kTimeMin || t >= kTimeMax) return t;
  return zone_->FirstLocalFrom(t);
}

Seconds ReaderCalendar::FloorTo(Seconds t, CalendarStep step) const {
  if (!zone_) return demarche::FloorTo(t, step);
  if (!IsWithinDay(step)) {
    const Seconds floor = zone_->UtcFromLocal(demarche::FloorTo(LocalOf(t), step));
    // Clocks that are set back over midnight show the old day once more.
    const Seconds next = NextAfter(floor, step);
    return next <= t ? next : floor;
  }
  // Between two changes of the clocks boundaries are evenly spaced.
  const auto floor_from = [&](Seconds at) {
    return at - (LocalOf(at) - demarche::FloorTo(LocalOf(at), step));
  };
  const Seconds floor = floor_from(t), change = zone_->LastChange(t);
  return floor >= change ? floor : floor_from(change - 1);
}

Seconds ReaderCalendar::NextAfter(Seconds boundary, CalendarStep step) const {
  if (!zone_) return demarche::NextAfter(boundary, step);
  if (!IsWithinDay(step)) {
    // A boundary that the clocks leap over begins late: its own local time lies after it.
    const Seconds local = demarche::FloorTo(LocalOf(boundary), step);
    return zone_->UtcFromLocal(demarche::NextAfter(local, step));
  }
  const Seconds next = demarche::NextAfter(boundary, step), change = zone_->NextChange(boundary);
  if (next < change) return next;
  return change + demarche::CeilTo(LocalOf(change), step) - LocalOf(change);
}

Seconds ReaderCalendar::CeilTo(Seconds t, CalendarStep step) const {
  const Seconds floor = FloorTo(t, step);
  return floor == t ? t : NextAfter(floor, step);
}

std::string ReaderCalendar::ShortMonth(Seconds t) const {
  return std::string(words().Month(CivilAt(t).month, Wording::kShort));
}

std::string_view ReaderCalendar::ShortWeekday(Seconds t) const {
  return words().Weekday(WeekdayFromDays(DayOf(LocalOf(t))), Wording::kShort);
}

std::string ReaderCalendar::Date(DateForm form, Seconds t) const {
  return words().Date(form, DayOf(LocalOf(t)));
}

std::string ReaderCalendar::Clock(Seconds t, ClockPrecision precision) const {
  const Seconds local = LocalOf(t);
  const auto second = static_cast<uint64_t>(local - DayOf(local) * kSecondsPerDay);
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
