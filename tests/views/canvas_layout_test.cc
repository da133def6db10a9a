#include "views/canvas_layout.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/core/base/fake_measurer.h"
#include "tests/repository.h"

namespace demarche {
namespace {

bool Inside(const Rect& inner, const Rect& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() + 0.01f &&
         inner.bottom() <= outer.bottom() + 0.01f;
}

// ---- Regions ----

struct RegionCase {
  const char* name;
  CanvasRequest request;
  PageKind page;
  View view;
  Orientation orientation;
  bool legend, axis_control, pill_arrows;
};

const RegionCase kRegions[] = {
    {"desktop",
     {920, 748, 0, View::kAuto, Controls::kFull, 460},
     PageKind::kDesktop,
     View::kSplit,
     Orientation::kHorizontal,
     true,
     true,
     true},
    {"desktop, but low",
     {920, 560, 0, View::kAuto, Controls::kFull, 460},
     PageKind::kDesktop,
     View::kTimeline,
     Orientation::kHorizontal,
     false,
     true,
     true},
    {"embed",
     {720, 356, 0, View::kAuto, Controls::kFull, 300},
     PageKind::kEmbed,
     View::kTimeline,
     Orientation::kHorizontal,
     false,
     false,
     true},
    {"embed, tall",
     {720, 640, 0, View::kAuto, Controls::kFull, 300},
     PageKind::kEmbed,
     View::kSplit,
     Orientation::kHorizontal,
     true,
     false,
     true},
    {"embed, graph",
     {720, 356, 0, View::kGraph, Controls::kFull, 0},
     PageKind::kEmbed,
     View::kGraph,
     Orientation::kHorizontal,
     true,
     false,
     true},
    {"no room to split",
     {920, 400, 0, View::kSplit, Controls::kFull, 460},
     PageKind::kDesktop,
     View::kTimeline,
     Orientation::kHorizontal,
     false,
     true,
     true},
    {"small window",
     {600, 300, 0, View::kAuto, Controls::kFull, 300},
     PageKind::kEmbed,
     View::kTimeline,
     Orientation::kHorizontal,
     false,
     false,
     true},
    {"phone",
     {390, 500, 0, View::kAuto, Controls::kFull, 0},
     PageKind::kPhone,
     View::kTimeline,
     Orientation::kVertical,
     false,
     false,
     false},
    {"phone, split asked",
     {390, 700, 0, View::kSplit, Controls::kFull, 0},
     PageKind::kPhone,
     View::kTimeline,
     Orientation::kVertical,
     false,
     false,
     false},
    {"phone, graph",
     {390, 500, 0, View::kGraph, Controls::kFull, 0},
     PageKind::kPhone,
     View::kGraph,
     Orientation::kVertical,
     false,
     false,
     true},
    {"list",
     {920, 748, 0, View::kList, Controls::kFull, 460},
     PageKind::kDesktop,
     View::kTimeline,
     Orientation::kHorizontal,
     false,
     true,
     true},
    {"compact",
     {920, 748, 0, View::kSplit, Controls::kCompact, 460},
     PageKind::kDesktop,
     View::kSplit,
     Orientation::kHorizontal,
     false,
     false,
     true},
    {"no controls",
     {920, 748, 0, View::kSplit, Controls::kNone, 460},
     PageKind::kDesktop,
     View::kSplit,
     Orientation::kHorizontal,
     false,
     false,
     false},
};

TEST(CanvasLayout, RegionsFollowSizeAndState) {
  for (const RegionCase& c : kRegions) {
    SCOPED_TRACE(c.name);
    const CanvasLayout out = LayoutCanvas(c.request);
    EXPECT_EQ(out.page, c.page);
    EXPECT_EQ(out.view, c.view);
    EXPECT_EQ(out.orientation, c.orientation);
    EXPECT_EQ(out.legend_px.w > 0, c.legend);
    EXPECT_EQ(out.axis_control, c.axis_control);
    EXPECT_EQ(out.pill_arrows, c.pill_arrows);
    EXPECT_EQ(out.has_timeline(), c.view != View::kGraph);
    EXPECT_EQ(out.has_graph(), c.view != View::kTimeline);
    const Rect canvas{0, 0, c.request.width_px, c.request.height_px};
    EXPECT_TRUE(Inside(out.timeline_px, canvas));
    EXPECT_TRUE(Inside(out.graph_px, canvas));
    EXPECT_TRUE(Inside(out.graph_area_px, canvas));
    EXPECT_FALSE(out.timeline_px.Overlaps(out.graph_px));
    EXPECT_FALSE(out.legend_px.Overlaps(out.graph_area_px));
  }
}

TEST(CanvasLayout, SplitGivesTheTimelineWhatItNeedsAndTheGraphItsShare) {
  CanvasRequest request{.width_px = 920,
                        .height_px = 748,
                        .bottom_inset_px = 0,
                        .view = View::kSplit,
                        .controls = Controls::kFull};
  request.timeline_content_px = 400;
  EXPECT_EQ(LayoutCanvas(request).timeline_px.h, 400);
  request.timeline_content_px = 2000;
  EXPECT_EQ(LayoutCanvas(request).timeline_px.h, 468);
  request.timeline_content_px = 20;
  EXPECT_EQ(LayoutCanvas(request).timeline_px.h, 240);
}

TEST(CanvasLayout, TheSheetTakesFromBelow) {
  const CanvasRequest request{.width_px = 390,
                              .height_px = 600,
                              .bottom_inset_px = 252,
                              .view = View::kTimeline,
                              .controls = Controls::kFull};
  EXPECT_EQ(LayoutCanvas(request).timeline_px.bottom(), 348);
}

TEST(CanvasLayout, ADegenerateSizeIsNoDisaster) {
  for (float width : {0.0f, 1.0f, 40.0f, 3000.0f}) {
    for (float height : {0.0f, 1.0f, 50.0f}) {
      for (View view : {View::kAuto, View::kGraph, View::kSplit}) {
        const CanvasLayout out = LayoutCanvas({width, height, 100, view, Controls::kFull, 300});
        EXPECT_GE(out.timeline_px.h, 0);
        EXPECT_GE(out.graph_px.h, 0);
        EXPECT_GE(out.graph_area_px.h, -13);
      }
    }
  }
}

// ---- Playhead ----

CanvasLayout Split() { return LayoutCanvas({920, 748, 0, View::kSplit, Controls::kFull, 457}); }

TEST(Pill, SitsOnTheSplitterAtThePlayheadAndStaysInside) {
  const FakeMeasurer measurer;
  const CanvasLayout canvas = Split();
  const PillLayout at = LayoutPill(canvas, 600, "As of Sunday 9 January 2022", measurer);
  EXPECT_FLOAT_EQ(at.box_px.centre().x, 600);
  EXPECT_FLOAT_EQ(at.box_px.centre().y, 457);
  for (float playhead : {-5000.0f, 0.0f, 919.0f, 9000.0f}) {
    const PillLayout pill = LayoutPill(canvas, playhead, "As of Sunday 9 January 2022", measurer);
    EXPECT_GE(pill.box_px.x, 164 + 6);  // off the names of the lanes
    EXPECT_LE(pill.box_px.right(), 914);
  }
}

TEST(Pill, ItsArrowsShareTheTextBetweenThem) {
  const FakeMeasurer measurer;
  const PillLayout pill = LayoutPill(Split(), 600, "As of 9 Jan 2022", measurer);
  EXPECT_TRUE(Inside(pill.back_px, pill.box_px));
  EXPECT_TRUE(Inside(pill.forward_px, pill.box_px));
  EXPECT_LE(pill.back_px.right(), pill.forward_px.x);
  EXPECT_TRUE(pill.back_px.Contains(pill.back_arrow));
  EXPECT_TRUE(pill.forward_px.Contains(pill.forward_arrow));
}

TEST(Pill, StandsAloneUnderTheGraphAndAtTheRightOfThePhonesPlayhead) {
  const FakeMeasurer measurer;
  const CanvasLayout graph = LayoutCanvas({390, 430, 0, View::kGraph, Controls::kFull, 0});
  const PillLayout below = LayoutPill(graph, 0, "As of 9 Jan 2022", measurer);
  EXPECT_FLOAT_EQ(below.box_px.centre().x, 195);
  EXPECT_GT(below.box_px.y, graph.graph_area_px.bottom() - 1);
  const CanvasLayout phone = LayoutCanvas({390, 500, 0, View::kTimeline, Controls::kFull, 0});
  const PillLayout right = LayoutPill(phone, 324, "As of 9 Jan 2022", measurer);
  EXPECT_FLOAT_EQ(right.box_px.right(), 386);
  EXPECT_TRUE(right.box_px.Contains({380, 324}));
  EXPECT_EQ(right.back_px.w, 0);
}

TEST(AsOf, IsSaidAsThePageHasRoom) {
  const Seconds ninth = 1641772799;  // 2022-01-09T23:59:59Z
  EXPECT_EQ(AsOfText(ninth, PageKind::kDesktop, {}), "As of Sunday 9 January 2022");
  EXPECT_EQ(AsOfText(ninth, PageKind::kEmbed, {}), "As of Sun 9 Jan 2022");
  EXPECT_EQ(AsOfText(ninth, PageKind::kPhone, {}), "As of 9 Jan 2022");
  EXPECT_EQ(AsOfText(kTimeMax, PageKind::kDesktop, {}), "As of today");
  EXPECT_EQ(AsOfText(kTimeMin, PageKind::kPhone, {}), "Before everything");
}

TEST(AsOf, ADraggedPlayheadRestsAtTheNearestEndOfADay) {
  const Seconds end = 1641772799;
  EXPECT_EQ(NearestEndOfDay(static_cast<double>(end), {}), end);
  EXPECT_EQ(NearestEndOfDay(static_cast<double>(end) + 43000, {}), end);
  EXPECT_EQ(NearestEndOfDay(static_cast<double>(end) + 43300, {}), end + 86400);
  EXPECT_EQ(NearestEndOfDay(-100.0, {}), -1);
}

// ---- Lanes, minimap, legend ----

TEST(LaneLabel, TheParenthesisStandsBesideOrBelowTheName) {
  const FakeMeasurer measurer;
  const TimelineMetrics metrics = MetricsForDesktop();
  Lane lane;
  lane.y_px = 100, lane.h_px = 25, lane.name = "Geneva", lane.annotation = "US-Russia";
  LaneLabel beside = LayoutLaneLabel(lane, metrics, measurer);
  EXPECT_TRUE(beside.shows_annotation);
  EXPECT_EQ(beside.annotation.y, beside.name.y);
  EXPECT_GT(beside.annotation.x, beside.name.x);
  lane.hidden = 7;
  const LaneLabel hides = LayoutLaneLabel(lane, metrics, measurer);
  EXPECT_FALSE(hides.shows_annotation) << "no room for both in one line";
  EXPECT_EQ(hides.hidden.y, hides.name.y);
  lane.hidden = 0;

  lane.name = "NATO enlargement", lane.annotation = "+ countries joining";
  EXPECT_FALSE(LayoutLaneLabel(lane, metrics, measurer).shows_annotation);
  lane.rows = 2;
  const LaneLabel below = LayoutLaneLabel(lane, metrics, measurer);
  EXPECT_TRUE(below.shows_annotation);
  EXPECT_GT(below.annotation.y, below.name.y);
  EXPECT_GT(below.hidden.y, below.annotation.y);
}

TEST(LaneLabel, EveryWordOfTheTalksFitsTheNarrowestGutter) {
  // As wide as "enlargement" is in Inter SemiBold.
  class WideMeasurer : public TextMeasurer {
   public:
    float WidthPx(std::string_view text, Face, float size_px) const override {
      return static_cast<float>(text.size()) * 0.555f * size_px;
    }
  };
  const TimelineMetrics metrics = TimelineMetricsFor(480);
  const WideMeasurer measurer;
  for (const Track& track : Talks().data().tracks) {
    Lane lane;
    lane.name = std::string(Talks().In(track.name, "en")), lane.rows = 2;
    lane.name = lane.name.substr(0, lane.name.find(" ("));
    const LaneLabel label = LayoutLaneLabel(lane, metrics, measurer);
    for (const std::string_view word : {label.name_text, label.more_text}) {
      const float w = measurer.WidthPx(word, Face::kSemiBold, metrics.lane_size_px);
      EXPECT_LE(label.name.x + w, metrics.gutter_px - 2) << word;
    }
  }
}

TEST(LaneLabel, ALongNameGoesOnBelowItWhereTheLaneHasRoom) {
  const FakeMeasurer measurer;
  const TimelineMetrics metrics = TimelineMetricsFor(640);
  Lane lane;
  lane.y_px = 100, lane.name = "NATO enlargement";
  ASSERT_GT(measurer.WidthPx(lane.name, Face::kSemiBold, metrics.lane_size_px), metrics.gutter_px);
  EXPECT_EQ(LayoutLaneLabel(lane, metrics, measurer).name_text, lane.name);
  lane.rows = 2, lane.hidden = 3;
  const LaneLabel label = LayoutLaneLabel(lane, metrics, measurer);
  EXPECT_EQ(label.name_text, "NATO");
  EXPECT_EQ(label.more_text, "enlargement");
  EXPECT_EQ(label.more.x, label.name.x);
  EXPECT_GT(label.more.y, label.name.y);
  EXPECT_GT(label.hidden.y, label.more.y);
  lane.name = "Enlargementofnato";  // without a gap to break it at
  EXPECT_EQ(LayoutLaneLabel(lane, metrics, measurer).name_text, lane.name);
}

TEST(Minimap, PointsOfTheStripAreTimes) {
  MinimapView minimap;
  minimap.strip_px = {100, 9, 400, 32};
  minimap.t0 = 1000, minimap.t1 = 5000;
  EXPECT_EQ(MinimapTimeAt(minimap, Orientation::kHorizontal, {100, 20}), 1000);
  EXPECT_EQ(MinimapTimeAt(minimap, Orientation::kHorizontal, {300, 20}), 3000);
  EXPECT_EQ(MinimapTimeAt(minimap, Orientation::kHorizontal, {-50, 20}), 1000);
  EXPECT_EQ(MinimapTimeAt(minimap, Orientation::kHorizontal, {900, 20}), 5000);
  minimap.strip_px = {10, 100, 22, 400};
  EXPECT_EQ(MinimapTimeAt(minimap, Orientation::kVertical, {20, 200}), 2000);
}

TEST(Minimap, HandlesHoldTheBrushAtItsEnds) {
  MinimapView minimap;
  minimap.strip_px = {100, 9, 400, 32};
  minimap.brush_px = {150, 9, 100, 32};
  const BrushHandles across = LayoutBrushHandles(minimap, Orientation::kHorizontal);
  EXPECT_EQ(across.start_px.right(), 150);
  EXPECT_EQ(across.end_px.x, 250);
  minimap.strip_px = {10, 10, 22, 400};
  minimap.brush_px = {10, 50, 22, 100};
  const BrushHandles down = LayoutBrushHandles(minimap, Orientation::kVertical);
  EXPECT_EQ(down.start_px.centre().y, 50);
  EXPECT_EQ(down.end_px.centre().y, 150);
}

TEST(Legend, LeavesOutWhatHasNoRoom) {
  const LegendLayout full = LayoutLegend({0, 457, 164, 291});
  EXPECT_TRUE(full.shows_counts);
  EXPECT_TRUE(full.shows_kinds);
  for (const Rect& sample : full.samples_px) EXPECT_LE(sample.right(), full.texts[0].x);
  EXPECT_FALSE(LayoutLegend({0, 0, 164, 200}).shows_kinds);
  EXPECT_FALSE(LayoutLegend({0, 0, 164, 150}).shows_counts);
}

TEST(ScrollLanes, MovesLanesAndMarksAndNotTheHeader) {
  TimelineLayout layout;
  layout.axis_y_px = 125;
  layout.lanes_px = {164, 125, 700, 300};
  layout.lanes.resize(1);
  layout.lanes[0].y_px = 140;
  layout.groups.resize(1);
  layout.groups[0].y_px = 125;
  layout.marks.resize(1);
  Mark& mark = layout.marks[0];
  mark.centre_px = {300, 150}, mark.box_px = {290, 140, 50, 20}, mark.label_px = {310, 150};
  ScrollLanes(&layout, -30);
  EXPECT_EQ(layout.lanes[0].y_px, 110);
  EXPECT_EQ(layout.groups[0].y_px, 95);
  EXPECT_EQ(mark.centre_px.y, 120);
  EXPECT_EQ(mark.box_px.y, 110);
  EXPECT_EQ(mark.label_px.y, 120);
  EXPECT_EQ(mark.centre_px.x, 300);
  EXPECT_EQ(layout.axis_y_px, 125);
  EXPECT_EQ(layout.lanes_px.y, 125);
}

}  // namespace
}  // namespace demarche
