// Looking for a word equals looking for it at each byte of the text.
#include "core/base/folded_word.h"

#include <gtest/gtest.h>

#include <string>

#include "core/base/fold.h"
#include "core/base/random.h"

namespace demarche {
namespace {

bool IsIn(std::string_view text, std::string_view word) {
  const std::string folded = Folded(word);
  return FoldedWord(folded).IsIn(text);
}

TEST(FoldedWordTest, IsFoundAtBothEndsAndBetween) {
  for (const std::string_view text :
       {"Geneva", "Geneva talks", "talks in GENEVA", "in geneva on"}) {
    EXPECT_TRUE(IsIn(text, "geneva")) << text;
  }
  for (const std::string_view text : {"", "a", "Genev", "eneva", "Genefa", "gen eva"}) {
    EXPECT_FALSE(IsIn(text, "geneva")) << text;
  }
}

TEST(FoldedWordTest, IsFoundInEveryScript) {
  EXPECT_TRUE(IsIn("Переговори в ЖЕНЕВІ", "женеві"));
  EXPECT_TRUE(IsIn("ΑΘΗΝΑΣ", "αθηνας"));  // the final sigma as any other
  EXPECT_TRUE(IsIn("ÉLYSÉE", "élysée"));
  EXPECT_TRUE(IsIn("日内瓦会谈", "瓦会"));
  EXPECT_FALSE(IsIn("Переговори в Женеві", "женеву"));
}

TEST(FoldedWordTest, IsFoundAtEachPlaceOfTextsOfEachLength) {
  for (const std::string_view word : {"x", "xy", "a word of more than eight bytes"}) {
    for (size_t before = 0; before < 20; ++before) {
      for (size_t after = 0; after < 20; ++after) {
        const std::string b(before, '-'), a(after, '-');
        ASSERT_TRUE(IsIn(b + std::string(word) + a, word)) << before << ' ' << after;
        ASSERT_FALSE(IsIn(b + std::string(word.substr(1)) + a, word)) << before << ' ' << after;
      }
    }
  }
}

// Few letters, so that words nearly occur all the time; any bytes, also halves of letters.
TEST(FoldedWordTest, PropertyFindsWhatIsFoundByteForByte) {
  constexpr std::string_view kPieces[] = {"a",        "A",        "b", "B",        "\xD0\x90", "а",
                                          "\xD0\xA0", "\xD1\x80", "Σ", "ς",        "é",        "É",
                                          "瓦",       "\xD0",     " ", "\xE7\x93", "\x90"};
  Random random(11);
  const auto any = [&random, &kPieces](uint64_t most) {
    std::string text;
    for (uint64_t left = random.Below(most + 1); left > 0; --left) {
      text += kPieces[random.Below(std::size(kPieces))];
    }
    return text;
  };
  int found = 0;
  for (int i = 0; i < 40000; ++i) {
    const std::string text = any(24), word = Folded(any(4));
    if (word.empty()) continue;
    bool expected = false;
    for (size_t at = 0; at < text.size(); ++at) {
      expected |= BeginsFolded(std::string_view(text).substr(at), word);
    }
    ASSERT_EQ(FoldedWord(word).IsIn(text), expected) << text << '|' << word;
    found += expected ? 1 : 0;
  }
  EXPECT_GT(found, 5000);
  EXPECT_LT(found, 35000);
}

TEST(FoldTest, SaysWhichBytesAFoldedOneMayHaveBeen) {
  const auto expect_may = [](std::string_view text) {
    const std::string folded = Folded(text);
    for (size_t i = 0; i < text.size(); ++i) {
      EXPECT_TRUE(FoldedByteOf(folded[i]).MayBe(text[i])) << text;
      EXPECT_TRUE(FoldedByteOf(folded[i]).MayBe(folded[i])) << text;
    }
  };
  for (int byte = 0; byte < 256; ++byte) expect_may(std::string(1, static_cast<char>(byte)));
  for (int first = 0xC2; first <= 0xDF; ++first) {
    for (int next = 0x80; next <= 0xBF; ++next) {
      const char letter[] = {static_cast<char>(first), static_cast<char>(next)};
      expect_may({letter, 2});
    }
  }
  EXPECT_FALSE(FoldedByteOf('b').MayBe('a'));
  EXPECT_FALSE(FoldedByteOf('[').MayBe('{'));
  EXPECT_FALSE(FoldedByteOf('\xE7').MayBe('\xD0'));
}

}  // namespace
}  // namespace demarche
