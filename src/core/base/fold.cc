#include "core/base/fold.h"

#include <cstddef>
#include <cstdint>

namespace demarche {
namespace {

struct FoldRange {
  uint32_t first, last;
  uint32_t add;
  uint32_t step;  // 1: every letter of the range; 2: every other one, from the first on
};

// Upper to lower case of the letters of two UTF-8 bytes (Unicode 15, CaseFolding.txt, status C).
constexpr FoldRange kFolds[] = {
    {0x00C0, 0x00D6, 32, 1}, {0x00D8, 0x00DE, 32, 1},                           // Latin-1
    {0x0386, 0x0386, 38, 1}, {0x0388, 0x038A, 37, 1}, {0x038C, 0x038C, 64, 1},  // Greek
    {0x038E, 0x038F, 63, 1}, {0x0391, 0x03A1, 32, 1}, {0x03A3, 0x03AB, 32, 1},
    {0x03C2, 0x03C2, 1, 1},  {0x0400, 0x040F, 80, 1}, {0x0410, 0x042F, 32, 1},
    {0x0460, 0x0480, 1, 2},  // Cyrillic
    {0x048A, 0x04BE, 1, 2},  {0x04D0, 0x052E, 1, 2},
};

uint32_t Fold(uint32_t letter) {
  for (const FoldRange& range : kFolds) {
    if (letter < range.first) break;
    if (letter <= range.last && (letter - range.first) % range.step == 0) {
      return letter + range.add;
    }
  }
  return letter;
}

bool IsContinuation(unsigned char c) { return (c & 0xC0) == 0x80; }

}  // namespace

void AppendFolded(std::string_view text, std::string* out) {
  for (size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      out->push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
      continue;
    }
    const unsigned char next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : '\0';
    if (c < 0xC2 || c > 0xDF || !IsContinuation(next)) {
      out->push_back(static_cast<char>(c));
      continue;
    }
    const uint32_t letter = Fold(((c & 0x1Fu) << 6) | (next & 0x3Fu));
    out->push_back(static_cast<char>(0xC0 | (letter >> 6)));
    out->push_back(static_cast<char>(0x80 | (letter & 0x3F)));
    ++i;
  }
}

std::string Folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  AppendFolded(text, &out);
  return out;
}

}  // namespace demarche
