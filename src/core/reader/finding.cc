#include "core/reader/finding.h"

#include <utility>

#include "core/base/json_text.h"

namespace demarche {
namespace {

std::string_view NameOf(Severity severity) {
  return severity == Severity::kError ? "error" : "warning";
}

void AppendMember(std::string_view key, std::string_view value, std::string* out) {
  *out += '"';
  *out += key;
  *out += "\": ";
  AppendJsonString(value, out);
}

void AppendMember(std::string_view key, uint64_t value, std::string* out) {
  *out += '"';
  *out += key;
  *out += "\": ";
  *out += std::to_string(value);
}

void AppendFinding(const std::string& file, const Finding& finding, std::string* out) {
  *out += "    {";
  AppendMember("file", file, out);
  *out += ", ";
  AppendMember("line", finding.line, out);
  *out += ", ";
  AppendMember("column", finding.column, out);
  *out += ", ";
  AppendMember("pointer", finding.pointer, out);
  *out += ", ";
  AppendMember("severity", NameOf(finding.severity), out);
  *out += ", ";
  AppendMember("code", finding.code, out);
  *out += ",\n     ";
  AppendMember("problem", finding.problem, out);
  *out += ",\n     ";
  AppendMember("remedy", finding.remedy, out);
  *out += '}';
}

}  // namespace

void Findings::Add(Finding finding) {
  ++(finding.severity == Severity::kError ? error_count : warning_count);
  if (list.size() < kMaxFindings) list.push_back(std::move(finding));
}

std::string FindingsText(const Findings& findings) {
  std::string out;
  for (const Finding& finding : findings.list) {
    out += findings.file + ':' + std::to_string(finding.line) + ':' +
           std::to_string(finding.column) + ": ";
    out += NameOf(finding.severity);
    out += ' ' + finding.code;
    if (!finding.pointer.empty()) out += " at " + finding.pointer;
    out += ": " + finding.problem + ' ' + finding.remedy + '\n';
  }
  const size_t hidden = findings.error_count + findings.warning_count - findings.list.size();
  if (hidden > 0) {
    out += findings.file + ": " + std::to_string(hidden) + " more, not shown: only the first " +
           std::to_string(Findings::kMaxFindings) + " are.\n";
  }
  return out;
}

std::string FindingsJson(std::span<const Findings> files) {
  size_t errors = 0, warnings = 0;
  for (const Findings& file : files) {
    errors += file.error_count;
    warnings += file.warning_count;
  }
  std::string out = "{";
  AppendMember("errors", errors, &out);
  out += ", ";
  AppendMember("warnings", warnings, &out);
  out += ", \"findings\": [";
  std::string_view separator = "\n";
  for (const Findings& file : files) {
    for (const Finding& finding : file.list) {
      out += separator;
      AppendFinding(file.file, finding, &out);
      separator = ",\n";
    }
  }
  out += "]}\n";
  return out;
}

std::string FindingsJson(const Findings& findings) {
  return FindingsJson(std::span<const Findings>(&findings, 1));
}

}  // namespace demarche
