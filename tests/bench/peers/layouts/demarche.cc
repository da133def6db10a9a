// The graph layout of the core for `./dev bench layouts`: compiled to WebAssembly on its own and
// called from Node.js, where the other layouts run.
#include <cstdint>
#include <vector>

#include "core/graph/stress_layout.h"

/// `links` are pairs of nodes, `out` takes x and y of each node.
extern "C" void place(uint32_t nodes, const uint32_t* links, uint32_t link_count, double* out) {
  std::vector<demarche::StressNode> placed(nodes);
  std::vector<demarche::StressLink> pairs(link_count);
  for (uint32_t i = 0; i < link_count; ++i) pairs[i] = {links[2 * i], links[2 * i + 1]};
  demarche::StressLayout layout(placed, pairs, {});
  while (layout.Step()) {
  }
  for (uint32_t i = 0; i < nodes; ++i) out[2 * i] = placed[i].x, out[2 * i + 1] = placed[i].y;
}
