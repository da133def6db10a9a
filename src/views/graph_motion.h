// The graph on its way from one lens, level or selection to another, or back from where a hand had
// put its nodes: each moves from where it was drawn to where it is now. Who is folded goes into the
// node that it is part of, and comes out of it. What a pointer hits is where things end: a third of
// a second later it is there, and a click is about what the state says already.
#pragma once

#include <optional>
#include <vector>

#include "core/graph/graph_evidence.h"
#include "core/graph/graph_layout.h"
#include "views/transition.h"

namespace demarche {

/// The graph in three parts, to be drawn in this order.
struct MovingGraph {
  GraphLayout going, coming, staying;
  float come = 1;  // how much of those that come is there, and of those that go is not
};

class GraphMotion {
 public:
  explicit GraphMotion(const GraphEvidence& evidence) : evidence_(evidence) {}

  /// Once a frame, before the others: ends what is over.
  void Tick(double now_s);
  /// Before the graph is laid out for `next`: keeps of it what moves, if anything may.
  void Keep(const GraphLayout* graph, const GraphCamera& camera, const AppState& last,
            const AppState& next);
  /// After that: starts if anything did.
  void Start(const GraphLayout& graph, const AppState& last, const AppState& next, double now_s);
  void Stop() { move_.Stop(); }

  bool runs() const { return move_.runs(); }
  /// `graph`, seen by `camera`, as it is on its way.
  MovingGraph Moved(const GraphLayout& graph, const GraphCamera& camera) const;

 private:
  const GraphEvidence& evidence_;
  Transition move_;
  bool kept_ = false;
  GraphLayout before_;  // as it was drawn
  GraphCamera camera_before_;
  std::vector<Index> part_of_before_, part_of_now_;  // by actor: DrawnAs()
};

}  // namespace demarche
