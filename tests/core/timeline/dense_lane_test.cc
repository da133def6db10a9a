// Lanes with more events than can be looked at: what is drawn adds up to what there is.
#include "core/timeline/dense_lane.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "core/state/query.h"
#include "core/timeline/timeline_frame.h"
#include "core/timeline/timeline_items.h"
#include "tests/core/dates/zone_samples.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

// Two tracks of 600 to 3000 events in bursts over 20 years, some to come, some of a year's width,
// some of them instants; some with an actor.
Dossier DenseDossier(TestRandom* random) {
  TimelineSketch sketch;
  sketch.AddTrack("Talks");
  sketch.AddTrack("Letters");
  const Index actor = sketch.AddActor();
  const int64_t count = random->Between(1200, 6000);
  int64_t day = 0;
  for (int64_t i = 0; i < count; ++i) {
    day += random->Between(0, 20) == 0 ? random->Between(0, 200) : random->Between(0, 2);
    day %= 7300;
    std::string iso =
        IsoUtc(FirstOf("2000-01-01") + day * 86400).substr(0, random->Between(0, 40) == 0 ? 4 : 10);
    if (iso.size() == 10 && random->Between(0, 2) == 0)
      iso += random->Between(0, 1) == 0 ? "T23:20Z" : "T03:10+02:00";
    const bool to_come = FirstOf(iso) > LastOf("2015-06-15");
    sketch.AddEvent(static_cast<Index>(i % 2),
                    {.title = i % 3 == 0 ? "Talks in Rome" : "Talks in Vienna",
                     .date = iso,
                     .importance = static_cast<float>(random->Between(1, 5)),
                     .reported = to_come ? "2015-06-01" : ""},
                    i % 7 < 2 ? std::vector<Index>{actor} : std::vector<Index>{});
  }
  return sketch.Build();
}

// Of a track in view; and of them those that have to do with the focus.
struct InView {
  size_t count = 0, related = 0;
  friend bool operator==(const InView&, const InView&) = default;
};
std::ostream& operator<<(std::ostream& out, const InView& in) {
  return out << in.count << " of which " << in.related;
}

InView CountIn(const Dossier& dossier, const TimelineRequest& request, const TimelineLayout& layout,
               Index track) {
  const EventFilter filter{
      .as_of_s = request.as_of_s, .query = request.query, .group = request.group};
  const Seconds t0 = static_cast<Seconds>(std::ceil(layout.scale.TimeFromPx(layout.lanes_px.x)));
  const Seconds t1 =
      static_cast<Seconds>(std::floor(layout.scale.TimeFromPx(layout.lanes_px.right())));
  const bool to_the_end = t1 + 1 >= layout.scale.bands().back().t1;
  InView in;
  const Seconds playhead_s = PlayheadAt(request.calendar, request.as_of_s);
  for (const Index event : VisibleEvents(dossier, filter)) {
    if (dossier.events()[event].track != track) continue;
    const When& when = dossier.events()[event].date.when;
    Seconds at_s = InstantOf(request.calendar, KindOfPoint(when), PointOf(when));
    if (when.earliest() <= request.as_of_s) {
      // As in a lane that is not dense: what has begun stands before the playhead, or where it is.
      const bool day = KindOfPoint(when) == PointKind::kDay;
      at_s = std::min(at_s, day ? playhead_s - 1 : std::max(playhead_s - 1, request.as_of_s));
    }
    if (at_s < t0 || (at_s > t1 && !to_the_end)) continue;
    ++in.count;
    in.related += !DimsOthers(request.focus) || RelatedTo(dossier, event, request.focus);
  }
  return in;
}

InView Drawn(const TimelineLayout& layout, uint32_t lane) {
  InView sum;
  for (const Mark& mark : layout.marks) {
    if (mark.lane != lane || mark.shape == MarkShape::kBar) continue;
    sum.count += EventsOf(mark);
    sum.related += StandsForSeveral(mark) ? mark.related : mark.dimmed ? 0 : 1;
  }
  return sum;
}

TimelineRequest AnyRequest(const Dossier& dossier, TestRandom* random) {
  TimelineRequest request = DesktopRequest(dossier);
  request.axis = random->Between(0, 1) == 0 ? AxisKind::kLinear : AxisKind::kAdaptive;
  request.as_of_s = random->Between(0, 3) == 0 ? kTimeMax : LastOf("2015-06-15");
  if (random->Between(0, 2) == 0) request.query = "rome";
  if (random->Between(0, 2) == 0) {
    request.focus = {ItemKind::kEvent, static_cast<Index>(random->Between(0, 1000))};
    if (random->Between(0, 1) == 0) request.focus = {ItemKind::kActor, 0};
  }
  const int64_t zone = random->Between(0, 2);
  if (zone == 1) request.calendar = CalendarIn(HalfYearlyZone());
  if (zone == 2) {
    request.calendar =
        CalendarIn(kAllZones[static_cast<size_t>(random->Between(0, std::size(kAllZones) - 1))]);
  }
  const Seconds length = Seconds{86400} << random->Between(0, 13);
  const Seconds from = FirstOf("2000") + random->Between(0, 6000) * 86400;
  if (random->Between(0, 4) > 0) request.range = {from, from + length};
  return request;
}

TEST(DenseLane, WhatIsDrawnAddsUpToWhatIsInTheWindow) {
  TestRandom random(1);
  std::map<MarkShape, int> seen;
  for (int round = 0; round < 12; ++round) {
    const Dossier dossier = DenseDossier(&random);
    for (int i = 0; i < 25; ++i) {
      const TimelineRequest request = AnyRequest(dossier, &random);
      const TimelineLayout layout = LayoutTimeline(request);
      for (uint32_t lane = 0; lane < 2; ++lane) {
        ASSERT_EQ(Drawn(layout, lane), CountIn(dossier, request, layout, lane))
            << round << ' ' << i;
      }
      for (const Mark& mark : layout.marks) {
        ++seen[mark.shape];
        const bool to_come =
            dossier.events()[mark.item.index].date.when.earliest() > request.as_of_s;
        ASSERT_EQ(mark.scheduled, to_come);
        if (mark.members.empty()) continue;
        ASSERT_EQ(mark.members.size(), mark.count);
        const auto related =
            std::count_if(mark.members.begin(), mark.members.end(), [&](Ref member) {
              return !DimsOthers(request.focus) || HasToDoWith(dossier, member, request.focus);
            });
        ASSERT_EQ(mark.related, static_cast<uint32_t>(related));
        ASSERT_EQ(mark.dimmed, related == 0);
      }
    }
  }
  for (const MarkShape shape :
       {MarkShape::kDot, MarkShape::kRing, MarkShape::kCluster, MarkShape::kDensity}) {
    EXPECT_GT(seen[shape], 20) << static_cast<int>(shape);
  }
}

TEST(DenseLane, TheColumnsOfADensityAddUpToIt) {
  TestRandom random(2);
  const Dossier dossier = DenseDossier(&random);
  for (int i = 0; i < 60; ++i) {
    const TimelineLayout layout = LayoutTimeline(AnyRequest(dossier, &random));
    for (const Mark& mark : layout.marks) {
      if (mark.shape != MarkShape::kDensity) continue;
      uint32_t sum = 0, related = 0;
      for (uint32_t c = mark.first_column; c < mark.first_column + mark.column_count; ++c) {
        const DensityColumn& column = layout.columns[c];
        sum += column.count;
        related += column.related;
        ASSERT_GE(column.rect_px.x, mark.mark_px.x - 0.01f);
        ASSERT_LE(column.rect_px.right(), mark.mark_px.right() + 0.51f);
        ASSERT_GE(column.rect_px.y, mark.mark_px.y - 0.01f);
        ASSERT_NEAR(column.rect_px.bottom(), mark.mark_px.bottom(), 0.01f);
        if (c > mark.first_column) {
          ASSERT_GE(column.rect_px.x, layout.columns[c - 1].rect_px.right() - 0.51f);
        }
      }
      ASSERT_EQ(sum, mark.count);
      ASSERT_EQ(related, mark.related);
      ASSERT_EQ(mark.dimmed, related == 0);
    }
  }
}

TEST(DenseLane, PillsStripsAndDotsOfARowLieApart) {
  TestRandom random(3);
  for (int round = 0; round < 6; ++round) {
    const Dossier dossier = DenseDossier(&random);
    for (int i = 0; i < 25; ++i) {
      TimelineRequest request = AnyRequest(dossier, &random);
      request.focus = {};
      const TimelineLayout layout = LayoutTimeline(request);
      for (const Mark& a : layout.marks) {
        for (const Mark& b : layout.marks) {
          const bool pills = a.shape == MarkShape::kCluster || a.shape == MarkShape::kDensity;
          if (&a == &b || !pills || a.lane != b.lane) continue;
          // A named event stands on its density.
          if (b.label_px.y != b.centre_px.y && !b.label.empty()) continue;
          ASSERT_FALSE(a.mark_px.x + 0.1f < b.mark_px.right() &&
                       b.mark_px.x + 0.1f < a.mark_px.right())
              << round << ' ' << i;
        }
      }
    }
  }
}

TEST(DenseLane, NamesTheMostImportantEventOfADensity) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  Index summit = kNone;
  for (int i = 0; i < 4000; ++i) {
    const std::string date = IsoUtc(FirstOf("2000-01-01") + i * 86400).substr(0, 10);
    if (i == 1234) {
      summit = sketch.AddEvent(track, {.title = "The summit", .date = date, .importance = 3});
    } else {
      sketch.AddEvent(track, {.date = date});
    }
  }
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  request.axis = AxisKind::kLinear;
  for (const std::string_view range : {"2000/2010", "2002/2004", "2003-04/2003-07"}) {
    request.range = {FirstOf(range), LastOf(range)};
    const TimelineLayout layout = LayoutTimeline(request);
    const Mark* mark = nullptr;
    for (const Mark& candidate : layout.marks) {
      if (candidate.label == "The summit") mark = &candidate;
    }
    ASSERT_TRUE(mark) << range;
    EXPECT_EQ(mark->item.index, summit);
    EXPECT_LT(mark->label_px.y, mark->centre_px.y);
    EXPECT_NEAR(mark->centre_px.x, layout.scale.PxFromTime(FirstOf("2003-05-19T12:00Z")), 0.1);
  }
}

TEST(DenseLane, TheSelectedEventStandsAloneAndIsNamed) {
  TestRandom random(5);
  const Dossier dossier = DenseDossier(&random);
  for (Index event = 0; event < 1000; event += 37) {
    TimelineRequest request = AnyRequest(dossier, &random);
    request.query.clear();
    request.range = {FirstOf("1999"), LastOf("2022")};
    request.focus = {ItemKind::kEvent, event};
    if (dossier.events()[event].reported_s > request.as_of_s) continue;
    const TimelineLayout layout = LayoutTimeline(request);
    const auto selected = std::count_if(layout.marks.begin(), layout.marks.end(),
                                        [](const Mark& mark) { return mark.selected; });
    ASSERT_EQ(selected, 1);
    const Mark& mark = layout.marks.back();
    ASSERT_TRUE(mark.selected) << "drawn last";
    EXPECT_EQ(mark.item.index, event);
    EXPECT_FALSE(mark.label.empty());
  }
}

// The same bins, wherever one looks: columns in view before and after a step aside are the same.
TEST(DenseLane, ColumnsMoveWithTheTimeWhenOnePans) {
  TestRandom random(6);
  const Dossier dossier = DenseDossier(&random);
  TimelineRequest request = DesktopRequest(dossier);
  request.axis = AxisKind::kLinear;
  const Seconds length = 3000 * Seconds{86400};
  request.range = {FirstOf("2002"), FirstOf("2002") + length - 1};
  const TimelineLayout before = LayoutTimeline(request);
  const Seconds step = 20 * Seconds{86400};
  request.range = {request.range.earliest + step, request.range.latest + step};
  const TimelineLayout after = LayoutTimeline(request);
  const double dx_px =
      before.scale.PxFromTime(FirstOf("2005")) - after.scale.PxFromTime(FirstOf("2005"));
  std::set<int64_t> edges;
  for (const DensityColumn& column : before.columns) {
    edges.insert(std::llround(column.rect_px.x * 4));
  }
  size_t same = 0, looked_at = 0;
  for (const DensityColumn& column : after.columns) {
    const int64_t edge = std::llround((column.rect_px.x + dx_px) * 4);
    if (column.rect_px.x > before.lanes_px.right() - dx_px - 8) continue;
    ++looked_at;
    same += edges.count(edge) + edges.count(edge - 1) + edges.count(edge + 1) > 0;
  }
  EXPECT_GT(looked_at, 30u);
  EXPECT_GT(same, looked_at * 95 / 100);
}

TEST(DenseLane, APlanGivesWhatALayoutOfItsOwnGives) {
  TestRandom random(7);
  const Dossier dossier = DenseDossier(&random);
  for (int i = 0; i < 40; ++i) {
    TimelineRequest request = AnyRequest(dossier, &random);
    const TimelineLayout alone = LayoutTimeline(request);
    TimelineRequest whole = request;
    whole.range = {kTimeMin, kTimeMax};
    whole.focus = {};
    const TimelinePlan plan =
        PlanTimeline(whole, MatchingEntries(dossier, request.query, request.group));
    request.plan = &plan;
    RelatedPoints related;
    if (DimsOthers(request.focus)) {
      related = RelatedPointsOf(dossier, plan, request.focus);
      request.related = &related;
    }
    const TimelineLayout planned = LayoutTimeline(request);
    ASSERT_EQ(planned.scale, alone.scale);
    ASSERT_EQ(planned.marks.size(), alone.marks.size());
    for (size_t m = 0; m < planned.marks.size(); ++m) {
      ASSERT_EQ(planned.marks[m].item, alone.marks[m].item);
      ASSERT_EQ(planned.marks[m].count, alone.marks[m].count);
      ASSERT_EQ(planned.marks[m].related, alone.marks[m].related);
      ASSERT_EQ(planned.marks[m].label, alone.marks[m].label);
      ASSERT_EQ(planned.marks[m].mark_px, alone.marks[m].mark_px);
    }
  }
}

}  // namespace
}  // namespace demarche
