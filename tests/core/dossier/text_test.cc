#include "core/dossier/text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace demarche {
namespace {

std::string All(Text text) {
  std::string all;
  for (const LangString& wording : text) {
    all.append(wording.lang).append(":").append(wording.text).append("|");
  }
  return all;
}

TEST(TextTest, HoldsItsWordingsInOrder) {
  Arena arena;
  std::string words = "Talks";
  const LangString wordings[] = {{"", words}, {"uk", "Переговори"}, {"de", ""}};
  const Text text(wordings, &arena);
  words.assign(words.size(), '?');
  EXPECT_EQ(All(text), ":Talks|uk:Переговори|de:|");
  EXPECT_EQ(text.front().text, "Talks");
  EXPECT_FALSE(text.empty());
}

TEST(TextTest, MayHaveNoWording) {
  Arena arena;
  EXPECT_TRUE(Text({}, &arena).empty());
  EXPECT_EQ(All(Text()), "");
  EXPECT_EQ(arena.bytes(), 0u);
}

TEST(TextTest, MayBeLongAndInManyLanguages) {
  Arena arena;
  const std::string words(100000, 'w');
  std::vector<LangString> wordings(200, {"x-long-private-tag", words});
  const Text text(wordings, &arena);
  size_t count = 0;
  for (const LangString& wording : text) {
    ASSERT_EQ(wording.lang, "x-long-private-tag");
    ASSERT_EQ(wording.text, words);
    ++count;
  }
  EXPECT_EQ(count, wordings.size());
}

TEST(TextTest, OneWordingCostsThreeBytes) {
  Arena arena;
  const LangString wording{"", "Talks in Geneva"};
  Text({&wording, 1}, &arena);
  EXPECT_EQ(arena.bytes(), wording.text.size() + 3);
}

}  // namespace
}  // namespace demarche
