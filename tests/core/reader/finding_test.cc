#include "core/reader/finding.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/base/json_text.h"
#include "core/reader/finding_log.h"

namespace demarche {
namespace {

Findings Two() {
  Findings findings;
  findings.file = "a \"b\".json";
  findings.Add(
      {Severity::kError, "E-TYPE", 3, 7, "/events/0/date", "It is a number.", "Quote it."});
  findings.Add({Severity::kWarning, "W-KEY-UNKNOWN", 9, 1, "", "Odd </script>.", "Look."});
  return findings;
}

TEST(FindingTest, IsALineEach) {
  EXPECT_EQ(FindingsText(Two()),
            "a \"b\".json:3:7: error E-TYPE at /events/0/date: It is a number. Quote it.\n"
            "a \"b\".json:9:1: warning W-KEY-UNKNOWN: Odd </script>. Look.\n");
  EXPECT_EQ(FindingsText({}), "");
}

TEST(FindingTest, CountsWhatItDoesNotKeep) {
  Findings findings;
  findings.file = "f";
  for (int i = 0; i < 1500; ++i) findings.Add({Severity::kWarning, "W", 1, 1, "", "p", "r"});
  EXPECT_TRUE(findings.ok());
  findings.Add({Severity::kError, "E", 1, 1, "", "p", "r"});
  EXPECT_FALSE(findings.ok());
  EXPECT_EQ(findings.list.size(), 1000u);
  EXPECT_EQ(findings.warning_count, 1500u);
  EXPECT_EQ(findings.error_count, 1u);
  EXPECT_TRUE(
      FindingsText(findings).ends_with("f: 501 more, not shown: only the first 1000 are.\n"));
}

TEST(FindingTest, IsJson) {
  const Findings files[] = {Two(), Findings{}, Two()};
  const std::string text = FindingsJson(files);
  EXPECT_EQ(text.find("</"), std::string::npos);
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  ASSERT_FALSE(json.is_discarded()) << text;
  EXPECT_EQ(json["errors"], 2);
  EXPECT_EQ(json["warnings"], 2);
  ASSERT_EQ(json["findings"].size(), 4u);
  const nlohmann::json expected = {{"file", "a \"b\".json"},
                                   {"line", 3},
                                   {"column", 7},
                                   {"pointer", "/events/0/date"},
                                   {"severity", "error"},
                                   {"code", "E-TYPE"},
                                   {"problem", "It is a number."},
                                   {"remedy", "Quote it."}};
  EXPECT_EQ(json["findings"][2], expected);
  EXPECT_EQ(FindingsJson(Findings{}), "{\"errors\": 0, \"warnings\": 0, \"findings\": []}\n");
}

TEST(FindingLogTest, SortsByPlace) {
  FindingLog log;
  log.Error("E-B", 4, "b", "");
  log.Warning("W-A", 1, "a", "");
  log.Error("E-C", 4, "c", "");
  EXPECT_FALSE(log.ok());
  const Findings findings = log.Finish("[1, 2]", "f");
  EXPECT_EQ(
      FindingsText(findings),
      "f:1:2: warning W-A at /0: a \nf:1:5: error E-B at /1: b \nf:1:5: error E-C at /1: c \n");
}

TEST(FindingLogTest, KeepsTheFirstOfTheFileNotTheFirstTold) {
  std::string json = "[";
  for (int i = 0; i < 5000; ++i) json += "0,";
  json += "0]";
  FindingLog log;
  for (size_t i = 5000; i-- > 0;) log.Error("E", 1 + 2 * i, "p", "r");
  const Findings findings = log.Finish(json, "f");
  ASSERT_EQ(findings.list.size(), Findings::kMaxFindings);
  EXPECT_EQ(findings.list.front().pointer, "/0");
  EXPECT_EQ(findings.list.back().pointer, "/999");
  EXPECT_EQ(findings.error_count, 5000u);
}

TEST(FindingLogTest, WarningsHideNoError) {
  FindingLog log;
  for (size_t i = 0; i < 3000; ++i) log.Warning("W", 1, "p", "r");
  log.Error("E", 3, "p", "r");
  for (size_t i = 0; i < 3000; ++i) log.Warning("W", 1, "p", "r");
  const Findings findings = log.Finish("[0,0]", "f");
  ASSERT_EQ(findings.list.size(), Findings::kMaxFindings);
  EXPECT_EQ(findings.list.back().code, "E");
}

TEST(JsonTextTest, Escapes) {
  const struct {
    std::string_view text, json;
  } kCases[] = {
      {"", "\"\""},
      {"a\"b\\c", "\"a\\\"b\\\\c\""},
      {"\n\r\t\x01\x7f", "\"\\n\\r\\t\\u0001\\u007f\""},
      {"<!--", "\"\\u003c!--\""},
      {"é 樣", "\"é 樣\""},
      {"a\xff\xfe"
       "b",
       "\"a\xEF\xBF\xBD\xEF\xBF\xBD"
       "b\""},
      {"\xC3", "\"\xEF\xBF\xBD\""},
  };
  for (const auto& c : kCases) {
    std::string json;
    AppendJsonString(c.text, &json);
    EXPECT_EQ(json, c.json);
  }
}

}  // namespace
}  // namespace demarche
