// How far nodes move when a lens, a level, a selection or the playhead changes: those that show
// before and after stay where they are, over the shipped dossier and dossiers of chance.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base/plane.h"
#include "core/state/permalink.h"
#include "tests/core/graph/graph_fixture.h"
#include "tests/repository.h"

namespace demarche {
namespace {

constexpr Rect kAreas[] = {{0, 0, 756, 290}, {0, 0, 1116, 600}, {0, 0, 720, 300}, {0, 0, 390, 420}};

// The graphs of one dossier in one area.
class Views {
 public:
  Views(const Dossier& dossier, const Rect& area)
      : dossier_(dossier), whole_(WholeRequest(dossier, area)) {}

  GraphLayout At(const std::string& permalink) const {
    return At(ApplyPermalink(dossier_, InitialState(dossier_), permalink));
  }
  GraphLayout At(const AppState& state) const { return LayoutAt(whole_, state); }

 private:
  const Dossier& dossier_;
  const GraphRequest whole_;
};

// Of the node that moves most; its name in `who`.
float Displacement(const Dossier& dossier, const GraphLayout& before, const GraphLayout& after,
                   std::string* who) {
  float most = 0;
  for (const GraphNode& node : before.nodes) {
    for (const GraphNode& now : after.nodes) {
      if (now.actor != node.actor) continue;
      const float by = Distance(node.centre_px, now.centre_px);
      if (by > most) most = by, *who = dossier.actors()[node.actor].id;
    }
  }
  return most;
}

// One of each, in every combination; the first of each is none.
constexpr const char* kLenses[] = {"", "&lens=topic:missiles", "&lens=actor:blinken",
                                   "&lens=pair:nato,russia", "&lens=meeting:vienna-osce-2022"};
constexpr const char* kLevels[] = {"", "&people=folded", "&members=folded", "&members=shown",
                                   "&members=folded&people=folded"};
constexpr const char* kSelections[] = {"", "&focus=vienna-osce-2022", "&focus=minsk-2",
                                       "&focus=poland", "&focus=stoltenberg"};
constexpr const char* kDates[] = {"", "&as-of=1997-12-31", "&as-of=2014-04-01"};

TEST(GraphStillness, WhoShowsBeforeAndAfterStaysInTheTalks) {
  for (const Rect& area : kAreas) {
    const Views views(Talks(), area);
    for (const std::string level : kLevels) {
      const GraphLayout plain = views.At(level);
      for (const std::string lens : kLenses) {
        for (const std::string selection : kSelections) {
          for (const std::string date : kDates) {
            const std::string change = level + lens + selection + date;
            std::string who;
            EXPECT_EQ(Displacement(Talks(), plain, views.At(change), &who), 0)
                << who << " by " << change << " at " << area.w << " px";
          }
        }
      }
    }
  }
}

// But for who only a selection shows: at a level at which its place is taken it has another.
TEST(GraphStillness, AChangeOfLevelMovesNobodyInTheTalks) {
  for (const Rect& area : kAreas) {
    const Views views(Talks(), area);
    for (const std::string selection : {"", "&focus=vienna-osce-2022"}) {
      for (const std::string from : kLevels) {
        for (const std::string to : kLevels) {
          std::string who;
          const float by =
              Displacement(Talks(), views.At(from + selection), views.At(to + selection), &who);
          EXPECT_EQ(by, 0) << who << " from " << from << " to " << to << selection;
        }
      }
    }
  }
}

// Selections and lenses, with nobody pinned and more or less room than actors.
TEST(GraphStillness, WhoShowsBeforeAndAfterStaysInDossiersOfChance) {
  for (uint32_t seed = 1; seed <= 5; ++seed) {
    const Dossier dossier = CrowdsDossier(8 + 9 * seed, seed);
    const Views views(dossier, kAreas[1]);
    const AppState plain = InitialState(dossier);
    const GraphLayout all = views.At(plain);
    for (Index actor = 0; actor < dossier.actors().size(); actor += 3) {
      AppState selected = plain, through = plain;
      selected.focus = {ItemKind::kActor, actor};
      through.scope.lens = {LensKind::kActor, actor, kNone};
      for (const AppState& state : {selected, through}) {
        const GraphLayout now = views.At(state);
        std::string who;
        EXPECT_EQ(Displacement(dossier, all, now, &who), 0) << who << ", seed " << seed;
      }
    }
  }
}

}  // namespace
}  // namespace demarche
