// A word made ready to be looked for in many texts, whatever their case (core/base/fold.h).
//
// R. N. Horspool, "Practical fast searching in strings", Software: Practice and Experience 10,
// 1980: the text is looked at where the word would end, and a byte that does not stand there says
// how far the word can be moved. Most bytes of a text are never looked at, and nothing is copied.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace demarche {

class FoldedWord {
 public:
  /// `folded` is not empty, has no case and outlives the word.
  explicit FoldedWord(std::string_view folded);

  size_t size() const { return folded_.size(); }
  bool IsIn(std::string_view text) const;

 private:
  std::string_view folded_;
  std::array<uint8_t, 256> skip_;  // by byte: how much later the word ends at least; 0: may be here
};

}  // namespace demarche
