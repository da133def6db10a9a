// `demarche export`: a dossier in a format of other tools.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "exchange/gexf.h"

namespace demarche {

int ExportCommand(std::span<const std::string_view> args) {
  constexpr Option kOptions[] = {{"--to"}, {"--lang"}};
  const Result<Arguments> arguments = Arguments::Parse(args, kOptions);
  if (!arguments.ok()) return UsageError("export", arguments.error().message);
  if (arguments.value().Value("--to") != "gexf")
    return UsageError("export", "The option --to takes gexf.");
  if (arguments.value().operands().size() != 1) return UsageError("export", "Name one file.");

  int exit_code = kExitOk;
  const ReadResult read = LoadDossier(arguments.value().operands()[0], &exit_code);
  if (!read.dossier) return exit_code;
  Print(GexfOf(*read.dossier, arguments.value().Value("--lang", read.dossier->data().lang)));
  Complain(
      "GEXF cannot hold uncertain dates, texts, sources and stories; a date is its first possible "
      "day.");
  return kExitOk;
}

}  // namespace demarche
