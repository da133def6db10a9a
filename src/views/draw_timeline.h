// The timeline on the screen. Draws what core/timeline/timeline_layout.h laid out, in the order of
// design/DESIGN.md section 3, and decides nothing but colours.
#pragma once

#include <string_view>
#include <vector>

#include "core/timeline/links.h"
#include "views/canvas_layout.h"
#include "views/canvas_scene.h"
#include "views/painter.h"

namespace demarche {

/// A timeline and the reader's state that the layout does not know.
struct TimelineDrawing {
  const TimelineLayout* layout = nullptr;
  const std::vector<TimelineLink>* links = nullptr;
  const HeaderLabels* header = nullptr;
  const TextMeasurer* measurer = nullptr;
  AxisKind axis = AxisKind::kAdaptive;
  Ref hovered;                // under the pointer, here or elsewhere
  bool focused = false;       // the selected mark has the keyboard's ring
  float selection_alpha = 1;  // of the marker pen, while it fills
  float playhead_px = 0;      // where the line is now; it slides to layout->playhead_px
  bool axis_control = false;
  Spot gutter = Spot::kNothing;  // what of the gutter is under the pointer, as in CanvasHit
  uint32_t gutter_row = 0;
};

void DrawTimeline(const Painter& p, const TimelineDrawing& drawing);

// ---- Its parts, each in a file of its own ----

/// Ribbons from the true-scale strip, dimension lines, ticks and zigzags (draw_axis.cc).
void DrawRibbons(const Painter& p, const TimelineLayout& layout);
void DrawAxis(const Painter& p, const TimelineLayout& layout);
/// The true-scale strip with its brush (draw_minimap.cc).
void DrawMinimap(const Painter& p, const TimelineLayout& layout);
/// Names of lanes and groups, the header's labels and the control of the axis (draw_gutter.cc).
void DrawGutter(const Painter& p, const TimelineDrawing& drawing);
/// Marks (draw_marks.cc): what lies under the playhead, and what over it.
void DrawBars(const Painter& p, const TimelineDrawing& drawing);
void DrawStates(const Painter& p, const TimelineDrawing& drawing);
void DrawLabels(const Painter& p, const TimelineDrawing& drawing);
void DrawDots(const Painter& p, const TimelineDrawing& drawing);
/// Moves and their replies (draw_links.cc).
void DrawLinks(const Painter& p, const TimelineDrawing& drawing);
/// Around the selected mark.
void DrawFocusRing(const Painter& p, const TimelineDrawing& drawing);

// ---- Shared by them ----

bool IsVertical(const TimelineLayout& layout);
/// A stretch of the axis, through all lanes.
Rect AcrossLanes(const TimelineLayout& layout, float from_px, float to_px);
/// The ground of a band, and at a place of the axis. Where there is one scale only, it is paper:
/// tones tell scales apart.
Rgba ToneOf(const Palette& theme, const TimelineLayout& layout, const BandView& band);
Rgba ToneAt(const Palette& theme, const TimelineLayout& layout, float axis_px);

}  // namespace demarche
