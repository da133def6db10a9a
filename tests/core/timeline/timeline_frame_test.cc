// What both orientations share, asked directly.
#include "core/timeline/timeline_frame.h"

#include <gtest/gtest.h>

#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

// 2000 to 2020 on 2000 px.
TimeScale TwentyYears() {
  ScaleBand band;
  band.t0 = FirstOf("2000");
  band.t1 = FirstOf("2020");
  band.u1 = 2000;
  return TimeScale({band}, 0, 2000, 0, 2000, ReaderCalendar());
}

TEST(WindowOf, IsWhatARangeAsksFor) {
  TimelineLayout content;
  content.content0 = FirstOf("1990");
  content.content1 = FirstOf("2030");
  struct Case {
    TimeSpan range;
    TimeSpan window;
  };
  const Seconds t = FirstOf("2010-06-01");
  const Case cases[] = {
      {{kTimeMin, kTimeMax}, {FirstOf("2000"), FirstOf("2020")}},
      {{FirstOf("2005"), LastOf("2006")}, {FirstOf("2005"), FirstOf("2007")}},
      {{FirstOf("2005"), kTimeMax}, {FirstOf("2005"), FirstOf("2030")}},
      {{kTimeMin, LastOf("2006")}, {FirstOf("1990"), FirstOf("2007")}},
      {{t, t + 59}, {t, t + 60}},
      {{t, t}, {t - 29, t + 31}},                                         // a minute at least
      {{FirstOf("2040"), kTimeMax}, {FirstOf("2030"), FirstOf("2040")}},  // the wrong way around
  };
  for (const Case& c : cases) {
    const TimeSpan window = WindowOf(c.range, TwentyYears(), content);
    EXPECT_EQ(window.earliest, c.window.earliest) << IsoUtc(window.earliest);
    EXPECT_EQ(window.latest, c.window.latest) << IsoUtc(window.latest);
  }
}

TEST(WindowOf, ShowsLittleOfWhatAnAdaptiveAxisHasBeyondTheContent) {
  // Ten years on 1000 px, then ten days on as many.
  ScaleBand years, days;
  years.t0 = FirstOf("2000"), years.t1 = days.t0 = FirstOf("2010");
  days.t1 = FirstOf("2010-01-11");
  years.u1 = days.u0 = 1000, days.u1 = 2000;
  const TimeScale scale({years, days}, 0, 2000, 0, 2000, ReaderCalendar());
  TimelineLayout content;
  content.content0 = years.t0, content.content1 = days.t1;
  const TimeSpan beyond = WindowOf({FirstOf("1999"), LastOf("2012")}, scale, content);
  EXPECT_EQ(beyond.earliest, FirstOf("1999")) << "a year more is little";
  EXPECT_EQ(beyond.latest, FirstOf("2010-01-18")) << "a third of 2000 px: seven days";
  const TimeSpan within = WindowOf({FirstOf("2010-01-02"), LastOf("2010-01-12")}, scale, content);
  EXPECT_EQ(within.latest, FirstOf("2010-01-13")) << "two days beside nine";
  const TimeSpan apart{FirstOf("2011"), LastOf("2012")};
  EXPECT_EQ(WindowOf(apart, scale, content), (TimeSpan{apart.earliest, apart.latest + 1}))
      << "all of it lies beyond";
}

TEST(ContentOf, IsTheAxisAndWholeDaysOfWhateverLiesBeyond) {
  const TimeSpan axis{FirstOf("2000"), FirstOf("2020")};
  const TimeScale scale = TwentyYears();
  EXPECT_EQ(ContentOf({0, 0}, scale), axis) << "nothing known";
  EXPECT_EQ(ContentOf({FirstOf("2005"), LastOf("2006")}, scale), axis);
  const TimeSpan wider{FirstOf("1999-05-04T10:00Z"), FirstOf("2021-02-03T10:00Z")};
  EXPECT_EQ(ContentOf(wider, scale), (TimeSpan{FirstOf("1999-05-04"), FirstOf("2021-02-04")}));
}

TEST(PlayheadOn, StandsAtTheEndOfItsDayOrFarAway) {
  const TimeScale scale = TwentyYears();
  EXPECT_DOUBLE_EQ(PlayheadOn(scale, LastOf("2010-06-01")),
                   scale.PxFromTime(FirstOf("2010-06-02")));
  EXPECT_GT(PlayheadOn(scale, kTimeMax), 1e8);
  EXPECT_LT(PlayheadOn(scale, kTimeMin), -1e8);
}

TEST(SetPlayhead, SaysWhetherItIsInView) {
  TimelineLayout layout;
  layout.scale = TwentyYears();
  TimelineRequest request;
  struct Case {
    Seconds as_of_s;
    bool in_view;
  };
  const Case cases[] = {
      {kTimeMin, false},      {LastOf("1999-12-30"), false}, {LastOf("1999-12-31"), true},
      {LastOf("2010"), true}, {LastOf("2019-12-31"), true},  {LastOf("2020-01-01"), false},
      {kTimeMax, false}};
  for (const Case& c : cases) {
    request.as_of_s = c.as_of_s;
    SetPlayhead(request, &layout);
    EXPECT_EQ(layout.playhead_in_view, c.in_view) << layout.playhead_px;
  }
}

TEST(SortForDrawing, BarsThenPointsAndTheSelectedLast) {
  const auto mark = [](Index item, MarkShape shape, bool selected) {
    Mark result;
    result.item = {ItemKind::kEvent, item};
    result.shape = shape;
    result.selected = selected;
    return result;
  };
  std::vector<Mark> marks = {mark(0, MarkShape::kDot, true),      mark(1, MarkShape::kRing, false),
                             mark(2, MarkShape::kBar, true),      mark(3, MarkShape::kBar, false),
                             mark(4, MarkShape::kCluster, false), mark(5, MarkShape::kBar, false)};
  SortForDrawing(&marks);
  std::vector<Index> order;
  for (const Mark& m : marks) order.push_back(m.item.index);
  EXPECT_EQ(order, (std::vector<Index>{3, 5, 1, 4, 2, 0}));
}

}  // namespace
}  // namespace demarche
