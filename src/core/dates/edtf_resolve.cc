// From a date as written to the time it may cover.
#include <algorithm>

#include "core/dates/civil.h"
#include "core/dates/edtf.h"

namespace demarche {
namespace {

TimeSpan SpanOfDays(const CivilDate& first, const CivilDate& day_after_last) {
  return {DaysFromCivil(first) * kSecondsPerDay,
          DaysFromCivil(day_after_last) * kSecondsPerDay - 1};
}

// Unspecified digits count away from year 0: 201X is 2010 to 2019, -201X is -2019 to -2010.
TimeSpan SpanOfYears(int64_t year, int64_t count) {
  const int64_t first = year >= 0 ? year : year - (count - 1);
  return SpanOfDays({.year = first}, {.year = first + count});
}

TimeSpan SpanOfMonths(int64_t year, int month, int count) {
  const int after = month + count;
  return SpanOfDays({.year = year, .month = month}, {.year = after > 12 ? year + 1 : year,
                                                     .month = after > 12 ? after - 12 : after});
}

uint8_t FlagsOf(const EdtfDate& date) {
  unsigned flags = 0;
  if (date.qualifier == Qualifier::kUncertain || date.qualifier == Qualifier::kBoth)
    flags |= kUncertain;
  if (date.qualifier == Qualifier::kApproximate || date.qualifier == Qualifier::kBoth)
    flags |= kApproximate;
  if (date.unspecified != Unspecified::kNone) flags |= kUnspecified;
  if (date.precision >= Precision::kMinute && date.zone == Zone::kNone) flags |= kLocalTime;
  return static_cast<uint8_t>(flags);
}

When ResolveDate(const EdtfDate& date) {
  const TimeSpan span = SpanOf(date);
  const uint8_t flags = FlagsOf(date);
  return {.start = span,
          .end = span,
          .precision = date.precision,
          .start_precision = date.precision,
          .end_precision = date.precision,
          .start_flags = flags,
          .end_flags = flags,
          .flags = flags};
}

uint16_t OpenStartFlags(BoundKind kind) {
  return kind == BoundKind::kUnknown ? kOpenStart | kUnknownStart : kOpenStart;
}

uint16_t OpenEndFlags(BoundKind kind) {
  return kind == BoundKind::kUnknown ? kOpenEnd | kUnknownEnd : kOpenEnd;
}

// A range with both bounds, as an interval is one and as a set may hold one.
When ResolveRange(const EdtfBound& first, const EdtfBound& last) {
  const bool has_start = first.kind == BoundKind::kDate;
  const bool has_end = last.kind == BoundKind::kDate;
  const When start = has_start ? ResolveDate(first.date) : When{};
  const When end = has_end ? ResolveDate(last.date) : When{};

  When when = has_start ? start : end;
  when.start = {kTimeMin, kTimeMin};
  when.end = {kTimeMax, kTimeMax};
  if (has_start) {
    when.start = start.start;
  } else if (first.kind == BoundKind::kUnknown) {
    when.start.latest = has_end ? end.end.latest : kTimeMax;
  }
  if (has_end) {
    when.end = end.end;
  } else if (last.kind == BoundKind::kUnknown) {
    when.end.earliest = has_start ? start.start.earliest : kTimeMin;
  }
  when.start_precision = has_start ? start.precision : end.precision;
  when.end_precision = has_end ? end.precision : start.precision;
  when.precision = std::min(when.start_precision, when.end_precision);
  when.start_flags = start.start_flags;
  when.end_flags = end.end_flags;
  unsigned flags = start.flags | end.flags;
  if (!has_start) flags |= OpenStartFlags(first.kind);
  if (!has_end) flags |= OpenEndFlags(last.kind);
  when.flags = static_cast<uint16_t>(flags);
  return when;
}

When ResolveMember(const EdtfMember& member) {
  return member.kind == MemberKind::kDate ? ResolveDate(member.first.date)
                                          : ResolveRange(member.first, member.last);
}

When ResolveSet(const Edtf& edtf) {
  When when = ResolveMember(edtf.members.front());
  for (const EdtfMember& member : edtf.members) {
    const When next = ResolveMember(member);
    if (next.start.earliest < when.start.earliest) {
      when.start = next.start;
      when.start_precision = next.start_precision;
      when.start_flags = next.start_flags;
    }
    if (next.end.latest > when.end.latest) {
      when.end = next.end;
      when.end_precision = next.end_precision;
      when.end_flags = next.end_flags;
    }
    when.precision = std::min(when.precision, next.precision);
    when.flags |= next.flags;
  }
  if (edtf.kind == EdtfKind::kOneOf) {
    when.start = when.end = {when.start.earliest, when.end.latest};
    when.start_precision = when.end_precision = when.precision;
    when.start_flags = when.end_flags =
        static_cast<uint8_t>(when.flags & (kUncertain | kApproximate | kUnspecified | kLocalTime));
    when.flags |= kOneOf;
  } else {
    when.flags |= kAllOf;
  }
  return when;
}

}  // namespace

TimeSpan SpanOf(const EdtfDate& date) {
  switch (date.precision) {
    case Precision::kCentury:
      return SpanOfYears(date.year, 100);
    case Precision::kDecade:
      return SpanOfYears(date.year, 10);
    case Precision::kYear:
      return SpanOfYears(date.year, 1);
    case Precision::kSeason:
      return SpanOfMonths(date.year, 3 * (date.month - 20), 3);
    case Precision::kMonth:
      return SpanOfMonths(date.year, date.month, 1);
    case Precision::kDay:
    case Precision::kMinute:
    case Precision::kSecond:
      break;
  }
  const int64_t days = DaysFromCivil({.year = date.year, .month = date.month, .day = date.day});
  const Seconds midnight = days * kSecondsPerDay;
  if (date.precision == Precision::kDay) return {midnight, midnight + kSecondsPerDay - 1};
  const Seconds time =
      midnight + (date.hour * 60 + date.minute - date.offset_minutes) * 60 + date.second;
  return {time, date.precision == Precision::kMinute ? time + 59 : time};
}

When Resolve(const Edtf& edtf) {
  switch (edtf.kind) {
    case EdtfKind::kDate:
      return ResolveDate(edtf.start.date);
    case EdtfKind::kInterval: {
      When when = ResolveRange(edtf.start, edtf.end);
      when.flags |= kInterval;
      return when;
    }
    case EdtfKind::kOneOf:
    case EdtfKind::kAllOf:
      break;
  }
  return ResolveSet(edtf);
}

}  // namespace demarche
