#include "core/timeline/timeline_vertical.h"

#include <algorithm>
#include <optional>

#include "core/timeline/axis.h"
#include "core/timeline/clusters.h"
#include "core/timeline/item_span.h"
#include "core/timeline/label_placement.h"
#include "core/timeline/ticks.h"
#include "core/timeline/timeline_frame.h"
#include "core/timeline/timeline_items.h"

namespace demarche {
namespace {

// Coordinates of design/DESIGN.md's phone, from the left edge of the ground on.
constexpr float kNamesPx = 7, kThreadPx = 74, kLabelsPx = 92;
constexpr float kStripPadPx = 10, kStripFootPx = 16;
constexpr float kBarsRightPx = 13, kBarPitchPx = 18;  // columns of bars, from the right edge
constexpr size_t kMaxBarColumns = 2;
constexpr double kMinBarPx = 40;  // what is shorter is a point
constexpr double kBarGapPx = 4;
constexpr double kLineGapPx = 20;  // marks closer than this share a line: they merge
constexpr float kLinePx = 18;      // height of a label
constexpr float kBarLabelGapPx = 5, kBarLabelSinkPx = 8;
constexpr float kRightPadPx = 8, kNoteGapPx = 10, kNoteSizePx = 12;
constexpr double kFocusPadPx = 60;    // from the focus to the edge of the window
constexpr double kAheadShare = 0.45;  // of the window, shown after the playhead
constexpr FadeSizes kFades{.day_px = 8, .coarse_px = 16};

class VerticalLayout {
 public:
  explicit VerticalLayout(const TimelineRequest& request) : request_(request) {}

  TimelineLayout Run() {
    PlaceColumns();
    MakeScale();
    Collect();
    PlaceBars();
    PlacePoints();
    LabelPoints();
    LabelBars();
    PlaceAxis();
    SortForDrawing(&out_.marks);
    return std::move(out_);
  }

 private:
  // An item of any lane.
  struct Entry {
    const TimelineItem* item;
    const LaneItems* lane;
    ItemSpan span;
    std::optional<size_t> column;  // of bars, from the right; a point has none
  };

  void PlaceColumns() {
    const Rect& area = request_.area_px;
    out_.area_px = area;
    out_.orientation = Orientation::kVertical;
    out_.metrics = request_.metrics;
    const float gutter_px = request_.metrics.gutter_px;
    out_.header_px = {area.x, area.y, gutter_px, area.h};
    out_.lanes_px = {area.x + gutter_px, area.y, std::max(1.0f, area.w - gutter_px), area.h};
    out_.content_h_px = area.h;
    out_.axis_y_px = out_.lanes_px.x + kThreadPx;
  }

  // ---- Scale ----

  void MakeScale() {
    const double y0 = request_.area_px.y, h = std::max(1.0f, request_.area_px.h);
    std::vector<ScaleBand> bands =
        request_.axis == AxisKind::kLinear
            ? LinearBands(*request_.dossier, request_.as_of_s, h)
            : NaturalBands(*request_.dossier, request_.as_of_s, RatesForPhone());
    everything_ = TimeScale(bands, bands.front().u0, bands.back().u1, y0, y0 + h);
    SetContent(request_, everything_, &out_);
    const bool all = request_.range.earliest <= kTimeMin && request_.range.latest >= kTimeMax;
    double u0 = everything_.world0(), u1 = everything_.world1();
    if (!all) {
      const TimeSpan window = WindowOf(request_.range, everything_, out_);
      u0 = everything_.WorldFromTime(static_cast<double>(window.earliest));
      u1 = everything_.WorldFromTime(static_cast<double>(window.latest));
    } else if (u1 - u0 > h) {
      u0 = StartOfWindow(h);
      u1 = u0 + h;
    }
    out_.scale = TimeScale(std::move(bands), u0, u1, y0, y0 + h);
    out_.range0 = static_cast<Seconds>(out_.scale.TimeFromWorld(u0));
    out_.range1 = std::max(static_cast<Seconds>(out_.scale.TimeFromWorld(u1)), out_.range0 + 1);
    SetPlayhead(request_, &out_);
  }

  double WorldOf(Seconds t) const { return everything_.WorldFromTime(static_cast<double>(t)); }

  // A window of the height of the page that ends with the axis, or not far after the playhead, and
  // that has the focus in it.
  double StartOfWindow(double h) const {
    const double first = std::min(everything_.world0(), WorldOf(out_.content0));
    const double last = everything_.world1() - h;
    double start = last;
    if (request_.as_of_s < kTimeMax && request_.as_of_s > kTimeMin) {
      start = std::min(last, WorldOf(request_.as_of_s) - (1 - kAheadShare) * h);
    }
    if (const std::optional<Seconds> focus = FocusTime()) {
      const double at = WorldOf(*focus), pad = std::min(kFocusPadPx, h / 3);
      start = std::clamp(start, at - h + pad, at - pad);
    }
    return std::clamp(start, std::min(first, last), last);
  }

  std::optional<Seconds> FocusTime() const {
    const Ref focus = request_.focus;
    if (!request_.dossier->Holds(focus)) return std::nullopt;
    Seconds t = kTimeMin;
    if (focus.kind == ItemKind::kEvent) {
      t = request_.dossier->events()[focus.index].date.when.earliest();
    }
    if (focus.kind == ItemKind::kMove) {
      t = request_.dossier->moves()[focus.index].date.when.earliest();
    }
    return t > kTimeMin && t < kTimeMax ? std::optional(t) : std::nullopt;
  }

  // ---- Marks ----

  void Collect() {
    items_ = CollectItems(request_, out_.range0, out_.range1);
    const double playhead_px = PlayheadOn(everything_, request_.as_of_s);
    for (const LaneItems& lane : items_.lanes) {
      for (const TimelineItem& item : lane.items) {
        entries_.push_back({&item, &lane, SpanOf(item, everything_, playhead_px, kFades), {}});
      }
    }
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
      return a.item->when->earliest() < b.item->when->earliest();
    });
    GiveColumns();
    std::erase_if(entries_, [](const Entry& entry) { return entry.item->hidden; });
    const double now_px = PlayheadOn(out_.scale, request_.as_of_s);
    for (Entry& entry : entries_) entry.span = SpanOf(*entry.item, out_.scale, now_px, kFades);
  }

  // The most important intervals of each time become bars, the others points. Decided with
  // everything in view, so that bars stay bars and keep their column.
  void GiveColumns() {
    const double natural =
        (everything_.world1() - everything_.world0()) / (everything_.x1_px() - everything_.x0_px());
    std::vector<Entry*> bars;
    for (Entry& entry : entries_) {
      const bool long_enough = entry.span.length_px() * natural >= kMinBarPx;
      if (IsInterval(*entry.item->when) && long_enough) bars.push_back(&entry);
    }
    std::stable_sort(bars.begin(), bars.end(), [](const Entry* a, const Entry* b) {
      return ComesBefore(*a->item, *b->item);
    });
    std::vector<Entry*> kept;
    for (Entry* bar : bars) {
      const auto beside = std::count_if(kept.begin(), kept.end(), [bar](const Entry* other) {
        return other->span.x0_px < bar->span.x1_px + kBarGapPx &&
               bar->span.x0_px < other->span.x1_px + kBarGapPx;
      });
      if (beside < static_cast<ptrdiff_t>(kMaxBarColumns)) kept.push_back(bar);
    }
    // First fit in the order of the beginnings.
    std::stable_sort(kept.begin(), kept.end(),
                     [](const Entry* a, const Entry* b) { return a->span.x0_px < b->span.x0_px; });
    std::vector<double> free_from_px;
    for (Entry* bar : kept) {
      size_t column = 0;
      while (column < free_from_px.size() && free_from_px[column] > bar->span.x0_px) ++column;
      if (column == free_from_px.size()) free_from_px.push_back(0);
      free_from_px[column] = bar->span.x1_px + kBarGapPx;
      bar->column = column;
    }
  }

  Mark NewMark(const Entry& entry, MarkShape shape) const {
    const TimelineItem& item = *entry.item;
    Mark mark;
    mark.item = item.ref;
    mark.shape = shape;
    mark.track = entry.lane->track;
    mark.face = item.scheduled ? Face::kSemiBold : Face::kRegular;
    mark.dimmed = item.dimmed;
    mark.selected = item.selected;
    mark.scheduled = item.scheduled;
    return mark;
  }

  void PlaceBars() {
    const double top = out_.scale.x0_px(), bottom = out_.scale.x1_px();
    for (const Entry& entry : entries_) {
      const ItemSpan& span = entry.span;
      if (!entry.column || span.x1_px <= top || span.x0_px >= bottom) continue;
      Mark mark = NewMark(entry, MarkShape::kBar);
      const double y0 = std::max(span.x0_px, top), y1 = std::min(span.x1_px, bottom);
      const float w = request_.metrics.bar_px;
      const float x = request_.area_px.right() - kBarsRightPx - w -
                      kBarPitchPx * static_cast<float>(*entry.column);
      mark.bar_px = {x, static_cast<float>(y0), w, static_cast<float>(y1 - y0)};
      mark.starts_in_view = y0 == span.x0_px;
      mark.ends_in_view = y1 == span.x1_px;
      mark.fade_in_px = static_cast<float>(std::max(0.0, span.x0_px + span.fade_in_px - y0));
      mark.fade_out_px = static_cast<float>(std::max(0.0, y1 - (span.x1_px - span.fade_out_px)));
      mark.ends_at_playhead = span.ends_at_playhead;
      mark.mark_px = mark.box_px = mark.bar_px;
      mark.centre_px = mark.bar_px.centre();
      out_.marks.push_back(std::move(mark));
      mark_items_.push_back(entry.item);
    }
  }

  void PlacePoints() {
    std::vector<const Entry*> points;
    std::vector<ClusterPoint> for_clustering;
    for (const Entry& entry : entries_) {
      const double y = entry.span.centre_px;
      if (entry.column || y < out_.scale.x0_px() || y > out_.scale.x1_px()) continue;
      points.push_back(&entry);
    }
    std::stable_sort(points.begin(), points.end(), [](const Entry* a, const Entry* b) {
      return a->span.centre_px < b->span.centre_px;
    });
    for (const Entry* entry : points) {
      const TimelineItem& item = *entry->item;
      const float r = item.scheduled ? request_.metrics.ring_r_px : request_.metrics.dot_r_px;
      for_clustering.push_back({entry->span.centre_px, r, 1, item.scheduled, item.selected});
    }
    ClusterSizes sizes;
    sizes.min_gap_px = kLineGapPx;
    sizes.digit_px = 0;
    sizes.pill_pad_px = request_.metrics.pill_px;
    for (const PointGroup& group : ClusterPoints(for_clustering, sizes)) AddGroup(points, group);
  }

  void AddGroup(const std::vector<const Entry*>& points, const PointGroup& group) {
    const Entry* top = points[group.first];
    const MarkShape single = top->item->scheduled ? MarkShape::kRing : MarkShape::kDot;
    Mark mark = NewMark(*top, group.count > 1 ? MarkShape::kCluster : single);
    for (size_t i = group.first; group.count > 1 && i < group.first + group.count; ++i) {
      mark.members.push_back(points[i]->item->ref);
      mark.dimmed = mark.dimmed && points[i]->item->dimmed;
      if (ComesBefore(*points[i]->item, *top->item)) top = points[i];
    }
    mark.count = group.count > 1 ? group.weight : 0;
    const auto half = static_cast<float>(group.half_px);
    const auto y = static_cast<float>(group.centre_px);
    mark.centre_px = {out_.axis_y_px, y};
    const float half_w = group.count > 1 ? half + 2 : half;
    mark.mark_px = {out_.axis_y_px - half_w, y - half, 2 * half_w, 2 * half};
    mark.box_px = {mark.mark_px.x, y - kLinePx / 2, mark.mark_px.w, kLinePx};
    if (group.count == 1) mark.note = top->lane->name;
    out_.marks.push_back(std::move(mark));
    mark_items_.push_back(top->item);
  }

  // ---- Labels ----

  // The left edge of the bars beside a line.
  float RightLimit(const Rect& line) const {
    float limit = request_.area_px.right();
    for (const Mark& mark : out_.marks) {
      if (mark.shape == MarkShape::kBar && mark.bar_px.Overlaps(line)) {
        limit = std::min(limit, mark.bar_px.x);
      }
    }
    return limit - kRightPadPx;
  }

  void LabelPoints() {
    std::vector<size_t> order;
    for (size_t i = 0; i < out_.marks.size(); ++i) {
      if (out_.marks[i].shape != MarkShape::kBar) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [this](size_t a, size_t b) {
      if (out_.marks[a].selected != out_.marks[b].selected) return out_.marks[a].selected;
      return ComesBefore(*mark_items_[a], *mark_items_[b]);
    });
    for (const size_t i : order) {
      Mark& mark = out_.marks[i];
      const double y0 = mark.centre_px.y - kLinePx / 2, y1 = y0 + kLinePx;
      if (lines_.IsFree(y0, y1) || mark.selected) LabelPoint(*mark_items_[i], &mark);
      if (mark.label.empty()) mark.note.clear();
    }
  }

  void LabelPoint(const TimelineItem& item, Mark* mark) {
    const float x = out_.lanes_px.x + kLabelsPx, y = mark->centre_px.y;
    const Rect line{x, y - kLinePx / 2, request_.area_px.right() - x, kLinePx};
    const float right = RightLimit(line);
    std::string suffix;
    if (mark->shape == MarkShape::kCluster) {
      suffix = ", " + std::to_string(mark->members.size() - 1) + " more";
    }
    const TextMeasurer& measurer = *request_.measurer;
    const float size = request_.metrics.label_size_px;
    const std::string_view title = TitleOf(request_, item.ref);
    mark->label = Shortened(title, suffix, measurer, mark->face, size, right - x);
    if (mark->label.empty() && mark->shape == MarkShape::kCluster) {
      mark->label = std::to_string(mark->members.size()) + " events";
    }
    if (mark->label.empty() && mark->selected) mark->label = title;
    if (mark->label.empty()) return;
    const float end = x + measurer.WidthPx(mark->label, mark->face, size);
    lines_.Take(line.y, line.bottom());
    mark->side = LabelSide::kRight;
    mark->label_px = {x, y};
    mark->box_px.w = end - mark->box_px.x;
    const float note_px = measurer.WidthPx(mark->note, Face::kRegular, kNoteSizePx);
    const bool says_it = mark->label.find(mark->note) != std::string::npos;
    if (says_it || end + kNoteGapPx + note_px > right) {
      mark->note.clear();
      return;
    }
    mark->note_px = {end + kNoteGapPx, y};
    mark->box_px.w = mark->note_px.x + note_px - mark->box_px.x;
  }

  // Beside the upper end of the bar, or further down where that is taken.
  void LabelBars() {
    std::vector<Rect> taken;
    for (const Mark& mark : out_.marks) taken.push_back(mark.box_px);
    for (size_t i = 0; i < out_.marks.size(); ++i) {
      Mark& mark = out_.marks[i];
      if (mark.shape != MarkShape::kBar) continue;
      const std::string title(TitleOf(request_, mark_items_[i]->ref));
      const float w = request_.measurer->WidthPx(title, mark.face, request_.metrics.label_size_px);
      const float x = mark.bar_px.x - kBarLabelGapPx - w;
      if (x < out_.lanes_px.x + kLabelsPx) continue;
      const float first = mark.bar_px.y + mark.fade_in_px + kBarLabelSinkPx;
      for (float y = first; y + kLinePx / 2 <= mark.bar_px.bottom(); y += kLinePx / 2) {
        const Rect line{x, y - kLinePx / 2, w, kLinePx};
        const bool free = std::none_of(taken.begin(), taken.end(),
                                       [&line](const Rect& box) { return box.Overlaps(line); });
        if (!free) continue;
        mark.label = title;
        mark.side = LabelSide::kLeft;
        mark.label_px = {x, y};
        taken.push_back(line);
        break;
      }
    }
  }

  void PlaceAxis() {
    TickRequest ticks;
    ticks.scale = &out_.scale;
    ticks.measurer = request_.measurer;
    ticks.metrics = request_.metrics;
    ticks.orientation = Orientation::kVertical;
    ticks.axis_px = out_.lanes_px.x + kNamesPx;
    ticks.talks = items_.talks;
    out_.ticks = LayoutTicks(ticks);
    const Rect& area = request_.area_px;
    SetMinimap(request_,
               {area.x + kStripPadPx, area.y + kStripPadPx, request_.metrics.minimap_px,
                std::max(1.0f, area.h - kStripPadPx - kStripFootPx)},
               &out_);
    SetBreaks(&out_);
    SetBands(request_, &out_);
  }

  const TimelineRequest& request_;
  TimeScale everything_;
  TimelineItems items_;
  std::vector<Entry> entries_;                   // ascending in time
  std::vector<const TimelineItem*> mark_items_;  // what out_.marks are labelled by
  RowSpace lines_;                               // taken by labels, down the page
  TimelineLayout out_;
};

}  // namespace

TimelineLayout LayoutVertical(const TimelineRequest& request) {
  return VerticalLayout(request).Run();
}

}  // namespace demarche
