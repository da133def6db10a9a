#include "core/base/rank_bits.h"

#include <gtest/gtest.h>

#include <set>

#include "core/base/random.h"

namespace demarche {
namespace {

TEST(RankBits, NoneOfNothing) {
  RankBits bits;
  bits.Count();
  EXPECT_EQ(bits.count(), 0u);
  EXPECT_EQ(bits.Rank(0), 0u);
  EXPECT_EQ(bits.Select(0), 0u);
  EXPECT_EQ(bits.Next(0), 0u);
  EXPECT_EQ(bits.Previous(0), 0u);
}

TEST(RankBits, AllOfThemAreJustThose) {
  for (const uint32_t size : {0u, 1u, 63u, 64u, 65u, 200u}) {
    const RankBits all = RankBits::AllOf(size);
    EXPECT_EQ(all.size(), size);
    EXPECT_EQ(all.count(), size);
    for (uint32_t at = 0; at < size; ++at) EXPECT_TRUE(all.Has(at));
  }
}

// Sizes around whole words, from empty to full.
TEST(RankBits, AnswersAsASetDoes) {
  Random random(1);
  for (const uint32_t size : {1u, 63u, 64u, 65u, 128u, 500u}) {
    for (const uint32_t percent : {0u, 3u, 50u, 100u}) {
      RankBits bits(size);
      std::set<uint32_t> expected;
      for (uint32_t i = 0; i < size; ++i) {
        if (random.Below(100) < percent) bits.Add(i), expected.insert(i);
      }
      if (!expected.empty() && size > 64) {
        bits.Remove(*expected.begin());
        expected.erase(expected.begin());
      }
      bits.Count();
      ASSERT_EQ(bits.count(), expected.size());
      uint32_t k = 0;
      for (const uint32_t at : expected) ASSERT_EQ(bits.Select(k++), at);
      ASSERT_EQ(bits.Select(k), size);
      for (uint32_t at = 0; at <= size; ++at) {
        const auto next = expected.lower_bound(at);
        ASSERT_EQ(bits.Rank(at), static_cast<uint32_t>(std::distance(expected.begin(), next)));
        ASSERT_EQ(bits.Next(at), next == expected.end() ? size : *next);
        ASSERT_EQ(bits.Previous(at), next == expected.begin() ? size : *std::prev(next));
        ASSERT_TRUE(at == size || bits.Has(at) == (expected.count(at) == 1));
      }
    }
  }
}

}  // namespace
}  // namespace demarche
