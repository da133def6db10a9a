#include "core/graph/force_layout.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <vector>

namespace demarche {
namespace {

// Numerical Recipes' linear congruential generator, as in d3-force's lcg.js: two points at one
// place only need different directions, not good randomness.
class Lcg {
 public:
  explicit Lcg(uint32_t seed) : state_(seed) {}
  /// A tiny step in either direction, never 0.
  double Jiggle() {
    state_ = state_ * 1664525u + 1013904223u;
    return (state_ / 4294967296.0 - 0.5 + 1.0 / 8589934592.0) * 1e-6;
  }

 private:
  uint32_t state_;
};

struct Velocity {
  double x = 0, y = 0;
};

// Barnes & Hut's tree: a leaf holds one point (or several at the very same place, chained), an
// inner cell the centre of mass of all points below it.
class QuadTree {
 public:
  explicit QuadTree(std::span<const ForceNode> nodes)
      : nodes_(nodes), next_(nodes.size(), kNothing) {
    if (nodes.empty()) return;
    cells_.reserve(nodes.size() * 2);
    double min_x = nodes[0].x, max_x = min_x, min_y = nodes[0].y, max_y = min_y;
    for (const ForceNode& node : nodes) {
      min_x = std::min(min_x, node.x), max_x = std::max(max_x, node.x);
      min_y = std::min(min_y, node.y), max_y = std::max(max_y, node.y);
    }
    cells_.push_back(
        {.x = min_x, .y = min_y, .side = std::max({max_x - min_x, max_y - min_y, 1e-9})});
    for (uint32_t i = 0; i < nodes.size(); ++i) Insert(i);
    for (size_t c = cells_.size(); c-- > 0;) Summarise(cells_[c]);
  }

  /// The sum of charge / distance over all other points, as a change of velocity of point i.
  Velocity Repulsion(uint32_t i, double charge, double theta, Lcg& random) {
    Velocity sum;
    const double theta2 = theta * theta;
    stack_.assign(cells_.empty() ? 0 : 1, 0);
    while (!stack_.empty()) {
      const Cell& cell = cells_[stack_.back()];
      stack_.pop_back();
      const double dx = cell.mean_x - nodes_[i].x, dy = cell.mean_y - nodes_[i].y;
      if (!cell.IsLeaf() && cell.side * cell.side >= theta2 * (dx * dx + dy * dy)) {
        for (uint32_t child : cell.children) {
          if (child != kNothing) stack_.push_back(child);
        }
      } else if (!cell.IsLeaf()) {
        Push(dx, dy, charge * cell.count, sum);
      } else {
        for (uint32_t j = cell.point; j != kNothing; j = next_[j]) {
          if (j == i) continue;
          double px = nodes_[j].x - nodes_[i].x, py = nodes_[j].y - nodes_[i].y;
          if (px == 0 && py == 0) px = random.Jiggle(), py = random.Jiggle();
          Push(px, py, charge, sum);
        }
      }
    }
    return sum;
  }

 private:
  static constexpr uint32_t kNothing = 0xffffffffu;
  static constexpr int kMaxDepth = 48;  // points closer than a double can tell count as one place

  struct Cell {
    double x = 0, y = 0, side = 0;  // its square
    double mean_x = 0, mean_y = 0;  // of all points in it
    uint32_t count = 0;
    uint32_t point = kNothing;  // of a leaf: the first of its points
    std::array<uint32_t, 4> children{kNothing, kNothing, kNothing, kNothing};
    bool IsLeaf() const { return point != kNothing; }
  };

  static void Push(double dx, double dy, double charge, Velocity& sum) {
    // Near points would shoot apart: below distance 1 the force grows with 1 / distance only.
    double d2 = dx * dx + dy * dy;
    if (d2 < 1) d2 = std::sqrt(d2);
    sum.x += dx * charge / d2;
    sum.y += dy * charge / d2;
  }

  uint32_t ChildFor(uint32_t parent, const ForceNode& node) {
    const double half = cells_[parent].side / 2;
    const int right = node.x >= cells_[parent].x + half, low = node.y >= cells_[parent].y + half;
    const size_t quadrant = static_cast<size_t>(low * 2 + right);
    if (cells_[parent].children[quadrant] == kNothing) {
      const Cell child{
          .x = cells_[parent].x + right * half, .y = cells_[parent].y + low * half, .side = half};
      cells_[parent].children[quadrant] = static_cast<uint32_t>(cells_.size());
      cells_.push_back(child);
    }
    return cells_[parent].children[quadrant];
  }

  void Insert(uint32_t i) {
    uint32_t at = 0;
    for (int depth = 0;; ++depth) {
      Cell& cell = cells_[at];
      if (cell.count++ == 0) {
        cell.point = i;
        return;
      }
      if (cell.IsLeaf()) {
        const ForceNode& other = nodes_[cell.point];
        if (depth >= kMaxDepth || (other.x == nodes_[i].x && other.y == nodes_[i].y)) {
          next_[i] = cell.point;
          cell.point = i;
          return;
        }
        // The leaf becomes an inner cell; what it held moves one down.
        const uint32_t held = cell.point, held_count = cell.count - 1;
        cell.point = kNothing;
        const uint32_t below = ChildFor(at, nodes_[held]);
        cells_[below].point = held;
        cells_[below].count = held_count;
      }
      at = ChildFor(at, nodes_[i]);
    }
  }

  // Children come after their parents in cells_, so going backwards finds them done.
  void Summarise(Cell& cell) const {
    double x = 0, y = 0;
    for (uint32_t j = cell.point; j != kNothing; j = next_[j]) x += nodes_[j].x, y += nodes_[j].y;
    for (uint32_t child : cell.children) {
      if (child == kNothing) continue;
      x += cells_[child].mean_x * cells_[child].count;
      y += cells_[child].mean_y * cells_[child].count;
    }
    cell.mean_x = x / cell.count;
    cell.mean_y = y / cell.count;
  }

  std::span<const ForceNode> nodes_;
  std::vector<uint32_t> next_;  // chain of the points of a leaf
  std::vector<Cell> cells_;
  std::vector<uint32_t> stack_;
};

class Simulation {
 public:
  Simulation(std::span<ForceNode> nodes, std::span<const ForceLink> links,
             const ForceOptions& options)
      : nodes_(nodes),
        links_(links),
        options_(options),
        random_(options.seed),
        velocities_(nodes.size()),
        degrees_(nodes.size()),
        order_(nodes.size()) {
    for (const ForceLink& link : links) {
      assert(link.a != link.b && link.a < nodes.size() && link.b < nodes.size());
      ++degrees_[link.a], ++degrees_[link.b];
    }
    for (uint32_t i = 0; i < order_.size(); ++i) order_[i] = i;
    for (const ForceNode& node : nodes) max_radius_ = std::max(max_radius_, node.radius);
  }

  void Tick(double alpha) {
    Repel(alpha);
    PullLinks(alpha);
    for (size_t i = 0; i < nodes_.size(); ++i) {
      velocities_[i].x += (nodes_[i].home_x - nodes_[i].x) * options_.pull * alpha;
      velocities_[i].y += (nodes_[i].home_y - nodes_[i].y) * options_.pull * alpha;
    }
    Collide();
    Move();
  }

 private:
  static constexpr double kFriction = 0.6;  // the share of the velocity that outlives a tick

  void Repel(double alpha) {
    if (options_.charge == 0) return;
    QuadTree tree(nodes_);
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].fixed) continue;
      const Velocity push = tree.Repulsion(i, options_.charge * alpha, options_.theta, random_);
      velocities_[i].x += push.x, velocities_[i].y += push.y;
    }
  }

  // A point with many links has weak ones, and the end with fewer links gives way more, so that
  // hubs stay calm (d3-force's defaults for strength and bias).
  void PullLinks(double alpha) {
    for (const ForceLink& link : links_) {
      const Velocity va = velocities_[link.a], vb = velocities_[link.b];
      double dx = nodes_[link.b].x + vb.x - nodes_[link.a].x - va.x;
      double dy = nodes_[link.b].y + vb.y - nodes_[link.a].y - va.y;
      if (dx == 0 && dy == 0) dx = random_.Jiggle(), dy = random_.Jiggle();
      const double length = std::sqrt(dx * dx + dy * dy);
      const double strength = 1.0 / std::min(degrees_[link.a], degrees_[link.b]);
      const double by = (length - link.distance) / length * alpha * strength;
      const double share_b = degrees_[link.a] / (degrees_[link.a] + degrees_[link.b]);
      velocities_[link.b].x -= dx * by * share_b, velocities_[link.b].y -= dy * by * share_b;
      velocities_[link.a].x += dx * by * (1 - share_b),
          velocities_[link.a].y += dy * by * (1 - share_b);
    }
  }

  // Sweep from left to right: only points within two radii in x are compared.
  void Collide() {
    if (max_radius_ == 0) return;
    std::sort(order_.begin(), order_.end(), [this](uint32_t a, uint32_t b) {
      return nodes_[a].x != nodes_[b].x ? nodes_[a].x < nodes_[b].x : a < b;
    });
    for (size_t i = 0; i < order_.size(); ++i) {
      const uint32_t a = order_[i];
      for (size_t j = i + 1; j < order_.size(); ++j) {
        const uint32_t b = order_[j];
        if (nodes_[b].x - nodes_[a].x >= nodes_[a].radius + max_radius_) break;
        Part(a, b);
      }
    }
  }

  void Part(uint32_t a, uint32_t b) {
    const double apart = nodes_[a].radius + nodes_[b].radius;
    double dx = nodes_[b].x - nodes_[a].x, dy = nodes_[b].y - nodes_[a].y;
    if (dx * dx + dy * dy >= apart * apart) return;
    if (dx == 0 && dy == 0) dx = random_.Jiggle(), dy = random_.Jiggle();
    const double length = std::sqrt(dx * dx + dy * dy);
    const double by = (apart - length) / length / 2;
    velocities_[b].x += dx * by, velocities_[b].y += dy * by;
    velocities_[a].x -= dx * by, velocities_[a].y -= dy * by;
  }

  void Move() {
    for (size_t i = 0; i < nodes_.size(); ++i) {
      ForceNode& node = nodes_[i];
      Velocity& velocity = velocities_[i];
      if (node.fixed) {
        velocity = {};
        continue;
      }
      velocity.x *= kFriction, velocity.y *= kFriction;
      node.x = std::clamp(node.x + velocity.x, options_.min_x, options_.max_x);
      node.y = std::clamp(node.y + velocity.y, options_.min_y, options_.max_y);
    }
  }

  std::span<ForceNode> nodes_;
  std::span<const ForceLink> links_;
  const ForceOptions& options_;
  Lcg random_;
  std::vector<Velocity> velocities_;
  std::vector<double> degrees_;
  std::vector<uint32_t> order_;
  double max_radius_ = 0;
};

}  // namespace

void RunForces(std::span<ForceNode> nodes, std::span<const ForceLink> links,
               const ForceOptions& options) {
  Simulation simulation(nodes, links, options);
  // Cooling from 1 to 0.001 in 300 ticks, d3-force's 1 - 0.001^(1/300), whatever the ticks.
  const double decay = std::min(1.0, 0.0227628 * 300 / std::max(options.ticks, 1u));
  double alpha = 1;
  for (uint32_t tick = 0; tick < options.ticks; ++tick) {
    alpha -= alpha * decay;
    simulation.Tick(alpha);
  }
}

}  // namespace demarche
