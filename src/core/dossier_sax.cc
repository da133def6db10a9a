#include "core/dossier_sax.h"

#include <algorithm>
#include <array>

#include "core/language_tag.h"
#include "core/wording.h"

namespace demarche {
namespace {

constexpr size_t kDeepest = 64;
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

ValueType EntryTypeOf(ValueType list) {
  switch (list) {
    case ValueType::kTextList:
      return ValueType::kText;
    case ValueType::kReferenceList:
    case ValueType::kReferenceOrList:
      return ValueType::kReference;
    case ValueType::kBandList:
      return ValueType::kRange;
    case ValueType::kObjectList:
      return ValueType::kObject;
    default:
      return ValueType::kIgnored;
  }
}

bool IsList(ValueType type) { return EntryTypeOf(type) != ValueType::kIgnored; }

// `"date" of an event`
std::string Named(std::string_view key, const Shape& shape) {
  return Quoted(key) + " of " + std::string(shape.noun);
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

// ---- Values ----

bool DossierSax::Null() {
  const size_t at = Enter();
  WrongType(NextSlot(), "null", at);
  return true;
}

bool DossierSax::Bool(bool value) {
  const size_t at = Enter();
  const Slot slot = NextSlot();
  if (slot.type == ValueType::kBool) {
    Store(slot, {.number = value ? 1.0 : 0.0});
  } else {
    WrongType(slot, value ? "true" : "false", at);
  }
  return true;
}

bool DossierSax::Number(double value) {
  const size_t at = Enter();
  const Slot slot = NextSlot();
  if (slot.type != ValueType::kNumber) {
    WrongType(slot, "a number", at);
  } else if (!(value >= slot.field->min && value <= slot.field->max)) {
    const std::string min = std::to_string(static_cast<long long>(slot.field->min));
    const bool has_max = slot.field->max < 1e9;
    log_.Error("E-NUMBER-RANGE", at, Named(slot.field->key, *slot.shape) + " is out of range.",
               has_max ? "Write a number from " + min + " to " +
                             std::to_string(static_cast<long long>(slot.field->max)) + "."
                       : "Write a number of " + min + " or more.");
  } else {
    Store(slot, {.number = value});
  }
  return true;
}

bool DossierSax::String(std::string_view value) {
  const size_t at = Enter();
  if (!frames_.empty() && frames_.back().kind == FrameKind::kTextMap) {
    ++frames_.back().entries;
    TakeWording(value);
    return true;
  }
  TakeString(NextSlot(), value, at);
  return !stopped_;
}

void DossierSax::TakeString(const Slot& slot, std::string_view text, size_t at) {
  switch (slot.type) {
    case ValueType::kIgnored:
      return;
    case ValueType::kFormat:
      return TakeFormat(text, at);
    case ValueType::kText: {
      const LangString wording{{}, draft_.arena.Copy(text)};
      return TakeText(slot, {&wording, 1}, at);
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

void DossierSax::TakeFormat(std::string_view text, size_t at) {
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

void DossierSax::TakePlain(const Slot& slot, std::string_view text, size_t at) {
  if (const StringForm* form = slot.field->form; form != nullptr && !form->is_valid(text)) {
    log_.Warning("W-STRING-FORM", at,
                 Named(slot.field->key, *slot.shape) + " does not have the form that it should: " +
                     Quoted(text) + ". It is left out.",
                 "Write it like " + Quoted(form->example) + ".");
    return;
  }
  Store(slot, {.string = draft_.arena.Copy(text)});
}

void DossierSax::TakeId(const Slot& slot, std::string_view text, size_t at) {
  draft_.id_at = at;
  if (text.empty()) {
    log_.Error("E-ID-EMPTY", at, "The id of " + std::string(slot.shape->noun) + " is empty.",
               "Give it an id such as \"geneva-2022\".");
    return;
  }
  const bool has_control = std::any_of(
      text.begin(), text.end(), [](char c) { return (c >= '\0' && c < ' ') || c == '\x7f'; });
  const std::string remedy =
      "Use only a to z, 0 to 9 and hyphens, as in " + Quoted(slot.field->form->example) + ".";
  if (has_control) {
    log_.Error("E-ID-FORM", at,
               "The id of " + std::string(slot.shape->noun) + " holds a control character.",
               remedy);
  } else if (!slot.field->form->is_valid(text)) {
    log_.Warning("W-ID-FORM", at,
                 "The id " + Quoted(text) + " holds what does not stand well in a link.", remedy);
  }
  Store(slot, {.string = draft_.arena.Copy(text)});
}

void DossierSax::TakeLanguage(const Slot& slot, std::string_view text, size_t at) {
  if (!IsLanguageTag(text)) {
    log_.Error("E-LANG", at, Quoted(text) + " is not a language tag.",
               "Write a BCP 47 tag such as \"en\", \"uk\" or \"de-AT\".");
    return;
  }
  Store(slot, {.string = KeepLanguage(text)});
}

void DossierSax::TakeUrl(const Slot& slot, std::string_view text, size_t at) {
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

void DossierSax::TakeDate(const Slot& slot, std::string_view text, size_t at) {
  Result<When> when = ResolveEdtf(text);
  if (!when.ok()) {
    const Error& error = when.error();
    const std::string_view code = error.code == "E-DATE-RANGE"   ? "E-DATE-RANGE"
                                  : error.code == "E-DATE-LEVEL" ? "E-DATE-LEVEL"
                                                                 : "E-DATE-SYNTAX";
    const bool names_it = error.message.starts_with('"');
    log_.Error(code, at, names_it ? error.message : Quoted(text) + ": " + error.message,
               error.remedy);
    return;
  }
  const bool is_range = slot.type == ValueType::kRange;
  if (is_range && when.value().earliest() >= when.value().latest()) {
    log_.Error("E-DATE-RANGE", at, Quoted(text) + " is an instant, not a stretch of time.",
               "Write an interval such as \"2022-01-09/2022-01-14\".");
    return;
  }
  if (slot.inside == FrameKind::kList) return AddBand(when.value(), at);
  Store(slot, {.date = {draft_.arena.Copy(text), when.value()}});
}

void DossierSax::AddBand(const When& when, size_t at) {
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

void DossierSax::TakeEnum(const Slot& slot, std::string_view text, size_t at) {
  const std::span<const std::string_view> names = slot.field->names;
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) {
    log_.Error("E-ENUM", at,
               Quoted(text) + " is not a value of " + Named(slot.field->key, *slot.shape) + ".",
               DidYouMean(text, names) + "Write " + AnyOf(names) + ".");
    return;
  }
  Store(slot, {.string = *found, .number = static_cast<double>(found - names.begin())});
}

void DossierSax::TakeReference(const Slot& slot, std::string_view text, size_t at) {
  if (text.empty()) {
    log_.Error("E-ID-EMPTY", at, Named(slot.field->key, *slot.shape) + " is an empty id.",
               "Name the thing that is meant by its id, or leave the key out.");
    return;
  }
  if (slot.type == ValueType::kFocus) {
    Store(slot, {.ref = ReferToFocus(draft_, text, at)});
    return;
  }
  const Index index = Refer(draft_, slot.field->target, text, at);
  if (slot.type == ValueType::kReferenceOrList) draft_.List<Index>().assign(1, index);
  if (slot.inside != FrameKind::kList) {
    Store(slot, {.index = index});
    return;
  }
  std::vector<Index>& list = draft_.List<Index>();
  const auto is_same = [&](Index other) { return IsSameReference(draft_, index, other); };
  constexpr size_t kLongestSearched = 64;  // keeps a list of a million ids linear
  if (list.size() <= kLongestSearched && std::any_of(list.begin(), list.end(), is_same)) {
    log_.Warning("W-LIST-DUPLICATE", at,
                 Named(slot.field->key, *slot.shape) + " names " + Quoted(text) + " twice.",
                 "Name each only once.");
    return;
  }
  list.push_back(index);
}

// ---- Text in several languages ----

void DossierSax::KeyOfText(std::string_view key, size_t at) {
  wording_lang_ = {};
  if (!IsLanguageTag(key)) {
    log_.Error("E-LANG", at, Quoted(key) + " is not a language tag.",
               "Let the keys of a text be BCP 47 tags such as \"en\", \"uk\" or \"de-AT\".");
    return;
  }
  for (const LangString& wording : wordings_) {
    if (!SameLanguageTag(wording.lang, key)) continue;
    log_.Error("E-KEY-DUPLICATE", at, "This text has the language " + Quoted(key) + " twice.",
               "Give one wording for each language.");
    return;
  }
  wording_lang_ = KeepLanguage(key);
}

void DossierSax::TakeWording(std::string_view text) {
  if (!wording_lang_.empty()) wordings_.push_back({wording_lang_, draft_.arena.Copy(text)});
}

void DossierSax::TakeText(const Slot& slot, std::span<const LangString> wordings, size_t at) {
  const bool says_something = std::any_of(wordings.begin(), wordings.end(),
                                          [](const LangString& w) { return !w.text.empty(); });
  if (slot.field->need == Need::kRequired && !wordings.empty() && !says_something) {
    log_.Error("E-TEXT-EMPTY", at, Named(slot.field->key, *slot.shape) + " says nothing.",
               "Write what it should say.");
    return;
  }
  const Text text = draft_.arena.Copy(wordings);
  if (slot.inside == FrameKind::kList) {
    draft_.List<Text>().push_back(text);
  } else {
    Store(slot, {.text = text});
  }
}

// A dossier has a handful of languages and a great many texts.
std::string_view DossierSax::KeepLanguage(std::string_view tag) {
  for (const std::string_view kept : languages_) {
    if (kept == tag) return kept;
  }
  constexpr size_t kMostShared = 64;
  const std::string_view kept = draft_.arena.Copy(tag);
  if (languages_.size() < kMostShared) languages_.push_back(kept);
  return kept;
}

// ---- Objects ----

bool DossierSax::StartObject() {
  const size_t at = Enter();
  if (IsTooDeep(at)) return false;
  if (frames_.empty()) {
    const Shape& shape = DossierShape();
    frames_.push_back({.kind = FrameKind::kObject, .shape = &shape, .thing = shape.open(draft_)});
    frames_.back().at = at;
    return true;
  }
  const Slot slot = NextSlot();
  if (slot.type == ValueType::kText && slot.inside != FrameKind::kTextMap) {
    wordings_.clear();
    Open(FrameKind::kTextMap, slot, at);
  } else if (slot.type == ValueType::kObject) {
    Open(FrameKind::kObject, slot, at);
    Frame& frame = frames_.back();
    frame.shape = slot.field->shape;
    frame.field = nullptr;
    frame.thing = frame.shape->open(draft_);
  } else {
    WrongType(slot, "an object", at);
    Open(FrameKind::kSkipped, slot, at);
  }
  return true;
}

bool DossierSax::Key(std::string_view key) {
  const size_t at = Enter();
  Frame& frame = frames_.back();
  if (frame.kind == FrameKind::kTextMap) KeyOfText(key, at);
  if (frame.kind == FrameKind::kObject) KeyOfObject(frame, key, at);
  return true;
}

void DossierSax::KeyOfObject(Frame& frame, std::string_view key, size_t at) {
  const std::span<const Field> fields = frame.shape->fields;
  frame.field = nullptr;
  for (size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].key != key) continue;
    frame.field = &fields[i];
    const uint64_t bit = uint64_t{1} << i;
    if ((frame.seen & bit) != 0) {
      log_.Error(
          "E-KEY-DUPLICATE", at,
          "The key " + Quoted(key) + " stands twice in " + std::string(frame.shape->noun) + ".",
          "Keep one of the two.");
    }
    frame.seen |= bit;
    return;
  }
  if (key.substr(0, 2) == "x-") return;
  NearestWord nearest(key);
  for (const Field& field : fields) nearest.Offer(field.key);
  log_.Warning("W-KEY-UNKNOWN", at,
               "The key " + Quoted(key) + " is not one of " + std::string(frame.shape->noun) +
                   " and is not used.",
               DidYouMean(nearest.word()) + "A key of your own begins with \"x-\".");
}

bool DossierSax::EndObject() {
  Enter();
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (frame.kind == FrameKind::kTextMap) {
    const Slot slot{.type = ValueType::kText,
                    .field = frame.field,
                    .shape = frame.shape,
                    .thing = frame.thing,
                    .inside = frames_.back().kind};
    if (frame.entries == 0) {
      log_.Error("E-TEXT-EMPTY", frame.at,
                 Named(frame.field->key, *frame.shape) + " is a text without any language.",
                 "Give at least one, as in {\"en\": \"…\"}, or leave the key out.");
    }
    TakeText(slot, wordings_, frame.at);
  } else if (frame.kind == FrameKind::kObject) {
    FindMissingKeys(frame);
    frame.shape->close(draft_, frame.at, &log_);
    return IsWithinLimits(frame.at);
  }
  return true;
}

void DossierSax::FindMissingKeys(const Frame& frame) {
  const std::span<const Field> fields = frame.shape->fields;
  for (size_t i = 0; i < fields.size(); ++i) {
    const Field& field = fields[i];
    if (field.need == Need::kOptional || (frame.seen >> i & 1) != 0) continue;
    const std::string noun(frame.shape->noun);
    if (field.type == ValueType::kFormat) {
      log_.Error("E-FORMAT", frame.at, "Nothing says that this is a dossier of Demarche.",
                 "Write \"format\": \"demarche/1\" as its first key.");
    } else if (field.need == Need::kRequired) {
      log_.Error("E-KEY-MISSING", frame.at,
                 "The key " + Quoted(field.key) + " is missing in " + noun + ".",
                 "Add it; it is " + std::string(WordsOf(field.type).wanted) + ".");
    } else {
      log_.Warning("W-KEY-MISSING", frame.at,
                   "The key " + Quoted(field.key) + " is missing in " + noun + ".",
                   "Add it if you can; readers look for it.");
    }
  }
}

bool DossierSax::IsWithinLimits(size_t at) {
  const auto exceeds = [&](size_t count, size_t limit, std::string_view code,
                           const std::string& noun) {
    if (count <= limit) return false;
    log_.Error(code, at,
               "This is one of more than " + std::to_string(limit) + " " + noun +
                   ", the most that a dossier can hold; nothing of it was loaded.",
               "Split the dossier into several files.");
    return true;
  };
  return !exceeds(draft_.data.events.size(), limits_.events, "E-LIMIT-EVENTS", "events") &&
         !exceeds(draft_.data.actors.size(), limits_.actors, "E-LIMIT-ACTORS", "actors");
}

// ---- Lists ----

bool DossierSax::StartArray() {
  const size_t at = Enter();
  if (IsTooDeep(at)) return false;
  const Slot slot = NextSlot();
  if (IsList(slot.type)) {
    Open(FrameKind::kList, slot, at);
  } else {
    WrongType(slot, "a list", at);
    Open(FrameKind::kSkipped, slot, at);
  }
  return true;
}

bool DossierSax::EndArray() {
  Enter();
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (frame.kind != FrameKind::kList) return true;
  if (const size_t least = frame.field->min_entries; frame.entries < least) {
    log_.Error(frame.entries == 0 ? "E-LIST-EMPTY" : "E-LIST-SHORT", frame.at,
               Named(frame.field->key, *frame.shape) +
                   (frame.entries == 0 ? " is empty." : " has too few entries."),
               "Give it at least " + (least == 1 ? "one entry." : std::to_string(least) + "."));
  }
  if (frame.field->store != nullptr) frame.field->store(draft_, frame.thing, {});
  return true;
}

// ---- Frames and slots ----

DossierSax::Slot DossierSax::NextSlot() {
  if (frames_.empty()) return {.type = ValueType::kObject, .shape = &DossierShape()};
  Frame& frame = frames_.back();
  Slot slot{.field = frame.field, .shape = frame.shape, .thing = frame.thing, .inside = frame.kind};
  switch (frame.kind) {
    case FrameKind::kObject:
      if (frame.field != nullptr) slot.type = frame.field->type;
      break;
    case FrameKind::kList:
      ++frame.entries;
      slot.type = EntryTypeOf(frame.field->type);
      break;
    case FrameKind::kTextMap:
      ++frame.entries;
      slot.type = ValueType::kString;
      break;
    case FrameKind::kSkipped:
      break;
  }
  return slot;
}

void DossierSax::Open(FrameKind kind, const Slot& slot, size_t at) {
  Frame frame;
  frame.kind = kind;
  frame.shape = slot.shape;
  frame.field = slot.field;
  frame.thing = slot.thing;
  frame.at = at;
  frames_.push_back(frame);
}

bool DossierSax::IsTooDeep(size_t at) {
  if (frames_.size() < kDeepest) return false;
  log_.Error("E-JSON-DEPTH", at,
             "Lists and objects are nested more than " + std::to_string(kDeepest) +
                 " deep here; the file was read no further.",
             "A dossier needs no more than ten levels; take the inner ones away.");
  return true;
}

void DossierSax::Store(const Slot& slot, const Value& value) {
  if (slot.field->store != nullptr) slot.field->store(draft_, slot.thing, value);
}

void DossierSax::WrongType(const Slot& slot, std::string_view found, size_t at) {
  if (slot.type == ValueType::kIgnored) return;
  const TypeWords words = WordsOf(slot.type);
  std::string subject = "The dossier";
  if (slot.inside == FrameKind::kTextMap) {
    subject = "The wording of a language in " + Named(slot.field->key, *slot.shape);
  } else if (slot.inside == FrameKind::kList) {
    subject = "An entry of " + Named(slot.field->key, *slot.shape);
  } else if (slot.field != nullptr) {
    subject = Named(slot.field->key, *slot.shape);
  }
  log_.Error("E-TYPE", at,
             subject + " must be " + std::string(words.wanted) + "; here it is " +
                 std::string(found) + ".",
             std::string(words.remedy) +
                 (found == "null" ? " If there is nothing to say, leave the key out." : ""));
}

}  // namespace demarche
