#include "core/reader/dossier_values.h"

#include <algorithm>
#include <array>
#include <functional>

#include "core/base/language_tag.h"
#include "core/dossier/group_path.h"
#include "core/reader/wording.h"

namespace demarche {
namespace {

constexpr std::string_view kFormatName = "demarche/";

// What a field wants, for the sentences about values that are something else.
struct TypeWords {
  std::string_view wanted;  // "must be …"
  std::string_view remedy;
};

TypeWords WordsOf(ValueType type) {
  switch (type) {
    case ValueType::kText:
      return {"a string, or a map from language to string",
              "Write \"…\" or {\"en\": \"…\", \"uk\": \"…\"}."};
    case ValueType::kDate:
    case ValueType::kRange:
      return {"a date, written as a string", "Write an EDTF date such as \"2022-01-10\"."};
    case ValueType::kReference:
    case ValueType::kFocus:
      return {"an id, written as a string", "Name one thing by its id."};
    case ValueType::kReferenceOrList:
      return {"an id or a list of ids", "Write \"…\" or [\"…\", \"…\"]."};
    case ValueType::kTextList:
    case ValueType::kReferenceList:
    case ValueType::kBandList:
      return {"a list of strings", "Write [\"…\", \"…\"]."};
    case ValueType::kNumber:
      return {"a number", "Write the number without quotes."};
    case ValueType::kBool:
      return {"true or false", "Write true or false, without quotes."};
    case ValueType::kObject:
      return {"an object", "Write {\"…\": …}."};
    case ValueType::kObjectList:
      return {"a list of objects", "Write [{\"…\": …}, …]."};
    default:
      return {"a string", "Put it in quotes."};
  }
}

std::string_view SchemeOf(std::string_view url) {
  const size_t colon = url.find(':');
  return colon == std::string_view::npos ? std::string_view() : url.substr(0, colon);
}

bool IsOneOf(std::string_view word, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [word](std::string_view candidate) {
    return EditDistance(word, candidate, 0) == 0;  // but for case
  });
}

}  // namespace

std::string Named(const Field& field, const Shape& shape) {
  return Quoted(field.key) + " of " + std::string(shape.noun);
}

std::string_view WantedWords(ValueType type) { return WordsOf(type).wanted; }

void DossierValues::TakeBool(const Slot& slot, bool value, size_t at) {
  if (slot.type == ValueType::kBool) {
    Store(slot, {.number = value ? 1.0 : 0.0});
  } else {
    WrongType(slot, value ? "true" : "false", at);
  }
}

void DossierValues::TakeNumber(const Slot& slot, double value, size_t at) {
  if (slot.type != ValueType::kNumber) {
    WrongType(slot, "a number", at);
  } else if (!(value >= slot.field->min && value <= slot.field->max)) {
    const std::string min = std::to_string(static_cast<long long>(slot.field->min));
    const bool has_max = slot.field->max < 1e9;
    log_.Error("E-NUMBER-RANGE", at, Named(*slot.field, *slot.shape) + " is out of range.",
               has_max ? "Write a number from " + min + " to " +
                             std::to_string(static_cast<long long>(slot.field->max)) + "."
                       : "Write a number of " + min + " or more.");
  } else {
    Store(slot, {.number = value});
  }
}

void DossierValues::TakeString(const Slot& slot, std::string_view text, size_t at) {
  switch (slot.type) {
    case ValueType::kIgnored:
      return;
    case ValueType::kFormat:
      return TakeFormat(text, at);
    case ValueType::kText: {
      const LangString wording{{}, text};
      return StoreText(slot, {&wording, 1}, at);
    }
    case ValueType::kString:
      return TakePlain(slot, text, at);
    case ValueType::kId:
      return TakeId(slot, text, at);
    case ValueType::kLanguage:
      return TakeLanguage(slot, text, at);
    case ValueType::kUrl:
      return TakeUrl(slot, text, at);
    case ValueType::kDate:
    case ValueType::kRange:
      return TakeDate(slot, text, at);
    case ValueType::kEnum:
      return TakeEnum(slot, text, at);
    case ValueType::kReference:
    case ValueType::kReferenceOrList:
    case ValueType::kFocus:
      return TakeReference(slot, text, at);
    default:
      return WrongType(slot, "a string", at);
  }
}

void DossierValues::TakeFormat(std::string_view text, size_t at) {
  if (text == "demarche/1") return;
  const std::string_view version =
      text.substr(0, kFormatName.size()) == kFormatName ? text.substr(kFormatName.size()) : "";
  const bool is_number =
      !version.empty() && version.find_first_not_of("0123456789") == std::string_view::npos;
  if (is_number && version[0] != '0') {
    log_.Error("E-FORMAT-VERSION", at,
               "This dossier is of the format " + Quoted(text) +
                   ", which is newer than this version of Demarche reads (\"demarche/1\").",
               "Open it with a newer Demarche, or ask its author for a \"demarche/1\" file.");
    stopped_ = true;
    return;
  }
  log_.Error("E-FORMAT", at, "The format " + Quoted(text) + " is not one of Demarche's.",
             "Write \"demarche/1\" if this is a dossier.");
}

void DossierValues::TakePlain(const Slot& slot, std::string_view text, size_t at) {
  if (const StringForm* form = slot.field->form; form != nullptr && !form->is_valid(text)) {
    log_.Warning("W-STRING-FORM", at,
                 Named(*slot.field, *slot.shape) + " does not have the form that it should: " +
                     Quoted(text) + ". It is left out.",
                 "Write it like " + Quoted(form->example) + ".");
    return;
  }
  Store(slot, {.string = draft_.arena.Copy(text)});
}

void DossierValues::TakeId(const Slot& slot, std::string_view text, size_t at) {
  draft_.id_at = at;
  if (text.empty()) {
    log_.Error("E-ID-EMPTY", at, "The id of " + std::string(slot.shape->noun) + " is empty.",
               "Give it an id such as \"geneva-2022\".");
    return;
  }
  const bool has_control = std::any_of(
      text.begin(), text.end(), [](char c) { return (c >= '\0' && c < ' ') || c == '\x7f'; });
  const auto remedy = [&slot] {  // not worded for each of a million ids that need none
    return "Use only a to z, 0 to 9 and hyphens, as in " + Quoted(slot.field->form->example) + ".";
  };
  if (has_control) {
    log_.Error("E-ID-FORM", at,
               "The id of " + std::string(slot.shape->noun) + " holds a control character.",
               remedy());
  } else if (!slot.field->form->is_valid(text)) {
    log_.Warning("W-ID-FORM", at,
                 "The id " + Quoted(text) + " holds what does not stand well in a link.", remedy());
  }
  Store(slot, {.string = draft_.arena.Copy(text)});
}

void DossierValues::TakeLanguage(const Slot& slot, std::string_view text, size_t at) {
  if (!IsLanguageTag(text)) {
    log_.Error("E-LANG", at, Quoted(text) + " is not a language tag.",
               "Write a BCP 47 tag such as \"en\", \"uk\" or \"de-AT\".");
    return;
  }
  Store(slot, {.string = KeepLanguage(text)});
}

void DossierValues::TakeUrl(const Slot& slot, std::string_view text, size_t at) {
  constexpr std::array<std::string_view, 2> kWeb = {"http", "https"};
  constexpr std::array<std::string_view, 3> kScripts = {"javascript", "data", "vbscript"};
  const std::string_view scheme = SchemeOf(text);
  if (IsOneOf(scheme, kWeb) && text.substr(scheme.size(), 3) == "://") {
    Store(slot, {.string = draft_.arena.Copy(text)});
    return;
  }
  const std::string remedy = "Give an address that begins with https:// or http://.";
  // Browsers pass over blanks and control characters in front of and inside of a scheme.
  std::string bare;
  for (const char c : scheme) {
    if (static_cast<unsigned char>(c) > ' ') bare.push_back(c);
  }
  if (IsOneOf(bare, kScripts)) {
    log_.Error("E-URL-SCHEME", at, "The URL " + Quoted(text) + " would run as a program.", remedy);
  } else {
    log_.Warning("W-URL-SCHEME", at,
                 "The URL " + Quoted(text) + " is not one of the web and is left out.", remedy);
  }
}

// Most files are in the order of time: what is of one day stands together, and is resolved and kept
// once.
std::optional<DateText> DossierValues::DateOf(std::string_view text, size_t at) {
  constexpr size_t kMostRecent = 4096;
  if (recent_dates_.empty()) recent_dates_.resize(kMostRecent);
  DateText& recent = recent_dates_[std::hash<std::string_view>()(text) % kMostRecent];
  if (!text.empty() && recent.edtf == text) return recent;
  const Result<When> when = ResolveEdtf(text);
  if (!when.ok()) {
    const Error& error = when.error();
    const std::string_view code = error.code == "E-DATE-RANGE"   ? "E-DATE-RANGE"
                                  : error.code == "E-DATE-LEVEL" ? "E-DATE-LEVEL"
                                                                 : "E-DATE-SYNTAX";
    const bool names_it = error.message.starts_with('"');
    log_.Error(code, at, names_it ? error.message : Quoted(text) + ": " + error.message,
               error.remedy);
    return std::nullopt;
  }
  recent = {draft_.arena.Copy(text), SharedWhen(when.value(), &draft_.arena)};
  return recent;
}

void DossierValues::TakeDate(const Slot& slot, std::string_view text, size_t at) {
  const std::optional<DateText> date = DateOf(text, at);
  if (!date) return;
  const bool is_range = slot.type == ValueType::kRange;
  if (is_range && date->when.earliest() >= date->when.latest()) {
    log_.Error("E-DATE-RANGE", at, Quoted(text) + " is an instant, not a stretch of time.",
               "Write an interval such as \"2022-01-09/2022-01-14\".");
    return;
  }
  if (slot.inside == Inside::kList) return AddBand(date->when, at);
  Store(slot, {.date = *date});
}

void DossierValues::AddBand(const When& when, size_t at) {
  std::vector<Band>& bands = draft_.List<Band>();
  if (when.earliest() == kTimeMin || when.latest() == kTimeMax) {
    log_.Error("E-BAND-OPEN", at, "This band of the axis has no beginning or no end.",
               "Give both, as in \"1997/2013\".");
  } else if (!bands.empty() && when.earliest() <= bands.back().latest) {
    log_.Error("E-BAND-ORDER", at, "This band of the axis begins before the one above it ends.",
               "List the bands in the order of time, without overlap.");
  } else {
    bands.push_back({when.earliest(), when.latest()});
  }
}

void DossierValues::TakeEnum(const Slot& slot, std::string_view text, size_t at) {
  const std::span<const std::string_view> names = slot.field->names;
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) {
    log_.Error("E-ENUM", at,
               Quoted(text) + " is not a value of " + Named(*slot.field, *slot.shape) + ".",
               DidYouMean(text, names) + "Write " + AnyOf(names) + ".");
    return;
  }
  Store(slot, {.number = static_cast<double>(found - names.begin())});
}

void DossierValues::TakeReference(const Slot& slot, std::string_view text, size_t at) {
  if (text.empty()) {
    log_.Error("E-ID-EMPTY", at, Named(*slot.field, *slot.shape) + " is an empty id.",
               "Name the thing that is meant by its id, or leave the key out.");
    return;
  }
  if (slot.type == ValueType::kFocus) {
    Store(slot, {.ref = ReferToFocus(draft_, text, at)});
    return;
  }
  const Index index = Refer(draft_, slot.field->target, text, at);
  if (slot.type == ValueType::kReferenceOrList) draft_.List<Index>().assign(1, index);
  if (slot.inside != Inside::kList) {
    Store(slot, {.index = index});
    return;
  }
  std::vector<Index>& list = draft_.List<Index>();
  const auto is_same = [&](Index other) { return IsSameReference(draft_, index, other); };
  constexpr size_t kLongestSearched = 64;  // keeps a list of a million ids linear
  if (list.size() <= kLongestSearched && std::any_of(list.begin(), list.end(), is_same)) {
    log_.Warning("W-LIST-DUPLICATE", at,
                 Named(*slot.field, *slot.shape) + " names " + Quoted(text) + " twice.",
                 "Name each only once.");
    return;
  }
  list.push_back(index);
}

// ---- Text in several languages ----

void DossierValues::KeyOfText(std::string_view key, size_t at) {
  wording_lang_ = {};
  if (!IsLanguageTag(key)) {
    log_.Error("E-LANG", at, Quoted(key) + " is not a language tag.",
               "Let the keys of a text be BCP 47 tags such as \"en\", \"uk\" or \"de-AT\".");
    return;
  }
  constexpr size_t kMostSearched = 64;  // keeps a text of a million languages linear
  const size_t searched = std::min(wordings_.size(), kMostSearched);
  for (const LangString& wording : std::span(wordings_).first(searched)) {
    if (!SameLanguageTag(wording.lang, key)) continue;
    log_.Error("E-KEY-DUPLICATE", at, "This text has the language " + Quoted(key) + " twice.",
               "Give one wording for each language.");
    return;
  }
  wording_lang_ = KeepLanguage(key);
}

void DossierValues::OpenText() {
  wordings_.clear();
  said_.clear();
}

void DossierValues::AddWording(std::string_view text) {
  if (wording_lang_.empty()) return;
  wordings_.push_back({wording_lang_, {}});
  said_.emplace_back(text);
}

void DossierValues::StoreText(const Slot& slot, std::span<const LangString> wordings, size_t at) {
  const bool says_something = std::any_of(wordings.begin(), wordings.end(),
                                          [](const LangString& w) { return !w.text.empty(); });
  if (slot.field->need == Need::kRequired && !wordings.empty() && !says_something) {
    log_.Error("E-TEXT-EMPTY", at, Named(*slot.field, *slot.shape) + " says nothing.",
               "Write what it should say.");
    return;
  }
  if (slot.field->form != nullptr) CheckGroup(slot, wordings, at);
  const Text text(wordings, &draft_.arena);
  if (slot.inside == Inside::kList) {
    draft_.List<Text>().push_back(text);
  } else {
    Store(slot, {.text = text});
  }
}

void DossierValues::CheckGroup(const Slot& slot, std::span<const LangString> wordings, size_t at) {
  for (const LangString& wording : wordings) {
    if (!slot.field->form->is_valid(wording.text)) {
      log_.Warning(
          "W-GROUP-PATH", at,
          "The group " + Quoted(wording.text) + " has an empty part, and so is read as one name.",
          "Name a group and those around it as in " + Quoted(slot.field->form->example) + ".");
    } else if (GroupPath(wording.text).levels() != GroupPath(wordings.front().text).levels()) {
      log_.Warning("W-GROUP-LEVELS", at,
                   "The group " + Quoted(wording.text) +
                       " does not have as many parts as in another language.",
                   "Name as many in each, as in " + Quoted(slot.field->form->example) + ".");
    }
  }
}

void DossierValues::CloseText(const Slot& slot, size_t at) {
  for (size_t i = 0; i < wordings_.size(); ++i) wordings_[i].text = said_[i];
  StoreText(slot, wordings_, at);
}

// A dossier has a handful of languages and a great many texts.
PackedString DossierValues::KeepLanguage(std::string_view tag) {
  for (const PackedString kept : languages_) {
    if (kept == tag) return kept;
  }
  constexpr size_t kMostShared = 64;
  const PackedString kept = draft_.arena.Copy(tag);
  if (languages_.size() < kMostShared) languages_.push_back(kept);
  return kept;
}

void DossierValues::Store(const Slot& slot, const Value& value) {
  if (slot.field->store != nullptr) slot.field->store(draft_, slot.thing, value);
}

void DossierValues::WrongType(const Slot& slot, std::string_view found, size_t at) {
  if (slot.type == ValueType::kIgnored) return;
  const TypeWords words = WordsOf(slot.type);
  std::string subject = "The dossier";
  if (slot.inside == Inside::kText) {
    subject = "The wording of a language in " + Named(*slot.field, *slot.shape);
  } else if (slot.inside == Inside::kList) {
    subject = "An entry of " + Named(*slot.field, *slot.shape);
  } else if (slot.field != nullptr) {
    subject = Named(*slot.field, *slot.shape);
  }
  log_.Error("E-TYPE", at,
             subject + " must be " + std::string(words.wanted) + "; here it is " +
                 std::string(found) + ".",
             std::string(words.remedy) +
                 (found == "null" ? " If there is nothing to say, leave the key out." : ""));
}

}  // namespace demarche
