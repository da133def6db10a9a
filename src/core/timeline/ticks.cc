#include "core/timeline/ticks.h"

#include <algorithm>
#include <cmath>

#include "core/timeline/tick_levels.h"

namespace demarche {
namespace {

constexpr CalendarStep kDayStep{CalendarUnit::kDay, 1};
constexpr CalendarStep kMonthStep{CalendarUnit::kMonth, 1};
constexpr CalendarStep kYearStep{CalendarUnit::kYear, 1};

constexpr double kMinMinorGapPx = 4.5, kMinHourGapPx = 24;  // the latter in cells of days
constexpr float kGapPx = 10;                                // between labels, at least half of it
constexpr float kBandPadPx = 4;  // from a band's edge to its first and last label
// From a tick to its label, and where room is short.
constexpr float kLabelLeadPx = 4, kShortLeadPx = -1;
constexpr float kCellPadPx = 2;  // from a day's edges to its label
// Up from the axis: the middle of one line of labels, of the date over times of day, of these.
constexpr float kLabelRisePx = 17, kDateRisePx = 21.5f, kClockRisePx = 8.5f;
constexpr float kDayLinePx = 30, kClockLinePx = 14, kShortLinePx = 3.5f;
// Vertical: height of a line, what a band's name and dimension take of its top, the width and the
// size of the letters of the column of labels.
constexpr float kLinePx = 15, kBandNamePx = 34, kColumnPx = 61, kColumnSizePx = 12;
constexpr float kMonthInCellPx = 42, kMonthSinkPx = 15;  // of a day's cell with a month's name

Tick TickAt(double x_px, Seconds t, TickRank rank) {
  Tick tick;
  tick.x_px = static_cast<float>(x_px);
  tick.t = t;
  tick.rank = rank;
  return tick;
}

// A label in the wordings that will do, the best first, and whether it names a coarser unit than
// its neighbours do.
struct Wordings {
  std::vector<std::string> texts;
  bool boundary = false;
};

class TickLayout {
 public:
  explicit TickLayout(const TickRequest& request)
      : request_(request),
        calendar_(request.calendar),
        scale_(*request.scale),
        vertical_(request.orientation == Orientation::kVertical) {
    MeasureRoom();
  }

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

  // ---- Room ----

  float TextPx(std::string_view text, Face face) const {
    return request_.measurer->WidthPx(text, face, request_.metrics.meta_size_px);
  }
  // What a text takes along the axis.
  float LengthPx(std::string_view text, Face face) const {
    return vertical_ ? kLinePx : TextPx(text, face);
  }

  void MeasureRoom() {
    const auto set = [this](LabelStyle style, float px) {
      room_.px[static_cast<size_t>(style)] = px;
    };
    set(LabelStyle::kSecond, LengthPx("00:00:00", Face::kRegular) + kGapPx);
    set(LabelStyle::kClock, LengthPx("00:00", Face::kRegular) + kGapPx);
    float month_px = 0, weekday_px = 0;
    const CalendarWords& words = calendar_.words();
    for (int month = 1; month <= 12; ++month) {
      const std::string_view name = words.Month(month, Wording::kShort);
      month_px = std::max(month_px, LengthPx(name, Face::kRegular));
    }
    for (int day = 0; day < 7; ++day) {
      const std::string_view name = words.Weekday(day, Wording::kShort);
      weekday_px = std::max(weekday_px, TextPx(name, Face::kSemiBold));
    }
    constexpr Seconds kLongDay = 11 * kSecondsPerDay;
    const std::string day = calendar_.Date(DateForm::kDay, kLongDay);
    day_cell_px_ = vertical_ ? kLinePx : weekday_px + 2;
    set(LabelStyle::kDayCell, vertical_ ? 2 * kLinePx : day_cell_px_);
    set(LabelStyle::kDate, LengthPx(day, Face::kRegular) + month_px -
                               LengthPx(calendar_.ShortMonth(kLongDay), Face::kRegular) + kGapPx);
    set(LabelStyle::kMonth, std::max(month_px, LengthPx("2000", Face::kSemiBold)) + kGapPx / 2);
    const std::string first = calendar_.Year(TimeAt(scale_.x0_px()));
    const std::string last = calendar_.Year(TimeAt(scale_.x1_px()));
    set(LabelStyle::kYear,
        std::max({LengthPx(first, Face::kRegular), LengthPx(last, Face::kRegular),
                  LengthPx("2000", Face::kRegular)}) +
            kGapPx);
  }

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
    std::stable_sort(ticks_.begin() + static_cast<ptrdiff_t>(first_of_band), ticks_.end(),
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
      month.label = calendar_.Date(DateForm::kShortMonthAndYear, tick->t);
      if (!FitsColumn(month.label, Face::kRegular)) month.label = calendar_.ShortMonth(tick->t);
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
    constexpr DateForm kForms[] = {DateForm::kFull, DateForm::kWeekdayDate, DateForm::kWeekdayDay,
                                   DateForm::kDay};
    for (Seconds day = calendar_.FloorTo(w.t0, kDayStep), next = 0; day < w.t1; day = next) {
      next = calendar_.NextAfter(day, kDayStep);
      const double x0_px = std::max(w.x0_px, scale_.PxFromTime(std::max(day, w.t0)));
      const double x1_px = std::min(w.x1_px, scale_.PxFromTime(std::min(next, w.t1)));
      for (const DateForm form : kForms) {
        std::string date = calendar_.Date(form, day);
        const float date_px = TextPx(date, Face::kSemiBold);
        if (date_px + 2 * kBandPadPx > x1_px - x0_px) continue;
        Tick tick = TickAt(x0_px, std::max(day, w.t0), TickRank::kContext);
        tick.strong = true;
        tick.label = std::move(date);
        tick.label_px = At(static_cast<float>((x0_px + x1_px) / 2) - date_px / 2, kDateRisePx);
        ticks_.push_back(std::move(tick));
        break;
      }
    }
  }

  // What the first label of a band or of the view says: "1997", "Mar 2014", "1 Mar 2022".
  std::vector<std::string> ContextAt(const Window& w, const TickLevel& level) const {
    const CivilDate date = calendar_.CivilAt(w.t0);
    const bool begins = w.t0 == w.band->t0;
    switch (level.style) {
      case LabelStyle::kYear:
        if (begins || !HasStep(w, level)) return {calendar_.Year(w.t0)};
        return {};
      case LabelStyle::kMonth:
        if (level.label.count > 1 && date.month == 1) return {calendar_.Year(w.t0)};
        return {calendar_.Date(DateForm::kShortMonthAndYear, w.t0), calendar_.ShortMonth(w.t0)};
      case LabelStyle::kDate:
        if (calendar_.FloorTo(w.t0, kDayStep) == w.t0)
          return {calendar_.Date(DateForm::kDate, w.t0), calendar_.Date(DateForm::kDay, w.t0)};
        return {calendar_.Date(DateForm::kShortMonthAndYear, w.t0), calendar_.ShortMonth(w.t0)};
      default:
        return {};
    }
  }

  bool HasStep(const Window& w, const TickLevel& level) const {
    return calendar_.CeilTo(w.t0, level.label) < w.t1;
  }

  void AddContext(const Window& w, const TickLevel& level) {
    const bool begins =
        calendar_.FloorTo(w.t0, level.style == LabelStyle::kYear    ? kYearStep
                                : level.style == LabelStyle::kMonth ? kMonthStep
                                                                    : kDayStep) == w.t0;
    Tick tick =
        TickAt(scale_.PxFromTime(w.t0), w.t0, begins ? TickRank::kMajor : TickRank::kContext);
    tick.strong = level.style != LabelStyle::kYear;
    const double x_px = w.x0_px + kBandPadPx, until_px = FirstBoundaryPx(w, level);
    for (const std::string& text : ContextAt(w, level)) {
      if (x_px + LengthPx(text, Face::kSemiBold) + kGapPx / 2 > until_px) continue;
      if (SetLabel(w, x_px, text, &tick)) break;
    }
    if (!tick.label.empty()) ticks_.push_back(std::move(tick));
  }

  // Where the label of the first boundary in the band begins, which goes before the context.
  double FirstBoundaryPx(const Window& w, const TickLevel& level) const {
    if (level.style == LabelStyle::kYear) return w.x1_px;
    for (Seconds t = calendar_.CeilTo(w.t0 + 1, level.label); t < w.t1;
         t = calendar_.NextAfter(t, level.label)) {
      if (StepWordings(t, level).boundary) return StepLabelPx(t);
    }
    return w.x1_px;
  }

  // The phone has a column of its own for it: "Mon", "10 Jan", "2022" one below the other.
  void AddLinesOfContext(const Window& w, const TickLevel& level) {
    const bool clock = level.style < LabelStyle::kDayCell;
    // The bands' own names do, unless they are of many years.
    if (level.style == LabelStyle::kYear || (!clock && w.band->unit != ScaleUnit::kYears)) return;
    std::vector<std::string> lines;
    if (clock) {
      lines = {calendar_.Date(DateForm::kWeekdayDay, w.t0), calendar_.Year(w.t0)};
      if (!FitsColumn(lines[0], Face::kSemiBold)) {
        lines[0] = calendar_.Date(DateForm::kDay, w.t0);
        lines.insert(lines.begin(), std::string(calendar_.ShortWeekday(w.t0)));
      }
    } else if (level.style == LabelStyle::kDate) {
      lines.push_back(calendar_.Date(DateForm::kShortMonthAndYear, w.t0));
    } else {
      lines.push_back(calendar_.Year(w.t0));
    }
    const double until_px = FirstBoundaryPx(w, level);
    if (free_from_px_ + kLinePx * static_cast<double>(lines.size()) > until_px) return;
    for (const std::string& line : lines) {
      Tick tick = TickAt(scale_.PxFromTime(w.t0), w.t0, TickRank::kContext);
      tick.strong = true;
      if (SetLabel(w, free_from_px_, line, &tick)) ticks_.push_back(std::move(tick));
    }
  }

  bool FitsColumn(std::string_view text, Face face) const {
    return request_.measurer->WidthPx(text, face, kColumnSizePx) <= kColumnPx;
  }

  // ---- Steps ----

  Wordings StepWordings(Seconds t, const TickLevel& level) const {
    switch (level.style) {
      case LabelStyle::kYear:
        return {{calendar_.Year(t)}};
      case LabelStyle::kMonth: {
        const bool january = calendar_.CivilAt(t).month == 1;
        return {{january ? calendar_.Year(t) : calendar_.ShortMonth(t)}, january};
      }
      case LabelStyle::kDate: {
        const std::string day = calendar_.Date(DateForm::kDay, t);
        const bool first_of_year = calendar_.CivilAt(t).month == 1 && calendar_.CivilAt(t).day <= 7;
        if (!first_of_year || vertical_) return {{day}};
        return {{calendar_.Date(DateForm::kDate, t), day}, true};
      }
      default:
        break;
    }
    const ClockPrecision precision =
        level.style == LabelStyle::kSecond ? ClockPrecision::kSeconds : ClockPrecision::kMinutes;
    if (!vertical_ || calendar_.FloorTo(t, kDayStep) != t) return {{calendar_.Clock(t, precision)}};
    const std::string date = calendar_.Date(DateForm::kWeekdayDay, t);
    return {{FitsColumn(date, Face::kSemiBold) ? date : calendar_.Date(DateForm::kDay, t)}, true};
  }

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
      const Wordings wordings = StepWordings(t, level);
      tick.strong = wordings.boundary;
      const double next_px = StepLabelPx(calendar_.NextAfter(t, level.label));
      for (const std::string& text : wordings.texts) {
        const Face face = tick.strong ? Face::kSemiBold : Face::kRegular;
        const bool last = &text == &wordings.texts.back();
        const double end_px = StepLabelPx(t) + LengthPx(text, face) + kGapPx / 2;
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
    for (Seconds t = calendar_.CeilTo(w.t0 + 1, level.minor); t < w.t1;
         t = calendar_.NextAfter(t, level.minor)) {
      if (calendar_.FloorTo(t, level.label) == t) continue;
      Tick tick = TickAt(scale_.PxFromTime(t), t, TickRank::kMinor);
      if (level.style <= LabelStyle::kDayCell) tick.line_px = kShortLinePx;
      ticks_.push_back(std::move(tick));
    }
  }

  // ---- Labels ----

  // Labels the tick if there is room from x_px on, and takes the room.
  bool SetLabel(const Window& w, double x_px, const std::string& text, Tick* tick) {
    const Face face = tick->strong ? Face::kSemiBold : Face::kRegular;
    const double ends_px = x_px + LengthPx(text, face);
    if (x_px < free_from_px_ || ends_px > w.x1_px - kBandPadPx) return false;
    free_from_px_ = ends_px + (vertical_ ? 0 : kGapPx / 2);
    tick->label = text;
    tick->label_px = At(static_cast<float>(x_px), rise_px_);
    if (vertical_) tick->label_px.y += kLinePx / 2;
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
  LabelRoom room_;
  float day_cell_px_ = 0, rise_px_ = kLabelRisePx;
  double px_per_day_ = 0;
  double free_from_px_ = 0;
  std::vector<Tick> ticks_;
};

}  // namespace

std::vector<Tick> LayoutTicks(const TickRequest& request) { return TickLayout(request).Run(); }

}  // namespace demarche
