#include "core/timeline/timeline_items.h"

#include <gtest/gtest.h>

#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

std::vector<Index> EventsIn(const LaneItems& lane) {
  std::vector<Index> events;
  for (const TimelineItem& item : lane.items) events.push_back(item.ref.index);
  return events;
}

TEST(CollectLanes, LanesFollowTheTracksAndGroupsTheirNeighbours) {
  TimelineSketch sketch;
  sketch.AddTrack("Geneva (US–Russia)", "Talks");
  sketch.AddTrack("Vienna", "Talks");
  sketch.AddTrack("Russia", "Positions");
  sketch.AddTrack("Late (talks)", "Talks");
  const Dossier dossier = sketch.Build();
  const TimelineItems items = ItemsOf(DesktopRequest(dossier));
  ASSERT_EQ(items.lanes.size(), 4u);
  EXPECT_EQ(items.lanes[0].name, "Geneva");
  EXPECT_EQ(items.lanes[0].annotation, "US–Russia");
  EXPECT_EQ(items.lanes[1].name, "Vienna");
  EXPECT_TRUE(items.lanes[1].annotation.empty());
  ASSERT_EQ(items.groups.size(), 3u);
  EXPECT_EQ(items.groups[0].lane_count, 2u);
  EXPECT_EQ(items.groups[2].first_lane, 3u);
}

TEST(CollectLanes, OnlyWhatIsKnownAndWithWhatIsThenTheCase) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  sketch.AddEvent(track, {.date = "2022-01-09"});
  sketch.AddEvent(track, {.date = "2022-01-10", .reported = "2021-12-27"});
  sketch.AddEvent(track, {.date = "2022-01-26"});
  sketch.AddEvent(track, {.date = "2014/..", .status = Status::kOngoing});
  sketch.AddEvent(track,
                  {.date = "2022-01-12", .status = Status::kCancelled, .reported = "2022-01-01"});
  const Dossier dossier = sketch.Build();
  const TimelineItems items = ItemsOf(DesktopRequest(dossier, "2022-01-09"));
  const LaneItems& lane = items.lanes[0];
  EXPECT_EQ(EventsIn(lane), (std::vector<Index>{3, 0, 1, 4}));
  EXPECT_TRUE(lane.items[0].ongoing);
  EXPECT_FALSE(lane.items[1].scheduled);
  EXPECT_TRUE(lane.items[2].scheduled);
  EXPECT_EQ(items.talks, (std::vector<Seconds>{FirstOf("2022-01-10")})) << "not the cancelled one";
}

TEST(CollectLanes, CountsWhoJoins) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("NATO");
  sketch.AddEvent(track, {.date = "2004-03-29", .joining = 7}, {sketch.AddActor()});
  const Dossier dossier = sketch.Build();
  EXPECT_EQ(ItemsOf(DesktopRequest(dossier)).lanes[0].items[0].joining, 7);
}

TEST(CollectLanes, AQueryHidesAndCounts) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  sketch.AddEvent(track, {.title = "Phone call", .date = "2021-12-30"});
  sketch.AddEvent(track, {.title = "Video call", .date = "2021-12-07"});
  sketch.AddEvent(track, {.title = "Summit", .date = "2021-06-16"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  request.query = "call";
  const TimelineItems items = ItemsOf(request);
  ASSERT_EQ(items.lanes[0].items.size(), 3u) << "they keep their place";
  EXPECT_EQ(items.lanes[0].hidden, 1u);
  EXPECT_TRUE(items.lanes[0].items[0].hidden);
  EXPECT_FALSE(items.lanes[0].items[1].hidden);
}

TEST(CollectLanes, OtherGroupsAreHidden) {
  TimelineSketch sketch;
  sketch.AddEvent(sketch.AddTrack("Geneva", "Talks"), {.date = "2021-12-30"});
  sketch.AddEvent(sketch.AddTrack("Russia", "Positions"), {.date = "2021-12-30"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  request.group = "Positions";
  const TimelineItems items = ItemsOf(request);
  EXPECT_EQ(items.lanes[0].hidden, 1u);
  EXPECT_EQ(items.lanes[1].hidden, 0u);
}

TEST(SelectedItem, IsTheFocusOrTheEventThatItsMoveBelongsTo) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  const Ref event{ItemKind::kEvent, sketch.AddEvent(track, {.date = "2021-01-01"})};
  const Ref at_table{ItemKind::kMove, sketch.AddMove("Says", "2021-01-01", event.index)};
  const Ref letter{ItemKind::kMove, sketch.AddMove("Writes", "2021-02-01")};
  const Ref actor{ItemKind::kActor, sketch.AddActor()};
  const Dossier dossier = sketch.Build();
  EXPECT_EQ(SelectedItem(dossier, event), event);
  EXPECT_EQ(SelectedItem(dossier, at_table), event);
  EXPECT_EQ(SelectedItem(dossier, letter), letter);
  EXPECT_FALSE(SelectedItem(dossier, actor));
  EXPECT_FALSE(SelectedItem(dossier, {}));
}

TEST(HasToDoWith, TellsWhatAnActorTakesPartIn) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  const Ref actor{ItemKind::kActor, sketch.AddActor()};
  const Ref with{ItemKind::kEvent, sketch.AddEvent(track, {.date = "2021-01-01"}, {actor.index})};
  const Ref without{ItemKind::kEvent, sketch.AddEvent(track, {.date = "2021-02-01"})};
  const Dossier dossier = sketch.Build();
  EXPECT_TRUE(HasToDoWith(dossier, with, actor));
  EXPECT_FALSE(HasToDoWith(dossier, without, actor));
  EXPECT_TRUE(DimsOthers(actor));
  EXPECT_FALSE(DimsOthers(with));
}

TEST(CollectLanes, MovesWithoutAnEventGetALaneOfTheirOwn) {
  TimelineSketch without;
  const Index event = without.AddEvent(without.AddTrack("Talks"), {.date = "2021-01-01"});
  without.AddMove("Says at the table", "2021-01-01", event);
  const Dossier tables_only = without.Build();
  EXPECT_EQ(ItemsOf(DesktopRequest(tables_only)).lanes.size(), 1u);

  TimelineSketch with;
  with.AddTrack("Talks");
  const Index letter = with.AddMove("Writes a letter", "2021-03-01");
  const Dossier dossier = with.Build();
  const TimelineItems items = ItemsOf(DesktopRequest(dossier));
  ASSERT_EQ(items.lanes.size(), 2u);
  EXPECT_EQ(items.lanes[1].name, "Statements");
  EXPECT_EQ(items.lanes[1].track, kNone);
  ASSERT_EQ(items.lanes[1].items.size(), 1u);
  EXPECT_EQ(items.lanes[1].items[0].ref, (Ref{ItemKind::kMove, letter}));
  EXPECT_EQ(TitleOf(DesktopRequest(dossier), {ItemKind::kMove, letter}), "Writes a letter");
}

TEST(CollectLanes, OfADenseTrackOnlyTheBarsAreItems) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  for (size_t i = 0; i <= kMaxSparseEntries; ++i) {
    sketch.AddEvent(track, {.date = i % 2 == 0 ? "2001-01-01" : "2011-01-01"});
  }
  const Dossier dossier = sketch.Build();
  const TimelineItems items = ItemsOf(DesktopRequest(dossier));
  EXPECT_TRUE(items.lanes[0].dense);
  EXPECT_TRUE(items.lanes[0].items.empty());
  const RankBits all = dossier.lanes().ReportedBy(kTimeMax);
  const std::vector<uint32_t> bars = {7, 300};
  const LaneItems lane = CollectLanes(DesktopRequest(dossier), all, all, bars).lanes[0];
  ASSERT_EQ(lane.items.size(), 2u);
  EXPECT_EQ(lane.items[0].ref, dossier.lanes().RefOf(7));
  EXPECT_EQ(lane.items[1].ref, dossier.lanes().RefOf(300));
}

TEST(ComesBefore, IsImportanceThenNewestThenTheFile) {
  const When early = DateOf("2001"), late = DateOf("2002");
  const TimelineItem important{.ref = {ItemKind::kEvent, 9}, .when = &early, .importance = 5};
  const TimelineItem older{.ref = {ItemKind::kEvent, 1}, .when = &early};
  const TimelineItem newer{.ref = {ItemKind::kEvent, 2}, .when = &late};
  const TimelineItem newer_too{.ref = {ItemKind::kEvent, 3}, .when = &late};
  const TimelineItem* order[] = {&important, &newer, &newer_too, &older};
  for (size_t i = 0; i < 4; ++i) {
    for (size_t j = 0; j < 4; ++j) EXPECT_EQ(ComesBefore(*order[i], *order[j]), i < j);
  }
}

}  // namespace
}  // namespace demarche
