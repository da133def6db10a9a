#include "pane/event_list.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "tests/pane/html_checker.h"
#include "tests/pane/talks.h"

namespace demarche {
namespace {

TEST(ListTest, DividesWhatHasBeenFromWhatIsScheduled) {
  const std::string html = TalksPane("tab=list");
  const size_t divider = html.find("As of Sunday 9 January 2022");
  EXPECT_LT(html.find("focus=working-dinner-2022"), divider);
  EXPECT_GT(html.find("focus=geneva-2022"), divider);
  EXPECT_EQ(CountOf(html, "dm-as-of"), 1u);
  EXPECT_FALSE(Contains(TalksPane("tab=list&as-of=.."), "dm-as-of"));
}

TEST(ListTest, MarksTheSelectedEventAlsoOfAMove) {
  for (const char* link : {"focus=geneva-2022&tab=list", "focus=us-missile-offer&tab=list"}) {
    const std::string html = TalksPane(link);
    EXPECT_EQ(CountOf(html, "aria-current=\"true\""), 1u);
    EXPECT_TRUE(Contains(html, "href=\"#focus=geneva-2022\" aria-current=\"true\"")) << link;
  }
}

TEST(ListTest, CountsGroupsUnderTheSearch) {
  const std::string html = TalksPane("tab=list&q=bucharest&group=Background");
  EXPECT_TRUE(Contains(html, "data-act=\"group=Background\" aria-pressed=\"true\""));
  EXPECT_TRUE(Contains(html, "data-act=\"group=\" aria-pressed=\"false\""));
  EXPECT_TRUE(Contains(html, "1 event matches “bucharest” in Background"));
}

TEST(ListTest, GroupsWithinGroupsAreOfferedWhereTheirOwnIsChosen) {
  const auto chips = [](std::string_view link) {
    const std::string html = PaneOf(NestedTalks(), link);
    std::vector<std::string> acts;
    constexpr std::string_view kChip = "class=\"dm-group\" data-act=\"group=";
    for (size_t at = html.find(kChip); at != html.npos; at = html.find(kChip, at)) {
      at += kChip.size();
      acts.push_back(html.substr(at, html.find('"', at) - at));
    }
    return acts;
  };
  using Acts = std::vector<std::string>;
  EXPECT_EQ(chips("tab=list"), (Acts{"", "Talks", "Positions", "Background"}));
  const Acts talks = {"",          "Talks",     "Talks+/+Bilateral", "Talks+/+Multilateral",
                      "Positions", "Background"};
  EXPECT_EQ(chips("tab=list&group=Talks"), talks);
  EXPECT_EQ(chips("tab=list&group=Talks / Bilateral"), talks);
  const std::string html = PaneOf(NestedTalks(), "tab=list&group=Talks / Bilateral&as-of=..");
  EXPECT_TRUE(Contains(
      html, "data-act=\"group=Talks+/+Bilateral\" aria-pressed=\"true\">Talks / Bilateral"));
}

TEST(ListTest, SaysWhichFilterHidesEverything) {
  const std::string html = TalksPane("tab=list&q=zebra&group=Talks");
  EXPECT_TRUE(Contains(html, "No events match “zebra” in Talks"));
  EXPECT_TRUE(Contains(html, "events hidden by filters"));
  EXPECT_TRUE(Contains(html, "data-act=\"q=&amp;group=\""));
  EXPECT_TRUE(
      Contains(TalksPane("tab=list&as-of=1990"), "Nothing recorded up to 31 December 1990"));
}

TEST(ListTest, HeadingsClaimNoMoreThanIsKnown) {
  const struct {
    std::string_view edtf, period;
  } kCases[] = {
      {"2022-01-10", "January 2022"},
      {"2021-11~/..", "November 2021"},
      {"2021-12-07T23:30-05:00", "December 2021"},
      {"2010", "2010"},
      {"2014/..", "2014"},
      {"2014-21", "2014"},
      {"2014-24", "2014–2015"},
      {"2014-XX", "2014"},
      {"2014-05-XX", "May 2014"},
      {"201X", "2010–2019"},
      {"[2021-12-15..2021-12-17]", "December 2021"},
      {"[2013-12-15,2014-02]", "2013–2014"},
      {"../1997", "Start not known"},
      {"-0043-03-15", "March 44 BCE"},
  };
  Arena arena;
  for (const auto& c : kCases) {
    EXPECT_EQ(PeriodOf({arena.Copy(c.edtf), SharedWhen(ResolveEdtf(c.edtf).value(), &arena)}),
              c.period)
        << c.edtf;
  }
}

TEST(ListTest, ShortensDatesByWhatTheHeadingSays) {
  const std::string reading = TalksReading("tab=list");
  EXPECT_TRUE(Contains(reading, "January 2008 c. 15 Jan " + TitleOf("map-request-2008")));
  EXPECT_TRUE(Contains(ReadingOf(PaneOf(UncertainDay(), "tab=list")), "July 2019 5 Jul? E"));
  const std::string note = "which of two came first may not be known";
  EXPECT_TRUE(Contains(PaneOf(UncertainDay(), "tab=list"), note));
  EXPECT_FALSE(Contains(TalksPane("tab=list&group=Talks"), note));
  EXPECT_TRUE(Contains(reading, ", 21 Nov 2013 – 22 Feb 2014")) << "an interval is said whole";
}

// A dossier of that many events, one a day from 1 January 2000 on.
Dossier ManyEvents(int count) {
  std::string json = R"({"format":"demarche/1","id":"many","title":"M","lang":"en",
    "sources":[{"id":"S1","title":"R","publisher":"G","kind":"press"}],
    "tracks":[{"id":"k","name":"K"}],"events":[)";
  for (int i = 0; i < count; ++i) {
    char event[200];
    std::snprintf(
        event, sizeof event,
        R"(%s{"id":"e%d","title":"E","date":"2%03d-%02d-%02d","track":"k","status":"occurred","sources":[{"id":"S1"}]})",
        i ? "," : "", i, i / 336, i / 28 % 12 + 1, i % 28 + 1);
    json += event;
  }
  return ReadValid(json + "]}");
}

TEST(ListTest, OfThousandsShowsAWindowThatMoves) {
  const Dossier many = ManyEvents(3000);
  const std::string start = PaneOf(many, "tab=list&focus=e0");
  EXPECT_EQ(ProblemsOf(CheckHtml(start)), "");
  const std::string list = PaneOf(many, "focus=e1500&tab=list");
  EXPECT_EQ(CountOf(list, "class=\"dm-row\""), kMostRows);
  EXPECT_TRUE(Contains(list, "#focus=e1500\" aria-current"));
  EXPECT_TRUE(Contains(list, "Show 1,250 more, earlier"));
  EXPECT_TRUE(Contains(list, "Show 1,250 more, later"));
  // The button selects the event just outside, around which the list then stands.
  const std::string next = PaneOf(many, "focus=e1750&tab=list");
  EXPECT_TRUE(Contains(list, "data-act=\"focus=e1750&amp;tab=list\""));
  EXPECT_TRUE(Contains(next, "#focus=e1999\""));
  EXPECT_FALSE(Contains(PaneOf(many, "focus=e2999&tab=list"), "later"));
}

// ---- Over an empty canvas ----

TEST(EmptyTest, StandsOnlyWhereThereIsNoEvent) {
  EXPECT_EQ(RenderEmpty(Talks(), StateOf(Talks(), "")), "");
  EXPECT_EQ(RenderEmpty(Talks(), StateOf(Talks(), "q=Geneva")), "");
}

TEST(EmptyTest, SaysWhichFilterHidesHowManyAndClearsThem) {
  const std::string html = RenderEmpty(Talks(), StateOf(Talks(), "q=<xyz>&group=Talks"));
  EXPECT_EQ(ProblemsOf(CheckHtml(html)), "");
  EXPECT_TRUE(Contains(html, "No events match “&lt;xyz&gt;” in Talks")) << html;
  EXPECT_TRUE(Contains(html, " events hidden by filters</p>")) << html;
  EXPECT_TRUE(Contains(html, "data-act=\"q=&amp;group=\"")) << html;
}

TEST(EmptyTest, SaysThatNothingWasRecordedYet) {
  const std::string html = RenderEmpty(Talks(), StateOf(Talks(), "as-of=1990-05-26&q=xyz"));
  EXPECT_TRUE(Contains(html, "Nothing recorded up to")) << html;
  EXPECT_TRUE(Contains(html, "26 May 1990")) << html;
  EXPECT_FALSE(Contains(html, "button")) << "no filter is to blame";
}

}  // namespace
}  // namespace demarche
