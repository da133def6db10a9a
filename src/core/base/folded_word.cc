#include "core/base/folded_word.h"

#include <algorithm>

#include "core/base/fold.h"

namespace demarche {

FoldedWord::FoldedWord(std::string_view folded) : folded_(folded) {
  constexpr size_t kFarthest = 255;
  for (size_t byte = 0; byte < skip_.size(); ++byte) {
    size_t skip = folded.size();
    for (size_t i = 0; i < folded.size(); ++i) {
      const bool may = MayFoldTo(static_cast<unsigned char>(byte),  //
                                 static_cast<unsigned char>(folded[i]));
      if (may) skip = folded.size() - 1 - i;
    }
    skip_[byte] = static_cast<uint8_t>(std::min(skip, kFarthest));
  }
}

bool FoldedWord::IsIn(std::string_view text) const {
  for (size_t end = folded_.size() - 1; end < text.size();) {
    const size_t skip = skip_[static_cast<unsigned char>(text[end])];
    if (skip == 0 && BeginsFolded(text.substr(end + 1 - folded_.size()), folded_)) return true;
    end += std::max<size_t>(skip, 1);
  }
  return false;
}

}  // namespace demarche
