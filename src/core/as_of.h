// The two times of a dossier: what is known on the as-of date D, and what is then still to come
// (CONTRACT.md section 1). D is a second: the last one of the reader's as-of date.
#pragma once

#include "core/dossier.h"

namespace demarche {

/// Whether something reported at `reported_s` exists for a reader who stands at `as_of_s`.
constexpr bool KnownAt(Seconds reported_s, Seconds as_of_s) { return reported_s <= as_of_s; }

/// The status a reader at `as_of_s` sees: scheduled if it begins after it, ongoing if it has begun
/// and not certainly ended, else the author's.
Status StatusAt(const Event& event, Seconds as_of_s);

/// Seconds at which the picture changes (something becomes known or begins), ascending, distinct;
/// the stops of the keys [ and ].
std::vector<Seconds> ChangesOf(const Dossier& dossier);

}  // namespace demarche
