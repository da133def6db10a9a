// A frame of Dear ImGui without its windows: fonts, one draw list, draw data. ImGui::NewFrame and
// ImGui::Render also run windows, navigation, settings and an input queue, none of which the canvas
// has; without them they are not even in the program, a tenth of whose bytes they were.
#pragma once

#include "imgui.h"

namespace demarche {

class DrawFrame {
 public:
  /// For the current Dear ImGui context, which outlives it.
  DrawFrame();
  DrawFrame(const DrawFrame&) = delete;
  DrawFrame& operator=(const DrawFrame&) = delete;

  /// Begins a frame of that size in CSS px: an empty list, clipped to it. What the font atlas had
  /// to do between two frames is done.
  ImDrawList* Begin(float width_px, float height_px, float pixel_ratio);
  /// Ends the frame. What a renderer has to draw, and the textures that it has to update before, as
  /// ImGui::GetDrawData(); valid until the next Begin().
  ImDrawData* End();

 private:
  ImDrawList list_;
  ImDrawData data_;
};

}  // namespace demarche
