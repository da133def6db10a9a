// What the moves of a dossier say of its graph, whatever the playhead: who speaks for whom, who
// ever met, and from when on each move counts. Found once, so that moving the playhead looks at no
// move.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "core/graph/graph_layout.h"

namespace demarche {

/// When a move is both known and dated.
inline Seconds CountsFrom(const Move& move) {
  return std::max(move.date.when.earliest(), move.reported_s);
}

/// The order of the edges: by their ends in the order of the file, then by class.
inline bool ComesBefore(const EdgeKey& a, const EdgeKey& b) {
  if (a.from != b.from) return a.from < b.from;
  return a.to != b.to ? a.to < b.to : a.quad < b.quad;
}

/// Calls with the key of each edge that a move is of, perhaps twice: a move by several counts for
/// the first of `by` (its side), to each of `to`.
template <class Call>
void ForEachKey(std::span<const Index> sides, const Move& move, const Call& call) {
  if (move.by.empty()) return;
  for (const Index actor : move.to) {
    const EdgeKey key{sides[move.by[0]], sides[actor], QuadClassOf(move.type)};
    if (key.from != key.to) call(key);
  }
}

/// The actors whose moves ever met, each pair once, a < b.
struct ActorPair {
  Index a = kNone, b = kNone;
  size_t moves = 0;  // both ways
};

class GraphEvidence {
 public:
  /// Of the moves that the lens lets through (graph_scope.h). `dossier` outlives it. O(moves log
  /// moves).
  explicit GraphEvidence(const Dossier& dossier, const Lens& lens = {});

  const Dossier& dossier() const { return dossier_; }
  const std::vector<Index>& sides() const { return sides_; }  // SidesOf
  const std::vector<ActorPair>& pairs() const { return pairs_; }
  /// All that there ever are, ascending as in BundlesAt.
  const std::vector<EdgeKey>& keys() const { return keys_; }
  /// How many moves of a key are known and dated up to `as_of_s`. O(log n)
  uint32_t CountAt(size_t key, Seconds as_of_s) const;
  /// From when on there is a move of a key.
  Seconds FirstOf(size_t key) const { return from_s_[start_[key]]; }
  /// Whether an actor has made a move of any key until then.
  bool HasSpoken(Index actor, Seconds as_of_s) const { return speaks_from_s_[actor] <= as_of_s; }

 private:
  void FindPairs();

  const Dossier& dossier_;
  const std::vector<Index> sides_;
  std::vector<ActorPair> pairs_;
  std::vector<EdgeKey> keys_;
  std::vector<size_t> start_ = {0};     // by key, into from_s_
  std::vector<Seconds> from_s_;         // by key, ascending: when its moves count
  std::vector<Seconds> speaks_from_s_;  // by actor
};

}  // namespace demarche
