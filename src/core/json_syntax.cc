#include "core/json_syntax.h"

#include <string>

#include "core/wording.h"

namespace demarche {
namespace {

// The first byte of the token that does not fit. Inside of a string, the byte at fault itself.
size_t PlaceOf(std::string_view json, size_t read, std::string_view token, bool in_token) {
  const size_t last = read == 0 ? 0 : read - 1;
  if (last >= json.size()) return json.size();
  const bool is_whole = !token.empty() && token.size() <= read &&
                        json.substr(read - token.size(), token.size()) == token;
  return is_whole && !in_token ? read - token.size() : last;
}

char LastMarkBefore(std::string_view json, size_t at) {
  const size_t found = json.substr(0, at).find_last_not_of(" \t\r\n");
  return found == std::string_view::npos ? '\0' : json[found];
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// Slips that people make in JSON, told by what stands at the place.
std::string_view RemedyFor(std::string_view json, size_t at, std::string_view reason) {
  if (Contains(reason, "control character")) {
    return "Within a string write a line break as \\n and a tab as \\t.";
  }
  if (Contains(reason, "missing closing quote")) return "Close the string with a \".";
  if (Contains(reason, "forbidden character after backslash")) {
    return "Write a backslash as \\\\; before anything but \" \\ / b f n r t u it is not allowed.";
  }
  if (at >= json.size()) {
    return "Close every string, list and object that is open; the file may have been cut off.";
  }
  const char found = json[at], before = LastMarkBefore(json, at);
  if ((found == '}' || found == ']') && before == ',') return "Take away the comma before it.";
  if (found == '/' || found == '#') return "JSON has no comments; take it away.";
  if (found == '\'') return "Put strings into double quotes.";
  if (Contains(reason, "object key")) return "Keys are strings in double quotes.";
  if (Contains(reason, "object separator")) return "Put a colon between the key and its value.";
  if (found == '"' || found == '{' || found == '[') return "Put a comma between the two values.";
  return "Outside of strings there are only numbers, true, false, null and the marks {}[],:.";
}

}  // namespace

void ReportSyntaxError(std::string_view json, size_t read, std::string_view token,
                       std::string_view reason, FindingLog* log) {
  const bool is_number = Contains(reason, "number overflow");
  const bool in_token = Contains(reason, "invalid string") || Contains(reason, "invalid literal");
  const size_t at = PlaceOf(json, read, token, in_token);
  if (is_number) {
    log->Error("E-NUMBER-RANGE", at, "The number " + Quoted(token) + " is too large.",
               "Write a number that a computer can hold, or put it into quotes.");
    return;
  }
  // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while … - …"
  if (const size_t from = reason.rfind(" - "); from != std::string_view::npos) {
    reason.remove_prefix(from + 3);
  }
  if (const size_t to = reason.find("; last read"); to != std::string_view::npos) {
    reason = reason.substr(0, to);
  }
  std::string remedy(RemedyFor(json, at, reason));
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
