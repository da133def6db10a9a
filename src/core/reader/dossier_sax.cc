#include "core/reader/dossier_sax.h"

#include "core/reader/wording.h"

namespace demarche {
namespace {

constexpr size_t kDeepest = 64;

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

}  // namespace

// ---- Values ----

bool DossierSax::Null() {
  const size_t at = cursor_.Next();
  values_.WrongType(NextSlot(), "null", at);
  return true;
}

bool DossierSax::Bool(bool value) {
  const size_t at = cursor_.Next();
  values_.TakeBool(NextSlot(), value, at);
  return true;
}

bool DossierSax::Number(double value) {
  const size_t at = cursor_.Next();
  values_.TakeNumber(NextSlot(), value, at);
  return true;
}

bool DossierSax::String(std::string_view value) {
  const size_t at = cursor_.Next();
  const Slot slot = NextSlot();
  if (slot.inside == Inside::kText) {
    values_.AddWording(value);
  } else {
    values_.TakeString(slot, value, at);
  }
  return !values_.stopped();
}

// ---- Objects ----

bool DossierSax::StartObject() {
  const size_t at = cursor_.Next();
  if (IsTooDeep(at)) return false;
  if (frames_.empty()) {
    const Shape& shape = DossierShape();
    frames_.push_back({.inside = Inside::kObject, .shape = &shape, .thing = shape.open(draft_)});
    frames_.back().at = at;
    return true;
  }
  const Slot slot = NextSlot();
  if (slot.type == ValueType::kText && slot.inside != Inside::kText) {
    values_.OpenText();
    Open(Inside::kText, slot, at);
  } else if (slot.type == ValueType::kObject && slot.field != nullptr) {
    Open(Inside::kObject, slot, at);
    Frame& frame = frames_.back();
    frame.shape = slot.field->shape;
    frame.field = nullptr;
    frame.thing = frame.shape->open(draft_);
  } else {
    values_.WrongType(slot, "an object", at);
    Open(Inside::kSkipped, slot, at);
  }
  return true;
}

bool DossierSax::Key(std::string_view key) {
  const size_t at = cursor_.Next();
  Frame& frame = frames_.back();
  if (frame.inside == Inside::kText) values_.KeyOfText(key, at);
  if (frame.inside == Inside::kObject) KeyOfObject(frame, key, at);
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
  if (log_.HasRoom()) {  // else nobody will read the hint
    for (const Field& field : fields) nearest.Offer(field.key);
  }
  log_.Warning("W-KEY-UNKNOWN", at,
               "The key " + Quoted(key) + " is not one of " + std::string(frame.shape->noun) +
                   " and is not used.",
               DidYouMean(nearest.word()) + "A key of your own begins with \"x-\".");
}

bool DossierSax::EndObject() {
  cursor_.Next();
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (frame.inside == Inside::kText) {
    const Slot slot{.type = ValueType::kText,
                    .field = frame.field,
                    .shape = frame.shape,
                    .thing = frame.thing,
                    .inside = frames_.back().inside};
    if (frame.entries == 0) {
      log_.Error("E-TEXT-EMPTY", frame.at,
                 Named(*frame.field, *frame.shape) + " is a text without any language.",
                 "Give at least one, as in {\"en\": \"…\"}, or leave the key out.");
    }
    values_.CloseText(slot, frame.at);
  } else if (frame.inside == Inside::kObject) {
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
                 "Add it; it is " + std::string(WantedWords(field.type)) + ".");
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
  const size_t at = cursor_.Next();
  if (IsTooDeep(at)) return false;
  const Slot slot = NextSlot();
  if (IsList(slot.type)) {
    Open(Inside::kList, slot, at);
  } else {
    values_.WrongType(slot, "a list", at);
    Open(Inside::kSkipped, slot, at);
  }
  return true;
}

bool DossierSax::EndArray() {
  cursor_.Next();
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (frame.inside != Inside::kList) return true;
  if (const size_t least = frame.field->min_entries; frame.entries < least) {
    log_.Error(frame.entries == 0 ? "E-LIST-EMPTY" : "E-LIST-SHORT", frame.at,
               Named(*frame.field, *frame.shape) +
                   (frame.entries == 0 ? " is empty." : " has too few entries."),
               "Give it at least " + (least == 1 ? "one entry." : std::to_string(least) + "."));
  }
  if (frame.field->store != nullptr) frame.field->store(draft_, frame.thing, {});
  return true;
}

// ---- Frames and slots ----

Slot DossierSax::NextSlot() {
  if (frames_.empty()) return {.type = ValueType::kObject, .shape = &DossierShape()};
  Frame& frame = frames_.back();
  Slot slot{
      .field = frame.field, .shape = frame.shape, .thing = frame.thing, .inside = frame.inside};
  switch (frame.inside) {
    case Inside::kObject:
      if (frame.field != nullptr) slot.type = frame.field->type;
      break;
    case Inside::kList:
      ++frame.entries;
      slot.type = EntryTypeOf(frame.field->type);
      break;
    case Inside::kText:
      ++frame.entries;
      slot.type = ValueType::kString;
      break;
    case Inside::kSkipped:
      break;
  }
  return slot;
}

void DossierSax::Open(Inside inside, const Slot& slot, size_t at) {
  Frame frame;
  frame.inside = inside;
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

}  // namespace demarche
