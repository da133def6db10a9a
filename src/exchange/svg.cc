#include "exchange/svg.h"

#include <algorithm>
#include <vector>

#include "core/base/plane.h"
#include "core/dates/civil.h"
#include "core/dates/edtf_words.h"
#include "core/graph/edge_stroke.h"
#include "core/graph/graph_node.h"
#include "core/state/lens.h"
#include "exchange/inter_measurer.h"
#include "exchange/svg_graph.h"

namespace demarche {
namespace {

constexpr float kMarginPx = 16, kGapPx = 12, kTextPx = 12, kRowPx = 20, kLinePx = 16;
constexpr float kTitlePx = 17, kTitleLinePx = 23, kCreditPx = 11;
constexpr float kSamplePx = 46, kSampleGapPx = 8, kColumnGapPx = 22;

std::string DayInWords(Seconds t) {
  const CivilDate civil = CivilFromDays(FloorDiv(t, kSecondsPerDay));
  EdtfDate date{.year = civil.year, .precision = Precision::kDay};
  date.month = static_cast<uint8_t>(civil.month);
  date.day = static_cast<uint8_t>(civil.day);
  return InWords({.start = {.date = date}}, Weekdays::kOmit);
}

// The lines of a text that is broken between words where it is too wide.
std::vector<std::string> Broken(std::string_view text, Face face, float size_px, float width_px) {
  const InterMeasurer inter;
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (word.empty()) continue;
    const std::string longer = lines.empty() ? "" : lines.back() + ' ' + std::string(word);
    if (!lines.empty() && inter.WidthPx(longer, face, size_px) <= width_px)
      lines.back() = longer;
    else
      lines.emplace_back(word);
  }
  return lines;
}

enum class Sign : uint8_t {
  kVerbalCooperation,  // in the order of QuadClass
  kMaterialCooperation,
  kVerbalConflict,
  kMaterialConflict,
  kState,
  kOrganisation,
  kPerson,
  kUnnamed,
  kDot,
  kLineOfCooperation,
  kLineOfConflict,
};
constexpr std::string_view kSignWords[] = {"Verbal cooperation",
                                           "Material cooperation",
                                           "Verbal conflict",
                                           "Material conflict",
                                           "State",
                                           "Organisation or group",
                                           "Person",
                                           "Unnamed person",
                                           "Further actors",
                                           "Between two, mostly cooperation",
                                           "Between two, mostly conflict"};

std::vector<Sign> SignsOf(const GraphLayout& graph) {
  std::vector<Sign> signs;
  const auto add_if = [&](Sign sign, const auto& things, const auto& is_it) {
    if (std::any_of(things.begin(), things.end(), is_it)) signs.push_back(sign);
  };
  const auto named = [&](ActorKind kind) {
    return [&graph, kind](const GraphNode& node) {
      return node.kind == kind && !node.unnamed && graph.area_px.Overlaps(node.box_px);
    };
  };
  for (int quad = 0; quad < kQuadClassCount; ++quad)
    if (!graph.edges.empty() || graph.lines.empty()) signs.push_back(static_cast<Sign>(quad));
  add_if(Sign::kLineOfCooperation, graph.lines, [](const GraphLine& l) { return !l.conflict; });
  add_if(Sign::kLineOfConflict, graph.lines, [](const GraphLine& l) { return l.conflict; });
  add_if(Sign::kState, graph.nodes, named(ActorKind::kState));
  add_if(Sign::kOrganisation, graph.nodes,
         [&](const GraphNode& node) { return IsBox(node) && graph.area_px.Overlaps(node.box_px); });
  add_if(Sign::kPerson, graph.nodes, named(ActorKind::kPerson));
  add_if(Sign::kUnnamed, graph.nodes, [&](const GraphNode& node) {
    return node.unnamed && graph.area_px.Overlaps(node.box_px);
  });
  if (!graph.dots.empty()) signs.push_back(Sign::kDot);
  return signs;
}

void Include(const Rect& box, Rect* all) {
  const float right = std::max(all->right(), box.right());
  const float bottom = std::max(all->bottom(), box.bottom());
  all->x = std::min(all->x, box.x), all->y = std::min(all->y, box.y);
  all->w = right - all->x, all->h = bottom - all->y;
}

// What a camera leaves out is cut off at the area's border, but through no node of which the middle
// is seen. The whole picture has all of it: curves may bow out of the area.
Rect PictureRect(const GraphLayout& graph, const GraphCamera& camera) {
  constexpr float kCurvePx = 8, kNodePx = 2;  // around them, with barbs and lines
  const bool whole = camera.zoom <= 1;
  Rect all = graph.area_px;
  for (const GraphNode& node : graph.nodes) {
    if (!whole && !graph.area_px.Contains(node.centre_px)) continue;
    Include(Inflated(node.box_px, kNodePx), &all);
    if (!node.label.empty()) Include(node.label_box_px, &all);
  }
  if (!whole) return all;
  for (const GraphEdge& edge : graph.edges) {
    const SampledCurve sampled(edge.from_px, edge.control_px, edge.to_px);
    for (const Point& p : sampled.points) Include(RectAround(p, 2 * kCurvePx, 2 * kCurvePx), &all);
    Include(edge.box_px, &all);
  }
  return all;
}

// The picture's own rectangle as its area.
GraphLayout PictureOf(const SvgRequest& request) {
  GraphLayout picture = *request.graph;
  picture.area_px = PictureRect(picture, request.state->camera);
  return picture;
}

class SvgWriter {
 public:
  explicit SvgWriter(const SvgRequest& request)
      : graph_(PictureOf(request)),
        r_{request.dossier, request.state, &graph_},
        theme_(PaletteOf(Scheme::kLight)),
        title_(r_.dossier->In(r_.dossier->data().title, r_.state->lang)),
        subject_(Subject()),
        marked_(Marked()),
        signs_(SignsOf(graph_)) {}

  std::string Write() {
    const float width_px = std::max(1.0f, graph_.area_px.w - 2 * kMarginPx);
    head_ = Broken(title_, Face::kSemiBold, kTitlePx, width_px);
    subhead_ = Broken(subject_, Face::kRegular, kTextPx, width_px);
    const float sample_px = kSamplePx + kSampleGapPx;
    marked_lines_ = Broken(marked_, Face::kRegular, kTextPx, width_px - sample_px);
    credit_ = Broken(Credit(), Face::kRegular, kCreditPx, width_px);
    if (!graph_.edges.empty()) note_ = Broken(kNote, Face::kRegular, kTextPx, width_px);
    SetColumns(width_px);
    Page();
    return pen_.Take();
  }

 private:
  static constexpr std::string_view kNote =
      "The number on a line counts its coded statements and acts; the more, the wider.";
  static constexpr float kMarkPx = 14;

  // ---- Words ----

  std::string AsOf() const {
    const Seconds t = r_.state->as_of_s;
    return t >= kTimeMax || t <= kTimeMin ? std::string() : ", as of " + DayInWords(t);
  }
  std::string Subject() const {
    const std::string lens = LensWords(*r_.dossier, r_.state->scope.lens, r_.state->lang);
    return "Who said or did what to whom" + AsOf() + (lens.empty() ? "" : ". Only " + lens);
  }

  // What the marker pen stands for; empty where it has marked nothing.
  std::string Marked() const {
    const auto words = [&](Text text) { return std::string(r_.dossier->In(text, r_.state->lang)); };
    const Ref focus = r_.state->focus;
    for (const GraphEdge& edge : graph_.edges)
      if (edge.selected) return WordsOf(*r_.dossier, edge, r_.state->lang);
    const auto is_marked = [](const GraphNode& node) { return node.at_table || node.selected; };
    const auto is_selected = [](const GraphDot& dot) { return dot.selected; };
    if (std::none_of(graph_.nodes.begin(), graph_.nodes.end(), is_marked) &&
        std::none_of(graph_.dots.begin(), graph_.dots.end(), is_selected))
      return {};
    if (focus.kind == ItemKind::kActor) return words(r_.dossier->actors()[focus.index].name);
    if (focus.kind != ItemKind::kEvent) return {};
    return "At the table: " + words(r_.dossier->events()[focus.index].title);
  }

  std::string Description() const {
    std::string words = subject_ + ". ";
    if (!marked_.empty()) words += "Marked: " + marked_ + ". ";
    for (const GraphEdge& edge : graph_.edges)
      if (IsSeen(graph_, edge)) words += WordsOf(*r_.dossier, edge, r_.state->lang) + ". ";
    uint64_t in_lines = 0;
    for (const GraphLine& line : graph_.lines) in_lines += line.count;
    if (in_lines > 0) {
      words += std::to_string(in_lines) + " more between " + std::to_string(graph_.lines.size()) +
               " pairs of actors. ";
    }
    return words + graph_.empty_note;
  }

  std::string Credit() const {
    const DossierData& data = r_.dossier->data();
    std::string words;
    for (const Text& author : data.authors)
      words += (words.empty() ? "" : ", ") + std::string(r_.dossier->In(author, r_.state->lang));
    if (!words.empty() && !data.license.empty()) words += ", ";
    return words += data.license;
  }

  // ---- Page ----

  static float HeightOf(const std::vector<std::string>& lines, float line_px) {
    return static_cast<float>(lines.size()) * line_px;
  }

  void Page() {
    const Rect& area = graph_.area_px;
    const float head_px =
        kMarginPx + HeightOf(head_, kTitleLinePx) + HeightOf(subhead_, kLinePx) + kGapPx;
    const auto rows = static_cast<float>((signs_.size() + columns_ - 1) / columns_);
    const float foot_px = kGapPx + HeightOf(marked_lines_, kRowPx) + rows * kRowPx +
                          HeightOf(note_, kRowPx) + HeightOf(credit_, kLinePx) + kMarginPx;
    const Rect page{area.x, area.y - head_px, area.w, head_px + area.h + foot_px};
    pen_.Open("svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + SvgPen::Number(page.w) +
              "\" height=\"" + SvgPen::Number(page.h) + "\" viewBox=\"" + Numbers(page, ' ') +
              "\" role=\"graphics-document document\" font-family=\"Inter, 'Helvetica Neue', "
              "Helvetica, Arial, sans-serif\"");
    pen_.Leaf("title", title_);
    pen_.Leaf("desc", Description());
    pen_.Box(page, 0, {.fill = theme_.paper});
    Point at{area.x + kMarginPx, page.y + kMarginPx};
    pen_.OpenLayer("head");
    Lines(head_, {kTitlePx, theme_.ink, Face::kSemiBold, Anchor::kStart}, kTitleLinePx, &at);
    Lines(subhead_, {kTextPx, theme_.ink2, Face::kRegular, Anchor::kStart}, kLinePx, &at);
    pen_.CloseLayer();
    Graph();
    at.y = area.bottom() + kGapPx;
    pen_.OpenLayer("legend");
    Legend(&at);
    pen_.CloseLayer();
    Lines(credit_, {kCreditPx, theme_.ink3, Face::kRegular, Anchor::kStart}, kLinePx, &at);
    pen_.Close("svg");
  }

  static std::string Numbers(const Rect& r, char between) {
    std::string words = SvgPen::Number(r.x);
    for (const float number : {r.y, r.w, r.h}) words += between + SvgPen::Number(number);
    return words;
  }

  // The clip is called by what it is, so that of several pictures in
  // a page none cuts another one wrongly.
  void Graph() {
    const std::string name = "demarche-area-" + Numbers(graph_.area_px, '_');
    pen_.Open("clipPath id=\"" + name + "\"");
    pen_.Box(graph_.area_px, 0, {.fill = theme_.paper});
    pen_.Close("clipPath");
    pen_.Open("g clip-path=\"url(#" + name + ")\"");
    DrawSvgGraph(r_, &pen_);
    pen_.Close("g");
  }

  void Lines(const std::vector<std::string>& lines, const SvgType& type, float line_px, Point* at) {
    for (const std::string& line : lines) {
      pen_.Text({at->x, at->y + line_px / 2}, line, type);
      at->y += line_px;
    }
  }

  // ---- Legend ----

  void SetColumns(float width_px) {
    const InterMeasurer inter;
    for (const Sign sign : signs_) {
      const float words_px =
          inter.WidthPx(kSignWords[static_cast<size_t>(sign)], Face::kRegular, kTextPx);
      column_px_ = std::max(column_px_, kSamplePx + kSampleGapPx + words_px);
    }
    columns_ = 4;  // so that the classes are a row, or two, or four
    while (columns_ > 1 && static_cast<float>(columns_) * column_px_ +
                                   static_cast<float>(columns_ - 1) * kColumnGapPx >
                               width_px)
      columns_ /= 2;
  }

  void Legend(Point* at) {
    const SvgType text{kTextPx, theme_.ink, Face::kRegular, Anchor::kStart};
    if (!marked_lines_.empty()) {
      const Point middle = *at + Point{kSamplePx / 2, kRowPx / 2};
      pen_.Box(RectAround(middle, kMarkPx, kMarkPx), 3, {theme_.hl, theme_.hl_outline, 1.5f});
      at->x += kSamplePx + kSampleGapPx;
      Lines(marked_lines_, text, kRowPx, at);
      at->x -= kSamplePx + kSampleGapPx;
    }
    for (size_t i = 0; i < signs_.size(); ++i) {
      const Point middle =
          *at + Point{static_cast<float>(i % columns_) * (column_px_ + kColumnGapPx), kRowPx / 2};
      Sample(middle, signs_[i]);
      pen_.Text(middle + Point{kSamplePx + kSampleGapPx, 0},
                kSignWords[static_cast<size_t>(signs_[i])], text);
      if (i % columns_ == columns_ - 1 || i + 1 == signs_.size()) at->y += kRowPx;
    }
    Lines(note_, {kTextPx, theme_.ink2, Face::kRegular, Anchor::kStart}, kRowPx, at);
  }

  void Sample(Point at, Sign sign) {
    constexpr float kNodeLinePx = 1.5f, kDotPx = 7;
    const Point end = at + Point{kSamplePx, 0}, middle = Mix(at, end, 0.5f);
    GraphNode person;
    person.centre_px = middle;
    person.r_px = 4.5f;
    person.unnamed = sign == Sign::kUnnamed;
    switch (sign) {
      case Sign::kState:
        return pen_.Circle(middle, 6.5f, {theme_.paper, theme_.ink, kNodeLinePx});
      case Sign::kOrganisation:
        return pen_.Box(RectAround(middle, 16, 13), 3.5f, {theme_.gutter, theme_.ink, kNodeLinePx});
      case Sign::kPerson:
      case Sign::kUnnamed:
        return DrawSvgPerson(person, theme_.ink2, theme_, &pen_);
      case Sign::kDot:
        DrawSvgDot({.kind = ActorKind::kState, .centre_px = middle - Point{kDotPx, 0}},
                   graph_.dot_r_px, theme_.ink, &pen_);
        return DrawSvgDot(
            {.kind = ActorKind::kOrganisation, .centre_px = middle + Point{kDotPx, 0}},
            graph_.dot_r_px, theme_.ink2, &pen_);
      case Sign::kLineOfCooperation:
        return pen_.Line(at, end, {.line = theme_.coop, .line_px = 1.5f});
      case Sign::kLineOfConflict:
        return pen_.Line(at, end, {.line = theme_.conf, .line_px = 1.5f});
      default:
        return EdgeSample(at, end, static_cast<QuadClass>(sign));
    }
  }

  void EdgeSample(Point from, Point to, QuadClass quad) {
    constexpr float kBadgeAtPx = 13, kBadgePx = 5, kBadgeHalfPx = 6.6f;
    GraphEdge sample;
    sample.key.quad = quad;
    sample.width_px = 2.2f;
    sample.from_px = from;
    sample.to_px = to;
    sample.control_px = Mix(from, to, 0.5f);
    DrawSvgEdge(sample, theme_, &pen_);
    DrawSvgBadge(from + Point{kBadgeAtPx, 0}, quad,
                 {kBadgePx, kBadgeHalfPx, SvgHueOf(sample, theme_)}, theme_, &pen_);
  }

  const GraphLayout graph_;
  const SvgRequest r_;
  const Palette& theme_;
  const std::string title_, subject_, marked_;
  const std::vector<Sign> signs_;
  std::vector<std::string> head_, subhead_, marked_lines_, note_, credit_;
  size_t columns_ = 1;
  float column_px_ = 0;
  SvgPen pen_;
};

}  // namespace

std::string SvgOf(const SvgRequest& request) { return SvgWriter(request).Write(); }

}  // namespace demarche
