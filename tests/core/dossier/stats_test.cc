#include "core/dossier/stats.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/core/dossier/sample_dossier.h"

namespace demarche {
namespace {

TEST(StatsTest, TextIsATable) {
  EXPECT_EQ(StatsText(Sample(), StatsOf(Sample())), R"(Sample (sample)

events            7
moves             3
actors            3
ties              0
tracks            4
topics            2
places            1
sources           1
stories           1
glossary          0

from 1997-05-27T00:00:00Z to 2022-01-26T23:59:59Z

Moves by and to each actor: all, then verbal cooperation, material cooperation,
verbal conflict and material conflict

                  by     vc    mc    vx    mx     to     vc    mc    vx    mx
United States      2      0     0     2     0      1      0     0     1     0
Russia             1      0     0     1     0      2      0     0     2     0
NATO               1      0     0     1     0      1      0     0     1     0
)");
}

TEST(StatsTest, JsonSaysTheSame) {
  const nlohmann::json json =
      nlohmann::json::parse(StatsJson(Sample(), StatsOf(Sample())), nullptr, false);
  ASSERT_FALSE(json.is_discarded());
  EXPECT_EQ(json["id"], "sample");
  EXPECT_EQ(json["counts"]["events"], 7);
  EXPECT_EQ(json["counts"]["glossary"], 0);
  EXPECT_EQ(json["span"]["earliest"], "1997-05-27T00:00:00Z");
  EXPECT_EQ(json["span"]["latest"], "2022-01-26T23:59:59Z");
  ASSERT_EQ(json["degree"].size(), 3u);
  const nlohmann::json expected = {
      {"id", "us"}, {"name", "United States"},     {"out", 2},
      {"in", 1},    {"out_by_quad", {0, 0, 2, 0}}, {"in_by_quad", {0, 0, 1, 0}}};
  EXPECT_EQ(json["degree"][0], expected);
}

TEST(StatsTest, AnEmptyDossierHasNoSpan) {
  const Dossier empty({}, {}, {});
  EXPECT_EQ(StatsOf(empty).span, std::nullopt);
  EXPECT_NE(StatsJson(empty, StatsOf(empty)).find("\"span\": null"), std::string::npos);
  EXPECT_EQ(StatsText(empty, StatsOf(empty)).find("Moves by"), std::string::npos);
}

TEST(StatsTest, OneOpenEventHasItsFiniteEnd) {
  const Dossier dossier =
      ReadValid(R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en",
    "sources": [{"id": "S", "title": "T", "publisher": "P", "kind": "press"}],
    "tracks": [{"id": "t", "name": "T"}],
    "events": [{"id": "e", "title": "E", "date": "2014/..", "track": "t", "status": "ongoing",
                "sources": [{"id": "S"}]}]})");
  EXPECT_EQ(IsoUtc(StatsOf(dossier).span->earliest), "2014-01-01T00:00:00Z");
  EXPECT_EQ(IsoUtc(StatsOf(dossier).span->latest), "2014-12-31T23:59:59Z");
}

}  // namespace
}  // namespace demarche
