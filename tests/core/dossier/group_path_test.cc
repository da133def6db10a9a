// Groups within groups, read from a name.
#include "core/dossier/group_path.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/repository.h"

namespace demarche {
namespace {

using Names = std::vector<std::string>;

Names NamesOf(std::string_view text) {
  const GroupPath path(text);
  Names names;
  for (size_t level = 0; level < path.levels(); ++level) names.emplace_back(path.Name(level));
  return names;
}
Names GroupsOf(std::string_view text) {
  const GroupPath path(text);
  Names groups;
  for (size_t level = 0; level < path.levels(); ++level) groups.emplace_back(path.Group(level));
  return groups;
}

TEST(GroupPathTest, PartsStandBetweenSlashesWithSpaces) {
  const struct {
    std::string_view text;
    Names names;
  } cases[] = {
      {"Talks", {"Talks"}},
      {"Talks / Bilateral", {"Talks", "Bilateral"}},
      {"Talks / Bilateral / Geneva", {"Talks", "Bilateral", "Geneva"}},
      {"A / B / C / D", {"A", "B", "C / D"}},
      {"A / B / C / D / E / F", {"A", "B", "C / D / E / F"}},
      {"US/NATO", {"US/NATO"}},
      {"US/NATO / Partners/Allies", {"US/NATO", "Partners/Allies"}},
      {"Talks /", {"Talks /"}},
      {"/ Talks", {"/ Talks"}},
      {"Перемовини / Двосторонні", {"Перемовини", "Двосторонні"}},
      {"", {""}},
      {"/", {"/"}},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(NamesOf(c.text), c.names) << c.text;
    EXPECT_FALSE(GroupPath::HasEmptyPart(c.text)) << c.text;
  }
}

TEST(GroupPathTest, WithAnEmptyPartItIsOneName) {
  for (const char* text :
       {"Talks / ", " / Talks", " / ", "Talks /  / Geneva", "Talks /   ", "A / B / C / D / "}) {
    EXPECT_TRUE(GroupPath::HasEmptyPart(text)) << text;
    EXPECT_EQ(NamesOf(text), Names{text});
  }
}

TEST(GroupPathTest, GroupsAreNamedByTheirWholePath) {
  EXPECT_EQ(GroupsOf("A / B / C / D"), (Names{"A", "A / B", "A / B / C / D"}));
  EXPECT_EQ(GroupsOf("Talks"), Names{"Talks"});
}

TEST(GroupPathTest, KnowsWhatItIsWithin) {
  const GroupPath path("Talks / Bilateral / Geneva / Morning");
  for (const char* group : {"Talks", "Talks / Bilateral", "Talks / Bilateral / Geneva / Morning"})
    EXPECT_TRUE(path.IsWithin(group)) << group;
  for (const char* group :
       {"", "Tal", "Talks / ", "Talks / Bi", "Bilateral", "Takls", "Talks / Bilateral / Geneva"})
    EXPECT_FALSE(path.IsWithin(group)) << group;
  EXPECT_TRUE(GroupPath("").IsWithin(""));
}

TEST(GroupPathTest, SharesTheLevelsThatBothBeginWith) {
  const struct {
    std::string_view a, b;
    size_t shared;
  } cases[] = {
      {"Talks / Bilateral", "Talks / Bilateral", 2},
      {"Talks / Bilateral", "Talks / Forums", 1},
      {"Talks", "Talks / Forums", 1},
      {"Talks / Forums", "Background / Forums", 0},
      {"Talks", "Talks, other", 0},
      {"", "", 1},
      {"A / B / C / D", "A / B / C / E", 2},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(GroupPath(c.a).SharedLevels(GroupPath(c.b)), c.shared) << c.a << ", " << c.b;
    EXPECT_EQ(GroupPath(c.b).SharedLevels(GroupPath(c.a)), c.shared) << c.b << ", " << c.a;
  }
}

TEST(GroupPathTest, AnotherLanguageCountsWhereItHasAsManyLevels) {
  const Dossier dossier =
      ReadValid(R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en", "tracks": [
    {"id": "a", "name": "A", "group": {"en": "Talks / Bilateral", "de": "Gespräche / Zu zweit"}},
    {"id": "b", "name": "B", "group": {"en": "Talks / Bilateral", "de": "Zu zweit"}}]})");
  EXPECT_EQ(GroupIn(dossier, dossier.tracks()[0].group, "de"), "Gespräche / Zu zweit");
  EXPECT_EQ(GroupIn(dossier, dossier.tracks()[1].group, "de"), "Talks / Bilateral");
  EXPECT_EQ(GroupIn(dossier, dossier.tracks()[1].group, "fr"), "Talks / Bilateral");
}

}  // namespace
}  // namespace demarche
