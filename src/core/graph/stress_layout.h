// A picture of a graph in which the distance between any two nodes comes as near as it can to the
// number of links on the shortest way between them: what belongs together lies together, and what
// has nothing to do with each other lies apart. It knows nodes only, no actors.
//
// How far a picture is from that is its stress (T. Kamada, S. Kawai, "An Algorithm for Drawing
// General Undirected Graphs", IPL 31, 1989). It begins with U. Brandes, C. Pich, "Eigensolver
// Methods for Progressive Multidimensional Scaling of Large Data" (Graph Drawing 2006), from the
// distances to a few pivots, and lowers the stress node by node (E. Gansner, Y. Koren, S. North,
// "Graph Drawing by Stress Majorization", Graph Drawing 2004) over the same pivots, as M. Ortmann,
// M. Klimenta, U. Brandes, "A Sparse Stress Model" (JGAA 21, 2017), but with pivots drawn by lot
// and equal weights, which estimate the full sum without bias: theirs, from the regions around
// pivots that lie far apart, pulls graphs with hubs into circles. O(pivots * (nodes + links)).
//
// Links are few among all pairs of nodes, so that the stress hardly tells how long they are; but
// the longer they are, the more of them cross. Each node is therefore drawn to the middle of its
// neighbours (W. Tutte, "How to Draw a Graph", 1963), where it is far by length and not by its
// square (the loss of P. Huber, "Robust Estimation of a Location Parameter", 1964): what counts is
// how long all links are together. And it is pushed from other neighbours of theirs, drawn by lot
// (as pairs in J. Zheng, S. Pawar, D. Goodman, "Graph Drawing by Stochastic Gradient Descent", TVCG
// 2019), since pivots tell nothing apart that is as far from each of them.
//
// Up to kMaxPivots nodes all are pivots, the sum is the full one, and nothing is drawn or pushed:
// such a picture is read node by node, its distances are to be true, and its crossings are few.
//
// Why not forces (Fruchterman, Reingold; Barnes, Hut): they need hundreds of rounds to come to the
// stress and the crossings that this has after thirty, and a charge that fits the graph.
//
// Deterministic on every machine: only + - * / and sqrt, which IEEE 754 rounds exactly, and a
// random generator of our own (src/core is compiled without fused multiply-add).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/random.h"

namespace demarche {

inline constexpr uint32_t kMaxPivots = 64;

struct StressNode {
  double x = 0, y = 0;
  bool fixed = false;  // keeps its place; the others stand around it
};
struct StressLink {
  uint32_t a = 0, b = 0;  // nodes, a != b
};
struct StressOptions {
  double link_length = 1;  // where two nodes of a part are fixed, their distance tells it instead
  uint32_t rounds = 10;    // three times as many beyond kMaxPivots nodes
  uint32_t seed = 1;
};

/// Places `nodes` in parts, so that input need not wait. Parts of the graph without a link between
/// them lie in rows beside each other, the largest first; one with a fixed node stays around it.
class StressLayout {
 public:
  /// `nodes` outlive it.
  StressLayout(std::span<StressNode> nodes, std::span<const StressLink> links,
               const StressOptions& options);

  /// Works on by one step of as much work as any, half a millisecond or less; false once all is
  /// done.
  bool Step();
  /// Whether a node is linked, over whatever others, with a fixed one.
  bool Anchored(uint32_t node) const { return anchored_[node]; }

 private:
  enum class Phase : uint8_t {
    kDistances,
    kMeans,
    kCentre,
    kProducts,
    kProject,
    kScale,
    kPlace,
    kRounds
  };

  // Nodes that are linked with each other: [first, end) of order_.
  struct Component {
    uint32_t first = 0, end = 0;
    bool anchored = false;  // has a fixed node
    uint32_t size() const { return end - first; }
  };
  struct Spot {
    double x = 0, y = 0;
  };

  void FindNeighbours(std::span<const StressLink> links);
  void FindComponents();
  void Begin();
  void DrawPivots();
  void Advance();
  void Enter(Phase phase);
  uint32_t SpendOnNodes(uint32_t terms_of_one);
  // The phases: whether they are over.
  bool MeasureDistances();
  bool AddMeans();
  bool Centre();
  bool AddProducts();
  bool Project();
  bool AddShares();
  void Place();
  bool LowerStress();

  std::vector<double> Eigenvector(const std::vector<double>& orthogonal_to);
  void TurnToAnchors();
  Spot Better(uint32_t local);
  void PackComponents();

  bool done() const { return component_ == components_.size(); }
  uint32_t size() const { return components_[component_].size(); }
  uint32_t pivots() const { return static_cast<uint32_t>(pivots_.size()); }
  bool exact() const { return pivots() == size(); }
  uint32_t NodeOf(uint32_t local) const { return order_[components_[component_].first + local]; }
  std::span<const uint32_t> NeighboursOf(uint32_t node) const {
    return {neighbours_.data() + first_neighbour_[node],
            neighbours_.data() + first_neighbour_[node + 1]};
  }
  StressNode& At(uint32_t local) const { return nodes_[NodeOf(local)]; }
  uint32_t Links(uint32_t local, uint32_t pivot) const {
    return links_to_[size_t{local} * pivots() + pivot];
  }
  double Links2(uint32_t local, uint32_t pivot) const {
    const double links = Links(local, pivot);
    return links * links;
  }

  const std::span<StressNode> nodes_;
  const StressOptions options_;
  Random random_;
  std::vector<uint32_t> first_neighbour_, neighbours_;  // of node i from first_neighbour_[i] on
  std::vector<uint32_t> order_, local_;  // nodes by component; a node's number in its component
  std::vector<Component> components_;    // the largest first
  std::vector<bool> anchored_;           // by node

  // Of the component at work; its nodes go by their number in it.
  uint32_t component_ = 0;
  Phase phase_ = Phase::kDistances;
  uint32_t at_ = 0, round_ = 0, queue_at_ = 0;  // how far the phase has come
  uint32_t terms_left_ = 0;                     // of the step
  double unit_ = 1, length_ = 1;  // of a link: in the picture, and as the rounds pull it
  std::vector<uint32_t> pivots_, queue_;
  std::vector<uint16_t> links_to_;  // from each node to each pivot
  std::vector<float> centred_;      // as links_to_
  std::vector<double> means_, means_of_pivots_, first_axis_, second_axis_;
  std::vector<double> products_;  // of the columns of centred_
  std::vector<Spot> places_;      // in links, before the rounds
  double mean_ = 0, shares_ = 0, shares2_ = 0;
};

}  // namespace demarche
