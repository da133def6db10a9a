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

char LowerOf(unsigned char c) {
  return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

// A letter of two bytes, or one byte of anything else.
struct Letter {
  char bytes[2];
  uint8_t size;
};

Letter FoldedAt(std::string_view text, size_t at) {
  const unsigned char c = static_cast<unsigned char>(text[at]);
  if (c < 0xC2 || c > 0xDF || at + 1 == text.size()) return {{LowerOf(c), 0}, 1};
  const unsigned char next = static_cast<unsigned char>(text[at + 1]);
  if (!IsContinuation(next)) return {{text[at], 0}, 1};
  const uint32_t letter = Fold(((c & 0x1Fu) << 6) | (next & 0x3Fu));
  return {{static_cast<char>(0xC0 | (letter >> 6)), static_cast<char>(0x80 | (letter & 0x3F))}, 2};
}

}  // namespace

std::string Folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (out.size() < text.size()) {
    const Letter letter = FoldedAt(text, out.size());
    out.append(letter.bytes, letter.size);
  }
  return out;
}

bool BeginsFolded(std::string_view text, std::string_view folded) {
  if (text.size() < folded.size()) return false;
  for (size_t i = 0; i < folded.size();) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      if (LowerOf(c) != folded[i++]) return false;
      continue;
    }
    const Letter letter = FoldedAt(text, i);
    if (letter.bytes[0] != folded[i]) return false;
    if (letter.size == 2 && (i + 1 == folded.size() || letter.bytes[1] != folded[i + 1]))
      return false;
    i += letter.size;
  }
  return true;
}

FoldedByte FoldedByteOf(char folded) {
  const auto byte = static_cast<uint8_t>(folded);
  if (folded >= 'a' && folded <= 'z') return {0xDF, static_cast<uint8_t>(byte & 0xDF)};
  // Folding moves letters of two bytes among each other, the first byte included.
  if (IsContinuation(byte)) return {0xC0, 0x80};
  if (byte >= 0xC2 && byte <= 0xDF) return {0xE0, 0xC0};
  return {0xFF, byte};
}

}  // namespace demarche
