#include "core/timeline/item_span.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr double kOutside = 0.45, kInside = 0.55;
// A fade with nothing behind it, where there is an end and nobody knows when.
constexpr double kUnknownFadePx = 40;
// A point whose date is at least so wide may stand anywhere in it; one in a day's column stands in
// the middle. From kLineFromPx on it is too wide to be left to its dot.
constexpr double kWidePx = 40, kWideDayPx = 240, kLineFromPx = 96;
constexpr uint8_t kVague = kUncertain | kApproximate | kUnspecified;

// One end of a bar: the px up to which it reaches in full colour and the px where it has faded out.
struct BarEnd {
  double solid_px = 0, outer_px = 0;
};

struct EndDate {
  TimeSpan span;
  Precision precision;
  uint8_t flags;
};

// `direction` is -1 for a start, 1 for an end.
BarEnd EndOf(const EndDate& end, double direction, const TimeScale& scale, const FadeSizes& fades) {
  const double earliest_px = scale.PxFromDate(end.span.earliest, end.precision, end.flags);
  const double latest_px = scale.PxFromDate(end.span.latest + 1, end.precision, end.flags);
  const bool coarse = end.precision < Precision::kDay;
  if (!coarse && (end.flags & kVague) == 0) {
    const double at_px = direction < 0 ? earliest_px : latest_px;
    return {at_px, at_px};
  }
  const double width_px =
      std::max(latest_px - earliest_px, coarse ? fades.coarse_px : fades.day_px);
  const double middle_px = (earliest_px + latest_px) / 2;
  return {middle_px - direction * kInside * width_px, middle_px + direction * kOutside * width_px};
}

BarEnd StartOf(const When& when, const TimeScale& scale, const FadeSizes& fades) {
  if (when.Has(kUnknownStart)) {
    const double end_px = scale.PxFromDate(when.end.earliest, when.end_precision, when.end_flags);
    return {end_px, end_px - kUnknownFadePx};
  }
  if (when.start.earliest <= kTimeMin) {
    const double never_px = scale.PxFromTime(kTimeMin);
    return {never_px, never_px};
  }
  return EndOf({when.start, when.start_precision, when.start_flags}, -1, scale, fades);
}

BarEnd FinishOf(const When& when, const TimeScale& scale, const FadeSizes& fades) {
  if (when.Has(kUnknownEnd)) {
    const double start_px =
        scale.PxFromDate(when.start.latest + 1, when.start_precision, when.start_flags);
    return {start_px, start_px + kUnknownFadePx};
  }
  if (when.end.latest >= kTimeMax) {
    const double never_px = scale.PxFromTime(kTimeMax);
    return {never_px, never_px};
  }
  return EndOf({when.end, when.end_precision, when.end_flags}, 1, scale, fades);
}

// The two fades of a short bar share it.
void FitFades(ItemSpan* span) {
  const double fades_px = span->fade_in_px + span->fade_out_px;
  if (fades_px <= span->length_px()) return;
  const double factor = span->length_px() / fades_px;
  span->fade_in_px *= factor;
  span->fade_out_px *= factor;
}

bool IsWide(const TimelineItem& item, const ItemSpan& span) {
  const bool coarse = item.when->precision < Precision::kDay || item.when->IsStretch();
  return span.length_px() >= (coarse ? kWidePx : kWideDayPx);
}

// What has begun does not stand in the future, even if its date reaches there, and nothing stands
// beyond the axis, which ends with the first day of the last date, be that known to its year only.
double PointPx(double at_px, const ItemSpan& span, const TimelineItem& item, const TimeScale& scale,
               double playhead_px) {
  const double end_px = scale.PxFromTime(scale.bands().back().t1);
  if (at_px > end_px) at_px = std::max(end_px - kEndPadPx, span.x0_px);
  if (item.scheduled || at_px <= playhead_px) return at_px;
  return std::max(playhead_px, span.x0_px);
}

}  // namespace

ItemSpan SpanOf(const TimelineItem& item, const TimeScale& scale, double playhead_px,
                const FadeSizes& fades) {
  const When& when = *item.when;
  ItemSpan span;
  if (!when.IsStretch()) {
    span.x0_px = scale.PxFromDate(when.earliest(), when.precision, when.flags);
    span.x1_px = scale.PxFromDate(when.latest() + 1, when.precision, when.flags);
    span.centre_px = PointPx((span.x0_px + span.x1_px) / 2, span, item, scale, playhead_px);
    return span;
  }
  const BarEnd start = StartOf(when, scale, fades);
  BarEnd finish = FinishOf(when, scale, fades);
  if (item.ongoing) {
    finish = {playhead_px, playhead_px};
    span.ends_at_playhead = true;
  }
  span.x0_px = start.outer_px;
  span.x1_px = finish.outer_px;
  if (span.length_px() < fades.day_px && item.ongoing) span.x0_px = span.x1_px - fades.day_px;
  if (span.x1_px < span.x0_px + 1) span.x1_px = span.x0_px + 1;
  span.fade_in_px = std::clamp(start.solid_px - start.outer_px, 0.0, span.length_px());
  span.fade_out_px = std::clamp(finish.outer_px - finish.solid_px, 0.0, span.length_px());
  FitFades(&span);
  // As a point an interval stands at its beginning, or where nobody knows that, at its end.
  const BarEnd& at = when.Has(kOpenStart) ? finish : start;
  span.centre_px = PointPx((at.solid_px + at.outer_px) / 2, span, item, scale, playhead_px);
  return span;
}

void MoveIntoView(const TimelineItem& item, double view0_px, double view1_px, double pad_px,
                  ItemSpan* span) {
  const double from = std::max(span->x0_px, view0_px + pad_px);
  const double to = std::min(span->x1_px, view1_px - pad_px);
  if (IsWide(item, *span) && from < to) span->centre_px = std::clamp(span->centre_px, from, to);
}

WideSpan WideSpanOf(const TimelineItem& item, const ItemSpan& span, double view0_px,
                    double view1_px) {
  const WideSpan cut{std::max(span.x0_px, view0_px), std::min(span.x1_px, view1_px)};
  return IsWide(item, span) && cut.x1_px - cut.x0_px >= kLineFromPx ? cut : WideSpan{};
}

}  // namespace demarche
