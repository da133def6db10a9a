// Every code the reader has, where it says it is, and in what words: the cases and what is expected
// of them stand in golden/findings.txt.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "core/reader/dossier_reader.h"
#include "tests/core/reader/complete_dossier.h"

namespace demarche {
namespace {

constexpr char kGoldenPath[] = DEMARCHE_SOURCE_DIR "/tests/core/reader/golden/findings.txt";

struct Case {
  std::string name, from, to, findings;
};

struct Golden {
  std::string preface;
  std::vector<Case> cases;
};

void AddLine(std::string_view line, std::string* passage) {
  if (!passage->empty()) *passage += '\n';
  *passage += line;
}

Golden ReadGolden() {
  Golden golden;
  std::ifstream file(kGoldenPath);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("=== ")) {
      golden.cases.push_back({line.substr(4), "", "", ""});
    } else if (golden.cases.empty()) {
      golden.preface += line + '\n';
    } else if (line.starts_with("- ")) {
      AddLine(line.substr(2), &golden.cases.back().from);
    } else if (line.starts_with("+ ")) {
      AddLine(line.substr(2), &golden.cases.back().to);
    } else if (!line.empty()) {
      golden.cases.back().findings += line + '\n';
    }
  }
  return golden;
}

void WritePassage(std::string_view mark, std::string_view passage, std::string* out) {
  while (true) {
    const size_t end = passage.find('\n');
    *out += std::string(mark) + std::string(passage.substr(0, end)) + '\n';
    if (end == std::string_view::npos) return;
    passage.remove_prefix(end + 1);
  }
}

void WriteGolden(const Golden& golden) {
  std::string out = golden.preface.substr(0, golden.preface.find("\n\n") + 1);
  for (const Case& c : golden.cases) {
    out += "\n=== " + c.name + '\n';
    WritePassage("- ", c.from, &out);
    WritePassage("+ ", c.to, &out);
    out += c.findings;
  }
  std::ofstream(kGoldenPath) << out;
}

std::string Edited(const Case& c) {
  std::string json(kCompleteJson);
  const size_t at = json.find(c.from);
  EXPECT_NE(at, std::string::npos) << c.name << " edits nothing";
  EXPECT_EQ(json.find(c.from, at + 1), std::string::npos) << c.name << " could edit two passages";
  return at == std::string::npos ? json : json.replace(at, c.from.size(), c.to);
}

TEST(DossierFindingsTest, AreAsTheGoldenHasThem) {
  Golden golden = ReadGolden();
  ASSERT_GT(golden.cases.size(), 70u);
  const bool update = std::getenv("DEMARCHE_UPDATE_GOLDEN") != nullptr;
  for (Case& c : golden.cases) {
    const ReadResult read = ReadDossier(Edited(c), "f");
    const std::string findings = FindingsText(read.findings);
    EXPECT_EQ(read.dossier.has_value(), read.findings.ok()) << c.name;
    if (update) {
      c.findings = findings;
    } else {
      EXPECT_EQ(findings, c.findings) << c.name;
    }
  }
  if (update) WriteGolden(golden);
}

// The stable codes: what programs go by. A new one is added here, none is ever renamed.
TEST(DossierFindingsTest, EveryCodeHasACase) {
  std::string all;
  for (const Case& c : ReadGolden().cases) all += c.findings;
  for (const std::string_view code :
       {"E-BAND-OPEN",     "E-BAND-ORDER",   "E-DATE-ORDER",     "E-DATE-RANGE",
        "E-DATE-SYNTAX",   "E-ENUM",         "E-FORMAT",         "E-FORMAT-VERSION",
        "E-ID-DUPLICATE",  "E-ID-EMPTY",     "E-ID-FORM",        "E-JSON-SYNTAX",
        "E-KEY-DUPLICATE", "E-KEY-MISSING",  "E-LANG",           "E-LIST-EMPTY",
        "E-LIST-SHORT",    "E-NUMBER-RANGE", "E-REF-UNKNOWN",    "E-REPLY-CYCLE",
        "E-REPLY-SELF",    "E-TEXT-EMPTY",   "E-TYPE",           "E-URL-SCHEME",
        "W-GROUP-LEVELS",  "W-GROUP-PATH",   "W-ID-FORM",        "W-ID-SHARED",
        "W-KEY-MISSING",   "W-KEY-UNKNOWN",  "W-LIST-DUPLICATE", "W-QUESTION-ANSWER",
        "W-STRING-FORM",   "W-URL-SCHEME"}) {
    EXPECT_NE(all.find(' ' + std::string(code)), std::string::npos) << code;
  }
}

TEST(DossierFindingsTest, WhatIsUnsafeIsLeftOut) {
  for (const Case& c : ReadGolden().cases) {
    const ReadResult read = ReadDossier(Edited(c), "f");
    if (!read.dossier) continue;
    EXPECT_EQ(c.findings.find(": error "), std::string::npos) << c.name;
    const std::string_view url = read.dossier->data().sources[0].url;
    EXPECT_TRUE(url.empty() || url.starts_with("https://")) << c.name;
    const std::string_view colour = read.dossier->tracks()[0].colour;
    EXPECT_TRUE(colour.empty() || colour.size() == 7) << c.name;
  }
}

}  // namespace
}  // namespace demarche
