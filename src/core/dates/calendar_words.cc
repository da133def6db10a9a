#include "core/dates/calendar_words.h"

#include <algorithm>

#include "core/dates/civil.h"

namespace demarche {
namespace {

// Where each kind of line begins.
constexpr size_t kMonthsAlone = 0, kMonthsInDate = 24, kWeekdays = 48, kForms = 62,
                 kBeforeOurEra = kForms + kDateFormCount, kThousands = kBeforeOurEra + 1,
                 kAbout = kThousands + 1, kPlurals = kAbout + 1, kLengths = kPlurals + 1,
                 kLines = kLengths + 2 * kLengthUnitCount;
constexpr size_t kPluralCount = 200;

constexpr std::string_view kEnglish =
    "January\nFebruary\nMarch\nApril\nMay\nJune\nJuly\nAugust\nSeptember\nOctober\nNovember\n"
    "December\nJan\nFeb\nMar\nApr\nMay\nJun\nJul\nAug\nSep\nOct\nNov\nDec\n"
    "January\nFebruary\nMarch\nApril\nMay\nJune\nJuly\nAugust\nSeptember\nOctober\nNovember\n"
    "December\nJan\nFeb\nMar\nApr\nMay\nJun\nJul\nAug\nSep\nOct\nNov\nDec\n"
    "Sunday\nMonday\nTuesday\nWednesday\nThursday\nFriday\nSaturday\n"
    "Sun\nMon\nTue\nWed\nThu\nFri\nSat\n"
    "%E %d %M %y\n%e %d %m %y\n%e %d %m\n%d %m %y\n%d %m\n%L %y\n%l %y\n"
    "%y BCE\n,\nabout \n"
    "1011111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111"
    "1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111"
    "111111111111\n"
    "%n year|%n years\n%n month|%n months\n%n day|%n days\n%n hour|%n hours\n"
    "%n minute|%n minutes\n%n second|%n seconds\n"
    "%n yr\n%n mo\n%n day|%n days\n%n hr\n%n min\n%n s";

// A piece of a pattern at a time: text, or a letter that stands for something.
template <class Insert>
std::string Filled(std::string_view pattern, const Insert& insert) {
  std::string out;
  for (size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '%' && i + 1 < pattern.size()) {
      out += insert(pattern[++i]);
    } else {
      out += pattern[i];
    }
  }
  return out;
}

}  // namespace

const CalendarWords& CalendarWords::English() {
  static const CalendarWords words = *Parse(kEnglish);
  return words;
}

std::optional<CalendarWords> CalendarWords::Parse(std::string_view lines) {
  static_assert(kLines == kLineCount);
  constexpr size_t kLongest = 16 * 1024;
  const auto line_ends = static_cast<size_t>(std::count(lines.begin(), lines.end(), '\n'));
  if (lines.size() > kLongest || line_ends + 1 != kLineCount) return std::nullopt;
  CalendarWords words;
  words.text_ = lines;
  size_t at = 0;
  for (uint16_t& start : words.starts_) {
    start = static_cast<uint16_t>(at);
    at = std::min(lines.find('\n', at), lines.size()) + 1;
  }
  const std::string_view plurals = words.Line(kPlurals);
  const bool known = plurals.size() == kPluralCount &&
                     plurals.find_first_not_of("0123456789") == std::string_view::npos;
  return known ? std::optional(std::move(words)) : std::nullopt;
}

std::string_view CalendarWords::Line(size_t i) const {
  return std::string_view(text_).substr(starts_[i], starts_[i + 1] - starts_[i] - 1u);
}

// Thousands are parted from 10,000 on, as most languages have it.
std::string CalendarWords::Number(int64_t number) const {
  std::string out = std::to_string(number);
  if (out.size() <= 4) return out;
  for (size_t at = out.size(); at > 3;) out.insert(at -= 3, Line(kThousands));
  return out;
}

std::string CalendarWords::Year(int64_t year) const {
  if (year > 0) return Number(year);
  return Filled(Line(kBeforeOurEra), [this, year](char) { return Number(1 - year); });
}

std::string_view CalendarWords::Month(int month, Wording wording) const {
  const size_t first = kMonthsAlone + (wording == Wording::kShort ? 12 : 0);
  return Line(first + static_cast<size_t>(month - 1));
}

std::string_view CalendarWords::Weekday(int weekday, Wording wording) const {
  const size_t first = kWeekdays + (wording == Wording::kShort ? 7 : 0);
  return Line(first + static_cast<size_t>(weekday));
}

std::string CalendarWords::Date(DateForm form, int64_t days) const {
  const CivilDate date = CivilFromDays(days);
  const size_t month = static_cast<size_t>(date.month - 1);
  return Filled(Line(kForms + static_cast<size_t>(form)), [&](char letter) -> std::string {
    switch (letter) {
      case 'd':
        return std::to_string(date.day);
      case 'y':
        return Year(date.year);
      case 'M':
        return std::string(Line(kMonthsInDate + month));
      case 'm':
        return std::string(Line(kMonthsInDate + 12 + month));
      case 'L':
        return std::string(Line(kMonthsAlone + month));
      case 'l':
        return std::string(Line(kMonthsAlone + 12 + month));
      case 'E':
        return std::string(Weekday(WeekdayFromDays(days), Wording::kLong));
      case 'e':
        return std::string(Weekday(WeekdayFromDays(days), Wording::kShort));
      default:
        return {};
    }
  });
}

std::string CalendarWords::Length(int64_t count, LengthUnit unit, Wording wording) const {
  const auto n = static_cast<size_t>(count < 0 ? -count : count);
  const char plural = Line(kPlurals)[n < kPluralCount ? n : 100 + n % 100];
  std::string_view forms =
      Line(kLengths + static_cast<size_t>(unit) + (wording == Wording::kShort ? 6 : 0));
  for (char skip = plural; skip > '0'; --skip) {
    const size_t end = forms.find('|');
    if (end == std::string_view::npos) break;
    forms.remove_prefix(end + 1);
  }
  return Filled(forms.substr(0, forms.find('|')), [&](char) { return Number(count); });
}

std::string_view CalendarWords::about() const { return Line(kAbout); }

}  // namespace demarche
