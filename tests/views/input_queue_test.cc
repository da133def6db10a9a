#include "views/input_queue.h"

#include <gtest/gtest.h>

#include "imgui.h"

namespace demarche {
namespace {

class InputQueueTest : public testing::Test {
 protected:
  const PointerInput& Deal() {
    queue_.Deal(&input_);
    return input_.pointer;
  }

  InputQueue queue_;
  CanvasInput input_;
};

TEST_F(InputQueueTest, AClickBetweenTwoFramesIsSeenInTwo) {
  queue_.MoveTo({3, 4});
  queue_.Press();
  queue_.Release();
  queue_.Leave();
  Deal();
  EXPECT_TRUE(input_.pointer.inside && input_.pointer.pressed && input_.pointer.down);
  EXPECT_FALSE(input_.pointer.released);
  EXPECT_EQ(input_.pointer.at_px, (Point{3, 4}));
  EXPECT_TRUE(queue_.waits());
  Deal();
  EXPECT_TRUE(input_.pointer.inside && input_.pointer.released);
  EXPECT_FALSE(input_.pointer.pressed || input_.pointer.down);
  EXPECT_TRUE(queue_.waits());
  Deal();
  EXPECT_FALSE(input_.pointer.inside || input_.pointer.released || queue_.waits());
}

TEST_F(InputQueueTest, AFrameSeesWhereThePointerIsNow) {
  for (int x = 0; x < 5; ++x) queue_.MoveTo({static_cast<float>(x), 0});
  EXPECT_EQ(Deal().at_px, (Point{4, 0}));
  EXPECT_FALSE(queue_.waits());
}

TEST_F(InputQueueTest, APressIsMadeWhereThePointerWasThen) {
  queue_.MoveTo({1, 1});
  queue_.Press();
  queue_.MoveTo({50, 1});
  EXPECT_EQ(Deal().at_px, (Point{1, 1}));
  EXPECT_EQ(Deal().at_px, (Point{50, 1}));
  EXPECT_TRUE(input_.pointer.down);
}

TEST_F(InputQueueTest, EveryKeyGetsAFrame) {
  queue_.Key({.key = ImGuiKey_A});
  queue_.Key({.key = ImGuiKey_B, .shift = true, .repeats = true});
  Deal();
  EXPECT_EQ(input_.key.key, ImGuiKey_A);
  EXPECT_FALSE(input_.key.shift || input_.key.repeats);
  Deal();
  EXPECT_EQ(input_.key.key, ImGuiKey_B);
  EXPECT_TRUE(input_.key.shift && input_.key.repeats);
  Deal();
  EXPECT_EQ(input_.key.key, ImGuiKey_None);
}

TEST_F(InputQueueTest, WhatIsClearedIsNoClick) {
  queue_.MoveTo({1, 1});
  queue_.Press();
  Deal();
  queue_.Release();
  queue_.Clear();
  Deal();
  EXPECT_FALSE(input_.pointer.down || input_.pointer.released || queue_.waits());
  // Nor does the release count that comes after all.
  queue_.Release();
  EXPECT_FALSE(Deal().released);
}

}  // namespace
}  // namespace demarche
