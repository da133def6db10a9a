// A word made ready to be looked for in many texts, whatever their case (core/base/fold.h).
//
// W. Muła, "SIMD-friendly algorithms for substring searching", 2016,
// http://0x80.pl/articles/simd-strfind.html, the generic algorithm in a register of eight bytes:
// eight places are looked at at once, and only where the word's first and last byte stand at their
// distance all of it is compared. Nothing is copied.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/fold.h"

namespace demarche {

class FoldedWord {
 public:
  /// `folded` is not empty, has no case and outlives the word.
  explicit FoldedWord(std::string_view folded);

  size_t size() const { return folded_.size(); }
  bool IsIn(std::string_view text) const;

 private:
  // The highest bit of each of eight bytes, for the places from `text` on where the word may begin.
  uint64_t PlacesFrom(const char* text) const;

  std::string_view folded_;
  FoldedByte first_, last_;
};

}  // namespace demarche
