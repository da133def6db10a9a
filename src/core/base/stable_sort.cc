#include "core/base/stable_sort.h"

#include <algorithm>
#include <numeric>

namespace demarche {

std::vector<uint32_t> StableOrder(uint32_t count, GoesBefore before, const void* context) {
  std::vector<uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [=](uint32_t a, uint32_t b) { return before(context, a, b); });
  return order;
}

}  // namespace demarche
