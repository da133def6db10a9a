// The calendar as a reader sees it: in the words of their language. What axis, ticks, minimap and
// the as-of pill ask; a small value, to be copied.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/dates/calendar.h"
#include "core/dates/calendar_words.h"

namespace demarche {

enum class ClockPrecision : uint8_t { kMinutes, kSeconds };

class ReaderCalendar {
 public:
  /// English.
  ReaderCalendar() = default;
  /// Null: English.
  explicit ReaderCalendar(std::shared_ptr<const CalendarWords> words) : words_(std::move(words)) {}

  bool is_english() const { return !words_; }
  const CalendarWords& words() const { return words_ ? *words_ : CalendarWords::English(); }

  std::string Year(Seconds t) const { return words().Year(CivilAt(t).year); }
  /// "Jan".
  std::string ShortMonth(Seconds t) const;
  /// "Mon".
  std::string_view ShortWeekday(Seconds t) const;
  std::string Date(DateForm form, Seconds t) const;
  /// "14:05", "14:05:30".
  std::string Clock(Seconds t, ClockPrecision precision) const;

  /// The same words; not merely equal ones.
  friend bool operator==(const ReaderCalendar&, const ReaderCalendar&) = default;

 private:
  std::shared_ptr<const CalendarWords> words_;
};

}  // namespace demarche
