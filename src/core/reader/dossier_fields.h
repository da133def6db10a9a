// The rows of dossier_shape.cc's tables: a key, a type, and the member that the value goes to.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/reader/dossier_draft.h"
#include "core/reader/dossier_shape.h"
#include "core/reader/string_form.h"

namespace demarche {

template <auto kMember>
struct Member;
template <class T, class V, V T::*kMember>
struct Member<kMember> {
  using Thing = T;
  static V& Of(void* thing) { return static_cast<T*>(thing)->*kMember; }
};

// A row whose value is stored as what `Take` makes of it.
template <auto kMember, auto kTake>
constexpr Field Row(std::string_view key, ValueType type, Need need) {
  Field field;
  field.key = key;
  field.type = type;
  field.need = need;
  field.store = [](Draft& draft, void* thing, const Value& value) {
    Member<kMember>::Of(thing) = kTake(draft, value);
  };
  return field;
}

inline PackedString TakeString(Draft&, const Value& value) { return value.string; }
inline PackedString TakeEdtf(Draft&, const Value& value) { return value.date.edtf; }
inline Text TakeText(Draft&, const Value& value) { return value.text; }
inline DateText TakeDate(Draft&, const Value& value) { return value.date; }
inline Index TakeIndex(Draft&, const Value& value) { return value.index; }
inline Ref TakeRef(Draft&, const Value& value) { return value.ref; }
inline bool TakeBool(Draft&, const Value& value) { return value.number != 0; }
template <class Number>
Number TakeNumber(Draft&, const Value& value) {
  return static_cast<Number>(value.number);
}
template <class Enum>
Enum TakeEnum(Draft&, const Value& value) {
  return static_cast<Enum>(static_cast<int>(value.number));
}
template <class Entry>
PackedList<Entry> TakeList(Draft& draft, const Value&) {
  std::vector<Entry>& list = draft.List<Entry>();
  const PackedList<Entry> taken = draft.arena.Copy(std::span<const Entry>(list));
  list.clear();
  return taken;
}

template <auto kMember>
constexpr Field TextField(std::string_view key, Need need = Need::kOptional) {
  return Row<kMember, TakeText>(key, ValueType::kText, need);
}
template <auto kMember>
constexpr Field TextListField(std::string_view key, Need need = Need::kOptional) {
  return Row<kMember, TakeList<Text>>(key, ValueType::kTextList, need);
}
template <auto kMember>
constexpr Field StringField(std::string_view key, Need need = Need::kOptional,
                            const StringForm* form = nullptr) {
  Field field = Row<kMember, TakeString>(key, ValueType::kString, need);
  field.form = form;
  return field;
}
template <auto kMember>
constexpr Field GroupField(std::string_view key) {
  Field field = TextField<kMember>(key);
  field.form = &kGroupForm;
  return field;
}
template <auto kMember>
constexpr Field IdField(const StringForm* form = &kIdForm) {
  Field field = Row<kMember, TakeString>("id", ValueType::kId, Need::kRequired);
  field.form = form;
  return field;
}
template <auto kMember>
constexpr Field DateField(std::string_view key, Need need = Need::kOptional) {
  return Row<kMember, TakeDate>(key, ValueType::kDate, need);
}
// A date of which the model keeps only what was written.
template <auto kMember>
constexpr Field EdtfField(std::string_view key, Need need = Need::kOptional,
                          ValueType type = ValueType::kDate) {
  return Row<kMember, TakeEdtf>(key, type, need);
}
template <auto kMember, class Number>
constexpr Field NumberField(std::string_view key, Need need, double min, double max) {
  Field field = Row<kMember, TakeNumber<Number>>(key, ValueType::kNumber, need);
  field.min = min;
  field.max = max;
  return field;
}
template <auto kMember, class Enum, size_t kCount>
constexpr Field EnumField(std::string_view key, Need need,
                          const std::string_view (&names)[kCount]) {
  Field field = Row<kMember, TakeEnum<Enum>>(key, ValueType::kEnum, need);
  field.names = names;
  return field;
}
template <auto kMember>
constexpr Field ReferenceField(std::string_view key, Need need, Target target) {
  Field field = Row<kMember, TakeIndex>(key, ValueType::kReference, need);
  field.target = target;
  return field;
}
template <auto kMember>
constexpr Field ReferenceListField(std::string_view key, Need need, Target target,
                                   uint8_t min_entries = 0,
                                   ValueType type = ValueType::kReferenceList) {
  Field field = Row<kMember, TakeList<Index>>(key, type, need);
  field.target = target;
  field.min_entries = min_entries;
  return field;
}
template <auto kMember, class Entry>
constexpr Field ListField(std::string_view key, Need need, const Shape& shape,
                          uint8_t min_entries = 0) {
  Field field = Row<kMember, TakeList<Entry>>(key, ValueType::kObjectList, need);
  field.shape = &shape;
  field.min_entries = min_entries;
  return field;
}
// A list whose things put themselves into the dossier when they are complete.
constexpr Field SectionField(std::string_view key, const Shape& shape) {
  Field field;
  field.key = key;
  field.type = ValueType::kObjectList;
  field.shape = &shape;
  return field;
}
constexpr Field ObjectField(std::string_view key, const Shape& shape) {
  Field field;
  field.key = key;
  field.type = ValueType::kObject;
  field.shape = &shape;
  return field;
}
// From when on something is known; without it, from its date on.
template <class Thing>
constexpr Field ReportedField() {
  Field field;
  field.key = "reported";
  field.type = ValueType::kDate;
  field.store = [](Draft&, void* thing, const Value& value) {
    static_cast<Thing*>(thing)->reported = value.date.edtf;
    static_cast<Thing*>(thing)->reported_s = value.date.when.earliest();
  };
  return field;
}

}  // namespace demarche
