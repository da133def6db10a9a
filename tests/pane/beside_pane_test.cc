// What stands beside the pane: the evidence of a line of the graph, the story, the announcement.
#include <gtest/gtest.h>

#include "pane/pane.h"
#include "tests/pane/html_checker.h"
#include "tests/pane/talks.h"

namespace demarche {
namespace {

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

TEST(AnnouncementTest, SaysHowMuchAnActorSaidAndWhatALineStandsFor) {
  const Dossier dossier = ReadValid(R"({"format":"demarche/1","id":"d","title":"D","lang":"en",
    "sources":[{"id":"S1","title":"R","publisher":"G","kind":"press"}],"tracks":[],"events":[],
    "actors":[{"id":"a","name":"Atlantis","kind":"state"},{"id":"b","name":"Bohemia","kind":"state"}],
    "moves":[{"id":"m1","by":["a"],"to":["b"],"type":"REQUEST","date":"2022-01-10","summary":"Asks.",
      "confidence":"confirmed","sources":[{"id":"S1"}]},
     {"id":"m2","by":["a"],"to":["b"],"type":"ACCUSE","date":"2022-01-12","summary":"Accuses.",
      "confidence":"confirmed","sources":[{"id":"S1"}]},
     {"id":"m3","by":["b"],"to":["a"],"type":"AID","date":"2022-01-12","summary":"Helps.",
      "confidence":"confirmed","sources":[{"id":"S1"}]}]})");
  EXPECT_EQ(Announcement(dossier, StateOf(dossier, "focus=a")),
            "Atlantis: 2 statements or acts by it, 1 to it");
  EXPECT_EQ(Announcement(dossier, StateOf(dossier, "focus=b&as-of=2022-01-11")),
            "Bohemia: 0 statements or acts by it, 1 to it");
  EXPECT_EQ(EdgeAnnouncement(dossier, StateOf(dossier, "edge=a~b~3")),
            "Atlantis to Bohemia: 2 statements of verbal conflict, the latest 12 January 2022: "
            "Accuses.");
  EXPECT_EQ(
      EdgeAnnouncement(dossier, StateOf(dossier, "edge=b~a~2")),
      "Bohemia to Atlantis: 1 act of material cooperation, the latest 12 January 2022: Helps.");
  EXPECT_EQ(EdgeAnnouncement(dossier, StateOf(dossier, "edge=b~a~1")), "");
}

TEST(AnnouncementTest, SaysTitleAndDateOnly) {
  const struct {
    const char* link;
    const char* words;
  } kCases[] = {
      {"focus=us&as-of=1990", "United States"},
      {"focus=missiles", "Missiles"},
      {"focus=us&as-of=1990&lang=uk", "Сполучені Штати"},
      {"", ""},
  };
  for (const auto& c : kCases)
    EXPECT_EQ(Announcement(Talks(), StateOf(Talks(), c.link)), c.words) << c.link;
  EXPECT_EQ(Announcement(Talks(), StateOf(Talks(), "focus=geneva-2022")),
            TitleOf("geneva-2022") + ", Monday 10 January 2022");
}

}  // namespace
}  // namespace demarche
