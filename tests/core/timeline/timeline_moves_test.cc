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

// ---- Coming closer to a cluster ----

class Clustered : public testing::Test {
 protected:
  // Calls on these days of December 2021 in one lane, and a fixed point long before.
  void Add(const std::vector<std::string_view>& dates) {
    TimelineSketch sketch;
    const Index track = sketch.AddTrack("Calls");
    sketch.AddEvent(track, {.title = "Memorandum", .date = "1994-12-05"});
    for (const std::string_view date : dates)
      calls_.push_back(sketch.AddEvent(track, {.title = "Call", .date = date}));
    dossier_.emplace(sketch.Build());
    request_ = DesktopRequest(*dossier_, "2022-01-09");
    request_.axis = AxisKind::kLinear;
    request_.area_px.h = 150;  // room for one row
    layout_ = LayoutTimeline(request_);
  }
  const Mark& Cluster() const { return *MarkWith(layout_, calls_.front()); }
  void ShowCloser() {
    const std::optional<TimeSpan> closer = RangeAround(*dossier_, layout_, Cluster());
    ASSERT_TRUE(closer.has_value());
    request_.range = *closer;
    layout_ = LayoutTimeline(request_);
  }

  std::vector<Index> calls_;
  std::optional<Dossier> dossier_;
  TimelineRequest request_;
  TimelineLayout layout_;
};

TEST_F(Clustered, IsToldWithItsMembersInTimeOrderAndItsSpan) {
  Add({"2021-12-30", "2021-12-07", "2021-12-15/2021-12-17"});
  ASSERT_EQ(Cluster().shape, MarkShape::kCluster);
  const MarkContent content = ContentOf(*dossier_, layout_, Cluster());
  EXPECT_EQ(content.count, 3u);
  EXPECT_EQ(content.span, (TimeSpan{FirstOf("2021-12-07"), LastOf("2021-12-30")}));
  std::vector<Index> order;
  for (const Ref item : content.items) order.push_back(item.index);
  EXPECT_EQ(order, (std::vector<Index>{calls_[1], calls_[2], calls_[0]}));
}

TEST_F(Clustered, OneEventIsTheContentOfItsMark) {
  Add({"2021-12-07"});
  const MarkContent content = ContentOf(*dossier_, layout_, Cluster());
  ASSERT_EQ(content.items.size(), 1u);
  EXPECT_EQ(content.items.front(), (Ref{ItemKind::kEvent, calls_.front()}));
  EXPECT_EQ(content.count, 1u);
  EXPECT_EQ(content.span, DateOf("2021-12-07").start);
}

TEST_F(Clustered, OpensWithinAFewStepsWithAllItsEventsInView) {
  Add({"2021-12-07", "2021-12-09", "2021-12-30"});
  for (int step = 0; step < 4 && StandsForSeveral(Cluster()); ++step) {
    const Seconds before = layout_.range1 - layout_.range0;
    ShowCloser();
    EXPECT_LT(layout_.range1 - layout_.range0, before);
    for (const Index call : calls_) EXPECT_TRUE(MarkWith(layout_, call)) << "step " << step;
  }
  EXPECT_FALSE(StandsForSeveral(Cluster()));
}

TEST_F(Clustered, OfOneDateIsNotOpenedByComingCloser) {
  Add({"2021-12-07", "2021-12-07", "2021-12-07"});
  ASSERT_TRUE(StandsForSeveral(Cluster()));
  EXPECT_EQ(RangeAround(*dossier_, layout_, Cluster()), std::nullopt);
}

TEST_F(Clustered, OfTwoCallsInAMinuteEndsAtTheShortestViewport) {
  Add({"2021-12-07T10:00:01Z", "2021-12-07T10:00:02Z"});
  request_.range = {FirstOf("2021-12-07T10:00:00Z"), FirstOf("2021-12-07T10:00:59Z")};
  request_.area_px.w = 200;
  layout_ = LayoutTimeline(request_);
  ASSERT_TRUE(StandsForSeveral(Cluster()));
  EXPECT_EQ(RangeAround(*dossier_, layout_, Cluster()), std::nullopt);
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
