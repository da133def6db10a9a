#include "pane/phrases.h"

#include "core/dates/civil.h"
#include "core/dates/edtf_words.h"

namespace demarche {
namespace {

char Upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string Moment(Seconds time_s, Weekdays weekdays) {
  if (time_s <= kTimeMin || time_s >= kTimeMax) return {};
  const int64_t days = FloorDiv(time_s, kSecondsPerDay);
  const CivilDate civil = CivilFromDays(days);
  const int64_t second = time_s - days * kSecondsPerDay;
  EdtfDate date{.year = civil.year, .precision = Precision::kDay};
  date.month = static_cast<uint8_t>(civil.month);
  date.day = static_cast<uint8_t>(civil.day);
  if (second != kSecondsPerDay - 1) {
    date.precision =
        second % 60 == 0 || second % 60 == 59 ? Precision::kMinute : Precision::kSecond;
    date.zone = Zone::kUtc;
    date.hour = static_cast<uint8_t>(second / 3600);
    date.minute = static_cast<uint8_t>(second / 60 % 60);
    date.second = static_cast<uint8_t>(second % 60);
  }
  return InWords({.start = {.date = date}}, weekdays);
}

}  // namespace

std::string Capitalised(std::string_view text) {
  std::string out(text);
  if (!out.empty()) out[0] = Upper(out[0]);
  return out;
}

std::string Uncapitalised(std::string_view text) {
  std::string out(text);
  if (!out.empty()) out[0] = Lower(out[0]);
  return out;
}

std::string Grouped(size_t count) {
  std::string out = std::to_string(count);
  for (size_t end = out.size(); end > 3; end -= 3) out.insert(end - 3, ",");
  return out;
}

std::string Counted(size_t count, std::string_view singular, std::string_view plural) {
  return Grouped(count) + " " + std::string(count == 1 ? singular : plural);
}

std::string_view WordOf(ActorKind kind) {
  switch (kind) {
    case ActorKind::kState:
      return "State";
    case ActorKind::kOrganisation:
      return "Organisation";
    case ActorKind::kBody:
      return "Body";
    case ActorKind::kPerson:
      return "Person";
    case ActorKind::kGroup:
      break;
  }
  return "Group";
}

std::string_view HeadingOf(SourceKind kind) {
  switch (kind) {
    case SourceKind::kPrimary:
      return "Primary sources";
    case SourceKind::kPress:
      return "Press";
    case SourceKind::kReference:
      break;
  }
  return "Reference";
}

std::string_view WordOf(Confidence confidence) {
  switch (confidence) {
    case Confidence::kConfirmed:
      return {};
    case Confidence::kReported:
      return "Reported, not confirmed";
    case Confidence::kAlleged:
      return "Alleged";
    case Confidence::kDisputed:
      return "Disputed";
    case Confidence::kDenied:
      break;
  }
  return "Denied";
}

std::string CodeWords(const Move& move) {
  std::string words(NameOf(move.type));
  for (size_t i = 1; i < words.size(); ++i) words[i] = Lower(words[i]);
  if (!move.mode.empty()) {
    words += " (";
    words += move.mode;
    words += ')';
  }
  words += ", ";
  return words + Uncapitalised(NameOf(QuadClassOf(move.type)));
}

std::string CountWords(QuadClass quad, size_t count) {
  return IsDeed(quad) ? Counted(count, "act", "acts") : Counted(count, "statement", "statements");
}

std::string_view ClassOf(QuadClass quad) {
  constexpr std::string_view kClasses[] = {"dm-quad-1", "dm-quad-2", "dm-quad-3", "dm-quad-4"};
  return kClasses[static_cast<size_t>(quad)];
}

TiePhrase PhraseOf(TieKind kind, TieEnd seen_from) {
  const bool is_from = seen_from == TieEnd::kFrom;
  switch (kind) {
    case TieKind::kMember:
      return is_from ? TiePhrase{"Member of ", ""} : TiePhrase{"", " is a member"};
    case TieKind::kRepresents:
      return is_from ? TiePhrase{"Speaks for ", ""} : TiePhrase{"", " speaks for it"};
    case TieKind::kChairs:
      return is_from ? TiePhrase{"Chairs ", ""} : TiePhrase{"Chaired by ", ""};
    case TieKind::kPartOf:
      return is_from ? TiePhrase{"Part of ", ""} : TiePhrase{"", " is part of it"};
    case TieKind::kPartner:
      break;
  }
  return {"Partner of ", ""};
}

std::string MomentInWords(Seconds time_s) { return Moment(time_s, Weekdays::kOmit); }
std::string MomentWithWeekday(Seconds time_s) { return Moment(time_s, Weekdays::kShow); }

}  // namespace demarche
