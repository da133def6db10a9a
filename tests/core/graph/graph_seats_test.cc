// Lines of seats beside a box: their order, their evenness, what they keep off.
#include "core/graph/graph_seats.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <set>
#include <vector>

#include "core/base/plane.h"
#include "tests/core/graph/graph_fixture.h"

namespace demarche {
namespace {

constexpr float kR = 10, kPitch = 24;
constexpr Rect kArea{0, 0, 600, 400};
const Rect kBox = RectAround({200, 60}, 60, 34);
const std::vector<size_t> kWaves = {11, 4, 3, 7, 4};

template <class IsTaken>
SeatingPlan Seats(const std::vector<size_t>& waves, const Rect& area, const IsTaken& is_taken) {
  return FindSeats({area, kBox, waves, kR, kPitch, [&](Point p) {
                      const Rect box = RectAround(p, 2 * kR, 2 * kR);
                      const bool inside = box.x >= area.x && box.y >= area.y &&
                                          box.right() <= area.right() &&
                                          box.bottom() <= area.bottom();
                      return inside && !Inflated(box, 6).Overlaps(kBox) && !is_taken(p);
                    }});
}
bool Nothing(Point) { return false; }

// The steps from the first seat, along the lines and across them; lines are columns where the
// second seat is above or below.
struct Step {
  int line, place;
};
std::vector<Step> StepsOf(const std::vector<Point>& seats) {
  const bool columns = seats.size() > 1 && seats[0].x == seats[1].x;
  std::vector<Step> steps;
  for (const Point& p : seats) {
    const Point by = (p - seats[0]) * (1 / kPitch);
    EXPECT_NEAR(by.x, std::round(by.x), 0.001f);
    EXPECT_NEAR(by.y, std::round(by.y), 0.001f);
    const int x = static_cast<int>(std::round(by.x)), y = static_cast<int>(std::round(by.y));
    steps.push_back(columns ? Step{std::abs(x), y} : Step{std::abs(y), x});
  }
  return steps;
}

TEST(GraphSeats, EachWaveHasLinesOfItsOwnTheFirstTheNearest) {
  const std::vector<Point> seats = Seats(kWaves, kArea, Nothing).seats_px;
  ASSERT_EQ(seats.size(), 29u);
  const std::vector<Step> steps = StepsOf(seats);
  size_t first = 0;
  int last_line = -1;
  for (const size_t wave : kWaves) {
    EXPECT_EQ(steps[first].line, last_line + 1) << "a new line, next to the last";
    std::vector<int> lengths;
    for (size_t i = first; i < first + wave; ++i) {
      EXPECT_GE(steps[i].line, last_line);
      EXPECT_LE(steps[i].line, last_line + 1) << "no line is left out";
      if (steps[i].line > last_line) lengths.push_back(0);
      last_line = steps[i].line;
      ++lengths.back();
    }
    for (const int length : lengths) EXPECT_NEAR(length, lengths[0], 1) << "lines of one wave";
    first += wave;
  }
  EXPECT_LT(DistanceTo(kBox, seats.front()), DistanceTo(kBox, seats.back()));
}

TEST(GraphSeats, LinesBeginAtOneEnd) {
  const std::vector<Step> steps = StepsOf(Seats(kWaves, kArea, Nothing).seats_px);
  for (size_t i = 1; i < steps.size(); ++i) {
    if (steps[i].line != steps[i - 1].line)
      EXPECT_EQ(steps[i].place, 0);
    else
      EXPECT_EQ(std::abs(steps[i].place), std::abs(steps[i - 1].place) + 1);
  }
}

TEST(GraphSeats, WavesFollowOneAnotherWhereTheyHaveNoRoomForLinesOfTheirOwn) {
  // Six columns of five beside the box: lines of their own would be eight.
  const Rect area{200, 0, 190, 132};
  const std::vector<Point> seats = Seats(kWaves, area, Nothing).seats_px;
  ASSERT_EQ(seats.size(), 29u);
  const std::vector<Step> steps = StepsOf(seats);
  for (size_t i = 1; i < steps.size(); ++i) EXPECT_GE(steps[i].line, steps[i - 1].line);
}

TEST(GraphSeats, OfTooManyTheFirstHaveSeats) {
  const Rect area{170, 43, 140, 34};  // three to the right of the box
  EXPECT_EQ(Seats({2, 5}, area, Nothing).seats_px.size(), 2u + 1u);
  EXPECT_TRUE(Seats(kWaves, kArea, [](Point) { return true; }).seats_px.empty());
}

TEST(GraphSeats, KeepOffEachOtherAndWhatIsTakenByChance) {
  size_t seated = 0;
  for (uint32_t seed = 1; seed <= 40; ++seed) {
    Chance chance(seed);
    std::vector<Point> taken;
    for (int i = 0; i < 6; ++i)
      taken.push_back(
          {static_cast<float>(chance.Below(600)), static_cast<float>(chance.Below(200))});
    const auto is_taken = [&](Point p) {
      for (const Point& at : taken)
        if (Distance(at, p) < 40) return true;
      return false;
    };
    const std::vector<Point> seats = Seats(kWaves, kArea, is_taken).seats_px;
    seated += seats.size();
    StepsOf(seats);
    for (size_t i = 0; i < seats.size(); ++i) {
      EXPECT_FALSE(is_taken(seats[i]));
      for (size_t j = 0; j < i; ++j) EXPECT_GE(Distance(seats[i], seats[j]), kPitch - 0.01f);
    }
  }
  EXPECT_GT(seated, 40u * 25) << "nearly all find one";
}

}  // namespace
}  // namespace demarche
