#include "core/timeline/minimap_layout.h"

#include <gtest/gtest.h>

#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

struct StripSketch {
  std::vector<std::string> dates;
  const char* from;
  const char* to;
  const char* as_of = "2023";
  Orientation orientation = Orientation::kHorizontal;
};

MinimapView Layout(const StripSketch& sketch) {
  TimelineSketch dossier_sketch;
  const Index track = dossier_sketch.AddTrack("Talks");
  for (const std::string& date : sketch.dates) dossier_sketch.AddEvent(track, {.date = date});
  const Dossier dossier = dossier_sketch.Build();
  MinimapRequest request;
  request.dossier = &dossier;
  request.measurer = &kFakeMeasurer;
  request.orientation = sketch.orientation;
  request.strip_px = sketch.orientation == Orientation::kHorizontal ? Rect{164, 9, 756, 32}
                                                                    : Rect{10, 10, 22, 474};
  request.as_of_s = LastOf(sketch.as_of);
  request.content0 = request.range0 = FirstOf(sketch.from);
  request.content1 = request.range1 = FirstOf(sketch.to);
  return LayoutMinimap(request);
}

TEST(Minimap, BeginsAtARoundYearBeforeTheContent) {
  const struct {
    const char* from;
    const char* to;
    const char* begins;
    const char* ends;
    const char* note;
  } cases[] = {
      {"1991-12-05", "2022-01-14", "1990", "2023", "Events per year"},
      {"1990", "2022-01-14", "1985", "2023", "Events per year"},
      {"2020-03-05", "2022-01-14", "2020", "2022-02", "Events per month"},
      {"2022-01-05", "2022-01-14", "2022-01-03", "2022-01-14", "Events per day"},
      {"0500", "2022", "0450", "2030", "Events per decade"},
      // BCE by the names of its years: the year -3499 is 3500 BCE.
      {"-3000", "2022", "-3499", "2100", "Events per century"},
      {"Y-170000", "2022", "Y-174999", "3000", "Events per millennium"},
      {"Y-4540000000", "2022", "Y-4999999999", "Y100000000", "Events per 100,000,000 years"},
  };
  for (const auto& c : cases) {
    const MinimapView view = Layout({{}, c.from, c.to});
    EXPECT_EQ(IsoUtc(view.t0), IsoUtc(FirstOf(c.begins))) << c.from;
    EXPECT_EQ(IsoUtc(view.t1), IsoUtc(FirstOf(c.ends))) << c.from;
    EXPECT_EQ(view.note, c.note);
  }
}

TEST(Minimap, BarsCountWhatIsKnown) {
  const MinimapView view =
      Layout({{"2001-01-01", "2001-05", "2001-12-31", "2010-06-01", "2022-06-01"},
              "2001",
              "2023",
              "2021"});
  ASSERT_EQ(view.bars.size(), 2u) << "2022 is not known in 2021";
  EXPECT_FLOAT_EQ(view.bars[0].rect_px.h, 28) << "three events fill the strip";
  EXPECT_NEAR(view.bars[1].rect_px.h, 28 / 3.0, 0.01);
  for (const MinimapBar& bar : view.bars) {
    EXPECT_FLOAT_EQ(bar.rect_px.bottom(), 41);
    EXPECT_TRUE(bar.inside);
  }
  EXPECT_NEAR(view.bars[0].rect_px.x, MinimapPx(view, Orientation::kHorizontal, FirstOf("2001")),
              1);
}

TEST(Minimap, IsLinearAndMarksTheWindow) {
  const MinimapView view = Layout({{}, "1997", "2023"});
  EXPECT_NEAR(MinimapPx(view, Orientation::kHorizontal, view.t0), 164, 1e-6);
  EXPECT_NEAR(MinimapPx(view, Orientation::kHorizontal, view.t1), 920, 1e-6);
  EXPECT_NEAR(view.brush_px.x, MinimapPx(view, Orientation::kHorizontal, FirstOf("1997")), 0.01);
  EXPECT_NEAR(view.brush_px.right(), 920, 0.01);
  EXPECT_FLOAT_EQ(view.brush_px.h, 32);
}

TEST(Minimap, BarsOutsideTheWindowAreOutside) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  sketch.AddEvent(track, {.date = "2001-01-01"});
  sketch.AddEvent(track, {.date = "2010-01-01"});
  const Dossier dossier = sketch.Build();
  MinimapRequest request;
  request.dossier = &dossier;
  request.measurer = &kFakeMeasurer;
  request.strip_px = {0, 0, 500, 32};
  request.content0 = FirstOf("2001");
  request.content1 = FirstOf("2020");
  request.range0 = FirstOf("2009-06-01");
  request.range1 = FirstOf("2010-06-01");
  const MinimapView view = LayoutMinimap(request);
  ASSERT_EQ(view.bars.size(), 2u);
  EXPECT_FALSE(view.bars[0].inside);
  EXPECT_TRUE(view.bars[1].inside);
}

TEST(Minimap, TicksAreLabelledWhereNoBarStands) {
  std::vector<std::string> dates(5, "2020-06-01");
  dates.push_back("2021-06-01");
  const MinimapView view = Layout({dates, "1991", "2023"});
  std::vector<std::string> labels;
  for (const Tick& tick : view.ticks) labels.push_back(tick.label);
  EXPECT_EQ(labels, (std::vector<std::string>{"1990", "1995", "2000", "2005", "2010", "2015", ""}));
}

TEST(Minimap, RunsDownOnThePhone) {
  const MinimapView view = Layout({{"2001-01-01"}, "1991", "2023", "2023", Orientation::kVertical});
  ASSERT_EQ(view.bars.size(), 1u);
  EXPECT_FLOAT_EQ(view.bars[0].rect_px.x, 10);
  EXPECT_FLOAT_EQ(view.bars[0].rect_px.w, 18);
  ASSERT_FALSE(view.ticks.empty());
  EXPECT_EQ(view.ticks[0].label, "’90");
  EXPECT_FLOAT_EQ(view.ticks[0].x_px, 10);
}

TEST(Minimap, WithoutEventsThereIsStillAStrip) {
  const MinimapView view = Layout({{}, "1970-01-01", "1970-01-02"});
  EXPECT_TRUE(view.bars.empty());
  EXPECT_LT(view.t0, view.t1);
}

}  // namespace
}  // namespace demarche
