#include "core/timeline/tick_levels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace demarche {
namespace {

LabelRoom RoomOf(float px) {
  LabelRoom room;
  for (float& style_px : room.px) style_px = px;
  return room;
}

// All levels, from the finest on, as one zooms out.
std::vector<TickLevel> AllLevels() {
  std::vector<TickLevel> levels;
  for (double px_per_day = 1e9; px_per_day > 1e-15; px_per_day *= 0.95) {
    const TickLevel level = FinestLevel(px_per_day, RoomOf(60));
    if (levels.empty() || !(levels.back().label == level.label)) levels.push_back(level);
  }
  return levels;
}

TEST(TickLevels, GoFromSecondsToAHundredThousandMillionYears) {
  const std::vector<TickLevel> levels = AllLevels();
  EXPECT_EQ(levels.front().label, (CalendarStep{CalendarUnit::kSecond, 1}));
  EXPECT_EQ(levels.back().label, (CalendarStep{CalendarUnit::kYear, 100'000'000'000}));
  for (size_t i = 1; i < levels.size(); ++i) {
    const double ratio = MeanDays(levels[i].label) / MeanDays(levels[i - 1].label);
    EXPECT_GT(ratio, 1) << i;
    EXPECT_LE(ratio, 7) << "labels never thin out by more than days to weeks, at " << i;
    EXPECT_GE(levels[i].style, levels[i - 1].style) << i;
  }
}

TEST(TickLevels, TakeTheFinestWhoseLabelsHaveRoom) {
  // To the pixel: a label of 60 px on a step of 60 px fits, of a hair less it does not.
  const std::vector<TickLevel> levels = AllLevels();
  for (size_t i = 0; i + 1 < levels.size(); ++i) {
    const double px_per_day = 60 / MeanDays(levels[i].label);
    EXPECT_EQ(FinestLevel(px_per_day * (1 + 1e-12), RoomOf(60)).label, levels[i].label) << i;
    EXPECT_EQ(FinestLevel(px_per_day * (1 - 1e-9), RoomOf(60)).label, levels[i + 1].label) << i;
  }
}

TEST(TickLevels, AskEachStyleForItsOwnRoom) {
  const struct {
    LabelStyle wide;
    double px_per_day;
    CalendarStep otherwise, then;
  } cases[] = {
      {LabelStyle::kSecond, 86400 * 20, {CalendarUnit::kSecond, 1}, {CalendarUnit::kMinute, 1}},
      {LabelStyle::kClock, 24 * 20, {CalendarUnit::kHour, 1}, {CalendarUnit::kDay, 1}},
      {LabelStyle::kDayCell, 20, {CalendarUnit::kDay, 1}, {CalendarUnit::kWeek, 1}},
      {LabelStyle::kDate, 20.0 / 7, {CalendarUnit::kWeek, 1}, {CalendarUnit::kMonth, 1}},
      {LabelStyle::kMonth, 20 / 30.0, {CalendarUnit::kMonth, 1}, {CalendarUnit::kYear, 1}},
      {LabelStyle::kYear, 20 / 365.0, {CalendarUnit::kYear, 1}, {CalendarUnit::kYear, 100}},
  };
  for (const auto& c : cases) {
    LabelRoom room = RoomOf(19);
    EXPECT_EQ(FinestLevel(c.px_per_day, room).label, c.otherwise);
    room.px[static_cast<size_t>(c.wide)] = 1900;
    EXPECT_EQ(FinestLevel(c.px_per_day, room).label, c.then);
  }
}

// Wherever a label stands, the ticks between two of them begin anew; weeks alone run through the
// months. Over the leap year 2000 and over the turn to our era, where years are counted as named.
TEST(TickLevels, SmallTicksPartTheLabelsEvenly) {
  for (const TickLevel& level : AllLevels()) {
    const double parts = MeanDays(level.label) / MeanDays(level.minor);
    EXPECT_GE(parts, 1);
    EXPECT_LE(parts, 13);
    if (level.minor.unit == CalendarUnit::kWeek) continue;
    for (const CivilDate from : {CivilDate{1999, 12, 31}, CivilDate{0, 1, 1}}) {
      Seconds t = FloorTo(DaysFromCivil(from) * kSecondsPerDay, level.label);
      for (int i = 0; i < 40 && t < (Seconds{1} << 61); ++i) {
        ASSERT_EQ(FloorTo(t, level.minor), t) << MeanDays(level.label) << " days";
        t = NextAfter(t, level.label);
      }
    }
  }
}

}  // namespace
}  // namespace demarche
