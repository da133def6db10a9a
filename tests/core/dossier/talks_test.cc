// The dossier of the talks of January 2022, read as a reader of 9 January 2022 would: what is
// known, what is still to come, and what nobody could know.
#include <gtest/gtest.h>

#include <string>

#include "core/dossier/as_of.h"
#include "core/state/permalink.h"
#include "core/state/query.h"
#include "tests/core/dossier/sample_dossier.h"
#include "tests/repository.h"

namespace demarche {
namespace {

TEST(TalksTest, StandsOnTheNinthOfJanuary) {
  EXPECT_EQ(IsoUtc(InitialState(Talks()).as_of_s), "2022-01-09T23:59:59Z");
}

TEST(TalksTest, NothingOfTheDefaultViewWasReportedLater) {
  const AppState state = InitialState(Talks());
  size_t hidden = 0;
  const std::vector<Index> visible = VisibleEvents(Talks(), FilterOf(state));
  for (const Index event : visible) {
    EXPECT_LE(Talks().events()[event].reported_s, state.as_of_s) << Talks().events()[event].id;
  }
  hidden = Talks().events().size() - visible.size();
  EXPECT_GT(hidden, 5u);  // what happened next is there, but not yet
}

TEST(TalksTest, WhatWasToComeIsScheduled) {
  const AppState state = InitialState(Talks());
  size_t scheduled = 0;
  for (const Index index : VisibleEvents(Talks(), FilterOf(state))) {
    const Event& event = Talks().events()[index];
    if (event.date.when.earliest() <= state.as_of_s) continue;
    EXPECT_EQ(StatusAt(event, state.as_of_s), Status::kScheduled) << event.id;
    ++scheduled;
  }
  EXPECT_GE(scheduled, 3u);  // Geneva, Brussels, Vienna
}

TEST(TalksTest, EverythingHasHappenedInTheEnd) {
  for (const Event& event : Talks().events()) {
    EXPECT_TRUE(KnownAt(event.reported_s, kTimeMax));
    EXPECT_NE(StatusAt(event, EndOf("2050")), Status::kScheduled) << event.id;
  }
}

TEST(TalksTest, TheStoryCanBeSteppedThroughAndLinkedTo) {
  ASSERT_FALSE(Talks().data().stories.empty());
  const Story& story = Talks().data().stories[0];
  EXPECT_GE(story.steps.size(), 7u);
  AppState state = Reduce(Talks(), InitialState(Talks()), OpenStory{0, 1});
  for (uint32_t step = 1; step <= story.steps.size(); ++step) {
    EXPECT_EQ(state.step, step);
    EXPECT_EQ(PermalinkOf(Talks(), state),
              "story=" + std::string(story.id) + "&step=" + std::to_string(step));
    EXPECT_TRUE(state.focus) << "step " << step << " shows nothing";
    if (state.focus.kind == ItemKind::kEvent) {
      EXPECT_TRUE(Matches(Talks(), state.focus.index, FilterOf(state)))
          << "step " << step << " shows what is not known then";
    }
    state = Reduce(Talks(), state, StepStory{+1});
  }
}

TEST(TalksTest, NamesAreFoundInTheirLanguages) {
  AppState state = InitialState(Talks());
  for (const char* query : {"geneva", "GENEVA", "женева", "genf", "genève", "НАТО"}) {
    state.query = query;
    EXPECT_FALSE(VisibleEvents(Talks(), FilterOf(state)).empty()) << query;
  }
}

}  // namespace
}  // namespace demarche
