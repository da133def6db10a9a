#include "core/base/fold.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base/random.h"

namespace demarche {
namespace {

// Letters whose cases lie in the same and in other rows of UTF-8, and such as have none.
const std::vector<std::string> kLetters = {"a", "A", "Z", "z", "1", " ", "é",  "É", "ß", "Я",
                                           "я", "П", "п", "Р", "р", "Є", "є",  "Ґ", "ґ", "Σ",
                                           "σ", "ς", "Ώ", "ώ", "Ό", "ό", "樣", "😀", "ſ", "İ"};
// Bytes that are no letter.
const std::vector<std::string> kBytes = {"a", "É", "\xC3", "\xD0", "\x80", "\xFF", "樣", "\xE6"};

std::string AnyText(const std::vector<std::string>& pieces, uint64_t most, Random* random) {
  std::string text;
  for (uint64_t i = random->Below(most); i > 0; --i) text += pieces[random->Below(pieces.size())];
  return text;
}

// The search asks letter by letter; that may give no other answer than folding it all would.
TEST(FoldTest, BeginningsAreThoseOfTheFoldedText) {
  Random random(3);
  int begins = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = AnyText(kLetters, 6, &random);
    const std::string folded = Folded(AnyText(kLetters, 3, &random));
    const bool wanted = Folded(text).starts_with(folded);
    ASSERT_EQ(BeginsFolded(text, folded), wanted) << text << " with " << folded;
    begins += wanted ? 1 : 0;
    // No text is passed over by its first byte that would have been found.
    const bool passed_over = wanted && !folded.empty() && !FoldedByteOf(folded[0]).MayBe(text[0]);
    ASSERT_FALSE(passed_over) << text;
  }
  EXPECT_GT(begins, 1000);
}

TEST(FoldTest, KeepsTheBytesInTheirPlaces) {
  Random random(4);
  for (int round = 0; round < 5000; ++round) {
    const std::string text = AnyText(round % 2 == 0 ? kLetters : kBytes, 9, &random);
    const std::string folded = Folded(text);
    ASSERT_EQ(folded.size(), text.size());
    ASSERT_EQ(Folded(folded), folded) << "nothing is left to fold";
  }
}

TEST(FoldTest, MostBytesBeginNoWord) {
  const char ya = "я"[0];
  EXPECT_FALSE(FoldedByteOf('a').MayBe('b'));
  EXPECT_TRUE(FoldedByteOf('a').MayBe('A'));
  EXPECT_FALSE(FoldedByteOf(ya).MayBe('a'));
  EXPECT_TRUE(FoldedByteOf(ya).MayBe('\xD0')) << "Я begins with another byte than я";
  EXPECT_FALSE(FoldedByteOf(ya).MayBe('\xE6'));
}

}  // namespace
}  // namespace demarche
