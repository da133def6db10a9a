#include "core/timeline/timeline_vertical.h"

#include <algorithm>
#include <optional>

#include "core/base/stable_sort.h"
#include "core/timeline/axis.h"
#include "core/timeline/clusters.h"
#include "core/timeline/item_span.h"
#include "core/timeline/ticks.h"
#include "core/timeline/timeline_frame.h"
#include "core/timeline/timeline_items.h"
#include "core/timeline/vertical_labels.h"

namespace demarche {
namespace {

// Coordinates of design/DESIGN.md's phone, from the left edge of the ground on.
constexpr float kNamesPx = 7, kThreadPx = 74;
constexpr float kStripPadPx = 10, kStripFootPx = 16;
constexpr float kBarsRightPx = 13, kBarPitchPx = 18;  // columns of bars, from the right edge
constexpr size_t kMaxBarColumns = 2;
constexpr double kMinBarPx = 40;  // what is shorter is a point
constexpr double kBarGapPx = 4;
constexpr double kLineGapPx = 20;  // marks closer than this share a line: they merge
// The axis keeps so far from both edges that every mark in its range is whole, selected or not.
constexpr float kEdgePx = kVerticalLinePx / 2 + kOutlineY + 1;
constexpr float kSpanBesidePx = 8;  // from a dot's centre to the line along its wide date
constexpr float kPillPx = 19, kPillAbovePx = 12, kPillRightPx = 4;
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
    PlaceAxis();
    LabelVertical(request_, mark_items_, &out_);
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
    const double y0 = request_.area_px.y + kEdgePx;
    const double h = std::max(1.0f, request_.area_px.h - 2 * kEdgePx);
    std::vector<ScaleBand> bands = BandsInZone(
        request_.axis == AxisKind::kLinear ? LinearBands(*request_.dossier, request_.as_of_s, h)
                                           : NaturalBands(*request_.dossier, request_.as_of_s),
        request_.calendar);
    everything_ =
        TimeScale(bands, bands.front().u0, bands.back().u1, y0, y0 + h, request_.calendar);
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
    out_.scale = TimeScale(std::move(bands), u0, u1, y0, y0 + h, request_.calendar);
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
    if (focus.kind != ItemKind::kEvent && focus.kind != ItemKind::kMove) return std::nullopt;
    const Seconds t = request_.dossier->WhenOf(focus).earliest();
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
    StableSort(&entries_, [](const Entry& a, const Entry& b) {
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
      if (entry.item->when->IsStretch() && long_enough && !entry.lane->folded)
        bars.push_back(&entry);
    }
    StableSort(&bars,
               [](const Entry* a, const Entry* b) { return ComesBefore(*a->item, *b->item); });
    std::vector<Entry*> kept;
    for (Entry* bar : bars) {
      const auto beside = std::count_if(kept.begin(), kept.end(), [bar](const Entry* other) {
        return other->span.x0_px < bar->span.x1_px + kBarGapPx &&
               bar->span.x0_px < other->span.x1_px + kBarGapPx;
      });
      if (beside < static_cast<ptrdiff_t>(kMaxBarColumns)) kept.push_back(bar);
    }
    // First fit in the order of the beginnings.
    StableSort(&kept, [](const Entry* a, const Entry* b) { return a->span.x0_px < b->span.x0_px; });
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
    if (item.ref.kind == ItemKind::kEvent)
      mark.track = request_.dossier->events()[item.ref.index].track;
    mark.face = item.scheduled ? Face::kSemiBold : Face::kRegular;
    mark.dimmed = item.dimmed;
    mark.selected = item.selected;
    mark.scheduled = item.scheduled;
    mark.doubted = item.when->IsDoubted();
    return mark;
  }

  void PlaceBars() {
    const double top = out_.lanes_px.y, bottom = out_.lanes_px.bottom();
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
      mark_items_.push_back({entry.item});
    }
  }

  void PlacePoints() {
    const double top = out_.scale.x0_px(), bottom = out_.scale.x1_px();
    std::vector<Entry*> points;
    for (Entry& entry : entries_) {
      if (entry.column) continue;
      MoveIntoView(*entry.item, top, bottom, 0, &entry.span);
      if (entry.span.centre_px >= top && entry.span.centre_px <= bottom) points.push_back(&entry);
    }
    StableSort(&points, [](const Entry* a, const Entry* b) {
      return a->span.centre_px < b->span.centre_px;
    });
    std::vector<ClusterPoint> for_clustering;
    for (const Entry* entry : points) {
      const TimelineItem& item = *entry->item;
      // The selected one has the outline of its line around it.
      const float half = item.selected ? kVerticalLinePx / 2 + kOutlineY : RadiusOf(item);
      for_clustering.push_back({entry->span.centre_px, half, 1, item.scheduled, item.selected});
    }
    ClusterSizes sizes;
    sizes.min_gap_px = sizes.min_seen_gap_px = kLineGapPx;
    sizes.digit_px = 0;
    sizes.pill_pad_px = request_.metrics.pill_px;
    for (const PointGroup& group : ClusterPoints(for_clustering, sizes)) AddGroup(points, group);
  }

  float RadiusOf(const TimelineItem& item) const {
    return item.scheduled ? request_.metrics.ring_r_px : request_.metrics.dot_r_px;
  }

  void AddGroup(const std::vector<Entry*>& points, const PointGroup& group) {
    const Entry& first = *points[group.first];
    const bool cluster = group.count > 1;
    const MarkShape single = first.item->scheduled ? MarkShape::kRing : MarkShape::kDot;
    Mark mark = NewMark(first, cluster ? MarkShape::kCluster : single);
    MarkItems items;
    for (size_t i = group.first; i < group.first + group.count; ++i) {
      items.push_back(points[i]->item);
      if (!cluster) continue;
      mark.members.push_back(points[i]->item->ref);
      mark.dimmed = mark.dimmed && points[i]->item->dimmed;
    }
    StableSort(&items,
               [](const TimelineItem* a, const TimelineItem* b) { return ComesBefore(*a, *b); });
    mark.count = cluster ? group.weight : 0;
    const float half = cluster ? request_.metrics.pill_px / 2 : RadiusOf(*first.item);
    const float half_w = cluster ? half + 2 : half;
    const auto y = static_cast<float>(group.centre_px);
    mark.centre_px = {out_.axis_y_px, y};
    mark.mark_px = {out_.axis_y_px - half_w, y - half, 2 * half_w, 2 * half};
    mark.box_px = {mark.mark_px.x, y - kVerticalLinePx / 2, mark.mark_px.w, kVerticalLinePx};
    if (!cluster) {
      mark.note = first.lane->name;
      SetSpan(first, &mark);
    }
    out_.marks.push_back(std::move(mark));
    mark_items_.push_back(std::move(items));
  }

  void SetSpan(const Entry& entry, Mark* mark) const {
    const WideSpan wide =
        WideSpanOf(*entry.item, entry.span, out_.lanes_px.y, out_.lanes_px.bottom());
    if (!wide.shown()) return;
    mark->span_px = {out_.axis_y_px - kSpanBesidePx, static_cast<float>(wide.x0_px), 0,
                     static_cast<float>(wide.x1_px - wide.x0_px)};
  }

  void PlaceAxis() {
    TickRequest ticks;
    ticks.scale = &out_.scale;
    ticks.measurer = request_.measurer;
    ticks.metrics = request_.metrics;
    ticks.orientation = Orientation::kVertical;
    ticks.axis_px = out_.lanes_px.x + kNamesPx;
    ticks.talks = items_.talks;
    ticks.calendar = request_.calendar;
    out_.ticks = LayoutTicks(ticks);
    SetZoneNote(&out_);
    const Rect& area = request_.area_px;
    SetMinimap(request_,
               {area.x + kStripPadPx, area.y + kStripPadPx, request_.metrics.minimap_px,
                std::max(1.0f, area.h - kStripPadPx - kStripFootPx)},
               &out_);
    SetBreaks(&out_);
    SetBands(request_, &out_);
    if (!out_.bands.empty()) out_.bands.back().x1_px = out_.lanes_px.bottom();
  }

  const TimelineRequest& request_;
  TimeScale everything_;
  TimelineItems items_;
  std::vector<Entry> entries_;         // ascending in time
  std::vector<MarkItems> mark_items_;  // what out_.marks stand for
  TimelineLayout out_;
};

}  // namespace

Rect VerticalPill(const Rect& area_px, float playhead_px, float w_px) {
  if (w_px <= 0) return {};
  const float last = std::max(area_px.y, area_px.bottom() - kPillPx);
  return {area_px.right() - kPillRightPx - w_px,
          std::clamp(playhead_px - kPillAbovePx, area_px.y, last), w_px, kPillPx};
}

TimelineLayout LayoutVertical(const TimelineRequest& request) {
  return VerticalLayout(request).Run();
}

}  // namespace demarche
