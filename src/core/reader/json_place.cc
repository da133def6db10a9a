#include "core/reader/json_place.h"

#include <optional>

#include "core/reader/json_token.h"

namespace demarche {
namespace {

std::optional<uint32_t> HexAt(std::string_view text, size_t at) {
  if (at + 4 > text.size()) return std::nullopt;
  uint32_t value = 0;
  for (const char c : text.substr(at, 4)) {
    constexpr std::string_view kDigits = "0123456789abcdefABCDEF";
    const size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<uint32_t>(digit < 16 ? digit : digit - 6);
  }
  return value;
}

void AppendUtf8(uint32_t code, std::string* out) {
  const auto byte = [out](uint32_t value) { out->push_back(static_cast<char>(value)); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | (code >> 6));
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | (code >> 12));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | (code >> 18));
    byte(0x80 | ((code >> 12) & 0x3F));
    byte(0x80 | ((code >> 6) & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

// The character that a \u escape with its digits at text[at] stands for; moves `at` behind it.
uint32_t UnescapeUnicode(std::string_view text, size_t* at) {
  constexpr uint32_t kReplacement = 0xFFFD;
  const std::optional<uint32_t> high = HexAt(text, *at);
  if (!high) return kReplacement;
  *at += 4;
  if (*high < 0xD800 || *high > 0xDFFF) return *high;
  if (*high > 0xDBFF || text.substr(*at, 2) != "\\u") return kReplacement;
  const std::optional<uint32_t> low = HexAt(text, *at + 2);
  if (!low || *low < 0xDC00 || *low > 0xDFFF) return kReplacement;
  *at += 6;
  return 0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00);
}

// What stands between the quotes of a JSON string.
std::string Unescape(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const char c = text[i++];
    if (c != '\\' || i == text.size()) {
      out.push_back(c);
      continue;
    }
    const char escaped = text[i++];
    switch (escaped) {
      case 'b':
        out.push_back('\b');
        break;
      case 'f':
        out.push_back('\f');
        break;
      case 'n':
        out.push_back('\n');
        break;
      case 'r':
        out.push_back('\r');
        break;
      case 't':
        out.push_back('\t');
        break;
      case 'u':
        AppendUtf8(UnescapeUnicode(text, &i), &out);
        break;
      default:
        out.push_back(escaped);
    }
  }
  return out;
}

// Follows brackets and keys, so that at each token it is known where in the document it stands.
class PathTracker {
 public:
  explicit PathTracker(std::string_view json) : json_(json) {}

  void Enter(JsonToken token) {
    if (token.begin == token.end) return;
    const char first = json_[token.begin];
    if (first == '}' || first == ']') {
      if (!levels_.empty()) levels_.pop_back();
    } else if (!levels_.empty() && levels_.back().awaits_key && first == '"') {
      levels_.back().key = token;
      levels_.back().awaits_key = false;
    }
  }

  void Leave(JsonToken token) {
    if (token.begin == token.end) return;
    const char first = json_[token.begin];
    if (first == '{' || first == '[') {
      Level level;
      level.is_object = level.awaits_key = first == '{';
      levels_.push_back(level);
    } else if (first == ',' && !levels_.empty()) {
      ++levels_.back().index;
      levels_.back().awaits_key = levels_.back().is_object;
    }
  }

  std::string Pointer() const {
    std::string pointer;
    for (const Level& level : levels_) {
      if (level.is_object && level.key.begin == level.key.end) break;  // no key yet: the object
      pointer += '/';
      if (level.is_object) {
        AppendKey(level.key, &pointer);
      } else {
        pointer += std::to_string(level.index);
      }
    }
    return pointer;
  }

 private:
  struct Level {
    bool is_object = false;
    bool awaits_key = false;
    JsonToken key;
    size_t index = 0;
  };

  void AppendKey(JsonToken token, std::string* pointer) const {
    std::string_view key = json_.substr(token.begin + 1, token.end - token.begin - 1);
    if (!key.empty() && key.back() == '"') key.remove_suffix(1);
    for (const char c : Unescape(key)) {
      if (c == '~') {
        *pointer += "~0";
      } else if (c == '/') {
        *pointer += "~1";
      } else {
        pointer->push_back(c);
      }
    }
  }

  std::string_view json_;
  std::vector<Level> levels_;
};

}  // namespace

std::vector<JsonPlace> LocateAll(std::string_view json, std::span<const size_t> offsets) {
  std::vector<JsonPlace> places;
  places.reserve(offsets.size());
  PathTracker path(json);
  uint32_t line = 1;
  size_t line_begin = 0, counted = 0;
  JsonToken token;
  while (places.size() < offsets.size()) {
    token = NextJsonToken(json, token.end);
    path.Enter(token);
    const bool at_end = token.begin == token.end;
    while (places.size() < offsets.size() && (at_end || offsets[places.size()] < token.end)) {
      const size_t offset = offsets[places.size()];
      for (; counted < offset && counted < json.size(); ++counted) {
        if (json[counted] != '\n') continue;
        ++line;
        line_begin = counted + 1;
      }
      places.push_back({line, static_cast<uint32_t>(offset - line_begin + 1), path.Pointer()});
    }
    path.Leave(token);
  }
  return places;
}

}  // namespace demarche
