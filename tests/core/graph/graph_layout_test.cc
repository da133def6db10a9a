// The graph as a whole: what shows when, what never moves, what the selection marks, what a pointer
// hits. The talks of January 2022 are the real case, dossiers of chance the rest.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>

#include "core/graph/graph_evidence.h"
#include "core/graph/graph_node.h"
#include "core/graph/graph_places.h"
#include "core/graph/graph_routing.h"
#include "tests/core/graph/graph_fixture.h"

namespace demarche {
namespace {

constexpr Rect kDesktop{164, 460, 526, 290}, kWide{0, 0, 756, 290}, kPhone{0, 96, 390, 420};

void ExpectNoOverlap(const GraphLayout& layout) {
  for (size_t i = 0; i < layout.nodes.size(); ++i) {
    for (size_t j = i + 1; j < layout.nodes.size(); ++j) {
      EXPECT_FALSE(layout.nodes[i].box_px.Overlaps(layout.nodes[j].box_px)) << i << " and " << j;
    }
  }
}

TEST(GraphOfChance, PlacesLieInTheUnitSquareAndPinsStay) {
  for (uint32_t seed = 1; seed <= 5; ++seed) {
    const Dossier dossier = MovesOfChance(seed, 30, 100, seed % 2 == 0);
    const std::vector<Point> places = PlaceActors(GraphEvidence(dossier));
    ASSERT_EQ(places.size(), 30u);
    EXPECT_EQ(places, PlaceActors(GraphEvidence(dossier))) << "the same dossier, the same picture";
    for (size_t i = 0; i < places.size(); ++i) {
      EXPECT_TRUE(places[i].x >= 0 && places[i].x <= 1 && places[i].y >= 0 && places[i].y <= 1);
      const Actor& actor = dossier.actors()[i];
      EXPECT_TRUE(actor.pin_x < 0 || places[i] == (Point{actor.pin_x, actor.pin_y})) << i;
    }
  }
}

TEST(GraphOfChance, NodesNeverOverlapAndLieInTheArea) {
  for (uint32_t seed = 1; seed <= 8; ++seed) {
    const Dossier dossier = MovesOfChance(seed, 3 + seed * 6, 20 + seed * 20, seed % 2 == 0);
    for (const Rect& area : {kDesktop, kWide, kPhone, Rect{0, 0, 260, 200}}) {
      const GraphLayout layout = LayoutGraph(WholeRequest(dossier, area));
      EXPECT_GE(layout.nodes.size(), area.w < 300 ? 2u : 3u);
      ExpectNoOverlap(layout);
      for (const GraphNode& node : layout.nodes) {
        EXPECT_TRUE(area.Contains({node.box_px.x, node.box_px.y}));
        EXPECT_TRUE(area.Contains({node.box_px.right(), node.box_px.bottom()}));
      }
    }
  }
}

TEST(GraphOfChance, NoNodeMovesWithThePlayhead) {
  const Dossier dossier = MovesOfChance(3, 24, 90, true);
  GraphRequest request = WholeRequest(dossier, kWide);
  const GraphLayout now = LayoutGraph(request);
  size_t seen = 0;
  for (const char* date : {"1990", "1996", "2003", "2011", "2018"}) {
    request.as_of_s = Day(date);
    for (const GraphNode& node : LayoutGraph(request).nodes) {
      const GraphNode* then = NodeOf(now, node.actor);
      ASSERT_NE(then, nullptr) << "what shows once shows later, too";
      EXPECT_EQ(node.centre_px, then->centre_px);
      EXPECT_EQ(node.label_px, then->label_px);
      ++seen;
    }
  }
  EXPECT_GT(seen, 20u);
}

TEST(GraphOfChance, EdgesHoldTheCountsOfTheirBundles) {
  const Dossier dossier = MovesOfChance(5, 6, 60, false);
  const Seconds as_of_s = Day("2005");
  const GraphLayout layout = LayoutGraph(WholeRequest(dossier, {0, 0, 900, 700}, as_of_s));
  ASSERT_TRUE(layout.dots.empty() && layout.lines.empty());
  const std::vector<EdgeBundle> bundles = BundlesAt(dossier, as_of_s);
  ASSERT_EQ(layout.edges.size(), bundles.size());
  for (size_t e = 0; e < bundles.size(); ++e) {
    EXPECT_EQ(layout.edges[e].key, bundles[e].key);
    EXPECT_EQ(layout.edges[e].count, bundles[e].moves.size());
  }
}

TEST(GraphOfChance, WhoHasNoRoomInASmallAreaIsADot) {
  const Dossier dossier = MovesOfChance(2, 40, 300, true);
  const GraphLayout wide = LayoutGraph(WholeRequest(dossier, kWide));
  const GraphLayout small = LayoutGraph(WholeRequest(dossier, {0, 0, 300, 260}));
  EXPECT_EQ(wide.nodes.size() + wide.dots.size(), 40u);
  EXPECT_EQ(small.nodes.size() + small.dots.size(), 40u);
  EXPECT_GT(small.dots.size(), wide.dots.size());
  for (Index pinned = 0; pinned < 4; ++pinned) EXPECT_NE(NodeOf(small, pinned), nullptr);
}

TEST(GraphOfChance, ManyActorsAreNoTrouble) {
  const Dossier dossier = MovesOfChance(9, 1500, 3000, false);
  const GraphLayout layout = LayoutGraph(WholeRequest(dossier, kWide));
  ExpectNoOverlap(layout);
  EXPECT_GT(layout.dots.size(), 1000u);
}

TEST(GraphOfChance, AnEmptyDossierAndAnEmptyAreaAreDrawnAsNothing) {
  const Dossier empty = DossierSketch().Build();
  const GraphLayout layout = LayoutGraph(WholeRequest(empty, kWide, Day("1997-05-26")));
  EXPECT_TRUE(layout.nodes.empty() && layout.edges.empty());
  EXPECT_EQ(layout.empty_note, "Nothing recorded up to 26 May 1997");
  const Dossier dossier = MovesOfChance(1, 10, 30, true);
  EXPECT_GE(LayoutGraph(WholeRequest(dossier, {0, 0, 0, 0})).nodes.size(), 4u);
}

// Two pinned states, an organisation, persons of the first.
class SmallGraph : public testing::Test {
 protected:
  SmallGraph() {
    sketch.Pin(us, 0.1f, 0.5f);
    sketch.Pin(russia, 0.9f, 0.5f);
    sketch.Pin(blinken, 0.02f, 0.3f);
    first = sketch.AddMove({us, blinken}, {russia}, PloverType::kAccuse, "2022-01-09");
    sketch.AddMove({us, price}, {russia}, PloverType::kAccuse, "2022-01-10");
    sketch.AddMove({nato}, {russia}, PloverType::kConsult, "2022-01-12");
    talks = sketch.AddEvent("Geneva", "2022-01-10",
                            {{us, "party"}, {russia, "party"}, {nato, "subject"}});
  }
  GraphLayout Layout(Ref focus, EdgeKey edge = {}, const char* date = "2022-01-12") {
    if (!dossier) dossier.emplace(sketch.Build());
    GraphRequest request = WholeRequest(*dossier, kWide, Day(date));
    request.focus = focus, request.edge = edge;
    return LayoutGraph(request);
  }

  DossierSketch sketch;
  Index us = sketch.State("US", "United States"), russia = sketch.State("RU", "Russia");
  Index nato = sketch.Organisation("NATO"), osce = sketch.Organisation("OSCE");
  Index blinken = sketch.Person("Antony Blinken", us),
        price = sketch.Person("Senior official (unnamed)", us);
  Index first = kNone, talks = kNone;
  std::optional<Dossier> dossier;
};

TEST_F(SmallGraph, ShowsWhoIsPinnedAndWhoHasAnEdge) {
  const GraphLayout before = Layout({}, {}, "2022-01-08");
  EXPECT_EQ(before.nodes.size(), 2u);
  EXPECT_EQ(before.empty_note, "Nothing recorded up to 8 January 2022");
  const GraphLayout after = Layout({});
  EXPECT_TRUE(NodeOf(after, nato));
  EXPECT_TRUE(NodeOf(after, blinken)) << "pinned, and has spoken";
  EXPECT_FALSE(NodeOf(after, osce)) << "neither pinned nor in any move";
  EXPECT_FALSE(NodeOf(after, price)) << "not pinned, not asked for";
  EXPECT_TRUE(after.empty_note.empty());
  EXPECT_EQ(after.ties.size(), 1u);
}

TEST_F(SmallGraph, FormsFollowTheKindOfActor) {
  const GraphLayout layout = Layout({ItemKind::kActor, us});
  const GraphNode &state = *NodeOf(layout, us), &box = *NodeOf(layout, nato),
                  &person = *NodeOf(layout, blinken), &unnamed = *NodeOf(layout, price);
  EXPECT_EQ(state.code, "US");
  EXPECT_EQ(state.label, "United States");
  EXPECT_EQ(state.r_px, 28);
  EXPECT_EQ(box.code, "NATO");
  EXPECT_TRUE(box.label.empty()) << "its name is inside";
  EXPECT_EQ(box.box_px.w, 58);
  EXPECT_EQ(box.box_px.h, 34);
  EXPECT_EQ(person.r_px, 6.5f);
  EXPECT_EQ(person.label, "Antony Blinken");
  EXPECT_FALSE(person.unnamed);
  EXPECT_TRUE(unnamed.unnamed);
  EXPECT_EQ(unnamed.label, "Senior official");
}

TEST_F(SmallGraph, PersonsStandAtTheEndOfTheirTie) {
  const GraphLayout layout = Layout({});
  const GraphNode &at = *NodeOf(layout, us), &person = *NodeOf(layout, blinken);
  EXPECT_NEAR(Distance(at.centre_px, person.centre_px), layout.metrics.tie_px, 0.1);
  EXPECT_LT(person.centre_px.x, at.centre_px.x) << "on the side of its pin";
  EXPECT_NEAR(DistanceToNode(at, layout.ties[0].from_px), 0, 0.1);
  EXPECT_NEAR(DistanceToNode(person, layout.ties[0].to_px), 0, 0.1);
}

TEST_F(SmallGraph, AnEventFillsItsTableAndDimsNobody) {
  const GraphLayout layout = Layout({ItemKind::kEvent, talks});
  for (const GraphNode& node : layout.nodes) {
    EXPECT_EQ(node.at_table, node.actor == us || node.actor == russia);
    EXPECT_FALSE(node.dimmed);
  }
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].label, "Geneva, 10 Jan");
  EXPECT_NEAR(DistanceToNode(*NodeOf(layout, us), layout.tables[0].from_px), 0, 0.1);
  EXPECT_NEAR(DistanceToNode(*NodeOf(layout, russia), layout.tables[0].to_px), 0, 0.1);
}

TEST_F(SmallGraph, AnActorStandsOutWithItsEdgesAndNeighbours) {
  const GraphLayout layout = Layout({ItemKind::kActor, us});
  EXPECT_TRUE(NodeOf(layout, us)->selected);
  EXPECT_FALSE(NodeOf(layout, russia)->dimmed);
  EXPECT_FALSE(NodeOf(layout, blinken)->dimmed);
  EXPECT_TRUE(NodeOf(layout, nato)->dimmed);
  for (const GraphEdge& edge : layout.edges) EXPECT_EQ(edge.dimmed, edge.key.from == nato);
}

TEST_F(SmallGraph, APersonStandsOutWithTheEdgesOfItsMoves) {
  const GraphLayout layout = Layout({ItemKind::kActor, price});
  ASSERT_TRUE(NodeOf(layout, price)) << "asked for";
  for (const GraphEdge& edge : layout.edges) EXPECT_EQ(edge.dimmed, edge.key.from == nato);
}

TEST_F(SmallGraph, ASelectedActorShowsWithoutAnyEdge) {
  const GraphLayout layout = Layout({ItemKind::kActor, osce});
  ASSERT_TRUE(NodeOf(layout, osce));
  EXPECT_TRUE(NodeOf(layout, osce)->selected);
  ExpectNoOverlap(layout);
}

TEST_F(SmallGraph, APinnedEdgeIsSelectedAndTheOthersDimmed) {
  const EdgeKey key{us, russia, QuadClass::kVerbalConflict};
  const GraphLayout layout = Layout({}, key);
  ASSERT_EQ(layout.edges.size(), 2u);
  for (const GraphEdge& edge : layout.edges) {
    EXPECT_EQ(edge.selected, edge.key == key);
    EXPECT_EQ(edge.dimmed, edge.key != key);
  }
}

TEST_F(SmallGraph, AMoveSelectsItsEdgeAndDimsNothing) {
  const GraphLayout layout = Layout({ItemKind::kMove, first});
  for (const GraphEdge& edge : layout.edges) {
    EXPECT_EQ(edge.selected, edge.key.from == us);
    EXPECT_FALSE(edge.dimmed);
  }
}

TEST_F(SmallGraph, SelectingMovesNobodyWhoShows) {
  const GraphLayout plain = Layout({});
  for (Ref focus :
       {Ref{ItemKind::kActor, us}, Ref{ItemKind::kActor, osce}, Ref{ItemKind::kEvent, talks}}) {
    const GraphLayout focused = Layout(focus);
    for (const GraphNode& node : plain.nodes) {
      ASSERT_TRUE(NodeOf(focused, node.actor));
      EXPECT_EQ(NodeOf(focused, node.actor)->centre_px, node.centre_px);
    }
  }
}

TEST_F(SmallGraph, ThePointerHitsBadgesNodesLabelsAndCurves) {
  const GraphLayout layout = Layout({});
  const GraphEdge& edge = layout.edges[0];
  const GraphNode &state = *NodeOf(layout, us), &person = *NodeOf(layout, blinken);
  EXPECT_EQ(HitTest(layout, edge.badge_px, 24).edge, edge.key);
  EXPECT_EQ(HitTest(layout, state.centre_px, 24).actor, us);
  EXPECT_EQ(HitTest(layout, state.label_px, 24).actor, us);
  EXPECT_EQ(HitTest(layout, CurveOf(edge).At(0.15f), 24).edge, edge.key);
  EXPECT_EQ(HitTest(layout, CurveOf(edge).At(0.15f) + Point{0, 5}, 24).edge, edge.key);
  const Point beside = person.centre_px + Point{-10, 0};
  EXPECT_EQ(HitTest(layout, beside, 24).actor, blinken) << "a disc of 13 px is hit as one of 24";
  EXPECT_EQ(HitTest(layout, beside, 0).actor, kNone);
  const GraphHit nothing = HitTest(layout, {kWide.w - 2, kWide.h - 2}, 24);
  EXPECT_EQ(nothing.actor, kNone);
  EXPECT_FALSE(nothing.edge);
}

}  // namespace
}  // namespace demarche
