// What the negotiation table claims of the talks.
#include "pane/negotiation.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/graph/graph_layout.h"
#include "tests/pane/talks.h"

namespace demarche {
namespace {

Seconds EndOf(std::string_view day) { return ResolveEdtf(day).value().latest(); }

std::vector<TopicStances> StancesAt(std::string_view day) {
  return NegotiationAt(Talks(), SidesOf(Talks()), EndOf(day));
}

// "russia: russia-1997-line russia-no-activity-east" of one topic and stance.
std::string Said(std::string_view day, std::string_view topic, Stance stance) {
  std::string out;
  for (const TopicStances& of_topic : StancesAt(day)) {
    if (Talks().data().topics[of_topic.topic].id != topic) continue;
    for (const SideStances& side : of_topic.sides) {
      if (side.of(stance).empty()) continue;
      out += (out.empty() ? "" : "; ") + std::string(Talks().actors()[side.side].id) + ":";
      for (const Index move : side.of(stance))
        out += " " + std::string(Talks().IdOf({ItemKind::kMove, move}));
    }
  }
  return out;
}

TEST(Negotiation, TellsWhoDemandsAndRefusesWhat) {
  EXPECT_EQ(Said("2022-01-09", "force-posture", Stance::kDemands),
            "russia: russia-1997-line russia-no-activity-east");
  EXPECT_EQ(Said("2022-01-09", "force-posture", Stance::kOffers), "nato: forces-clause-1997");
}

TEST(Negotiation, GrowsWithWhatBecomesKnown) {
  EXPECT_EQ(Said("2021-12-01", "force-posture", Stance::kDemands), "");
  EXPECT_NE(Said("2021-12-31", "force-posture", Stance::kDemands), "");
  EXPECT_EQ(Said("2022-01-09", "exercises", Stance::kRefuses), "");
}

TEST(Negotiation, HoldsEveryKnownMoveOfATopicOnce) {
  for (const char* day : {"1997-12-31", "2014-12-31", "2022-01-09", "2022-12-31"}) {
    std::vector<Index> told, known;
    for (const TopicStances& topic : StancesAt(day)) {
      for (const SideStances& side : topic.sides) {
        for (const std::vector<Index>& moves : side.moves)
          told.insert(told.end(), moves.begin(), moves.end());
      }
    }
    for (Index i = 0; i < Talks().moves().size(); ++i) {
      const Move& move = Talks().moves()[i];
      if (move.topic != kNone && move.reported_s <= EndOf(day)) known.push_back(i);
    }
    std::sort(told.begin(), told.end());
    EXPECT_EQ(told, known) << day;
  }
}

TEST(Negotiation, SaysWhatWasAnsweredAndWhatIsChosen) {
  const std::string html = TalksPane("focus=russia-1997-line&tab=positions&as-of=2022-01-09");
  EXPECT_TRUE(Contains(html, "<table"));
  EXPECT_EQ(CountOf(html, "aria-current=\"true\""), 1u);
  EXPECT_TRUE(Contains(html, "href=\"#focus=russia-1997-line&amp;tab=positions\""));
  EXPECT_TRUE(Contains(ReadingOf(html), "Stoltenberg, 7 Jan 2022 (reject)"));
  EXPECT_FALSE(Contains(html, "us-written-reply"));  // of 26 January
}

}  // namespace
}  // namespace demarche
