#include "exchange/svg.h"

#include <algorithm>
#include <cmath>

#include "core/base/escape.h"
#include "core/base/plane.h"
#include "core/dates/civil.h"
#include "core/dates/edtf_words.h"
#include "core/graph/edge_stroke.h"
#include "core/graph/graph_node.h"
#include "core/graph/graph_routing.h"

namespace demarche {
namespace {

constexpr float kMarginPx = 16, kFootPx = 12, kRowPx = 22, kSampleStepPx = 200, kTextPx = 12;
// Of the canvas (views/draw_graph.cc).
constexpr float kBadgeLinePx = 1.8f, kTieLinePx = 1.3f, kPersonLinePx = 1.5f, kNodeLinePx = 1.8f;
constexpr float kTableLinePx = 2.5f, kBoxRadiusPx = 9, kHaloPx = 5, kDimmedShare = 0.45f;

bool IsConflict(QuadClass quad) {
  return quad == QuadClass::kVerbalConflict || quad == QuadClass::kMaterialConflict;
}

std::string Number(float value) {
  const auto tenths = static_cast<int64_t>(std::lround(value * 10));
  const int64_t size = tenths < 0 ? -tenths : tenths;
  std::string out = (tenths < 0 ? "-" : "") + std::to_string(size / 10);
  if (size % 10 != 0) out += '.' + std::to_string(size % 10);
  return out;
}
std::string At(Point p) { return Number(p.x) + "," + Number(p.y); }

std::string Hex(Rgba colour) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "#";
  for (const int shift : {0, 8, 16}) {
    out += kDigits[colour >> (shift + 4) & 15];
    out += kDigits[colour >> shift & 15];
  }
  return out;
}

std::string DayInWords(Seconds t) {
  const CivilDate civil = CivilFromDays(FloorDiv(t, kSecondsPerDay));
  EdtfDate date{.year = civil.year, .precision = Precision::kDay};
  date.month = static_cast<uint8_t>(civil.month);
  date.day = static_cast<uint8_t>(civil.day);
  return InWords({.start = {.date = date}}, Weekdays::kOmit);
}

class SvgWriter {
 public:
  explicit SvgWriter(const SvgRequest& request)
      : r_(request), graph_(*request.graph), theme_(PaletteOf(request.scheme)) {}

  std::string Write() {
    const Rect& area = graph_.area_px;
    const auto columns = static_cast<int>(
        std::clamp((area.w - kMarginPx) / kSampleStepPx, 1.0f, float{kQuadClassCount}));
    const int rows = (kQuadClassCount + columns - 1) / columns + 2;  // legend and caption
    const Rect page{area.x, area.y, area.w, area.h + kFootPx + kRowPx * static_cast<float>(rows)};
    const std::string title(r_.dossier->In(r_.dossier->data().title, r_.lang));
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + Number(page.w) + "\" height=\"" +
           Number(page.h) + "\" viewBox=\"" + Number(page.x) + " " + Number(page.y) + " " +
           Number(page.w) + " " + Number(page.h) +
           "\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"Inter, system-ui, "
           "sans-serif\">\n";
    Leaf("title id=\"title\"", title);
    Leaf("desc id=\"desc\"", Description());
    Box(page, 0, theme_.paper, theme_.paper, 0);
    for (const TableBand& band : graph_.tables)
      Line(band.from_px, band.to_px, theme_.hl_soft, band.width_px);
    for (const bool on_top : {false, true}) {
      for (const GraphEdge& edge : graph_.edges)
        if (edge.selected == on_top) Edge(edge);
    }
    for (const TableBand& band : graph_.tables)
      Text(band.label_px, band.label, graph_.metrics.band_label_px, theme_.ink);
    for (const GraphEdge& edge : graph_.edges) Badge(edge, EdgeWords(edge));
    for (const GraphTie& tie : graph_.ties) Line(tie.from_px, tie.to_px, theme_.ink2, kTieLinePx);
    for (const GraphNode& node : graph_.nodes) Node(node);
    if (!graph_.empty_note.empty())
      Text({area.centre().x, area.y + 10}, graph_.empty_note, graph_.metrics.label_px, theme_.ink2);
    Point row{area.x + kMarginPx, area.bottom() + kFootPx + kRowPx / 2 - 4};
    for (int quad = 0; quad < kQuadClassCount; ++quad) {
      Sample(row + Point{kSampleStepPx * static_cast<float>(quad % columns),
                         kRowPx * static_cast<float>(quad / columns)},
             static_cast<QuadClass>(quad));
    }
    row.y += kRowPx * static_cast<float>(rows - 2);
    Text(row, title + (AsOf().empty() ? "" : ", " + AsOf()), kTextPx, theme_.ink2, "start");
    Text(row + Point{0, kRowPx - 4}, Credit(), kTextPx, theme_.ink3, "start");
    return std::move(out_) + "</svg>\n";
  }

 private:
  // ---- Words ----

  std::string NameOf(Index actor) const {
    return std::string(r_.dossier->In(r_.dossier->actors()[actor].name, r_.lang));
  }
  // "Russia to United States: 3, verbal conflict".
  std::string EdgeWords(const GraphEdge& edge) const {
    std::string quad(demarche::NameOf(edge.key.quad));
    quad[0] = static_cast<char>(quad[0] - 'A' + 'a');
    return NameOf(edge.key.from) + " to " + NameOf(edge.key.to) + ": " +
           std::to_string(edge.count) + ", " + quad;
  }
  std::string AsOf() const {
    const bool is_open = r_.as_of_s >= kTimeMax || r_.as_of_s <= kTimeMin;
    return is_open ? std::string() : "as of " + DayInWords(r_.as_of_s);
  }
  std::string Description() const {
    std::string words = "Who said or did what to whom";
    if (const std::string as_of = AsOf(); !as_of.empty()) words += ", " + as_of;
    words += ". ";
    for (const GraphEdge& edge : graph_.edges) words += EdgeWords(edge) + ". ";
    return words;
  }
  std::string Credit() const {
    const DossierData& data = r_.dossier->data();
    std::string words;
    for (const demarche::Text& author : data.authors)
      words += (words.empty() ? "" : ", ") + std::string(r_.dossier->In(author, r_.lang));
    if (!words.empty() && !data.license.empty()) words += ", ";
    return words += data.license;
  }

  // ---- Shapes ----

  void Leaf(std::string_view tag, std::string_view text) {
    out_ += "<";
    out_ += tag;
    out_ += ">";
    AppendEscaped(text, &out_);
    out_ += "</";
    out_ += tag.substr(0, tag.find(' '));
    out_ += ">\n";
  }
  void Text(Point centre, std::string_view text, float size_px, Rgba colour,
            std::string_view anchor = "middle", std::string_view weight = "400") {
    if (text.empty()) return;
    constexpr float kBaselineEm = 0.36f;  // below the middle of capitals and figures
    Leaf("text x=\"" + Number(centre.x) + "\" y=\"" + Number(centre.y + kBaselineEm * size_px) +
             "\" font-size=\"" + Number(size_px) + "\" font-weight=\"" + std::string(weight) +
             "\" text-anchor=\"" + std::string(anchor) + "\" fill=\"" + Hex(colour) + "\"",
         text);
  }
  std::string Painted(Rgba fill, Rgba line, float line_px) const {
    std::string style = " fill=\"" + (fill ? Hex(fill) : "none") + "\"";
    if (line_px > 0)
      style += " stroke=\"" + Hex(line) + "\" stroke-width=\"" + Number(line_px) + "\"";
    return style;
  }
  void Circle(Point centre, float r, Rgba fill, Rgba line, float line_px,
              std::string_view more = {}) {
    out_ += "<circle cx=\"" + Number(centre.x) + "\" cy=\"" + Number(centre.y) + "\" r=\"" +
            Number(r) + "\"" + Painted(fill, line, line_px) + std::string(more) + "/>\n";
  }
  void Box(const Rect& box, float radius, Rgba fill, Rgba line, float line_px) {
    out_ += "<rect x=\"" + Number(box.x) + "\" y=\"" + Number(box.y) + "\" width=\"" +
            Number(box.w) + "\" height=\"" + Number(box.h) + "\" rx=\"" + Number(radius) + "\"" +
            Painted(fill, line, line_px) + "/>\n";
  }
  void Line(Point from, Point to, Rgba colour, float line_px) {
    out_ += "<path d=\"M" + At(from) + "L" + At(to) + "\"" + Painted(0, colour, line_px) + "/>\n";
  }
  void Curve(const Quadratic& curve, Rgba colour, float line_px, std::string_view more = {}) {
    out_ += "<path d=\"M" + At(curve.from) + "Q" + At(curve.control) + " " + At(curve.to) + "\"" +
            Painted(0, colour, line_px) + std::string(more) + "/>\n";
  }

  // ---- Edges ----

  Rgba HueOf(const GraphEdge& edge) const {
    const Rgba hue = IsConflict(edge.key.quad) ? theme_.conf : theme_.coop;
    return edge.dimmed ? Mixed(theme_.paper, hue, kDimmedShare) : hue;
  }

  void Edge(const GraphEdge& edge) {
    const SampledCurve sampled(edge.from_px, edge.control_px, edge.to_px);
    const float base_px = std::max(0.0f, sampled.length_px() - ArrowLengthPx(edge.width_px));
    const Rgba hue = HueOf(edge);
    if (edge.selected)
      Curve(CurveOf(edge), theme_.hl_soft, edge.width_px + kHaloPx, " stroke-linecap=\"round\"");
    Pattern(edge, sampled, base_px, hue);
    const Point tip = edge.to_px, base = sampled.At(base_px);
    const Point aside = Left(Unit(tip - base)) * ArrowHalfWidthPx(edge.width_px);
    out_ += "<path d=\"M" + At(tip) + "L" + At(base + aside) + " " + At(base - aside) + "Z\"" +
            Painted(hue, hue, 0) + "/>\n";
  }

  void Pattern(const GraphEdge& edge, const SampledCurve& sampled, float base_px, Rgba hue) {
    const auto until = [&](float length_px) {
      return CurveOf(edge).Part(0, sampled.ParameterAt(length_px));
    };
    const float w = edge.width_px;
    switch (edge.key.quad) {
      case QuadClass::kVerbalCooperation:
        Curve(until(base_px - (w + kDotExtraPx) / 4), hue, w + kDotExtraPx,
              " stroke-linecap=\"round\" stroke-dasharray=\"0 " + Number(DotStepPx(w)) + "\"");
        break;
      case QuadClass::kMaterialCooperation:
        Curve(until(base_px + 1), hue, w + kDeedExtraPx);
        break;
      case QuadClass::kVerbalConflict:
        Curve(until(base_px + 1), hue, w,
              " stroke-dasharray=\"" + Number(kDashPx) + " " + Number(kDashGapPx) + "\"");
        break;
      case QuadClass::kMaterialConflict:
        Curve(until(base_px + 1), hue, w + kDeedExtraPx);
        Barbs(sampled, base_px, hue);
        break;
    }
  }

  void Barbs(const SampledCurve& sampled, float end_px, Rgba hue) {
    out_ += "<path d=\"";
    for (int i = 0; kFirstBarbPx + kBarbStepPx * static_cast<float>(i) < end_px; ++i) {
      const float at = kFirstBarbPx + kBarbStepPx * static_cast<float>(i);
      const Point tip = sampled.At(at), along = sampled.DirectionAt(at);
      const Point back = tip - along * kBarbBackPx, aside = Left(along) * kBarbAsidePx;
      out_ += "M" + At(back + aside) + "L" + At(tip) + " " + At(back - aside);
    }
    out_ += "\"" + Painted(0, hue, kBarbLinePx) + "/>\n";
  }

  void Badge(const GraphEdge& edge, const std::string& words) {
    const Rgba hue = HueOf(edge);
    const Rgba fill = IsDeed(edge.key.quad) ? hue : theme_.paper;
    const Point at = edge.badge_px;
    out_ += "<g>";
    Leaf("title", words);
    if (IsConflict(edge.key.quad)) {
      const float half = graph_.metrics.badge_half_diagonal_px;
      out_ += "<path d=\"M" + At(at - Point{0, half}) + "L" + At(at + Point{half, 0}) + " " +
              At(at + Point{0, half}) + " " + At(at - Point{half, 0}) + "Z\"" +
              Painted(fill, hue, kBadgeLinePx) + "/>\n";
    } else {
      Circle(at, graph_.metrics.badge_r_px, fill, hue, kBadgeLinePx);
    }
    if (edge.count > 0)
      Text(at, std::to_string(edge.count), graph_.metrics.badge_number_px,
           IsDeed(edge.key.quad) ? theme_.bar_ink : hue, "middle", "600");
    out_ += "</g>\n";
  }

  // ---- Nodes ----

  void Node(const GraphNode& node) {
    const GraphMetrics& metrics = graph_.metrics;
    const bool marked = node.at_table || node.selected;
    out_ += "<g>";
    Leaf("title", NameOf(node.actor));
    const bool person = node.kind == ActorKind::kPerson;
    if (person) {
      Person(node, marked);
    } else {
      const Rgba fill = marked ? theme_.hl : IsBox(node) ? theme_.gutter : theme_.paper;
      const Rgba line = marked ? theme_.hl_outline : node.dimmed ? theme_.line_strong : theme_.ink;
      const float line_px = marked ? kTableLinePx : kNodeLinePx;
      if (IsBox(node)) {
        Box(node.box_px, kBoxRadiusPx, fill, line, line_px);
      } else {
        Circle(node.centre_px, node.r_px, fill, line, line_px);
      }
      Text(node.centre_px, node.code, IsBox(node) ? metrics.box_code_px : metrics.state_code_px,
           marked        ? theme_.hl_ink
           : node.dimmed ? theme_.ink3
                         : theme_.ink,
           "middle", "600");
    }
    Text(node.label_px, node.label, person ? metrics.person_label_px : metrics.label_px,
         node.dimmed ? theme_.ink3
         : person    ? theme_.ink2
                     : theme_.ink);
    out_ += "</g>\n";
  }

  void Person(const GraphNode& node, bool marked) {
    const Rgba ink = node.dimmed ? theme_.line_strong : theme_.ink2;
    if (marked) Circle(node.centre_px, node.r_px + 4, theme_.hl, theme_.hl_outline, kPersonLinePx);
    if (node.unnamed) {
      Circle(node.centre_px, node.r_px, theme_.paper, ink, kPersonLinePx,
             " stroke-dasharray=\"3 2.2\"");
    } else {
      Circle(node.centre_px, node.r_px + kPersonLinePx / 2, ink, ink, 0);
    }
  }

  // ---- Legend ----

  void Sample(Point at, QuadClass quad) {
    constexpr float kSamplePx = 46, kGapPx = 8;
    GraphEdge sample;
    sample.key.quad = quad;
    sample.width_px = 1.7f;
    sample.from_px = at;
    sample.to_px = at + Point{kSamplePx, 0};
    sample.control_px = Mix(sample.from_px, sample.to_px, 0.5f);
    Edge(sample);
    Text(sample.to_px + Point{kGapPx, 0}, demarche::NameOf(quad), kTextPx, theme_.ink, "start");
  }

  const SvgRequest& r_;
  const GraphLayout& graph_;
  const Palette& theme_;
  std::string out_;
};

}  // namespace

std::string SvgOf(const SvgRequest& request) { return SvgWriter(request).Write(); }

}  // namespace demarche
