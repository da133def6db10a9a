// Bins and runs against a count of each point by itself.
#include "core/timeline/dense_bins.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "tests/core/dates/zone_samples.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

class DenseBinsTest : public testing::Test {
 protected:
  // Two lanes of days and, a third of it, instants in bursts, of which a filter leaves about two
  // thirds; shown in any zone.
  void Make(uint64_t seed) {
    TestRandom random(seed);
    TimelineSketch sketch;
    sketch.AddTrack("Talks");
    sketch.AddTrack("Letters");
    for (int i = 0; i < 500; ++i) {
      const int64_t day =
          random.Between(0, 3) == 0 ? random.Between(0, 7000) : 3000 + random.Between(0, 60);
      std::string date = IsoUtc(FirstOf("2000") + day * kSecondsPerDay).substr(0, 10);
      if (random.Between(0, 2) == 0) date += random.Between(0, 1) == 0 ? "T23:10Z" : "T01:20Z";
      sketch.AddEvent(static_cast<Index>(i % 2), {.date = date});
    }
    dossier_.emplace(sketch.Build());
    points_ = related_ = RankBits(dossier_->lanes().size());
    for (uint32_t entry = 0; entry < points_.size(); ++entry) {
      if (random.Between(0, 2) == 0) continue;
      points_.Add(entry);
      if (random.Between(0, 3) == 0) related_.Add(entry);
    }
    points_.Count();
    related_.Count();
    const auto zone = static_cast<size_t>(random.Between(0, 2 * std::size(kAllZones)));
    calendar_ = zone == 0                      ? ReaderCalendar()
                : zone <= std::size(kAllZones) ? CalendarIn(kAllZones[zone - 1])
                                               : CalendarIn(HalfYearlyZone());
    Zoom(0.1 + 2000 * random.Unit());
    const Seconds from = FirstOf("1999") + random.Between(0, 8000) * kSecondsPerDay;
    request_.t0 = from;
    request_.t1 = from + (kSecondsPerDay << random.Between(0, 13));
  }

  void Zoom(double px_per_year) {
    ScaleBand band;
    band.t0 = FirstOf("2000");
    band.t1 = FirstOf("2020");
    band.u0 = 0;
    band.u1 = 20 * px_per_year;
    scale_ = TimeScale({band}, band.u0, band.u1, 0, 20 * px_per_year, calendar_);
    request_.lanes = &dossier_->lanes();
    request_.points = &points_;
    request_.related = &related_;
    request_.scale = &scale_;
    request_.bin_world = BinWorld(scale_);
  }

  std::vector<DenseBin> BinsOf(uint32_t lane) const {
    std::vector<DenseBin> bins;
    for (const LanePart& part : dossier_->lanes().PartsOf(dossier_->lanes().LaneAt(lane)))
      AppendBins(request_, part, &bins);
    MergeBins(&bins);
    return bins;
  }
  Seconds StandsAt(uint32_t entry) const {
    const LaneIndex& lanes = dossier_->lanes();
    return InstantOf(calendar_, KindOfPoint(dossier_->WhenOf(lanes.RefOf(entry))),
                     lanes.point_s(entry));
  }
  bool Counts(uint32_t entry) const {
    const Seconds t = StandsAt(entry);
    return points_.Has(entry) && t >= request_.t0 && t < request_.t1;
  }
  int64_t NumberOf(Seconds t) const {
    return static_cast<int64_t>(
        std::floor(scale_.WorldFromTime(static_cast<double>(t)) / request_.bin_world));
  }

  std::optional<Dossier> dossier_;
  RankBits points_, related_;
  ReaderCalendar calendar_;
  TimeScale scale_;
  DenseBinRequest request_;
};

TEST_F(DenseBinsTest, ABinIsAPowerOfTwoBetweenThreeAndSixPx) {
  Make(1);
  for (double px_per_year = 0.01; px_per_year < 1e6; px_per_year *= 1.37) {
    Zoom(px_per_year);
    const double px = scale_.PxFromWorld(request_.bin_world) - scale_.PxFromWorld(0);
    EXPECT_GT(px, kMinBinPx - 1e-9);
    EXPECT_LE(px, kMaxBinPx + 1e-9);
    const double power = std::log2(request_.bin_world);
    EXPECT_EQ(power, std::floor(power));
  }
}

TEST_F(DenseBinsTest, EachPointOfTheWindowIsInTheBinWhereItLies) {
  for (uint64_t seed = 1; seed <= 150; ++seed) {
    Make(seed);
    for (uint32_t lane = 0; lane < 2; ++lane) {
      std::map<int64_t, uint32_t> expected, expected_related;
      const EntryRange range = dossier_->lanes().LaneAt(lane);
      for (uint32_t entry = range.first; entry < range.end; ++entry) {
        if (!Counts(entry)) continue;
        const int64_t number = NumberOf(StandsAt(entry));
        ++expected[number];
        expected_related[number] += related_.Has(entry);
      }
      std::map<int64_t, uint32_t> counted, related;
      Seconds last_s = kTimeMin;
      for (const DenseBin& bin : BinsOf(lane)) {
        EXPECT_TRUE(counted.emplace(bin.number, bin.count).second) << "a bin comes once";
        related[bin.number] = bin.related;
        EXPECT_GT(bin.first_s, last_s);
        EXPECT_LE(bin.first_s, bin.last_s);
        EXPECT_EQ(NumberOf(bin.last_s), bin.number);
        last_s = bin.last_s;
      }
      ASSERT_EQ(counted, expected) << seed;
      ASSERT_EQ(related, expected_related) << seed;
    }
  }
}

TEST_F(DenseBinsTest, PanningMovesNoBin) {
  Make(3);
  Zoom(40);
  request_.t0 = FirstOf("2000");
  request_.t1 = FirstOf("2020");
  const std::vector<DenseBin> all = BinsOf(0);
  ASSERT_GT(all.size(), 20u);
  request_.t0 = all[5].first_s;
  request_.t1 = all[15].last_s + 1;
  const std::vector<DenseBin> part = BinsOf(0);
  ASSERT_EQ(part.size(), 11u);
  for (size_t i = 0; i < part.size(); ++i) {
    EXPECT_EQ(part[i].number, all[i + 5].number);
    EXPECT_EQ(part[i].count, all[i + 5].count);
  }
}

TEST_F(DenseBinsTest, AnEmptyWindowHasNone) {
  Make(4);
  request_.t1 = request_.t0;
  EXPECT_TRUE(BinsOf(0).empty());
  request_.t0 = FirstOf("2030");
  request_.t1 = kTimeMax;
  EXPECT_TRUE(BinsOf(0).empty());
}

TEST_F(DenseBinsTest, MergedLanesCountTogether) {
  for (uint64_t seed = 1; seed <= 60; ++seed) {
    Make(seed);
    std::map<int64_t, DenseBin> expected;
    std::vector<DenseBin> bins;
    for (uint32_t lane = 0; lane < 2; ++lane) {
      const std::vector<DenseBin> of_lane = BinsOf(lane);
      for (const DenseBin& bin : of_lane) {
        const auto [at, is_new] = expected.emplace(bin.number, bin);
        if (is_new) continue;
        at->second.count += bin.count;
        at->second.first_s = std::min(at->second.first_s, bin.first_s);
        at->second.last_s = std::max(at->second.last_s, bin.last_s);
      }
      bins.insert(bins.end(), of_lane.begin(), of_lane.end());
    }
    MergeBins(&bins);
    ASSERT_EQ(bins.size(), expected.size());
    size_t i = 0;
    for (const auto& [number, bin] : expected) {
      EXPECT_EQ(bins[i].number, number);
      EXPECT_EQ(bins[i].count, bin.count);
      EXPECT_EQ(bins[i].first_s, bin.first_s);
      EXPECT_EQ(bins[i++].last_s, bin.last_s);
    }
  }
}

TEST_F(DenseBinsTest, RunsShareTheBinsOutAndDoNotOverlap) {
  std::set<RunForm> seen;
  for (uint64_t seed = 1; seed <= 150; ++seed) {
    Make(seed);
    const std::vector<DenseBin> bins = BinsOf(0);
    const RunSizes sizes;
    const auto runs = RunsOf(bins, sizes, [&](Seconds t) { return scale_.PxFromTime(t); });
    size_t next_bin = 0;
    for (size_t i = 0; i < runs.size(); ++i) {
      const DenseRun& run = runs[i];
      seen.insert(run.form);
      ASSERT_EQ(run.first_bin, next_bin) << seed;
      ASSERT_GT(run.end_bin, run.first_bin);
      next_bin = run.end_bin;
      uint32_t count = 0;
      for (size_t b = run.first_bin; b < run.end_bin; ++b) count += bins[b].count;
      ASSERT_EQ(run.count, count);
      ASSERT_EQ(run.form == RunForm::kPoint, count == 1);
      EXPECT_GE(run.centre_px(), run.x0_px - 1e-6);
      EXPECT_LE(run.centre_px(), run.x1_px + 1e-6);
      if (i == 0) continue;
      EXPECT_GE(run.x0_px - runs[i - 1].x1_px, sizes.min_gap_px) << seed;
      const bool dots = run.form == RunForm::kPoint && runs[i - 1].form == RunForm::kPoint;
      if (dots) continue;
      EXPECT_GT(run.left_px, runs[i - 1].right_px) << seed;
    }
    ASSERT_EQ(next_bin, bins.size());
  }
  EXPECT_EQ(seen.size(), 3u) << "points, clusters and densities";
}

TEST(DenseRuns, FormByCountAndReach) {
  struct Case {
    std::vector<double> at_px;
    std::vector<RunForm> forms;
  };
  constexpr RunForm kP = RunForm::kPoint, kC = RunForm::kCluster, kD = RunForm::kDensity;
  const Case cases[] = {
      {{}, {}},
      {{10}, {kP}},
      {{10, 16}, {kP, kP}},                          // just far enough apart
      {{10, 15}, {kC}},                              // closer than the gap
      {{10, 15, 20, 25, 30, 35, 40, 45, 50}, {kC}},  // exactly as far as a cluster reaches: 40 px
      {{10, 15, 20, 25, 30, 35, 40, 45, 51}, {kC, kP}},
      {{10, 15, 20, 25, 30, 35, 40, 45, 50, 55}, {kD}},
      {{10, 15, 24}, {kC}},  // the pill over the first two reaches the third
      {{10, 100}, {kP, kP}},
  };
  for (const Case& c : cases) {
    std::vector<DenseBin> bins;
    for (const double px : c.at_px) {
      const auto t = static_cast<Seconds>(px);
      bins.push_back({t, 1, t, t});
    }
    std::vector<RunForm> forms;
    for (const DenseRun& run : RunsOf(bins, RunSizes(), [](Seconds t) { return double(t); })) {
      forms.push_back(run.form);
    }
    EXPECT_EQ(forms, c.forms) << testing::PrintToString(c.at_px);
  }
}

TEST(DenseRuns, APillIsAsWideAsItsNumber) {
  double narrower_px = 0;
  for (const uint32_t count : {9u, 10u, 100u, 12345u}) {
    const DenseRun run = RunOf({0, count, 0, 0}, 0, 50, 50, RunSizes());
    EXPECT_EQ(run.form, RunForm::kCluster);
    EXPECT_EQ(run.centre_px(), 50);
    EXPECT_EQ(run.right_px - 50, 50 - run.left_px);
    EXPECT_GT(run.right_px - run.left_px, narrower_px);
    narrower_px = run.right_px - run.left_px;
  }
}

}  // namespace
}  // namespace demarche
