#include "core/timeline/axis.h"

#include <gtest/gtest.h>

#include <set>

#include "core/dates/calendar.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

constexpr double kDesktopPx = 756;

TimelineSketch TalksSketch() {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  for (const std::string_view band : kTalksBands) sketch.AddBand(band);
  sketch.AddEvent(track, {.title = "Act", .date = "1997-05-27"});
  sketch.AddEvent(track, {.title = "Talks", .date = "2022-01-10", .reported = "2022-01-02"});
  sketch.AddEvent(track, {.title = "Later", .date = "2022-02-24"});
  return sketch;
}

double WidthOf(const ScaleBand& band) { return band.u1 - band.u0; }

void ExpectSound(const std::vector<ScaleBand>& bands, double width_px) {
  ASSERT_FALSE(bands.empty());
  EXPECT_LE(bands.size(), kMaxBands);
  EXPECT_DOUBLE_EQ(bands.front().u0, 0);
  EXPECT_NEAR(bands.back().u1, width_px, 1e-6);
  for (size_t i = 0; i < bands.size(); ++i) {
    EXPECT_LT(bands[i].t0, bands[i].t1);
    EXPECT_LT(bands[i].u0, bands[i].u1);
    EXPECT_EQ(FloorTo(bands[i].t0, {CalendarUnit::kDay, 1}), bands[i].t0) << "not at midnight";
    if (i > 0) {
      EXPECT_EQ(bands[i].t0, bands[i - 1].t1);
      EXPECT_EQ(bands[i].u0, bands[i - 1].u1);
    }
  }
}

TEST(AdaptiveBands, AreTheDesignsOnItsDesktop) {
  const Dossier dossier = TalksSketch().Build();
  const std::vector<ScaleBand> bands = AdaptiveBands(dossier, LastOf("2022-01-09"), kDesktopPx);
  ExpectSound(bands, kDesktopPx);
  const struct {
    double width_px;
    ScaleUnit unit;
  } expected[] = {{158, ScaleUnit::kYears}, {90, ScaleUnit::kMonths}, {56, ScaleUnit::kYears},
                  {84, ScaleUnit::kMonths}, {110, ScaleUnit::kWeeks}, {258, ScaleUnit::kDays}};
  ASSERT_EQ(bands.size(), std::size(expected));
  for (size_t i = 0; i < bands.size(); ++i) {
    EXPECT_NEAR(WidthOf(bands[i]), expected[i].width_px, 3) << i;
    EXPECT_EQ(bands[i].unit, expected[i].unit) << i;
  }
}

TEST(AdaptiveBands, ShareOneScaleForAUnitUnlessTheyWouldBeTooNarrow) {
  const Dossier dossier = TalksSketch().Build();
  for (const double width_px : {420.0, 622.0, 756.0, 1400.0, 3000.0}) {
    const std::vector<ScaleBand> bands = AdaptiveBands(dossier, LastOf("2022-01-09"), width_px);
    ExpectSound(bands, width_px);
    for (const ScaleBand& a : bands) {
      EXPECT_GE(WidthOf(a), std::min(kMinBandPx, width_px / 12) - 1e-6);
      for (const ScaleBand& b : bands) {
        if (a.unit != b.unit || WidthOf(a) <= kMinBandPx || WidthOf(b) <= kMinBandPx) continue;
        EXPECT_NEAR(WidthOf(a) / CountOf(a), WidthOf(b) / CountOf(b), 1e-6) << width_px;
      }
    }
  }
}

TEST(AdaptiveBands, GoOnWhereKnownContentLiesBehindThem) {
  const Dossier dossier = TalksSketch().Build();
  const auto bands_at = [&dossier](std::string_view as_of) {
    std::vector<ScaleBand> bands = AdaptiveBands(dossier, LastOf(as_of), kDesktopPx);
    ExpectSound(bands, kDesktopPx);
    return bands;
  };
  EXPECT_EQ(bands_at("2022-01-09").back().t1, FirstOf("2022-01-14"));
  // A few days of nothing new stretch the days up to the playhead.
  const std::vector<ScaleBand> soon = bands_at("2022-01-15");
  EXPECT_EQ(soon.size(), 6u);
  EXPECT_EQ(soon.back().t1, FirstOf("2022-01-16"));
  EXPECT_EQ(soon.back().unit, ScaleUnit::kDays);
  const std::vector<ScaleBand> later = bands_at("2022-03-02");
  ASSERT_EQ(later.size(), 7u);
  EXPECT_EQ(later.back().t0, FirstOf("2022-01-14"));
  EXPECT_EQ(later.back().t1, FirstOf("2022-02-25"));
  EXPECT_EQ(later.back().unit, ScaleUnit::kWeeks);
  // Far past everything the axis ends with the dossier.
  EXPECT_EQ(AdaptiveBands(dossier, kTimeMax, kDesktopPx).back().t1, FirstOf("2022-02-25"));
}

TEST(AdaptiveBands, NeverMoreThanSeven) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  for (int year = 2000; year < 2010; ++year) sketch.AddBand(std::to_string(year));
  sketch.AddEvent(track, {.date = "2015-06-01"});
  const Dossier dossier = sketch.Build();
  const std::vector<ScaleBand> bands = AdaptiveBands(dossier, kTimeMax, kDesktopPx);
  ExpectSound(bands, kDesktopPx);
  EXPECT_EQ(bands.size(), 7u);
  EXPECT_EQ(bands.back().t1, FirstOf("2015-06-02"));
}

TEST(AdaptiveBands, TakeGapsAndOpenEndsOfTheAuthor) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  sketch.AddBand("../2000");
  sketch.AddBand("2005/..");
  sketch.AddEvent(track, {.date = "1990-03-01"});
  sketch.AddEvent(track, {.date = "2020-03-01"});
  const Dossier dossier = sketch.Build();
  const std::vector<ScaleBand> bands = AdaptiveBands(dossier, kTimeMax, kDesktopPx);
  ExpectSound(bands, kDesktopPx);
  ASSERT_EQ(bands.size(), 2u);
  EXPECT_EQ(bands[0].t0, FirstOf("1990"));
  EXPECT_EQ(bands[1].t0, FirstOf("2005"));
  EXPECT_EQ(bands[1].t1, FirstOf("2020-03-02"));
}

TEST(AdaptiveBands, AreComputedWhereTheAuthorGaveNone) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  std::vector<std::string> dates;
  for (int year = 1980; year < 2020; year += 5) dates.push_back(std::to_string(year) + "-04-01");
  for (int day = 1; day <= 28; ++day) {
    dates.push_back("2021-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day));
  }
  for (const std::string& date : dates) sketch.AddEvent(track, {.date = date});
  const Dossier dossier = sketch.Build();
  const std::vector<ScaleBand> bands = AdaptiveBands(dossier, kTimeMax, kDesktopPx);
  ExpectSound(bands, kDesktopPx);
  EXPECT_EQ(bands, AdaptiveBands(dossier, kTimeMax, kDesktopPx)) << "not the same twice";
  ASSERT_EQ(bands.size(), 2u);
  EXPECT_EQ(bands[0].t0, FirstOf("1980"));
  EXPECT_EQ(bands[0].unit, ScaleUnit::kYears);
  EXPECT_EQ(bands[1].t0, FirstOf("2021-02"));
  EXPECT_GT(WidthOf(bands[1]), 200) << "28 events want room";
}

TEST(AdaptiveBands, AnEmptyDossierHasAnAxis) {
  const Dossier dossier = TimelineSketch().Build();
  ExpectSound(AdaptiveBands(dossier, kTimeMax, kDesktopPx), kDesktopPx);
  ExpectSound(AdaptiveBands(dossier, LastOf("2022-01-09"), kDesktopPx), kDesktopPx);
  EXPECT_EQ(LinearBands(dossier, kTimeMax, kDesktopPx).size(), 1u);
}

TEST(NaturalBands, GiveADayOnThePhone44Px) {
  const Dossier dossier = TalksSketch().Build();
  const std::vector<ScaleBand> bands = NaturalBands(dossier, LastOf("2022-01-09"));
  ASSERT_EQ(bands.size(), 6u);
  EXPECT_NEAR(WidthOf(bands.back()), 6 * 44, 1e-6);
  for (const ScaleBand& band : bands) EXPECT_GE(WidthOf(band), 44 - 1e-6);
}

TEST(LinearBands, HoldTheSameTimeAtOneScaleInWholeYears) {
  const Dossier dossier = TalksSketch().Build();
  const std::vector<ScaleBand> bands = LinearBands(dossier, LastOf("2022-01-09"), kDesktopPx);
  ASSERT_EQ(bands.size(), 1u);
  EXPECT_EQ(bands[0].t0, FirstOf("1997"));
  EXPECT_EQ(bands[0].t1, FirstOf("2023"));
  EXPECT_DOUBLE_EQ(bands[0].u1, kDesktopPx);
}

TEST(KnownSpan, CountsWhatIsKnownAndNotWhatIsReportedLater) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  sketch.AddEvent(track, {.date = "2014/.."});
  sketch.AddEvent(track, {.date = "2022-01-10", .reported = "2022-01-02"});
  sketch.AddEvent(track, {.date = "1990", .reported = "2030"});
  sketch.AddMove("Says", "2010-05-05");
  const Dossier dossier = sketch.Build();
  EXPECT_EQ(KnownSpan(dossier, LastOf("2021")), (TimeSpan{FirstOf("2010-05-05"), FirstOf("2014")}));
  EXPECT_EQ(KnownSpan(dossier, LastOf("2022-01-05")).latest, FirstOf("2022-01-10"));
  EXPECT_EQ(KnownSpan(dossier, kTimeMax).earliest, FirstOf("1990"));
  EXPECT_EQ(KnownSpan(dossier, LastOf("1950")), (TimeSpan{0, 0}));
}

TEST(UnitOf, GoesByLength) {
  const struct {
    const char* from;
    const char* to;
    ScaleUnit unit;
  } cases[] = {{"2022-01-08", "2022-01-14", ScaleUnit::kDays},
               {"2022-01-01", "2022-01-15", ScaleUnit::kDays},
               {"2021-12-01", "2022-01-08", ScaleUnit::kWeeks},
               {"2021-01-01", "2021-12-01", ScaleUnit::kMonths},
               {"2014-01-01", "2017-01-01", ScaleUnit::kMonths},
               {"2015-01-01", "2021-01-01", ScaleUnit::kYears}};
  for (const auto& c : cases) EXPECT_EQ(UnitOf(FirstOf(c.from), FirstOf(c.to)), c.unit) << c.from;
}

TEST(Dimensions, SayHowMuchTimeABandHolds) {
  const struct {
    const char* from;
    const char* to;
    ScaleUnit unit;
    const char* text;
    const char* brief;
  } cases[] = {
      {"1997", "2014", ScaleUnit::kYears, "17 years", "17 yr"},
      {"2014", "2015", ScaleUnit::kMonths, "12 months", "12 mo"},
      {"2021-01", "2021-12", ScaleUnit::kMonths, "11 months", "11 mo"},
      {"2021-12-01", "2022-01-08", ScaleUnit::kWeeks, "38 days", "38 days"},
      {"2022-01-08", "2022-01-14", ScaleUnit::kDays, "6 days, January 2022", "6 days"},
      {"2022-01-30", "2022-02-02", ScaleUnit::kDays, "3 days, January – February 2022", "3 days"},
      {"2021-12-31", "2022-01-02", ScaleUnit::kDays, "2 days, December 2021 – January 2022",
       "2 days"},
      {"2022-01-08", "2022-01-09", ScaleUnit::kDays, "1 day, January 2022", "1 day"},
      {"1997-03-05", "2014", ScaleUnit::kYears, "about 17 years", "17 yr"},
      {"2014-01", "2015-01", ScaleUnit::kYears, "12 months", "12 mo"},
      {"2022-01-08T06:00Z", "2022-01-08T18:00Z", ScaleUnit::kWeeks, "12 hours", "12 hr"},
      {"2022-01-08T06:00Z", "2022-01-08T06:25Z", ScaleUnit::kWeeks, "25 minutes", "25 min"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(DimensionOf(FirstOf(c.from), FirstOf(c.to), c.unit, {}), c.text);
    EXPECT_EQ(ShortDimensionOf(FirstOf(c.from), FirstOf(c.to), c.unit, {}), c.brief);
  }
}

TEST(BandName, IsShortAndUnmistakable) {
  const struct {
    const char* from;
    const char* to;
    const char* name;
  } cases[] = {{"2014", "2015", "2014"},
               {"2015", "2021", "2015–20"},
               {"1997", "2014", "1997–2013"},
               {"2021-01", "2021-12", "2021"},
               {"2021-12-01", "2022-01-08", "Dec–Jan"},
               {"2022-02-03", "2022-02-25", "Feb 2022"}};
  for (const auto& c : cases) {
    ScaleBand band{.t0 = FirstOf(c.from), .t1 = FirstOf(c.to)};
    band.unit = UnitOf(band.t0, band.t1);
    EXPECT_EQ(BandName(band, {}), c.name);
  }
}

}  // namespace
}  // namespace demarche
