#include "core/timeline/ticks.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/dates/calendar.h"

namespace demarche {
namespace {

constexpr CalendarStep kDayStep{CalendarUnit::kDay, 1};

constexpr double kMinMinorGapPx = 4.5;
constexpr float kGapPx = 10;
constexpr float kBandPadPx = 4;     // from a band's edge to its first and last label
constexpr float kLabelLeadPx = 1;   // a label begins this much before its tick
constexpr float kLabelRisePx = 17;  // from the axis up to the middle of the labels
// Vertical: height of a line, and what a band's name and dimension take of its top.
constexpr float kLinePx = 15, kBandNamePx = 34;

enum class LabelStyle : uint8_t { kClock, kDayCell, kDate, kMonth, kYear };

// Which labels to write and which ticks to draw between them.
struct Level {
  CalendarStep label;
  CalendarStep minor;
  LabelStyle style;
};

constexpr Level kFineLevels[] = {
    {{CalendarUnit::kMinute, 1}, {CalendarUnit::kMinute, 1}, LabelStyle::kClock},
    {{CalendarUnit::kMinute, 5}, {CalendarUnit::kMinute, 1}, LabelStyle::kClock},
    {{CalendarUnit::kMinute, 15}, {CalendarUnit::kMinute, 5}, LabelStyle::kClock},
    {{CalendarUnit::kMinute, 30}, {CalendarUnit::kMinute, 5}, LabelStyle::kClock},
    {{CalendarUnit::kHour, 1}, {CalendarUnit::kMinute, 15}, LabelStyle::kClock},
    {{CalendarUnit::kHour, 3}, {CalendarUnit::kHour, 1}, LabelStyle::kClock},
    {{CalendarUnit::kHour, 6}, {CalendarUnit::kHour, 1}, LabelStyle::kClock},
    {{CalendarUnit::kDay, 1}, {CalendarUnit::kDay, 1}, LabelStyle::kDayCell},
    {{CalendarUnit::kWeek, 1}, {CalendarUnit::kDay, 1}, LabelStyle::kDate},
    {{CalendarUnit::kMonth, 1}, {CalendarUnit::kWeek, 1}, LabelStyle::kMonth},
    {{CalendarUnit::kMonth, 3}, {CalendarUnit::kMonth, 1}, LabelStyle::kMonth},
    {{CalendarUnit::kMonth, 6}, {CalendarUnit::kMonth, 1}, LabelStyle::kMonth},
    {{CalendarUnit::kYear, 1}, {CalendarUnit::kMonth, 3}, LabelStyle::kYear},
    {{CalendarUnit::kYear, 5}, {CalendarUnit::kYear, 1}, LabelStyle::kYear},
};

// Years go on by ones and fives: 10, 50, 100, 500 and so on.
Level YearsLevel(int64_t power_of_ten, bool five) {
  const CalendarStep minor{CalendarUnit::kYear, five ? power_of_ten : power_of_ten / 10};
  return {{CalendarUnit::kYear, power_of_ten * (five ? 5 : 1)}, minor, LabelStyle::kYear};
}

std::string Joined(std::string_view a, std::string_view b) {
  return std::string(a) + ' ' + std::string(b);
}

Tick TickAt(double x_px, Seconds t, TickRank rank) {
  Tick tick;
  tick.x_px = static_cast<float>(x_px);
  tick.t = t;
  tick.rank = rank;
  return tick;
}

std::string DateName(Seconds t) {
  const CivilDate date = CivilAt(t);
  return Joined(std::to_string(date.day), ShortMonthName(date.month));
}

class TickLayout {
 public:
  explicit TickLayout(const TickRequest& request)
      : request_(request),
        scale_(*request.scale),
        vertical_(request.orientation == Orientation::kVertical) {}

  std::vector<Tick> Run() {
    for (const ScaleBand& band : scale_.bands()) LayoutBand(band);
    return std::move(ticks_);
  }

 private:
  // The visible part of a band.
  struct Window {
    const ScaleBand* band;
    Seconds t0, t1;
    double x0_px, x1_px;
    bool first, last;  // of all bands: time goes on beyond it
  };

  void LayoutBand(const ScaleBand& band) {
    const bool first = &band == &scale_.bands().front(), last = &band == &scale_.bands().back();
    Window w{&band, band.t0, band.t1, scale_.PxFromTime(band.t0), scale_.PxFromTime(band.t1),
             first, last};
    // Beyond the outermost bands their scale goes on.
    if (w.x0_px < scale_.x0_px() || first) {
      w.x0_px = scale_.x0_px();
      w.t0 = static_cast<Seconds>(std::ceil(scale_.TimeFromPx(w.x0_px)));
    }
    if (w.x1_px > scale_.x1_px() || last) {
      w.x1_px = scale_.x1_px();
      w.t1 = static_cast<Seconds>(std::ceil(scale_.TimeFromPx(w.x1_px)));
    }
    if (w.x1_px - w.x0_px < 1 || w.t1 <= w.t0) return;
    px_per_day_ = (w.x1_px - w.x0_px) / (static_cast<double>(w.t1) - static_cast<double>(w.t0)) *
                  kSecondsPerDay;
    const Level level = ChooseLevel();
    const size_t first_of_band = ticks_.size();
    free_from_px_ = w.x0_px + (vertical_ ? kBandNamePx : kBandPadPx);
    if (level.style == LabelStyle::kDayCell) {
      AddDayCells(w);
    } else {
      if (!vertical_) AddContext(w, level);
      AddSteps(w, level);
    }
    std::sort(ticks_.begin() + static_cast<ptrdiff_t>(first_of_band), ticks_.end(),
              [](const Tick& a, const Tick& b) { return a.t < b.t; });
  }

  double PxOf(CalendarStep step) const { return MeanDays(step) * px_per_day_; }

  float TextPx(std::string_view text, Face face) const {
    if (vertical_) return kLinePx;
    return request_.measurer->WidthPx(text, face, request_.metrics.meta_size_px);
  }

  // What a label of that style takes, with the gap to the next one.
  float NeededPx(LabelStyle style) const {
    switch (style) {
      case LabelStyle::kClock:
        return TextPx("00:00", Face::kRegular) + kGapPx;
      case LabelStyle::kDayCell:
        return vertical_ ? 2 * kLinePx : DayCellPx();
      case LabelStyle::kDate:
        return TextPx("30 May", Face::kRegular) + kGapPx;
      case LabelStyle::kMonth:
        return TextPx("2000", Face::kSemiBold) + kGapPx / 2;
      case LabelStyle::kYear:
        return TextPx("2000", Face::kRegular) + kGapPx;
    }
    return 0;
  }

  float DayCellPx() const { return vertical_ ? kLinePx : TextPx("Mon", Face::kSemiBold) + 2; }

  Level ChooseLevel() const {
    for (const Level& level : kFineLevels) {
      if (PxOf(level.label) >= NeededPx(level.style)) return level;
    }
    int64_t power = 10;
    for (; power < int64_t{100'000'000'000}; power *= 10) {
      if (PxOf({CalendarUnit::kYear, power}) >= NeededPx(LabelStyle::kYear)) {
        return YearsLevel(power, false);
      }
      if (PxOf({CalendarUnit::kYear, 5 * power}) >= NeededPx(LabelStyle::kYear)) {
        return YearsLevel(power, true);
      }
    }
    return YearsLevel(power, false);
  }

  bool HasTalk(Seconds day) const {
    const auto at = std::lower_bound(request_.talks.begin(), request_.talks.end(), day);
    return at != request_.talks.end() && *at < day + kSecondsPerDay;
  }

  // A line at the start of each day, weekday and number in the middle of what one sees of it.
  void AddDayCells(const Window& w) {
    for (Seconds day = FloorTo(w.t0, kDayStep); day < w.t1; day += kSecondsPerDay) {
      const double begins_px = scale_.PxFromTime(std::max(day, w.t0));
      const double ends_px = scale_.PxFromTime(std::min(day + kSecondsPerDay, w.t1));
      const double x0_px = std::max(w.x0_px, begins_px), x1_px = std::min(w.x1_px, ends_px);
      Tick tick = TickAt(begins_px, std::max(day, w.t0), TickRank::kMajor);
      if (x1_px - x0_px >= DayCellPx()) {
        tick.label = ShortWeekdayName(day);
        tick.label2 = std::to_string(CivilAt(day).day);
        tick.strong = HasTalk(day);
        tick.label_px = At(static_cast<float>((x0_px + x1_px) / 2));
      } else if (day < w.t0) {
        continue;
      }
      ticks_.push_back(tick);
    }
  }

  // The first label of a band says where one is: "1997", "Mar 2014", "Dec 2021", "Mon 10 Jan".
  void AddContext(const Window& w, const Level& level) {
    const CivilDate date = CivilAt(w.t0);
    std::string text;
    switch (level.style) {
      case LabelStyle::kYear:
        text = YearName(date.year);
        break;
      case LabelStyle::kMonth:
        text = level.label.count > 1 && date.month == 1
                   ? YearName(date.year)
                   : Joined(ShortMonthName(date.month), YearName(date.year));
        break;
      case LabelStyle::kDate:
        text = Joined(DateName(w.t0), YearName(date.year));
        break;
      default:
        text = Joined(ShortWeekdayName(w.t0), DateName(w.t0));
        break;
    }
    Tick tick = TickAt(scale_.PxFromTime(w.t0), w.t0, TickRank::kMajor);
    tick.strong = level.style != LabelStyle::kYear;
    if (!SetLabel(w, w.x0_px + kBandPadPx, text, &tick) && level.style == LabelStyle::kMonth) {
      SetLabel(w, w.x0_px + kBandPadPx, std::string(ShortMonthName(date.month)), &tick);
    }
    if (!tick.label.empty()) ticks_.push_back(tick);
  }

  void AddSteps(const Window& w, const Level& level) {
    const bool draws_minor = PxOf(level.minor) >= kMinMinorGapPx && level.minor != level.label;
    if (draws_minor) {
      for (Seconds t = CeilTo(w.t0, level.minor); t < w.t1; t = NextAfter(t, level.minor)) {
        if (t > w.t0 && FloorTo(t, level.label) != t) {
          ticks_.push_back(TickAt(scale_.PxFromTime(t), t, TickRank::kMinor));
        }
      }
    }
    for (Seconds t = CeilTo(w.t0, level.label); t < w.t1; t = NextAfter(t, level.label)) {
      if (t == w.t0 && !vertical_) continue;  // the context stands there
      Tick tick = TickAt(scale_.PxFromTime(t), t, TickRank::kMajor);
      tick.strong = level.style == LabelStyle::kClock && FloorTo(t, kDayStep) == t;
      SetLabel(w, tick.x_px - kLabelLeadPx, StepName(t, level), &tick);
      ticks_.push_back(tick);
    }
  }

  std::string StepName(Seconds t, const Level& level) const {
    const CivilDate date = CivilAt(t);
    switch (level.style) {
      case LabelStyle::kYear:
        return YearName(date.year);
      case LabelStyle::kMonth:
        return date.month == 1 ? YearName(date.year) : std::string(ShortMonthName(date.month));
      case LabelStyle::kDate:
        return DateName(t);
      default:
        break;
    }
    return FloorTo(t, kDayStep) == t ? Joined(ShortWeekdayName(t), DateName(t)) : ClockName(t);
  }

  // Labels the tick if there is room from x_px on, and takes the room.
  bool SetLabel(const Window& w, double x_px, const std::string& text, Tick* tick) {
    const Face face = tick->strong ? Face::kSemiBold : Face::kRegular;
    const double ends_px = x_px + TextPx(text, face);
    if (x_px < free_from_px_ || ends_px > w.x1_px - kBandPadPx) return false;
    free_from_px_ = ends_px + kGapPx / 2;
    tick->label = text;
    tick->label_px = At(static_cast<float>(x_px));
    if (vertical_) tick->label_px.y += kLinePx / 2;
    return true;
  }

  Point At(float along_px) const {
    if (vertical_) return {request_.axis_px, along_px};
    return {along_px, request_.axis_px - kLabelRisePx};
  }

  const TickRequest& request_;
  const TimeScale& scale_;
  const bool vertical_;
  double px_per_day_ = 0;
  double free_from_px_ = 0;
  std::vector<Tick> ticks_;
};

}  // namespace

std::vector<Tick> LayoutTicks(const TickRequest& request) { return TickLayout(request).Run(); }

}  // namespace demarche
