#include "core/outline.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/core/dates/zone_samples.h"
#include "tests/core/dossier/sample_dossier.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

using Json = nlohmann::json;

class OutlineTest : public testing::Test {
 protected:
  OutlineTest() {
    request_ = DesktopRequest(Sample(), "2022-01-09");
    state_ = InitialState(Sample());
  }

  std::string Text() {
    timeline_ = LayoutTimeline(request_);
    state_.axis = request_.axis;
    OutlineRequest outline;
    outline.dossier = &Sample();
    outline.state = &state_;
    outline.timeline = &timeline_;
    outline.links = &links_;
    outline.graph = graph_;
    outline.viewport_px = {0, 0, 920, 748};
    outline.frames = 12;
    return OutlineJson(outline);
  }
  Json Outline() { return Json::parse(Text(), nullptr, false); }

  TimelineRequest request_;
  AppState state_;
  TimelineLayout timeline_;
  std::vector<TimelineLink> links_;
  const GraphLayout* graph_ = nullptr;
};

TEST_F(OutlineTest, HasTheContractsKeys) {
  const Json outline = Outline();
  ASSERT_FALSE(outline.is_discarded());
  for (const char* key :
       {"viewport", "axis", "items", "groups", "links", "graph", "frames", "asOf", "selection"}) {
    EXPECT_TRUE(outline.contains(key)) << key;
  }
  EXPECT_EQ(outline["viewport"], Json({{"x", 0}, {"y", 0}, {"w", 920}, {"h", 748}}));
  EXPECT_EQ(outline["frames"], 12);
  EXPECT_EQ(outline["asOf"], "2022-01-09");
  EXPECT_TRUE(outline["selection"].is_null());
  EXPECT_EQ(outline["axis"]["kind"], "adaptive");
  EXPECT_TRUE(outline["graph"]["settled"]);
  EXPECT_TRUE(outline["links"].empty());
}

TEST_F(OutlineTest, TellsEachMarkInItsBox) {
  state_.focus = request_.focus = Named("geneva");
  const Json outline = Outline();
  ASSERT_EQ(outline["items"].size(), timeline_.marks.size());
  for (size_t i = 0; i < timeline_.marks.size(); ++i) {
    const Json& item = outline["items"][i];
    const Mark& mark = timeline_.marks[i];
    EXPECT_EQ(item["id"], Sample().IdOf(mark.item));
    EXPECT_NEAR(item["x"].get<double>(), mark.box_px.x, 0.051);
    EXPECT_NEAR(item["w"].get<double>(), mark.box_px.w, 0.051);
    EXPECT_EQ(item["label"], mark.label);
    EXPECT_EQ(item["selected"], mark.selected);
    EXPECT_EQ(item["selected"], item["id"] == "geneva");
    EXPECT_EQ(item.contains("count"), item["kind"] == "cluster");
  }
  EXPECT_EQ(outline["selection"], "geneva");
}

TEST_F(OutlineTest, TellsGroupsByPathAndLevel) {
  TimelineSketch sketch;
  for (const char* group :
       {"Talks / Bilateral", "Talks / Bilateral", "Talks", "US/NATO", "US/NATO"})
    sketch.AddTrack("Lane", group);
  sketch.AddTrack("Lane", "");
  const Dossier dossier = sketch.Build();
  request_.dossier = &dossier;
  request_.folded = {"US/NATO"};
  const Json groups = Outline()["groups"];
  const auto expect = [&](size_t at, std::string_view path, int level, bool folded, float y,
                          float h) {
    ASSERT_LT(at, groups.size());
    EXPECT_EQ(groups[at]["path"], path);
    EXPECT_EQ(groups[at]["level"], level);
    EXPECT_EQ(groups[at]["folded"], folded);
    EXPECT_EQ(groups[at]["x"], 0);
    EXPECT_EQ(groups[at]["w"], 164);
    EXPECT_NEAR(groups[at]["y"].get<double>(), y, 0.051);
    EXPECT_NEAR(groups[at]["h"].get<double>(), h, 0.051);
  };
  ASSERT_EQ(groups.size(), 3u);
  expect(0, "Talks", 1, false, timeline_.lanes_px.y, 16);
  expect(1, "Talks / Bilateral", 2, false, timeline_.lanes_px.y + 16, 16);
  const Lane& folded = timeline_.lanes[3];
  expect(2, "US/NATO", 1, true, folded.y_px, folded.h_px);
}

TEST_F(OutlineTest, MovesWithoutAnEventAreMoves) {
  const Json outline = Outline();
  size_t moves = 0;
  for (const Json& item : outline["items"]) {
    if (item["kind"] != "move") continue;
    ++moves;
    EXPECT_EQ(item["id"], "ask");
    EXPECT_EQ(item["track"], "");
  }
  EXPECT_EQ(moves, 1u);
}

TEST_F(OutlineTest, ClustersCountTheirEvents) {
  request_.axis = AxisKind::kLinear;
  request_.area_px.w = 300;
  size_t events = 0;
  const Json outline = Outline();
  EXPECT_EQ(outline["axis"]["kind"], "linear");
  for (const Json& item : outline["items"]) {
    events += item["kind"] == "cluster" ? item["count"].get<size_t>() : 1;
  }
  // Of the dossier: all but what is reported later, and the move that belongs to no event.
  EXPECT_EQ(events, 7u);
}

TEST_F(OutlineTest, TicksAndBreaksCarryDates) {
  const Json axis = Outline()["axis"];
  ASSERT_FALSE(axis["ticks"].empty());
  double last = -1;
  for (const Json& tick : axis["ticks"]) {
    EXPECT_FALSE(tick["label"].get<std::string>().empty());
    EXPECT_GT(tick["x"].get<double>(), last);
    last = tick["x"].get<double>();
    EXPECT_TRUE(ResolveEdtf(tick["date"].get<std::string>()).ok()) << tick["date"];
  }
  ASSERT_EQ(axis["breaks"].size(), timeline_.breaks.size());
  for (size_t i = 0; i < timeline_.breaks.size(); ++i) {
    const Json& fold = axis["breaks"][i];
    EXPECT_LT(fold["x0"], fold["x1"]);
    EXPECT_EQ(LastOf(fold["from"].get<std::string>()) + 1, timeline_.breaks[i].t);
    EXPECT_EQ(FirstOf(fold["to"].get<std::string>()), timeline_.breaks[i].t);
  }
}

// A program reads the date of a tick as the instant at which the tick stands, whatever its own
// zone.
TEST_F(OutlineTest, DatesOfTicksAreTheirInstantsInEveryZone) {
  const TimeSpan ranges[] = {{kTimeMin, kTimeMax},
                             {FirstOf("2022-01-08"), LastOf("2022-01-14")},
                             {FirstOf("2022-01-10T06:00Z"), FirstOf("2022-01-11T06:00Z")},
                             {FirstOf("2022-01-10T06:00Z"), FirstOf("2022-01-10T06:01Z")}};
  for (const std::string_view zone : {kWashingtonZone, kGenevaZone, kNewfoundlandZone}) {
    request_.calendar = CalendarIn(zone);
    for (const TimeSpan& range : ranges) {
      request_.range = range;
      const Json ticks = Outline()["axis"]["ticks"];
      auto told = ticks.begin();
      for (const Tick& tick : timeline_.ticks) {
        if (tick.label.empty()) continue;
        const std::string date = (*told++)["date"];
        ASSERT_EQ(ResolveEdtf(date).value().earliest(), tick.t) << date;
        ASSERT_NE(date.find('T'), std::string::npos) << date << " means a midnight in UTC";
      }
      EXPECT_EQ(told, ticks.end());
    }
  }
  request_.calendar = {};
  request_.range = ranges[1];
  const Json ticks = Outline()["axis"]["ticks"];
  ASSERT_FALSE(ticks.empty());
  for (const Json& tick : ticks) EXPECT_EQ(tick["date"].get<std::string>().size(), 10u) << tick;
}

TEST_F(OutlineTest, TellsTheLinks) {
  TimelineLink link;
  link.from.item = Named("ask");
  link.to.item = Named("call");
  link.count = 3;
  link.replies_of_quad = {1, 0, 2, 0};
  TimelineLink beyond = link;
  beyond.to.place = LinkPlace::kAfter;
  links_ = {link, beyond};
  const Json told = Outline()["links"];
  Json expected = {{"from", "ask"}, {"to", "call"}, {"count", 3}, {"quads", {1, 3}}};
  EXPECT_EQ(told[0], expected);
  expected["beyond"] = "to";
  EXPECT_EQ(told[1], expected);
}

TEST_F(OutlineTest, TellsTheGraph) {
  GraphLayout graph;
  GraphNode node;
  node.actor = Named("us").index;
  node.centre_px = {100.04f, -20.25f};
  node.r_px = 24;
  graph.nodes = {node};
  GraphEdge edge;
  edge.key = {Named("us").index, Named("ru").index, QuadClass::kVerbalConflict};
  edge.count = 1;
  graph.edges = {edge};
  graph_ = &graph;
  const Json told = Outline()["graph"];
  EXPECT_EQ(told["nodes"][0],
            Json({{"id", "us"}, {"x", 100}, {"y", -20.3}, {"r", 24}, {"kind", "state"}}));
  EXPECT_EQ(told["edges"][0],
            Json({{"from", "us"}, {"to", "ru"}, {"type", "REJECT"}, {"quad", 3}, {"count", 1}}));
}

TEST_F(OutlineTest, TellsDotsAndLinesOfAGraphThatHasThem) {
  GraphLayout graph;
  graph_ = &graph;
  EXPECT_FALSE(Outline()["graph"].contains("dots"));
  EXPECT_FALSE(Outline()["graph"].contains("lines"));
  const Index us = Named("us").index, ru = Named("ru").index;
  graph.dots = {{.actor = us, .centre_px = {7.04f, -3.25f}}, {.actor = ru, .centre_px = {40, 50}}};
  GraphLine line;
  line.from = ru, line.to = us, line.count = 12;
  graph.lines = {line};
  const Json told = Outline()["graph"];
  EXPECT_EQ(told["dots"], Json::array({{{"id", "us"}, {"x", 7}, {"y", -3.3}},
                                       {{"id", "ru"}, {"x", 40}, {"y", 50}}}));
  EXPECT_EQ(told["lines"], Json::array({{{"from", "ru"}, {"to", "us"}, {"count", 12}}}));
  EXPECT_TRUE(told["settled"]);
}

TEST_F(OutlineTest, WithoutATimelineTheListsAreEmpty) {
  OutlineRequest outline;
  outline.dossier = &Sample();
  state_.as_of_s = kTimeMax;
  outline.state = &state_;
  const Json told = Json::parse(OutlineJson(outline), nullptr, false);
  ASSERT_FALSE(told.is_discarded());
  EXPECT_TRUE(told["items"].empty());
  EXPECT_TRUE(told["axis"]["ticks"].empty());
  EXPECT_TRUE(told["asOf"].is_null()) << "everything is known";
}

}  // namespace
}  // namespace demarche
