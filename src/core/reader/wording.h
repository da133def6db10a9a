// What the sentences of findings are made of: quoted pieces of the file, lists of what is possible,
// and the possible word that comes nearest to the one that was written.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace demarche {

/// `text` in quotes, on one line and not longer than a sentence bears.
std::string Quoted(std::string_view text);

/// `"a", "b" or "c"`.
std::string AnyOf(std::span<const std::string_view> words);

/// Edits (insert, delete, replace, swap of neighbours; case counts for nothing) between two words,
/// or anything above `limit` if there are more: optimal string alignment in O(|a||b|).
size_t EditDistance(std::string_view a, std::string_view b, size_t limit);

/// Remembers the nearest of the words that it is shown, if one is near enough to be meant.
class NearestWord {
 public:
  explicit NearestWord(std::string_view wanted);
  void Offer(std::string_view word);
  std::string_view word() const { return word_; }  // empty: none

 private:
  std::string_view wanted_, word_;
  size_t distance_;
};

/// `Did you mean "b"? ` or nothing.
std::string DidYouMean(std::string_view word);
std::string DidYouMean(std::string_view wanted, std::span<const std::string_view> words);

}  // namespace demarche
