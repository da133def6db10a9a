// One node by itself: what it says, how large it is, where its outline runs.
#include "core/graph/graph_node.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/plane.h"
#include "tests/core/graph/graph_fixture.h"

namespace demarche {
namespace {

const FixedMeasurer kLetters;

GraphNode NodeOf(ActorKind kind, std::string_view code, std::string_view name,
                 std::string_view short_name, NodeWeight weight = NodeWeight::kOrdinary) {
  DossierSketch sketch;
  const Index actor = sketch.AddActor(kind, code, name, short_name);
  const Dossier dossier = sketch.Build();
  GraphRequest request;
  request.dossier = &dossier;
  request.measurer = &kLetters;
  request.metrics = GraphMetricsForDesktop();
  return MakeNode(request, actor, weight);
}

TEST(GraphNode, SaysItsCodeInsideAndItsNameOutside) {
  constexpr ActorKind kState = ActorKind::kState, kBox = ActorKind::kOrganisation,
                      kPerson = ActorKind::kPerson;
  const struct {
    ActorKind kind;
    const char *code, *name, *brief;
    const char *inside, *outside;
  } cases[] = {
      {kState, "US", "United States", "", "US", "United States"},
      {kState, "", "Chad", "", "Chad", ""},  // not twice
      {kState, "BA", "Bosnia and Herzegovina", "Bosnia", "BA", "Bosnia"},
      {kState, "MK", "The former Yugoslav Republic", "", "MK", "The former Yugosl…"},
      {kState, "", "Liechtenstein", "", "Liec…", "Liechtenstein"},
      {kBox, "NAT", "North Atlantic Treaty Organization", "NATO", "NATO", ""},
      {kBox, "", "Council of Europe", "", "Council of…", ""},
      {kBox, "CoE", "Council of Europe", "", "CoE", "Council of Europe"},
      {kBox, "CSTO", "CSTO", "", "CSTO", ""},
      {ActorKind::kBody, "", "Duma", "", "Duma", ""},
      {ActorKind::kGroup, "", "The Nine", "", "The Nine", ""},
      {kPerson, "", "Wendy Sherman", "Sherman", "", "Sherman"},
      {kPerson, "XX", "Senior official (unnamed)", "", "", "Senior official"},
      {kPerson, "", "A (b) c", "", "", "A (b) c"},
      {kPerson, "", "Nobody)", "", "", "Nobody)"},
  };
  for (const auto& c : cases) {
    const GraphNode node = NodeOf(c.kind, c.code, c.name, c.brief);
    EXPECT_EQ(node.code, c.inside) << c.name;
    EXPECT_EQ(node.label, c.outside) << c.name;
    EXPECT_EQ(node.unnamed, std::string_view(c.name).ends_with("(unnamed)")) << c.name;
    EXPECT_EQ(IsBox(node), c.kind != kState && c.kind != kPerson) << c.name;
  }
}

TEST(GraphNode, IsAsLargeAsWhatStandsInIt) {
  const GraphMetrics m = GraphMetricsForDesktop();
  const GraphNode busy = NodeOf(ActorKind::kState, "US", "US", "", NodeWeight::kBusy);
  EXPECT_EQ(busy.r_px, m.busy_state_r_px);
  EXPECT_EQ(NodeOf(ActorKind::kState, "US", "US", "").r_px, m.state_r_px);
  EXPECT_EQ(NodeOf(ActorKind::kPerson, "", "A", "", NodeWeight::kBusy).r_px, m.person_r_px);
  EXPECT_EQ(NodeOf(ActorKind::kOrganisation, "", "EU", "").box_px.w, m.box_w_px);
  const char* names[] = {"EU", "NATO", "OSCE PA", "Quint+", "Council of Europe", "Женева"};
  for (const char* name : names) {
    const GraphNode box = NodeOf(ActorKind::kOrganisation, "", name, "");
    const float code_px = kLetters.WidthPx(box.code, Face::kSemiBold, m.box_code_px);
    EXPECT_GE(box.box_px.w, code_px + 20) << name;
    EXPECT_LE(box.box_px.w, 120) << name;
    EXPECT_EQ(box.box_px.h, m.box_h_px);
    const GraphNode state = NodeOf(ActorKind::kState, name, name, "");
    const float state_px = kLetters.WidthPx(state.code, Face::kSemiBold, m.state_code_px);
    EXPECT_LT(state_px, 2 * state.r_px) << name;
  }
}

// Edges end on the outline, and the pointer is inside of it, all around.
TEST(GraphNode, ItsOutlineIsWhereItsDistanceIsNought) {
  for (GraphNode node :
       {NodeOf(ActorKind::kState, "US", "US", ""), NodeOf(ActorKind::kPerson, "", "A", ""),
        NodeOf(ActorKind::kOrganisation, "", "A long name", "")}) {
    node.centre_px = {100, 50};
    node.box_px.x = 100 - node.box_px.w / 2;
    node.box_px.y = 50 - node.box_px.h / 2;
    EXPECT_LT(DistanceToNode(node, node.centre_px), 0);
    for (int degree = 0; degree < 360; degree += 3) {
      const double angle = degree * 3.14159265358979 / 180;
      const Point direction{static_cast<float>(std::cos(angle)),
                            static_cast<float>(std::sin(angle))};
      const float reach = OutlineReach(node, direction);
      const auto at = [&](float px) { return node.centre_px + direction * px; };
      EXPECT_NEAR(DistanceToNode(node, at(reach)), 0, 0.01) << degree;
      EXPECT_LT(DistanceToNode(node, at(reach - 2)), 0) << degree;
      EXPECT_GT(DistanceToNode(node, at(reach + 2)), 0) << degree;
      EXPECT_LE(DistanceToNode(node, at(reach + 2)), 2.01f) << degree;
    }
  }
}

}  // namespace
}  // namespace demarche
