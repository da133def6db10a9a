// The canvas as a reader meets it: pointer, keys and gestures against the real dossier, what they
// ask for and what stands on the canvas afterwards.
#include "views/canvas_view.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/state/permalink.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/views/harness.h"

namespace demarche {
namespace {

using nlohmann::json;

constexpr TimeSpan kEverything{kTimeMin, kTimeMax};
constexpr Seconds kDay = 86400;
constexpr float kTicksY = 112;  // in the row of ticks

class CanvasViewTest : public testing::Test {
 protected:
  explicit CanvasViewTest(float width_px = 920, float height_px = 748)
      : canvas(ReadTalks(), width_px, height_px) {
    canvas.Settle();
    canvas.all_actions.clear();
  }

  json Inspect() { return json::parse(canvas.view->Inspect(canvas.state), nullptr, false); }
  json Items() { return Inspect()["items"]; }
  json Nodes() { return Inspect()["graph"]["nodes"]; }
  json Ticks() { return Inspect()["axis"]["ticks"]; }

  void Go(const std::string& permalink) {
    canvas.state = ApplyPermalink(canvas.dossier, canvas.state, permalink);
    canvas.Settle();
    canvas.all_actions.clear();
  }

  Ref Find(std::string_view id) const { return canvas.dossier.Find(id); }

  /// The item's entry in inspect().
  json Item(const std::string& id) {
    for (const json& item : Items())
      if (item["id"] == id) return item;
    ADD_FAILURE() << "not on the canvas: " << id;
    return {};
  }
  Point MiddleOf(const json& box) {
    if (!box.is_object()) return {};
    return {box.value("x", 0.0f) + box.value("w", 0.0f) / 2,
            box.value("y", 0.0f) + box.value("h", 0.0f) / 2};
  }
  Point NodeAt(const std::string& id) {
    for (const json& node : Nodes())
      if (node["id"] == id) return {node["x"].get<float>(), node["y"].get<float>()};
    ADD_FAILURE() << "not in the graph: " << id;
    return {};
  }
  /// Somewhere in the lanes where nothing is.
  Point EmptyLane() {
    const json items = Items();
    const float playhead = PlayheadX();
    for (int row = 140; row < 440; row += 3) {
      for (int column = 300; column < 700; column += 3) {
        const Point at{static_cast<float>(column), static_cast<float>(row)};
        bool free = std::abs(at.x - playhead) > 30;
        for (const json& item : items) {
          const float left = item["x"].get<float>() - 30,
                      right = left + item["w"].get<float>() + 60;
          const float top = item["y"].get<float>() - 14, bottom = top + item["h"].get<float>() + 28;
          if (at.x > left && at.x < right && at.y > top && at.y < bottom) free = false;
        }
        if (free) return at;
      }
    }
    ADD_FAILURE() << "every place is taken";
    return {};
  }
  /// The end of the 9th, where the day cell of the 10th begins.
  float PlayheadX() {
    for (const json& tick : Ticks())
      if (tick["date"] == "2022-01-10") return tick["x"].get<float>();
    return -1000;
  }

  CanvasHarness canvas;
};

// ---- Selecting ----

TEST_F(CanvasViewTest, AClickOnAnEventSelectsIt) {
  canvas.Click(MiddleOf(Item("geneva-2022")));
  EXPECT_EQ(canvas.state.focus, Find("geneva-2022"));
  canvas.Settle();
  EXPECT_TRUE(Item("geneva-2022")["selected"].get<bool>());
  EXPECT_EQ(Inspect()["selection"], "geneva-2022");
}

TEST_F(CanvasViewTest, AClickOnAnActorSelectsItAndItsEventsStandOut) {
  canvas.Click(NodeAt("osce"));
  EXPECT_EQ(canvas.state.focus, Find("osce"));
  canvas.Settle();
  bool some_dimmed = false, some_not = false;
  for (const json& item : Items()) (item["dimmed"].get<bool>() ? some_dimmed : some_not) = true;
  EXPECT_TRUE(some_dimmed);
  EXPECT_TRUE(some_not);
}

TEST_F(CanvasViewTest, AClickOnAnEdgePinsItAndTheNextClickLetsGo) {
  // Between the United States and Russia, from above: the first thing that is no node is an edge.
  const float x = (NodeAt("us").x + NodeAt("russia").x) / 2;
  for (int y = 490; y < 740 && !canvas.state.edge; y += 4) canvas.Click({x, static_cast<float>(y)});
  ASSERT_TRUE(canvas.state.edge);
  EXPECT_STREQ(canvas.view->cursor(), "pointer");
  const ImVec2 at = ImGui::GetIO().MousePos;
  canvas.Frame(0.5);
  canvas.Click({at.x, at.y});
  EXPECT_FALSE(canvas.state.edge);
}

TEST_F(CanvasViewTest, AClickBesideTheGraphLetsGoOfThePinnedEdge) {
  Go("edge=us~russia~3");
  ASSERT_TRUE(canvas.state.edge);
  canvas.Click({915, 744});
  EXPECT_FALSE(canvas.state.edge);
}

TEST_F(CanvasViewTest, AClickOnAClusterSelectsOneOfItsMembers) {
  for (const json& item : Items()) {
    if (item["kind"] != "cluster" || item["count"] != 2) continue;
    const Point at = MiddleOf(item);
    canvas.Click(at);
    const Ref first = canvas.state.focus;
    ASSERT_EQ(first.kind, ItemKind::kEvent);
    return;
  }
  FAIL() << "no cluster";
}

TEST_F(CanvasViewTest, AClickOnNothingSelectsNothing) {
  canvas.Click(EmptyLane());
  EXPECT_TRUE(canvas.all_actions.empty());
}

// ---- Hover ----

TEST_F(CanvasViewTest, HoverIsToldAfterEightyMillisecondsAndTakenBackAtOnce) {
  canvas.MoveTo(MiddleOf(Item("geneva-2022")));
  EXPECT_FALSE(canvas.state.hover);
  EXPECT_TRUE(canvas.view->animating());
  canvas.Frame(0.05);
  EXPECT_FALSE(canvas.state.hover);
  canvas.Frame(0.05);
  EXPECT_EQ(canvas.state.hover, Find("geneva-2022"));
  EXPECT_FALSE(canvas.view->animating());
  canvas.Leave();
  EXPECT_FALSE(canvas.state.hover);
}

TEST_F(CanvasViewTest, WhatThePaneTellsToHoverIsNotTakenBack) {
  canvas.state.hover = Find("geneva-2022");
  canvas.Settle();
  canvas.Leave();
  EXPECT_EQ(canvas.state.hover, Find("geneva-2022"));
}

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

TEST_F(CanvasViewTest, AFingerDoesNotHover) {
  canvas.input.touch = true;
  canvas.MoveTo(MiddleOf(Item("geneva-2022")));
  canvas.Frame(0.2);
  EXPECT_FALSE(canvas.state.hover);
}

TEST_F(CanvasViewTest, TheCursorSaysWhatAClickWouldDo) {
  canvas.MoveTo(MiddleOf(Item("geneva-2022")));
  EXPECT_STREQ(canvas.view->cursor(), "pointer");
  canvas.MoveTo(EmptyLane());
  EXPECT_STREQ(canvas.view->cursor(), "default");
  canvas.MoveTo({PlayheadX(), kTicksY});
  EXPECT_STREQ(canvas.view->cursor(), "ew-resize");
  canvas.MoveTo({50, 85});
  EXPECT_STREQ(canvas.view->cursor(), "pointer");
  Go("range=2022-01-08/2022-01-12");
  canvas.MoveTo({500, 60});
  canvas.MoveTo(EmptyLane());
  EXPECT_STREQ(canvas.view->cursor(), "grab");
}

// ---- Viewport ----

TEST_F(CanvasViewTest, ADragPansAZoomedTimelineTheWayItIsDrawn) {
  Go("range=2022-01-08/2022-01-11");
  canvas.Drag({400, 430}, {300, 430});
  EXPECT_GT(canvas.state.range.earliest, 1641600000);
  const double moved = static_cast<double>(canvas.state.range.earliest - 1641600000);
  const double expected = 100.0 / 756 * 4 * 86400;
  EXPECT_NEAR(moved, expected, expected * 0.06);
}

TEST_F(CanvasViewTest, ADragOfEverythingStaysEverything) {
  canvas.Drag({400, 430}, {300, 430});
  EXPECT_EQ(canvas.state.range, kEverything);
}

TEST_F(CanvasViewTest, ADoubleClickZoomsInAboutThePointer) {
  const Point at = EmptyLane();
  canvas.DoubleClick(at);
  ASSERT_NE(Last<SetRange>(canvas.all_actions), nullptr);
  EXPECT_NE(canvas.state.range, kEverything);
}

TEST_F(CanvasViewTest, TwoClicksFarApartInTimeAreNoDoubleClick) {
  const Point at = EmptyLane();
  canvas.Click(at);
  canvas.input.now_s += 2;  // the page slept; Dear ImGui's clock did not run
  canvas.Click(at);
  EXPECT_EQ(canvas.state.range, kEverything);
}

TEST_F(CanvasViewTest, TheWheelOverTheGraphLeavesTimeAlone) {
  canvas.input.zoom_factor = 2;
  canvas.input.zoom_x_px = 500;
  canvas.input.zoom_y_px = 600;
  canvas.Frame();
  EXPECT_EQ(canvas.state.range, kEverything);
}

TEST_F(CanvasViewTest, PinchAndPanGesturesMoveTheViewport) {
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

TEST_F(CanvasViewTest, TheBrushsEdgeSetsWhereTheViewportBegins) {
  Go("range=2014-01-01/2021-12-31");
  canvas.Drag({711, 25}, {780, 25});
  EXPECT_GT(canvas.state.range.earliest, 1388534400 + 2 * 365 * kDay);
  EXPECT_EQ(canvas.state.range.latest, 1640995199);
}

TEST_F(CanvasViewTest, TheBrushsMiddlePansWithoutChangingItsLength) {
  Go("range=2014-01-01/2017-12-31");
  const Seconds length = canvas.state.range.latest - canvas.state.range.earliest;
  canvas.Drag({760, 25}, {700, 25});
  EXPECT_LT(canvas.state.range.earliest, 1388534400 - 365 * kDay);
  EXPECT_EQ(canvas.state.range.latest - canvas.state.range.earliest, length);
}

TEST_F(CanvasViewTest, ASelectionMadeElsewhereComesIntoView) {
  Go("range=2022-01-08/2022-01-12");
  canvas.state = Reduce(canvas.dossier, canvas.state, Select{Find("founding-act")});
  const Ref focus = canvas.state.focus;
  if (!focus) GTEST_SKIP() << "no such event";
  canvas.Settle();
  const Event& event = canvas.dossier.events()[focus.index];
  EXPECT_LE(canvas.state.range.earliest, event.date.when.earliest());
}

// ---- Playhead ----

TEST_F(CanvasViewTest, TheDraggedPlayheadRestsAtEndsOfDays) {
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

TEST_F(CanvasViewTest, AFingerTakesThePlayheadAndTheBrushsEdgeFromFurtherAway) {
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

TEST_F(CanvasViewTest, AFingersDragOfTheLanesIsThePages) {
  Go("range=2022-01-08/2022-01-11");
  const TimeSpan range = canvas.state.range;
  canvas.input.touch = true;
  EXPECT_FALSE(canvas.view->HasGrip(300, 430));
  canvas.Drag({300, 430}, {200, 430});  // the page sends such drags as gestures
  EXPECT_EQ(canvas.state.range, range);
}

TEST_F(CanvasViewTest, ThePillsArrowsStepToTheNextChange) {
  // Along the splitter, from the left: the first thing that answers is the arrow back.
  const StepAsOf* step = nullptr;
  for (int x = 500; x < 800 && !step; x += 10) {
    canvas.Click({static_cast<float>(x), 468});
    step = Last<StepAsOf>(canvas.all_actions);
  }
  ASSERT_NE(step, nullptr);
  EXPECT_EQ(step->step, AsOfStep::kPreviousChange);
}

TEST_F(CanvasViewTest, TheZoneSwitchesByItsButtonAndByItsKey) {
  canvas.Click({140, 62});
  EXPECT_EQ(canvas.state.zone, "local");
  canvas.Key(ImGuiKey_Z);
  EXPECT_EQ(canvas.state.zone, "utc");
  canvas.Key(ImGuiKey_Z);
  EXPECT_EQ(canvas.state.zone, "");
}

TEST_F(CanvasViewTest, TheAxisControlSwitches) {
  canvas.Click({115, 85});
  EXPECT_EQ(canvas.state.axis, AxisKind::kLinear);
  canvas.Settle();
  EXPECT_TRUE(Inspect()["axis"]["breaks"].empty());
  canvas.Click({40, 85});
  EXPECT_EQ(canvas.state.axis, AxisKind::kAdaptive);
}

// ---- Keys ----

struct KeyCase {
  const char* name;
  const char* permalink;
  ImGuiKey key;
  bool shift;
  const char* expected;  // the permalink that applying the key's action gives; null: unchanged
  PageRequest page;
};

const KeyCase kKeys[] = {
    {"Right", "focus=geneva-2022", ImGuiKey_RightArrow, false, "focus=brussels-nrc-2022",
     PageRequest::kNone},
    {"Enter", "focus=geneva-2022", ImGuiKey_Enter, false, nullptr, PageRequest::kOpenPane},
    {"slash", "", ImGuiKey_Slash, false, nullptr, PageRequest::kSearch},
    {"question mark", "", ImGuiKey_Slash, true, nullptr, PageRequest::kHelp},
    {"L", "", ImGuiKey_L, false, "axis=linear", PageRequest::kNone},
    {"L again", "axis=linear", ImGuiKey_L, false, "axis=adaptive", PageRequest::kNone},
    {"A", "", ImGuiKey_A, false, "links=all", PageRequest::kNone},
    {"A again", "links=all", ImGuiKey_A, false, "links=none", PageRequest::kNone},
    {"A once more", "links=none", ImGuiKey_A, false, "links=focus", PageRequest::kNone},
    {"zero", "range=2022-01-08/2022-01-12", ImGuiKey_0, false, "range=", PageRequest::kNone},
    {"Escape clears", "focus=geneva-2022", ImGuiKey_Escape, false, "focus=", PageRequest::kNone},
    {"Escape leaves", "", ImGuiKey_Escape, false, nullptr, PageRequest::kLeave},
    {"bracket, a day on", "", ImGuiKey_RightBracket, true, "as-of=2022-01-10", PageRequest::kNone},
    {"bracket, a day back", "", ImGuiKey_LeftBracket, true, "as-of=2022-01-08", PageRequest::kNone},
    {"G where both are", "view=split", ImGuiKey_G, false, nullptr, PageRequest::kNone},
    {"G from the timeline", "view=timeline", ImGuiKey_G, false, "view=graph", PageRequest::kNone},
    {"T from the graph", "view=graph", ImGuiKey_T, false, "view=timeline", PageRequest::kNone},
    {"a letter without use", "", ImGuiKey_Q, false, nullptr, PageRequest::kNone},
};

TEST_F(CanvasViewTest, KeysDoWhatTheTableSays) {
  const AppState initial = canvas.state;
  for (const KeyCase& c : kKeys) {
    SCOPED_TRACE(c.name);
    canvas.state = initial;
    Go(c.permalink);
    canvas.view->TakePageRequest();
    const AppState before = canvas.state;
    canvas.Key(c.key, c.shift);
    AppState expected = before;
    if (c.expected) expected = ApplyPermalink(canvas.dossier, before, c.expected);
    EXPECT_EQ(PermalinkOf(canvas.dossier, canvas.state), PermalinkOf(canvas.dossier, expected));
    EXPECT_EQ(canvas.view->TakePageRequest(), c.page);
  }
}

TEST_F(CanvasViewTest, PlusAndMinusAreEachOthersInverse) {
  canvas.Key(ImGuiKey_Equal);
  EXPECT_NE(canvas.state.range, kEverything);
  canvas.Key(ImGuiKey_Minus);
  EXPECT_EQ(canvas.state.range, kEverything);
}

TEST_F(CanvasViewTest, ShiftAndAnArrowPan) {
  Go("range=2022-01-08/2022-01-10");
  const Seconds before = canvas.state.range.earliest;
  canvas.Key(ImGuiKey_RightArrow, true);
  EXPECT_GT(canvas.state.range.earliest, before);
  EXPECT_FALSE(canvas.state.focus);
}

TEST_F(CanvasViewTest, HomeAndEndSelectTheFirstAndTheLastEvent) {
  canvas.Key(ImGuiKey_Home);
  const Ref first = canvas.state.focus;
  canvas.Key(ImGuiKey_End);
  const Ref last = canvas.state.focus;
  ASSERT_EQ(first.kind, ItemKind::kEvent);
  ASSERT_EQ(last.kind, ItemKind::kEvent);
  EXPECT_NE(first, last);
}

TEST_F(CanvasViewTest, InTheGraphArrowsWalkFromActorToActor) {
  canvas.Key(ImGuiKey_G);
  Go("focus=us");
  canvas.Key(ImGuiKey_RightArrow);
  ASSERT_EQ(canvas.state.focus.kind, ItemKind::kActor);
  EXPECT_NE(canvas.state.focus, Find("us"));
  const Point from = NodeAt("us");
  const Point to = NodeAt(std::string(canvas.dossier.IdOf(canvas.state.focus)));
  EXPECT_GT(to.x, from.x);
  canvas.Key(ImGuiKey_T);
  canvas.Key(ImGuiKey_RightArrow);
  EXPECT_EQ(canvas.state.focus.kind, ItemKind::kEvent);
}

TEST_F(CanvasViewTest, ENamesTheEdgesOfAnActorInTurn) {
  Go("focus=osce");
  canvas.Key(ImGuiKey_E);
  const EdgeKey first = canvas.state.edge;
  ASSERT_TRUE(first);
  EXPECT_TRUE(first.from == Find("osce").index || first.to == Find("osce").index);
  canvas.Key(ImGuiKey_E, true);
  canvas.Key(ImGuiKey_E);
  EXPECT_EQ(canvas.state.edge, first);
}

TEST_F(CanvasViewTest, EscapeTakesBackTheEdgeThenTheSelectionThenLeaves) {
  Go("focus=us");
  canvas.Key(ImGuiKey_E);
  ASSERT_TRUE(canvas.state.edge);
  canvas.Key(ImGuiKey_Escape);
  EXPECT_FALSE(canvas.state.edge);
  EXPECT_TRUE(canvas.state.focus);
  canvas.Key(ImGuiKey_Escape);
  EXPECT_FALSE(canvas.state.focus);
  EXPECT_EQ(canvas.view->TakePageRequest(), PageRequest::kNone);
  canvas.Key(ImGuiKey_Escape);
  EXPECT_EQ(canvas.view->TakePageRequest(), PageRequest::kLeave);
}

TEST_F(CanvasViewTest, InAStoryArrowsPageKeysAndSpaceStep) {
  ASSERT_FALSE(canvas.dossier.data().stories.empty());
  canvas.state = Reduce(canvas.dossier, canvas.state, OpenStory{0, 1});
  canvas.Settle();
  uint32_t step = 1;
  for (ImGuiKey key : {ImGuiKey_RightArrow, ImGuiKey_PageDown, ImGuiKey_Space}) {
    canvas.Key(key);
    EXPECT_EQ(canvas.state.step, ++step);
  }
  for (ImGuiKey key : {ImGuiKey_LeftArrow, ImGuiKey_PageUp}) {
    canvas.Key(key);
    EXPECT_EQ(canvas.state.step, --step);
  }
  canvas.Key(ImGuiKey_4);
  EXPECT_EQ(canvas.state.step, 4u);
  canvas.Key(ImGuiKey_Escape);
  EXPECT_EQ(canvas.state.story, kNone);
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
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  canvas.Frame();
  canvas.MoveTo({380, 430});
  canvas.MoveTo({360, 430});
  ASSERT_NE(Last<SetRange>(canvas.all_actions), nullptr);
  canvas.Frame();
  EXPECT_FALSE(canvas.view->animating());
}

// ---- The phone ----

class PhoneTest : public CanvasViewTest {
 protected:
  PhoneTest() : CanvasViewTest(390, 500) { canvas.input.touch = true; }

  /// Where a day begins.
  float DayY(const std::string& date) {
    for (const json& tick : Ticks())
      if (tick["date"] == date) return tick["x"].get<float>();
    ADD_FAILURE() << "not on the axis: " << date;
    return 0;
  }
  /// Where a time lies on the true-scale strip, which is 474 px of 1990 to the end of 2022.
  float StripY(Seconds t) {
    constexpr double kFrom = 631152000, kTo = 1672531200;
    return 10 + static_cast<float>((static_cast<double>(t) - kFrom) / (kTo - kFrom)) * 474;
  }
};

TEST_F(PhoneTest, ATapSelects) {
  canvas.Tap(MiddleOf(Item("geneva-2022")));
  EXPECT_EQ(canvas.state.focus, Find("geneva-2022"));
  EXPECT_FALSE(canvas.state.hover);
}

// The end of the 9th at the right, where the pill lies.
TEST_F(PhoneTest, AFingerMovesThePlayheadByItsPillDayByDay) {
  const Point pill{340, DayY("2022-01-10") - 5};
  const float height = DayY("2022-01-11") - DayY("2022-01-10");
  ASSERT_TRUE(canvas.view->HasGrip(pill.x, pill.y));
  const Seconds before = canvas.state.as_of_s;
  canvas.Drag(pill, {pill.x - 30, pill.y + 2 * height});
  EXPECT_EQ(canvas.state.as_of_s, before + 2 * kDay) << "from where the pill was taken";
  for (const Action& action : canvas.all_actions) {
    const SetAsOf* set = std::get_if<SetAsOf>(&action);
    if (set) {
      EXPECT_EQ((set->as_of_s + 1) % kDay, 0);
    }
  }
  EXPECT_FALSE(canvas.state.focus) << "a drag is no tap";
}

TEST_F(PhoneTest, AFingerMovesThePlayheadByItsLineAndTheWindowStays) {
  const float line = DayY("2022-01-10"), height = DayY("2022-01-11") - line;
  const Point at{90, line + 15};
  ASSERT_TRUE(canvas.view->HasGrip(at.x, at.y)) << "44 px for a finger";
  const float before = DayY("2022-01-11");
  const Seconds as_of = canvas.state.as_of_s;
  canvas.MoveTo(at);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  canvas.Frame();
  canvas.MoveTo({at.x, at.y - height});
  for (int i = 0; i < 20; ++i) canvas.Frame();  // a finger that rests changes nothing more
  EXPECT_EQ(canvas.state.as_of_s, as_of - kDay);
  EXPECT_NEAR(DayY("2022-01-11"), before, 0.2);
}

TEST_F(PhoneTest, AMarksOwnPlaceIsNoGripButATapThereSelects) {
  const Point geneva = MiddleOf(Item("geneva-2022"));
  EXPECT_LT(geneva.y - DayY("2022-01-10"), 23);
  EXPECT_FALSE(canvas.view->HasGrip(geneva.x, geneva.y));
  EXPECT_FALSE(canvas.view->HasGrip(200, DayY("2022-01-12") + 2)) << "only ground";
}

TEST_F(PhoneTest, AFingerMovesTheBrushByItsMiddleAndItsEdges) {
  Go("range=2004/2013");
  const TimeSpan before = canvas.state.range;
  const auto length = [this] { return canvas.state.range.latest - canvas.state.range.earliest; };
  const Seconds was = length();
  const float middle = StripY((before.earliest + before.latest) / 2);
  const float end = StripY(before.latest);
  ASSERT_TRUE(canvas.view->HasGrip(5, middle)) << "beside the strip";
  canvas.Drag({5, middle}, {5, middle + 60});
  EXPECT_GT(canvas.state.range.earliest, before.earliest + 365 * kDay);
  EXPECT_NEAR(static_cast<double>(length()), static_cast<double>(was), 1);
  Go("range=2004/2013");
  ASSERT_TRUE(canvas.view->HasGrip(40, end + 18));
  canvas.Drag({40, end + 18}, {40, end + 60});
  EXPECT_EQ(canvas.state.range.earliest, before.earliest);
  EXPECT_GT(canvas.state.range.latest, before.latest + 365 * kDay);
}

TEST_F(PhoneTest, AShortBrushIsStillMovedByItsMiddle) {
  Go("range=2010-01/2010-02");
  const Seconds was = canvas.state.range.latest - canvas.state.range.earliest;
  const float at = StripY(canvas.state.range.earliest) + 15;
  canvas.Drag({20, at}, {20, at - 60});
  EXPECT_EQ(canvas.state.range.latest - canvas.state.range.earliest, was);
  EXPECT_LT(canvas.state.range.latest, 1262304000) << "before 2010";
}

TEST_F(PhoneTest, ALongPressSelectsAndAsksForThePane) {
  const Point geneva = MiddleOf(Item("geneva-2022"));
  canvas.input.long_press = true;
  canvas.input.press_x_px = geneva.x;
  canvas.input.press_y_px = geneva.y;
  canvas.Frame();
  canvas.input.long_press = false;
  EXPECT_EQ(canvas.state.focus, Find("geneva-2022"));
  EXPECT_EQ(canvas.view->TakePageRequest(), PageRequest::kOpenPane);
  canvas.Frame();
  EXPECT_EQ(canvas.view->TakePageRequest(), PageRequest::kNone);
}

TEST_F(PhoneTest, TimeRunsDown) {
  const float geneva = MiddleOf(Item("geneva-2022")).y;
  const float brussels = MiddleOf(Item("brussels-nrc-2022")).y;
  EXPECT_LT(geneva, brussels);
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
