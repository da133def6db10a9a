// Zooming, panning and hitting what a timeline shows.
#include <gtest/gtest.h>

#include <cmath>

#include "core/dates/calendar.h"
#include "core/timeline/timeline_layout.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

constexpr TimeSpan kEverything{kTimeMin, kTimeMax};

class TimelineMoves : public testing::Test {
 protected:
  TimelineMoves() {
    TimelineSketch sketch;
    for (const std::string_view band : kTalksBands) sketch.AddBand(band);
    const Index track = sketch.AddTrack("Talks");
    first_ = sketch.AddEvent(track, {.title = "Memorandum", .date = "1994-12-05"});
    talks_ =
        sketch.AddEvent(track, {.title = "Talks", .date = "2022-01-10", .reported = "2022-01-01"});
    dossier_.emplace(sketch.Build());
    request_ = DesktopRequest(*dossier_, "2022-01-09");
  }

  TimelineLayout At(TimeSpan range) {
    request_.range = range;
    return LayoutTimeline(request_);
  }

  Index first_ = kNone, talks_ = kNone;
  std::optional<Dossier> dossier_;
  TimelineRequest request_;
};

TEST_F(TimelineMoves, ZoomingKeepsWhatIsUnderThePointer) {
  TimelineLayout layout = At(kEverything);
  const double x = layout.scale.PxFromTime(FirstOf("2022-01-10T12:00Z"));
  for (int i = 0; i < 12; ++i) {
    const Seconds before = layout.range1 - layout.range0;
    layout = At(ZoomedRange(layout, 1.5, x));
    EXPECT_LT(layout.range1 - layout.range0, before);
    EXPECT_NEAR(layout.scale.PxFromTime(FirstOf("2022-01-10T12:00Z")), x, 1);
  }
}

TEST_F(TimelineMoves, ZoomingInEndsAtAMinute) {
  TimelineLayout layout = At(kEverything);
  for (int i = 0; i < 60; ++i) layout = At(ZoomedRange(layout, 3, 500));
  EXPECT_GE(layout.range1 - layout.range0, 60);
  EXPECT_LE(layout.range1 - layout.range0, 180);
}

TEST_F(TimelineMoves, ZoomingOutEndsAtTheContent) {
  TimelineLayout layout = At({FirstOf("2014-03"), LastOf("2014-04")});
  for (int i = 0; i < 20; ++i) layout = At(ZoomedRange(layout, 0.5, 300));
  EXPECT_NEAR(static_cast<double>(layout.range0), static_cast<double>(FirstOf("1994-12-05")),
              90000);
  EXPECT_EQ(layout.range1, FirstOf("2022-01-14"));
  EXPECT_TRUE(MarkOf(layout, first_)) << "what lies before the author's bands can be reached";
}

TEST_F(TimelineMoves, TheWholeAxisIsEverythingAgain) {
  const TimelineLayout layout = At(kEverything);
  EXPECT_EQ(ZoomedRange(layout, 1, 400), kEverything);
  EXPECT_EQ(PannedRange(layout, 0), kEverything);
  EXPECT_EQ(PannedRange(layout, 0.2), kEverything) << "there is nothing beyond the end";
  EXPECT_NE(PannedRange(layout, -20), kEverything) << "there is something before the beginning";
}

TEST_F(TimelineMoves, PanningMovesByPxAndStopsAtTheEnds) {
  const TimelineLayout layout = At({FirstOf("2014-03"), LastOf("2014-04")});
  const TimelineLayout later = At(PannedRange(layout, 100));
  EXPECT_NEAR(later.scale.PxFromTime(FirstOf("2014-04")),
              layout.scale.PxFromTime(FirstOf("2014-04")) - 100, 0.5);
  const TimelineLayout end = At(PannedRange(layout, 1e7));
  EXPECT_EQ(end.range1, FirstOf("2022-01-14"));
  EXPECT_NEAR(end.scale.world1() - end.scale.world0(),
              layout.scale.world1() - layout.scale.world0(), 1e-3);
  EXPECT_EQ(At(PannedRange(layout, -1e7)).range0, FirstOf("1994-12-05"));
}

TEST_F(TimelineMoves, PanningThereAndBackIsNothing) {
  TimelineLayout layout = At({FirstOf("2021-12-10"), LastOf("2021-12-20")});
  const Seconds from = layout.range0, to = layout.range1;
  for (int i = 0; i < 50; ++i) layout = At(PannedRange(layout, 7));
  for (int i = 0; i < 50; ++i) layout = At(PannedRange(layout, -7));
  EXPECT_NEAR(static_cast<double>(layout.range0), static_cast<double>(from), 120);
  EXPECT_NEAR(static_cast<double>(layout.range1), static_cast<double>(to), 120);
}

Mark Box(Index event, const Rect& box) {
  Mark mark;
  mark.item = {ItemKind::kEvent, event};
  mark.box_px = box;
  return mark;
}

TEST(HitTest, TakesTheBoxThenTheNeighbourhoodThenNothing) {
  TimelineLayout layout;
  layout.marks = {Box(0, {100, 100, 60, 16}), Box(1, {100, 116, 60, 16}),
                  Box(2, {150, 100, 60, 16}), Box(3, {300, 100, 4, 4})};
  const struct {
    Point at;
    float min_px;
    int event;  // -1: nothing
  } cases[] = {
      {{110, 108}, 24, 0}, {{110, 124}, 24, 1},  {{155, 108}, 24, 2},  // later drawn lies above
      {{110, 115}, 24, 0},  // its own box, though the next one's neighbourhood is here too
      {{110, 97}, 24, 0},   // above it, within 24 px of height
      {{110, 95}, 24, -1}, {{310, 110}, 24, 3},  {{310, 110}, 4, -1},
      {{322, 102}, 44, 3}, {{500, 500}, 44, -1},
  };
  for (const auto& c : cases) {
    const Mark* hit = HitTest(layout, c.at, c.min_px);
    const int event = hit ? static_cast<int>(hit->item.index) : -1;
    EXPECT_EQ(event, c.event) << c.at.x << ' ' << c.at.y;
  }
}

}  // namespace
}  // namespace demarche
