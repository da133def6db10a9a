#include "core/reader/dossier_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/dossier/generate.h"
#include "tests/core/dossier/sample_dossier.h"
#include "tests/core/reader/complete_dossier.h"
#include "tests/repository.h"

namespace demarche {
namespace {

const Dossier& Complete() {
  static const Dossier complete = ReadValid(kCompleteJson);
  return complete;
}
const DossierData& Data() { return Complete().data(); }

// All wordings of a text, `lang:text` with `|` between them.
std::string All(Text text) {
  std::string out;
  for (const LangString& wording : text) {
    if (!out.empty()) out += '|';
    if (!wording.lang.empty()) out += std::string(wording.lang) + ':';
    out += wording.text;
  }
  return out;
}

TEST(DossierReaderTest, TheCompleteDossierHasNoFindings) {
  EXPECT_EQ(FindingsText(ReadDossier(kCompleteJson, "c.json").findings), "");
}

TEST(DossierReaderTest, ReadsTheHead) {
  EXPECT_EQ(Data().id, "complete");
  EXPECT_EQ(All(Data().title), "en:All of it|uk:Усе");
  EXPECT_EQ(All(Data().summary), "Every key once.");
  EXPECT_EQ(Data().lang, "en");
  EXPECT_EQ(Data().as_of.edtf, "2022-01-09");
  EXPECT_EQ(Data().as_of.when.latest(), EndOf("2022-01-09"));
  EXPECT_EQ(Data().license, "CC-BY-4.0");
  EXPECT_EQ(Data().updated, "2022-02-01");
  ASSERT_EQ(Data().authors.size(), 2u);
  EXPECT_EQ(All(Data().authors[1]), "en:Two");
  ASSERT_EQ(Data().bands.size(), 2u);
  EXPECT_EQ(IsoUtc(Data().bands[0].earliest), "1997-01-01T00:00:00Z");
  EXPECT_EQ(IsoUtc(Data().bands[1].latest), "2014-12-31T23:59:59Z");
}

TEST(DossierReaderTest, ReadsSourcesAndPlaces) {
  ASSERT_EQ(Data().sources.size(), 2u);
  const Source& source = Data().sources[0];
  EXPECT_EQ(source.id, "S1");
  EXPECT_EQ(All(source.title), "Report");
  EXPECT_EQ(All(source.publisher), "Gazette");
  EXPECT_EQ(All(source.author), "A. Author");
  EXPECT_EQ(source.url, "https://example.org/r?a=1");
  EXPECT_EQ(source.published, "2021-12");
  EXPECT_EQ(source.accessed, "2022-01-02");
  EXPECT_EQ(source.kind, SourceKind::kPrimary);
  EXPECT_TRUE(Data().sources[1].author.empty());
  EXPECT_EQ(Data().sources[1].url, "");
  const Place& place = Data().places.at(0);
  EXPECT_EQ(All(place.name), "Geneva");
  EXPECT_EQ(place.lat_deg, 46.2);
  EXPECT_EQ(place.lon_deg, 6.15);
  EXPECT_EQ(place.tz, "Europe/Zurich");
}

TEST(DossierReaderTest, ReadsActorsAndTies) {
  const Actor& actor = Data().actors.at(0);
  EXPECT_EQ(All(actor.name), "Russia");
  EXPECT_EQ(All(actor.short_name), "RU");
  EXPECT_EQ(actor.kind, ActorKind::kState);
  EXPECT_EQ(actor.code, "RUS");
  EXPECT_EQ(actor.wikidata, "Q159");
  EXPECT_EQ(All(actor.role), "party");
  ASSERT_EQ(actor.aliases.size(), 2u);
  EXPECT_EQ(All(actor.aliases[0]), "RF");
  EXPECT_EQ(All(actor.aliases[1]), "en:Moscow");
  EXPECT_EQ(actor.pin_x, 0.25f);
  EXPECT_EQ(actor.pin_y, 1.0f);
  EXPECT_LT(Data().actors[1].pin_x, 0);
  EXPECT_EQ(Data().actors[2].kind, ActorKind::kPerson);
  const Tie& tie = Data().ties.at(0);
  EXPECT_EQ(tie.from, 2u);
  EXPECT_EQ(tie.to, 0u);
  EXPECT_EQ(tie.kind, TieKind::kRepresents);
  EXPECT_EQ(tie.since.edtf, "2004-03-09");
  EXPECT_EQ(tie.until.when.latest(), EndOf("2022"));
  EXPECT_EQ(tie.sources[0].source, 1u);
}

TEST(DossierReaderTest, ReadsTopicsTracksAndTerms) {
  EXPECT_EQ(All(Data().topics.at(0).name), "Missiles");
  EXPECT_EQ(All(Data().topics.at(0).summary), "Where they stand.");
  EXPECT_EQ(All(Data().tracks.at(0).name), "Talks");
  EXPECT_EQ(All(Data().tracks.at(0).group), "Diplomacy");
  EXPECT_EQ(Data().tracks.at(0).colour, "#1F5f8b");
  EXPECT_EQ(All(Data().glossary.at(0).term), "Note");
  EXPECT_EQ(All(Data().glossary.at(0).definition), "A letter.");
  EXPECT_EQ(Data().glossary.at(0).sources[0].source, 1u);
}

TEST(DossierReaderTest, ReadsEvents) {
  const Event& event = Data().events.at(0);
  EXPECT_EQ(event.id, "call");
  EXPECT_EQ(All(event.title), "Call");
  EXPECT_EQ(All(event.summary), "They talk.");
  EXPECT_EQ(event.date.edtf, "2021-12-30~");
  EXPECT_TRUE(event.date.when.Has(kApproximate));
  EXPECT_EQ(event.place, 0u);
  EXPECT_EQ(event.track, 0u);
  ASSERT_EQ(event.actors.size(), 1u);
  EXPECT_EQ(event.actors[0].actor, 1u);
  EXPECT_EQ(event.actors[0].role, "host");
  EXPECT_EQ(event.status, Status::kOngoing);
  EXPECT_EQ(event.reported, "2021-12-31");
  EXPECT_EQ(IsoUtc(event.reported_s), "2021-12-31T00:00:00Z");
  EXPECT_EQ(event.importance, 2.5f);
  ASSERT_EQ(event.topics.size(), 1u);
  EXPECT_EQ(event.topics[0], 0u);
  EXPECT_EQ(event.sources[0].source, 0u);
}

TEST(DossierReaderTest, ReadsMovesWhoseReferencesPointForward) {
  ASSERT_EQ(Data().moves.size(), 3u);
  const Move& move = Data().moves[0];
  ASSERT_EQ(move.by.size(), 2u);
  EXPECT_EQ(move.by[0], 0u);
  EXPECT_EQ(move.by[1], 2u);
  EXPECT_EQ(move.to[0], 1u);
  EXPECT_EQ(move.type, PloverType::kRequest);
  EXPECT_EQ(move.mode, "change");
  EXPECT_EQ(move.topic, 0u);
  EXPECT_EQ(move.event, 0u);
  EXPECT_EQ(move.date.edtf, "2021-12-17");
  EXPECT_EQ(IsoUtc(move.reported_s), "2021-12-18T00:00:00Z");
  EXPECT_EQ(All(move.summary), "Asks");
  EXPECT_EQ(All(move.quote), "en:q|ru:ц");
  EXPECT_EQ(move.confidence, Confidence::kConfirmed);
  ASSERT_EQ(move.sources.size(), 1u);
  EXPECT_EQ(move.sources[0].source, 0u);
  EXPECT_EQ(All(move.sources[0].locator()), "p. 3");
  EXPECT_EQ(All(move.sources[0].quote()), "en:r");
  EXPECT_TRUE(Data().moves[1].to.empty());
  EXPECT_EQ(IsoUtc(Data().moves[1].reported_s), "2021-12-30T00:00:00Z");  // as its date
  ASSERT_EQ(Data().moves[1].replies_to.size(), 1u);
  EXPECT_EQ(Data().moves[1].replies_to[0], 0u);
  ASSERT_EQ(Data().moves[2].replies_to.size(), 2u);
  EXPECT_EQ(Data().moves[2].replies_to[1], 1u);
  EXPECT_EQ(Data().moves[2].sources[1].source, 1u);
}

TEST(DossierReaderTest, ReadsStories) {
  const Story& story = Data().stories.at(0);
  EXPECT_EQ(All(story.audience), "Pupils");
  ASSERT_EQ(story.steps.size(), 1u);
  const Step& step = story.steps[0];
  EXPECT_EQ(All(step.title), "One");
  EXPECT_EQ(All(step.text), "Look.");
  EXPECT_EQ(step.focus, (Ref{ItemKind::kEvent, 0}));
  EXPECT_EQ(step.range, "2021-12/2022-01");
  EXPECT_EQ(step.as_of, "2022-01-01");
  EXPECT_EQ(step.view, "split");
  EXPECT_EQ(All(step.question), "Who?");
  EXPECT_EQ(All(step.explanation), "Because.");
  ASSERT_EQ(step.choices.size(), 2u);
  EXPECT_TRUE(step.choices[0].correct);
  EXPECT_FALSE(step.choices[1].correct);
  EXPECT_EQ(All(step.choices[1].text), "RU");
}

TEST(DossierReaderTest, PassesOverAByteOrderMark) {
  EXPECT_TRUE(ReadDossier("\xEF\xBB\xBF" + std::string(kCompleteJson), "c.json").dossier);
}

TEST(DossierReaderTest, TheSectionsMayBeLeftOut) {
  const ReadResult read =
      ReadDossier(R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en"})", "d.json");
  EXPECT_TRUE(read.dossier.has_value());
  EXPECT_EQ(read.findings.error_count, 0u);
}

std::vector<double> told_shares;

TEST(DossierReaderTest, TellsHowFarItIs) {
  std::string json;
  GenerateDossier({.events = 8000, .actors = 20, .seed = 3},
                  [&json](std::string_view piece) { json += piece; });
  told_shares.clear();
  const auto tell = [](double share) { told_shares.push_back(share); };
  ASSERT_TRUE(ReadDossier(json, "d.json", {}, tell).dossier.has_value());
  // Once a mebibyte, so that to tell costs nothing.
  ASSERT_EQ(told_shares.size(), json.size() >> 20);
  EXPECT_TRUE(std::is_sorted(told_shares.begin(), told_shares.end()));
  EXPECT_NEAR(told_shares.front(), 1048576.0 / static_cast<double>(json.size()), 0.01);
  EXPECT_LE(told_shares.back(), 1);
}

TEST(DossierReaderTest, OpensTheDossierOfTheTalks) {
  const std::string json = FileText("assets/dossiers/ukraine-talks-2022.json");
  const ReadResult read = ReadDossier(json, "ukraine-talks-2022.json");
  EXPECT_EQ(FindingsText(read.findings), "");
  ASSERT_TRUE(read.dossier.has_value());
  EXPECT_GT(read.dossier->events().size(), 50u);
  EXPECT_GT(read.dossier->moves().size(), 50u);
}

}  // namespace
}  // namespace demarche
