// `demarche export`: a dossier in a format of other tools.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "core/graph/graph_evidence.h"
#include "core/graph/graph_places.h"
#include "core/state/state.h"
#include "exchange/gexf.h"
#include "exchange/inter_measurer.h"
#include "exchange/svg.h"

namespace demarche {
namespace {

constexpr float kPictureWidthPx = 960, kPictureHeightPx = 560;

std::string GraphPicture(const Dossier& dossier, Seconds as_of_s, std::string_view lang) {
  const InterMeasurer measurer;
  const GraphEvidence evidence(dossier);
  GraphRequest request;
  request.dossier = &dossier;
  request.measurer = &measurer;
  request.evidence = &evidence;
  request.places = PlaceActors(evidence);
  request.area_px = {0, 0, kPictureWidthPx, kPictureHeightPx};
  request.as_of_s = as_of_s;
  request.lang = lang;
  const GraphLayout graph = SeenThrough(LayoutGraph(request), {});
  if (graph.hidden_actors > 0)
    Complain("There was no room for " + std::to_string(graph.hidden_actors) + " actors.");
  AppState state;
  state.as_of_s = as_of_s;
  state.lang = lang;
  return SvgOf({.dossier = &dossier, .state = &state, .graph = &graph});
}

}  // namespace

int ExportCommand(std::span<const std::string_view> args) {
  constexpr Option kOptions[] = {{"--to"}, {"--lang"}, {"--as-of"}};
  const Result<Arguments> arguments = Arguments::Parse(args, kOptions);
  if (!arguments.ok()) return UsageError("export", arguments.error().message);
  const std::string_view format = arguments.value().Value("--to");
  if (format != "gexf" && format != "svg")
    return UsageError("export", "The option --to takes gexf or svg.");
  const std::string_view as_of = arguments.value().Value("--as-of");
  const Result<When> when = ResolveEdtf(as_of.empty() ? std::string_view("..") : as_of);
  if (!as_of.empty() && !when.ok())
    return UsageError("export", "The option --as-of takes an EDTF date.");
  if (arguments.value().operands().size() != 1) return UsageError("export", "Name one file.");

  int exit_code = kExitOk;
  const ReadResult read = LoadDossier(arguments.value().operands()[0], &exit_code);
  if (!read.dossier) return exit_code;
  const std::string_view lang = arguments.value().Value("--lang", read.dossier->data().lang);
  if (format == "svg") {
    const Seconds as_of_s =
        as_of.empty() ? InitialState(*read.dossier).as_of_s : when.value().latest();
    Print(GraphPicture(*read.dossier, as_of_s, lang));
    return kExitOk;
  }
  Print(GexfOf(*read.dossier, lang));
  Complain(
      "GEXF cannot hold uncertain dates, texts, sources and stories; a date is its first possible "
      "day.");
  return kExitOk;
}

}  // namespace demarche
