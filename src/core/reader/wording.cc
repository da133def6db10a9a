#include "core/reader/wording.h"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche {
namespace {

constexpr size_t kLongestWord = 64;
constexpr size_t kLongestQuote = 80;

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// How far from a word of that length a slip of the pen may lead.
size_t Tolerance(size_t length) { return length < 4 ? 1 : length < 9 ? 2 : 3; }

}  // namespace

std::string Quoted(std::string_view text) {
  const bool is_cut = text.size() > kLongestQuote;
  if (is_cut) {
    size_t end = kLongestQuote;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end);
  }
  std::string out = "\"";
  for (const char c : text) out.push_back((c >= '\0' && c < ' ') || c == '\x7f' ? ' ' : c);
  out += is_cut ? "…\"" : "\"";
  return out;
}

std::string AnyOf(std::span<const std::string_view> words) {
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += Quoted(words[i]);
  }
  return out;
}

size_t EditDistance(std::string_view a, std::string_view b, size_t limit) {
  if (a.size() > kLongestWord || b.size() > kLongestWord) return a == b ? 0 : limit + 1;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::array<std::array<size_t, kLongestWord + 1>, 3> rows;
  size_t* before = rows[0].data();
  size_t* above = rows[1].data();
  size_t* row = rows[2].data();
  for (size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    size_t least = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = above[j - 1] + (Lower(a[i - 1]) == Lower(b[j - 1]) ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      const bool is_swap = i > 1 && j > 1 && Lower(a[i - 1]) == Lower(b[j - 2]) &&
                           Lower(a[i - 2]) == Lower(b[j - 1]);
      if (is_swap) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

NearestWord::NearestWord(std::string_view wanted)
    : wanted_(wanted), distance_(Tolerance(wanted.size()) + 1) {}

void NearestWord::Offer(std::string_view word) {
  if (distance_ == 0) return;
  // A word with nothing in common is no hint, however short both are.
  const size_t distance = EditDistance(wanted_, word, distance_ - 1);
  if (distance >= distance_ || distance >= std::max(wanted_.size(), word.size())) return;
  distance_ = distance;
  word_ = word;
}

std::string DidYouMean(std::string_view word) {
  return word.empty() ? std::string() : "Did you mean " + Quoted(word) + "? ";
}

std::string DidYouMean(std::string_view wanted, std::span<const std::string_view> words) {
  NearestWord nearest(wanted);
  for (const std::string_view word : words) nearest.Offer(word);
  return DidYouMean(nearest.word());
}

}  // namespace demarche
