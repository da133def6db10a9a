// How wide texts are in Inter, for layouts made without a font: of Latin letters the font's own
// widths, others by guess. No kerning.
#pragma once

#include "core/base/text_measurer.h"

namespace demarche {

class InterMeasurer : public TextMeasurer {
 public:
  float WidthPx(std::string_view text, Face face, float size_px) const override;
};

}  // namespace demarche
