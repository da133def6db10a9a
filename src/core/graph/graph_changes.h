// What changed in a dossier between two as-of dates: what became known or happened, as the graph
// and the timeline show it. The same rules as for what they show at each of the two.
#pragma once

#include <vector>

#include "core/graph/graph_evidence.h"

namespace demarche {

/// An edge that is new (`before` 0) or stands for more moves than before.
struct EdgeChange {
  EdgeKey key;
  uint32_t before = 0, after = 0;  // moves it stands for; after > before
  std::vector<Index> moves;        // those that came, in time order
};

enum class EventChange : uint8_t {
  kAnnounced,  // became known, still to come
  kReported,   // became known, has begun
  kBegan,      // was known
};
struct ChangedEvent {
  Index event = kNone;
  EventChange change = EventChange::kReported;
};

enum class TieChange : uint8_t { kBegan, kEnded };
struct ChangedTie {
  Index tie = kNone;  // in the order of the file
  TieChange change = TieChange::kBegan;
};

struct GraphChanges {
  std::vector<EdgeChange> edges;     // ascending as in BundlesAt
  std::vector<Index> moves;          // that count from now on, in time order, also those of no edge
  std::vector<Index> announced;      // moves that became known and are still to come
  std::vector<Index> actors;         // that the graph shows from now on, ascending
  std::vector<ChangedTie> ties;      // in the order of the file
  std::vector<ChangedEvent> events;  // in time order

  bool empty() const {
    return moves.empty() && announced.empty() && ties.empty() && events.empty();
  }
};

class ChangeFinder {
 public:
  /// `evidence` outlives it. O(events + moves).
  explicit ChangeFinder(const GraphEvidence& evidence);

  const Dossier& dossier() const { return evidence_.dossier(); }
  /// What is new at `to_s` for who knew all of `from_s`, from_s <= to_s. O(what begins or becomes
  /// known between them, times the logarithm of all) and O(ties). The changes from a to b and those
  /// from b to c make those from a to c.
  GraphChanges Between(Seconds from_s, Seconds to_s) const;

 private:
  /// Something that was reported at another time than it began.
  struct Report {
    Seconds reported_s = 0;
    Index index = kNone;
  };
  using Reports = std::vector<Report>;  // ascending

  void AddMoves(Seconds from_s, Seconds to_s, GraphChanges* changes) const;
  void AddActors(Seconds from_s, Seconds to_s, GraphChanges* changes) const;
  void AddEvents(Seconds from_s, Seconds to_s, GraphChanges* changes) const;
  bool Shows(Index actor, Seconds as_of_s) const;

  const GraphEvidence& evidence_;
  Reports moves_, events_;              // those reported before or after they began
  std::vector<Seconds> stands_from_s_;  // by actor: from when on an edge begins or ends at it
};

}  // namespace demarche
