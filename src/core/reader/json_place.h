// Where a byte of a JSON text is, as people and programs say it: line, column and JSON pointer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

struct JsonPlace {
  uint32_t line = 1;    // from 1
  uint32_t column = 1;  // from 1, in bytes
  std::string pointer;  // RFC 6901; of a key, that of its value
};

/// The places of `offsets` (ascending), in one pass over the text. The text may be broken: the
/// pointer is then as far as it can be followed.
std::vector<JsonPlace> LocateAll(std::string_view json, std::span<const size_t> offsets);

}  // namespace demarche
