// The axis in the zone of a place: where days begin, what moves when the zone is switched, and what
// does not.
#include <gtest/gtest.h>

#include "core/outline.h"
#include "core/timeline/timeline_frame.h"
#include "tests/core/dates/zone_samples.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

class TimelineZone : public testing::Test {
 protected:
  TimelineZone() {
    TimelineSketch sketch;
    const Index track = sketch.AddTrack("Calls");
    sketch.AddBand("2021-12-27/2022-01-02");
    call_ = sketch.AddEvent(track, {.title = "Call", .date = "2021-12-30T18:35-05:00"});
    day_ = sketch.AddEvent(sketch.AddTrack("Talks"), {.title = "Talks", .date = "2021-12-30"});
    week_ = sketch.AddEvent(sketch.AddTrack("Week"),
                            {.title = "Week", .date = "2021-12-28/2021-12-30"});
    dossier_.emplace(sketch.Build());
  }

  TimelineLayout LayoutIn(std::string_view zone, std::string_view as_of = "2021-12-30") const {
    TimelineRequest request = DesktopRequest(*dossier_, as_of);
    if (!zone.empty()) request.calendar = CalendarIn(zone);
    return LayoutTimeline(request);
  }

  // "Thu 30": the cell that a point of the axis lies in.
  static std::string CellAt(const TimelineLayout& layout, double x_px) {
    std::string cell;
    for (const Tick& tick : layout.ticks) {
      if (!tick.label2.empty() && tick.x_px <= x_px + 0.01) cell = tick.label + ' ' + tick.label2;
    }
    return cell;
  }

  std::optional<Dossier> dossier_;
  Index call_ = kNone, day_ = kNone, week_ = kNone;
};

TEST_F(TimelineZone, AnInstantStandsInTheDayThatTheZoneHasThen) {
  const struct {
    std::string_view zone;
    const char* cell;
  } cases[] = {{"", "Thu 30"}, {kWashingtonZone, "Thu 30"}, {kMoscowZone, "Fri 31"}};
  for (const auto& c : cases) {
    const TimelineLayout layout = LayoutIn(c.zone, "2022-01-02");
    EXPECT_EQ(CellAt(layout, MarkOf(layout, call_)->centre_px.x), c.cell) << c.zone;
  }
}

TEST_F(TimelineZone, ADayStandsInTheMiddleOfItsOwnCellInEveryZone) {
  for (const std::string_view zone :
       {std::string_view(), kGenevaZone, kWashingtonZone, kMoscowZone}) {
    const TimelineLayout layout = LayoutIn(zone, "2022-01-02");
    const float x = MarkOf(layout, day_)->centre_px.x;
    EXPECT_EQ(CellAt(layout, x), "Thu 30") << zone;
    for (const Tick& tick : layout.ticks) {
      if (tick.label2 == "30") {
        EXPECT_NEAR(tick.label_px.x, x, 0.1) << zone;
      }
    }
    const Rect bar = MarkOf(layout, week_)->bar_px;
    EXPECT_EQ(CellAt(layout, bar.x), "Tue 28") << zone;
    EXPECT_EQ(CellAt(layout, bar.right() - 1), "Thu 30") << zone;
  }
}

TEST_F(TimelineZone, ThePlayheadStandsAtTheEndOfItsDay) {
  for (const std::string_view zone :
       {std::string_view(), kGenevaZone, kWashingtonZone, kMoscowZone}) {
    const TimelineLayout layout = LayoutIn(zone);
    EXPECT_EQ(CellAt(layout, layout.playhead_px - 0.1), "Thu 30") << zone;
    EXPECT_EQ(CellAt(layout, layout.playhead_px + 0.1), "Fri 31") << zone;
  }
}

TEST_F(TimelineZone, ChangesNoFact) {
  // 30 December, 23:35 UTC: known as of that day and held, wherever one reads.
  for (const std::string_view zone : {std::string_view(), kWashingtonZone, kMoscowZone}) {
    const TimelineLayout layout = LayoutIn(zone, "2021-12-30");
    const Mark* call = MarkOf(layout, call_);
    ASSERT_NE(call, nullptr) << zone;
    EXPECT_EQ(call->shape, MarkShape::kDot) << zone;
    EXPECT_FALSE(call->scheduled) << zone;
    EXPECT_EQ(MarkOf(LayoutIn(zone, "2021-12-29"), call_), nullptr) << zone;
  }
}

TEST_F(TimelineZone, SaysWhoseDaysTheyAre) {
  EXPECT_EQ(LayoutIn("").zone_note, "UTC");
  EXPECT_EQ(LayoutIn(kMoscowZone).zone_note, "UTC+3 Moscow");
  EXPECT_EQ(LayoutIn(kWashingtonZone).zone_note, "UTC−5 Washington");
  TimelineRequest request = DesktopRequest(*dossier_);
  request.calendar = CalendarIn(kMoscowZone);
  request.range = {FirstOf("1900"), LastOf("2100")};
  EXPECT_EQ(LayoutTimeline(request).zone_note, "") << "no day can be told from another";
}

TEST_F(TimelineZone, ARangeOfDaysShowsThoseDays) {
  TimelineRequest request = DesktopRequest(*dossier_, "2022-01-02");
  request.range = {FirstOf("2021-12-29"), LastOf("2021-12-30")};
  request.calendar = CalendarIn(kMoscowZone);
  const TimelineLayout layout = LayoutTimeline(request);
  EXPECT_EQ(IsoUtc(layout.range0), "2021-12-28T21:00:00Z");
  EXPECT_EQ(IsoUtc(layout.range1), "2021-12-30T21:00:00Z");
  request.range = {FirstOf("2021-12-29T10:00Z"), FirstOf("2021-12-29T12:00Z")};
  EXPECT_EQ(LayoutTimeline(request).range0, request.range.earliest) << "instants are instants";
}

TEST_F(TimelineZone, DaysOfAChangeAreWiderOrNarrower) {
  TimelineSketch sketch;
  sketch.AddBand("2021-03-26/2021-03-31");
  sketch.AddEvent(sketch.AddTrack("Track"), {.date = "2021-03-27"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier, "2021-03-31");
  request.calendar = CalendarIn(kGenevaZone);
  const TimelineLayout layout = LayoutTimeline(request);
  std::vector<float> starts_px;
  for (const Tick& tick : layout.ticks) {
    if (!tick.label2.empty()) starts_px.push_back(tick.x_px);
  }
  ASSERT_EQ(starts_px.size(), 6u);
  const float saturday = starts_px[2] - starts_px[1], sunday = starts_px[3] - starts_px[2];
  EXPECT_NEAR(sunday / saturday, 23.0f / 24, 1e-3);
}

TEST_F(TimelineZone, OutlineTellsTicksInTheZone) {
  const TimelineLayout layout = LayoutIn(kMoscowZone);
  const AppState state;
  const std::string text = OutlineJson({.dossier = &*dossier_,
                                        .state = &state,
                                        .timeline = &layout,
                                        .viewport_px = {},
                                        .frames = 0});
  EXPECT_NE(text.find("\"label\":\"Thu 30\",\"date\":\"2021-12-30T00:00+03:00\""),
            std::string::npos)
      << text;
  TimelineRequest request = DesktopRequest(*dossier_);
  request.calendar = CalendarIn(kMoscowZone);
  request.range = {FirstOf("2021-12-29T10:00Z"), FirstOf("2021-12-29T12:00Z")};
  const TimelineLayout hours = LayoutTimeline(request);
  const std::string in_hours = OutlineJson(
      {.dossier = &*dossier_, .state = &state, .timeline = &hours, .viewport_px = {}, .frames = 0});
  EXPECT_NE(in_hours.find("\"label\":\"14:00\",\"date\":\"2021-12-29T14:00+03:00\""),
            std::string::npos)
      << in_hours;
}

// The same of lanes that are counted: a day of 300 calls and a day of 300 talks.
TEST_F(TimelineZone, DenseLanesCountInTheZonesDays) {
  TimelineSketch sketch;
  sketch.AddBand("2021-12-27/2022-01-02");
  const Index calls = sketch.AddTrack("Calls"), talks = sketch.AddTrack("Talks");
  for (int i = 0; i < 500; ++i) {
    sketch.AddEvent(calls, {.date = "2021-12-30T18:35-05:00"});
    sketch.AddEvent(talks, {.date = "2021-12-30"});
    sketch.AddEvent(talks, {.date = "2021-12-30T18:35-05:00"});
  }
  const Dossier dossier = sketch.Build();
  const struct {
    std::string_view zone;
    const char* cell;  // of the calls
  } cases[] = {{"", "Thu 30"}, {kWashingtonZone, "Thu 30"}, {kMoscowZone, "Fri 31"}};
  for (const auto& c : cases) {
    TimelineRequest request = DesktopRequest(dossier, "2022-01-02");
    if (!c.zone.empty()) request.calendar = CalendarIn(c.zone);
    const TimelineLayout layout = LayoutTimeline(request);
    size_t on_thursday = 0;
    for (const Mark& mark : layout.marks) {
      const std::string cell = CellAt(layout, mark.centre_px.x);
      if (mark.lane == 0) {
        EXPECT_EQ(cell, c.cell) << c.zone;
      } else if (cell == "Thu 30") {
        on_thursday += EventsOf(mark);
      }
    }
    EXPECT_EQ(on_thursday, c.zone == kMoscowZone ? 500u : 1000u) << c.zone;
  }
}

// A call of the as-of day that is held, where it was the day after (reader_calendar.h).
TEST_F(TimelineZone, OfADenseLaneWhatIsHeldMayLieRightOfThePlayhead) {
  TimelineSketch sketch;
  sketch.AddBand("2021-12-27/2022-01-02");
  const Index track = sketch.AddTrack("Calls");
  for (int i = 0; i < 500; ++i) sketch.AddEvent(track, {.date = "2021-12-30T18:35-05:00"});
  for (int i = 0; i < 9; ++i) sketch.AddEvent(track, {.date = "2021-12", .reported = "2021-12-01"});
  for (int i = 0; i < 9; ++i) sketch.AddEvent(track, {.date = "2022-01-02", .reported = "2021"});
  const Dossier dossier = sketch.Build();
  for (const std::string_view zone : {kWashingtonZone, kMoscowZone}) {
    TimelineRequest request = DesktopRequest(dossier, "2021-12-30");
    request.calendar = CalendarIn(zone);
    request.range = {FirstOf("2021-12-29"), LastOf("2022-01-02")};
    const TimelineLayout layout = LayoutTimeline(request);
    size_t held = 0, to_come = 0;
    for (const Mark& mark : layout.marks) {
      (mark.scheduled ? to_come : held) += EventsOf(mark);
      if (!mark.scheduled && EventsOf(mark) >= 500) {
        const double there_px = layout.scale.PxFromTime(FirstOf("2021-12-30T23:35Z"));
        EXPECT_NEAR(mark.centre_px.x, there_px, 1) << zone;
        EXPECT_EQ(there_px > layout.playhead_px, zone == kMoscowZone) << zone;
      }
    }
    EXPECT_EQ(held, 500u) << "the month's middle is out of view";
    EXPECT_EQ(to_come, 9u);
  }
}

TEST_F(TimelineZone, TheMinimapCountsTheDaysOfTheZone) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Calls");
  sketch.AddEvent(track, {.date = "2021-12-30"});
  sketch.AddEvent(track, {.date = "2021-12-30T18:35-05:00"});
  sketch.AddEvent(track, {.date = "2022-01-05"});
  const Dossier dossier = sketch.Build();
  for (const std::string_view zone : {kWashingtonZone, kMoscowZone}) {
    TimelineRequest request = DesktopRequest(dossier, "2022-01-05");
    request.calendar = CalendarIn(zone);
    const MinimapView map = LayoutTimeline(request).minimap;
    ASSERT_EQ(map.note, "Events per day");
    std::vector<std::string> days;
    for (const MinimapBar& bar : map.bars) {
      EXPECT_EQ(bar.t1 - bar.t0, kSecondsPerDay);
      days.push_back(request.calendar.Date(DateForm::kDay, bar.t0));
      EXPECT_EQ(request.calendar.Clock(bar.t0, ClockPrecision::kSeconds), "00:00:00");
    }
    EXPECT_EQ(days.size(), zone == kMoscowZone ? 3u : 2u) << zone;
    EXPECT_EQ(days.front(), ReaderCalendar().Date(DateForm::kDay, FirstOf("2021-12-30")));
  }
}

// West of Greenwich a year begins after that of UTC.
TEST_F(TimelineZone, TheMinimapsYearsHaveTheirOwnNames) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Calls");
  for (const char* date : {"1994-06-01", "2021-12-30"}) sketch.AddEvent(track, {.date = date});
  const Dossier dossier = sketch.Build();
  for (const std::string_view zone : {std::string_view(), kWashingtonZone, kMoscowZone}) {
    TimelineRequest request = DesktopRequest(dossier, "2022-01-05");
    if (!zone.empty()) request.calendar = CalendarIn(zone);
    std::vector<std::string> names;
    for (const Tick& tick : LayoutTimeline(request).minimap.ticks)
      if (!tick.label.empty()) names.push_back(tick.label);
    ASSERT_FALSE(names.empty());
    EXPECT_EQ(names.front(), "1990") << zone;
  }
}

// Every point of the axis is one instant and back, over changes of the clocks too.
TEST_F(TimelineZone, TheAxisStaysMonotoneAndInvertible) {
  for (const std::string_view zone : {kGenevaZone, kWashingtonZone, kMoscowZone}) {
    TimelineSketch sketch;
    for (const char* band : {"2020/2020", "2021-03-01/2021-03-27", "2021-03-28/2021-11-30"})
      sketch.AddBand(band);
    sketch.AddEvent(sketch.AddTrack("Track"), {.date = "2021-03-27"});
    const Dossier dossier = sketch.Build();
    TimelineRequest request = DesktopRequest(dossier);
    request.calendar = CalendarIn(zone);
    const TimeScale scale = LayoutTimeline(request).scale;
    double last = -1e300;
    for (Seconds t = FirstOf("2020"); t < FirstOf("2021-12"); t += 3607) {
      const double px = scale.PxFromTime(t);
      ASSERT_GT(px, last);
      last = px;
      ASSERT_NEAR(scale.TimeFromPx(px), static_cast<double>(t), 0.01);
    }
  }
}

}  // namespace
}  // namespace demarche
