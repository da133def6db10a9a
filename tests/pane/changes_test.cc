// What changed at a stop of the as-of date, in words.
#include "pane/changes.h"

#include <gtest/gtest.h>

#include "core/dossier/as_of.h"
#include "tests/pane/html_checker.h"
#include "tests/pane/talks.h"

namespace demarche {
namespace {

const ChangeFinder& Finder() {
  static const GraphEvidence evidence(Talks());
  static const ChangeFinder finder(evidence);
  return finder;
}

std::string ChangesAt(std::string_view as_of) {
  return RenderChanges(Finder(), StateOf(Talks(), "as-of=" + std::string(as_of)));
}
std::string ToldAt(std::string_view as_of) {
  return ChangesAnnouncement(Finder(), StateOf(Talks(), "as-of=" + std::string(as_of)));
}

TEST(Changes, SayWhoJoinedInOneLine) {
  const std::string reading = ReadingOf(ChangesAt("2004-03-29"));
  EXPECT_TRUE(Contains(reading, "What changed on 29 March 2004")) << reading;
  EXPECT_TRUE(Contains(reading,
                       "NATO gains 7 members: Bulgaria, Estonia, Latvia, Lithuania, "
                       "Romania, Slovakia, Slovenia"))
      << reading;
}

TEST(Changes, LeadToTheEvidenceOfEachLine) {
  const std::string html = ChangesAt("2021-12-17");
  const CheckedHtml checked = CheckHtml(html);
  EXPECT_EQ(ProblemsOf(checked), "");
  size_t edges = 0;
  for (const std::string& href : checked.hrefs) {
    if (!Contains(href, "#edge=")) continue;
    const AppState state = StateOf(Talks(), "as-of=2021-12-17&" + href.substr(1));
    EXPECT_NE(RenderEvidence(Talks(), state), "") << href;
    ++edges;
  }
  EXPECT_GT(edges, 0u);
}

TEST(Changes, SayWhatIsContested) {
  size_t contested = 0;
  for (const Seconds stop_s : Talks().ChangeDays()) {
    AppState state = InitialState(Talks());
    state.as_of_s = stop_s;
    contested += CountOf(RenderChanges(Finder(), state), "dm-confidence");
  }
  size_t expected = 0;
  for (const Move& move : Talks().moves()) expected += move.confidence > Confidence::kReported;
  EXPECT_EQ(contested, expected);
}

TEST(Changes, OfADayOnWhichNothingChangedAreThoseOfTheLastStop) {
  const std::string reading = ReadingOf(ChangesAt("2004-04-02"));
  EXPECT_TRUE(Contains(reading, "What changed last, on 29 March 2004")) << reading;
  EXPECT_TRUE(Contains(reading, "NATO gains 7 members")) << reading;
  EXPECT_TRUE(Contains(ReadingOf(ChangesAt("1066-10-14")), "Nothing"));
  EXPECT_EQ(ToldAt("2004-04-02"), "2 April 2004: nothing changed");
}

TEST(Changes, AreAnnouncedInOneShortSentenceAtEveryStop) {
  AppState state = InitialState(Talks());
  for (const Seconds stop_s : Talks().ChangeDays()) {
    state.as_of_s = stop_s;
    const std::string told = ChangesAnnouncement(Finder(), state);
    EXPECT_LT(told.size(), 120u) << told;
    EXPECT_FALSE(Contains(told, "nothing")) << told;
  }
}

TEST(Changes, HideWhatIsLongBehindItsNumber) {
  std::string moves;
  for (int i = 0; i < 300; ++i) {
    moves += i == 0 ? "" : ",";
    moves += R"({"id":"m)" + std::to_string(i) + R"(","by":["a)" + std::to_string(i) +
             R"("],"to":["b"],"type":"CONSULT","date":"2022-01-10","summary":"Says",
             "confidence":"confirmed","sources":[{"id":"S1"}]})";
  }
  std::string actors = R"({"id":"b","name":"B","kind":"state"})";
  for (int i = 0; i < 300; ++i)
    actors += R"(,{"id":"a)" + std::to_string(i) + R"(","name":"A","kind":"state"})";
  const Dossier dossier = ReadValid(
      R"({"format":"demarche/1","id":"many","title":"M","lang":"en","as_of":"2022-01-10",
      "sources":[{"id":"S1","title":"R","publisher":"G","kind":"press"}],"tracks":[],"events":[],
      "actors":[)" +
      actors + R"(],"moves":[)" + moves + "]}");
  const GraphEvidence evidence(dossier);
  const std::string html = RenderChanges(ChangeFinder(evidence), InitialState(dossier));
  const std::string reading = ReadingOf(html);
  EXPECT_TRUE(Contains(reading, "and 595 more")) << reading.substr(0, 2000);
  EXPECT_TRUE(Contains(reading, "and 495 others"));
  EXPECT_EQ(CountOf(html, "<li"), 106u);
}

}  // namespace
}  // namespace demarche
