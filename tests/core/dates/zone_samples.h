// Zones as the page sends them (web/zones.js), for a few years around the talks.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/dates/civil.h"
#include "core/dates/reader_calendar.h"

namespace demarche {

// Changes of 2021 and 2022 at 01:00 UTC (Europe) and at 02:00 local time (America); Moscow has
// none.
inline constexpr std::string_view kGenevaZone =
    "Geneva\n3600\n1616893200 7200\n1635642000 3600\n1648342800 7200\n1667091600 3600";
inline constexpr std::string_view kWashingtonZone =
    "Washington\n-18000\n1615705200 -14400\n1636264800 -18000\n1647154800 -14400\n"
    "1667714400 -18000";
inline constexpr std::string_view kMoscowZone = "Moscow\n10800";
// Lebanon puts its clocks forward at midnight: 28 March 2021 begins at 01:00.
inline constexpr std::string_view kBeirutZone = "Beirut\n7200\n1616882400 10800\n1635627600 7200";
// Clocks set by half an hour, a minute after midnight, over a day that is left out, back to one
// that comes twice, by odd seconds: Lord Howe Island in 2021; Newfoundland in 2010; Samoa, which
// had no 30 December 2011; Kwajalein, where 30 September 1969 was 47 hours long; Amsterdam, whose
// own time ended with June 1937.
inline constexpr std::string_view kLordHoweZone =
    "Lord Howe\n39600\n1617462000 37800\n1633188600 39600";
inline constexpr std::string_view kNewfoundlandZone =
    "St. John's\n-12600\n1268537460 -9000\n1289097060 -12600";
inline constexpr std::string_view kSamoaZone = "Samoa\n-36000\n1325239200 50400";
inline constexpr std::string_view kKwajaleinZone = "Kwajalein\n39600\n-7988400 -43200";
inline constexpr std::string_view kAmsterdamZone = "Amsterdam\n4772\n-1025745572 4800";
inline constexpr std::string_view kAllZones[] = {kGenevaZone, kWashingtonZone, kMoscowZone,
                                                 kBeirutZone, kLordHoweZone,   kNewfoundlandZone,
                                                 kSamoaZone,  kKwajaleinZone,  kAmsterdamZone};

/// Clocks that are set twice a year, 2000 to 2020.
inline std::string HalfYearlyZone() {
  std::string lines = "Geneva\n3600";
  for (int64_t year = 2000; year <= 2020; ++year) {
    const int64_t spring = DaysFromCivil({.year = year, .month = 3, .day = 28});
    const int64_t autumn = DaysFromCivil({.year = year, .month = 10, .day = 28});
    lines += '\n' + std::to_string(spring * kSecondsPerDay + 3600) + " 7200";
    lines += '\n' + std::to_string(autumn * kSecondsPerDay + 3600) + " 3600";
  }
  return lines;
}

inline ReaderCalendar CalendarIn(std::string_view zone) {
  return ReaderCalendar(nullptr, std::make_shared<const ZoneTable>(ZoneTable::Parse(zone).value()));
}

}  // namespace demarche
