// A finger on the phone's canvas, where time runs down.
#include "tests/views/canvas_fixture.h"

namespace demarche {
namespace {

class PhoneTest : public CanvasTest {
 protected:
  PhoneTest() : CanvasTest(390, 500) { canvas.input.touch = true; }

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
  canvas.queue.Press();
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

}  // namespace
}  // namespace demarche
