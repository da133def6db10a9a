#include "core/reader/wording.h"

#include <gtest/gtest.h>

#include "core/base/utf8.h"

namespace demarche {
namespace {

TEST(WordingTest, Quotes) {
  EXPECT_EQ(Quoted("a"), "\"a\"");
  EXPECT_EQ(Quoted("a\nb\x01"), "\"a b \"");
  EXPECT_EQ(Quoted(std::string(80, 'a')), '"' + std::string(80, 'a') + '"');
  EXPECT_EQ(Quoted(std::string(81, 'a')), '"' + std::string(80, 'a') + "…\"");
  // A cut does not go through a character.
  const std::string quoted = Quoted(std::string(79, 'a') + "éé");
  EXPECT_EQ(FindInvalidUtf8(quoted, 0), std::string_view::npos);
}

TEST(WordingTest, Lists) {
  const std::string_view words[] = {"a", "b", "c"};
  EXPECT_EQ(AnyOf(words), "\"a\", \"b\" or \"c\"");
  EXPECT_EQ(AnyOf(std::span(words).first(2)), "\"a\" or \"b\"");
  EXPECT_EQ(AnyOf(std::span(words).first(1)), "\"a\"");
  EXPECT_EQ(AnyOf({}), "");
}

TEST(WordingTest, CountsEdits) {
  const struct {
    std::string_view a, b;
    size_t distance;
  } kCases[] = {
      {"", "", 0},
      {"a", "", 1},
      {"occurred", "occurred", 0},
      {"ocurred", "occurred", 1},
      {"occurrde", "occurred", 1},
      {"Occurred", "occurred", 0},
      {"kitten", "sitting", 3},
      {"abc", "xyz", 3},
      {"ca", "abc", 3},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(EditDistance(c.a, c.b, 10), c.distance) << c.a << ' ' << c.b;
    EXPECT_EQ(EditDistance(c.b, c.a, 10), c.distance) << c.b << ' ' << c.a;
    if (c.distance == 0) continue;
    EXPECT_GT(EditDistance(c.a, c.b, c.distance - 1), c.distance - 1);
  }
  EXPECT_GT(EditDistance(std::string(65, 'a'), std::string(65, 'b'), 70), 70u);
  EXPECT_EQ(EditDistance(std::string(65, 'a'), std::string(65, 'a'), 3), 0u);
}

TEST(WordingTest, SuggestsOnlyWhatMayBeMeant) {
  const std::string_view words[] = {"scheduled", "occurred", "ongoing", "cancelled"};
  const struct {
    std::string_view wanted, hint;
  } kCases[] = {
      {"ocurred", "Did you mean \"occurred\"? "},
      {"canceled", "Did you mean \"cancelled\"? "},
      {"ONGOING", "Did you mean \"ongoing\"? "},
      {"planned", ""},
      {"", ""},
      {"o", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(DidYouMean(c.wanted, words), c.hint) << c.wanted;
  const std::string_view short_words[] = {"x", "y"};
  EXPECT_EQ(DidYouMean("z", short_words), "");
}

}  // namespace
}  // namespace demarche
