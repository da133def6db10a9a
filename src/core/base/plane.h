// Plane geometry that layouts need: vectors, segments, quadratic Bézier curves. Only
// + - * / and sqrt, so that results are equal on every machine.
#pragma once

#include <algorithm>
#include <cmath>

#include "core/base/geometry.h"

namespace demarche {

constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
constexpr Point operator*(Point a, float k) { return {a.x * k, a.y * k}; }

constexpr float Dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
constexpr float Cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
inline float Length(Point a) { return std::sqrt(Dot(a, a)); }
inline float Distance(Point a, Point b) { return Length(b - a); }
/// The direction of a; `otherwise` where it has none.
inline Point Unit(Point a, Point otherwise = {1, 0}) {
  const float length = Length(a);
  return length > 0 ? a * (1 / length) : otherwise;
}
/// Turned by a quarter to the left as seen on the screen, where y goes down.
constexpr Point Left(Point a) { return {a.y, -a.x}; }
constexpr Point Mix(Point a, Point b, float t) { return a + (b - a) * t; }

constexpr Rect RectAround(Point centre, float w, float h) {
  return {centre.x - w / 2, centre.y - h / 2, w, h};
}
constexpr Rect Inflated(const Rect& r, float by) {
  return {r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by};
}
/// 0 inside.
inline float DistanceTo(const Rect& r, Point p) {
  const float dx = std::max({r.x - p.x, 0.0f, p.x - r.right()});
  const float dy = std::max({r.y - p.y, 0.0f, p.y - r.bottom()});
  return Length({dx, dy});
}
inline float DistanceToSegment(Point p, Point a, Point b) {
  const Point d = b - a;
  const float length2 = Dot(d, d);
  const float t = length2 > 0 ? std::clamp(Dot(p - a, d) / length2, 0.0f, 1.0f) : 0;
  return Distance(p, a + d * t);
}
/// Whether the inner parts of two segments cross in one point.
constexpr bool SegmentsCross(Point a, Point b, Point c, Point d) {
  const float c_side = Cross(b - a, c - a), d_side = Cross(b - a, d - a);
  const float a_side = Cross(d - c, a - c), b_side = Cross(d - c, b - c);
  return c_side * d_side < 0 && a_side * b_side < 0;
}

/// A quadratic Bézier curve.
struct Quadratic {
  Point from, control, to;

  constexpr Point At(float t) const { return Mix(Mix(from, control, t), Mix(control, to, t), t); }
  /// The part of it from t0 to t1 (by its blossom).
  constexpr Quadratic Part(float t0, float t1) const {
    const Point control_of_part = Mix(Mix(from, control, t0), Mix(control, to, t0), t1);
    return {At(t0), control_of_part, At(t1)};
  }
};

}  // namespace demarche
