#include "core/graph/graph_scope.h"

#include <algorithm>
#include <utility>

#include "core/base/stable_sort.h"
#include "core/dossier/as_of.h"

namespace demarche {
namespace {

constexpr int kMaxSteps = 8;  // from a member to its organisation, and to that one's; ends circles

// Sorts by key, stably, and merges those of one key.
template <class Item, class Merge>
void Gather(std::vector<Item>* items, const Merge& merge) {
  StableSort(items, [](const Item& a, const Item& b) { return ComesBefore(a.key, b.key); });
  size_t kept = 0;
  for (size_t i = 0; i < items->size(); ++i) {
    if (kept > 0 && (*items)[kept - 1].key == (*items)[i].key) {
      merge(&(*items)[kept - 1], (*items)[i]);
    } else {
      if (kept != i) (*items)[kept] = std::move((*items)[i]);
      ++kept;
    }
  }
  items->resize(kept);
}

}  // namespace

bool LooksAtMoves(const Lens& lens, std::span<const Index> sides) {
  return lens.kind == LensKind::kTopic || lens.kind == LensKind::kMeeting ||
         (lens.kind == LensKind::kActor && sides[lens.a] != lens.a);
}

bool PassesLens(const Lens& lens, std::span<const Index> sides, const Move& move) {
  if (!LooksAtMoves(lens, sides)) return true;
  if (lens.kind == LensKind::kActor) return move.Involves(lens.a);
  return (lens.kind == LensKind::kTopic ? move.topic : move.event) == lens.a;
}

bool IsMembership(const Dossier& dossier, const Tie& tie) {
  const std::vector<Actor>& actors = dossier.actors();
  return tie.kind == TieKind::kMember && tie.from < actors.size() && tie.to < actors.size() &&
         tie.from != tie.to && actors[tie.to].kind == ActorKind::kOrganisation &&
         actors[tie.from].kind != ActorKind::kPerson;
}

std::vector<uint32_t> MembersAt(const Dossier& dossier, Seconds as_of_s) {
  struct Pair {
    Index organisation, member;
    bool operator==(const Pair&) const = default;
  };
  std::vector<Pair> pairs;
  for (const Tie& tie : dossier.data().ties) {
    if (!IsMembership(dossier, tie) || !HoldsAt(tie, as_of_s)) continue;
    if (dossier.actors()[tie.from].kind != ActorKind::kGroup) pairs.push_back({tie.to, tie.from});
  }
  // Who came back has two ties.
  StableSort(&pairs, [](const Pair& x, const Pair& y) {
    return x.organisation != y.organisation ? x.organisation < y.organisation : x.member < y.member;
  });
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<uint32_t> members(dossier.actors().size());
  for (const Pair& pair : pairs) ++members[pair.organisation];
  return members;
}

std::vector<uint32_t> MembersEver(const Dossier& dossier) {
  std::vector<uint32_t> members(dossier.actors().size());
  for (const Tie& tie : dossier.data().ties) {
    if (IsMembership(dossier, tie)) ++members[tie.to];
  }
  return members;
}

std::vector<Index> NodesAt(const Dossier& dossier, const std::vector<Index>& sides, Members members,
                           Seconds as_of_s) {
  if (members != Members::kFolded) return sides;
  std::vector<Index> part_of(sides.size(), kNone);
  for (const Tie& tie : dossier.data().ties) {
    if (!IsMembership(dossier, tie) || !HoldsAt(tie, as_of_s)) continue;
    if (part_of[tie.from] == kNone) part_of[tie.from] = tie.to;
  }
  std::vector<Index> nodes(sides.size());
  for (Index i = 0; i < sides.size(); ++i) {
    Index at = sides[i];
    for (int step = 0; step < kMaxSteps && part_of[at] != kNone; ++step) at = part_of[at];
    nodes[i] = part_of[at] == kNone ? at : sides[i];  // a circle has no outermost
  }
  return nodes;
}

std::vector<Index> DrawnAs(const GraphEvidence& evidence, const GraphScope& scope,
                           Seconds as_of_s) {
  const Dossier& dossier = evidence.dossier();
  const std::vector<Index>& sides = evidence.sides();
  std::vector<Index> drawn = NodesAt(dossier, sides, scope.members, as_of_s);
  for (Index i = 0; i < drawn.size(); ++i) {
    const bool person = dossier.actors()[i].kind == ActorKind::kPerson;
    const bool folded = drawn[i] != sides[i] || (person && scope.people == People::kFolded);
    if (!folded) drawn[i] = i;
  }
  return drawn;
}

bool PassesLens(const Lens& lens, std::span<const Index> sides, std::span<const Index> nodes,
                const EdgeKey& key) {
  const auto is = [&](Index end, Index actor) {
    return end == sides[actor] || nodes[end] == actor;
  };
  if (lens.kind == LensKind::kPair) {
    return (is(key.from, lens.a) && is(key.to, lens.b)) ||
           (is(key.from, lens.b) && is(key.to, lens.a));
  }
  if (lens.kind == LensKind::kActor && !LooksAtMoves(lens, sides))
    return is(key.from, lens.a) || is(key.to, lens.a);
  return true;
}

ScopedCounts CountsAt(const GraphEvidence& evidence, const GraphScope& scope,
                      std::span<const Index> nodes, Seconds as_of_s) {
  ScopedCounts counts;
  counts.inner.resize(nodes.size());
  for (size_t i = 0; i < evidence.keys().size(); ++i) {
    const EdgeKey& key = evidence.keys()[i];
    const uint32_t moves = evidence.CountAt(i, as_of_s);
    if (moves == 0 || !PassesLens(scope.lens, evidence.sides(), nodes, key)) continue;
    const EdgeKey shown{nodes[key.from], nodes[key.to], key.quad};
    if (shown.from == shown.to) {
      counts.inner[shown.from] += moves;
    } else {
      counts.edges.push_back({shown, moves});
    }
  }
  if (scope.members == Members::kFolded)
    Gather(&counts.edges, [](KeyCount* to, const KeyCount& from) { to->moves += from.moves; });
  return counts;
}

std::vector<EdgeBundle> BundlesAt(const Dossier& dossier, const GraphScope& scope,
                                  Seconds as_of_s) {
  const std::vector<Index> sides = SidesOf(dossier);
  const std::vector<Index> nodes = NodesAt(dossier, sides, scope.members, as_of_s);
  std::vector<EdgeBundle> bundles = BundlesAt(dossier, as_of_s, scope.lens);
  std::erase_if(bundles, [&](EdgeBundle& bundle) {
    const bool passes = PassesLens(scope.lens, sides, nodes, bundle.key);
    bundle.key = {nodes[bundle.key.from], nodes[bundle.key.to], bundle.key.quad};
    return !passes || bundle.key.from == bundle.key.to;
  });
  if (scope.members != Members::kFolded) return bundles;
  Gather(&bundles, [](EdgeBundle* to, const EdgeBundle& from) {
    to->count += from.count;
    to->moves.insert(to->moves.end(), from.moves.begin(), from.moves.end());
  });
  std::vector<Index> rank(dossier.moves().size());
  for (Index i = 0; i < rank.size(); ++i) rank[dossier.MovesByTime()[i]] = i;
  for (EdgeBundle& bundle : bundles) {
    std::vector<Index>& moves = bundle.moves;
    StableSort(&moves, [&](Index a, Index b) { return rank[a] < rank[b]; });
    moves.erase(std::unique(moves.begin(), moves.end()), moves.end());
  }
  return bundles;
}

EdgeBundle BundleAt(const Dossier& dossier, const GraphScope& scope, Seconds as_of_s,
                    const EdgeKey& key) {
  EdgeBundle bundle{key, {}, 0};
  if (!key) return bundle;
  const std::vector<Index> sides = SidesOf(dossier);
  const std::vector<Index> nodes = NodesAt(dossier, sides, scope.members, as_of_s);
  std::vector<EdgeKey> of_move;  // each once: a move to a state and its minister is one to it
  for (const Index m : dossier.MovesByTime()) {
    const Move& move = dossier.moves()[m];
    if (CountsFrom(move) > as_of_s || !PassesLens(scope.lens, sides, move)) continue;
    of_move.clear();
    ForEachKey(sides, move, [&](const EdgeKey& of) {
      const bool stands_for = EdgeKey{nodes[of.from], nodes[of.to], of.quad} == key;
      const bool is_new = std::find(of_move.begin(), of_move.end(), of) == of_move.end();
      if (stands_for && is_new && PassesLens(scope.lens, sides, nodes, of)) of_move.push_back(of);
    });
    if (of_move.empty()) continue;
    bundle.moves.push_back(m);
    bundle.count += static_cast<uint32_t>(of_move.size());
  }
  return bundle;
}

}  // namespace demarche
