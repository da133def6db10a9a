// What single values of a dossier become: checked, kept in the arena and stored where their field
// has it; what is wrong with them becomes a finding.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/reader/dossier_draft.h"
#include "core/reader/dossier_shape.h"
#include "core/reader/finding_log.h"

namespace demarche {

/// What a value stands in.
enum class Inside : uint8_t { kObject, kList, kText, kSkipped };

/// The place that a value is for.
struct Slot {
  ValueType type = ValueType::kIgnored;
  const Field* field = nullptr;
  const Shape* shape = nullptr;  // of the object that has the field
  void* thing = nullptr;
  Inside inside = Inside::kSkipped;
};

/// `"date" of an event`, for sentences about it.
std::string Named(const Field& field, const Shape& shape);
/// What a value of that type is, for a sentence: "a number".
std::string_view WantedWords(ValueType type);

class DossierValues {
 public:
  DossierValues(Draft* draft, FindingLog* log) : draft_(*draft), log_(*log) {}

  /// `at` is where the value begins in the text.
  void TakeBool(const Slot& slot, bool value, size_t at);
  void TakeNumber(const Slot& slot, double value, size_t at);
  void TakeString(const Slot& slot, std::string_view text, size_t at);
  /// For a value that is `found` where the slot wants something else.
  void WrongType(const Slot& slot, std::string_view found, size_t at);

  // A text in several languages, key by key.
  void OpenText();
  void KeyOfText(std::string_view key, size_t at);
  void AddWording(std::string_view text);
  void CloseText(const Slot& slot, size_t at);

  /// Whether reading on makes no sense: a newer format, of which the rest would only mislead.
  bool stopped() const { return stopped_; }

 private:
  void TakeFormat(std::string_view text, size_t at);
  void TakeId(const Slot& slot, std::string_view text, size_t at);
  void TakeLanguage(const Slot& slot, std::string_view text, size_t at);
  void TakeUrl(const Slot& slot, std::string_view text, size_t at);
  void TakePlain(const Slot& slot, std::string_view text, size_t at);
  void TakeDate(const Slot& slot, std::string_view text, size_t at);
  void TakeEnum(const Slot& slot, std::string_view text, size_t at);
  void TakeReference(const Slot& slot, std::string_view text, size_t at);
  void StoreText(const Slot& slot, std::span<const LangString> wordings, size_t at);
  void CheckGroup(const Slot& slot, std::span<const LangString> wordings, size_t at);
  void AddBand(const When& when, size_t at);
  void Store(const Slot& slot, const Value& value);
  std::optional<DateText> DateOf(std::string_view text, size_t at);
  PackedString KeepLanguage(std::string_view tag);

  Draft& draft_;
  FindingLog& log_;
  std::vector<LangString> wordings_;  // of the text that is open
  std::vector<std::string> said_;     // by wording: its words
  std::string_view wording_lang_;
  std::vector<PackedString> languages_;  // all tags so far, so that each is kept once
  std::vector<DateText> recent_dates_;   // by the hash of what is written
  bool stopped_ = false;
};

}  // namespace demarche
