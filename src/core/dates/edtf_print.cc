// Dates back to text: EDTF as it was written, and ISO 8601 in UTC.
#include <cstdlib>

#include "core/base/digits.h"
#include "core/dates/civil.h"
#include "core/dates/edtf.h"

namespace demarche {
namespace {

void AppendYear(std::string& out, const EdtfDate& date) {
  const bool is_long = std::llabs(date.year) > 9999;
  if (is_long) out += 'Y';
  if (date.year < 0) out += '-';
  AppendPadded(out, static_cast<uint64_t>(std::llabs(date.year)), 4);
  if (date.unspecified == Unspecified::kYearInDecade) out.replace(out.size() - 1, 1, "X");
  if (date.unspecified == Unspecified::kYearInCentury) out.replace(out.size() - 2, 2, "XX");
}

void AppendMonthAndDay(std::string& out, const EdtfDate& date) {
  if (date.unspecified == Unspecified::kMonth) out += "-XX";
  if (date.unspecified == Unspecified::kMonthAndDay) out += "-XX-XX";
  if (date.precision < Precision::kSeason) return;
  out += '-';
  AppendPadded(out, date.month, 2);
  if (date.unspecified == Unspecified::kDay) out += "-XX";
  if (date.precision < Precision::kDay) return;
  out += '-';
  AppendPadded(out, date.day, 2);
}

void AppendZone(std::string& out, const EdtfDate& date) {
  if (date.zone == Zone::kNone) return;
  if (date.zone == Zone::kUtc) {
    out += 'Z';
    return;
  }
  const auto minutes = static_cast<unsigned>(std::abs(date.offset_minutes));
  out += date.offset_minutes < 0 ? '-' : '+';
  AppendPadded(out, minutes / 60, 2);
  if (date.zone == Zone::kHours) return;
  out += ':';
  AppendPadded(out, minutes % 60, 2);
}

void AppendTime(std::string& out, const EdtfDate& date) {
  if (date.precision < Precision::kMinute) return;
  out += 'T';
  AppendPadded(out, date.hour, 2);
  out += ':';
  AppendPadded(out, date.minute, 2);
  if (date.precision == Precision::kSecond) {
    out += ':';
    AppendPadded(out, date.second, 2);
  }
  AppendZone(out, date);
}

void AppendBound(std::string& out, const EdtfBound& bound) {
  if (bound.kind == BoundKind::kOpen) out += "..";
  if (bound.kind != BoundKind::kDate) return;
  AppendYear(out, bound.date);
  AppendMonthAndDay(out, bound.date);
  AppendTime(out, bound.date);
  switch (bound.date.qualifier) {
    case Qualifier::kNone:
      break;
    case Qualifier::kUncertain:
      out += '?';
      break;
    case Qualifier::kApproximate:
      out += '~';
      break;
    case Qualifier::kBoth:
      out += '%';
      break;
  }
}

// In a set the two dots of an open range are those between its bounds.
void AppendMember(std::string& out, const EdtfMember& member) {
  if (member.first.kind == BoundKind::kDate) AppendBound(out, member.first);
  if (member.kind == MemberKind::kDate) return;
  out += "..";
  if (member.last.kind == BoundKind::kDate) AppendBound(out, member.last);
}

}  // namespace

std::string ToString(const Edtf& edtf) {
  std::string out;
  if (edtf.kind == EdtfKind::kDate || edtf.kind == EdtfKind::kInterval) {
    AppendBound(out, edtf.start);
    if (edtf.kind == EdtfKind::kDate) return out;
    out += '/';
    AppendBound(out, edtf.end);
    return out;
  }
  out += edtf.kind == EdtfKind::kOneOf ? '[' : '{';
  for (const EdtfMember& member : edtf.members) {
    if (out.size() > 1) out += ',';
    AppendMember(out, member);
  }
  out += edtf.kind == EdtfKind::kOneOf ? ']' : '}';
  return out;
}

std::string IsoUtc(Seconds time) {
  if (time <= kTimeMin || time >= kTimeMax) return "..";
  const int64_t days = FloorDiv(time, kSecondsPerDay);
  const auto second_of_day = static_cast<unsigned>(time - days * kSecondsPerDay);
  const CivilDate date = CivilFromDays(days);
  const bool is_expanded = date.year < 0 || date.year > 9999;
  std::string out;
  if (is_expanded) out += date.year < 0 ? '-' : '+';
  AppendPadded(out, static_cast<uint64_t>(std::llabs(date.year)), is_expanded ? 6 : 4);
  out += '-';
  AppendPadded(out, static_cast<unsigned>(date.month), 2);
  out += '-';
  AppendPadded(out, static_cast<unsigned>(date.day), 2);
  out += 'T';
  AppendPadded(out, second_of_day / 3600, 2);
  out += ':';
  AppendPadded(out, second_of_day / 60 % 60, 2);
  out += ':';
  AppendPadded(out, second_of_day % 60, 2);
  out += 'Z';
  return out;
}

}  // namespace demarche
