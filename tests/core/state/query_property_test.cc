// Filters against the plainest way to answer them: every event, every text, one after the other.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/fold.h"
#include "core/dossier/generate.h"
#include "core/state/query.h"
#include "core/timeline/timeline_items.h"
#include "tests/core/dossier/sample_dossier.h"

namespace demarche {
namespace {

const Dossier& Generated() {
  static const Dossier dossier = [] {
    std::string json;
    GenerateDossier({.events = 200, .actors = 24, .seed = 9},
                    [&json](std::string_view piece) { json += piece; });
    return ReadValid(json);
  }();
  return dossier;
}

bool Says(const Text& text, const std::string& word) {
  for (const LangString& wording : text)
    if (Folded(wording.text).find(word) != std::string::npos) return true;
  return false;
}

// One word of the query, in lower case, anywhere in what an event says.
bool SaysWord(const Dossier& dossier, const Event& event, const std::string& word) {
  if (Says(event.title, word) || Says(event.summary, word)) return true;
  if (event.place != kNone && Says(dossier.data().places[event.place].name, word)) return true;
  return std::any_of(event.actors.begin(), event.actors.end(), [&](const Participant& p) {
    const Actor& actor = dossier.actors()[p.actor];
    const bool alias = std::any_of(actor.aliases.begin(), actor.aliases.end(),
                                   [&word](const Text& name) { return Says(name, word); });
    return alias || Says(actor.name, word) || Says(actor.short_name, word);
  });
}

struct Question {
  Seconds as_of_s;
  std::vector<std::string> words;
  std::string group;
};

bool Answer(const Dossier& dossier, const Event& event, const Question& q) {
  if (event.reported_s > q.as_of_s) return false;
  const Text group = dossier.tracks()[event.track].group;
  if (!q.group.empty() && dossier.In(group, dossier.data().lang) != q.group) return false;
  return std::all_of(q.words.begin(), q.words.end(),
                     [&](const std::string& word) { return SaysWord(dossier, event, word); });
}

TEST(AnyQuery, FindsWhatAReaderOfEveryTextWouldFind) {
  const std::vector<std::string> kWords[] = {{},
                                             {"summit"},
                                             {"in"},
                                             {"geneva"},
                                             {"geneva", "talks"},
                                             {"movement"},
                                             {"union", "of"},
                                             {"number", "1", "vienna"},
                                             {"e"},
                                             {"vienna", "geneva"},
                                             {"nowhere"}};
  const Dossier* dossiers[] = {&Generated(), &Sample(), &Talks()};
  size_t some = 0, none = 0;
  for (const Dossier* dossier : dossiers) {
    std::vector<std::string> groups = {"", "Nobody"};
    for (const Track& track : dossier->tracks())
      groups.emplace_back(dossier->In(track.group, dossier->data().lang));
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    const TimeSpan extent = dossier->extent();
    for (const Seconds as_of_s : {extent.earliest - 1, extent.earliest,
                                  extent.earliest + (extent.latest - extent.earliest) / 10 * 9,
                                  EndOf("2022-01-09"), kTimeMax}) {
      for (const std::string& group : groups) {
        for (const std::vector<std::string>& words : kWords) {
          std::string query = "\t";
          for (const std::string& word : words) query += word + ' ';
          std::vector<Index> wanted;
          for (const Index event : dossier->EventsByTime()) {
            if (Answer(*dossier, dossier->events()[event], {as_of_s, words, group}))
              wanted.push_back(event);
          }
          const EventFilter filter{.as_of_s = as_of_s, .query = query, .group = group};
          ASSERT_EQ(VisibleEvents(*dossier, filter), wanted) << query << " in " << group;
          ASSERT_EQ(CountVisible(*dossier, filter), wanted.size()) << query << " in " << group;
          (wanted.empty() ? none : some) += 1;
        }
      }
    }
  }
  EXPECT_GT(some, 100u) << "or the questions ask nothing";
  EXPECT_GT(none, 100u);
}

// The lanes hold events and moves that belong to none; the date is another question.
TEST(AnyQuery, MatchesEntriesOfTheLanesLikewise) {
  for (const Dossier* dossier : {&Generated(), &Sample(), &Talks()}) {
    const LaneIndex& lanes = dossier->lanes();
    for (const std::string_view query : {"", "summit", "refuses", "the", "asks"}) {
      for (const std::string_view group : {"", "Talks", "Background", "Diplomacy"}) {
        const RankBits found = MatchingEntries(*dossier, query, group);
        const EventFilter filter{.query = query, .group = group};
        EventMatcher matcher(*dossier, filter);
        uint32_t count = 0;
        for (uint32_t entry = 0; entry < lanes.size(); ++entry) {
          const Index item = lanes.item(entry);
          const bool is_event = entry < lanes.Events().end;
          bool wanted = is_event ? Matches(*dossier, item, filter) : group.empty();
          if (!is_event && wanted && !query.empty())
            wanted = Says(dossier->moves()[item].summary, std::string(query));
          ASSERT_EQ(found.Has(entry), wanted) << entry << ' ' << query << ' ' << group;
          count += wanted ? 1 : 0;
        }
        EXPECT_EQ(found.count(), count);
      }
    }
  }
}

TEST(AnyQuery, EntriesOfAnActorOrATopicAreThoseThatHaveToDoWithIt) {
  size_t some = 0;
  for (const Dossier* dossier : {&Generated(), &Sample(), &Talks()}) {
    const LaneIndex& lanes = dossier->lanes();
    for (const ItemKind kind : {ItemKind::kActor, ItemKind::kTopic}) {
      const bool actors = kind == ItemKind::kActor;
      const size_t count = actors ? dossier->actors().size() : dossier->data().topics.size();
      for (Index i = 0; i < count; ++i) {
        const Ref focus{kind, i};
        const RankBits related = RelatedEntries(*dossier, focus);
        for (uint32_t entry = 0; entry < lanes.size(); ++entry) {
          ASSERT_EQ(related.Has(entry), HasToDoWith(*dossier, lanes.RefOf(entry), focus)) << entry;
        }
        some += related.count();
        size_t events = 0;
        for (const Index event : dossier->EventsByTime()) {
          if (!RelatedTo(*dossier, event, focus)) continue;
          ASSERT_LT(events, dossier->EventsWith(focus).size());
          ASSERT_EQ(dossier->EventsWith(focus)[events++], event) << "in time order";
        }
        ASSERT_EQ(events, dossier->EventsWith(focus).size());
      }
    }
  }
  EXPECT_GT(some, 300u);
}

}  // namespace
}  // namespace demarche
