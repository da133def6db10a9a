// HTML of the reading pane: the text of record. Pure: Dossier and AppState in, HTML out, the same
// natively (static page) and in the browser. Everything of the dossier is escaped here.
#pragma once

#include <string>
#include <string_view>

#include "core/dates/reader_calendar.h"
#include "core/state/state.h"

namespace demarche {

/// The pane for a state: tabs, the card of the selected thing (event, move, actor, topic), the list
/// or the sources, previous and next. Links carry `href="#focus=…"` and are permalinks to be
/// applied to the present state (permalink.h); controls carry the same in `data-act`. Of a long
/// list it holds a window around the selection. Times of day are also said in the zone of
/// `calendar`, which is the canvas's. Its own words are English: the place it is put in says
/// lang="en"; texts in another language are marked with theirs.
std::string RenderPane(const Dossier& dossier, const AppState& state,
                       const ReaderCalendar& calendar);

/// The docked panel of a pinned or selected bundle of the graph; empty if there is none.
std::string RenderEvidence(const Dossier& dossier, const AppState& state);

/// The card of the running story step with its controls; empty outside a story.
std::string RenderStory(const Dossier& dossier, const AppState& state);

/// What lies over the canvas where it has no event to show; empty where it has some.
std::string RenderEmpty(const Dossier& dossier, const AppState& state);

/// The panel in which lanes are hidden, picked out, moved and folded (core/state/lanes.h); empty
/// for a dossier with fewer than two.
std::string RenderLanes(const Dossier& dossier, const AppState& state);

/// The panel in which the graph's lens and levels are chosen (core/graph/graph_scope.h).
std::string RenderGraphPanel(const Dossier& dossier, const AppState& state);

/// For the polite live region when the selection changes: title and date, of an actor how much it
/// said and did, as plain text.
std::string Announcement(const Dossier& dossier, const AppState& state);
/// The same when a bundle is pinned: from whom to whom, what it stands for, the latest of it.
std::string EdgeAnnouncement(const Dossier& dossier, const AppState& state);

/// Everything, in order, with its sources, for a page without JavaScript and for print: as of the
/// state's date, in the state's language, and behind a divider what was reported later. Things
/// stand under their ids: `#geneva-2022`.
std::string RenderStaticList(const Dossier& dossier, const AppState& state);

}  // namespace demarche
