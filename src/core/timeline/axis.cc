#include "core/timeline/axis.h"

#include <algorithm>
#include <cmath>

#include "core/dates/calendar.h"
#include "core/timeline/axis_blocks.h"

namespace demarche {
namespace {

// A band of days that content spills over is stretched up to this before another band begins.
constexpr double kMaxDaysInOneBand = 10;

// What an axis of so many days begins at.
CalendarStep RoundStepFor(double days) {
  return days > 3 * kYearDays ? kYearStep : days > 90 ? kMonthStep : kDayStep;
}

size_t IndexOf(ScaleUnit unit) { return static_cast<size_t>(unit); }

// Preferred widths in px, by ScaleUnit: of a year, of a month, of a day in a band of weeks, of a
// day in a band of days. Only their ratios count where a width is to be filled.
struct BandRates {
  double px[4];
};
constexpr BandRates kDesktopRates{{9.3, 7.5, 2.9, 43}}, kPhoneRates{{6.7, 5, 2.16, 44}};
constexpr double kPhoneMinBandPx = 44;

// Bands without widths, and the rates that give them.
struct AxisPlan {
  std::vector<ScaleBand> bands;
  BandRates rates;
};

void Append(Seconds t0, Seconds t1, std::vector<ScaleBand>* bands) {
  if (t1 > t0) bands->push_back({.t0 = t0, .t1 = t1, .unit = UnitOf(t0, t1)});
}

// Where the axis should end: at the end of the day of the last known thing, and not before the
// playhead while the dossier as a whole still goes on.
Seconds WantedEnd(const AxisContent& content) {
  const Seconds playhead_s = std::min(content.as_of_s, content.dossier->extent().latest);
  return CeilTo(std::max(content.span.latest, playhead_s) + 1, kDayStep);
}

// Content past the author's bands: a short rest stretches the last band of days, a longer one gets
// a band of its own, and the last band takes everything when there are enough.
void ExtendTo(Seconds end, std::vector<ScaleBand>* bands) {
  ScaleBand& last = bands->back();
  if (end <= last.t1) return;
  const bool stretches_days =
      last.unit == ScaleUnit::kDays && DaysBetween(last.t0, end) <= kMaxDaysInOneBand;
  if (stretches_days || bands->size() >= kMaxBands) {
    last.t1 = end;
    last.unit = UnitOf(last.t0, end);
  } else {
    Append(last.t1, end, bands);
  }
}

AxisPlan AuthorsPlan(const AxisContent& content, const BandRates& rates) {
  const Dossier& dossier = *content.dossier;
  AxisPlan plan{.bands = {}, .rates = rates};
  const std::vector<Band>& bands = dossier.data().bands;
  const size_t count = std::min(bands.size(), kMaxBands);
  const Seconds end = WantedEnd(content);
  // A gap between two of them belongs to the earlier one: nothing is cut out.
  for (size_t i = 0; i < count; ++i) {
    Seconds t0 = plan.bands.empty() ? bands[i].earliest : plan.bands.back().t1;
    if (t0 <= kTimeMin) t0 = FloorTo(content.span.earliest, kYearStep);
    const Seconds t1 = i + 1 < count ? bands[i + 1].earliest : bands[i].latest + 1;
    Append(t0, t1 >= kTimeMax ? end : t1, &plan.bands);
  }
  if (!plan.bands.empty()) ExtendTo(end, &plan.bands);
  return plan;
}

// Where the events known at the as-of date stand, ascending: all of them, or of many every
// `one_in`-th of each lane, which is enough to tell where they crowd.
struct KnownTimes {
  std::vector<Seconds> times;
  uint32_t one_in = 1;
};

constexpr uint32_t kMaxKnownTimes = 8192;

KnownTimes TimesOf(const Dossier& dossier, const RankBits& known) {
  const LaneIndex& lanes = dossier.lanes();
  const uint32_t count = known.Rank(lanes.Events().end);
  KnownTimes result{.times = {}, .one_in = count / kMaxKnownTimes + 1};
  for (uint32_t i = result.one_in / 2; i < count; i += result.one_in) {
    const Seconds point_s = lanes.point_s(known.Select(i));
    if (point_s > kTimeMin) result.times.push_back(point_s);
  }
  std::sort(result.times.begin(), result.times.end());
  return result;
}

// Room goes to the units by what they have to show: the square root lets crowded bands have more
// without starving the quiet ones.
BandRates RatesByDemand(const std::vector<ScaleBand>& bands, const KnownTimes& known) {
  double demand[4] = {}, count[4] = {};
  for (const ScaleBand& band : bands) {
    const auto from = std::lower_bound(known.times.begin(), known.times.end(), band.t0);
    const auto to = std::lower_bound(from, known.times.end(), band.t1);
    const double events = static_cast<double>(to - from) * known.one_in;
    demand[IndexOf(band.unit)] += std::sqrt(1.0 + events);
    count[IndexOf(band.unit)] += CountOf(band);
  }
  BandRates rates = kDesktopRates;
  for (size_t unit = 0; unit < 4; ++unit) {
    if (count[unit] > 0) rates.px[unit] = kMinBandPx * demand[unit] / count[unit];
  }
  return rates;
}

AxisPlan ComputedPlan(const AxisContent& content) {
  const TimeSpan& known = content.span;
  const Seconds end = WantedEnd(content);
  const double days = DaysBetween(known.earliest, end);
  const Seconds t0 = FloorTo(known.earliest, RoundStepFor(days));
  const Seconds t1 = std::max(CeilTo(end, kDayStep), NextAfter(t0, kDayStep));

  AxisPlan plan;
  const KnownTimes times = TimesOf(*content.dossier, content.known);
  const std::vector<Seconds> edges = DensityBlocks(times.times, t0, t1, kMaxBands);
  for (size_t i = 0; i + 1 < edges.size(); ++i) Append(edges[i], edges[i + 1], &plan.bands);
  plan.rates = RatesByDemand(plan.bands, times);
  return plan;
}

AxisPlan Plan(const AxisContent& content, const BandRates& rates) {
  AxisPlan plan = AuthorsPlan(content, rates);
  return plan.bands.empty() ? ComputedPlan(content) : plan;
}

double PreferredPx(const ScaleBand& band, const BandRates& rates) {
  return CountOf(band) * rates.px[IndexOf(band.unit)];
}

void LayEndToEnd(const std::vector<double>& widths_px, std::vector<ScaleBand>* bands) {
  double u = 0;
  for (size_t i = 0; i < bands->size(); ++i) {
    (*bands)[i].u0 = u;
    u += widths_px[i];
    (*bands)[i].u1 = u;
  }
}

// Scales all preferred widths by one factor so that they fill `width_px`; a band that would fall
// under the minimum gets just that, and the others share the rest.
void Fill(double width_px, const BandRates& rates, std::vector<ScaleBand>* bands) {
  const size_t n = bands->size();
  const double min_px = std::min(kMinBandPx, width_px / (2.0 * static_cast<double>(n)));
  std::vector<double> widths_px(n, 0.0);  // 0: not at the minimum
  double factor = 0;
  for (bool settled = false; !settled;) {
    double room_px = width_px, wanted_px = 0;
    for (size_t i = 0; i < n; ++i) {
      room_px -= widths_px[i];
      if (widths_px[i] == 0) wanted_px += PreferredPx((*bands)[i], rates);
    }
    factor = room_px / wanted_px;
    settled = true;
    for (size_t i = 0; i < n; ++i) {
      if (widths_px[i] > 0 || PreferredPx((*bands)[i], rates) * factor >= min_px) continue;
      widths_px[i] = min_px;
      settled = false;
    }
  }
  for (size_t i = 0; i < n; ++i) {
    if (widths_px[i] == 0) widths_px[i] = PreferredPx((*bands)[i], rates) * factor;
  }
  LayEndToEnd(widths_px, bands);
  bands->back().u1 = width_px;
}

// ---- Words ----

struct Counted {
  int64_t count = 0;
  bool exact = true;
};

// How many calendar units lie from t0 to t1: exactly where both are boundaries, else about.
Counted CountCalendar(Seconds t0, Seconds t1, ScaleUnit unit, const ReaderCalendar& calendar) {
  if (unit == ScaleUnit::kYears || unit == ScaleUnit::kMonths) {
    const CalendarStep step = unit == ScaleUnit::kYears ? kYearStep : kMonthStep;
    const double count = DaysBetween(t0, t1) / MeanDays(step);
    const bool exact = calendar.FloorTo(t0, step) == t0 && calendar.FloorTo(t1, step) == t1;
    return {std::llround(count), exact};
  }
  return {std::llround(DaysBetween(t0, t1)),
          calendar.FloorTo(t0, kDayStep) == t0 && calendar.FloorTo(t1, kDayStep) == t1};
}

struct Amount {
  Counted counted;
  LengthUnit unit;
};

// A stretch that is too short for its band's unit (one zooms in) is told in a finer one.
Amount AmountOf(Seconds t0, Seconds t1, ScaleUnit unit, const ReaderCalendar& calendar) {
  const double days = DaysBetween(t0, t1);
  if (t1 - t0 < 120 && t1 - t0 != 60) return {{t1 - t0, true}, LengthUnit::kSecond};
  if (days < 2.0 / 24) {
    return {{std::llround(days * 24 * 60), (t1 - t0) % 60 == 0}, LengthUnit::kMinute};
  }
  const bool whole_days =
      calendar.FloorTo(t0, kDayStep) == t0 && calendar.FloorTo(t1, kDayStep) == t1;
  if (days < 2 && !whole_days)
    return {{std::llround(days * 24), (t1 - t0) % 3600 == 0}, LengthUnit::kHour};
  ScaleUnit told = unit;
  if (told == ScaleUnit::kYears && days < 2 * kYearDays) told = ScaleUnit::kMonths;
  if (told == ScaleUnit::kMonths && days < 2 * kMonthDays) told = ScaleUnit::kDays;
  const LengthUnit named = told == ScaleUnit::kYears    ? LengthUnit::kYear
                           : told == ScaleUnit::kMonths ? LengthUnit::kMonth
                                                        : LengthUnit::kDay;
  return {CountCalendar(t0, t1, told, calendar), named};
}

// "January 2022", "December 2021 – January 2022".
std::string MonthsOf(Seconds t0, Seconds t1, const ReaderCalendar& calendar) {
  const CivilDate first = calendar.CivilAt(t0), last = calendar.CivilAt(t1 - 1);
  const std::string to = calendar.Date(DateForm::kMonthAndYear, t1 - 1);
  if (first.year == last.year && first.month == last.month) return to;
  const bool one_year = first.year == last.year;
  return (one_year ? std::string(calendar.words().Month(first.month, Wording::kLong))
                   : calendar.Date(DateForm::kMonthAndYear, t0)) +
         " – " + to;
}

}  // namespace

ScaleUnit UnitOf(Seconds t0, Seconds t1) {
  const double days = DaysBetween(t0, t1);
  if (days <= 14) return ScaleUnit::kDays;
  if (days <= 100) return ScaleUnit::kWeeks;
  if (days <= 3.05 * kYearDays) return ScaleUnit::kMonths;
  return ScaleUnit::kYears;
}

double CountOf(const ScaleBand& band) {
  const double days = DaysBetween(band.t0, band.t1);
  if (band.unit == ScaleUnit::kYears) return days / kYearDays;
  if (band.unit == ScaleUnit::kMonths) return days / kMonthDays;
  return days;
}

AxisContent ContentAt(const Dossier& dossier, Seconds as_of_s) {
  AxisContent content{.dossier = &dossier, .as_of_s = as_of_s, .known = {}, .span = {}};
  content.known = dossier.lanes().ReportedBy(as_of_s);
  content.span = dossier.lanes().SpanOf(content.known);
  return content;
}

std::vector<ScaleBand> AdaptiveBands(const AxisContent& content, double width_px) {
  AxisPlan plan = Plan(content, kDesktopRates);
  Fill(width_px, plan.rates, &plan.bands);
  return std::move(plan.bands);
}

std::vector<ScaleBand> NaturalBands(const AxisContent& content) {
  AxisPlan plan = Plan(content, kPhoneRates);
  std::vector<double> widths_px;
  for (const ScaleBand& band : plan.bands) {
    widths_px.push_back(std::max(kPhoneMinBandPx, PreferredPx(band, plan.rates)));
  }
  LayEndToEnd(widths_px, &plan.bands);
  return std::move(plan.bands);
}

std::vector<ScaleBand> LinearBands(const AxisContent& content, double width_px) {
  const std::vector<ScaleBand> bands = Plan(content, kDesktopRates).bands;
  const double days = DaysBetween(bands.front().t0, bands.back().t1);
  const CalendarStep step = RoundStepFor(days);
  ScaleBand band{.t0 = FloorTo(bands.front().t0, step),
                 .t1 = CeilTo(bands.back().t1, step),
                 .u0 = 0,
                 .u1 = width_px};
  band.unit = UnitOf(band.t0, band.t1);
  return {band};
}

std::string DimensionOf(Seconds t0, Seconds t1, ScaleUnit unit, const ReaderCalendar& calendar) {
  const Amount amount = AmountOf(t0, t1, unit, calendar);
  std::string text(amount.counted.exact ? "" : calendar.words().about());
  text += calendar.words().Length(amount.counted.count, amount.unit, Wording::kLong);
  if (amount.unit == LengthUnit::kDay && UnitOf(t0, t1) == ScaleUnit::kDays) {
    text += ", " + MonthsOf(t0, t1, calendar);
  }
  return text;
}

std::string ShortDimensionOf(Seconds t0, Seconds t1, ScaleUnit unit,
                             const ReaderCalendar& calendar) {
  const Amount amount = AmountOf(t0, t1, unit, calendar);
  return calendar.words().Length(amount.counted.count, amount.unit, Wording::kShort);
}

std::string BandName(const ScaleBand& band, const ReaderCalendar& calendar) {
  const Seconds end = band.t1 - 1;
  const CivilDate first = calendar.CivilAt(band.t0), last = calendar.CivilAt(end);
  if (band.unit == ScaleUnit::kYears || (first.month == 1 && last.month >= 11)) {
    if (first.year == last.year) return calendar.Year(band.t0);
    const bool same_century =
        first.year > 999 && last.year <= 9999 && first.year / 100 == last.year / 100;
    return calendar.Year(band.t0) + "–" + calendar.Year(end).substr(same_century ? 2 : 0);
  }
  if (first.year == last.year && first.month == last.month) {
    return calendar.Date(DateForm::kShortMonthAndYear, end);
  }
  return calendar.ShortMonth(band.t0) + "–" + calendar.ShortMonth(end);
}

}  // namespace demarche
