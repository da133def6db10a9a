#include "core/base/arena.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>

namespace demarche {
namespace {

TEST(ArenaTest, CopiesOutliveTheOriginals) {
  Arena arena;
  std::string text = "a démarche";
  const std::string_view copy = arena.Copy(std::string_view(text));
  text.assign(text.size(), '?');
  EXPECT_EQ(copy, "a démarche");
}

TEST(ArenaTest, NothingCostsNothing) {
  Arena arena;
  EXPECT_TRUE(arena.Copy(std::string_view()).empty());
  EXPECT_TRUE(arena.Copy(std::span<const int>()).empty());
  EXPECT_EQ(arena.bytes(), 0u);
}

TEST(ArenaTest, AlignsWhatFollowsAText) {
  Arena arena;
  const int64_t numbers[] = {1, 2, 3};
  for (int i = 0; i < 100; ++i) {
    arena.Copy(std::string_view("odd"));
    const std::span<const int64_t> copy = arena.Copy(std::span<const int64_t>(numbers));
    EXPECT_EQ(reinterpret_cast<uintptr_t>(copy.data()) % alignof(int64_t), 0u);
    EXPECT_EQ(copy[2], 3);
  }
}

TEST(ArenaTest, HoldsMoreThanABlock) {
  Arena arena;
  const std::string_view small = arena.Copy(std::string_view("small"));
  const std::string large(1 << 20, 'x');
  EXPECT_EQ(arena.Copy(std::string_view(large)), large);
  EXPECT_EQ(arena.Copy(std::string_view("after")), "after");
  const Arena moved = std::move(arena);
  EXPECT_EQ(small, "small");
  EXPECT_EQ(moved.bytes(), 6 + (3 + large.size()) + 6);  // with the lengths
}

}  // namespace
}  // namespace demarche
