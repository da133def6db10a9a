// Text without its case, for search: what a reader types is found however it is capitalised.
#pragma once

#include <string>
#include <string_view>

namespace demarche {

/// Appends `text` (UTF-8) in lower case to `out`: ASCII, Latin-1, Greek (a final sigma as any
/// other) and Cyrillic; everything else as it is. Never changes the number of bytes.
void AppendFolded(std::string_view text, std::string* out);

std::string Folded(std::string_view text);

/// Whether `text` without its case begins with `folded`, which has none.
bool BeginsFolded(std::string_view text, std::string_view folded);
/// Whether folding may turn a byte of a text into `folded` at the same place.
bool MayFoldTo(unsigned char byte, unsigned char folded);

}  // namespace demarche
