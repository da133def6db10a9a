// JSON text to Dossier in one SAX pass, with every finding of the file (CONTRACT.md section 1).
#pragma once

#include <optional>
#include <string_view>

#include "core/dossier/dossier.h"
#include "core/reader/finding.h"

namespace demarche {

/// Limits of the format; past one the reader reports E-LIMIT-… and loads nothing.
struct DossierLimits {
  size_t file_bytes = size_t{256} << 20;
  size_t events = 2'000'000;
  size_t actors = 100'000;
};

/// Told now and then how much of a file has been read, 0 to 1.
using ReadProgress = void (*)(double share);

struct ReadResult {
  std::optional<Dossier> dossier;  // set exactly if there is no error
  Findings findings;
};

/// Reads and checks a dossier. `file` is only a name for the findings. Never throws, never aborts
/// on bad input, costs O(n log n).
ReadResult ReadDossier(std::string_view json, std::string_view file,
                       const DossierLimits& limits = {}, ReadProgress progress = nullptr);

}  // namespace demarche
