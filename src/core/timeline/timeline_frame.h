// What both orientations of the timeline share: the window of time they show, playhead, bands,
// scale changes and minimap. Each function fills its fields of the layout from those before it.
#pragma once

#include <vector>

#include "core/timeline/timeline_layout.h"

namespace demarche {

/// Least time in view.
inline constexpr Seconds kMinWindow = 60;
/// Least room on each side of a dimension's text.
inline constexpr float kDimensionPadPx = 8;

/// Bands with calendar boundaries, as axis.h makes them, with the instants of these.
std::vector<ScaleBand> BandsInZone(std::vector<ScaleBand> bands, const ReaderCalendar& calendar);

/// [content0, content1): the axis with everything in view and whatever is known beyond it.
TimeSpan ContentOf(const TimeSpan& known, const TimeScale& everything);

/// The window [earliest, latest) that a range asks for: the whole axis for {kTimeMin, kTimeMax}, to
/// the end of the content where one end is open, at least kMinWindow long. Whole days (UTC) mean
/// those days in every zone; any other range is two instants. An adaptive axis shows of a range
/// that reaches beyond the content only so much as leaves the content three quarters of the window
/// or, where it reaches beyond both ends, three fifths.
TimeSpan WindowOf(const TimeSpan& range, const TimeScale& everything, const TimelineLayout& out);

/// The instant at which the as-of day ends; kTimeMax where everything has happened.
Seconds PlayheadAt(const ReaderCalendar& calendar, Seconds as_of_s);
/// The same on that axis; far beyond it where everything has happened.
double PlayheadOn(const TimeScale& scale, Seconds as_of_s);
void SetPlayhead(const TimelineRequest& request, TimelineLayout* out);

/// The scale changes in view.
void SetBreaks(TimelineLayout* out);

/// The visible parts of the bands; after the minimap.
void SetBands(const TimelineRequest& request, TimelineLayout* out);

/// Whose clocks the axis shows, where it has ticks at days or finer.
void SetZoneNote(TimelineLayout* out);

/// Bars first, then dots, what is selected last.
void SortForDrawing(std::vector<Mark>* marks);

}  // namespace demarche
