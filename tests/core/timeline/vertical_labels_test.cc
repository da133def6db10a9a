// What the phone's labels say, and which of them there is room for.
#include "core/timeline/vertical_labels.h"

#include <gtest/gtest.h>

#include <optional>

#include "core/timeline/timeline_vertical.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

// The year 2021 on a page, 2 px a day.
class VerticalLabelsTest : public testing::Test {
 protected:
  VerticalLabelsTest() {
    sketch_.AddTrack("Geneva (US–Russia)", "Talks");
    sketch_.AddTrack("Vienna", "Talks");
  }

  Index Add(std::string_view title, std::string_view date, float importance = 1) {
    return sketch_.AddEvent(0, {.title = title, .date = date, .importance = importance});
  }

  TimelineLayout LayOut(std::string_view as_of = "") {
    if (!dossier_) dossier_.emplace(sketch_.Build());
    TimelineRequest request = DesktopRequest(*dossier_, as_of);
    request.metrics = MetricsForPhone();
    request.orientation = Orientation::kVertical;
    request.area_px = {0, 0, 390, 752};
    request.axis = AxisKind::kLinear;
    request.range = {FirstOf("2021"), LastOf("2021")};
    request.focus = focus_;
    request.folded = folded_;
    return LayoutTimeline(request);
  }

  // Of an event, in the layout that is kept here.
  const Mark& Labelled(Index event) {
    layout_ = LayOut();
    const Mark* mark = MarkWith(layout_, event);
    EXPECT_TRUE(mark) << event;
    static const Mark kNoMark;
    return mark ? *mark : kNoMark;
  }

  TimelineSketch sketch_;
  std::optional<Dossier> dossier_;
  Ref focus_;
  std::vector<std::string> folded_;
  TimelineLayout layout_;
};

TEST_F(VerticalLabelsTest, StandBesideTheThreadWithTheLanesNameAfterThem) {
  const Mark& mark = Labelled(Add("Talks", "2021-06-01"));
  EXPECT_EQ(mark.label, "Talks");
  EXPECT_EQ(mark.side, LabelSide::kRight);
  EXPECT_FLOAT_EQ(mark.label_px.x, 64 + 92);
  EXPECT_FLOAT_EQ(mark.label_px.y, mark.centre_px.y);
  EXPECT_EQ(mark.note, "Geneva") << "without what stands in parentheses";
  EXPECT_GT(mark.note_px.x, mark.label_px.x + kFakeMeasurer.WidthPx("Talks", mark.face, 13));
  EXPECT_GE(mark.box_px.right(), mark.note_px.x) << "it is hit with its mark";
}

TEST_F(VerticalLabelsTest, DoNotSayTheLanesNameTwice) {
  EXPECT_EQ(Labelled(Add("Talks in Geneva", "2021-06-01")).note, "");
}

TEST_F(VerticalLabelsTest, LeaveTheLanesNameOutWhereItDoesNotFit) {
  // 234 px less what is kept free at the right; 7.15 a letter.
  const Mark& mark = Labelled(Add("Ministers meet at the lake", "2021-06-01"));
  EXPECT_EQ(mark.label, "Ministers meet at the lake");
  EXPECT_EQ(mark.note, "");
}

TEST_F(VerticalLabelsTest, OfAFoldedGroupsLanesSayTheGroup) {
  const Index event = Add("Meeting", "2021-06-01");
  folded_ = {"Talks"};
  EXPECT_EQ(Labelled(event).note, "Talks");
}

TEST_F(VerticalLabelsTest, OfMovesWithoutAnEventSaySo) {
  const Index move = sketch_.AddMove("Writes", "2021-06-01");
  layout_ = LayOut();
  const Mark* mark = MarkOf(layout_, Ref{ItemKind::kMove, move});
  ASSERT_TRUE(mark);
  EXPECT_EQ(mark->label, "Writes");
  EXPECT_EQ(mark->note, "Statements");
}

TEST_F(VerticalLabelsTest, OfAClusterSayItsMostImportantEventAndHowManyMore) {
  Add("Letter", "2021-06-01", 1);
  const Index summit = Add("Summit", "2021-06-02", 3);
  Add("Dinner", "2021-06-03", 2);
  const Mark& mark = Labelled(summit);
  EXPECT_EQ(mark.shape, MarkShape::kCluster);
  EXPECT_EQ(mark.label, "Summit, 2 more");
  EXPECT_EQ(mark.note, "") << "its events may be of several lanes";
}

TEST_F(VerticalLabelsTest, OfAClusterCountItsEventsWhereNoTitleCanBeCut) {
  const std::string endless(60, 'x');
  const Index event = Add(endless, "2021-06-01");
  Add(endless, "2021-06-02");
  EXPECT_EQ(Labelled(event).label, "2 events");
}

TEST_F(VerticalLabelsTest, ASelectedTitleIsWrittenEvenIfItCannotBeCut) {
  const std::string endless(60, 'x');
  const Index event = Add(endless, "2021-06-01");
  EXPECT_EQ(Labelled(event).label, "");
  focus_ = {ItemKind::kEvent, event};
  EXPECT_EQ(Labelled(event).label, endless);
}

TEST_F(VerticalLabelsTest, EndBeforeTheBars) {
  const Index event = Add("Ministers meet at the long lake", "2021-06-01");
  const Index bar = sketch_.AddEvent(1, {.title = "Course", .date = "2021-05-20/2021-07-20"});
  const Mark& mark = Labelled(event);
  EXPECT_EQ(mark.label, "Ministers meet at the long…");
  const Mark* beside = MarkOf(layout_, bar);
  ASSERT_TRUE(beside);
  ASSERT_EQ(beside->shape, MarkShape::kBar);
  EXPECT_LE(mark.box_px.right(), beside->bar_px.x - 8);
}

TEST_F(VerticalLabelsTest, ABarsLabelIsLeftOutWhereItIsTooLong) {
  const std::string title = "A course of events that has a name of more letters than fit";
  const Index bar = sketch_.AddEvent(1, {.title = title, .date = "2021-05-20/2021-07-20"});
  const Mark& mark = Labelled(bar);
  EXPECT_EQ(mark.shape, MarkShape::kBar);
  EXPECT_EQ(mark.label, "") << "it is never cut: it would say something else";
}

TEST_F(VerticalLabelsTest, ABarsLabelStandsBesideAPointsWhereThereIsNoLineForItAlone) {
  const Index bar = sketch_.AddEvent(1, {.title = "War", .date = "2021-06-01/2021-07-10"});
  for (const char* date : {"2021-06-01", "2021-06-12", "2021-06-23", "2021-07-04", "2021-07-15"})
    Add("Call", date);
  const Mark& mark = Labelled(bar);
  ASSERT_EQ(mark.label, "War");
  EXPECT_EQ(mark.side, LabelSide::kLeft);
  const Rect label = LabelBox(mark, layout_.metrics);
  for (const Mark& other : layout_.marks) {
    if (&other == &mark) continue;
    EXPECT_FALSE(other.box_px.Overlaps(label)) << other.label;
  }
}

TEST_F(VerticalLabelsTest, WhatMayNotMergeHasALineEach) {
  const Index been = Add("Been", "2021-06-01");
  const Index to_come =
      sketch_.AddEvent(0, {.title = "To come", .date = "2021-06-02", .reported = "2021-05-01"});
  const TimelineLayout layout = LayOut("2021-06-01");
  const Mark *a = MarkOf(layout, been), *b = MarkOf(layout, to_come);
  ASSERT_TRUE(a && b);
  EXPECT_GE(b->centre_px.y - a->centre_px.y, 19.9f);
  EXPECT_EQ(a->label, "Been");
  EXPECT_EQ(b->label, "To come");
}

}  // namespace
}  // namespace demarche
