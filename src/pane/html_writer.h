// Writes HTML that is well formed and escaped by construction: tags and attribute names are
// literals of our own source, every value and every text is escaped, and each element is closed
// once. There is no way to write markup from a string that was computed.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

/// A piece of our own source: only a string literal becomes one.
class Literal {
 public:
  template <size_t kSize>
  // NOLINTNEXTLINE(google-explicit-constructor)
  consteval Literal(const char (&text)[kSize]) : text_(text, kSize - 1) {}
  constexpr std::string_view view() const { return text_; }

 private:
  std::string_view text_;
};

struct Attr {
  Literal name;
  std::string_view value;
};
/// The value of an attribute that is left out; an empty string is not: it makes `name=""`.
inline constexpr std::string_view kNoAttr{};

class HtmlWriter {
 public:
  using Attrs = std::initializer_list<Attr>;

  void Open(Literal tag, Attrs attrs = {});
  /// Closes the element opened last.
  void Close();
  /// An element without content: `<input …/>`.
  void Void(Literal tag, Attrs attrs = {});
  /// Escaped text.
  void Put(std::string_view text);
  /// An element that holds this text only.
  void Leaf(Literal tag, Attrs attrs, std::string_view text);

  /// All that was written; every element must be closed.
  std::string Take();

 private:
  void Tag(Literal tag, Attrs attrs);

  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace demarche
