#include "core/base/folded_word.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace demarche {
namespace {

constexpr size_t kPlaces = sizeof(uint64_t);
constexpr uint64_t kEach = 0x0101010101010101u;  // times a byte: that byte at each place

// The first place must have the lowest bits. So it is in WebAssembly, by its specification, and on
// every machine that the command line tool is made for.
static_assert(std::endian::native == std::endian::little);

// Zero at the places that may have the byte, and only there.
uint64_t Differences(const char* text, FoldedByte wanted) {
  uint64_t bytes;
  std::memcpy(&bytes, text, sizeof bytes);
  return (bytes & kEach * wanted.mask) ^ kEach * wanted.value;
}

}  // namespace

FoldedWord::FoldedWord(std::string_view folded)
    : folded_(folded), first_(FoldedByteOf(folded.front())), last_(FoldedByteOf(folded.back())) {}

bool FoldedWord::IsIn(std::string_view text) const {
  if (text.size() < folded_.size()) return false;
  const size_t places = text.size() - folded_.size() + 1;
  if (places < kPlaces) {
    for (size_t at = 0; at < places; ++at) {
      if (first_.MayBe(text[at]) && BeginsFolded(text.substr(at), folded_)) return true;
    }
    return false;
  }
  for (size_t at = 0; at < places; at += kPlaces) {
    const size_t from = std::min(at, places - kPlaces);  // the last eight reach back
    for (uint64_t may = PlacesFrom(text.data() + from); may != 0; may &= may - 1) {
      const size_t place = from + static_cast<size_t>(std::countr_zero(may)) / 8;
      if (BeginsFolded(text.substr(place), folded_)) return true;
    }
  }
  return false;
}

uint64_t FoldedWord::PlacesFrom(const char* text) const {
  const uint64_t differences =
      Differences(text, first_) | Differences(text + folded_.size() - 1, last_);
  // Its bytes that are zero, and sometimes a one above a zero, from which the subtraction borrows:
  // H. S. Warren, "Hacker's Delight", section 6-1.
  return (differences - kEach) & ~differences & kEach * 0x80;
}

}  // namespace demarche
