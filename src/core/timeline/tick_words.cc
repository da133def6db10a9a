#include "core/timeline/tick_words.h"

#include <algorithm>

namespace demarche {
namespace {

// Vertical: the width of the column of labels and the size of their letters.
constexpr float kColumnPx = 61, kColumnSizePx = 12;

}  // namespace

LabelRoom TickWords::RoomFor(Seconds first, Seconds last) const {
  LabelRoom room;
  const auto set = [&room](LabelStyle style, float px) {
    room.px[static_cast<size_t>(style)] = px;
  };
  set(LabelStyle::kSecond, LengthPx("00:00:00", Face::kRegular) + kTickGapPx);
  set(LabelStyle::kClock, LengthPx("00:00", Face::kRegular) + kTickGapPx);
  float month_px = 0, weekday_px = 0;
  const CalendarWords& words = calendar_.words();
  for (int month = 1; month <= 12; ++month) {
    month_px = std::max(month_px, LengthPx(words.Month(month, Wording::kShort), Face::kRegular));
  }
  for (int day = 0; day < 7; ++day) {
    weekday_px =
        std::max(weekday_px, WidthPx(words.Weekday(day, Wording::kShort), Face::kSemiBold));
  }
  constexpr Seconds kLongDay = 11 * kSecondsPerDay;
  const std::string day = calendar_.Date(DateForm::kDay, kLongDay);
  set(LabelStyle::kDayCell, vertical_ ? 2 * kTickLinePx : weekday_px + 2);
  set(LabelStyle::kDate, LengthPx(day, Face::kRegular) + month_px -
                             LengthPx(calendar_.ShortMonth(kLongDay), Face::kRegular) + kTickGapPx);
  set(LabelStyle::kMonth, std::max(month_px, LengthPx("2000", Face::kSemiBold)) + kTickGapPx / 2);
  set(LabelStyle::kYear,
      std::max({LengthPx(calendar_.Year(first), Face::kRegular),
                LengthPx(calendar_.Year(last), Face::kRegular), LengthPx("2000", Face::kRegular)}) +
          kTickGapPx);
  return room;
}

Wordings TickWords::OfStep(Seconds t, const TickLevel& level) const {
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

std::vector<std::string> TickWords::OfContext(Seconds t, const TickLevel& level) const {
  switch (level.style) {
    case LabelStyle::kYear:
      return {calendar_.Year(t)};
    case LabelStyle::kMonth:
      if (level.label.count > 1 && calendar_.CivilAt(t).month == 1) return {calendar_.Year(t)};
      break;
    default:
      if (calendar_.FloorTo(t, kDayStep) == t)
        return {calendar_.Date(DateForm::kDate, t), calendar_.Date(DateForm::kDay, t)};
  }
  return {calendar_.Date(DateForm::kShortMonthAndYear, t), calendar_.ShortMonth(t)};
}

std::vector<std::string> TickWords::LinesOfContext(Seconds t, const TickLevel& level) const {
  if (level.style == LabelStyle::kMonth) return {calendar_.Year(t)};
  if (level.style == LabelStyle::kDate) return {calendar_.Date(DateForm::kShortMonthAndYear, t)};
  const std::string day = calendar_.Date(DateForm::kWeekdayDay, t);
  if (FitsColumn(day, Face::kSemiBold)) return {day, calendar_.Year(t)};
  return {std::string(calendar_.ShortWeekday(t)), calendar_.Date(DateForm::kDay, t),
          calendar_.Year(t)};
}

std::string TickWords::OfDay(Seconds day, double most_px) const {
  constexpr DateForm kForms[] = {DateForm::kFull, DateForm::kWeekdayDate, DateForm::kWeekdayDay,
                                 DateForm::kDay};
  for (const DateForm form : kForms) {
    std::string date = calendar_.Date(form, day);
    if (WidthPx(date, Face::kSemiBold) <= most_px) return date;
  }
  return {};
}

std::string TickWords::OfMonth(Seconds day) const {
  std::string month = calendar_.Date(DateForm::kShortMonthAndYear, day);
  return FitsColumn(month, Face::kRegular) ? month : calendar_.ShortMonth(day);
}

bool TickWords::FitsColumn(std::string_view text, Face face) const {
  return measurer_.WidthPx(text, face, kColumnSizePx) <= kColumnPx;
}

}  // namespace demarche
