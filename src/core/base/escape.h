// Text in markup: HTML, XML and SVG.
#pragma once

#include <string>
#include <string_view>

namespace demarche {

/// Appends `text` so that it reads as itself in an element's content and in a quoted attribute.
/// Control characters, which HTML has no way to hold, become U+FFFD.
void AppendEscaped(std::string_view text, std::string* out);

}  // namespace demarche
