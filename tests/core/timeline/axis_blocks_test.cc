#include "core/timeline/axis_blocks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/dates/calendar.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

std::vector<Seconds> Every(std::string_view from, std::string_view to, Seconds step) {
  std::vector<Seconds> times;
  for (Seconds t = FirstOf(from); t < FirstOf(to); t += step) times.push_back(t);
  return times;
}

TEST(DensityBlocks, OneRateIsOneBlock) {
  const Seconds t0 = FirstOf("2000"), t1 = FirstOf("2010");
  const std::vector<Seconds> times = Every("2000", "2010", 30 * kSecondsPerDay);
  EXPECT_EQ(DensityBlocks(times, t0, t1, 7), (std::vector<Seconds>{t0, t1}));
}

TEST(DensityBlocks, NoEventsAreOneBlock) {
  EXPECT_EQ(DensityBlocks({}, 0, 86400, 7), (std::vector<Seconds>{0, 86400}));
}

TEST(DensityBlocks, ABurstStandsOutBetweenCalendarBoundaries) {
  std::vector<Seconds> times = Every("1980", "2020", 500 * kSecondsPerDay);
  const std::vector<Seconds> burst = Every("2012-03-02", "2012-04-20", kSecondsPerDay);
  times.insert(times.end(), burst.begin(), burst.end());
  std::sort(times.begin(), times.end());
  const std::vector<Seconds> edges = DensityBlocks(times, FirstOf("1980"), FirstOf("2020"), 7);
  ASSERT_EQ(edges.size(), 4u);
  EXPECT_EQ(IsoUtc(edges[1]), IsoUtc(FirstOf("2012-03")));
  EXPECT_EQ(IsoUtc(edges[2]), IsoUtc(FirstOf("2012-05")));
}

TEST(DensityBlocks, KeepsTheLimitAndTheOrderForAnyInput) {
  TestRandom random(3);
  for (int round = 0; round < 40; ++round) {
    const Seconds t0 = FirstOf("1900"), t1 = FirstOf("2020");
    std::vector<Seconds> times;
    for (int64_t bursts = random.Between(0, 9); bursts > 0; --bursts) {
      const Seconds at = random.Between(t0, t1 - 1);
      const Seconds width = kSecondsPerDay << random.Between(0, 10);
      for (int64_t i = random.Between(1, 200); i > 0; --i) {
        times.push_back(std::min(t1 - 1, at + random.Between(0, width)));
      }
    }
    std::sort(times.begin(), times.end());
    const size_t limit = static_cast<size_t>(random.Between(1, 7));
    const std::vector<Seconds> edges = DensityBlocks(times, t0, t1, limit);
    ASSERT_GE(edges.size(), 2u);
    EXPECT_LE(edges.size(), limit + 1);
    EXPECT_EQ(edges.front(), t0);
    EXPECT_EQ(edges.back(), t1);
    EXPECT_TRUE(std::is_sorted(edges.begin(), edges.end(), std::less_equal<>()));
    for (const Seconds edge : edges) EXPECT_EQ(edge % kSecondsPerDay, 0);
    EXPECT_EQ(edges, DensityBlocks(times, t0, t1, limit));
  }
}

}  // namespace
}  // namespace demarche
