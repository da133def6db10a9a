#include "core/timeline/ticks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/dates/calendar.h"
#include "core/timeline/axis.h"
#include "tests/core/dates/words_samples.h"
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

TEST(Ticks, GoFromThousandsOfYearsToSeconds) {
  const struct {
    const char* from;
    const char* to;
    double width_px;
    std::vector<std::string> labels;
  } cases[] = {
      {"Y-199999", "2000", 400, {"200,000 BCE", "150,000 BCE", "100,000 BCE", "50,000 BCE"}},
      {"1000",
       "2000",
       400,
       {"1000", "1100", "1200", "1300", "1400", "1500", "1600", "1700", "1800", "1900"}},
      {"1000", "2000", 150, {"1000", "1500"}},
      {"-0099", "0100", 300, {"100 BCE", "50 BCE", "1", "50"}},
      {"1997", "2023", 756, {"1997", "2000", "2005", "2010", "2015", "2020"}},
      {"2014", "2018", 200, {"2014", "2015", "2016", "2017"}},
      {"2014", "2015", 90, {"2014", "Jul"}},
      {"2014", "2015", 160, {"2014", "Apr", "Jul", "Oct"}},
      {"2014",
       "2015",
       500,
       {"Jan 2014", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}},
      {"2014-10", "2015-04", 150, {"Oct 2014", "2015"}},
      {"2021-12-01", "2022-01-08", 110, {"Dec 2021"}},
      {"2022-03-01", "2022-03-29", 260, {"1 Mar 2022", "14 Mar", "21 Mar"}},
      {"2021-12-20", "2022-01-17", 400, {"20 Dec 2021", "27 Dec", "3 Jan 2022", "10 Jan"}},
      {"2022-01-08", "2022-01-14", 258, {"Sat 8", "Sun 9", "Mon 10", "Tue 11", "Wed 12", "Thu 13"}},
      {"2022-01-30", "2022-02-02", 150, {"Sun 30", "Mon 31", "Tue 1 Feb"}},
      {"2022-01-09",
       "2022-01-11",
       500,
       {"Sunday 9 January 2022", "00:00", "06:00", "12:00", "18:00", "Monday 10 January 2022",
        "00:00", "06:00", "12:00", "18:00"}},
      {"2021-12-07T15:00Z",
       "2021-12-07T17:00Z",
       300,
       {"Tuesday 7 December 2021", "15:00", "15:30", "16:00", "16:30"}},
      {"2021-12-07T15:07Z",
       "2021-12-07T15:18Z",
       165,
       {"Tuesday 7 December 2021", "15:10", "15:15"}},
      {"2021-12-07T15:07Z",
       "2021-12-07T15:10Z",
       300,
       {"Tuesday 7 December 2021", "15:07", "15:08", "15:09"}},
      {"2021-12-07T23:59:50Z",
       "2021-12-08T00:00:10Z",
       300,
       {"Tue 7 Dec 2021", "23:59:50", "23:59:55", "Wed 8 Dec 2021", "00:00:00", "00:00:05"}},
  };
  for (const auto& c : cases) {
    const TimeScale scale = LinearScale(FirstOf(c.from), FirstOf(c.to), c.width_px);
    EXPECT_EQ(LabelsOf(LayoutTicks(RequestFor(scale))), c.labels) << c.from << " to " << c.to;
  }
}

TEST(Ticks, SpeakTheLanguageOfTheReader) {
  const struct {
    const char* from;
    const char* to;
    double width_px;
    std::string_view words;
    std::vector<std::string> labels;
  } cases[] = {
      {"2014", "2015", 160, kGerman, {"2014", "Apr", "Jul", "Okt"}},
      {"2021-12-20",
       "2022-01-17",
       400,
       kGerman,
       {"20. Dez. 2021", "27. Dez.", "3. Jan. 2022", "10. Jan."}},
      {"2022-01-30", "2022-02-02", 180, kGerman, {"So 30", "Mo 31", "Di 1. Feb."}},
      {"2022-01-10T12:00Z",
       "2022-01-10T12:30Z",
       300,
       kGerman,
       {"Montag, 10. Januar 2022", "12:00", "12:05", "12:10", "12:15", "12:20", "12:25"}},
      {"2021-11", "2022-03", 300, kUkrainian, {"лист. 2021 р.", "2022", "лют."}},
      {"2022-01-10T12:00Z",
       "2022-01-10T12:30Z",
       300,
       kUkrainian,
       {"понеділок, 10 січня 2022 р.", "12:00", "12:05", "12:10", "12:15", "12:20", "12:25"}},
      {"Y-199999",
       "2000",
       600,
       kUkrainian,
       {"200 000 до н. е.", "150 000 до н. е.", "100 000 до н. е.", "50 000 до н. е."}},
  };
  for (const auto& c : cases) {
    const TimeScale scale = LinearScale(FirstOf(c.from), FirstOf(c.to), c.width_px);
    TickRequest request = RequestFor(scale);
    request.calendar = ReaderCalendar(WordsOf(c.words));
    EXPECT_EQ(LabelsOf(LayoutTicks(request)), c.labels) << c.from << " to " << c.to;
  }
}

// As one pans across New Year the view always says which year its months are of.
TEST(Ticks, ContextMakesWayForTheNextYear) {
  const Seconds new_year = FirstOf("2015");
  bool context = false, new_year_named = false;
  for (int day = -60; day <= 0; ++day) {
    const Seconds t0 = new_year + day * kSecondsPerDay;
    const TimeScale scale = LinearScale(t0, t0 + 180 * kSecondsPerDay, 400);
    const std::vector<std::string> labels = LabelsOf(LayoutTicks(RequestFor(scale)));
    ASSERT_FALSE(labels.empty());
    const bool has_2014 = labels[0].find("2014") != std::string::npos;
    const bool has_2015 = std::any_of(labels.begin(), labels.end(), [](const std::string& label) {
      return label.find("2015") != std::string::npos;
    });
    EXPECT_TRUE(has_2015) << day;
    context = context || has_2014;
    new_year_named = new_year_named || !has_2014;
  }
  EXPECT_TRUE(context && new_year_named);
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
  const TimeScale scale = LinearScale(day + 43200, day + 43200 + 3 * kSecondsPerDay, 240);
  const std::vector<Tick> ticks = LayoutTicks(RequestFor(scale));
  ASSERT_EQ(ticks.size(), 4u);
  EXPECT_FLOAT_EQ(ticks[0].label_px.x, 20) << "half of the first day is in view";
  EXPECT_EQ(ticks[0].rank, TickRank::kContext) << "no day begins there";
  EXPECT_FLOAT_EQ(ticks[1].label_px.x, 80);
  EXPECT_FLOAT_EQ(ticks[1].x_px, 40);
  EXPECT_EQ(ticks[1].rank, TickRank::kLine);
}

TEST(Ticks, VerticalLabelsGoDownBesideTheirTicks) {
  const TimeScale scale = LinearScale(FirstOf("2022-01-08"), FirstOf("2022-01-14"), 6 * 44);
  TickRequest request = RequestFor(scale);
  request.orientation = Orientation::kVertical;
  request.axis_px = 71;
  std::vector<Tick> ticks = LayoutTicks(request);
  EXPECT_EQ(LabelsOf(ticks), (std::vector<std::string>{"Jan 2022", "Sat 8", "Sun 9", "Mon 10",
                                                       "Tue 11", "Wed 12", "Thu 13"}))
      << "nothing else on the phone says the month";
  std::erase_if(ticks, [](const Tick& tick) { return tick.rank == TickRank::kContext; });
  ASSERT_EQ(ticks.size(), 6u);
  for (size_t i = 0; i < ticks.size(); ++i) {
    EXPECT_FLOAT_EQ(ticks[i].label_px.x, 71);
    EXPECT_FLOAT_EQ(ticks[i].label_px.y, 22 + 44 * static_cast<float>(i));
  }
}

TEST(Ticks, VerticalHoursSayTheirDay) {
  const TimeScale scale =
      LinearScale(FirstOf("2022-01-10T18:00Z"), FirstOf("2022-01-11T06:00Z"), 400);
  TickRequest request = RequestFor(scale);
  request.orientation = Orientation::kVertical;
  EXPECT_EQ(LabelsOf(LayoutTicks(request)),
            (std::vector<std::string>{"Mon", "10 Jan", "2022", "21:00", "22:00", "23:00", "11 Jan",
                                      "01:00", "02:00", "03:00", "04:00", "05:00"}));
}

// The box of a tick's label.
Rect LabelBoxOf(const Tick& tick, bool vertical) {
  const TimelineMetrics m = MetricsForDesktop();
  const Face face = tick.strong ? Face::kSemiBold : Face::kRegular;
  const float label = kFakeMeasurer.WidthPx(tick.label, face, m.meta_size_px);
  const float label2 = kFakeMeasurer.WidthPx(tick.label2, face, m.lane_size_px);
  const Point at = tick.label_px;
  if (vertical) return {at.x, at.y - 6, 29 + label2, 12};
  if (tick.label2.empty()) return {at.x, at.y - 4, label, 8};
  const float half = std::max(label, label2) / 2;
  return {at.x - half, at.y - 9.5f, 2 * half, 21};
}

class TicksInLanguage : public testing::TestWithParam<std::string_view> {};

TEST_P(TicksInLanguage, LabelsNeverOverlapAndNeverLeaveTheirBand) {
  TestRandom random(5);
  const TimeScale everything = ScaleOfTheTalks();
  const ReaderCalendar calendar =
      GetParam().empty() ? ReaderCalendar() : ReaderCalendar(WordsOf(GetParam()));
  for (int round = 0; round < 2000; ++round) {
    const double width = static_cast<double>(random.Between(60, 1600));
    // From a view far beyond the bands down to a minute.
    const double middle = 756 * random.Unit(), half = 900 * std::pow(10, -4.9 * random.Unit());
    const TimeScale scale(everything.bands(), middle - half, middle + half, 0, width);
    TickRequest request = RequestFor(scale);
    request.calendar = calendar;
    const bool vertical = round % 4 == 0;
    if (vertical) request.orientation = Orientation::kVertical;
    const std::vector<Tick> ticks = LayoutTicks(request);
    ASSERT_LT(ticks.size(), width / 3 + 20) << "only what one can see apart";
    Seconds last = kTimeMin;
    std::vector<Rect> boxes;
    for (const Tick& tick : ticks) {
      ASSERT_GE(tick.t, last);
      last = tick.t;
      ASSERT_NEAR(tick.x_px, std::max(0.0, scale.PxFromTime(tick.t)), 1.0);
      if (tick.label.empty()) continue;
      const Rect box = LabelBoxOf(tick, vertical);
      for (const Rect& other : boxes)
        ASSERT_FALSE(other.Overlaps(box)) << round << ' ' << tick.label;
      boxes.push_back(box);
      const float from = vertical ? box.y : box.x, to = vertical ? box.bottom() : box.right();
      ASSERT_GE(from, 0) << tick.label;
      ASSERT_LE(to, width) << tick.label;
      for (const ScaleBand& band : scale.bands()) {
        const double fold = scale.PxFromTime(band.t0);
        const bool inner = &band != &scale.bands().front();
        ASSERT_FALSE(inner && fold > from + 1 && fold < to - 1) << tick.label;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Ticks, TicksInLanguage, testing::Values("", kGerman, kUkrainian));

}  // namespace
}  // namespace demarche
