// Where the members of an organisation are seated in the graph of the shipped dossier: in lines, by
// the date on which they joined.
#include "core/graph/graph_members.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "core/base/plane.h"
#include "core/graph/graph_labels.h"
#include "core/state/permalink.h"
#include "tests/core/graph/graph_fixture.h"
#include "tests/repository.h"

namespace demarche {
namespace {

// The graph alone and below the timeline at 1280x800, an embed, phones, a large window.
constexpr Rect kAreas[] = {{0, 0, 526, 690}, {0, 0, 526, 250}, {0, 0, 720, 262},
                           {0, 0, 390, 600}, {0, 0, 390, 420}, {0, 0, 1920, 1000}};

GraphLayout Layout(const Rect& area, const std::string& date) {
  static GraphRequest whole = WholeRequest(Talks(), area);
  whole.area_px = area;
  return LayoutAt(whole,
                  ApplyPermalink(Talks(), InitialState(Talks()), "members=shown&as-of=" + date));
}

std::vector<GraphNode> SeatsOf(const GraphLayout& layout) {
  std::vector<GraphNode> seats;
  std::copy_if(layout.nodes.begin(), layout.nodes.end(), std::back_inserter(seats),
               [](const GraphNode& node) { return node.small; });
  return seats;
}

int YearOfJoining(Index actor) {
  for (const Tie& tie : Talks().data().ties)
    if (tie.from == actor && tie.kind == TieKind::kMember)
      return std::stoi(std::string(tie.since.edtf));
  return 0;
}

class GraphMembers : public testing::TestWithParam<Rect> {};
INSTANTIATE_TEST_SUITE_P(Areas, GraphMembers, testing::ValuesIn(kAreas), [](const auto& info) {
  return std::to_string(static_cast<int>(info.param.w)) + "x" +
         std::to_string(static_cast<int>(info.param.h));
});

TEST_P(GraphMembers, AreCirclesWithTheirCodesOffAllElse) {
  const GraphLayout layout = Layout(GetParam(), "2022-01-13");
  const std::vector<GraphNode> seats = SeatsOf(layout);
  ASSERT_EQ(seats.size(), 29u) << "all but the United States";
  for (const GraphNode& seat : seats) {
    EXPECT_EQ(seat.code, Talks().actors()[seat.actor].code);
    EXPECT_EQ(OutsidePx(GetParam(), seat.box_px), 0) << seat.code;
    for (const GraphNode& node : layout.nodes) {
      if (node.actor == seat.actor) continue;
      EXPECT_FALSE(seat.box_px.Overlaps(node.box_px)) << seat.code << " on " << node.code;
      EXPECT_FALSE(!node.label.empty() && seat.box_px.Overlaps(node.label_box_px)) << seat.code;
    }
    for (const GraphEdge& edge : layout.edges)
      EXPECT_FALSE(seat.box_px.Overlaps(edge.box_px)) << seat.code << " on a badge";
  }
}

TEST_P(GraphMembers, SitInOneBlockOfEvenLines) {
  const std::vector<GraphNode> seats = SeatsOf(Layout(GetParam(), "2022-01-13"));
  const float pitch_px = Distance(seats[0].centre_px, seats[1].centre_px);
  EXPECT_LE(pitch_px, 24);
  std::vector<bool> reached(seats.size());
  std::vector<size_t> open = {0};
  while (!open.empty()) {
    const size_t at = open.back();
    open.pop_back();
    if (reached[at]) continue;
    reached[at] = true;
    for (size_t i = 0; i < seats.size(); ++i) {
      const Point by = seats[i].centre_px - seats[at].centre_px;
      const float steps_x = by.x / pitch_px, steps_y = by.y / pitch_px;
      EXPECT_NEAR(steps_x, std::round(steps_x), 0.01f) << seats[i].code;
      EXPECT_NEAR(steps_y, std::round(steps_y), 0.01f) << seats[i].code;
      if (std::abs(std::abs(steps_x) + std::abs(steps_y) - 1) < 0.01f) open.push_back(i);
    }
  }
  for (size_t i = 0; i < seats.size(); ++i) EXPECT_TRUE(reached[i]) << seats[i].code;
}

// The reach of those who joined in a year along an axis away from NATO.
using Reach = std::map<int, std::pair<float, float>>;

Reach ReachOf(const std::vector<GraphNode>& seats, Point away) {
  Reach reach;
  for (const GraphNode& seat : seats) {
    const float at_px = Dot(seat.centre_px, away);
    auto& [low, high] = reach.try_emplace(YearOfJoining(seat.actor), at_px, at_px).first->second;
    low = std::min(low, at_px), high = std::max(high, at_px);
  }
  return reach;
}

// Whether the enlargements follow each other, each beyond the last by at least `step_px`.
bool FollowEachOther(const Reach& reach, float step_px) {
  for (const auto& [year, next] : {std::pair{1949, 1952}, {1982, 1999}, {1999, 2004}, {2004, 2009}})
    if (reach.at(next).first < reach.at(year).second + step_px) return false;
  return true;
}

TEST_P(GraphMembers, SitTheNearerTheEarlierTheyJoined) {
  const GraphLayout layout = Layout(GetParam(), "2022-01-13");
  const std::vector<GraphNode> seats = SeatsOf(layout);
  // In low areas an enlargement goes on in the line of the last.
  const bool tight = GetParam() == kAreas[1] || GetParam() == kAreas[4];
  bool found = false;
  for (const Point away : {Point{1, 0}, Point{-1, 0}, Point{0, 1}, Point{0, -1}})
    found = found || FollowEachOther(ReachOf(seats, away), tight ? 0 : 19);
  EXPECT_TRUE(found);
  const Rect nato = NodeOf(layout, Talks().Find("nato").index)->box_px;
  std::map<int, float> nearest_px;
  for (const GraphNode& seat : seats) {
    const float px = DistanceTo(nato, seat.centre_px);
    float& nearest = nearest_px.try_emplace(YearOfJoining(seat.actor), px).first->second;
    nearest = std::min(nearest, px);
  }
  EXPECT_LT(nearest_px[1949], 24);
  EXPECT_LT(nearest_px[1949], nearest_px[1999]);
  EXPECT_LE(nearest_px[1999], nearest_px[2004]);
  EXPECT_LE(nearest_px[2004], nearest_px[2009]);
}

TEST_P(GraphMembers, HaveOneSeatAtAllDates) {
  const std::vector<GraphNode> all = SeatsOf(Layout(GetParam(), "2022-01-13"));
  for (const std::string date : {"1949-12-31", "1960-01-01", "1997-12-31", "2008-06-01"}) {
    const std::vector<GraphNode> seats = SeatsOf(Layout(GetParam(), date));
    for (const GraphNode& seat : seats) {
      EXPECT_LE(YearOfJoining(seat.actor), std::stoi(date)) << seat.code;
      const auto later = std::find_if(all.begin(), all.end(),
                                      [&](const GraphNode& of) { return of.actor == seat.actor; });
      ASSERT_NE(later, all.end());
      EXPECT_EQ(later->centre_px, seat.centre_px) << seat.code;
    }
  }
}

TEST_P(GraphMembers, OnlyThoseWhoSitNextToItAndElsewhereAreTiedToTheOrganisation) {
  const GraphLayout layout = Layout(GetParam(), "2022-01-13");
  const Point us = NodeOf(layout, Talks().Find("us").index)->centre_px;
  size_t next_to_it = 0, elsewhere = 0;
  for (const GraphTie& tie : layout.member_ties) {
    const float length_px = Distance(tie.from_px, tie.to_px);
    if (Distance(tie.to_px, us) < 40) {
      ++elsewhere;
    } else {
      ++next_to_it;
      EXPECT_LT(length_px, 24) << "not across another seat";
    }
  }
  EXPECT_EQ(elsewhere, 1u);
  EXPECT_GE(next_to_it, 1u);
  EXPECT_LE(next_to_it, 8u);
}

TEST(GraphMembersOfTwo, KeepOffEachOther) {
  DossierSketch sketch;
  const Index a = sketch.Organisation("AAA"), b = sketch.Organisation("BBB");
  sketch.Pin(a, 0.4f, 0.5f);
  sketch.Pin(b, 0.6f, 0.5f);
  sketch.AddMove({a}, {b}, PloverType::kConsult, "2000");
  for (int i = 0; i < 48; ++i) {
    const Index member = sketch.State("M" + std::to_string(i), "Member " + std::to_string(i));
    sketch.AddTie(member, i % 2 == 0 ? a : b, TieKind::kMember, std::to_string(1950 + i / 12));
  }
  const Dossier dossier = sketch.Build();
  AppState state = InitialState(dossier);
  state.scope.members = Members::kShown;
  for (const float height_px : {200.0f, 400.0f}) {
    const GraphLayout layout = LayoutAt(WholeRequest(dossier, {0, 0, 600, height_px}), state);
    const std::vector<GraphNode> seats = SeatsOf(layout);
    EXPECT_EQ(seats.size(), 48u);
    for (size_t i = 0; i < seats.size(); ++i)
      for (size_t j = 0; j < i; ++j)
        EXPECT_GT(Distance(seats[i].centre_px, seats[j].centre_px), seats[i].r_px + seats[j].r_px);
  }
}

}  // namespace
}  // namespace demarche
