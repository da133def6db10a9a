// What tests take from the repository: dossiers that have to be valid, the talks of January 2022,
// and golden texts.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

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

/// Holds `text` against the file at `path`, which DEMARCHE_UPDATE_GOLDEN=1 writes anew: to be read
/// before it is committed.
inline void ExpectGolden(const std::string& path, const std::string& text) {
  if (std::getenv("DEMARCHE_UPDATE_GOLDEN") != nullptr)
    std::ofstream(DEMARCHE_SOURCE_DIR "/" + path, std::ios::binary) << text;
  EXPECT_EQ(text, FileText(path)) << path;
}

}  // namespace demarche
