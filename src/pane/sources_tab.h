// All that the known part of the dossier rests on, by kind, with what cites each source.
#pragma once

#include "pane/pane_writer.h"

namespace demarche {

void WriteSourcesTab(PaneWriter& w, const SourceTable& table);

}  // namespace demarche
