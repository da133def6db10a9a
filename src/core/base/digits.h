// Whole numbers as text with leading zeros, for dates and times.
#pragma once

#include <cstdint>
#include <string>

namespace demarche {

inline void AppendPadded(std::string& out, uint64_t value, size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

}  // namespace demarche
