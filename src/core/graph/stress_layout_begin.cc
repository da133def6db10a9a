// How a part of the graph begins: by the distances from each node to a few pivots.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/graph/stress_layout.h"

namespace demarche {
namespace {

// Of a term: see stress_layout.cc.
constexpr uint32_t kLinksATerm = 4, kSumsATerm = 8, kProductsATerm = 16;
constexpr uint32_t kPowerRounds = 60;
constexpr double kJiggle = 1e-3;  // of a link's length: nodes of equal distances must part
constexpr uint16_t kFar = std::numeric_limits<uint16_t>::max();

}  // namespace

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
      const std::span<const uint32_t> neighbours = NeighboursOf(NodeOf(queue_[queue_at_]));
      const auto farther = static_cast<uint16_t>(std::min(links(queue_[queue_at_]) + 1, kFar - 1));
      for (const uint32_t neighbour : neighbours) {
        const uint32_t other = local_[neighbour];
        if (links(other) != kFar) continue;
        links(other) = farther;
        queue_.push_back(other);
      }
      seen += 1 + static_cast<uint32_t>(neighbours.size());
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
  length_ = unit_;
  shares_ = shares2_ = 0;  // from here on those of a round
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

}  // namespace demarche
