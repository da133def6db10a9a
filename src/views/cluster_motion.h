// Clusters that come apart or close while one zooms: what they were made of moves out of them, or
// into them, instead of jumping. On the way marks lie beside their places by an offset that goes to
// nothing; how the axis itself moves is morph.h's.
#pragma once

#include <vector>

#include "core/timeline/timeline_layout.h"
#include "views/transition.h"

namespace demarche {

class ClusterMotion {
 public:
  /// Once a frame, before the others: ends what is over.
  void Tick(double now_s);
  /// At another viewport or scale: starts where `after` has the events of `before` in other marks.
  /// A cluster whose members are not told appears as it is, and so does a crowd.
  void Start(const TimelineLayout& before, const TimelineLayout& after, double now_s);
  void Stop() { movers_.clear(); }

  bool runs() const { return !movers_.empty(); }
  /// Moves the marks of `layout`, which is `after` or a later one, and adds, below them, those that
  /// close into others.
  void Apply(TimelineLayout* layout) const;

 private:
  // A mark of the layout that comes out of a cluster, or one of before on its way into such a mark.
  struct Mover {
    Ref item;             // of the mark in the layout
    float offset_px = 0;  // from that mark's place, along the axis, at first
    Mark closing = {};    // without label; empty: the layout's mark itself
    Transition transition = {};

    float Offset() const { return offset_px * (1 - transition.Eased()); }
  };

  float OffsetOf(const Mark& mark) const;

  std::vector<Mover> movers_;
};

}  // namespace demarche
