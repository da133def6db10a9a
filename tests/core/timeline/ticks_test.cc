#include "core/timeline/ticks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/dates/calendar.h"
#include "core/timeline/axis.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

constexpr float kAxisY = 125;

TickRequest RequestFor(const TimeScale& scale) {
  TickRequest request;
  request.scale = &scale;
  request.measurer = &kFakeMeasurer;
  request.metrics = MetricsForDesktop();
  request.axis_px = kAxisY;
  return request;
}

TimeScale LinearScale(Seconds t0, Seconds t1, double width_px) {
  return TimeScale({{.t0 = t0, .t1 = t1, .u0 = 0, .u1 = width_px}}, 0, width_px, 0, width_px);
}

std::vector<std::string> LabelsOf(const std::vector<Tick>& ticks) {
  std::vector<std::string> labels;
  for (const Tick& tick : ticks) {
    if (tick.label.empty()) continue;
    labels.push_back(tick.label2.empty() ? tick.label : tick.label + ' ' + tick.label2);
  }
  return labels;
}

TEST(Ticks, GoFromCenturiesToMinutes) {
  const struct {
    const char* from;
    const char* to;
    double width_px;
    std::vector<std::string> labels;
  } cases[] = {
      {"1000",
       "2000",
       400,
       {"1000", "1100", "1200", "1300", "1400", "1500", "1600", "1700", "1800", "1900"}},
      {"1000", "2000", 150, {"1000", "1500"}},
      {"-0100", "0100", 300, {"101 BCE", "51 BCE", "1 BCE", "50"}},
      {"1997", "2023", 756, {"1997", "2000", "2005", "2010", "2015", "2020"}},
      {"2014", "2018", 200, {"2014", "2015", "2016", "2017"}},
      {"2014", "2015", 90, {"2014", "Jul"}},
      {"2014", "2015", 160, {"2014", "Apr", "Jul", "Oct"}},
      {"2014",
       "2015",
       500,
       {"Jan 2014", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}},
      {"2021-12-01", "2022-01-08", 110, {"Dec 2021"}},
      {"2022-03-01", "2022-03-29", 260, {"1 Mar 2022", "14 Mar", "21 Mar"}},
      {"2022-01-08", "2022-01-14", 258, {"Sat 8", "Sun 9", "Mon 10", "Tue 11", "Wed 12", "Thu 13"}},
      {"2022-01-09",
       "2022-01-11",
       500,
       {"Sun 9 Jan", "12:00", "18:00", "Mon 10 Jan", "12:00", "18:00"}},
      {"2021-12-07T15:00Z", "2021-12-07T17:00Z", 300, {"Tue 7 Dec", "15:30", "16:00", "16:30"}},
      {"2021-12-07T15:07Z", "2021-12-07T15:17Z", 300, {"Tue 7 Dec", "15:10", "15:15"}},
      {"2021-12-07T15:07Z", "2021-12-07T15:10Z", 300, {"Tue 7 Dec", "15:08", "15:09"}},
  };
  for (const auto& c : cases) {
    const TimeScale scale = LinearScale(FirstOf(c.from), FirstOf(c.to), c.width_px);
    EXPECT_EQ(LabelsOf(LayoutTicks(RequestFor(scale))), c.labels) << c.from << " to " << c.to;
  }
}

std::vector<Tick> TicksOfTheTalks(const TimeScale& scale, std::span<const Seconds> talks) {
  TickRequest request = RequestFor(scale);
  request.talks = talks;
  return LayoutTicks(request);
}

TimeScale ScaleOfTheTalks() {
  TimelineSketch sketch;
  for (const std::string_view band : kTalksBands) sketch.AddBand(band);
  sketch.AddEvent(sketch.AddTrack("Talks"), {.date = "2022-01-10"});
  return TimeScale(AdaptiveBands(sketch.Build(), LastOf("2022-01-13"), 756), 0, 756, 164, 920);
}

TEST(Ticks, SwitchTheirUnitFromBandToBand) {
  const TimeScale scale = ScaleOfTheTalks();
  const std::vector<Tick> ticks = TicksOfTheTalks(scale, {});
  EXPECT_EQ(LabelsOf(ticks),
            (std::vector<std::string>{"1997", "2005", "2010", "2014", "Jul", "2015", "2021", "Jul",
                                      "Dec 2021", "Sat 8", "Sun 9", "Mon 10", "Tue 11", "Wed 12",
                                      "Thu 13"}));
  EXPECT_TRUE(std::is_sorted(ticks.begin(), ticks.end(),
                             [](const Tick& a, const Tick& b) { return a.t < b.t; }));
}

TEST(Ticks, FirstLabelsOfBandsAndDaysOfTalksAreStrong) {
  const TimeScale scale = ScaleOfTheTalks();
  const Seconds talks[] = {FirstOf("2022-01-10T08:55Z"), FirstOf("2022-01-12")};
  std::vector<std::string> strong;
  for (const Tick& tick : TicksOfTheTalks(scale, talks)) {
    if (tick.strong) strong.push_back(tick.label);
  }
  EXPECT_EQ(strong, (std::vector<std::string>{"2014", "2021", "Dec 2021", "Mon", "Wed"}));
}

TEST(Ticks, DayLabelsStandInTheMiddleOfWhatOneSeesOfTheDay) {
  const Seconds day = FirstOf("2022-01-10");
  const TimeScale scale = LinearScale(day + 43200, day + 43200 + 3 * kSecondsPerDay, 300);
  const std::vector<Tick> ticks = LayoutTicks(RequestFor(scale));
  ASSERT_GE(ticks.size(), 4u);
  EXPECT_FLOAT_EQ(ticks[0].label_px.x, 25) << "half of the first day is in view";
  EXPECT_FLOAT_EQ(ticks[1].label_px.x, 100);
  EXPECT_FLOAT_EQ(ticks[1].x_px, 50);
}

TEST(Ticks, VerticalLabelsGoDownBesideTheirTicks) {
  const TimeScale scale = LinearScale(FirstOf("2022-01-08"), FirstOf("2022-01-14"), 6 * 44);
  TickRequest request = RequestFor(scale);
  request.orientation = Orientation::kVertical;
  request.axis_px = 71;
  const std::vector<Tick> ticks = LayoutTicks(request);
  ASSERT_EQ(ticks.size(), 6u);
  for (size_t i = 0; i < ticks.size(); ++i) {
    EXPECT_FLOAT_EQ(ticks[i].label_px.x, 71);
    EXPECT_FLOAT_EQ(ticks[i].label_px.y, 22 + 44 * static_cast<float>(i));
  }
}

// The extent of a tick's label along the axis.
struct Extent {
  double from, to;
};
Extent LabelExtent(const Tick& tick, bool vertical) {
  if (vertical) return {tick.label_px.y - 6, tick.label_px.y + 6};
  const Face face = tick.strong ? Face::kSemiBold : Face::kRegular;
  const float meta = MetricsForDesktop().meta_size_px;
  if (tick.label2.empty()) {
    return {tick.label_px.x, tick.label_px.x + kFakeMeasurer.WidthPx(tick.label, face, meta)};
  }
  const float half = std::max(kFakeMeasurer.WidthPx(tick.label, face, meta),
                              kFakeMeasurer.WidthPx(tick.label2, face, meta)) /
                     2;
  return {tick.label_px.x - half, tick.label_px.x + half};
}

TEST(Ticks, LabelsNeverOverlapAndNeverLeaveTheirBand) {
  TestRandom random(5);
  const TimeScale everything = ScaleOfTheTalks();
  for (int round = 0; round < 2000; ++round) {
    const double width = static_cast<double>(random.Between(60, 1600));
    // From a view far beyond the bands down to a minute.
    const double middle = 756 * random.Unit(), half = 900 * std::pow(10, -4.7 * random.Unit());
    const TimeScale scale(everything.bands(), middle - half, middle + half, 0, width);
    TickRequest request = RequestFor(scale);
    const bool vertical = round % 4 == 0;
    if (vertical) request.orientation = Orientation::kVertical;
    const std::vector<Tick> ticks = LayoutTicks(request);
    ASSERT_LT(ticks.size(), width / 3 + 20) << "only what one can see apart";
    double free_from = -1;
    Seconds last = kTimeMin;
    for (const Tick& tick : ticks) {
      ASSERT_GE(tick.t, last);
      last = tick.t;
      ASSERT_NEAR(tick.x_px, std::max(0.0, scale.PxFromTime(tick.t)), 1.0);
      if (tick.label.empty()) continue;
      const Extent extent = LabelExtent(tick, vertical);
      ASSERT_GE(extent.from, free_from) << round << ' ' << tick.label;
      free_from = extent.to;
      ASSERT_GE(extent.from, 0) << tick.label;
      ASSERT_LE(extent.to, width) << tick.label;
      for (const ScaleBand& band : scale.bands()) {
        const double fold = scale.PxFromTime(band.t0);
        const bool inner = &band != &scale.bands().front();
        ASSERT_FALSE(inner && fold > extent.from + 1 && fold < extent.to - 1) << tick.label;
      }
    }
  }
}

}  // namespace
}  // namespace demarche
