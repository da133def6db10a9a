// Where the actors of a dossier stand in the unit square, once and for all dates.
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/stable_sort.h"
#include "core/graph/force_layout.h"
#include "core/graph/graph_evidence.h"

namespace demarche {
namespace {

// The simulation's world is twice as wide as high: between the desktop's graph and the phone's.
constexpr double kWorldW = 1000, kWorldH = 500;
constexpr double kLinkLength = 230;
constexpr double kFreeRadius = 75;  // half of what a node with its label and its edges' ends needs
constexpr double kCharge = -2400;   // about d3-force's -30 for links of 30, scaled to kLinkLength
// Of a dossier with more, the busiest are simulated: an area shows a dozen at a time anyway, and
// where they no longer fit beside each other nearly all collide, which costs their square.
constexpr size_t kMaxSimulated = 300;

Point Clamped(double x, double y) {
  return {static_cast<float>(std::clamp(x, 0.0, 1.0)), static_cast<float>(std::clamp(y, 0.0, 1.0))};
}

// Who takes part in the simulation: the pinned and the busiest of those that are ever linked.
std::vector<Index> Simulated(const GraphEvidence& evidence) {
  const Dossier& dossier = evidence.dossier();
  std::vector<size_t> moves(dossier.actors().size());
  for (const ActorPair& pair : evidence.pairs())
    moves[pair.a] += pair.moves, moves[pair.b] += pair.moves;
  std::vector<Index> chosen;
  for (Index i = 0; i < moves.size(); ++i) {
    if (evidence.sides()[i] == i && (moves[i] > 0 || dossier.actors()[i].HasPin()))
      chosen.push_back(i);
  }
  StableSort(&chosen, [&](Index a, Index b) {
    const bool pin_a = dossier.actors()[a].HasPin(), pin_b = dossier.actors()[b].HasPin();
    return pin_a != pin_b ? pin_a : moves[a] > moves[b];
  });
  if (chosen.size() > kMaxSimulated) chosen.resize(kMaxSimulated);
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

// Vogel's sunflower spiral without trigonometry: the direction turns by the golden angle each step.
class Spiral {
 public:
  std::pair<double, double> Next() {
    const double radius = 40 * std::sqrt(0.5 + step_++);
    const double x = kWorldW / 2 + 1.4 * radius * cos_, y = kWorldH / 2 + 0.7 * radius * sin_;
    const double turned = cos_ * kCosGolden - sin_ * kSinGolden;
    sin_ = sin_ * kCosGolden + cos_ * kSinGolden;
    cos_ = turned;
    return {x, y};
  }

 private:
  static constexpr double kCosGolden = -0.7373688780783197, kSinGolden = 0.6754902942615238;
  double step_ = 0, cos_ = 1, sin_ = 0;
};

// Without a pin nothing says where the picture's edges are: it is stretched to fill the square.
void FitToWorld(std::vector<ForceNode>& nodes) {
  if (nodes.empty()) return;
  double min_x = nodes[0].x, max_x = min_x, min_y = nodes[0].y, max_y = min_y;
  for (const ForceNode& node : nodes) {
    min_x = std::min(min_x, node.x), max_x = std::max(max_x, node.x);
    min_y = std::min(min_y, node.y), max_y = std::max(max_y, node.y);
  }
  for (ForceNode& node : nodes) {
    node.x = max_x > min_x ? (node.x - min_x) / (max_x - min_x) * kWorldW : kWorldW / 2;
    node.y = max_y > min_y ? (node.y - min_y) / (max_y - min_y) * kWorldH : kWorldH / 2;
  }
}

}  // namespace

std::vector<Point> PlaceActors(const GraphEvidence& evidence) {
  const std::vector<Actor>& actors = evidence.dossier().actors();
  const std::vector<Index> chosen = Simulated(evidence);

  std::vector<ForceNode> nodes;
  std::vector<uint32_t> node_of(actors.size(), kNone);
  Spiral spiral;
  bool any_pin = false;
  for (Index i : chosen) {
    node_of[i] = static_cast<uint32_t>(nodes.size());
    const auto [x, y] = spiral.Next();
    ForceNode node{
        .x = x, .y = y, .radius = kFreeRadius, .home_x = kWorldW / 2, .home_y = kWorldH / 2};
    if (actors[i].HasPin()) {
      const Point pin = Clamped(actors[i].pin_x, actors[i].pin_y);
      node.x = pin.x * kWorldW, node.y = pin.y * kWorldH, node.fixed = any_pin = true;
    }
    nodes.push_back(node);
  }
  std::vector<ForceLink> links;
  for (const ActorPair& pair : evidence.pairs()) {
    const uint32_t a = node_of[pair.a], b = node_of[pair.b];
    if (a != kNone && b != kNone) links.push_back({.a = a, .b = b, .distance = kLinkLength});
  }
  RunForces(nodes, links, {.charge = kCharge, .pull = 0.08, .max_x = kWorldW, .max_y = kWorldH});
  if (!any_pin) FitToWorld(nodes);

  std::vector<Point> places(actors.size(), Point{0.5f, 0.5f});
  for (size_t n = 0; n < nodes.size(); ++n) {
    places[chosen[n]] = Clamped(nodes[n].x / kWorldW, nodes[n].y / kWorldH);
  }
  for (Index i = 0; i < actors.size(); ++i) {
    if (node_of[i] != kNone) continue;
    places[i] = actors[i].HasPin() ? Clamped(actors[i].pin_x, actors[i].pin_y)
                                   : places[evidence.sides()[i]];
  }
  return places;
}

}  // namespace demarche
