// The negotiation as a table: for each topic what each side demands, offers, refuses and threatens,
// and what it did, as known on the as-of date. What stands for what is the PLOVER type of a move.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "core/dossier/dossier.h"

namespace demarche {

enum class Stance : uint8_t {
  kDemands,    // REQUEST
  kOffers,     // AGREE, SUPPORT, CONCEDE
  kRefuses,    // REJECT
  kThreatens,  // THREATEN
  kAccuses,    // ACCUSE
  kTalks,      // CONSULT
  kActs,       // all material types
};
inline constexpr size_t kStanceCount = 7;
Stance StanceOf(PloverType type);

/// What one side said and did on a topic.
struct SideStances {
  Index side = kNone;                                  // an actor
  std::array<std::vector<Index>, kStanceCount> moves;  // by stance, in time order

  const std::vector<Index>& of(Stance stance) const { return moves[static_cast<size_t>(stance)]; }
};
struct TopicStances {
  Index topic = kNone;
  std::vector<SideStances> sides;  // in the order of the actors in the file; each has moves
};

/// The topics with moves known at `as_of_s`, in the order of the file; moves of no topic are left
/// out. A move counts for the side of the first of `by`; `sides` is whom each actor speaks for
/// (SidesOf in core/graph/graph_layout.h). O(moves log moves).
std::vector<TopicStances> NegotiationAt(const Dossier& dossier, std::span<const Index> sides,
                                        Seconds as_of_s);

}  // namespace demarche
