#include "core/dossier/text.h"

namespace demarche {

Text::Text(std::span<const LangString> wordings, Arena* arena) {
  if (wordings.empty()) return;
  const auto count = static_cast<uint32_t>(wordings.size());
  size_t bytes = PackedNumberBytes(count);
  for (const LangString& wording : wordings) {
    bytes += PackedBytes(wording.lang) + PackedBytes(wording.text);
  }
  char* to = arena->TakeBytes(bytes);
  at_ = to;
  to = PutPackedNumber(to, count);
  for (const LangString& wording : wordings) {
    to = PutPacked(PutPacked(to, wording.lang), wording.text);
  }
}

}  // namespace demarche
