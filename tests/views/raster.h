// A software rasteriser of Dear ImGui's draw data, to look at the canvas without a browser or a
// GPU: textured triangles, blended in order, one sample a pixel, as WebGL draws them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "imgui.h"

namespace demarche {

struct Picture {
  int width = 0, height = 0;  // physical pixels
  std::vector<uint8_t> rgba;

  uint32_t At(int x, int y) const;  // 0xRRGGBB
};

/// Draws on opaque black. Takes the textures that the draw data asks for.
Picture Rasterise(ImDrawData* data);
/// Whether the file could be written.
bool WritePng(const Picture& picture, const std::string& path);

}  // namespace demarche
