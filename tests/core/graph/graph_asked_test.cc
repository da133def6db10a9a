// What a selection brings into the graph, persons above all, stands aside: edges hardly change for
// it and run through none of it. The shipped dossier and dossiers of chance.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/graph/graph_labels.h"
#include "core/graph/graph_node.h"
#include "core/graph/graph_routing.h"
#include "core/state/permalink.h"
#include "tests/core/graph/graph_fixture.h"
#include "tests/repository.h"

namespace demarche {
namespace {

// A phone, the graph alone and below the timeline at 1280x800, an embed.
constexpr Rect kAreas[] = {{0, 0, 390, 447}, {0, 0, 526, 700}, {0, 0, 526, 266}, {0, 0, 720, 262}};

template <class Holds>
bool Runs(const GraphEdge& edge, const Holds& holds) {
  for (int i = 0; i <= 100; ++i)
    if (holds(CurveOf(edge).At(static_cast<float>(i) / 100))) return true;
  return false;
}
bool RunsThroughNode(const GraphEdge& edge, const GraphNode& node) {
  const bool is_end = edge.key.from == node.actor || edge.key.to == node.actor;
  return !is_end &&
         Runs(edge, [&](Point p) { return DistanceToNode(node, p) < edge.width_px / 2; });
}
bool RunsThroughName(const GraphEdge& edge, const GraphNode& node) {
  return !node.label.empty() && Runs(edge, [&](Point p) { return node.label_box_px.Contains(p); });
}
bool ComesNear(const GraphEdge& edge, const GraphNode& node) {
  const Rect name = Inflated(node.label_box_px, 4);
  return Runs(edge, [&](Point p) {
    return DistanceToNode(node, p) < 7 || (!node.label.empty() && name.Contains(p));
  });
}

// How high an edge is over its chord, as a share of this.
float BowOf(const GraphEdge& edge) {
  const Point chord = edge.to_px - edge.from_px;
  return std::abs(Cross(Unit(chord), CurveOf(edge).At(0.5f) - edge.from_px)) / Length(chord);
}

const GraphEdge* EdgeOf(const GraphLayout& layout, const EdgeKey& key) {
  const auto edge = std::find_if(layout.edges.begin(), layout.edges.end(),
                                 [&key](const GraphEdge& of) { return of.key == key; });
  return edge != layout.edges.end() ? &*edge : nullptr;
}

std::string NameOf(const Dossier& dossier, const EdgeKey& key) {
  return std::string(dossier.actors()[key.from].id) + '>' +
         std::string(dossier.actors()[key.to].id);
}

void ExpectOnlyWhatIsInTheWayToChange(const Dossier& dossier, const GraphLayout& plain,
                                      const GraphLayout& now) {
  for (const GraphEdge& before : plain.edges) {
    const GraphEdge* after = EdgeOf(now, before.key);
    ASSERT_NE(after, nullptr);
    if (CurveOf(*after).control == CurveOf(before).control) continue;
    // A pair changes as one.
    const bool in_the_way = std::any_of(now.nodes.begin(), now.nodes.end(), [&](const auto& node) {
      return node.late && std::any_of(plain.edges.begin(), plain.edges.end(), [&](const auto& e) {
               const bool same = std::minmax({e.key.from, e.key.to}) ==
                                 std::minmax({before.key.from, before.key.to});
               return same && ComesNear(e, node);
             });
    });
    EXPECT_TRUE(in_the_way) << NameOf(dossier, before.key);
  }
}

template <class Look>
void ForEachSelection(const std::string& date, const Look& look) {
  for (const Rect& area : kAreas) {
    const GraphRequest whole = WholeRequest(Talks(), area);
    AppState state = ApplyPermalink(Talks(), InitialState(Talks()), "as-of=" + date);
    const GraphLayout plain = LayoutAt(whole, state);
    for (Index actor = 0; actor < Talks().actors().size(); ++actor) {
      state.focus = {ItemKind::kActor, actor};
      SCOPED_TRACE(std::string(Talks().actors()[actor].id) + " on " + date + " at " +
                   std::to_string(static_cast<int>(area.w)) + 'x' +
                   std::to_string(static_cast<int>(area.h)));
      look(area, plain, LayoutAt(whole, state));
    }
  }
}

class GraphAsked : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Dates, GraphAsked, testing::Values("2021-12-17", "2022-01-13"),
                         [](const auto& info) { return "On" + std::string(info.param, 4); });

TEST_P(GraphAsked, NoEdgeRunsThroughIt) {
  ForEachSelection(GetParam(), [](const Rect& area, const GraphLayout&, const GraphLayout& now) {
    for (const GraphNode& node : now.nodes) {
      if (!node.late) continue;
      EXPECT_EQ(OutsidePx(area, node.box_px), 0) << node.code << node.label;
      for (const GraphEdge& edge : now.edges) {
        EXPECT_FALSE(RunsThroughNode(edge, node))
            << NameOf(Talks(), edge.key) << ' ' << node.code << node.label;
        EXPECT_FALSE(RunsThroughName(edge, node)) << NameOf(Talks(), edge.key) << ' ' << node.label;
      }
    }
  });
}

TEST_P(GraphAsked, NoEdgeBowsWildlyForIt) {
  ForEachSelection(GetParam(), [](const Rect&, const GraphLayout& plain, const GraphLayout& now) {
    for (const GraphEdge& edge : now.edges)
      EXPECT_LT(BowOf(edge), BowOf(*EdgeOf(plain, edge.key)) + 0.4f) << NameOf(Talks(), edge.key);
  });
}

TEST_P(GraphAsked, OnlyEdgesThatItIsInTheWayOfChange) {
  ForEachSelection(GetParam(), [](const Rect&, const GraphLayout& plain, const GraphLayout& now) {
    ExpectOnlyWhatIsInTheWayToChange(Talks(), plain, now);
  });
}

// States with people who speak for them, and a few who do nothing but join.
Dossier PeopleOfChance(uint32_t seed) {
  constexpr uint32_t kStates = 5;
  DossierSketch sketch;
  Chance chance(seed);
  std::vector<Index> states, people;
  for (uint32_t i = 0; i < kStates + 2; ++i) {
    const std::string number = std::to_string(i);
    states.push_back(sketch.State("S" + number, "State " + number));
  }
  for (uint32_t i = 0; i < kStates * 3; ++i)
    people.push_back(sketch.Person("Person " + std::to_string(i), states[i % kStates]));
  for (int m = 0; m < 30; ++m) {
    const Index from = chance.Below(kStates), to = chance.Below(kStates);
    if (from == to) continue;
    const Index voice = people[from + kStates * chance.Below(3)];
    sketch.AddMove({states[from], voice}, {states[to]},
                   static_cast<PloverType>(chance.Below(kPloverTypeCount)), "2000");
  }
  return sketch.Build();
}

TEST(GraphAskedOfChance, StandsOffEdgesAndChangesOnlyThoseThatItIsInTheWayOf) {
  size_t asked = 0, on_edges = 0, edges = 0, wild = 0;
  for (uint32_t seed = 1; seed <= 6; ++seed) {
    const Dossier dossier = PeopleOfChance(seed);
    const GraphRequest whole = WholeRequest(dossier, kAreas[seed % 2]);
    AppState state = InitialState(dossier);
    const GraphLayout plain = LayoutAt(whole, state);
    for (Index actor = 0; actor < dossier.actors().size(); ++actor) {
      state.focus = {ItemKind::kActor, actor};
      const GraphLayout now = LayoutAt(whole, state);
      ExpectOnlyWhatIsInTheWayToChange(dossier, plain, now);
      for (const GraphNode& node : now.nodes) {
        if (!node.late) continue;
        ++asked;
        on_edges += std::any_of(now.edges.begin(), now.edges.end(), [&](const GraphEdge& edge) {
          return RunsThroughNode(edge, node) || RunsThroughName(edge, node);
        });
      }
      edges += now.edges.size();
      for (const GraphEdge& edge : now.edges)
        wild += BowOf(edge) > BowOf(*EdgeOf(plain, edge.key)) + 0.4f;
    }
  }
  // Where everybody met everybody there is no other place.
  EXPECT_GT(asked, 150u);
  EXPECT_LT(on_edges, asked / 10);
  EXPECT_GT(edges, 2000u);
  EXPECT_LE(wild, edges / 1000);
}

}  // namespace
}  // namespace demarche
