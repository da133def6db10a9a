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

// At each change, to the second: what is left out and what comes twice.
TEST(ZoneTable, MapsBothSidesOfEveryChange) {
  int gaps = 0, folds = 0;
  for (const std::string_view lines : kAllZones) {
    const ZoneTable zone = Zone(lines);
    for (Seconds change = zone.NextChange(kTimeMin); change < kTimeMax;
         change = zone.NextChange(change)) {
      SCOPED_TRACE(zone.name() + ' ' + IsoUtc(change));
      const Seconds before = zone.OffsetAt(change - 1), after = zone.OffsetAt(change);
      EXPECT_EQ(zone.LastChange(change), change);
      EXPECT_LT(zone.LastChange(change - 1), change);
      EXPECT_EQ(zone.UtcFromLocal(change + std::min(before, after) - 1),
                change + std::min(before, after) - 1 - before);
      EXPECT_EQ(zone.UtcFromLocal(change + std::max(before, after)),
                change + std::max(before, after) - after);
      if (after > before) {
        ++gaps;
        for (const Seconds left_out : {Seconds{0}, (after - before) / 2, after - before - 1})
          EXPECT_EQ(zone.UtcFromLocal(change + before + left_out), change) << left_out;
      } else {
        ++folds;
        for (const Seconds twice : {Seconds{0}, (before - after) / 2, before - after - 1}) {
          const Seconds local = change + after + twice;
          EXPECT_EQ(zone.UtcFromLocal(local), local - before) << "the first time";
          EXPECT_EQ(zone.LocalFromUtc(change + twice), local) << "the second";
        }
      }
    }
  }
  EXPECT_EQ(gaps, 9);
  EXPECT_EQ(folds, 8);
}

// Two changes on one day: Ramadan in Morocco, or a law that was taken back.
TEST(ZoneTable, MayChangeTwiceWithinADay) {
  const ZoneTable zone = Zone("\n0\n1000000 3600\n1010000 0");
  EXPECT_EQ(zone.UtcFromLocal(999'999), 999'999);
  EXPECT_EQ(zone.UtcFromLocal(1'000'000), 1'000'000);
  EXPECT_EQ(zone.UtcFromLocal(1'003'599), 1'000'000);
  EXPECT_EQ(zone.UtcFromLocal(1'003'601), 1'000'001);
  EXPECT_EQ(zone.UtcFromLocal(1'010'000), 1'006'400) << "its first time";
  EXPECT_EQ(zone.UtcFromLocal(1'013'599), 1'009'999);
  EXPECT_EQ(zone.UtcFromLocal(1'013'600), 1'013'600);
}

TEST(ZoneTable, GoesToLocalTimeAndBack) {
  for (const std::string_view lines : kAllZones) {
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

// Around each change, also twice within a day: of two neighbours one lies before, one not.
TEST(ZoneTable, TheFirstLocalSecondFromAnInstantIsTheFirstThatLiesThere) {
  std::vector<std::string_view> all(std::begin(kAllZones), std::end(kAllZones));
  all.push_back("\n0\n1000000 3600\n1010000 0");
  all.push_back("\n-64800\n0 64800\n200000 -64800");
  for (const std::string_view lines : all) {
    const ZoneTable zone = Zone(lines);
    for (Seconds change = zone.NextChange(kTimeMin); change < kTimeMax;
         change = zone.NextChange(change)) {
      for (Seconds t = change - 130'000; t <= change + 130'000; t += 613) {
        for (const Seconds utc : {t, change - 1, change, change + 1}) {
          const Seconds local = zone.FirstLocalFrom(utc);
          ASSERT_GE(zone.UtcFromLocal(local), utc) << zone.name() << ' ' << utc - change;
          ASSERT_LT(zone.UtcFromLocal(local - 1), utc) << zone.name() << ' ' << utc - change;
        }
      }
    }
  }
}

TEST(ZoneTable, TakesOffsetsOfUpTo18Hours) {
  EXPECT_EQ(Zone("\n64800").OffsetAt(0), 64800);
  EXPECT_EQ(Zone("\n-64800\n-99 64800\n").OffsetAt(-99), 64800) << "a line may end the last one";
  for (const char* lines : {"\n64801", "\n-64801", "\n0\n5 64801", "\n0\n5 -64801"})
    EXPECT_FALSE(ZoneTable::Parse(lines)) << lines;
  // Of a day and a bit either way, the farthest that local time can lie from UTC.
  const ZoneTable zone = Zone("\n-64800\n0 64800\n200000 -64800");
  for (Seconds utc = -100'000; utc < 300'000; utc += 997) {
    const Seconds local = zone.LocalFromUtc(utc);
    EXPECT_LE(zone.UtcFromLocal(local), utc) << "the first instant that shows it";
    EXPECT_EQ(zone.LocalFromUtc(zone.UtcFromLocal(local)), local);
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
  EXPECT_EQ(OffsetName(4772), "UTC+1:19") << "Amsterdam's, to the minute";
  EXPECT_EQ(OffsetName(-1800), "UTC−0:30");
  EXPECT_EQ(OffsetName(-59), "UTC");
  EXPECT_EQ(OffsetName(50700), "UTC+14:05");
}

}  // namespace
}  // namespace demarche
