#include "core/dossier/dossier.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/dossier/dossier_items.h"
#include "tests/core/dossier/sample_dossier.h"

namespace demarche {
namespace {

// Ids of a row of an index, as one text that is easy to read in a failure.
std::string Ids(ItemKind kind, std::span<const Index> row) {
  std::string out;
  for (const Index index : row) {
    if (!out.empty()) out += ' ';
    out += Sample().IdOf({kind, index});
  }
  return out;
}
std::string Events(std::span<const Index> row) { return Ids(ItemKind::kEvent, row); }
std::string Moves(std::span<const Index> row) { return Ids(ItemKind::kMove, row); }

TEST(DossierTest, FindsEveryKindById) {
  const struct {
    std::string_view id;
    Ref ref;
  } kCases[] = {
      {"act", {ItemKind::kEvent, 0}},
      {"strike", {ItemKind::kEvent, 6}},
      {"ask", {ItemKind::kMove, 0}},
      {"nato", {ItemKind::kActor, 2}},
      {"borders", {ItemKind::kTopic, 1}},
      {"week", {ItemKind::kStory, 0}},
      {"courts", {ItemKind::kTrack, 3}},
      {"paris", {ItemKind::kPlace, 0}},
      {"S1", {ItemKind::kSource, 0}},
      {"", {}},
      {"ac", {}},
      {"acts", {}},
      {"ACT", {}},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Sample().Find(c.id), c.ref) << c.id;
    EXPECT_EQ(Sample().IdOf(c.ref), c.ref ? c.id : "") << c.id;
    EXPECT_EQ(Sample().Holds(c.ref), static_cast<bool>(c.ref)) << c.id;
  }
}

TEST(DossierTest, FindsAmongOneKindOnly) {
  EXPECT_EQ(Sample().Find(ItemKind::kActor, "ru"), 1u);
  EXPECT_EQ(Sample().Find(ItemKind::kEvent, "ru"), kNone);
  EXPECT_EQ(Sample().Find(ItemKind::kNothing, "ru"), kNone);
}

TEST(DossierTest, AnswersNothingForWhatIsNotThere) {
  EXPECT_EQ(Sample().IdOf({ItemKind::kEvent, 7}), "");
  EXPECT_EQ(Sample().IdOf({ItemKind::kNothing, 0}), "");
  EXPECT_FALSE(Sample().Holds({ItemKind::kActor, kNone}));
  EXPECT_TRUE(Sample().MovesOfEvent(kNone).empty());
}

TEST(DossierTest, OrdersByTime) {
  EXPECT_EQ(Events(Sample().EventsByTime()), "act protests call strike geneva ruling after");
  EXPECT_EQ(Moves(Sample().MovesByTime()), "ask refuse refuse-too");
}

TEST(DossierTest, RelatesThings) {
  const auto index = [](std::string_view id) { return Named(id).index; };
  EXPECT_EQ(Events(Sample().EventsOfTrack(index("talks"))), "act call geneva after");
  EXPECT_EQ(Events(Sample().EventsOfTrack(index("wires"))), "");
  EXPECT_EQ(Moves(Sample().MovesOfActor(index("us"))), "ask refuse refuse-too");
  EXPECT_EQ(Moves(Sample().MovesOfActor(index("nato"))), "ask refuse-too");
  EXPECT_EQ(Moves(Sample().MovesOfEvent(index("call"))), "refuse");
  EXPECT_EQ(Moves(Sample().MovesOfEvent(index("act"))), "");
  EXPECT_EQ(Moves(Sample().RepliesTo(index("ask"))), "refuse refuse-too");
  EXPECT_EQ(Moves(Sample().RepliesTo(index("refuse"))), "");
  EXPECT_TRUE(Sample().HasReplies());
  EXPECT_FALSE(Dossier({}, {}, {}).HasReplies());
}

TEST(DossierTest, NamesAnActorOfBothSidesOnce) {
  const Dossier dossier =
      ReadValid(R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en",
    "sources": [{"id": "S", "title": "T", "publisher": "P", "kind": "press"}],
    "actors": [{"id": "a", "name": "A", "kind": "state"}],
    "moves": [{"id": "m", "by": ["a"], "to": ["a"], "type": "AGREE", "date": "2022", "summary": "s",
               "confidence": "reported", "sources": [{"id": "S"}]}]})");
  EXPECT_EQ(dossier.MovesOfActor(0).size(), 1u);
}

TEST(DossierTest, ExtentLeavesOpenEndsOut) {
  EXPECT_EQ(IsoUtc(Sample().extent().earliest), "1997-05-27T00:00:00Z");
  EXPECT_EQ(IsoUtc(Sample().extent().latest), "2022-01-26T23:59:59Z");
  EXPECT_EQ(Dossier({}, {}, {}).extent(), (TimeSpan{0, 0}));
}

TEST(DossierTest, FallsBackFromLanguageToLanguage) {
  const Text title = Sample().data().title;
  const struct {
    std::string_view lang, wording;
  } kCases[] = {
      {"en", "Sample"}, {"de", "Muster"},  {"DE", "Muster"}, {"de-AT", "Muster"},
      {"fr", "Sample"}, {"", "Sample"},    {"zh", "Sample"}, {"zh-Hant-TW", "樣本"},
      {"d", "Sample"},  {"de-", "Muster"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Sample().In(title, c.lang), c.wording) << c.lang;
  EXPECT_EQ(Sample().In({}, "en"), "");
}

TEST(DossierTest, UntaggedTextIsInTheDossiersLanguage) {
  const LangString wordings[] = {{"uk", "б"}, {"", "b"}};
  Arena arena;
  const Text text(wordings, &arena);
  EXPECT_EQ(Sample().In(text, "en"), "b");
  EXPECT_EQ(Sample().In(text, "fr"), "b");
  EXPECT_EQ(Sample().In(text, "uk"), "б");
  const LangString foreign[] = {{"uk", "б"}, {"ru", "в"}};
  EXPECT_EQ(Sample().In(Text(foreign, &arena), "fr"), "б");
}

TEST(DossierTest, StaysWholeWhenMoved) {
  Dossier dossier = ReadValid(kSampleJson);
  const Dossier moved = std::move(dossier);
  EXPECT_EQ(moved.In(moved.events()[moved.Find("geneva").index].title, "uk"),
            "Переговори в Женеві");
}

TEST(DossierItemsTest, NamesKinds) {
  EXPECT_EQ(NounOf(ItemKind::kEvent), "event");
  EXPECT_EQ(NounOf(ItemKind::kTerm), "term");
  EXPECT_EQ(NounOf(ItemKind::kNothing), "");
  EXPECT_TRUE(CanBeFocus(ItemKind::kTopic));
  EXPECT_FALSE(CanBeFocus(ItemKind::kPlace));
}

}  // namespace
}  // namespace demarche
