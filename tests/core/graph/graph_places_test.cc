// Where actors stand, found step by step. What the places are is in graph_layout_test.cc and
// stress_layout_test.cc.
#include "core/graph/graph_places.h"

#include <gtest/gtest.h>

#include "core/graph/graph_evidence.h"
#include "tests/core/graph/graph_fixture.h"

namespace demarche {
namespace {

size_t StepsOf(const GraphEvidence& evidence) {
  ActorPlacing placing(evidence);
  size_t steps = 1;
  while (placing.Step()) ++steps;
  return steps;
}

TEST(ActorPlacing, HasNoPlacesBeforeItsLastStepAndThenThoseFoundAtOnce) {
  const Dossier dossier = CrowdsDossier(600);
  const GraphEvidence evidence(dossier);
  ActorPlacing placing(evidence), beside(evidence);
  while (placing.Step()) {
    EXPECT_TRUE(placing.places().empty());
    beside.Step();  // what else is at work changes nothing
  }
  EXPECT_EQ(placing.places().size(), dossier.actors().size());
  EXPECT_EQ(placing.places(), PlaceActors(evidence));
  EXPECT_FALSE(placing.Step());
  EXPECT_EQ(placing.places(), PlaceActors(evidence));
}

TEST(ActorPlacing, StepsAreOfEqualWorkHoweverLargeTheGraph) {
  const Dossier few = CrowdsDossier(20), some = CrowdsDossier(500), many = CrowdsDossier(2000);
  EXPECT_LE(StepsOf(GraphEvidence(few)), 3u) << "a small one is there at once";
  const size_t of_some = StepsOf(GraphEvidence(some)), of_many = StepsOf(GraphEvidence(many));
  EXPECT_GT(of_some, 10u);
  EXPECT_NEAR(static_cast<double>(of_many), 4.0 * of_some, 1.0 * of_some);
}

TEST(ActorPlacing, TakesADossierWithoutActors) {
  const Dossier none = DossierSketch().Build();
  const GraphEvidence evidence(none);
  ActorPlacing placing(evidence);
  EXPECT_FALSE(placing.Step());
  EXPECT_TRUE(placing.places().empty());
}

}  // namespace
}  // namespace demarche
