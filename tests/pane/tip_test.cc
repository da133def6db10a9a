#include "pane/tip.h"

#include <gtest/gtest.h>

#include "core/graph/graph_scope.h"
#include "tests/pane/html_checker.h"
#include "tests/pane/talks.h"

namespace demarche {
namespace {

// One event with that date, told long after it.
std::string TipOfDate(std::string_view edtf) {
  const Dossier dossier = ReadValid(
      R"({"format":"demarche/1","id":"d","lang":"en","title":"D",)"
      R"("sources":[{"id":"S","title":"S","publisher":"P","kind":"press"}],"tracks":[{"id":"t","name":"T"}],"events":[)"
      R"({"id":"e","title":"Talks & tea","track":"t","status":"occurred","sources":[{"id":"S"}],"date":")" +
      std::string(edtf) + R"("}]})");
  const Ref item{ItemKind::kEvent, 0};
  return ReadingOf(RenderTip(dossier, InitialState(dossier), {.items = {&item, 1}}));
}

Ref Talk(std::string_view id) { return Talks().Find(id); }

std::string TalksTip(std::string_view permalink, const MarkContent& mark) {
  const std::string html = RenderTip(Talks(), StateOf(Talks(), permalink), mark);
  EXPECT_EQ(ProblemsOf(CheckHtml(html)), "");
  return ReadingOf(html);
}

TEST(TipTest, SaysInWordsWhatIsKnownOfEveryKindOfDate) {
  const struct {
    std::string_view edtf, says;
  } kCases[] = {
      {"2022-01-10", "Day certain."},
      {"2022-01-10T08:55+01:00", "Certain to the minute."},
      {"2014~", "Approximate: this year or one near it."},
      {"2021-11?", "Uncertain: it may have been another month."},
      {"2021-11%", "Uncertain and approximate"},
      {"201X", "The decade is known, the year is not."},
      {"2014-XX", "The year is known, the month is not."},
      {"2014-05-XX", "The month is known, the day is not."},
      {"2014-22", "The season is known, the day is not."},
      {"2014-03/..", "No end given."},
      {"2014-03/", "The end is not known."},
      {"../2014-03", "No start given."},
      {"/2014-03", "The start is not known."},
      {"[2021-12-15..2021-12-17]", "not known which."},
      {"{2021-12-15,2021-12-17}", "All of these days."},
  };
  for (const auto& c : kCases) {
    const std::string tip = TipOfDate(c.edtf);
    EXPECT_TRUE(Contains(tip, c.says)) << c.edtf << ": " << tip;
    EXPECT_TRUE(Contains(tip, "Talks &amp; tea")) << tip;
  }
}

TEST(TipTest, SaysThatWhatIsScheduledIsScheduled) {
  const Ref geneva = Talk("geneva-2022");
  const std::string before = TalksTip("as-of=2022-01-09", {.items = {&geneva, 1}});
  EXPECT_TRUE(Contains(before, "Scheduled, as reported")) << before;
  EXPECT_TRUE(Contains(before, "Monday 10 January 2022, Geneva")) << before;
  const std::string after = TalksTip("as-of=2022-01-13", {.items = {&geneva, 1}});
  EXPECT_FALSE(Contains(after, "cheduled")) << after;
}

TEST(TipTest, OfAMoveTellsItsWords) {
  const Ref move = Talk("us-missile-offer");
  EXPECT_TRUE(Contains(TalksTip("as-of=2022-01-13", {.items = {&move, 1}}),
                       Talks().In(Talks().moves()[move.index].summary, "en")));
}

TEST(TipTest, OfSeveralTellsHowManyFromWhenToWhenAndAllTitles) {
  const std::vector<Ref> three = {Talk("geneva-2022"), Talk("brussels-nrc-2022"),
                                  Talk("vienna-osce-2022")};
  const std::string tip =
      TalksTip("", {.items = three, .count = 3, .span = {1641772800, 1642118399}});
  EXPECT_TRUE(Contains(tip, "3 events 10 Jan 2022 – 13 Jan 2022")) << tip;
  for (const Ref item : three)
    EXPECT_TRUE(Contains(tip, Talks().In(Talks().events()[item.index].title, "en"))) << tip;
  EXPECT_FALSE(Contains(tip, "more")) << tip;
}

TEST(TipTest, OfManyTellsTheMostImportantInTheirOrder) {
  std::vector<Ref> items;
  for (const Index event : Talks().EventsByTime()) items.push_back({ItemKind::kEvent, event});
  ASSERT_GT(items.size(), 10u);
  const MarkContent mark{
      .items = items, .count = static_cast<uint32_t>(items.size()), .span = Talks().extent()};
  const std::string tip = TalksTip("", mark);
  EXPECT_TRUE(Contains(tip, "and " + std::to_string(items.size() - 5) + " more")) << tip;
  float least_told = 1e9f, most_left_out = 0;
  size_t last_at = 0;
  for (const Ref item : items) {
    const Event& event = Talks().events()[item.index];
    const size_t at = tip.find(Talks().In(event.title, "en"));
    if (at == std::string::npos) {
      most_left_out = std::max(most_left_out, event.importance);
    } else {
      least_told = std::min(least_told, event.importance);
      EXPECT_GT(at, last_at);
      last_at = at;
    }
  }
  EXPECT_GE(least_told, most_left_out);
}

TEST(TipTest, SaysHowManyHaveToDoWithWhatIsSelected) {
  const std::vector<Ref> three = {Talk("geneva-2022"), Talk("brussels-nrc-2022"),
                                  Talk("vienna-osce-2022")};
  const MarkContent mark{.items = three, .count = 3, .span = {1641772800, 1642118399}};
  const std::string nato = TalksTip("focus=nato", mark);
  EXPECT_TRUE(Contains(nato, "2 of them with ")) << nato;
  EXPECT_TRUE(Contains(TalksTip("focus=uk", {.count = 900, .related = 0}), "None of them with "));
  const MarkContent many{.count = 5000, .span = {0, 86399}, .related = 1234};
  EXPECT_TRUE(Contains(TalksTip("focus=nato", many), "1,234 of them with "));
  EXPECT_FALSE(Contains(TalksTip("focus=geneva-2022", many), "of them"));
  EXPECT_FALSE(Contains(TalksTip("", many), "of them"));
}

TEST(TipTest, OfVeryManyTellsOnlyHowManyAndWhere) {
  EXPECT_EQ(TalksTip("", {.count = 12345, .span = {0, 86399}}), "12,345 events 1 Jan 1970");
}

TEST(TipTest, AnEdgeSaysHowMuchItStandsForAndTheLatestOfItAsOfTheDate) {
  const EdgeKey edge{Talk("us").index, Talk("russia").index, QuadClass::kVerbalConflict};
  const auto tip_at = [&](std::string_view permalink) {
    const std::string html = RenderEdgeTip(Talks(), StateOf(Talks(), permalink), edge);
    EXPECT_EQ(ProblemsOf(CheckHtml(html)), "");
    return ReadingOf(html);
  };
  for (const std::string_view permalink : {"as-of=2022-01-09", "as-of=2022-01-13"}) {
    const AppState state = StateOf(Talks(), permalink);
    const EdgeBundle bundle = BundleAt(Talks(), {}, state.as_of_s, edge);
    ASSERT_GT(bundle.moves.size(), 1u);
    const std::string tip = tip_at(permalink);
    EXPECT_TRUE(Contains(tip, "US → Russia: " + std::to_string(bundle.moves.size()) +
                                  " statements of verbal conflict"))
        << tip;
    const Move& latest = Talks().moves()[bundle.moves.back()];
    EXPECT_TRUE(Contains(tip, latest.summary.front().text)) << tip;
  }
  EXPECT_EQ(tip_at("as-of=1997-01-01"), "");
}

TEST(TipTest, ALineSaysBetweenWhomAndHowMuchItIs) {
  GraphLine line;
  line.from = Talk("us").index, line.to = Talk("russia").index;
  line.count = 1234, line.conflict = true;
  const std::string html = RenderLineTip(Talks(), StateOf(Talks(), ""), line);
  EXPECT_EQ(ProblemsOf(CheckHtml(html)), "");
  EXPECT_TRUE(Contains(ReadingOf(html), "US – Russia: 1,234 statements and acts")) << html;
  EXPECT_TRUE(Contains(html, "More than half of it conflict")) << html;
}

TEST(TipTest, AnActorSaysItsWholeNameAndWhatItIs) {
  const std::string html = RenderActorTip(Talks(), StateOf(Talks(), ""), Talk("us").index);
  EXPECT_EQ(ProblemsOf(CheckHtml(html)), "");
  EXPECT_TRUE(Contains(html, "United States")) << html;
  EXPECT_TRUE(Contains(html, "Party in Geneva, Brussels and Vienna")) << html;
}

}  // namespace
}  // namespace demarche
