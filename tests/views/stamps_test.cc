// A stamp looks like the polygon it stands for, and costs a quad.
#include "views/stamps.h"

#include <cmath>
#include <functional>

#include "gtest/gtest.h"
#include "tests/views/harness.h"
#include "tests/views/raster.h"
#include "views/painter.h"

namespace demarche {
namespace {

struct Shape {
  const char* name;
  int quads;
  std::function<void(const Painter&)> draw;
};

const Shape kShapes[] = {
    {"disc", 1,
     [](const Painter& p) {
       p.Disc({40.3f, 40.6f}, 4.4f, Rgb(0xFFFFFF));
     }},
    {"large disc", 1,
     [](const Painter& p) {
       p.Disc({40, 40}, 10, Rgb(0xFFFFFF));
     }},
    {"ring", 1,
     [](const Painter& p) {
       p.Ring({40.5f, 40.5f}, 5, Rgb(0xFFFFFF), 2);
     }},
    {"dashed", 1,
     [](const Painter& p) {
       p.DashedRing({40, 40}, 6, Rgb(0xFFFFFF), 2);
     }},
    {"zigzag down", 1,
     [](const Painter& p) {
       p.Zigzag({40, 20}, {40, 37.5f}, 3.4f, 2.2f, Rgb(0xFFFFFF), 5.5f);
     }},
    {"zigzag across", 1,
     [](const Painter& p) {
       p.Zigzag({20, 40}, {37.5f, 40}, 3.4f, 2.2f, Rgb(0xFFFFFF), 0.9f);
     }},
    {"pill", 3,
     [](const Painter& p) {
       p.Fill({20, 30, 31, 17}, Rgb(0xFFFFFF), 8.5f);
     }},
    {"round pill", 3,
     [](const Painter& p) {
       p.Fill({20, 30, 16, 16}, Rgb(0xFFFFFF), 8);
     }},
};

struct Drawn {
  Picture picture;
  int vertices = 0;
};

class StampsTest : public testing::TestWithParam<float> {
 protected:
  StampsTest() : canvas_(ReadTalks(), 80, 80) { canvas_.pixel_ratio = GetParam(); }

  // One frame of nothing but the shape, on black.
  Drawn Draw(const Shape& shape, Stamps* stamps) {
    canvas_.Frame();
    Painter p;
    p.list = canvas_.BlankFrame();
    p.pixel_ratio = GetParam();
    p.stamps = stamps;
    shape.draw(p);
    const int vertices = p.list->VtxBuffer.Size;
    canvas_.EndFrame();
    return {Rasterise(canvas_.drawn), vertices};
  }

  CanvasHarness canvas_;
};

double LightOf(const Picture& picture) {
  double sum = 0;
  for (size_t i = 0; i < picture.rgba.size(); i += 4) sum += picture.rgba[i] / 255.0;
  return sum;
}
double DifferenceOf(const Picture& a, const Picture& b) {
  double sum = 0;
  for (size_t i = 0; i < a.rgba.size(); i += 4) sum += std::abs(a.rgba[i] - b.rgba[i]) / 255.0;
  return sum;
}

TEST_P(StampsTest, LookLikeTheirPolygons) {
  Stamps stamps;
  for (const Shape& shape : kShapes) {
    const Drawn polygon = Draw(shape, nullptr), stamp = Draw(shape, &stamps);
    EXPECT_EQ(stamp.vertices, 4 * shape.quads) << shape.name;
    EXPECT_GT(polygon.vertices, stamp.vertices) << shape.name;
    const double light = LightOf(polygon.picture);
    EXPECT_GT(light, 10) << shape.name;
    EXPECT_NEAR(LightOf(stamp.picture) / light, 1, 0.15) << shape.name;
    EXPECT_LT(DifferenceOf(stamp.picture, polygon.picture), 0.25 * light) << shape.name;
  }
}

TEST_P(StampsTest, StayRightWhereTheAtlasGrows) {
  Stamps stamps;
  const Drawn before = Draw(kShapes[0], &stamps);
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const int width = atlas.TexData->Width, height = atlas.TexData->Height;
  while (atlas.TexData->Width == width && atlas.TexData->Height == height)
    ASSERT_NE(atlas.AddCustomRect(200, 200), ImFontAtlasRectId_Invalid);
  EXPECT_EQ(DifferenceOf(Draw(kShapes[0], &stamps).picture, before.picture), 0);
}

TEST_P(StampsTest, ThereAreOnlySoMany) {
  Stamps stamps;
  int made = 0;
  for (uint16_t radius = 1; radius <= 300; ++radius)
    made += stamps.Find({.shape = StampShape::kDisc, .radius = radius}) ? 1 : 0;
  EXPECT_EQ(made, 128);
  EXPECT_EQ(stamps.Find({.shape = StampShape::kDisc, .radius = 299}), nullptr);
  EXPECT_NE(stamps.Find({.shape = StampShape::kDisc, .radius = 1}), nullptr);
}

INSTANTIATE_TEST_SUITE_P(Ratios, StampsTest, testing::Values(1.0f, 1.5f, 2.0f));

}  // namespace
}  // namespace demarche
