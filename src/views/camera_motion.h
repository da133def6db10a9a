// The way of the graph's camera from where it was to where the state has it: at once under a hand,
// else smoothly.
#pragma once

#include "core/state/graph_camera.h"
#include "views/transition.h"

namespace demarche {

enum class CameraWay : uint8_t { kSmooth, kCut };

class CameraMotion {
 public:
  /// Once a frame, before the scene is laid out: what the graph is seen through now.
  const GraphCamera& Update(const GraphCamera& wanted, CameraWay way, double now_s) {
    constexpr double kMoveS = 0.25;
    move_.Tick(now_s);
    if (wanted != to_) {
      from_ = shown_, to_ = wanted;
      way == CameraWay::kSmooth ? move_.Start(now_s, kMoveS) : move_.Stop();
    }
    shown_ = move_.runs() ? Between(from_, to_, move_.Eased()) : to_;
    return shown_;
  }
  bool runs() const { return move_.runs(); }

 private:
  Transition move_;
  GraphCamera from_, to_, shown_;
};

}  // namespace demarche
