// The pane of the talks in the states that matter most, as whole HTML in golden/. To be read when
// it changes; DEMARCHE_UPDATE_GOLDEN=1 writes it anew.
#include <gtest/gtest.h>

#include "tests/pane/html_checker.h"
#include "tests/pane/talks.h"

namespace demarche {
namespace {

struct GoldenCase {
  const char* name;
  std::string (*render)(const Dossier&, const AppState&);
  const char* permalink;
  const Dossier& (*dossier)() = Talks;
};

std::string Pane(const Dossier& dossier, const AppState& state) {
  return RenderPane(dossier, state, {});
}

class GoldenTest : public testing::TestWithParam<GoldenCase> {};

TEST_P(GoldenTest, LooksAsInTheGolden) {
  const GoldenCase& c = GetParam();
  const std::string html = c.render(c.dossier(), StateOf(c.dossier(), c.permalink)) + "\n";
  EXPECT_EQ(ProblemsOf(CheckHtml(html)), "");
  ExpectGolden(std::string("tests/pane/golden/") + c.name + ".html", html);
}

INSTANTIATE_TEST_SUITE_P(
    Talks, GoldenTest,
    testing::Values(GoldenCase{"overview", Pane, ""},
                    GoldenCase{"geneva-9-january", Pane, "focus=geneva-2022&as-of=2022-01-09"},
                    GoldenCase{"geneva-13-january", Pane, "focus=geneva-2022&as-of=2022-01-13"},
                    GoldenCase{"list", Pane, "focus=geneva-2022&tab=list&group=Talks"},
                    GoldenCase{"sources-1998", Pane, "tab=sources&as-of=1998"},
                    GoldenCase{"actor", Pane, "focus=osce"},
                    GoldenCase{"move", Pane, "focus=ryabkov-signals"},
                    GoldenCase{"topic", Pane, "focus=missiles&lang=uk"},
                    GoldenCase{"positions-9-january", Pane,
                               "focus=us-open-door&tab=positions&as-of=2022-01-09"},
                    GoldenCase{"lanes", RenderLanes,
                               "lanes=vienna,geneva,russia-positions&fold=Background"},
                    GoldenCase{"lanes-nested", RenderLanes,
                               "lanes=vienna,brussels,russia-positions,us-nato-positions,"
                               "ukraine-positions&fold=Positions / Partners&lang=uk",
                               NestedTalks},
                    GoldenCase{"evidence", RenderEvidence, "edge=russia~us~3"},
                    GoldenCase{"story", RenderStory, "story=the-week&step=2"}),
    [](const testing::TestParamInfo<GoldenCase>& info) {
      std::string name = info.param.name;
      for (char& letter : name) letter = letter == '-' ? '_' : letter;
      return name;
    });

}  // namespace
}  // namespace demarche
