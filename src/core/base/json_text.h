// Writing JSON: strings escaped as RFC 8259, section 7 wants it, and beyond it what would end a
// script.
#pragma once

#include <string>
#include <string_view>

namespace demarche {

/// Appends `text` in quotes. `<` is escaped, so that the JSON can stand in a `<script>`; bytes that
/// are not UTF-8 become U+FFFD.
void AppendJsonString(std::string_view text, std::string* out);

}  // namespace demarche
