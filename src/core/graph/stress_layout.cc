#include "core/graph/stress_layout.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/base/stable_sort.h"

namespace demarche {
namespace {

// Half a millisecond or less. A term is one pull or push of a node by another; other work is
// counted in what it takes of that.
constexpr uint32_t kTermsOfStep = 20000;
constexpr uint32_t kTermsALink = 2;
constexpr double kRowShape = 1.6;  // width to height of the rows of unlinked parts

// Beyond kMaxPivots nodes; what a node's pivots weigh together is 1. More pull draws groups into
// heaps and shortens links little, less push leaves leaves of a hub on each other: measured on
// graphs of 100 to 100,000 nodes as in tests/bench/layouts.mjs, on trees, stars and groups.
constexpr double kPull = 2.3, kPush = 0.15;
// Over-relaxation: below 2 each move still lowers what it is to lower, in half as many rounds.
constexpr double kStride = 1.7;
constexpr uint32_t kPulledRounds = 3;  // for each of the rounds
// What is pulled gets smaller, against which the lengths of links grow: a round goes this part of
// the way to the scale of least stress, since the picture follows in the rounds after.
constexpr double kGain = 0.25;

}  // namespace

StressLayout::StressLayout(std::span<StressNode> nodes, std::span<const StressLink> links,
                           const StressOptions& options)
    : nodes_(nodes), options_(options), random_(options.seed) {
  FindNeighbours(links);
  FindComponents();
  if (!components_.empty()) Begin();
}

bool StressLayout::Step() {
  terms_left_ = kTermsOfStep;
  while (!done() && terms_left_ > 0) Advance();
  return !done();
}

// Each phase but kPlace, which is short, goes as far as the terms reach.
void StressLayout::Advance() {
  switch (phase_) {
    case Phase::kDistances:
      if (MeasureDistances()) Enter(Phase::kMeans);
      break;
    case Phase::kMeans:
      if (AddMeans()) Enter(Phase::kCentre);
      break;
    case Phase::kCentre:
      if (Centre()) Enter(Phase::kProducts);
      break;
    case Phase::kProducts:
      if (AddProducts()) Enter(Phase::kProject);
      break;
    case Phase::kProject:
      if (Project()) Enter(Phase::kScale);
      break;
    case Phase::kScale:
      if (AddShares()) Enter(Phase::kPlace);
      break;
    case Phase::kPlace:
      Place();
      Enter(Phase::kRounds);
      break;
    case Phase::kRounds:
      if (!LowerStress()) break;
      ++component_;
      if (done()) {
        PackComponents();
      } else {
        Begin();
      }
      break;
  }
}

void StressLayout::Enter(Phase phase) {
  phase_ = phase;
  at_ = 0;
}

// The end of the nodes, from at_ on, that there are terms for: at least one.
uint32_t StressLayout::SpendOnNodes(uint32_t terms_of_one) {
  const uint32_t count = std::min(size() - at_, std::max(1u, terms_left_ / terms_of_one));
  terms_left_ -= std::min(terms_left_, count * terms_of_one);
  return at_ + count;
}

void StressLayout::FindNeighbours(std::span<const StressLink> links) {
  first_neighbour_.assign(nodes_.size() + 1, 0);
  for (const StressLink& link : links) {
    assert(link.a != link.b && link.a < nodes_.size() && link.b < nodes_.size());
    ++first_neighbour_[link.a + 1], ++first_neighbour_[link.b + 1];
  }
  for (size_t i = 0; i < nodes_.size(); ++i) first_neighbour_[i + 1] += first_neighbour_[i];
  neighbours_.resize(2 * links.size());
  std::vector<uint32_t> next(first_neighbour_.begin(), first_neighbour_.end());
  for (const StressLink& link : links) {
    neighbours_[next[link.a]++] = link.b;
    neighbours_[next[link.b]++] = link.a;
  }
}

void StressLayout::FindComponents() {
  std::vector<bool> found(nodes_.size());
  order_.reserve(nodes_.size());
  for (uint32_t i = 0; i < nodes_.size(); ++i) {
    if (found[i]) continue;
    Component component{.first = static_cast<uint32_t>(order_.size())};
    found[i] = true;
    order_.push_back(i);
    for (size_t head = component.first; head < order_.size(); ++head) {
      const uint32_t node = order_[head];
      component.anchored = component.anchored || nodes_[node].fixed;
      for (const uint32_t neighbour : NeighboursOf(node)) {
        if (found[neighbour]) continue;
        found[neighbour] = true;
        order_.push_back(neighbour);
      }
    }
    component.end = static_cast<uint32_t>(order_.size());
    components_.push_back(component);
  }
  local_.resize(nodes_.size());
  anchored_.resize(nodes_.size());
  for (const Component& component : components_) {
    for (uint32_t i = component.first; i < component.end; ++i) {
      local_[order_[i]] = i - component.first;
      anchored_[order_[i]] = component.anchored;
    }
  }
  StableSort(&components_,
             [](const Component& a, const Component& b) { return a.size() > b.size(); });
}

bool StressLayout::LowerStress() {
  if (round_ == (exact() ? 1 : kPulledRounds) * options_.rounds) return true;
  for (; at_ < size() && terms_left_ > 0; ++at_) {
    const auto links = static_cast<uint32_t>(NeighboursOf(NodeOf(at_)).size());
    terms_left_ -= std::min(terms_left_, pivots() + (exact() ? 0 : kTermsALink * links));
    if (At(at_).fixed) continue;
    const Spot better = Better(at_);
    At(at_).x = better.x, At(at_).y = better.y;
  }
  if (at_ < size()) return false;
  if (!exact() && shares2_ > 0) length_ *= 1 + (unit_ * shares_ / shares2_ - 1) * kGain;
  shares_ = shares2_ = 0;
  at_ = 0, ++round_;
  return false;
}

// Where a node would have the least stress if each other one pulled or pushed it to its distance;
// beyond kMaxPivots nodes, a stride towards that and to its neighbours, of which those farther than
// a link's length pull with one force, however far they are.
StressLayout::Spot StressLayout::Better(uint32_t local) {
  const StressNode& node = At(local);
  double x = 0, y = 0, weights = 0;
  const auto add = [&](const StressNode& other, double length, double weight) {
    const double dx = node.x - other.x, dy = node.y - other.y;
    const double distance = std::sqrt(dx * dx + dy * dy);
    const double part = distance > 0 ? length / distance : 0;
    x += weight * (other.x + dx * part);
    y += weight * (other.y + dy * part);
    weights += weight;
    return distance;
  };
  for (uint32_t k = 0; k < pivots(); ++k) {
    const double links = Links(local, k);
    if (links == 0) continue;
    const double weight = 1 / (links * links);
    const double share = add(At(pivots_[k]), links * length_, weight) * links * weight;
    shares_ += share, shares2_ += share * share;
  }
  if (exact()) return weights > 0 ? Spot{x / weights, y / weights} : Spot{node.x, node.y};

  const std::span<const uint32_t> neighbours = NeighboursOf(NodeOf(local));
  const double a_link = weights / static_cast<double>(neighbours.size());
  for (const uint32_t neighbour : neighbours) {
    const double dx = node.x - nodes_[neighbour].x, dy = node.y - nodes_[neighbour].y;
    const double lengths = std::sqrt(dx * dx + dy * dy) / length_;
    add(nodes_[neighbour], 0, kPull * a_link / std::max(1.0, lengths));
    const std::span<const uint32_t> others = NeighboursOf(neighbour);
    const uint32_t other = others[random_.Below(others.size())];
    if (other != NodeOf(local)) add(nodes_[other], 2 * length_, kPush * a_link);
  }
  return {node.x + kStride * (x / weights - node.x), node.y + kStride * (y / weights - node.y)};
}

// What is anchored stays. The rest lies in rows to the right of it.
void StressLayout::PackComponents() {
  struct Box {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  };
  const double gap = options_.link_length;
  const auto add = [&](const Component& component, Box* box) {
    for (uint32_t i = component.first; i < component.end; ++i) {
      const StressNode& node = nodes_[order_[i]];
      box->x0 = std::min(box->x0, node.x), box->x1 = std::max(box->x1, node.x);
      box->y0 = std::min(box->y0, node.y), box->y1 = std::max(box->y1, node.y);
    }
  };
  constexpr double kNowhere = std::numeric_limits<double>::infinity();
  const Box empty{kNowhere, kNowhere, -kNowhere, -kNowhere};
  std::vector<Box> boxes(components_.size(), empty);
  Box anchored = empty;
  double area = 0;
  for (size_t c = 0; c < components_.size(); ++c) {
    add(components_[c], components_[c].anchored ? &anchored : &boxes[c]);
    if (components_[c].anchored) continue;
    area += (boxes[c].x1 - boxes[c].x0 + gap) * (boxes[c].y1 - boxes[c].y0 + gap);
  }
  const bool any_anchored = anchored.x0 <= anchored.x1;
  const double left = any_anchored ? anchored.x1 + gap : 0;
  const double width = std::sqrt(area * kRowShape);
  double x = left, y = any_anchored ? anchored.y0 : 0, row_height = 0;
  for (size_t c = 0; c < components_.size(); ++c) {
    if (components_[c].anchored) continue;
    const Box& box = boxes[c];
    if (x > left && x + box.x1 - box.x0 > left + width) {
      x = left;
      y += row_height + gap;
      row_height = 0;
    }
    for (uint32_t i = components_[c].first; i < components_[c].end; ++i) {
      StressNode& node = nodes_[order_[i]];
      node.x += x - box.x0, node.y += y - box.y0;
    }
    x += box.x1 - box.x0 + gap;
    row_height = std::max(row_height, box.y1 - box.y0);
  }
}

}  // namespace demarche
