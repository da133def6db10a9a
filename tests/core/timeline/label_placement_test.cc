#include "core/timeline/label_placement.h"

#include <gtest/gtest.h>

#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

constexpr double kLetter = 0.55 * 11.5;  // of kFakeMeasurer at the size of labels

LabelField Field(double x0, double x1) {
  LabelField field;
  field.x0_px = x0;
  field.x1_px = x1;
  field.measurer = &kFakeMeasurer;
  return field;
}

LabelWish WishAt(double x, std::string_view title) {
  LabelWish wish;
  wish.title = title;
  wish.mark0_px = x - 5;
  wish.mark1_px = x + 5;
  wish.left_px = x - 10;
  wish.right_px = x + 10;
  return wish;
}

TEST(RowSpace, KnowsWhatIsFree) {
  RowSpace row;
  EXPECT_EQ(row.FreeRightOf(10, 100), 100);
  EXPECT_EQ(row.FreeLeftOf(10, 0), 0);
  row.Take(40, 50);
  row.Take(20, 30);
  EXPECT_EQ(row.FreeRightOf(0, 100), 20);
  EXPECT_EQ(row.FreeRightOf(30, 100), 40);
  EXPECT_EQ(row.FreeRightOf(25, 100), 25) << "taken itself";
  EXPECT_EQ(row.FreeRightOf(50, 100), 100);
  EXPECT_EQ(row.FreeLeftOf(100, 0), 50);
  EXPECT_EQ(row.FreeLeftOf(40, 0), 30);
  EXPECT_EQ(row.FreeLeftOf(45, 0), 45) << "taken itself";
  EXPECT_EQ(row.FreeLeftOf(20, 0), 0);
  EXPECT_TRUE(row.IsFree(30, 40));
  EXPECT_FALSE(row.IsFree(30, 41));
  EXPECT_FALSE(row.IsFree(19, 21));
}

TEST(RowSpace, JoinsWhatTouches) {
  RowSpace row;
  row.Take(10, 20);
  row.Take(30, 40);
  row.Take(15, 30);
  EXPECT_EQ(row.FreeRightOf(0, 100), 10);
  EXPECT_EQ(row.FreeRightOf(40, 100), 100);
  EXPECT_EQ(row.FreeLeftOf(40, 0), 40) << "one stretch from 10 to 40";
  EXPECT_EQ(row.FreeLeftOf(10, 0), 0);
}

TEST(RowSpace, LeapsOverNeighbours) {
  RowSpace row;
  row.Take(10, 20);
  row.Take(25, 35);
  row.Take(100, 110);
  EXPECT_EQ(row.EndOfTaken(15), 35) << "5 px between them are no room";
  EXPECT_EQ(row.BeginOfTaken(30), 10);
  EXPECT_EQ(row.EndOfTaken(60), 60);
  EXPECT_EQ(row.BeginOfTaken(60), 60);
}

TEST(Shortened, CutsAtWordsAndLeavesSense) {
  const struct {
    const char* text;
    const char* suffix;
    double letters;  // of room
    const char* result;
  } cases[] = {
      {"Biden–Putin summit in Geneva", "", 28, "Biden–Putin summit in Geneva"},
      {"Biden–Putin summit in Geneva", "", 27, "Biden–Putin summit…"},
      {"Biden–Putin summit in Geneva", "", 12, ""},
      {"Dates of the week announced", "", 13, ""},
      {"Dates of the week announced", "", 20, "Dates of the week…"},
      {"Russia takes control, of Crimea", "", 24, "Russia takes control…"},
      {"Crimean parliament seized", ", 2 more", 33, "Crimean parliament seized, 2 more"},
      {"Crimean parliament seized", ", 2 more", 28, "Crimean parliament…, 2 more"},
      {"Transparliamentarianism", "", 10, ""},
      {"Переговори в Женеві тривають", "", 22, "Переговори в Женеві…"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Shortened(c.text, c.suffix, kFakeMeasurer, Face::kRegular, 11.5f,
                        c.letters * kLetter + 0.1),
              c.result)
        << c.text << ' ' << c.letters;
  }
}

TEST(FindSpot, TriesRightThenLeftThenShortened) {
  const std::string_view title = "Russia hands over drafts";  // 152 px
  const struct {
    const char* what;
    double taken0, taken1, other0, other1;  // left and right of the mark at 200
    LabelSide side;
    const char* text;
  } cases[] = {
      {"free", -50, -40, 900, 910, LabelSide::kRight, "Russia hands over drafts"},
      {"right taken", -50, -40, 300, 310, LabelSide::kLeft, "Russia hands over drafts"},
      {"both short", 120, 130, 340, 350, LabelSide::kRight, "Russia hands over…"},
      {"right very short", 55, 60, 240, 250, LabelSide::kLeft, "Russia hands over…"},
      {"no room", 150, 160, 240, 250, LabelSide::kNone, ""},
  };
  for (const auto& c : cases) {
    RowSpace row;
    row.Take(195, 205);
    row.Take(c.taken0, c.taken1);
    row.Take(c.other0, c.other1);
    const auto spot = FindSpot(Field(0, 800), row, WishAt(200, title));
    ASSERT_EQ(spot.has_value(), c.side != LabelSide::kNone) << c.what;
    if (!spot) continue;
    EXPECT_EQ(spot->side, c.side) << c.what;
    EXPECT_EQ(spot->text, c.text) << c.what;
    EXPECT_TRUE(row.IsFree(spot->x0_px, spot->x1_px)) << c.what;
    const bool right = spot->side == LabelSide::kRight;
    EXPECT_NEAR(right ? spot->x0_px : spot->x1_px, right ? 210 : 190, 0.01) << c.what;
  }
}

TEST(FindSpot, CrossesThePlayheadOnlyIfNothingElseFits) {
  LabelField field = Field(0, 800);
  field.playhead_px = 250;
  RowSpace row;
  row.Take(195, 205);
  const auto left = FindSpot(field, row, WishAt(200, "Russia hands over drafts"));
  ASSERT_TRUE(left);
  EXPECT_EQ(left->side, LabelSide::kLeft);
  row.Take(170, 180);
  const auto across = FindSpot(field, row, WishAt(200, "Russia hands over drafts"));
  ASSERT_TRUE(across);
  EXPECT_EQ(across->side, LabelSide::kRight);
  EXPECT_GT(across->x1_px, field.playhead_px);
}

TEST(FindSpot, WhatIsScheduledKeepsToTheFuture) {
  LabelField field = Field(0, 500);
  field.playhead_px = 390;
  RowSpace row;
  const auto spot = FindSpot(field, row, WishAt(450, "OSCE session"));
  ASSERT_TRUE(spot);
  EXPECT_EQ(spot->side, LabelSide::kLeft) << "nothing fits in the future";
  field.playhead_px = 300;
  const auto future = FindSpot(field, row, WishAt(450, "OSCE session"));
  ASSERT_TRUE(future);
  EXPECT_GT(future->x0_px, 300);
}

TEST(FindSpot, StaysInTheView) {
  RowSpace row;
  for (double x = 0; x <= 300; x += 10) {
    const auto spot = FindSpot(Field(0, 300), row, WishAt(x, "Founding Act"));
    ASSERT_TRUE(spot) << x;
    EXPECT_GE(spot->x0_px, 0);
    EXPECT_LE(spot->x1_px, 300);
  }
}

TEST(ForceSpot, AlwaysAnswers) {
  EXPECT_EQ(ForceSpot(Field(0, 300), WishAt(280, "Founding Act")).side, LabelSide::kLeft);
  const LabelSpot narrow = ForceSpot(Field(0, 30), WishAt(5, "Founding Act"));
  EXPECT_EQ(narrow.side, LabelSide::kRight);
  EXPECT_EQ(narrow.text, "Founding Act");
}

TEST(FindInside, TakesTheFirstPartBetweenFoldsThatIsLongEnough) {
  const double text_px = kFakeMeasurer.WidthPx("Founding Act", Face::kRegular, 11.5f);
  struct Case {
    std::vector<double> folds_px;
    std::optional<double> x0_px;  // of the label in a bar from 100 to 300
  };
  const Case cases[] = {
      {{}, 107},
      {{50, 100, 300, 400}, 107},          // folds that are not in it
      {{110}, 121},                        // the first part is too short
      {{110, 120}, 131},                   // likewise the second
      {{100 + 7 + text_px + 11.01}, 107},  // just fits before the fold
      {{150, 200, 250}, {}},
  };
  ASSERT_GT(text_px, 60);
  ASSERT_LT(text_px, 120);
  for (const Case& c : cases) {
    const auto spot =
        FindInside(Field(100, 300), c.folds_px, "Founding Act", Face::kRegular, Cut::kNever);
    ASSERT_EQ(spot.has_value(), c.x0_px.has_value()) << testing::PrintToString(c.folds_px);
    if (!spot) continue;
    EXPECT_EQ(spot->side, LabelSide::kInside);
    EXPECT_DOUBLE_EQ(spot->x0_px, *c.x0_px) << testing::PrintToString(c.folds_px);
    EXPECT_DOUBLE_EQ(spot->x1_px, *c.x0_px + text_px);
  }
}

TEST(FindInside, CutsOnlyWhereItMay) {
  const LabelField bar = Field(0, 100);
  constexpr std::string_view kLong = "Russia hands over drafts of two treaties";
  EXPECT_FALSE(FindInside(bar, {}, kLong, Face::kRegular, Cut::kNever));
  const auto cut = FindInside(Field(0, 160), {}, kLong, Face::kRegular, Cut::kAllowed);
  ASSERT_TRUE(cut);
  EXPECT_TRUE(cut->text.ends_with("…"));
  EXPECT_LE(cut->x1_px, 153);
  EXPECT_FALSE(FindInside(Field(0, 20), {}, kLong, Face::kRegular, Cut::kAllowed));
}

TEST(CutAtEdge, ShortensTheFarEndAndNeverMovesTheNearOne) {
  const LabelWish right = WishAt(100, "Russia hands over drafts of two treaties");
  const double whole_px = kFakeMeasurer.WidthPx(right.title, Face::kRegular, 11.5f);
  const LabelSpot spot{LabelSide::kRight, std::string(right.title), right.right_px,
                       right.right_px + whole_px};
  LabelSpot fits = spot;
  EXPECT_TRUE(CutAtEdge(Field(0, 2000), right, &fits));
  EXPECT_EQ(fits.text, right.title);
  LabelSpot cut = spot;
  ASSERT_TRUE(CutAtEdge(Field(0, spot.x1_px - 10), right, &cut));
  EXPECT_EQ(cut.x0_px, spot.x0_px);
  EXPECT_LE(cut.x1_px, spot.x1_px - 10);
  EXPECT_TRUE(cut.text.ends_with("…"));
  LabelSpot begins_before = spot, no_room = spot;
  EXPECT_FALSE(CutAtEdge(Field(spot.x0_px + 1, 2000), right, &begins_before));
  EXPECT_FALSE(CutAtEdge(Field(0, spot.x0_px + 5), right, &no_room));

  LabelSpot left{LabelSide::kLeft, std::string(right.title), 90 - whole_px, 90};
  const double view0_px = left.x0_px + 10;
  ASSERT_TRUE(CutAtEdge(Field(view0_px, 2000), right, &left));
  EXPECT_EQ(left.x1_px, 90);
  EXPECT_GE(left.x0_px, view0_px);
}

TEST(AndMore, CountsTheOthers) {
  EXPECT_EQ(AndMore(2), ", 1 more");
  EXPECT_EQ(AndMore(11), ", 10 more");
}

}  // namespace
}  // namespace demarche
