#include "core/timeline/ticks.h"

#include <algorithm>
#include <cmath>

#include "core/base/stable_sort.h"
#include "core/timeline/tick_words.h"

namespace demarche {
namespace {

constexpr double kMinMinorGapPx = 4.5, kMinHourGapPx = 24;  // the latter in cells of days
constexpr float kBandPadPx = 4;  // from a band's edge to its first and last label
// From a tick to its label, and where room is short.
constexpr float kLabelLeadPx = 4, kShortLeadPx = -1;
constexpr float kCellPadPx = 2;  // from a day's edges to its label
// Up from the axis: the middle of one line of labels, of the date over times of day, of these.
constexpr float kLabelRisePx = 17, kDateRisePx = 21.5f, kClockRisePx = 8.5f;
constexpr float kDayLinePx = 30, kClockLinePx = 14, kShortLinePx = 3.5f;
// Vertical: what a band's name and dimension take of its top.
constexpr float kBandNamePx = 34;
constexpr float kMonthInCellPx = 42, kMonthSinkPx = 15;  // of a day's cell with a month's name

Tick TickAt(double x_px, Seconds t, TickRank rank) {
  Tick tick;
  tick.x_px = static_cast<float>(x_px);
  tick.t = t;
  tick.rank = rank;
  return tick;
}

class TickLayout {
 public:
  explicit TickLayout(const TickRequest& request)
      : request_(request),
        calendar_(request.calendar),
        scale_(*request.scale),
        vertical_(request.orientation == Orientation::kVertical),
        words_(calendar_, *request.measurer, request.metrics.meta_size_px, request.orientation),
        room_(words_.RoomFor(TimeAt(scale_.x0_px()), TimeAt(scale_.x1_px()))),
        day_cell_px_(vertical_ ? kTickLinePx : room_[LabelStyle::kDayCell]) {}

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
  };

  Seconds TimeAt(double px) const { return static_cast<Seconds>(std::ceil(scale_.TimeFromPx(px))); }
  double PxOf(CalendarStep step) const { return MeanDays(step) * px_per_day_; }

  // ---- A band ----

  void LayoutBand(const ScaleBand& band) {
    const bool first = &band == &scale_.bands().front(), last = &band == &scale_.bands().back();
    Window w{&band, band.t0, band.t1, scale_.PxFromTime(band.t0), scale_.PxFromTime(band.t1)};
    // Beyond the outermost bands their scale goes on.
    if (w.x0_px < scale_.x0_px() || first) {
      w.x0_px = scale_.x0_px();
      w.t0 = TimeAt(w.x0_px);
    }
    if (w.x1_px > scale_.x1_px() || last) {
      w.x1_px = scale_.x1_px();
      w.t1 = TimeAt(w.x1_px);
    }
    if (w.x1_px - w.x0_px < 1 || w.t1 <= w.t0) return;
    px_per_day_ = (w.x1_px - w.x0_px) / (static_cast<double>(w.t1) - static_cast<double>(w.t0)) *
                  kSecondsPerDay;
    const TickLevel level = FinestLevel(px_per_day_, room_);
    const bool named = band.unit != ScaleUnit::kDays || level.style == LabelStyle::kYear;
    free_from_px_ = w.x0_px + (!vertical_ ? kBandPadPx : named ? kBandNamePx : 0);
    const size_t first_of_band = ticks_.size();
    if (level.style == LabelStyle::kDayCell) {
      AddDayCells(w);
    } else {
      const bool clock = level.style < LabelStyle::kDayCell;
      if (vertical_) {
        AddLinesOfContext(w, level);
      } else if (clock) {
        AddDatesOverClock(w);
      } else {
        AddContext(w, level);
      }
      AddSteps(w, level);
    }
    AddMinor(w, level);
    StableSort(std::span(ticks_).subspan(first_of_band),
               [](const Tick& a, const Tick& b) { return a.t < b.t; });
  }

  // ---- Days as cells ----

  bool HasTalk(Seconds day, Seconds next_day) const {
    const auto at = std::lower_bound(request_.talks.begin(), request_.talks.end(), day);
    return at != request_.talks.end() && *at < next_day;
  }

  // A line at the start of each day, weekday and number in the middle of what one sees of it.
  void AddDayCells(const Window& w) {
    for (Seconds day = calendar_.FloorTo(w.t0, kDayStep), next = 0; day < w.t1; day = next) {
      next = calendar_.NextAfter(day, kDayStep);
      const double begins_px = scale_.PxFromTime(std::max(day, w.t0));
      const double ends_px = scale_.PxFromTime(std::min(next, w.t1));
      const double x0_px = std::max(w.x0_px, begins_px), x1_px = std::min(w.x1_px, ends_px);
      const bool begins = day >= w.t0, labelled = x1_px - x0_px >= day_cell_px_;
      if (!begins && !labelled) continue;
      Tick tick =
          TickAt(begins_px, std::max(day, w.t0), begins ? TickRank::kLine : TickRank::kContext);
      tick.line_px = kDayLinePx;
      if (labelled) {
        tick.label = calendar_.ShortWeekday(day);
        tick.label2 = std::to_string(calendar_.CivilAt(day).day);
        tick.strong = HasTalk(day, next);
        tick.label_px = At(static_cast<float>((x0_px + x1_px) / 2), kLabelRisePx);
        NameMonth(day == calendar_.FloorTo(day, kMonthStep), day < w.t0 || day == w.band->t0,
                  x1_px - x0_px, &tick);
      }
      ticks_.push_back(std::move(tick));
    }
  }

  // The first day of a month says so, where there is room; on the phone, where nothing else says
  // the month, also the first day in view.
  void NameMonth(bool begins_month, bool first, double cell_px, Tick* tick) {
    if (vertical_) {
      if ((!begins_month && !first) || cell_px < kMonthInCellPx) return;
      Tick month = TickAt(tick->x_px, tick->t, TickRank::kContext);
      month.label = words_.OfMonth(tick->t);
      month.label_px = {tick->label_px.x, tick->label_px.y + kMonthSinkPx};
      ticks_.push_back(std::move(month));
      return;
    }
    if (!begins_month) return;
    const std::string day = calendar_.Date(DateForm::kDay, tick->t);
    const Face face = tick->strong ? Face::kSemiBold : Face::kRegular;
    const float day_px = request_.measurer->WidthPx(day, face, request_.metrics.lane_size_px);
    if (day_px + 2 * kCellPadPx <= cell_px) tick->label2 = day;
  }

  // ---- Context ----

  // The date over the times of a day, in the middle of what one sees of it.
  void AddDatesOverClock(const Window& w) {
    for (Seconds day = calendar_.FloorTo(w.t0, kDayStep), next = 0; day < w.t1; day = next) {
      next = calendar_.NextAfter(day, kDayStep);
      const double x0_px = std::max(w.x0_px, scale_.PxFromTime(std::max(day, w.t0)));
      const double x1_px = std::min(w.x1_px, scale_.PxFromTime(std::min(next, w.t1)));
      std::string date = words_.OfDay(day, x1_px - x0_px - 2 * kBandPadPx);
      if (date.empty()) continue;
      const float date_px = words_.WidthPx(date, Face::kSemiBold);
      Tick tick = TickAt(x0_px, std::max(day, w.t0), TickRank::kContext);
      tick.strong = true;
      tick.label = std::move(date);
      tick.label_px = At(static_cast<float>((x0_px + x1_px) / 2) - date_px / 2, kDateRisePx);
      ticks_.push_back(std::move(tick));
    }
  }

  bool HasStep(const Window& w, const TickLevel& level) const {
    return calendar_.CeilTo(w.t0, level.label) < w.t1;
  }

  // The first label of a band or of the view.
  void AddContext(const Window& w, const TickLevel& level) {
    const bool years = level.style == LabelStyle::kYear;
    if (years && w.t0 != w.band->t0 && HasStep(w, level)) return;
    const bool begins =
        calendar_.FloorTo(w.t0, years                               ? kYearStep
                                : level.style == LabelStyle::kMonth ? kMonthStep
                                                                    : kDayStep) == w.t0;
    Tick tick =
        TickAt(scale_.PxFromTime(w.t0), w.t0, begins ? TickRank::kMajor : TickRank::kContext);
    tick.strong = !years;
    const double x_px = w.x0_px + kBandPadPx, until_px = FirstBoundaryPx(w, level);
    for (const std::string& text : words_.OfContext(w.t0, level)) {
      if (x_px + words_.LengthPx(text, Face::kSemiBold) + kTickGapPx / 2 > until_px) continue;
      if (SetLabel(w, x_px, text, &tick)) break;
    }
    if (!tick.label.empty()) ticks_.push_back(std::move(tick));
  }

  // Where the label of the first boundary in the band begins, which goes before the context.
  double FirstBoundaryPx(const Window& w, const TickLevel& level) const {
    if (level.style == LabelStyle::kYear) return w.x1_px;
    for (Seconds t = calendar_.CeilTo(w.t0 + 1, level.label); t < w.t1;
         t = calendar_.NextAfter(t, level.label)) {
      if (words_.OfStep(t, level).boundary) return StepLabelPx(t);
    }
    return w.x1_px;
  }

  // The phone has a column of its own for it: "Mon", "10 Jan", "2022" one below the other.
  void AddLinesOfContext(const Window& w, const TickLevel& level) {
    const bool clock = level.style < LabelStyle::kDayCell;
    // The bands' own names do, unless they are of many years.
    if (level.style == LabelStyle::kYear || (!clock && w.band->unit != ScaleUnit::kYears)) return;
    const std::vector<std::string> lines = words_.LinesOfContext(w.t0, level);
    const double until_px = FirstBoundaryPx(w, level);
    if (free_from_px_ + kTickLinePx * static_cast<double>(lines.size()) > until_px) return;
    for (const std::string& line : lines) {
      Tick tick = TickAt(scale_.PxFromTime(w.t0), w.t0, TickRank::kContext);
      tick.strong = true;
      if (SetLabel(w, free_from_px_, line, &tick)) ticks_.push_back(std::move(tick));
    }
  }

  // ---- Steps ----

  double StepLabelPx(Seconds t) const {
    return scale_.PxFromTime(t) + (vertical_ ? 0 : kLabelLeadPx);
  }

  void AddSteps(const Window& w, const TickLevel& level) {
    const bool clock = level.style < LabelStyle::kDayCell;
    rise_px_ = clock ? kClockRisePx : kLabelRisePx;
    for (Seconds t = calendar_.CeilTo(w.t0, level.label); t < w.t1;
         t = calendar_.NextAfter(t, level.label)) {
      if (t == w.t0 && !vertical_ && !clock) continue;  // the context stands there
      Tick tick = TickAt(scale_.PxFromTime(t), t, clock ? TickRank::kLine : TickRank::kMajor);
      if (clock) tick.line_px = calendar_.FloorTo(t, kDayStep) == t ? kDayLinePx : kClockLinePx;
      const Wordings wordings = words_.OfStep(t, level);
      tick.strong = wordings.boundary;
      const double next_px = StepLabelPx(calendar_.NextAfter(t, level.label));
      for (const std::string& text : wordings.texts) {
        const Face face = tick.strong ? Face::kSemiBold : Face::kRegular;
        const bool last = &text == &wordings.texts.back();
        const double end_px = StepLabelPx(t) + words_.LengthPx(text, face) + kTickGapPx / 2;
        if (!last && end_px > next_px) continue;
        if (SetLabel(w, StepLabelPx(t), text, &tick)) break;
        if (last && !vertical_ && !clock) SetLabel(w, tick.x_px + kShortLeadPx, text, &tick);
      }
      tick.strong = tick.strong && !tick.label.empty();
      ticks_.push_back(std::move(tick));
    }
    rise_px_ = kLabelRisePx;
  }

  void AddMinor(const Window& w, const TickLevel& level) {
    const bool days = level.style == LabelStyle::kDayCell;
    if (level.minor == level.label || vertical_) return;
    if (PxOf(level.minor) < (days ? kMinHourGapPx : kMinMinorGapPx)) return;
    const bool weeks = level.minor.unit == CalendarUnit::kWeek;
    for (Seconds t = calendar_.CeilTo(w.t0 + 1, level.minor); t < w.t1;
         t = calendar_.NextAfter(t, level.minor)) {
      if (calendar_.FloorTo(t, level.label) == t || (weeks && IsBesideStep(t, level))) continue;
      Tick tick = TickAt(scale_.PxFromTime(t), t, TickRank::kMinor);
      if (level.style <= LabelStyle::kDayCell) tick.line_px = kShortLinePx;
      ticks_.push_back(std::move(tick));
    }
  }

  // A Monday may come right beside the first of a month, whose rule is the one that counts.
  bool IsBesideStep(Seconds t, const TickLevel& level) const {
    const Seconds before = calendar_.FloorTo(t, level.label);
    const double x_px = scale_.PxFromTime(t), before_px = scale_.PxFromTime(before);
    const double after_px = scale_.PxFromTime(calendar_.NextAfter(before, level.label));
    return std::min(x_px - before_px, after_px - x_px) < kMinMinorGapPx;
  }

  // ---- Labels ----

  // Labels the tick if there is room from x_px on, and takes the room.
  bool SetLabel(const Window& w, double x_px, const std::string& text, Tick* tick) {
    const Face face = tick->strong ? Face::kSemiBold : Face::kRegular;
    const double ends_px = x_px + words_.LengthPx(text, face);
    if (x_px < free_from_px_ || ends_px > w.x1_px - kBandPadPx) return false;
    free_from_px_ = ends_px + (vertical_ ? 0 : kTickGapPx / 2);
    tick->label = text;
    tick->label_px = At(static_cast<float>(x_px), rise_px_);
    if (vertical_) tick->label_px.y += kTickLinePx / 2;
    return true;
  }

  Point At(float along_px, float rise_px) const {
    if (vertical_) return {request_.axis_px, along_px};
    return {along_px, request_.axis_px - rise_px};
  }

  const TickRequest& request_;
  const ReaderCalendar& calendar_;
  const TimeScale& scale_;
  const bool vertical_;
  const TickWords words_;
  const LabelRoom room_;
  const float day_cell_px_;
  float rise_px_ = kLabelRisePx;
  double px_per_day_ = 0;
  double free_from_px_ = 0;
  std::vector<Tick> ticks_;
};

}  // namespace

std::vector<Tick> LayoutTicks(const TickRequest& request) { return TickLayout(request).Run(); }

}  // namespace demarche
