// Id to position for the things of one kind: a hash table of four-byte slots that keeps no copy of
// the ids, since the things hold them.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace demarche {

class IdIndex {
 public:
  static constexpr uint32_t kAbsent = 0xffffffffu;

  /// The position of the thing with that id in `items`, kAbsent if there is none. `Item` has an
  /// `id`.
  template <class Item>
  uint32_t Find(const std::vector<Item>& items, std::string_view id) const {
    if (slots_.empty()) return kAbsent;
    for (size_t at = Home(id);; at = Next(at)) {
      if (slots_[at] == kAbsent || items[slots_[at]].id == id) return slots_[at];
    }
  }

  /// Adds items[position]. Of two with one id the first one stays, and this says false.
  template <class Item>
  bool Add(const std::vector<Item>& items, uint32_t position) {
    if ((count_ + 1) * 2 > slots_.size()) {
      Rebuild(items, slots_.empty() ? 16 : slots_.size() * 2);
    }
    // Ids made to collide cannot make this quadratic: a long run of full slots changes the hash.
    Placed placed = Place(items, position);
    for (; placed == Placed::kNowhere; placed = Place(items, position)) {
      ++seed_;
      Rebuild(items, slots_.size());
    }
    return placed == Placed::kHere;
  }

 private:
  static constexpr int kLongestRun = 512;
  enum class Placed : uint8_t { kHere, kBefore, kNowhere };

  size_t Home(std::string_view id) const {
    uint64_t hash = 0x9e3779b97f4a7c15u * (seed_ + 1);
    for (const char c : id) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0xbf58476d1ce4e5b9u;
      hash ^= hash >> 29;
    }
    return hash & (slots_.size() - 1);
  }
  size_t Next(size_t at) const { return (at + 1) & (slots_.size() - 1); }

  template <class Item>
  Placed Place(const std::vector<Item>& items, uint32_t position) {
    size_t at = Home(items[position].id);
    for (int run = 0; slots_[at] != kAbsent; ++run, at = Next(at)) {
      if (items[slots_[at]].id == items[position].id) return Placed::kBefore;
      if (run == kLongestRun) return Placed::kNowhere;
    }
    slots_[at] = position;
    ++count_;
    return Placed::kHere;
  }

  template <class Item>
  void Rebuild(const std::vector<Item>& items, size_t size) {
    const std::vector<uint32_t> old = std::move(slots_);
    for (bool done = false; !done; seed_ += done ? 0 : 1) {
      slots_.assign(size, kAbsent);
      count_ = 0;
      done = true;
      for (const uint32_t position : old) {
        if (position != kAbsent && Place(items, position) == Placed::kNowhere) done = false;
      }
    }
  }

  std::vector<uint32_t> slots_;  // positions; a power of two of them, at most half of them full
  size_t count_ = 0;
  uint64_t seed_ = 0;
};

}  // namespace demarche
