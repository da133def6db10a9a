// Zones as the page sends them (web/zones.js), for a few years around the talks.
#pragma once

#include <memory>
#include <string>
#include <string_view>

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

inline ReaderCalendar CalendarIn(std::string_view zone) {
  return ReaderCalendar(nullptr, std::make_shared<const ZoneTable>(ZoneTable::Parse(zone).value()));
}

}  // namespace demarche
