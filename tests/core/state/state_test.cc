#include "core/state/state.h"

#include <gtest/gtest.h>

#include <string>

#include "core/state/state_names.h"
#include "tests/core/dossier/sample_dossier.h"

namespace demarche {
namespace {

AppState Start() { return InitialState(Sample()); }
AppState Do(const AppState& state, const Action& action) { return Reduce(Sample(), state, action); }
std::string FocusOf(const AppState& state) { return std::string(Sample().IdOf(state.focus)); }
AppState Focused(std::string_view id) { return Do(Start(), Select{Named(id)}); }

TEST(StateTest, OpensAtTheDossiersDate) {
  const AppState state = Start();
  EXPECT_EQ(state.as_of_s, EndOf("2022-01-09"));
  EXPECT_FALSE(state.focus);
  EXPECT_EQ(state.range, (TimeSpan{kTimeMin, kTimeMax}));
  EXPECT_EQ(InitialState(Dossier({}, {})).as_of_s, kTimeMax);
}

TEST(StateTest, TheSwitchOfTheRepliesChangesNothingElse) {
  AppState wanted = Focused("act");
  wanted.links = Links::kAll;
  EXPECT_EQ(Do(Focused("act"), SetLinks{Links::kAll}), wanted);
}

// ---- Selecting ----

TEST(StateTest, SelectsWhatCanBeInTheFocus) {
  for (const std::string_view id : {"act", "ask", "us", "missiles"}) {
    AppState state = Start();
    state.tab = PaneTab::kSources;
    state = Do(state, Select{Named(id)});
    EXPECT_EQ(FocusOf(state), id);
    EXPECT_EQ(state.tab, PaneTab::kEvent) << id;
  }
}

TEST(StateTest, SelectsNothingElse) {
  const AppState state = Focused("act");
  for (const Ref ref : {Named("S1"), Named("paris"), Named("courts"), Named("week"),
                        Ref{ItemKind::kEvent, 99}, Ref{ItemKind::kActor, kNone}}) {
    EXPECT_EQ(Do(state, Select{ref}), state);
  }
  EXPECT_FALSE(Do(state, Select{}).focus);
}

TEST(StateTest, AnActorKeepsThePinnedEdge) {
  const EdgeKey edge{0, 1, QuadClass::kVerbalConflict};
  const AppState pinned = Do(Start(), PinEdge{edge});
  EXPECT_EQ(pinned.edge, edge);
  EXPECT_EQ(Do(pinned, Select{Named("us")}).edge, edge);
  EXPECT_FALSE(Do(pinned, Select{Named("act")}).edge);
  EXPECT_FALSE(Do(pinned, Select{}).edge);
}

TEST(StateTest, PinsEdgesBetweenActorsThatAre) {
  const AppState pinned = Do(Start(), PinEdge{{0, 1, QuadClass::kVerbalConflict}});
  EXPECT_EQ(Do(pinned, PinEdge{{0, 99, QuadClass::kVerbalConflict}}), pinned);
  EXPECT_EQ(Do(pinned, PinEdge{}), Start());
}

TEST(StateTest, HoversOverWhatIs) {
  const AppState state = Do(Start(), Hover{Named("act")});
  EXPECT_EQ(state.hover, Named("act"));
  EXPECT_EQ(Do(state, Hover{{ItemKind::kEvent, 99}}), state);
  EXPECT_FALSE(Do(state, Hover{}).hover);
}

TEST(StateTest, SetsPlainFields) {
  EXPECT_EQ(Do(Start(), SetView{View::kGraph}).view, View::kGraph);
  EXPECT_EQ(Do(Start(), SetAxis{AxisKind::kLinear}).axis, AxisKind::kLinear);
  EXPECT_EQ(Do(Start(), SetTab{PaneTab::kList}).tab, PaneTab::kList);
  EXPECT_EQ(Do(Start(), SetQuery{"x"}).query, "x");
  EXPECT_EQ(Do(Start(), SetGroup{"Background"}).group, "Background");
  EXPECT_EQ(Do(Start(), SetGroup{"Foreground"}), Start());
  EXPECT_EQ(Do(Start(), Select{{ItemKind::kNothing, 7}}), Start());
  EXPECT_EQ(Do(Start(), SetAsOf{5}).as_of_s, 5);
  EXPECT_EQ(Do(Start(), SetRange{{1, 2}}).range, (TimeSpan{1, 2}));
  EXPECT_EQ(Do(Start(), SetRange{{2, 2}}), Start());
  EXPECT_EQ(Do(Start(), SetRange{{3, 2}}), Start());
}

// ---- The playhead ----

TEST(StateTest, StepsThroughChangesAndDays) {
  const struct {
    std::string_view from;
    AsOfStep step;
    std::string_view to;
  } kCases[] = {
      {"2022-01-09", AsOfStep::kNextChange, "2022-01-10"},
      {"2022-01-09", AsOfStep::kPreviousChange, "2022-01-05"},
      {"2022-01-26", AsOfStep::kNextChange, "2022-01-26"},
      {"1997-05-27", AsOfStep::kPreviousChange, "1997-05-27"},
      {"2022-01-09", AsOfStep::kNextDay, "2022-01-10"},
      {"2022-01-09", AsOfStep::kPreviousDay, "2022-01-08"},
      {"2022-01-09T12:00Z", AsOfStep::kNextDay, "2022-01-09"},
      {"2022-01-09T12:00Z", AsOfStep::kPreviousDay, "2022-01-08"},
  };
  for (const auto& c : kCases) {
    const AppState state = Do(Do(Start(), SetAsOf{EndOf(c.from)}), StepAsOf{c.step});
    EXPECT_EQ(IsoUtc(state.as_of_s), IsoUtc(EndOf(c.to))) << "from " << c.from;
  }
}

TEST(StateTest, StepsBackFromEverythingKnown) {
  const AppState state = Do(Start(), SetAsOf{kTimeMax});
  EXPECT_EQ(Do(state, StepAsOf{AsOfStep::kPreviousChange}).as_of_s, EndOf("2022-01-26"));
  EXPECT_EQ(Do(state, StepAsOf{AsOfStep::kPreviousDay}).as_of_s, EndOf("2022-01-25"));
  EXPECT_EQ(Do(state, StepAsOf{AsOfStep::kNextDay}), state);
  EXPECT_EQ(Do(state, StepAsOf{AsOfStep::kNextChange}), state);
}

// ---- Walking ----

TEST(StateTest, WalksInTime) {
  const struct {
    std::string_view from;
    Walk walk;
    std::string_view to;
  } kCases[] = {
      {"", Walk::kNext, "act"},          {"", Walk::kPrevious, "ruling"},
      {"", Walk::kTrackBelow, "act"},    {"act", Walk::kNext, "protests"},
      {"act", Walk::kPrevious, "act"},   {"geneva", Walk::kNext, "ruling"},
      {"ruling", Walk::kNext, "ruling"},  // what comes after it is not known yet
      {"protests", Walk::kFirst, "act"}, {"protests", Walk::kLast, "ruling"},
      {"refuse", Walk::kNext, "strike"},  // from the event that the move belongs to
      {"us", Walk::kNext, "act"},
  };
  for (const auto& c : kCases) {
    const AppState from = c.from.empty() ? Start() : Focused(c.from);
    EXPECT_EQ(FocusOf(Do(from, WalkEvents{c.walk})), c.to) << "from " << c.from;
  }
}

TEST(StateTest, WalksFromLaneToLane) {
  const struct {
    std::string_view from;
    Walk walk;
    std::string_view to;
  } kCases[] = {
      {"act", Walk::kTrackAbove, "act"},
      {"act", Walk::kTrackBelow, "protests"},   // over the lane that is empty
      {"geneva", Walk::kTrackBelow, "strike"},  // the nearer one of two
      {"call", Walk::kTrackBelow, "strike"},
      {"strike", Walk::kTrackBelow, "ruling"},
      {"ruling", Walk::kTrackBelow, "ruling"},
      {"ruling", Walk::kTrackAbove, "strike"},
      {"strike", Walk::kTrackAbove, "geneva"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(FocusOf(Do(Focused(c.from), WalkEvents{c.walk})), c.to) << "from " << c.from;
  }
}

TEST(StateTest, WalksOnlyWhereTheFilterLeads) {
  AppState state = Do(Focused("act"), SetGroup{"Background"});
  EXPECT_EQ(FocusOf(Do(state, WalkEvents{Walk::kNext})), "protests");
  EXPECT_EQ(FocusOf(Do(state, WalkEvents{Walk::kLast})), "ruling");
  state = Do(state, SetQuery{"nowhere"});
  EXPECT_EQ(Do(state, WalkEvents{Walk::kFirst}), state);
}

// ---- Stories ----

AppState AtStep(uint32_t step) { return Do(Start(), OpenStory{0, step}); }

TEST(StateTest, AStepSetsTheScene) {
  const AppState state = AtStep(1);
  EXPECT_EQ(state.story, 0u);
  EXPECT_EQ(state.step, 1u);
  EXPECT_EQ(FocusOf(state), "call");
  EXPECT_EQ(state.range.earliest, ResolveEdtf("2021-12-01").value().earliest());
  EXPECT_EQ(state.range.latest, EndOf("2021-12-31"));
  EXPECT_EQ(state.as_of_s, EndOf("2022-01-09"));
  EXPECT_EQ(state.view, View::kAuto);
}

TEST(StateTest, AStepLooksTheSameFromWhereverItIsReached) {
  const AppState forward = Do(AtStep(1), StepStory{+1});
  EXPECT_EQ(forward, AtStep(2));
  EXPECT_EQ(forward.range, AtStep(1).range);  // left as the step before has set it
  EXPECT_EQ(forward.as_of_s, EndOf("2022-01-10"));
  EXPECT_EQ(forward.view, View::kGraph);
  EXPECT_EQ(Do(Do(forward, StepStory{+1}), StepStory{-1}), forward);
}

TEST(StateTest, StepsStopAtTheEndsOfTheStory) {
  EXPECT_EQ(Do(AtStep(3), StepStory{+1}), AtStep(3));
  EXPECT_EQ(Do(AtStep(1), StepStory{-1}), AtStep(1));
  EXPECT_EQ(Do(AtStep(1), StepStory{+99}).step, 3u);
  EXPECT_EQ(Do(Start(), StepStory{+1}), Start());
}

TEST(StateTest, OpensNoStoryThatIsNot) {
  EXPECT_EQ(Do(Start(), OpenStory{0, 0}), Start());
  EXPECT_EQ(Do(Start(), OpenStory{0, 4}), Start());
  EXPECT_EQ(Do(Start(), OpenStory{1, 1}), Start());
}

TEST(StateTest, LeavingKeepsThePlace) {
  AppState expected = AtStep(2);
  expected.story = kNone;
  expected.step = 0;
  EXPECT_EQ(Do(AtStep(2), OpenStory{kNone, 0}), expected);
}

TEST(NamesTest, NamesAndValuesAgree) {
  EXPECT_EQ(NameOf(View::kList), "list");
  EXPECT_EQ(ViewFrom("split"), View::kSplit);
  EXPECT_EQ(ViewFrom("Split"), std::nullopt);
  EXPECT_EQ(NameOf(Status::kCancelled), "cancelled");
  EXPECT_EQ(NameOf(Confidence::kDenied), "denied");
  EXPECT_EQ(NameOf(ActorKind::kGroup), "group");
  EXPECT_EQ(NameOf(TieKind::kPartner), "partner");
  EXPECT_EQ(NameOf(SourceKind::kReference), "reference");
  EXPECT_EQ(NameOf(PaneTab::kSources), "sources");
  EXPECT_EQ(NameOf(Controls::kNone), "none");
  EXPECT_EQ(NameOf(Theme::kDark), "dark");
  EXPECT_EQ(NameOf(AxisKind::kLinear), "linear");
}

}  // namespace
}  // namespace demarche
