// Ticks at every scale: from ten seconds in view to all the time that a date can name, about the
// changes of clocks too.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/timeline/ticks.h"
#include "tests/core/dates/zone_samples.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

// One view of a linear axis, and its ticks.
struct View {
  Seconds length;
  double width_px;
  Orientation orientation;
  ReaderCalendar calendar;
  TimeScale scale;
  std::vector<Tick> ticks;

  // Those at steps of the calendar, without what only says where the view begins.
  std::vector<Tick> Steps() const {
    std::vector<Tick> steps;
    for (const Tick& tick : ticks) {
      const bool names = tick.rank == TickRank::kMajor || tick.rank == TickRank::kLine;
      if (names && tick.t > scale.bands()[0].t0) steps.push_back(tick);
    }
    return steps;
  }
};

std::vector<CalendarStep> AllSteps() {
  std::vector<CalendarStep> steps;
  for (const int count : {1, 5, 10, 30}) steps.push_back({CalendarUnit::kSecond, count});
  for (const int count : {1, 5, 15, 30}) steps.push_back({CalendarUnit::kMinute, count});
  for (const int count : {1, 3, 6}) steps.push_back({CalendarUnit::kHour, count});
  steps.push_back({CalendarUnit::kDay, 1});
  steps.push_back({CalendarUnit::kWeek, 1});
  for (const int count : {1, 3, 6}) steps.push_back({CalendarUnit::kMonth, count});
  for (int64_t count = 1; count <= 100'000'000'000; count *= 10) {
    steps.push_back({CalendarUnit::kYear, count});
    steps.push_back({CalendarUnit::kYear, 5 * count});
  }
  return steps;
}

template <class Check>
void ForEveryScale(const Check& check) {
  constexpr Seconds kLongest = Seconds{1} << 61;
  const Seconds middles[] = {FirstOf("2021-03-28T01:00Z"), FirstOf("2021-10-31T01:00Z"),
                             FirstOf("2000-02-29T12:00Z"), FirstOf("0001")};
  const std::string_view zones[] = {"", kGenevaZone, kBeirutZone, kWashingtonZone};
  for (double seconds = 10; seconds < 4.6e18; seconds *= 2.3) {
    for (const Seconds middle : middles) {
      for (const std::string_view zone : zones) {
        for (const double width_px : {320.0, 1100.0}) {
          View view{
              .length = static_cast<Seconds>(seconds),
              .width_px = width_px,
              .orientation = width_px < 500 ? Orientation::kVertical : Orientation::kHorizontal,
              .calendar = zone.empty() ? ReaderCalendar() : CalendarIn(zone),
              .scale = {},
              .ticks = {}};
          const Seconds t0 = std::max(middle - view.length / 2, -kLongest);
          const Seconds t1 = std::min(middle + view.length / 2, kLongest);
          view.scale = TimeScale({{.t0 = t0, .t1 = t1, .u0 = 0, .u1 = width_px}}, 0, width_px, 0,
                                 width_px, view.calendar);
          TickRequest request;
          request.scale = &view.scale;
          request.measurer = &kFakeMeasurer;
          request.metrics = MetricsForDesktop();
          request.orientation = view.orientation;
          request.calendar = view.calendar;
          view.ticks = LayoutTicks(request);
          SCOPED_TRACE(IsoUtc(t0) + " to " + IsoUtc(t1) + ' ' + std::string(zone));
          check(view);
          if (testing::Test::HasFatalFailure()) return;
        }
      }
    }
  }
}

// However far one zooms, the ticks with words are the boundaries of one step of the calendar, and
// none is left out.
TEST(TicksAtEveryScale, AreSuccessiveBoundariesOfOneStep) {
  const std::vector<CalendarStep> all = AllSteps();
  ForEveryScale([&all](const View& view) {
    const std::vector<Tick> ticks = view.Steps();
    const bool one_step = std::any_of(all.begin(), all.end(), [&](CalendarStep step) {
      for (size_t i = 0; i < ticks.size(); ++i) {
        if (view.calendar.FloorTo(ticks[i].t, step) != ticks[i].t) return false;
        if (i > 0 && view.calendar.NextAfter(ticks[i - 1].t, step) != ticks[i].t) return false;
      }
      return true;
    });
    ASSERT_TRUE(one_step) << ticks.size();
  });
}

// Close enough to find a date between two, far enough apart for their words.
TEST(TicksAtEveryScale, KeepTheirDistance) {
  ForEveryScale([](const View& view) {
    const bool vertical = view.orientation == Orientation::kVertical;
    const std::vector<Tick> ticks = view.Steps();
    ASSERT_GE(ticks.size(), 1u);
    // Labels are as wide as those of the ticks, or as the years at the ends of the view.
    std::vector<std::string> labels = {view.calendar.Year(view.scale.bands()[0].t0), "2000"};
    for (const Tick& tick : ticks) labels.push_back(tick.label);
    float widest_px = 0;
    for (const std::string& label : labels)
      widest_px = std::max(widest_px, kFakeMeasurer.WidthPx(label, Face::kSemiBold, 13));
    for (size_t i = 1; i < ticks.size(); ++i) {
      const float apart_px = ticks[i].x_px - ticks[i - 1].x_px;
      ASSERT_GT(apart_px, 15) << ticks[i].label;
      ASSERT_LT(apart_px, 7 * 1.2 * (vertical ? 45 : widest_px + 12)) << ticks[i].label;
    }
    // Rules of 1 px and air between them.
    Tick last;
    last.x_px = -1e9f;
    for (const Tick& tick : view.ticks) {
      if (tick.rank == TickRank::kContext) continue;
      ASSERT_GT(tick.x_px - last.x_px, 3.9f) << IsoUtc(tick.t);
      last = tick;
    }
  });
}

// Going along the axis every word is a later one: no two alike follow each other, unless the clocks
// show an hour twice, and each can be told from its own date.
TEST(TicksAtEveryScale, SayWhereTheyStand) {
  ForEveryScale([](const View& view) {
    Seconds last = kTimeMin;
    std::string before;
    for (const Tick& tick : view.Steps()) {
      if (tick.label.empty()) continue;
      ASSERT_GT(tick.t, last);
      const std::string label = tick.label + tick.label2;
      const bool comes_twice = view.calendar.OffsetAt(tick.t) < view.calendar.OffsetAt(last);
      if (!comes_twice) {
        ASSERT_NE(label, before);
      }
      const ReaderCalendar& calendar = view.calendar;
      const std::string says[] = {calendar.Year(tick.t),
                                  calendar.ShortMonth(tick.t),
                                  calendar.Date(DateForm::kDay, tick.t),
                                  calendar.Date(DateForm::kDate, tick.t),
                                  calendar.Date(DateForm::kWeekdayDay, tick.t),
                                  calendar.Clock(tick.t, ClockPrecision::kMinutes),
                                  calendar.Clock(tick.t, ClockPrecision::kSeconds),
                                  std::string(calendar.ShortWeekday(tick.t))};
      ASSERT_NE(std::find(std::begin(says), std::end(says), tick.label), std::end(says))
          << tick.label << " at " << IsoUtc(tick.t);
      last = tick.t;
      before = label;
    }
  });
}

}  // namespace
}  // namespace demarche
