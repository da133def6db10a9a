// What one sees while panning: everything moves with the axis and no label jumps.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "tests/core/timeline/any_timeline.h"

namespace demarche {
namespace {

float Along(const TimelineLayout& layout, Point at) {
  return layout.orientation == Orientation::kVertical ? at.y : at.x;
}

// Where a label begins beside its mark, from the middle of the mark: its near end, so that one that
// is cut shorter stays where it was.
float NearEnd(const TimelineLayout& layout, const Mark& mark) {
  const Rect label = LabelBox(mark, layout.metrics);
  if (layout.orientation == Orientation::kVertical) return mark.label_px.y - mark.centre_px.y;
  return (mark.side == LabelSide::kLeft ? label.right() : label.x) - mark.centre_px.x;
}

// Where wide dates and clusters are held as long as anything of them is in view.
bool IsAtEdge(const TimelineLayout& layout, const Mark& mark) {
  const float from_px = Along(layout, mark.centre_px) - static_cast<float>(layout.scale.x0_px());
  const float to_px = static_cast<float>(layout.scale.x1_px()) - Along(layout, mark.centre_px);
  return std::min(from_px, to_px) < 40;
}

// One after the other, each a px later (or earlier) than the one before.
template <class Compare>
void PanBy1Px(AnyTimeline* any, const Compare& compare) {
  if (any->HasDenseLane()) return;
  any->GoSomewhere();
  const KeptPlan plan(&any->request);
  const double dx_px = any->OneIn(2) ? 1 : -1;
  TimelineLayout before = LayoutTimeline(any->request);
  for (int step = 0; step < 60; ++step) {
    // From where one began, as a drag does: rounding to whole seconds must not add up.
    any->request.range = PannedRange(before, dx_px);
    TimelineLayout after = LayoutTimeline(any->request);
    const double moved_px = before.scale.PxFromTime(after.range0) - before.scale.x0_px();
    if (std::abs(moved_px - dx_px) > 0.4) return;  // at an end, or closer than a second
    compare(before, after, static_cast<float>(moved_px));
    if (testing::Test::HasFatalFailure()) return;
    before = std::move(after);
  }
}

// By what they stand for, in the order of the file.
std::map<std::vector<Index>, const Mark*> ByItems(const TimelineLayout& layout) {
  std::map<std::vector<Index>, const Mark*> marks;
  for (const Mark& mark : layout.marks) {
    std::vector<Index> items = {mark.item.index};
    if (!mark.members.empty()) items.clear();
    for (const Ref member : mark.members) items.push_back(member.index);
    std::sort(items.begin(), items.end());
    items.push_back(static_cast<Index>(mark.item.kind));
    marks[items] = &mark;
  }
  return marks;
}

TEST(PanningOfAny, MarksMoveWithTheAxisAndLabelsStayBesideThem) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    PanBy1Px(any, [&](const TimelineLayout& a, const TimelineLayout& b, float moved_px) {
      const auto then = ByItems(a);
      for (const auto& [items, mark] : ByItems(b)) {
        if (mark->shape == MarkShape::kBar || IsAtEdge(b, *mark)) continue;
        const auto found = then.find(items);
        ASSERT_TRUE(found != then.end()) << any->dossier.IdOf(mark->item) << " merges or parts";
        const Mark& was = *found->second;
        ASSERT_NEAR(Along(b, mark->centre_px), Along(a, was.centre_px) - moved_px, 0.5)
            << any->dossier.IdOf(mark->item);
        if (IsAtEdge(a, was) || mark->label.empty() || was.label.empty() || mark->selected)
          continue;
        ASSERT_EQ(mark->side, was.side) << mark->label;
        ASSERT_NEAR(NearEnd(b, *mark), NearEnd(a, was), 0.5) << mark->label;
      }
    });
  });
}

}  // namespace
}  // namespace demarche
