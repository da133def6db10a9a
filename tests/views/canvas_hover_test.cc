// What a mouse rests on: told after a moment, taken back at once, with a tooltip and a cursor.
#include <optional>

#include "core/graph/graph_layout.h"
#include "tests/views/canvas_fixture.h"

namespace demarche {
namespace {

constexpr float kTicksY = 112;  // in the row of ticks

using CanvasHoverTest = CanvasTest;

TEST_F(CanvasHoverTest, HoverIsToldAfterEightyMillisecondsAndTakenBackAtOnce) {
  canvas.MoveTo(MiddleOf(Item("geneva-2022")));
  EXPECT_FALSE(canvas.state.hover);
  EXPECT_TRUE(canvas.view->animating());
  canvas.Frame(0.05);
  EXPECT_FALSE(canvas.state.hover);
  canvas.Frame(0.05);
  EXPECT_EQ(canvas.state.hover, Find("geneva-2022"));
  EXPECT_FALSE(canvas.view->animating());
  canvas.Leave();
  EXPECT_FALSE(canvas.state.hover);
}

TEST_F(CanvasHoverTest, TheTipTellsOfTheMarkThatTheMouseRestsOn) {
  const json geneva = Item("geneva-2022");
  canvas.MoveTo(MiddleOf(geneva));
  EXPECT_FALSE(canvas.view->tip().has_value()) << "not while it may only pass by";
  canvas.Frame(0.1);
  const std::optional<CanvasTip> tip = canvas.view->tip();
  ASSERT_TRUE(tip.has_value());
  ASSERT_EQ(tip->content.items.size(), 1u);
  EXPECT_EQ(tip->content.items.front(), Find("geneva-2022"));
  EXPECT_NEAR(tip->box_px.x, geneva["x"].get<float>(), 0.1);
  EXPECT_NEAR(tip->box_px.w, geneva["w"].get<float>(), 0.1);
  canvas.MoveTo(EmptyLane());
  EXPECT_FALSE(canvas.view->tip().has_value());
}

TEST_F(CanvasHoverTest, TheTipTellsOfAnActorAndOfAnEdge) {
  const Point us = NodeAt("us");
  canvas.MoveTo(us);
  canvas.Frame(0.1);
  std::optional<CanvasTip> tip = canvas.view->tip();
  ASSERT_TRUE(tip.has_value());
  EXPECT_EQ(tip->actor, Find("us").index);
  EXPECT_TRUE(tip->box_px.Contains(us));

  const GraphEdge edge = canvas.view->graph()->edges.front();
  canvas.MoveTo(edge.badge_px);
  EXPECT_FALSE(canvas.view->tip().has_value()) << "not while it may only pass by";
  canvas.Frame(0.1);
  tip = canvas.view->tip();
  ASSERT_TRUE(tip.has_value());
  EXPECT_EQ(tip->edge, edge.key);
  EXPECT_EQ(tip->actor, kNone);
  EXPECT_EQ(tip->box_px, edge.box_px);
}

TEST_F(CanvasHoverTest, WhatThePaneTellsToHoverIsNotTakenBack) {
  canvas.state.hover = Find("geneva-2022");
  canvas.Settle();
  canvas.Leave();
  EXPECT_EQ(canvas.state.hover, Find("geneva-2022"));
}

TEST_F(CanvasHoverTest, AFingerDoesNotHover) {
  canvas.input.touch = true;
  canvas.MoveTo(MiddleOf(Item("geneva-2022")));
  canvas.Frame(0.2);
  EXPECT_FALSE(canvas.state.hover);
}

TEST_F(CanvasHoverTest, TheCursorSaysWhatAClickWouldDo) {
  canvas.MoveTo(MiddleOf(Item("geneva-2022")));
  EXPECT_STREQ(canvas.view->cursor(), "pointer");
  canvas.MoveTo(EmptyLane());
  EXPECT_STREQ(canvas.view->cursor(), "default");
  canvas.MoveTo({PlayheadX(), kTicksY});
  EXPECT_STREQ(canvas.view->cursor(), "ew-resize");
  canvas.MoveTo({50, 85});
  EXPECT_STREQ(canvas.view->cursor(), "pointer");
  Go("range=2022-01-08/2022-01-12");
  canvas.MoveTo({500, 60});
  canvas.MoveTo(EmptyLane());
  EXPECT_STREQ(canvas.view->cursor(), "grab");
}

}  // namespace
}  // namespace demarche
