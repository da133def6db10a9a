#include "core/timeline/lane_marks.h"

#include <algorithm>
#include <cmath>

#include "core/timeline/clusters.h"

namespace demarche {
namespace {

constexpr double kPillPadPx = 10, kClusterPadPx = 12;  // width of a pill without its text
constexpr double kInsidePadPx = 7,
                 kFoldPadPx = 11;     // from a bar's end, or a fold in it, to its label
constexpr float kSpanBelowPx = 6.5f;  // from a dot's centre to the line along its wide date
constexpr double kMaxLeapPx = 40;     // from a selected mark, over its neighbours, to its label
constexpr double kNowhere = 1e18;     // a side that is not wanted
constexpr double kEdgePx = 3;         // from a label to the edge of the view
constexpr double kCutPx = 2;          // how far beyond the view a cut bar still goes

// A mark being made, and what it stands for.
struct Draft {
  Mark mark;
  const TimelineItem* item = nullptr;  // the most important one of a cluster
  Standing standing = Standing::kSeen;
  double x0_px = 0, x1_px = 0;            // what it takes of its row
  double inside0_px = 0, inside1_px = 0;  // of a bar: what is not faded
};

struct Extent {
  double x0_px, x1_px;
};

class LaneMarks {
 public:
  explicit LaneMarks(const LaneMarksRequest& request)
      : plan_(request.plan->lanes.plans[request.lane_index]),
        r_(request),
        whole_(request.field),
        measurer_(*request.field.measurer),
        items_(request.plan->lanes.items.lanes[request.lane_index].items) {
    whole_.x0_px = request.content0_px;
    whole_.x1_px = request.content1_px;
    items_of_row_.resize(plan_.rows());
    const Dossier& dossier = *request.request->dossier;
    const Ref focus = request.request->focus, selected = SelectedItem(dossier, focus);
    for (size_t i = 0; i < items_.size(); ++i) {
      TimelineItem& item = items_[i];
      if (item.hidden) continue;
      item.selected = item.ref == selected;
      item.dimmed = DimsOthers(focus) && !HasToDoWith(dossier, item.ref, focus);
      items_of_row_[plan_.row[i]].push_back(static_cast<uint32_t>(i));
    }
  }

  void AppendTo(std::vector<Mark>* marks) {
    for (uint32_t row = 0; row < plan_.rows(); ++row) {
      drafts_.clear();
      space_ = RowSpace();
      row_ = row;
      AddBars();
      AddPoints(ItemForm::kPoint);
      AddPoints(ItemForm::kPill);
      TakeMarks();
      AddLabels();
      for (Draft& draft : drafts_) {
        if (draft.standing != Standing::kUnseen) marks->push_back(std::move(draft.mark));
      }
    }
  }

 private:
  struct RowPoint {
    size_t item;
    ItemSpan span;
  };

  float RowCentrePx() const {
    const TimelineMetrics& m = r_.metrics;
    return r_.top_px + m.lane_pad_px / 2 + (static_cast<float>(row_) + 0.5f) * m.row_px;
  }

  Mark NewMark(const TimelineItem& item, MarkShape shape) const {
    Mark mark;
    mark.item = item.ref;
    mark.shape = shape;
    mark.track = item.ref.kind == ItemKind::kEvent
                     ? r_.request->dossier->events()[item.ref.index].track
                     : kNone;
    mark.lane = r_.lane_index;
    mark.row = row_;
    mark.face = item.scheduled ? Face::kSemiBold : Face::kRegular;
    mark.dimmed = item.dimmed;
    mark.selected = item.selected;
    mark.scheduled = item.scheduled;
    return mark;
  }

  // A rectangle of that height in the middle of the row.
  Rect InRow(double x0_px, double x1_px, float height_px) const {
    return {static_cast<float>(x0_px), RowCentrePx() - height_px / 2,
            static_cast<float>(x1_px - x0_px), height_px};
  }

  void SetExtent(double x0_px, double x1_px, float height_px, Draft* draft) const {
    draft->x0_px = x0_px;
    draft->x1_px = x1_px;
    draft->mark.mark_px = InRow(x0_px, x1_px, height_px);
    draft->mark.box_px = InRow(x0_px, x1_px, r_.metrics.row_px);
    draft->mark.centre_px = draft->mark.mark_px.centre();
  }

  bool InView(const ItemSpan& span) const {
    return span.x1_px > r_.field.x0_px && span.x0_px < r_.field.x1_px;
  }

  // ---- Bars ----

  void AddBars() {
    for (const uint32_t i : items_of_row_[row_]) {
      if (plan_.form[i] != ItemForm::kBar) continue;
      const TimelineItem& item = items_[i];
      const ItemSpan span = SpanOf(item, *r_.scale, r_.field.playhead_px, {});
      Draft draft;
      draft.item = &item;
      draft.standing = InView(span) ? Standing::kSeen : Standing::kUnseen;
      draft.mark = NewMark(item, MarkShape::kBar);
      SetBar(span, &draft.mark);
      draft.mark.ends_at_playhead = span.ends_at_playhead;
      const Rect& bar = draft.mark.bar_px;
      SetExtent(bar.x, bar.right(), r_.metrics.bar_px, &draft);
      draft.x0_px = span.x0_px;
      draft.x1_px = span.x1_px;
      draft.inside0_px = span.x0_px + span.fade_in_px;
      draft.inside1_px = span.x1_px - span.fade_out_px;
      drafts_.push_back(std::move(draft));
    }
  }

  // The bar cut at the view.
  void SetBar(const ItemSpan& span, Mark* mark) const {
    const double x0 = std::max(span.x0_px, r_.field.x0_px - kCutPx);
    const double x1 = std::min(span.x1_px, r_.field.x1_px + kCutPx);
    mark->starts_in_view = x0 == span.x0_px;
    mark->ends_in_view = x1 == span.x1_px;
    mark->fade_in_px = static_cast<float>(std::max(0.0, span.x0_px + span.fade_in_px - x0));
    mark->fade_out_px = static_cast<float>(std::max(0.0, x1 - (span.x1_px - span.fade_out_px)));
    mark->bar_px = InRow(x0, x1, r_.metrics.bar_px);
  }

  // ---- Points ----

  double HeldInView(const RowPoint& point) const {
    ItemSpan span = point.span;
    MoveIntoView(items_[point.item], r_.field.x0_px, r_.field.x1_px, r_.metrics.ring_r_px, &span);
    return span.centre_px;
  }

  double PillHalfPx(const std::string& text, double pad_px) const {
    return (measurer_.WidthPx(text, Face::kSemiBold, r_.metrics.meta_size_px) + pad_px) / 2;
  }

  std::vector<RowPoint> PointsOfRow(ItemForm form) const {
    std::vector<RowPoint> points;
    for (const uint32_t i : items_of_row_[row_]) {
      if (plan_.form[i] != form) continue;
      points.push_back({i, SpanOf(items_[i], *r_.scale, r_.field.playhead_px, {})});
    }
    std::stable_sort(points.begin(), points.end(), [](const RowPoint& a, const RowPoint& b) {
      return a.span.centre_px < b.span.centre_px;
    });
    return points;
  }

  ClusterPoint ForClustering(const RowPoint& point, ItemForm form) const {
    const TimelineItem& item = items_[point.item];
    ClusterPoint result;
    result.centre_px = point.span.centre_px;
    result.half_px = item.scheduled ? r_.metrics.ring_r_px : r_.metrics.dot_r_px;
    if (form == ItemForm::kPill) {
      result.weight = item.joining;
      result.half_px = PillHalfPx("+" + std::to_string(item.joining), kPillPadPx);
    }
    result.scheduled = item.scheduled;
    result.alone = item.selected;
    return result;
  }

  ClusterSizes SizesFor(ItemForm form) const {
    ClusterSizes sizes;
    sizes.single = form == ItemForm::kPill ? SingleMark::kPill : SingleMark::kDot;
    sizes.min_gap_px = r_.point_gap_px;
    sizes.digit_px = measurer_.WidthPx("8", Face::kSemiBold, r_.metrics.meta_size_px);
    sizes.pill_pad_px = form == ItemForm::kPill ? kPillPadPx + sizes.digit_px : kClusterPadPx;
    return sizes;
  }

  void AddPoints(ItemForm form) {
    const std::vector<RowPoint> points = PointsOfRow(form);
    if (points.empty()) return;
    std::vector<ClusterPoint> for_clustering;
    for (const RowPoint& point : points) for_clustering.push_back(ForClustering(point, form));
    std::vector<double> held_px;
    for (const RowPoint& point : points) held_px.push_back(HeldInView(point));
    const ViewGroups view =
        GroupsInView(for_clustering, held_px, SizesFor(form), r_.field.x0_px, r_.field.x1_px);
    for (size_t g = 0; g < view.groups.size(); ++g) {
      std::vector<RowPoint> of_group;
      for (size_t i = 0; i < view.groups[g].count; ++i) {
        of_group.push_back(points[view.order[view.groups[g].first + i]]);
      }
      AddGroup(of_group, view.groups[g], form, view.standing[g]);
    }
  }

  void AddGroup(const std::vector<RowPoint>& points, const PointGroup& group, ItemForm form,
                Standing standing) {
    const TimelineItem* top = &items_[points.front().item];
    Draft draft;
    draft.standing = standing;
    draft.mark = NewMark(*top, ShapeOf(*top, group, form));
    for (size_t i = 0; points.size() > 1 && i < points.size(); ++i) {
      const TimelineItem& member = items_[points[i].item];
      draft.mark.members.push_back(member.ref);
      draft.mark.dimmed = draft.mark.dimmed && member.dimmed;
      if (ComesBefore(member, *top)) top = &member;
    }
    draft.item = top;
    if (group.count > 1 || form == ItemForm::kPill) draft.mark.count = group.weight;
    const bool pill = form == ItemForm::kPill || group.count > 1;
    const auto half = static_cast<float>(group.half_px);
    SetExtent(group.centre_px - group.half_px, group.centre_px + group.half_px,
              pill ? r_.metrics.pill_px : 2 * half, &draft);
    if (!pill) SetSpan(points.front().span, *top, &draft.mark);
    drafts_.push_back(std::move(draft));
  }

  void SetSpan(const ItemSpan& span, const TimelineItem& item, Mark* mark) const {
    const WideSpan wide = WideSpanOf(item, span, r_.field.x0_px - kCutPx, r_.field.x1_px + kCutPx);
    if (!wide.shown()) return;
    mark->span_px = {static_cast<float>(wide.x0_px), mark->centre_px.y + kSpanBelowPx,
                     static_cast<float>(wide.x1_px - wide.x0_px), 0};
  }

  static MarkShape ShapeOf(const TimelineItem& item, const PointGroup& group, ItemForm form) {
    if (form == ItemForm::kPill) return MarkShape::kCount;
    if (group.count > 1) return MarkShape::kCluster;
    return item.scheduled ? MarkShape::kRing : MarkShape::kDot;
  }

  // ---- Labels ----

  // What is held at the edges only shortens the labels beside it.
  void TakeMarks() {
    seen_ = {r_.field.x0_px + kEdgePx, r_.field.x1_px - kEdgePx};
    for (const Draft& draft : drafts_) {
      if (draft.standing != Standing::kAtEdge) {
        space_.Take(draft.x0_px, draft.x1_px);
      } else if (draft.x0_px + draft.x1_px < r_.field.x0_px + r_.field.x1_px) {
        seen_.x0_px = std::max(seen_.x0_px, draft.x1_px + kEdgePx);
      } else {
        seen_.x1_px = std::min(seen_.x1_px, draft.x0_px - kEdgePx);
      }
    }
  }

  void AddLabels() {
    std::vector<Draft*> order;
    for (Draft& draft : drafts_) {
      // A count pill says what there is to say; only the selected one also gets its title.
      if (draft.mark.shape != MarkShape::kCount || draft.mark.selected) order.push_back(&draft);
    }
    std::stable_sort(order.begin(), order.end(), [](const Draft* a, const Draft* b) {
      const bool a_at_edge = a->standing == Standing::kAtEdge;
      if (a_at_edge != (b->standing == Standing::kAtEdge)) return !a_at_edge;
      if (a->mark.selected != b->mark.selected) return a->mark.selected;
      return ComesBefore(*a->item, *b->item);
    });
    const auto held = std::find_if(order.begin(), order.end(), [](const Draft* draft) {
      return draft->standing == Standing::kAtEdge;
    });
    for (auto draft = order.begin(); draft != held; ++draft) LabelOne(*draft);
    for (auto draft = held; draft != order.end(); ++draft) {
      space_.Take((*draft)->x0_px, (*draft)->x1_px);
    }
    seen_ = {r_.field.x0_px + kEdgePx, r_.field.x1_px - kEdgePx};
    for (auto draft = held; draft != order.end(); ++draft) LabelOne(*draft);
    for (Draft* draft : order) {
      const bool seen = draft->standing != Standing::kUnseen;
      if (seen && draft->mark.selected && draft->mark.label.empty()) ForceIntoView(draft);
    }
  }

  void LabelOne(Draft* draft) {
    if (draft->mark.covered) return;
    const bool bar = draft->mark.shape == MarkShape::kBar;
    const bool has_room = bar ? LabelBar(draft) : LabelBeside(draft, Sides::kBoth);
    if (has_room || !draft->mark.selected || draft->standing == Standing::kAtEdge) return;
    std::string suffix;
    const LabelWish wish = WishOf(*draft, &suffix);
    PutLabel(wish, ForcedSpot(wish, whole_, *draft), draft);
  }

  // Labels under one that must be drawn go.
  void DropLabelsUnder(const Draft& upper) {
    for (Draft& draft : drafts_) {
      Mark& mark = draft.mark;
      if (&draft == &upper || mark.label.empty() || !mark.box_px.Overlaps(upper.mark.box_px)) {
        continue;
      }
      mark.label.clear();
      mark.side = LabelSide::kNone;
      mark.box_px = InRow(mark.mark_px.x, mark.mark_px.right(), r_.metrics.row_px);
    }
  }

  enum class Folds : uint8_t { kEndIt, kIgnore };
  enum class Cut : uint8_t { kNever, kAllowed };
  enum class Sides : uint8_t { kBoth, kLeft, kRight };

  // Inside, else to the left of its beginning, else shortened inside; to the right of its end it
  // would seem to be of what comes after, and where the bar ends at the playhead of the future.
  bool LabelBar(Draft* draft) {
    const Extent all{draft->inside0_px, draft->inside1_px};
    const bool fits = FindInside(*draft, all, Folds::kEndIt, Cut::kNever).has_value();
    if (!fits && LabelBeside(draft, Sides::kLeft)) return true;
    if (fits || FindInside(*draft, all, Folds::kEndIt, Cut::kAllowed)) {
      LabelInside(draft, Folds::kEndIt);
      return true;
    }
    return !draft->mark.ends_at_playhead && LabelBeside(draft, Sides::kRight);
  }

  // In what one sees of the bar.
  void LabelInside(Draft* draft, Folds folds) {
    const Extent seen{std::max(draft->inside0_px, r_.field.x0_px),
                      std::min(draft->inside1_px, r_.field.x1_px)};
    auto spot = FindInside(*draft, seen, folds, Cut::kNever);
    if (!spot) spot = FindInside(*draft, seen, folds, Cut::kAllowed);
    if (!spot) return;
    draft->mark.side = LabelSide::kInside;
    draft->mark.label = std::move(spot->text);
    draft->mark.label_px = {static_cast<float>(spot->x0_px), RowCentrePx()};
  }

  // In the first part of a stretch of the bar, between two folds, that is long enough.
  std::optional<LabelSpot> FindInside(const Draft& draft, const Extent& of, Folds folds,
                                      Cut cut) const {
    std::vector<double> ends;
    for (const double fold : r_.folds_px) {
      if (folds == Folds::kEndIt && fold > of.x0_px && fold < of.x1_px) ends.push_back(fold);
    }
    ends.push_back(of.x1_px);
    const Face face = draft.mark.face;
    const std::string title(TitleOf(*r_.request, draft.item->ref));
    double begin = of.x0_px, pad_px = kInsidePadPx;
    for (const double end : ends) {
      const double room_px = end - begin - pad_px - (end == of.x1_px ? kInsidePadPx : kFoldPadPx);
      const float size_px = r_.metrics.meta_size_px;
      std::string text = title;
      if (cut == Cut::kAllowed) text = Shortened(title, {}, measurer_, face, size_px, room_px);
      const double width_px = measurer_.WidthPx(text, face, size_px);
      if (!text.empty() && width_px <= room_px) {
        return LabelSpot{LabelSide::kInside, std::move(text), begin + pad_px,
                         begin + pad_px + width_px};
      }
      begin = end;
      pad_px = kFoldPadPx;
    }
    return std::nullopt;
  }

  // What to write beside a mark and from where; `suffix` keeps the words that the wish refers to.
  LabelWish WishOf(const Draft& draft, std::string* suffix) const {
    const Mark& mark = draft.mark;
    LabelWish wish;
    wish.title = TitleOf(*r_.request, draft.item->ref);
    if (mark.shape == MarkShape::kCluster) {
      *suffix = ", " + std::to_string(mark.members.size() - 1) + " more";
      wish.suffix = *suffix;
    }
    wish.face = mark.face;
    wish.mark0_px = draft.x0_px;
    wish.mark1_px = draft.x1_px;
    // The labels of dots and rings stand in line.
    const bool small = mark.shape == MarkShape::kDot || mark.shape == MarkShape::kRing;
    const double half_px = small ? r_.metrics.dot_r_px : (draft.x1_px - draft.x0_px) / 2;
    const double centre_px = (draft.x0_px + draft.x1_px) / 2;
    wish.left_px = centre_px - half_px - kLabelGapPx;
    wish.right_px = centre_px + half_px + kLabelGapPx;
    return wish;
  }

  // Whether there is room for a label in its row, be it in view or not.
  bool LabelBeside(Draft* draft, Sides sides) {
    std::string suffix;
    LabelWish wish = WishOf(*draft, &suffix);
    if (sides == Sides::kLeft) wish.right_px = kNowhere;
    if (sides == Sides::kRight) wish.left_px = -kNowhere;
    auto spot = FindSpot(FieldOf(*draft), space_, wish);
    if (!spot) return false;
    PutLabel(wish, std::move(*spot), draft);
    return true;
  }

  const LabelField& FieldOf(const Draft& draft) const {
    return draft.standing == Standing::kAtEdge ? r_.field : whole_;
  }

  // Takes the room of a label and draws what of it is in view.
  void PutLabel(const LabelWish& wish, LabelSpot spot, Draft* draft) {
    space_.Take(std::min(spot.x0_px, draft->x0_px), std::max(spot.x1_px, draft->x1_px));
    if (CutAtView(wish, &spot)) SetLabel(std::move(spot), draft);
  }

  // Shortens a label so that it ends in view; false where nothing is left of it.
  bool CutAtView(const LabelWish& wish, LabelSpot* spot) const {
    const double from = seen_.x0_px, to = seen_.x1_px;
    if (spot->x0_px >= from && spot->x1_px <= to) return true;
    const bool right = spot->side == LabelSide::kRight;
    if (right ? spot->x0_px < from : spot->x1_px > to) return false;
    const double room_px = right ? to - spot->x0_px : spot->x1_px - from;
    std::string text = Shortened(wish.title, wish.suffix, measurer_, wish.face, r_.field.size_px,
                                 std::min(room_px, spot->x1_px - spot->x0_px));
    if (text.empty()) return false;
    const double width_px = measurer_.WidthPx(text, wish.face, r_.field.size_px);
    spot->text = std::move(text);
    (right ? spot->x1_px : spot->x0_px) = right ? spot->x0_px + width_px : spot->x1_px - width_px;
    return true;
  }

  // Past its neighbours if they are few, which then stand between mark and label, else on top of
  // them.
  LabelSpot ForcedSpot(const LabelWish& wish, const LabelField& field, const Draft& selected) {
    LabelWish beyond = wish;
    beyond.mark1_px = space_.EndOfTaken(wish.mark1_px);
    beyond.mark0_px = space_.BeginOfTaken(wish.mark0_px);
    beyond.right_px += beyond.mark1_px - wish.mark1_px;
    beyond.left_px += beyond.mark0_px - wish.mark0_px;
    if (beyond.mark1_px - wish.mark1_px > kMaxLeapPx) beyond.right_px = kNowhere;
    if (wish.mark0_px - beyond.mark0_px > kMaxLeapPx) beyond.left_px = -kNowhere;
    if (auto spot = FindSpot(field, space_, beyond)) return std::move(*spot);
    LabelSpot spot = ForceSpot(field, wish);
    CoverBelow(spot, selected);
    return spot;
  }

  // What a label lies on is not drawn: it would cut the words.
  void CoverBelow(const LabelSpot& spot, const Draft& selected) {
    const double from = spot.x0_px - kOutlineX, to = spot.x1_px + kOutlineX;
    for (Draft& other : drafts_) {
      const bool below = other.x1_px > from && other.x0_px < to;
      if (&other == &selected || other.mark.shape == MarkShape::kBar || !below) continue;
      other.mark.covered = true;
    }
  }

  // A selected label that the view would cut off changes sides, over whatever lies there.
  void ForceIntoView(Draft* draft) {
    if (draft->mark.shape == MarkShape::kBar) LabelInside(draft, Folds::kIgnore);
    if (!draft->mark.label.empty()) return;
    std::string suffix;
    const LabelWish wish = WishOf(*draft, &suffix);
    SetLabel(ForcedSpot(wish, r_.field, *draft), draft);
    DropLabelsUnder(*draft);
  }

  void SetLabel(LabelSpot spot, Draft* draft) {
    Mark& mark = draft->mark;
    const bool bar = mark.shape == MarkShape::kBar;
    const double x0 = std::min(spot.x0_px, bar ? double{mark.mark_px.x} : draft->x0_px);
    const double x1 = std::max(spot.x1_px, bar ? double{mark.mark_px.right()} : draft->x1_px);
    mark.side = spot.side;
    mark.label = std::move(spot.text);
    mark.label_px = {static_cast<float>(spot.x0_px), RowCentrePx()};
    mark.box_px = InRow(x0, x1, r_.metrics.row_px);
  }

  const RowPlan& plan_;
  const LaneMarksRequest& r_;
  LabelField whole_;  // the row from end to end of the content
  const TextMeasurer& measurer_;
  std::vector<TimelineItem> items_;                  // with what the focus says of them
  std::vector<std::vector<uint32_t>> items_of_row_;  // those that are not filtered out
  std::vector<Draft> drafts_;
  RowSpace space_;
  Extent seen_{};  // where the row's labels end
  uint32_t row_ = 0;
};

}  // namespace

void AppendLaneMarks(const LaneMarksRequest& request, std::vector<Mark>* marks) {
  if (request.plan->lanes.items.lanes[request.lane_index].items.empty()) return;
  LaneMarks(request).AppendTo(marks);
}

}  // namespace demarche
