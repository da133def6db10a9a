#include "core/timeline/link_path.h"

#include <algorithm>

#include "core/base/plane.h"
#include "core/base/stable_sort.h"

namespace demarche {
namespace {

// Longer along a row than across it: a way bends out of a row like a branch, not like a pipe.
constexpr float kRadiusAlongPx = 34, kRadiusAcrossPx = 20;
constexpr int kStepsOfCorner = 8;

// How much of a straight part its corner at one end may take.
float Room(const std::vector<Point>& corners, size_t from, const StraightEnds& straight) {
  const Point a = corners[from], b = corners[from + 1];
  const float length = Distance(a, b);
  const bool first = from == 0, last = from + 2 == corners.size();
  float room = length;
  if (first) room -= straight.first_px;
  if (last) room -= straight.last_px;
  if (!first && !last) room = length / 2;
  room = std::max(room, length / 3);
  const bool along = a.y == b.y;
  return std::min(room, along ? kRadiusAlongPx : kRadiusAcrossPx);
}

struct Cut {
  float from, to;  // shares of a straight part
};

// What of the part from a to b lies in a box (Liang, Barsky 1984); nothing: from > to.
Cut Inside(Point a, Point b, const Rect& box) {
  const Point d = b - a;
  Cut cut{0, 1};
  const auto clip = [&cut](float along, float low, float high) {
    if (along == 0) {
      if (low > 0 || high < 0) cut = {1, 0};
      return;
    }
    const float t0 = low / along, t1 = high / along;
    cut.from = std::max(cut.from, std::min(t0, t1));
    cut.to = std::min(cut.to, std::max(t0, t1));
  };
  clip(d.x, box.x - a.x, box.right() - a.x);
  clip(d.y, box.y - a.y, box.bottom() - a.y);
  return cut;
}

class Breaker {
 public:
  // Of many boxes a line has few near it.
  Breaker(const std::vector<Point>& line, const std::vector<Rect>& boxes) {
    Point low = line.front(), high = low;
    for (const Point at : line) {
      low = {std::min(low.x, at.x), std::min(low.y, at.y)};
      high = {std::max(high.x, at.x), std::max(high.y, at.y)};
    }
    for (const Rect& box : boxes) {
      if (box.x <= high.x && box.right() >= low.x && box.y <= high.y && box.bottom() >= low.y)
        boxes_.push_back(box);
    }
  }

  void Draw(Point a, Point b) {
    cuts_.clear();
    for (const Rect& box : boxes_) {
      const Cut cut = Inside(a, b, box);
      if (cut.from < cut.to) cuts_.push_back(cut);
    }
    StableSort(&cuts_, [](const Cut& x, const Cut& y) { return x.from < y.from; });
    float at = 0;
    for (const Cut& cut : cuts_) {
      if (cut.from > at) DrawPart(Mix(a, b, at), Mix(a, b, cut.from));
      if (cut.from > 0 || cut.to > 0) Lift();
      at = std::max(at, cut.to);
    }
    if (at < 1) DrawPart(Mix(a, b, at), b);
  }
  std::vector<std::vector<Point>> Take() { return std::move(strokes_); }

 private:
  void Lift() { down_ = false; }
  void DrawPart(Point a, Point b) {
    if (!down_) strokes_.push_back({a});
    strokes_.back().push_back(b);
    down_ = true;
  }

  std::vector<Rect> boxes_;
  std::vector<Cut> cuts_;
  std::vector<std::vector<Point>> strokes_;
  bool down_ = false;
};

}  // namespace

std::vector<Point> Rounded(const std::vector<Point>& corners, const StraightEnds& straight) {
  std::vector<Point> line{corners.front()};
  for (size_t i = 1; i + 1 < corners.size(); ++i) {
    const Point corner = corners[i];
    const Quadratic bend{corner + Unit(corners[i - 1] - corner) * Room(corners, i - 1, straight),
                         corner,
                         corner + Unit(corners[i + 1] - corner) * Room(corners, i, straight)};
    for (int step = 0; step <= kStepsOfCorner; ++step)
      line.push_back(bend.At(static_cast<float>(step) / kStepsOfCorner));
  }
  line.push_back(corners.back());
  return line;
}

std::vector<std::vector<Point>> Broken(const std::vector<Point>& line,
                                       const std::vector<Rect>& boxes) {
  Breaker breaker(line, boxes);
  for (size_t i = 1; i < line.size(); ++i) breaker.Draw(line[i - 1], line[i]);
  return breaker.Take();
}

float LengthOf(const std::vector<Point>& line) {
  float length = 0;
  for (size_t i = 1; i < line.size(); ++i) length += Distance(line[i - 1], line[i]);
  return length;
}

Point PointBeforeEnd(const std::vector<Point>& line, float from_end_px) {
  for (size_t i = line.size(); i-- > 1;) {
    const float part = Distance(line[i - 1], line[i]);
    if (part >= from_end_px && part > 0) return Mix(line[i], line[i - 1], from_end_px / part);
    from_end_px -= part;
  }
  return line.front();
}

}  // namespace demarche
