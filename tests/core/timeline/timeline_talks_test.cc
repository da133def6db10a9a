// The timeline of the dossier that Demarche ships, in the sizes of the design's pictures, and its
// outline as golden texts (DEMARCHE_UPDATE_GOLDEN=1 writes them anew).
#include <gtest/gtest.h>

#include <set>

#include "core/outline.h"
#include "tests/core/timeline/timeline_fixture.h"
#include "tests/repository.h"

namespace demarche {
namespace {

class TimelineTalks : public testing::Test {
 protected:
  static void SetUpTestSuite() { dossier = &Talks(); }

  static TimelineRequest Desktop(std::string_view as_of = "2022-01-09") {
    TimelineRequest request = DesktopRequest(*dossier, as_of);
    request.area_px.h = 468;
    request.lang = "en";
    request.focus = dossier->Find("geneva-2022");
    return request;
  }
  static TimelineRequest Embed() {
    TimelineRequest request = Desktop();
    request.metrics = MetricsForEmbed();
    request.area_px = {0, 0, 720, 302};
    return request;
  }
  static TimelineRequest Phone() {
    TimelineRequest request = Desktop();
    request.metrics = MetricsForPhone();
    request.orientation = Orientation::kVertical;
    request.area_px = {0, 0, 390, 500};
    return request;
  }

  // Compares with tests/core/timeline/golden/outline_<name>.txt.
  static void ExpectOutline(const std::string& name, const TimelineRequest& request) {
    const TimelineLayout layout = LayoutTimeline(request);
    AppState state = InitialState(*dossier);
    state.axis = request.axis;
    state.as_of_s = request.as_of_s;
    state.focus = request.focus;
    OutlineRequest outline;
    outline.dossier = dossier;
    outline.state = &state;
    outline.timeline = &layout;
    const std::vector<TimelineLink> links =
        LayoutLinks({.request = &request, .layout = &layout, .shown = Links::kFocus, .hover = {}})
            .links;
    outline.links = &links;
    outline.viewport_px = request.area_px;
    const std::string text = OutlineJson(outline);
    ExpectGolden("tests/core/timeline/golden/outline_" + name + ".txt", text);
  }

  static const Dossier* dossier;
};
const Dossier* TimelineTalks::dossier = nullptr;

TEST_F(TimelineTalks, TheLanesFitTheDesktopAndTheEmbed) {
  for (const TimelineRequest& request : {Desktop(), Embed()}) {
    const TimelineLayout layout = LayoutTimeline(request);
    EXPECT_LE(layout.content_h_px, layout.lanes_px.h + 0.01f);
    EXPECT_GE(layout.metrics.row_px, 14.5f);
  }
}

TEST_F(TimelineTalks, TheWeekIsNamedWhereverItIsShown) {
  for (const TimelineRequest& request : {Desktop(), Embed(), Phone()}) {
    const TimelineLayout layout = LayoutTimeline(request);
    for (const char* id : {"geneva-2022", "brussels-nrc-2022", "vienna-osce-2022"}) {
      const Ref event = dossier->Find(id);
      ASSERT_TRUE(event) << "the dossier has another id for it: " << id;
      const Mark* mark = MarkOf(layout, event);
      ASSERT_TRUE(mark) << id;
      EXPECT_EQ(mark->shape, MarkShape::kRing) << id;
      EXPECT_FALSE(mark->label.empty()) << id;
    }
  }
}

TEST_F(TimelineTalks, TheAxisIsTheDesigns) {
  const TimelineLayout layout = LayoutTimeline(Desktop());
  std::vector<std::string> dimensions;
  for (const BandView& band : layout.bands) dimensions.push_back(band.dimension);
  EXPECT_EQ(dimensions, (std::vector<std::string>{"17 years", "12 months", "6 yr", "11 months",
                                                  "38 days", "6 days, January 2022"}));
  EXPECT_EQ(layout.breaks.size(), 5u);
  EXPECT_EQ(layout.minimap.t0, FirstOf("1990"));
  EXPECT_NEAR(layout.playhead_px, 748, 3);
}

TEST_F(TimelineTalks, EveryMomentHasAPicture) {
  // From before the first event to after the last one.
  for (const char* as_of : {"1990", "1997-05-27", "2004-04-01", "2014-02-28", "2021-12-17",
                            "2022-01-13", "2022-02-24", "2022-03-31", "2030"}) {
    for (TimelineRequest request : {Desktop(as_of), Embed(), Phone()}) {
      request.as_of_s = LastOf(as_of);
      const TimelineLayout layout = LayoutTimeline(request);
      EXPECT_GE(layout.bands.size(), 2u) << as_of;
      for (const Mark& mark : layout.marks) {
        const Ref item = mark.item;
        ASSERT_EQ(item.kind, ItemKind::kEvent);
        EXPECT_LE(dossier->events()[item.index].reported_s, request.as_of_s) << as_of;
      }
    }
  }
}

TEST_F(TimelineTalks, WhatCameLaterAppearsWithTheAsOfDate) {
  const Ref invasion = dossier->Find("invasion-2022");
  ASSERT_TRUE(invasion) << "the dossier has another id for it";
  const auto shows = [&](std::string_view as_of) {
    return MarkWith(LayoutTimeline(Desktop(as_of)), invasion.index) != nullptr;
  };
  EXPECT_FALSE(shows("2022-01-09"));
  EXPECT_FALSE(shows("2022-02-23"));
  EXPECT_TRUE(shows("2022-02-24"));
  const TimelineLayout march = LayoutTimeline(Desktop("2022-03-02"));
  EXPECT_EQ(march.bands.size(), 7u);
  EXPECT_TRUE(march.playhead_in_view);
}

TEST_F(TimelineTalks, OutlineOfTheDesktop) { ExpectOutline("desktop", Desktop()); }
TEST_F(TimelineTalks, OutlineOfTheLinearAxis) {
  TimelineRequest request = Desktop();
  request.axis = AxisKind::kLinear;
  ExpectOutline("linear", request);
}
TEST_F(TimelineTalks, OutlineOfTheEmbed) { ExpectOutline("embed", Embed()); }
TEST_F(TimelineTalks, OutlineOfThePhone) { ExpectOutline("phone", Phone()); }
TEST_F(TimelineTalks, OutlineOfMarch) { ExpectOutline("march", Desktop("2022-03-02")); }
TEST_F(TimelineTalks, OutlineOfTwoMonthsOf2014) {
  TimelineRequest request = Desktop();
  request.range = {FirstOf("2014-02"), LastOf("2014-03")};
  ExpectOutline("crimea", request);
}

}  // namespace
}  // namespace demarche
