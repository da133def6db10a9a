// The panel of the lanes: what its buttons do when they are pressed.
#include "core/state/lanes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "tests/pane/html_checker.h"
#include "tests/pane/talks.h"

namespace demarche {
namespace {

std::string PanelOf(std::string_view link) { return RenderLanes(Talks(), StateOf(Talks(), link)); }

std::string Unescaped(std::string text) {
  for (size_t at = 0; (at = text.find("&amp;", at)) != std::string::npos; ++at)
    text.erase(at + 1, 4);
  return text;
}

// The tag of the button of that id.
std::string TagOf(std::string_view html, const std::string& id) {
  const size_t at = html.find("id=\"" + id + "\"");
  if (at == std::string_view::npos) return {};
  const size_t open = html.rfind('<', at);
  return std::string(html.substr(open, html.find('>', at) - open));
}
std::string ActOf(std::string_view html, const std::string& id) {
  const std::string tag = TagOf(html, id);
  const size_t at = tag.find("data-act=\"");
  if (at == std::string::npos) return "no such button: " + id;
  const size_t from = at + 10;
  return Unescaped(tag.substr(from, tag.find('"', from) - from));
}
bool IsPressed(std::string_view html, const std::string& id) {
  return Contains(TagOf(html, id), "aria-pressed=\"true\"");
}
bool IsOff(std::string_view html, const std::string& id) {
  return Contains(TagOf(html, id), "aria-disabled=\"true\"") && ActOf(html, id).empty();
}

std::string IdOf(const char* what, std::string_view track) {
  return std::string("dm-lane-") + what + "-" +
         std::to_string(Talks().Find(ItemKind::kTrack, track));
}
// The lanes after the buttons of a track were pressed, one after the other.
std::string After(const char* link, std::vector<std::pair<const char*, const char*>> presses) {
  AppState state = StateOf(Talks(), link);
  for (const auto& [what, track] : presses) {
    const std::string act = ActOf(RenderLanes(Talks(), state), IdOf(what, track));
    state = ApplyPermalink(Talks(), state, act);
  }
  return PermalinkOf(Talks(), state);
}

TEST(LanesPanel, IsWellFormedWhateverIsShown) {
  for (const char* link : {"", "lanes=vienna", "lanes=vienna,enlargement,geneva&fold=Talks",
                           "lanes=geneva,enlargement,brussels,ukraine-crimea", "lang=uk"}) {
    EXPECT_EQ(ProblemsOf(CheckHtml(PanelOf(link))), "") << link;
  }
}

TEST(LanesPanel, AButtonHidesALaneAndBringsItBackToItsPlace) {
  EXPECT_EQ(After("", {{"show", "brussels"}}),
            "lanes=geneva,vienna,russia-positions,us-nato-positions,ukraine-positions,enlargement,"
            "ukraine-crimea");
  EXPECT_EQ(After("", {{"show", "brussels"}, {"show", "brussels"}}), "");
  EXPECT_EQ(After("lanes=vienna,geneva", {{"show", "enlargement"}}),
            "lanes=vienna,geneva,enlargement")
      << "and not into another group";
  const std::string html = PanelOf("lanes=vienna,geneva");
  EXPECT_TRUE(IsPressed(html, IdOf("show", "geneva")));
  EXPECT_FALSE(IsPressed(html, IdOf("show", "brussels")));
  EXPECT_TRUE(Contains(html, "6 lanes hidden"));
}

TEST(LanesPanel, TheLastLaneCannotBeHidden) {
  const std::string html = PanelOf("lanes=vienna");
  EXPECT_TRUE(IsOff(html, IdOf("show", "vienna")));
  EXPECT_FALSE(IsOff(html, IdOf("show", "geneva")));
}

TEST(LanesPanel, OnlyOneAndAllAgain) {
  EXPECT_EQ(After("", {{"only", "vienna"}}), "lanes=vienna");
  EXPECT_EQ(After("", {{"only", "vienna"}, {"only", "geneva"}}), "lanes=geneva");
  EXPECT_EQ(After("", {{"only", "vienna"}, {"only", "vienna"}}), "");
  EXPECT_TRUE(IsPressed(PanelOf("lanes=vienna"), IdOf("only", "vienna")));
}

TEST(LanesPanel, UpAndDownStayWithinTheGroup) {
  EXPECT_EQ(After("lanes=geneva,vienna,enlargement", {{"up", "vienna"}}),
            "lanes=vienna,geneva,enlargement")
      << "past what is shown";
  EXPECT_EQ(After("", {{"down", "geneva"}, {"up", "geneva"}}), "");
  EXPECT_EQ(After("", {{"up", "ukraine-crimea"}}),
            "lanes=geneva,brussels,vienna,russia-positions,us-nato-positions,ukraine-positions,"
            "ukraine-crimea,enlargement");
  const std::string html = PanelOf("");
  EXPECT_TRUE(IsOff(html, IdOf("up", "geneva")));
  EXPECT_TRUE(IsOff(html, IdOf("up", "russia-positions")));
  EXPECT_TRUE(IsOff(html, IdOf("down", "vienna")));
  EXPECT_FALSE(IsOff(html, IdOf("down", "geneva")));
  EXPECT_TRUE(IsOff(PanelOf("lanes=geneva,vienna"), IdOf("down", "brussels"))) << "not shown";
}

TEST(LanesPanel, GroupsMoveAsAWhole) {
  const std::string html = PanelOf("lanes=geneva,russia-positions,enlargement,ukraine-crimea");
  EXPECT_TRUE(IsOff(html, "dm-group-up-0"));
  EXPECT_TRUE(IsOff(html, "dm-group-down-6"));
  EXPECT_EQ(ActOf(html, "dm-group-up-6"),
            "lanes=geneva,enlargement,ukraine-crimea,russia-positions");
  EXPECT_EQ(ActOf(html, "dm-group-down-0"),
            "lanes=russia-positions,geneva,enlargement,ukraine-crimea");
  const std::string two = PanelOf("lanes=geneva,enlargement");
  EXPECT_EQ(ActOf(two, "dm-group-up-6"), "lanes=enlargement,geneva") << "past what is shown";
  EXPECT_TRUE(IsOff(two, "dm-group-up-3")) << "nothing of it is shown";
}

TEST(LanesPanel, GroupsFoldAndOpen) {
  const std::string open = PanelOf("fold=Talks"), folded = PanelOf("fold=Talks,Background");
  EXPECT_FALSE(IsPressed(open, "dm-group-fold-6"));
  EXPECT_EQ(ActOf(open, "dm-group-fold-6"), "fold=Talks,Background");
  EXPECT_TRUE(IsPressed(folded, "dm-group-fold-6"));
  EXPECT_EQ(ActOf(folded, "dm-group-fold-6"), "fold=Talks");
}

TEST(LanesPanel, SaysHowToComeBackOnlyWhereThereIsAWay) {
  EXPECT_FALSE(Contains(PanelOf(""), "\"lanes=\""));
  EXPECT_TRUE(Contains(PanelOf("lanes=vienna"), "data-act=\"lanes=\">Show all"));
  const std::string turned = After("", {{"down", "geneva"}});
  EXPECT_TRUE(Contains(PanelOf(turned), "data-act=\"lanes=\">Original order"));
}

// A button that is pressed again and again has to be found again in the new panel.
TEST(LanesPanel, ButtonsKeepTheirIds) {
  std::vector<std::string> ids = CheckHtml(PanelOf("")).ids;
  ASSERT_EQ(ids.size(), 8u * 4 + 3 * 3);
  std::sort(ids.begin(), ids.end());
  for (const char* link : {"lanes=vienna", "lanes=vienna,brussels,geneva", "fold=Talks"}) {
    std::vector<std::string> now = CheckHtml(PanelOf(link)).ids;
    std::sort(now.begin(), now.end());
    std::vector<std::string> lanes;
    for (const std::string& id : now)
      if (id.starts_with("dm-lane-")) lanes.push_back(id);
    EXPECT_TRUE(std::includes(ids.begin(), ids.end(), lanes.begin(), lanes.end())) << link;
    EXPECT_EQ(lanes.size(), 32u) << link;
  }
}

TEST(LanesPanel, ThereIsNoneWhereThereIsNothingToChoose) {
  EXPECT_EQ(RenderLanes(UncertainDay(), InitialState(UncertainDay())), "");
}

TEST(LanesPanel, OfVeryManyLanesSingleOnesCanBePickedOut) {
  std::string json =
      R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en", "tracks": [)";
  for (int i = 0; i < 1000; ++i) {
    json += i > 0 ? "," : "";
    json += R"({"id": "t)" + std::to_string(i) + R"(", "name": "T", "group": "G"})";
  }
  const Dossier dossier = ReadValid(json + "]}");
  const std::string html = RenderLanes(dossier, InitialState(dossier));
  EXPECT_LT(html.size(), 1'000'000u);
  EXPECT_EQ(ActOf(html, "dm-lane-only-999"), "lanes=t999");
  EXPECT_TRUE(IsOff(html, "dm-lane-show-999"));
}

// ---- Groups within groups ----

std::string NestedPanelOf(std::string_view link) {
  return RenderLanes(NestedTalks(), StateOf(NestedTalks(), link));
}

TEST(NestedLanesPanel, GroupsAreListsWithinLists) {
  const std::string html = NestedPanelOf("");
  EXPECT_EQ(ProblemsOf(CheckHtml(html)), "");
  EXPECT_EQ(CountOf(html, "<h3>"), 3u);
  EXPECT_EQ(CountOf(html, "<h4>"), 3u);
  const size_t talks = html.find("<h3>Talks</h3>"), bilateral = html.find("<h4>Bilateral</h4>");
  ASSERT_LT(talks, bilateral);
  ASSERT_LT(bilateral, html.find("<h3>Positions</h3>"));
  const std::string between = html.substr(talks, bilateral - talks);
  EXPECT_TRUE(Contains(between, "<ul role=\"list\">\n<li>\n<div")) << between;
  EXPECT_TRUE(Contains(html, "aria-label=\"Fold Talks / Multilateral\"")) << "by its path";
}

TEST(NestedLanesPanel, EachLevelFolds) {
  const std::string open = NestedPanelOf("fold=Talks / Multilateral");
  EXPECT_EQ(ActOf(open, "dm-group-fold-0"), "fold=Talks,Talks+/+Multilateral");
  EXPECT_EQ(ActOf(open, "dm-group-fold-1-1"), "fold=");
  EXPECT_TRUE(IsPressed(open, "dm-group-fold-1-1"));
  EXPECT_FALSE(IsPressed(open, "dm-group-fold-0"));
  EXPECT_TRUE(TagOf(open, "dm-group-fold-0-1").empty()) << "one lane is nothing to fold";
  const std::string folded = NestedPanelOf("fold=Talks,Talks / Multilateral");
  EXPECT_EQ(ActOf(folded, "dm-group-fold-0"), "fold=Talks+/+Multilateral");
}

TEST(NestedLanesPanel, StepsStayWithinTheirGroup) {
  const std::string html = NestedPanelOf(
      "lanes=geneva,brussels,vienna,russia-positions,"
      "us-nato-positions,ukraine-positions");
  EXPECT_EQ(ActOf(html, "dm-group-down-0-1"),
            "lanes=brussels,vienna,geneva,russia-positions,us-nato-positions,ukraine-positions");
  EXPECT_TRUE(IsOff(html, "dm-group-up-0-1"));
  EXPECT_TRUE(IsOff(html, "dm-group-down-1-1"));
  EXPECT_EQ(ActOf(html, "dm-lane-down-3"),
            "lanes=geneva,brussels,vienna,us-nato-positions,ukraine-positions,russia-positions")
      << "a lane past a whole group";
  EXPECT_EQ(ActOf(html, "dm-group-up-4-1"),
            "lanes=geneva,brussels,vienna,us-nato-positions,ukraine-positions,russia-positions");
  EXPECT_TRUE(IsOff(html, "dm-lane-up-4"));
  EXPECT_EQ(ActOf(html, "dm-group-up-3"),
            "lanes=russia-positions,us-nato-positions,ukraine-positions,geneva,brussels,vienna");
  EXPECT_TRUE(TagOf(html, "dm-lane-up-0").empty()) << "it is alone in its group";
}

// Whatever is pressed: no lane is lost, and what is up goes down again.
TEST(NestedLanesPanel, UpUndoesDown) {
  for (const char* link : {"", "lanes=vienna,brussels,us-nato-positions,russia-positions"}) {
    const AppState before = StateOf(NestedTalks(), link);
    const std::string html = RenderLanes(NestedTalks(), before);
    for (const std::string& id : CheckHtml(html).ids) {
      const size_t down = id.find("-down-");
      if (down == std::string::npos || IsOff(html, id)) continue;
      const AppState moved = ApplyPermalink(NestedTalks(), before, ActOf(html, id));
      EXPECT_NE(moved.lanes, before.lanes) << id;
      std::string up = id;
      up.replace(down, 6, "-up-");
      const std::string act = ActOf(RenderLanes(NestedTalks(), moved), up);
      EXPECT_EQ(ApplyPermalink(NestedTalks(), moved, act), before) << id;
    }
  }
}

// ---- The card ----

TEST(HiddenLane, TheCardSaysItAndShowsIt) {
  const char* shown[] = {"focus=geneva-2022", "focus=geneva-2022&lanes=geneva,vienna",
                         "focus=osce&lanes=vienna"};
  for (const char* link : shown) EXPECT_FALSE(Contains(TalksPane(link), "dm-lane-note")) << link;
  const std::string card = TalksPane("focus=geneva-2022&lanes=vienna");
  EXPECT_TRUE(Contains(ReadingOf(card), "On the timeline its lane is hidden: Geneva"));
  EXPECT_TRUE(Contains(card, "data-act=\"lanes=geneva,vienna\""));
  EXPECT_EQ(ProblemsOf(CheckHtml(card)), "");
}

TEST(HiddenLane, AMoveIsWhereItsEventIs) {
  const auto with_event = std::find_if(Talks().moves().begin(), Talks().moves().end(),
                                       [](const Move& move) { return move.event != kNone; });
  ASSERT_NE(with_event, Talks().moves().end());
  const Index track = Talks().events()[with_event->event].track;
  for (Index lane = 0; lane < Talks().tracks().size(); ++lane) {
    AppState state = StateOf(Talks(), "as-of=..&focus=" + std::string(with_event->id));
    state.lanes = {lane};
    EXPECT_EQ(Contains(RenderPane(Talks(), state, {}), "dm-lane-note"), lane != track);
  }
}

TEST(HiddenLane, PreviousAndNextAreThoseOfTheLanesShown) {
  const std::string card = TalksPane("focus=geneva-2022&lanes=geneva");
  EXPECT_TRUE(Contains(ReadingOf(card), "in the lanes shown: "));
  for (const std::string& href : CheckHtml(card.substr(card.find("<nav"))).hrefs) {
    const AppState state = StateOf(Talks(), href);
    EXPECT_EQ(Talks().events()[state.focus.index].track, 0u) << href;
  }
}

}  // namespace
}  // namespace demarche
