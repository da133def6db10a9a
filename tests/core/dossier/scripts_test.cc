#include "core/dossier/scripts.h"

#include <gtest/gtest.h>

#include <bit>
#include <string>
#include <vector>

#include "tests/core/dossier/sample_dossier.h"

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

// For each character of two or three bytes the scripts whose font files have it, as web/build.mjs
// cuts them: `"greek": "U+0370-0377,U+037A",`.
std::vector<uint32_t> ScriptsOfFiles() {
  const struct {
    const char* name;
    uint32_t script;
  } files[] = {{"latin", kLatin},
               {"latin-1", kLatin1},
               {"latin-ext", kLatinExtended},
               {"cyrillic", kCyrillic},
               {"greek", kGreek}};
  const std::string build = FileText("web/build.mjs");
  std::vector<uint32_t> scripts(0x10000);
  for (const auto& file : files) {
    size_t at = build.find('"' + std::string(file.name) + "\": \"U+");
    EXPECT_NE(at, std::string::npos) << file.name;
    for (at = build.find("U+", at); build.compare(at, 2, "U+") == 0; ++at) {
      const size_t end = build.find_first_of(",\"", at), dash = build.find('-', at);
      const auto first = std::stoul(build.substr(at + 2), nullptr, 16);
      const auto last = dash < end ? std::stoul(build.substr(dash + 1), nullptr, 16) : first;
      for (auto c = first; c <= last; ++c) scripts[c] |= file.script;
      at = end;
    }
  }
  return scripts;
}

std::string Utf8Of(uint32_t c) {
  const auto byte = [](uint32_t value) { return static_cast<char>(value); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
  return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
}

// Every page has the Latin file. Of another character the page must fetch a file that has it, or
// shows a box, and no other one.
TEST(Scripts, NameAFileThatHasTheCharacter) {
  const std::vector<uint32_t> files = ScriptsOfFiles();
  for (uint32_t c = 0; c < files.size(); ++c) {
    if (files[c] == 0) continue;
    const uint32_t asked = ScriptsOf(Utf8Of(c)) & ~uint32_t{kLatin};
    if ((files[c] & kLatin) != 0) {
      EXPECT_EQ(asked, 0u) << "U+" << std::hex << c;
    } else {
      EXPECT_TRUE(std::has_single_bit(asked)) << "U+" << std::hex << c;
      EXPECT_EQ(asked & files[c], asked) << "U+" << std::hex << c;
    }
  }
}

TEST(Scripts, FetchNothingForWhatNoFileHas) {
  for (const std::string_view text : {"Հայաստան", "עברית", "العربية", "ไทย", "ქართული", "中文",
                                      "日本語", "한국어", "🕊", "→"}) {
    EXPECT_EQ(ScriptsOf(text) & ~uint32_t{kLatin}, 0u) << text;
    // A text that was cut within a character.
    for (size_t size = 0; size < text.size(); ++size)
      EXPECT_EQ(ScriptsOf(text.substr(0, size)) & ~uint32_t{kLatin}, 0u) << text;
  }
}

// One Cyrillic name in each place of the model, or none.
TEST(Scripts, AreThoseOfEverythingTheCanvasNames) {
  const LangString names[] = {{{}, "Женева"}};
  Arena arena;
  const Text name(names, &arena);
  const struct {
    const char* what;
    void (*put)(Text, DossierData*);
    uint32_t scripts;
  } cases[] = {
      {"title", [](Text t, DossierData* d) { d->events[0].title = t; }, kLatin | kCyrillic},
      {"track", [](Text t, DossierData* d) { d->tracks[0].name = t; }, kLatin | kCyrillic},
      {"group", [](Text t, DossierData* d) { d->tracks[0].group = t; }, kLatin | kCyrillic},
      {"actor", [](Text t, DossierData* d) { d->actors[0].name = t; }, kLatin | kCyrillic},
      {"short", [](Text t, DossierData* d) { d->actors[0].short_name = t; }, kLatin | kCyrillic},
      {"place", [](Text t, DossierData* d) { d->places[0].name = t; }, kLatin | kCyrillic},
      {"summary", [](Text t, DossierData* d) { d->events[0].summary = t; }, kLatin},
      {"move", [](Text t, DossierData* d) { d->moves[0].summary = t; }, kLatin | kCyrillic},
      {"move of an event", [](Text t, DossierData* d) { d->moves[1].summary = t; }, kLatin},
      {"nothing", [](Text, DossierData*) {}, kLatin},
  };
  for (const auto& c : cases) {
    DossierData data;
    data.lang = "en";
    data.events.resize(1);
    data.events[0].track = 0;
    data.moves.resize(2);
    data.moves[1].event = 0;
    data.tracks.resize(1);
    data.actors.resize(1);
    data.places.resize(1);
    c.put(name, &data);
    EXPECT_EQ(ScriptsShown(Dossier(std::move(data), {}, {}), "en"), c.scripts) << c.what;
  }
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
  const Dossier dossier(std::move(data), std::move(arena), {});
  EXPECT_EQ(ScriptsShown(dossier, "en"), kLatin);
  EXPECT_EQ(ScriptsShown(dossier, "uk"), kLatin | kCyrillic);
  EXPECT_EQ(ScriptsShown(dossier, "el"), kLatin) << "falls back to the dossier's language";
}

}  // namespace
}  // namespace demarche
