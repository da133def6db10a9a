// A set of positions that knows how many of them lie before any place: "how many of [a, b)" in
// constant time, "the k-th" and "the next one" in O(log n). One word of counts for each word of
// bits (G. Jacobson, "Space-efficient Static Trees and Graphs", FOCS 1989, with one level, since
// 1,000,000 positions need only 16,000 words).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace demarche {

class RankBits {
 public:
  static constexpr size_t kWordBits = 64;

  RankBits() = default;
  /// None of `size` positions.
  explicit RankBits(size_t size) : size_(size), words_((size + kWordBits - 1) / kWordBits, 0) {}

  /// All of them, counted.
  static RankBits AllOf(size_t size);

  size_t size() const { return size_; }
  bool Has(uint32_t at) const { return (words_[at / kWordBits] >> (at % kWordBits) & 1) != 0; }
  void Add(uint32_t at) { words_[at / kWordBits] |= uint64_t{1} << (at % kWordBits); }
  void Remove(uint32_t at) { words_[at / kWordBits] &= ~(uint64_t{1} << (at % kWordBits)); }
  /// All of [from, to).
  void RemoveAll(uint32_t from, uint32_t to);
  /// What is also, or not also, in another set of the same size; counted.
  void KeepOnly(const RankBits& other);
  void Leave(const RankBits& other);
  /// 64 positions a word, the first one in the lowest bit; none past size().
  std::vector<uint64_t>& words() { return words_; }
  const std::vector<uint64_t>& words() const { return words_; }

  /// Makes the counts. What follows is right until the next change.
  void Count();
  uint32_t count() const { return before_.empty() ? 0 : before_.back(); }
  /// How many are below `at`, which is at most size().
  uint32_t Rank(size_t at) const;
  uint32_t CountIn(uint32_t from, uint32_t to) const {
    return to > from ? Rank(to) - Rank(from) : 0;
  }
  /// The k-th one, from 0; size() if there are fewer.
  uint32_t Select(uint32_t k) const;
  /// The first one at or after `at`, or size(); the last one before `at`, or size().
  uint32_t Next(size_t at) const;
  uint32_t Previous(size_t at) const;

 private:
  uint32_t End() const { return static_cast<uint32_t>(size_); }

  size_t size_ = 0;
  std::vector<uint64_t> words_;
  std::vector<uint32_t> before_;  // by word, and all of them at the end
};

}  // namespace demarche
