#include "views/canvas_motion.h"

#include "core/graph/graph_evidence.h"
#include "gtest/gtest.h"

namespace demarche {
namespace {

constexpr double kSlideS = 0.16, kGrowS = 0.24;

// A scene whose playhead and edges are what a state's as-of date says.
class CanvasMotionTest : public testing::Test {
 protected:
  CanvasMotionTest() {
    scene_.timeline = &timeline_;
    scene_.links = &links_;
    scene_.graph = &graph_;
    state_.as_of_s = 0;
  }

  void Go(double now_s, float playhead_px, std::vector<EdgeKey> edges = {}) {
    AppState next = state_;
    next.as_of_s += 1;
    motion_.Tick(now_s);
    motion_.Keep(scene_, state_, next);
    timeline_.playhead_px = playhead_px;
    graph_.edges.resize(edges.size());
    for (size_t i = 0; i < edges.size(); ++i) graph_.edges[i].key = edges[i];
    motion_.Start(scene_, state_, next, Mover::kProgram, Mover::kProgram, now_s);
    state_ = next;
  }
  float Playhead(double now_s) {
    motion_.Tick(now_s);
    return motion_.PlayheadPx(timeline_);
  }

  TimelineLayout timeline_;
  std::vector<TimelineLink> links_;
  GraphLayout graph_;
  CanvasScene scene_;
  AppState state_;
  const Dossier dossier_{{}, {}, {}};
  const GraphEvidence evidence_{dossier_};
  CanvasMotion motion_{evidence_};
};

TEST_F(CanvasMotionTest, ThePlayheadSlidesToItsNewPlace) {
  timeline_.playhead_px = 100;
  Go(0, 200);
  EXPECT_FLOAT_EQ(Playhead(0), 100);
  EXPECT_FLOAT_EQ(Playhead(kSlideS / 2), 150);
  EXPECT_FLOAT_EQ(Playhead(kSlideS), 200);
  EXPECT_FALSE(motion_.runs());
}

TEST_F(CanvasMotionTest, AStepOnTheWayGoesOnFromWhereThePlayheadIs) {
  timeline_.playhead_px = 100;
  Go(0, 200);
  Go(kSlideS / 2, 300);
  EXPECT_FLOAT_EQ(Playhead(kSlideS / 2), 150);
  EXPECT_FLOAT_EQ(Playhead(2 * kSlideS), 300);
}

TEST_F(CanvasMotionTest, OnlyEdgesThatAreNewGrow) {
  const EdgeKey old{0, 1, QuadClass::kVerbalConflict}, young{1, 0, QuadClass::kVerbalConflict};
  Go(0, 0, {old});
  Go(1, 0, {old, young});
  EXPECT_EQ(motion_.growing(), std::vector<EdgeKey>{young});
  EXPECT_FLOAT_EQ(motion_.grown(), 0);
  motion_.Tick(1 + kGrowS);
  EXPECT_TRUE(motion_.growing().empty());
}

TEST_F(CanvasMotionTest, NodesThatAreNewFadeIn) {
  AppState next = state_;
  next.as_of_s += 1;
  graph_.nodes.resize(1);
  graph_.nodes[0].actor = 7;
  motion_.Keep(scene_, state_, next);
  graph_.nodes.resize(3);
  graph_.nodes[1].actor = 9;
  graph_.nodes[2].actor = 3;
  motion_.Start(scene_, state_, next, Mover::kProgram, Mover::kProgram, 0);
  EXPECT_EQ(motion_.appearing(), (std::vector<Index>{3, 9}));
  EXPECT_TRUE(motion_.runs());
  motion_.Tick(kGrowS);
  EXPECT_TRUE(motion_.appearing().empty());
}

TEST_F(CanvasMotionTest, WhatWasNotShownMovesFromNowhere) {
  scene_.graph = nullptr;
  AppState next = state_;
  next.as_of_s += 1;
  motion_.Keep(scene_, state_, next);
  scene_.graph = &graph_;
  graph_.edges.resize(1);
  motion_.Start(scene_, state_, next, Mover::kHand, Mover::kHand, 0);
  EXPECT_FALSE(motion_.runs());
}

}  // namespace
}  // namespace demarche
