#include "core/timeline/link_routes.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/plane.h"
#include "core/timeline/link_badges.h"
#include "core/timeline/link_path.h"
#include "core/timeline/link_rows.h"

namespace demarche {
namespace {

constexpr float kMarkGapPx = 1, kEdgeInsetPx = 4;
constexpr int kMostTracks = 12;
constexpr float kTrackPx = 3;  // between links in one gap
constexpr float kPlayheadClearPx = 6;
constexpr float kBarEndPx = 4;  // a link leaves a bar's ends alone

// What a way costs beyond its length, in px that it might be longer instead.
constexpr float kOtherLinkCost = 120, kBendCost = 10, kNarrowCost = 0.6f, kDetourCost = 12;
constexpr float kAnyCost = 1e30f;

// Of the pieces of ways that are taken, those of one owner may be shared by its other links.
struct Taken {
  float at = 0, from = 0, to = 0;
  uint32_t owner = 0;
};
bool Conflicts(const Taken& a, const Taken& b, float apart_px) {
  return a.owner != b.owner && std::abs(a.at - b.at) < apart_px && a.from < b.to && b.from < a.to;
}

// Where on a mark a link may begin or end, along the axis.
Stretch AlongMark(const TimelineLayout& layout, const LinkEnd& end) {
  const bool vertical = layout.orientation == Orientation::kVertical;
  const Mark& mark = layout.marks[end.mark];
  const Rect& view = layout.lanes_px;
  if (mark.shape != MarkShape::kBar) {
    // Its own place in a density.
    const Point& at_px = mark.shape == MarkShape::kDensity ? end.at_px : mark.centre_px;
    const float at = vertical ? at_px.y : at_px.x;
    return {at, at};
  }
  const Rect& bar = mark.bar_px;
  float from = vertical ? std::max(bar.y, view.y) : std::max(bar.x, view.x);
  float to = vertical ? std::min(bar.bottom(), view.bottom()) : std::min(bar.right(), view.right());
  const float aside = std::min(kBarEndPx, (to - from) / 2);
  from += aside, to -= aside;
  return {from, std::max(from, to)};
}

using Corners = std::vector<Point>;

// ---- Time to the right ----

class HorizontalRouter {
 public:
  explicit HorizontalRouter(const TimelineLayout& layout)
      : layout_(layout), rows_(layout), tracks_(rows_.gaps()) {}

  Corners Route(const TimelineLink& link) {
    if (link.from.place != LinkPlace::kMark) return ToEdge(link.to, link.from, Turn::kAround);
    if (link.to.place != LinkPlace::kMark) return ToEdge(link.from, link.to, Turn::kAhead);
    return Between(link.from, link.to);
  }

 private:
  enum class Turn : uint8_t { kAhead, kAround };
  // Out of the row of `a` into a gap, along it to an upright part, through that to another gap and
  // along it to `b`.
  struct Plan {
    float a_px, upright_px, b_px;
    size_t gap_a, gap_b;
    float cost;
  };

  static float EdgeOf(const Mark& mark, bool above) {
    return above ? mark.mark_px.y - kMarkGapPx : mark.mark_px.bottom() + kMarkGapPx;
  }

  // The middle of a gap, or what is free beside it.
  float TrackIn(size_t gap, float from_px, float to_px, uint32_t owner) {
    const float x0 = std::min(from_px, to_px), x1 = std::max(from_px, to_px);
    Stretch free = rows_.FreeIn(gap, x0, x1);
    if (free.from > free.to) free.from = free.to = rows_.GapPx(gap);
    const float middle = free.Nearest(rows_.GapPx(gap));
    Taken taken{middle, x0 - 4, x1 + 4, owner};
    for (int step = 0; step <= kMostTracks; ++step) {
      const float aside = kTrackPx * static_cast<float>((step + 1) / 2);
      const float y = middle + (step % 2 == 1 ? -aside : aside);
      if (y < free.from || y > free.to) continue;
      taken.at = y;
      const bool is_free = std::none_of(
          tracks_[gap].begin(), tracks_[gap].end(),
          [&](const Taken& other) { return Conflicts(other, taken, kTrackPx - 0.5f); });
      if (is_free) break;
      taken.at = middle;
    }
    tracks_[gap].push_back(taken);
    return taken.at;
  }

  Corners ToEdge(const LinkEnd& end, const LinkEnd& edge, Turn turn) {
    const Mark& mark = layout_.marks[end.mark];
    const Rect& view = layout_.lanes_px;
    const bool before = edge.place == LinkPlace::kBefore;
    const float edge_px = before ? view.x + kEdgeInsetPx : view.right() - kEdgeInsetPx;
    const float x = AlongMark(layout_, end).Nearest(edge_px);
    const float y = TrackIn(rows_.RowOf(mark), x, edge_px, end.mark);
    Corners way{{x, EdgeOf(mark, true)}, {x, y}, {edge_px, y}};
    if (turn == Turn::kAround) std::reverse(way.begin(), way.end());
    return way;
  }

  Corners Between(const LinkEnd& from, const LinkEnd& to) {
    const uint32_t owner = from.mark;
    const Mark &a = layout_.marks[from.mark], &b = layout_.marks[to.mark];
    const Plan plan = BestPlan(from, to);
    Corners way{{plan.a_px, EdgeOf(a, plan.gap_a == rows_.RowOf(a))}};
    float at = plan.a_px;
    const auto along = [&](size_t gap, float to) {
      if (std::abs(to - at) < 0.5f) return;
      const float y = TrackIn(gap, at, to, owner);
      way.push_back({at, y});
      way.push_back({to, y});
      at = to;
    };
    if (plan.gap_a != plan.gap_b) {
      uprights_.push_back(UprightOf(plan, owner));
      along(plan.gap_a, plan.upright_px);
    }
    along(plan.gap_b, plan.b_px);
    way.push_back({at, EdgeOf(b, plan.gap_b == rows_.RowOf(b))});
    return way;
  }

  Plan BestPlan(const LinkEnd& from, const LinkEnd& to) const {
    const uint32_t owner = from.mark;
    const Mark& a = layout_.marks[from.mark];
    const size_t row_a = rows_.RowOf(a), row_b = rows_.RowOf(layout_.marks[to.mark]);
    const Stretch on_a = AlongMark(layout_, from), on_b = AlongMark(layout_, to);
    const float ax = on_a.Nearest(on_b.Nearest(a.centre_px.x)), bx = on_b.Nearest(ax);
    std::optional<Plan> best;
    const auto consider = [&](float x, size_t gap_a, size_t gap_b) {
      if (x < layout_.lanes_px.x || x > layout_.lanes_px.right()) return;
      Plan plan{on_a.Nearest(x), x, on_b.Nearest(x), gap_a, gap_b, 0};
      float detour = 0;
      if (gap_a == row_a && row_a < row_b) detour += kDetourCost;
      if (gap_a != row_a && row_a >= row_b) detour += kDetourCost;
      if (gap_b == row_b && row_a > row_b) detour += kDetourCost;
      if (gap_b != row_b && row_a <= row_b) detour += kDetourCost;
      // Most ways are too long whatever they cross.
      if (best && LengthOf(plan) + detour >= best->cost) return;
      plan.cost = detour + CostOf(plan, owner, best ? best->cost - detour : kAnyCost);
      if (!best || plan.cost < best->cost - 0.01f) best = plan;
    };
    for (const size_t gap_a : {row_a, row_a + 1}) {
      for (const size_t gap_b : {row_b, row_b + 1}) {
        consider(ax, gap_a, gap_b);
        consider(bx, gap_a, gap_b);
        if (gap_a == gap_b) continue;
        for (const float aside : {9.0f, 14.0f, 20.0f}) {
          for (const float x : {ax, bx})
            consider(x + aside, gap_a, gap_b), consider(x - aside, gap_a, gap_b);
        }
        for (const float share : {0.25f, 0.5f, 0.75f})
          consider(ax + (bx - ax) * share, gap_a, gap_b);
      }
    }
    return best ? *best : Plan{ax, ax, bx, row_a, row_b, 0};
  }

  Taken UprightOf(const Plan& plan, uint32_t owner) const {
    const float a = rows_.GapPx(plan.gap_a), b = rows_.GapPx(plan.gap_b);
    return {plan.upright_px, std::min(a, b), std::max(a, b), owner};
  }

  float LengthOf(const Plan& plan) const {
    if (plan.gap_a == plan.gap_b) return std::abs(plan.b_px - plan.a_px);
    return std::abs(plan.upright_px - plan.a_px) + std::abs(plan.b_px - plan.upright_px) +
           std::abs(rows_.GapPx(plan.gap_b) - rows_.GapPx(plan.gap_a));
  }

  float CostOfRun(size_t gap, float from_px, float to_px) const {
    const float length = std::abs(to_px - from_px);
    if (length == 0) return 0;
    const float x0 = std::min(from_px, to_px), x1 = std::max(from_px, to_px);
    const Stretch free = rows_.FreeIn(gap, x0, x1);
    return length + kBendCost + (free.from > free.to ? length * kNarrowCost : 0);
  }

  // At least; what is `dear` is not looked at further.
  float CostOf(const Plan& plan, uint32_t owner, float dear) const {
    if (plan.gap_a == plan.gap_b) return CostOfRun(plan.gap_a, plan.a_px, plan.b_px);
    const Taken upright = UprightOf(plan, owner);
    float cost = CostOfRun(plan.gap_a, plan.a_px, plan.upright_px) +
                 CostOfRun(plan.gap_b, plan.upright_px, plan.b_px) + upright.to - upright.from;
    if (cost >= dear) return cost;
    cost += rows_.CostOfCrossing(plan.upright_px, std::min(plan.gap_a, plan.gap_b),
                                 std::max(plan.gap_a, plan.gap_b));
    if (cost >= dear) return cost;
    for (const Taken& taken : uprights_)
      if (Conflicts(taken, upright, kTrackPx)) cost += kOtherLinkCost;
    const bool at_playhead = layout_.playhead_in_view &&
                             std::abs(plan.upright_px - layout_.playhead_px) < kPlayheadClearPx;
    if (at_playhead) cost += kOtherLinkCost;
    return cost;
  }

  const TimelineLayout& layout_;
  const LinkRows rows_;
  std::vector<std::vector<Taken>> tracks_;  // by gap
  std::vector<Taken> uprights_;
};

// ---- Time down ----

class VerticalRouter {
 public:
  explicit VerticalRouter(const TimelineLayout& layout) : layout_(layout) {}

  Corners Route(const TimelineLink& link) {
    if (link.from.place != LinkPlace::kMark) {
      Corners way = ToEdge(link.to, link.from);
      std::reverse(way.begin(), way.end());
      return way;
    }
    if (link.to.place != LinkPlace::kMark) return ToEdge(link.from, link.to);
    const Mark& a = layout_.marks[link.from.mark];
    const Mark& b = layout_.marks[link.to.mark];
    if (IsBar(a) && !IsBar(b)) return FromBar(link.from, b);
    if (IsBar(b) && !IsBar(a)) {
      Corners way = FromBar(link.to, a);
      std::reverse(way.begin(), way.end());
      return way;
    }
    const Stretch on_a = AlongMark(layout_, link.from), on_b = AlongMark(layout_, link.to);
    const float ay = on_a.Nearest(on_b.Nearest(b.centre_px.y)), by = on_b.Nearest(ay);
    if (IsBar(a)) {
      const float x = std::min(a.bar_px.x, b.bar_px.x) - kBesideBarPx;
      return {{LeftOf(a), ay}, {x, ay}, {x, by}, {LeftOf(b), by}};
    }
    const float x = TrackLeft(ay, by, link.from.mark);
    return {{LeftOf(a), ay}, {x, ay}, {x, by}, {LeftOf(b), by}};
  }

 private:
  static constexpr float kFirstTrackPx = 17, kTrackStepPx = 6, kBesideBarPx = 7;
  static constexpr int kTracks = 9;

  static bool IsBar(const Mark& mark) { return mark.shape == MarkShape::kBar; }
  static float LeftOf(const Mark& mark) { return mark.mark_px.x - kMarkGapPx; }
  float TrackLeft(float from_px, float to_px, uint32_t owner) {
    Taken taken{0, std::min(from_px, to_px), std::max(from_px, to_px), owner};
    for (int track = 0; track < kTracks; ++track) {
      taken.at = layout_.axis_y_px - kFirstTrackPx - kTrackStepPx * static_cast<float>(track);
      const bool free = std::none_of(taken_.begin(), taken_.end(), [&](const Taken& other) {
        return Conflicts(other, taken, kTrackStepPx / 2);
      });
      if (free) break;
    }
    taken_.push_back(taken);
    return taken.at;
  }

  // From the bar to the end of the label, level where the bar reaches so far.
  Corners FromBar(const LinkEnd& of_bar, const Mark& mark) const {
    const Mark& bar = layout_.marks[of_bar.mark];
    const float y = mark.centre_px.y, bar_y = AlongMark(layout_, of_bar).Nearest(y);
    const float to = std::min(mark.box_px.right() + kOutlineX, bar.bar_px.x - kBesideBarPx);
    const Point from{LeftOf(bar), bar_y};
    if (std::abs(bar_y - y) < 0.5f) return {from, {to, y}};
    const float x = std::max(to, bar.bar_px.x - kBesideBarPx);
    return {from, {x, bar_y}, {x, y}, {to, y}};
  }

  Corners ToEdge(const LinkEnd& end, const LinkEnd& edge) {
    const Mark& mark = layout_.marks[end.mark];
    const Rect& view = layout_.lanes_px;
    const float edge_px =
        edge.place == LinkPlace::kBefore ? view.y + kEdgeInsetPx : view.bottom() - kEdgeInsetPx;
    const float y = AlongMark(layout_, end).Nearest(edge_px);
    const float x = IsBar(mark) ? mark.bar_px.x - kBesideBarPx : TrackLeft(y, edge_px, end.mark);
    return {{LeftOf(mark), y}, {x, y}, {x, edge_px}};
  }

  const TimelineLayout& layout_;
  std::vector<Taken> taken_;
};

// An arrow looks at its mark, however short the way's last part is.
Point TowardsMark(const Mark& mark, Point before, Point at) {
  const bool upright = std::abs(at.x - before.x) < 0.01f;
  if (upright) return {0, mark.mark_px.centre().y < at.y ? -1.0f : 1.0f};
  return {mark.mark_px.centre().x < at.x ? -1.0f : 1.0f, 0};
}

void SetEnd(const TimelineLayout& layout, Point before, Point at, LinkEnd* end) {
  end->at_px = at;
  end->direction = end->place == LinkPlace::kMark ? TowardsMark(layout.marks[end->mark], before, at)
                                                  : Unit(at - before);
}

template <class Router>
void RouteAll(const TimelineLayout& layout, const TextMeasurer& measurer, Router router,
              std::vector<TimelineLink>* links) {
  const std::vector<Rect> texts = TextBoxes(layout, measurer);
  BadgePlacer badges(layout, texts);
  for (TimelineLink& link : *links) {
    const Corners way = router.Route(link);
    const std::vector<Point> line = Rounded(way, {0, kLinkArrowPx});
    SetEnd(layout, way[1], way.front(), &link.from);
    SetEnd(layout, way[way.size() - 2], way.back(), &link.to);
    link.strokes = Broken(line, texts);
    badges.Place(line, &link);
  }
}

}  // namespace

void RouteLinks(const TimelineLayout& layout, const TextMeasurer& measurer,
                std::vector<TimelineLink>* links) {
  if (links->empty()) return;
  if (layout.orientation == Orientation::kVertical) {
    RouteAll(layout, measurer, VerticalRouter(layout), links);
  } else {
    RouteAll(layout, measurer, HorizontalRouter(layout), links);
  }
}

}  // namespace demarche
