// What pointer and keyboard did between two frames, dealt out to frames: so that a press and its
// release that came between two of them are both seen.
#pragma once

#include <vector>

#include "views/canvas_view.h"

namespace demarche {

class InputQueue {
 public:
  /// The pointer is at a point of the canvas, CSS px.
  void MoveTo(Point at_px);
  /// It is no longer on the canvas.
  void Leave();
  void Press();
  void Release();
  void Key(const KeyPress& press);
  /// The button is let go of where nobody sees it: no click. What waits is forgotten.
  void Clear();

  /// Writes into `input` what the next frame sees: where the pointer moved to, and then at most one
  /// press, release or key.
  void Deal(CanvasInput* input);
  /// Whether something waits for another frame.
  bool waits() const { return !events_.empty(); }

 private:
  enum class Kind : uint8_t { kMove, kLeave, kPress, kRelease, kKey };
  struct Event {
    Kind kind = Kind::kMove;
    Point at_px;
    KeyPress press;
  };
  bool Deal(const Event& event, CanvasInput* input);

  std::vector<Event> events_;
  bool down_ = false;
};

}  // namespace demarche
