#include "core/timeline/timeline_frame.h"

#include <algorithm>

#include "core/base/stable_sort.h"
#include "core/dates/calendar.h"
#include "core/timeline/axis.h"
#include "core/timeline/minimap_layout.h"

namespace demarche {
namespace {

// Where everything has happened the playhead is this far to the right.
constexpr double kNeverPx = 1e9;

// The least share of the axis that a window may show: under it doubles do not tell its px apart.
constexpr double kLeastShare = 1e-12;

// The window, or one around it that an axis of billions of years can still show.
TimeSpan Resolvable(const TimeSpan& window, const TimeScale& everything) {
  const double u0 = everything.WorldFromTime(static_cast<double>(window.earliest));
  const double u1 = everything.WorldFromTime(static_cast<double>(window.latest));
  const double least = (everything.world1() - everything.world0()) * kLeastShare;
  if (u1 - u0 >= least) return window;
  const double middle = (u0 + u1) / 2;
  const auto from = static_cast<Seconds>(everything.TimeFromWorld(middle - least));
  const auto to = static_cast<Seconds>(everything.TimeFromWorld(middle + least));
  return {std::min(from, window.earliest), std::max(to, window.latest)};
}

// An adaptive axis goes on beyond what is known at the scale of its outermost bands: years to come
// at that of days. Beside what is known of it a window shows no more of that than a third as much.
TimeSpan LittleBeyond(const TimeSpan& window, const TimeScale& everything,
                      const TimelineLayout& out) {
  constexpr double kMostBeyond = 1.0 / 3;
  const Seconds first = std::max(window.earliest, out.content0);
  const Seconds last = std::min(window.latest, out.content1);
  if (everything.bands().size() == 1 || last <= first) return window;
  const auto world = [&](Seconds t) { return everything.WorldFromTime(static_cast<double>(t)); };
  const double u0 = world(first), u1 = world(last), beyond = kMostBeyond * (u1 - u0);
  const ReaderCalendar& calendar = everything.calendar();
  const auto from = static_cast<Seconds>(everything.TimeFromWorld(u0 - beyond));
  const auto to = static_cast<Seconds>(everything.TimeFromWorld(u1 + beyond));
  return {std::max(window.earliest, std::min(first, calendar.FloorTo(from, kDayStep))),
          std::min(window.latest, std::max(last, calendar.CeilTo(to, kDayStep)))};
}

// A range of whole days (UTC) means those days in every zone; any other range is two instants.
TimeSpan InstantsOf(const TimeSpan& range, const ReaderCalendar& calendar) {
  const auto begins_day = [](Seconds t) { return FloorTo(t, kDayStep) == t; };
  const bool opens = range.earliest <= kTimeMin, ends_never = range.latest >= kTimeMax;
  const bool days =
      (opens || begins_day(range.earliest)) && (ends_never || begins_day(range.latest + 1));
  if (!days) return range;
  return {calendar.InstantOf(range.earliest),
          ends_never ? range.latest : calendar.InstantOf(range.latest + 1) - 1};
}

// What of a dimension's text fits into a band of that width.
std::string FittingDimension(const TimelineRequest& request, const BandView& band, float width_px) {
  const Face face = band.unit == ScaleUnit::kDays ? Face::kSemiBold : Face::kRegular;
  for (std::string text : {DimensionOf(band.t0, band.t1, band.unit, request.calendar),
                           ShortDimensionOf(band.t0, band.t1, band.unit, request.calendar)}) {
    const float text_px = request.measurer->WidthPx(text, face, request.metrics.meta_size_px);
    if (text_px + 2 * kDimensionPadPx <= width_px) return text;
  }
  return {};
}

// The column beside the phone's thread and the pills on it, two lines high.
constexpr float kNameColumnPx = 55, kNameLinesPx = 32, kNameSizePx = 12;

void NameBand(const TimelineRequest& request, const ScaleBand& band, BandView* view) {
  const float room_px = view->x1_px - view->x0_px;
  view->dimension.clear();
  if (band.unit == ScaleUnit::kDays || room_px < kNameLinesPx) return;
  view->name = BandName(band, request.calendar);
  // "1997–2013", or "’97–2013" as the strip says years.
  const bool two_years = view->name.size() == std::string_view("1997–2013").size();
  if (two_years &&
      request.measurer->WidthPx(view->name, Face::kSemiBold, kNameSizePx) > kNameColumnPx)
    view->name = "’" + view->name.substr(2);
  BandView whole = *view;
  whole.t0 = band.t0;
  whole.t1 = band.t1;
  view->dimension = FittingDimension(request, whole, kNameColumnPx + 2 * kDimensionPadPx);
}

}  // namespace

TimeSpan ContentOf(const TimeSpan& known, const TimeScale& everything) {
  const TimeSpan axis{everything.bands().front().t0, everything.bands().back().t1};
  if (known == TimeSpan{0, 0}) return axis;
  // Whether its ends are instants or name days, they lie in it.
  const ReaderCalendar& calendar = everything.calendar();
  const Seconds first = std::min(known.earliest, calendar.InstantOf(known.earliest));
  const Seconds last = std::max(known.latest, calendar.InstantOf(known.latest));
  return {std::min(axis.earliest, calendar.FloorTo(first, kDayStep)),
          std::max(axis.latest, calendar.CeilTo(last + 1, kDayStep))};
}

std::vector<ScaleBand> BandsInZone(std::vector<ScaleBand> bands, const ReaderCalendar& calendar) {
  for (ScaleBand& band : bands) {
    band.t0 = calendar.InstantOf(band.t0);
    band.t1 = calendar.InstantOf(band.t1);
  }
  return bands;
}

TimeSpan WindowOf(const TimeSpan& asked, const TimeScale& everything, const TimelineLayout& out) {
  const TimeSpan range = InstantsOf(asked, everything.calendar());
  const Seconds axis0 = everything.bands().front().t0, axis1 = everything.bands().back().t1;
  if (range.earliest <= kTimeMin && range.latest >= kTimeMax) return {axis0, axis1};
  Seconds from = range.earliest <= kTimeMin ? out.content0 : range.earliest;
  Seconds to = range.latest >= kTimeMax ? out.content1 : range.latest + 1;
  if (to < from) std::swap(from, to);
  if (to - from < kMinWindow) {
    from -= (kMinWindow - (to - from)) / 2;
    to = from + kMinWindow;
  }
  return Resolvable(LittleBeyond({from, to}, everything, out), everything);
}

Seconds PlayheadAt(const ReaderCalendar& calendar, Seconds as_of_s) {
  if (as_of_s >= kTimeMax || as_of_s <= kTimeMin) return as_of_s;
  // A whole day's last second is that day's in every zone.
  const bool day = FloorTo(as_of_s + 1, kDayStep) == as_of_s + 1;
  return day ? calendar.InstantOf(as_of_s + 1) : as_of_s + 1;
}

double PlayheadOn(const TimeScale& scale, Seconds as_of_s) {
  if (as_of_s >= kTimeMax) return scale.x1_px() + kNeverPx;
  if (as_of_s <= kTimeMin) return scale.x0_px() - kNeverPx;
  return scale.PxFromTime(PlayheadAt(scale.calendar(), as_of_s));
}

void SetPlayhead(const TimelineRequest& request, TimelineLayout* out) {
  const double px = PlayheadOn(out->scale, request.as_of_s);
  constexpr double kRoundingPx = 0.01;
  out->playhead_in_view =
      px >= out->scale.x0_px() - kRoundingPx && px <= out->scale.x1_px() + kRoundingPx;
  out->playhead_px = static_cast<float>(
      std::clamp(px, out->scale.x0_px() - kNeverPx, out->scale.x1_px() + kNeverPx));
}

void SetBreaks(TimelineLayout* out) {
  out->breaks.clear();
  const std::vector<ScaleBand>& bands = out->scale.bands();
  for (size_t i = 1; i < bands.size(); ++i) {
    const double px = out->scale.PxFromTime(bands[i].t0);
    if (px <= out->scale.x0_px() + 1 || px >= out->scale.x1_px() - 1) continue;
    out->breaks.push_back({static_cast<float>(px), bands[i].t0, {}});
  }
}

void SetBands(const TimelineRequest& request, TimelineLayout* out) {
  const std::vector<ScaleBand>& bands = out->scale.bands();
  for (size_t i = 0; i < bands.size(); ++i) {
    BandView view;
    // Beyond the outermost bands their scale goes on.
    view.t0 = i == 0 ? out->range0 : std::max(bands[i].t0, out->range0);
    view.t1 = i + 1 == bands.size() ? out->range1 : std::min(bands[i].t1, out->range1);
    if (view.t1 <= view.t0) continue;
    view.x0_px = static_cast<float>(out->scale.PxFromTime(view.t0));
    view.x1_px = static_cast<float>(out->scale.PxFromTime(view.t1));
    if (view.x1_px - view.x0_px < 0.5f) continue;
    view.true_x0_px = static_cast<float>(MinimapPx(out->minimap, out->orientation, view.t0));
    view.true_x1_px = static_cast<float>(MinimapPx(out->minimap, out->orientation, view.t1));
    view.unit = bands[i].unit;
    if (out->orientation == Orientation::kVertical) {
      if (out->bands.empty()) view.x0_px = out->lanes_px.y;  // the ground goes on to the edge
      NameBand(request, bands[i], &view);
    } else {
      view.dimension = FittingDimension(request, view, view.x1_px - view.x0_px);
    }
    out->bands.push_back(std::move(view));
  }
}

void SetZoneNote(TimelineLayout* out) {
  const auto line = std::find_if(out->ticks.begin(), out->ticks.end(),
                                 [](const Tick& tick) { return tick.rank == TickRank::kLine; });
  if (line == out->ticks.end()) return;
  const ReaderCalendar& calendar = out->scale.calendar();
  out->zone_note = OffsetName(calendar.OffsetAt(line->t));
  if (calendar.zone() && !calendar.zone()->name().empty()) {
    out->zone_note += ' ' + calendar.zone()->name();
  }
}

void SortForDrawing(std::vector<Mark>* marks) {
  const auto layer = [](const Mark& mark) {
    return (mark.shape == MarkShape::kBar ? 0 : 1) + (mark.selected ? 2 : 0);
  };
  StableSort(marks, [&layer](const Mark& a, const Mark& b) { return layer(a) < layer(b); });
}

}  // namespace demarche
