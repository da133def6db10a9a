// What is on the canvas, as data: the answer of inspect() and the golden text of the tests
// (CONTRACT.md section 3). Where the contract leaves a choice:
//   viewport  {x, y, w, h}
//   ticks     those with a label, ascending; a day's label is "Mon 10"; `date` is, in ISO 8601, the
//             day in the zone shown, or the minute or second with its offset where it is not
//             midnight there; x is y where time runs down
//   breaks    x0 and x1 bound the zigzag; `from` is the last day of the scale before, `to` the
//   first
//             of the scale after
//   items     a cluster carries the id of its first event and `count`, the events in it; a pill
//   that
//             counts joining countries is an event, or a cluster where it stands for several
//   links     `from` is answered, `to` the reply, by the ids of their items; `count` replies in
//             `quads`, the classes that occur (1 to 4); `beyond` names the end that is out of view
//   edges     `type` is the commonest PLOVER type of its moves, `quad` 1 to 4
//   asOf      the as-of day, null where everything is known; `selection` an id or null
#pragma once

#include <string>

#include "core/graph/graph_layout.h"
#include "core/timeline/links.h"

namespace demarche {

struct OutlineRequest {
  const Dossier* dossier = nullptr;
  const AppState* state = nullptr;
  const TimelineLayout* timeline = nullptr;  // null where it is not shown
  const std::vector<TimelineLink>* links = nullptr;
  const GraphLayout* graph = nullptr;
  Rect viewport_px;
  uint64_t frames = 0;  // drawn since the start
};

/// The JSON of `inspect()`, keys and shapes as in the contract, positions rounded to 0.1 px, a line
/// for each item, node and edge.
std::string OutlineJson(const OutlineRequest& request);

}  // namespace demarche
