#include "views/text.h"

#include <cmath>
#include <string>

#include "gtest/gtest.h"
#include "imgui.h"
#include "tests/views/harness.h"

namespace demarche {
namespace {

// Draws in frames of its own, at a given ratio.
class TextTest : public testing::Test {
 protected:
  TextTest() : canvas_(ReadTalks()) {}

  ImDrawList* List(float pixel_ratio) {
    canvas_.pixel_ratio = pixel_ratio;
    canvas_.Frame();
    return canvas_.BlankFrame();
  }

  CanvasHarness canvas_;
};

bool IsWhole(float v) { return std::abs(v - std::round(v)) < 2e-3f; }

TEST_F(TextTest, GlyphsAreBakedAtTheirPhysicalSizeAndStandOnPixels) {
  for (float ratio : {1.0f, 1.25f, 1.5f, 2.0f, 3.0f}) {
    for (float size : {11.0f, 11.5f, 12.5f, 14.5f}) {
      SCOPED_TRACE(testing::Message() << "ratio " << ratio << ", size " << size);
      ImDrawList* list = List(ratio);
      DrawText(list, {10.3f, 20.7f}, "Ag", {Face::kRegular, size, Rgb(0)});
      ASSERT_EQ(list->VtxBuffer.Size, 8);
      const ImTextureData& texture = *ImGui::GetIO().Fonts->TexData;
      for (int glyph = 0; glyph < 2; ++glyph) {
        const ImDrawVert& top_left = list->VtxBuffer[4 * glyph];
        const ImDrawVert& bottom_right = list->VtxBuffer[4 * glyph + 2];
        EXPECT_TRUE(IsWhole(top_left.pos.y * ratio)) << top_left.pos.y * ratio;
        EXPECT_TRUE(IsWhole(bottom_right.pos.y * ratio)) << bottom_right.pos.y * ratio;
        // As many rows of texels as of pixels: nothing is made larger or smaller.
        const float texels =
            (bottom_right.uv.y - top_left.uv.y) * static_cast<float>(texture.Height);
        EXPECT_NEAR((bottom_right.pos.y - top_left.pos.y) * ratio, texels, 0.01f);
      }
    }
  }
  List(1);
}

TEST_F(TextTest, AWidthIsTheSameAtEveryRatio) {
  List(1);
  const float width = TextWidthPx("Meeting in Geneva", Face::kSemiBold, 11.5f);
  EXPECT_GT(width, 17 * 11.5f * 0.3f);
  for (float ratio : {1.5f, 2.0f, 2.75f}) {
    List(ratio);
    EXPECT_FLOAT_EQ(TextWidthPx("Meeting in Geneva", Face::kSemiBold, 11.5f), width);
  }
}

TEST_F(TextTest, WidthsGrowWithSizeAndLength) {
  List(1);
  const float one = TextWidthPx("a", Face::kRegular, 10);
  EXPECT_FLOAT_EQ(TextWidthPx("aaaa", Face::kRegular, 10), 4 * one);
  EXPECT_NEAR(TextWidthPx("a", Face::kRegular, 20), 2 * one, 1e-4f);
  EXPECT_EQ(TextWidthPx("", Face::kRegular, 10), 0);
}

TEST_F(TextTest, AlignmentIsAboutTheGivenPoint) {
  for (const Align align : {Align::kLeft, Align::kCentre, Align::kRight}) {
    ImDrawList* list = List(1);
    const float width = TextWidthPx("four", Face::kRegular, 12);
    DrawText(list, {100, 50}, "four", {Face::kRegular, 12, Rgb(0)}, align);
    const float left = list->VtxBuffer[0].pos.x;
    const float expected = align == Align::kLeft     ? 100
                           : align == Align::kCentre ? 100 - width / 2
                                                     : 100 - width;
    EXPECT_NEAR(left, expected, 0.5f);
  }
  List(1);
}

TEST_F(TextTest, Utf8IsReadByCodePointAndBrokenBytesAreSurvived) {
  struct Case {
    const char* text;
    int glyphs;
  };
  for (const Case& c : {Case{"Київ", 4}, Case{"Αθήνα", 5}, Case{"a\xff\xfe", 3},
                        Case{"\xe2\x82", 1}, Case{"a b", 2}}) {
    ImDrawList* list = List(1);
    DrawText(list, {10, 50}, c.text, {Face::kRegular, 12, Rgb(0)});
    EXPECT_EQ(list->VtxBuffer.Size / 4, c.glyphs) << c.text;
  }
  List(1);
}

TEST_F(TextTest, MoreScriptsGoToTheirOwnFace) {
  List(1);
  const ImFontConfig config = *FontOf(Face::kRegular)->Sources[0];
  ImFontConfig more;
  more.FontLoader = config.FontLoader;
  AddCanvasFont(Face::kRegular, more);
  EXPECT_EQ(FontOf(Face::kRegular)->Sources.Size, 2);
  EXPECT_EQ(FontOf(Face::kSemiBold)->Sources.Size, 1);
  AddCanvasFont(Face::kSemiBold, more);
  EXPECT_EQ(FontOf(Face::kSemiBold)->Sources.Size, 2);
}

TEST_F(TextTest, TextOutsideTheClipIsNotDrawn) {
  ImDrawList* list = List(1);
  list->PushClipRect(ImVec2(0, 0), ImVec2(50, 50));
  DrawText(list, {60, 20}, "right of it", {Face::kRegular, 12, Rgb(0)});
  DrawText(list, {10, 90}, "below it", {Face::kRegular, 12, Rgb(0)});
  DrawText(list, {-300, 20}, "left", {Face::kRegular, 12, Rgb(0)});
  EXPECT_EQ(list->VtxBuffer.Size, 0);
  DrawText(list, {40, 20}, "across its edge", {Face::kRegular, 12, Rgb(0)});
  EXPECT_GT(list->VtxBuffer.Size, 0);
  list->PopClipRect();
}

}  // namespace
}  // namespace demarche
