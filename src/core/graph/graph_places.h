// Where the actors of a dossier stand in the unit square, once and for all dates. By stress
// (stress_layout.h): who has to do with each other lies near each other. Pinned actors are where
// their author put them, persons by what they represent, parts of the graph that no pin holds where
// the others leave room.
//
// Pure: the same dossier gives the same places on every machine, however the steps are spread.
#pragma once

#include <optional>
#include <vector>

#include "core/base/geometry.h"
#include "core/dossier/dossier.h"
#include "core/graph/stress_layout.h"

namespace demarche {

class GraphEvidence;

/// Finds the places step by step, so that input need not wait.
class ActorPlacing {
 public:
  /// `evidence` outlives it. O(actors + moves).
  explicit ActorPlacing(const GraphEvidence& evidence);
  ActorPlacing(const ActorPlacing&) = delete;
  ActorPlacing& operator=(const ActorPlacing&) = delete;

  /// Works on by one step of as much work as any, about half a millisecond; false once all is done.
  bool Step();
  /// Of all actors, by index, once Step() has said so.
  const std::vector<Point>& places() const { return places_; }

 private:
  void FitNodes();
  void FillPlaces();

  const GraphEvidence& evidence_;
  std::vector<StressNode> nodes_;  // actors that are linked or pinned and speak for themselves
  std::vector<Index> actor_of_;    // by node
  std::vector<uint32_t> node_of_;  // by actor; kNone: has no node
  bool any_pin_ = false;
  std::optional<StressLayout> layout_;
  std::vector<Point> places_;
};

/// All steps at once.
std::vector<Point> PlaceActors(const GraphEvidence& evidence);

}  // namespace demarche
