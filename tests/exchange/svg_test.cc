#include "exchange/svg.h"

#include <gtest/gtest.h>

#include <string>

#include "core/graph/graph_evidence.h"
#include "core/graph/graph_places.h"
#include "exchange/inter_measurer.h"
#include "tests/repository.h"

namespace demarche {
namespace {

std::string SvgAt(const Dossier& dossier, std::string_view as_of, GraphLayout* graph,
                  Scheme scheme = Scheme::kLight) {
  const InterMeasurer measurer;
  GraphRequest request;
  request.dossier = &dossier;
  request.measurer = &measurer;
  request.places = PlaceActors(GraphEvidence(dossier));
  request.area_px = {0, 0, 960, 560};
  request.as_of_s = ResolveEdtf(as_of).value().latest();
  request.lang = "en";
  *graph = LayoutGraph(request);
  return SvgOf({.dossier = &dossier,
                .graph = graph,
                .as_of_s = request.as_of_s,
                .lang = "en",
                .scheme = scheme});
}

size_t CountOf(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

TEST(Svg, HasEveryNodeAndEdgeThatTheGraphShowsWithItsName) {
  for (const char* as_of : {"1997-06-01", "2014-04-01", "2022-01-09"}) {
    GraphLayout graph;
    const std::string svg = SvgAt(Talks(), as_of, &graph);
    EXPECT_EQ(CountOf(svg, "<g><title>"), graph.nodes.size() + graph.edges.size()) << as_of;
    for (const GraphNode& node : graph.nodes) {
      EXPECT_NE(svg.find(">" + std::string(Talks().In(Talks().actors()[node.actor].name, "en")) +
                         "</title>"),
                std::string::npos);
    }
  }
}

TEST(Svg, TellsInWordsWhatItShows) {
  GraphLayout graph;
  const std::string svg = SvgAt(Talks(), "2022-01-09", &graph);
  const size_t at =
      svg.find("<desc id=\"desc\">Who said or did what to whom, as of 9 January 2022. ");
  ASSERT_NE(at, std::string::npos);
  const std::string desc = svg.substr(at, svg.find("</desc>") - at);
  EXPECT_EQ(CountOf(desc, " to "), graph.edges.size() + 1);  // "what to whom"
  EXPECT_NE(svg.find("CC-BY-4.0"), std::string::npos);
}

TEST(Svg, IsWellFormedWhateverTheDossierSays) {
  const Dossier dossier = ReadValid(
      R"({"format":"demarche/1","id":"d","title":"<script>&\"'","lang":"en","license":"]]> --",
    "sources":[{"id":"S1","title":"R","publisher":"G","kind":"press"}],"tracks":[],"events":[],
    "actors":[{"id":"a","name":"</title><b>","kind":"state"},{"id":"b","name":"\u0001&amp;","kind":"person"}],
    "moves":[{"id":"m","by":["a"],"to":["b"],"type":"REQUEST","date":"2022-01-10","summary":"Asks.",
      "confidence":"confirmed","sources":[{"id":"S1"}]}]})");
  GraphLayout graph;
  for (const Scheme scheme : {Scheme::kLight, Scheme::kDark}) {
    const std::string svg = SvgAt(dossier, "2022-01-10", &graph, scheme);
    EXPECT_EQ(svg.find("<script"), std::string::npos);
    EXPECT_EQ(svg.find("<b>"), std::string::npos);
    EXPECT_EQ(CountOf(svg, "<g>"), CountOf(svg, "</g>"));
    EXPECT_EQ(CountOf(svg, "<text"), CountOf(svg, "</text>"));
  }
}

TEST(Svg, IsDarkInTheDarkTheme) {
  GraphLayout graph;
  EXPECT_NE(SvgAt(Talks(), "2022-01-09", &graph, Scheme::kDark).find("fill=\"#1e2127\""),
            std::string::npos);
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
