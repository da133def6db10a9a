// Text without its case, for search: what a reader types is found however it is capitalised.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace demarche {

/// Appends `text` (UTF-8) in lower case to `out`: ASCII, Latin-1, Greek (a final sigma as any
/// other) and Cyrillic; everything else as it is. Never changes the number of bytes.
void AppendFolded(std::string_view text, std::string* out);

std::string Folded(std::string_view text);

/// Whether `text` without its case begins with `folded`, which has none.
bool BeginsFolded(std::string_view text, std::string_view folded);
/// The bytes that folding may turn into one byte, and perhaps others: those that are `value` under
/// `mask`.
struct FoldedByte {
  uint8_t mask, value;
  bool MayBe(char c) const { return (static_cast<uint8_t>(c) & mask) == value; }
};
FoldedByte FoldedByteOf(char folded);

}  // namespace demarche
