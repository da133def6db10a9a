// The dossier of the talks of January 2022, and the pane's parts for a permalink.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <utility>

#include "core/reader/dossier_reader.h"
#include "core/state/permalink.h"
#include "pane/pane.h"

namespace demarche {

inline Dossier DossierFrom(std::string_view json) {
  ReadResult read = ReadDossier(json, "test.json");
  EXPECT_TRUE(read.dossier.has_value()) << FindingsText(read.findings);
  return read.dossier ? std::move(*read.dossier) : Dossier({}, {});
}

inline std::string FileText(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

inline const Dossier& Talks() {
  static const Dossier dossier =
      DossierFrom(FileText(DEMARCHE_SOURCE_DIR "/assets/dossiers/ukraine-talks-2022.json"));
  return dossier;
}

inline AppState StateOf(const Dossier& dossier, std::string_view permalink) {
  return ApplyPermalink(dossier, InitialState(dossier), permalink);
}

inline std::string PaneOf(const Dossier& dossier, std::string_view permalink) {
  return RenderPane(dossier, StateOf(dossier, permalink));
}
inline std::string TalksPane(std::string_view permalink) { return PaneOf(Talks(), permalink); }

/// The markup without its tags, white space as single spaces: what a reader reads.
inline std::string ReadingOf(std::string_view html) {
  std::string text;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag && !((c == '\n' || c == ' ') && (text.empty() || text.back() == ' ')))
      text += c == '\n' ? ' ' : c;
    if (c == '>') in_tag = false;
  }
  return text;
}

inline bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

inline size_t CountOf(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++count;
  return count;
}

}  // namespace demarche
