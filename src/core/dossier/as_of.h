// The two times of a dossier: what is known on the as-of date D, and what is then still to come
// (CONTRACT.md section 1). D is a second: the last one of the reader's as-of date.
#pragma once

#include <optional>
#include <vector>

#include "core/dossier/dossier.h"

namespace demarche {

/// Whether something reported at `reported_s` exists for a reader who stands at `as_of_s`.
constexpr bool KnownAt(Seconds reported_s, Seconds as_of_s) { return reported_s <= as_of_s; }

/// Whether a bond holds at `as_of_s`; on its last day it still does.
inline bool HoldsAt(const Tie& tie, Seconds as_of_s) {
  return (tie.since.edtf.empty() || tie.since.when.earliest() <= as_of_s) &&
         (tie.until.edtf.empty() || as_of_s <= tie.until.when.latest());
}

/// The status a reader at `as_of_s` sees. A cancelled event stays cancelled; else it is scheduled
/// if it begins after `as_of_s`, ongoing if it is an interval that has begun and has not certainly
/// ended, and else what its author says.
Status StatusAt(const Event& event, Seconds as_of_s);

/// When a tie holds: from `earliest` until before `latest`, which is after the last second of its
/// last day; the infinities where it is open.
TimeSpan HoldsIn(const Tie& tie);

/// The ends of the days on which the picture changes (something becomes known, what is known
/// begins, a tie begins or is over between the first of that and the last), ascending, distinct.
/// Costs O(n log n).
std::vector<Seconds> ChangeDaysOf(const DossierData& data);

/// The last second of the UTC day of `t`; infinite times stay.
Seconds EndOfDay(Seconds t);

/// The stops of the keys [ and ]: the nearest end of a day with a change before or after `as_of_s`,
/// nothing if there is none. O(log n).
std::optional<Seconds> PreviousChangeDay(const Dossier& dossier, Seconds as_of_s);
std::optional<Seconds> NextChangeDay(const Dossier& dossier, Seconds as_of_s);

}  // namespace demarche
