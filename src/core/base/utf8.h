// UTF-8 as Unicode 15, section 3.9, table 3-7 defines it: no overlong forms, no surrogates.
#pragma once

#include <cstddef>
#include <string_view>

namespace demarche {

/// Where the first byte at or after `from` stands that is not part of a well-formed sequence; npos
/// if there is none.
size_t FindInvalidUtf8(std::string_view text, size_t from);

/// How many code points well-formed text has.
size_t CountCharacters(std::string_view text);

}  // namespace demarche
