#include "core/graph/graph_evidence.h"

#include <algorithm>

#include "core/base/stable_sort.h"

namespace demarche {

GraphEvidence::GraphEvidence(const Dossier& dossier, const Lens& lens)
    : dossier_(dossier),
      sides_(SidesOf(dossier)),
      speaks_from_s_(dossier.actors().size(), kTimeMax + 1) {
  for (const EdgeBundle& bundle : BundlesAt(dossier, kTimeMax, lens)) {
    for (const Index m : bundle.moves) {
      const Move& move = dossier.moves()[m];
      const Seconds from_s = CountsFrom(move);
      from_s_.push_back(from_s);
      for (const Index actor : move.by)
        speaks_from_s_[actor] = std::min(speaks_from_s_[actor], from_s);
    }
    std::sort(from_s_.begin() + static_cast<ptrdiff_t>(start_.back()), from_s_.end());
    keys_.push_back(bundle.key);
    start_.push_back(from_s_.size());
  }
  FindPairs();
}

void GraphEvidence::FindPairs() {
  std::vector<ActorPair> pairs;
  pairs.reserve(keys_.size());
  for (size_t i = 0; i < keys_.size(); ++i) {
    const EdgeKey& key = keys_[i];
    pairs.push_back(
        {std::min(key.from, key.to), std::max(key.from, key.to), start_[i + 1] - start_[i]});
  }
  StableSort(&pairs, [](const ActorPair& x, const ActorPair& y) {
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  for (const ActorPair& pair : pairs) {
    if (!pairs_.empty() && pairs_.back().a == pair.a && pairs_.back().b == pair.b) {
      pairs_.back().moves += pair.moves;
    } else {
      pairs_.push_back(pair);
    }
  }
}

uint32_t GraphEvidence::CountAt(size_t key, Seconds as_of_s) const {
  const auto first = from_s_.begin() + static_cast<ptrdiff_t>(start_[key]);
  const auto end = from_s_.begin() + static_cast<ptrdiff_t>(start_[key + 1]);
  return static_cast<uint32_t>(std::upper_bound(first, end, as_of_s) - first);
}

}  // namespace demarche
