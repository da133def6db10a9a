// What holds of the marks, clusters and rows of any timeline.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "core/dossier/as_of.h"
#include "tests/core/timeline/any_timeline.h"

namespace demarche {
namespace {

// What each event and move is drawn by; a thing drawn twice fails.
std::map<std::pair<ItemKind, Index>, const Mark*> Drawn(const TimelineLayout& layout) {
  std::map<std::pair<ItemKind, Index>, const Mark*> drawn;
  for (const Mark& mark : layout.marks) {
    std::vector<Ref> refs = mark.members;
    if (refs.empty()) refs.push_back(mark.item);
    for (const Ref ref : refs) {
      EXPECT_TRUE(drawn.emplace(std::pair(ref.kind, ref.index), &mark).second) << ref.index;
    }
  }
  return drawn;
}

Seconds BeginningOf(const Dossier& dossier, Ref ref) {
  return ref.kind == ItemKind::kEvent ? dossier.events()[ref.index].date.when.earliest()
                                      : dossier.moves()[ref.index].date.when.earliest();
}

TEST(MarksOfAny, ShowEachKnownThingOnceWithEverythingInView) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    if (any->HasDenseLane()) return;  // dense_lane_test.cc
    TimelineRequest request = any->request;
    if (any->vertical()) request.axis = AxisKind::kLinear;  // else the page shows a part of it
    const TimelineLayout all = LayoutTimeline(request);
    request.range = {all.content0 - 1, all.content1};
    const TimelineLayout layout = LayoutTimeline(request);
    // What has begun without a beginning ends at the playhead, be that before everything.
    const bool playhead_before_all = request.as_of_s <= layout.range0;
    const auto drawn = Drawn(layout);
    for (Index i = 0; i < any->dossier.events().size(); ++i) {
      const Event& event = any->dossier.events()[i];
      if (playhead_before_all && event.date.when.Has(kOpenStart)) continue;
      ASSERT_EQ(drawn.contains({ItemKind::kEvent, i}), KnownAt(event.reported_s, request.as_of_s))
          << event.date.edtf;
    }
    for (Index i = 0; i < any->dossier.moves().size(); ++i) {
      ASSERT_EQ(drawn.contains({ItemKind::kMove, i}),
                KnownAt(any->dossier.moves()[i].reported_s, request.as_of_s));
    }
  });
}

TEST(MarksOfAny, ClustersCountTheirMembersAndMixNothing) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    if (any->HasDenseLane()) return;  // dense_lane_test.cc
    const TimelineLayout layout = LayoutTimeline(any->request);
    for (const Mark& mark : layout.marks) {
      const bool scheduled = BeginningOf(any->dossier, mark.item) > any->request.as_of_s;
      ASSERT_EQ(mark.scheduled, scheduled);
      if (mark.shape == MarkShape::kCluster) {
        ASSERT_GE(mark.members.size(), 2u);
        ASSERT_EQ(mark.count, mark.members.size());
        ASSERT_FALSE(mark.selected);
      } else if (mark.shape != MarkShape::kCount) {
        ASSERT_TRUE(mark.members.empty());
        ASSERT_EQ(mark.count, 0u);
      }
      uint32_t joining = 0;
      for (const Ref member : mark.members) {
        ASSERT_EQ(BeginningOf(any->dossier, member) > any->request.as_of_s, scheduled);
        ASSERT_NE(member, any->request.focus);
        if (member.kind != ItemKind::kEvent) continue;
        for (const Participant& actor : any->dossier.events()[member.index].actors) {
          joining += actor.role == "joining" ? 1 : 0;
        }
      }
      if (mark.shape == MarkShape::kCount && !mark.members.empty()) {
        ASSERT_EQ(mark.count, joining);
      }
    }
  });
}

TEST(MarksOfAny, LieInTheirRowsAndInView) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    for (const Mark& mark : layout.marks) {
      const bool drawn_outside = mark.mark_px.right() < layout.lanes_px.x - 1 ||
                                 mark.mark_px.x > layout.lanes_px.right() + 1;
      ASSERT_FALSE(drawn_outside) << any->dossier.IdOf(mark.item);
      if (any->vertical()) {
        ASSERT_EQ(mark.row == 0, mark.shape != MarkShape::kBar) << "points on the thread";
        ASSERT_LE(mark.row, 2u) << "two columns of bars";
        continue;
      }
      ASSERT_LT(mark.lane, layout.lanes.size());
      const Lane& lane = layout.lanes[mark.lane];
      ASSERT_LT(mark.row, lane.rows);
      ASSERT_GE(mark.centre_px.y, lane.y_px);
      ASSERT_LE(mark.centre_px.y, lane.y_px + lane.h_px);
    }
  });
}

TEST(MarksOfAny, LanesLieBelowEachOtherAndFillTheContent) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    if (any->vertical()) return;
    const TimelineLayout layout = LayoutTimeline(any->request);
    float y_px = layout.lanes_px.y;
    size_t group = 0;
    for (uint32_t i = 0; i < layout.lanes.size(); ++i) {
      for (; group < layout.groups.size() && layout.groups[group].first_lane == i; ++group) {
        ASSERT_NEAR(layout.groups[group].y_px, y_px, 0.01);
        y_px += layout.groups[group].h_px;
      }
      ASSERT_NEAR(layout.lanes[i].y_px, y_px, 0.01);
      y_px += layout.lanes[i].h_px;
    }
    ASSERT_EQ(group, layout.groups.size());
    ASSERT_NEAR(layout.content_h_px, y_px - layout.lanes_px.y, 0.1);
  });
}

// Every lane is in one group of each level up to its own, and a group within the one around it.
TEST(MarksOfAny, GroupsLieWithinEachOther) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    if (any->vertical()) return;
    if (any->OneIn(2)) any->request.folded = {"Talks / Bilateral", "Positions"};
    const TimelineLayout layout = LayoutTimeline(any->request);
    std::vector<size_t> levels(layout.lanes.size());
    for (const LaneGroup& group : layout.groups) {
      for (uint32_t i = group.first_lane; i < group.first_lane + group.lane_count; ++i) {
        ASSERT_EQ(levels.at(i), group.level) << group.key;
        ++levels[i];
      }
    }
    for (size_t i = 0; i < levels.size(); ++i)
      ASSERT_EQ(levels[i], layout.lanes[i].level + size_t{1});
  });
}

// Pills and bars lie on nothing of their row; dots may come close, but never so that one hides the
// other.
TEST(MarksOfAny, LieApartInTheirRow) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    if (any->HasDenseLane()) return;  // dense_lane_test.cc
    const bool vertical = any->vertical();
    const auto from = [&](const Rect& r) { return vertical ? r.y : r.x; };
    const auto to = [&](const Rect& r) { return vertical ? r.bottom() : r.right(); };
    const TimelineLayout layout = LayoutTimeline(any->request);
    const auto is_dot = [](const Mark& mark) {
      return mark.shape == MarkShape::kDot || mark.shape == MarkShape::kRing;
    };
    for (size_t i = 0; i < layout.marks.size(); ++i) {
      for (size_t j = i + 1; j < layout.marks.size(); ++j) {
        const Mark &a = layout.marks[i], &b = layout.marks[j];
        if (a.lane != b.lane || a.row != b.row) continue;
        if (is_dot(a) && is_dot(b)) {
          const Point &at = a.centre_px, &other = b.centre_px;
          const float apart = std::abs(vertical ? at.y - other.y : at.x - other.x);
          ASSERT_GE(apart, vertical ? 19.9f : 5.9f)
              << any->dossier.IdOf(a.item) << ' ' << any->dossier.IdOf(b.item);
        } else {
          const float apart =
              std::max(from(a.mark_px) - to(b.mark_px), from(b.mark_px) - to(a.mark_px));
          ASSERT_GE(apart, -0.05f) << any->dossier.IdOf(a.item) << ' ' << any->dossier.IdOf(b.item);
        }
      }
    }
  });
}

TEST(MarksOfAny, ZoomingInLosesNothing) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    if (any->HasDenseLane()) return;  // dense_lane_test.cc
    const TimelineLayout before = LayoutTimeline(any->request);
    const double x_px = before.scale.x0_px() + AnyTimeline::AxisPx(before) * any->random.Unit();
    any->request.range = ZoomedRange(before, 1.5 + 5 * any->random.Unit(), x_px);
    const TimelineLayout after = LayoutTimeline(any->request);
    const auto still = Drawn(after);
    for (const auto& [ref, mark] : Drawn(before)) {
      const Seconds t = BeginningOf(any->dossier, {ref.first, ref.second});
      const bool in_view = t >= after.range0 && t < after.range1;
      const Seconds as_of_s = any->request.as_of_s;
      const Seconds last = ref.first == ItemKind::kEvent
                               ? any->dossier.events()[ref.second].date.when.latest()
                               : any->dossier.moves()[ref.second].date.when.latest();
      // Of what has begun nothing lies beyond the playhead.
      if (in_view && last < after.range1 && (last <= as_of_s || t > as_of_s)) {
        ASSERT_TRUE(still.contains(ref)) << ref.second;
      }
    }
  });
}

// ---- Rows ----

void ExpectSameRows(const TimelineLayout& a, const TimelineLayout& b) {
  const auto before = Drawn(a);
  for (const auto& [ref, mark] : Drawn(b)) {
    const auto was = before.find(ref);
    if (was == before.end()) continue;
    ASSERT_EQ(mark->lane, was->second->lane) << ref.second;
    ASSERT_EQ(mark->row, was->second->row) << ref.second;
    ASSERT_EQ(mark->shape == MarkShape::kBar, was->second->shape == MarkShape::kBar);
  }
  ASSERT_EQ(a.lanes.size(), b.lanes.size());
  for (size_t i = 0; i < a.lanes.size(); ++i) {
    ASSERT_EQ(a.lanes[i].rows, b.lanes[i].rows);
    ASSERT_EQ(a.lanes[i].y_px, b.lanes[i].y_px);
  }
}

TEST(RowsOfAny, StayWhereOneGoesAndWhateverOneSelects) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    if (any->HasDenseLane()) return;
    const TimelineLayout before = LayoutTimeline(any->request);
    any->GoSomewhere();
    any->Select();
    ExpectSameRows(before, LayoutTimeline(any->request));
  });
}

TEST(RowsOfAny, StayUnderFilters) {
  ForAnyTimeline(0, 165, [](AnyTimeline* any) {
    if (any->HasDenseLane()) return;
    const TimelineLayout before = LayoutTimeline(any->request);
    TimelineRequest request = any->request;
    request.query = "meeting";
    const TimelineLayout found = LayoutTimeline(request);
    ExpectSameRows(before, found);
    ASSERT_LE(Drawn(found).size(), Drawn(before).size());
    request.query.clear();
    request.group = "Talks";
    ExpectSameRows(before, LayoutTimeline(request));
  });
}

}  // namespace
}  // namespace demarche
