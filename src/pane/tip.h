// The tooltip of a mark on the timeline, for a pointer that rests on it: in words, what is known of
// its date and what is not. Nothing in it is told here only: the cards and the list say it too.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/state/state.h"

namespace demarche {

/// What a mark stands for.
struct MarkContent {
  std::span<const Ref> items = {};  // events and moves in time order; of very many none
  uint32_t count = 1;               // how many they are
  TimeSpan span = {};               // where they are, inclusive; finite
};

/// HTML: of one event or move its title, its date and what is known of it; of several how many they
/// are, from when to when, and the first titles, the most important ones.
std::string RenderTip(const Dossier& dossier, const AppState& state, const MarkContent& mark);

}  // namespace demarche
