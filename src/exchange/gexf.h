// The actor graph for other tools, as GEXF 1.3 (https://gexf.net, read by Gephi 0.9.3 and later): a
// dynamic, directed multigraph.
//
// An edge is what one side said or did to another, by quad class, as in the graph of the canvas;
// its dynamic attribute `moves` counts them as of each day. Ties are edges of their own kind, with
// the time they hold. An organisation's dynamic attribute `members` counts its ties of members. A
// date is its first possible day, UTC; what the format cannot hold (uncertain dates, texts,
// sources, stories) is left out.
//
// graphology-gexf (sigma.js) must be told to allow undeclared attributes, as Gephi Lite does: of
// the static and the dynamic attributes it knows the last declared.
#pragma once

#include <string>
#include <string_view>

#include "core/dossier/dossier.h"

namespace demarche {

/// Names in `lang`, where the dossier has them. UTF-8. O(moves log moves).
std::string GexfOf(const Dossier& dossier, std::string_view lang);

}  // namespace demarche
