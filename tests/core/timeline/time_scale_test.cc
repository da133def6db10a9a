#include "core/timeline/time_scale.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

std::vector<ScaleBand> TwoBands() {
  return {{.t0 = 0, .t1 = 1000, .u0 = 0, .u1 = 100},
          {.t0 = 1000, .t1 = 1100, .u0 = 100, .u1 = 200}};
}

TEST(TimeScale, MapsEachBandByItsOwnScale) {
  const TimeScale scale(TwoBands(), 0, 200, 50, 450);
  const struct {
    Seconds t;
    double px;
  } cases[] = {{0, 50}, {500, 150}, {1000, 250}, {1050, 350}, {1100, 450}};
  for (const auto& c : cases) {
    EXPECT_DOUBLE_EQ(scale.PxFromTime(c.t), c.px) << c.t;
    EXPECT_DOUBLE_EQ(scale.TimeFromPx(c.px), static_cast<double>(c.t)) << c.px;
  }
}

TEST(TimeScale, OuterBandsGoOnBeyondTheirEnds) {
  const TimeScale scale(TwoBands(), 0, 200, 0, 200);
  EXPECT_DOUBLE_EQ(scale.PxFromTime(-100), -10);
  EXPECT_DOUBLE_EQ(scale.PxFromTime(1200), 300);
  EXPECT_DOUBLE_EQ(scale.TimeFromPx(-10), -100);
  EXPECT_DOUBLE_EQ(scale.TimeFromPx(300), 1200);
}

TEST(TimeScale, ShowsAWindowOfTheWorld) {
  const TimeScale scale(TwoBands(), 90, 110, 0, 1000);
  EXPECT_DOUBLE_EQ(scale.PxFromTime(900), 0);
  EXPECT_DOUBLE_EQ(scale.PxFromTime(1000), 500);
  EXPECT_DOUBLE_EQ(scale.PxFromTime(1010), 1000);
  EXPECT_DOUBLE_EQ(scale.WorldFromPx(500), 100);
  EXPECT_DOUBLE_EQ(scale.PxFromWorld(100), 500);
}

TEST(TimeScale, KnowsTheBandOfATime) {
  const TimeScale scale(TwoBands(), 0, 200, 0, 200);
  EXPECT_EQ(scale.BandAt(-5), 0u);
  EXPECT_EQ(scale.BandAt(999.5), 0u);
  EXPECT_EQ(scale.BandAt(1000), 1u);
  EXPECT_EQ(scale.BandAt(5000), 1u);
}

TEST(TimeScale, InfinitiesStayFinitePx) {
  const TimeScale scale(TwoBands(), 0, 200, 0, 200);
  EXPECT_TRUE(std::isfinite(scale.PxFromTime(kTimeMax)));
  EXPECT_TRUE(std::isfinite(scale.PxFromTime(kTimeMin)));
  EXPECT_LT(scale.PxFromTime(kTimeMin), scale.PxFromTime(kTimeMax));
}

// Up to seven bands whose scales differ by five orders of magnitude, in a random window of them.
TimeScale RandomScale(TestRandom* random) {
  std::vector<ScaleBand> bands;
  Seconds t = random->Between(-3'000'000'000, 3'000'000'000);
  double u = 0;
  for (int64_t i = random->Between(1, 7); i > 0; --i) {
    const Seconds length = random->Between(1, 5) << random->Between(10, 28);
    const double width = 56 + 400 * random->Unit();
    bands.push_back({.t0 = t, .t1 = t + length, .u0 = u, .u1 = u + width});
    t += length;
    u += width;
  }
  const double from = u * random->Unit(), length = u * std::pow(10, -3 * random->Unit());
  return TimeScale(std::move(bands), from, from + length, 164, 164 + 300 + 1000 * random->Unit());
}

TEST(TimeScale, IsMonotoneAndContinuous) {
  TestRandom random(1);
  for (int round = 0; round < 300; ++round) {
    const TimeScale scale = RandomScale(&random);
    double last = -1e300;
    for (int i = -20; i <= 520; ++i) {
      const double t = scale.TimeFromPx(scale.x0_px() + i * 2);
      ASSERT_GT(t, last) << round;
      last = t;
    }
    for (size_t i = 1; i < scale.bands().size(); ++i) {
      const Seconds edge = scale.bands()[i].t0;
      const double before = scale.PxFromTime(edge - 1), at = scale.PxFromTime(edge);
      const double slope = scale.PxFromTime(edge + 1) - at;
      EXPECT_GT(at, before);
      // A second before the edge is at most a second of the earlier band away.
      const double earlier = scale.PxFromTime(edge - 1) - scale.PxFromTime(edge - 2);
      EXPECT_NEAR(at - before, earlier, 1e-6 * (1 + slope + earlier));
    }
  }
}

TEST(TimeScale, InvertsToTheSecond) {
  TestRandom random(2);
  for (int round = 0; round < 300; ++round) {
    const TimeScale scale = RandomScale(&random);
    const Seconds t0 = scale.bands().front().t0, t1 = scale.bands().back().t1;
    for (int i = 0; i < 100; ++i) {
      const Seconds t = random.Between(t0 - (t1 - t0) / 10, t1 + (t1 - t0) / 10);
      ASSERT_EQ(std::llround(scale.TimeFromPx(scale.PxFromTime(t))), t) << round;
      ASSERT_EQ(std::llround(scale.TimeFromWorld(scale.WorldFromTime(static_cast<double>(t)))), t);
    }
  }
}

}  // namespace
}  // namespace demarche
