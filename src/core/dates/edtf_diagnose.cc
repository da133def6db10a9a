#include "core/dates/edtf_diagnose.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr std::string_view kShape =
    "Write year, month and day as in 2022-01-10, and leave out what is not known: 2022-01 or 2022.";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsPrintable(char c) { return c >= ' ' && c <= '~'; }

template <class Is>
bool Any(std::string_view text, Is is) {
  return std::any_of(text.begin(), text.end(), is);
}

bool Holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// The text as it can stand in a message: short, and of printable ASCII only.
std::string Quoted(std::string_view text) {
  constexpr size_t kLongest = 32;
  std::string out = "\"";
  for (char c : text.substr(0, kLongest)) out += IsPrintable(c) ? c : ' ';
  return out + (text.size() > kLongest ? "...\"" : "\"");
}

Error Syntax(std::string message, std::string_view remedy) {
  return {"E-DATE-SYNTAX", std::move(message), std::string(remedy)};
}

// Letters that EDTF has in another case, or had in its draft of 2012.
bool IsMiswritten(char c) { return c == 'x' || c == 'u' || c == 'y' || c == 't' || c == 'z'; }
bool IsOfWord(char c) { return IsLower(c) && !IsMiswritten(c); }

Error DescribeDigits(std::string_view text) {
  if (text.size() < 4)
    return Syntax("The year " + Quoted(text) + " has fewer than four digits.",
                  "Write a year with four digits, 0985; X stands for a digit not known, 201X.");
  if (text.size() == 6 || text.size() == 8)
    return Syntax(Quoted(text) + " has no hyphens between year, month and day.", kShape);
  return Syntax("The year " + Quoted(text) + " has more than four digits.",
                "Write a Y before a year of more than four digits: Y12022.");
}

bool Fail(Error* error, const char* code, std::string_view message, std::string_view remedy) {
  *error = {code, std::string(message), std::string(remedy)};
  return false;
}

}  // namespace

bool FailSyntax(Error* error, std::string_view message, std::string_view remedy) {
  return Fail(error, "E-DATE-SYNTAX", message, remedy);
}

bool FailRange(Error* error, std::string_view message, std::string_view remedy) {
  return Fail(error, "E-DATE-RANGE", message, remedy);
}

bool FailLevel(Error* error, std::string_view message, std::string_view remedy) {
  return Fail(error, "E-DATE-LEVEL", message, remedy);
}

Error DescribeDateSyntax(std::string_view text) {
  if (text.empty()) return Syntax("The date is empty.", kShape);
  if (Any(text, [](char c) { return !IsPrintable(c) && !IsBlank(c); }))
    return Syntax("The date has a character in it that dates do not use.",
                  "Use digits and the plain signs - / : . ? ~ % only, and no long dashes.");
  const std::string quoted = Quoted(text);
  if (text == "open" || text == "unknown" || text == "uuuu")
    return Syntax(quoted + " is how the draft of 2012 wrote it.",
                  "Write 1985/.. for an open end and 1985/ for an unknown one.");
  if (Any(text, IsOfWord)) return Syntax(quoted + " is not an EDTF date.", kShape);
  if (Any(text, IsBlank))
    return Syntax(quoted + " has a space in it.",
                  "Write the date without spaces; T stands between date and time.");
  if (Any(text, IsDigit) && Any(text, IsMiswritten))
    return Syntax(quoted + " has a small letter in it.",
                  "Write capital letters: X for a digit not known, Y, T and Z.");
  if (Holds(text, "?~") || Holds(text, "~?"))
    return Syntax(quoted + " has two qualifiers.", "Write % for uncertain and approximate: 2019%.");
  if (text.front() == 'P' || text.front() == 'R')
    return Syntax(quoted + " is a duration or a repetition, which EDTF leaves out.",
                  "Write the start and the end of an interval: 2022-01-10/2022-01-13.");
  if (Holds(text, "-W"))
    return Syntax(quoted + " is a week date, which EDTF leaves out.",
                  "Write its days as an interval: 2022-01-10/2022-01-16.");
  if (Holds(text, "T"))
    return Syntax(
        quoted + " is not a date and a time.",
        "Write the day in full, then the time: 2022-01-10T08:55+01:00 or 2022-01-10T07:55:00Z.");
  if (text.front() == 'Y')
    return Syntax(quoted + " is not a year of more than four digits.",
                  "Write a Y before a year of 5 to 11 digits that stands alone: Y-170000.");
  if (text.front() == '+')
    return Syntax(quoted + " has a plus sign.",
                  "Write years after the year 0 without a sign: 2014.");
  if (!Any(text, [](char c) { return !IsDigit(c); })) return DescribeDigits(text);
  return Syntax(quoted + " is not an EDTF date.", kShape);
}

}  // namespace demarche
