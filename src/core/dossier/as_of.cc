#include "core/dossier/as_of.h"

#include <algorithm>

#include "core/dates/civil.h"

namespace demarche {
Status StatusAt(const Event& event, Seconds as_of_s) {
  const When& when = event.date.when;
  if (event.status == Status::kCancelled) return Status::kCancelled;
  if (when.earliest() > as_of_s) return Status::kScheduled;
  if (when.Has(kInterval) && when.latest() > as_of_s) return Status::kOngoing;
  return event.status;
}

TimeSpan HoldsIn(const Tie& tie) {
  TimeSpan span{kTimeMin, kTimeMax};
  if (!tie.since.edtf.empty()) span.earliest = tie.since.when.earliest();
  if (!tie.until.edtf.empty() && tie.until.when.latest() < kTimeMax)
    span.latest = tie.until.when.latest() + 1;
  return span;
}

std::vector<Seconds> ChangeDaysOf(const DossierData& data) {
  std::vector<Seconds> days;
  const auto add_day_of = [&days](Seconds t) {
    const Seconds day_s = EndOfDay(t);
    // Most files are in the order of time, so that most days repeat the one before.
    if (days.empty() || days.back() != day_s) days.push_back(day_s);
  };
  const auto add = [&add_day_of](Seconds reported_s, Seconds begins_s) {
    if (reported_s > kTimeMin && reported_s < kTimeMax) add_day_of(reported_s);
    // What began before anyone knew of it changes nothing by beginning.
    if (begins_s > reported_s && begins_s < kTimeMax) add_day_of(begins_s);
  };
  for (const Event& event : data.events) add(event.reported_s, event.date.when.earliest());
  for (const Move& move : data.moves) add(move.reported_s, move.date.when.earliest());
  std::sort(days.begin(), days.end());
  if (days.empty()) return days;
  // Who was a member of what before the first thing happened is where the dossier begins.
  const TimeSpan told{days.front(), days.back()};
  for (const Tie& tie : data.ties) {
    const TimeSpan holds = HoldsIn(tie);
    for (const Seconds t : {holds.earliest, holds.latest})
      if (t >= told.earliest && t <= told.latest) add_day_of(t);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  days.shrink_to_fit();
  return days;
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
