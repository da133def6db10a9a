#include "core/dates/calendar.h"

#include <gtest/gtest.h>

#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

constexpr CalendarStep kWeek{CalendarUnit::kWeek, 1};

TEST(Calendar, FloorsToBoundaries) {
  const struct {
    const char* time;
    CalendarStep step;
    const char* floor;
    const char* next;
  } cases[] = {
      {"2022-01-09T14:37:12Z",
       {CalendarUnit::kMinute, 15},
       "2022-01-09T14:30Z",
       "2022-01-09T14:45Z"},
      {"2022-01-09T14:37:12Z", {CalendarUnit::kHour, 6}, "2022-01-09T12:00Z", "2022-01-09T18:00Z"},
      {"2022-01-09T14:37:12Z", {CalendarUnit::kDay, 1}, "2022-01-09", "2022-01-10"},
      {"2022-01-09", kWeek, "2022-01-03", "2022-01-10"},
      {"2022-01-10", kWeek, "2022-01-10", "2022-01-17"},
      {"1969-12-31", kWeek, "1969-12-29", "1970-01-05"},
      {"2022-01-09", {CalendarUnit::kMonth, 1}, "2022-01", "2022-02"},
      {"2021-12-31", {CalendarUnit::kMonth, 3}, "2021-10", "2022-01"},
      {"2021-06-30", {CalendarUnit::kMonth, 6}, "2021-01", "2021-07"},
      {"2014-05-01", {CalendarUnit::kYear, 1}, "2014", "2015"},
      {"2014-05-01", {CalendarUnit::kYear, 5}, "2010", "2015"},
      {"2022-01-09T14:37:12Z",
       {CalendarUnit::kSecond, 5},
       "2022-01-09T14:37:10Z",
       "2022-01-09T14:37:15Z"},
      // Before our era: 100 BCE is the year -0099, and 1 follows 1 BCE.
      {"-0043-03-15", {CalendarUnit::kYear, 100}, "-0099", "0001"},
      {"0000", {CalendarUnit::kYear, 1}, "0000", "0001"},
      {"0000", {CalendarUnit::kYear, 50}, "-0049", "0001"},
      {"-0049", {CalendarUnit::kYear, 50}, "-0049", "0001"},
      {"0001", {CalendarUnit::kYear, 1}, "0001", "0002"},
      {"0007", {CalendarUnit::kYear, 50}, "0001", "0050"},
      {"Y-170003", {CalendarUnit::kYear, 10000}, "Y-179999", "Y-169999"},
  };
  for (const auto& c : cases) {
    const Seconds floor = FloorTo(FirstOf(c.time), c.step);
    EXPECT_EQ(IsoUtc(floor), IsoUtc(FirstOf(c.floor))) << c.time;
    EXPECT_EQ(IsoUtc(NextAfter(floor, c.step)), IsoUtc(FirstOf(c.next))) << c.time;
    EXPECT_EQ(CeilTo(floor, c.step), floor) << c.time;
    EXPECT_EQ(CeilTo(floor + 1, c.step), NextAfter(floor, c.step)) << c.time;
  }
}

TEST(Calendar, WalksOverLeapYearsWithoutDrift) {
  constexpr CalendarStep kMonth{CalendarUnit::kMonth, 1};
  Seconds t = FirstOf("1896");
  for (int i = 0; i < 12 * 300; ++i) {
    const Seconds next = NextAfter(t, kMonth);
    ASSERT_EQ(FloorTo(next - 1, kMonth), t);
    ASSERT_EQ(FloorTo(next, kMonth), next);
    t = next;
  }
  EXPECT_EQ(t, FirstOf("2196"));
}

TEST(Calendar, KnowsMeanLengths) {
  EXPECT_DOUBLE_EQ(MeanDays({CalendarUnit::kHour, 6}), 0.25);
  EXPECT_DOUBLE_EQ(MeanDays(kWeek), 7);
  EXPECT_DOUBLE_EQ(MeanDays({CalendarUnit::kYear, 4}), 1460.97);
  EXPECT_DOUBLE_EQ(MeanDays({CalendarUnit::kMonth, 12}), kYearDays);
}

}  // namespace
}  // namespace demarche
