// Hiding, ordering and folding lanes, and walking through what is left.
#include "core/state/lanes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

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
