// The timeline on its way from one scale to another: between adaptive and linear, or to another
// viewport. Ribbons, folds, ticks and marks share the mapping.
#pragma once

#include <vector>

#include "core/timeline/links.h"

namespace demarche {

enum class MorphLabels : uint8_t { kKeep, kDrop };

/// `layout` with every position on the axis moved towards where `other` has its time; `share` 0: as
/// it is, 1: all the way. Dropped labels leave the mark (they would lie over each other when a band
/// is squeezed); the selected one stays.
TimelineLayout Morphed(const TimelineLayout& layout, const TimeScale& other, float share,
                       MorphLabels labels);

/// The links between its marks, moved with them.
std::vector<TimelineLink> MorphedLinks(const std::vector<TimelineLink>& links,
                                       const TimelineLayout& layout, const TimeScale& other,
                                       float share);

}  // namespace demarche
