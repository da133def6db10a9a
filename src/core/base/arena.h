// Memory that is only ever added to and goes away as a whole: strings and lists of a dossier.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/base/packed.h"

namespace demarche {

class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  /// A copy of `text` that lives as long as the arena.
  PackedString Copy(std::string_view text) {
    if (text.empty()) return {};
    char* to = TakeBytes(PackedBytes(text));
    PutPacked(to, text);
    return PackedString(to);
  }

  /// A copy of a list of trivially copyable values that lives as long as the arena.
  template <class T>
  PackedList<T> Copy(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (items.empty()) return {};
    const auto size = static_cast<typename PackedList<T>::Size>(items.size());
    std::byte* to = Allocate(sizeof size, items.size_bytes(), alignof(T));
    std::memcpy(to, &size, sizeof size);  // what PackedList reads
    std::memcpy(to + sizeof size, items.data(), items.size_bytes());
    return PackedList<T>(reinterpret_cast<const T*>(to + sizeof size));
  }

  /// Room for that many bytes.
  char* TakeBytes(size_t size) { return reinterpret_cast<char*>(Allocate(0, size, 1)); }

  size_t bytes() const { return bytes_; }

 private:
  static constexpr size_t kBlockBytes = 64 * 1024;

  // A head of any alignment, and behind it at once `size` bytes that are aligned.
  std::byte* Allocate(size_t head, size_t size, size_t align) {
    const auto aligned = [&](size_t from) { return (from + head + align - 1) / align * align; };
    if (blocks_.empty() || aligned(used_) + size > capacity_) {
      capacity_ = std::max(kBlockBytes, aligned(0) + size);
      blocks_.push_back(std::make_unique<std::byte[]>(capacity_));
      used_ = 0;
    }
    const size_t at = aligned(used_);
    used_ = at + size;
    bytes_ += head + size;
    return blocks_.back().get() + at - head;
  }

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  size_t used_ = 0, capacity_ = 0, bytes_ = 0;
};

}  // namespace demarche
