// `demarche generate`: a synthetic dossier on standard output.
#include <charconv>
#include <optional>
#include <string>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "core/dossier/generate.h"
#include "core/reader/dossier_reader.h"

namespace demarche {
namespace {

std::optional<uint64_t> NumberFrom(std::string_view text, uint64_t max) {
  uint64_t number = 0;
  const char* end = text.data() + text.size();
  const std::from_chars_result read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end || number > max) return std::nullopt;
  return number;
}

struct NumberOption {
  std::string_view name;
  uint64_t GenerateOptions::*field;
  uint64_t max;
};

}  // namespace

int GenerateCommand(std::span<const std::string_view> args) {
  constexpr Option kOptions[] = {{"--events"}, {"--actors"}, {"--seed"}};
  const DossierLimits limits;
  const NumberOption numbers[] = {{"--events", &GenerateOptions::events, limits.events},
                                  {"--actors", &GenerateOptions::actors, limits.actors},
                                  {"--seed", &GenerateOptions::seed, UINT64_MAX}};
  const Result<Arguments> arguments = Arguments::Parse(args, kOptions);
  if (!arguments.ok()) return UsageError("generate", arguments.error().message);
  if (!arguments.value().operands().empty()) {
    return UsageError("generate", "It takes options only and writes to standard output.");
  }
  GenerateOptions options;
  for (const NumberOption& number : numbers) {
    if (!arguments.value().Has(number.name)) continue;
    const std::optional<uint64_t> value =
        NumberFrom(arguments.value().Value(number.name), number.max);
    if (!value) {
      return UsageError("generate", "The option " + std::string(number.name) +
                                        " takes a whole number up to " +
                                        std::to_string(number.max) + '.');
    }
    options.*number.field = *value;
  }
  GenerateDossier(options, Print);
  return kExitOk;
}

}  // namespace demarche
