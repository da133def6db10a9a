// Turns the events of a JSON parser into a dossier, as the tables of dossier_shape.h have it.
// Whatever does not fit becomes a finding and is passed over, so that one pass finds everything
// that is wrong.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/dossier_draft.h"
#include "core/dossier_reader.h"
#include "core/dossier_shape.h"
#include "core/finding_log.h"
#include "core/json_token.h"

namespace demarche {

/// Each event is told in the order of the text; false stops the parser.
class DossierSax {
 public:
  DossierSax(std::string_view json, const DossierLimits& limits, Draft* draft, FindingLog* log)
      : cursor_(json), limits_(limits), draft_(*draft), log_(*log) {}

  bool Null();
  bool Bool(bool value);
  bool Number(double value);
  bool String(std::string_view value);
  bool StartObject();
  bool Key(std::string_view key);
  bool EndObject();
  bool StartArray();
  bool EndArray();

 private:
  enum class FrameKind : uint8_t { kObject, kList, kTextMap, kSkipped };

  /// An object or array that is open.
  struct Frame {
    FrameKind kind = FrameKind::kSkipped;
    const Shape* shape = nullptr;  // of the object, or of the object around the list or map
    const Field* field = nullptr;  // of the value that comes next; null: an unknown key
    void* thing = nullptr;         // that is being filled
    uint64_t seen = 0;             // bit i: shape->fields[i] was there
    size_t at = 0;                 // where it begins
    size_t entries = 0;            // of a list or map
  };

  /// The place that the next value is for.
  struct Slot {
    ValueType type = ValueType::kIgnored;
    const Field* field = nullptr;
    const Shape* shape = nullptr;
    void* thing = nullptr;
    FrameKind inside = FrameKind::kSkipped;
  };

  size_t Enter() { return cursor_.Next(); }
  Slot NextSlot();
  void Open(FrameKind kind, const Slot& slot, size_t at);
  bool IsTooDeep(size_t at);

  // What a string becomes, by type.
  void TakeString(const Slot& slot, std::string_view text, size_t at);
  void TakeFormat(std::string_view text, size_t at);
  void TakeId(const Slot& slot, std::string_view text, size_t at);
  void TakeLanguage(const Slot& slot, std::string_view text, size_t at);
  void TakeUrl(const Slot& slot, std::string_view text, size_t at);
  void TakePlain(const Slot& slot, std::string_view text, size_t at);
  void TakeDate(const Slot& slot, std::string_view text, size_t at);
  void TakeEnum(const Slot& slot, std::string_view text, size_t at);
  void TakeReference(const Slot& slot, std::string_view text, size_t at);
  void TakeWording(std::string_view text);
  void TakeText(const Slot& slot, std::span<const LangString> wordings, size_t at);
  void AddBand(const When& when, size_t at);

  void KeyOfObject(Frame& frame, std::string_view key, size_t at);
  void KeyOfText(std::string_view key, size_t at);
  void FindMissingKeys(const Frame& frame);
  bool IsWithinLimits(size_t at);

  void Store(const Slot& slot, const Value& value);
  void WrongType(const Slot& slot, std::string_view found, size_t at);
  std::string_view KeepLanguage(std::string_view tag);

  JsonCursor cursor_;
  const DossierLimits& limits_;
  Draft& draft_;
  FindingLog& log_;
  std::vector<Frame> frames_;
  std::vector<LangString> wordings_;  // of the text map that is open
  std::string_view wording_lang_;
  std::vector<std::string_view> languages_;  // all tags so far, so that each is kept once
  bool stopped_ = false;                     // a newer format: the rest would only mislead
};

}  // namespace demarche
