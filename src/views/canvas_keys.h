// The canvas's keyboard (design/DESIGN.md section 9, CONTRACT.md section 4), as actions. The page
// sends keys only while the canvas has the focus, a question mark as F1.
#pragma once

#include <vector>

#include "core/state/state.h"
#include "views/canvas_scene.h"
#include "views/canvas_view.h"

namespace demarche {

/// Which half of a split canvas the arrows walk through.
enum class KeyRegion : uint8_t { kTimeline, kGraph };

struct KeyOutcome {
  PageRequest page = PageRequest::kNone;
  KeyRegion region = KeyRegion::kTimeline;
  float scroll_px = 0;  // of the lanes, down
};

/// Appends what this frame's key asks for. `region`: where the arrows are now.
KeyOutcome HandleKeys(const AppState& state, const CanvasScene& scene, KeyRegion region,
                      const KeyPress& press, std::vector<Action>* actions);

/// The actor that arrows and E start from: the selected one, else a participant of what is selected
/// that the graph shows, else the first node; kNone in an empty graph.
Index CurrentActor(const GraphLayout& graph, const AppState& state);
/// The node in the direction of an axis: of those within 45 degrees of it the one least ahead, else
/// one further aside; kNone if there is none. By these steps every node is reached from every other
/// one: they are the directed theta-four graph (P. Bose, J.-L. De Carufel, D. Hill, M. Smid, "On
/// the Spanning and Routing Ratio of the Directed Theta-Four Graph", DCG 71, 2024).
Index ActorInDirection(const GraphLayout& graph, Index from, Point direction);
/// The edge of `actor` after `current` (step 1) or before it (step -1), around the circle, also of
/// those that are drawn as lines. A person's are those of whom it stands by, where it has none of its own.
EdgeKey NextEdgeOf(const GraphLayout& graph, Index actor, const EdgeKey& current, int step);

}  // namespace demarche
