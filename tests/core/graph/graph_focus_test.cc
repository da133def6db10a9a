#include "core/graph/graph_focus.h"

#include <gtest/gtest.h>

#include "tests/core/graph/graph_fixture.h"

namespace demarche {
namespace {

class Focus : public testing::Test {
 protected:
  DossierSketch sketch;
  Index us = sketch.State("US", "United States"), russia = sketch.State("RU", "Russia");
  Index ukraine = sketch.State("UA", "Ukraine"), poland = sketch.State("PL", "Poland");
  Index nato = sketch.Organisation("NATO");
  Index sherman = sketch.Person("Sherman", us), ryabkov = sketch.Person("Ryabkov", russia);
};

TEST_F(Focus, AtTheTableSitTheParties) {
  const Index talks =
      sketch.AddEvent("Geneva", "2022-01-10",
                      {{sherman, "party"}, {us, "party"}, {russia, "party"}, {ukraine, "subject"}});
  const Index summit = sketch.AddEvent(
      "", "2008-04-03", {{nato, "speaker"}, {ukraine, ""}, {poland, "host"}, {us, "subject"}});
  const Index enlargement =
      sketch.AddEvent("", "1999-03-12", {{nato, "host"}, {poland, "joining"}});
  const Dossier dossier = sketch.Build();
  const std::vector<Index> sides = SidesOf(dossier);
  EXPECT_EQ(TableOf(dossier, talks, sides), (std::vector<Index>{us, russia}));
  EXPECT_EQ(TableOf(dossier, summit, sides), (std::vector<Index>{nato, ukraine}));
  EXPECT_TRUE(TableOf(dossier, enlargement, sides).empty());
}

TEST_F(Focus, TheTableIsCalledByPlaceAndDay) {
  const std::pair<std::pair<const char*, const char*>, const char*> cases[] = {
      {{"Geneva", "2022-01-10"}, "Geneva, 10 Jan"},
      {{"Geneva", "2022-01-10T08:55+01:00"}, "Geneva, 10 Jan"},
      {{"", "2022-01-12"}, "12 Jan"},
      {{"Minsk", "2015-02"}, "Minsk, Feb"},
      {{"Rome", "2002"}, "Rome, 2002"},
  };
  for (const auto& [event, label] : cases) {
    DossierSketch one;
    const Index index = one.AddEvent(event.first, event.second, {});
    EXPECT_EQ(TableLabel(one.Build(), index, "en"), label) << event.second;
  }
}

TEST_F(Focus, AnEventAsksForItsPeopleButNotForWhoJoins) {
  const Index talks = sketch.AddEvent("", "2022-01-10", {{us, "party"}, {poland, "joining"}});
  sketch.MoveBelongsTo(sketch.AddMove({us, sherman}, {russia}, PloverType::kConsult, "2022-01-10"),
                       talks);
  sketch.AddMove({russia, ryabkov}, {us}, PloverType::kConsult, "2022-01-10");
  EXPECT_EQ(AskedFor(sketch.Build(), {ItemKind::kEvent, talks}), (std::vector<Index>{us, sherman}));
}

TEST_F(Focus, AnActorAsksForItsOwnVoices) {
  sketch.AddMove({us, sherman}, {russia}, PloverType::kConsult, "2022-01-10");
  sketch.AddMove({russia, ryabkov}, {us}, PloverType::kConsult, "2022-01-10");
  const Dossier dossier = sketch.Build();
  EXPECT_EQ(AskedFor(dossier, {ItemKind::kActor, us}), (std::vector<Index>{us, sherman}));
  EXPECT_EQ(AskedFor(dossier, {ItemKind::kActor, poland}), std::vector<Index>{poland});
}

TEST_F(Focus, AMoveAsksForBothEnds) {
  const Index move = sketch.AddMove({us, sherman}, {russia}, PloverType::kConsult, "2022-01-10");
  const Dossier dossier = sketch.Build();
  EXPECT_EQ(AskedFor(dossier, {ItemKind::kMove, move}), (std::vector<Index>{us, sherman, russia}));
  EXPECT_TRUE(AskedFor(dossier, {}).empty());
}

TEST_F(Focus, TheEmptyNoteNamesTheDay) {
  EXPECT_EQ(EmptyNote(Day("1997-05-26")), "Nothing recorded up to 26 May 1997");
  EXPECT_EQ(EmptyNote(Day("1969-12-31")), "Nothing recorded up to 31 December 1969");
  EXPECT_EQ(EmptyNote(kTimeMax), "Nothing recorded");
}

}  // namespace
}  // namespace demarche
