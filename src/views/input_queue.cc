#include "views/input_queue.h"

#include <algorithm>

namespace demarche {

void InputQueue::MoveTo(Point at_px) { events_.push_back({Kind::kMove, at_px, {}}); }
void InputQueue::Leave() { events_.push_back({Kind::kLeave, {}, {}}); }
void InputQueue::Press() { events_.push_back({Kind::kPress, {}, {}}); }
void InputQueue::Release() { events_.push_back({Kind::kRelease, {}, {}}); }
void InputQueue::Key(const KeyPress& press) { events_.push_back({Kind::kKey, {}, press}); }

void InputQueue::Clear() {
  std::erase_if(events_,
                [](const Event& e) { return e.kind != Kind::kMove && e.kind != Kind::kLeave; });
  down_ = false;
}

void InputQueue::Deal(CanvasInput* input) {
  PointerInput& pointer = input->pointer;
  pointer.pressed = pointer.released = false;
  input->key = {};
  const auto last = std::find_if(events_.begin(), events_.end(),
                                 [&](const Event& event) { return Deal(event, input); });
  events_.erase(events_.begin(), last == events_.end() ? last : last + 1);
  pointer.down = down_;
}

// Returns whether the frame has enough with it.
bool InputQueue::Deal(const Event& event, CanvasInput* input) {
  PointerInput& pointer = input->pointer;
  switch (event.kind) {
    case Kind::kMove:
      pointer.inside = true;
      pointer.at_px = event.at_px;
      return false;
    case Kind::kLeave:
      pointer.inside = false;
      return false;
    case Kind::kPress:
      pointer.pressed = !down_;
      down_ = true;
      return true;
    case Kind::kRelease:
      pointer.released = down_;
      down_ = false;
      return true;
    case Kind::kKey:
      input->key = event.press;
      return true;
  }
  return true;
}

}  // namespace demarche
