// The calendar as a reader sees it: in the words of their language and in the time zone that is
// shown. What axis, ticks and the as-of pill ask; a small value, to be copied.
//
// The axis is a line of instants, so that in each of its bands equal lengths are equal durations
// and the order of events is theirs. The zone says where on it days begin: where its clocks are set
// forward a day is 23 hours wide, where they are set back 25. Two kinds of dates stand on it:
//   - A date with a time of day and an offset (`2021-12-30T15:35-05:00`) is an instant. It stands
//     where it happened, and so in another day's cell in another zone.
//   - Any other date (`2022-01-10`, `2014`, but also a time of day of which nobody says the zone)
//     names days of a calendar, not instants. It stands under its own days in every zone: reading
//     in Washington does not move Monday's talks to Sunday. Dates resolve as if in UTC (edtf.h);
//     InstantOf says where such a second lies in the zone shown.
// The as-of date is a date of the second kind: the playhead stands at the end of its day in the
// zone shown. What is known and what has happened as of that date is decided as the file format
// says (core/dossier/as_of.h), in UTC and the same in every zone, so that the switch changes no
// fact: a call at 23:00 in Washington on the as-of day may lie right of the playhead in Moscow,
// where it was the day after, and is still drawn as held.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/dates/calendar.h"
#include "core/dates/calendar_words.h"
#include "core/dates/zone_table.h"

namespace demarche {

enum class ClockPrecision : uint8_t { kMinutes, kSeconds };

/// Whether one end of a date names days or the like, not an instant.
constexpr bool NamesDays(Precision precision, uint16_t flags) {
  return precision < Precision::kMinute || (flags & kLocalTime) != 0;
}

class ReaderCalendar {
 public:
  /// English, UTC.
  ReaderCalendar() = default;
  /// Null: English, UTC.
  explicit ReaderCalendar(std::shared_ptr<const CalendarWords> words,
                          std::shared_ptr<const ZoneTable> zone = nullptr)
      : words_(std::move(words)), zone_(std::move(zone)) {}

  bool is_english() const { return !words_; }
  const CalendarWords& words() const { return words_ ? *words_ : CalendarWords::English(); }
  const std::shared_ptr<const CalendarWords>& shared_words() const { return words_; }
  /// Null: UTC.
  const std::shared_ptr<const ZoneTable>& zone() const { return zone_; }

  /// The instant of a second of a date that names days; infinities stay.
  Seconds InstantOf(Seconds of_date) const;
  /// The first second of a date that names days which lies at or after the instant `t`.
  Seconds DateFrom(Seconds t) const;
  /// What the zone's calendar and clock show.
  Seconds LocalOf(Seconds t) const { return zone_ ? zone_->LocalFromUtc(t) : t; }
  int32_t OffsetAt(Seconds t) const { return zone_ ? zone_->OffsetAt(t) : 0; }

  /// As the functions of core/dates/calendar.h, in the zone; the times are instants. An hour that
  /// comes twice has its boundaries twice.
  Seconds FloorTo(Seconds t, CalendarStep step) const;
  Seconds NextAfter(Seconds boundary, CalendarStep step) const;
  Seconds CeilTo(Seconds t, CalendarStep step) const;
  CivilDate CivilAt(Seconds t) const { return demarche::CivilAt(LocalOf(t)); }

  std::string Year(Seconds t) const { return words().Year(CivilAt(t).year); }
  /// "Jan".
  std::string ShortMonth(Seconds t) const;
  /// "Mon".
  std::string_view ShortWeekday(Seconds t) const;
  std::string Date(DateForm form, Seconds t) const;
  /// "14:05", "14:05:30".
  std::string Clock(Seconds t, ClockPrecision precision) const;

  /// The same words and zone; not merely equal ones.
  friend bool operator==(const ReaderCalendar&, const ReaderCalendar&) = default;

 private:
  std::shared_ptr<const CalendarWords> words_;
  std::shared_ptr<const ZoneTable> zone_;
};

}  // namespace demarche
