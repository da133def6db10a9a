// The calendar against the C library's timegm, which counts in its own way.
#include "core/dates/civil.h"

#include <gtest/gtest.h>

#include <ctime>

namespace demarche {
namespace {

int64_t DaysByTimegm(const CivilDate& date) {
  std::tm tm = {};
  tm.tm_year = static_cast<int>(date.year - 1900);
  tm.tm_mon = date.month - 1;
  tm.tm_mday = date.day;
  return FloorDiv(timegm(&tm), kSecondsPerDay);
}

TEST(CivilTest, KnowsDaysThatEveryoneKnows) {
  EXPECT_EQ(DaysFromCivil({.year = 1970, .month = 1, .day = 1}), 0);
  EXPECT_EQ(DaysFromCivil({.year = 1969, .month = 12, .day = 31}), -1);
  EXPECT_EQ(DaysFromCivil({.year = 2000, .month = 3, .day = 1}), 11017);
  EXPECT_EQ(DaysFromCivil({.year = 0, .month = 3, .day = 1}), -719468);
}

TEST(CivilTest, AgreesWithTheCLibraryOnEveryMonthOfTwoThousandYears) {
  for (int64_t year = 1000; year <= 3000; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const CivilDate date{.year = year, .month = month, .day = DaysInMonth(year, month)};
      const int64_t days = DaysFromCivil(date);
      ASSERT_EQ(days, DaysByTimegm(date)) << year << "-" << month;
      ASSERT_EQ(CivilFromDays(days), date) << year << "-" << month;
      ASSERT_EQ(CivilFromDays(days + 1).day, 1) << year << "-" << month;
    }
  }
}

TEST(CivilTest, AgreesWithTheCLibraryFarOutsideOfItsLibrarysYears) {
  for (int64_t year : {-2000000000LL, -170000LL, -32768LL, -400LL, -1LL, 0LL, 32768LL, 999999LL}) {
    const CivilDate date{.year = year, .month = 2, .day = 28};
    EXPECT_EQ(DaysFromCivil(date), DaysByTimegm(date)) << year;
    EXPECT_EQ(CivilFromDays(DaysFromCivil(date)), date) << year;
  }
}

TEST(CivilTest, ReachesTheFarthestYearThatCanBeWritten) {
  for (int64_t year : {-99999999999LL, 99999999999LL}) {
    const CivilDate date{.year = year, .month = 12, .day = 31};
    EXPECT_EQ(CivilFromDays(DaysFromCivil(date)), date) << year;
  }
}

TEST(CivilTest, KnowsLeapYears) {
  const struct {
    int64_t year;
    int days_in_february;
  } cases[] = {{1900, 28}, {2000, 29}, {2021, 28}, {2024, 29}, {2100, 28},
               {0, 29},    {-1, 28},   {-4, 29},   {-100, 28}, {-400, 29}};
  for (const auto& c : cases) EXPECT_EQ(DaysInMonth(c.year, 2), c.days_in_february) << c.year;
}

TEST(CivilTest, KnowsWeekdays) {
  const struct {
    CivilDate date;
    int weekday;
  } cases[] = {{{.year = 1970, .month = 1, .day = 1}, 4},
               {{.year = 2022, .month = 1, .day = 10}, 1},
               {{.year = 2022, .month = 1, .day = 9}, 0},
               {{.year = 1917, .month = 11, .day = 7}, 3}};
  for (const auto& c : cases)
    EXPECT_EQ(WeekdayFromDays(DaysFromCivil(c.date)), c.weekday) << c.date.year;
}

TEST(CivilTest, FloorDivRoundsDown) {
  EXPECT_EQ(FloorDiv(7, 2), 3);
  EXPECT_EQ(FloorDiv(-7, 2), -4);
  EXPECT_EQ(FloorDiv(-8, 2), -4);
  EXPECT_EQ(FloorDiv(0, 2), 0);
}

}  // namespace
}  // namespace demarche
