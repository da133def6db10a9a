// Who speaks for whom, and the moves bundled by pair of sides and quad class: the graph's evidence.
#include <utility>

#include "core/graph/graph_evidence.h"
#include "core/graph/graph_scope.h"

namespace demarche {
namespace {

constexpr int kMaxTieSteps = 8;  // from a person to a body to a state; ends circles of ties too
constexpr int kNoRank = 99;

// How much a tie says about whom its actor speaks for: the smaller, the more; kNoRank: nothing.
int SpeaksByRank(ActorKind kind, TieKind tie) {
  if (kind == ActorKind::kState || kind == ActorKind::kOrganisation) return kNoRank;
  switch (tie) {
    case TieKind::kRepresents:
      return 0;
    case TieKind::kChairs:
      return kind == ActorKind::kPerson ? 1 : kNoRank;
    case TieKind::kPartOf:
      return 2;
    case TieKind::kMember:
      return kind == ActorKind::kPerson ? 3 : kNoRank;
    case TieKind::kPartner:
      return kNoRank;
  }
  return kNoRank;
}

struct Evidence {
  EdgeKey key;
  Index move = kNone;
};

// By a number below `end`, stably. A hundred thousand moves stand between a few actors: counting
// them takes a tenth of the time of comparing them.
void CountingSort(std::vector<Evidence>* list, size_t end, Index (*number)(const EdgeKey&)) {
  std::vector<size_t> start(end + 1, 0);
  for (const Evidence& e : *list) ++start[number(e.key) + 1];
  for (size_t i = 0; i < end; ++i) start[i + 1] += start[i];
  std::vector<Evidence> sorted(list->size());
  for (const Evidence& e : *list) sorted[start[number(e.key)]++] = e;
  *list = std::move(sorted);
}

}  // namespace

std::vector<Index> SidesOf(const Dossier& dossier) {
  const std::vector<Actor>& actors = dossier.actors();
  std::vector<Index> next(actors.size());
  std::vector<int> rank(actors.size(), kNoRank);
  for (Index i = 0; i < actors.size(); ++i) next[i] = i;
  for (const Tie& tie : dossier.data().ties) {
    if (tie.from >= actors.size() || tie.to >= actors.size()) continue;
    const int tie_rank = SpeaksByRank(actors[tie.from].kind, tie.kind);
    if (tie_rank < rank[tie.from]) rank[tie.from] = tie_rank, next[tie.from] = tie.to;
  }
  std::vector<Index> sides(actors.size());
  for (Index i = 0; i < actors.size(); ++i) {
    Index at = i;
    for (int step = 0; step < kMaxTieSteps && next[at] != at; ++step) at = next[at];
    sides[i] = next[at] == at ? at : i;  // a circle of ties speaks for nobody else
  }
  return sides;
}

Index SideOf(const Dossier& dossier, Index actor) {
  return actor < dossier.actors().size() ? SidesOf(dossier)[actor] : kNone;
}

std::vector<EdgeBundle> BundlesAt(const Dossier& dossier, Seconds as_of_s, const Lens& lens) {
  const std::vector<Index> sides = SidesOf(dossier);
  std::vector<Evidence> evidence;
  for (Index m : dossier.MovesByTime()) {
    const Move& move = dossier.moves()[m];
    if (CountsFrom(move) > as_of_s || !PassesLens(lens, sides, move)) continue;
    ForEachKey(sides, move, [&](const EdgeKey& key) { evidence.push_back({key, m}); });
  }
  CountingSort(&evidence, 4, [](const EdgeKey& key) { return static_cast<Index>(key.quad); });
  CountingSort(&evidence, sides.size(), [](const EdgeKey& key) { return key.to; });
  CountingSort(&evidence, sides.size(), [](const EdgeKey& key) { return key.from; });

  std::vector<EdgeBundle> bundles;
  for (const Evidence& e : evidence) {
    if (bundles.empty() || bundles.back().key != e.key) bundles.push_back({e.key, {}, 0});
    std::vector<Index>& moves = bundles.back().moves;
    // A move to NATO and to its secretary general is one move to NATO.
    if (moves.empty() || moves.back() != e.move) moves.push_back(e.move);
    bundles.back().count = static_cast<uint32_t>(moves.size());
  }
  return bundles;
}

}  // namespace demarche
