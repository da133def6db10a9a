#include "core/base/stable_sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace demarche {
namespace {

using Card = std::pair<int, int>;  // what is compared, and where it stood at first

bool ByFace(const Card& a, const Card& b) { return a.first < b.first; }

TEST(StableSortTest, DoesAsTheLibrarysStableSortAtEverySize) {
  uint32_t seed = 1;
  for (int count = 0; count < 200; ++count) {
    std::vector<Card> cards;
    for (int i = 0; i < count; ++i) {
      seed = seed * 1664525u + 1013904223u;
      cards.emplace_back(static_cast<int>(seed >> 28), i);
    }
    std::vector<Card> expected = cards;
    std::stable_sort(expected.begin(), expected.end(), ByFace);
    StableSort(&cards, ByFace);
    ASSERT_EQ(cards, expected) << count << " cards";
  }
}

TEST(StableSortTest, SortsOnlyThePartItIsGiven) {
  std::vector<std::string> words = {"Vienna", "Brussels", "Geneva", "Astana"};
  StableSort(std::span(words).subspan(1, 2), std::greater<>());
  EXPECT_EQ(words, (std::vector<std::string>{"Vienna", "Geneva", "Brussels", "Astana"}));
}

TEST(StableSortTest, MovesWhatCannotBeCopied) {
  std::vector<std::unique_ptr<int>> owners;
  for (int i : {3, 1, 2}) owners.push_back(std::make_unique<int>(i));
  StableSort(&owners, [](const auto& a, const auto& b) { return *a < *b; });
  for (int i = 0; i < 3; ++i) EXPECT_EQ(*owners[static_cast<size_t>(i)], i + 1);
}

TEST(StableSortTest, LetsTheOrderLookAtTheItemsAround) {
  const std::vector<int> priority = {5, 9, 1};
  std::vector<uint32_t> order = {0, 1, 2};
  StableSort(&order, [&](uint32_t a, uint32_t b) { return priority[a] > priority[b]; });
  EXPECT_EQ(order, (std::vector<uint32_t>{1, 0, 2}));
}

}  // namespace
}  // namespace demarche
