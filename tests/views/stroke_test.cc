#include "views/stroke.h"

#include <cmath>

#include "core/base/plane.h"
#include "gtest/gtest.h"
#include "tests/views/harness.h"

namespace demarche {
namespace {

TEST(SampledCurve, MeasuresAlongItsLength) {
  const SampledCurve straight({0, 0}, {50, 0}, {100, 0});
  EXPECT_NEAR(straight.length_px(), 100, 1e-3);
  EXPECT_NEAR(straight.At(25).x, 25, 1e-3);
  EXPECT_NEAR(straight.At(1000).x, 100, 1e-3);
  EXPECT_NEAR(straight.At(-1).x, 0, 1e-3);
  EXPECT_NEAR(straight.DirectionAt(50).x, 1, 1e-3);
}

TEST(SampledCurve, EqualLengthsAreEqualStepsOnAnUnevenCurve) {
  // The parameter runs fast at one end and slowly at the other; the length does not.
  const SampledCurve curve({0, 0}, {5, 0}, {100, 80});
  float shortest = 1e9f, longest = 0;
  for (int i = 0; i < StepsWithin(curve.length_px() - 10, 10); ++i) {
    const float at = 10 * static_cast<float>(i);
    const float step = Distance(curve.At(at), curve.At(at + 10));
    shortest = std::min(shortest, step);
    longest = std::max(longest, step);
  }
  EXPECT_NEAR(shortest, 10, 0.2);
  EXPECT_NEAR(longest, 10, 0.2);
}

TEST(SampledCurve, APointIsACurveToo) {
  const SampledCurve point({7, 7}, {7, 7}, {7, 7});
  EXPECT_EQ(point.length_px(), 0);
  EXPECT_EQ(point.At(3).x, 7);
}

class StrokeTest : public testing::Test {
 protected:
  StrokeTest() : canvas_(ReadTalks()) {
    canvas_.Frame();
    painter_.list = canvas_.BlankFrame();
    painter_.theme = &PaletteOf(Scheme::kLight);
  }

  int Vertices(QuadClass quad, float until_px = -1) {
    const int before = painter_.list->VtxBuffer.Size;
    const SampledCurve curve({100, 100}, {200, 60}, {300, 100});
    DrawQuadStroke(painter_, curve, quad, 2, Rgb(0), until_px);
    return painter_.list->VtxBuffer.Size - before;
  }

  CanvasHarness canvas_;
  Painter painter_;
};

TEST_F(StrokeTest, EveryClassHasItsOwnPattern) {
  const int solid = Vertices(QuadClass::kMaterialCooperation);
  EXPECT_GT(solid, 100);
  EXPECT_GT(Vertices(QuadClass::kMaterialConflict), solid);  // barbs
  EXPECT_NE(Vertices(QuadClass::kVerbalConflict), solid);
  EXPECT_NE(Vertices(QuadClass::kVerbalCooperation), Vertices(QuadClass::kVerbalConflict));
}

TEST_F(StrokeTest, AGrowingEdgeEndsWhereItHasGrownTo) {
  for (int quad = 0; quad < kQuadClassCount; ++quad) {
    const int before = painter_.list->VtxBuffer.Size;
    const SampledCurve curve({100, 100}, {200, 60}, {300, 100});
    DrawQuadStroke(painter_, curve, static_cast<QuadClass>(quad), 2, Rgb(0), curve.length_px() / 2);
    for (int i = before; i < painter_.list->VtxBuffer.Size; ++i)
      EXPECT_LT(painter_.list->VtxBuffer[i].pos.x, 206) << quad;
  }
}

TEST_F(StrokeTest, AnEdgeShorterThanItsArrowIsStillAnArrow) {
  const SampledCurve tiny({100, 100}, {101, 100}, {102, 100});
  for (int quad = 0; quad < kQuadClassCount; ++quad) {
    const int before = painter_.list->VtxBuffer.Size;
    DrawQuadStroke(painter_, tiny, static_cast<QuadClass>(quad), 6, Rgb(0));
    EXPECT_GT(painter_.list->VtxBuffer.Size, before);
    for (int i = before; i < painter_.list->VtxBuffer.Size; ++i)
      EXPECT_TRUE(std::isfinite(painter_.list->VtxBuffer[i].pos.x));
  }
}

}  // namespace
}  // namespace demarche
