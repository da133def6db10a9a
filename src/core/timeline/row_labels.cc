#include "core/timeline/row_labels.h"

#include <algorithm>

#include "core/base/stable_sort.h"

namespace demarche {
namespace {

constexpr double kMaxLeapPx = 40;  // from a selected mark, over its neighbours, to its label
constexpr double kNowhere = 1e18;  // a side that is not wanted

enum class Sides : uint8_t { kBoth, kLeft, kRight };

bool IsAtEdge(const MarkDraft& draft) { return draft.standing == Standing::kAtEdge; }

class RowLabels {
 public:
  RowLabels(const LaneMarksRequest& request, const MarkMaker& maker, std::vector<MarkDraft>* drafts)
      : r_(request),
        maker_(maker),
        drafts_(*drafts),
        whole_(request.field),
        view_(request.field),
        seen_(request.field) {
    whole_.x0_px = request.content0_px;
    whole_.x1_px = request.content1_px;
    view_.x0_px += kLabelEdgePx;
    view_.x1_px -= kLabelEdgePx;
  }

  void Run() {
    TakeMarks();
    const std::vector<MarkDraft*> order = Order();
    const auto held = std::find_if(order.begin(), order.end(),
                                   [](const MarkDraft* draft) { return IsAtEdge(*draft); });
    for (auto draft = order.begin(); draft != held; ++draft) LabelOne(*draft);
    for (auto draft = held; draft != order.end(); ++draft) {
      space_.Take((*draft)->x0_px, (*draft)->x1_px);
    }
    seen_ = view_;
    for (auto draft = held; draft != order.end(); ++draft) LabelOne(*draft);
    for (MarkDraft* draft : order) {
      const bool seen = draft->standing != Standing::kUnseen;
      if (seen && draft->mark.selected && draft->mark.label.empty()) ForceIntoView(draft);
    }
  }

 private:
  void TakeMarks() {
    seen_ = view_;
    for (const MarkDraft& draft : drafts_) {
      if (!IsAtEdge(draft)) {
        space_.Take(draft.x0_px, draft.x1_px);
      } else if (draft.x0_px + draft.x1_px < r_.field.x0_px + r_.field.x1_px) {
        seen_.x0_px = std::max(seen_.x0_px, draft.x1_px + kLabelEdgePx);
      } else {
        seen_.x1_px = std::min(seen_.x1_px, draft.x0_px - kLabelEdgePx);
      }
    }
  }

  // By priority; what is held at the edges comes last.
  std::vector<MarkDraft*> Order() {
    std::vector<MarkDraft*> order;
    for (MarkDraft& draft : drafts_) {
      // A count pill says what there is to say; only the selected one also gets its title.
      if (draft.mark.shape != MarkShape::kCount || draft.mark.selected) order.push_back(&draft);
    }
    StableSort(&order, [](const MarkDraft* a, const MarkDraft* b) {
      if (IsAtEdge(*a) != IsAtEdge(*b)) return IsAtEdge(*b);
      if (a->mark.selected != b->mark.selected) return a->mark.selected;
      return ComesBefore(*a->item, *b->item);
    });
    return order;
  }

  void LabelOne(MarkDraft* draft) {
    if (draft->mark.covered) return;
    const bool bar = draft->mark.shape == MarkShape::kBar;
    const bool has_room = bar ? LabelBar(draft) : LabelBeside(draft, Sides::kBoth);
    if (has_room || !draft->mark.selected || IsAtEdge(*draft)) return;
    std::string suffix;
    const LabelWish wish = WishOf(*draft, &suffix);
    PutLabel(wish, ForcedSpot(wish, whole_, *draft), draft);
  }

  // ---- Bars ----

  // Inside, else to the left of its beginning, else shortened inside; to the right of its end it
  // would seem to be of what comes after, and where the bar ends at the playhead of the future.
  bool LabelBar(MarkDraft* draft) {
    const double x0 = draft->inside0_px, x1 = draft->inside1_px;
    const bool fits = FindInBar(*draft, x0, x1, r_.folds_px, Cut::kNever).has_value();
    if (!fits && LabelBeside(draft, Sides::kLeft)) return true;
    if (fits || FindInBar(*draft, x0, x1, r_.folds_px, Cut::kAllowed)) {
      LabelInside(draft, r_.folds_px);
      return true;
    }
    return !draft->mark.ends_at_playhead && LabelBeside(draft, Sides::kRight);
  }

  // In what one sees of the bar.
  void LabelInside(MarkDraft* draft, std::span<const double> folds_px) {
    const double x0 = std::max(draft->inside0_px, r_.field.x0_px);
    const double x1 = std::min(draft->inside1_px, r_.field.x1_px);
    auto spot = FindInBar(*draft, x0, x1, folds_px, Cut::kNever);
    if (!spot) spot = FindInBar(*draft, x0, x1, folds_px, Cut::kAllowed);
    if (spot) SetLabel(std::move(*spot), draft);
  }

  std::optional<LabelSpot> FindInBar(const MarkDraft& draft, double x0_px, double x1_px,
                                     std::span<const double> folds_px, Cut cut) const {
    LabelField bar = r_.field;
    bar.x0_px = x0_px;
    bar.x1_px = x1_px;
    bar.size_px = r_.metrics.meta_size_px;
    return FindInside(bar, folds_px, TitleOf(*r_.request, draft.item->ref), draft.mark.face, cut);
  }

  // ---- Beside a mark ----

  // What to write there and from where; `suffix` keeps the words that the wish refers to.
  LabelWish WishOf(const MarkDraft& draft, std::string* suffix) const {
    const Mark& mark = draft.mark;
    // The labels of dots and rings stand in line.
    const bool small = mark.shape == MarkShape::kDot || mark.shape == MarkShape::kRing;
    const double half_px = small ? r_.metrics.dot_r_px : (draft.x1_px - draft.x0_px) / 2;
    LabelWish wish = WishBeside((draft.x0_px + draft.x1_px) / 2, half_px,
                                TitleOf(*r_.request, draft.item->ref), mark.face);
    if (mark.shape == MarkShape::kCluster) wish.suffix = *suffix = AndMore(mark.members.size());
    wish.mark0_px = draft.x0_px;
    wish.mark1_px = draft.x1_px;
    return wish;
  }

  // Whether there is room for a label in its row, be it in view or not.
  bool LabelBeside(MarkDraft* draft, Sides sides) {
    std::string suffix;
    LabelWish wish = WishOf(*draft, &suffix);
    if (sides == Sides::kLeft) wish.right_px = kNowhere;
    if (sides == Sides::kRight) wish.left_px = -kNowhere;
    auto spot = FindSpot(IsAtEdge(*draft) ? r_.field : whole_, space_, wish);
    if (!spot) return false;
    PutLabel(wish, std::move(*spot), draft);
    return true;
  }

  // Takes the room of a label and draws what of it is in view.
  void PutLabel(const LabelWish& wish, LabelSpot spot, MarkDraft* draft) {
    space_.Take(std::min(spot.x0_px, draft->x0_px), std::max(spot.x1_px, draft->x1_px));
    if (CutAtEdge(seen_, wish, &spot)) SetLabel(std::move(spot), draft);
  }

  void SetLabel(LabelSpot spot, MarkDraft* draft) const {
    Mark& mark = draft->mark;
    mark.side = spot.side;
    mark.label = std::move(spot.text);
    mark.label_px = {static_cast<float>(spot.x0_px), maker_.RowCentrePx(mark.row)};
    if (spot.side == LabelSide::kInside) return;
    const bool bar = mark.shape == MarkShape::kBar;
    const double x0 = std::min(spot.x0_px, bar ? double{mark.mark_px.x} : draft->x0_px);
    const double x1 = std::max(spot.x1_px, bar ? double{mark.mark_px.right()} : draft->x1_px);
    mark.box_px = maker_.InRow(mark.row, x0, x1, r_.metrics.row_px);
  }

  // ---- Labels that must be drawn ----

  // Past its neighbours if they are few, which then stand between mark and label, else on top of
  // them.
  LabelSpot ForcedSpot(const LabelWish& wish, const LabelField& field, const MarkDraft& selected) {
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
  void CoverBelow(const LabelSpot& spot, const MarkDraft& selected) {
    const double from = spot.x0_px - kOutlineX, to = spot.x1_px + kOutlineX;
    for (MarkDraft& other : drafts_) {
      const bool below = other.x1_px > from && other.x0_px < to;
      if (&other == &selected || other.mark.shape == MarkShape::kBar || !below) continue;
      other.mark.covered = true;
    }
  }

  // A selected label that the view would cut off changes sides, over whatever lies there.
  void ForceIntoView(MarkDraft* draft) {
    if (draft->mark.shape == MarkShape::kBar) LabelInside(draft, {});
    if (!draft->mark.label.empty()) return;
    std::string suffix;
    const LabelWish wish = WishOf(*draft, &suffix);
    SetLabel(ForcedSpot(wish, r_.field, *draft), draft);
    DropLabelsUnder(*draft);
  }

  void DropLabelsUnder(const MarkDraft& upper) {
    for (MarkDraft& draft : drafts_) {
      Mark& mark = draft.mark;
      if (&draft == &upper || mark.label.empty() || !mark.box_px.Overlaps(upper.mark.box_px)) {
        continue;
      }
      mark.label.clear();
      mark.side = LabelSide::kNone;
      mark.box_px = maker_.InRow(mark.row, mark.mark_px.x, mark.mark_px.right(), r_.metrics.row_px);
    }
  }

  const LaneMarksRequest& r_;
  const MarkMaker& maker_;
  std::vector<MarkDraft>& drafts_;
  LabelField whole_;  // the row from end to end of the content
  LabelField view_;   // what of it is shown
  LabelField seen_;   // where the labels being placed end
  RowSpace space_;
};

}  // namespace

void LabelRow(const LaneMarksRequest& request, const MarkMaker& maker,
              std::vector<MarkDraft>* drafts) {
  RowLabels(request, maker, drafts).Run();
}

}  // namespace demarche
