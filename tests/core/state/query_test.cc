#include "core/state/query.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/core/dossier/sample_dossier.h"

namespace demarche {
namespace {

std::string Visible(const EventFilter& filter) {
  std::string out;
  for (const Index event : VisibleEvents(Sample(), filter)) {
    EXPECT_TRUE(Matches(Sample(), event, filter));
    if (!out.empty()) out += ' ';
    out += Sample().events()[event].id;
  }
  return out;
}

TEST(QueryTest, ShowsWhatIsKnown) {
  EXPECT_EQ(Visible({}), "act protests call strike geneva ruling after");
  EXPECT_EQ(Visible({.as_of_s = EndOf("2022-01-09")}), "act protests call strike geneva ruling");
  EXPECT_EQ(Visible({.as_of_s = EndOf("2021-12-26")}), "act protests");
  EXPECT_EQ(Visible({.as_of_s = EndOf("1997-05-26")}), "");
}

TEST(QueryTest, FindsWordsWhereverTheyStand) {
  const struct {
    std::string_view query, found;
  } kCases[] = {
      {"geneva", "geneva"},        // a title
      {"GENEVA talks", "geneva"},  // all words, in any order and case
      {"geneva act", ""},          // no event has both
      {"tal", "geneva"},           // parts of words
      {"женеві", "geneva"},        // other languages
      {"ЖЕНЕВІ", "geneva"},
      {"париж", "act"},     // the place
      {"россия", "act"},    // an actor
      {"america", "call"},  // an actor's alias
      {"  founding \t act ", "act"},
      {"   ", "act protests call strike geneva ruling after"},
      {"nowhere", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(Visible({.query = c.query}), c.found) << c.query;
}

TEST(QueryTest, TakesManyWords) {
  std::string query;
  for (int i = 0; i < 40; ++i) query += "a ";
  EXPECT_NE(Visible({.query = query}), "");
}

TEST(QueryTest, KeepsToAGroup) {
  EXPECT_EQ(Visible({.group = "Background"}), "protests strike ruling");
  EXPECT_EQ(Visible({.group = "Diplomacy"}), "act call geneva after");
  EXPECT_EQ(Visible({.group = "Diplomatie"}), "");  // groups are named in the dossier's language
  EXPECT_EQ(Visible({.as_of_s = EndOf("2014"), .query = "pro", .group = "Background"}), "protests");
}

TEST(QueryTest, FollowsTheState) {
  AppState state = InitialState(Sample());
  state.query = "talks";
  state.group = "Diplomacy";
  const EventFilter filter = FilterOf(state);
  EXPECT_EQ(filter.as_of_s, EndOf("2022-01-09"));
  EXPECT_EQ(filter.query, "talks");
  EXPECT_EQ(filter.group, "Diplomacy");
}

TEST(QueryTest, RelatesEventsToTheFocus) {
  const struct {
    std::string_view focus, related;
  } kCases[] = {
      {"call", "call"},     {"refuse", "call"},  // the move's event
      {"ask", ""},                               // a move without an event
      {"us", "call"},                            // takes part
      {"ru", "act call"},                        // takes part, or a move of the event is to it
      {"missiles", "call"},                      // the event's topic
      {"borders", "call"},                       // the topic of a move of the event
      {"courts", "ruling"}, {"paris", "act"},   {"S1", ""},
  };
  for (const auto& c : kCases) {
    std::string related;
    for (const Index event : Sample().EventsByTime()) {
      if (!RelatedTo(Sample(), event, Named(c.focus))) continue;
      if (!related.empty()) related += ' ';
      related += Sample().events()[event].id;
    }
    EXPECT_EQ(related, c.related) << c.focus;
  }
  EXPECT_FALSE(RelatedTo(Sample(), 0, {}));
  EXPECT_FALSE(RelatedTo(Sample(), 0, {ItemKind::kMove, 99}));
}

}  // namespace
}  // namespace demarche
