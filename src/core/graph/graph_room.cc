#include "core/graph/graph_room.h"

#include <algorithm>
#include <cmath>

#include "core/base/plane.h"
#include "core/state/graph_camera.h"

namespace demarche {
namespace {

constexpr float kHalfW = kNodeHalfWPx, kHalfH = 56;
constexpr float kZoomStep = 1.41421356f;
constexpr float kMostApart = 1.4f;
constexpr float kCandidates = 8;  // for each node of a crowd: the busiest may crowd in one place
constexpr float kNamePx = 24;     // of a name with the gap around it
constexpr float kFarRing = 1.6f;  // of persons

// Where at most one node's centre fits into each cell.
class Cells {
 public:
  // `apart`: how many times the room it needs a node keeps free.
  Cells(const Rect& plan_px, float zoom, float apart)
      : plan_(plan_px),
        zoom_(zoom / apart),
        columns_(static_cast<int>(plan_px.w * zoom_ / kHalfW / 2) + 3),
        rows_(static_cast<int>(plan_px.h * zoom_ / kHalfH / 2) + 3),
        at_(static_cast<size_t>(columns_) * rows_, Point{NAN, NAN}) {}

  bool HasRoom(Point p) const {
    const int row = Row(p), column = Column(p);
    for (int r = std::max(0, row - 1); r <= std::min(rows_ - 1, row + 1); ++r) {
      for (int c = std::max(0, column - 1); c <= std::min(columns_ - 1, column + 1); ++c) {
        const Point& q = at_[static_cast<size_t>(r) * columns_ + c];  // NaN is near nobody
        if (std::abs(q.x - p.x) * zoom_ < 2 * kHalfW && std::abs(q.y - p.y) * zoom_ < 2 * kHalfH)
          return false;
      }
    }
    return true;
  }
  void Take(Point p) { at_[static_cast<size_t>(Row(p)) * columns_ + Column(p)] = p; }

 private:
  int Row(Point p) const {
    return std::clamp(static_cast<int>((p.y - plan_.y) * zoom_ / (2 * kHalfH)) + 1, 0, rows_ - 1);
  }
  int Column(Point p) const {
    return std::clamp(static_cast<int>((p.x - plan_.x) * zoom_ / (2 * kHalfW)) + 1, 0,
                      columns_ - 1);
  }

  const Rect plan_;
  const float zoom_;
  const int columns_, rows_;
  std::vector<Point> at_;
};

// A node of the whole picture with all that may ever stand around it, to either side.
struct Surroundings {
  Point centre;
  float half_w = 0, half_h = 0;
};

std::vector<Surroundings> SurroundingsOf(const NodePlan& plan, const GraphMetrics& metrics) {
  std::vector<Surroundings> all;
  std::vector<size_t> of_node(plan.nodes.size());
  for (size_t n = 0; n < plan.nodes.size(); ++n) {
    const GraphNode& node = plan.nodes[n];
    if (plan.tied_to[n] == kNone) {
      of_node[n] = all.size();
      const float w = std::max(node.box_px.w / 2, node.box_px.w * 0.3f + node.label_box_px.w);
      const float h = node.box_px.h / 2 + (node.label.empty() ? 0 : kNamePx);
      all.push_back({node.centre_px, w, h});
      continue;
    }
    Surroundings& around = all[of_node[plan.tied_to[n]]];
    const Point away = node.centre_px - around.centre;
    const float reach = std::max(Length(away), metrics.tie_px * kFarRing);
    around.half_w = std::max(around.half_w, reach + node.label_box_px.w);
    around.half_h = std::max(around.half_h, reach + node.r_px + kNamePx);
  }
  return all;
}

class Room {
 public:
  Room(const CrowdPlan& crowd, NodePlan* plan)
      : crowd_(crowd), plan_(plan), kept_(SurroundingsOf(*plan, crowd.metrics)) {}

  void Find() {
    PartDots();
    const bool at_fit = crowd_.nodes_at_fit > 0;
    size_t left = plan_->dots.size();
    for (int step = at_fit ? 0 : 1; step <= kZoomSteps && left > 0; ++step) {
      const float zoom = ZoomOf(step);
      // A crowd shows between its nodes, of which the first are the busiest.
      const float apart = at_fit ? std::max(1.0f, kMostApart / std::sqrt(zoom)) : 1;
      const auto most = static_cast<float>(crowd_.nodes_at_fit) * zoom * zoom;
      size_t rank = 0, nodes = plan_->dots.size() - left;
      Cells cells(crowd_.plan_px, zoom, apart);
      for (const DotPlan& dot : plan_->dots)
        if (dot.from_zoom > 0) cells.Take(dot.at_px);
      for (DotPlan& dot : plan_->dots) {
        if (at_fit &&
            (static_cast<float>(nodes) >= most || static_cast<float>(rank++) >= kCandidates * most))
          break;
        if (dot.from_zoom > 0 || !cells.HasRoom(dot.at_px) || !IsClear(dot.at_px, zoom)) continue;
        dot.from_zoom = zoom;
        cells.Take(dot.at_px);
        --left, ++nodes;
      }
    }
  }

 private:
  static constexpr int kZoomSteps = 12;
  static float ZoomOf(int step) {
    const auto whole = static_cast<float>(1 << (step / 2));
    return step % 2 == 0 ? whole : whole * kZoomStep;
  }

  bool IsClear(Point p, float zoom) const {
    return std::all_of(kept_.begin(), kept_.end(), [&](const Surroundings& around) {
      return std::abs(around.centre.x - p.x) * zoom >= kHalfW + around.half_w ||
             std::abs(around.centre.y - p.y) * zoom >= kHalfH + around.half_h;
    });
  }

  // So that at the largest zoom everybody has room.
  void PartDots() {
    constexpr float kStepX = 2 * kHalfW / kMaxGraphZoom, kStepY = 2 * kHalfH / kMaxGraphZoom;
    constexpr int kFarthest = 40;
    Cells cells(crowd_.plan_px, kMaxGraphZoom, 1);
    for (DotPlan& dot : plan_->dots) {
      const Point home = dot.at_px;
      bool found = false;
      for (int ring = 0; ring <= kFarthest && !found; ++ring) {
        for (int i = -ring; i <= ring && !found; ++i) {
          const bool side = i == -ring || i == ring;
          for (int j = -ring; j <= ring && !found; j += side || ring == 0 ? 1 : 2 * ring) {
            const Point p{home.x + 1.01f * kStepX * static_cast<float>(i),
                          home.y + 1.01f * kStepY * static_cast<float>(j)};
            if (!cells.HasRoom(p) || !IsClear(p, kMaxGraphZoom)) continue;
            found = true;
            dot.at_px = plan_->at_px[dot.actor] = p;
          }
        }
      }
      cells.Take(dot.at_px);
    }
  }

  const CrowdPlan& crowd_;
  NodePlan* const plan_;
  const std::vector<Surroundings> kept_;
};

}  // namespace

void FindRoom(const CrowdPlan& crowd, NodePlan* plan) { Room(crowd, plan).Find(); }

}  // namespace demarche
