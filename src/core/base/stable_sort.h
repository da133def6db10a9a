// A stable sort whose code is there once, whatever it sorts. std::stable_sort and std::sort are 2
// to 4 kB for each type and order: together they were a seventh of the program.
#pragma once

#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

namespace demarche {

/// Whether the item that stands at `a` goes before the one at `b`.
using GoesBefore = bool (*)(const void* context, uint32_t a, uint32_t b);

/// The positions 0 to count - 1 in the order of `before`, a strict weak order; of equal ones the
/// first stays first.
std::vector<uint32_t> StableOrder(uint32_t count, GoesBefore before, const void* context);

/// Sorts fewer than 2^32 items by `less`, a strict weak order; equal items keep theirs. Where
/// hundreds of thousands are sorted, std::sort takes half the time.
template <class T, class Less>
void StableSort(std::span<T> items, const Less& less) {
  std::vector<T> unsorted(std::make_move_iterator(items.begin()),
                          std::make_move_iterator(items.end()));
  struct Context {
    const T* items;
    const Less* less;
  } const context{unsorted.data(), &less};
  const GoesBefore before = [](const void* of, uint32_t a, uint32_t b) {
    const Context& c = *static_cast<const Context*>(of);
    return (*c.less)(c.items[a], c.items[b]);
  };
  size_t to = 0;
  for (uint32_t from : StableOrder(static_cast<uint32_t>(items.size()), before, &context))
    items[to++] = std::move(unsorted[from]);
}

template <class T, class Less>
void StableSort(std::vector<T>* items, const Less& less) {
  StableSort(std::span<T>(*items), less);
}

}  // namespace demarche
