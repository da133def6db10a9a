// What a scope makes of the graph: which moves and edges a lens lets through, who is part of which
// organisation on a date, and how the edges add up where some actors are drawn as one.
#pragma once

#include <span>
#include <vector>

#include "core/graph/graph_evidence.h"

namespace demarche {

/// Whether a lens on a topic or a meeting, or on somebody who speaks for another (`sides`: for
/// whom), lets a move through. Other lenses look at edges: PassesLens() below.
bool PassesLens(const Lens& lens, std::span<const Index> sides, const Move& move);
/// Whether a lens is one of those that look at moves.
bool LooksAtMoves(const Lens& lens, std::span<const Index> sides);

/// Whether a tie says who is part of an organisation. People are part of what they represent.
bool IsMembership(const Dossier& dossier, const Tie& tie);
/// How many actors are members of each at a date, by index. Groups count for none: whom they stand
/// for is not known one by one.
std::vector<uint32_t> MembersAt(const Dossier& dossier, Seconds as_of_s);
/// At least as many as there are of each at any date.
std::vector<uint32_t> MembersEver(const Dossier& dossier);

/// By actor the one whose node its edges are of at a date: its side, and where members are folded
/// the organisation that this is a member of, or the one that that is a member of; of several the
/// first in the file. O(actors + ties).
std::vector<Index> NodesAt(const Dossier& dossier, const std::vector<Index>& sides, Members members,
                           Seconds as_of_s);

/// By actor the one that it is drawn as in a scope: likewise, and people who are folded as their
/// side.
std::vector<Index> DrawnAs(const GraphEvidence& evidence, const GraphScope& scope, Seconds as_of_s);

/// Whether a lens on a pair or an actor lets an edge between two sides through: who is folded into
/// one of them is part of it, at the date of `nodes`, which is NodesAt().
bool PassesLens(const Lens& lens, std::span<const Index> sides, std::span<const Index> nodes,
                const EdgeKey& key);

/// What an edge stands for at a date.
struct KeyCount {
  EdgeKey key;
  uint32_t moves = 0;
};
/// The edges that a scope shows, ascending as in BundlesAt, and by actor the moves between those
/// that are drawn as it: each edge is the sum of those that it stands for, and none is lost.
struct ScopedCounts {
  std::vector<KeyCount> edges;
  std::vector<uint32_t> inner;
};
/// `evidence` is that of the lens, `nodes` NodesAt() of the same date. O(keys log moves), and their
/// sorting where members are folded.
ScopedCounts CountsAt(const GraphEvidence& evidence, const GraphScope& scope,
                      std::span<const Index> nodes, Seconds as_of_s);

/// The bundles of the edges that a scope shows, with their moves, each once.
std::vector<EdgeBundle> BundlesAt(const Dossier& dossier, const GraphScope& scope, Seconds as_of_s);
/// The one of them with a key; without moves if there is none. O(moves), sorting nothing.
EdgeBundle BundleAt(const Dossier& dossier, const GraphScope& scope, Seconds as_of_s,
                    const EdgeKey& key);

}  // namespace demarche
