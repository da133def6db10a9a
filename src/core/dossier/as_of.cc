#include "core/dossier/as_of.h"

#include <algorithm>

#include "core/dates/civil.h"

namespace demarche {
namespace {

template <class Visit>
void VisitChanges(Seconds reported_s, Seconds begins_s, const Visit& visit) {
  if (reported_s > kTimeMin && reported_s < kTimeMax) visit(reported_s);
  // What began before anyone knew of it changes nothing by beginning.
  if (begins_s > reported_s && begins_s < kTimeMax) visit(begins_s);
}

template <class Visit>
void VisitChanges(const Dossier& dossier, const Visit& visit) {
  for (const Event& event : dossier.events()) {
    VisitChanges(event.reported_s, event.date.when.earliest(), visit);
  }
  for (const Move& move : dossier.moves()) {
    VisitChanges(move.reported_s, move.date.when.earliest(), visit);
  }
}

}  // namespace

Status StatusAt(const Event& event, Seconds as_of_s) {
  const When& when = event.date.when;
  if (event.status == Status::kCancelled) return Status::kCancelled;
  if (when.earliest() > as_of_s) return Status::kScheduled;
  if (when.Has(kInterval) && when.latest() > as_of_s) return Status::kOngoing;
  return event.status;
}

std::vector<Seconds> ChangesOf(const Dossier& dossier) {
  std::vector<Seconds> changes;
  VisitChanges(dossier, [&changes](Seconds t) { changes.push_back(t); });
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
  return changes;
}

Seconds EndOfDay(Seconds t) {
  if (t <= kTimeMin || t >= kTimeMax) return t;
  return FloorDiv(t, kSecondsPerDay) * kSecondsPerDay + (kSecondsPerDay - 1);
}

std::optional<Seconds> PreviousChangeDay(const Dossier& dossier, Seconds as_of_s) {
  std::optional<Seconds> best;
  VisitChanges(dossier, [&best, as_of_s](Seconds t) {
    const Seconds stop_s = EndOfDay(t);
    if (stop_s < as_of_s && (!best || stop_s > *best)) best = stop_s;
  });
  return best;
}

std::optional<Seconds> NextChangeDay(const Dossier& dossier, Seconds as_of_s) {
  std::optional<Seconds> best;
  VisitChanges(dossier, [&best, as_of_s](Seconds t) {
    const Seconds stop_s = EndOfDay(t);
    if (stop_s > as_of_s && (!best || stop_s < *best)) best = stop_s;
  });
  return best;
}

}  // namespace demarche
