// What is known of a date and what is not, in a sentence or two below it.
#include <string_view>

#include "core/dates/edtf_words.h"

namespace demarche {
std::string_view UnitName(Precision precision) {
  switch (precision) {
    case Precision::kCentury:
      return "century";
    case Precision::kDecade:
      return "decade";
    case Precision::kYear:
      return "year";
    case Precision::kSeason:
      return "season";
    case Precision::kMonth:
      return "month";
    case Precision::kDay:
      return "day";
    case Precision::kMinute:
      return "minute";
    case Precision::kSecond:
      break;
  }
  return "second";
}

namespace {

std::string Unit(Precision precision) { return std::string(UnitName(precision)); }

std::string QualifiedNote(const EdtfDate& date) {
  const std::string unit = Unit(date.precision);
  switch (date.qualifier) {
    case Qualifier::kUncertain:
      return "Uncertain: it may have been another " + unit + ".";
    case Qualifier::kApproximate:
      return "Approximate: this " + unit + " or one near it.";
    case Qualifier::kNone:
    case Qualifier::kBoth:
      break;
  }
  return "Uncertain and approximate: perhaps this " + unit + " or one near it.";
}

std::string DateNote(const EdtfDate& date) {
  if (date.qualifier != Qualifier::kNone) return QualifiedNote(date);
  switch (date.precision) {
    case Precision::kCentury:
    case Precision::kDecade:
      return "The " + Unit(date.precision) + " is known, the year is not.";
    case Precision::kYear:
      if (date.unspecified == Unspecified::kMonthAndDay)
        return "The year is known, the month and the day are not.";
      return date.unspecified == Unspecified::kMonth ? "The year is known, the month is not."
                                                     : "The year is known, the day is not.";
    case Precision::kSeason:
    case Precision::kMonth:
      return "The " + Unit(date.precision) + " is known, the day is not.";
    case Precision::kDay:
      return "Day certain. Time of day not given.";
    case Precision::kMinute:
    case Precision::kSecond:
      break;
  }
  const std::string note = "Certain to the " + Unit(date.precision) + ".";
  return date.zone == Zone::kNone ? note + " Time zone not given." : note;
}

// "certain to the day", "approximate, to the year".
std::string BoundNote(const EdtfDate& date) {
  const std::string to_unit = "to the " + Unit(date.precision);
  switch (date.qualifier) {
    case Qualifier::kNone:
      return date.unspecified == Unspecified::kNone ? "certain " + to_unit : "known " + to_unit;
    case Qualifier::kUncertain:
      return "uncertain, given " + to_unit;
    case Qualifier::kApproximate:
      return "approximate, given " + to_unit;
    case Qualifier::kBoth:
      break;
  }
  return "uncertain and approximate, given " + to_unit;
}

std::string IntervalNote(const EdtfBound& start, const EdtfBound& end) {
  if (start.kind == BoundKind::kDate && end.kind == BoundKind::kDate) {
    const std::string start_note = BoundNote(start.date);
    const std::string end_note = BoundNote(end.date);
    if (start_note == end_note) return "Start and end " + start_note + ".";
    return "Start " + start_note + ". End " + end_note + ".";
  }
  std::string note;
  if (start.kind == BoundKind::kDate) note = "Start " + BoundNote(start.date) + ".";
  if (start.kind == BoundKind::kOpen) note = "No start given.";
  if (start.kind == BoundKind::kUnknown) note = "The start is not known.";
  if (end.kind == BoundKind::kDate) note += " End " + BoundNote(end.date) + ".";
  if (end.kind == BoundKind::kOpen) note += " No end given.";
  if (end.kind == BoundKind::kUnknown) note += " The end is not known.";
  return note;
}

// "days" where every member is one, else "dates".
std::string MembersName(const Edtf& edtf) {
  const auto precision_of = [](const EdtfMember& member) {
    const bool has_first = member.first.kind == BoundKind::kDate;
    return has_first ? member.first.date.precision : member.last.date.precision;
  };
  const Precision precision = precision_of(edtf.members.front());
  for (const EdtfMember& member : edtf.members) {
    if (precision_of(member) != precision) return "dates";
  }
  return precision == Precision::kCentury ? "centuries" : Unit(precision) + "s";
}

}  // namespace

std::string PrecisionNote(const Edtf& edtf) {
  switch (edtf.kind) {
    case EdtfKind::kDate:
      return DateNote(edtf.start.date);
    case EdtfKind::kInterval:
      return IntervalNote(edtf.start, edtf.end);
    case EdtfKind::kOneOf:
      return "One of these " + MembersName(edtf) + ", not known which.";
    case EdtfKind::kAllOf:
      break;
  }
  return "All of these " + MembersName(edtf) + ".";
}

}  // namespace demarche
