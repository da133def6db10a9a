// What is too large, too deep, not text, or made to hurt.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "core/reader/dossier_reader.h"
#include "tests/core/reader/complete_dossier.h"

namespace demarche {
namespace {

std::string FindingsOf(std::string_view json, const DossierLimits& limits = {}) {
  const ReadResult read = ReadDossier(json, "f", limits);
  EXPECT_EQ(read.dossier.has_value(), read.findings.ok());
  return FindingsText(read.findings);
}

std::string Repeated(std::string_view text, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

constexpr std::string_view kHead =
    R"({"format":"demarche/1","id":"d","title":"D","lang":"en","summary":"s","as_of":"2022",)"
    R"("license":"l","authors":["a"],"updated":"2022")";

TEST(DossierLimitsTest, Bytes) {
  EXPECT_EQ(
      FindingsOf(kCompleteJson, {.file_bytes = 100}),
      "f:1:1: error E-LIMIT-BYTES: The file is larger than 100 bytes, the most that a dossier "
      "can have; nothing of it was loaded. Split the dossier into several files.\n");
  DossierLimits exact;
  exact.file_bytes = kCompleteJson.size();
  EXPECT_EQ(FindingsOf(kCompleteJson, exact), "");
}

TEST(DossierLimitsTest, EventsAndActors) {
  DossierLimits limits;
  limits.events = 0;
  EXPECT_EQ(
      FindingsOf(kCompleteJson, limits),
      "f:44:5: error E-LIMIT-EVENTS at /events/0: This is one of more than 0 events, the most "
      "that a dossier can hold; nothing of it was loaded. Split the dossier into several "
      "files.\n");
  limits.events = 1;
  EXPECT_EQ(FindingsOf(kCompleteJson, limits), "");
  limits.actors = 2;
  EXPECT_EQ(
      FindingsOf(kCompleteJson, limits),
      "f:37:5: error E-LIMIT-ACTORS at /actors/2: This is one of more than 2 actors, the most "
      "that a dossier can hold; nothing of it was loaded. Split the dossier into several "
      "files.\n");
}

TEST(DossierLimitsTest, Depth) {
  const std::string head = std::string(kHead) + ",\"x-deep\":";
  EXPECT_EQ(FindingsOf(head + Repeated("[", 63) + Repeated("]", 63) + "}"), "");
  for (const std::string_view open : {"[", "{\"a\":"}) {
    const std::string findings = FindingsOf(head + Repeated(open, 1'000'000));
    EXPECT_NE(findings.find("error E-JSON-DEPTH at /x-deep/"), std::string::npos);
    EXPECT_EQ(findings.find('\n'), findings.size() - 1);  // the only one
  }
  EXPECT_NE(FindingsOf(Repeated("[", 1'000'000)).find("E-JSON-DEPTH"), std::string::npos);
}

TEST(DossierLimitsTest, EveryFindingCounts) {
  const std::string json =
      std::string(kHead) + ",\"topics\":[" + Repeated("{},", 1000) + "{}]}";  // no id, no name
  const ReadResult read = ReadDossier(json, "f");
  EXPECT_EQ(read.findings.error_count, 2002u);
  ASSERT_EQ(read.findings.list.size(), 1000u);
  EXPECT_EQ(read.findings.list[999].pointer, "/topics/499");
}

TEST(DossierLimitsTest, AMillionErrorsAreNotReadToTheEnd) {
  const ReadResult read =
      ReadDossier(std::string(kHead) + ",\"events\":[" + Repeated("1,", 1'000'000) + "1]}", "f");
  EXPECT_EQ(read.findings.error_count, 100'001u);
  ASSERT_EQ(read.findings.list.size(), 1000u);
  EXPECT_EQ(read.findings.list[0].code, "E-TOO-MANY");
  EXPECT_EQ(read.findings.list[1].pointer, "/events/0");
}

TEST(DossierLimitsTest, AMillionLanguagesTakeNoTime) {
  std::string json =
      std::string(kHead) + ",\"x\":1,\"topics\":[{\"id\":\"t\",\"name\":{\"a0\":\"\"";
  for (int i = 0; i < 300'000; ++i) json += ",\"aa-" + std::to_string(i) + "\":\"x\"";
  EXPECT_TRUE(ReadDossier(json + "}}]}", "f").findings.error_count == 1);  // a0 is no language
}

TEST(DossierLimitsTest, UnknownReferencesStandInTheOrderOfTheFile) {
  const std::string json = std::string(kHead) +
                           R"(,"stories":[{"id":"s","title":"S","steps":[
{"title":"t","text":"t","focus":"nothing"},
{"title":5,"text":"t"}]}]})";
  EXPECT_EQ(
      FindingsOf(json),
      "f:2:33: error E-REF-UNKNOWN at /stories/0/steps/0/focus: There is no event, move, actor "
      "or topic with the id \"nothing\". Name the id of an event, move, actor or topic of this "
      "dossier.\n"
      "f:3:10: error E-TYPE at /stories/0/steps/1/title: \"title\" of a step must be a string, "
      "or a map from language to string; here it is a number. Write \"…\" or {\"en\": \"…\", "
      "\"uk\": \"…\"}.\n");
}

TEST(DossierLimitsTest, BytesThatAreNotUtf8) {
  std::string json =
      std::string(kHead) + ",\n\"x-a\":\"caf\xE9\xE9\",\n\"x-b\xFF\":1,\n\"events\":7}";
  EXPECT_EQ(
      FindingsOf(json),
      "f:2:11: error E-UTF8 at /x-a: These bytes are not UTF-8. Save the file as UTF-8; it may "
      "be in an older encoding.\n"
      "f:3:5: error E-UTF8 at /x-b?: These bytes are not UTF-8. Save the file as UTF-8; it may "
      "be in an older encoding.\n"
      "f:4:10: error E-TYPE at /events: \"events\" of the dossier must be a list of objects; "
      "here it is a number. Write [{\"…\": …}, …].\n");
}

TEST(DossierLimitsTest, WhatIsNoDossierAtAll) {
  const struct {
    std::string_view json, code;
  } kCases[] = {
      {"", "1:1: error E-JSON-SYNTAX"},
      {"\xEF\xBB\xBF", "1:1: error E-JSON-SYNTAX"},
      {"  \n ", "2:2: error E-JSON-SYNTAX"},
      {"null", "1:1: error E-TYPE"},
      {"\"demarche/1\"", "1:1: error E-TYPE"},
      {"-1.5e3", "1:1: error E-TYPE"},
      {"[{}]", "1:1: error E-TYPE"},
      {"true", "1:1: error E-TYPE"},
      {"{", "1:2: error E-JSON-SYNTAX"},
      {"{}", "1:1: error E-FORMAT"},
      {std::string_view("\0", 1), "1:1: error E-JSON-SYNTAX"},
      {"<html>", "1:1: error E-JSON-SYNTAX"},
      {"PK\x03\x04", "1:1: error E-JSON-SYNTAX"},
      {"\xFF\xFE{\0}\0", "1:1: error E-UTF8"},
      {"{\"format\":\"demarche/0\"}", "E-FORMAT at /format"},
      {"{\"format\":\"demarche/99999999999999999999\"}", "E-FORMAT-VERSION at /format"},
      {"{\"format\":\"demarche/1.5\"}", "E-FORMAT at /format"},
      {"{\"format\":\"\"}", "E-FORMAT at /format"},
  };
  for (const auto& c : kCases) {
    EXPECT_NE(FindingsOf(c.json).find(c.code), std::string::npos) << c.json << '\n'
                                                                  << FindingsOf(c.json);
  }
}

TEST(DossierLimitsTest, AnEarlyEndAtAnyByteIsAFinding) {
  for (size_t size = 0; size < kCompleteJson.size(); ++size) {
    const ReadResult read = ReadDossier(kCompleteJson.substr(0, size), "f");
    ASSERT_FALSE(read.dossier.has_value()) << size;
    ASSERT_GE(read.findings.error_count, 1u) << size;
  }
}

TEST(DossierLimitsTest, AnyByteMayBeWrong) {
  constexpr std::string_view kWrong("\0\"\\{],\xFFx9", 9);
  std::string json(kCompleteJson);
  for (size_t i = 0; i < json.size(); ++i) {
    const char right = std::exchange(json[i], kWrong[i % kWrong.size()]);
    const ReadResult read = ReadDossier(json, "f");
    ASSERT_EQ(read.dossier.has_value(), read.findings.ok()) << i;
    json[i] = right;
  }
}

TEST(DossierLimitsTest, ALongChainOfRepliesIsNoDeepCall) {
  std::string json = std::string(kHead) +
                     R"(,"sources":[{"id":"S","title":"T","publisher":"P","kind":"press"}],)"
                     R"("actors":[{"id":"a","name":"A","kind":"state"}],"moves":[)";
  constexpr int kMoves = 100'000;
  for (int i = 0; i < kMoves; ++i) {
    json += (i == 0 ? "" : ",\n") + std::string(R"({"id":"m)") + std::to_string(i) +
            R"(","by":["a"],"to":[],"type":"AGREE","date":"2022","summary":"s",)" +
            R"("confidence":"reported","sources":[{"id":"S"}],"replies_to":"m)" +
            std::to_string(i + 1) + "\"}";
  }
  const std::string closed = json + R"(,{"id":"m100000","by":["a"],"to":[],"type":"AGREE",)" +
                             R"("date":"2022","summary":"s","confidence":"reported",)" +
                             R"("sources":[{"id":"S"}]}]})";
  EXPECT_EQ(FindingsOf(closed), "");
}

TEST(DossierLimitsTest, IdsMadeToCollideCostNoMore) {
  // Ids that differ in nothing but their last letters, and a great many unknown references to them.
  std::string json = std::string(kHead) + ",\"topics\":[{\"id\":\"t\",\"name\":\"T\"}";
  for (int i = 0; i < 20'000; ++i) {
    json += ",\n{\"id\":\"" + std::string(60, 'a') + std::to_string(i) + "\",\"name\":\"T\"}";
  }
  json += "],\"moves\":[{\"topic\":\"a\"}";
  for (int i = 0; i < 20'000; ++i) json += ",\n{\"topic\":\"b" + std::to_string(i) + "\"}";
  json += "]}";
  const ReadResult read = ReadDossier(json, "f");
  EXPECT_GT(read.findings.error_count, 20'000u);
  EXPECT_EQ(read.findings.list.size(), 1000u);
}

}  // namespace
}  // namespace demarche
