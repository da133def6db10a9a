// The tab with all events in time order: group chips, headings by month or year, the as-of date as
// a divider between what has been and what is scheduled, and what to do when a filter hides it all.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "pane/pane_writer.h"

namespace demarche {

/// So many events stand in a list at once; around them it says how many more there are.
inline constexpr size_t kMostRows = 500;

/// Rows of events without headings.
void WriteRows(PaneWriter& w, std::span<const Index> events);

/// The tab for the events that a state shows, `visible`, in time order.
void WriteEventList(PaneWriter& w, const std::vector<Index>& visible);

/// The heading an event stands under: "January 2022"; "2022" or "2013–2014" where its start is not
/// known to the month.
std::string PeriodOf(const DateText& date);

}  // namespace demarche
