// Where the tokens of a JSON text begin and end. The parser tells what it reads but not where;
// walking over the same tokens beside it gives each of its events its exact place.
#pragma once

#include <cstddef>
#include <string_view>

namespace demarche {

/// Bytes [begin, end) of a text; empty at its end.
struct JsonToken {
  size_t begin = 0;
  size_t end = 0;
};

/// The first token at or after `from`: a bracket, a comma or colon, a string with its quotes, or a
/// run of other bytes (a number, a literal, garbage). Never fails, whatever the text is.
JsonToken NextJsonToken(std::string_view json, size_t from);

/// Walks over keys, values and closing brackets: the tokens for which a SAX parser has an event.
class JsonCursor {
 public:
  explicit JsonCursor(std::string_view json) : json_(json) {}

  /// Where the next of them begins.
  size_t Next();
  /// Where the last one ended.
  size_t at() const { return at_; }

 private:
  std::string_view json_;
  size_t at_ = 0;
};

}  // namespace demarche
