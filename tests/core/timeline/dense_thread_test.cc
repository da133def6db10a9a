// Where time runs down all lanes are one thread: of more events than can be looked at, what is
// drawn on it adds up to what there is, and a window costs what one sees of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "core/dates/calendar.h"
#include "core/timeline/timeline_vertical.h"
#include "tests/core/timeline/any_timeline.h"

namespace demarche {
namespace {

TimelineRequest PhoneRequest(const Dossier& dossier) {
  TimelineRequest request = DesktopRequest(dossier);
  request.metrics = MetricsForPhone();
  request.orientation = Orientation::kVertical;
  request.area_px = {0, 0, 390, 700};
  return request;
}

// What is known and left by the filter, no bar, and stands in the window.
size_t CountPoints(const TimelineRequest& request, const TimelineLayout& layout) {
  const Dossier& dossier = *request.dossier;
  std::vector<Ref> bars;
  for (const TimelineItem& item : request.plan->lanes.items.lanes[0].items)
    bars.push_back(item.ref);
  const auto t0 = static_cast<Seconds>(std::ceil(layout.scale.TimeFromPx(layout.scale.x0_px())));
  const auto t1 = static_cast<Seconds>(std::floor(layout.scale.TimeFromPx(layout.scale.x1_px())));
  const bool to_the_end = t1 + 1 >= layout.scale.bands().back().t1;
  size_t count = 0;
  for (const Index event : VisibleEvents(
           dossier, {.as_of_s = request.as_of_s, .query = request.query, .group = request.group})) {
    if (std::find(bars.begin(), bars.end(), Ref{ItemKind::kEvent, event}) != bars.end()) continue;
    const When& when = dossier.events()[event].date.when;
    Seconds point_s = PointOf(when);
    if (when.earliest() <= request.as_of_s) point_s = std::min(point_s, request.as_of_s);
    count += point_s >= t0 && (point_s <= t1 || to_the_end);
  }
  return count;
}

size_t DrawnPoints(const TimelineLayout& layout) {
  size_t sum = 0;
  for (const Mark& mark : layout.marks) {
    if (mark.shape != MarkShape::kBar) sum += EventsOf(mark);
  }
  return sum;
}

void ExpectSoundColumns(const TimelineLayout& layout) {
  for (const Mark& mark : layout.marks) {
    if (mark.shape != MarkShape::kDensity) continue;
    uint32_t sum = 0;
    for (uint32_t c = mark.first_column; c < mark.first_column + mark.column_count; ++c) {
      const DensityColumn& column = layout.columns[c];
      sum += column.count;
      ASSERT_FLOAT_EQ(column.rect_px.x, layout.axis_y_px) << "it stands on the thread";
      ASSERT_LE(column.rect_px.right(), mark.mark_px.right() + 0.01f);
      ASSERT_GE(column.rect_px.y, mark.mark_px.y - 0.01f);
      ASSERT_LE(column.rect_px.bottom(), mark.mark_px.bottom() + 0.51f);
    }
    ASSERT_EQ(sum, mark.count);
  }
}

TEST(DenseThread, OfAnyTimelineEachVisibleEventIsInOneMark) {
  std::map<MarkShape, int> seen;
  ForAnyTimeline(0, 440, [&seen](AnyTimeline* any) {
    if (any->kind != DossierKind::kMany) return;
    any->request.metrics = MetricsForPhone();
    any->request.orientation = Orientation::kVertical;
    any->request.area_px.w = 390;
    if (any->OneIn(3)) any->request.query = "meeting";
    const KeptPlan plan(&any->request);
    for (int step = 0; step < 6; ++step) {
      const TimelineLayout layout = LayoutTimeline(any->request);
      ASSERT_EQ(DrawnPoints(layout), CountPoints(any->request, layout)) << step;
      ExpectSoundColumns(layout);
      for (const Mark& mark : layout.marks) ++seen[mark.shape];
      const double at_px = layout.scale.x0_px() + 500 * any->random.Unit();
      any->request.range = ZoomedRange(layout, std::exp2(4 * any->random.Unit() - 1), at_px);
      if (any->OneIn(2)) any->Select();
    }
  });
  for (const MarkShape shape : {MarkShape::kDot, MarkShape::kRing, MarkShape::kBar,
                                MarkShape::kCluster, MarkShape::kDensity}) {
    EXPECT_GT(seen[shape], 20) << static_cast<int>(shape);
  }
}

TEST(DenseThread, NamesEventsOfADensityEachOnALineOfItsOwn) {
  TimelineSketch sketch;
  sketch.AddTrack("Talks");
  sketch.AddTrack("Letters");
  Index summit = kNone;
  for (int i = 0; i < 4000; ++i) {
    const std::string date = IsoUtc(FirstOf("2000-01-01") + i * kSecondsPerDay).substr(0, 10);
    const bool is_summit = i == 1234;
    const Index event =
        sketch.AddEvent(static_cast<Index>(i % 2), {.title = is_summit ? "The summit" : "A day",
                                                    .date = date,
                                                    .importance = is_summit ? 3.0f : 1.0f});
    if (is_summit) summit = event;
  }
  const Dossier dossier = sketch.Build();
  TimelineRequest request = PhoneRequest(dossier);
  request.axis = AxisKind::kLinear;
  for (const std::string_view range : {"2000/2010", "2002/2004", "2003-04/2003-07"}) {
    request.range = {FirstOf(range), LastOf(range)};
    const TimelineLayout layout = LayoutTimeline(request);
    const auto mark = std::find_if(layout.marks.begin(), layout.marks.end(),
                                   [](const Mark& m) { return m.label == "The summit"; });
    ASSERT_TRUE(mark != layout.marks.end()) << range;
    EXPECT_EQ(mark->item.index, summit);
    EXPECT_EQ(mark->note, "Talks");
    EXPECT_FLOAT_EQ(mark->centre_px.x, layout.axis_y_px);
    EXPECT_NEAR(mark->centre_px.y, layout.scale.PxFromTime(FirstOf("2003-05-19T12:00Z")), 0.1);
    std::vector<float> lines;
    for (const Mark& named : layout.marks) {
      if (!named.label.empty()) lines.push_back(named.centre_px.y);
    }
    std::sort(lines.begin(), lines.end());
    EXPECT_GT(lines.size(), 15u) << range << ": most lines of the page have a name";
    for (size_t i = 1; i < lines.size(); ++i) ASSERT_GE(lines[i] - lines[i - 1], 18) << range;
  }
}

TEST(DenseThread, ColumnsAndNamesMoveWithTheTimeWhenOnePans) {
  TestRandom random(6);
  TimelineSketch sketch;
  sketch.AddTrack("Talks");
  for (int i = 0; i < 3000; ++i) {
    const Seconds at = FirstOf("2000") + random.Between(0, 4000) * kSecondsPerDay;
    sketch.AddEvent(0, {.date = EdtfDay(at), .importance = static_cast<float>(i)});
  }
  const Dossier dossier = sketch.Build();
  TimelineRequest request = PhoneRequest(dossier);
  request.axis = AxisKind::kLinear;
  request.range = {FirstOf("2002"), LastOf("2005")};
  const TimelineLayout before = LayoutTimeline(request);
  request.range = PannedRange(before, 33);
  const TimelineLayout after = LayoutTimeline(request);
  // By their first edges; the named dots are other ones, so counts may differ by one.
  std::map<int64_t, uint32_t> counts;
  const auto key = [](float y) { return std::llround(y); };
  for (const DensityColumn& column : before.columns) counts[key(column.rect_px.y)] = column.count;
  size_t looked_at = 0, same = 0;
  for (const DensityColumn& column : after.columns) {
    if (column.rect_px.y < 20 || column.rect_px.bottom() > 640) continue;
    ++looked_at;
    for (const int64_t off : {-1, 0, 1}) {
      const auto was = counts.find(key(column.rect_px.y + 33) + off);
      if (was != counts.end() &&
          std::max(was->second, column.count) - std::min(was->second, column.count) <= 1) {
        ++same;
        break;
      }
    }
  }
  EXPECT_GT(looked_at, 60u);
  EXPECT_GE(same, looked_at * 95 / 100);
  looked_at = same = 0;
  for (const Mark& mark : after.marks) {
    if (mark.label.empty() || mark.centre_px.y < 60 || mark.centre_px.y > 600) continue;
    ++looked_at;
    const auto was = std::find_if(before.marks.begin(), before.marks.end(), [&](const Mark& m) {
      return m.item == mark.item && m.shape == mark.shape;
    });
    same += was != before.marks.end() && !was->label.empty();
  }
  EXPECT_GT(looked_at, 15u);
  EXPECT_GE(same, looked_at * 90 / 100);
}

// ---- A hundred thousand ----

// Some days of each year, so that both crowds and single events are on the thread.
Dossier Crowd(int events) {
  TestRandom random(7);
  TimelineSketch sketch;
  for (int i = 0; i < 5; ++i) sketch.AddTrack("Lane");
  for (int i = 0; i < events; ++i) {
    const Seconds at = FirstOf("2000") + random.Between(0, 20 * 365) * kSecondsPerDay +
                       random.Between(0, kSecondsPerDay - 1);
    const std::string date =
        i % 100 == 0 ? EdtfDay(at) + '/' + EdtfDay(at + 300 * kSecondsPerDay) : IsoUtc(at);
    sketch.AddEvent(static_cast<Index>(i % 5),
                    {.title = "Something happens",
                     .date = date,
                     .importance = static_cast<float>(random.Between(1, 1000))});
  }
  return sketch.Build();
}

class CountingMeasurer : public FakeMeasurer {
 public:
  float WidthPx(std::string_view text, Face face, float size_px) const override {
    ++asked;
    return FakeMeasurer::WidthPx(text, face, size_px);
  }
  mutable size_t asked = 0;
};

constexpr const char* kWindows[] = {"1999/2021", "2005/2009", "2010-03/2010-06",
                                    "2012-12-01/2012-12-20", "2012-12-01T08:00Z/2012-12-01T20:00Z"};

TEST(DenseThread, OfAHundredThousandEventsEachIsInOneMark) {
  const Dossier dossier = Crowd(100'000);
  TimelineRequest request = PhoneRequest(dossier);
  for (const Seconds as_of_s : {kTimeMax, LastOf("2012-12-10")}) {
    request.as_of_s = as_of_s;
    const KeptPlan plan(&request);
    for (const char* window : kWindows) {
      request.range = {FirstOf(window), LastOf(window)};
      const TimelineLayout layout = LayoutTimeline(request);
      EXPECT_EQ(DrawnPoints(layout), CountPoints(request, layout)) << window;
      EXPECT_GT(DrawnPoints(layout), 5u) << window;
      ExpectSoundColumns(layout);
    }
    request.range = kEverything;
  }
}

// Work in what is drawn and in the widths that are asked for; allocations are in
// tests/views/frame_cost_test.cc.
TEST(DenseThread, AWindowOfTenTimesAsManyEventsIsNoMoreWork) {
  const Dossier few = Crowd(10'000), many = Crowd(100'000);
  for (const char* window : kWindows) {
    size_t marks[2], asked[2];
    for (const Dossier* dossier : {&few, &many}) {
      const CountingMeasurer measurer;
      TimelineRequest request = PhoneRequest(*dossier);
      request.measurer = &measurer;
      const KeptPlan plan(&request);
      request.range = {FirstOf(window), LastOf(window)};
      measurer.asked = 0;
      const TimelineLayout layout = LayoutTimeline(request);
      const size_t at = dossier == &few ? 0 : 1;
      marks[at] = layout.marks.size() + layout.columns.size();
      asked[at] = measurer.asked;
      EXPECT_LT(layout.marks.size(), 2 * 700u / 18) << window;
      EXPECT_LT(layout.columns.size(), 700u / 3) << window;
      EXPECT_LT(measurer.asked, 1500u) << window;
    }
    if (window != kWindows[0] && window != kWindows[1]) continue;
    // Crowds on every line.
    EXPECT_LT(marks[1], marks[0] * 2) << window;
    EXPECT_LT(asked[1], asked[0] * 2) << window;
  }
}

}  // namespace
}  // namespace demarche
