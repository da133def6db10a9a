#include "core/dossier/as_of.h"

#include <algorithm>
#include <utility>

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
void VisitChanges(const DossierData& data, const Visit& visit) {
  for (const Event& event : data.events) {
    VisitChanges(event.reported_s, event.date.when.earliest(), visit);
  }
  for (const Move& move : data.moves) {
    VisitChanges(move.reported_s, move.date.when.earliest(), visit);
  }
}

std::vector<Seconds> SortedDistinct(std::vector<Seconds> times) {
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  times.shrink_to_fit();
  return times;
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
  VisitChanges(dossier.data(), [&changes](Seconds t) { changes.push_back(t); });
  return SortedDistinct(std::move(changes));
}

std::vector<Seconds> ChangeDaysOf(const DossierData& data) {
  std::vector<Seconds> days;
  // Most files are in the order of time, so that most days repeat the one before.
  VisitChanges(data, [&days](Seconds t) {
    const Seconds day_s = EndOfDay(t);
    if (days.empty() || days.back() != day_s) days.push_back(day_s);
  });
  return SortedDistinct(std::move(days));
}

Seconds EndOfDay(Seconds t) {
  if (t <= kTimeMin || t >= kTimeMax) return t;
  return FloorDiv(t, kSecondsPerDay) * kSecondsPerDay + (kSecondsPerDay - 1);
}

std::optional<Seconds> PreviousChangeDay(const Dossier& dossier, Seconds as_of_s) {
  const std::span<const Seconds> days = dossier.ChangeDays();
  const auto from = std::lower_bound(days.begin(), days.end(), as_of_s);
  if (from == days.begin()) return std::nullopt;
  return *(from - 1);
}

std::optional<Seconds> NextChangeDay(const Dossier& dossier, Seconds as_of_s) {
  const std::span<const Seconds> days = dossier.ChangeDays();
  const auto next = std::upper_bound(days.begin(), days.end(), as_of_s);
  if (next == days.end()) return std::nullopt;
  return *next;
}

}  // namespace demarche
