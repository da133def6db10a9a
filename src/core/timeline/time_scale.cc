#include "core/timeline/time_scale.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace demarche {
namespace {

double SlopeOf(const ScaleBand& band) {
  return (band.u1 - band.u0) / (static_cast<double>(band.t1) - static_cast<double>(band.t0));
}

}  // namespace

TimeScale::TimeScale(std::vector<ScaleBand> bands, double world0, double world1, double x0_px,
                     double x1_px, ReaderCalendar calendar)
    : bands_(std::move(bands)),
      world0_(world0),
      world1_(world1),
      x0_px_(x0_px),
      x1_px_(x1_px),
      calendar_(std::move(calendar)) {
  assert(!bands_.empty() && world1 > world0 && x1_px > x0_px && "an axis shows something");
  for (size_t i = 0; i < bands_.size(); ++i) {
    assert(bands_[i].t1 > bands_[i].t0 && bands_[i].u1 > bands_[i].u0 && "bands ascend");
    assert((i == 0 || (bands_[i].t0 == bands_[i - 1].t1 && bands_[i].u0 == bands_[i - 1].u1)) &&
           "bands adjoin");
  }
}

size_t TimeScale::BandAt(double t) const {
  const auto after = std::upper_bound(
      bands_.begin(), bands_.end(), t,
      [](double time, const ScaleBand& band) { return time < static_cast<double>(band.t0); });
  return after == bands_.begin() ? 0 : static_cast<size_t>(after - bands_.begin()) - 1;
}

double TimeScale::WorldFromTime(double t) const {
  if (bands_.empty()) return 0;
  const ScaleBand& band = bands_[BandAt(t)];
  return band.u0 + (t - static_cast<double>(band.t0)) * SlopeOf(band);
}

double TimeScale::TimeFromWorld(double u) const {
  if (bands_.empty()) return 0;
  auto after = std::upper_bound(bands_.begin(), bands_.end(), u,
                                [](double at, const ScaleBand& band) { return at < band.u0; });
  if (after != bands_.begin()) --after;
  return static_cast<double>(after->t0) + (u - after->u0) / SlopeOf(*after);
}

double TimeScale::PxFromWorld(double u) const {
  return x0_px_ + (u - world0_) * ((x1_px_ - x0_px_) / (world1_ - world0_));
}

double TimeScale::WorldFromPx(double x_px) const {
  return world0_ + (x_px - x0_px_) * ((world1_ - world0_) / (x1_px_ - x0_px_));
}

double TimeScale::PxFromTime(Seconds t) const {
  return PxFromWorld(WorldFromTime(static_cast<double>(t)));
}

double TimeScale::TimeFromPx(double x_px) const { return TimeFromWorld(WorldFromPx(x_px)); }

}  // namespace demarche
