// The ways of links between the marks of a timeline. Where time runs to the right they keep to the
// gaps between the rows, which no label is in, and cross the rows upright, where a label costs them
// a few pixels: the channels and columns of circuit routing (A. Hashimoto, J. Stevens, "Wire
// Routing by Optimizing Channel Assignment within Large Apertures", DAC 1971: intervals of one
// channel that overlap get tracks of their own, first come, first served). Links that begin at one
// mark share their way, so that they read as a tree. Where time runs down they are brackets to the
// left of the thread.
#pragma once

#include "core/timeline/links.h"

namespace demarche {

/// Fills in ends, strokes and badges of links whose ends are decided; in their order, the first
/// gets the best way.
void RouteLinks(const TimelineLayout& layout, const TextMeasurer& measurer,
                std::vector<TimelineLink>* links);

}  // namespace demarche
