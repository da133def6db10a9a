// Hiding, ordering and folding lanes, and walking through what is left.
#include "core/state/lanes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "core/dossier/group_path.h"
#include "core/state/query.h"
#include "tests/core/dossier/sample_dossier.h"

namespace demarche {
namespace {

using Lanes = std::vector<Index>;
using Groups = std::vector<std::string>;

// Of the sample.
constexpr Index kTalks = 0, kWires = 1, kStreets = 2, kCourts = 3;

AppState Start() { return InitialState(Sample()); }
AppState Do(const AppState& state, const Action& action) { return Reduce(Sample(), state, action); }
AppState Showing(const Lanes& lanes) { return Do(Start(), SetLanes{lanes}); }
AppState Focused(AppState state, std::string_view id) { return Do(state, Select{Named(id)}); }
std::string FocusOf(const AppState& state) { return std::string(Sample().IdOf(state.focus)); }

TEST(LanesTest, AreShownAsTheyAreSet) {
  const struct {
    Lanes set, shown;
  } cases[] = {
      {{kCourts, kTalks}, {kCourts, kTalks}},
      {{kTalks}, {kTalks}},
      {{}, {}},
      {{kTalks, kWires, kStreets, kCourts}, {}},  // as in the file: nothing to remember
      {{kCourts, kStreets, kWires, kTalks}, {kCourts, kStreets, kWires, kTalks}},
      {{kCourts, kTalks, kCourts, kTalks}, {kCourts, kTalks}},
      {{9, kCourts, kNone, 4}, {kCourts}},
      {{kTalks, kWires, 7, kStreets, kTalks, kCourts}, {}},
  };
  for (const auto& c : cases) {
    AppState wanted = Start();
    wanted.lanes = c.shown;
    EXPECT_EQ(Showing(c.set), wanted);
  }
}

TEST(LanesTest, TracksThatAreNotChangeNothing) {
  const AppState state = Showing({kCourts, kTalks});
  EXPECT_EQ(Do(state, SetLanes{{4, kNone}}), state);
  EXPECT_EQ(Do(state, SetLanes{}), Start());
  const Dossier empty({}, {}, {});
  EXPECT_EQ(Reduce(empty, InitialState(empty), SetLanes{{0}}), InitialState(empty));
}

TEST(LanesTest, KnowWhatTheyShow) {
  const Lanes all, two = {kCourts, kTalks}, turned = {kCourts, kStreets, kWires, kTalks};
  EXPECT_EQ(ShownLanes(Sample(), all), (Lanes{kTalks, kWires, kStreets, kCourts}));
  EXPECT_EQ(ShownLanes(Sample(), two), two);
  EXPECT_TRUE(ShowsAllLanes(Sample(), all) && ShowsAllLanes(Sample(), turned));
  EXPECT_FALSE(ShowsAllLanes(Sample(), two));
  EXPECT_TRUE(ShowsLane(all, kWires) && ShowsLane(two, kTalks));
  EXPECT_FALSE(ShowsLane(two, kWires));
  EXPECT_TRUE(ShowsLaneOf(Sample(), two, Named("ruling")));
  EXPECT_FALSE(ShowsLaneOf(Sample(), two, Named("strike")));
  EXPECT_TRUE(ShowsLaneOf(Sample(), turned, Named("ask"))) << "of no track, like the statements";
  EXPECT_FALSE(ShowsLaneOf(Sample(), two, Named("ask")));
}

TEST(LanesTest, ComeBackWhereTheyWere) {
  const struct {
    Lanes lanes;
    Index track;
    Lanes with;
  } cases[] = {
      {{kTalks, kCourts}, kWires, {kTalks, kWires, kCourts}},
      {{kTalks, kCourts}, kStreets, {kTalks, kStreets, kCourts}},
      {{kWires, kCourts}, kTalks, {kTalks, kWires, kCourts}},
      {{kTalks}, kCourts, {kTalks, kCourts}},
      {{kCourts, kTalks}, kStreets, {kStreets, kCourts, kTalks}},  // beside its group
      {{kStreets, kTalks}, kCourts, {kStreets, kCourts, kTalks}},
      {{kStreets, kTalks}, kWires, {kStreets, kTalks, kWires}},
      {{kWires, kTalks}, kStreets, {kWires, kTalks, kStreets}},  // not into another
      {{kCourts, kStreets}, kTalks, {kTalks, kCourts, kStreets}},
      {{kCourts, kTalks}, kTalks, {kCourts, kTalks}},
      {{}, kTalks, {kTalks, kWires, kStreets, kCourts}},
  };
  for (const auto& c : cases) EXPECT_EQ(WithLane(Sample(), c.lanes, c.track), c.with) << c.track;
  for (Index track = 0; track < 4; ++track) {
    const Lanes without = WithoutLane(Sample(), {}, track);
    EXPECT_EQ(without.size(), 3u);
    EXPECT_EQ(NormalLanes(Sample(), WithLane(Sample(), without, track)), Lanes{});
  }
  EXPECT_EQ(WithoutLane(Sample(), Lanes{kCourts, kTalks}, kCourts), Lanes{kTalks});
}

TEST(LanesTest, OneAloneAndThenAllAgain) {
  EXPECT_EQ(OnlyLane({}, kWires), Lanes{kWires});
  EXPECT_EQ(OnlyLane(Lanes{kWires, kTalks}, kWires), Lanes{kWires});
  EXPECT_EQ(OnlyLane(Lanes{kTalks}, kWires), Lanes{kWires});
  EXPECT_EQ(OnlyLane(Lanes{kWires}, kWires), Lanes{});
}

TEST(LanesTest, GroupsFoldAndOpen) {
  const AppState folded = Do(Start(), FoldGroup{"Background", Fold::kFolded});
  EXPECT_EQ(folded.folded, Groups{"Background"});
  EXPECT_EQ(Do(folded, FoldGroup{"Background", Fold::kFolded}), folded);
  EXPECT_EQ(Do(folded, FoldGroup{"Background", Fold::kOpen}), Start());
  EXPECT_EQ(Do(Start(), FoldGroup{"Background", Fold::kOpen}), Start());
  // In the order of the file, whichever was first.
  const AppState both = Do(folded, FoldGroup{"Diplomacy", Fold::kFolded});
  EXPECT_EQ(both.folded, (Groups{"Diplomacy", "Background"}));
  const AppState other = Do(Start(), FoldGroup{"Diplomacy", Fold::kFolded});
  EXPECT_EQ(Do(other, FoldGroup{"Background", Fold::kFolded}), both);
}

TEST(LanesTest, OnlyGroupsThatAreFold) {
  for (const char* group : {"", "Foreground", "Diplomatie", "background"})
    EXPECT_EQ(Do(Start(), FoldGroup{group, Fold::kFolded}), Start()) << group;
  EXPECT_EQ(GroupOf(Sample(), kTalks), "Diplomacy");
}

// ---- Groups within groups ----

Dossier WithGroups(std::initializer_list<const char*> groups) {
  std::string json =
      R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en", "tracks": [)";
  for (const char* group : groups) {
    if (json.back() != '[') json += ',';
    const std::string id = "t" + std::to_string(json.size());
    json += R"({"id": ")" + id + R"(", "name": "T", "group": ")" + group + "\"}";
  }
  return ReadValid(json + "]}");
}

TEST(NestedLanesTest, AGroupOfAnyLevelFolds) {
  const Dossier dossier = WithGroups({"A / B", "A / C / D / E", "A", "F"});
  AppState state = InitialState(dossier);
  for (const char* group : {"F", "A / C / D / E", "A", "A / C", "A / B"})
    state = Reduce(dossier, state, FoldGroup{group, Fold::kFolded});
  EXPECT_EQ(state.folded, (Groups{"A", "A / B", "A / C", "A / C / D / E", "F"}))
      << "as in the file";
  for (const char* group : {"B", "A / C / D", "A / ", "C"})
    EXPECT_EQ(Reduce(dossier, state, FoldGroup{group, Fold::kFolded}), state) << group;
}

TEST(NestedLanesTest, WhatIsFoldedInAGroupIsSoWhenItOpensAgain) {
  const Dossier dossier = WithGroups({"A / B", "A / B", "A"});
  AppState state = Reduce(dossier, InitialState(dossier), FoldGroup{"A / B", Fold::kFolded});
  const AppState inner = state;
  state = Reduce(dossier, state, FoldGroup{"A", Fold::kFolded});
  EXPECT_EQ(state.folded, (Groups{"A", "A / B"}));
  EXPECT_EQ(Reduce(dossier, state, FoldGroup{"A", Fold::kOpen}), inner);
}

TEST(NestedLanesTest, ComeBackInTheirOwnGroup) {
  const Dossier dossier = WithGroups({"A / B", "A / B", "A / C", "A", "D", "D / E"});
  const struct {
    Lanes lanes;
    Index track;
    Lanes with;
  } cases[] = {
      {{4, 0, 3}, 1, {4, 0, 1, 3}},
      {{4, 1, 3}, 0, {4, 0, 1, 3}},
      {{4, 0, 1, 3}, 2, {4, 0, 1, 2, 3}},  // in A, but not into B
      {{4, 1, 0, 3}, 2, {4, 1, 0, 2, 3}},
      {{4, 2, 1}, 0, {4, 2, 0, 1}},
      {{3, 2}, 1, {3, 1, 2}},  // the same before it
      {{3, 2}, 0, {3, 0, 2}},
      {{5, 1, 0}, 4, {4, 5, 1, 0}},
      {{2, 1}, 4, {2, 1, 4}},  // behind all of A
      {{5, 4}, 0, {0, 5, 4}},
  };
  for (const auto& c : cases) EXPECT_EQ(WithLane(dossier, c.lanes, c.track), c.with) << c.track;
}

// Of any order: a lane that comes back joins its group, and parts none.
TEST(NestedLanesTest, ComingBackPartsNoGroup) {
  const Dossier dossier = WithGroups({"A / B", "A / B", "A / C", "A", "D", "D / E / F", "D / E"});
  const auto runs = [&dossier](const Lanes& lanes) {
    size_t count = 0, level = 0;
    for (size_t i = 0; i < lanes.size(); ++i) {
      const GroupPath path(GroupOf(dossier, lanes[i]));
      level = i == 0 ? 0 : path.SharedLevels(GroupPath(GroupOf(dossier, lanes[i - 1])));
      count += path.levels() - level;
    }
    return count;
  };
  const auto groups = [&dossier](const Lanes& lanes) {
    std::vector<std::string_view> found;
    for (const Index lane : lanes) {
      const GroupPath path(GroupOf(dossier, lane));
      for (size_t level = 0; level < path.levels(); ++level)
        if (std::find(found.begin(), found.end(), path.Group(level)) == found.end())
          found.push_back(path.Group(level));
    }
    return found.size();
  };
  Lanes order = {0, 1, 2, 3, 4, 5, 6};
  do {
    for (size_t shown = 1; shown < order.size(); ++shown) {
      const Lanes lanes(order.begin(), order.begin() + static_cast<ptrdiff_t>(shown));
      const Lanes with = WithLane(dossier, lanes, order[shown]);
      ASSERT_EQ(runs(with) - runs(lanes), groups(with) - groups(lanes))
          << testing::PrintToString(lanes) << " with " << order[shown];
    }
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(NestedLanesTest, AListIsOfAGroupAndThoseWithinIt) {
  const Dossier dossier = WithGroups({"A / B", "A / B / C", "D"});
  for (const char* group : {"A", "A / B", "A / B / C", "D"}) {
    EXPECT_TRUE(HasGroup(dossier, group)) << group;
    EXPECT_EQ(Reduce(dossier, InitialState(dossier), SetGroup{group}).group, group);
  }
  for (const char* group : {"B", "A / ", "A / C", "D / A"}) EXPECT_FALSE(HasGroup(dossier, group));
  const auto count = [](const char* group) {
    AppState state = InitialState(NestedTalks());
    state.as_of_s = kTimeMax;
    state.group = group;
    return CountVisible(NestedTalks(), FilterOf(state));
  };
  EXPECT_EQ(count("Talks"), count("Talks / Bilateral") + count("Talks / Multilateral"));
  EXPECT_GT(count("Positions"), count("Positions / Partners"));
  EXPECT_GT(count("Positions / Partners"), 0u);
}

// ---- Walking ----

TEST(LanesTest, AWalkPassesOverHiddenLanes) {
  const struct {
    Lanes lanes;
    std::string_view from;
    Walk walk;
    std::string_view to;
  } cases[] = {
      {{kTalks}, "act", Walk::kNext, "call"},
      {{kTalks}, "geneva", Walk::kNext, "geneva"},
      {{kTalks}, "geneva", Walk::kPrevious, "call"},
      {{kTalks}, "act", Walk::kLast, "geneva"},
      {{kCourts, kStreets}, "protests", Walk::kFirst, "protests"},
      // From one that is hidden to what it stands between.
      {{kTalks}, "strike", Walk::kNext, "geneva"},
      {{kTalks}, "strike", Walk::kPrevious, "call"},
      {{kWires}, "act", Walk::kNext, "act"},
  };
  for (const auto& c : cases) {
    const AppState from = Focused(Showing(c.lanes), c.from);
    EXPECT_EQ(FocusOf(Do(from, WalkEvents{c.walk})), c.to) << "from " << c.from;
  }
  EXPECT_EQ(FocusOf(Do(Showing({kStreets}), WalkEvents{Walk::kNext})), "protests");
}

TEST(LanesTest, UpAndDownFollowTheOrderShown) {
  const struct {
    Lanes lanes;
    std::string_view from;
    Walk walk;
    std::string_view to;
  } cases[] = {
      {{kCourts, kTalks, kStreets}, "ruling", Walk::kTrackBelow, "geneva"},
      {{kCourts, kTalks, kStreets}, "geneva", Walk::kTrackBelow, "strike"},
      {{kCourts, kTalks, kStreets}, "geneva", Walk::kTrackAbove, "ruling"},
      {{kCourts, kTalks, kStreets}, "ruling", Walk::kTrackAbove, "ruling"},
      {{kTalks, kCourts}, "geneva", Walk::kTrackBelow, "ruling"},
      // From a hidden lane as from where it would be.
      {{kTalks, kCourts}, "strike", Walk::kTrackAbove, "geneva"},
      {{kTalks, kCourts}, "strike", Walk::kTrackBelow, "ruling"},
  };
  for (const auto& c : cases) {
    const AppState from = Focused(Showing(c.lanes), c.from);
    EXPECT_EQ(FocusOf(Do(from, WalkEvents{c.walk})), c.to) << "from " << c.from;
  }
}

// The list stays whole: what is hidden on the canvas can be read there.
TEST(LanesTest, TheListHoldsWhatHiddenLanesHold) {
  const AppState state = Showing({kTalks});
  const EventFilter walk = WalkFilterOf(state), list = FilterOf(state);
  EXPECT_EQ(VisibleEvents(Sample(), list), VisibleEvents(Sample(), FilterOf(Start())));
  std::vector<Index> talks = VisibleEvents(Sample(), list);
  std::erase_if(talks, [](Index event) { return Sample().events()[event].track != kTalks; });
  EXPECT_EQ(VisibleEvents(Sample(), walk), talks);
  AppState both = Do(state, SetGroup{"Background"});
  EXPECT_TRUE(VisibleEvents(Sample(), WalkFilterOf(both)).empty());
}

// Whatever is hidden or turned round, "next" comes by all that is in the lanes shown.
TEST(LanesTest, AWalkComesByEverythingShown) {
  for (const Lanes& lanes :
       {Lanes{5, 1}, Lanes{2}, Lanes{7, 6, 5, 4, 3, 2, 1, 0}, Lanes{0, 3, 4}}) {
    AppState state = Reduce(Talks(), InitialState(Talks()), SetLanes{lanes});
    const std::vector<Index> visible = VisibleEvents(Talks(), WalkFilterOf(state));
    ASSERT_FALSE(visible.empty());
    state = Reduce(Talks(), state, WalkEvents{Walk::kFirst});
    for (const Index event : visible) {
      ASSERT_EQ(state.focus.index, event);
      ASSERT_TRUE(ShowsLane(state.lanes, Talks().events()[event].track));
      state = Reduce(Talks(), state, WalkEvents{Walk::kNext});
    }
    ASSERT_EQ(state.focus.index, visible.back());
  }
}

}  // namespace
}  // namespace demarche
