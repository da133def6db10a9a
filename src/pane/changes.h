// "What changed": what became known or happened at a stop of the as-of date since the stop before
// it, in words, with links to the evidence.
#pragma once

#include <string>

#include "core/graph/graph_changes.h"

namespace demarche {

/// A heading and a list for the state's as-of date; long lists end behind "and 12 more". HTML as
/// that of pane.h.
std::string RenderChanges(const ChangeFinder& finder, const AppState& state);

/// The same for the polite live region, a sentence of plain text: "9 January 2022: 3 new
/// statements, 1 event".
std::string ChangesAnnouncement(const ChangeFinder& finder, const AppState& state);

/// "9 January 2022"; "today" where everything is known.
std::string AsOfWords(Seconds as_of_s);

}  // namespace demarche
