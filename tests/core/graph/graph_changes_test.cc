// What changed between two dates: the changes from one date to a later one make up the difference
// between what the graph shows at the two.
#include "core/graph/graph_changes.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/base/random.h"
#include "core/dates/civil.h"
#include "core/dossier/as_of.h"
#include "core/dossier/generate.h"
#include "core/graph/graph_places.h"
#include "core/graph/graph_plan.h"
#include "core/reader/dossier_reader.h"
#include "tests/core/graph/graph_fixture.h"
#include "tests/repository.h"

namespace demarche {
namespace {

Dossier Generated(uint64_t seed) {
  std::string json;
  GenerateDossier({.events = 200, .actors = 16, .seed = seed},
                  [&json](std::string_view piece) { json += piece; });
  return std::move(*ReadDossier(json, "generated.json").dossier);
}

using Key = std::tuple<Index, Index, QuadClass>;
Key KeyOf(const EdgeKey& key) { return {key.from, key.to, key.quad}; }

// Everything that changes, as sets: two of them add up.
struct Sum {
  std::map<Key, std::set<Index>> moves;
  std::set<Index> actors, all_moves, known_events;
  std::map<Index, int> ties;  // 1 begun, 0 begun and over, -1 over

  void Add(const GraphChanges& changes) {
    for (const EdgeChange& edge : changes.edges)
      for (const Index m : edge.moves) EXPECT_TRUE(moves[KeyOf(edge.key)].insert(m).second);
    for (const Index m : changes.moves) EXPECT_TRUE(all_moves.insert(m).second);
    for (const Index actor : changes.actors) EXPECT_TRUE(actors.insert(actor).second);
    for (const ChangedTie& tie : changes.ties)
      ties[tie.tie] += tie.change == TieChange::kBegan ? 1 : -1;
    for (const ChangedEvent& event : changes.events) {
      if (event.change == EventChange::kBegan) continue;
      EXPECT_TRUE(known_events.insert(event.event).second);
    }
  }
  friend bool operator==(const Sum&, const Sum&) = default;
};

std::vector<Seconds> SomeDates(const Dossier& dossier, uint32_t seed) {
  Random random(seed);
  std::vector<Seconds> dates = {kTimeMin, kTimeMax};
  const auto span = static_cast<uint64_t>(dossier.extent().latest - dossier.extent().earliest);
  for (int i = 0; i < 10; ++i) {
    dates.push_back(dossier.extent().earliest + static_cast<Seconds>(random.Below(span)));
    dates.push_back(dossier.ChangeDays()[random.Below(dossier.ChangeDays().size())]);
  }
  std::sort(dates.begin(), dates.end());
  return dates;
}

void ExpectChangesAddUp(const Dossier& dossier, uint32_t seed) {
  const GraphEvidence evidence(dossier);
  const ChangeFinder finder(evidence);
  const std::vector<Seconds> dates = SomeDates(dossier, seed);
  for (size_t a = 0; a < dates.size(); a += 3) {
    for (size_t b = a; b < dates.size(); b += 2) {
      for (size_t c = b; c < dates.size(); c += 4) {
        Sum parts, whole;
        parts.Add(finder.Between(dates[a], dates[b]));
        parts.Add(finder.Between(dates[b], dates[c]));
        whole.Add(finder.Between(dates[a], dates[c]));
        std::erase_if(parts.moves, [](const auto& of_key) { return of_key.second.empty(); });
        ASSERT_EQ(parts, whole) << IsoUtc(dates[a]) << ' ' << IsoUtc(dates[b]) << ' '
                                << IsoUtc(dates[c]);
      }
    }
  }
}

void ExpectCountsAndNodesFollow(const Dossier& dossier, uint32_t seed) {
  const GraphEvidence evidence(dossier);
  const ChangeFinder finder(evidence);
  const FixedMeasurer measurer;
  GraphRequest request;
  request.dossier = &dossier;
  request.measurer = &measurer;
  request.evidence = &evidence;
  request.places = PlaceActors(evidence);
  request.area_px = {0, 0, 3000, 2400};
  const NodePlan plan = PlanNodes(request, evidence);
  request.nodes = &plan;
  const auto nodes_at = [&request](Seconds as_of_s) {
    request.as_of_s = as_of_s;
    const GraphLayout layout = LayoutGraph(request);
    EXPECT_EQ(layout.hidden_actors, 0u);
    std::set<Index> nodes;
    for (const GraphNode& node : layout.nodes) nodes.insert(node.actor);
    return nodes;
  };
  const std::vector<Seconds> dates = SomeDates(dossier, seed);
  for (size_t i = 1; i < dates.size(); ++i) {
    const GraphChanges changes = finder.Between(dates[i - 1], dates[i]);
    std::map<Key, uint32_t> counts;
    for (const EdgeBundle& bundle : BundlesAt(dossier, dates[i - 1]))
      counts[KeyOf(bundle.key)] = static_cast<uint32_t>(bundle.moves.size());
    for (const EdgeChange& edge : changes.edges) {
      EXPECT_EQ(edge.before, counts[KeyOf(edge.key)]);
      EXPECT_EQ(edge.before + edge.moves.size(), edge.after);
      counts[KeyOf(edge.key)] = edge.after;
    }
    std::map<Key, uint32_t> now;
    for (const EdgeBundle& bundle : BundlesAt(dossier, dates[i]))
      now[KeyOf(bundle.key)] = static_cast<uint32_t>(bundle.moves.size());
    EXPECT_EQ(counts, now);

    std::set<Index> nodes = nodes_at(dates[i - 1]);
    for (const Index actor : changes.actors) EXPECT_TRUE(nodes.insert(actor).second) << actor;
    EXPECT_EQ(nodes, nodes_at(dates[i])) << IsoUtc(dates[i]);
  }
}

// Something changes on each day at which one stops, and nothing between two of them; outside of
// them at most ties.
void ExpectStopsAreTheChanges(const Dossier& dossier) {
  const GraphEvidence evidence(dossier);
  const ChangeFinder finder(evidence);
  Seconds before_s = dossier.ChangeDays().front() - kSecondsPerDay;
  const auto expect_only_ties = [&finder](Seconds from_s, Seconds to_s) {
    const GraphChanges changes = finder.Between(from_s, to_s);
    EXPECT_TRUE(changes.moves.empty() && changes.announced.empty() && changes.events.empty());
  };
  expect_only_ties(kTimeMin, before_s);
  for (const Seconds day_s : dossier.ChangeDays()) {
    EXPECT_TRUE(finder.Between(before_s, day_s - kSecondsPerDay).empty()) << IsoUtc(day_s);
    bool is_empty = finder.Between(before_s, day_s).empty();
    for (const Event& event : dossier.events()) {
      if (event.status == Status::kCancelled && EndOfDay(event.date.when.earliest()) == day_s)
        is_empty = false;
    }
    EXPECT_FALSE(is_empty) << IsoUtc(day_s);
    before_s = day_s;
  }
  expect_only_ties(before_s, kTimeMax - 1);
}

TEST(GraphChanges, AddUpFromDateToDate) {
  ExpectChangesAddUp(Talks(), 1);
  for (const uint32_t seed : {1u, 2u, 3u}) ExpectChangesAddUp(Generated(seed), seed);
}

TEST(GraphChanges, MakeWhatTheGraphShowsFromWhatItShowed) {
  ExpectCountsAndNodesFollow(Talks(), 5);
  for (const uint32_t seed : {1u, 2u, 3u}) ExpectCountsAndNodesFollow(Generated(seed), seed);
}

TEST(GraphChanges, HappenOnTheStopsOfTheAsOfDate) {
  ExpectStopsAreTheChanges(Talks());
  for (const uint32_t seed : {1u, 2u, 3u}) ExpectStopsAreTheChanges(Generated(seed));
}

TEST(GraphChanges, TellWhatAReaderWouldMiss) {
  DossierSketch sketch;
  const Index us = sketch.State("US", "United States"), ru = sketch.State("RU", "Russia");
  const Index first = sketch.AddMove({ru}, {us}, PloverType::kRequest, "2021-12-17");
  const Index late = sketch.AddMove({ru}, {us}, PloverType::kThreaten, "2021-12-20", "2021-12-26");
  const Index early = sketch.AddMove({us}, {ru}, PloverType::kConsult, "2022-01-10", "2021-12-26");
  const Index meeting = sketch.AddEvent("", "2022-01-10", {{us, "party"}, {ru, "party"}});
  const Dossier dossier = sketch.Build();
  const GraphEvidence evidence(dossier);
  const ChangeFinder finder(evidence);

  const GraphChanges opening = finder.Between(kTimeMin, Day("2021-12-25"));
  EXPECT_EQ(opening.moves, std::vector{first});
  EXPECT_EQ(opening.actors, (std::vector{us, ru}));

  const GraphChanges christmas = finder.Between(Day("2021-12-25"), Day("2021-12-26"));
  ASSERT_EQ(christmas.edges.size(), 1u);
  EXPECT_EQ(christmas.edges[0].before, 1u);
  EXPECT_EQ(christmas.edges[0].after, 2u);
  EXPECT_EQ(christmas.edges[0].moves, std::vector{late});
  EXPECT_EQ(christmas.announced, std::vector{early});
  EXPECT_TRUE(christmas.actors.empty());

  const GraphChanges talks = finder.Between(Day("2021-12-26"), Day("2022-01-10"));
  EXPECT_EQ(talks.moves, std::vector{early});
  ASSERT_EQ(talks.events.size(), 1u);
  EXPECT_EQ(talks.events[0].event, meeting);
  EXPECT_EQ(talks.events[0].change, EventChange::kReported);
}

TEST(GraphChanges, CountTheMembersThatJoinedNato) {
  const Dossier& dossier = Talks();
  const GraphEvidence evidence(dossier);
  const ChangeFinder finder(evidence);
  const Index nato = dossier.Find("nato").index;
  const auto joined = [&](const char* from, const char* to) {
    size_t count = 0;
    for (const ChangedTie& tie : finder.Between(Day(from), Day(to)).ties) {
      const Tie& of = dossier.data().ties[tie.tie];
      count += of.to == nato && of.kind == TieKind::kMember && tie.change == TieChange::kBegan;
    }
    return count;
  };
  EXPECT_EQ(joined("1999-03-11", "1999-03-12"), 3u);
  EXPECT_EQ(joined("2004-03-28", "2004-03-29"), 7u);
  EXPECT_EQ(joined("1997-01-01", "2022-01-13"), 14u);
}

}  // namespace
}  // namespace demarche
