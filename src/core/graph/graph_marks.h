// What of a laid out graph stands out for what is selected, and what steps back.
#pragma once

#include <span>

#include "core/graph/graph_layout.h"

namespace demarche {

/// Whose node an actor's moves are of, by actor.
struct DrawnActors {
  std::span<const Index> sides;     // SidesOf()
  std::span<const Index> nodes;     // NodesAt()
  std::span<const Index> drawn_as;  // DrawnAs()
};

/// Marks `layout`, whose edges ascend by key, for the focus and the edge of `request`: the edge
/// dims all others; a move those that stand for it; an actor stands out with its edges and its
/// neighbours, a person with the edges that carry its moves.
void MarkSelection(const GraphRequest& request, const DrawnActors& drawn, GraphLayout* layout);

}  // namespace demarche
