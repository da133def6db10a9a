// How layouts learn the width of a label without knowing a font: the views answer with real glyph
// widths, tests with a fixed width a character, so that layouts stay pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace demarche {

/// The two faces the canvas carries (design/DESIGN.md section 2).
enum class Face : uint8_t { kRegular, kSemiBold };

class TextMeasurer {
 public:
  virtual ~TextMeasurer() = default;
  /// Width of one line of UTF-8 `text` in CSS px at a font size of `size_px`.
  virtual float WidthPx(std::string_view text, Face face, float size_px) const = 0;
};

}  // namespace demarche
