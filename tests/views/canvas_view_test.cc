// The canvas as a whole: motion, replies, and any size, view and dossier.
#include "views/canvas_view.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "core/dossier/generate.h"
#include "core/reader/dossier_reader.h"
#include "tests/core/graph/graph_fixture.h"
#include "tests/views/canvas_fixture.h"
#include "tests/views/raster.h"

namespace demarche {
namespace {

using CanvasViewTest = CanvasTest;

// ---- What comes when ----

TEST(CanvasView, IsCompleteInItsFirstFrame) {
  CanvasHarness canvas(ReadTalks());
  canvas.Frame();
  EXPECT_FALSE(canvas.view->animating());
  const json seen = json::parse(canvas.view->Inspect(canvas.state), nullptr, false);
  EXPECT_FALSE(seen["items"].empty());
  EXPECT_FALSE(seen["graph"]["edges"].empty());
  EXPECT_TRUE(seen["graph"]["settled"]);
}

TEST(CanvasView, OfALargeDossierComesInFourFrames) {
  std::string text;
  GenerateDossier({.events = 4000, .actors = 20, .seed = 1},
                  [&text](std::string_view piece) { text += piece; });
  CanvasHarness canvas(std::move(*ReadDossier(text, "large.json").dossier));
  for (int frame = 0; frame < 4; ++frame) {
    canvas.Frame();
    const json seen = json::parse(canvas.view->Inspect(canvas.state), nullptr, false);
    EXPECT_EQ(seen["items"].empty(), frame < 1);
    const GraphLayout* graph = canvas.view->graph();
    EXPECT_EQ(!graph || graph->lines.empty(), frame < 3) << "that many edges are lines";
    EXPECT_EQ(seen["graph"]["settled"], frame == 3);
    EXPECT_EQ(canvas.view->animating(), frame < 3);
  }
}

TEST(CanvasView, TheGraphOfManyActorsShowsOnceTheirPlacesAreFound) {
  const auto graph_of = [](CanvasHarness* canvas) {
    return json::parse(canvas->view->Inspect(canvas->state), nullptr, false)["graph"];
  };
  json found_before;
  {
    CanvasHarness canvas(CrowdsDossier(5000));
    canvas.state.view = View::kGraph;
    canvas.view->FindPlaces();
    for (int frame = 0; frame < 4; ++frame) canvas.Frame();
    found_before = graph_of(&canvas);
    EXPECT_TRUE(found_before["settled"]);
  }
  CanvasHarness canvas(CrowdsDossier(5000));
  canvas.state.view = View::kGraph;
  canvas.Frame();
  EXPECT_TRUE(graph_of(&canvas)["nodes"].empty());
  EXPECT_FALSE(graph_of(&canvas)["settled"]);
  EXPECT_TRUE(canvas.view->animating());
  canvas.Settle();
  EXPECT_EQ(graph_of(&canvas), found_before);
  EXPECT_FALSE(found_before["nodes"].empty());
}

// ---- Motion ----

TEST_F(CanvasViewTest, SwitchingTheAxisTakes420Milliseconds) {
  canvas.state.axis = AxisKind::kLinear;
  canvas.Frame();
  EXPECT_TRUE(canvas.view->animating());
  canvas.Frame(0.4);
  EXPECT_TRUE(canvas.view->animating());
  canvas.Frame(0.03);
  EXPECT_FALSE(canvas.view->animating());
}

TEST_F(CanvasViewTest, WithReducedMotionNothingMoves) {
  canvas.input.reduced_motion = true;
  canvas.state.axis = AxisKind::kLinear;
  canvas.state.as_of_s -= 3 * kDay;
  canvas.state.focus = Find("geneva-2022");
  canvas.Frame();
  EXPECT_FALSE(canvas.view->animating());
}

TEST_F(CanvasViewTest, AnIdleCanvasAsksForNoFrame) {
  canvas.Frame(5);
  EXPECT_FALSE(canvas.view->animating());
  EXPECT_TRUE(canvas.actions.empty());
}

TEST_F(CanvasViewTest, DraggingTheViewportNeedsNoTransition) {
  Go("range=2022-01-08/2022-01-11");
  canvas.MoveTo({400, 430});
  canvas.queue.Press();
  canvas.Frame();
  canvas.MoveTo({380, 430});
  canvas.MoveTo({360, 430});
  ASSERT_NE(Last<SetRange>(canvas.all_actions), nullptr);
  canvas.Frame();
  EXPECT_FALSE(canvas.view->animating());
}

// ---- Replies ----

TEST_F(CanvasViewTest, ThePointerShowsTheRepliesOfWhatItIsOn) {
  EXPECT_TRUE(Inspect()["links"].empty());
  canvas.MoveTo(MiddleOf(Item("white-house-call-2022")));
  canvas.Frame(0.1);
  canvas.Settle();
  const json links = Inspect()["links"];
  ASSERT_FALSE(links.empty());
  for (const json& link : links)
    EXPECT_TRUE(link["from"] == "white-house-call-2022" || link["to"] == "white-house-call-2022")
        << link;
  canvas.Leave();
  canvas.Settle();
  EXPECT_TRUE(Inspect()["links"].empty());
}

TEST_F(CanvasViewTest, TheRepliesOfTheSelectionStayWhenThePointerLeaves) {
  Go("focus=russia-draft-treaties");
  const json links = Inspect()["links"];
  EXPECT_GT(links.size(), 3u);
  canvas.MoveTo(MiddleOf(Item("white-house-call-2022")));
  canvas.Frame(0.1);
  canvas.Settle();
  EXPECT_GT(Inspect()["links"].size(), links.size());
  canvas.Leave();
  canvas.Settle();
  EXPECT_EQ(Inspect()["links"], links);
}

TEST_F(CanvasViewTest, LinksNameItemsOfTheCanvas) {
  for (const char* link : {"links=all", "links=all&axis=linear", "links=all&as-of=2022-03-31"}) {
    Go(link);
    const json seen = Inspect();
    EXPECT_GT(seen["links"].size(), 5u) << link;
    for (const json& one : seen["links"]) {
      for (const char* end : {"from", "to"}) {
        const bool is_there = std::any_of(seen["items"].begin(), seen["items"].end(),
                                          [&](const json& item) { return item["id"] == one[end]; });
        EXPECT_TRUE(is_there) << one;
      }
    }
  }
  Go("links=none&focus=russia-draft-treaties");
  EXPECT_TRUE(Inspect()["links"].empty());
}

// ---- Robustness ----

TEST_F(CanvasViewTest, AnySizeAndViewIsDrawn) {
  for (float width : {1.0f, 60.0f, 320.0f, 390.0f, 480.0f, 720.0f, 2560.0f}) {
    for (float height : {1.0f, 40.0f, 200.0f, 1400.0f}) {
      for (View view : {View::kAuto, View::kGraph, View::kSplit, View::kTimeline}) {
        canvas.input.width_px = width;
        canvas.input.height_px = height;
        canvas.state.view = view;
        canvas.Frame();
        ASSERT_TRUE(Inspect().is_object()) << width << "x" << height;
      }
    }
  }
}

// How many pixels of a row have a colour.
int CountIn(const Picture& picture, int row, uint32_t rgb) {
  int count = 0;
  for (int x = 0; x < picture.width; ++x) count += picture.At(x, row) == rgb;
  return count;
}

TEST_F(CanvasViewTest, ThePlayheadsPillLiesOnTheRingOfTheHalfThatHasTheKeyboard) {
  constexpr uint32_t kFocus = 0x1B5FCC, kInk = 0x16181D;
  canvas.input.focused = true;
  canvas.Settle();
  const Picture picture = Rasterise(canvas.drawn);
  int rows = 0;
  for (int y = picture.height / 4; y < picture.height - 8; ++y) {
    if (CountIn(picture, y, kFocus) < picture.width / 2) continue;
    ++rows;
    EXPECT_GT(CountIn(picture, y, kInk), 100) << "in row " << y;
  }
  EXPECT_GT(rows, 0);
}

TEST(CanvasView, ADossierOfOneEventIsDrawn) {
  CanvasHarness canvas(ReadValid(R"({"format":"demarche/1","id":"d","title":"T","lang":"en",
    "sources":[{"id":"S","title":"s","publisher":"p","kind":"press"}],"tracks":[{"id":"t","name":"T","group":"G"}],
    "events":[{"id":"e","title":"E","date":"2022-01-10","track":"t","status":"occurred",
               "importance":1,"sources":[{"id":"S"}]}]})"));
  canvas.Settle();
  const json out = json::parse(canvas.view->Inspect(canvas.state), nullptr, false);
  ASSERT_EQ(out["items"].size(), 1u);
  EXPECT_EQ(out["items"][0]["id"], "e");
}

}  // namespace
}  // namespace demarche
