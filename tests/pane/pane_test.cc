#include "pane/pane.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "pane/event_list.h"
#include "pane/source_table.h"
#include "pane/static_page.h"
#include "tests/pane/html_checker.h"
#include "tests/pane/talks.h"

namespace demarche {
namespace {

std::string TalksReading(std::string_view permalink) { return ReadingOf(TalksPane(permalink)); }

std::string TitleOf(std::string_view event) {
  const Index index = Talks().Find(ItemKind::kEvent, event);
  return std::string(Talks().In(Talks().events()[index].title, "en"));
}

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

// A dossier of one event whose day is not certain; of Talks() all are, or approximate.
Dossier UncertainDay() {
  return ReadValid(R"({"format":"demarche/1","id":"unsure","title":"U","lang":"en",
    "sources":[{"id":"S1","title":"R","publisher":"G","kind":"press"}],
    "tracks":[{"id":"k","name":"K"}],"events":[{"id":"e","title":"E","date":"2019-07-05?",
    "track":"k","status":"occurred","sources":[{"id":"S1"}]}]})");
}

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
    const std::string html = RenderPane(Talks(), state);
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

// ---- List ----

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
  EXPECT_TRUE(Contains(html, "match “bucharest” in Background") ||
              Contains(html, "matches “bucharest” in Background"));
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
  for (const auto& c : kCases) {
    EXPECT_EQ(PeriodOf({c.edtf, ResolveEdtf(c.edtf).value()}), c.period) << c.edtf;
  }
}

TEST(ListTest, ShortensDatesByWhatTheHeadingSays) {
  const std::string reading = TalksReading("tab=list");
  EXPECT_TRUE(Contains(reading, "January 2008 c. 15 Jan " + TitleOf("map-request-2008")));
  EXPECT_TRUE(Contains(ReadingOf(PaneOf(UncertainDay(), "tab=list")), "July 2019 5 Jul? E"));
  const std::string note = "which of two came first may not be known";
  EXPECT_TRUE(Contains(PaneOf(UncertainDay(), "tab=list"), note));
  EXPECT_FALSE(Contains(TalksPane("tab=list&group=Talks"), note));
  EXPECT_TRUE(Contains(reading, "Euromaidan") || Contains(reading, "21 Nov 2013 – 22 Feb 2014"));
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

// ---- Evidence, story, announcement ----

TEST(EvidenceTest, HoldsWhatTheLineStandsFor) {
  const std::string html = RenderEvidence(Talks(), StateOf(Talks(), "edge=russia~us~3"));
  EXPECT_EQ(ProblemsOf(CheckHtml(html)), "");
  const size_t entries = CountOf(html, "dm-evidence-who");
  EXPECT_GT(entries, 1u);
  EXPECT_TRUE(Contains(html, ">" + std::to_string(entries) + " statements<"));
  EXPECT_TRUE(Contains(html, "Verbal conflict"));
  EXPECT_TRUE(Contains(html, "data-act=\"edge=\""));
  EXPECT_LT(html.find(">9 Jan 2022<"), html.find(">17 Dec 2021<"));
  EXPECT_TRUE(
      Contains(RenderEvidence(Talks(), StateOf(Talks(), "edge=russia~ukraine~4")), " acts<"));
}

TEST(EvidenceTest, IsEmptyWithoutALineOnThatDate) {
  EXPECT_EQ(RenderEvidence(Talks(), StateOf(Talks(), "")), "");
  EXPECT_EQ(RenderEvidence(Talks(), StateOf(Talks(), "edge=russia~us~3&as-of=1990")), "");
  EXPECT_EQ(RenderEvidence(Talks(), StateOf(Talks(), "edge=us~us~1")), "");
}

TEST(StoryTest, StepsBackAndOnAndToEachStep) {
  const std::string first = RenderStory(Talks(), StateOf(Talks(), "story=the-week&step=1"));
  const std::string last = RenderStory(Talks(), StateOf(Talks(), "story=the-week&step=9"));
  EXPECT_EQ(ProblemsOf(CheckHtml(first)), "");
  EXPECT_TRUE(Contains(ReadingOf(first), "Step 1 of 9"));
  EXPECT_FALSE(Contains(first, ">Back<"));
  EXPECT_TRUE(Contains(first, "data-act=\"story=the-week&amp;step=2\">Next: Why 1997?"));
  EXPECT_TRUE(Contains(last, "data-act=\"story=the-week&amp;step=8\">Back<"));
  EXPECT_FALSE(Contains(last, ">Next"));
  EXPECT_TRUE(Contains(last, "data-act=\"story=\">Exit<"));
  EXPECT_EQ(CountOf(last, "dm-dot"), 10u + 8u);  // the list, nine dots, eight of them done
  EXPECT_EQ(CountOf(last, "aria-current=\"step\""), 1u);
  EXPECT_EQ(RenderStory(Talks(), StateOf(Talks(), "")), "");
}

TEST(StoryTest, HidesTheAnswerUntilItIsAskedFor) {
  const std::string html = RenderStory(Talks(), StateOf(Talks(), "story=the-week&step=2"));
  const size_t details = html.find("<details"), end = html.find("</details>");
  const size_t answer = html.find("3 + 7 + 2 + 1 + 1");
  EXPECT_LT(details, answer);
  EXPECT_LT(answer, end);
  EXPECT_EQ(CountOf(html, "type=\"radio\""), 3u);
}

TEST(AnnouncementTest, SaysTitleAndDateOnly) {
  const struct {
    const char* link;
    const char* words;
  } kCases[] = {
      {"focus=us", "United States"},
      {"focus=missiles", "Missiles"},
      {"focus=us&lang=uk", "Сполучені Штати"},
      {"", ""},
  };
  for (const auto& c : kCases)
    EXPECT_EQ(Announcement(Talks(), StateOf(Talks(), c.link)), c.words) << c.link;
  EXPECT_EQ(Announcement(Talks(), StateOf(Talks(), "focus=geneva-2022")),
            TitleOf("geneva-2022") + ", Monday 10 January 2022");
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

// ---- The static page ----

TEST(StaticListTest, HoldsEveryEventAndMoveOnceWithItsSources) {
  const CheckedHtml page = CheckHtml(RenderStaticList(Talks(), InitialState(Talks())));
  EXPECT_EQ(ProblemsOf(page), "");
  const auto has_id = [&page](std::string_view id) {
    return std::count(page.ids.begin(), page.ids.end(), id) == 1;
  };
  for (const Event& event : Talks().events()) EXPECT_TRUE(has_id(event.id)) << event.id;
  for (const Move& move : Talks().moves()) EXPECT_TRUE(has_id(move.id)) << move.id;
  for (const Actor& actor : Talks().actors()) EXPECT_TRUE(has_id(actor.id)) << actor.id;
  for (const Event& event : Talks().events()) {
    for (const Citation& citation : event.sources) {
      EXPECT_TRUE(has_id(Talks().data().sources[citation.source].id));
    }
  }
  for (const std::string& href : page.hrefs) {
    EXPECT_TRUE(href[0] != '#' || has_id(href.substr(1))) << href;
  }
}

TEST(StaticListTest, PutsWhatWasReportedLaterBehindADivider) {
  const std::string html = RenderStaticList(Talks(), InitialState(Talks()));
  const size_t scheduled = html.find("id=\"dm-scheduled\""),
               afterwards = html.find("id=\"dm-afterwards\"");
  const size_t end = html.find("id=\"dm-stories\"");
  ASSERT_LT(scheduled, afterwards);
  ASSERT_LT(afterwards, end);
  const auto place_of = [&html](std::string_view id) {
    return html.find("id=\"" + std::string(id) + "\"");
  };
  const Seconds as_of_s = InitialState(Talks()).as_of_s;
  for (const Event& event : Talks().events()) {
    const size_t at = place_of(event.id);
    if (event.reported_s > as_of_s) {
      EXPECT_GT(at, afterwards) << event.id;
    } else if (event.date.when.earliest() > as_of_s) {
      EXPECT_TRUE(at > scheduled && at < afterwards) << event.id;
    } else {
      EXPECT_LT(at, scheduled) << event.id;
    }
  }
  for (const Move& move : Talks().moves())
    EXPECT_EQ(place_of(move.id) > afterwards, move.reported_s > as_of_s) << move.id;
}

TEST(StaticListTest, WithoutAnAsOfDateThereIsNoDivider) {
  const std::string html = RenderStaticList(Talks(), StateOf(Talks(), "as-of=.."));
  EXPECT_FALSE(Contains(html, "dm-afterwards"));
  EXPECT_FALSE(Contains(html, "dm-scheduled"));
  EXPECT_TRUE(Contains(html, "id=\"invasion-2022\""));
}

TEST(StaticListTest, KeepsMovesThatBelongToNoEvent) {
  const Dossier dossier =
      ReadValid(R"({"format":"demarche/1","id":"d","title":"D","lang":"en","as_of":"2020-06",
    "sources":[{"id":"S1","title":"R","publisher":"G","kind":"press"}],"tracks":[{"id":"k","name":"K"}],
    "actors":[{"id":"x","name":"X","kind":"state"}],
    "events":[{"id":"e","title":"E","date":"2020-03","track":"k","status":"occurred","sources":[{"id":"S1"}]}],
    "moves":[{"id":"m1","by":["x"],"to":[],"type":"AGREE","date":"2020-01","summary":"One","confidence":"confirmed","sources":[{"id":"S1"}]},
      {"id":"m2","by":["x"],"to":[],"type":"AGREE","date":"2020-05","summary":"Two","confidence":"confirmed","sources":[{"id":"S1"}]},
      {"id":"m3","by":["x"],"to":[],"type":"AGREE","date":"2020-08","summary":"Three","confidence":"confirmed","sources":[{"id":"S1"}]}]})");
  const std::string html = RenderStaticList(dossier, InitialState(dossier));
  EXPECT_EQ(ProblemsOf(CheckHtml(html)), "");
  const size_t m1 = html.find("id=\"m1\""), e = html.find("id=\"e\""), m2 = html.find("id=\"m2\"");
  EXPECT_LT(m1, e);
  EXPECT_LT(e, m2);
  EXPECT_LT(html.find("id=\"dm-afterwards\""), html.find("id=\"m3\""));
  EXPECT_EQ(ProblemsOf(CheckHtml(PaneOf(dossier, "focus=m1"))), "");
}

TEST(StaticListTest, ThingsThatShareAnIdHaveAnchorsOfTheirOwn) {
  const Dossier dossier = ReadValid(R"({"format":"demarche/1","id":"d","title":"D","lang":"en",
    "sources":[{"id":"S1","title":"R","publisher":"G","kind":"press"}],"tracks":[{"id":"talks","name":"K"}],
    "topics":[{"id":"talks","name":"T"}],
    "events":[{"id":"talks","title":"E","date":"2020","track":"talks","status":"occurred","topics":["talks"],"sources":[{"id":"S1"}]}]})");
  const CheckedHtml page = CheckHtml(RenderStaticList(dossier, InitialState(dossier)));
  EXPECT_EQ(ProblemsOf(page), "");
  EXPECT_NE(std::find(page.hrefs.begin(), page.hrefs.end(), "#topic-talks"), page.hrefs.end());
}

TEST(StaticPageTest, IsAPageWithAndWithoutTheApp) {
  const AppState state = StateOf(Talks(), "lang=uk");
  const std::string quiet = RenderStaticPage(Talks(), state, {.styles = "a > b {}"});
  EXPECT_EQ(quiet.rfind("<!doctype html>", 0), 0u);
  EXPECT_TRUE(Contains(quiet, "default-src &#39;none&#39;"));
  EXPECT_TRUE(Contains(quiet, "<style>\na > b {}</style>"));
  EXPECT_FALSE(Contains(quiet, "<script"));
  EXPECT_FALSE(Contains(quiet, "demarche-timeline"));
  EXPECT_TRUE(Contains(quiet, "property=\"og:title\" content=\"Three cities"));

  const std::string app = RenderStaticPage(Talks(), state,
                                           {.styles_href = "assets/page-1.css",
                                            .dossier_src = "dossiers/x.json",
                                            .modules = {"demarche.js", "assets/page.js"}});
  EXPECT_TRUE(Contains(app, "<demarche-timeline src=\"dossiers/x.json\" lang=\"uk\">"));
  EXPECT_TRUE(Contains(app, "<script type=\"module\" src=\"assets/page.js\"></script>"));
  EXPECT_FALSE(Contains(app, "Content-Security-Policy"));
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

TEST(Pane, SaysTimesOfDayInTheZoneThatTheCanvasShowsToo) {
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
  EXPECT_EQ(RenderPane(Talks(), StateOf(Talks(), call)).find("dm-zone"), std::string::npos)
      << "without a canvas";
}

}  // namespace
}  // namespace demarche
