#include "core/dates/reader_calendar.h"

#include <gtest/gtest.h>

#include "tests/core/dates/zone_samples.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

constexpr CalendarStep kDay{CalendarUnit::kDay, 1};

std::string LocalIso(const ReaderCalendar& calendar, Seconds t) {
  return IsoUtc(calendar.LocalOf(t)).substr(0, 16);
}

TEST(ReaderCalendar, NamesWhereOneStands) {
  const ReaderCalendar calendar;
  EXPECT_EQ(calendar.ShortMonth(FirstOf("2022-09")), "Sep");
  EXPECT_EQ(calendar.ShortWeekday(FirstOf("2022-01-10")), "Mon");
  EXPECT_EQ(calendar.ShortWeekday(FirstOf("1969-12-31T23:59Z")), "Wed");
  EXPECT_EQ(calendar.Year(FirstOf("-0043-03-15")), "44 BCE");
  EXPECT_EQ(calendar.Clock(FirstOf("2021-12-07T15:07:09Z"), ClockPrecision::kMinutes), "15:07");
  EXPECT_EQ(calendar.Clock(FirstOf("1969-12-31T00:05:09Z"), ClockPrecision::kSeconds), "00:05:09");
}

TEST(ReaderCalendar, NamesAnInstantAsTheZoneDoes) {
  const Seconds call = FirstOf("2021-12-30T15:35-05:00"), hang_up = FirstOf("2021-12-30T21:25Z");
  const ReaderCalendar washington = CalendarIn(kWashingtonZone), moscow = CalendarIn(kMoscowZone);
  EXPECT_EQ(washington.Date(DateForm::kWeekdayDay, call), "Thu 30 Dec");
  EXPECT_EQ(washington.Clock(call, ClockPrecision::kMinutes), "15:35");
  EXPECT_EQ(moscow.Clock(call, ClockPrecision::kMinutes), "23:35");
  EXPECT_EQ(moscow.Date(DateForm::kWeekdayDay, hang_up), "Fri 31 Dec");
  EXPECT_EQ(moscow.Clock(hang_up, ClockPrecision::kMinutes), "00:25");
}

TEST(ReaderCalendar, DatesWithoutATimeOfDayKeepTheirDayInEveryZone) {
  const Seconds monday = FirstOf("2022-01-10");
  for (const std::string_view zone : {kGenevaZone, kWashingtonZone, kMoscowZone}) {
    const ReaderCalendar calendar = CalendarIn(zone);
    EXPECT_EQ(calendar.Date(DateForm::kWeekdayDay, calendar.InstantOf(monday)), "Mon 10 Jan");
    EXPECT_EQ(calendar.Clock(calendar.InstantOf(monday), ClockPrecision::kMinutes), "00:00");
    EXPECT_EQ(calendar.InstantOf(kTimeMin), kTimeMin);
    EXPECT_EQ(calendar.InstantOf(kTimeMax), kTimeMax);
  }
  EXPECT_TRUE(NamesDays(Precision::kDay, 0));
  EXPECT_TRUE(NamesDays(Precision::kMinute, kLocalTime)) << "nobody says whose clock it was";
  EXPECT_FALSE(NamesDays(Precision::kMinute, 0));
}

TEST(ReaderCalendar, DaysOfAChangeAreAnHourShorterOrLonger) {
  const ReaderCalendar geneva = CalendarIn(kGenevaZone);
  const struct {
    const char* day;
    int hours;
  } cases[] = {{"2021-03-27", 24}, {"2021-03-28", 23}, {"2021-03-29", 24}, {"2021-10-31", 25}};
  for (const auto& c : cases) {
    const Seconds begins = geneva.InstantOf(FirstOf(c.day));
    EXPECT_EQ(geneva.NextAfter(begins, kDay) - begins, c.hours * 3600) << c.day;
    int hours = 0;
    for (Seconds t = begins; t < geneva.NextAfter(begins, kDay);
         t = geneva.NextAfter(t, {CalendarUnit::kHour, 1})) {
      ++hours;
      EXPECT_EQ(geneva.FloorTo(t + 3599, {CalendarUnit::kHour, 1}), t);
    }
    EXPECT_EQ(hours, c.hours) << c.day;
  }
}

TEST(ReaderCalendar, ADayWhoseMidnightIsLeftOutBeginsAtOne) {
  const ReaderCalendar beirut = CalendarIn(kBeirutZone);
  const Seconds noon = FirstOf("2021-03-28T09:00Z");
  const Seconds begins = beirut.FloorTo(noon, kDay);
  EXPECT_EQ(LocalIso(beirut, begins), "2021-03-28T01:00");
  EXPECT_EQ(LocalIso(beirut, beirut.NextAfter(begins, kDay)), "2021-03-29T00:00");
  // In autumn midnight is left for 23:00 of the day before, which goes on.
  const Seconds day = beirut.FloorTo(FirstOf("2021-10-30T12:00Z"), kDay);
  EXPECT_EQ(beirut.NextAfter(day, kDay) - day, 25 * 3600);
}

// Every step, over the changes of a year: boundaries ascend, floors and ceilings agree with them.
TEST(ReaderCalendar, StepsAgreeWithFloorsInEveryZone) {
  constexpr CalendarStep kSteps[] = {
      {CalendarUnit::kMinute, 30}, {CalendarUnit::kHour, 1},  {CalendarUnit::kHour, 3},
      {CalendarUnit::kHour, 6},    {CalendarUnit::kDay, 1},   {CalendarUnit::kWeek, 1},
      {CalendarUnit::kMonth, 1},   {CalendarUnit::kMonth, 3}, {CalendarUnit::kYear, 1}};
  for (const std::string_view zone : {kGenevaZone, kWashingtonZone, kMoscowZone, kBeirutZone}) {
    const ReaderCalendar calendar = CalendarIn(zone);
    for (const CalendarStep step : kSteps) {
      Seconds t = calendar.FloorTo(FirstOf("2021-03-10"), step);
      const Seconds end = FirstOf("2021-12-31");
      while (t < end) {
        const Seconds next = calendar.NextAfter(t, step);
        ASSERT_GT(next, t);
        ASSERT_EQ(calendar.FloorTo(t, step), t) << LocalIso(calendar, t);
        ASSERT_EQ(calendar.FloorTo(next - 1, step), t) << LocalIso(calendar, next);
        ASSERT_EQ(calendar.CeilTo(t + 1, step), next);
        t = next;
      }
    }
  }
}

}  // namespace
}  // namespace demarche
