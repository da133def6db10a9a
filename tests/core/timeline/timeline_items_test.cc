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

TimelineItems Collect(const TimelineRequest& request) {
  return CollectItems(request, FirstOf("1900"), FirstOf("2100"));
}

TEST(CollectItems, LanesFollowTheTracksAndGroupsTheirNeighbours) {
  TimelineSketch sketch;
  sketch.AddTrack("Geneva (US–Russia)", "Talks");
  sketch.AddTrack("Vienna", "Talks");
  sketch.AddTrack("Russia", "Positions");
  sketch.AddTrack("Late (talks)", "Talks");
  const Dossier dossier = sketch.Build();
  const TimelineItems items = Collect(DesktopRequest(dossier));
  ASSERT_EQ(items.lanes.size(), 4u);
  EXPECT_EQ(items.lanes[0].name, "Geneva");
  EXPECT_EQ(items.lanes[0].annotation, "US–Russia");
  EXPECT_EQ(items.lanes[1].name, "Vienna");
  EXPECT_TRUE(items.lanes[1].annotation.empty());
  ASSERT_EQ(items.groups.size(), 3u);
  EXPECT_EQ(items.groups[0].lane_count, 2u);
  EXPECT_EQ(items.groups[2].first_lane, 3u);
}

TEST(CollectItems, OnlyWhatIsKnownAndWithWhatIsThenTheCase) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  sketch.AddEvent(track, {.date = "2022-01-09"});
  sketch.AddEvent(track, {.date = "2022-01-10", .reported = "2021-12-27"});
  sketch.AddEvent(track, {.date = "2022-01-26"});
  sketch.AddEvent(track, {.date = "2014/..", .status = Status::kOngoing});
  sketch.AddEvent(track,
                  {.date = "2022-01-12", .status = Status::kCancelled, .reported = "2022-01-01"});
  const Dossier dossier = sketch.Build();
  const TimelineItems items = Collect(DesktopRequest(dossier, "2022-01-09"));
  const LaneItems& lane = items.lanes[0];
  EXPECT_EQ(EventsIn(lane), (std::vector<Index>{3, 0, 1, 4}));
  EXPECT_TRUE(lane.items[0].ongoing);
  EXPECT_FALSE(lane.items[1].scheduled);
  EXPECT_TRUE(lane.items[2].scheduled);
  EXPECT_EQ(items.talks, (std::vector<Seconds>{FirstOf("2022-01-10")})) << "not the cancelled one";
}

TEST(CollectItems, CountsWhoJoins) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("NATO");
  sketch.AddEvent(track, {.date = "2004-03-29", .joining = 7}, {sketch.AddActor()});
  const Dossier dossier = sketch.Build();
  EXPECT_EQ(Collect(DesktopRequest(dossier)).lanes[0].items[0].joining, 7);
}

TEST(CollectItems, AQueryHidesAndCounts) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  sketch.AddEvent(track, {.title = "Phone call", .date = "2021-12-30"});
  sketch.AddEvent(track, {.title = "Video call", .date = "2021-12-07"});
  sketch.AddEvent(track, {.title = "Summit", .date = "2021-06-16"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  request.query = "call";
  const TimelineItems items = Collect(request);
  ASSERT_EQ(items.lanes[0].items.size(), 3u) << "they keep their place";
  EXPECT_EQ(items.lanes[0].hidden, 1u);
  EXPECT_TRUE(items.lanes[0].items[0].hidden);
  EXPECT_FALSE(items.lanes[0].items[1].hidden);
}

TEST(CollectItems, OtherGroupsAreHidden) {
  TimelineSketch sketch;
  sketch.AddEvent(sketch.AddTrack("Geneva", "Talks"), {.date = "2021-12-30"});
  sketch.AddEvent(sketch.AddTrack("Russia", "Positions"), {.date = "2021-12-30"});
  const Dossier dossier = sketch.Build();
  TimelineRequest request = DesktopRequest(dossier);
  request.group = "Positions";
  const TimelineItems items = Collect(request);
  EXPECT_EQ(items.lanes[0].hidden, 1u);
  EXPECT_EQ(items.lanes[1].hidden, 0u);
}

TEST(CollectItems, TheFocusSelectsOrDims) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  const Index actor = sketch.AddActor();
  const Index with = sketch.AddEvent(track, {.date = "2021-01-01"}, {actor});
  const Index without = sketch.AddEvent(track, {.date = "2021-02-01"});
  const Index move = sketch.AddMove("Says", "2021-02-01", without);
  const Dossier dossier = sketch.Build();
  const struct {
    Ref focus;
    bool selects_with, selects_without, dims_with, dims_without;
  } cases[] = {
      {{}, false, false, false, false},
      {{ItemKind::kEvent, with}, true, false, false, false},
      {{ItemKind::kMove, move}, false, true, false, false},
      {{ItemKind::kActor, actor}, false, false, false, true},
  };
  for (const auto& c : cases) {
    TimelineRequest request = DesktopRequest(dossier);
    request.focus = c.focus;
    const TimelineItems items = Collect(request);
    EXPECT_EQ(items.lanes[0].items[0].selected, c.selects_with);
    EXPECT_EQ(items.lanes[0].items[1].selected, c.selects_without);
    EXPECT_EQ(items.lanes[0].items[0].dimmed, c.dims_with);
    EXPECT_EQ(items.lanes[0].items[1].dimmed, c.dims_without);
  }
}

TEST(CollectItems, MovesWithoutAnEventGetALaneOfTheirOwn) {
  TimelineSketch without;
  const Index event = without.AddEvent(without.AddTrack("Talks"), {.date = "2021-01-01"});
  without.AddMove("Says at the table", "2021-01-01", event);
  const Dossier tables_only = without.Build();
  EXPECT_EQ(Collect(DesktopRequest(tables_only)).lanes.size(), 1u);

  TimelineSketch with;
  with.AddTrack("Talks");
  const Index letter = with.AddMove("Writes a letter", "2021-03-01");
  const Dossier dossier = with.Build();
  const TimelineItems items = Collect(DesktopRequest(dossier));
  ASSERT_EQ(items.lanes.size(), 2u);
  EXPECT_EQ(items.lanes[1].name, "Statements");
  EXPECT_EQ(items.lanes[1].track, kNone);
  ASSERT_EQ(items.lanes[1].items.size(), 1u);
  EXPECT_EQ(items.lanes[1].items[0].ref, (Ref{ItemKind::kMove, letter}));
  EXPECT_EQ(TitleOf(DesktopRequest(dossier), {ItemKind::kMove, letter}), "Writes a letter");
}

TEST(CollectItems, OfADenseTrackOnlyTheWindowIsLookedAt) {
  TimelineSketch sketch;
  const Index track = sketch.AddTrack("Talks");
  for (size_t i = 0; i <= kMaxSparseEntries; ++i) {
    sketch.AddEvent(track, {.date = i % 2 == 0 ? "2001-01-01" : "2011-01-01"});
  }
  const Dossier dossier = sketch.Build();
  const TimelineItems items =
      CollectItems(DesktopRequest(dossier), FirstOf("2000"), FirstOf("2005"));
  EXPECT_TRUE(items.lanes[0].dense);
  EXPECT_EQ(items.lanes[0].items.size(), kMaxSparseEntries / 2 + 1);
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
