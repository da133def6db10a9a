// Small shapes that are drawn again and again (dots, rings, the ends of pills, the cuts of bars),
// rasterised once into Dear ImGui's atlas and drawn as one quad each: as polygons with soft edges
// they were most of a frame's vertices. A stamp has the texels of the physical pixels it covers.
#pragma once

#include <span>
#include <vector>

#include "core/base/geometry.h"
#include "core/base/theme.h"
#include "imgui.h"

namespace demarche {

enum class StampShape : uint8_t { kDisc, kRing, kDashedRing, kZigzagDown, kZigzagAcross };

/// A shape and its sizes in sixteenths of a physical pixel; a size that it has not is 0.
struct StampKey {
  StampShape shape = StampShape::kDisc;
  uint16_t radius = 0;           // of the disc; of the middle of a ring's line
  uint16_t line = 0;             // of rings and zigzags
  uint16_t dash = 0, gap = 0;    // along a dashed ring
  uint16_t step = 0, aside = 0;  // of a zigzag: along its line from corner to corner, to a side
  uint16_t length = 0;           // of a zigzag, in steps
  friend bool operator==(const StampKey&, const StampKey&) = default;
};

/// Texels of a stamp a physical pixel, across and down. Each holds how much the shape covers of a
/// pixel that has its middle there, so that it is as sharp between two pixels as on one.
inline constexpr int kStampTexels = 3;

/// Sixteenths of a physical pixel.
uint16_t StampSize(float physical_px);

/// The stamps of one canvas. Uses the atlas of Dear ImGui's current context.
class Stamps {
 public:
  Stamps() = default;
  ~Stamps();
  Stamps(const Stamps&) = delete;
  Stamps& operator=(const Stamps&) = delete;

  /// A stamp's place in the atlas, valid until something is added to it; null where the shape is
  /// too large to be one, or there are too many.
  const ImFontAtlasRect* Find(const StampKey& key);

 private:
  struct Entry {
    StampKey key;
    ImFontAtlasRectId id;
  };
  std::vector<Entry> entries_;
  ImFontAtlasRect found_;
};

}  // namespace demarche
