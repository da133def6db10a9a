// Dossiers of chance for the tests of folding and lenses, and what is counted in them.
#pragma once

#include <string>

#include "core/base/random.h"
#include "core/graph/graph_scope.h"
#include "tests/core/graph/graph_fixture.h"

namespace demarche {

inline constexpr Members kEveryMembers[] = {Members::kVoices, Members::kFolded, Members::kShown};

// States, people who speak for them, organisations with members that come and go, some of them
// members of each other, and moves on topics at meetings.
inline Dossier ChanceDossier(uint64_t seed) {
  Random random(seed);
  DossierSketch sketch;
  const auto any = [&random](size_t below) { return static_cast<Index>(random.Below(below)); };
  const auto year = [&random](int from) {
    return std::to_string(from + static_cast<int>(random.Below(25)));
  };
  constexpr Index kActors = 24;
  for (Index i = 0; i < kActors; ++i) {
    if (i % 6 == 5) {
      sketch.Person("Person " + std::to_string(i), any(i));
    } else if (i % 4 == 3) {
      sketch.Organisation("ORG" + std::to_string(i));
    } else {
      sketch.State("S" + std::to_string(i), "State " + std::to_string(i));
    }
    if (i < 3) sketch.Pin(i, 0.2f + 0.3f * static_cast<float>(i), 0.3f);
  }
  for (int i = 0; i < 30; ++i) {
    const std::string since = random.Percent(70) ? year(1985) : "";
    const std::string until = random.Percent(30) ? year(2010) : "";
    sketch.AddTie(any(kActors), any(kActors), TieKind::kMember, since, until);
  }
  for (int i = 0; i < 8; ++i) {
    const Index silent = sketch.State("M" + std::to_string(i), "Member " + std::to_string(i));
    sketch.AddTie(silent, i % 2 == 0 ? 3 : 7, TieKind::kMember, year(1985));
  }
  for (int i = 0; i < 3; ++i) sketch.AddTopic("Topic " + std::to_string(i));
  for (int i = 0; i < 4; ++i)
    sketch.AddEvent("Town", year(1990), {{any(kActors), "party"}, {any(kActors), "party"}});
  for (int m = 0; m < 150; ++m) {
    const Index move = sketch.AddMove({any(kActors)}, {any(kActors), any(kActors)},
                                      static_cast<PloverType>(any(kPloverTypeCount)), year(1990));
    if (random.Percent(80)) sketch.MoveIsAbout(move, any(3));
    if (random.Percent(50)) sketch.MoveBelongsTo(move, any(4));
  }
  return sketch.Build();
}

inline ScopedCounts CountsOf(const Dossier& dossier, const GraphScope& scope, Seconds as_of_s) {
  const GraphEvidence evidence(dossier, scope.lens);
  const std::vector<Index> nodes = NodesAt(dossier, evidence.sides(), scope.members, as_of_s);
  return CountsAt(evidence, scope, nodes, as_of_s);
}

}  // namespace demarche
