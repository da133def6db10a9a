#include "core/timeline/timeline_layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
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
  EXPECT_FLOAT_EQ(MarkOf(LayoutTimeline(request), month)->bar_px.w, 0) << "narrower than a dot";
  request.range = {FirstOf("2020-04"), LastOf("2020-06")};
  const TimelineLayout layout = LayoutTimeline(request);
  const Mark* mark = MarkOf(layout, month);
  EXPECT_EQ(mark->shape, MarkShape::kDot);
  EXPECT_NEAR(mark->bar_px.x, layout.scale.PxFromTime(FirstOf("2020-05")), 0.1);
  EXPECT_NEAR(mark->bar_px.right(), layout.scale.PxFromTime(FirstOf("2020-06")), 0.1);
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

TEST(TimelineLayout, ACollapsedGroupKeepsItsEvents) {
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
  ASSERT_TRUE(MarkOf(layout, event) && MarkOf(layout, war));
  EXPECT_EQ(MarkOf(layout, war)->shape, MarkShape::kDot);
  EXPECT_EQ(MarkOf(layout, war)->track, b) << "it still belongs to its track";
  EXPECT_NEAR(MarkOf(layout, war)->centre_px.x, layout.scale.PxFromTime(FirstOf("2014-01-01")),
              0.1);
}

// ---- For any dossier ----

Dossier RandomDossier(TestRandom* random) {
  TimelineSketch sketch;
  if (random->Between(0, 1) == 0) {
    for (const char* band : kBands) sketch.AddBand(band);
  }
  const auto tracks = static_cast<Index>(random->Between(1, 6));
  for (Index i = 0; i < tracks; ++i) sketch.AddTrack("Lane", i < 3 ? "First" : "Second");
  const std::string words = "Meeting of ministers in several cities about everything at once";
  for (int64_t i = random->Between(1, 90); i > 0; --i) {
    const auto date = [random](int64_t from) {
      std::string text = IsoUtc(FirstOf("2000") + from * kSecondsPerDay).substr(0, 10);
      if (random->Between(0, 9) == 0) text = text.substr(0, random->Between(0, 1) == 0 ? 4 : 7);
      if (random->Between(0, 9) == 0) text += '~';
      return text;
    };
    const int64_t day =
        random->Between(0, 3) == 0 ? random->Between(8000, 8020) : random->Between(0, 8030);
    std::string when = date(day);
    const int64_t kind = random->Between(0, 9);
    if (kind == 0) when = IsoUtc(FirstOf("2000") + day * kSecondsPerDay).substr(0, 10) + "/..";
    if (kind == 1) {
      when =
          IsoUtc(FirstOf("2000") + day * kSecondsPerDay).substr(0, 10) + '/' +
          IsoUtc(FirstOf("2000") + (day + random->Between(0, 900)) * kSecondsPerDay).substr(0, 10);
    }
    const EventSketch event{
        .title = std::string_view(words).substr(
            0, static_cast<size_t>(random->Between(4, static_cast<int64_t>(words.size())))),
        .date = when,
        .status = kind == 0 ? Status::kOngoing : Status::kOccurred,
        .importance = static_cast<float>(random->Between(1, 5)),
        .joining = kind == 2 ? static_cast<int>(random->Between(1, 12)) : 0,
        .reported = "2000"};
    sketch.AddEvent(static_cast<Index>(random->Between(0, tracks - 1)), event);
  }
  return sketch.Build();
}

TimelineRequest RandomRequest(const Dossier& dossier, TestRandom* random) {
  TimelineRequest request = DesktopRequest(dossier, "2021-12-05");
  request.area_px = {0, 0, static_cast<float>(random->Between(500, 1500)),
                     static_cast<float>(random->Between(200, 700))};
  if (random->Between(0, 1) == 0) request.axis = AxisKind::kLinear;
  if (random->Between(0, 1) == 0) {
    const Seconds from = FirstOf("1999") + random->Between(0, 8000) * kSecondsPerDay;
    request.range = {from, from + (Seconds{3600} << random->Between(0, 17))};
  }
  return request;
}

bool Touch(const Rect& a, const Rect& b) {
  constexpr float kSlack = 0.05f;
  return a.x + kSlack < b.right() && b.x + kSlack < a.right() && a.y + kSlack < b.bottom() &&
         b.y + kSlack < a.bottom();
}

TEST(TimelineLayout, NoLabelEverLiesOnAnother) {
  TestRandom random(6);
  for (int round = 0; round < 300; ++round) {
    const Dossier dossier = RandomDossier(&random);
    const TimelineRequest request = RandomRequest(dossier, &random);
    const TimelineLayout layout = LayoutTimeline(request);
    for (size_t i = 0; i < layout.marks.size(); ++i) {
      const Mark& a = layout.marks[i];
      const Rect label = LabelBox(a, layout.metrics);
      if (label.w > 0) {
        ASSERT_GE(label.x, layout.lanes_px.x - 0.1f) << round << ' ' << a.label;
        ASSERT_LE(label.right(), layout.lanes_px.right() + 0.1f) << round << ' ' << a.label;
      }
      for (size_t j = 0; j < layout.marks.size(); ++j) {
        if (i == j) continue;
        const Mark& b = layout.marks[j];
        ASSERT_FALSE(label.w > 0 && Touch(label, LabelBox(b, layout.metrics)))
            << round << ": " << a.label << " on " << b.label;
        ASSERT_FALSE(label.w > 0 && a.side != LabelSide::kInside && Touch(label, b.mark_px))
            << round << ": " << a.label << " on a mark of " << dossier.IdOf(b.item);
      }
    }
  }
}

TEST(TimelineLayout, PillsAndBarsLieOnNothing) {
  TestRandom random(7);
  for (int round = 0; round < 300; ++round) {
    const Dossier dossier = RandomDossier(&random);
    const TimelineLayout layout = LayoutTimeline(RandomRequest(dossier, &random));
    const auto is_dot = [](const Mark& mark) {
      return mark.shape == MarkShape::kDot || mark.shape == MarkShape::kRing;
    };
    for (size_t i = 0; i < layout.marks.size(); ++i) {
      for (size_t j = i + 1; j < layout.marks.size(); ++j) {
        const Mark &a = layout.marks[i], &b = layout.marks[j];
        if (a.lane != b.lane || a.row != b.row) continue;
        if (is_dot(a) && is_dot(b)) {
          ASSERT_GE(std::abs(a.centre_px.x - b.centre_px.x), 5.99f) << round;
        } else {
          ASSERT_FALSE(Touch(a.mark_px, b.mark_px))
              << round << ' ' << dossier.IdOf(a.item) << ' ' << dossier.IdOf(b.item);
        }
      }
    }
  }
}

TEST(TimelineLayout, EverythingKnownIsOnTheAxisExactlyOnce) {
  TestRandom random(8);
  for (int round = 0; round < 200; ++round) {
    const Dossier dossier = RandomDossier(&random);
    TimelineRequest request = RandomRequest(dossier, &random);
    request.range = {FirstOf("1990"), LastOf("2030")};
    const TimelineLayout layout = LayoutTimeline(request);
    std::multiset<Index> seen;
    for (const Mark& mark : layout.marks) {
      if (mark.members.empty()) seen.insert(mark.item.index);
      for (const Ref member : mark.members) seen.insert(member.index);
      ASSERT_EQ(mark.shape == MarkShape::kCluster,
                mark.count > 0 && mark.shape != MarkShape::kCount);
      const bool scheduled =
          dossier.events()[mark.item.index].date.when.earliest() > request.as_of_s;
      ASSERT_EQ(mark.scheduled, scheduled);
      for (const Ref member : mark.members) {
        ASSERT_EQ(dossier.events()[member.index].date.when.earliest() > request.as_of_s, scheduled);
      }
      if (mark.ends_at_playhead) {
        ASSERT_LE(mark.bar_px.right(), layout.playhead_px + 0.01f);
      }
    }
    ASSERT_EQ(seen.size(), dossier.events().size()) << round;
    ASSERT_EQ(std::set<Index>(seen.begin(), seen.end()).size(), seen.size()) << round;
  }
}

TEST(TimelineLayout, TheSelectedEventIsNeverHiddenAndAlwaysNamed) {
  TestRandom random(9);
  for (int round = 0; round < 200; ++round) {
    const Dossier dossier = RandomDossier(&random);
    TimelineRequest request = RandomRequest(dossier, &random);
    request.range = {FirstOf("1999"), LastOf("2025")};
    const auto event =
        static_cast<Index>(random.Between(0, static_cast<int64_t>(dossier.events().size()) - 1));
    request.focus = {ItemKind::kEvent, event};
    const TimelineLayout layout = LayoutTimeline(request);
    const Mark* mark = MarkOf(layout, event);
    ASSERT_TRUE(mark) << round;
    EXPECT_TRUE(mark->members.empty());
    EXPECT_TRUE(mark->selected);
    EXPECT_FALSE(mark->label.empty()) << round;
    EXPECT_EQ(&layout.marks.back(), mark) << "drawn last";
  }
}

}  // namespace
}  // namespace demarche
