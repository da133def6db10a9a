// Turns the events of a JSON parser into a dossier, as the tables of dossier_shape.h have it.
// Whatever does not fit becomes a finding and is passed over, so that one pass finds everything
// that is wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/reader/dossier_draft.h"
#include "core/reader/dossier_reader.h"
#include "core/reader/dossier_shape.h"
#include "core/reader/dossier_values.h"
#include "core/reader/finding_log.h"
#include "core/reader/json_token.h"

namespace demarche {

/// Each event is told in the order of the text; false stops the parser.
class DossierSax {
 public:
  DossierSax(std::string_view json, const DossierLimits& limits, Draft* draft, FindingLog* log)
      : cursor_(json), limits_(limits), draft_(*draft), log_(*log), values_(draft, log) {}

  bool Null();
  bool Bool(bool value);
  bool Number(double value);
  bool String(std::string_view value);
  bool StartObject();
  bool Key(std::string_view key);
  bool EndObject();
  bool StartArray();
  bool EndArray();

  /// How far the text has been read; bytes.
  size_t at() const { return cursor_.at(); }

 private:
  /// An object or array that is open.
  struct Frame {
    Inside inside = Inside::kSkipped;
    const Shape* shape = nullptr;  // of the object, or of the object around the list or text
    const Field* field = nullptr;  // of the value that comes next; null: an unknown key
    void* thing = nullptr;         // that is being filled
    uint64_t seen = 0;             // bit i: shape->fields[i] was there
    size_t at = 0;                 // where it begins
    size_t entries = 0;            // of a list or text
  };

  Slot NextSlot();
  void Open(Inside inside, const Slot& slot, size_t at);
  bool IsTooDeep(size_t at);
  void KeyOfObject(Frame& frame, std::string_view key, size_t at);
  void FindMissingKeys(const Frame& frame);
  bool IsWithinLimits(size_t at);

  JsonCursor cursor_;
  const DossierLimits& limits_;
  Draft& draft_;
  FindingLog& log_;
  DossierValues values_;
  std::vector<Frame> frames_;
};

}  // namespace demarche
