// What holds of the labels of any timeline.
#include <gtest/gtest.h>

#include "core/timeline/timeline_items.h"
#include "tests/core/timeline/any_timeline.h"

namespace demarche {
namespace {

bool Touch(const Rect& a, const Rect& b) {
  constexpr float kSlack = 0.05f;
  return a.x + kSlack < b.right() && b.x + kSlack < a.right() && a.y + kSlack < b.bottom() &&
         b.y + kSlack < a.bottom();
}

// Marks with labels in the order of their left edges, so that only neighbours are compared.
std::vector<const Mark*> FromLeftToRight(const TimelineLayout& layout) {
  std::vector<const Mark*> marks;
  for (const Mark& mark : layout.marks) marks.push_back(&mark);
  std::sort(marks.begin(), marks.end(),
            [](const Mark* a, const Mark* b) { return a->box_px.x < b->box_px.x; });
  return marks;
}

// A label that must be drawn (label_placement.h, ForceSpot) may lie on marks, never on a label.
TEST(LabelsOfAny, LieOnNoOtherLabelAndOnNoMark) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    const std::vector<const Mark*> marks = FromLeftToRight(layout);
    for (size_t i = 0; i < marks.size(); ++i) {
      const Mark& a = *marks[i];
      const Rect label = LabelBox(a, layout.metrics);
      for (size_t j = i + 1; j < marks.size() && marks[j]->box_px.x < a.box_px.right(); ++j) {
        const Mark& b = *marks[j];
        const Rect other = LabelBox(b, layout.metrics);
        ASSERT_FALSE(label.w > 0 && other.w > 0 && Touch(label, other))
            << a.label << " on " << b.label;
        ASSERT_FALSE(label.w > 0 && !a.selected && Touch(label, b.mark_px))
            << a.label << " on " << any->dossier.IdOf(b.item);
        ASSERT_FALSE(other.w > 0 && !b.selected && Touch(other, a.mark_px))
            << b.label << " on " << any->dossier.IdOf(a.item);
      }
    }
  });
}

TEST(LabelsOfAny, StayInViewAndInTheBoxOfTheirMark) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    if (any->HasDenseLane() && !any->vertical()) return;  // dense_lane_test.cc
    const TimelineLayout layout = LayoutTimeline(any->request);
    for (const Mark& mark : layout.marks) {
      const Rect label = LabelBox(mark, layout.metrics);
      ASSERT_EQ(mark.side == LabelSide::kNone, mark.label.empty());
      if (mark.label.empty()) continue;
      if (!mark.selected) {
        ASSERT_GE(label.x, layout.lanes_px.x) << mark.label;
        ASSERT_LE(label.right(), layout.area_px.right() + 0.05f) << mark.label;
      }
      if (any->vertical() && mark.shape == MarkShape::kBar) continue;
      ASSERT_GE(label.x, mark.box_px.x - 0.05f) << mark.label;
      ASSERT_LE(label.right(), mark.box_px.right() + 0.05f) << mark.label;
      const bool right = label.x >= mark.mark_px.right() - 0.05f;
      const bool left = label.right() <= mark.mark_px.x + 0.05f;
      ASSERT_EQ(mark.side, right  ? LabelSide::kRight
                           : left ? LabelSide::kLeft
                                  : LabelSide::kInside);
    }
  });
}

TEST(LabelsOfAny, TheSelectedThingIsNamed) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    if (any->dossier.events().empty()) return;
    const auto last = static_cast<int64_t>(any->dossier.events().size()) - 1;
    any->request.focus = {ItemKind::kEvent, static_cast<Index>(any->random.Between(0, last))};
    const TimelineLayout layout = LayoutTimeline(any->request);
    for (const Mark& mark : layout.marks) {
      ASSERT_EQ(mark.selected, mark.item == any->request.focus);
      if (!mark.selected) continue;
      ASSERT_EQ(&mark, &layout.marks.back()) << "drawn last";
      // On the phone there is no room for one beside a bar.
      if (any->vertical() && mark.shape == MarkShape::kBar) continue;
      ASSERT_FALSE(mark.label.empty());
    }
  });
}

// The title, or so much of it that ends with a word, an ellipsis and what the cluster adds.
TEST(LabelsOfAny, AreCutBetweenWords) {
  ForAnyTimeline(0, 110, [](AnyTimeline* any) {
    const TimelineLayout layout = LayoutTimeline(any->request);
    for (const Mark& mark : layout.marks) {
      if (mark.label.empty()) continue;
      std::vector<Ref> refs = mark.members;
      if (refs.empty()) refs.push_back(mark.item);
      std::string suffix;
      if (mark.shape == MarkShape::kCluster) {
        suffix = ", " + std::to_string(refs.size() - 1) + " more";
      }
      const bool named = std::any_of(refs.begin(), refs.end(), [&](const Ref ref) {
        const std::string title(TitleOf(any->request, ref));
        if (mark.label == title + suffix) return true;
        if (!mark.label.ends_with("…" + suffix)) return false;
        const size_t cut = mark.label.size() - suffix.size() - std::string_view("…").size();
        const size_t next = title.find_first_not_of(",—", cut);
        return title.compare(0, cut, mark.label, 0, cut) == 0 && cut > 0 &&
               next != std::string::npos && title[next] == ' ';
      });
      const bool counted = mark.label == std::to_string(refs.size()) + " events";
      ASSERT_TRUE(named || (any->vertical() && counted)) << mark.label;
    }
  });
}

}  // namespace
}  // namespace demarche
