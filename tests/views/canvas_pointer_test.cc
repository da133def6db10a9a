// The mouse on the canvas: what it asks for and what stands on the canvas afterwards.
#include "views/canvas_pointer.h"

#include "tests/views/canvas_fixture.h"
#include "views/scene_layout.h"

namespace demarche {
namespace {

constexpr float kTicksY = 112;  // in the row of ticks

class CanvasPointerTest : public CanvasTest {
 protected:
  using CanvasTest::CanvasTest;

  // The layout that the canvas has for its state, from the parts it is made of.
  const TimelineLayout& Timeline() {
    layout_.Update(canvas.state, canvas.input, {});
    return *layout_.scene().timeline;
  }
  Point LaneNameAt(uint32_t lane) {
    const Lane& at = Timeline().lanes[lane];
    return {40, at.y_px + at.h_px / 2};
  }
  Point HeadingAt(uint32_t group) {
    const LaneGroup& at = Timeline().groups[group];
    return {40, at.y_px + at.h_px / 2};
  }

  SceneLayout layout_{canvas.dossier};
};

// ---- Selecting ----

TEST_F(CanvasPointerTest, AClickOnAnEventSelectsIt) {
  canvas.Click(MiddleOf(Item("geneva-2022")));
  EXPECT_EQ(canvas.state.focus, Find("geneva-2022"));
  canvas.Settle();
  EXPECT_TRUE(Item("geneva-2022")["selected"].get<bool>());
  EXPECT_EQ(Inspect()["selection"], "geneva-2022");
}

TEST_F(CanvasPointerTest, AClickOnAnActorSelectsItAndItsEventsStandOut) {
  canvas.Click(NodeAt("osce"));
  EXPECT_EQ(canvas.state.focus, Find("osce"));
  canvas.Settle();
  bool some_dimmed = false, some_not = false;
  for (const json& item : Items()) (item["dimmed"].get<bool>() ? some_dimmed : some_not) = true;
  EXPECT_TRUE(some_dimmed);
  EXPECT_TRUE(some_not);
}

TEST_F(CanvasPointerTest, AClickOnAnEdgePinsItAndTheNextClickLetsGo) {
  // Between the United States and Russia, from above: the first thing that is no node is an edge.
  const float x = (NodeAt("us").x + NodeAt("russia").x) / 2;
  for (int y = 490; y < 740 && !canvas.state.edge; y += 4) {
    canvas.Click({x, static_cast<float>(y)});
    canvas.Frame(0.5);  // or two would be a double click
  }
  ASSERT_TRUE(canvas.state.edge);
  EXPECT_STREQ(canvas.view->cursor(), "pointer");
  canvas.Frame(0.5);
  canvas.Click(canvas.input.pointer.at_px);
  EXPECT_FALSE(canvas.state.edge);
}

TEST_F(CanvasPointerTest, AClickBesideTheGraphLetsGoOfThePinnedEdge) {
  Go("edge=us~russia~3");
  ASSERT_TRUE(canvas.state.edge);
  canvas.Click({915, 744});
  EXPECT_FALSE(canvas.state.edge);
}

TEST_F(CanvasPointerTest, AClickOnAClusterComesCloserToIt) {
  Go("axis=linear");
  const json items = Items();
  const auto cluster = std::find_if(items.begin(), items.end(),
                                    [](const json& item) { return item["kind"] == "cluster"; });
  ASSERT_NE(cluster, items.end());
  canvas.Click(MiddleOf(*cluster));
  EXPECT_FALSE(canvas.state.focus);
  ASSERT_NE(canvas.state.range, kEverything);
  const When& first = canvas.dossier.WhenOf(Find((*cluster)["id"].get<std::string>()));
  EXPECT_LE(canvas.state.range.earliest, first.earliest());
  EXPECT_GE(canvas.state.range.latest, first.earliest());
}

TEST_F(CanvasPointerTest, AClickOnNothingSelectsNothing) {
  canvas.Click(EmptyLane());
  EXPECT_TRUE(canvas.all_actions.empty());
}

// ---- Names of lanes and groups ----

TEST_F(CanvasPointerTest, AClickOnALanesNameShowsItAloneAndThenAllAgain) {
  const Point vienna = LaneNameAt(2);
  canvas.MoveTo(vienna);
  EXPECT_STREQ(canvas.view->cursor(), "pointer");
  canvas.Click(vienna);
  EXPECT_EQ(canvas.state.lanes, std::vector<Index>{2});
  canvas.Settle();
  for (const json& item : Items()) EXPECT_EQ(item["track"], "vienna");
  canvas.Click(LaneNameAt(0));
  EXPECT_TRUE(canvas.state.lanes.empty());
}

TEST_F(CanvasPointerTest, WhereLanesAreHiddenAllCanBeShown) {
  Go("lanes=vienna,geneva");
  const TimelineLayout& timeline = Timeline();
  const Rect all = AllLanesBox(timeline);
  EXPECT_GE(all.y, timeline.lanes[1].y_px + timeline.lanes[1].h_px);
  canvas.Click(all.centre());
  EXPECT_TRUE(canvas.state.lanes.empty());
  canvas.Settle();
  EXPECT_EQ(AllLanesBox(Timeline()).h, 0) << "there is none to show any more";
}

TEST_F(CanvasPointerTest, AClickOnAHeadingFoldsItsGroupAndOneOnItsNameOpensIt) {
  canvas.Click(HeadingAt(2));
  EXPECT_EQ(canvas.state.folded, std::vector<std::string>{"Background"});
  canvas.Settle();
  ASSERT_EQ(Timeline().groups[2].fold, GroupFold::kFolded);
  const Point name = LaneNameAt(Timeline().groups[2].first_lane);
  canvas.MoveTo(name);
  EXPECT_STREQ(canvas.view->cursor(), "pointer");
  canvas.Click(name);
  EXPECT_TRUE(canvas.state.folded.empty());
}

class NestedGutterTest : public CanvasPointerTest {
 protected:
  NestedGutterTest() : CanvasPointerTest(ReadValid(NestedTalksText()), 920, 900) {}

  json Group(const std::string& path) {
    const json groups = Inspect()["groups"];
    for (const json& group : groups)
      if (group["path"] == path) return group;
    return {};
  }
  using Folded = std::vector<std::string>;
};

TEST_F(NestedGutterTest, EachLevelHasItsHeadingSetInAndFolds) {
  ASSERT_EQ(Group("Talks / Multilateral")["level"], 2);
  canvas.Click(MiddleOf(Group("Talks / Multilateral")));
  EXPECT_EQ(canvas.state.folded, Folded{"Talks / Multilateral"});
  canvas.Settle();
  EXPECT_TRUE(Group("Talks / Multilateral")["folded"].get<bool>());
  canvas.Click(MiddleOf(Group("Talks")));
  EXPECT_EQ(canvas.state.folded, (Folded{"Talks", "Talks / Multilateral"}));
  canvas.Settle();
  EXPECT_TRUE(Group("Talks / Multilateral").is_null()) << "it is within one that is folded";
  canvas.Click(MiddleOf(Group("Talks")));
  EXPECT_EQ(canvas.state.folded, Folded{"Talks / Multilateral"});
  canvas.Settle();
  canvas.Click(MiddleOf(Group("Talks / Multilateral")));
  EXPECT_TRUE(canvas.state.folded.empty());
}

// One heading stands under the other: none takes of the other's height.
TEST_F(NestedGutterTest, OfTwoHeadingsThatTouchEachIsHitInAllOfIt) {
  Go("lanes=brussels,vienna,geneva");
  for (const char* path : {"Talks", "Talks / Multilateral"}) {
    const json box = Group(path);
    for (const float y : {1.0f, 8.0f, 15.0f}) {
      canvas.Click({30, box["y"].get<float>() + y});
      EXPECT_EQ(canvas.state.folded, Folded{path}) << y;
      canvas.Frame(0.5);
      Go("fold=");
    }
  }
}

TEST_F(NestedGutterTest, NamesAreSetInWhereTheirHeadingsAre) {
  const TimelineLayout& timeline = Timeline();
  const auto name_x = [&](const Lane& lane) {
    return LayoutLaneLabel(lane, timeline.metrics, layout_.measurer()).name.x;
  };
  ASSERT_EQ(timeline.lanes[0].level, 1);
  EXPECT_EQ(name_x(timeline.lanes[0]), GutterTextX(timeline, 1));
  EXPECT_GT(GutterTextX(timeline, 1), GutterTextX(timeline, 0));
  EXPECT_LT(ChevronAt(timeline, 0, 1).x, GutterTextX(timeline, 1));
  TimelineLayout low = timeline;
  low.metrics.inner_heading_px = 0;
  EXPECT_EQ(GutterTextX(low, 1), GutterTextX(low, 0));
}

// 24 px high, as low as it is (WCAG 2.5.8); in between the lanes have the rest.
TEST_F(CanvasPointerTest, HeadingsAreHitAroundThem) {
  const LaneGroup& group = Timeline().groups[1];
  const float middle = group.y_px + group.h_px / 2;
  int hits = 0;
  for (float y = middle - 20; y <= middle + 20; ++y) {
    canvas.Click({30, y});
    canvas.Frame(0.5);
    hits += !canvas.state.folded.empty();
    if (!canvas.state.folded.empty() || !canvas.state.lanes.empty()) Go("fold=&lanes=");
  }
  EXPECT_GE(hits, 24);
  EXPECT_LT(hits, 30);
}

TEST_F(CanvasPointerTest, ADragFromALanesNameIsNoClick) {
  const Point from = LaneNameAt(1);
  canvas.Drag(from, {from.x, from.y + 40});
  EXPECT_TRUE(canvas.all_actions.empty());
}

// ---- Viewport ----

TEST_F(CanvasPointerTest, ADragPansAZoomedTimelineTheWayItIsDrawn) {
  Go("range=2022-01-08/2022-01-11");
  canvas.Drag({400, 430}, {300, 430});
  EXPECT_GT(canvas.state.range.earliest, 1641600000);
  const double moved = static_cast<double>(canvas.state.range.earliest - 1641600000);
  const double expected = 100.0 / 756 * 4 * 86400;
  EXPECT_NEAR(moved, expected, expected * 0.06);
}

TEST_F(CanvasPointerTest, ADragFasterThanTheFramesPansAllTheWay) {
  Go("range=2022-01-08/2022-01-11");
  canvas.Drag({400, 430}, {300, 430});
  const TimeSpan slowly = canvas.state.range;
  Go("range=2022-01-08/2022-01-11");
  canvas.MoveTo({400, 430});
  canvas.queue.Press();
  canvas.queue.MoveTo({300, 430});
  canvas.queue.Release();
  canvas.Settle();
  EXPECT_NEAR(canvas.state.range.earliest, slowly.earliest, 60);
}

TEST_F(CanvasPointerTest, ADragOfEverythingStaysEverything) {
  canvas.Drag({400, 430}, {300, 430});
  EXPECT_EQ(canvas.state.range, kEverything);
}

TEST_F(CanvasPointerTest, ADoubleClickZoomsInAboutThePointer) {
  const Point at = EmptyLane();
  canvas.DoubleClick(at);
  ASSERT_NE(Last<SetRange>(canvas.all_actions), nullptr);
  EXPECT_NE(canvas.state.range, kEverything);
}

TEST_F(CanvasPointerTest, TwoClicksFarApartInTimeAreNoDoubleClick) {
  const Point at = EmptyLane();
  canvas.Click(at);
  canvas.input.now_s += 2;  // the page slept; Dear ImGui's clock did not run
  canvas.Click(at);
  EXPECT_EQ(canvas.state.range, kEverything);
}

TEST_F(CanvasPointerTest, TheWheelOverTheGraphLeavesTimeAlone) {
  canvas.input.zoom_factor = 2;
  canvas.input.zoom_x_px = 500;
  canvas.input.zoom_y_px = 600;
  canvas.Frame();
  EXPECT_EQ(canvas.state.range, kEverything);
}

TEST_F(CanvasPointerTest, PinchAndPanGesturesMoveTheViewport) {
  canvas.input.zoom_factor = 3;
  canvas.input.zoom_x_px = 700;
  canvas.Frame();
  const TimeSpan zoomed = canvas.state.range;
  EXPECT_NE(zoomed, kEverything);
  canvas.input.pan_px = 60;
  canvas.Frame();
  EXPECT_LT(canvas.state.range.earliest, zoomed.earliest);
  canvas.input.zoom_factor = 1 / 50.0f;
  canvas.Frame();
  canvas.Frame();
  EXPECT_EQ(Item("founding-act")["id"], "founding-act");
}

TEST_F(CanvasPointerTest, TheBrushsEdgeSetsWhereTheViewportBegins) {
  Go("range=2014-01-01/2021-12-31");
  canvas.Drag({711, 25}, {780, 25});
  EXPECT_GT(canvas.state.range.earliest, 1388534400 + 2 * 365 * kDay);
  EXPECT_EQ(canvas.state.range.latest, 1640995199);
}

TEST_F(CanvasPointerTest, TheBrushsMiddlePansWithoutChangingItsLength) {
  Go("range=2014-01-01/2017-12-31");
  const Seconds length = canvas.state.range.latest - canvas.state.range.earliest;
  canvas.Drag({760, 25}, {700, 25});
  EXPECT_LT(canvas.state.range.earliest, 1388534400 - 365 * kDay);
  EXPECT_EQ(canvas.state.range.latest - canvas.state.range.earliest, length);
}

TEST_F(CanvasPointerTest, ASelectionMadeElsewhereComesIntoView) {
  Go("range=2022-01-08/2022-01-12");
  canvas.state = Reduce(canvas.dossier, canvas.state, Select{Find("founding-act")});
  const Ref focus = canvas.state.focus;
  if (!focus) GTEST_SKIP() << "no such event";
  canvas.Settle();
  const Event& event = canvas.dossier.events()[focus.index];
  EXPECT_LE(canvas.state.range.earliest, event.date.when.earliest());
}

// ---- Playhead ----

TEST_F(CanvasPointerTest, TheDraggedPlayheadRestsAtEndsOfDays) {
  const Seconds before = canvas.state.as_of_s;
  const float x = PlayheadX();
  canvas.Drag({x, kTicksY}, {x + 86, kTicksY}, 20);
  EXPECT_EQ(canvas.state.as_of_s, before + 2 * kDay);
  for (const Action& action : canvas.all_actions) {
    const SetAsOf* set = std::get_if<SetAsOf>(&action);
    if (set) {
      EXPECT_EQ((set->as_of_s + 1) % kDay, 0);
    }
  }
}

TEST_F(CanvasPointerTest, AFingerTakesThePlayheadAndTheBrushsEdgeFromFurtherAway) {
  const Seconds before = canvas.state.as_of_s;
  const float x = PlayheadX();
  canvas.input.touch = true;
  canvas.Drag({x - 15, kTicksY}, {x - 15 + 86, kTicksY}, 20);
  EXPECT_EQ(canvas.state.as_of_s, before + 2 * kDay);
  Go("range=2014-01-01/2021-12-31");
  canvas.Drag({698, 44}, {767, 44});
  EXPECT_GT(canvas.state.range.earliest, 1388534400 + 2 * 365 * kDay);
  EXPECT_EQ(canvas.state.range.latest, 1640995199);
}

TEST_F(CanvasPointerTest, AFingersDragOfTheLanesIsThePages) {
  Go("range=2022-01-08/2022-01-11");
  const TimeSpan range = canvas.state.range;
  canvas.input.touch = true;
  EXPECT_FALSE(canvas.view->HasGrip(300, 430));
  canvas.Drag({300, 430}, {200, 430});  // the page sends such drags as gestures
  EXPECT_EQ(canvas.state.range, range);
}

TEST_F(CanvasPointerTest, ThePillsArrowsStepToTheNextChange) {
  // Along the splitter, from the left: the first thing that answers is the arrow back.
  const StepAsOf* step = nullptr;
  for (int x = 500; x < 800 && !step; x += 10) {
    canvas.Click({static_cast<float>(x), 468});
    step = Last<StepAsOf>(canvas.all_actions);
  }
  ASSERT_NE(step, nullptr);
  EXPECT_EQ(step->step, AsOfStep::kPreviousChange);
}

TEST_F(CanvasPointerTest, TheZoneSwitchesByItsButtonAndByItsKey) {
  canvas.Click({140, 62});
  EXPECT_EQ(canvas.state.zone, "local");
  canvas.Key(ImGuiKey_Z);
  EXPECT_EQ(canvas.state.zone, "utc");
  canvas.Key(ImGuiKey_Z);
  EXPECT_EQ(canvas.state.zone, "");
}

TEST_F(CanvasPointerTest, TheAxisControlSwitches) {
  canvas.Click({115, 85});
  EXPECT_EQ(canvas.state.axis, AxisKind::kLinear);
  canvas.Settle();
  EXPECT_TRUE(Inspect()["axis"]["breaks"].empty());
  canvas.Click({40, 85});
  EXPECT_EQ(canvas.state.axis, AxisKind::kAdaptive);
}

}  // namespace
}  // namespace demarche
