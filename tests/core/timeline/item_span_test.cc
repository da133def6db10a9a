#include "core/timeline/item_span.h"

#include <gtest/gtest.h>

#include "core/dates/calendar.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

// 10 px a day from 1 January 2022 on.
TimeScale TenPxADay() {
  const Seconds t0 = FirstOf("2022-01-01");
  return TimeScale({{.t0 = t0, .t1 = t0 + 100 * kSecondsPerDay, .u0 = 0, .u1 = 1000}}, 0, 1000, 0,
                   1000);
}

struct Sketch {
  bool ongoing = false, scheduled = false;
  double playhead_px = 1e9;
};

ItemSpan Span(std::string_view date, Sketch sketch = {}) {
  const When when = DateOf(date);
  TimelineItem item;
  item.when = &when;
  item.ongoing = sketch.ongoing;
  item.scheduled = sketch.scheduled;
  return SpanOf(item, TenPxADay(), sketch.playhead_px, {});
}

TEST(ItemSpan, ADateIsAsWideAsWhatIsKnownOfIt) {
  const ItemSpan day = Span("2022-01-10");
  EXPECT_NEAR(day.x0_px, 90, 1e-6);
  EXPECT_NEAR(day.x1_px, 100, 1e-6);
  EXPECT_NEAR(day.centre_px, 95, 1e-6);
  const ItemSpan month = Span("2022-02");
  EXPECT_NEAR(month.length_px(), 280, 1e-6);
  EXPECT_NEAR(month.centre_px, 310 + 140, 1e-6);
}

TEST(ItemSpan, KnownEndsAreSharp) {
  const ItemSpan span = Span("2022-01-10/2022-01-19");
  EXPECT_NEAR(span.x0_px, 90, 1e-6);
  EXPECT_NEAR(span.x1_px, 190, 1e-6);
  EXPECT_EQ(span.fade_in_px, 0);
  EXPECT_EQ(span.fade_out_px, 0);
  EXPECT_NEAR(span.centre_px, 90, 1e-6) << "as a point it stands at its beginning";
}

TEST(ItemSpan, UncertainEndsFadeAboutTheirMiddle) {
  // About 11 January: 10 px, of which 4.5 lie before the middle of the day.
  const ItemSpan about = Span("2022-01-11~/2022-02-28");
  EXPECT_NEAR(about.x0_px, 105 - 4.5, 1e-6);
  EXPECT_NEAR(about.fade_in_px, 10, 1e-6);
  EXPECT_EQ(about.fade_out_px, 0);
  // Sometime in February: as wide as the month.
  const ItemSpan month = Span("2022-01-11/2022-02");
  EXPECT_NEAR(month.fade_out_px, 280, 1e-6);
  EXPECT_NEAR(month.x1_px, 450 + 0.45 * 280, 1e-6);
}

TEST(ItemSpan, FadesOfAShortBarShareIt) {
  const ItemSpan span = Span("2022-01-10~/2022-01-10~");
  EXPECT_NEAR(span.fade_in_px + span.fade_out_px, span.length_px(), 1e-6);
}

TEST(ItemSpan, WhatIsOngoingEndsAtThePlayheadAndNeverBeyond) {
  for (const char* date :
       {"2022-01-10/..", "2022-01-10/2022-03-01", "2022-01-10/", "2022-01/..", "2022/.."}) {
    const ItemSpan span = Span(date, {.ongoing = true, .playhead_px = 105});
    EXPECT_TRUE(span.ends_at_playhead) << date;
    EXPECT_NEAR(span.x1_px, 105, 1e-6) << date;
    EXPECT_LE(span.x0_px, 95 + 1e-6) << date << ": long enough to be seen";
    EXPECT_EQ(span.fade_out_px, 0) << date;
    EXPECT_LE(span.centre_px, 105) << date;
  }
}

TEST(ItemSpan, UnknownEndsFadeOut) {
  const ItemSpan unknown_end = Span("2022-01-10/");
  EXPECT_NEAR(unknown_end.x1_px, 100 + 40, 1e-6);
  EXPECT_NEAR(unknown_end.fade_out_px, 40, 1e-6);
  const ItemSpan unknown_start = Span("/2022-01-20");
  EXPECT_NEAR(unknown_start.x0_px, 190 - 40, 1e-6);
  EXPECT_NEAR(unknown_start.fade_in_px, 40, 1e-6);
}

TEST(ItemSpan, OpenEndsGoOn) {
  EXPECT_GT(Span("2022-01-10/..").x1_px, 1e6);
  EXPECT_LT(Span("../2022-01-10").x0_px, -1e6);
}

TEST(ItemSpan, WithoutABeginningThePointStandsAtTheEnd) {
  EXPECT_NEAR(Span("2022-01-10/..").centre_px, 90, 1e-6);
  EXPECT_NEAR(Span("../2022-01-10").centre_px, 100, 1e-6);
  EXPECT_NEAR(Span("/2022-01-10").centre_px, 100, 1e-6);
}

TEST(ItemSpan, NothingStandsBeyondTheAxis) {
  // It ends on 11 April.
  EXPECT_NEAR(Span("2022-04", {.scheduled = true}).centre_px, 999, 1e-6);
  EXPECT_NEAR(Span("2022-04-12", {.scheduled = true}).centre_px, 1010, 1e-6) << "but its own date";
}

TEST(ItemSpan, WhatHasBegunDoesNotStandInTheFuture) {
  EXPECT_NEAR(Span("2022", {.playhead_px = 90}).centre_px, 90, 1e-6);
  EXPECT_NEAR(Span("2022-02", {.scheduled = true, .playhead_px = 90}).centre_px, 450, 1e-6);
}

TEST(ItemSpan, SetsAreIntervalsOnlyIfAllOfThemHappened) {
  EXPECT_TRUE(DateOf("2022-01-10/2022-01-13").IsStretch());
  EXPECT_TRUE(DateOf("{1999,2004}").IsStretch());
  EXPECT_FALSE(DateOf("[2021-12-15..2021-12-17]").IsStretch());
  EXPECT_FALSE(DateOf("2014").IsStretch());
}

}  // namespace
}  // namespace demarche
