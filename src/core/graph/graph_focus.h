// What the selection asks of the graph: whom to show for it, who sits at the table of an event.
#pragma once

#include <string>
#include <vector>

#include "core/state/state.h"

namespace demarche {

/// Actors that belong in the picture while `focus` is selected, each once, the most telling first:
/// an actor with the voices of its moves; an event's participants and the voices of its moves; who
/// speaks and is spoken to in a move. States that only join something are left out.
std::vector<Index> AskedFor(const Dossier& dossier, Ref focus);

/// The sides that meet at an event, each once: the participants with the role "party", or where
/// nobody has it, all but those with the roles "subject", "host" and "joining".
std::vector<Index> TableOf(const Dossier& dossier, Index event, const std::vector<Index>& sides);

/// "Geneva, 10 Jan": place and date without the year.
std::string TableLabel(const Dossier& dossier, Index event, std::string_view lang);

/// "Nothing recorded up to 26 May 1997", of what the lens is, if there is one.
std::string EmptyNote(Seconds as_of_s, const Lens& lens = {});

}  // namespace demarche
