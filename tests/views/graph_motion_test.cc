// Nodes on their way: from where they were drawn to where they are, over small graphs and the
// changes that a reader of the shipped dossier makes.
#include "views/graph_motion.h"

#include <cmath>
#include <string>

#include "core/base/plane.h"
#include "gtest/gtest.h"
#include "tests/core/graph/graph_fixture.h"
#include "tests/views/canvas_fixture.h"

namespace demarche {
namespace {

constexpr double kMoveS = 0.3;
constexpr GraphCamera kWhole;

// Two states, of whom one is a member of an organisation, and a person of the other.
class GraphMotionTest : public testing::Test {
 protected:
  GraphMotionTest() {
    graph_.plan_px = {0, 0, 800, 400};
    state_.as_of_s = 0;
  }
  static Dossier Sketch() {
    DossierSketch sketch;
    sketch.State("A", "A");
    sketch.State("B", "B");
    sketch.Organisation("O");
    sketch.Person("P", 0);
    sketch.AddTie(1, 2, TieKind::kMember);
    return sketch.Build();
  }

  static GraphNode Node(Index actor, Point at, Index tied_to = kNone) {
    GraphNode node;
    node.actor = actor, node.tied_to = tied_to;
    node.centre_px = at, node.r_px = 10, node.box_px = RectAround(at, 20, 20);
    return node;
  }
  static GraphEdge Edge(Index from, Index to, Point a, Point control, Point b) {
    GraphEdge edge;
    edge.key = {from, to, QuadClass::kVerbalConflict};
    edge.from_px = a, edge.control_px = control, edge.to_px = b;
    edge.badge_px = control, edge.box_px = RectAround(control, 20, 20);
    return edge;
  }
  // The next state has these nodes and edges.
  void Go(double now_s, const AppState& next, std::vector<GraphNode> nodes,
          std::vector<GraphEdge> edges = {}) {
    motion_.Tick(now_s);
    motion_.Keep(&graph_, kWhole, state_, next);
    graph_.nodes = std::move(nodes), graph_.edges = std::move(edges);
    motion_.Start(graph_, state_, next, now_s);
    state_ = next;
  }
  MovingGraph At(double now_s, const GraphCamera& camera = kWhole) {
    motion_.Tick(now_s);
    return motion_.Moved(graph_, camera);
  }
  AppState Pinned(float x) const {
    AppState next = state_;
    next.pins = {{0, {x, x}}};
    return next;
  }

  const Dossier dossier_ = Sketch();
  const GraphEvidence evidence_{dossier_};
  GraphMotion motion_{evidence_};
  GraphLayout graph_;
  AppState state_;
};

TEST_F(GraphMotionTest, ANodeAndItsEdgesMoveFromWhereTheyWereToWhereTheyAre) {
  graph_.nodes = {Node(0, {100, 100}), Node(1, {300, 100})};
  graph_.edges = {Edge(0, 1, {110, 100}, {200, 80}, {290, 100})};
  Go(0, Pinned(0.5f), {Node(0, {100, 200}), Node(1, {300, 100})},
     {Edge(0, 1, {110, 200}, {200, 140}, {290, 100})});
  ASSERT_TRUE(motion_.runs());
  MovingGraph moving = At(0);
  EXPECT_EQ(moving.staying.nodes[0].centre_px, (Point{100, 100}));
  EXPECT_EQ(moving.staying.edges[0].control_px, (Point{200, 80}));
  moving = At(kMoveS / 2);
  EXPECT_EQ(moving.staying.nodes[0].centre_px, (Point{100, 150}));
  EXPECT_EQ(moving.staying.nodes[0].box_px.centre(), (Point{100, 150}));
  EXPECT_EQ(moving.staying.nodes[1].centre_px, (Point{300, 100})) << "which need not move";
  EXPECT_EQ(moving.staying.edges[0].control_px, (Point{200, 110}));
  EXPECT_EQ(moving.staying.edges[0].box_px.centre(), moving.staying.edges[0].badge_px);
  EXPECT_TRUE(moving.coming.nodes.empty() && moving.going.nodes.empty());
  motion_.Tick(kMoveS);
  EXPECT_FALSE(motion_.runs());
}

TEST_F(GraphMotionTest, AChangeOnTheWayGoesOnFromThere) {
  graph_.nodes = {Node(0, {100, 100})};
  Go(0, Pinned(0.5f), {Node(0, {200, 100})});
  Go(kMoveS / 2, Pinned(0.7f), {Node(0, {500, 100})});
  EXPECT_EQ(At(kMoveS / 2).staying.nodes[0].centre_px, (Point{150, 100}));
  EXPECT_EQ(At(2 * kMoveS).staying.nodes[0].centre_px, (Point{500, 100}));
}

TEST_F(GraphMotionTest, WhoIsFoldedGoesIntoItsNodeAndComesOutOfIt) {
  const GraphNode a = Node(0, {100, 100}), b = Node(1, {300, 100}), o = Node(2, {300, 300}),
                  p = Node(3, {60, 100}, 0);
  graph_.nodes = {a, b, o, p};
  graph_.edges = {Edge(0, 1, {110, 100}, {200, 80}, {290, 100})};
  AppState folded = state_;
  folded.scope.members = Members::kFolded, folded.scope.people = People::kFolded;
  const AppState open = state_;
  const std::vector<GraphEdge> edges = graph_.edges;
  Go(0, folded, {a, o}, {Edge(0, 2, {110, 100}, {200, 200}, {290, 300})});
  MovingGraph moving = At(kMoveS / 2);
  ASSERT_EQ(moving.going.nodes.size(), 2u);
  EXPECT_EQ(moving.going.nodes[0].centre_px, (Point{300, 200})) << "half way to the organisation";
  EXPECT_EQ(moving.going.nodes[1].centre_px, (Point{80, 100})) << "half way to whom it speaks for";
  ASSERT_EQ(moving.going.edges.size(), 1u);
  EXPECT_EQ(moving.going.edges[0].to_px, (Point{290, 200})) << "with its end";
  ASSERT_EQ(moving.going.ties.size(), 1u);
  EXPECT_EQ(moving.coming.edges.size(), 1u);
  EXPECT_FLOAT_EQ(moving.come, 0.5f);

  motion_.Tick(1);
  Go(2, open, {a, b, o, p}, edges);
  moving = At(2);
  ASSERT_EQ(moving.coming.nodes.size(), 2u);
  EXPECT_EQ(moving.coming.nodes[0].centre_px, o.centre_px);
  EXPECT_EQ(moving.coming.nodes[1].centre_px, a.centre_px);
  EXPECT_EQ(moving.coming.edges[0].to_px, (Point{290, 300}));
  EXPECT_EQ(moving.staying.nodes.size(), 2u);
}

TEST_F(GraphMotionTest, NothingMovesWhereNothingIsElsewhere) {
  graph_.nodes = {Node(0, {100, 100})};
  AppState next = state_;
  next.focus = {ItemKind::kActor, 0};
  Go(0, next, {Node(0, {100, 100})});
  EXPECT_FALSE(motion_.runs());
  next.as_of_s = 5;
  Go(1, next, {Node(0, {100, 100}), Node(1, {9, 9})});
  EXPECT_FALSE(motion_.runs()) << "the playhead moves no node";
}

TEST_F(GraphMotionTest, ACrowdMovesAtOnce) {
  for (Index i = 0; i < 600; ++i) graph_.nodes.push_back(Node(i, {0, 0}));
  Go(0, Pinned(0.5f), {Node(0, {100, 100})});
  EXPECT_FALSE(motion_.runs());
}

TEST_F(GraphMotionTest, ACameraThatMovesMeanwhileMovesAllAlike) {
  graph_.nodes = {Node(0, {400, 200}), Node(1, {600, 200})};
  Go(0, Pinned(0.5f), {Node(0, {400, 300}), Node(1, {600, 200})});
  // By 80 px to the left: what does not move by itself is seen where it is now.
  const GraphCamera camera{0.6f, 0.5f, 1};
  for (GraphNode& node : graph_.nodes) node.centre_px.x -= 80, node.box_px.x -= 80;
  const MovingGraph moving = At(kMoveS / 3, camera);
  EXPECT_NEAR(moving.staying.nodes[0].centre_px.x, 320, 1e-3);
  EXPECT_NEAR(moving.staying.nodes[1].centre_px.x, 520, 1e-3);
  EXPECT_NEAR(moving.staying.nodes[1].centre_px.y, 200, 1e-3);
}

// ---- On the canvas ----

class GraphInMotion : public CanvasTest {
 protected:
  GraphInMotion() { Go("view=graph"); }
  void Change(const std::string& permalink) {
    canvas.state = ApplyPermalink(canvas.dossier, canvas.state, permalink);
    canvas.Frame();
  }
};

TEST_F(GraphInMotion, LevelsLensesAndPinsMoveForAThirdOfASecond) {
  for (const char* change :
       {"members=folded", "members=shown", "people=folded", "lens=topic:missiles",
        "lens=&people=shown", "pins=ukraine:0.7:0.7", "pins="}) {
    Change(change);
    EXPECT_TRUE(canvas.view->animating()) << change;
    int frames = 0;
    for (; canvas.view->animating() && frames < 100; ++frames) canvas.Frame();
    EXPECT_LE(frames, 19) << change;
  }
}

TEST_F(GraphInMotion, WithReducedMotionNothingRuns) {
  canvas.input.reduced_motion = true;
  for (const char* change : {"members=folded", "lens=topic:missiles", "pins=ukraine:0.7:0.7"}) {
    Change(change);
    EXPECT_FALSE(canvas.view->animating()) << change;
  }
}

// The state says already what a click is about.
TEST_F(GraphInMotion, APointerHitsWhereThingsEnd) {
  Change("pins=ukraine:0.9:0.9");
  EXPECT_TRUE(canvas.view->animating());
  canvas.Click(NodeAt("ukraine"));
  EXPECT_EQ(canvas.state.focus, Find("ukraine"));
}

TEST_F(GraphInMotion, AHandThatDragsANodeIsFollowedAtOnce) {
  const Point ukraine = NodeAt("ukraine");
  canvas.MoveTo(ukraine);
  canvas.queue.Press();
  canvas.Frame();
  canvas.MoveTo({ukraine.x + 80, ukraine.y - 30});
  canvas.Frame();
  ASSERT_EQ(canvas.state.pins.size(), 1u);
  EXPECT_FALSE(canvas.view->animating());
  canvas.queue.Release();
  canvas.Frame();
}

}  // namespace
}  // namespace demarche
