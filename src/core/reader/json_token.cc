#include "core/reader/json_token.h"

#include <cstring>

namespace demarche {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

bool IsMark(char c) { return c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':'; }

// Behind the closing quote of the string whose opening one is json[begin].
size_t EndOfString(std::string_view json, size_t begin) {
  for (size_t i = begin + 1; i < json.size();) {
    const void* quote = std::memchr(json.data() + i, '"', json.size() - i);
    if (quote == nullptr) break;
    const size_t end = static_cast<size_t>(static_cast<const char*>(quote) - json.data());
    const void* escape = std::memchr(json.data() + i, '\\', end - i);
    if (escape == nullptr) return end + 1;
    i = static_cast<size_t>(static_cast<const char*>(escape) - json.data()) + 2;
  }
  return json.size();
}

}  // namespace

JsonToken NextJsonToken(std::string_view json, size_t from) {
  size_t begin = from;
  while (begin < json.size() && IsSpace(json[begin])) ++begin;
  if (begin >= json.size()) return {json.size(), json.size()};
  if (IsMark(json[begin])) return {begin, begin + 1};
  if (json[begin] == '"') return {begin, EndOfString(json, begin)};
  size_t end = begin + 1;
  while (end < json.size() && !IsSpace(json[end]) && !IsMark(json[end]) && json[end] != '"') ++end;
  return {begin, end};
}

size_t JsonCursor::Next() {
  JsonToken token = NextJsonToken(json_, at_);
  while (token.begin < token.end && (json_[token.begin] == ',' || json_[token.begin] == ':')) {
    token = NextJsonToken(json_, token.end);
  }
  at_ = token.end;
  return token.begin;
}

}  // namespace demarche
