// `demarche validate`: every finding of every file. The findings are the data; how a file did as a
// whole is a message.
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "core/reader/dossier_reader.h"

namespace demarche {
namespace {

std::string Counted(size_t count, const std::string& noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

std::string SummaryOf(const Findings& findings) {
  std::string summary = findings.file + ": ";
  summary += findings.ok() ? "valid" : Counted(findings.error_count, "error");
  if (findings.warning_count > 0) summary += ", " + Counted(findings.warning_count, "warning");
  return summary;
}

}  // namespace

int ValidateCommand(std::span<const std::string_view> args) {
  constexpr Option kOptions[] = {{"--format"}};
  const Result<Arguments> arguments = Arguments::Parse(args, kOptions);
  if (!arguments.ok()) return UsageError("validate", arguments.error().message);
  const std::string_view format = arguments.value().Value("--format", "text");
  if (format != "text" && format != "json") {
    return UsageError("validate", "The option --format takes text or json.");
  }
  if (arguments.value().operands().empty()) return UsageError("validate", "Name a file.");

  int exit_code = kExitOk;
  std::vector<Findings> all;
  for (const std::string_view path : arguments.value().operands()) {
    const Result<std::string> text = ReadFile(path, DossierLimits{}.file_bytes);
    if (!text.ok()) {
      Complain(text.error().message);
      exit_code = kExitCouldNotRun;
      continue;
    }
    Findings findings = ReadDossier(text.value(), NameOfFile(path)).findings;
    if (!findings.ok() && exit_code == kExitOk) exit_code = kExitErrorsFound;
    if (format == "text") {
      Print(FindingsText(findings));
      Complain(SummaryOf(findings));
    } else {
      all.push_back(std::move(findings));
    }
  }
  if (format == "json") Print(FindingsJson(all));
  return exit_code;
}

}  // namespace demarche
