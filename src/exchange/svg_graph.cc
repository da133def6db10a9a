#include "exchange/svg_graph.h"

#include <algorithm>
#include <cmath>

#include "core/graph/edge_stroke.h"
#include "core/graph/graph_node.h"
#include "core/graph/graph_routing.h"
#include "exchange/inter_measurer.h"

namespace demarche {
namespace {

// Of the canvas (views/draw_graph.cc).
constexpr float kBadgeLinePx = 1.8f, kTieLinePx = 1.3f, kPersonLinePx = 1.5f, kNodeLinePx = 1.8f;
constexpr float kSmallLinePx = 1.2f, kTableLinePx = 2.5f, kBoxRadiusPx = 9, kHaloPx = 5;
constexpr float kDimmedShare = 0.45f, kRingAroundPx = 4;

bool IsConflict(QuadClass quad) {
  return quad == QuadClass::kVerbalConflict || quad == QuadClass::kMaterialConflict;
}

std::string Opacity(std::string_view of, float share) {
  const auto hundredths = std::to_string(100 + static_cast<int>(share * 100));
  return " " + std::string(of) + "-opacity=\"0." + hundredths.substr(1) + "\"";
}

void DrawBarbs(const SampledCurve& sampled, float end_px, Rgba hue, SvgPen* pen) {
  std::string d;
  for (int i = 0; kFirstBarbPx + kBarbStepPx * static_cast<float>(i) < end_px; ++i) {
    const float at = kFirstBarbPx + kBarbStepPx * static_cast<float>(i);
    const Point tip = sampled.At(at), along = sampled.DirectionAt(at);
    const Point back = tip - along * kBarbBackPx, aside = Left(along) * kBarbAsidePx;
    const Point points[] = {back + aside, tip, back - aside};
    SvgPen::AppendPath("ML ", points, &d);
  }
  if (!d.empty()) pen->Path(d, {.line = hue, .line_px = kBarbLinePx});
}

void DrawStroke(const GraphEdge& edge, const SampledCurve& sampled, float base_px, Rgba hue,
                SvgPen* pen) {
  const auto until = [&](float length_px) {
    return CurveOf(edge).Part(0, sampled.ParameterAt(length_px));
  };
  const float w = edge.width_px;
  std::string pattern = " stroke-dasharray=\"";
  switch (edge.key.quad) {
    case QuadClass::kVerbalCooperation:
      pattern += "0 " + SvgPen::Number(DotStepPx(w)) + "\" stroke-linecap=\"round\"";
      pen->Curve(until(base_px - (w + kDotExtraPx) / 4),
                 {.line = hue, .line_px = w + kDotExtraPx, .more = pattern});
      break;
    case QuadClass::kMaterialCooperation:
      pen->Curve(until(base_px + 1), {.line = hue, .line_px = w + kDeedExtraPx});
      break;
    case QuadClass::kVerbalConflict:
      pattern += SvgPen::Number(kDashPx) + " " + SvgPen::Number(kDashGapPx) + "\"";
      pen->Curve(until(base_px + 1), {.line = hue, .line_px = w, .more = pattern});
      break;
    case QuadClass::kMaterialConflict:
      pen->Curve(until(base_px + 1), {.line = hue, .line_px = w + kDeedExtraPx});
      DrawBarbs(sampled, base_px, hue, pen);
      break;
  }
}

class GraphWriter {
 public:
  GraphWriter(const SvgRequest& request, SvgPen* pen)
      : r_(request), graph_(*request.graph), theme_(PaletteOf(Scheme::kLight)), pen_(*pen) {}

  void Write() {
    Lines();
    Layer("dots", graph_.dots, [this](const GraphDot& dot) { Dot(dot); });
    Layer("members", graph_.member_ties,
          [this](const GraphTie& tie) { Tie(tie, theme_.line_strong, 1); });
    Layer("table", graph_.tables, [this](const TableBand& band) {
      pen_.Line(band.from_px, band.to_px, {.line = theme_.hl_soft, .line_px = band.width_px});
    });
    Edges();
    Layer("table-name", graph_.tables, [this](const TableBand& band) { TableName(band); });
    Layer(
        "numbers", graph_.edges, [this](const GraphEdge& edge) { Badge(edge); }, kHidden);
    Layer("ties", graph_.ties, [this](const GraphTie& tie) { Tie(tie, theme_.ink2, kTieLinePx); });
    Layer("nodes", graph_.nodes, [this](const GraphNode& node) { Node(node); });
    Layer(
        "names", graph_.nodes, [this](const GraphNode& node) { Name(node); }, kHidden);
    Layer(
        "dot-names", graph_.dots, [this](const GraphDot& dot) { DotName(dot); }, kHidden);
    pen_.Text({graph_.area_px.centre().x, graph_.area_px.y + 10}, graph_.empty_note,
              {.size_px = graph_.metrics.label_px, .colour = theme_.ink2});
  }

 private:
  // Who hears the picture has heard them in the titles.
  static constexpr std::string_view kHidden = " aria-hidden=\"true\"";

  template <class Thing, class Draw>
  void Layer(std::string_view name, const std::vector<Thing>& things, const Draw& draw,
             std::string_view more = {}) {
    pen_.OpenLayer(name, more);
    for (const Thing& thing : things) draw(thing);
    pen_.CloseLayer();
  }

  bool InArea(const Rect& box) const { return graph_.area_px.Overlaps(box); }
  std::string NameOf(Index actor) const {
    return std::string(r_.dossier->In(r_.dossier->actors()[actor].name, r_.state->lang));
  }

  // ---- Actors without room for a node, and what goes between too many ----

  void Lines() {
    const LineShares shares = SharesOf(graph_.lines);
    const std::string full = Opacity("stroke", shares.full);
    const std::string dimmed = Opacity("stroke", shares.dimmed);
    pen_.OpenLayer("lines", full);
    for (const GraphLine& line : graph_.lines)
      if (line.dimmed) Line(line, theme_.line_strong, dimmed);
    for (const GraphLine& line : graph_.lines)
      if (!line.dimmed) Line(line, line.conflict ? theme_.conf : theme_.coop, {});
    pen_.CloseLayer();
  }

  void Line(const GraphLine& line, Rgba colour, std::string_view more) {
    const SvgPaint paint{.line = colour, .line_px = line.width_px, .more = more};
    pen_.OpenNamed(NameOf(line.from) + " and " + NameOf(line.to) + ": " +
                   std::to_string(line.count));
    pen_.Line(line.from_px, line.to_px, paint);
    pen_.Close("g");
  }

  void Dot(const GraphDot& dot) {
    if (!InArea(RectAround(dot.centre_px, 2 * graph_.dot_r_px, 2 * graph_.dot_r_px))) return;
    const Rgba colour = dot.dimmed                       ? theme_.line_strong
                        : dot.kind == ActorKind::kState  ? theme_.ink
                        : dot.kind == ActorKind::kPerson ? theme_.ink3
                                                         : theme_.ink2;
    pen_.OpenNamed(NameOf(dot.actor));
    DrawSvgDot(dot, graph_.dot_r_px, colour, &pen_);
    pen_.Close("g");
  }

  void DotName(const GraphDot& dot) {
    if (!dot.selected || !graph_.area_px.Contains(dot.centre_px)) return;
    constexpr float kNamePx = 11.5f, kPadPx = 5, kHeightPx = 18, kRadiusPx = 4, kRingPx = 1.5f;
    const std::string name = NameOf(dot.actor);
    const float r = graph_.dot_r_px + 3;
    const float w = InterMeasurer().WidthPx(name, Face::kRegular, kNamePx) + 2 * kPadPx;
    pen_.Circle(dot.centre_px, r, {theme_.hl, theme_.hl_outline, kRingPx});
    DrawSvgDot(dot, graph_.dot_r_px, theme_.ink, &pen_);
    float x = dot.centre_px.x + r + 2;
    if (x + w > graph_.area_px.right()) x = dot.centre_px.x - r - 2 - w;
    const Rect box{x, dot.centre_px.y - kHeightPx / 2, w, kHeightPx};
    pen_.Box(box, kRadiusPx, {theme_.hl, theme_.hl_outline, 1});
    pen_.Text(box.centre(), name, {.size_px = kNamePx, .colour = theme_.hl_ink});
  }

  // ---- Edges ----

  void Tie(const GraphTie& tie, Rgba colour, float line_px) {
    const Rect box{std::min(tie.from_px.x, tie.to_px.x), std::min(tie.from_px.y, tie.to_px.y),
                   std::abs(tie.to_px.x - tie.from_px.x), std::abs(tie.to_px.y - tie.from_px.y)};
    if (InArea(Inflated(box, line_px)))
      pen_.Line(tie.from_px, tie.to_px, {.line = colour, .line_px = line_px});
  }

  void TableName(const TableBand& band) {
    const Rect& box = band.label_box_px;
    if (box.w > 0) pen_.Box(box, box.h / 2, {.fill = theme_.hl_soft});
    pen_.Text(band.label_px, band.label,
              {.size_px = graph_.metrics.band_label_px, .colour = theme_.ink});
  }

  void Edges() {
    pen_.OpenLayer("edges");
    for (const bool on_top : {false, true}) {
      for (const GraphEdge& edge : graph_.edges) {
        if (edge.selected != on_top || !IsSeen(graph_, edge)) continue;
        pen_.OpenNamed(WordsOf(*r_.dossier, edge, r_.state->lang));
        DrawSvgEdge(edge, theme_, &pen_);
        pen_.Close("g");
      }
    }
    pen_.CloseLayer();
  }

  void Badge(const GraphEdge& edge) {
    const GraphMetrics& metrics = graph_.metrics;
    const float r = metrics.badge_r_px, half = metrics.badge_half_diagonal_px;
    if (!InArea(RectAround(edge.badge_px, 2 * half, 2 * half))) return;
    const Rgba hue = SvgHueOf(edge, theme_);
    pen_.Open("g class=\"number\"");
    pen_.Leaf("title", WordsOf(*r_.dossier, edge, r_.state->lang));
    DrawSvgBadge(edge.badge_px, edge.key.quad, {r, half, hue}, theme_, &pen_);
    pen_.Text(edge.badge_px, std::to_string(edge.count),
              {.size_px = metrics.badge_number_px,
               .colour = IsDeed(edge.key.quad) ? theme_.bar_ink : hue,
               .face = Face::kSemiBold});
    const SvgPaint ring{.line = theme_.ink, .line_px = kBadgeLinePx};
    if (edge.selected && IsConflict(edge.key.quad))
      pen_.Diamond(edge.badge_px, half + kRingAroundPx * 1.1f, ring);
    else if (edge.selected)
      pen_.Circle(edge.badge_px, r + kRingAroundPx, ring);
    pen_.Close("g");
  }

  // ---- Nodes ----

  void Node(const GraphNode& node) {
    if (!InArea(Inflated(node.box_px, kBoxRadiusPx))) return;
    std::string title = NameOf(node.actor);
    if (node.members > 0)
      title += ", " + std::to_string(node.members) + (node.members == 1 ? " member" : " members");
    pen_.OpenNamed(title);
    node.kind == ActorKind::kPerson ? Person(node) : Side(node);
    pen_.Close("g");
  }

  void Side(const GraphNode& node) {
    const bool marked = node.at_table || node.selected, box = IsBox(node);
    const SvgPaint paint{.fill = marked ? theme_.hl
                                 : box  ? theme_.gutter
                                        : theme_.paper,
                         .line = marked        ? theme_.hl_outline
                                 : node.dimmed ? theme_.line_strong
                                               : theme_.ink,
                         .line_px = marked       ? kTableLinePx
                                    : node.small ? kSmallLinePx
                                                 : kNodeLinePx};
    // A frame lies within its box, a ring on its circle.
    if (box)
      pen_.Box(Inflated(node.box_px, -paint.line_px / 2), kBoxRadiusPx - paint.line_px / 2, paint);
    else
      pen_.Circle(node.centre_px, node.r_px, paint);
    const GraphMetrics& metrics = graph_.metrics;
    pen_.Text(node.centre_px, node.code,
              {.size_px = node.small ? metrics.band_label_px
                          : box      ? metrics.box_code_px
                                     : metrics.state_code_px,
               .colour = marked        ? theme_.hl_ink
                         : node.dimmed ? theme_.ink3
                                       : theme_.ink,
               .face = Face::kSemiBold});
  }

  void Person(const GraphNode& node) {
    const Rgba ink = node.dimmed ? theme_.line_strong : theme_.ink2;
    if (node.at_table || node.selected)
      pen_.Circle(node.centre_px, node.r_px + 4, {theme_.hl, theme_.hl_outline, kPersonLinePx});
    DrawSvgPerson(node, ink, theme_, &pen_);
  }

  void Name(const GraphNode& node) {
    if (node.label.empty() || !InArea(node.label_box_px)) return;
    // Dots and lines that it lies on would be read with it.
    if (!graph_.dots.empty()) {
      constexpr float kPadPx = 2, kRadiusPx = 3;
      const std::string ground = Opacity("fill", 0.85f);
      pen_.Box(Inflated(node.label_box_px, kPadPx), kRadiusPx,
               {.fill = theme_.paper, .more = ground});
    }
    const bool person = node.kind == ActorKind::kPerson;
    pen_.Text(node.label_px, node.label,
              {.size_px = person ? graph_.metrics.person_label_px : graph_.metrics.label_px,
               .colour = node.dimmed ? theme_.ink3
                         : person    ? theme_.ink2
                                     : theme_.ink});
  }

  const SvgRequest& r_;
  const GraphLayout& graph_;
  const Palette& theme_;
  SvgPen& pen_;
};

}  // namespace

std::string WordsOf(const Dossier& dossier, const GraphEdge& edge, std::string_view lang) {
  const auto name = [&](Index actor) {
    return std::string(dossier.In(dossier.actors()[actor].name, lang));
  };
  std::string quad(NameOf(edge.key.quad));
  quad[0] = static_cast<char>(quad[0] - 'A' + 'a');
  return name(edge.key.from) + " to " + name(edge.key.to) + ": " + std::to_string(edge.count) +
         ", " + quad;
}

bool IsSeen(const GraphLayout& graph, const GraphEdge& edge) {
  const SampledCurve sampled(edge.from_px, edge.control_px, edge.to_px);
  const Rect area = Inflated(graph.area_px, edge.width_px);
  return std::any_of(std::begin(sampled.points), std::end(sampled.points),
                     [&](const Point& p) { return area.Contains(p); });
}

Rgba SvgHueOf(const GraphEdge& edge, const Palette& theme) {
  const Rgba hue = IsConflict(edge.key.quad) ? theme.conf : theme.coop;
  return edge.dimmed ? Mixed(theme.paper, hue, kDimmedShare) : hue;
}

void DrawSvgEdge(const GraphEdge& edge, const Palette& theme, SvgPen* pen) {
  const SampledCurve sampled(edge.from_px, edge.control_px, edge.to_px);
  const float base_px = std::max(0.0f, sampled.length_px() - ArrowLengthPx(edge.width_px));
  const Rgba hue = SvgHueOf(edge, theme);
  if (edge.selected) {
    pen->Curve(CurveOf(edge), {.line = theme.hl_soft,
                               .line_px = edge.width_px + kHaloPx,
                               .more = " stroke-linecap=\"round\""});
  }
  DrawStroke(edge, sampled, base_px, hue, pen);
  const Point tip = edge.to_px, base = sampled.At(base_px);
  const Point aside = Left(Unit(tip - base)) * ArrowHalfWidthPx(edge.width_px);
  pen->Triangle(tip, base + aside, base - aside, {.fill = hue});
}

void DrawSvgBadge(Point at, QuadClass quad, const SvgBadge& badge, const Palette& theme,
                  SvgPen* pen) {
  const SvgPaint paint{IsDeed(quad) ? badge.hue : theme.paper, badge.hue, kBadgeLinePx};
  if (IsConflict(quad))
    pen->Diamond(at, badge.half_diagonal_px, paint);
  else
    pen->Circle(at, badge.r_px, paint);
}

void DrawSvgDot(const GraphDot& dot, float r_px, Rgba colour, SvgPen* pen) {
  if (dot.kind == ActorKind::kState || dot.kind == ActorKind::kPerson)
    pen->Circle(dot.centre_px, r_px, {.fill = colour});
  else
    pen->Box(RectAround(dot.centre_px, 2.2f * r_px, 1.6f * r_px), 0, {.fill = colour});
}

void DrawSvgPerson(const GraphNode& node, Rgba ink, const Palette& theme, SvgPen* pen) {
  if (node.unnamed) {
    pen->Circle(node.centre_px, node.r_px,
                {theme.paper, ink, kPersonLinePx, " stroke-dasharray=\"2.5 2\""});
  } else {
    pen->Circle(node.centre_px, node.r_px + kPersonLinePx / 2, {.fill = ink});
  }
}

void DrawSvgGraph(const SvgRequest& request, SvgPen* pen) { GraphWriter(request, pen).Write(); }

}  // namespace demarche
