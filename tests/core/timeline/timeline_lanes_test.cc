// Lanes hidden, put in another order, and groups folded to one lane.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/state/lanes.h"
#include "core/state/query.h"
#include "core/timeline/timeline_plan.h"
#include "tests/core/timeline/any_timeline.h"
#include "tests/repository.h"

namespace demarche {
namespace {

using Names = std::vector<std::string>;

// Two groups of two and three lanes, with an event in each lane, two intervals and a move of none.
class TimelineLanesTest : public testing::Test {
 protected:
  TimelineLanesTest() : dossier_(Make()), request_(DesktopRequest(dossier_)) {}

  static Dossier Make() {
    TimelineSketch sketch;
    for (const auto& [name, group] : {std::pair("Geneva", "Talks"),
                                      {"Vienna", "Talks"},
                                      {"Treaties", "Background"},
                                      {"Wars", "Background"},
                                      {"Courts", "Background"}}) {
      const Index track = sketch.AddTrack(name, group);
      sketch.AddEvent(track, {.title = name, .date = "2010-05-0" + std::to_string(track + 1)});
    }
    sketch.AddEvent(2, {.title = "In force", .date = "2008-01-01/2013-12-31"});
    sketch.AddEvent(3, {.title = "War", .date = "2011-01-01/2014-12-31"});
    sketch.AddMove("Says", "2009-03-03");
    return sketch.Build();
  }

  TimelineLayout LayOut() const { return LayoutTimeline(request_); }

  static Names LanesOf(const TimelineLayout& layout) {
    Names names;
    for (const Lane& lane : layout.lanes) names.push_back(lane.name);
    return names;
  }
  static Names GroupsOf(const TimelineLayout& layout) {
    Names names;
    for (const LaneGroup& group : layout.groups) names.push_back(group.name);
    return names;
  }

  const Dossier dossier_;
  TimelineRequest request_;
};

TEST_F(TimelineLanesTest, WithoutAWishAllAreThereAsInTheFile) {
  const TimelineLayout layout = LayOut();
  EXPECT_EQ(LanesOf(layout),
            (Names{"Geneva", "Vienna", "Treaties", "Wars", "Courts", "Statements"}));
  EXPECT_EQ(layout.lanes_hidden, 0u);
  ASSERT_EQ(GroupsOf(layout), (Names{"Talks", "Background", ""}));
  EXPECT_EQ(layout.groups[0].fold, GroupFold::kOpen);
  EXPECT_EQ(layout.groups[0].key, "Talks");
  EXPECT_EQ(layout.groups[2].fold, GroupFold::kFixed) << "the statements are no group";
}

TEST_F(TimelineLanesTest, ShowsThoseAskedForInTheirOrder) {
  request_.lanes = {3, 1, 0};
  const TimelineLayout layout = LayOut();
  EXPECT_EQ(LanesOf(layout), (Names{"Wars", "Vienna", "Geneva"}));
  EXPECT_EQ(layout.lanes_hidden, 2u);
  ASSERT_EQ(GroupsOf(layout), (Names{"Background", "Talks"}));
  EXPECT_EQ(layout.groups[0].fold, GroupFold::kFixed) << "there is nothing to fold in one lane";
  EXPECT_EQ(layout.groups[1].fold, GroupFold::kOpen);
  EXPECT_EQ(layout.groups[1].first_lane, 1u);
  for (size_t i = 1; i < layout.lanes.size(); ++i)
    EXPECT_GE(layout.lanes[i].y_px, layout.lanes[i - 1].y_px + layout.lanes[i - 1].h_px);
  for (const Mark& mark : layout.marks) {
    EXPECT_NE(mark.track, 2u);
    EXPECT_NE(mark.track, 4u);
    EXPECT_EQ(layout.lanes[mark.lane].track, mark.track);
  }
}

TEST_F(TimelineLanesTest, GroupsAreRunsOfNeighbours) {
  request_.lanes = {0, 3, 1};
  EXPECT_EQ(GroupsOf(LayOut()), (Names{"Talks", "Background", "Talks"}));
}

TEST_F(TimelineLanesTest, StatementsAreThereWhileNoLaneIsHidden) {
  request_.lanes = {4, 3, 2, 1, 0};
  EXPECT_EQ(LanesOf(LayOut()).back(), "Statements");
  request_.lanes = {4, 3, 2, 1};
  EXPECT_EQ(LanesOf(LayOut()).back(), "Vienna");
}

// Neither the axis nor the true-scale strip jumps when a lane is hidden.
TEST_F(TimelineLanesTest, WhatIsHiddenStillMakesTheAxis) {
  const TimelineLayout all = LayOut();
  request_.lanes = {1};
  const TimelineLayout one = LayOut();
  EXPECT_EQ(one.scale.bands().size(), all.scale.bands().size());
  for (const char* date : {"2008-01-01", "2010-05-03", "2012-07-01", "2014-12-31"})
    EXPECT_EQ(one.scale.PxFromTime(FirstOf(date)), all.scale.PxFromTime(FirstOf(date))) << date;
  ASSERT_EQ(one.minimap.bars.size(), all.minimap.bars.size());
  for (size_t i = 0; i < all.minimap.bars.size(); ++i)
    EXPECT_EQ(one.minimap.bars[i].rect_px, all.minimap.bars[i].rect_px);
  EXPECT_EQ(one.range0, all.range0);
  EXPECT_EQ(one.content1, all.content1);
}

TEST_F(TimelineLanesTest, AFoldedGroupIsOneLaneOfPointsUnderItsOwnName) {
  request_.folded = {"Background"};
  const TimelineLayout layout = LayOut();
  EXPECT_EQ(LanesOf(layout), (Names{"Geneva", "Vienna", "Background", "Statements"}));
  const LaneGroup& group = layout.groups[1];
  EXPECT_EQ(group.fold, GroupFold::kFolded);
  EXPECT_EQ(group.lane_count, 1u);
  EXPECT_LT(group.h_px, 12) << "its lane has the name";
  EXPECT_EQ(layout.groups[0].h_px, MetricsForDesktop().group_heading_px);
  EXPECT_EQ(layout.groups[2].first_lane, 3u);
  EXPECT_EQ(layout.lanes[2].track, kNone);
  for (const Index event : {2u, 3u, 4u, 5u, 6u}) {
    const Mark* mark = MarkWith(layout, event);
    ASSERT_TRUE(mark) << event;
    EXPECT_EQ(mark->lane, 2u) << event;
    EXPECT_NE(mark->shape, MarkShape::kBar) << event;
  }
  EXPECT_EQ(MarkOf(layout, 6)->track, 3u) << "it still is of its track";
  EXPECT_LT(layout.content_h_px, LayoutTimeline(DesktopRequest(dossier_)).content_h_px);
}

TEST_F(TimelineLanesTest, FoldsWhatIsShownOfAGroupAndEveryRunOfIt) {
  request_.folded = {"Background", "Talks"};
  request_.lanes = {2, 0, 1, 4, 3};
  const TimelineLayout layout = LayOut();
  EXPECT_EQ(LanesOf(layout), (Names{"Treaties", "Talks", "Background", "Statements"}))
      << "one lane alone keeps its name";
  EXPECT_EQ(layout.groups[0].fold, GroupFold::kFixed);
  EXPECT_EQ(MarkWith(layout, 2)->lane, 0u);
  EXPECT_EQ(MarkWith(layout, 3)->lane, 2u);
}

TEST_F(TimelineLanesTest, AFoldedGroupSaysHowManyAreFilteredOut) {
  request_.folded = {"Background"};
  request_.query = "war";
  EXPECT_EQ(LayOut().lanes[2].hidden, 3u);
}

TEST_F(TimelineLanesTest, AGroupFoldsInAnyLanguage) {
  const Dossier dossier =
      ReadValid(R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en", "tracks": [
    {"id": "a", "name": "A", "group": {"en": "Talks", "de": "Gespräche"}},
    {"id": "b", "name": "B", "group": {"en": "Talks", "de": "Gespräche"}}]})");
  TimelineRequest request = DesktopRequest(dossier);
  request.lang = "de";
  request.folded = {"Talks"};
  const TimelineLayout layout = LayoutTimeline(request);
  EXPECT_EQ(LanesOf(layout), Names{"Gespräche"});
  EXPECT_EQ(layout.groups[0].key, "Talks");
}

TEST_F(TimelineLanesTest, APhoneShowsThemToo) {
  request_.orientation = Orientation::kVertical;
  request_.metrics = MetricsForPhone();
  request_.area_px = {0, 0, 390, 4000};
  request_.lanes = {3, 2};
  const auto shape_of = [this](Index event) {
    const TimelineLayout layout = LayOut();
    const Mark* mark = MarkWith(layout, event);
    return mark ? std::optional(mark->shape) : std::nullopt;
  };
  EXPECT_FALSE(shape_of(0));
  EXPECT_FALSE(shape_of(4));
  EXPECT_TRUE(shape_of(2));
  EXPECT_EQ(shape_of(6), MarkShape::kBar);
  request_.folded = {"Background"};
  EXPECT_EQ(shape_of(6), MarkShape::kDot);
  const TimelineLayout layout = LayOut();
  EXPECT_EQ(MarkWith(layout, 6)->track, 3u);
}

// ---- Groups within groups ----

// Two pairs of lanes and a single one in "Talks", one of them by itself; one in no inner group.
class NestedGroupsTest : public testing::Test {
 protected:
  NestedGroupsTest() : dossier_(Make()), request_(DesktopRequest(dossier_)) {
    request_.area_px.h = 900;
  }

  static Dossier Make() {
    TimelineSketch sketch;
    for (const auto& [name, group] : {std::pair("Geneva", "Talks / Bilateral"),
                                      {"Moscow", "Talks / Bilateral"},
                                      {"Brussels", "Talks / Forums / NATO"},
                                      {"Vienna", "Talks / Forums / OSCE"},
                                      {"Calls", "Talks"},
                                      {"Treaties", "US/NATO"},
                                      {"Wars", "US/NATO"}}) {
      const Index track = sketch.AddTrack(name, group);
      sketch.AddEvent(track, {.title = name, .date = "2010-05-0" + std::to_string(track + 1)});
    }
    return sketch.Build();
  }

  // "Talks 0-4" for its lanes, set in by level; a sign after it where it folds.
  static Names GroupsOf(const TimelineLayout& layout) {
    Names groups;
    for (const LaneGroup& group : layout.groups) {
      constexpr const char* kSigns[] = {"", " -", " +"};
      groups.push_back(std::string(2 * size_t{group.level}, ' ') + group.name + ' ' +
                       std::to_string(group.first_lane) + '-' +
                       std::to_string(group.first_lane + group.lane_count - 1) +
                       kSigns[static_cast<size_t>(group.fold)]);
    }
    return groups;
  }
  static Names LanesOf(const TimelineLayout& layout) {
    Names names;
    for (const Lane& lane : layout.lanes)
      names.push_back(std::string(2 * size_t{lane.level}, ' ') + lane.name);
    return names;
  }
  Names GroupsWith(std::vector<std::string> folded) {
    request_.folded = std::move(folded);
    return GroupsOf(LayoutTimeline(request_));
  }
  Names LanesWith(std::vector<std::string> folded) {
    request_.folded = std::move(folded);
    return LanesOf(LayoutTimeline(request_));
  }

  const Dossier dossier_;
  TimelineRequest request_;
};

TEST_F(NestedGroupsTest, NeighboursShareTheHeadingsThatTheirPathsBeginWith) {
  EXPECT_EQ(GroupsWith({}), (Names{"Talks 0-4 -", "  Bilateral 0-1 -", "  Forums 2-3 -",
                                   "    NATO 2-2", "    OSCE 3-3", "US/NATO 5-6 -"}));
  EXPECT_EQ(LanesWith({}), (Names{"  Geneva", "  Moscow", "    Brussels", "    Vienna", "Calls",
                                  "Treaties", "Wars"}));
  const TimelineLayout layout = LayoutTimeline(request_);
  EXPECT_EQ(layout.groups[4].key, "Talks / Forums / OSCE");
  EXPECT_EQ(layout.groups[1].y_px, layout.groups[0].y_px + layout.groups[0].h_px);
  EXPECT_EQ(layout.lanes[0].y_px, layout.groups[1].y_px + layout.groups[1].h_px);
}

TEST_F(NestedGroupsTest, AnyLevelFoldsIntoOneLane) {
  EXPECT_EQ(LanesWith({"Talks / Forums"}),
            (Names{"  Geneva", "  Moscow", "  Forums", "Calls", "Treaties", "Wars"}));
  EXPECT_EQ(GroupsWith({"Talks / Forums"}),
            (Names{"Talks 0-3 -", "  Bilateral 0-1 -", "  Forums 2-2 +", "US/NATO 4-5 -"}));
  EXPECT_EQ(LanesWith({"Talks"}), (Names{"Talks", "Treaties", "Wars"}));
  EXPECT_EQ(GroupsWith({"Talks", "Talks / Bilateral"}), (Names{"Talks 0-0 +", "US/NATO 1-2 -"}));
  EXPECT_EQ(GroupsWith({"Talks / Bilateral", "US/NATO", "Talks / Forums"}),
            (Names{"Talks 0-2 -", "  Bilateral 0-0 +", "  Forums 1-1 +", "US/NATO 3-3 +"}));
  EXPECT_EQ(LanesWith({"Talks / Forums / OSCE"}).size(), 7u) << "one lane is nothing to fold";
}

TEST_F(NestedGroupsTest, AGroupOfOneFoldedGroupCanBeFoldedItself) {
  request_.lanes = {0, 1};
  EXPECT_EQ(GroupsWith({"Talks / Bilateral"}), (Names{"Talks 0-0 -", "  Bilateral 0-0 +"}));
  EXPECT_EQ(GroupsWith({"Talks / Bilateral", "Talks"}), Names{"Talks 0-0 +"});
}

TEST_F(NestedGroupsTest, AreRunsInTheOrderShown) {
  request_.lanes = {2, 0, 4, 1, 6, 3};
  EXPECT_EQ(GroupsWith({}),
            (Names{"Talks 0-3 -", "  Forums 0-0", "    NATO 0-0", "  Bilateral 1-1",
                   "  Bilateral 3-3", "US/NATO 4-4", "Talks 5-5", "  Forums 5-5", "    OSCE 5-5"}));
  request_.lanes = {4};
  EXPECT_EQ(GroupsWith({"Talks"}), Names{"Talks 0-0"});
}

TEST_F(NestedGroupsTest, AFoldedInnerHeadingIsOnlyAGap) {
  request_.folded = {"Talks / Bilateral"};
  const TimelineLayout layout = LayoutTimeline(request_);
  EXPECT_EQ(layout.groups[0].h_px, 16);
  EXPECT_EQ(layout.groups[1].h_px, 5);
  EXPECT_EQ(layout.groups[2].h_px, 16);
}

TEST_F(NestedGroupsTest, AreNamedInTheReadersLanguage) {
  const Dossier dossier =
      ReadValid(R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en", "tracks": [
    {"id": "a", "name": "A", "group": {"en": "Talks / Bilateral", "de": "Gespräche / Zu zweit"}},
    {"id": "b", "name": "B", "group": {"en": "Talks / Forums", "de": "Foren"}}]})");
  request_.dossier = &dossier;
  request_.lang = "de";
  EXPECT_EQ(GroupsWith({}), (Names{"Gespräche 0-1 -", "  Zu zweit 0-0", "  Forums 1-1"}));
  EXPECT_EQ(LanesWith({"Talks"}), Names{"Gespräche"});
}

// ---- Of any timeline ----

// In the order of the file, and some of it.
std::vector<Index> SomeLanes(AnyTimeline* any) {
  std::vector<Index> lanes;
  for (Index track = 0; track < any->dossier.tracks().size(); ++track) {
    if (any->OneIn(2)) lanes.insert(any->OneIn(2) ? lanes.begin() : lanes.end(), track);
  }
  return NormalLanes(any->dossier, lanes);
}

// The events and moves that are drawn, by themselves or within a mark, of the lanes that count.
std::vector<std::pair<ItemKind, Index>> DrawnOf(const Dossier& dossier,
                                                const TimelineLayout& layout,
                                                const std::vector<Index>& lanes) {
  std::vector<std::pair<ItemKind, Index>> drawn;
  const auto add = [&](Ref item) {
    if (ShowsLaneOf(dossier, lanes, item)) drawn.emplace_back(item.kind, item.index);
  };
  for (const Mark& mark : layout.marks) {
    if (mark.members.empty()) add(mark.item);
    for (const Ref member : mark.members) add(member);
  }
  std::sort(drawn.begin(), drawn.end());
  return drawn;
}

// What was drawn of the lanes shown while all were is drawn now, folded or not, and nothing else.
TEST(AnyLanes, DrawWhatIsInThemAndNothingElse) {
  ForAnyTimeline(7000, 88, [](AnyTimeline* any) {
    TimelineRequest& request = any->request;
    request.range = kEverything;
    const TimelineLayout all = LayoutTimeline(request);
    request.lanes = SomeLanes(any);
    for (const char* group :
         {"Talks", "Positions", "Talks / Bilateral", "Talks / Forums", "Positions / West"})
      if (any->OneIn(3)) request.folded.push_back(group);
    const TimelineLayout layout = LayoutTimeline(request);
    // More than that is counted, and marks do not tell each.
    if (any->dossier.events().size() <= kMaxSparseEntries) {
      ASSERT_EQ(DrawnOf(any->dossier, layout, {}), DrawnOf(any->dossier, all, request.lanes));
    }
    for (const Mark& mark : layout.marks) {
      ASSERT_TRUE(mark.track == kNone || ShowsLane(request.lanes, mark.track));
      ASSERT_TRUE(any->vertical() || mark.lane < layout.lanes.size());
    }
    for (const LaneGroup& group : layout.groups) {
      ASSERT_LE(group.first_lane + group.lane_count, layout.lanes.size());
      ASSERT_TRUE(group.fold != GroupFold::kFolded || group.lane_count == 1);
    }
  });
}

// A plan that is kept while one pans shows what a new one would.
TEST(AnyLanes, AreThoseOfTheirPlan) {
  ForAnyTimeline(8000, 44, [](AnyTimeline* any) {
    any->request.lanes = SomeLanes(any);
    any->request.folded = {"Talks"};
    const TimelinePlan kept = PlanTimeline(
        any->request, MatchingEntries(any->dossier, any->request.query, any->request.group));
    any->GoSomewhere();
    const TimelineLayout alone = LayoutTimeline(any->request);
    any->request.plan = &kept;
    const TimelineLayout with = LayoutTimeline(any->request);
    ASSERT_EQ(with.marks.size(), alone.marks.size());
    for (size_t i = 0; i < with.marks.size(); ++i) {
      ASSERT_EQ(with.marks[i].item, alone.marks[i].item);
      ASSERT_EQ(with.marks[i].box_px, alone.marks[i].box_px);
      ASSERT_EQ(with.marks[i].label, alone.marks[i].label);
    }
    ASSERT_EQ(with.lanes.size(), alone.lanes.size());
    ASSERT_EQ(with.lanes_hidden, alone.lanes_hidden);
  });
}

}  // namespace
}  // namespace demarche
