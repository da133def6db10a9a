#include "core/base/packed.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base/arena.h"

namespace demarche {
namespace {

TEST(PackedTest, KeepsNumbersOfEverySize) {
  for (const uint32_t number : {0u, 1u, 127u, 128u, 16383u, 16384u, 1u << 21, 0xffffffffu}) {
    char bytes[5];
    EXPECT_EQ(PutPackedNumber(bytes, number), bytes + PackedNumberBytes(number));
    const char* at = bytes;
    EXPECT_EQ(TakePackedNumber(&at), number);
    EXPECT_EQ(at, bytes + PackedNumberBytes(number));
  }
  EXPECT_EQ(PackedNumberBytes(127), 1u);
  EXPECT_EQ(PackedNumberBytes(128), 2u);
  EXPECT_EQ(PackedNumberBytes(0xffffffff), 5u);
}

TEST(PackedTest, AStringReadsAsItsText) {
  Arena arena;
  for (const size_t size : {0, 1, 127, 128, 5000, 70000}) {
    const std::string text(size, 'x');
    const PackedString packed = arena.Copy(text);
    EXPECT_EQ(packed, text);
    EXPECT_EQ(packed.empty(), text.empty());
    EXPECT_FALSE(packed == text + "y");
  }
  EXPECT_EQ(PackedString(), "");
  EXPECT_EQ(arena.Copy(std::string_view("a\0b", 3)), std::string_view("a\0b", 3));
}

TEST(PackedTest, AListReadsAsASpan) {
  Arena arena;
  const std::vector<int> numbers = {3, 1, 2};
  const PackedList<int> packed = arena.Copy(std::span<const int>(numbers));
  const std::span<const int> read = packed;
  EXPECT_EQ(std::vector<int>(read.begin(), read.end()), numbers);
  EXPECT_EQ(packed.front(), 3);
  EXPECT_EQ(packed.back(), 2);
  EXPECT_EQ(std::vector<int>(packed.begin(), packed.end()), numbers);
  EXPECT_EQ(std::span<const int>(PackedList<int>()).size(), 0u);
  for (const int number : PackedList<int>()) ADD_FAILURE() << number;
}

}  // namespace
}  // namespace demarche
