// Random numbers that are the same on every machine, for whatever is seeded: SplitMix64 (Steele,
// Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014). The standard
// library's distributions are not the same everywhere.
#pragma once

#include <cstdint>

namespace demarche {

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t Next() {
    uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

  /// From 0 to `bound` - 1; 0 for a bound of 0.
  uint64_t Below(uint64_t bound) { return bound == 0 ? 0 : Next() % bound; }

  /// True `percent` times in a hundred.
  bool Percent(uint64_t percent) { return Below(100) < percent; }

 private:
  uint64_t state_;
};

}  // namespace demarche
