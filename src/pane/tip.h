// The tooltip of a mark on the timeline, for a pointer that rests on it: in words, what is known of
// its date and what is not. Nothing in it is told here only: the cards and the list say it too.
#pragma once

#include <string>

#include "core/timeline/timeline_layout.h"

namespace demarche {

/// HTML: of one event or move its title, its date and what is known of it; of several how many they
/// are, from when to when, and the first titles, the most important ones.
std::string RenderTip(const Dossier& dossier, const AppState& state, const MarkContent& mark);

}  // namespace demarche
