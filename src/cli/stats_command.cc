// `demarche stats`: what a dossier holds.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "core/dossier/stats.h"

namespace demarche {

int StatsCommand(std::span<const std::string_view> args) {
  constexpr Option kOptions[] = {{"--format"}};
  const Result<Arguments> arguments = Arguments::Parse(args, kOptions);
  if (!arguments.ok()) return UsageError("stats", arguments.error().message);
  const std::string_view format = arguments.value().Value("--format", "text");
  if (format != "text" && format != "json") {
    return UsageError("stats", "The option --format takes text or json.");
  }
  if (arguments.value().operands().size() != 1) return UsageError("stats", "Name one file.");

  int exit_code = kExitOk;
  const ReadResult read = LoadDossier(arguments.value().operands()[0], &exit_code);
  if (!read.dossier) return exit_code;
  const Stats stats = StatsOf(*read.dossier);
  Print(format == "json" ? StatsJson(*read.dossier, stats) : StatsText(*read.dossier, stats));
  return kExitOk;
}

}  // namespace demarche
