// A synthetic dossier of any size, for tests and measurements: valid, and shaped like a real one
// (bursts of events over decades, moves that answer each other, uncertain dates).
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace demarche {

struct GenerateOptions {
  uint64_t events = 1000;  // up to 2,000,000
  uint64_t actors = 20;    // up to 100,000
  uint64_t seed = 1;
};

/// Writes the dossier piece by piece to `write`. Equal options, equal bytes, on every machine. Past
/// 250,000 events things say less, so that the file stays within the format's 256 MiB.
void GenerateDossier(const GenerateOptions& options,
                     const std::function<void(std::string_view)>& write);

}  // namespace demarche
