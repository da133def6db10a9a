#include "core/dates/zone_table.h"

#include <gtest/gtest.h>

#include "core/dates/civil.h"
#include "tests/core/dates/zone_samples.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

ZoneTable Zone(std::string_view lines) { return ZoneTable::Parse(lines).value(); }

TEST(ZoneTable, KnowsTheOffsetOfEachInstant) {
  const ZoneTable geneva = Zone(kGenevaZone);
  EXPECT_EQ(geneva.name(), "Geneva");
  EXPECT_EQ(geneva.OffsetAt(FirstOf("1997")), 3600) << "before its first change";
  EXPECT_EQ(geneva.OffsetAt(FirstOf("2021-03-28T00:59:59Z")), 3600);
  EXPECT_EQ(geneva.OffsetAt(FirstOf("2021-03-28T01:00:00Z")), 7200);
  EXPECT_EQ(geneva.OffsetAt(FirstOf("2022-01-10")), 3600);
  EXPECT_EQ(geneva.OffsetAt(FirstOf("2040-07")), 3600) << "after its last";
  EXPECT_EQ(ZoneTable().OffsetAt(FirstOf("2022")), 0);
}

TEST(ZoneTable, AnHourThatIsLeftOutIsTheMomentOfTheChangeAndOneThatComesTwiceIsTheFirst) {
  const ZoneTable geneva = Zone(kGenevaZone);
  const Seconds spring = FirstOf("2021-03-28T01:00:00Z"), autumn = FirstOf("2021-10-31T01:00:00Z");
  EXPECT_EQ(geneva.UtcFromLocal(FirstOf("2021-03-28T01:59:59Z")), spring - 1);
  EXPECT_EQ(geneva.UtcFromLocal(FirstOf("2021-03-28T02:30:00Z")), spring);
  EXPECT_EQ(geneva.UtcFromLocal(FirstOf("2021-03-28T03:00:00Z")), spring);
  EXPECT_EQ(geneva.UtcFromLocal(FirstOf("2021-03-28T03:00:01Z")), spring + 1);
  EXPECT_EQ(geneva.UtcFromLocal(FirstOf("2021-10-31T02:30:00Z")), autumn - 1800);
  EXPECT_EQ(geneva.UtcFromLocal(FirstOf("2021-10-31T03:00:00Z")), autumn + 3600);
}

TEST(ZoneTable, GoesToLocalTimeAndBack) {
  for (const std::string_view lines : {kGenevaZone, kWashingtonZone, kMoscowZone, kBeirutZone}) {
    const ZoneTable zone = Zone(lines);
    Seconds last = kTimeMin;
    // Local times ascend, and so do their instants; what a clock shows is found again.
    for (Seconds local = FirstOf("2021"); local < FirstOf("2022-06"); local += 1799) {
      const Seconds utc = zone.UtcFromLocal(local);
      ASSERT_GE(utc, last);
      last = utc;
      ASSERT_GE(zone.LocalFromUtc(utc), local);
      if (zone.LocalFromUtc(utc) != local) {
        ASSERT_EQ(utc, zone.LastChange(utc)) << "only where an hour is left out";
      }
      ASSERT_LE(zone.LastChange(utc), utc);
      ASSERT_GT(zone.NextChange(utc), utc);
    }
  }
}

TEST(ZoneTable, RefusesWhatIsNoTable) {
  EXPECT_TRUE(ZoneTable::Parse("\n0"));
  for (const char* lines :
       {"", "Geneva", "Geneva\none hour", "Geneva\n3600\n12", "Geneva\n3600\n 7200",
        "Geneva\n3600\n200 7200\n100 3600", "Geneva\n3600\n100 7200\n100 3600", "Geneva\n999999",
        "Geneva\n3600\n100 -70000", "Geneva\n-", "Geneva\n3600\n9999999999999999999 0"}) {
    EXPECT_FALSE(ZoneTable::Parse(lines)) << lines;
  }
}

TEST(OffsetName, IsShort) {
  EXPECT_EQ(OffsetName(0), "UTC");
  EXPECT_EQ(OffsetName(3600), "UTC+1");
  EXPECT_EQ(OffsetName(-12600), "UTC−3:30");
  EXPECT_EQ(OffsetName(20700), "UTC+5:45");
}

}  // namespace
}  // namespace demarche
