// The labels of the phone's timeline: those of points stand on lines beside the thread, those of
// bars small beside their bar, and the lines of folds give way to both.
#pragma once

#include <vector>

#include "core/timeline/timeline_items.h"

namespace demarche {

/// Least distance from a label's line, which is this high, to the next one.
inline constexpr float kVerticalLinePx = 18;

/// The items that a mark stands for, the most important first.
using MarkItems = std::vector<const TimelineItem*>;

/// Labels `out->marks`, of which items[i] belongs to marks[i], and interrupts the lines of
/// `out->breaks` where labels stand on them. After marks, ticks and folds are placed.
void LabelVertical(const TimelineRequest& request, const std::vector<MarkItems>& items,
                   TimelineLayout* out);

}  // namespace demarche
