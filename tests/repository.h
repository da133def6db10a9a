// What tests take from the repository: dossiers that have to be valid, the talks of January 2022,
// large ones, and golden texts.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "core/dossier/generate.h"
#include "core/reader/dossier_reader.h"

namespace demarche {

/// A file by its path from the root of the repository; empty where there is none.
inline std::string FileText(const std::string& path) {
  std::ifstream file(DEMARCHE_SOURCE_DIR "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Reads a dossier that has to be valid; what is wrong with it fails the test.
inline Dossier ReadValid(std::string_view json) {
  ReadResult read = ReadDossier(json, "test.json");
  EXPECT_TRUE(read.dossier.has_value()) << FindingsText(read.findings);
  return read.dossier ? std::move(*read.dossier) : Dossier({}, {}, {});
}

inline Dossier ReadTalks() {
  return ReadValid(FileText("assets/dossiers/ukraine-talks-2022.json"));
}
inline const Dossier& Talks() {
  static const Dossier talks = ReadTalks();
  return talks;
}

/// The talks with some of their groups within others:
/// Talks (Bilateral: geneva; Multilateral: brussels, vienna), Positions (russia-positions;
/// Partners: us-nato-positions, ukraine-positions), Background (enlargement, ukraine-crimea).
inline std::string NestedTalksText() {
  std::string json = FileText("assets/dossiers/ukraine-talks-2022.json");
  const std::string_view multilateral =
      R"({"en": "Talks / Multilateral", "uk": "Переговори / Багатосторонні"})";
  for (const auto& [track, group] : {
           std::pair<std::string_view, std::string_view>(
               "geneva", R"({"en": "Talks / Bilateral", "uk": "Переговори / Двосторонні"})"),
           {"brussels", multilateral},
           {"vienna", multilateral},
           {"us-nato-positions", R"("Positions / Partners")"},
           {"ukraine-positions", R"("Positions / Partners")"},
       }) {
    constexpr std::string_view kKey = "\"group\": ";
    const size_t id = json.find("\"id\": \"" + std::string(track) + '"', json.find("\"tracks\""));
    const size_t at = json.find(kKey, id) + kKey.size();
    json.replace(at, json.find('}', at) + 1 - at, group);
  }
  return json;
}
inline const Dossier& NestedTalks() {
  static const Dossier talks = ReadValid(NestedTalksText());
  return talks;
}

/// A synthetic dossier of so many events.
inline Dossier ReadGenerated(uint64_t events) {
  std::string json;
  GenerateDossier({.events = events, .actors = 50, .seed = 1},
                  [&json](std::string_view piece) { json += piece; });
  return ReadValid(json);
}

/// Holds `text` against the file at `path`, which DEMARCHE_UPDATE_GOLDEN=1 writes anew: to be read
/// before it is committed.
inline void ExpectGolden(const std::string& path, const std::string& text) {
  if (std::getenv("DEMARCHE_UPDATE_GOLDEN") != nullptr)
    std::ofstream(DEMARCHE_SOURCE_DIR "/" + path, std::ios::binary) << text;
  EXPECT_EQ(text, FileText(path)) << path;
}

}  // namespace demarche
