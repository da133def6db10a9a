// What is on the canvas, as data: the answer of inspect() and the golden text of the tests
// (CONTRACT.md section 3). Where the contract leaves a choice:
//   viewport  {x, y, w, h}
//   ticks     those with a label, ascending; a day's label is "Mon 10"; x is y where time runs
//   down;
//             `date` is the instant that the tick stands at, in ISO 8601 as EDTF and Date.parse()
//             read it: to the minute, or second, with the offset of the zone shown
//             ("2022-01-10T00:00+01:00"); in UTC, where a day alone means its midnight, just that
//   breaks    x0 and x1 bound the zigzag; `from` is the last day of the scale before, `to` the
//   first
//             of the scale after, days of the zone shown
//   items     a cluster carries the id of its first event and `count`, the events in it; a pill
//   that
//             counts joining countries is an event, or a cluster where it stands for several; where
//             events are only counted, and an actor or a topic is selected, `related` of `count`
//             have to do with it
//   groups    of lanes, from above, outer ones first: `path` as permalinks name it, `level` from 1,
//             the box of its heading (of no height where there is no room for it), or of its lane
//             where it is folded
//   links     `from` is answered, `to` the reply, by the ids of their items; `count` replies in
//             `quads`, the classes that occur (1 to 4); `beyond` names the end that is out of view
//   moreLinks true, or not there: all links were asked for, and more are in view than are drawn
//   settled   false where the graph comes with a later frame
//   edges     `type` is the commonest PLOVER type of its moves, `quad` 1 to 4
//   lens      of the graph, as the permalink has it, or null
//   nodes     of an organisation into which `members` are folded; `inner` moves are between them
//   dots      actors without room for a node, where there are any
//   lines     all between two actors of whom one is a dot, or whose edges are too many to be told
//             apart, where there are any: `from` and `to` in no order, the busiest first
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
  bool more_links = false;  // as in LinkLayout
  const GraphLayout* graph = nullptr;
  bool graph_is_due = false;  // not yet laid out
  Rect viewport_px;
  uint64_t frames = 0;  // drawn since the start
};

/// The JSON of `inspect()`, keys and shapes as in the contract, positions rounded to 0.1 px, a line
/// for each item, node and edge.
std::string OutlineJson(const OutlineRequest& request);

}  // namespace demarche
