#include "core/dossier/scripts.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Scripts, AreToldApartByTheirBlocks) {
  struct Case {
    std::string_view text;
    uint32_t scripts;
  };
  const Case cases[] = {
      {"", 0},
      {"Geneva", kLatin},
      {"El País – “talks”, 2×2", kLatin},
      {"Genève", kLatin | kLatin1},
      {"ä", kLatin1},
      {"£", kLatin1},
      {"\xc3", 0},
      {"Olexij Resnikow, Łódź", kLatin | kLatinExtended},
      {"Женева", kCyrillic},
      {"Київ, Kyjiw", kCyrillic | kLatin},
      {"Ελλάδα", kGreek},
  };
  for (const Case& c : cases) EXPECT_EQ(ScriptsOf(c.text), c.scripts) << c.text;
}

TEST(Scripts, AreThoseOfTheLanguageShown) {
  Arena arena;
  const LangString names[] = {{"en", "Geneva"}, {"uk", "Женева"}};
  DossierData data;
  data.id = "d";
  data.lang = "en";
  Place geneva;
  geneva.id = "geneva";
  geneva.name = Text(names, &arena);
  data.places.push_back(geneva);
  const Dossier dossier(std::move(data), std::move(arena));
  EXPECT_EQ(ScriptsShown(dossier, "en"), kLatin);
  EXPECT_EQ(ScriptsShown(dossier, "uk"), kLatin | kCyrillic);
  EXPECT_EQ(ScriptsShown(dossier, "el"), kLatin) << "falls back to the dossier's language";
}

}  // namespace
}  // namespace demarche
