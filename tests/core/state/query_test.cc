#include "core/state/query.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "core/base/fold.h"
#include "core/base/random.h"
#include "core/dossier/generate.h"
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

// Brute force: every word stands in the title or the summary, in an actor's name or the place's.
TEST(QueryTest, PropertyFindsWhatItsTextsSay) {
  std::string json;
  GenerateDossier({.events = 400, .actors = 12, .seed = 5},
                  [&json](std::string_view piece) { json += piece; });
  const Dossier dossier = ReadValid(json);
  const auto texts_of = [&dossier](const Event& event) {
    std::string texts;
    const auto add = [&](Text text) { texts += Folded(dossier.In(text, "en")) + '\n'; };
    add(event.title);
    add(event.summary);
    if (event.place != kNone) add(dossier.data().places[event.place].name);
    for (const Participant& participant : event.actors) {
      add(dossier.actors()[participant.actor].name);
    }
    return texts;
  };
  std::string all_texts;
  for (const Event& event : dossier.events()) all_texts += texts_of(event);

  Random random(3);
  size_t found = 0;
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> words;
    std::string query;
    for (uint64_t left = 1 + random.Below(3); left > 0; --left) {
      const size_t at = random.Below(all_texts.size());
      std::string word = all_texts.substr(at, 1 + random.Below(6));
      word.resize(std::min(word.find_first_of(" \n"), word.size()));
      if (word.empty()) continue;
      words.push_back(word);
      query += word + ' ';
      query[query.size() - 2] = static_cast<char>(std::toupper(query[query.size() - 2]));
    }
    std::vector<Index> expected;
    for (const Index event : dossier.EventsByTime()) {
      const std::string texts = texts_of(dossier.events()[event]);
      const bool is_found = std::all_of(words.begin(), words.end(), [&texts](const auto& word) {
        return texts.find(word) != std::string::npos;
      });
      if (is_found) expected.push_back(event);
    }
    found += expected.size();
    EXPECT_EQ(VisibleEvents(dossier, {.query = query}), expected) << query;
  }
  EXPECT_GT(found, 2000u);
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
      {"courts", ""},                            // no track can be the focus
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
