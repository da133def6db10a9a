#include "core/base/plane.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Plane, LeftIsLeftAsSeenOnTheScreen) {
  EXPECT_EQ(Left({1, 0}), (Point{0, -1})) << "going right, left is up";
  EXPECT_EQ(Left({0, 1}), (Point{1, 0})) << "going down, left is right";
}

TEST(Plane, UnitHasLengthOneOrIsTheOther) {
  EXPECT_EQ(Unit({3, 4}), (Point{0.6f, 0.8f}));
  EXPECT_EQ(Unit({0, 0}, {0, 1}), (Point{0, 1}));
}

TEST(Plane, DistanceToARectangleIsNothingInside) {
  const Rect rect{10, 10, 20, 10};
  EXPECT_EQ(DistanceTo(rect, {15, 15}), 0);
  EXPECT_EQ(DistanceTo(rect, {33, 24}), 5);
  EXPECT_EQ(DistanceTo(rect, {15, 4}), 6);
}

TEST(Plane, DistanceToASegmentEndsWithIt) {
  EXPECT_EQ(DistanceToSegment({5, 3}, {0, 0}, {10, 0}), 3);
  EXPECT_EQ(DistanceToSegment({13, 4}, {0, 0}, {10, 0}), 5);
  EXPECT_EQ(DistanceToSegment({3, 4}, {0, 0}, {0, 0}), 5);
}

TEST(Plane, SegmentsCrossOnlyInside) {
  EXPECT_TRUE(SegmentsCross({0, 0}, {10, 10}, {0, 10}, {10, 0}));
  EXPECT_FALSE(SegmentsCross({0, 0}, {10, 10}, {20, 0}, {30, 10}));
  EXPECT_FALSE(SegmentsCross({0, 0}, {10, 0}, {10, 0}, {10, 10})) << "they only touch";
}

TEST(Plane, APartOfACurveLiesOnIt) {
  const Quadratic curve{{0, 0}, {50, 100}, {100, 0}};
  EXPECT_EQ(curve.At(0.5f), (Point{50, 50}));
  const Quadratic part = curve.Part(0.2f, 0.7f);
  for (float t : {0.0f, 0.3f, 0.5f, 1.0f}) {
    const Point on_part = part.At(t), on_curve = curve.At(0.2f + 0.5f * t);
    EXPECT_NEAR(on_part.x, on_curve.x, 1e-4);
    EXPECT_NEAR(on_part.y, on_curve.y, 1e-4);
  }
}

}  // namespace
}  // namespace demarche
