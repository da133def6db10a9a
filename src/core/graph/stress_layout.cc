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
constexpr uint32_t kLinksATerm = 4, kSumsATerm = 8, kProductsATerm = 16;
constexpr uint32_t kPowerRounds = 60;
constexpr double kJiggle = 1e-3;   // of a link's length: nodes of equal distances must part
constexpr double kRowShape = 1.6;  // width to height of the rows of unlinked parts
constexpr uint16_t kFar = std::numeric_limits<uint16_t>::max();

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
      for (uint32_t k = first_neighbour_[node]; k < first_neighbour_[node + 1]; ++k) {
        if (found[neighbours_[k]]) continue;
        found[neighbours_[k]] = true;
        order_.push_back(neighbours_[k]);
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

void StressLayout::Begin() {
  Enter(Phase::kDistances);
  round_ = queue_at_ = 0;
  unit_ = options_.link_length;
  DrawPivots();
  links_to_.assign(size_t{size()} * pivots(), kFar);
  products_.assign(size_t{pivots()} * pivots(), 0);
  means_.assign(size(), 0);
  means_of_pivots_.assign(pivots(), 0);
  mean_ = shares_ = shares2_ = 0;
  queue_.clear();
}

// Fixed nodes first, so that their distances are known; the others by lot.
void StressLayout::DrawPivots() {
  pivots_.clear();
  const uint32_t wanted = std::min(kMaxPivots, size());
  const auto add = [this](uint32_t local) {
    if (std::find(pivots_.begin(), pivots_.end(), local) == pivots_.end()) pivots_.push_back(local);
  };
  for (uint32_t local = 0; local < size() && pivots() < wanted; ++local) {
    if (At(local).fixed || wanted == size()) add(local);
  }
  while (pivots() < wanted) add(static_cast<uint32_t>(random_.Below(size())));
}

// Breadth first from pivot after pivot, at_ being the one at work.
bool StressLayout::MeasureDistances() {
  const auto links = [this](uint32_t local) -> uint16_t& {
    return links_to_[size_t{local} * pivots() + at_];
  };
  uint32_t seen = 0;
  const uint32_t most = terms_left_ * kLinksATerm;
  for (; at_ < pivots() && seen < most; ++at_) {
    if (queue_.empty()) {
      queue_.push_back(pivots_[at_]);
      links(pivots_[at_]) = 0;
    }
    for (; queue_at_ < queue_.size() && seen < most; ++queue_at_) {
      const uint32_t node = NodeOf(queue_[queue_at_]);
      const auto farther = static_cast<uint16_t>(std::min(links(queue_[queue_at_]) + 1, kFar - 1));
      for (uint32_t k = first_neighbour_[node]; k < first_neighbour_[node + 1]; ++k) {
        const uint32_t other = local_[neighbours_[k]];
        if (links(other) != kFar) continue;
        links(other) = farther;
        queue_.push_back(other);
      }
      seen += 1 + first_neighbour_[node + 1] - first_neighbour_[node];
    }
    if (queue_at_ < queue_.size()) break;
    queue_.clear();
    queue_at_ = 0;
  }
  terms_left_ -= std::min(terms_left_, seen / kLinksATerm + 1);
  return at_ == pivots();
}

// Of the squared distances.
bool StressLayout::AddMeans() {
  const uint32_t n = size(), p = pivots();
  for (const uint32_t end = SpendOnNodes(p / kSumsATerm + 1); at_ < end; ++at_) {
    for (uint32_t k = 0; k < p; ++k) {
      means_[at_] += Links2(at_, k) / p;
      means_of_pivots_[k] += Links2(at_, k) / n;
    }
    mean_ += means_[at_] / n;
  }
  return at_ == n;
}

// Torgerson's double centring of the squared distances.
bool StressLayout::Centre() {
  const uint32_t p = pivots();
  centred_.resize(links_to_.size());
  for (const uint32_t end = SpendOnNodes(p / kSumsATerm + 1); at_ < end; ++at_) {
    for (uint32_t k = 0; k < p; ++k) {
      centred_[size_t{at_} * p + k] =
          static_cast<float>((means_[at_] + means_of_pivots_[k] - mean_ - Links2(at_, k)) / 2);
    }
  }
  return at_ == size();
}

bool StressLayout::AddProducts() {
  const uint32_t p = pivots();
  for (const uint32_t end = SpendOnNodes(p * p / kProductsATerm + 1); at_ < end; ++at_) {
    const float* row = &centred_[size_t{at_} * p];
    for (uint32_t a = 0; a < p; ++a) {
      const double of_a = row[a];
      for (uint32_t b = 0; b <= a; ++b) products_[size_t{a} * p + b] += of_a * row[b];
    }
  }
  if (at_ < size()) return false;
  for (uint32_t a = 0; a < p; ++a) {
    for (uint32_t b = 0; b < a; ++b) products_[size_t{b} * p + a] = products_[size_t{a} * p + b];
  }
  return true;
}

// Of products_, by the power method: of the greatest eigenvalue but that of `orthogonal_to`.
std::vector<double> StressLayout::Eigenvector(const std::vector<double>& orthogonal_to) {
  const uint32_t p = pivots();
  std::vector<double> vector(p), next(p);
  for (double& x : vector) x = static_cast<double>(random_.Below(1u << 20)) / (1u << 20) - 0.5;
  for (uint32_t round = 0; round < kPowerRounds; ++round) {
    double along = 0, length2 = 0;
    for (size_t k = 0; k < orthogonal_to.size(); ++k) along += orthogonal_to[k] * vector[k];
    for (size_t k = 0; k < orthogonal_to.size(); ++k) vector[k] -= along * orthogonal_to[k];
    for (uint32_t a = 0; a < p; ++a) {
      next[a] = 0;
      for (uint32_t b = 0; b < p; ++b) next[a] += products_[size_t{a} * p + b] * vector[b];
      length2 += next[a] * next[a];
    }
    if (length2 <= 0) return std::vector<double>(p);  // all nodes on one line, or at one place
    const double length = std::sqrt(length2);
    for (uint32_t a = 0; a < p; ++a) vector[a] = next[a] / length;
  }
  return vector;
}

// On the two axes along which the nodes are widest apart.
bool StressLayout::Project() {
  const uint32_t p = pivots();
  if (at_ == 0) {
    first_axis_ = Eigenvector({});
    second_axis_ = Eigenvector(first_axis_);
    places_.assign(size(), {});
  }
  for (const uint32_t end = SpendOnNodes(p / kSumsATerm + 1); at_ < end; ++at_) {
    for (uint32_t k = 0; k < p; ++k) {
      places_[at_].x += centred_[size_t{at_} * p + k] * first_axis_[k];
      places_[at_].y += centred_[size_t{at_} * p + k] * second_axis_[k];
    }
  }
  return at_ == size();
}

// Of each distance in the picture as it should be, so that Place() finds the scale of least stress.
bool StressLayout::AddShares() {
  for (const uint32_t end = SpendOnNodes(pivots()); at_ < end; ++at_) {
    for (uint32_t k = 0; k < pivots(); ++k) {
      if (Links(at_, k) == 0) continue;
      const Spot &a = places_[at_], &b = places_[pivots_[k]];
      const double dx = a.x - b.x, dy = a.y - b.y;
      const double share = std::sqrt(dx * dx + dy * dy) / Links(at_, k);
      shares_ += share, shares2_ += share * share;
    }
  }
  return at_ == size();
}

void StressLayout::Place() {
  const double scale = shares2_ > 0 ? shares_ / shares2_ : 0;
  for (Spot& place : places_) place.x *= scale, place.y *= scale;
  const auto jiggle = [this] {
    return kJiggle * (static_cast<double>(random_.Below(1u << 20)) / (1u << 20) - 0.5);
  };
  for (Spot& place : places_) place.x += jiggle(), place.y += jiggle();
  if (components_[component_].anchored) TurnToAnchors();
  for (uint32_t i = 0; i < size(); ++i) {
    if (!At(i).fixed) At(i).x = places_[i].x * unit_, At(i).y = places_[i].y * unit_;
  }
}

// Turned, perhaps mirrored, and moved so that the fixed nodes come nearest to where they are; how
// far they are from each other tells the length of a link.
void StressLayout::TurnToAnchors() {
  double lengths = 0, links2 = 0, anchors = 0;
  Spot here, there;  // the middle of the fixed nodes: in the picture, and where they are
  for (uint32_t k = 0; k < pivots(); ++k) {
    const StressNode& a = At(pivots_[k]);
    if (!a.fixed) continue;
    ++anchors;
    here.x += places_[pivots_[k]].x, here.y += places_[pivots_[k]].y;
    there.x += a.x, there.y += a.y;
    for (uint32_t l = 0; l < k; ++l) {
      const StressNode& b = At(pivots_[l]);
      if (!b.fixed) continue;
      const double dx = a.x - b.x, dy = a.y - b.y, links = Links(pivots_[l], k);
      lengths += std::sqrt(dx * dx + dy * dy) * links;
      links2 += links * links;
    }
  }
  if (lengths > 0) unit_ = lengths / links2;
  here.x /= anchors, here.y /= anchors;
  there.x /= anchors * unit_, there.y /= anchors * unit_;

  // As complex numbers: the sums of conj(p) q for a turn and of p q for one after mirroring.
  Spot turn, mirror;
  for (const uint32_t pivot : pivots_) {
    if (!At(pivot).fixed) continue;
    const double px = places_[pivot].x - here.x, py = places_[pivot].y - here.y;
    const double qx = At(pivot).x / unit_ - there.x, qy = At(pivot).y / unit_ - there.y;
    turn.x += px * qx + py * qy, turn.y += px * qy - py * qx;
    mirror.x += px * qx - py * qy, mirror.y += px * qy + py * qx;
  }
  const auto length2 = [](const Spot& p) { return p.x * p.x + p.y * p.y; };
  const bool mirrored = length2(mirror) > length2(turn);
  Spot by = mirrored ? mirror : turn;
  const double length = std::sqrt(length2(by));
  by = length > 0 ? Spot{by.x / length, by.y / length} : Spot{1, 0};
  for (Spot& place : places_) {
    const double px = place.x - here.x, py = (place.y - here.y) * (mirrored ? -1 : 1);
    place = {there.x + px * by.x - py * by.y, there.y + px * by.y + py * by.x};
  }
}

bool StressLayout::LowerStress() {
  if (round_ == options_.rounds) return true;
  for (const uint32_t end = SpendOnNodes(pivots()); at_ < end; ++at_) {
    if (At(at_).fixed) continue;
    const Spot better = Better(at_);
    At(at_).x = better.x, At(at_).y = better.y;
  }
  if (at_ == size()) at_ = 0, ++round_;
  return false;
}

// Where a node would have the least stress if each other one pulled or pushed it to its distance.
StressLayout::Spot StressLayout::Better(uint32_t local) const {
  const StressNode& node = At(local);
  double x = 0, y = 0, weights = 0;
  const auto add = [&](const StressNode& other, double length, double weight) {
    const double dx = node.x - other.x, dy = node.y - other.y;
    const double distance2 = dx * dx + dy * dy;
    const double part = distance2 > 0 ? length / std::sqrt(distance2) : 0;
    x += weight * (other.x + dx * part);
    y += weight * (other.y + dy * part);
    weights += weight;
  };
  if (!exact()) {
    const uint32_t i = NodeOf(local);
    for (uint32_t k = first_neighbour_[i]; k < first_neighbour_[i + 1]; ++k)
      add(nodes_[neighbours_[k]], unit_, 1);
  }
  const uint32_t nearest = exact() ? 1 : 2;  // neighbours have been counted
  const double of_pivot = static_cast<double>(size()) / pivots();
  for (uint32_t k = 0; k < pivots(); ++k) {
    const double links = Links(local, k);
    if (links >= nearest) add(At(pivots_[k]), links * unit_, of_pivot / (links * links));
  }
  return weights > 0 ? Spot{x / weights, y / weights} : Spot{node.x, node.y};
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
