#include "core/base/rank_bits.h"

#include <algorithm>
#include <bit>

namespace demarche {

RankBits RankBits::AllOf(size_t size) {
  RankBits all(size);
  for (uint64_t& word : all.words_) word = ~uint64_t{0};
  if (size % kWordBits != 0) all.words_.back() >>= kWordBits - size % kWordBits;
  all.Count();
  return all;
}

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

uint32_t RankBits::Next(size_t at) const {
  if (at >= size_) return End();
  // Where most are there, the next one is near.
  const uint64_t rest = words_[at / kWordBits] >> (at % kWordBits);
  if (rest != 0) return static_cast<uint32_t>(at) + static_cast<uint32_t>(std::countr_zero(rest));
  return Select(Rank(at));
}

uint32_t RankBits::Previous(size_t at) const {
  const uint32_t rank = Rank(std::min(at, size_));
  return rank == 0 ? End() : Select(rank - 1);
}

}  // namespace demarche
