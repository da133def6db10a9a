// What is wrong with a dossier, where, and what would be right (CONTRACT.md section 1).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

enum class Severity : uint8_t { kWarning, kError };

struct Finding {
  Severity severity = Severity::kError;
  std::string code;     // stable, "E-DATE-SYNTAX" or "W-KEY-UNKNOWN"
  uint32_t line = 0;    // from 1
  uint32_t column = 0;  // from 1, in bytes
  std::string pointer;  // JSON pointer (RFC 6901) of the value at fault
  std::string problem;  // a sentence: what is wrong
  std::string remedy;   // a sentence: what would be right
};

/// Findings of one file in the order of the file; only the first kMaxFindings are kept, errors
/// rather than warnings.
struct Findings {
  static constexpr size_t kMaxFindings = 1000;
  std::string file;
  std::vector<Finding> list;
  size_t error_count = 0;  // all of them, kept or not
  size_t warning_count = 0;

  bool ok() const { return error_count == 0; }
  void Add(Finding finding);
};

/// One line a finding: `file:line:column: error E-DATE-SYNTAX at /events/3/date: problem remedy`.
/// Then, where there is more to say than the list holds, a line with how many are not shown.
std::string FindingsText(const Findings& findings);

/// The findings of any number of files as one JSON document, for `validate --format json` and
/// `demarche-error`: `{"errors": n, "warnings": n, "findings": [{file, line, column, pointer,
/// severity, code, problem, remedy}, …]}`.
std::string FindingsJson(std::span<const Findings> files);
std::string FindingsJson(const Findings& findings);

}  // namespace demarche
