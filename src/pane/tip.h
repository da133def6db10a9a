// The tooltip of what a pointer rests on, in words: of a mark what is known of its date and what is
// not, of a line of the graph the latest it stands for, of an actor who it is. Nothing in it is
// told here only: the cards, the panel of evidence and the list say it too.
#pragma once

#include <string>

#include "core/graph/graph_layout.h"
#include "core/timeline/timeline_layout.h"

namespace demarche {

/// HTML: of one event or move its title, its date and what is known of it; of several how many they
/// are, from when to when, and the first titles, the most important ones.
std::string RenderTip(const Dossier& dossier, const AppState& state, const MarkContent& mark);
/// HTML: from whom to whom, how many of what class, and the latest of them; empty where the edge
/// stands for nothing.
std::string RenderEdgeTip(const Dossier& dossier, const AppState& state, const EdgeKey& edge);
/// HTML: between whom, how much it stands for, of what the most is, and how to see it apart.
std::string RenderLineTip(const Dossier& dossier, const AppState& state, const GraphLine& line);
/// HTML: the whole name and the role.
std::string RenderActorTip(const Dossier& dossier, const AppState& state, Index actor);

}  // namespace demarche
