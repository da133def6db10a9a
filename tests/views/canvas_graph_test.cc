// The graph under the reader's hands: zoomed, panned, its nodes dragged and let go.
#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/plane.h"
#include "core/state/graph_camera.h"
#include "tests/core/graph/graph_fixture.h"
#include "tests/views/canvas_fixture.h"

namespace demarche {
namespace {

constexpr GraphCamera kWhole;

class CanvasGraph : public CanvasTest {
 protected:
  CanvasGraph() { Go("view=graph"); }
  explicit CanvasGraph(Dossier dossier) : CanvasTest(std::move(dossier), 920, 748) {
    Go("view=graph");
  }

  void Wheel(float factor, Point at) {
    canvas.input.zoom_factor = factor;
    canvas.input.zoom_x_px = at.x, canvas.input.zoom_y_px = at.y;
    canvas.Frame();
    canvas.Settle();
  }
  /// Where in the graph there is nothing.
  Point Empty() const { return {420, 420}; }
  Index Actor(const char* id) { return Find(id).index; }
};

TEST_F(CanvasGraph, TheWheelZoomsAboutThePointer) {
  const Point us = NodeAt("us");
  Wheel(2, us);
  EXPECT_NEAR(canvas.state.camera.zoom, 2, 1e-4);
  const Point now = NodeAt("us");
  EXPECT_NEAR(now.x, us.x, 30) << "as far as the picture goes";
  EXPECT_NEAR(now.y, us.y, 1);
  Wheel(0.1f, us);
  EXPECT_EQ(canvas.state.camera, kWhole);
}

TEST_F(CanvasGraph, NodesPartAndKeepTheirPlaceUnderTheCamera) {
  const Point us = NodeAt("us"), russia = NodeAt("russia");
  Wheel(1.25f, {(us.x + russia.x) / 2, (us.y + russia.y) / 2});
  EXPECT_NEAR(NodeAt("russia").x - NodeAt("us").x, 1.25f * (russia.x - us.x), 0.5);
}

TEST_F(CanvasGraph, ADragOnEmptyGroundPansWhatIsZoomed) {
  canvas.Drag(Empty(), {Empty().x + 50, Empty().y});
  EXPECT_EQ(canvas.state.camera, kWhole) << "all of it shows";
  Wheel(1.5f, Empty());
  const Point before = NodeAt("ukraine");
  canvas.Drag(Empty(), {Empty().x + 40, Empty().y - 25});
  canvas.Settle();
  EXPECT_NEAR(NodeAt("ukraine").x, before.x + 40, 1);
  EXPECT_NEAR(NodeAt("ukraine").y, before.y - 25, 1);
  EXPECT_EQ(canvas.state.range, kEverything) << "the time stays";
}

TEST_F(CanvasGraph, WhatAHandMovesFollowsAtOnceAndAKeyMovesSmoothly) {
  Wheel(3, Empty());
  canvas.Key(ImGuiKey_0);
  canvas.Frame();
  EXPECT_EQ(canvas.state.camera, kWhole);
  EXPECT_TRUE(canvas.view->animating());
  const float first = NodeAt("us").x;
  canvas.Settle();
  EXPECT_NE(NodeAt("us").x, first);
  canvas.input.reduced_motion = true;
  canvas.Key(ImGuiKey_Equal);
  canvas.Frame();
  EXPECT_FALSE(canvas.view->animating());
}

TEST_F(CanvasGraph, KeysZoomPanAndShowAll) {
  canvas.Key(ImGuiKey_Equal);
  canvas.Settle();
  EXPECT_GT(canvas.state.camera.zoom, 1.2f);
  const GraphCamera zoomed = canvas.state.camera;
  canvas.Key(ImGuiKey_RightArrow, true);
  EXPECT_GT(canvas.state.camera.x, zoomed.x);
  canvas.Key(ImGuiKey_Minus);
  EXPECT_EQ(canvas.state.camera, kWhole);
}

TEST_F(CanvasGraph, ADraggedNodeIsPinnedAndMovesAlone) {
  const Point ukraine = NodeAt("ukraine"), russia = NodeAt("russia");
  canvas.Drag(ukraine, {ukraine.x + 60, ukraine.y - 40});
  canvas.Settle();
  ASSERT_EQ(canvas.state.pins.size(), 1u);
  EXPECT_EQ(canvas.state.pins[0].actor, Actor("ukraine"));
  EXPECT_NEAR(NodeAt("ukraine").x, ukraine.x + 60, 1);
  EXPECT_NEAR(NodeAt("ukraine").y, ukraine.y - 40, 1);
  EXPECT_EQ(NodeAt("russia"), russia);
  EXPECT_FALSE(canvas.state.focus) << "a drag is no click";
}

TEST_F(CanvasGraph, ADragFasterThanTheFramesEndsWhereItWasLetGo) {
  const Point ukraine = NodeAt("ukraine");
  canvas.MoveTo(ukraine);
  canvas.queue.Press();
  canvas.queue.MoveTo({ukraine.x + 20, ukraine.y});
  canvas.queue.MoveTo({ukraine.x + 60, ukraine.y - 40});
  canvas.queue.Release();
  canvas.queue.Leave();  // WebKit tells so after every drag
  canvas.Settle();
  ASSERT_EQ(canvas.state.pins.size(), 1u);
  EXPECT_NEAR(NodeAt("ukraine").x, ukraine.x + 60, 1);
  EXPECT_NEAR(NodeAt("ukraine").y, ukraine.y - 40, 1);
  EXPECT_FALSE(canvas.state.focus) << "a drag is no click";
}

TEST_F(CanvasGraph, AClickSelectsAndPinsNothing) {
  canvas.Click(NodeAt("ukraine"));
  EXPECT_EQ(canvas.state.focus, Find("ukraine"));
  EXPECT_TRUE(canvas.state.pins.empty());
}

TEST_F(CanvasGraph, EscapeTakesADragBack) {
  const Point ukraine = NodeAt("ukraine");
  canvas.MoveTo(ukraine);
  canvas.queue.Press();
  canvas.Frame();
  canvas.MoveTo({ukraine.x + 80, ukraine.y});
  canvas.MoveTo({ukraine.x + 90, ukraine.y});
  EXPECT_EQ(canvas.state.pins.size(), 1u);
  canvas.Key(ImGuiKey_Escape);
  EXPECT_TRUE(canvas.state.pins.empty());
  EXPECT_NE(canvas.view->TakePageRequest(), PageRequest::kLeave);
  canvas.MoveTo({ukraine.x + 120, ukraine.y});
  canvas.queue.Release();
  canvas.Frame();
  EXPECT_TRUE(canvas.state.pins.empty());
  EXPECT_EQ(NodeAt("ukraine"), ukraine);
}

TEST_F(CanvasGraph, ADoubleClickAKeyAndAButtonUnpin) {
  const Point ukraine = NodeAt("ukraine"), us = NodeAt("us");
  Go("pins=ukraine:0.6:0.6,us:0.3:0.3");
  EXPECT_NE(NodeAt("us"), us);
  canvas.DoubleClick(NodeAt("us"));
  canvas.Settle();
  EXPECT_EQ(NodeAt("us"), us);
  ASSERT_EQ(canvas.state.pins.size(), 1u);
  canvas.Key(ImGuiKey_U);
  canvas.Settle();
  EXPECT_TRUE(canvas.state.pins.empty()) << "none is selected that is pinned: all";
  EXPECT_EQ(NodeAt("ukraine"), ukraine);
}

TEST_F(CanvasGraph, ASelectedActorOutOfViewIsBroughtThere) {
  Go("camera=0.1,0.1,6");
  canvas.state = ApplyPermalink(canvas.dossier, canvas.state, "focus=ukraine");
  canvas.Settle();
  EXPECT_NE(canvas.state.camera.x, 0.1f);
  const Point at = NodeAt("ukraine");
  EXPECT_TRUE(at.x > 200 && at.x < 700 && at.y > 20 && at.y < 700) << at.x << ' ' << at.y;
}

TEST_F(CanvasGraph, AFingerTakesHoldOfWhatItCanMove) {
  EXPECT_TRUE(canvas.view->HasGrip(NodeAt("ukraine").x, NodeAt("ukraine").y));
  EXPECT_FALSE(canvas.view->HasGrip(Empty().x, Empty().y)) << "there is nowhere to go";
  Wheel(3, Empty());
  EXPECT_TRUE(canvas.view->HasGrip(Empty().x, Empty().y));
}

class CanvasCrowd : public CanvasGraph {
 protected:
  CanvasCrowd() : CanvasGraph(CrowdsDossier(2000)) {}
};

TEST_F(CanvasCrowd, ZoomingInGivesRoomForMoreNodesAndLosesNone) {
  const auto ids = [this] {
    std::vector<std::string> ids;
    for (const json& node : Nodes()) ids.push_back(node["id"]);
    return ids;
  };
  const size_t whole = ids().size();
  EXPECT_GE(whole, 2u);
  Go("camera=0.5,0.5,8");
  EXPECT_GT(ids().size(), 2u);
  // A pan by little shows what it showed, moved by as much.
  const json before = Nodes();
  canvas.state.camera = PannedBy(canvas.state.camera, {252, 44, 500, 600}, {30, 20});
  canvas.Settle();
  size_t same = 0;
  float dx = 0;
  for (const json& now : Nodes()) {
    for (const json& then : before) {
      if (now["id"] != then["id"]) continue;
      const float by = now["x"].get<float>() - then["x"].get<float>();
      if (same > 0) {
        EXPECT_NEAR(by, dx, 0.2);
      }
      ++same;
      dx = by;
    }
  }
  EXPECT_GT(same, 2u);
  EXPECT_GT(dx, 5);
}

// ---- Lines of many edges ----

class CanvasOfLines : public CanvasGraph {
 protected:
  CanvasOfLines() : CanvasGraph(ReadGenerated(4000)) {}

  // Where a line can be hit: a point on it where nothing else is.
  std::optional<std::pair<Point, GraphLine>> SomeLine() const {
    const GraphLayout& graph = *canvas.view->graph();
    for (const GraphLine& line : graph.lines) {
      for (const float share : {0.3f, 0.4f, 0.5f, 0.6f, 0.7f}) {
        const Point at = Mix(line.from_px, line.to_px, share);
        if (line.of_nodes && HitTest(graph, at, 24).pair == line.pair()) return {{at, line}};
      }
    }
    return std::nullopt;
  }
};

TEST_F(CanvasOfLines, ALineTellsWhatItStandsForAndAClickShowsItsPairByClass) {
  ASSERT_TRUE(canvas.view->graph()->edges.empty());
  const auto found = SomeLine();
  ASSERT_TRUE(found.has_value());
  const auto& [at, line] = *found;
  canvas.MoveTo(at);
  EXPECT_FALSE(canvas.view->tip().has_value()) << "not while it may only pass by";
  canvas.Frame(0.1);
  const std::optional<CanvasTip> tip = canvas.view->tip();
  ASSERT_TRUE(tip.has_value() && tip->line != nullptr);
  EXPECT_EQ(tip->line->pair(), line.pair());
  EXPECT_TRUE(tip->box_px.Contains(at));

  canvas.Click(at);
  canvas.Settle();
  EXPECT_EQ(canvas.state.scope.lens, line.pair());
  uint32_t moves = 0;
  for (const GraphEdge& edge : canvas.view->graph()->edges) moves += edge.count;
  EXPECT_EQ(moves, line.count);
  EXPECT_TRUE(canvas.view->graph()->lines.empty());
}

TEST_F(CanvasOfLines, EWalksTheEdgesOfAnActorThoughTheyAreDrawnAsLines) {
  const GraphLayout whole = *canvas.view->graph();
  const Index actor = whole.nodes.front().actor;
  canvas.state.focus = {ItemKind::kActor, actor};
  canvas.Settle();
  size_t count = 0;
  for (const EdgeKey& key : whole.merged) count += key.from == actor || key.to == actor;
  ASSERT_GT(count, 2u);
  std::vector<EdgeKey> walked;
  for (size_t i = 0; i < count; ++i) {
    canvas.Key(ImGuiKey_E);
    canvas.Settle();
    ASSERT_TRUE(canvas.state.edge.from == actor || canvas.state.edge.to == actor);
    walked.push_back(canvas.state.edge);
    const std::vector<GraphEdge>& edges = canvas.view->graph()->edges;
    EXPECT_TRUE(std::any_of(edges.begin(), edges.end(), [&](const GraphEdge& edge) {
      return edge.key == canvas.state.edge && edge.selected;
    })) << "a pinned one is told apart";
  }
  for (size_t i = 1; i < walked.size(); ++i) EXPECT_FALSE(walked[i] == walked[i - 1]);
  canvas.Key(ImGuiKey_E);
  EXPECT_EQ(canvas.state.edge, walked.front()) << "around the circle";
}

}  // namespace
}  // namespace demarche
