// The actor graph and its legend on the screen (design/DESIGN.md section 5).
#pragma once

#include <vector>

#include "core/graph/graph_layout.h"
#include "views/canvas_layout.h"
#include "views/painter.h"

namespace demarche {

/// A graph and the reader's state that the layout does not know.
struct GraphDrawing {
  const GraphLayout* layout = nullptr;
  const Dossier* dossier = nullptr;
  std::string_view lang;
  EdgeKey hovered_edge;
  Lens hovered_pair;  // of a line
  Ref hovered, focused;  // an actor under the pointer, one with the keyboard's ring
  EdgeKey focused_edge;
  float selection_alpha = 1;
  /// Edges that are new at this playhead (sorted as in the layout) and how much of them is drawn.
  const std::vector<EdgeKey>* growing = nullptr;
  float grown = 1;
  const std::vector<Index>* appearing = nullptr;  // nodes that are as new, ascending
  float alpha = 1;                                // how much of it all is there
  float note_y_px = 0;  // above the layout's note, where something stands over the graph
};

void DrawGraph(const Painter& p, const GraphDrawing& drawing);
/// Those without room for a node, and the lines between them: under all else.
void DrawDots(const Painter& p, const GraphDrawing& drawing);
/// The name of a dot that is selected or under the pointer: over all else.
void DrawDotNames(const Painter& p, const GraphDrawing& drawing);
void DrawLegend(const Painter& p, const Rect& gutter_px);

}  // namespace demarche
