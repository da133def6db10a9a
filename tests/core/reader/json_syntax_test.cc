#include "core/reader/json_syntax.h"

#include <gtest/gtest.h>

#include <string>

#include "core/reader/dossier_reader.h"

namespace demarche {
namespace {

// The finding of a text that is not JSON: where, and the remedy. The parser's own words between
// them are its own.
std::string SyntaxOf(std::string_view json) {
  for (const Finding& finding : ReadDossier(json, "f").findings.list) {
    if (finding.code != "E-JSON-SYNTAX") continue;
    return std::to_string(finding.line) + ':' + std::to_string(finding.column) + ' ' +
           finding.remedy;
  }
  return "";
}

TEST(JsonSyntaxTest, PointsAtTheByteAndSaysWhatToDo) {
  constexpr std::string_view kCutOff =
      "Close every string, list and object that is open; the file may have been cut off.";
  constexpr std::string_view kComma = "Put a comma between the two values.";
  constexpr std::string_view kQuotes =
      "Strings stand in double quotes; without them there are only numbers, true, false and null. "
      "Perhaps the string before it is not closed.";
  const struct {
    std::string_view json, place;
    std::string_view remedy;
  } kCases[] = {
      {"{\"a\": 1", "1:8", kCutOff},
      {"{\"a\":", "1:6", kCutOff},
      {"[\n\n", "3:1", kCutOff},
      {"{\"a\": 1 \"b\": 2}", "1:9", kComma},
      {"[1\n 2]", "2:2", kQuotes},
      {"[{} {}]", "1:5", kComma},
      {"[[] []]", "1:5", kComma},
      {"{\"a\": 1,}", "1:9", "Take away the comma before it."},
      {"[1, ]", "1:5", "Take away the comma before it."},
      {"[,1]", "1:2", "Take away this comma, or write what is missing before it."},
      {"{\"a\" 1}", "1:6", "Put a colon between the key and its value."},
      {"{1: 2}", "1:2", "Keys are strings in double quotes."},
      {"{a: 2}", "1:2", "Keys are strings in double quotes."},
      {"{'a': 2}", "1:2", "Put strings into double quotes."},
      {"[1] // end", "1:5", "JSON has no comments; take it away."},
      {"// begin\n[1]", "1:1", "JSON has no comments; take it away."},
      {"# begin\n[1]", "1:1", "JSON has no comments; take it away."},
      {"[nan]", "1:3", kQuotes},
      {"[True]", "1:2", kQuotes},
      {"[01]", "1:3", kQuotes},
      {"[\"a\nb\"]", "1:4", "Within a string write a line break as \\n and a tab as \\t."},
      {"[\"a", "1:4", "Close the string with a \"."},
      {"[\"\\q\"]", "1:4",
       "Write a backslash as \\\\; before anything but \" \\ / b f n r t u it is not allowed."},
      {"[\"\\ud800\"]", "1:9", "Write the character itself, or both halves of its pair."},
      {"[]]", "1:3", "Take away what stands behind the end of the dossier."},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(SyntaxOf(c.json), std::string(c.place) + ' ' + std::string(c.remedy)) << c.json;
  }
}

TEST(JsonSyntaxTest, TheFindingsBeforeItStay) {
  const Findings findings = ReadDossier("{\"id\": 7, \"lang\": 8, !", "f").findings;
  ASSERT_EQ(findings.list.size(), 3u);
  EXPECT_EQ(findings.list[0].pointer, "/id");
  EXPECT_EQ(findings.list[1].pointer, "/lang");
  EXPECT_EQ(findings.list[2].code, "E-JSON-SYNTAX");
}

TEST(JsonSyntaxTest, TakesAnyReport) {
  // Whatever a version of the parser may say, there is a finding within the text.
  for (const size_t read : {0u, 1u, 3u, 4u, 1000u}) {
    for (const std::string_view token : {"", "ab", "abc", "zzzzzzzz"}) {
      for (const std::string_view reason :
           {"", "unexpected x", "unexpected 'x'", " - ", "; last read"}) {
        FindingLog log;
        ReportSyntaxError("abc", read, token, reason, &log);
        const Findings findings = log.Finish("abc", "f");
        ASSERT_EQ(findings.list.size(), 1u);
        EXPECT_LE(findings.list[0].column, 4u);
        EXPECT_FALSE(findings.list[0].remedy.empty());
      }
    }
  }
}

}  // namespace
}  // namespace demarche
