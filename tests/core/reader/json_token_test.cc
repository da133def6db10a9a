#include "core/reader/json_token.h"

#include <gtest/gtest.h>

#include <string>

namespace demarche {
namespace {

std::string Tokens(std::string_view json) {
  std::string out;
  for (JsonToken token = NextJsonToken(json, 0); token.begin < token.end;
       token = NextJsonToken(json, token.end)) {
    if (!out.empty()) out += '|';
    out += json.substr(token.begin, token.end - token.begin);
  }
  return out;
}

TEST(JsonTokenTest, PartsText) {
  const struct {
    std::string_view json, tokens;
  } kCases[] = {
      {"", ""},
      {" \t\r\n", ""},
      {"{\"a\": [1, -2.5e+3 , true]}", "{|\"a\"|:|[|1|,|-2.5e+3|,|true|]|}"},
      {"\"a\\\"b\" \"\\\\\"", "\"a\\\"b\"|\"\\\\\""},
      {"\"a, [b]: {c}\"", "\"a, [b]: {c}\""},
      {"\"open", "\"open"},
      {"\"open\\", "\"open\\"},
      {"\"open\\\"", "\"open\\\""},
      {"nul\"x\"", "nul|\"x\""},
      {"// x", "//|x"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Tokens(c.json), c.tokens) << c.json;
}

TEST(JsonCursorTest, StopsAtKeysValuesAndBrackets) {
  constexpr std::string_view kJson = R"({"a" : [1,"b,:"] , "c": {} })";
  std::string stops;
  JsonCursor cursor(kJson);
  for (size_t at = cursor.Next(); at < kJson.size(); at = cursor.Next()) stops += kJson[at];
  EXPECT_EQ(stops, "{\"[1\"]\"{}}");
  EXPECT_EQ(cursor.Next(), kJson.size());
}

}  // namespace
}  // namespace demarche
