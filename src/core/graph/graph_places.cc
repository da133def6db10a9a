#include "core/graph/graph_places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "core/graph/graph_evidence.h"

namespace demarche {
namespace {

// The world is twice as wide as high: between the desktop's graph and the phone's.
constexpr double kWorldW = 2, kWorldH = 1;
constexpr double kLinkLength = 0.4;  // where no pins tell it
constexpr double kMinSpan = 0.2;     // pins nearer than this do not tell where the picture ends
// Persons stand around whom they speak for, at this distance and farther the more they are.
constexpr double kPersonStep = 0.012;

Point Clamped(double x, double y) {
  return {static_cast<float>(std::clamp(x, 0.0, 1.0)), static_cast<float>(std::clamp(y, 0.0, 1.0))};
}

struct Span {
  double low = 0, high = 1;
};

// Of a coordinate of some nodes.
template <class Of, class Has>
Span SpanOf(std::span<const StressNode> nodes, const Of& of, const Has& has) {
  Span span{1e9, -1e9};
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (!has(i)) continue;
    span.low = std::min(span.low, of(nodes[i]));
    span.high = std::max(span.high, of(nodes[i]));
  }
  return span;
}

// A coordinate of the nodes of a picture that has pins: what reaches out over `most` is pressed
// together between the outermost pin and that bound.
void Squeeze(std::span<StressNode> nodes, const StressLayout& layout, double StressNode::*of,
             double most) {
  const auto get = [of](const StressNode& node) { return node.*of; };
  const auto is_pinned = [&](size_t i) { return nodes[i].fixed; };
  const auto is_anchored = [&](size_t i) { return layout.Anchored(static_cast<uint32_t>(i)); };
  const Span pins = SpanOf(nodes, get, is_pinned), all = SpanOf(nodes, get, is_anchored);
  const bool spread = pins.high - pins.low > kMinSpan * most;
  const Span bounds = spread ? pins : Span{0, most};
  // Between these nothing is pressed: where pins bound the picture, from a sixth within them.
  const double inset = spread ? (pins.high - pins.low) / 6 : 0;
  const Span kept{pins.low + inset, pins.high - inset};
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].fixed || !is_anchored(i)) continue;
    double& at = nodes[i].*of;
    if (at > kept.high && all.high > bounds.high)
      at = kept.high + (at - kept.high) * (bounds.high - kept.high) / (all.high - kept.high);
    if (at < kept.low && all.low < bounds.low)
      at = kept.low - (kept.low - at) * (kept.low - bounds.low) / (kept.low - all.low);
  }
}

// ---- Parts that no pin holds ----

struct Box {
  double x = 0, y = 0, w = 0, h = 0;
};

// The largest rectangle of the picture's frame that is free of anchored nodes, to a cell.
class FreeRoom {
 public:
  explicit FreeRoom(const Box& frame) : frame_(frame) {}

  void Take(double x, double y) {
    const double margin = 0.08;
    for (size_t row = 0; row < kRows; ++row) {
      const Box of_row = BoxOf(row, 0, 1, kColumns);
      if (y <= of_row.y - margin || y >= of_row.y + of_row.h + margin) continue;
      for (size_t column = 0; column < kColumns; ++column) {
        const Box cell = BoxOf(row, column, 1, 1);
        if (x > cell.x - margin && x < cell.x + cell.w + margin) taken_[row][column] = true;
      }
    }
  }

  Box Largest() const {
    Box best;
    for (size_t row = 0; row < kRows; ++row) {
      for (size_t column = 0; column < kColumns; ++column) {
        size_t columns = kColumns - column;
        for (size_t rows = 1; row + rows <= kRows && columns > 0; ++rows) {
          size_t free = 0;
          while (free < columns && !taken_[row + rows - 1][column + free]) ++free;
          columns = free;
          const Box box = BoxOf(row, column, rows, columns);
          if (columns > 0 && box.w * box.h > best.w * best.h) best = box;
        }
      }
    }
    return best;
  }

 private:
  static constexpr size_t kColumns = 32, kRows = 16;
  Box BoxOf(size_t row, size_t column, size_t rows, size_t columns) const {
    const double w = frame_.w / kColumns, h = frame_.h / kRows;
    return {frame_.x + w * static_cast<double>(column), frame_.y + h * static_cast<double>(row),
            w * static_cast<double>(columns), h * static_cast<double>(rows)};
  }

  const Box frame_;
  std::array<std::array<bool, kColumns>, kRows> taken_{};
};

// The unanchored parts lie packed beside each other already: together they go where the anchored
// ones leave most room, no larger than they are, as near to the middle as they can.
void MoveToFreeRoom(std::span<StressNode> nodes, const StressLayout& layout, const Box& frame) {
  const auto x_of = [](const StressNode& node) { return node.x; };
  const auto y_of = [](const StressNode& node) { return node.y; };
  const auto is_free = [&](size_t i) { return !layout.Anchored(static_cast<uint32_t>(i)); };
  const Span xs = SpanOf(nodes, x_of, is_free), ys = SpanOf(nodes, y_of, is_free);
  if (xs.high < xs.low) return;
  FreeRoom room(frame);
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (!is_free(i)) room.Take(nodes[i].x, nodes[i].y);
  }
  Box box = room.Largest();
  if (box.w <= 0) box = {frame.x, frame.y + 0.9 * frame.h, frame.w, 0.1 * frame.h};
  const double w = xs.high - xs.low, h = ys.high - ys.low;
  const double scale = std::min({1.0, w > 0 ? box.w / w : 1, h > 0 ? box.h / h : 1});
  const auto middle = [&](double low, double length, double part, double wish) {
    return std::clamp(wish, low + part / 2, std::max(low + part / 2, low + length - part / 2));
  };
  const double x = middle(box.x, box.w, w * scale, frame.x + frame.w / 2);
  const double y = middle(box.y, box.h, h * scale, frame.y + frame.h / 2);
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (!is_free(i)) continue;
    nodes[i].x = x + (nodes[i].x - (xs.low + xs.high) / 2) * scale;
    nodes[i].y = y + (nodes[i].y - (ys.low + ys.high) / 2) * scale;
  }
}

// Without a pin nothing says where the picture's edges are: it is stretched to fill the square.
void FitToWorld(std::span<StressNode> nodes) {
  const auto all = [](size_t) { return true; };
  const Span xs = SpanOf(
      nodes, [](const StressNode& n) { return n.x; }, all);
  const Span ys = SpanOf(
      nodes, [](const StressNode& n) { return n.y; }, all);
  // What is a line but for noise stays one.
  const double least = 0.02 * std::max(xs.high - xs.low, ys.high - ys.low);
  const auto fit = [least](double at, const Span& span, double length) {
    const double wide = span.high - span.low;
    return wide > least ? (at - span.low) / wide * length : length / 2;
  };
  for (StressNode& node : nodes)
    node.x = fit(node.x, xs, kWorldW), node.y = fit(node.y, ys, kWorldH);
}

// ---- Persons ----

// Vogel's sunflower spiral without trigonometry: the direction turns by the golden angle each step.
Point OnSpiral(uint32_t step) {
  constexpr double kCosGolden = -0.7373688780783197, kSinGolden = 0.6754902942615238;
  double cos = 1, sin = 0;
  for (uint32_t i = 0; i < step % 64; ++i) {
    const double turned = cos * kCosGolden - sin * kSinGolden;
    sin = sin * kCosGolden + cos * kSinGolden;
    cos = turned;
  }
  const double radius = kPersonStep * std::sqrt(1.0 + step);
  return {static_cast<float>(cos * radius / kWorldW), static_cast<float>(sin * radius)};
}

}  // namespace

ActorPlacing::ActorPlacing(const GraphEvidence& evidence) : evidence_(evidence) {
  const std::vector<Actor>& actors = evidence.dossier().actors();
  std::vector<bool> linked(actors.size());
  for (const ActorPair& pair : evidence.pairs()) linked[pair.a] = linked[pair.b] = true;

  node_of_.assign(actors.size(), kNone);
  for (Index i = 0; i < actors.size(); ++i) {
    const bool pinned = actors[i].HasPin();
    if (evidence.sides()[i] != i || !(linked[i] || pinned)) continue;
    node_of_[i] = static_cast<uint32_t>(nodes_.size());
    actor_of_.push_back(i);
    const Point pin = Clamped(actors[i].pin_x, actors[i].pin_y);
    nodes_.push_back({.x = pin.x * kWorldW, .y = pin.y * kWorldH, .fixed = pinned});
    any_pin_ = any_pin_ || pinned;
  }
  std::vector<StressLink> links;
  for (const ActorPair& pair : evidence.pairs()) {
    const uint32_t a = node_of_[pair.a], b = node_of_[pair.b];
    if (a != kNone && b != kNone) links.push_back({.a = a, .b = b});
  }
  layout_.emplace(nodes_, links, StressOptions{.link_length = kLinkLength});
}

bool ActorPlacing::Step() {
  if (!layout_) return false;
  if (layout_->Step()) return true;
  FitNodes();
  FillPlaces();
  layout_.reset();
  return false;
}

void ActorPlacing::FitNodes() {
  if (any_pin_) {
    Squeeze(nodes_, *layout_, &StressNode::x, kWorldW);
    Squeeze(nodes_, *layout_, &StressNode::y, kWorldH);
    MoveToFreeRoom(nodes_, *layout_, {0, 0, kWorldW, kWorldH});
  } else {
    FitToWorld(nodes_);
  }
}

void ActorPlacing::FillPlaces() {
  const std::vector<Actor>& actors = evidence_.dossier().actors();
  places_.assign(actors.size(), Point{0.5f, 0.5f});
  for (size_t n = 0; n < nodes_.size(); ++n)
    places_[actor_of_[n]] = Clamped(nodes_[n].x / kWorldW, nodes_[n].y / kWorldH);
  std::vector<uint32_t> around(actors.size());
  for (Index i = 0; i < actors.size(); ++i) {
    if (node_of_[i] != kNone) continue;
    const Index side = evidence_.sides()[i];
    if (actors[i].HasPin()) {
      places_[i] = Clamped(actors[i].pin_x, actors[i].pin_y);
    } else if (side != i) {
      const Point step = OnSpiral(around[side]++);
      places_[i] = Clamped(places_[side].x + step.x, places_[side].y + step.y);
    }
  }
}

std::vector<Point> PlaceActors(const GraphEvidence& evidence) {
  ActorPlacing placing(evidence);
  while (placing.Step()) {
  }
  return placing.places();
}

}  // namespace demarche
