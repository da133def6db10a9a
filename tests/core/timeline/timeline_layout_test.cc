#include "core/timeline/timeline_layout.h"

#include <gtest/gtest.h>

#include <set>

#include "core/dates/calendar.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

constexpr const char* kBands[] = {"2000/2019", "2020-01-01/2020-12-31", "2021-12-01/2021-12-10"};

TimelineSketch WithBands() {
  TimelineSketch sketch;
  for (const char* band : kBands) sketch.AddBand(band);
  return sketch;
}

TEST(TimelineLayout, HasTheDesignsHeaderStack) {
  TimelineSketch sketch;
  sketch.AddTrack("Geneva (US–Russia)", "Talks");
  sketch.AddTrack("Vienna", "Talks");
  sketch.AddTrack("Russia", "Positions");
  const Dossier dossier = sketch.Build();
  const TimelineLayout layout = LayoutTimeline(DesktopRequest(dossier));
  EXPECT_FLOAT_EQ(layout.minimap.strip_px.y, 9);
  EXPECT_FLOAT_EQ(layout.minimap.strip_px.bottom(), 41);
  EXPECT_FLOAT_EQ(layout.axis_y_px, 125);
  EXPECT_EQ(layout.lanes_px, (Rect{164, 125, 756, 332}));
  ASSERT_EQ(layout.groups.size(), 2u);
  EXPECT_FLOAT_EQ(layout.groups[0].y_px, 125);
  ASSERT_EQ(layout.lanes.size(), 3u);
  EXPECT_FLOAT_EQ(layout.lanes[0].y_px, 141);
  EXPECT_FLOAT_EQ(layout.lanes[0].h_px, 25);
  EXPECT_FLOAT_EQ(layout.groups[1].y_px, 191);
  EXPECT_FLOAT_EQ(layout.lanes[2].y_px, 207);
  EXPECT_FLOAT_EQ(layout.content_h_px, 107);
}

TEST(TimelineLayout, AMarkSaysWhetherItsDateIsDoubted) {
  const struct {
    std::string_view date;
    bool doubted;
  } cases[] = {
      {"2010-05-05", false},
      {"2010-05", false},  // known to the month, and that is certain
      {"2010-21", false},
      {"2010-05-05T08:55Z", false},
      {"2010-05?", true},
      {"2010~", true},
      {"2010-05-05%", true},
      {"2010-XX", true},
      {"201X", true},
      {"[2010-05-05,2010-07-01]", true},
      {"{2010-05-05,2010-05-06}", false},
  };
  for (const Orientation orientation : {Orientation::kHorizontal, Orientation::kVertical}) {
    for (const auto& c : cases) {
      TimelineSketch sketch;
      const Index event = sketch.AddEvent(sketch.AddTrack("Talks"), {.date = c.date});
      const Dossier dossier = sketch.Build();
      TimelineRequest request = DesktopRequest(dossier, "2021");
      request.orientation = orientation;
      const TimelineLayout layout = LayoutTimeline(request);
      ASSERT_TRUE(MarkOf(layout, event)) << c.date;
      EXPECT_EQ(MarkOf(layout, event)->doubted, c.doubted) << c.date;
    }
  }
}

TEST(TimelineLayout, DrawsEachKindOfEvent) {
  TimelineSketch sketch = WithBands();
  const Index track = sketch.AddTrack("Talks");
  const Index dot = sketch.AddEvent(track, {.title = "Happened", .date = "2020-05-05"});
  const Index ring =
      sketch.AddEvent(track, {.title = "Planned", .date = "2021-12-09", .reported = "2021-11-01"});
  const Index bar = sketch.AddEvent(track, {.title = "Lasted", .date = "2003-01-01/2018-12-31"});
  const Index ongoing = sketch.AddEvent(
      track, {.title = "Goes on", .date = "2019-06~/..", .status = Status::kOngoing});
  const Index joins = sketch.AddEvent(track, {.title = "Join", .date = "2010-05-05", .joining = 7});
  const Dossier dossier = sketch.Build();
  const TimelineLayout layout = LayoutTimeline(DesktopRequest(dossier, "2021-12-06"));

  const Mark *d = MarkOf(layout, dot), *r = MarkOf(layout, ring), *b = MarkOf(layout, bar),
             *o = MarkOf(layout, ongoing), *j = MarkOf(layout, joins);
  ASSERT_TRUE(d && r && b && o && j);
  EXPECT_EQ(d->shape, MarkShape::kDot);
  EXPECT_EQ(d->label, "Happened");
  EXPECT_EQ(d->face, Face::kRegular);
  EXPECT_NEAR(d->centre_px.x, layout.scale.PxFromTime(FirstOf("2020-05-05T12:00Z")), 0.01);
  EXPECT_EQ(r->shape, MarkShape::kRing);
  EXPECT_TRUE(r->scheduled);
  EXPECT_EQ(r->face, Face::kSemiBold);
  EXPECT_GT(r->centre_px.x, layout.playhead_px);
  EXPECT_EQ(b->shape, MarkShape::kBar);
  EXPECT_EQ(b->side, LabelSide::kInside);
  EXPECT_FLOAT_EQ(b->fade_in_px, 0);
  EXPECT_NEAR(b->bar_px.x, layout.scale.PxFromTime(FirstOf("2003-01-01")), 0.01);
  EXPECT_FLOAT_EQ(b->bar_px.h, 13);
  EXPECT_EQ(o->shape, MarkShape::kBar);
  EXPECT_TRUE(o->ends_at_playhead);
  EXPECT_GE(o->fade_in_px, 20);
  EXPECT_NEAR(o->bar_px.right(), layout.playhead_px, 0.01);
  EXPECT_EQ(j->shape, MarkShape::kCount);
  EXPECT_EQ(j->count, 7u);
  EXPECT_TRUE(j->label.empty()) << "the number says it";
  EXPECT_EQ(std::set<uint32_t>({d->row, j->row, b->row}), (std::set<uint32_t>{0, 1, 2}));
}

TEST(TimelineLayout, ASelectedPillAlsoHasItsTitle) {
  TimelineSketch sketch = WithBands();
  const Index joins = sketch.AddEvent(sketch.AddTrack("NATO"),
                                      {.title = "Seven join", .date = "2010", .joining = 7});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  request.focus = {ItemKind::kEvent, joins};
  const TimelineLayout layout = LayoutTimeline(request);
  const Mark* mark = MarkOf(layout, joins);
  ASSERT_TRUE(mark);
  EXPECT_TRUE(mark->selected);
  EXPECT_EQ(mark->label, "Seven join");
}

TEST(TimelineLayout, ThePlayheadIsAtTheEndOfTheAsOfDay) {
  TimelineSketch sketch = WithBands();
  sketch.AddEvent(sketch.AddTrack("Talks"), {.date = "2021-12-09", .reported = "2020"});
  const Dossier dossier = sketch.Build();
  const TimelineLayout layout = LayoutTimeline(DesktopRequest(dossier, "2021-12-06"));
  EXPECT_TRUE(layout.playhead_in_view);
  EXPECT_NEAR(layout.playhead_px, layout.scale.PxFromTime(FirstOf("2021-12-07")), 0.01);
  EXPECT_FALSE(LayoutTimeline(DesktopRequest(dossier)).playhead_in_view);
}

TEST(TimelineLayout, EqualRequestsGiveEqualResults) {
  TimelineSketch sketch = WithBands();
  const Index track = sketch.AddTrack("Talks");
  for (const char* date : {"2001", "2005-05", "2020-02-02", "2020-02-03", "2021-12-04"}) {
    sketch.AddEvent(track, {.date = date});
  }
  const Dossier dossier = sketch.Build();
  const TimelineRequest request = DesktopRequest(dossier);
  EXPECT_EQ(request, DesktopRequest(dossier));
  const TimelineLayout a = LayoutTimeline(request), b = LayoutTimeline(request);
  EXPECT_EQ(a.scale, b.scale);
  ASSERT_EQ(a.marks.size(), b.marks.size());
  for (size_t i = 0; i < a.marks.size(); ++i) EXPECT_EQ(a.marks[i].box_px, b.marks[i].box_px);
}

TEST(TimelineLayout, LinearHasOneScaleNoBreaksAndSaysSo) {
  TimelineSketch sketch = WithBands();
  sketch.AddEvent(sketch.AddTrack("Talks"), {.date = "2005"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  EXPECT_EQ(LayoutTimeline(request).breaks.size(), 2u);
  request.axis = AxisKind::kLinear;
  const TimelineLayout layout = LayoutTimeline(request);
  EXPECT_TRUE(layout.breaks.empty());
  ASSERT_EQ(layout.bands.size(), 1u);
  EXPECT_EQ(layout.range0, FirstOf("2000"));
  EXPECT_EQ(layout.range1, FirstOf("2022"));
  EXPECT_EQ(layout.linear_note, "22 years at one scale. One day is 0.09 px wide.");
}

TEST(TimelineLayout, ARangeIsTheWindow) {
  TimelineSketch sketch = WithBands();
  const Index track = sketch.AddTrack("Talks");
  const Index inside = sketch.AddEvent(track, {.date = "2020-05-05"});
  const Index outside = sketch.AddEvent(track, {.date = "2005-05-05"});
  const Index through = sketch.AddEvent(track, {.title = "On", .date = "2003-01-01/2021-01-01"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  request.range = {FirstOf("2020-05"), LastOf("2020-06")};
  const TimelineLayout layout = LayoutTimeline(request);
  EXPECT_EQ(layout.range0, FirstOf("2020-05"));
  EXPECT_EQ(layout.range1, FirstOf("2020-07"));
  EXPECT_NEAR(layout.scale.PxFromTime(FirstOf("2020-05")), 164, 1e-6);
  EXPECT_NEAR(layout.scale.PxFromTime(FirstOf("2020-07")), 920, 1e-6);
  EXPECT_TRUE(MarkOf(layout, inside));
  EXPECT_FALSE(MarkOf(layout, outside));
  const Mark* bar = MarkOf(layout, through);
  ASSERT_TRUE(bar);
  EXPECT_FALSE(bar->starts_in_view);
  EXPECT_FALSE(bar->ends_in_view);
  EXPECT_EQ(bar->label, "On");
  EXPECT_GE(bar->label_px.x, 164);
}

TEST(TimelineLayout, AWindowIsAtLeastAMinute) {
  const Dossier dossier = WithBands().Build();
  TimelineRequest request = DesktopRequest(dossier);
  const Seconds noon = FirstOf("2020-05-05T12:00Z");
  request.range = {noon, noon};
  const TimelineLayout layout = LayoutTimeline(request);
  EXPECT_EQ(layout.range1 - layout.range0, 60);
  request.range = {kTimeMin, FirstOf("2010") - 1};
  EXPECT_EQ(LayoutTimeline(request).range0, FirstOf("2000"));
}

TEST(TimelineLayout, WideDatesShowTheirSpan) {
  TimelineSketch sketch = WithBands();
  const Index month = sketch.AddEvent(sketch.AddTrack("Talks"), {.date = "2020-05"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  EXPECT_EQ(MarkOf(LayoutTimeline(request), month)->span_px, Rect{}) << "narrower than a dot";
  request.range = {FirstOf("2020-04"), LastOf("2020-06")};
  const TimelineLayout layout = LayoutTimeline(request);
  const Mark* mark = MarkOf(layout, month);
  EXPECT_EQ(mark->shape, MarkShape::kDot);
  EXPECT_NEAR(mark->span_px.x, layout.scale.PxFromTime(FirstOf("2020-05")), 0.1);
  EXPECT_NEAR(mark->span_px.right(), layout.scale.PxFromTime(FirstOf("2020-06")), 0.1);
  EXPECT_FLOAT_EQ(mark->span_px.y, mark->centre_px.y + 6.5f) << "under dot and label";
  EXPECT_FLOAT_EQ(mark->span_px.h, 0);
}

// 1280 x 800 at 200 % zoom: the label has no place beside the ring.
TEST(TimelineLayout, ASelectedLabelIsNotCutByTheMarksItCovers) {
  TimelineSketch sketch = WithBands();
  const Index track = sketch.AddTrack("Geneva");
  for (int year = 2001; year < 2023; ++year) {
    sketch.AddEvent(track, {.title = "Talks of an earlier year", .date = std::to_string(year)});
  }
  const Index last = sketch.AddEvent(
      track, {.title = "A meeting whose title is longer than any gap", .date = "2023"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  request.metrics = MetricsForEmbed();
  request.area_px.w = 400;
  request.area_px.h = 130;
  for (const Mark& mark : LayoutTimeline(request).marks) {
    EXPECT_FALSE(mark.covered) << "nothing is selected";
  }
  request.focus = {ItemKind::kEvent, last};
  const TimelineLayout layout = LayoutTimeline(request);
  const Mark* selected = MarkOf(layout, last);
  ASSERT_TRUE(selected);
  ASSERT_FALSE(selected->label.empty());
  size_t covered = 0;
  for (const Mark& mark : layout.marks) {
    if (&mark == selected) continue;
    const Rect label = LabelBox(*selected, layout.metrics);
    const bool under =
        mark.mark_px.right() > label.x - kOutlineX && mark.mark_px.x < label.right() + kOutlineX;
    EXPECT_EQ(mark.covered, under);
    covered += mark.covered ? 1 : 0;
    if (!mark.covered) continue;
    EXPECT_TRUE(mark.label.empty());
    EXPECT_EQ(HitTest(layout, mark.centre_px, 24), selected);
  }
  EXPECT_GE(covered, 3u);
}

TEST(TimelineLayout, HiddenEventsKeepTheirLanesHeight) {
  TimelineSketch sketch = WithBands();
  const Index track = sketch.AddTrack("Talks");
  for (const char* date : {"2020-05-01", "2020-05-02", "2020-05-03/2020-11-01"}) {
    sketch.AddEvent(track, {.title = "Meeting", .date = date});
  }
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  const TimelineLayout all = LayoutTimeline(request);
  request.query = "nothing has this";
  const TimelineLayout none = LayoutTimeline(request);
  EXPECT_TRUE(none.marks.empty());
  EXPECT_EQ(none.lanes[0].hidden, 3u);
  EXPECT_FLOAT_EQ(none.lanes[0].h_px, all.lanes[0].h_px);
}

TEST(TimelineLayout, RowsStayWhereOneZoomsAndPans) {
  TimelineSketch sketch = WithBands();
  const Index track = sketch.AddTrack("Talks");
  for (int day = 1; day < 29; ++day) {
    const std::string date = "2020-05-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
    sketch.AddEvent(track, {.title = "A meeting of several", .date = date});
  }
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  request.range = {FirstOf("2020-05-01"), LastOf("2020-05-31")};
  const TimelineLayout near = LayoutTimeline(request);
  request.range = {FirstOf("2020-05-11"), LastOf("2020-05-12")};
  const TimelineLayout nearer = LayoutTimeline(request);
  EXPECT_EQ(near.lanes[0].rows, nearer.lanes[0].rows);
  ASSERT_FALSE(nearer.marks.empty());
  for (const Mark& mark : nearer.marks) {
    const Mark* before = MarkWith(near, mark.item.index);
    ASSERT_TRUE(before);
    EXPECT_EQ(mark.row, before->row);
  }
}

TEST(TimelineLayout, LanesShrinkBeforeTheyScroll) {
  TimelineSketch sketch = WithBands();
  for (const char* group : {"One", "Two", "Three"}) {
    for (int i = 0; i < 4; ++i) sketch.AddTrack("Lane", group);
  }
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  const struct {
    float lanes_h_px, row_px, heading_px, content_px;
    size_t lanes;
  } cases[] = {
      {400, 17, 16, 348, 12},              // as wanted
      {340, 15.5f, 16, 306, 12},           // tighter rows
      {300, 15.5f, 5, 273, 12},            // no headings
      {245, 15.5f, 5, 208.5f, 9},          // the last group in one lane
      {190, 15.5f, 4, 187.5f, 9},          // tighter still
      {180, 15.5f - 7.5f / 9, 4, 180, 9},  // as low as letters allow
      {100, 15.5f, 5, 208.5f, 9},          // scrolls
  };
  for (const auto& c : cases) {
    request.area_px.h = 125 + c.lanes_h_px;
    const TimelineLayout layout = LayoutTimeline(request);
    EXPECT_EQ(layout.lanes.size(), c.lanes) << c.lanes_h_px;
    EXPECT_FLOAT_EQ(layout.metrics.row_px, c.row_px) << c.lanes_h_px;
    EXPECT_FLOAT_EQ(layout.groups[0].h_px, c.heading_px) << c.lanes_h_px;
    EXPECT_NEAR(layout.content_h_px, c.content_px, 0.01) << c.lanes_h_px;
  }
}

TEST(TimelineLayout, InnerHeadingsGiveWayFirst) {
  TimelineSketch sketch = WithBands();
  for (const char* group : {"One / A", "One / B", "Two"}) {
    for (int i = 0; i < 4; ++i) sketch.AddTrack("Lane", group);
  }
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  const struct {
    float lanes_h_px, outer_px, inner_px, content_px;
    size_t lanes;
  } cases[] = {
      {400, 16, 16, 364, 12},  // as wanted
      {325, 16, 16, 322, 12},  // tighter rows
      {300, 16, 0, 290, 12},   // the outer headings only
      {270, 5, 0, 268, 12},    // none
      {230, 5, 0, 203.5f, 9},  // the last of the outer groups in one lane
  };
  for (const auto& c : cases) {
    request.area_px.h = 125 + c.lanes_h_px;
    const TimelineLayout layout = LayoutTimeline(request);
    EXPECT_EQ(layout.lanes.size(), c.lanes) << c.lanes_h_px;
    ASSERT_EQ(layout.groups.size(), 4u);
    EXPECT_FLOAT_EQ(layout.groups[0].h_px, c.outer_px) << c.lanes_h_px;
    EXPECT_FLOAT_EQ(layout.groups[1].h_px, c.inner_px) << c.lanes_h_px;
    EXPECT_FLOAT_EQ(layout.groups[2].h_px, c.inner_px) << c.lanes_h_px;
    EXPECT_NEAR(layout.content_h_px, c.content_px, 0.01) << c.lanes_h_px;
  }
}

// Else there would be one lane left of the whole dossier.
TEST(TimelineLayout, WhatIsAllInOneGroupIsNotFoldedForWantOfRoom) {
  TimelineSketch sketch = WithBands();
  for (int i = 0; i < 12; ++i) sketch.AddTrack("Lane", i < 6 ? "One / A" : "One / B");
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  request.area_px.h = 200;
  EXPECT_EQ(LayoutTimeline(request).lanes.size(), 12u);
}

TEST(TimelineLayout, AGroupFoldedForWantOfRoomKeepsItsEvents) {
  TimelineSketch sketch = WithBands();
  for (int i = 0; i < 6; ++i) sketch.AddTrack("Lane", "Talks");
  const Index a = sketch.AddTrack("Enlargement", "Background");
  const Index b = sketch.AddTrack("Crimea", "Background");
  const Index event = sketch.AddEvent(a, {.title = "Act", .date = "2003-03-03"});
  const Index war = sketch.AddEvent(b, {.title = "War", .date = "2014-01-01/2016-12-31"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  request.metrics = MetricsForEmbed();
  request.area_px = {0, 0, 720, 95 + 162};
  const TimelineLayout layout = LayoutTimeline(request);
  ASSERT_EQ(layout.lanes.size(), 7u);
  EXPECT_EQ(layout.lanes[6].name, "Background");
  EXPECT_EQ(layout.lanes[6].track, kNone);
  EXPECT_EQ(layout.groups[1].fold, GroupFold::kFixed) << "no room to open it";
  ASSERT_TRUE(MarkOf(layout, event) && MarkOf(layout, war));
  EXPECT_EQ(MarkOf(layout, war)->shape, MarkShape::kDot);
  EXPECT_EQ(MarkOf(layout, war)->track, b) << "it still belongs to its track";
  EXPECT_NEAR(MarkOf(layout, war)->centre_px.x, layout.scale.PxFromTime(FirstOf("2014-01-01")),
              0.1);
}

TEST(DensityColumns, TheRelatedPartGrowsFromTheFoot) {
  const DensityColumn column{{10, 20, 4, 12}, 6, 3};
  EXPECT_EQ(RelatedPartOf(column, Orientation::kHorizontal), (Rect{10, 26, 4, 6}));
  const DensityColumn on_thread{{10, 20, 12, 4}, 6, 3};
  EXPECT_EQ(RelatedPartOf(on_thread, Orientation::kVertical), (Rect{10, 20, 6, 4}));
}

TEST(DensityColumns, AFewAmongManyAreSeen) {
  EXPECT_EQ(RelatedPartOf({{0, 0, 3, 12}, 1000, 1}, Orientation::kHorizontal).h, 2);
  EXPECT_EQ(RelatedPartOf({{0, 0, 3, 12}, 1000, 0}, Orientation::kHorizontal).h, 0);
  EXPECT_EQ(RelatedPartOf({{0, 0, 3, 12}, 9, 9}, Orientation::kHorizontal), (Rect{0, 0, 3, 12}));
}

}  // namespace
}  // namespace demarche
