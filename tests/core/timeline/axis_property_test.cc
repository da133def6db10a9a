// What holds of the axis of any dossier, at any width, wherever the reader is.
#include <gtest/gtest.h>

#include <cmath>

#include "core/timeline/axis.h"
#include "tests/core/timeline/any_timeline.h"

namespace demarche {
namespace {

double WidthOf(const ScaleBand& band) { return band.u1 - band.u0; }

void ExpectSound(const std::vector<ScaleBand>& bands) {
  ASSERT_FALSE(bands.empty());
  ASSERT_LE(bands.size(), kMaxBands);
  ASSERT_EQ(bands.front().u0, 0);
  for (size_t i = 0; i < bands.size(); ++i) {
    ASSERT_LT(bands[i].t0, bands[i].t1);
    ASSERT_LT(bands[i].u0, bands[i].u1);
    ASSERT_EQ(FloorTo(bands[i].t0, {CalendarUnit::kDay, 1}), bands[i].t0);
    ASSERT_EQ(FloorTo(bands[i].t1, {CalendarUnit::kDay, 1}), bands[i].t1);
    if (i == 0) continue;
    ASSERT_EQ(bands[i].t0, bands[i - 1].t1);
    ASSERT_EQ(bands[i].u0, bands[i - 1].u1);
  }
}

// One rate a unit, but for bands that got the least width.
void ExpectOneRateAUnit(const std::vector<ScaleBand>& bands, double least_px) {
  for (const ScaleBand& a : bands) {
    ASSERT_GE(WidthOf(a), least_px - 1e-6);
    for (const ScaleBand& b : bands) {
      if (a.unit != b.unit || WidthOf(a) < least_px + 1e-6 || WidthOf(b) < least_px + 1e-6)
        continue;
      const double rate = WidthOf(a) / CountOf(a);
      ASSERT_NEAR(WidthOf(b) / CountOf(b), rate, 1e-9 * rate);
    }
  }
}

TEST(AxisOfAny, FillsTheWidthWithBandsOfWholeDays) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    const Seconds as_of_s = any->request.as_of_s;
    const double width_px = static_cast<double>(any->random.Between(40, 2560));
    const std::vector<ScaleBand> bands = AdaptiveBands(any->dossier, as_of_s, width_px);
    ExpectSound(bands);
    ASSERT_EQ(bands.back().u1, width_px);
    const double least_px =
        std::min(kMinBandPx, width_px / (2.0 * static_cast<double>(bands.size())));
    ExpectOneRateAUnit(bands, least_px);
    ASSERT_EQ(AdaptiveBands(any->dossier, as_of_s, width_px), bands);

    const std::vector<ScaleBand> linear = LinearBands(any->dossier, as_of_s, width_px);
    ASSERT_EQ(linear.size(), 1u);
    ExpectSound(linear);
    ASSERT_EQ(linear[0].u1, width_px);
    ASSERT_LE(linear[0].t0, bands.front().t0);
    ASSERT_GE(linear[0].t1, bands.back().t1);

    const std::vector<ScaleBand> natural = NaturalBands(any->dossier, as_of_s);
    ExpectSound(natural);
    ExpectOneRateAUnit(natural, 44);  // the least on the phone
  });
}

// A computed axis holds all that is known, beginnings and ends.
TEST(AxisOfAny, HoldsWhatIsKnown) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    const TimeSpan known = KnownSpan(any->dossier, any->request.as_of_s);
    if (known == TimeSpan{0, 0}) return;
    const std::vector<ScaleBand> bands = AdaptiveBands(any->dossier, any->request.as_of_s, 800);
    ASSERT_LT(known.latest, bands.back().t1);
    if (any->dossier.data().bands.empty()) {
      ASSERT_GE(known.earliest, bands.front().t0);
    }
    const TimelineLayout layout = LayoutTimeline(any->request);
    ASSERT_LE(layout.content0, known.earliest);
    ASSERT_GT(layout.content1, known.latest);
  });
}

TEST(AxisOfAny, IsAMonotoneContinuousMapFromEdgeToEdge) {
  ForAnyTimeline(1000, 165, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    const TimeScale& scale = layout.scale;
    ASSERT_NEAR(scale.PxFromTime(layout.range0), scale.x0_px(), 0.05);
    ASSERT_NEAR(scale.PxFromTime(layout.range1), scale.x1_px(), 0.05);
    double before = scale.TimeFromPx(scale.x0_px() - 1);
    for (double px = scale.x0_px(); px <= scale.x1_px(); px += 1) {
      const double t = scale.TimeFromPx(px);
      ASSERT_GT(t, before);
      ASSERT_NEAR(scale.PxFromWorld(scale.WorldFromTime(t)), px, 0.5);
      before = t;
    }
    for (const ScaleBand& band : scale.bands()) {
      const double step_px = scale.PxFromTime(band.t0 + 1) - scale.PxFromTime(band.t0 - 1);
      ASSERT_GE(step_px, 0) << "goes back at a break";
      ASSERT_LE(step_px, 2 * AnyTimeline::AxisPx(layout) / 59) << "jumps at a break";
    }
  });
}

TEST(AxisOfAny, InvertsToTheSecond) {
  ForAnyTimeline(2000, 165, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    for (int i = 0; i < 50; ++i) {
      const Seconds t = any->random.Between(layout.range0, layout.range1);
      ASSERT_EQ(std::llround(layout.scale.TimeFromPx(layout.scale.PxFromTime(t))), t);
    }
  });
}

TEST(AxisOfAny, HasABreakWhereverItsScaleChangesInView) {
  ForAnyTimeline(3000, 110, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    ASSERT_LE(layout.breaks.size(), 6u);
    ASSERT_EQ(layout.breaks.size() + 1, layout.bands.size());
    for (size_t i = 0; i < layout.bands.size(); ++i) {
      const BandView& band = layout.bands[i];
      ASSERT_LT(band.x0_px, band.x1_px);
      ASSERT_LT(band.true_x0_px, band.true_x1_px);
      if (i == 0) continue;
      ASSERT_EQ(layout.breaks[i - 1].t, band.t0);
      ASSERT_EQ(layout.breaks[i - 1].x_px, band.x0_px);
    }
  });
}

// The year that a file may name is far beyond what a double holds to the second.
TEST(AxisOfAny, TakesTheAgeOfTheEarth) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Lane");
  for (const char* date : {"Y-4540000000", "2022-01-10", "2022-01-12", "Y-99999999999/2021"}) {
    sketch.AddEvent(track, {.date = date});
  }
  const Dossier dossier = sketch.Build();
  for (const AxisKind axis : {AxisKind::kAdaptive, AxisKind::kLinear}) {
    for (const Orientation orientation : {Orientation::kHorizontal, Orientation::kVertical}) {
      TimelineRequest request = DesktopRequest(dossier, "2022-01-11");
      request.axis = axis;
      request.orientation = orientation;
      request.range = {FirstOf("2022-01-10T08:00Z"), LastOf("2022-01-10T08:00Z")};
      const TimelineLayout layout = LayoutTimeline(request);
      EXPECT_LE(layout.range0, FirstOf("2022-01-10T08:00Z"));
      EXPECT_GE(layout.range1, LastOf("2022-01-10T08:00Z"));
      EXPECT_TRUE(std::isfinite(layout.scale.PxFromTime(FirstOf("2022-01-10T08:00Z"))));
      for (const Mark& mark : layout.marks) EXPECT_TRUE(std::isfinite(mark.centre_px.x));
      EXPECT_LT(layout.ticks.size(), 1000u);
    }
  }
}

}  // namespace
}  // namespace demarche
