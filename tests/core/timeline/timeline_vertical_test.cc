#include "core/timeline/timeline_vertical.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

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
  // Four days of 44 px lie between the playhead and the end of the axis, and the last mark's half.
  EXPECT_NEAR(layout.playhead_px, 500 - 11 - 4 * 44, 0.1);
  EXPECT_TRUE(layout.playhead_in_view);
  const Mark* mark = MarkOf(layout, event);
  ASSERT_TRUE(mark);
  EXPECT_EQ(mark->shape, MarkShape::kRing);
  EXPECT_NEAR(mark->centre_px.x, 138, 0.01);
  EXPECT_NEAR(mark->centre_px.y, 313 + 22, 0.1);
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
            (std::vector<std::string>{"’97–2013, 17 years", "2014, 12 months", "2015–20, 6 years",
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
  EXPECT_NEAR(layout.scale.world1() - layout.scale.world0(), 300 - 2 * 11, 1e-6)
      << "the scale stays";
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

TEST(VerticalTimeline, AClusterSaysTheFirstTitleThatFits) {
  TimelineSketch sketch = Talks();
  const auto add = [&sketch](const char* title, float importance) {
    sketch.AddEvent(0, {.title = title, .date = "2022-01-09", .importance = importance});
  };
  add("Incomprehensibilitiesandotherthings", 4);
  add("No breakthroughs are expected by anybody", 3);
  add("Dinner", 2);
  const Dossier dossier = sketch.Build();
  const TimelineLayout layout = LayoutTimeline(PhoneRequest(dossier));
  ASSERT_EQ(layout.marks.size(), 1u);
  EXPECT_EQ(layout.marks[0].label, "No breakthroughs…, 2 more");
}

TEST(VerticalTimeline, ARangeShowsItsFirstAndLastEventWhole) {
  TimelineSketch sketch = Talks();
  const Index first = sketch.AddEvent(0, {.title = "Act", .date = "1997-05-27"});
  const Index last = sketch.AddEvent(0, {.title = "Talks", .date = "2022-01-10"});
  const Dossier dossier = sketch.Build();
  for (const Index focus : {first, last}) {
    TimelineRequest request = PhoneRequest(dossier, "2022-01-13");
    request.range = {FirstOf("1997-05-27"), LastOf("2022-01-10")};
    request.focus = {ItemKind::kEvent, focus};
    const TimelineLayout layout = LayoutTimeline(request);
    for (const Index event : {first, last}) {
      const Mark* mark = MarkOf(layout, event);
      ASSERT_TRUE(mark);
      EXPECT_GE(mark->box_px.y - kOutlineY, layout.lanes_px.y);
      EXPECT_LE(mark->box_px.bottom() + kOutlineY, layout.lanes_px.bottom());
    }
    EXPECT_FLOAT_EQ(layout.bands.front().x0_px, layout.lanes_px.y) << "the ground goes on";
    EXPECT_FLOAT_EQ(layout.bands.back().x1_px, layout.lanes_px.bottom());
  }
}

TEST(VerticalTimeline, AFoldsLineGivesWayToTheLabelOnIt) {
  TimelineSketch sketch = Talks();
  const Index event = sketch.AddEvent(0, {.title = "Ministers meet", .date = "2022-01-07"});
  const Dossier dossier = sketch.Build();
  const TimelineLayout layout = LayoutTimeline(PhoneRequest(dossier));
  const Mark* mark = MarkOf(layout, event);
  ASSERT_TRUE(mark);
  ASSERT_EQ(mark->note, "Geneva");
  size_t interrupted = 0;
  for (const AxisBreak& fold : layout.breaks) {
    if (fold.gaps_px.empty()) continue;
    ++interrupted;
    EXPECT_EQ(fold.t, FirstOf("2022-01-08"));
    ASSERT_EQ(fold.gaps_px.size(), 1u);
    EXPECT_LT(fold.gaps_px[0].from_px, mark->label_px.x);
    EXPECT_GT(fold.gaps_px[0].to_px, mark->box_px.right()) << "behind the note as well";
  }
  EXPECT_EQ(interrupted, 1u);
}

TEST(VerticalTimeline, ABarsLabelHasALineOfItsOwn) {
  TimelineSketch sketch = Talks();
  const Index war = sketch.AddEvent(
      1, {.title = "War", .date = "2021-12-20/..", .status = Status::kOngoing, .importance = 4});
  for (const char* date : {"2021-12-22", "2022-01-02", "2022-01-08"}) {
    sketch.AddEvent(0, {.title = "Call", .date = date});
  }
  const Dossier dossier = sketch.Build();
  const TimelineLayout layout = LayoutTimeline(PhoneRequest(dossier));
  const Mark* bar = MarkOf(layout, war);
  ASSERT_TRUE(bar && bar->shape == MarkShape::kBar && !bar->label.empty());
  const float y = bar->label_px.y;
  EXPECT_GT(y, bar->bar_px.y);
  EXPECT_LT(y, bar->bar_px.bottom());
  for (const Mark& mark : layout.marks) {
    if (&mark == bar) continue;
    EXPECT_GE(std::abs(mark.centre_px.y - y), 9 + 7) << mark.label;
  }
  for (const AxisBreak& fold : layout.breaks) EXPECT_GE(std::abs(fold.x_px - y), 7);
  for (const Tick& tick : layout.ticks) {
    if (tick.label2.empty()) continue;
    EXPECT_GE(std::abs(tick.x_px - y), 7) << "a day's rule";
  }
}

TEST(VerticalTimeline, NothingReachesIntoTheSelectedLine) {
  TimelineSketch sketch = Talks();
  for (const char* date : {"2014-02-20", "2014-02-24", "2014-03-01", "2014-03-05"}) {
    sketch.AddEvent(1, {.title = "Before", .date = date});
  }
  const Index event = sketch.AddEvent(0, {.title = "Crimea", .date = "2014-02-27"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = PhoneRequest(dossier);
  request.range = {FirstOf("2013-11"), LastOf("2015-02")};
  request.focus = {ItemKind::kEvent, event};
  const TimelineLayout layout = LayoutTimeline(request);
  const Mark* selected = MarkOf(layout, event);
  ASSERT_TRUE(selected);
  ASSERT_EQ(layout.marks.size(), 3u) << "a cluster before, one after";
  for (const Mark& mark : layout.marks) {
    if (&mark == selected) continue;
    const bool above = mark.mark_px.bottom() <= selected->box_px.y - kOutlineY;
    const bool below = mark.mark_px.y >= selected->box_px.bottom() + kOutlineY;
    EXPECT_TRUE(above || below);
  }
}

TEST(VerticalTimeline, LabelsKeepClearOfTheAsOfPill) {
  TimelineSketch sketch = Talks();
  const Index event = sketch.AddEvent(0, {.title = "Ministers meet again", .date = "2014-12-31"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = PhoneRequest(dossier);
  request.range = {FirstOf("2014"), LastOf("2014")};
  request.pill_w_px = 110;
  const TimelineLayout layout = LayoutTimeline(request);
  const Rect pill = VerticalPill(request.area_px, layout.playhead_px, request.pill_w_px);
  EXPECT_FLOAT_EQ(pill.bottom(), 500) << "the playhead is further down";
  const Mark* mark = MarkOf(layout, event);
  ASSERT_TRUE(mark);
  EXPECT_EQ(mark->label, "Ministers meet…");
  EXPECT_FALSE(mark->box_px.Overlaps(pill));
  request.pill_w_px = 0;
  EXPECT_GT(MarkOf(LayoutTimeline(request), event)->label.size(), mark->label.size());
}

TEST(VerticalTimeline, WideDatesShowTheirSpanBesideTheThread) {
  TimelineSketch sketch = Talks();
  const Index month = sketch.AddEvent(0, {.title = "Meeting", .date = "2014-05"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = PhoneRequest(dossier);
  request.area_px.h = 900;
  ASSERT_TRUE(MarkOf(LayoutTimeline(request), month));
  EXPECT_EQ(MarkOf(LayoutTimeline(request), month)->span_px, Rect{}) << "a month is 5 px";
  request.range = {FirstOf("2014-04"), LastOf("2014-06")};
  const TimelineLayout layout = LayoutTimeline(request);
  const Mark* mark = MarkOf(layout, month);
  EXPECT_NEAR(mark->span_px.y, layout.scale.PxFromTime(FirstOf("2014-05")), 0.1);
  EXPECT_NEAR(mark->span_px.bottom(), layout.scale.PxFromTime(FirstOf("2014-06")), 0.1);
  EXPECT_FLOAT_EQ(mark->span_px.x, mark->centre_px.x - 8);
  EXPECT_FLOAT_EQ(mark->span_px.w, 0);
  // Its dot stands where one sees it.
  request.range = {FirstOf("2014-05-20"), LastOf("2014-06")};
  EXPECT_TRUE(MarkOf(LayoutTimeline(request), month));
}

TEST(VerticalTimeline, LabelsLieOnNothing) {
  TestRandom random(10);
  for (int round = 0; round < 100; ++round) {
    TimelineSketch sketch = Talks();
    const std::string words = "Meeting of ministers in several cities about everything at once";
    for (int64_t i = random.Between(1, 60); i > 0; --i) {
      const Seconds from = FirstOf("2013") + random.Between(0, 3300) * kSecondsPerDay;
      std::string date = IsoUtc(from).substr(0, 10);
      if (i % 5 == 0) date += '/' + IsoUtc(from + (kSecondsPerDay << (i % 10))).substr(0, 10);
      const auto length = static_cast<size_t>(random.Between(4, 62));
      sketch.AddEvent(
          static_cast<Index>(i % 2),
          {.title = std::string_view(words).substr(0, length), .date = date, .reported = "2000"});
    }
    const Dossier dossier = sketch.Build();
    TimelineRequest request = PhoneRequest(dossier);
    request.area_px.h = static_cast<float>(random.Between(300, 800));
    const TimelineLayout layout = LayoutTimeline(request);
    for (const Mark& a : layout.marks) {
      if (a.shape != MarkShape::kBar) {
        ASSERT_GE(a.box_px.y, layout.lanes_px.y) << round << ": cut by the edge";
        ASSERT_LE(a.box_px.bottom(), layout.lanes_px.bottom()) << round;
      }
      const Rect label = LabelBox(a, layout.metrics);
      if (label.w == 0) continue;
      EXPECT_GE(label.x, layout.lanes_px.x);
      EXPECT_LE(label.right(), 390);
      for (const Mark& b : layout.marks) {
        if (&a == &b) continue;
        const Rect other = LabelBox(b, layout.metrics);
        ASSERT_FALSE(other.w > 0 && label.Overlaps(other)) << round << a.label << " on " << b.label;
        ASSERT_FALSE(b.shape == MarkShape::kBar && label.Overlaps(b.bar_px)) << round << a.label;
      }
    }
  }
}

}  // namespace
}  // namespace demarche
