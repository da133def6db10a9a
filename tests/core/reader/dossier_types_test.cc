// Every field of the format with a value of every JSON type: either its type is right, or that is a
// finding at exactly this value, and the reader goes on.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/reader/dossier_reader.h"
#include "tests/core/reader/complete_dossier.h"

namespace demarche {
namespace {

using Json = nlohmann::json;

const Json& Complete() {
  static const Json complete = Json::parse(kCompleteJson, nullptr, false);
  return complete;
}

// Pointers to every value below `node`, the author's own (x-…) left out.
void Collect(const Json& node, const Json::json_pointer& at, std::vector<Json::json_pointer>* out) {
  if (node.is_object()) {
    for (const auto& [key, value] : node.items()) {
      if (key.starts_with("x-") || key == "$schema") continue;
      out->push_back(at / key);
      Collect(value, at / key, out);
    }
  } else if (node.is_array()) {
    for (size_t i = 0; i < node.size(); ++i) {
      out->push_back(at / i);
      Collect(node[i], at / i, out);
    }
  }
}

// Types that a value of that place may have beside the one it has.
bool MayBe(const Json::json_pointer& at, const Json& value) {
  static const Json schema_types = Json::parse(R"({
    "object": ["title", "summary", "name", "short", "role", "author", "publisher", "locator", "quote",
               "group", "definition", "term", "text", "audience", "explanation"],
    "array": ["replies_to"], "string": ["replies_to"]})");
  const std::string key = at.back();
  const std::string parent = at.parent_pointer().empty() ? "" : at.parent_pointer().back();
  const std::string type = value.type_name();
  if (type == "string" && (parent == "authors" || parent == "aliases")) return true;
  if (type == "object" && (parent == "authors" || parent == "aliases")) return true;
  if (type == "string" && Complete().at(at).is_object() && (key == "title" || key == "quote")) {
    return true;
  }
  if (key == "role" && at.to_string().find("/events/") == 0) return false;
  if (!schema_types.contains(type)) return false;
  for (const Json& name : schema_types[type]) {
    if (name == key) return true;
  }
  return false;
}

bool HasTypeFinding(const Findings& findings, const std::string& pointer) {
  for (const Finding& finding : findings.list) {
    if (finding.code == "E-TYPE" && finding.pointer == pointer) return true;
  }
  return false;
}

TEST(DossierTypesTest, EveryFieldKnowsItsType) {
  std::vector<Json::json_pointer> places;
  Collect(Complete(), Json::json_pointer(), &places);
  ASSERT_GT(places.size(), 180u);
  const Json kValues[] = {nullptr, true, 7, -0.5, "text", Json::array(), Json::object()};
  for (const Json::json_pointer& at : places) {
    const std::string right = Complete().at(at).type_name();
    for (const Json& value : kValues) {
      Json dossier = Complete();
      dossier[at] = value;
      const ReadResult read = ReadDossier(dossier.dump(1), "f");
      EXPECT_EQ(read.dossier.has_value(), read.findings.ok());
      const bool is_right = right == value.type_name() || MayBe(at, value);
      EXPECT_EQ(HasTypeFinding(read.findings, at.to_string()), !is_right)
          << at.to_string() << " = " << value << '\n'
          << FindingsText(read.findings);
    }
  }
}

TEST(DossierTypesTest, EveryKeyIsMissedOrNot) {
  std::vector<Json::json_pointer> places;
  Collect(Complete(), Json::json_pointer(), &places);
  for (const Json::json_pointer& at : places) {
    const Json::json_pointer parent = at.parent_pointer();
    if (!Complete().at(parent).is_object()) continue;
    Json dossier = Complete();
    dossier[parent].erase(at.back());
    const ReadResult read = ReadDossier(dossier.dump(), "f");
    for (const Finding& finding : read.findings.list) {
      // What is missing is missed where it should be, or where it was referred to.
      const bool is_missed = finding.code.ends_with("-KEY-MISSING") || finding.code == "E-FORMAT" ||
                             finding.code == "E-TEXT-EMPTY";
      EXPECT_TRUE((is_missed && finding.pointer == parent.to_string()) ||
                  finding.code == "W-QUESTION-ANSWER" || finding.code == "E-REF-UNKNOWN")
          << at.to_string() << '\n'
          << FindingsText(read.findings);
    }
  }
}

TEST(DossierTypesTest, EveryObjectTakesKeysOfTheAuthor) {
  std::vector<Json::json_pointer> places = {Json::json_pointer()};
  Collect(Complete(), Json::json_pointer(), &places);
  for (const Json::json_pointer& at : places) {
    const Json& node = Complete().at(at);
    // A map of languages is no object of the format.
    if (!node.is_object() || node.contains("en")) continue;
    Json dossier = Complete();
    dossier[at]["x-mine"] = {{"a", {1, {{"b", nullptr}}}}};
    EXPECT_EQ(FindingsText(ReadDossier(dossier.dump(), "f").findings), "") << at.to_string();
    dossier[at]["zz-unknown"] = {{"a", {1, {{"b", nullptr}}}}};
    const Findings findings = ReadDossier(dossier.dump(), "f").findings;
    ASSERT_EQ(findings.list.size(), 1u) << at.to_string() << FindingsText(findings);
    EXPECT_EQ(findings.list[0].code, "W-KEY-UNKNOWN");
    EXPECT_EQ(findings.list[0].pointer, (at / "zz-unknown").to_string());
  }
}

// The order of keys and sections means nothing.
TEST(DossierTypesTest, OrderOfKeysMeansNothing) {
  const std::string sorted = Complete().dump();  // nlohmann sorts keys by name
  EXPECT_EQ(FindingsText(ReadDossier(sorted, "f").findings), "");
  const ReadResult a = ReadDossier(sorted, "f"), b = ReadDossier(kCompleteJson, "f");
  ASSERT_TRUE(a.dossier && b.dossier);
  EXPECT_EQ(a.dossier->moves()[0].event, b.dossier->moves()[0].event);
  EXPECT_EQ(a.dossier->events()[0].reported_s, b.dossier->events()[0].reported_s);
  EXPECT_EQ(a.dossier->data().stories[0].steps[0].focus,
            b.dossier->data().stories[0].steps[0].focus);
}

}  // namespace
}  // namespace demarche
