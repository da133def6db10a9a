// What is on the canvas, as data: the answer of inspect() and the golden text of the tests
// (CONTRACT.md section 3).
#pragma once

#include <string>

#include "core/graph_layout.h"
#include "core/timeline_layout.h"

namespace demarche {

struct OutlineRequest {
  const Dossier* dossier = nullptr;
  const AppState* state = nullptr;
  const TimelineLayout* timeline = nullptr;  // null where it is not shown
  const GraphLayout* graph = nullptr;
  Rect viewport_px;
  uint64_t frames = 0;  // drawn since the start
};

/// The JSON of `inspect()`, keys and shapes as in the contract, positions rounded to 0.1 px.
std::string OutlineJson(const OutlineRequest& request);

}  // namespace demarche
