#include "core/reader/json_place.h"

#include <gtest/gtest.h>

#include <string>

namespace demarche {
namespace {

std::string PlaceOf(std::string_view json, size_t offset) {
  const JsonPlace place = LocateAll(json, {&offset, 1})[0];
  return std::to_string(place.line) + ':' + std::to_string(place.column) + ' ' + place.pointer;
}

// Each case marks its byte with a caret, which is taken out.
TEST(JsonPlaceTest, SaysWhereAByteIs) {
  const struct {
    std::string_view marked, place;
  } kCases[] = {
      {"^{}", "1:1 "},
      {"{^}", "1:2 "},
      {"{}^", "1:3 "},
      {"^", "1:1 "},
      {"{\"a\": ^1}", "1:7 /a"},
      {"{^\"a\": 1}", "1:2 /a"},
      {"{\"a\"^: 1}", "1:5 /a"},
      {"[1, 2, ^3]", "1:8 /2"},
      {"[^]", "1:2 "},
      {"{\"a\": [{\"b\": 1}, {\"b\": ^2}]}", "1:24 /a/1/b"},
      {"{\"a\": [1]^, \"b\": 2}", "1:10 /a"},
      {"{\"a\": ^[1]}", "1:7 /a"},
      {"{\"a\": [1^]}", "1:9 /a"},
      {"{\n  \"a\":\n\t^1\n}", "3:2 /a"},
      {"{\"a\": 1,\r\n\"b\": ^2}", "2:6 /b"},
      {"{\"é\": ^1}", "1:8 /é"},  // columns count bytes
      {"{\"a/b~c\": ^1}", "1:11 /a~1b~0c"},
      {"{\"\": ^1}", "1:6 /"},
      {"{\"a\\n\\\"\\u0041\": ^1}", "1:17 /a\n\"A"},
      {"{\"\\ud83d\\ude00\": ^1}", "1:18 /😀"},
      {"{\"\\ud83d\": ^1}", "1:12 /\xEF\xBF\xBD"},
      {"{\"\\u12\": ^1}",
       "1:10 /\xEF\xBF\xBD"
       "12"},
      {"[\"x\\\"]\", ^2]", "1:10 /1"},
      // Broken text is followed as far as it goes.
      {"[1, 2}, ^3", "1:9 "},
      {"{\"a\": {\"b^", "1:10 /a/b"},
      {"]]]^", "1:4 "},
      {"{\"a\": \"x^y\"}", "1:9 /a"},
  };
  for (const auto& c : kCases) {
    std::string json(c.marked);
    const size_t at = json.find('^');
    json.erase(at, 1);
    EXPECT_EQ(PlaceOf(json, at), c.place) << c.marked;
  }
}

TEST(JsonPlaceTest, FindsManyInOnePass) {
  constexpr std::string_view kJson = "[10,\n 20,\n 30]";
  const size_t offsets[] = {1, 1, 6, 11, 13};
  std::string all;
  for (const JsonPlace& place : LocateAll(kJson, offsets)) {
    all += std::to_string(place.line) + ':' + std::to_string(place.column) + place.pointer + ' ';
  }
  EXPECT_EQ(all, "1:2/0 1:2/0 2:2/1 3:2/2 3:4 ");
  EXPECT_TRUE(LocateAll(kJson, {}).empty());
}

}  // namespace
}  // namespace demarche
