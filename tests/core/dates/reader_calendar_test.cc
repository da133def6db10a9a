#include "core/dates/reader_calendar.h"

#include <gtest/gtest.h>

#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

TEST(ReaderCalendar, NamesWhereOneStands) {
  const ReaderCalendar calendar;
  EXPECT_EQ(calendar.ShortMonth(FirstOf("2022-09")), "Sep");
  EXPECT_EQ(calendar.ShortWeekday(FirstOf("2022-01-10")), "Mon");
  EXPECT_EQ(calendar.ShortWeekday(FirstOf("1969-12-31T23:59Z")), "Wed");
  EXPECT_EQ(calendar.Year(FirstOf("-0043-03-15")), "44 BCE");
  EXPECT_EQ(calendar.Clock(FirstOf("2021-12-07T15:07:09Z"), ClockPrecision::kMinutes), "15:07");
  EXPECT_EQ(calendar.Clock(FirstOf("1969-12-31T00:05:09Z"), ClockPrecision::kSeconds), "00:05:09");
}

}  // namespace
}  // namespace demarche
