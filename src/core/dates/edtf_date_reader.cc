#include "core/dates/edtf_date_reader.h"

#include "core/dates/civil.h"
#include "core/dates/edtf_diagnose.h"

namespace demarche {
namespace {

constexpr size_t kLongYearMinDigits = 5;
constexpr size_t kLongYearMaxDigits = 11;
constexpr int kMaxOffsetMinutes = 14 * 60;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsQualifier(char c) { return c == '?' || c == '~' || c == '%'; }

// Reads one date from front to back. Each Read… takes its part off rest_ and fills in its fields.
class DateReader {
 public:
  DateReader(std::string_view text, Error* error) : text_(text), rest_(text), error_(error) {}

  bool Read(EdtfDate* date, TimeOfDay time_of_day) {
    if (Next() == 'Y') {
      if (!ReadLongYear(date)) return false;
    } else {
      if (!ReadYear(date)) return false;
      if (Next() == '-' && !ReadMonth(date)) return false;
      if (Next() == '-' && !ReadDay(date)) return false;
      if (Next() == 'T') return ReadTime(date, time_of_day) && (rest_.empty() || FailAfterTime());
    }
    ReadQualifier(date);
    return rest_.empty() || FailAfterDate(*date);
  }

 private:
  char At(size_t i) const { return i < rest_.size() ? rest_[i] : '\0'; }
  char Next() const { return At(0); }
  bool IsSyntaxError() {
    *error_ = DescribeDateSyntax(text_);
    return false;
  }

  // Two digits at `i`, or -1.
  int TwoDigits(size_t i) const {
    if (!IsDigit(At(i)) || !IsDigit(At(i + 1))) return -1;
    return (rest_[i] - '0') * 10 + (rest_[i + 1] - '0');
  }

  // "-1" where "-01" is meant.
  bool HasOneDigit() const { return IsDigit(At(1)) && !IsDigit(At(2)) && At(2) != 'X'; }

  bool ReadLongYear(EdtfDate* date);
  bool ReadYear(EdtfDate* date);
  bool ReadMonth(EdtfDate* date);
  bool ReadDay(EdtfDate* date);
  bool ReadTime(EdtfDate* date, TimeOfDay time_of_day);
  bool ReadZone(EdtfDate* date);
  void ReadQualifier(EdtfDate* date);

  bool FailPartQualified() const {
    return FailLevel(error_, "A qualifier on a part of a date is EDTF Level 2.",
                     "Qualify the whole date at its end: 2004-06-11~.");
  }
  bool FailUnspecified() const {
    return FailLevel(error_, "An X anywhere but in the last digits of a date is EDTF Level 2.",
                     "Write 201X, 20XX, 2004-XX, 1985-04-XX or 1985-XX-XX.");
  }
  bool FailNoSuchDay(const EdtfDate& date, int day, int days_in_month);
  bool FailAfterDate(const EdtfDate& date);
  bool FailAfterTime();

  std::string_view text_;
  std::string_view rest_;
  Error* error_;
};

bool DateReader::ReadLongYear(EdtfDate* date) {
  rest_.remove_prefix(1);
  const bool is_negative = Next() == '-';
  if (is_negative) rest_.remove_prefix(1);
  if (Next() == '0')
    return FailSyntax(error_, "The year after Y begins with a zero.",
                      "Leave the zeros out; years of four digits have no Y.");
  size_t digits = 0;
  int64_t year = 0;
  for (; IsDigit(Next()); rest_.remove_prefix(1), ++digits) {
    if (digits < kLongYearMaxDigits) year = year * 10 + (Next() - '0');
  }
  if (digits > 0 && Next() == 'E')
    return FailLevel(error_, "A year with an exponent is EDTF Level 2.",
                     "Write the year out: Y-170000000.");
  if (digits > kLongYearMaxDigits)
    return FailRange(error_, "The year has more than 11 digits.",
                     "Write a year between Y-99999999999 and Y99999999999.");
  if (digits < kLongYearMinDigits)
    return FailSyntax(error_, "Y marks a year of more than four digits, and this one has fewer.",
                      "Write years from -9999 to 9999 with four digits and without Y.");
  date->year = is_negative ? -year : year;
  return true;
}

bool DateReader::ReadYear(EdtfDate* date) {
  const bool is_negative = Next() == '-';
  if (is_negative) rest_.remove_prefix(1);
  if (IsQualifier(Next())) return FailPartQualified();
  int64_t year = 0;
  size_t unspecified = 0;
  for (size_t i = 0; i < 4; ++i) {
    const char c = At(i);
    if (c != 'X' && !IsDigit(c)) return IsSyntaxError();
    if (c == 'X') {
      ++unspecified;
    } else if (unspecified > 0) {
      return FailUnspecified();
    }
    year = year * 10 + (c == 'X' ? 0 : c - '0');
  }
  if (IsDigit(At(4)) || At(4) == 'X') return IsSyntaxError();
  if (unspecified > 2) return FailUnspecified();
  if (is_negative && year == 0)
    return FailRange(error_, "There is no year -0000.",
                     "Write 0000 for the year 1 BCE, -0001 for 2 BCE.");
  rest_.remove_prefix(4);
  date->year = is_negative ? -year : year;
  if (unspecified > 0) {
    if (Next() == '-') return FailUnspecified();
    date->precision = unspecified == 1 ? Precision::kDecade : Precision::kCentury;
    date->unspecified = unspecified == 1 ? Unspecified::kYearInDecade : Unspecified::kYearInCentury;
  }
  return true;
}

// "-01" to "-12", a season "-21" to "-24", or "-XX".
bool DateReader::ReadMonth(EdtfDate* date) {
  if (IsQualifier(At(1))) return FailPartQualified();
  if (HasOneDigit())
    return FailSyntax(error_, "The month has one digit.", "Write it with two: 2022-01.");
  if (IsDigit(At(3)) || At(3) == 'X') return IsSyntaxError();
  if (At(1) == 'X' && At(2) == 'X') {
    date->unspecified = Unspecified::kMonth;
    rest_.remove_prefix(3);
    return true;
  }
  if ((At(1) == 'X' && IsDigit(At(2))) || (IsDigit(At(1)) && At(2) == 'X'))
    return FailUnspecified();
  const int month = TwoDigits(1);
  if (month < 0) return IsSyntaxError();
  if (month >= 25 && month <= 41)
    return FailLevel(
        error_, "Quarters and seasons by hemisphere, 25 to 41, are EDTF Level 2.",
        "Write months, 2022-04/2022-06, or a season: 21 spring, 22 summer, 23 autumn, 24 winter.");
  const bool is_season = month >= 21 && month <= 24;
  if (!is_season && (month < 1 || month > 12))
    return FailRange(error_, "There is no month " + std::to_string(month) + ".",
                     "Months are 01 to 12, seasons 21 to 24.");
  rest_.remove_prefix(3);
  date->month = static_cast<uint8_t>(month);
  date->precision = is_season ? Precision::kSeason : Precision::kMonth;
  return true;
}

// "-01" to "-31" as far as the month goes, or "-XX".
bool DateReader::ReadDay(EdtfDate* date) {
  if (date->precision == Precision::kSeason)
    return FailSyntax(error_, "A season has no day.", "Write the month instead: 2014-04-12.");
  if (IsQualifier(At(1))) return FailPartQualified();
  if (HasOneDigit())
    return FailSyntax(error_, "The day has one digit.", "Write it with two: 2022-01-09.");
  if (IsDigit(At(3)) || At(3) == 'X') return IsSyntaxError();
  const bool is_month_unknown = date->unspecified == Unspecified::kMonth;
  if (At(1) == 'X' && At(2) == 'X') {
    date->unspecified = is_month_unknown ? Unspecified::kMonthAndDay : Unspecified::kDay;
    rest_.remove_prefix(3);
    return true;
  }
  if ((At(1) == 'X' && IsDigit(At(2))) || (IsDigit(At(1)) && At(2) == 'X'))
    return FailUnspecified();
  const int day = TwoDigits(1);
  if (day < 0) return IsSyntaxError();
  if (is_month_unknown) return FailUnspecified();
  const int days_in_month = DaysInMonth(date->year, date->month);
  if (day < 1 || day > days_in_month) return FailNoSuchDay(*date, day, days_in_month);
  rest_.remove_prefix(3);
  date->day = static_cast<uint8_t>(day);
  date->precision = Precision::kDay;
  return true;
}

// "T08:55" or "T08:55:00" and a zone.
bool DateReader::ReadTime(EdtfDate* date, TimeOfDay time_of_day) {
  if (date->precision != Precision::kDay) return IsSyntaxError();
  if (time_of_day == TimeOfDay::kRefused)
    return FailSyntax(error_, "A set holds dates without a time of day.",
                      "Write the days: [2021-12-15..2021-12-17].");
  const int hour = TwoDigits(1);
  const int minute = At(3) == ':' ? TwoDigits(4) : -1;
  if (hour < 0 || minute < 0) return IsSyntaxError();
  const bool has_second = At(6) == ':';
  const int second = has_second ? TwoDigits(7) : 0;
  if (second < 0) return IsSyntaxError();
  const bool is_end_of_day = hour == 24 && minute == 0 && second == 0;
  if ((hour > 23 && !is_end_of_day) || minute > 59 || second > 59)
    return FailRange(
        error_, "There is no such time of day.",
        "Hours are 00 to 23, minutes and seconds 00 to 59; a leap second is written as 59.");
  rest_.remove_prefix(has_second ? 9 : 6);
  date->hour = static_cast<uint8_t>(hour);
  date->minute = static_cast<uint8_t>(minute);
  date->second = static_cast<uint8_t>(second);
  date->precision = has_second ? Precision::kSecond : Precision::kMinute;
  return ReadZone(date);
}

// "", "Z", "+01" or "+01:00".
bool DateReader::ReadZone(EdtfDate* date) {
  if (Next() == 'Z') {
    date->zone = Zone::kUtc;
    rest_.remove_prefix(1);
    return true;
  }
  if (Next() != '+' && Next() != '-') return true;
  const bool is_west = Next() == '-';
  const bool has_minutes = At(3) == ':';
  const int hours = TwoDigits(1);
  const int minutes = has_minutes ? TwoDigits(4) : 0;
  if (hours < 0 || minutes < 0 || IsDigit(At(3))) return IsSyntaxError();
  const int offset = hours * 60 + minutes;
  if (minutes > 59 || offset > kMaxOffsetMinutes || (is_west && offset == 0))
    return FailRange(error_, "There is no such offset from UTC.",
                     "Offsets are -14:00 to +14:00; UTC itself is Z or +00:00.");
  rest_.remove_prefix(has_minutes ? 6 : 3);
  date->zone = has_minutes ? Zone::kHoursAndMinutes : Zone::kHours;
  date->offset_minutes = static_cast<int16_t>(is_west ? -offset : offset);
  return true;
}

void DateReader::ReadQualifier(EdtfDate* date) {
  switch (Next()) {
    case '?':
      date->qualifier = Qualifier::kUncertain;
      break;
    case '~':
      date->qualifier = Qualifier::kApproximate;
      break;
    case '%':
      date->qualifier = Qualifier::kBoth;
      break;
    default:
      return;
  }
  rest_.remove_prefix(1);
}

bool DateReader::FailNoSuchDay(const EdtfDate& date, int day, int days_in_month) {
  const std::string month = ToString({.start = {.date = date}});
  return FailRange(error_, "There is no day " + std::to_string(day) + " in " + month + ".",
                   month + " has the days 01 to " + std::to_string(days_in_month) + ".");
}

bool DateReader::FailAfterDate(const EdtfDate& date) {
  if (date.qualifier != Qualifier::kNone && Next() == '-') return FailPartQualified();
  if (date.qualifier == Qualifier::kNone && Next() == 'S' && IsDigit(At(1)))
    return FailLevel(error_, "A year with significant digits is EDTF Level 2.",
                     "Write the digits that are known, 195X, or an interval.");
  if (Next() == 'X') return FailUnspecified();
  return IsSyntaxError();
}

bool DateReader::FailAfterTime() {
  if (IsQualifier(Next()))
    return FailSyntax(error_, "A time of day takes no qualifier.", "Qualify the day: 2022-01-10~.");
  if (Next() == '.' || Next() == ',')
    return FailSyntax(error_, "The time has a fraction of a second.",
                      "Write whole seconds: 2022-01-10T08:55:00Z.");
  return IsSyntaxError();
}

}  // namespace

bool ReadDate(std::string_view text, TimeOfDay time_of_day, EdtfDate* date, Error* error) {
  return DateReader(text, error).Read(date, time_of_day);
}

}  // namespace demarche
