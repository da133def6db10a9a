// What the canvas calls months, weekdays and lengths of time in one language, and how it puts a
// date together: "Mon 10 Jan", "Mo., 10. Jan.", "пн, 10 січ.". English is built in; the page makes
// the words of other languages with the browser's own data (web/calendar_words.js), so that no
// library of locales travels. A language whose script the canvas has no font for (scripts.h) stays
// English: the page sends no words for it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/dates/edtf.h"

namespace demarche {

/// Ways to say a date; an example of each in English and German.
enum class DateForm : uint8_t {
  kFull,               // Monday 10 January 2022    Montag, 10. Januar 2022
  kWeekdayDate,        // Mon 10 Jan 2022           Mo., 10. Jan. 2022
  kWeekdayDay,         // Mon 10 Jan                Mo., 10. Jan.
  kDate,               // 10 Jan 2022               10. Jan. 2022
  kDay,                // 10 Jan                    10. Jan.
  kMonthAndYear,       // January 2022              Januar 2022
  kShortMonthAndYear,  // Jan 2022                  Jan. 2022
};
inline constexpr size_t kDateFormCount = 7;

enum class LengthUnit : uint8_t { kYear, kMonth, kDay, kHour, kMinute, kSecond };
inline constexpr size_t kLengthUnitCount = 6;

enum class Wording : uint8_t { kLong, kShort };

class CalendarWords {
 public:
  static const CalendarWords& English();

  /// From 85 lines of UTF-8, nothing if there are more or fewer: months alone, 12 long and 12
  /// short; months in a date, 12 long and 12 short (Slavic languages have two forms); weekdays from
  /// Sunday on, 7 long and 7 short; the patterns of DateForm, in which `%d` is the day, `%y` the
  /// year, `%M` and `%m` the month in a date, long and short, `%L` and `%l` the month alone, `%E`
  /// and `%e` the weekday; the pattern of a year before our era (`%y`); what parts thousands; what
  /// stands before an inexact count; 200 digits, which say by n which of a unit's forms counts n
  /// (beyond 199 the last two digits decide, as with 100 to 199); the forms of LengthUnit, long and
  /// then short, parted by `|`, with `%n` for the number.
  static std::optional<CalendarWords> Parse(std::string_view lines);

  /// "2014", "44 BCE", "170,000 BCE"; astronomical: 0 is 1 BCE.
  std::string Year(int64_t year) const;
  /// "January", "Jan"; month from 1.
  std::string_view Month(int month, Wording wording) const;
  /// "Monday", "Mon"; 0 is Sunday.
  std::string_view Weekday(int weekday, Wording wording) const;
  /// The day that is `days` after 1970-01-01.
  std::string Date(DateForm form, int64_t days) const;
  /// "17 years", "17 yr".
  std::string Length(int64_t count, LengthUnit unit, Wording wording) const;
  /// "about ": before a length that is not exact.
  std::string_view about() const;
  /// All words one after the other, for the scripts they need.
  std::string_view text() const { return text_; }

  friend bool operator==(const CalendarWords&, const CalendarWords&) = default;

 private:
  CalendarWords() = default;
  std::string_view Line(size_t i) const;
  std::string Number(int64_t number) const;

  static constexpr size_t kLineCount = 85;
  std::string text_;
  std::array<uint16_t, kLineCount + 1> starts_{};  // of the lines in text_
};

}  // namespace demarche
