// The EDTF parser: intervals and sets, and the dates that they are made of.
#include <algorithm>

#include "core/dates/edtf.h"
#include "core/dates/edtf_date_reader.h"
#include "core/dates/edtf_diagnose.h"

namespace demarche {
namespace {

bool IsReversed(const EdtfBound& first, const EdtfBound& last) {
  if (first.kind != BoundKind::kDate || last.kind != BoundKind::kDate) return false;
  return SpanOf(last.date).latest < SpanOf(first.date).earliest;
}

bool ParseBound(std::string_view text, EdtfBound* bound, Error* error) {
  if (text.empty()) {
    bound->kind = BoundKind::kUnknown;
    return true;
  }
  if (text == "..") {
    bound->kind = BoundKind::kOpen;
    return true;
  }
  return ReadDate(text, TimeOfDay::kAllowed, &bound->date, error);
}

bool ParseInterval(std::string_view text, size_t slash, Edtf* edtf, Error* error) {
  if (text.find('/', slash + 1) != std::string_view::npos)
    return FailSyntax(error, "An interval has one slash, this one has more.",
                      "Write 2022-01-10/2022-01-13; a single date has hyphens, 2022-01-10.");
  if (text.size() == 1)
    return FailSyntax(error, "The interval has neither a start nor an end.",
                      "Write at least one of them: 2014/.. or ../1997.");
  edtf->kind = EdtfKind::kInterval;
  if (!ParseBound(text.substr(0, slash), &edtf->start, error)) return false;
  if (!ParseBound(text.substr(slash + 1), &edtf->end, error)) return false;
  if (IsReversed(edtf->start, edtf->end))
    return FailRange(error, "The interval ends before it starts.", "Write the earlier date first.");
  return true;
}

enum class Place : uint8_t { kOnly, kFirst, kMiddle, kLast };

bool ParseRange(std::string_view first, std::string_view last, Place place, EdtfMember* member,
                Error* error) {
  const bool may_open_start = place == Place::kOnly || place == Place::kFirst;
  const bool may_open_end = place == Place::kOnly || place == Place::kLast;
  const bool is_stray = (first.empty() && (last.empty() || !may_open_start)) ||
                        (last.empty() && !may_open_end) || last.find("..") != last.npos;
  if (is_stray)
    return FailSyntax(error, "Two dots in the set stand where they mean nothing.",
                      "Write [..1984], [1984..] or [1670..1672], each range between commas; a set "
                      "is open at its start or at its end.");
  member->kind = MemberKind::kRange;
  if (first.empty()) member->first.kind = BoundKind::kOpen;
  if (last.empty()) member->last.kind = BoundKind::kOpen;
  for (auto [text, bound] : {std::pair(first, &member->first), std::pair(last, &member->last)}) {
    if (!text.empty() && !ReadDate(text, TimeOfDay::kRefused, &bound->date, error)) return false;
  }
  if (first.empty() || last.empty()) return true;
  if (member->first.date.precision != member->last.date.precision)
    return FailSyntax(error, "The dates beside the two dots differ in precision.",
                      "Write both as days, as months or as years: [2021-12-15..2021-12-17].");
  if (IsReversed(member->first, member->last))
    return FailRange(error, "A range in the set ends before it starts.",
                     "Write the earlier date before the two dots.");
  return true;
}

bool ParseMember(std::string_view text, Place place, EdtfMember* member, Error* error) {
  const size_t dots = text.find("..");
  if (dots == std::string_view::npos)
    return ReadDate(text, TimeOfDay::kRefused, &member->first.date, error);
  return ParseRange(text.substr(0, dots), text.substr(dots + 2), place, member, error);
}

Place PlaceOf(bool is_first, bool is_last) {
  if (is_first) return is_last ? Place::kOnly : Place::kFirst;
  return is_last ? Place::kLast : Place::kMiddle;
}

bool ParseSet(std::string_view text, Edtf* edtf, Error* error) {
  const bool is_one_of = text.front() == '[';
  if (text.back() != (is_one_of ? ']' : '}'))
    return FailSyntax(error, "The set is not closed.", "Write [1667,1668] or {1667,1668}.");
  edtf->kind = is_one_of ? EdtfKind::kOneOf : EdtfKind::kAllOf;
  std::string_view rest = text.substr(1, text.size() - 2);
  edtf->members.reserve(static_cast<size_t>(std::count(rest.begin(), rest.end(), ',')) + 1);
  for (bool is_last = false; !is_last;) {
    const size_t comma = rest.find(',');
    is_last = comma == std::string_view::npos;
    const Place place = PlaceOf(edtf->members.empty(), is_last);
    if (!ParseMember(rest.substr(0, comma), place, &edtf->members.emplace_back(), error))
      return false;
    if (!is_last) rest.remove_prefix(comma + 1);
  }
  return true;
}

bool ParseInto(std::string_view text, Edtf* edtf, Error* error) {
  if (text.size() > kEdtfMaxLength)
    return FailSyntax(error, "The date is longer than 4096 characters.",
                      "Write one date, interval or set.");
  if (!text.empty() && (text.front() == '[' || text.front() == '{'))
    return ParseSet(text, edtf, error);
  const size_t slash = text.find('/');
  if (slash != std::string_view::npos) return ParseInterval(text, slash, edtf, error);
  return ReadDate(text, TimeOfDay::kAllowed, &edtf->start.date, error);
}

}  // namespace

Result<Edtf> ParseEdtf(std::string_view text) {
  Edtf edtf;
  Error error;
  if (!ParseInto(text, &edtf, &error)) return error;
  return edtf;
}

Result<When> ResolveEdtf(std::string_view text) {
  Edtf edtf;
  Error error;
  if (!ParseInto(text, &edtf, &error)) return error;
  return Resolve(edtf);
}

}  // namespace demarche
