// Percent-encoding as in application/x-www-form-urlencoded (URL Standard, section 5), but with the
// marks that dates and ids are full of left readable.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace demarche {

/// Appends `text`; letters, digits and `-._~/:,` stay, a space becomes `+`.
void AppendPercentEncoded(std::string_view text, std::string* out);

/// The text that was encoded; nothing if an escape is broken or the result is not plain text: not
/// UTF-8, or with control characters in it.
std::optional<std::string> PercentDecoded(std::string_view text);

}  // namespace demarche
