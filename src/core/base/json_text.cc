#include "core/base/json_text.h"

#include <cstddef>

#include "core/base/utf8.h"

namespace demarche {
namespace {

void AppendEscaped(char c, std::string* out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      *out += "\\\"";
      return;
    case '\\':
      *out += "\\\\";
      return;
    case '\n':
      *out += "\\n";
      return;
    case '\r':
      *out += "\\r";
      return;
    case '\t':
      *out += "\\t";
      return;
    default:
      break;
  }
  const unsigned char byte = static_cast<unsigned char>(c);
  if (byte < 0x20 || byte == 0x7F || c == '<') {
    *out += "\\u00";
    out->push_back(kHex[byte >> 4]);
    out->push_back(kHex[byte & 15]);
    return;
  }
  out->push_back(c);
}

}  // namespace

void AppendJsonString(std::string_view text, std::string* out) {
  size_t bad = FindInvalidUtf8(text, 0);
  out->push_back('"');
  for (size_t i = 0; i < text.size(); ++i) {
    if (i == bad) {
      *out += "\xEF\xBF\xBD";
      bad = FindInvalidUtf8(text, i + 1);
    } else {
      AppendEscaped(text[i], out);
    }
  }
  out->push_back('"');
}

}  // namespace demarche
