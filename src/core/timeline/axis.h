// The time axis: which stretches of time get which scale (design/DESIGN.md section 4).
//
// The adaptive axis cuts nothing out; it only changes its scale, at most six times. Its bands are
// the author's (`axis.bands`) or, where there are none, computed from where events crowd
// (axis_blocks.h). Bands of one unit share one scale, so that a year is as wide in 2015 as in 1997;
// where that would make a band narrower than kMinBandPx it is widened to it. The scales fill the
// width exactly.
#pragma once

#include <string>
#include <vector>

#include "core/dates/reader_calendar.h"
#include "core/dossier/dossier.h"
#include "core/timeline/time_scale.h"

namespace demarche {

inline constexpr size_t kMaxBands = 7;
inline constexpr double kMinBandPx = 56;

/// The unit that a stretch of time is told in: days up to two weeks, weeks up to 100 days, months
/// up to three years, then years.
ScaleUnit UnitOf(Seconds t0, Seconds t1);
/// How many of its unit a stretch holds: years, months, days for both weeks and days.
double CountOf(const ScaleBand& band);

/// What an axis is made for: a dossier as it is known at a date.
struct AxisContent {
  const Dossier* dossier = nullptr;
  Seconds as_of_s = kTimeMax;
  RankBits known;  // entries of the dossier's lanes
  /// First and last beginning or end of what is known: events, and moves without one. A date that
  /// is only known to a year or a month counts from its first second. {0, 0} if there is nothing.
  TimeSpan span;
};
AxisContent ContentAt(const Dossier& dossier, Seconds as_of_s);

/// The adaptive axis for `width_px`: world positions from 0 to width_px. Content that lies after
/// the author's bands is given further ones, up to kMaxBands.
std::vector<ScaleBand> AdaptiveBands(const AxisContent& content, double width_px);
/// The same bands for the phone's page: as long as the design has them, where a day is 44 px tall,
/// and so perhaps longer than the page.
std::vector<ScaleBand> NaturalBands(const AxisContent& content);
/// One band over the same time, widened to whole years, months or days.
std::vector<ScaleBand> LinearBands(const AxisContent& content, double width_px);

inline std::vector<ScaleBand> AdaptiveBands(const Dossier& dossier, Seconds as_of_s,
                                            double width_px) {
  return AdaptiveBands(ContentAt(dossier, as_of_s), width_px);
}
inline std::vector<ScaleBand> NaturalBands(const Dossier& dossier, Seconds as_of_s) {
  return NaturalBands(ContentAt(dossier, as_of_s));
}
inline std::vector<ScaleBand> LinearBands(const Dossier& dossier, Seconds as_of_s,
                                          double width_px) {
  return LinearBands(ContentAt(dossier, as_of_s), width_px);
}
inline TimeSpan KnownSpan(const Dossier& dossier, Seconds as_of_s) {
  return ContentAt(dossier, as_of_s).span;
}

/// "17 years", "12 months", "38 days", "6 days, January 2022": how much time [t0, t1) holds. Up to
/// two weeks with the month, which their ticks (days) do not say.
std::string DimensionOf(Seconds t0, Seconds t1, ScaleUnit unit, const ReaderCalendar& calendar);
/// "17 yr", "12 mo", "38 days", "6 days".
std::string ShortDimensionOf(Seconds t0, Seconds t1, ScaleUnit unit,
                             const ReaderCalendar& calendar);
/// "2014", "2015–20", "2021", "Dec–Jan": what calls a band by name where there is no room for
/// ticks.
std::string BandName(const ScaleBand& band, const ReaderCalendar& calendar);

}  // namespace demarche
