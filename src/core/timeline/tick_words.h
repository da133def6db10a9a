// What the ticks of the axis say: dates and times of day in the words of the reader's calendar, in
// the longest wording there is room for. Where they stand is for core/timeline/ticks.h to say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/timeline/tick_levels.h"
#include "core/timeline/timeline_layout.h"

namespace demarche {

inline constexpr float kTickGapPx = 10;   // between labels, at least half of it
inline constexpr float kTickLinePx = 15;  // vertical: height of a line

/// A label in the wordings that will do, the best first, and whether it names a coarser unit than
/// its neighbours do.
struct Wordings {
  std::vector<std::string> texts;
  bool boundary = false;
};

/// Calendar and measurer outlive it.
class TickWords {
 public:
  TickWords(const ReaderCalendar& calendar, const TextMeasurer& measurer, float size_px,
            Orientation orientation)
      : calendar_(calendar),
        measurer_(measurer),
        size_px_(size_px),
        vertical_(orientation == Orientation::kVertical) {}

  float WidthPx(std::string_view text, Face face) const {
    return measurer_.WidthPx(text, face, size_px_);
  }
  /// What a text takes along the axis.
  float LengthPx(std::string_view text, Face face) const {
    return vertical_ ? kTickLinePx : WidthPx(text, face);
  }
  /// What labels of each style take at most on an axis from `first` to `last`.
  LabelRoom RoomFor(Seconds first, Seconds last) const;

  /// Of the step that begins at `t`: "2015" between "Oct" and "Apr".
  Wordings OfStep(Seconds t, const TickLevel& level) const;
  /// What encloses the steps after `t`: "1997", "Mar 2014", "1 Mar 2022".
  std::vector<std::string> OfContext(Seconds t, const TickLevel& level) const;
  /// Vertical, one below the other: "Mon", "10 Jan", "2022".
  std::vector<std::string> LinesOfContext(Seconds t, const TickLevel& level) const;
  /// A day over its times of day; empty where no wording is so narrow.
  std::string OfDay(Seconds day, double most_px) const;
  /// Vertical: the month that a day is of.
  std::string OfMonth(Seconds day) const;

 private:
  bool FitsColumn(std::string_view text, Face face) const;

  const ReaderCalendar& calendar_;
  const TextMeasurer& measurer_;
  const float size_px_;
  const bool vertical_;
};

}  // namespace demarche
