#include "core/graph/graph_labels.h"

#include <algorithm>
#include <array>

#include "core/base/plane.h"

namespace demarche {
namespace {

constexpr float kLineHeight = 1.3f;  // as a multiple of the size of type
constexpr int kLaneSamples = 40;
constexpr float kPriceTouching = 300, kPricePerLaneSample = 4, kPriceOutsidePerPx = 40;

struct Candidate {
  Point step;  // from the node's centre
  float price = 0;
};

// Below, where every other graph has it, then slanting, above, beside.
std::array<Candidate, 14> Candidates(const GraphNode& node, float w, float h) {
  const float below = node.box_px.h / 2 + kNameGapPx + h / 2;
  const float beside = node.box_px.w / 2 + kNameGapPx + 2 + w / 2;
  const float slant = node.box_px.w * 0.3f + w / 2, low = below * 0.75f;
  return {{{{0, below}, 0},
           {{-w * 0.2f, below}, 2},
           {{w * 0.2f, below}, 2},
           {{-w * 0.5f, below}, 5},
           {{w * 0.5f, below}, 5},
           {{-slant, low}, 8},
           {{slant, low}, 8},
           {{0, -below}, 10},
           {{beside, 0}, 12},
           {{-beside, 0}, 14},
           {{w * 0.4f, -below}, 14},
           {{-w * 0.4f, -below}, 14},
           {{slant, -low}, 16},
           {{-slant, -low}, 16}}};
}

// How many points of a lane lie in the box or less than half the lane's width from it.
float Covered(const Rect& box, const EdgeLane& lane) {
  const Point &a = lane.from_px, &b = lane.to_px;
  const Point low{std::min(a.x, b.x), std::min(a.y, b.y)};
  const Rect around{low.x, low.y, std::max(a.x, b.x) - low.x, std::max(a.y, b.y) - low.y};
  if (!Inflated(box, HalfAt(lane, 0.5f)).Overlaps(Inflated(around, 1))) return 0;
  int covered = 0;
  for (int i = 1; i < kLaneSamples; ++i) {
    const float t = static_cast<float>(i) / kLaneSamples;
    covered += Inflated(box, HalfAt(lane, t)).Contains(Mix(a, b, t));
  }
  return static_cast<float>(covered);
}

float Price(const LabelRequest& request, const std::vector<GraphNode>& nodes,
            const std::vector<Index>& tied_to, size_t own, const Rect& box) {
  float price = OutsidePx(request.area_px, box) * kPriceOutsidePerPx;
  const Rect around = {box.x - 6, box.y - 1, box.w + 12, box.h + 2};
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (i != own && Inflated(box, 3).Overlaps(nodes[i].box_px)) price += kPriceTouching;
    if (i < own && !nodes[i].label.empty() && around.Overlaps(nodes[i].label_box_px)) {
      price += kPriceTouching;
    }
    if (tied_to[i] != kNone) {
      const EdgeLane tie{nodes[i].centre_px, nodes[tied_to[i]].centre_px, 2};
      price += Covered(box, tie) * kPricePerLaneSample;
    }
  }
  for (const EdgeLane& lane : request.lanes) price += Covered(box, lane) * kPricePerLaneSample;
  return price;
}

}  // namespace

float OutsidePx(const Rect& area, const Rect& box) {
  return std::max(0.0f, area.x + 2 - box.x) + std::max(0.0f, box.right() - area.right() + 2) +
         std::max(0.0f, area.y + 2 - box.y) + std::max(0.0f, box.bottom() - area.bottom() + 2);
}

Rect LabelBox(const LabelRequest& request, const GraphNode& node, Point centre_px) {
  const float size_px =
      node.kind == ActorKind::kPerson ? request.metrics.person_label_px : request.metrics.label_px;
  return RectAround(centre_px, request.measurer->WidthPx(node.label, Face::kRegular, size_px),
                    size_px * kLineHeight);
}

LabelPlace BestLabel(const LabelRequest& request, size_t own, const std::vector<Index>& tied_to,
                     const std::vector<GraphNode>& nodes) {
  const GraphNode& node = nodes[own];
  const Rect size = LabelBox(request, node, {});
  LabelPlace best;
  for (const Candidate& candidate : Candidates(node, size.w, size.h)) {
    const Rect box = RectAround(node.centre_px + candidate.step, size.w, size.h);
    float price = Price(request, nodes, tied_to, own, box);
    if (tied_to[own] == kNone) {
      price += candidate.price;
    } else {
      price -= kPriceOfInwardPx * Distance(nodes[tied_to[own]].centre_px, box.centre());
    }
    if (best.box_px.w > 0 && price >= best.price) continue;
    best = {box, price};
  }
  return best;
}

void PlaceLabels(const LabelRequest& request, size_t first, const std::vector<Index>& tied_to,
                 std::vector<GraphNode>& nodes) {
  for (size_t i = first; i < nodes.size(); ++i) {
    if (nodes[i].label.empty()) continue;
    nodes[i].label_box_px = BestLabel(request, i, tied_to, nodes).box_px;
    nodes[i].label_px = nodes[i].label_box_px.centre();
  }
}

void PlaceFreeLabel(const LabelRequest& request, size_t own, std::vector<GraphNode>& nodes) {
  GraphNode& node = nodes[own];
  const Rect size = LabelBox(request, node, {});
  for (const Candidate& candidate : Candidates(node, size.w, size.h)) {
    const Rect box = RectAround(node.centre_px + candidate.step, size.w, size.h);
    bool free = OutsidePx(request.area_px, box) <= 0;
    for (size_t i = 0; i < nodes.size() && free; ++i) {
      const bool on_label = !nodes[i].label.empty() && box.Overlaps(nodes[i].label_box_px);
      free = i == own || !(on_label || box.Overlaps(nodes[i].box_px));
    }
    if (!free) continue;
    node.label_box_px = box;
    node.label_px = box.centre();
    return;
  }
  node.label.clear();
}

std::string Elided(std::string_view text, const TextMeasurer& measurer, Face face, float size_px,
                   float max_px) {
  if (measurer.WidthPx(text, face, size_px) <= max_px) return std::string(text);
  const auto starts_character = [&](size_t i) {
    return (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
  };
  for (size_t end = text.size(); end-- > 1;) {
    if (!starts_character(end) || text[end - 1] == ' ') continue;
    std::string shown(text.substr(0, end));
    shown += "\u2026";
    if (measurer.WidthPx(shown, face, size_px) <= max_px) return shown;
  }
  return {};
}

}  // namespace demarche
