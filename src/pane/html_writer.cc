#include "pane/html_writer.h"

#include <cassert>
#include <utility>

#include "core/base/escape.h"

namespace demarche {
namespace {

// Elements between which white space means nothing: they start a line, so that the output can be
// read and compared.
bool StartsLine(std::string_view tag) {
  constexpr std::string_view kTags[] = {
      "article",  "aside",  "blockquote", "body", "details", "div", "dl",   "dt",
      "fieldset", "footer", "h1",         "h2",   "h3",      "h4",  "head", "li",
      "link",     "header", "main",       "meta", "nav",     "ol",  "p",    "section",
      "script",   "table",  "title",      "tr",   "ul"};
  for (const std::string_view other : kTags) {
    if (tag == other) return true;
  }
  return false;
}

}  // namespace

void HtmlWriter::Tag(Literal tag, Attrs attrs) {
  if (StartsLine(tag.view()) && !out_.empty()) out_ += '\n';
  out_ += '<';
  out_ += tag.view();
  for (const Attr& attr : attrs) {
    if (attr.value.data() == nullptr) continue;
    out_ += ' ';
    out_ += attr.name.view();
    out_ += "=\"";
    AppendEscaped(attr.value, &out_);
    out_ += '"';
  }
}

void HtmlWriter::Open(Literal tag, Attrs attrs) {
  Tag(tag, attrs);
  out_ += '>';
  open_.push_back(tag.view());
}

void HtmlWriter::Close() {
  assert(!open_.empty() && "more elements closed than opened");
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
}

void HtmlWriter::Void(Literal tag, Attrs attrs) {
  Tag(tag, attrs);
  out_ += "/>";
}

void HtmlWriter::Put(std::string_view text) { AppendEscaped(text, &out_); }

void HtmlWriter::Leaf(Literal tag, Attrs attrs, std::string_view text) {
  Open(tag, attrs);
  Put(text);
  Close();
}

std::string HtmlWriter::Take() {
  assert(open_.empty() && "an element was left open");
  return std::exchange(out_, {});
}

}  // namespace demarche
