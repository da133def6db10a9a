// Time to pixel as one immutable value: a monotone, piecewise linear map, invertible to the second.
// A linear axis is one band; the adaptive axis has up to seven (axis.h chooses them).
#pragma once

#include <vector>

#include "core/dates/reader_calendar.h"

namespace demarche {

/// The calendar unit a band is drawn and snapped by; the coarser, the darker the ground.
enum class ScaleUnit : uint8_t { kYears, kMonths, kWeeks, kDays };

/// A stretch of the axis with one scale. Times half open [t0, t1), world units [u0, u1).
struct ScaleBand {
  Seconds t0 = 0, t1 = 0;
  double u0 = 0, u1 = 0;  // world: CSS px when everything is in view
  ScaleUnit unit = ScaleUnit::kYears;
  friend bool operator==(const ScaleBand&, const ScaleBand&) = default;
};

class TimeScale {
 public:
  TimeScale() = default;
  /// `bands` adjoin in time and in world, ascending, at least one. Beyond the first and last band
  /// their slope goes on. [x0_px, x1_px) shows the world from world0 to world1.
  TimeScale(std::vector<ScaleBand> bands, double world0, double world1, double x0_px, double x1_px,
            ReaderCalendar calendar = {});

  double PxFromTime(Seconds t) const;
  /// Of a second at an end of a date: dates that name days lie where the calendar has those
  /// (core/dates/reader_calendar.h). `flags` are WhenFlags of that end.
  double PxFromDate(Seconds t, Precision precision, uint16_t flags) const {
    return PxFromTime(NamesDays(precision, flags) ? calendar_.InstantOf(t) : t);
  }
  /// Sub-second positions, for the pointer.
  double TimeFromPx(double x_px) const;
  double WorldFromTime(double t) const;
  double TimeFromWorld(double u) const;
  double PxFromWorld(double u) const;
  double WorldFromPx(double x_px) const;

  const std::vector<ScaleBand>& bands() const { return bands_; }
  size_t BandAt(double t) const;
  double x0_px() const { return x0_px_; }
  double x1_px() const { return x1_px_; }
  double world0() const { return world0_; }
  double world1() const { return world1_; }
  const ReaderCalendar& calendar() const { return calendar_; }
  friend bool operator==(const TimeScale&, const TimeScale&) = default;

 private:
  std::vector<ScaleBand> bands_;
  double world0_ = 0, world1_ = 1, x0_px_ = 0, x1_px_ = 1;
  ReaderCalendar calendar_;
};

}  // namespace demarche
