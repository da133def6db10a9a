#include "core/timeline/lane_marks.h"

#include <algorithm>

#include "core/base/stable_sort.h"
#include "core/timeline/row_labels.h"
#include "core/timeline/timeline_vertical.h"

namespace demarche {
namespace {

constexpr double kCountPadPx = 10;  // width of a count pill without its text
// From a dot's centre to the line along its wide date: below it, or to the left of it.
constexpr float kSpanBelowPx = 6.5f, kSpanBesidePx = 8;

class LaneMarks {
 public:
  explicit LaneMarks(const LaneMarksRequest& request)
      : r_(request),
        maker_(request),
        plan_(request.plan->lanes.plans[request.lane_index]),
        items_(request.plan->lanes.items.lanes[request.lane_index].items),
        items_of_row_(plan_.rows()) {
    for (size_t i = 0; i < items_.size(); ++i) {
      if (!items_[i].hidden) items_of_row_[plan_.row[i]].push_back(i);
    }
  }

  void AppendTo(std::vector<Mark>* marks) {
    for (row_ = 0; row_ < plan_.rows(); ++row_) {
      drafts_.clear();
      AddBars();
      AddPoints(ItemForm::kPoint);
      AddPoints(ItemForm::kPill);
      if (!maker_.vertical()) LabelRow(r_, maker_, &drafts_);
      for (MarkDraft& draft : drafts_) {
        if (draft.standing != Standing::kUnseen) marks->push_back(std::move(draft.mark));
      }
    }
  }

 private:
  struct RowPoint {
    const TimelineItem* item;
    ItemSpan span;
  };

  ItemSpan SpanOnScreen(const TimelineItem& item) const {
    return SpanOf(item, *r_.scale, r_.field.playhead_px, r_.fades);
  }

  // ---- Bars ----

  void AddBars() {
    for (const size_t i : items_of_row_[row_]) {
      if (plan_.form[i] != ItemForm::kBar) continue;
      const ItemSpan span = SpanOnScreen(items_[i]);
      const bool seen = span.x1_px > r_.field.x0_px && span.x0_px < r_.field.x1_px;
      MarkDraft draft;
      draft.item = &items_[i];
      draft.standing = seen ? Standing::kSeen : Standing::kUnseen;
      draft.mark = maker_.New(items_[i].ref, MarkShape::kBar, row_);
      SetBar(span, &draft.mark);
      draft.x0_px = span.x0_px;
      draft.x1_px = span.x1_px;
      draft.inside0_px = span.x0_px + span.fade_in_px;
      draft.inside1_px = span.x1_px - span.fade_out_px;
      drafts_.push_back(std::move(draft));
    }
  }

  // The bar cut at the view.
  void SetBar(const ItemSpan& span, Mark* mark) const {
    const double x0 = std::max(span.x0_px, r_.field.x0_px - r_.beyond_px);
    const double x1 = std::min(span.x1_px, r_.field.x1_px + r_.beyond_px);
    mark->starts_in_view = x0 == span.x0_px;
    mark->ends_in_view = x1 == span.x1_px;
    mark->ends_at_playhead = span.ends_at_playhead;
    mark->fade_in_px = static_cast<float>(std::max(0.0, span.x0_px + span.fade_in_px - x0));
    mark->fade_out_px = static_cast<float>(std::max(0.0, x1 - (span.x1_px - span.fade_out_px)));
    maker_.Place(x0, x1, r_.metrics.bar_px, mark);
    mark->bar_px = mark->mark_px;
  }

  // ---- Points ----

  double HeldInView(const RowPoint& point) const {
    ItemSpan span = point.span;
    // Down the page there is room for it beyond the axis.
    const double pad_px = maker_.vertical() ? 0 : r_.metrics.ring_r_px;
    MoveIntoView(*point.item, r_.field.x0_px, r_.field.x1_px, pad_px, &span);
    return span.centre_px;
  }

  float TextPx(std::string_view text) const {
    return r_.field.measurer->WidthPx(text, Face::kSemiBold, r_.metrics.meta_size_px);
  }

  std::vector<RowPoint> PointsOfRow(ItemForm form) const {
    std::vector<RowPoint> points;
    for (const size_t i : items_of_row_[row_]) {
      if (plan_.form[i] == form) points.push_back({&items_[i], SpanOnScreen(items_[i])});
    }
    StableSort(&points, [](const RowPoint& a, const RowPoint& b) {
      return a.span.centre_px < b.span.centre_px;
    });
    return points;
  }

  ClusterPoint ForClustering(const RowPoint& point, ItemForm form) const {
    const TimelineItem& item = *point.item;
    ClusterPoint result;
    result.centre_px = point.span.centre_px;
    result.half_px = maker_.DotRadiusPx(item.scheduled);
    if (form == ItemForm::kPill) {
      result.weight = item.joining;
      result.half_px = (TextPx("+" + std::to_string(item.joining)) + kCountPadPx) / 2;
    }
    result.scheduled = item.scheduled;
    result.alone = maker_.IsSelected(item.ref);
    // Its outline goes around its line.
    if (maker_.vertical() && result.alone) result.half_px = kVerticalLinePx / 2 + kOutlineY;
    return result;
  }

  ClusterSizes SizesFor(ItemForm form) const {
    ClusterSizes sizes = r_.points;
    if (form == ItemForm::kPill) {
      sizes.single = SingleMark::kPill;
      sizes.pill_pad_px = kCountPadPx + sizes.digit_px;
    }
    return sizes;
  }

  void AddPoints(ItemForm form) {
    const std::vector<RowPoint> points = PointsOfRow(form);
    if (points.empty()) return;
    std::vector<ClusterPoint> for_clustering;
    std::vector<double> held_px;
    for (const RowPoint& point : points) {
      for_clustering.push_back(ForClustering(point, form));
      held_px.push_back(HeldInView(point));
    }
    const ViewGroups view =
        GroupsInView(for_clustering, held_px, SizesFor(form), r_.field.x0_px, r_.field.x1_px);
    for (size_t g = 0; g < view.groups.size(); ++g) {
      const PointGroup& group = view.groups[g];
      std::vector<RowPoint> of_group;
      for (size_t i = 0; i < group.count; ++i) {
        of_group.push_back(points[view.order[group.first + i]]);
      }
      AddGroup(of_group, group, form, view.standing[g]);
    }
  }

  void AddGroup(const std::vector<RowPoint>& points, const PointGroup& group, ItemForm form,
                Standing standing) {
    const RowPoint& first = points.front();
    const bool pill = form == ItemForm::kPill || group.count > 1;
    MarkDraft draft;
    draft.standing = standing;
    draft.item = first.item;
    draft.mark = maker_.New(first.item->ref, ShapeOf(*first.item, group, form), row_);
    for (size_t i = 0; points.size() > 1 && i < points.size(); ++i) {
      const TimelineItem& member = *points[i].item;
      draft.mark.members.push_back(member.ref);
      draft.mark.dimmed = draft.mark.dimmed && maker_.IsDimmed(member.ref);
      if (ComesBefore(member, *draft.item)) draft.item = &member;
    }
    if (pill) draft.mark.count = group.weight;
    const float radius_px = maker_.DotRadiusPx(first.item->scheduled);
    const double half_px = pill ? group.half_px : radius_px;
    draft.x0_px = group.centre_px - half_px;
    draft.x1_px = group.centre_px + half_px;
    const float across_px = pill ? maker_.PillAcrossPx(group.weight) : 2 * radius_px;
    maker_.Place(draft.x0_px, draft.x1_px, across_px, &draft.mark);
    if (!pill) SetSpan(first, &draft.mark);
    drafts_.push_back(std::move(draft));
  }

  void SetSpan(const RowPoint& point, Mark* mark) const {
    const WideSpan wide = WideSpanOf(*point.item, point.span, r_.field.x0_px - r_.beyond_px,
                                     r_.field.x1_px + r_.beyond_px);
    if (!wide.shown()) return;
    mark->span_px = maker_.InRow(row_, wide.x0_px, wide.x1_px, 0);
    if (maker_.vertical()) {
      mark->span_px.x -= kSpanBesidePx;
    } else {
      mark->span_px.y += kSpanBelowPx;
    }
  }

  static MarkShape ShapeOf(const TimelineItem& item, const PointGroup& group, ItemForm form) {
    if (form == ItemForm::kPill) return MarkShape::kCount;
    if (group.count > 1) return MarkShape::kCluster;
    return item.scheduled ? MarkShape::kRing : MarkShape::kDot;
  }

  const LaneMarksRequest& r_;
  const MarkMaker maker_;
  const RowPlan& plan_;
  const std::vector<TimelineItem>& items_;
  std::vector<std::vector<size_t>> items_of_row_;  // those that are not filtered out
  std::vector<MarkDraft> drafts_;
  uint32_t row_ = 0;
};

}  // namespace

void AppendLaneMarks(const LaneMarksRequest& request, std::vector<Mark>* marks) {
  if (request.plan->lanes.items.lanes[request.lane_index].items.empty()) return;
  LaneMarks(request).AppendTo(marks);
}

}  // namespace demarche
