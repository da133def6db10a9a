// The reader's own view of the actor graph: which part of it shows, and how large. Zooming parts
// the nodes; they and their type keep their size.
#pragma once

#include <algorithm>
#include <cmath>

#include "core/base/geometry.h"

namespace demarche {

inline constexpr float kMaxGraphZoom = 64;

struct GraphCamera {
  float x = 0.5f, y = 0.5f;  // what is in the middle: shares of the graph's PlanRect()
  float zoom = 1;            // 1: all of it shows
  friend bool operator==(const GraphCamera&, const GraphCamera&) = default;
};

/// The camera that is nearest to the given one and shows nothing but the picture.
inline GraphCamera Bounded(const GraphCamera& camera) {
  constexpr float kAsGoodAsAll = 1.001f;
  const bool finite = std::isfinite(camera.x + camera.y + camera.zoom);
  if (!finite || camera.zoom < kAsGoodAsAll) return {};
  const float zoom = std::min(camera.zoom, kMaxGraphZoom), least = 0.5f / zoom;
  return {std::clamp(camera.x, least, 1 - least), std::clamp(camera.y, least, 1 - least), zoom};
}

/// Where a point of the whole picture is in the one that is `zoom` times larger about its middle.
inline Point Enlarged(const Rect& plan_px, float zoom, Point p) {
  const Point c = plan_px.centre();
  return zoom == 1 ? p : Point{c.x + (p.x - c.x) * zoom, c.y + (p.y - c.y) * zoom};
}
/// And how far that larger one is moved then.
inline Point ShiftOf(const GraphCamera& camera, const Rect& plan_px) {
  return {(0.5f - camera.x) * plan_px.w * camera.zoom, (0.5f - camera.y) * plan_px.h * camera.zoom};
}
/// The share of the whole picture that a camera shows at a point of the canvas.
inline Point ShareAt(const GraphCamera& camera, const Rect& plan_px, Point at_px) {
  const Point c = plan_px.centre();
  return {camera.x + (at_px.x - c.x) / (plan_px.w * camera.zoom),
          camera.y + (at_px.y - c.y) / (plan_px.h * camera.zoom)};
}

/// What is at `at_px` stays there, as far as the picture goes.
inline GraphCamera ZoomedAt(const GraphCamera& camera, const Rect& plan_px, float factor,
                            Point at_px) {
  const Point share = ShareAt(camera, plan_px, at_px), c = plan_px.centre();
  const float zoom = std::clamp(camera.zoom * factor, 1.0f, kMaxGraphZoom);
  return Bounded({share.x - (at_px.x - c.x) / (plan_px.w * zoom),
                  share.y - (at_px.y - c.y) / (plan_px.h * zoom), zoom});
}

/// The picture follows a hand that moves by so much.
inline GraphCamera PannedBy(const GraphCamera& camera, const Rect& plan_px, Point by_px) {
  return Bounded({camera.x - by_px.x / (plan_px.w * camera.zoom),
                  camera.y - by_px.y / (plan_px.h * camera.zoom), camera.zoom});
}

/// On the way from one camera to another; zooming runs evenly to the eye.
inline GraphCamera Between(const GraphCamera& from, const GraphCamera& to, float share) {
  const float zoom = from.zoom * std::pow(to.zoom / from.zoom, share);
  // What both show at one point stays there: the middle moves with 1/zoom, not with the share.
  const float a = 1 / from.zoom, b = 1 / to.zoom;
  const float way = std::abs(a - b) > 1e-4f ? (a - 1 / zoom) / (a - b) : share;
  return {from.x + (to.x - from.x) * way, from.y + (to.y - from.y) * way, zoom};
}

}  // namespace demarche
