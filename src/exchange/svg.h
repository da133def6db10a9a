// The actor graph as a picture that stays sharp and can be edited: SVG 1.1, as the canvas draws it,
// with a legend and a line that says what it is, of when and by whom. Texts are texts; each node
// and line has a <title>, the picture a <desc> that tells it in words.
#pragma once

#include <string>

#include "core/base/theme.h"
#include "core/graph/graph_layout.h"

namespace demarche {

struct SvgRequest {
  const Dossier* dossier = nullptr;
  const GraphLayout* graph = nullptr;
  Seconds as_of_s = kTimeMax;
  std::string_view lang;
  Scheme scheme = Scheme::kLight;
};

std::string SvgOf(const SvgRequest& request);

}  // namespace demarche
