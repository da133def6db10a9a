// The format `demarche/1` as tables: which keys a thing has, of what type, and where their values
// go. The reader (dossier_sax.h) knows no key by name; a new one is a row here.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/reader/dossier_draft.h"
#include "core/reader/string_form.h"

namespace demarche {

enum class ValueType : uint8_t {
  kIgnored,  // any value, not looked at
  kFormat,   // "demarche/1"
  kText,     // a string, or a map from language tag to string
  kTextList,
  kString,  // of a form, if the field has one
  kId,
  kLanguage,  // BCP 47
  kUrl,       // http or https
  kDate,      // EDTF
  kRange,     // EDTF of more than a second
  kBandList,  // EDTF intervals without open ends
  kEnum,
  kNumber,
  kBool,
  kReference,
  kReferenceList,
  kReferenceOrList,
  kFocus,
  kObject,
  kObjectList,
};

/// Missing, a required value is an error and a wanted one a warning.
enum class Need : uint8_t { kOptional, kWanted, kRequired };

/// One value, as its type needs it.
struct Value {
  PackedString string = {};
  Text text = {};
  DateText date = {};
  double number = 0;  // of an enum: the position of its name
  Index index = kNone;
  Ref ref = {};
};

struct Shape;

struct Field {
  std::string_view key;
  ValueType type = ValueType::kIgnored;
  Need need = Need::kOptional;
  void (*store)(Draft&, void* thing, const Value&) = nullptr;
  uint8_t min_entries = 0;                       // of a list
  const Shape* shape = nullptr;                  // of kObject, of the entries of kObjectList
  const StringForm* form = nullptr;              // of kString and kId, of the kText of a group
  std::span<const std::string_view> names = {};  // of kEnum
  Target target = Target::kEvent;                // of kReference…
  double min = 0, max = 0;                       // of kNumber, both allowed
};

/// A JSON object of the format.
struct Shape {
  std::string_view noun;  // "an event"
  std::span<const Field> fields;
  /// Makes a new one ready to be filled and returns it.
  void* (*open)(Draft&);
  /// Puts the filled one where it belongs. `at` is where its object begins.
  void (*close)(Draft&, size_t at, FindingLog*);
};

/// The dossier itself, and from there everything in it.
const Shape& DossierShape();

}  // namespace demarche
