#include "exchange/svg.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/graph/edge_stroke.h"
#include "core/graph/graph_evidence.h"
#include "core/state/permalink.h"
#include "exchange/inter_measurer.h"
#include "tests/core/graph/graph_fixture.h"
#include "tests/repository.h"

namespace demarche {
namespace {

struct Picture {
  GraphLayout graph;
  std::string svg;
};

// What a canvas of a size shows in the state of a permalink.
Picture PictureOf(const Dossier& dossier, std::string_view permalink,
                  const Rect& area_px = {0, 0, 960, 560}) {
  const AppState state = ApplyPermalink(dossier, InitialState(dossier), permalink);
  const InterMeasurer measurer;
  const GraphEvidence of_lens(dossier, state.scope.lens);
  GraphRequest request = WholeRequest(dossier, area_px, state.as_of_s);
  request.measurer = &measurer;
  request.lens_evidence = state.scope.lens.kind == LensKind::kTopic ? &of_lens : nullptr;
  request.zoom = state.camera.zoom;
  request.focus = state.focus;
  request.edge = state.edge;
  request.scope = state.scope;
  request.lang = state.lang;
  Picture picture{SeenThrough(LayoutGraph(request), state.camera), {}};
  picture.svg = SvgOf({.dossier = &dossier, .state = &state, .graph = &picture.graph});
  return picture;
}

size_t CountOf(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}
bool Has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// The content of a layer, or of the <desc>; empty where there is none.
std::string_view Part(std::string_view svg, std::string_view from, std::string_view to) {
  const size_t at = svg.find(from);
  return at == std::string_view::npos ? "" : svg.substr(at, svg.find(to, at) - at);
}
std::string_view Layer(std::string_view svg, std::string_view name) {
  return Part(svg, "<g id=\"demarche-" + std::string(name) + '"', "\n<g id=");
}

// What of its nesting is not as XML wants it; empty if it is.
std::string BadNesting(std::string_view xml) {
  std::vector<std::string_view> open;
  for (size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1)) {
    const std::string_view tag = xml.substr(at + 1, xml.find('>', at) - at - 1);
    if (Has(tag, "<")) return "unclosed tag: " + std::string(tag);
    if (tag.back() == '/') continue;
    const std::string_view name = tag.substr(0, tag.find(' '));
    if (name.front() != '/') {
      open.push_back(name);
    } else if (open.empty() || open.back() != name.substr(1)) {
      return "closes nothing: " + std::string(name);
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? std::string() : "not closed: " + std::string(open.back());
}

Dossier Crowd(uint64_t actors, uint64_t events) {
  std::string json;
  GenerateDossier({.events = events, .actors = actors, .seed = 3},
                  [&json](std::string_view piece) { json += piece; });
  return ReadValid(json);
}

TEST(Svg, HasEveryNodeAndEdgeThatTheGraphShowsWithItsName) {
  for (const char* link : {"as-of=1997-06-01", "as-of=2014-04-01", "as-of=2022-01-09"}) {
    const auto [graph, svg] = PictureOf(Talks(), link);
    EXPECT_EQ(CountOf(svg, "<g><title>"), graph.nodes.size() + graph.edges.size()) << link;
    EXPECT_EQ(CountOf(svg, "<g class=\"number\">"), graph.edges.size()) << link;
    for (const GraphNode& node : graph.nodes)
      EXPECT_TRUE(Has(svg, ">" + std::string(Talks().In(Talks().actors()[node.actor].name, "en"))));
  }
}

TEST(Svg, TellsInWordsWhatItShows) {
  const auto [graph, svg] = PictureOf(Talks(), "as-of=2022-01-09");
  const std::string_view desc = Part(svg, "<desc>", "</desc>");
  EXPECT_TRUE(desc.starts_with("<desc>Who said or did what to whom, as of 9 January 2022. "));
  EXPECT_EQ(CountOf(desc, " to "), graph.edges.size() + 1);  // "what to whom"
  EXPECT_TRUE(Has(svg, "CC-BY-4.0"));
  EXPECT_EQ(BadNesting(svg), "");
}

TEST(Svg, SaysWhatItIsOnlyOf) {
  const std::string svg = PictureOf(Talks(), "as-of=2022-01-09&lens=topic:missiles").svg;
  EXPECT_TRUE(Has(Layer(svg, "head"), "as of 9 January 2022. Only Missiles</text>")) << svg;
  EXPECT_FALSE(Has(PictureOf(Talks(), "as-of=2022-01-09").svg, "Only "));
}

TEST(Svg, SaysWhatTheMarkerPenStandsFor) {
  const std::string at_table = PictureOf(Talks(), "as-of=2022-01-10&focus=geneva-2022").svg;
  EXPECT_TRUE(Has(Layer(at_table, "legend"), ">At the table: "));
  EXPECT_GE(CountOf(Layer(at_table, "nodes"), "fill=\"#ffd84a\""), 2u);
  EXPECT_NE(Layer(at_table, "table"), "");

  const std::string actor = PictureOf(Talks(), "as-of=2022-01-09&focus=russia").svg;
  EXPECT_TRUE(Has(Layer(actor, "legend"), ">Russia</text>"));
  EXPECT_TRUE(Has(actor, "Marked: Russia. "));

  const std::string nothing = PictureOf(Talks(), "as-of=2022-01-09").svg;
  EXPECT_FALSE(Has(nothing, "#ffd84a"));
  EXPECT_FALSE(Has(nothing, "Marked"));
}

TEST(Svg, RingsThePinnedEdgeAndDimsTheOthers) {
  const auto [graph, svg] = PictureOf(Talks(), "as-of=2022-01-09&edge=us~russia~3");
  size_t selected = 0;
  for (const GraphEdge& edge : graph.edges) selected += edge.selected;
  ASSERT_EQ(selected, 1u);
  EXPECT_TRUE(Has(svg, "Marked: United States to Russia: "));
  EXPECT_EQ(CountOf(Layer(svg, "edges"), "stroke=\"#fff1b8\""), 1u) << "its halo";
  EXPECT_EQ(CountOf(Layer(svg, "numbers"), "stroke=\"#16181d\""), 1u) << "its ring";
  const std::string_view undimmed = "stroke=\"#b23a06\"";
  EXPECT_LT(CountOf(Layer(svg, "edges"), undimmed),
            CountOf(Layer(PictureOf(Talks(), "as-of=2022-01-09").svg, "edges"), undimmed));
}

std::string TitleOf(const Dossier& dossier, const GraphLine& line) {
  const auto name = [&](Index actor) {
    return std::string(dossier.In(dossier.actors()[actor].name, ""));
  };
  return name(line.from) + " and " + name(line.to) + ": " + std::to_string(line.count) + "</title>";
}

TEST(Svg, HasTheDotsAndLinesOfACrowd) {
  const Dossier crowd = Crowd(400, 3000);
  const auto [graph, svg] = PictureOf(crowd, "");
  ASSERT_GT(graph.dots.size(), 100u);
  ASSERT_GT(graph.lines.size(), 100u);
  EXPECT_EQ(CountOf(Layer(svg, "dots"), "<title>"), graph.dots.size());
  EXPECT_EQ(CountOf(Layer(svg, "lines"), "<title>"), graph.lines.size());
  EXPECT_TRUE(Has(Layer(svg, "lines"), TitleOf(crowd, graph.lines.front())));
  EXPECT_TRUE(Has(Layer(svg, "legend"), ">Further actors</text>"));
  EXPECT_TRUE(Has(Layer(svg, "legend"), "mostly conflict</text>"));
  EXPECT_LT(svg.find("demarche-lines"), svg.find("demarche-nodes")) << "under the nodes";
  EXPECT_EQ(BadNesting(svg), "");
}

TEST(Svg, LinesOfWhoIsSelectedAreStrongAndLieOverAllOthers) {
  const Dossier crowd = Crowd(400, 3000);
  const GraphLine line = PictureOf(crowd, "").graph.lines.front();
  const auto [graph, svg] = PictureOf(crowd, "focus=" + std::string(crowd.actors()[line.from].id));
  const LineShares shares = SharesOf(graph.lines);
  EXPECT_GT(shares.full, 3 * shares.dimmed);
  const std::string_view lines = Layer(svg, "lines");
  const std::string_view own = Part(lines, TitleOf(crowd, line), "</g>");
  ASSERT_FALSE(own.empty());
  EXPECT_FALSE(Has(own, "stroke-opacity"));
  const auto before = static_cast<size_t>(own.data() - lines.data());
  EXPECT_GT(CountOf(lines.substr(0, before), "stroke-opacity"), 100u) << "the others";
  EXPECT_LT(lines.rfind("stroke-opacity"), before);
}

TEST(Svg, HasTheLinesOfPairsBetweenNodesWhoseEdgesWouldBeTooMany) {
  const auto [graph, svg] = PictureOf(Crowd(12, 1000), "", {0, 0, 720, 300});
  ASSERT_TRUE(graph.dots.empty());
  ASSERT_FALSE(graph.lines.empty());
  EXPECT_EQ(CountOf(Layer(svg, "lines"), "<title>"), graph.lines.size());
  EXPECT_FALSE(Has(svg, ">Further actors<"));
  EXPECT_EQ(Has(Layer(svg, "legend"), ">Verbal conflict<"), !graph.edges.empty());
}

TEST(Svg, NamesADotThatIsSelected) {
  const Dossier crowd = Crowd(400, 3000);
  const GraphLayout all = PictureOf(crowd, "").graph;
  AppState state = InitialState(crowd);
  GraphLayout graph = all;
  graph.dots[0].selected = true;
  state.focus = {ItemKind::kActor, graph.dots[0].actor};
  const std::string svg = SvgOf({.dossier = &crowd, .state = &state, .graph = &graph});
  const std::string name(crowd.In(crowd.actors()[graph.dots[0].actor].name, ""));
  EXPECT_TRUE(Has(Layer(svg, "dot-names"), ">" + name + "</text>"));
  EXPECT_TRUE(Has(Layer(svg, "legend"), ">" + name + "</text>"));
}

Rect ClipOf(std::string_view svg) {
  Rect clip;
  size_t at = svg.find("<rect", svg.find("<clipPath"));
  for (float* number : {&clip.x, &clip.y, &clip.w, &clip.h}) {
    at = svg.find("=\"", at) + 2;
    *number = std::stof(std::string(svg.substr(at, 12)));
  }
  return clip;
}

TEST(Svg, ShowsWhatTheCameraShowsAndCutsItOffThroughNoNodeThatIsSeen) {
  const Rect area{164, 230, 700, 400};
  const auto [graph, svg] = PictureOf(Talks(), "as-of=2022-01-09&camera=0.2,0.5,2", area);
  const std::string_view shown = Part(svg, "<svg", "<g id=\"demarche-legend");
  EXPECT_EQ(CountOf(svg, "clip-path=\"url(#demarche-area-"), 1u);
  const Rect clip = ClipOf(svg);
  size_t seen = 0;
  for (const GraphNode& node : graph.nodes) {
    if (area.Contains(node.centre_px)) {
      ++seen;
      EXPECT_TRUE(clip.Contains({node.box_px.x, node.box_px.y}));
      EXPECT_TRUE(clip.Contains({node.box_px.right(), node.box_px.bottom()}));
    }
    const float around = 9;
    if (Rect{node.box_px.x - around, node.box_px.y - around, node.box_px.w + 2 * around,
             node.box_px.h + 2 * around}
            .Overlaps(clip))
      continue;
    EXPECT_FALSE(Has(
        shown,
        "<title>" + std::string(Talks().In(Talks().actors()[node.actor].name, "en")) + "</title>"));
  }
  EXPECT_GT(seen, 0u);
  EXPECT_LT(seen, graph.nodes.size()) << "a camera that leaves nobody out tests nothing";
  EXPECT_LT(CountOf(svg, "<g><title>"), graph.nodes.size() + graph.edges.size());
}

TEST(Svg, ExplainsNoKindOfActorThatTheCameraLeavesOut) {
  const auto [graph, svg] =
      PictureOf(Talks(), "as-of=2022-01-09&camera=0.7,0.4,2.4", {0, 0, 525, 700});
  const auto is_person = [](const GraphNode& node) { return node.kind == ActorKind::kPerson; };
  ASSERT_TRUE(std::any_of(graph.nodes.begin(), graph.nodes.end(), is_person)) << "beside the area";
  EXPECT_FALSE(Has(Layer(svg, "legend"), ">Unnamed person<"));
  EXPECT_TRUE(Has(Layer(svg, "legend"), ">State<"));
}

TEST(Svg, CutsNoCurveOfTheWholePictureOff) {
  const auto [graph, svg] = PictureOf(Crowd(12, 1000), "");
  float lowest = 0;
  for (const GraphEdge& edge : graph.edges) lowest = std::max(lowest, edge.badge_px.y + 12);
  ASSERT_GT(lowest, graph.area_px.bottom());
  EXPECT_GT(ClipOf(svg).bottom(), lowest);
}

// Title, legend and credit stand within the page, however narrow it is.
TEST(Svg, BreaksItsTextsWhereThePageIsNarrow) {
  const std::string json =
      R"({"format":"demarche/1","id":"d","title":"A title of many words that no phone has the room to hold in one line",
      "lang":"en","license":"CC-BY-4.0","sources":[],"tracks":[],"events":[],"moves":[],
      "actors":[{"id":"a","name":"A","kind":"state"}]})";
  const Dossier dossier = ReadValid(json);
  const InterMeasurer inter;
  for (const float width : {260.0f, 390.0f, 960.0f}) {
    const std::string svg = PictureOf(dossier, "", {0, 0, width, 300}).svg;
    const std::string_view head = Layer(svg, "head");
    size_t lines = 0;
    for (size_t at = head.find("weight"); at != std::string_view::npos;
         at = head.find("weight", at + 1)) {
      const size_t from = head.find('>', at) + 1;
      const std::string_view line = head.substr(from, head.find('<', from) - from);
      EXPECT_LE(inter.WidthPx(line, Face::kSemiBold, 17), width - 32) << line;
      ++lines;
    }
    EXPECT_EQ(lines > 1, width < 900) << width;
  }
}

TEST(Svg, IsWellFormedWhateverTheDossierSays) {
  const Dossier dossier = ReadValid(
      R"({"format":"demarche/1","id":"d","title":"<script>&\"' \uffff\ufffe\ufffd","lang":"en","license":"]]> --",
    "sources":[{"id":"S1","title":"R","publisher":"G","kind":"press"}],"tracks":[],"events":[],
    "actors":[{"id":"a","name":"</title><b>","kind":"state"},{"id":"b","name":"\u0001&amp;","kind":"person"}],
    "moves":[{"id":"m","by":["a"],"to":["b"],"type":"REQUEST","date":"2022-01-10","summary":"Asks.",
      "confidence":"confirmed","sources":[{"id":"S1"}]}]})");
  const std::string svg = PictureOf(dossier, "as-of=2022-01-10&focus=a").svg;
  EXPECT_EQ(BadNesting(svg), "");
  EXPECT_FALSE(Has(svg, "<script"));
  EXPECT_FALSE(Has(svg, "<b>"));
  EXPECT_FALSE(Has(svg, "\xEF\xBF\xBE"));
  EXPECT_FALSE(Has(svg, "\xEF\xBF\xBF"));
  EXPECT_TRUE(Has(svg, "<title>&lt;script&gt;&amp;&quot;&#39; \uFFFD\uFFFD\uFFFD</title>"));
}

TEST(Svg, HasTheKindsOfActorsThatItShowsInItsLegend) {
  const std::string all = PictureOf(Talks(), "as-of=2022-01-09").svg;
  for (const char* kind : {">State<", ">Organisation or group<", ">Person<", ">Material conflict<"})
    EXPECT_TRUE(Has(Layer(all, "legend"), kind)) << kind;
  const std::string folded = PictureOf(Talks(), "as-of=2022-01-09&people=folded").svg;
  EXPECT_FALSE(Has(Layer(folded, "legend"), ">Person<"));
}

TEST(InterMeasurer, KnowsLatinLettersAndGuessesOthers) {
  const InterMeasurer inter;
  EXPECT_FLOAT_EQ(inter.WidthPx("il", Face::kRegular, 100), 48.4f);
  EXPECT_GT(inter.WidthPx("NATO", Face::kSemiBold, 13), inter.WidthPx("NATO", Face::kRegular, 13));
  EXPECT_FLOAT_EQ(inter.WidthPx("\xD0\xA0\xD0\x9E", Face::kRegular, 10), 12);  // two letters
  EXPECT_FLOAT_EQ(inter.WidthPx("\xE4\xB8\xAD", Face::kRegular, 10), 10);
}

}  // namespace
}  // namespace demarche
