// What a link must not hide: the texts that break its line; and the badges along it.
#pragma once

#include <optional>
#include <vector>

#include "core/timeline/links.h"

namespace demarche {

/// Around every text between the marks of a timeline.
std::vector<Rect> TextBoxes(const TimelineLayout& layout, const TextMeasurer& measurer);

class BadgePlacer {
 public:
  BadgePlacer(const TimelineLayout& layout, std::vector<Rect> texts);

  /// Near the reply, which a badge tells about, and where the ways of a tree have parted; without
  /// its number, or not at all, where it would hide something.
  void Place(const std::vector<Point>& line, TimelineLink* link);

 private:
  std::optional<Point> FreeSpot(const std::vector<Point>& line, float half_px) const;

  std::vector<Rect> taken_;
};

}  // namespace demarche
