// Text without its case, for search: what a reader types is found however it is capitalised.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace demarche {

/// `text` (UTF-8) in lower case: ASCII, Latin-1, Greek (a final sigma as any other) and Cyrillic;
/// everything else as it is. Has as many bytes as before.
std::string Folded(std::string_view text);

/// Whether `text` without its case begins with `folded`, which has none.
bool BeginsFolded(std::string_view text, std::string_view folded);

/// What a byte of folded text may have been before: the bytes that are `value` under `mask`. Some
/// of them never become it, so that all of a word is compared where this says yes.
struct FoldedByte {
  uint8_t mask, value;
  bool MayBe(char c) const { return (static_cast<uint8_t>(c) & mask) == value; }
};
FoldedByte FoldedByteOf(char folded);

}  // namespace demarche
