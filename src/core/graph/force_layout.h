// A seeded force simulation that pushes linked points into a readable picture: many-body repulsion,
// links as springs, collision, and a pull towards a home. It knows points only, no actors.
//
// The model is d3-force's (https://d3js.org/d3-force): velocity Verlet with a cooling factor alpha,
// so that it always ends; its many-body force is approximated by Barnes & Hut, "A hierarchical O(N
// log N) force-calculation algorithm", Nature 324 (1986); the idea of springs, repulsion and
// cooling is that of Fruchterman & Reingold, "Graph drawing by force-directed placement", Software:
// Practice and Experience 21 (1991). One tick costs O(n log n + links).
//
// Deterministic on every machine: only + - * / and sqrt, which IEEE 754 rounds exactly, and a
// random generator of our own (src/core is compiled without fused multiply-add).
#pragma once

#include <cstdint>
#include <span>

namespace demarche {

struct ForceNode {
  double x = 0, y = 0;
  double radius = 0;              // what collision keeps free around it
  double home_x = 0, home_y = 0;  // where it is pulled to
  bool fixed = false;             // pushes others, does not move itself
};

struct ForceLink {
  uint32_t a = 0, b = 0;  // indexes of nodes, a != b
  double distance = 1;    // the length at rest
};

struct ForceOptions {
  double charge = -30;  // < 0 repels; grows with the square of the picture's size
  double pull = 0.1;    // towards home, 0 to 1
  double theta = 0.9;   // a cell narrower than theta times its distance counts as one point
  uint32_t ticks = 300;
  uint32_t seed = 1;  // decides in which direction points at one place part
  // Nodes that are not fixed stay in this rectangle.
  double min_x = 0, min_y = 0, max_x = 1, max_y = 1;
};

/// Moves `nodes` to their places.
void RunForces(std::span<ForceNode> nodes, std::span<const ForceLink> links,
               const ForceOptions& options);

}  // namespace demarche
