// The graph itself within the SVG, layer by layer in the order of the canvas (views/draw_graph.cc).
#pragma once

#include <string>

#include "exchange/svg.h"
#include "exchange/svg_pen.h"

namespace demarche {

/// "Russia to United States: 3, verbal conflict".
std::string WordsOf(const Dossier& dossier, const GraphEdge& edge, std::string_view lang);

/// Whether anything of it lies in the area.
bool IsSeen(const GraphLayout& graph, const GraphEdge& edge);

/// What lies in the area; what reaches out of it is not cut off here.
void DrawSvgGraph(const SvgRequest& request, SvgPen* pen);

/// What the legend needs of it.
void DrawSvgEdge(const GraphEdge& edge, const Palette& theme, SvgPen* pen);
struct SvgBadge {
  float r_px = 0, half_diagonal_px = 0;  // of a circle, of a diamond
  Rgba hue = 0;
};
void DrawSvgBadge(Point at, QuadClass quad, const SvgBadge& badge, const Palette& theme,
                  SvgPen* pen);
void DrawSvgDot(const GraphDot& dot, float r_px, Rgba colour, SvgPen* pen);
void DrawSvgPerson(const GraphNode& node, Rgba ink, const Palette& theme, SvgPen* pen);
Rgba SvgHueOf(const GraphEdge& edge, const Palette& theme);

}  // namespace demarche
