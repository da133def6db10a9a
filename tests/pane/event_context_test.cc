#include "pane/event_context.h"

#include <gtest/gtest.h>

#include "core/graph/graph_layout.h"
#include "tests/pane/talks.h"

namespace demarche {
namespace {

Seconds DayEnd(std::string_view day) { return ResolveEdtf(day).value().latest(); }
Index EventNamed(std::string_view id) { return Talks().Find(ItemKind::kEvent, id); }

std::string Ids(ItemKind kind, const std::vector<Index>& items) {
  std::string out;
  for (const Index item : items)
    out += (out.empty() ? "" : " ") + std::string(Talks().IdOf({kind, item}));
  return out;
}

std::string Described(const std::vector<Seating>& seatings) {
  constexpr const char* kNames[] = {"table", "speaking", "part", "joining", "host", "subject"};
  std::string out;
  for (const Seating& seating : seatings) {
    out += std::string(out.empty() ? "" : "; ") + kNames[static_cast<size_t>(seating.seat)] + ":";
    for (const Participant* participant : seating.participants) {
      out += " " + std::string(Talks().IdOf({ItemKind::kActor, participant->actor}));
    }
  }
  return out;
}

TEST(EventContextTest, SeatsParticipantsByWhatTheyAreToTheEvent) {
  const struct {
    std::string_view event, seating;
  } kCases[] = {
      {"geneva-2022", "table: us russia; subject: ukraine"},
      {"budapest-1994", "table: ukraine russia uk us"},
      {"ryabkov-2022-01-09", "speaking: russia ryabkov; subject: us nato"},
      {"nato-2009", "joining: albania croatia"},
      {"crimea-2014", "part: russia; subject: ukraine"},
      {"osce-monitoring-mission", "part: osce; host: ukraine"},
      {"inf-end", "part: us russia"},  // months: nobody sits at a table that long
      {"invasion-2022", "part: russia putin; subject: ukraine"},  // one side alone is no meeting
      {"crimea-referendum-2014", "part: russia ukraine us eu"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(
        Described(SeatingOf(Talks(), Talks().events()[EventNamed(c.event)], SidesOf(Talks()))),
        c.seating)
        << c.event;
  }
}

TEST(EventContextTest, QuotesEachSideOnceBeforeTheEvent) {
  const Index geneva = EventNamed("geneva-2022");
  EXPECT_EQ(
      Ids(ItemKind::kMove, QuotesGoingIn(Talks(), geneva, SidesOf(Talks()), DayEnd("2022-01-09"))),
      "blinken-gun-2022-01-09 ryabkov-signals");
  // What is said at the table is not "going in", whenever one looks.
  EXPECT_EQ(Ids(ItemKind::kMove, QuotesGoingIn(Talks(), geneva, SidesOf(Talks()), kTimeMax)),
            "blinken-gun-2022-01-09 ryabkov-signals");
  // One side alone is not quoted.
  EXPECT_EQ(
      Ids(ItemKind::kMove, QuotesGoingIn(Talks(), geneva, SidesOf(Talks()), DayEnd("2021-12-27"))),
      "");
  // An accession is no meeting.
  EXPECT_EQ(Ids(ItemKind::kMove,
                QuotesGoingIn(Talks(), EventNamed("nato-2004"), SidesOf(Talks()), kTimeMax)),
            "");
}

TEST(EventContextTest, QuotesOnlyTheTableOfBrussels) {
  const Index brussels = EventNamed("brussels-nrc-2022");
  for (const Index index : QuotesGoingIn(Talks(), brussels, SidesOf(Talks()), kTimeMax)) {
    const Move& move = Talks().moves()[index];
    EXPECT_LT(move.date.when.latest(), Talks().events()[brussels].date.when.earliest());
    const std::string_view side = Talks().IdOf({ItemKind::kActor, move.by[0]});
    EXPECT_TRUE(side == "nato" || side == "russia") << side;
  }
}

TEST(EventContextTest, TellsWhatWasSaidFromWhatIsExpected) {
  const Index geneva = EventNamed("geneva-2022");
  const Seconds before = DayEnd("2022-01-09"), after = DayEnd("2022-01-13");
  EXPECT_EQ(Ids(ItemKind::kMove, KnownMovesOf(Talks(), geneva, before, MoveTense::kMade)), "");
  EXPECT_EQ(Ids(ItemKind::kMove, KnownMovesOf(Talks(), geneva, before, MoveTense::kExpected)),
            "us-missile-offer us-exercise-offer");
  EXPECT_EQ(KnownMovesOf(Talks(), geneva, after, MoveTense::kMade).size(), 7u);
  EXPECT_EQ(Ids(ItemKind::kMove, KnownMovesOf(Talks(), geneva, after, MoveTense::kExpected)), "");
}

TEST(EventContextTest, LeadsBackToWhatIsAnsweredAndToWhatMattersMost) {
  const std::string leads =
      Ids(ItemKind::kEvent, LeadsBackTo(Talks(), EventNamed("geneva-2022"), DayEnd("2022-01-09")));
  EXPECT_EQ(leads, "founding-act biden-putin-video-2021 russia-draft-treaties");
  EXPECT_EQ(Ids(ItemKind::kEvent, LeadsBackTo(Talks(), EventNamed("budapest-1994"), kTimeMax)), "");
}

TEST(EventContextTest, LeadsBackOnlyToWhatCertainlyBeganEarlier) {
  for (Index event = 0; event < Talks().events().size(); ++event) {
    const std::vector<Index> leads = LeadsBackTo(Talks(), event, kTimeMax);
    EXPECT_LE(leads.size(), 3u);
    for (const Index lead : leads) {
      EXPECT_LT(Talks().events()[lead].date.when->start.latest,
                Talks().events()[event].date.when.earliest());
    }
  }
}

TEST(EventContextTest, CountsWords) {
  const std::pair<std::string_view, size_t> kCases[] = {{"", 0},
                                                        {"one", 1},
                                                        {" two  words ", 2},
                                                        {"nothing about you without you", 5},
                                                        {"a\nb\tc", 3}};
  for (const auto& [text, count] : kCases) EXPECT_EQ(WordCount(text), count) << text;
}

}  // namespace
}  // namespace demarche
