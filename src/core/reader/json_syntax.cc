#include "core/reader/json_syntax.h"

#include <string>
#include <utility>

#include "core/reader/wording.h"

namespace demarche {
namespace {

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// The first byte of the token that does not fit; of a mark or of something half read, the byte at
// which the parser gave up.
size_t PlaceOf(std::string_view json, size_t read, std::string_view token,
               std::string_view reason) {
  const size_t last = read == 0 ? 0 : read - 1;
  if (last >= json.size()) return json.size();
  const bool is_whole = (Contains(reason, "unexpected ") && !Contains(reason, "unexpected '")) ||
                        Contains(reason, "number overflow");
  const bool is_there = token.size() <= read && json.substr(read - token.size()).starts_with(token);
  return is_whole && is_there && !token.empty() ? read - token.size() : last;
}

char LastMarkBefore(std::string_view json, size_t at) {
  const size_t found = json.substr(0, at).find_last_not_of(" \t\r\n");
  return found == std::string_view::npos ? '\0' : json[found];
}

// Slips that people make in JSON, told by the parser's words and by what stands at the place.
std::string_view RemedyFor(std::string_view json, size_t at, std::string_view reason) {
  constexpr std::pair<std::string_view, std::string_view> kByReason[] = {
      {"control character", "Within a string write a line break as \\n and a tab as \\t."},
      {"missing closing quote", "Close the string with a \"."},
      {"after backslash",
       "Write a backslash as \\\\; before anything but \" \\ / b f n r t u it is not allowed."},
      {"surrogate", "Write the character itself, or both halves of its pair."},
      {"; expected end of input", "Take away what stands behind the end of the dossier."},
  };
  for (const auto& [part, remedy] : kByReason) {
    if (Contains(reason, part)) return remedy;
  }
  if (at >= json.size()) {
    return "Close every string, list and object that is open; the file may have been cut off.";
  }
  const char found = json[at], before = LastMarkBefore(json, at);
  if ((found == '}' || found == ']') && before == ',') return "Take away the comma before it.";
  if (found == ',') return "Take away this comma, or write what is missing before it.";
  if (found == '/' || found == '#') return "JSON has no comments; take it away.";
  if (found == '\'') return "Put strings into double quotes.";
  if (Contains(reason, "object separator")) return "Put a colon between the key and its value.";
  if (Contains(reason, "object key")) return "Keys are strings in double quotes.";
  if (found == '"' || found == '{' || found == '[') return "Put a comma between the two values.";
  return "Strings stand in double quotes; without them there are only numbers, true, false and "
         "null. Perhaps the string before it is not closed.";
}

}  // namespace

void ReportSyntaxError(std::string_view json, size_t read, std::string_view token,
                       std::string_view reason, FindingLog* log) {
  const size_t at = PlaceOf(json, read, token, reason);
  if (Contains(reason, "number overflow")) {
    log->Error("E-NUMBER-RANGE", at, "The number " + Quoted(token) + " is too large.",
               "Write a number that a computer can hold, or put it into quotes.");
    return;
  }
  // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while parsing
  // value - unexpected ','; expected …", or "… - invalid literal; last read: '…'"
  reason = reason.substr(0, reason.find("; last read"));
  std::string remedy(RemedyFor(json, at, reason));
  if (const size_t dash = reason.find(" - "); dash != std::string_view::npos) {
    reason.remove_prefix(dash + 3);
  }
  if (at >= json.size()) {
    log->Error("E-JSON-SYNTAX", at, "The file ends before its JSON is complete.",
               std::move(remedy));
    return;
  }
  log->Error(
      "E-JSON-SYNTAX", at,
      "From here on this is not JSON: " + std::string(reason) + ". The file was read no further.",
      std::move(remedy));
}

}  // namespace demarche
