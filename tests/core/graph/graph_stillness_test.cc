// How far nodes move when a lens, a level, a selection or the playhead changes: those that show
// before and after stay where they are, over the shipped dossier and dossiers of chance; and edges
// while a node is dragged.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/base/plane.h"
#include "core/graph/graph_plan.h"
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

// The farthest that a badge goes of an edge that does not end at an actor.
float OthersMoved(const GraphLayout& before, const GraphLayout& after, Index actor) {
  float most = 0;
  for (size_t e = 0; e < after.edges.size(); ++e) {
    const EdgeKey& key = after.edges[e].key;
    if (key.from == actor || key.to == actor) continue;
    most = std::max(most, Distance(before.edges[e].badge_px, after.edges[e].badge_px));
  }
  return most;
}

// Where it comes to lie on them they have to go, but not on every px of its way.
TEST(GraphStillness, ADraggedNodeHardlyMovesTheEdgesOfOthers) {
  constexpr Rect kArea{0, 0, 526, 700};
  const GraphRequest whole = WholeRequest(Talks(), kArea);
  const Rect plan_px = PlanRect(kArea);
  AppState state = ApplyPermalink(Talks(), InitialState(Talks()), "as-of=2022-01-13");
  const GraphLayout plain = LayoutAt(whole, state);
  int frames = 0, jumps = 0;
  for (const char* id : {"us", "russia", "ukraine", "nato", "osce", "eu"}) {
    const Index actor = Talks().Find(id).index;
    const Point from = NodeOf(plain, actor)->centre_px;
    for (const Point way : {Point{5, 0}, Point{-5, 0}, Point{0, 5}, Point{0, -5}}) {
      GraphLayout last = plain;
      for (float step = 1; step <= 20; ++step) {
        const Point at = from + way * step;
        if (!Inflated(kArea, -35).Contains(at)) break;
        state.pins = {{actor, {(at.x - plan_px.x) / plan_px.w, (at.y - plan_px.y) / plan_px.h}}};
        GraphLayout now = LayoutAt(whole, state);
        ++frames;
        jumps += OthersMoved(last, now, actor) > 20;
        last = std::move(now);
      }
    }
  }
  EXPECT_GT(frames, 300);
  EXPECT_LT(jumps, frames / 8);
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
