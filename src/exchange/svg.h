// The actor graph as a picture to print and to edit: SVG 1.1 of what the canvas shows, drawn as it
// draws it and cut off where it ends, under the dossier's title and the date, over a legend and who
// made it. Texts are texts, layers have names; each node and line has a <title>, the picture a
// <desc> that tells it in words. Of light colours in any theme, as it leaves the screen for paper
// and pages of others.
#pragma once

#include <string>

#include "core/graph/graph_layout.h"

namespace demarche {

struct SvgRequest {
  const Dossier* dossier = nullptr;
  const AppState* state = nullptr;     // that `graph` was laid out for
  const GraphLayout* graph = nullptr;  // as it is seen
};

std::string SvgOf(const SvgRequest& request);

}  // namespace demarche
