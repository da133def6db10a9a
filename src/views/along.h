// The members of a point and a rectangle that lie along the time axis: x and w, or y and h in the
// vertical orientation.
#pragma once

#include "core/timeline/timeline_layout.h"

namespace demarche {

struct Along {
  float Point::*at;
  float Rect::*from;
  float Rect::*length;
};

inline Along AlongAxisOf(Orientation orientation) {
  return orientation == Orientation::kVertical ? Along{&Point::y, &Rect::y, &Rect::h}
                                               : Along{&Point::x, &Rect::x, &Rect::w};
}

/// A point's mark, label and note by so many px along the axis; its span stays.
inline void ShiftMark(const Along& along, float by_px, Mark* mark) {
  for (Point* at : {&mark->centre_px, &mark->label_px, &mark->note_px}) at->*along.at += by_px;
  for (Rect* rect : {&mark->mark_px, &mark->box_px}) rect->*along.from += by_px;
}

}  // namespace demarche
