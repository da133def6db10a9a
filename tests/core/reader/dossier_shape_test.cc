// The tables of the reader against the schema: what an editor completes is what the reader takes.
#include "core/reader/dossier_shape.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "core/reader/string_form.h"
#include "tests/repository.h"

namespace demarche {
namespace {

using Json = nlohmann::json;

const Json& Schema() {
  static const Json schema = [] {
    return Json::parse(FileText("assets/schema/dossier-1.schema.json"), nullptr, false);
  }();
  return schema;
}

// The definition that `node` refers to, or itself.
const Json& Resolved(const Json& node) {
  if (!node.contains("$ref")) return node;
  const std::string ref = node["$ref"];  // "#/$defs/name"
  return Schema().at(Json::json_pointer(ref.substr(1)));
}

bool IsRequired(const Json& object, const std::string& key) {
  if (!object.contains("required")) return false;
  const Json& required = object["required"];
  return std::find(required.begin(), required.end(), key) != required.end();
}

class Comparison {
 public:
  void Compare(const Shape& shape, const Json& object, const std::string& path) {
    std::set<std::string> keys;
    for (const Field& field : shape.fields) {
      const std::string key(field.key);
      keys.insert(key);
      ASSERT_TRUE(object["properties"].contains(key)) << path << '/' << key;
      CompareField(field, object, path + '/' + key);
    }
    for (const auto& [key, property] : object["properties"].items()) {
      EXPECT_TRUE(keys.contains(key)) << path << '/' << key << " is not read";
      EXPECT_TRUE(property.contains("description")) << path << '/' << key;
    }
    EXPECT_LE(shape.fields.size(), 64u) << "the reader marks what it has seen in 64 bits";
    ++objects_;
  }

  int objects() const { return objects_; }

 private:
  void CompareField(const Field& field, const Json& object, const std::string& path) {
    const std::string key(field.key);
    const Json& property = Resolved(object["properties"][key]);
    // The role of a participant: the contract names it, the reader only misses it.
    if (path != "/events/actors/role") {
      EXPECT_EQ(field.need == Need::kRequired, IsRequired(object, key)) << path;
    }
    switch (field.type) {
      case ValueType::kEnum:
        EXPECT_EQ(Json(std::vector<std::string>(field.names.begin(), field.names.end())),
                  property["enum"])
            << path;
        break;
      case ValueType::kNumber:
        EXPECT_EQ(property["type"], "number") << path;
        EXPECT_EQ(property["minimum"], field.min) << path;
        EXPECT_EQ(property.value("maximum", field.max), field.max) << path;
        break;
      case ValueType::kBool:
        EXPECT_EQ(property["type"], "boolean") << path;
        break;
      case ValueType::kObject:
        Compare(*field.shape, property, path);
        break;
      case ValueType::kObjectList:
        CompareLength(field, property, path);
        Compare(*field.shape, Resolved(property["items"]), path);
        break;
      case ValueType::kTextList:
      case ValueType::kReferenceList:
      case ValueType::kBandList:
        CompareLength(field, property, path);
        break;
      case ValueType::kText:
        EXPECT_EQ(&property, &Schema()["$defs"]["text"]) << path;
        break;
      case ValueType::kDate:
      case ValueType::kRange:
        EXPECT_EQ(&property, &Schema()["$defs"]["edtf"]) << path;
        break;
      default:
        break;
    }
  }

  void CompareLength(const Field& field, const Json& property, const std::string& path) {
    EXPECT_EQ(property["type"], "array") << path;
    EXPECT_EQ(property.value("minItems", 0), field.min_entries) << path;
  }

  int objects_ = 0;
};

TEST(DossierShapeTest, SaysWhatTheSchemaSays) {
  ASSERT_FALSE(Schema().is_discarded());
  Comparison comparison;
  comparison.Compare(DossierShape(), Schema(), "");
  // The dossier, its ten sections and axis; pin, participant, step, question, choice; a citation in
  // ties, events, moves and terms.
  EXPECT_EQ(comparison.objects(), 12 + 5 + 4);
}

TEST(StringFormTest, TellsGoodFromBad) {
  const struct {
    const StringForm& form;
    std::vector<std::string_view> good, bad;
  } kCases[] = {
      {kIdForm, {"a", "geneva-2022", "9", "a--b"}, {"", "-a", "Geneva", "a b", "a_b", "é"}},
      {kSourceIdForm, {"S67", "a", "9-B"}, {"", "-S", "S 6", "S_6"}},
      {kZoneForm,
       {"UTC", "Europe/Kyiv", "America/Argentina/Buenos_Aires", "Etc/GMT+3"},
       {"", "/Europe", "Europe/", "Europe//Kyiv", "Europe/Ky iv", "+01:00"}},
      {kColourForm, {"#000000", "#1f5F8b"}, {"", "#fff", "1f5f8b0", "#1f5f8g", "red"}},
      {kCodeForm, {"UA", "UKR", "IGO123"}, {"", "U", "ukr", "U-A", "ABCDEFGHIJKLM"}},
      {kWikidataForm, {"Q1", "Q212"}, {"", "Q", "Q0", "212", "q212", "Q2 1"}},
      {kModeForm, {"visit", "third-party"}, {"", "Visit", "-a", "a b", "a1"}},
  };
  for (const auto& c : kCases) {
    EXPECT_TRUE(c.form.is_valid(c.form.example)) << c.form.example;
    for (const std::string_view text : c.good) EXPECT_TRUE(c.form.is_valid(text)) << text;
    for (const std::string_view text : c.bad) EXPECT_FALSE(c.form.is_valid(text)) << text;
  }
}

}  // namespace
}  // namespace demarche
