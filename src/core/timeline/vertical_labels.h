// The labels of the phone's timeline: those of points stand on lines beside the thread, those of
// bars small beside their bar, and the lines of folds give way to both.
#pragma once

#include "core/timeline/timeline_plan.h"

namespace demarche {

/// Labels `out->marks`, and interrupts the lines of `out->breaks` where labels stand on them. After
/// marks, ticks and folds are placed.
void LabelVertical(const TimelineRequest& request, const TimelinePlan& plan, TimelineLayout* out);

}  // namespace demarche
