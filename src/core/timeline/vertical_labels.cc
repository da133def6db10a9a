#include "core/timeline/vertical_labels.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/stable_sort.h"
#include "core/timeline/label_placement.h"
#include "core/timeline/timeline_items.h"
#include "core/timeline/timeline_vertical.h"

namespace demarche {
namespace {

constexpr float kLabelsPx = 92;  // from the left edge of the ground
constexpr float kRightPadPx = 8, kNoteGapPx = 10, kNoteSizePx = 12;
// Of the label of a bar: small, so that it is not taken for one of a point.
constexpr float kBarLabelGapPx = 5, kBarLabelSinkPx = 8, kBarLabelStepPx = 3;
constexpr float kBarLinePx = 14;       // its height
constexpr float kBesideOthersPx = 16;  // from it to the label of a point on the same line
constexpr float kLetterHalfPx = 7;     // half the height of letters, for lines that cross them
constexpr float kFoldGapPx = 4;        // from the end of a fold's line to a label

// The most important events of a mark first.
using MarkItems = std::vector<TimelineItem>;

class VerticalLabels {
 public:
  VerticalLabels(const TimelineRequest& request, const TimelinePlan& plan, TimelineLayout* out)
      : request_(request),
        dossier_(*request.dossier),
        lane_names_(plan.lane_names),
        measurer_(*request.measurer),
        out_(*out) {
    pill_px_ = VerticalPill(request.area_px, out->playhead_px, request.pill_w_px);
  }

  void Run() {
    LabelPoints();
    LabelBars();
    for (AxisBreak& fold : out_.breaks) InterruptFold(&fold);
  }

 private:
  float SizePx() const { return request_.metrics.label_size_px; }

  // ---- Points ----

  // The left edge of the bars, and of the as-of pill, beside a line.
  float RightLimit(const Rect& line) const {
    float limit = request_.area_px.right();
    for (const Mark& mark : out_.marks) {
      if (mark.shape == MarkShape::kBar && mark.bar_px.Overlaps(line)) {
        limit = std::min(limit, mark.bar_px.x);
      }
    }
    if (pill_px_.Overlaps(line)) limit = std::min(limit, pill_px_.x);
    return limit - kRightPadPx;
  }

  // What decides about an item's turn.
  TimelineItem ItemOf(Ref ref) const {
    TimelineItem item{.ref = ref, .when = &dossier_.WhenOf(ref)};
    if (ref.kind == ItemKind::kEvent) item.importance = dossier_.events()[ref.index].importance;
    return item;
  }

  MarkItems ItemsOf(const Mark& mark) const {
    MarkItems items;
    for (const Ref member : mark.members) items.push_back(ItemOf(member));
    if (items.empty()) items.push_back(ItemOf(mark.item));
    StableSort(&items, ComesBefore);
    return items;
  }

  void LabelPoints() {
    struct Point {
      Mark* mark;
      MarkItems items;
    };
    std::vector<Point> points;
    for (Mark& mark : out_.marks) {
      if (mark.shape == MarkShape::kBar || mark.shape == MarkShape::kDensity) continue;
      points.push_back({&mark, ItemsOf(mark)});
    }
    StableSort(&points, [](const Point& a, const Point& b) {
      if (a.mark->selected != b.mark->selected) return a.mark->selected;
      return ComesBefore(a.items.front(), b.items.front());
    });
    for (const Point& point : points) {
      const double y0 = point.mark->centre_px.y - kVerticalLinePx / 2, y1 = y0 + kVerticalLinePx;
      if (lines_.IsFree(y0, y1) || point.mark->selected) LabelPoint(point.items, point.mark);
    }
  }

  // Of a cluster the most important title that can be said in the room there is: one that is long
  // by a letter must not leave the reader with a number.
  std::string TextOf(const MarkItems& items, const Mark& mark, float room_px) const {
    std::string suffix;
    if (mark.shape == MarkShape::kCluster) suffix = AndMore(EventsOf(mark));
    for (const TimelineItem& item : items) {
      std::string text =
          Shortened(TitleOf(request_, item.ref), suffix, measurer_, mark.face, SizePx(), room_px);
      if (!text.empty()) return text;
    }
    if (!suffix.empty()) return std::to_string(EventsOf(mark)) + " events";
    return mark.selected ? std::string(TitleOf(request_, items.front().ref)) : std::string();
  }

  // Whose lane a single mark is of.
  const std::string& NoteOf(const Mark& mark) const {
    return lane_names_[mark.track == kNone ? lane_names_.size() - 1 : mark.track];
  }

  void LabelPoint(const MarkItems& items, Mark* mark) {
    const float x = out_.lanes_px.x + kLabelsPx, y = mark->centre_px.y;
    const Rect line{x, y - kVerticalLinePx / 2, request_.area_px.right() - x, kVerticalLinePx};
    const float right = RightLimit(line);
    mark->label = TextOf(items, *mark, right - x);
    if (mark->label.empty()) return;
    const float end = x + measurer_.WidthPx(mark->label, mark->face, SizePx());
    lines_.Take(line.y, line.bottom());
    mark->side = LabelSide::kRight;
    mark->label_px = {x, y};
    mark->box_px.w = end - mark->box_px.x;
    if (mark->shape == MarkShape::kCluster) return;
    const std::string& note = NoteOf(*mark);
    const float note_px = measurer_.WidthPx(note, Face::kRegular, kNoteSizePx);
    const bool says_it = mark->label.find(note) != std::string::npos;
    if (says_it || end + kNoteGapPx + note_px > right) return;
    mark->note = note;
    mark->note_px = {end + kNoteGapPx, y};
    mark->box_px.w = mark->note_px.x + note_px - mark->box_px.x;
  }

  // ---- Bars ----

  // Beside the bar, near its upper end: on a line of its own, else well apart from what else
  // stands on the line.
  void LabelBars() {
    for (const Mark& mark : out_.marks) taken_.push_back(mark.box_px);
    if (pill_px_.w > 0) taken_.push_back(pill_px_);
    for (Mark& mark : out_.marks) {
      if (mark.shape != MarkShape::kBar) continue;
      const std::string title(TitleOf(request_, mark.item));
      const float w = measurer_.WidthPx(title, mark.face, request_.metrics.meta_size_px);
      const float x = mark.bar_px.x - kBarLabelGapPx - w;
      if (x < out_.lanes_px.x + kLabelsPx) continue;
      for (const float from_px : {out_.lanes_px.x, x - kBesideOthersPx}) {
        const std::optional<float> y = FreeLine(mark.bar_px, mark.fade_in_px, from_px);
        if (!y) continue;
        mark.label = title;
        mark.side = LabelSide::kLeft;
        mark.label_px = {x, *y};
        taken_.push_back({x, *y - kBarLinePx / 2, w, kBarLinePx});
        break;
      }
    }
  }

  // The first height beside a bar at which nothing stands from `from_px` on, and no rule crosses.
  std::optional<float> FreeLine(const Rect& bar, float fade_px, float from_px) const {
    const float first = bar.y + fade_px + kBarLabelSinkPx;
    for (float y = first; y + kBarLinePx / 2 <= bar.bottom(); y += kBarLabelStepPx) {
      const Rect line{from_px, y - kBarLinePx / 2, bar.x - from_px, kBarLinePx};
      const bool free = std::none_of(taken_.begin(), taken_.end(),
                                     [&line](const Rect& box) { return box.Overlaps(line); });
      if (free && !IsCrossed(y)) return y;
    }
    return std::nullopt;
  }

  bool IsCrossed(float y) const {
    for (const AxisBreak& fold : out_.breaks) {
      if (std::abs(fold.x_px - y) < kLetterHalfPx) return true;
    }
    for (const Tick& tick : out_.ticks) {
      if (!tick.label2.empty() && std::abs(tick.x_px - y) < kLetterHalfPx) return true;
    }
    return out_.playhead_in_view && std::abs(out_.playhead_px - y) < kLetterHalfPx;
  }

  // ---- Folds ----

  void InterruptFold(AxisBreak* fold) const {
    for (const Mark& mark : out_.marks) {
      if (mark.side != LabelSide::kRight) continue;
      if (std::abs(mark.label_px.y - fold->x_px) > kLetterHalfPx) continue;
      fold->gaps_px.push_back({mark.label_px.x - kFoldGapPx, mark.box_px.right() + kFoldGapPx});
    }
  }

  const TimelineRequest& request_;
  const Dossier& dossier_;
  const std::vector<std::string>& lane_names_;
  const TextMeasurer& measurer_;
  TimelineLayout& out_;
  Rect pill_px_;
  RowSpace lines_;  // taken by labels of points, down the page
  std::vector<Rect> taken_;
};

}  // namespace

void LabelVertical(const TimelineRequest& request, const TimelinePlan& plan, TimelineLayout* out) {
  VerticalLabels(request, plan, out).Run();
}

}  // namespace demarche
