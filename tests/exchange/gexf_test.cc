#include "exchange/gexf.h"

#include <gtest/gtest.h>

#include <regex>

#include "core/graph/graph_layout.h"
#include "tests/repository.h"

namespace demarche {
namespace {

const std::string& TalksGexf() {
  static const std::string gexf = GexfOf(Talks(), "en");
  return gexf;
}

// The one line that has `part`.
std::string LineWith(std::string_view part) {
  const std::string& text = TalksGexf();
  const size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  EXPECT_EQ(text.find(part, at + 1), std::string::npos) << part;
  const size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST(Gexf, CountsTheMembersOfAnOrganisationAsOfEachDay) {
  const std::string nato = LineWith("<node id=\"nato\"");
  EXPECT_TRUE(Contains(nato, "label=\"NATO\"")) << nato;
  EXPECT_TRUE(Contains(nato, "for=\"kind\" value=\"organisation\"")) << nato;
  EXPECT_TRUE(Contains(nato, "for=\"members\"")) << nato;
  EXPECT_TRUE(Contains(nato, "start=\"1999-03-12\" end=\"2004-03-28\"")) << nato;
}

TEST(Gexf, AnEdgeHasItsMovesAsOfEachDay) {
  size_t moves = 0;
  const std::regex weight("weight=\"([0-9]+)\"");
  const std::string& text = TalksGexf();
  for (std::sregex_iterator at(text.begin(), text.end(), weight), end; at != end; ++at)
    moves += std::stoul((*at)[1]);
  size_t bundled = 0;
  for (const EdgeBundle& bundle : BundlesAt(Talks(), kTimeMax)) bundled += bundle.moves.size();
  EXPECT_EQ(moves, bundled);

  const std::string edge = LineWith("source=\"osce\" target=\"ukraine\" kind=\"material");
  EXPECT_TRUE(Contains(edge, "start=\"2014-03-21\" weight=\"1\"")) << edge;
  EXPECT_TRUE(Contains(edge, "<attvalue for=\"moves\" value=\"1\" start=\"2014-03-21\"/>")) << edge;
}

TEST(Gexf, ATieLastsFromItsFirstPossibleDayToItsLast) {
  const std::string tie = LineWith("source=\"albania\" target=\"nato\" kind=\"member\"");
  EXPECT_TRUE(Contains(tie, "start=\"2009-04-01\"")) << tie;
  EXPECT_FALSE(Contains(tie, "end=")) << tie;
}

// Gephi keeps one edge of a kind between two nodes, and of several only the time of the first.
TEST(Gexf, TiesOfOneKindBetweenTwoActorsAreOneEdgeWithTheTimesTheyHold) {
  const Dossier dossier = ReadValid(R"({"format":"demarche/1","id":"d","title":"T","lang":"en",
    "actors":[{"id":"fr","name":"F","kind":"state"},{"id":"nato","name":"N","kind":"organisation"}],
    "ties":[{"from":"fr","to":"nato","kind":"member","since":"2009-04-04","sources":[{"id":"S1"}]},
            {"from":"fr","to":"nato","kind":"partner","sources":[{"id":"S1"}]},
            {"from":"fr","to":"nato","kind":"member","since":"1949-08-24","until":"1966-03-10","sources":[{"id":"S1"}]},
            {"from":"fr","to":"nato","kind":"member","since":"1960","until":"1966-07-01","sources":[{"id":"S1"}]}],
    "sources":[{"id":"S1","title":"S","publisher":"P","kind":"press"}]})");
  const std::string gexf = GexfOf(dossier, "en");
  EXPECT_TRUE(
      Contains(gexf,
               "<edge id=\"0\" source=\"fr\" target=\"nato\" kind=\"member\" label=\"member\">"
               "<spells><spell start=\"1949-08-24\" end=\"1966-07-01\"/>"
               "<spell start=\"2009-04-04\"/></spells></edge>\n"))
      << gexf;
  EXPECT_TRUE(Contains(gexf,
                       "<edge id=\"1\" source=\"fr\" target=\"nato\" kind=\"partner\" "
                       "label=\"partner\"/>\n"))
      << gexf;
  EXPECT_FALSE(Contains(gexf, "<edge id=\"2\"")) << gexf;
}

TEST(Gexf, YearsFarAwayAreWrittenAsTheSchemaHasThem) {
  const Dossier dossier = ReadValid(R"({"format":"demarche/1","id":"d","title":"T","lang":"en",
    "actors":[{"id":"a","name":"A","kind":"state"},{"id":"b","name":"B","kind":"state"}],
    "ties":[{"from":"a","to":"b","kind":"member","since":"Y-170000","until":"0999","sources":[{"id":"S1"}]},
            {"from":"a","to":"b","kind":"partner","since":"-0044-03-15","until":"0500","sources":[{"id":"S1"}]}],
    "sources":[{"id":"S1","title":"S","publisher":"P","kind":"press"}]})");
  const std::string gexf = GexfOf(dossier, "en");
  EXPECT_TRUE(Contains(gexf, " start=\"-170000-01-01\" end=\"0999-12-31\"")) << gexf;
  EXPECT_TRUE(Contains(gexf, " start=\"-0044-03-15\" end=\"0500-12-31\"")) << gexf;
}

// At an edge's year of five digits Gephi 0.11 gives up the whole file. The day after 9999-12-31,
// often written for "no end", would have one.
TEST(Gexf, NoYearIsAfter9999AndAnEndOnItsLastDayIsOpen) {
  const Dossier dossier = ReadValid(R"({"format":"demarche/1","id":"d","title":"T","lang":"en",
    "actors":[{"id":"a","name":"A","kind":"state"},{"id":"b","name":"B","kind":"organisation"},
              {"id":"c","name":"C","kind":"organisation"}],
    "ties":[{"from":"a","to":"b","kind":"member","since":"1949","until":"9999-12-31","sources":[{"id":"S1"}]},
            {"from":"a","to":"c","kind":"member","since":"1950","until":"Y17000","sources":[{"id":"S1"}]},
            {"from":"b","to":"c","kind":"member","since":"Y16000","until":"Y17000","sources":[{"id":"S1"}]}],
    "sources":[{"id":"S1","title":"S","publisher":"P","kind":"press"}]})");
  const std::string gexf = GexfOf(dossier, "en");
  const std::regex five_digits("\"[0-9]{5,}-");
  EXPECT_FALSE(std::regex_search(gexf, five_digits)) << gexf;
  EXPECT_TRUE(Contains(gexf, "kind=\"member\" label=\"member\" start=\"1949-01-01\"/>")) << gexf;
  EXPECT_TRUE(Contains(gexf, "kind=\"member\" label=\"member\" start=\"1950-01-01\"/>")) << gexf;
  EXPECT_TRUE(Contains(gexf, "kind=\"member\" label=\"member\" start=\"9999-12-31\"/>")) << gexf;
  EXPECT_TRUE(Contains(gexf, "<attvalue for=\"members\" value=\"1\" start=\"1949-01-01\"/>"))
      << gexf;
  EXPECT_TRUE(Contains(gexf,
                       "<attvalue for=\"members\" value=\"1\" start=\"1950-01-01\" "
                       "end=\"9999-12-30\"/>"
                       "<attvalue for=\"members\" value=\"2\" start=\"9999-12-31\"/>"))
      << gexf;
}

// Of a description Gephi shows only what follows its last reference: of "Ukraine&#39;s talks",
// "s talks".
TEST(Gexf, QuotesInTheDescriptionAreWrittenAsTheyAre) {
  const Dossier dossier = ReadValid(R"({"format":"demarche/1","id":"d","lang":"en",
    "title":"Ukraine's \"talks\"","actors":[{"id":"a","name":"A","kind":"state"}]})");
  const std::string gexf = GexfOf(dossier, "en");
  EXPECT_TRUE(Contains(gexf, "<description>Ukraine's \"talks\"</description>")) << gexf;
}

// Else Gephi takes them for days of the zone where it runs.
TEST(Gexf, SaysThatItsDatesAreThoseOfUtc) {
  EXPECT_TRUE(Contains(LineWith("<graph "), " timezone=\"UTC\"")) << LineWith("<graph ");
}

TEST(Gexf, HostileTextStaysText) {
  const Dossier dossier = ReadValid(R"({"format":"demarche/1","id":"d","title":"<&\"'>","lang":"en",
    "actors":[{"id":"a","name":"\"/><script>","kind":"state"}]})");
  const std::string gexf = GexfOf(dossier, "en");
  EXPECT_TRUE(Contains(gexf, "<description>&lt;&amp;\"'&gt;</description>")) << gexf;
  EXPECT_TRUE(Contains(gexf, "label=\"&quot;/&gt;&lt;script&gt;\"")) << gexf;
}

}  // namespace
}  // namespace demarche
