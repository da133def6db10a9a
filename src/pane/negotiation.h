// The negotiation table: a real <table> for each topic, with a row for what a side demands, offers,
// refuses or threatens, what answered it, and its sources (core/state/negotiation.h).
#pragma once

#include "core/state/negotiation.h"
#include "pane/pane_writer.h"

namespace demarche {

/// A table a topic; its caption names it.
void WriteStances(PaneWriter& w, std::span<const TopicStances> topics);
/// The tables as what the pane shows.
void WriteNegotiation(PaneWriter& w, std::span<const TopicStances> topics);

}  // namespace demarche
