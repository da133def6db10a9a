// What folding and lenses do to pictures: small ones, and of dossiers of chance.
#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/plane.h"
#include "core/graph/graph_scope.h"
#include "tests/core/graph/graph_scope_fixture.h"

namespace demarche {
namespace {

constexpr Rect kWide{0, 0, 900, 420};

GraphRequest RequestFor(const Dossier& dossier, const GraphScope& scope,
                        Seconds as_of_s = kTimeMax) {
  GraphRequest request = WholeRequest(dossier, kWide, as_of_s);
  request.scope = scope;
  return request;
}

// Small ones are circles.
bool Overlap(const GraphNode& a, const GraphNode& b) {
  if (a.small && b.small) return Distance(a.centre_px, b.centre_px) < a.r_px + b.r_px;
  return a.box_px.Overlaps(b.box_px);
}

TEST(GraphScopeOfChance, WhatIsFoldedHasOneLineAPairAndLosesNoMove) {
  size_t lines = 0;
  for (uint64_t seed = 1; seed <= 6; ++seed) {
    const Dossier dossier = ChanceDossier(seed);
    const GraphLayout layout =
        LayoutGraph(RequestFor(dossier, {{}, {}, Members::kFolded}, Day("2010")));
    std::set<std::pair<Index, Index>> pairs;
    size_t moves = 0;
    for (const GraphLine& line : layout.lines) {
      EXPECT_LT(line.from, line.to);
      EXPECT_TRUE(pairs.insert({line.from, line.to}).second);
      moves += line.count;
    }
    for (const GraphEdge& edge : layout.edges) moves += edge.count;
    lines += layout.lines.size();
    size_t of_edges = 0;
    for (const KeyCount& edge : CountsOf(dossier, {{}, {}, Members::kFolded}, Day("2010")).edges)
      of_edges += edge.moves;
    EXPECT_EQ(moves, of_edges);
  }
  EXPECT_GT(lines, 20u);
}

TEST(GraphScopeOfChance, NobodyMovesWithLensOrLevelAndNobodyOverlaps) {
  size_t seen = 0, small = 0;
  for (uint64_t seed = 1; seed <= 3; ++seed) {
    const Dossier dossier = ChanceDossier(seed);
    const GraphLayout plain = LayoutGraph(RequestFor(dossier, {}));
    for (const Lens& lens : {Lens{}, Lens{LensKind::kTopic, 0}, Lens{LensKind::kPair, 0, 1},
                             Lens{LensKind::kMeeting, 1}, Lens{LensKind::kActor, 3}}) {
      for (const Members members : kEveryMembers) {
        const GraphLayout layout =
            LayoutGraph(RequestFor(dossier, {lens, {}, members}, Day("2005")));
        for (const GraphNode& node : layout.nodes) {
          small += node.small;
          const GraphNode* before = NodeOf(plain, node.actor);
          if (!before) continue;
          EXPECT_EQ(node.centre_px, before->centre_px);
          ++seen;
        }
        for (size_t i = 0; i < layout.nodes.size(); ++i) {
          for (size_t j = i + 1; j < layout.nodes.size(); ++j)
            EXPECT_FALSE(Overlap(layout.nodes[i], layout.nodes[j]));
        }
      }
    }
  }
  EXPECT_GT(seen, 200u);
  EXPECT_GT(small, 20u);
}

// Russia, an alliance of the United States, of Latvia from 2004 and, for a time, of France.
class SmallScope : public testing::Test {
 protected:
  SmallScope() {
    sketch.Pin(us, 0.1f, 0.5f);
    sketch.Pin(russia, 0.9f, 0.5f);
    sketch.AddTie(us, nato, TieKind::kMember, "1949-08-24", "");
    sketch.AddTie(latvia, nato, TieKind::kMember, "2004-03-29", "");
    sketch.AddTie(france, nato, TieKind::kMember, "1949-08-24", "1966");
    sketch.AddTie(france, nato, TieKind::kMember, "2009", "");
    sketch.AddTopic("Missiles");
    talks = sketch.AddEvent("Geneva", "2022-01-10", {{us, "party"}, {russia, "party"}});
    sketch.AddMove({nato}, {russia}, PloverType::kConsult, "2000");
    sketch.AddMove({us, blinken}, {russia}, PloverType::kConsult, "2001");
    sketch.AddMove({us}, {nato}, PloverType::kConsult, "2002");
    sketch.MoveIsAbout(sketch.AddMove({russia}, {us, nato}, PloverType::kReject, "2003"), 0);
    sketch.MoveBelongsTo(sketch.AddMove({russia}, {us}, PloverType::kReject, "2022-01-10"), talks);
  }
  GraphLayout Layout(const GraphScope& scope, const char* date, Ref focus = {}) {
    if (!dossier) dossier.emplace(sketch.Build());
    GraphRequest request = RequestFor(*dossier, scope, Day(date));
    request.focus = focus;
    return LayoutGraph(request);
  }
  static uint32_t CountOf(const GraphLayout& layout, Index from, Index to) {
    uint32_t count = 0;
    for (const GraphEdge& edge : layout.edges)
      count += edge.key.from == from && edge.key.to == to ? edge.count : 0;
    return count;
  }

  DossierSketch sketch;
  Index us = sketch.State("US", "United States"), russia = sketch.State("RU", "Russia");
  Index nato = sketch.Organisation("NATO"), latvia = sketch.State("LV", "Latvia");
  Index france = sketch.State("FR", "France"), blinken = sketch.Person("Antony Blinken", us);
  Index talks = kNone;
  std::optional<Dossier> dossier;
  const GraphScope folded{.lens = {}, .members = Members::kFolded},
      shown{.lens = {}, .members = Members::kShown};
};

TEST_F(SmallScope, MembersAreCountedOnTheDate) {
  dossier.emplace(sketch.Build());
  for (const auto& [date, count] : {std::pair{"1948", 0u},
                                    {"1950", 2u},
                                    {"1966-12-31", 2u},
                                    {"1967", 1u},
                                    {"2004-03-28", 1u},
                                    {"2004-03-29", 2u},
                                    {"2010", 3u}}) {
    EXPECT_EQ(MembersAt(*dossier, Day(date))[nato], count) << date;
    const GraphLayout layout = Layout(folded, date);
    const GraphNode* node = NodeOf(layout, nato);
    EXPECT_TRUE(!node || node->members == count) << date;
  }
  EXPECT_EQ(NodeOf(Layout(folded, "2003"), nato)->label, "1 member");
  EXPECT_EQ(NodeOf(Layout(folded, "2010"), nato)->label, "3 members");
  EXPECT_TRUE(NodeOf(Layout({}, "2010"), nato)->label.empty());
}

TEST_F(SmallScope, AFoldedOrganisationHasTheEdgesOfItsMembers) {
  const GraphLayout layout = Layout(folded, "2010");
  EXPECT_FALSE(NodeOf(layout, us)) << "pinned, but folded";
  EXPECT_EQ(CountOf(layout, nato, russia), 2u);
  EXPECT_EQ(CountOf(layout, russia, nato), 2u) << "one statement to both counts for both";
  EXPECT_EQ(NodeOf(layout, nato)->inner, 1u);
  EXPECT_FALSE(NodeOf(layout, blinken));
  // Who is selected shows as what it is part of.
  EXPECT_TRUE(NodeOf(Layout(folded, "2010", {ItemKind::kActor, us}), nato)->selected);
}

TEST_F(SmallScope, PeopleAreFoldedIntoWhatTheyRepresent) {
  const Ref selected{ItemKind::kActor, blinken};
  EXPECT_TRUE(NodeOf(Layout({}, "2010", selected), blinken));
  const GraphLayout layout = Layout({.lens = {}, .people = People::kFolded}, "2010", selected);
  EXPECT_FALSE(NodeOf(layout, blinken));
  EXPECT_TRUE(layout.ties.empty());
  EXPECT_TRUE(NodeOf(layout, us)->selected);
}

TEST_F(SmallScope, MembersThatAreShownStandAroundTheirOrganisationAndAreTiedToIt) {
  EXPECT_FALSE(NodeOf(Layout({}, "2010"), latvia));
  EXPECT_FALSE(NodeOf(Layout(shown, "2003"), latvia)) << "not yet a member";
  const GraphLayout layout = Layout(shown, "2010");
  ASSERT_TRUE(NodeOf(layout, latvia) && NodeOf(layout, france));
  EXPECT_TRUE(NodeOf(layout, latvia)->small);
  EXPECT_EQ(NodeOf(layout, latvia)->code, "LV");
  EXPECT_LT(Distance(NodeOf(layout, latvia)->centre_px, NodeOf(layout, nato)->centre_px), 80);
  EXPECT_FALSE(NodeOf(layout, us)->small) << "it has a place of its own";
  EXPECT_EQ(layout.member_ties.size(), 3u);
}

TEST_F(SmallScope, ALensShowsItsEdgesAndTheirEnds) {
  const GraphLayout topic = Layout({.lens = {LensKind::kTopic, 0}}, "2022-01-12");
  EXPECT_EQ(CountOf(topic, russia, us), 1u);
  EXPECT_EQ(CountOf(topic, russia, nato), 1u);
  EXPECT_EQ(topic.edges.size(), 2u);
  const GraphLayout pair = Layout({.lens = {LensKind::kPair, russia, nato}}, "2022-01-12");
  EXPECT_EQ(pair.edges.size(), 2u);
  EXPECT_FALSE(NodeOf(pair, us)) << "pinned, but not of the pair";
  const GraphLayout actor = Layout({.lens = {LensKind::kActor, nato}}, "2022-01-12");
  EXPECT_EQ(actor.edges.size(), 3u);
  EXPECT_EQ(CountOf(actor, us, russia), 0u);
  const GraphLayout before = Layout({.lens = {LensKind::kPair, us, russia}}, "1990");
  EXPECT_TRUE(NodeOf(before, us) && NodeOf(before, russia)) << "whom the lens is of";
  EXPECT_EQ(before.empty_note, "Nothing of this recorded up to 31 December 1990");
}

TEST_F(SmallScope, ALensOnAPersonShowsItsOwnMoves) {
  const GraphLayout layout = Layout({.lens = {LensKind::kActor, blinken}}, "2022-01-12");
  ASSERT_EQ(layout.edges.size(), 1u);
  EXPECT_EQ(CountOf(layout, us, russia), 1u);
  EXPECT_TRUE(NodeOf(layout, blinken));
  EXPECT_FALSE(NodeOf(layout, nato));
}

TEST_F(SmallScope, ALensOnAFoldedActorKeepsToIt) {
  const GraphLayout of_us =
      Layout({.lens = {LensKind::kPair, us, russia}, .members = Members::kFolded}, "2010");
  EXPECT_EQ(CountOf(of_us, nato, russia), 1u) << "what the United States said";
  const GraphLayout of_nato =
      Layout({.lens = {LensKind::kPair, russia, nato}, .members = Members::kFolded}, "2010");
  EXPECT_EQ(CountOf(of_nato, nato, russia), 2u);
}

TEST_F(SmallScope, AMeetingShowsItsTableAndItsMoves) {
  const GraphLayout before = Layout({.lens = {LensKind::kMeeting, talks}}, "2022-01-09");
  ASSERT_EQ(before.tables.size(), 1u);
  EXPECT_EQ(before.tables[0].label, "Geneva, 10 Jan");
  EXPECT_TRUE(before.edges.empty() && before.empty_note.empty());
  EXPECT_TRUE(NodeOf(before, us)->at_table);
  EXPECT_EQ(before.nodes.size(), 2u);
  const GraphLayout after = Layout({.lens = {LensKind::kMeeting, talks}}, "2022-01-10");
  EXPECT_EQ(after.edges.size(), 1u);
  EXPECT_EQ(CountOf(after, russia, us), 1u);
}

TEST_F(SmallScope, APinnedEdgeThatTheLensHidesDimsNothing) {
  dossier.emplace(sketch.Build());
  GraphRequest request = RequestFor(*dossier, {.lens = {LensKind::kPair, russia, nato}});
  request.edge = {us, russia, QuadClass::kVerbalCooperation};
  for (const GraphEdge& edge : LayoutGraph(request).edges) EXPECT_FALSE(edge.dimmed);
}

}  // namespace
}  // namespace demarche
