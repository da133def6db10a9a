// Sides and bundles: who speaks for whom, and which moves stand behind an edge on a date.
#include <gtest/gtest.h>

#include "tests/core/graph/graph_fixture.h"

namespace demarche {
namespace {

constexpr Seconds kAlways = kTimeMax;

TEST(SideOf, FollowsWhatATieSays) {
  struct Case {
    const char* what;
    ActorKind kind;
    TieKind tie;
    bool follows;
  };
  const Case cases[] = {
      {"a minister", ActorKind::kPerson, TieKind::kRepresents, true},
      {"a chair", ActorKind::kPerson, TieKind::kChairs, true},
      {"an employee", ActorKind::kPerson, TieKind::kPartOf, true},
      {"a member of a body", ActorKind::kPerson, TieKind::kMember, true},
      {"a friend", ActorKind::kPerson, TieKind::kPartner, false},
      {"a ministry", ActorKind::kBody, TieKind::kPartOf, true},
      {"a delegation", ActorKind::kGroup, TieKind::kRepresents, true},
      {"a group of members", ActorKind::kGroup, TieKind::kMember, false},
      {"a member state", ActorKind::kState, TieKind::kMember, false},
      {"a state in the chair", ActorKind::kState, TieKind::kChairs, false},
      {"an agency of its own", ActorKind::kOrganisation, TieKind::kPartOf, false},
  };
  for (const Case& c : cases) {
    DossierSketch sketch;
    const Index side = sketch.State("XX", "Somewhere");
    const Index actor = sketch.AddActor(c.kind, "", "Somebody", "");
    sketch.AddTie(actor, side, c.tie);
    const Dossier dossier = sketch.Build();
    EXPECT_EQ(SideOf(dossier, actor), c.follows ? side : actor) << c.what;
    EXPECT_EQ(SideOf(dossier, side), side);
  }
}

TEST(SideOf, PrefersRepresentingToChairingWhateverTheOrder) {
  DossierSketch sketch;
  const Index nato = sketch.Organisation("NATO"), council = sketch.Organisation("NRC");
  const Index person = sketch.AddActor(ActorKind::kPerson, "", "Stoltenberg", "");
  sketch.AddTie(person, council, TieKind::kChairs);
  sketch.AddTie(person, nato, TieKind::kRepresents);
  EXPECT_EQ(SideOf(sketch.Build(), person), nato);
}

TEST(SideOf, GoesOnThroughBodiesAndEndsInCircles) {
  DossierSketch sketch;
  const Index us = sketch.State("US", "United States");
  const Index house = sketch.AddActor(ActorKind::kBody, "", "White House", "");
  sketch.AddTie(house, us, TieKind::kPartOf);
  const Index official = sketch.Person("Official", house);
  const Index a = sketch.AddActor(ActorKind::kBody, "", "A", "");
  const Index b = sketch.AddActor(ActorKind::kBody, "", "B", "");
  sketch.AddTie(a, b, TieKind::kPartOf);
  sketch.AddTie(b, a, TieKind::kPartOf);
  const Dossier dossier = sketch.Build();
  EXPECT_EQ(SideOf(dossier, official), us);
  EXPECT_EQ(SideOf(dossier, a), a);
  EXPECT_EQ(SideOf(dossier, b), b);
  EXPECT_EQ(SideOf(dossier, 99), kNone);
  const std::vector<Index> sides = SidesOf(dossier);
  for (Index i = 0; i < sides.size(); ++i) EXPECT_EQ(sides[i], SideOf(dossier, i));
}

class Bundles : public testing::Test {
 protected:
  DossierSketch sketch;
  Index us = sketch.State("US", "United States"), russia = sketch.State("RU", "Russia");
  Index nato = sketch.Organisation("NATO");
  Index blinken = sketch.Person("Blinken", us), stoltenberg = sketch.Person("Stoltenberg", nato);
};

TEST_F(Bundles, HoldTheMovesOfAPairAndClassInTimeOrder) {
  const Index late = sketch.AddMove({us}, {russia}, PloverType::kAccuse, "2022-01-09");
  const Index early = sketch.AddMove({us}, {russia}, PloverType::kThreaten, "2021-12-07");
  const Index talk = sketch.AddMove({us}, {russia}, PloverType::kConsult, "2021-06-16");
  const Index back = sketch.AddMove({russia}, {us}, PloverType::kReject, "2022-01-09");
  const std::vector<EdgeBundle> bundles = BundlesAt(sketch.Build(), kAlways);
  ASSERT_EQ(bundles.size(), 3u);
  EXPECT_EQ(bundles[0].key, (EdgeKey{us, russia, QuadClass::kVerbalCooperation}));
  EXPECT_EQ(bundles[0].moves, std::vector<Index>{talk});
  EXPECT_EQ(bundles[1].key, (EdgeKey{us, russia, QuadClass::kVerbalConflict}));
  EXPECT_EQ(bundles[1].moves, (std::vector<Index>{early, late}));
  EXPECT_EQ(bundles[2].key, (EdgeKey{russia, us, QuadClass::kVerbalConflict}));
  EXPECT_EQ(bundles[2].moves, std::vector<Index>{back});
}

TEST_F(Bundles, PersonsStandForTheirSideOnceEach) {
  const Index move = sketch.AddMove({us, blinken}, {nato, stoltenberg, russia},
                                    PloverType::kSupport, "2022-01-07");
  const std::vector<EdgeBundle> bundles = BundlesAt(sketch.Build(), kAlways);
  ASSERT_EQ(bundles.size(), 2u);
  EXPECT_EQ(bundles[0].key.to, russia);
  EXPECT_EQ(bundles[1].key.to, nato);
  EXPECT_EQ(bundles[1].moves, std::vector<Index>{move})
      << "to NATO and its head is one move to NATO";
}

TEST_F(Bundles, AMoveBySeveralCountsForTheFirst) {
  sketch.AddMove({blinken, nato}, {russia}, PloverType::kAccuse, "2022-01-09");
  const std::vector<EdgeBundle> bundles = BundlesAt(sketch.Build(), kAlways);
  ASSERT_EQ(bundles.size(), 1u);
  EXPECT_EQ(bundles[0].key.from, us);
}

TEST_F(Bundles, MovesToNobodyAndWithinASideMakeNoEdge) {
  sketch.AddMove({us}, {}, PloverType::kAccuse, "2022-01-09");
  sketch.AddMove({}, {us}, PloverType::kAccuse, "2022-01-09");
  sketch.AddMove({blinken}, {us}, PloverType::kConsult, "2022-01-09");
  EXPECT_TRUE(BundlesAt(sketch.Build(), kAlways).empty());
}

TEST_F(Bundles, KnowOnlyWhatIsDatedAndReportedByThen) {
  sketch.AddMove({us}, {russia}, PloverType::kAccuse, "2022-01-09");
  sketch.AddMove({us}, {russia}, PloverType::kAccuse, "2022-01-08", "2022-01-26");
  sketch.AddMove({us}, {russia}, PloverType::kAccuse, "2022-01-12", "2022-01-08");
  sketch.AddMove({us}, {russia}, PloverType::kAccuse, "2022-01");
  const Dossier dossier = sketch.Build();
  const std::pair<const char*, size_t> cases[] = {
      {"2021-12-31", 0}, {"2022-01-01", 1}, {"2022-01-08", 1}, {"2022-01-09", 2},
      {"2022-01-11", 2}, {"2022-01-12", 3}, {"2022-01-25", 3}, {"2022-01-26", 4},
  };
  for (const auto& [date, count] : cases) {
    size_t moves = 0;
    for (const EdgeBundle& bundle : BundlesAt(dossier, Day(date))) moves += bundle.moves.size();
    EXPECT_EQ(moves, count) << "as of " << date;
  }
}

}  // namespace
}  // namespace demarche
