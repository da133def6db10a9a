#include "core/base/rank_bits.h"

#include <algorithm>
#include <bit>

namespace demarche {

void RankBits::RemoveAll(uint32_t from, uint32_t to) {
  for (; from < to && from % kWordBits != 0; ++from) Remove(from);
  for (; to > from && to % kWordBits != 0; --to) Remove(to - 1);
  std::fill(words_.begin() + from / kWordBits, words_.begin() + to / kWordBits, 0);
}

void RankBits::KeepOnly(const RankBits& other) {
  for (size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  Count();
}

void RankBits::Leave(const RankBits& other) {
  for (size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  Count();
}

void RankBits::Count() {
  before_.resize(words_.size() + 1);
  uint32_t count = 0;
  for (size_t i = 0; i < words_.size(); ++i) {
    before_[i] = count;
    count += static_cast<uint32_t>(std::popcount(words_[i]));
  }
  before_[words_.size()] = count;
}

uint32_t RankBits::Rank(size_t at) const {
  const size_t word = at / kWordBits, bit = at % kWordBits;
  if (bit == 0) return before_.empty() ? 0 : before_[word];
  const uint64_t below = words_[word] & ((uint64_t{1} << bit) - 1);
  return before_[word] + static_cast<uint32_t>(std::popcount(below));
}

uint32_t RankBits::Select(uint32_t k) const {
  if (k >= count()) return End();
  // The last word with at most k before it holds the k-th.
  const auto after = std::upper_bound(before_.begin(), before_.end(), k);
  const auto word = static_cast<size_t>(after - before_.begin()) - 1;
  uint64_t rest = words_[word];
  for (uint32_t skip = k - before_[word]; skip > 0; --skip) rest &= rest - 1;
  return static_cast<uint32_t>(word * kWordBits) + static_cast<uint32_t>(std::countr_zero(rest));
}

uint32_t RankBits::Previous(size_t at) const {
  const uint32_t rank = Rank(std::min(at, size_));
  return rank == 0 ? End() : Select(rank - 1);
}

}  // namespace demarche
