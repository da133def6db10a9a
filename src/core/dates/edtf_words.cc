// The English of dates. One date first, in the long or the short style; then intervals and sets,
// which share what their dates share: "from 10 to 13 January 2022".
#include "core/dates/edtf_words.h"

#include <array>
#include <cstdlib>
#include <string_view>

#include "core/base/digits.h"
#include "core/dates/calendar_words.h"
#include "core/dates/civil.h"

namespace demarche {
namespace {

constexpr std::array<std::string_view, 4> kSeasons = {"spring", "summer", "autumn", "winter"};
constexpr int64_t kFirstWeekdayYear = 1583;
constexpr std::string_view kDash = "\u2013";
constexpr std::string_view kEllipsis = "\u2026";

// What a date leaves unsaid because the one after it says it.
enum class Shared : uint8_t { kNothing, kYear, kYearAndMonth };

struct Manner {
  Wording style = Wording::kLong;
  Weekdays weekdays = Weekdays::kOmit;
};

// ---- One date ----

std::string Grouped(uint64_t value) {
  std::string digits = std::to_string(value);
  for (size_t end = digits.size(); end > 3; end -= 3) digits.insert(end - 3, ",");
  return digits;
}

// "2014", "33 CE", "44 BCE", "170,000,002 CE".
std::string YearText(int64_t year) {
  if (year >= 1000 && year <= 9999) return std::to_string(year);
  const auto count = static_cast<uint64_t>(year > 0 ? year : 1 - year);
  std::string text = count > 9999 ? Grouped(count) : std::to_string(count);
  return text + (year <= 0 ? " BCE" : " CE");
}

// "the 2010s" and "the 1900s"; decades that would be taken for a century, and years before 1000,
// with their first and last.
std::string YearsText(const EdtfDate& date, Wording style) {
  const bool is_decade = date.precision == Precision::kDecade;
  const int64_t count = is_decade ? 10 : 100;
  const int64_t first = date.year >= 0 ? date.year : date.year - (count - 1);
  const int64_t last = first + count - 1;
  if (first >= 1000 && !(is_decade && first % 100 == 0))
    return (style == Wording::kLong ? "the " : "") + std::to_string(first) + "s";
  if (style == Wording::kShort) return YearText(first) + std::string(kDash) + YearText(last);
  return "the years " + YearText(first) + " to " + YearText(last);
}

std::string SeasonText(const EdtfDate& date) {
  std::string text = std::string(kSeasons[date.month - 21]) + " " + YearText(date.year);
  if (date.month == 24 && date.year >= 1000 && date.year < 9999) {
    text += kDash;
    AppendPadded(text, static_cast<uint64_t>((date.year + 1) % 100), 2);
  }
  return text;
}

std::string MonthText(const EdtfDate& date, Wording style, Shared shared) {
  std::string text(CalendarWords::English().Month(date.month, style));
  return shared == Shared::kNothing ? text + " " + YearText(date.year) : text;
}

std::string DayText(const EdtfDate& date, Manner manner, Shared shared) {
  std::string text;
  if (manner.weekdays == Weekdays::kShow && date.qualifier == Qualifier::kNone &&
      date.year >= kFirstWeekdayYear) {
    const int64_t days = DaysFromCivil({.year = date.year, .month = date.month, .day = date.day});
    text += CalendarWords::English().Weekday(WeekdayFromDays(days), Wording::kLong);
    text += ' ';
  }
  text += std::to_string(date.day);
  if (shared == Shared::kYearAndMonth) return text;
  return text + " " + MonthText(date, manner.style, shared);
}

std::string ClockText(const EdtfDate& date) {
  std::string text;
  AppendPadded(text, date.hour, 2);
  text += ':';
  AppendPadded(text, date.minute, 2);
  if (date.precision == Precision::kSecond) {
    text += ':';
    AppendPadded(text, date.second, 2);
  }
  return text;
}

std::string ZoneText(const EdtfDate& date) {
  if (date.zone == Zone::kNone) return " (local time)";
  if (date.offset_minutes == 0) return " (UTC)";
  const auto minutes = static_cast<unsigned>(std::abs(date.offset_minutes));
  std::string text = date.offset_minutes < 0 ? " (UTC\u2212" : " (UTC+";
  AppendPadded(text, minutes / 60, 2);
  text += ':';
  AppendPadded(text, minutes % 60, 2);
  return text + ")";
}

// A date whose month or day is written as X.
std::string UnknownPartText(const EdtfDate& date, Wording style) {
  std::string known = date.precision == Precision::kMonth ? MonthText(date, style, Shared::kNothing)
                                                          : YearText(date.year);
  if (style == Wording::kShort) return known;
  const bool is_month = date.unspecified == Unspecified::kMonth;
  return (is_month ? "an unknown month of " : "an unknown day of ") + known;
}

std::string PlainText(const EdtfDate& date, Manner manner, Shared shared) {
  switch (date.precision) {
    case Precision::kCentury:
    case Precision::kDecade:
      return YearsText(date, manner.style);
    case Precision::kYear:
    case Precision::kMonth:
      if (date.unspecified != Unspecified::kNone) return UnknownPartText(date, manner.style);
      return date.precision == Precision::kYear ? YearText(date.year)
                                                : MonthText(date, manner.style, shared);
    case Precision::kSeason:
      return SeasonText(date);
    case Precision::kDay:
      return DayText(date, manner, shared);
    case Precision::kMinute:
    case Precision::kSecond:
      break;
  }
  std::string text = DayText(date, manner, Shared::kNothing) + ", " + ClockText(date);
  return manner.style == Wording::kLong ? text + ZoneText(date) : text;
}

std::string DateText(const EdtfDate& date, Manner manner, Shared shared = Shared::kNothing) {
  const bool is_uncertain =
      date.qualifier == Qualifier::kUncertain || date.qualifier == Qualifier::kBoth;
  const bool is_approximate =
      date.qualifier == Qualifier::kApproximate || date.qualifier == Qualifier::kBoth;
  const std::string text = PlainText(date, manner, shared);
  if (manner.style == Wording::kShort)
    return (is_approximate ? "c. " : "") + text + (is_uncertain ? "?" : "");
  return std::string(is_uncertain ? "perhaps " : "") + (is_approximate ? "about " : "") + text;
}

// ---- Two dates ----

// What `date` may leave to `next`. Nothing before the year 1000, where a number alone could be a
// year as well as a day.
Shared SharedWith(const EdtfDate& date, const EdtfDate& next) {
  const bool is_plain =
      date.unspecified == Unspecified::kNone && next.unspecified == Unspecified::kNone;
  if (!is_plain || date.precision != next.precision || date.year != next.year || date.year < 1000)
    return Shared::kNothing;
  if (date.precision == Precision::kMonth) return Shared::kYear;
  if (date.precision != Precision::kDay) return Shared::kNothing;
  return date.month == next.month ? Shared::kYearAndMonth : Shared::kYear;
}

// "15 and 17 December 2021" with " and " between.
std::string PairText(const EdtfDate& first, const EdtfDate& last, std::string_view between,
                     Manner manner) {
  return DateText(first, manner, SharedWith(first, last)) + std::string(between) +
         DateText(last, manner);
}

bool IsSameDayAndZone(const EdtfDate& a, const EdtfDate& b) {
  return a.precision >= Precision::kMinute && b.precision >= Precision::kMinute &&
         a.year == b.year && a.month == b.month && a.day == b.day &&
         (a.zone == Zone::kNone) == (b.zone == Zone::kNone) && a.offset_minutes == b.offset_minutes;
}

// "10–13 Jan 2022", and with spaces where words stand beside the dash: "29 Nov – 3 Dec 2021".
std::string DashedText(const EdtfDate& first, const EdtfDate& last) {
  const Manner manner{.style = Wording::kShort};
  if (IsSameDayAndZone(first, last))
    return DateText(first, manner) + std::string(kDash) + ClockText(last);
  const Shared shared = SharedWith(first, last);
  const std::string start = DateText(first, manner, shared);
  const std::string end = DateText(last, manner);
  const bool is_joined = start.find(' ') == std::string::npos &&
                         (shared != Shared::kNothing || end.find(' ') == std::string::npos);
  const std::string dash(kDash);
  return start + (is_joined ? dash : " " + dash + " ") + end;
}

// ---- Intervals ----

std::string LongInterval(const EdtfBound& start, const EdtfBound& end, Manner manner) {
  if (start.kind == BoundKind::kDate && end.kind == BoundKind::kDate) {
    if (IsSameDayAndZone(start.date, end.date))
      return DayText(start.date, manner, Shared::kNothing) + ", from " + ClockText(start.date) +
             " to " + ClockText(end.date) + ZoneText(start.date);
    return "from " + PairText(start.date, end.date, " to ", manner);
  }
  if (start.kind == BoundKind::kDate) {
    const std::string text = DateText(start.date, manner);
    return end.kind == BoundKind::kOpen ? "since " + text : "from " + text + ", end unknown";
  }
  if (end.kind == BoundKind::kDate) {
    const std::string text = "until " + DateText(end.date, manner);
    return start.kind == BoundKind::kOpen ? text : text + ", start unknown";
  }
  if (start.kind == BoundKind::kUnknown) return "since an unknown time";
  return end.kind == BoundKind::kUnknown ? "until an unknown time" : "at all times";
}

std::string ShortInterval(const EdtfBound& start, const EdtfBound& end) {
  const Manner manner{.style = Wording::kShort};
  const std::string dash(kDash);
  if (start.kind == BoundKind::kDate && end.kind == BoundKind::kDate)
    return DashedText(start.date, end.date);
  if (start.kind == BoundKind::kDate)
    return DateText(start.date, manner) + dash + (end.kind == BoundKind::kUnknown ? "?" : "");
  if (end.kind == BoundKind::kDate)
    return (start.kind == BoundKind::kUnknown ? "?" + dash : "until ") + DateText(end.date, manner);
  return (start.kind == BoundKind::kUnknown ? "?" : "") + dash +
         (end.kind == BoundKind::kUnknown ? "?" : "");
}

// ---- Sets ----

// A set of nothing but one range, which reads better as a sentence than as a list.
std::string LongRange(const EdtfMember& range, EdtfKind kind, Manner manner) {
  const EdtfDate& first = range.first.date;
  const EdtfDate& last = range.last.date;
  if (kind == EdtfKind::kOneOf) return "between " + PairText(first, last, " and ", manner);
  return "each " + std::string(UnitName(first.precision)) + " from " +
         PairText(first, last, " to ", manner);
}

std::string MemberText(const EdtfMember& member, EdtfKind kind, Manner manner,
                       Shared shared = Shared::kNothing) {
  const std::string conjunction = kind == EdtfKind::kOneOf ? " or " : " and ";
  if (member.kind == MemberKind::kDate) return DateText(member.first.date, manner, shared);
  if (member.first.kind == BoundKind::kOpen)
    return DateText(member.last.date, manner) + conjunction + "earlier";
  if (member.last.kind == BoundKind::kOpen)
    return DateText(member.first.date, manner) + conjunction + "later";
  if (manner.style == Wording::kShort) return DashedText(member.first.date, member.last.date);
  return PairText(member.first.date, member.last.date, " to ", manner);
}

bool IsClosedRange(const EdtfMember& member) {
  return member.kind == MemberKind::kRange && member.first.kind == BoundKind::kDate &&
         member.last.kind == BoundKind::kDate;
}

// "15, 16 or 17 December 2021", "1999 and 2004". Written from the end, because a date may leave to
// the next only what all after it share.
std::string ListText(const Edtf& edtf, Manner manner) {
  const std::vector<EdtfMember>& members = edtf.members;
  std::string text = MemberText(members.back(), edtf.kind, manner);
  bool may_share = members.back().kind == MemberKind::kDate;
  for (size_t i = members.size() - 1; i-- > 0;) {
    may_share = may_share && members[i].kind == MemberKind::kDate;
    const Shared shared =
        may_share ? SharedWith(members[i].first.date, members[i + 1].first.date) : Shared::kNothing;
    may_share = shared != Shared::kNothing;
    std::string_view joint = ", ";
    if (i + 2 == members.size()) joint = edtf.kind == EdtfKind::kOneOf ? " or " : " and ";
    text.insert(0, MemberText(members[i], edtf.kind, manner, shared).append(joint));
  }
  return text;
}

std::string LongSet(const Edtf& edtf, Manner manner) {
  if (edtf.members.size() == 1 && IsClosedRange(edtf.members.front()))
    return LongRange(edtf.members.front(), edtf.kind, manner);
  return ListText(edtf, manner);
}

std::string ShortSet(const Edtf& edtf) {
  constexpr size_t kMostListed = 3;
  const Manner manner{.style = Wording::kShort};
  const EdtfMember& front = edtf.members.front();
  if (edtf.members.size() == 1 && IsClosedRange(front))
    return MemberText(front, edtf.kind, manner) + (edtf.kind == EdtfKind::kOneOf ? "?" : "");
  if (edtf.members.size() <= kMostListed) return ListText(edtf, manner);
  return MemberText(front, edtf.kind, manner) + " " + std::string(kEllipsis) + " " +
         MemberText(edtf.members.back(), edtf.kind, manner);
}

}  // namespace

std::string InWords(const Edtf& edtf, Weekdays weekdays) {
  const Manner manner{.style = Wording::kLong, .weekdays = weekdays};
  switch (edtf.kind) {
    case EdtfKind::kDate:
      return DateText(edtf.start.date, manner);
    case EdtfKind::kInterval:
      return LongInterval(edtf.start, edtf.end, manner);
    case EdtfKind::kOneOf:
    case EdtfKind::kAllOf:
      break;
  }
  return LongSet(edtf, {.style = Wording::kLong});
}

std::string ShortWords(const Edtf& edtf) {
  switch (edtf.kind) {
    case EdtfKind::kDate:
      return DateText(edtf.start.date, {.style = Wording::kShort});
    case EdtfKind::kInterval:
      return ShortInterval(edtf.start, edtf.end);
    case EdtfKind::kOneOf:
    case EdtfKind::kAllOf:
      break;
  }
  return ShortSet(edtf);
}

}  // namespace demarche
