// Ids of all nine kinds of things: each its own within its kind, found again, shared between kinds
// only where no link could mean both.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/dossier/dossier_items.h"
#include "tests/repository.h"

namespace demarche {
namespace {

struct Kind {
  ItemKind kind;
  const char* key;
  const char* rest;  // of one that is valid, after its id
};
constexpr Kind kKinds[] = {
    {ItemKind::kEvent, "events",
     R"("title": "T", "summary": "S", "date": "2022", "track": "lane", "status": "occurred", "sources": [{"id": "src"}])"},
    {ItemKind::kMove, "moves",
     R"("by": ["who"], "to": [], "type": "CONSULT", "date": "2022", "summary": "S",
        "confidence": "confirmed", "sources": [{"id": "src"}])"},
    {ItemKind::kActor, "actors", R"("name": "N", "kind": "state")"},
    {ItemKind::kTopic, "topics", R"("name": "N")"},
    {ItemKind::kSource, "sources", R"("title": "T", "publisher": "P", "kind": "press")"},
    {ItemKind::kPlace, "places", R"("name": "N", "lat": 1, "lon": 2, "tz": "UTC")"},
    {ItemKind::kTrack, "tracks", R"("name": "N", "group": "G")"},
    {ItemKind::kStory, "stories", R"("title": "T", "steps": [{"title": "T", "text": "T"}])"},
    {ItemKind::kTerm, "glossary", R"("term": "T", "definition": "D", "sources": [{"id": "src"}])"},
};

using Ids = std::vector<std::pair<ItemKind, std::string>>;

// A dossier of things with these ids, one after the other, and what they need.
ReadResult ReadWith(Ids ids) {
  ids.insert(ids.begin(),
             {{ItemKind::kTrack, "lane"}, {ItemKind::kSource, "src"}, {ItemKind::kActor, "who"}});
  std::string json =
      R"({"format": "demarche/1", "id": "d", "title": "D", "summary": "S", "lang": "en",
    "as_of": "2022", "license": "CC0-1.0", "authors": ["A"], "updated": "2022")";
  for (const Kind& kind : kKinds) {
    std::string list;
    for (const auto& [of_kind, id] : ids) {
      if (of_kind != kind.kind) continue;
      list += (list.empty() ? "" : ", ") + ("{\"id\": \"" + id + "\", ") + kind.rest + "}";
    }
    json += std::string(", \"") + kind.key + "\": [" + list + "]";
  }
  return ReadDossier(json + "}", "test.json");
}

std::vector<Finding> WithCode(const Findings& findings, std::string_view code) {
  std::vector<Finding> found;
  std::copy_if(findings.list.begin(), findings.list.end(), std::back_inserter(found),
               [code](const Finding& finding) { return finding.code == code; });
  return found;
}

TEST(DossierIds, EachKindRefusesAnIdThatIsTaken) {
  for (const Kind& kind : kKinds) {
    const ReadResult read = ReadWith({{kind.kind, "a"}, {kind.kind, "b"}, {kind.kind, "a"}});
    const std::vector<Finding> found = WithCode(read.findings, "E-ID-DUPLICATE");
    ASSERT_EQ(found.size(), 1u) << kind.key << FindingsText(read.findings);
    const bool has_own = kind.kind == ItemKind::kTrack || kind.kind == ItemKind::kSource ||
                         kind.kind == ItemKind::kActor;
    EXPECT_EQ(found[0].pointer, std::string("/") + kind.key + (has_own ? "/3/id" : "/2/id"));
    EXPECT_NE(found[0].problem.find(NounOf(kind.kind)), std::string::npos) << found[0].problem;
    EXPECT_FALSE(read.dossier.has_value());
  }
}

TEST(DossierIds, TwoKindsMayShareOneButWhereALinkCouldMeanBoth) {
  for (const Kind& one : kKinds) {
    for (const Kind& other : kKinds) {
      if (&one == &other) continue;
      const ReadResult read = ReadWith({{one.kind, "a"}, {other.kind, "a"}});
      ASSERT_TRUE(read.dossier.has_value()) << FindingsText(read.findings);
      const size_t wanted = CanBeFocus(one.kind) && CanBeFocus(other.kind) ? 1 : 0;
      EXPECT_EQ(WithCode(read.findings, "W-ID-SHARED").size(), wanted)
          << one.key << " and " << other.key;
      EXPECT_EQ(read.findings.list.size(), wanted) << FindingsText(read.findings);
      // Each is found among its kind; a link means the one that comes first in the list of kinds.
      EXPECT_NE(read.dossier->Find(one.kind, "a"), kNone);
      EXPECT_NE(read.dossier->Find(other.kind, "a"), kNone);
      const Ref linked = read.dossier->Find("a");
      EXPECT_TRUE(linked.kind == one.kind || linked.kind == other.kind);
      if (CanBeFocus(one.kind) != CanBeFocus(other.kind)) {
        EXPECT_TRUE(CanBeFocus(linked.kind)) << "what can be selected goes before what cannot";
      }
    }
  }
}

TEST(DossierIds, AreThoseOfTheThingsAndOfNothingElse) {
  Ids ids;
  for (const Kind& kind : kKinds) {
    for (const char* id : {"x", "y", "z"}) ids.emplace_back(kind.kind, id + std::string(kind.key));
  }
  const ReadResult read = ReadWith(ids);
  ASSERT_TRUE(read.dossier.has_value()) << FindingsText(read.findings);
  const Dossier& dossier = *read.dossier;
  for (const Kind& kind : kKinds) {
    Index count = 0;
    while (dossier.Holds({kind.kind, count})) {
      const std::string id(dossier.IdOf({kind.kind, count}));
      EXPECT_EQ(dossier.Find(kind.kind, id), count) << id;
      EXPECT_EQ(dossier.Find(id), (Ref{kind.kind, count})) << id;
      ++count;
    }
    EXPECT_EQ(count, kind.kind == ItemKind::kTrack || kind.kind == ItemKind::kSource ||
                             kind.kind == ItemKind::kActor
                         ? 4u
                         : 3u)
        << kind.key;
    for (const Index beyond : {count, count + 1, kNone}) {
      EXPECT_FALSE(dossier.Holds({kind.kind, beyond})) << kind.key;
      EXPECT_EQ(dossier.IdOf({kind.kind, beyond}), "") << kind.key;
    }
  }
}

}  // namespace
}  // namespace demarche
