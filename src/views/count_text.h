// A count as text to draw, in each frame: no allocation, and none of libc's formatting, which would
// travel for four numbers.
#pragma once

#include <charconv>
#include <cstdint>
#include <string_view>

namespace demarche {

/// `before`, the decimal figures of `count` and `after` in 32 bytes; allocates nothing.
/// `before` and `after` together are at most 22 bytes.
class CountText {
 public:
  CountText(std::string_view before, uint32_t count, std::string_view after) {
    Add(before);
    end_ = std::to_chars(end_, text_ + sizeof text_, count).ptr;
    Add(after);
  }
  explicit CountText(uint32_t count) : CountText({}, count, {}) {}

  operator std::string_view() const {
    return std::string_view(text_, static_cast<size_t>(end_ - text_));
  }

 private:
  void Add(std::string_view part) { end_ += part.copy(end_, part.size()); }

  char text_[32];
  char* end_ = text_;
};

}  // namespace demarche
