// Language tags as far as a dossier needs them: BCP 47 (RFC 5646) in form, not looked up in a
// registry.
#pragma once

#include <string_view>

namespace demarche {

/// Whether `tag` has the form of a language tag: "en", "uk", "zh-Hant-TW".
bool IsLanguageTag(std::string_view tag);

/// Equal but for case, as RFC 5646, section 2.1.1 compares tags.
bool SameLanguageTag(std::string_view a, std::string_view b);

/// The tag without its last subtag: "de-AT" to "de", "de" to "" (RFC 4647, section 3.4).
std::string_view BroaderLanguageTag(std::string_view tag);

}  // namespace demarche
