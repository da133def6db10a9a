// The graph enlarged: nodes part and keep their size, others get room, nothing lies on each other,
// and what the reader pins moves alone.
#include "core/graph/graph_zoom.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>

#include "core/base/plane.h"
#include "core/graph/graph_node.h"
#include "core/graph/graph_places.h"
#include "core/graph/graph_routing.h"
#include "core/state/graph_camera.h"
#include "tests/core/graph/graph_fixture.h"
#include "tests/repository.h"

namespace demarche {
namespace {

const FixedMeasurer kMeasurer;
constexpr Rect kArea{164, 100, 760, 400}, kPhone{0, 96, 390, 420};
constexpr float kZooms[] = {1, 1.1f, 1.3f, 1.7f, 2, 2.5f, 4, 7, 16, 40, 64};

// ---- The camera ----

TEST(GraphCamera, ShowsNothingButThePicture) {
  EXPECT_EQ(Bounded({0.9f, 0.1f, 1}), GraphCamera{});
  EXPECT_EQ(Bounded({0, 1, 2}), (GraphCamera{0.25f, 0.75f, 2}));
  EXPECT_EQ(Bounded({0.5f, 0.5f, 1e9f}).zoom, kMaxGraphZoom);
  EXPECT_EQ(Bounded({std::numeric_limits<float>::quiet_NaN(), 0.5f, 2}), GraphCamera{});
  EXPECT_EQ(Bounded({0.5f, 0.5f, std::numeric_limits<float>::infinity()}), GraphCamera{});
}

TEST(GraphCamera, ZoomingKeepsWhatIsUnderThePointer) {
  const Rect plan = PlanRect(kArea);
  const Point at{400, 260};
  const GraphCamera start = ZoomedAt({}, plan, 3, at);
  const Point share = ShareAt(start, plan, at);
  for (const float factor : {1.2f, 2.0f, 9.0f}) {
    const Point now = ShareAt(ZoomedAt(start, plan, factor, at), plan, at);
    EXPECT_NEAR(now.x, share.x, 1e-4);
    EXPECT_NEAR(now.y, share.y, 1e-4);
  }
  EXPECT_EQ(ZoomedAt(start, plan, 0.01f, at), GraphCamera{});
}

TEST(GraphCamera, PanningFollowsTheHand) {
  const Rect plan = PlanRect(kArea);
  const GraphCamera before{0.5f, 0.5f, 4}, after = PannedBy(before, plan, {30, -12});
  const Point share = ShareAt(before, plan, {500, 300});
  const Point moved = ShareAt(after, plan, {530, 288});
  EXPECT_NEAR(share.x, moved.x, 1e-5);
  EXPECT_NEAR(share.y, moved.y, 1e-5);
  EXPECT_EQ(PannedBy({}, plan, {30, 30}), GraphCamera{}) << "all of it shows already";
}

TEST(GraphCamera, OnTheWayWhatBothShowAtOnePlaceStaysThere) {
  const Rect plan = PlanRect(kArea);
  const Point at{300, 200};
  const GraphCamera from = ZoomedAt({}, plan, 2, {500, 300}), to = ZoomedAt(from, plan, 5, at);
  const Point share = ShareAt(from, plan, at);
  for (const float way : {0.0f, 0.2f, 0.5f, 0.9f, 1.0f}) {
    const Point now = ShareAt(Between(from, to, way), plan, at);
    EXPECT_NEAR(now.x, share.x, 1e-3) << way;
    EXPECT_NEAR(now.y, share.y, 1e-3) << way;
  }
  EXPECT_NEAR(Between(from, to, 0.5f).zoom, std::sqrt(from.zoom * to.zoom), 1e-3);
}

// ---- The picture ----

class Enlargement {
 public:
  Enlargement(const Dossier& dossier, const Rect& area) : dossier_(dossier), evidence_(dossier) {
    request_.dossier = &dossier_;
    request_.measurer = &kMeasurer;
    request_.evidence = &evidence_;
    request_.places = PlaceActors(evidence_);
    request_.area_px = area;
    if (area.w < 480) request_.metrics = GraphMetricsForPhone();
    request_.lang = "en";
    whole_ = PlanNodes(request_, evidence_);
  }

  NodePlan At(float zoom, std::vector<NodePin> pins = {}) {
    request_.zoom = zoom;
    request_.pins = std::move(pins);
    return ZoomedPlan(request_, whole_);
  }
  GraphLayout LayoutAt(float zoom) {
    const NodePlan plan = At(zoom);
    request_.nodes = &plan;
    const GraphLayout layout = LayoutGraph(request_);
    request_.nodes = nullptr;
    return layout;
  }
  /// The whole picture with an actor selected, or nothing.
  void Select(Index actor) {
    request_.focus = actor == kNone ? Ref{} : Ref{ItemKind::kActor, actor};
    whole_ = PlanNodes(request_, evidence_);
  }
  const NodePlan& whole() const { return whole_; }
  Rect plan_px() const { return PlanRect(request_.area_px); }

 private:
  const Dossier& dossier_;
  const GraphEvidence evidence_;
  GraphRequest request_;
  NodePlan whole_;
};

std::map<Index, const GraphNode*> ByActor(const NodePlan& plan) {
  std::map<Index, const GraphNode*> nodes;
  for (const GraphNode& node : plan.nodes) nodes[node.actor] = &node;
  return nodes;
}

void ExpectNothingOverlaps(const NodePlan& plan, const std::string& where) {
  for (size_t i = 0; i < plan.nodes.size(); ++i) {
    const GraphNode& x = plan.nodes[i];
    for (size_t j = 0; j < plan.nodes.size(); ++j) {
      const GraphNode& y = plan.nodes[j];
      if (i == j) continue;
      EXPECT_FALSE(i < j && x.box_px.Overlaps(y.box_px)) << where << ": nodes " << i << ' ' << j;
      if (x.label.empty()) continue;
      EXPECT_FALSE(x.label_box_px.Overlaps(y.box_px)) << where << ": " << x.label << " on " << j;
      EXPECT_FALSE(i < j && !y.label.empty() && x.label_box_px.Overlaps(y.label_box_px))
          << where << ": " << x.label << " on " << y.label;
    }
  }
}

TEST(GraphZoom, NothingLiesOnAnotherAtAnyZoom) {
  for (uint32_t actors : {12u, 60u, 300u, 1500u}) {
    const Dossier dossier = CrowdsDossier(actors, actors);
    for (const Rect& area : {kArea, kPhone}) {
      Enlargement graph(dossier, area);
      for (const float zoom : kZooms) {
        ExpectNothingOverlaps(graph.At(zoom),
                              std::to_string(actors) + " actors at zoom " + std::to_string(zoom));
      }
    }
  }
  for (const Rect& area : {kArea, kPhone}) {
    Enlargement graph(Talks(), area);
    for (const float zoom : kZooms)
      ExpectNothingOverlaps(graph.At(zoom), "the talks at zoom " + std::to_string(zoom));
  }
}

TEST(GraphZoom, WhoHasANodeKeepsItAndItsPlaceInThePicture) {
  const Dossier dossier = CrowdsDossier(400);
  Enlargement graph(dossier, kArea);
  size_t before = 0;
  for (size_t z = 0; z < std::size(kZooms); ++z) {
    const NodePlan plan = graph.At(kZooms[z]);
    const auto nodes = ByActor(plan);
    EXPECT_GE(nodes.size(), before);
    EXPECT_EQ(nodes.size() + plan.dots.size(), 400u) << "nobody is lost";
    before = nodes.size();
    for (const GraphNode& node : graph.At(kZooms[z > 0 ? z - 1 : 0]).nodes)
      EXPECT_TRUE(nodes.contains(node.actor)) << kZooms[z];
    for (const auto& [actor, node] : nodes) {
      const Point wanted = Enlarged(graph.plan_px(), kZooms[z], graph.whole().at_px[actor]);
      EXPECT_NEAR(node->centre_px.x, wanted.x, 0.01f * kZooms[z]);
      EXPECT_NEAR(node->centre_px.y, wanted.y, 0.01f * kZooms[z]);
    }
  }
  EXPECT_EQ(before, 400u) << "at the largest zoom all have room";
}

TEST(GraphZoom, PersonsAndNamesStayAtTheSideOfTheirNodes) {
  Enlargement graph(Talks(), kArea);
  const NodePlan& whole = graph.whole();
  size_t stayed = 0, all = 0;
  for (const float zoom : kZooms) {
    const NodePlan plan = graph.At(zoom);
    for (size_t n = 0; n < whole.nodes.size(); ++n) {
      if (whole.tied_to[n] == kNone) continue;
      ++all;
      const Point before = whole.nodes[n].centre_px - whole.nodes[whole.tied_to[n]].centre_px;
      const Point now = plan.nodes[n].centre_px - plan.nodes[plan.tied_to[n]].centre_px;
      stayed += Distance(before, now) < 0.5f;
      EXPECT_LT(Length(now), 2 * GraphMetricsForDesktop().tie_px);
    }
  }
  EXPECT_GT(all, 20u);
  EXPECT_EQ(stayed, all);
}

TEST(GraphZoom, APinMovesItsNodeAndItsPersonsAndNobodyElse) {
  const Index us = Talks().Find("us").index;
  Enlargement graph(Talks(), kArea);
  for (const float zoom : {1.0f, 3.0f}) {
    const NodePlan before = graph.At(zoom), after = graph.At(zoom, {{us, {0.7f, 0.3f}}});
    ASSERT_EQ(before.nodes.size(), after.nodes.size());
    size_t moved = 0;
    for (size_t n = 0; n < before.nodes.size(); ++n) {
      const bool its_own = before.nodes[n].actor == us || before.nodes[n].tied_to == us;
      EXPECT_EQ(before.nodes[n].centre_px != after.nodes[n].centre_px, its_own) << n;
      moved += its_own;
    }
    EXPECT_GT(moved, 1u) << "persons go along";
    const Rect plan = graph.plan_px();
    const Point wanted = Enlarged(plan, zoom, {plan.x + 0.7f * plan.w, plan.y + 0.3f * plan.h});
    EXPECT_EQ(ByActor(after)[us]->centre_px, wanted);
  }
}

TEST(GraphZoom, ADotThatIsPinnedBecomesANode) {
  const Dossier dossier = CrowdsDossier(200);
  Enlargement graph(dossier, kArea);
  ASSERT_FALSE(graph.whole().dots.empty());
  const Index actor = graph.whole().dots.back().actor;
  const NodePlan before = graph.At(1), after = graph.At(1, {{actor, {0.5f, 0.5f}}});
  EXPECT_FALSE(ByActor(before).contains(actor));
  EXPECT_TRUE(ByActor(after).contains(actor));
  EXPECT_EQ(after.nodes.size(), before.nodes.size() + 1);
}

// So that a reader sees who is where.
TEST(GraphZoom, ACrowdHasNodesThoughItsBusiestStandCloseTogether) {
  constexpr uint32_t kBusy = 60, kAll = 460;
  DossierSketch sketch;
  for (uint32_t i = 0; i < kAll; ++i) sketch.State("S" + std::to_string(i), "State");
  for (uint32_t i = 0; i < kAll; ++i) {
    const uint32_t last = i < kBusy ? kBusy : i % kBusy + 1;
    for (uint32_t to = i < kBusy ? i + 1 : i % kBusy; to < last; ++to)
      sketch.AddMove({i}, {to}, PloverType::kConsult, "2000");
  }
  const Dossier dossier = sketch.Build();
  Enlargement graph(dossier, kArea);
  const NodePlan plan = graph.At(1);
  EXPECT_GE(plan.nodes.size(), 5u);
  EXPECT_TRUE(std::any_of(plan.nodes.begin(), plan.nodes.end(),
                          [](const GraphNode& node) { return node.actor < kBusy; }));
}

TEST(GraphZoom, AllActorsAndAllThatHappenedShowAtEachZoom) {
  const Dossier dossier = CrowdsDossier(300);
  Enlargement graph(dossier, kArea);
  const size_t bundles = BundlesAt(dossier, kTimeMax).size();
  uint32_t moves = 0;
  for (const EdgeBundle& bundle : BundlesAt(dossier, kTimeMax)) moves += bundle.moves.size();
  for (const float zoom : {1.0f, 2.0f, 8.0f, 64.0f}) {
    const GraphLayout layout = graph.LayoutAt(zoom);
    EXPECT_EQ(layout.nodes.size() + layout.dots.size(), 300u);
    uint32_t shown = 0;
    for (const GraphEdge& edge : layout.edges) shown += edge.count;
    for (const GraphLine& line : layout.lines) shown += line.count;
    EXPECT_EQ(shown, moves) << zoom;
    EXPECT_LE(layout.edges.size() + layout.lines.size(), bundles);
  }
}

// A curve has twenty ways to go: hardly ever does none of them lead around all nodes.
TEST(GraphZoom, CurvesGoAroundNodes) {
  size_t curves = 0, hiding = 0;
  for (uint32_t seed = 1; seed <= 6; ++seed) {
    const Dossier dossier = CrowdsDossier(8 + 2 * seed, seed);
    Enlargement graph(dossier, kArea);
    for (const float zoom : {1.0f, 1.5f, 3.0f}) {
      const GraphLayout layout = graph.LayoutAt(zoom);
      for (const GraphEdge& edge : layout.edges) {
        bool hides = false;
        for (const GraphNode& node : layout.nodes) {
          if (node.actor == edge.key.from || node.actor == edge.key.to) continue;
          for (int i = 1; i < 40; ++i)
            hides = hides || DistanceToNode(node, CurveOf(edge).At(static_cast<float>(i) / 40)) < 0;
        }
        ++curves;
        hiding += hides;
      }
    }
  }
  EXPECT_GT(curves, 300u);
  EXPECT_LT(hiding * 100, curves) << hiding << " of " << curves;
}

TEST(GraphZoom, ASelectedDotGrowsWhereItIsAsFarAsItHasRoom) {
  size_t grown = 0, full = 0;
  for (uint32_t seed = 1; seed <= 4; ++seed) {
    const Dossier dossier = CrowdsDossier(20 + 8 * seed, seed);
    Enlargement graph(dossier, kArea);
    for (const float zoom : {1.0f, 1.5f, 3.0f}) {
      graph.Select(kNone);
      const NodePlan before = graph.At(zoom);
      for (const DotPlan& dot : before.dots) {
        graph.Select(dot.actor);
        const NodePlan after = graph.At(zoom);
        const auto nodes = ByActor(after);
        ASSERT_TRUE(nodes.contains(dot.actor));
        const GraphNode& node = *nodes.at(dot.actor);
        EXPECT_EQ(node.centre_px, dot.at_px);
        ++grown, full += !node.small;
        for (const GraphNode& other : before.nodes) {
          EXPECT_EQ(nodes.at(other.actor)->centre_px, other.centre_px);
          const bool on_it = node.box_px.Overlaps(other.box_px);
          EXPECT_FALSE(on_it && std::max(node.box_px.w, node.box_px.h) > 8.5f) << other.code;
        }
      }
    }
  }
  EXPECT_GT(grown, 20u);
  EXPECT_GT(full, 0u);
}

TEST(GraphZoom, ACameraMovesAllAlikeAndLeavesOutWhatItDoesNotSee) {
  const Dossier dossier = CrowdsDossier(300);
  Enlargement graph(dossier, kArea);
  const GraphLayout picture = graph.LayoutAt(6);
  const GraphCamera camera{0.3f, 0.6f, 6};
  const GraphLayout seen = SeenThrough(picture, camera);
  const Point by = ShiftOf(camera, picture.plan_px);
  EXPECT_LT(seen.nodes.size(), picture.nodes.size());
  EXPECT_FALSE(seen.nodes.empty());
  for (const GraphNode& node : picture.nodes) {
    const Point at = node.centre_px + by;
    const auto it = std::find_if(seen.nodes.begin(), seen.nodes.end(),
                                 [&](const GraphNode& n) { return n.actor == node.actor; });
    EXPECT_TRUE(it != seen.nodes.end() || !kArea.Contains(at));
    if (it == seen.nodes.end()) continue;
    EXPECT_EQ(it->centre_px, at);
    EXPECT_EQ(it->label_px, node.label_px + by);
  }
  for (const GraphDot& dot : seen.dots) {
    const GraphHit hit = HitTest(seen, dot.centre_px, 0);
    EXPECT_TRUE(hit.actor != kNone || hit.edge) << "itself, or what lies on it";
  }
}

}  // namespace
}  // namespace demarche
