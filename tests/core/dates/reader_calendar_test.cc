#include "core/dates/reader_calendar.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

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

// Newfoundland's clocks went back from 00:01 to 23:01: the new day has begun and shows the evening
// of the old one again, and no day begins twice.
TEST(ReaderCalendar, ADayBegunStaysBegunWhereClocksGoBackOverMidnight) {
  const ReaderCalendar calendar = CalendarIn(kNewfoundlandZone);
  const Seconds change = FirstOf("2010-11-07T02:31:00Z"), midnight = change - 60;
  EXPECT_EQ(calendar.Clock(change, ClockPrecision::kMinutes), "23:01");
  for (const Seconds t : {midnight, change - 1, change, change + 1800, change + 86000}) {
    EXPECT_EQ(calendar.FloorTo(t, kDay), midnight) << t - change;
  }
  EXPECT_LT(calendar.FloorTo(midnight - 1, kDay), midnight - 23 * 3600);
  EXPECT_EQ(LocalIso(calendar, calendar.NextAfter(midnight, kDay)), "2010-11-08T00:00");
  EXPECT_EQ(calendar.CeilTo(change + 1800, kDay) - midnight, 25 * 3600);
}

// From one day to the next there is one, and only one, boundary of each day that the calendar has.
TEST(ReaderCalendar, DaysThatAreLeftOutOrComeTwice) {
  const struct {
    std::string_view zone;
    const char* from;
    std::vector<std::string> days;
    double hours;  // of the second of them
  } cases[] = {
      {kSamoaZone, "2011-12-28", {"2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01"}, 24},
      {kKwajaleinZone, "1969-09-29", {"1969-09-29", "1969-09-30", "1969-10-01", "1969-10-02"}, 47},
      {kLordHoweZone, "2021-04-03", {"2021-04-03", "2021-04-04", "2021-04-05"}, 24.5},
  };
  for (const auto& c : cases) {
    const ReaderCalendar calendar = CalendarIn(c.zone);
    std::vector<std::string> days;
    Seconds second_s = 0, third_s = 0;
    for (Seconds t = calendar.InstantOf(FirstOf(c.from)); days.size() < c.days.size();
         t = calendar.NextAfter(t, kDay)) {
      days.push_back(LocalIso(calendar, t).substr(0, 10));
      EXPECT_EQ(LocalIso(calendar, t).substr(11), "00:00") << days.back();
      EXPECT_EQ(calendar.FloorTo(t, kDay), t);
      if (days.size() == 2) second_s = t;
      if (days.size() == 3) third_s = t;
    }
    EXPECT_EQ(days, c.days);
    EXPECT_EQ(static_cast<double>(third_s - second_s) / 3600, c.hours) << c.days[1];
  }
}

// A date that names a day lies where the calendar has that day, and the next day follows it.
TEST(ReaderCalendar, InstantsOfDaysAscendWithThem) {
  for (const std::string_view zone : kAllZones) {
    const ReaderCalendar calendar = CalendarIn(zone);
    for (const char* from :
         {"1937-06-28", "1969-09-27", "2010-11-05", "2011-12-27", "2021-03-26", "2021-10-29"}) {
      Seconds before = kTimeMin;
      for (int day = 0; day < 12; ++day) {
        const Seconds named = FirstOf(from) + day * kSecondsPerDay;
        const Seconds begins = calendar.InstantOf(named);
        ASSERT_GE(calendar.LocalOf(begins), named);
        ASSERT_GE(begins, before) << "a day left out begins and ends with the change";
        ASSERT_GE(calendar.InstantOf(named + kSecondsPerDay - 1), begins);
        before = begins;
      }
    }
  }
}

// Every step, over the changes of a year: boundaries ascend, floors and ceilings agree with them.
TEST(ReaderCalendar, StepsAgreeWithFloorsInEveryZone) {
  constexpr CalendarStep kSteps[] = {
      {CalendarUnit::kMinute, 30}, {CalendarUnit::kHour, 1},  {CalendarUnit::kHour, 3},
      {CalendarUnit::kHour, 6},    {CalendarUnit::kDay, 1},   {CalendarUnit::kWeek, 1},
      {CalendarUnit::kMonth, 1},   {CalendarUnit::kMonth, 3}, {CalendarUnit::kYear, 1}};
  struct Stretch {
    std::string_view zone;
    const char *from, *to;
  };
  std::vector<Stretch> stretches = {{kNewfoundlandZone, "2010-03-10", "2010-11-20"},
                                    {kSamoaZone, "2011-11-20", "2012-02-01"},
                                    {kKwajaleinZone, "1969-08-20", "1969-11-01"},
                                    {kAmsterdamZone, "1937-05-20", "1937-08-01"}};
  for (const std::string_view zone :
       {kGenevaZone, kWashingtonZone, kMoscowZone, kBeirutZone, kLordHoweZone}) {
    stretches.push_back({zone, "2021-03-10", "2021-12-31"});
  }
  for (const auto& [zone, from, to] : stretches) {
    const ReaderCalendar calendar = CalendarIn(zone);
    SCOPED_TRACE(calendar.zone()->name());
    for (const CalendarStep step : kSteps) {
      Seconds t = calendar.FloorTo(FirstOf(from), step);
      const Seconds end = FirstOf(to);
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
