#include "core/state/state.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/state/query.h"
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
  EXPECT_EQ(InitialState(Dossier({}, {}, {})).as_of_s, kTimeMax);
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

// Day by day and back one is where one was, over the turn of 1970 and of our era too.
TEST(StateTest, StepsOfADayAreInverse) {
  for (const char* day : {"2022-01-09", "1970-01-01", "1969-12-31", "0001-01-01", "-0044-03-15"}) {
    const AppState state = Do(Start(), SetAsOf{EndOf(day)});
    const AppState next = Do(state, StepAsOf{AsOfStep::kNextDay});
    EXPECT_EQ(next.as_of_s, EndOf(day) + 86400) << day;
    EXPECT_EQ(Do(next, StepAsOf{AsOfStep::kPreviousDay}), state) << day;
  }
  // From before everything the days are counted from the first.
  const AppState nothing = Do(Start(), SetAsOf{kTimeMin});
  EXPECT_EQ(Do(nothing, StepAsOf{AsOfStep::kNextDay}).as_of_s, EndOf("1997-05-27"));
  EXPECT_EQ(Do(nothing, StepAsOf{AsOfStep::kNextChange}).as_of_s, EndOf("1997-05-27"));
  EXPECT_EQ(Do(nothing, StepAsOf{AsOfStep::kPreviousChange}), nothing);
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

// What has no beginning stands where it ends; what nobody can date, nowhere near.
TEST(StateTest, WalksToWhatHasNoBeginning) {
  const auto event = [](const char* id, const char* track, const char* date) {
    return std::string(R"({"id": ")") + id +
           R"(", "title": "T", "status": "occurred", "track": ")" + track + R"(", "date": ")" +
           date + R"(", "sources": [{"id": "S"}]})";
  };
  const Dossier dossier = ReadValid(
      R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en",
          "sources": [{"id": "S", "title": "T", "publisher": "P", "kind": "press"}],
          "tracks": [{"id": "up", "name": "U", "group": "G"}, {"id": "low", "name": "L", "group": "G"}],
          "events": [)" +
      event("early", "up", "1990") + ',' + event("late", "up", "2020") + ',' +
      event("until-1995", "low", "../1995") + ',' + event("until-2019", "low", "/2019-12") + ',' +
      event("from-2005", "low", "2005/..") + ',' + event("in-2008", "low", "2008") + "]}");
  const struct {
    const char* from;
    Walk walk;
    const char* to;
  } cases[] = {
      {"early", Walk::kTrackBelow, "until-1995"},    {"late", Walk::kTrackBelow, "until-2019"},
      {"until-1995", Walk::kTrackAbove, "early"},    {"until-2019", Walk::kTrackAbove, "late"},
      {"from-2005", Walk::kTrackAbove, "late"},  // nearer by a day
      {"in-2008", Walk::kTrackAbove, "late"},        {"early", Walk::kNext, "from-2005"},
      {"early", Walk::kPrevious, "until-2019"},      {"until-2019", Walk::kPrevious, "until-1995"},
      {"until-1995", Walk::kPrevious, "until-1995"},
  };
  for (const auto& c : cases) {
    const AppState from = Reduce(dossier, InitialState(dossier), Select{dossier.Find(c.from)});
    const AppState to = Reduce(dossier, from, WalkEvents{c.walk});
    EXPECT_EQ(dossier.IdOf(to.focus), c.to) << "from " << c.from;
  }
}

// From any event on, "next" comes by every later one in their order, whatever is filtered; and
// back.
TEST(StateTest, AWalkComesByEverythingThatMatches) {
  for (const std::string_view query : {"", "a", "talks", "nato", "sanctions"}) {
    AppState state = InitialState(Talks());
    state.query = query;
    const std::vector<Index> visible = VisibleEvents(Talks(), FilterOf(state));
    if (visible.empty()) continue;
    state = Reduce(Talks(), state, WalkEvents{Walk::kFirst});
    for (const Index event : visible) {
      ASSERT_EQ(state.focus, (Ref{ItemKind::kEvent, event})) << query;
      state = Reduce(Talks(), state, WalkEvents{Walk::kNext});
    }
    ASSERT_EQ(state.focus.index, visible.back()) << "and stays at the last";
    for (auto at = visible.rbegin(); at != visible.rend(); ++at) {
      ASSERT_EQ(state.focus.index, *at) << query;
      state = Reduce(Talks(), state, WalkEvents{Walk::kPrevious});
    }
    ASSERT_EQ(state.focus.index, visible.front());
    // From one that the filter hides, to the visible ones it stands between.
    for (size_t i = 0; i < Talks().EventsByTime().size(); ++i) {
      const Index from = Talks().EventsByTime()[i];
      AppState hidden = state;
      hidden.focus = {ItemKind::kEvent, from};
      const auto order = Talks().EventsByTime();
      Index wanted = from;
      for (size_t k = order.size(); k-- > i + 1;) {
        if (std::count(visible.begin(), visible.end(), order[k]) > 0) wanted = order[k];
      }
      ASSERT_EQ(Reduce(Talks(), hidden, WalkEvents{Walk::kNext}).focus.index, wanted);
    }
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
