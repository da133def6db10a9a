#include "core/base/utf8.h"

#include <gtest/gtest.h>

#include <string>

#include "core/base/fold.h"
#include "core/base/language_tag.h"

namespace demarche {
namespace {

constexpr size_t kNone = std::string_view::npos;

TEST(Utf8Test, FindsWhatIsIllFormed) {
  const struct {
    std::string_view text;
    size_t bad;
  } kCases[] = {
      {"", kNone},
      {"plain ASCII, longer than eight bytes", kNone},
      {"é ї 樣 😀", kNone},
      {"\xEF\xBF\xBF", kNone},
      {"\x80", 0},     // a continuation alone
      {"abc\xC3", 3},  // cut off
      {"abcdefghij\xE2\x82", 10},
      {"\xC0\xAF", 0},  // overlong
      {"\xE0\x80\x80", 0},
      {"\xF0\x80\x80\x80", 0},
      {"\xED\xA0\x80", 0},      // a surrogate
      {"\xF4\x90\x80\x80", 0},  // past U+10FFFF
      {"\xF5\x80\x80\x80", 0},
      {"12345678\xFF", 8},
      {"\xC3\xA9\xC3", 2},
  };
  for (const auto& c : kCases) EXPECT_EQ(FindInvalidUtf8(c.text, 0), c.bad) << c.text;
}

TEST(Utf8Test, BeginsWhereItIsTold) {
  EXPECT_EQ(FindInvalidUtf8("\xFF"
                            "a\xFF",
                            1),
            2u);
  EXPECT_EQ(FindInvalidUtf8("\xFF", 1), kNone);
}

TEST(FoldTest, TakesCaseAway) {
  const struct {
    std::string_view text, folded;
  } kCases[] = {
      {"Geneva 2022 @[`{", "geneva 2022 @[`{"},
      {"ÀÉÖØÞ ×÷ ßÿ", "àéöøþ ×÷ ßÿ"},
      {"ΆΈΉΊΌΎΏ ΑΩΪΫ σς", "άέήίόύώ αωϊϋ σσ"},
      {"ЁЂЄЇЏ АЯ абя ҐґѢѣ Ӑӑ", "ёђєїџ ая абя ґґѣѣ ӑӑ"},
      {"樣😀", "樣😀"},
      {"\xC3", "\xC3"},
      {"\xFF\x41", "\xFF\x61"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Folded(c.text), c.folded);
    EXPECT_EQ(Folded(c.folded), c.folded);
  }
}

TEST(LanguageTagTest, HasTheFormOfBcp47) {
  for (const std::string_view tag :
       {"en", "uk", "de-AT", "zh-Hant-TW", "es-419", "x-klingon", "sl-rozaj-biske-1994", "EN"}) {
    EXPECT_TRUE(IsLanguageTag(tag)) << tag;
  }
  for (const std::string_view tag : {"", "e", "x", "-", "en-", "-en", "en--US", "en_US", "e1",
                                     "englishxx", "en-abcdefghi", "français", "en US"}) {
    EXPECT_FALSE(IsLanguageTag(tag)) << tag;
  }
  EXPECT_FALSE(IsLanguageTag(std::string(40, 'a') + "-" + std::string(40, 'a')));
}

TEST(LanguageTagTest, ComparesAndBroadens) {
  EXPECT_TRUE(SameLanguageTag("de-AT", "DE-at"));
  EXPECT_FALSE(SameLanguageTag("de", "de-AT"));
  EXPECT_EQ(BroaderLanguageTag("zh-Hant-TW"), "zh-Hant");
  EXPECT_EQ(BroaderLanguageTag("zh"), "");
}

}  // namespace
}  // namespace demarche
