// Questions to a dossier that both the pane and the canvas ask: what is visible now, in what order.
#pragma once

#include <string_view>
#include <vector>

#include "core/state/state.h"

namespace demarche {

/// Which events a state shows: known at the as-of date, matching the search text.
struct EventFilter {
  Seconds as_of_s = kTimeMax;
  /// Case-insensitive (core/base/fold.h); all of its words must occur.
  std::string_view query = {};
  std::string_view group = {};  // in the dossier's language; empty: every group
};

/// For one event; many at once are for VisibleEvents, which prepares the search once.
bool Matches(const Dossier& dossier, Index event, const EventFilter& filter);

/// The events that match, in time order.
std::vector<Index> VisibleEvents(const Dossier& dossier, const EventFilter& filter);

/// Whether a track is of that group, as named in the dossier's language.
bool HasGroup(const Dossier& dossier, std::string_view group);

/// The filter of a state (list and canvas use the same).
EventFilter FilterOf(const AppState& state);

/// Whether an event stands out with `focus`: it is it, holds the move, has the actor or the topic.
bool RelatedTo(const Dossier& dossier, Index event, Ref focus);

}  // namespace demarche
