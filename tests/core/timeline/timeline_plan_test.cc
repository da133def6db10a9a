// What is decided once for every window: dense lanes and their bars.
#include "core/timeline/timeline_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "core/state/query.h"
#include "tests/core/timeline/any_timeline.h"

namespace demarche {
namespace {

TimelinePlan PlanOf(const TimelineRequest& request) {
  return PlanTimeline(request, MatchingEntries(*request.dossier, request.query, request.group));
}

// `count` days, far from the year 2010.
TimelineSketch Days(int count) {
  TimelineSketch sketch;
  sketch.AddTrack("Talks");
  for (int i = 0; i < count; ++i) {
    const std::string date = IsoUtc(FirstOf("2000-01-01") + i * kSecondsPerDay).substr(0, 10);
    sketch.AddEvent(0, {.date = date});
  }
  return sketch;
}

TEST(TimelinePlan, ALaneIsDenseFromItsFourHundredAndFirstEntryOn) {
  for (const int count : {399, 400, 401}) {
    const Dossier dossier = Days(count).Build();
    const TimelinePlan plan = PlanOf(DesktopRequest(dossier));
    const bool dense = count > 400;
    ASSERT_EQ(plan.lanes.items.lanes.size(), 1u);
    EXPECT_EQ(plan.lanes.items.lanes[0].dense, dense) << count;
    EXPECT_EQ(plan.lanes.items.lanes[0].items.size(), dense ? 0u : size_t(count));
    EXPECT_EQ(plan.begun.count(), dense ? 401u : 0u);
    size_t drawn = 0;
    for (const Mark& mark : LayoutTimeline(DesktopRequest(dossier)).marks) drawn += EventsOf(mark);
    EXPECT_EQ(drawn, size_t(count)) << "nothing lost at the threshold";
  }
}

TEST(TimelinePlan, LongIntervalsOfADenseLaneAreBarsAndShortOnesPoints) {
  struct Case {
    std::string_view date;
    bool bar;
    Status status = Status::kOccurred;
    std::string_view as_of = "2019-12-31";
  };
  const Case cases[] = {
      {"2010-03-01", false},
      {"2010-03-01/2010-03-03", false},
      {"2010-01-01/2013-12-31", true},
      {"2010-03/2010-04", true},  // fading ends are wider than the two months
      {"2010-03-01/2010-05-30", false},
      {"2010-03-01~/2010-05-30", true},  // as are those of days nobody is sure of
      {"2010-03-01/2010-05-30?", true},
      {"2010-03-XX/2010-05-30", true},
      {"/2010-03-03", true},
      {"2010-03-01/", true},
      {"2010-03-01/..", true},
      {"2010-03-01/2010-03-03", true, Status::kOngoing},                  // said to go on
      {"2010-03-01/2013-03-03", false, Status::kOccurred, "2010-03-01"},  // so far a day
      {"2010-03-01/2013-03-03", true, Status::kOccurred, "2012-03-01"},
      {"{2010-01-01,2013-03-01}", true},
      {"{2010-03-01,2010-03-02}", false},
  };
  for (const Case& c : cases) {
    TimelineSketch sketch = Days(500);
    const Index event =
        sketch.AddEvent(0, {.title = "It", .date = c.date, .status = c.status, .reported = "1999"});
    sketch.AddEvent(0, {.title = "Last", .date = "2020-01-01", .reported = "1999"});
    const Dossier dossier = sketch.Build();
    TimelineRequest request = DesktopRequest(dossier, c.as_of);
    request.axis = AxisKind::kLinear;
    const TimelinePlan plan = PlanOf(request);
    const std::vector<TimelineItem>& bars = plan.lanes.items.lanes[0].items;
    EXPECT_EQ(bars.size(), c.bar ? 1u : 0u) << c.date << " as of " << c.as_of;
    if (c.bar && !bars.empty()) {
      EXPECT_EQ(bars[0].ref.index, event);
      EXPECT_EQ(plan.lanes.plans[0].form[0], ItemForm::kBar);
    }
    const uint32_t points = plan.begun.count() + plan.to_come.count();
    EXPECT_EQ(points + bars.size(), dossier.lanes().ReportedBy(request.as_of_s).count())
        << c.date << ": each is a bar or counted";
  }
}

TEST(TimelinePlan, FilteredOutIntervalsAreNeitherBarsNorPoints) {
  TimelineSketch sketch = Days(500);
  sketch.AddEvent(0, {.title = "War", .date = "2010-01-01/2013-12-31"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  request.query = "event";
  const TimelinePlan plan = PlanOf(request);
  EXPECT_TRUE(plan.lanes.items.lanes[0].items.empty());
  EXPECT_EQ(plan.lanes.items.lanes[0].hidden, 1u);
  EXPECT_EQ(plan.begun.count(), 500u);
}

TEST(TimelinePlan, BegunAndToComeShareOutThePoints) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    if (!any->HasDenseLane()) return;
    const TimelinePlan plan = PlanOf(any->request);
    const LaneIndex& lanes = any->dossier.lanes();
    for (uint32_t entry = 0; entry < lanes.size(); ++entry) {
      ASSERT_FALSE(plan.begun.Has(entry) && plan.to_come.Has(entry));
      const bool begins_later =
          any->dossier.WhenOf(lanes.RefOf(entry)).earliest() > any->request.as_of_s;
      if (plan.begun.Has(entry)) {
        ASSERT_FALSE(begins_later);
      }
      if (plan.to_come.Has(entry)) {
        ASSERT_TRUE(begins_later);
      }
    }
  });
}

// Whatever the plan was made for, a window drawn with it is the window drawn alone.
TEST(TimelinePlan, KeptOverPanningZoomingAndSelectingItGivesWhatANewOneGives) {
  ForAnyTimeline(3000, 66, [](AnyTimeline* any) {
    const TimelinePlan kept = PlanOf(any->request);
    for (int step = 0; step < 3; ++step) {
      any->GoSomewhere();
      any->Select();
      TimelineRequest request = any->request;
      const TimelineLayout alone = LayoutTimeline(request);
      request.plan = &kept;
      const TimelineLayout with = LayoutTimeline(request);
      ASSERT_EQ(with.range0, alone.range0);
      ASSERT_EQ(with.marks.size(), alone.marks.size());
      ASSERT_EQ(with.columns.size(), alone.columns.size());
      for (size_t i = 0; i < with.marks.size(); ++i) {
        ASSERT_EQ(with.marks[i].item, alone.marks[i].item);
        ASSERT_EQ(with.marks[i].box_px, alone.marks[i].box_px);
        ASSERT_EQ(with.marks[i].label, alone.marks[i].label);
        ASSERT_EQ(with.marks[i].dimmed, alone.marks[i].dimmed);
        ASSERT_EQ(with.marks[i].selected, alone.marks[i].selected);
      }
      ASSERT_EQ(with.minimap.brush_px, alone.minimap.brush_px);
    }
  });
}

}  // namespace
}  // namespace demarche
