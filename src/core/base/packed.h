// Strings and lists in an arena, named by one pointer: their length lies in front of them. A
// dossier of a million events holds millions of them, most of them short or empty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace demarche {

/// Numbers of seven bits a byte, the lowest first; all bytes but the last have the high bit
/// (LEB128, DWARF 5, section 7.6). Lengths below 128 take one, none more than five.
constexpr size_t PackedNumberBytes(uint32_t number) {
  size_t bytes = 1;
  for (; number >= 0x80; number >>= 7) ++bytes;
  return bytes;
}
/// Writes a number and returns the place behind it.
inline char* PutPackedNumber(char* to, uint32_t number) {
  for (; number >= 0x80; number >>= 7) *to++ = static_cast<char>(number | 0x80);
  *to++ = static_cast<char>(number);
  return to;
}
/// Reads a number and goes to the place behind it.
inline uint32_t TakePackedNumber(const char** at) {
  uint32_t number = 0;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*(*at)++);
    number |= (byte & 0x7Fu) << shift;
    if (byte < 0x80) return number;
  }
}

/// A string's length and its bytes.
constexpr size_t PackedBytes(std::string_view text) {
  return PackedNumberBytes(static_cast<uint32_t>(text.size())) + text.size();
}
inline char* PutPacked(char* to, std::string_view text) {
  to = PutPackedNumber(to, static_cast<uint32_t>(text.size()));
  if (!text.empty()) std::memcpy(to, text.data(), text.size());
  return to + text.size();
}
inline std::string_view TakePacked(const char** at) {
  const uint32_t size = TakePackedNumber(at);
  const std::string_view text(*at, size);
  *at += size;
  return text;
}

/// Read as the std::string_view that it stands for.
class PackedString {
 public:
  PackedString() = default;
  /// `at`: what PutPacked wrote.
  explicit PackedString(const char* at) : at_(at) {}

  bool empty() const { return at_ == nullptr; }
  std::string_view view() const {
    const char* at = at_;
    return at == nullptr ? std::string_view() : TakePacked(&at);
  }
  operator std::string_view() const { return view(); }

  friend bool operator==(PackedString a, std::string_view b) { return a.view() == b; }
  friend bool operator==(PackedString a, PackedString b) { return a.view() == b.view(); }
  template <class Stream>
  friend Stream& operator<<(Stream& out, PackedString text) {
    return out << text.view(), out;
  }

 private:
  const char* at_ = nullptr;  // null: empty
};

/// A range of T, and so a std::span<const T> where one is wanted.
template <class T>
class PackedList {
 public:
  using Size = uint32_t;

  PackedList() = default;
  /// `items`: not empty; their number, a Size, lies before the first one.
  explicit PackedList(const T* items) : items_(items) {}

  bool empty() const { return items_ == nullptr; }
  size_t size() const {
    Size size = 0;
    if (!empty())
      std::memcpy(&size, reinterpret_cast<const char*>(items_) - sizeof size, sizeof size);
    return size;
  }
  const T* data() const { return items_; }
  const T* begin() const { return items_; }
  const T* end() const { return items_ + size(); }
  const T& operator[](size_t i) const { return items_[i]; }
  const T& front() const { return items_[0]; }
  const T& back() const { return items_[size() - 1]; }

 private:
  const T* items_ = nullptr;  // null: empty
};

}  // namespace demarche
