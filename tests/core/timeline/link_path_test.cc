#include "core/timeline/link_path.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(LinkPath, RoundingKeepsTheEndsAndStaysWithinTheCorners) {
  const std::vector<Point> corners{{0, 0}, {0, 40}, {100, 40}, {100, 80}};
  const std::vector<Point> line = Rounded(corners, {0, 6});
  EXPECT_EQ(line.front(), corners.front());
  EXPECT_EQ(line.back(), corners.back());
  for (const Point at : line) {
    EXPECT_NE(at, corners[1]) << "the corner is cut";
    EXPECT_GE(at.x, 0);
    EXPECT_LE(at.x, 100);
  }
  EXPECT_LT(LengthOf(line), 180);
  EXPECT_GT(LengthOf(line), 140);
}

TEST(LinkPath, TheLastPartStaysStraightForTheArrow) {
  const std::vector<Point> line = Rounded({{0, 0}, {50, 0}, {50, 10}}, {0, 6});
  EXPECT_FLOAT_EQ(PointBeforeEnd(line, 6).x, 50);
  EXPECT_FLOAT_EQ(PointBeforeEnd(line, 6).y, 4);
}

TEST(LinkPath, TheLineIsBrokenWhereABoxLies) {
  const std::vector<Point> line{{0, 0}, {10, 0}, {20, 0}};
  EXPECT_EQ(Broken(line, {}), (std::vector<std::vector<Point>>{line}));
  EXPECT_EQ(Broken(line, {{0, 5, 20, 5}}), (std::vector<std::vector<Point>>{line}));
  EXPECT_EQ(Broken(line, {{4, -1, 2, 2}}),
            (std::vector<std::vector<Point>>{{{0, 0}, {4, 0}}, {{6, 0}, {10, 0}, {20, 0}}}));
  EXPECT_EQ(Broken(line, {{8, -1, 4, 2}}),
            (std::vector<std::vector<Point>>{{{0, 0}, {8, 0}}, {{12, 0}, {20, 0}}}));
  EXPECT_EQ(Broken(line, {{15, -1, 9, 2}, {2, -1, 15, 2}}),
            (std::vector<std::vector<Point>>{{{0, 0}, {2, 0}}}));
  EXPECT_TRUE(Broken(line, {{-1, -1, 30, 2}}).empty());
}

TEST(LinkPath, PointsAreCountedFromTheEnd) {
  const std::vector<Point> line{{0, 0}, {10, 0}, {10, 10}};
  EXPECT_EQ(PointBeforeEnd(line, 0), (Point{10, 10}));
  EXPECT_EQ(PointBeforeEnd(line, 15), (Point{5, 0}));
  EXPECT_EQ(PointBeforeEnd(line, 99), (Point{0, 0}));
}

}  // namespace
}  // namespace demarche
