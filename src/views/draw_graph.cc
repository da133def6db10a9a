#include "views/draw_graph.h"

#include <algorithm>

#include "core/base/plane.h"
#include "core/graph/graph_evidence.h"
#include "views/badge.h"
#include "views/count_text.h"
#include "views/stroke.h"

namespace demarche {
namespace {

constexpr float kBadgeLinePx = 1.8f, kTieLinePx = 1.3f, kPersonLinePx = 1.5f;
constexpr float kNodeLinePx = 1.8f, kSmallLinePx = 1.2f, kTableLinePx = 2.5f, kBoxRadiusPx = 9;
constexpr float kHaloPx = 5;  // of an edge under the pointer, in all
constexpr float kDimmedShare = 0.45f;
constexpr float kRingAroundPx = 4;  // from a badge to the ring around it

Rgba HueOf(const Palette& theme, const GraphEdge& edge) {
  const Rgba hue = IsDiamond(edge.key.quad) ? theme.conf : theme.coop;
  return edge.dimmed ? Mixed(theme.paper, hue, kDimmedShare) : hue;
}

bool Grows(const GraphDrawing& drawing, const EdgeKey& key) {
  return drawing.growing &&
         std::binary_search(drawing.growing->begin(), drawing.growing->end(), key, ComesBefore);
}
bool Appears(const GraphDrawing& drawing, Index actor) {
  return drawing.appearing &&
         std::binary_search(drawing.appearing->begin(), drawing.appearing->end(), actor);
}

// All that is drawn while it lives is so much there.
class FadeIn {
 public:
  FadeIn(const Painter& p, float alpha) : p_(p), alpha_(alpha), first_(p.list->VtxBuffer.Size) {}
  ~FadeIn() {
    if (alpha_ >= 1) return;
    for (int i = first_; i < p_.list->VtxBuffer.Size; ++i) {
      ImU32& colour = p_.list->VtxBuffer[i].col;
      colour = WithAlpha(colour, alpha_);
    }
  }
  FadeIn(const FadeIn&) = delete;
  FadeIn& operator=(const FadeIn&) = delete;

 private:
  const Painter& p_;
  const float alpha_;
  const int first_;
};

bool StandsOut(const GraphDrawing& drawing, const GraphEdge& edge) {
  return edge.selected || (drawing.hovered_edge && edge.key == drawing.hovered_edge);
}

void DrawEdge(const Painter& p, const GraphDrawing& drawing, const GraphEdge& edge) {
  const SampledCurve curve(edge.from_px, edge.control_px, edge.to_px);
  const Rgba hue = HueOf(*p.theme, edge);
  if (StandsOut(drawing, edge)) DrawHalo(p, curve, edge.width_px + kHaloPx, p.theme->hl_soft);
  const float until = Grows(drawing, edge.key) ? curve.length_px() * drawing.grown : -1;
  DrawQuadStroke(p, curve, edge.key.quad, edge.width_px, hue, until);
}

void DrawEdgeBadge(const Painter& p, const GraphDrawing& drawing, const GraphEdge& edge) {
  const Palette& theme = *p.theme;
  const GraphMetrics& metrics = drawing.layout->metrics;
  if (Grows(drawing, edge.key) && drawing.grown < 0.6f) return;
  const Rgba hue = HueOf(theme, edge);
  const float r = metrics.badge_r_px, half = metrics.badge_half_diagonal_px;
  DrawBadge(p, edge.badge_px, edge.key.quad, {r, half, kBadgeLinePx, hue, theme.paper});
  p.Text(edge.badge_px, CountText(edge.count),
         {Face::kSemiBold, metrics.badge_number_px, IsDeed(edge.key.quad) ? theme.bar_ink : hue},
         Align::kCentre);
  if (!StandsOut(drawing, edge)) return;
  if (IsDiamond(edge.key.quad)) {
    PathDiamond(p, edge.badge_px, half + kRingAroundPx * 1.1f);
    p.list->PathStroke(theme.ink, ImDrawFlags_Closed, kBadgeLinePx);
  } else {
    p.Ring(edge.badge_px, r + kRingAroundPx, theme.ink, kBadgeLinePx);
  }
}

Rgba TableColour(const Painter& p, const GraphDrawing& drawing) {
  return WithAlpha(p.theme->hl_soft, drawing.selection_alpha);
}

void DrawTable(const Painter& p, const GraphDrawing& drawing, const TableBand& band) {
  p.Line(band.from_px, band.to_px, TableColour(p, drawing), band.width_px);
}

// In the middle of several bands edges pass under the label.
void DrawTableLabel(const Painter& p, const GraphDrawing& drawing, const TableBand& band) {
  const Rect& box = band.label_box_px;
  if (box.w > 0) p.Fill(box, TableColour(p, drawing), box.h / 2);
  p.Text(band.label_px, band.label,
         {Face::kRegular, drawing.layout->metrics.band_label_px, p.theme->ink}, Align::kCentre);
}

void DrawPerson(const Painter& p, const GraphNode& node) {
  const Rgba ink = node.dimmed ? p.theme->line_strong : p.theme->ink2;
  if (node.unnamed) {
    p.Disc(node.centre_px, node.r_px, p.theme->paper);
    p.DashedRing(node.centre_px, node.r_px, ink, kPersonLinePx);
  } else {
    p.Disc(node.centre_px, node.r_px + kPersonLinePx / 2, ink);
  }
}

void DrawNode(const Painter& p, const GraphDrawing& drawing, const GraphNode& node) {
  const Palette& theme = *p.theme;
  const bool marked = node.at_table || node.selected;
  const bool hovered = drawing.hovered == Ref{ItemKind::kActor, node.actor};
  if (node.kind == ActorKind::kPerson) {
    if (marked || hovered) {
      p.Disc(node.centre_px, node.r_px + 4, marked ? theme.hl : theme.hl_soft);
      p.Ring(node.centre_px, node.r_px + 4, marked ? theme.hl_outline : theme.ink2, 1.5f);
    }
    DrawPerson(p, node);
    return;
  }
  const bool state = node.kind == ActorKind::kState;
  Rgba ground = state ? theme.paper : theme.gutter;
  if (hovered) ground = theme.hl_soft;
  Rgba line = node.dimmed ? theme.line_strong : theme.ink;
  if (marked) line = theme.hl_outline;
  const float line_px = marked ? kTableLinePx : node.small ? kSmallLinePx : kNodeLinePx;
  const Rgba mark = WithAlpha(theme.hl, drawing.selection_alpha);
  if (state) {
    p.Disc(node.centre_px, node.r_px, ground);
    if (marked) p.Disc(node.centre_px, node.r_px, mark);
    p.Ring(node.centre_px, node.r_px, line, line_px);
  } else {
    p.Fill(node.box_px, ground, kBoxRadiusPx);
    if (marked) p.Fill(node.box_px, mark, kBoxRadiusPx);
    p.Frame(node.box_px, line, line_px, kBoxRadiusPx);
  }
  const GraphMetrics& metrics = drawing.layout->metrics;
  const Rgba ink = marked ? theme.hl_ink : node.dimmed ? theme.ink3 : theme.ink;
  const float code_px = node.small ? metrics.band_label_px
                        : state    ? metrics.state_code_px
                                   : metrics.box_code_px;
  p.Text(node.centre_px, node.code, {Face::kSemiBold, code_px, ink}, Align::kCentre);
}

void DrawNodeLabel(const Painter& p, const GraphDrawing& drawing, const GraphNode& node) {
  const GraphMetrics& metrics = drawing.layout->metrics;
  // Dots and lines that it lies on would be read with it.
  if (!drawing.layout->dots.empty() && !node.label.empty()) {
    constexpr float kPadPx = 2, kRadiusPx = 3;
    p.Fill(Inflated(node.label_box_px, kPadPx), WithAlpha(p.theme->paper, 0.85f), kRadiusPx);
  }
  const bool person = node.kind == ActorKind::kPerson;
  const Rgba ink = node.dimmed ? p.theme->ink3 : person ? p.theme->ink2 : p.theme->ink;
  p.Text(node.label_px, node.label,
         {Face::kRegular, person ? metrics.person_label_px : metrics.label_px, ink},
         Align::kCentre);
}

void DrawFocus(const Painter& p, const GraphDrawing& drawing) {
  constexpr float kGapPx = 4.5f, kLinePx = 2.5f, kBadgeFocusPx = 34;
  const Rgba colour = p.theme->focus;
  if (drawing.focused.kind == ItemKind::kActor) {
    for (const GraphNode& node : drawing.layout->nodes) {
      if (node.actor != drawing.focused.index) continue;
      if (node.kind == ActorKind::kState || node.kind == ActorKind::kPerson) {
        p.Ring(node.centre_px, node.r_px + kGapPx, colour, kLinePx);
      } else {
        const Rect& box = node.box_px;
        p.Frame({box.x - kGapPx, box.y - kGapPx, box.w + 2 * kGapPx, box.h + 2 * kGapPx}, colour,
                kLinePx, kBoxRadiusPx + kGapPx);
      }
    }
  }
  if (!drawing.focused_edge) return;
  for (const GraphEdge& edge : drawing.layout->edges) {
    if (edge.key != drawing.focused_edge) continue;
    const float half = kBadgeFocusPx / 2;
    p.Frame({edge.badge_px.x - half, edge.badge_px.y - half, kBadgeFocusPx, kBadgeFocusPx}, colour,
            kLinePx, 6);
  }
}

}  // namespace

void DrawGraph(const Painter& p, const GraphDrawing& drawing) {
  const GraphLayout& layout = *drawing.layout;
  const Palette& theme = *p.theme;
  const FadeIn all(p, drawing.alpha);
  DrawDots(p, drawing);
  for (const GraphTie& tie : layout.member_ties)
    p.Line(tie.from_px, tie.to_px, theme.line_strong, 1);
  for (const TableBand& band : layout.tables) DrawTable(p, drawing, band);
  for (const GraphEdge& edge : layout.edges)
    if (!StandsOut(drawing, edge)) DrawEdge(p, drawing, edge);
  for (const GraphEdge& edge : layout.edges)
    if (StandsOut(drawing, edge)) DrawEdge(p, drawing, edge);
  for (const TableBand& band : layout.tables) DrawTableLabel(p, drawing, band);
  for (const GraphEdge& edge : layout.edges) DrawEdgeBadge(p, drawing, edge);
  for (const GraphTie& tie : layout.ties) p.Line(tie.from_px, tie.to_px, theme.ink2, kTieLinePx);
  for (const GraphNode& node : layout.nodes) {
    const FadeIn fade(p, Appears(drawing, node.actor) ? drawing.grown : 1);
    DrawNode(p, drawing, node);
  }
  for (const GraphNode& node : layout.nodes) {
    const FadeIn fade(p, Appears(drawing, node.actor) ? drawing.grown : 1);
    DrawNodeLabel(p, drawing, node);
  }
  DrawDotNames(p, drawing);
  DrawFocus(p, drawing);
  if (!layout.empty_note.empty()) {
    const Rect& area = layout.area_px;
    p.Text({area.centre().x, std::max(area.y, drawing.note_y_px) + 10}, layout.empty_note,
           {Face::kRegular, layout.metrics.label_px, theme.ink2}, Align::kCentre);
  }
}

}  // namespace demarche
