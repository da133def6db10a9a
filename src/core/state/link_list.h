// Lists in the values of a permalink: separated by commas; a comma in a part is %2C, and so % is
// %25, before the whole is percent-encoded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

inline void AppendPart(std::string_view part, std::string* list) {
  if (!list->empty()) *list += ',';
  for (const char c : part) {
    if (c == ',') {
      *list += "%2C";
    } else if (c == '%') {
      *list += "%25";
    } else {
      *list += c;
    }
  }
}

inline std::vector<std::string> PartsOf(std::string_view list) {
  std::vector<std::string> parts(1);
  for (size_t i = 0; i < list.size(); ++i) {
    const std::string_view escape = list.substr(i, 3);
    if (list[i] == ',') {
      parts.emplace_back();
    } else if (escape == "%2C" || escape == "%25") {
      parts.back() += escape == "%2C" ? ',' : '%';
      i += 2;
    } else {
      parts.back() += list[i];
    }
  }
  return parts;
}

}  // namespace demarche
