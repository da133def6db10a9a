// The pane in every state: its cards, tabs and languages.
#include "pane/pane.h"

#include <gtest/gtest.h>

#include "pane/source_table.h"
#include "tests/pane/html_checker.h"
#include "tests/pane/talks.h"

namespace demarche {
namespace {

// ---- Every state ----

TEST(PaneTest, IsWellFormedForEveryThingOnEveryDate) {
  for (const char* as_of : {"1990", "2014-03-18", "2022-01-09", "2022-01-13", ".."}) {
    const auto check = [&](std::string_view id) {
      const std::string link = "as-of=" + std::string(as_of) + "&focus=" + std::string(id);
      EXPECT_EQ(ProblemsOf(CheckHtml(TalksPane(link))), "") << link;
    };
    for (const Event& event : Talks().events()) check(event.id);
    for (const Move& move : Talks().moves()) check(move.id);
    for (const Actor& actor : Talks().actors()) check(actor.id);
    for (const Topic& topic : Talks().data().topics) check(topic.id);
  }
}

TEST(PaneTest, LinksLeadToThingsOfTheDossier) {
  for (const char* link :
       {"", "focus=geneva-2022", "tab=list", "tab=sources", "focus=us", "focus=missiles"}) {
    for (const std::string& href : CheckHtml(TalksPane(link)).hrefs) {
      if (href[0] != '#') continue;
      const AppState state = StateOf(Talks(), href);
      EXPECT_TRUE(state.focus) << href;
      EXPECT_EQ("#focus=" + std::string(Talks().IdOf(state.focus)), href);
    }
  }
}

TEST(PaneTest, ShowsNothingThatWasReportedLater) {
  for (const char* tab : {"event", "list", "sources"}) {
    for (const char* focus : {"geneva-2022", "us", "russia", "guarantees", "vienna-osce-2022"}) {
      const std::string html = TalksPane(std::string("focus=") + focus + "&tab=" + tab);
      const Seconds as_of_s = InitialState(Talks()).as_of_s;
      for (const Event& event : Talks().events()) {
        if (event.reported_s > as_of_s) {
          EXPECT_FALSE(Contains(html, "#focus=" + std::string(event.id) + "\""))
              << focus << " " << tab;
        }
      }
      for (const Move& move : Talks().moves()) {
        if (move.reported_s > as_of_s) {
          EXPECT_FALSE(Contains(html, "#focus=" + std::string(move.id) + "\""))
              << focus << " " << tab;
        }
      }
    }
  }
}

// ---- Event cards ----

TEST(PaneTest, SaysTheStatusInWords) {
  const struct {
    const char* link;
    const char* words;
  } kCases[] = {
      {"focus=geneva-2022", "Scheduled, as reported 27 December 2021"},
      {"focus=geneva-2022&as-of=2022-01-10", "Happened"},
      {"focus=donbas-war", "Ongoing as of 9 January 2022"},
      {"focus=donbas-war&as-of=..", "Ongoing"},
      {"focus=map-request-2008", "Reported, date uncertain"},
      {"focus=founding-act", "Happened"},
  };
  for (const auto& c : kCases)
    EXPECT_TRUE(Contains(TalksPane(c.link), std::string("></i>") + c.words + "</p>")) << c.link;
  EXPECT_TRUE(Contains(PaneOf(UncertainDay(), "focus=e"), "></i>Reported, date uncertain</p>"));
}

TEST(PaneTest, SaysDateWeekdayPlaceAndWhatIsNotKnown) {
  EXPECT_TRUE(Contains(TalksReading("focus=geneva-2022"),
                       "Monday 10 January 2022, Geneva Day certain. Time of day not given."));
  EXPECT_TRUE(Contains(TalksReading("focus=crimea-2014"),
                       "From Thursday 27 February to Tuesday 18 March 2014, "
                       "Simferopol, Ukraine (under Russian control since 2014)"));
  EXPECT_TRUE(Contains(TalksPane("focus=geneva-2022"), "<time datetime=\"2022-01-10\">"));
  // A date that is not certain is no machine's date.
  EXPECT_FALSE(Contains(PaneOf(UncertainDay(), "focus=e"), "datetime=\"2019-07-05"));
}

TEST(PaneTest, AttributesQuotesToSidesBeforeAScheduledMeeting) {
  const std::string reading = TalksReading("focus=geneva-2022");
  EXPECT_TRUE(Contains(reading, "Each side, going in"));
  EXPECT_TRUE(Contains(reading, "“Russia has a gun to the head of Ukraine”"));
  EXPECT_TRUE(Contains(reading, "Antony Blinken, US Secretary of State, 9 Jan 2022"));
  EXPECT_TRUE(Contains(reading, "“reflect a lack of understanding of what we need”"));
  EXPECT_TRUE(Contains(reading, "Expected, not yet said"));
  EXPECT_FALSE(Contains(reading, "What was said"));
  EXPECT_TRUE(Contains(TalksReading("focus=geneva-2022&as-of=2022-01-13"), "What was said"));
}

TEST(PaneTest, NeverSaysAClassAlone) {
  const std::string reading = TalksReading("focus=ryabkov-2022-01-09");
  EXPECT_TRUE(Contains(reading, "Reject (yield), verbal conflict"));
  EXPECT_TRUE(Contains(reading, "Russia will make no concessions under US pressure at the talks."));
}

TEST(PaneTest, SaysWhatAMoveAnswersAndWhatAnsweredItAsFarAsKnown) {
  const std::string early = TalksReading("focus=russia-no-enlargement&as-of=2021-12-17");
  EXPECT_FALSE(Contains(early, "Answered by"));
  EXPECT_TRUE(
      Contains(TalksReading("focus=russia-no-enlargement&as-of=2022-01-13"), "Answered by"));
  EXPECT_TRUE(
      Contains(TalksReading("focus=us-missile-offer"), "Replies to Putin, 7 Dec 2021 (request)."));
}

TEST(PaneTest, NumbersASourceOnceACard) {
  const CheckedHtml card = CheckHtml(TalksPane("focus=geneva-2022"));
  const std::string html = TalksPane("focus=geneva-2022");
  EXPECT_EQ(CountOf(html, "<span class=\"dm-number\">1</span>"), 1u);
  EXPECT_GT(CountOf(html, ">1</a>"), 1u);
  EXPECT_EQ(CountOf(html, "rel=\"noopener noreferrer external\""), CountOf(html, "href=\"http"));
}

TEST(PaneTest, LeadsToTheNeighboursThatTheKeysLeadTo) {
  for (const char* link :
       {"focus=geneva-2022", "focus=geneva-2022&group=Talks", "focus=geneva-2022&q=nato"}) {
    const AppState state = StateOf(Talks(), link);
    const std::string html = RenderPane(Talks(), state, {});
    for (const Walk walk : {Walk::kPrevious, Walk::kNext}) {
      const Ref next = Reduce(Talks(), state, WalkEvents{walk}).focus;
      const std::string step = "class=\"dm-step dm-step-" +
                               std::string(walk == Walk::kPrevious ? "back" : "on") +
                               "\" href=\"#focus=" + std::string(Talks().IdOf(next)) + "\"";
      EXPECT_TRUE(Contains(html, step)) << link << " " << step;
    }
  }
  EXPECT_TRUE(Contains(TalksReading("focus=geneva-2022"),
                       "Sunday 9 January " + TitleOf("working-dinner-2022")));
  EXPECT_TRUE(
      Contains(TalksReading("focus=nato-1999"), "Tuesday 27 May 1997 " + TitleOf("founding-act")));
}

TEST(PaneTest, SaysThePositionAmongWhatIsKnown) {
  EXPECT_TRUE(Contains(TalksPane("focus=budapest-1994"), ">1 of "));
  EXPECT_TRUE(Contains(TalksPane("focus=budapest-1994&as-of=1998"), ">1 of 2</span>"));
  EXPECT_TRUE(Contains(TalksPane("as-of=1998"), ">2 events</span>"));
}

TEST(PaneTest, SaysTimesOfDayInTheZoneThatTheCanvasShowsToo) {
  const auto words = [](std::string_view link, std::string_view zone) {
    std::shared_ptr<const ZoneTable> table;
    if (!zone.empty()) table = std::make_shared<const ZoneTable>(ZoneTable::Parse(zone).value());
    const ReaderCalendar calendar(nullptr, table);
    const std::string html = RenderPane(Talks(), StateOf(Talks(), link), calendar);
    const size_t at = html.find("dm-zone\">");
    return at == std::string::npos ? std::string()
                                   : html.substr(at + 9, html.find('<', at) - at - 9);
  };
  const char* const call = "focus=biden-putin-call-2021";
  EXPECT_EQ(words(call, "Wilmington, Delaware\n-18000"), "") << "it was written in that time";
  EXPECT_EQ(words(call, "Moscow\n10800"), "In Moscow: 23:35");
  EXPECT_EQ(words(call, "Vienna\n3600"), "In Vienna: 21:35");
  EXPECT_EQ(words(call, ""), "UTC: 20:35");
  EXPECT_EQ(words("focus=biden-putin-call-2021&zone=local", "my time\n32400"),
            "My time: Friday 31 December 2021, 05:35");
  EXPECT_EQ(words("focus=geneva-2022", "Moscow\n10800"), "") << "a day is no instant";
}

// ---- Actors, tabs ----

TEST(PaneTest, ShowsBondsAsOfTheDate) {
  EXPECT_TRUE(Contains(TalksReading("focus=poland"), "Chairs OSCE, since 1 January 2022"));
  EXPECT_FALSE(Contains(TalksReading("focus=poland&as-of=2021-12-31"), "Chairs OSCE"));
  EXPECT_TRUE(Contains(TalksReading("focus=nato"), "Poland is a member, since 12 March 1999"));
}

TEST(PaneTest, TabsSayWhichIsSelected) {
  const struct {
    const char* tab;
    const char* id;
  } kCases[] = {{"event", "dm-tab-event"}, {"list", "dm-tab-list"}, {"sources", "dm-tab-sources"}};
  for (const auto& c : kCases) {
    const std::string html = TalksPane(std::string("tab=") + c.tab);
    EXPECT_TRUE(Contains(html, std::string("id=\"") + c.id + "\" aria-selected=\"true\"")) << c.tab;
    EXPECT_EQ(CountOf(html, "aria-selected=\"true\""), 1u);
    EXPECT_TRUE(
        Contains(html, std::string("role=\"tabpanel\" id=\"dm-panel\" aria-labelledby=\"") + c.id));
  }
}

TEST(PaneTest, SourcesAreNumberedAndSayWhatCitesThem) {
  const SourceTable known(Talks(), ResolveEdtf("1998").value().latest()), all(Talks(), kTimeMax);
  EXPECT_LT(known.cited().size(), all.cited().size());
  for (size_t i = 0; i < all.cited().size(); ++i) {
    EXPECT_EQ(all.cited()[i].number, i + 1);
    EXPECT_EQ(all.NumberOf(all.cited()[i].source), i + 1);
    EXPECT_GE(all.cited()[i].citation_count, all.cited()[i].cited_by.size());
  }
  const std::string html = TalksPane("tab=sources");
  const size_t primary = html.find("Primary sources"), press = html.find(">Press<"),
               reference = html.find(">Reference<");
  EXPECT_LT(primary, press);
  EXPECT_LT(press, reference);
}

// ---- Languages ----

TEST(LanguageTest, MarksTextsInAnotherLanguageThanThePane) {
  const std::string html = TalksPane("focus=geneva-2022&lang=uk");
  EXPECT_TRUE(Contains(html, "<span lang=\"uk\" dir=\"auto\">Женева</span>"));
  EXPECT_FALSE(Contains(html, "<span lang=\"en\""));
  // Russia has a short name in English only.
  EXPECT_TRUE(Contains(html, "<span lang=\"uk\" dir=\"auto\">Росія</span></a></li>"));
  EXPECT_FALSE(Contains(TalksPane("focus=geneva-2022"), "lang="));
}

TEST(LanguageTest, ADossierInAnotherLanguageIsMarkedThroughout) {
  const Dossier arabic = ReadValid(R"({"format":"demarche/1","id":"a","title":"عنوان","lang":"ar",
    "sources":[{"id":"S1","title":"R","publisher":"G","kind":"press"}],"tracks":[{"id":"k","name":"K"}],
    "events":[{"id":"e","title":"حدث","date":"2020","track":"k","status":"occurred","sources":[{"id":"S1"}]}]})");
  EXPECT_TRUE(Contains(PaneOf(arabic, "focus=e"),
                       "<mark><span lang=\"ar\" dir=\"auto\">حدث</span></mark>"));
}

}  // namespace
}  // namespace demarche
