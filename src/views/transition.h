// Motion of the canvas (design/DESIGN.md section 8): when a transition runs and how far it is. With
// reduced motion none ever starts.
#pragma once

#include <algorithm>

namespace demarche {

class Transition {
 public:
  void Start(double now_s, double duration_s) {
    start_s_ = now_s;
    duration_s_ = duration_s;
    runs_ = true;
  }
  void Stop() { runs_ = false; }
  /// Ends it when its time is over. Call once a frame, before the others.
  void Tick(double now_s) {
    now_s_ = now_s;
    if (now_s - start_s_ >= duration_s_ || now_s < start_s_) runs_ = false;
  }
  bool runs() const { return runs_; }
  /// From 0 to 1, slow at both ends; 1 when nothing runs.
  float Eased() const {
    const float t = Linear();
    return t * t * (3 - 2 * t);
  }
  float Linear() const {
    if (!runs_ || duration_s_ <= 0) return 1;
    return static_cast<float>(std::clamp((now_s_ - start_s_) / duration_s_, 0.0, 1.0));
  }

 private:
  double start_s_ = 0, duration_s_ = 0, now_s_ = 0;
  bool runs_ = false;
};

}  // namespace demarche
