// What belongs to an event beyond what it says of itself: who sat at the table, what each side said
// going in, which moves are its own, and what it leads back to. All as of a date.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/dossier/dossier.h"

namespace demarche {

/// A heading over participants: who they are to the event.
enum class Seat : uint8_t { kAtTheTable, kSpeaking, kTakingPart, kJoining, kHost, kSubject };

struct Seating {
  Seat seat = Seat::kAtTheTable;
  std::vector<const Participant*> participants;  // in the order of the file
};

/// The participants under their headings; headings without one are left out. `sides` is SidesOf the
/// dossier (graph_layout.h), which costs as much as all its actors.
std::vector<Seating> SeatingOf(const Dossier& dossier, const Event& event,
                               std::span<const Index> sides);

/// One quote a side, the latest before the event, in the order of the sides at the table; empty
/// unless at least two sides have one, because one alone would weigh more than none.
std::vector<Index> QuotesGoingIn(const Dossier& dossier, Index event, std::span<const Index> sides,
                                 Seconds as_of_s);

/// Words of a text, as a reader counts them.
size_t WordCount(std::string_view text);

enum class MoveTense : uint8_t { kMade, kExpected };
/// The event's moves known at `as_of_s`: those whose date has come, or those still ahead.
std::vector<Index> KnownMovesOf(const Dossier& dossier, Index event, Seconds as_of_s,
                                MoveTense tense);

/// Up to three earlier events: those that this one's moves reply to, then those that share its
/// topics, the most important first. In time order. Looks at no more than the last ten thousand
/// events.
std::vector<Index> LeadsBackTo(const Dossier& dossier, Index event, Seconds as_of_s);

}  // namespace demarche
