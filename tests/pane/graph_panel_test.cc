// The panel of the graph and what the cards say of its lens: what is offered, and that it does what
// it says.
#include <gtest/gtest.h>

#include <string>

#include "core/state/permalink.h"
#include "tests/pane/html_checker.h"
#include "tests/pane/talks.h"

namespace demarche {
namespace {

std::string PanelOf(std::string_view link) {
  return RenderGraphPanel(Talks(), StateOf(Talks(), link));
}

TEST(GraphPanel, IsWellFormedWhateverIsSelected) {
  for (const char* link :
       {"", "focus=geneva-2022", "focus=us&edge=us~russia~3", "focus=blinken-gun-2022-01-09",
        "focus=missiles&lens=topic:missiles", "lens=pair:us,russia&people=folded&members=shown",
        "as-of=..&lens=meeting:geneva-2022", "as-of=1940-01-01&members=folded"}) {
    EXPECT_EQ(ProblemsOf(CheckHtml(PanelOf(link))), "") << link;
  }
}

TEST(GraphPanel, OffersTopicsAndWhatTheSelectionSuggests) {
  const std::string plain = PanelOf("");
  EXPECT_TRUE(Contains(plain, "<option value=\"lens=\" selected=\"selected\">Everything"));
  EXPECT_TRUE(Contains(plain, "<option value=\"lens=topic:missiles\">Missiles"));
  EXPECT_FALSE(Contains(plain, "lens=actor:"));
  EXPECT_TRUE(Contains(PanelOf("focus=nato"), "\"lens=actor:nato\">NATO and its neighbours"));
  const std::string meeting = PanelOf("focus=geneva-2022");
  EXPECT_TRUE(Contains(meeting, "\"lens=meeting:geneva-2022\""));
  EXPECT_TRUE(Contains(meeting, "\"lens=pair:us,russia\">US and Russia"));
  EXPECT_TRUE(Contains(PanelOf("edge=russia~nato~3"), "\"lens=pair:russia,nato\""));
  // What is set can be seen, whatever is selected.
  EXPECT_TRUE(
      Contains(PanelOf("lens=pair:us,russia"), "\"lens=pair:us,russia\" selected=\"selected\""));
}

TEST(GraphPanel, SaysWhichLevelIsSetAndHowManyMembersThereAre) {
  const std::string html = PanelOf("members=folded&as-of=1997-06-01");
  EXPECT_TRUE(Contains(html, "id=\"dm-members-folded\" aria-pressed=\"true\""));
  EXPECT_TRUE(Contains(html, "id=\"dm-members-shown\" aria-pressed=\"false\""));
  EXPECT_TRUE(Contains(html, "id=\"dm-people-shown\" aria-pressed=\"true\""));
  EXPECT_TRUE(Contains(html, "As of 1 June 1997: NATO 16 members."));
}

TEST(LensNote, SaysWhatIsShownAndTheWayBack) {
  EXPECT_FALSE(Contains(TalksPane("focus=nato"), "dm-lens-note"));
  const std::string html = TalksPane("focus=nato&lens=topic:missiles");
  EXPECT_TRUE(Contains(html, "The graph shows only Missiles."));
  EXPECT_TRUE(Contains(html, "data-act=\"lens=\""));
}

TEST(LensButton, KeepsTheGraphToWhatTheCardIsOf) {
  for (const auto& [link, act] : {std::pair{"focus=nato", "lens=actor:nato"},
                                  {"focus=missiles", "lens=topic:missiles"},
                                  {"focus=geneva-2022", "lens=meeting:geneva-2022"}}) {
    const std::string button = std::string("data-act=\"") + act + "\"";
    EXPECT_TRUE(Contains(TalksPane(link), button)) << link;
    EXPECT_FALSE(Contains(TalksPane(std::string(link) + '&' + act), button))
        << "it is that already";
  }
  EXPECT_FALSE(Contains(TalksPane("focus=latvia"), "lens=actor:latvia")) << "no line leads to it";
  EXPECT_TRUE(Contains(RenderEvidence(Talks(), StateOf(Talks(), "edge=us~russia~3")),
                       "data-act=\"lens=pair:us,russia\""));
}

TEST(Evidence, HasTheStatementsOfAllThatAreFolded) {
  const std::string alone = RenderEvidence(Talks(), StateOf(Talks(), "edge=nato~russia~3"));
  const std::string all =
      RenderEvidence(Talks(), StateOf(Talks(), "edge=nato~russia~3&members=folded"));
  const std::string of_us = RenderEvidence(Talks(), StateOf(Talks(), "edge=us~russia~3"));
  EXPECT_GT(all.size(), alone.size());
  EXPECT_GT(of_us.size(), 0u);
  EXPECT_TRUE(RenderEvidence(Talks(), StateOf(Talks(), "edge=us~russia~3&members=folded")).empty());
}

}  // namespace
}  // namespace demarche
