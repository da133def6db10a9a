// What stands where no event does: which filter hides how many, or that nothing was recorded yet.
#pragma once

#include <string>

#include "pane/pane_writer.h"

namespace demarche {

/// " match “nato” in Talks", of so many events; empty where nothing is filtered.
std::string FilterWords(const AppState& state, size_t count);

void WriteEmpty(PaneWriter& w);

}  // namespace demarche
