// The lists of a dossier by kind: what is to be done alike with events, moves, actors and the
// others.
#pragma once

#include <string_view>

#include "core/dossier/dossier.h"

namespace demarche {

/// `visit(list)` with the list of that kind; with an empty one for kNothing.
template <class Data, class Visit>
auto VisitItems(Data& data, ItemKind kind, const Visit& visit) {
  switch (kind) {
    case ItemKind::kEvent:
      return visit(data.events);
    case ItemKind::kMove:
      return visit(data.moves);
    case ItemKind::kActor:
      return visit(data.actors);
    case ItemKind::kTopic:
      return visit(data.topics);
    case ItemKind::kSource:
      return visit(data.sources);
    case ItemKind::kPlace:
      return visit(data.places);
    case ItemKind::kTrack:
      return visit(data.tracks);
    case ItemKind::kStory:
      return visit(data.stories);
    case ItemKind::kTerm:
      return visit(data.glossary);
    case ItemKind::kNothing:
      break;
  }
  return visit(std::vector<Event>());
}

/// "event"; empty for kNothing.
constexpr std::string_view NounOf(ItemKind kind) {
  constexpr std::string_view kNouns[] = {"",       "event", "move",  "actor", "topic",
                                         "source", "place", "track", "story", "term"};
  return kNouns[static_cast<size_t>(kind)];
}

/// The kinds of things that the reader can select (CONTRACT.md section 3, `focus`).
inline constexpr ItemKind kFocusKinds[] = {ItemKind::kEvent, ItemKind::kMove, ItemKind::kActor,
                                           ItemKind::kTopic};
constexpr bool CanBeFocus(ItemKind kind) {
  for (const ItemKind one : kFocusKinds)
    if (one == kind) return true;
  return false;
}

}  // namespace demarche
