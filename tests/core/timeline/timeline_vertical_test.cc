#include "core/timeline/timeline_vertical.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/dates/calendar.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

TimelineRequest PhoneRequest(const Dossier& dossier, std::string_view as_of = "2022-01-09") {
  TimelineRequest request = DesktopRequest(dossier, as_of);
  request.metrics = MetricsForPhone();
  request.orientation = Orientation::kVertical;
  request.area_px = {0, 0, 390, 500};
  return request;
}

TimelineSketch Talks() {
  TimelineSketch sketch;
  for (const std::string_view band : kTalksBands) sketch.AddBand(band);
  sketch.AddTrack("Geneva (US–Russia)");
  sketch.AddTrack("Russia");
  return sketch;
}

TEST(VerticalTimeline, HasTheDesignsColumnsAndDays) {
  TimelineSketch sketch = Talks();
  const Index event = sketch.AddEvent(
      0, {.title = "US–Russia talks", .date = "2022-01-10", .reported = "2022-01-01"});
  const Dossier dossier = sketch.Build();
  const TimelineLayout layout = LayoutTimeline(PhoneRequest(dossier));
  EXPECT_EQ(layout.orientation, Orientation::kVertical);
  EXPECT_EQ(layout.minimap.strip_px, (Rect{10, 10, 22, 474}));
  EXPECT_EQ(layout.lanes_px, (Rect{64, 0, 326, 500}));
  EXPECT_FLOAT_EQ(layout.axis_y_px, 138);
  // Four days of 44 px lie between the playhead and the end of the axis.
  EXPECT_NEAR(layout.playhead_px, 500 - 4 * 44, 0.1);
  EXPECT_TRUE(layout.playhead_in_view);
  const Mark* mark = MarkOf(layout, event);
  ASSERT_TRUE(mark);
  EXPECT_EQ(mark->shape, MarkShape::kRing);
  EXPECT_NEAR(mark->centre_px.x, 138, 0.01);
  EXPECT_NEAR(mark->centre_px.y, 324 + 22, 0.1);
  EXPECT_FLOAT_EQ(mark->label_px.x, 156);
  EXPECT_EQ(mark->label, "US–Russia talks");
  EXPECT_EQ(mark->note, "Geneva");
  std::vector<std::string> days;
  for (const Tick& tick : layout.ticks) {
    if (!tick.label2.empty()) days.push_back(tick.label + ' ' + tick.label2);
  }
  EXPECT_EQ(days,
            (std::vector<std::string>{"Sat 8", "Sun 9", "Mon 10", "Tue 11", "Wed 12", "Thu 13"}));
}

TEST(VerticalTimeline, BandsAreNamedWhereTheirNameFits) {
  const Dossier dossier = Talks().Build();
  TimelineRequest request = PhoneRequest(dossier);
  request.area_px.h = 700;
  std::vector<std::string> names;
  for (const BandView& band : LayoutTimeline(request).bands) {
    names.push_back(band.name.empty() ? "" : band.name + ", " + band.dimension);
  }
  EXPECT_EQ(names,
            (std::vector<std::string>{"1997–2013, 17 years", "2014, 12 months", "2015–20, 6 years",
                                      "2021, 11 months", "Dec–Jan, 38 days", ""}));
}

TEST(VerticalTimeline, WhatSharesALineIsOneMark) {
  TimelineSketch sketch = Talks();
  for (const char* title : {"Russia speaks", "The US speaks", "Ukraine speaks"}) {
    sketch.AddEvent(1, {.title = title, .date = "2022-01-09"});
  }
  const Index best = sketch.AddEvent(0, {.title = "Dinner", .date = "2022-01-09", .importance = 3});
  const Dossier dossier = sketch.Build();
  const TimelineLayout layout = LayoutTimeline(PhoneRequest(dossier));
  ASSERT_EQ(layout.marks.size(), 1u);
  EXPECT_EQ(layout.marks[0].shape, MarkShape::kCluster);
  EXPECT_EQ(layout.marks[0].count, 4u);
  EXPECT_EQ(layout.marks[0].label, "Dinner, 3 more");
  EXPECT_TRUE(MarkWith(layout, best));
}

TEST(VerticalTimeline, LongIntervalsAreThinBarsAtTheRight) {
  TimelineSketch sketch = Talks();
  const auto add = [&sketch](const char* title, const char* date, float importance) {
    return sketch.AddEvent(
        1, {.title = title, .date = date, .status = Status::kOngoing, .importance = importance});
  };
  const Index war = add("Donbas", "2014-04~/..", 4);
  const Index troops = add("Troop build-up", "2021-11~/..", 4);
  const Index least = add("Course", "2014-06-01/..", 1);
  const Dossier dossier = sketch.Build();
  TimelineRequest request = PhoneRequest(dossier);
  request.area_px.h = 560;
  const TimelineLayout layout = LayoutTimeline(request);
  const Mark *w = MarkOf(layout, war), *t = MarkOf(layout, troops), *l = MarkWith(layout, least);
  ASSERT_TRUE(w && t && l);
  EXPECT_EQ(w->shape, MarkShape::kBar);
  EXPECT_FLOAT_EQ(w->bar_px.x, 368);
  EXPECT_FLOAT_EQ(t->bar_px.x, 350);
  EXPECT_FLOAT_EQ(t->bar_px.w, 9);
  EXPECT_NE(l->shape, MarkShape::kBar) << "there is room for two";
  for (const Mark* bar : {w, t}) {
    EXPECT_NEAR(bar->bar_px.bottom(), layout.playhead_px, 0.01);
    EXPECT_EQ(bar->side, LabelSide::kLeft);
    EXPECT_LT(bar->label_px.x, bar->bar_px.x);
  }
  EXPECT_GE(t->fade_in_px, 16);
}

TEST(VerticalTimeline, TheWindowHoldsTheFocus) {
  TimelineSketch sketch = Talks();
  const Index early = sketch.AddEvent(0, {.title = "Act", .date = "1997-05-27"});
  sketch.AddEvent(0, {.title = "Talks", .date = "2022-01-10", .reported = "2022-01-01"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = PhoneRequest(dossier);
  request.area_px.h = 300;
  EXPECT_FALSE(MarkOf(LayoutTimeline(request), early)) << "the days of the talks are in view";
  request.focus = {ItemKind::kEvent, early};
  const TimelineLayout layout = LayoutTimeline(request);
  ASSERT_TRUE(MarkOf(layout, early));
  EXPECT_TRUE(MarkOf(layout, early)->selected);
  EXPECT_NEAR(layout.scale.world1() - layout.scale.world0(), 300, 1e-6) << "the scale stays";
}

TEST(VerticalTimeline, PansAtOneScale) {
  const Dossier dossier = Talks().Build();
  TimelineRequest request = PhoneRequest(dossier);
  const TimelineLayout before = LayoutTimeline(request);
  request.range = PannedRange(before, -100);
  const TimelineLayout after = LayoutTimeline(request);
  EXPECT_NEAR(after.scale.PxFromTime(FirstOf("2022-01-09")),
              before.scale.PxFromTime(FirstOf("2022-01-09")) + 100, 0.1);
}

}  // namespace
}  // namespace demarche
