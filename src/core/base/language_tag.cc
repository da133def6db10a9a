#include "core/base/language_tag.h"

#include <cstddef>

namespace demarche {
namespace {

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
char ToLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool IsLanguageTag(std::string_view tag) {
  constexpr size_t kLongestTag = 64, kLongestSubtag = 8, kShortestLanguage = 2;
  if (tag.empty() || tag.size() > kLongestTag) return false;
  size_t begin = 0;
  while (true) {
    const size_t dash = tag.find('-', begin);
    const std::string_view subtag = tag.substr(begin, dash - begin);
    if (subtag.empty() || subtag.size() > kLongestSubtag) return false;
    for (const char c : subtag) {
      if (!IsLetter(c) && (begin == 0 || !IsDigit(c))) return false;
    }
    // "x-…" is private use; every other language has at least two letters.
    if (begin == 0 && subtag.size() < kShortestLanguage && ToLower(subtag[0]) != 'x') return false;
    if (dash == std::string_view::npos) return begin != 0 || subtag.size() >= kShortestLanguage;
    begin = dash + 1;
  }
}

bool SameLanguageTag(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (ToLower(a[i]) != ToLower(b[i])) return false;
  }
  return true;
}

std::string_view BroaderLanguageTag(std::string_view tag) {
  const size_t dash = tag.rfind('-');
  return dash == std::string_view::npos ? std::string_view() : tag.substr(0, dash);
}

}  // namespace demarche
