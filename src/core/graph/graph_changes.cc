#include "core/graph/graph_changes.h"

#include <algorithm>
#include <span>

#include "core/base/stable_sort.h"
#include "core/dossier/as_of.h"

namespace demarche {
namespace {

// Those of `by_time` that begin after `from_s` and by `to_s`.
template <class Item>
std::span<const Index> BegunIn(const std::vector<Item>& items, std::span<const Index> by_time,
                               Seconds from_s, Seconds to_s) {
  const auto begun_by = [&items, by_time](Seconds t) {
    return std::partition_point(by_time.begin(), by_time.end(), [&items, t](Index index) {
      return items[index].date.when.earliest() <= t;
    });
  };
  const auto first = begun_by(from_s), end = begun_by(to_s);
  return first < end ? std::span<const Index>(&*first, static_cast<size_t>(end - first))
                     : std::span<const Index>();
}

template <class Reports, class Call>
void ForEachReportedIn(const Reports& reports, Seconds from_s, Seconds to_s, const Call& call) {
  auto report = std::partition_point(reports.begin(), reports.end(),
                                     [from_s](const auto& r) { return r.reported_s <= from_s; });
  for (; report != reports.end() && report->reported_s <= to_s; ++report) call(report->index);
}

// In the order of Dossier::EventsByTime and MovesByTime, each once.
template <class Item>
void SortByTime(const std::vector<Item>& items, std::vector<Index>* order) {
  std::sort(order->begin(), order->end(), [&items](Index a, Index b) {
    const When& x = items[a].date.when;
    const When& y = items[b].date.when;
    if (x.earliest() != y.earliest()) return x.earliest() < y.earliest();
    return x.latest() != y.latest() ? x.latest() < y.latest() : a < b;
  });
  order->erase(std::unique(order->begin(), order->end()), order->end());
}

}  // namespace

ChangeFinder::ChangeFinder(const GraphEvidence& evidence)
    : evidence_(evidence), stands_from_s_(dossier().actors().size(), kTimeMax + 1) {
  const auto reported_apart = [](const auto& items) {
    Reports reports;
    for (Index i = 0; i < items.size(); ++i) {
      if (items[i].reported_s != items[i].date.when.earliest())
        reports.push_back({items[i].reported_s, i});
    }
    StableSort(&reports,
               [](const Report& x, const Report& y) { return x.reported_s < y.reported_s; });
    return reports;
  };
  moves_ = reported_apart(dossier().moves());
  events_ = reported_apart(dossier().events());
  for (size_t key = 0; key < evidence.keys().size(); ++key) {
    for (const Index actor : {evidence.keys()[key].from, evidence.keys()[key].to})
      stands_from_s_[actor] = std::min(stands_from_s_[actor], evidence.FirstOf(key));
  }
}

GraphChanges ChangeFinder::Between(Seconds from_s, Seconds to_s) const {
  GraphChanges changes;
  AddMoves(from_s, to_s, &changes);
  AddActors(from_s, to_s, &changes);
  AddEvents(from_s, to_s, &changes);
  const auto is_new = [from_s, to_s](Seconds t) { return t > from_s && t <= to_s; };
  const std::vector<Tie>& ties = dossier().data().ties;
  for (Index t = 0; t < ties.size(); ++t) {
    const TimeSpan holds = HoldsIn(ties[t]);
    if (is_new(holds.earliest)) changes.ties.push_back({t, TieChange::kBegan});
    if (is_new(holds.latest)) changes.ties.push_back({t, TieChange::kEnded});
  }
  return changes;
}

void ChangeFinder::AddMoves(Seconds from_s, Seconds to_s, GraphChanges* changes) const {
  const std::vector<Move>& moves = dossier().moves();
  for (const Index m : BegunIn(moves, dossier().MovesByTime(), from_s, to_s)) {
    if (KnownAt(moves[m].reported_s, to_s)) changes->moves.push_back(m);
  }
  ForEachReportedIn(moves_, from_s, to_s, [&](Index m) {
    const bool counts = CountsFrom(moves[m]) <= to_s;
    (counts ? changes->moves : changes->announced).push_back(m);
  });
  SortByTime(moves, &changes->moves);
  SortByTime(moves, &changes->announced);

  struct Evidence {
    EdgeKey key;
    Index move;
  };
  std::vector<Evidence> evidence;
  for (const Index m : changes->moves) {
    ForEachKey(evidence_.sides(), moves[m], [&evidence, m](const EdgeKey& key) {
      evidence.push_back({key, m});
    });
  }
  StableSort(&evidence,
             [](const Evidence& a, const Evidence& b) { return ComesBefore(a.key, b.key); });
  const std::vector<EdgeKey>& keys = evidence_.keys();
  for (const Evidence& e : evidence) {
    if (changes->edges.empty() || changes->edges.back().key != e.key) {
      const auto at = static_cast<size_t>(
          std::lower_bound(keys.begin(), keys.end(), e.key, ComesBefore) - keys.begin());
      changes->edges.push_back(
          {e.key, evidence_.CountAt(at, from_s), evidence_.CountAt(at, to_s), {}});
    }
    std::vector<Index>& of_edge = changes->edges.back().moves;
    if (of_edge.empty() || of_edge.back() != e.move) of_edge.push_back(e.move);
  }
}

bool ChangeFinder::Shows(Index actor, Seconds as_of_s) const {
  const Actor& who = dossier().actors()[actor];
  if (stands_from_s_[actor] <= as_of_s) return true;
  return who.HasPin() && (who.kind != ActorKind::kPerson || evidence_.HasSpoken(actor, as_of_s));
}

void ChangeFinder::AddActors(Seconds from_s, Seconds to_s, GraphChanges* changes) const {
  std::vector<Index> actors;
  for (const EdgeChange& edge : changes->edges) {
    actors.push_back(edge.key.from);
    actors.push_back(edge.key.to);
    for (const Index m : edge.moves)
      for (const Index actor : dossier().moves()[m].by) actors.push_back(actor);
  }
  std::sort(actors.begin(), actors.end());
  actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
  for (const Index actor : actors)
    if (Shows(actor, to_s) && !Shows(actor, from_s)) changes->actors.push_back(actor);
}

void ChangeFinder::AddEvents(Seconds from_s, Seconds to_s, GraphChanges* changes) const {
  const std::vector<Event>& events = dossier().events();
  std::vector<Index> changed;
  for (const Index e : BegunIn(events, dossier().EventsByTime(), from_s, to_s)) {
    if (KnownAt(events[e].reported_s, to_s)) changed.push_back(e);
  }
  ForEachReportedIn(events_, from_s, to_s, [&changed](Index e) { changed.push_back(e); });
  SortByTime(events, &changed);
  for (const Index e : changed) {
    const bool was_known = KnownAt(events[e].reported_s, from_s);
    const bool has_begun = events[e].date.when.earliest() <= to_s;
    if (was_known && events[e].status == Status::kCancelled) continue;
    changes->events.push_back({e, was_known   ? EventChange::kBegan
                                  : has_begun ? EventChange::kReported
                                              : EventChange::kAnnounced});
  }
}

}  // namespace demarche
