#include "tests/pane/html_checker.h"

#include <algorithm>
#include <array>

namespace demarche {
namespace {

constexpr std::array kVoidTags = {"input", "meta", "link"};
constexpr std::array kAttributes = {"aria-controls",
                                    "aria-current",
                                    "aria-hidden",
                                    "aria-label",
                                    "aria-labelledby",
                                    "aria-live",
                                    "aria-pressed",
                                    "label",
                                    "selected",
                                    "value",
                                    "aria-disabled",
                                    "aria-selected",
                                    "charset",
                                    "class",
                                    "content",
                                    "data-act",
                                    "datetime",
                                    "dir",
                                    "for",
                                    "href",
                                    "http-equiv",
                                    "id",
                                    "lang",
                                    "name",
                                    "property",
                                    "rel",
                                    "role",
                                    "rowspan",
                                    "scope",
                                    "src",
                                    "tabindex",
                                    "target",
                                    "type"};

template <class List>
bool Has(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class Checker {
 public:
  explicit Checker(std::string_view html) : html_(html) {}

  CheckedHtml Run() {
    while (at_ < html_.size()) {
      if (html_[at_] != '<') {
        const size_t end = std::min(html_.find('<', at_), html_.size());
        found_.text += Decoded(html_.substr(at_, end - at_));
        at_ = end;
      } else if (html_.substr(at_, 2) == "</") {
        CloseTag();
      } else {
        OpenTag();
      }
    }
    for (const std::string& tag : open_) Problem("<" + tag + "> is not closed");
    std::vector<std::string> ids = found_.ids;
    std::sort(ids.begin(), ids.end());
    if (const auto twice = std::adjacent_find(ids.begin(), ids.end()); twice != ids.end()) {
      Problem("the id " + *twice + " stands twice");
    }
    return std::move(found_);
  }

 private:
  void Problem(const std::string& what) {
    found_.problems.push_back(what + " at: " + std::string(html_.substr(at_, 60)));
  }

  std::string Decoded(std::string_view raw) {
    constexpr std::pair<std::string_view, char> kReferences[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    std::string text;
    for (size_t i = 0; i < raw.size();) {
      if (static_cast<unsigned char>(raw[i]) < 0x20 && raw[i] != '\n' && raw[i] != '\t')
        Problem("a control character");
      if (raw[i] != '&') {
        text += raw[i++];
        continue;
      }
      const auto* reference =
          std::find_if(std::begin(kReferences), std::end(kReferences),
                       [&](const auto& r) { return raw.substr(i, r.first.size()) == r.first; });
      if (reference == std::end(kReferences)) {
        Problem("an unknown reference in " + std::string(raw.substr(i, 10)));
        return text;
      }
      text += reference->second;
      i += reference->first.size();
    }
    return text;
  }

  std::string Word() {
    const size_t start = at_;
    while (at_ < html_.size() &&
           (std::isalnum(static_cast<unsigned char>(html_[at_])) != 0 || html_[at_] == '-'))
      ++at_;
    return std::string(html_.substr(start, at_ - start));
  }

  void CloseTag() {
    at_ += 2;
    const std::string tag = Word();
    if (open_.empty() || open_.back() != tag) Problem("</" + tag + "> closes nothing");
    if (!open_.empty()) open_.pop_back();
    Expect('>');
  }

  void Expect(char c) {
    if (at_ < html_.size() && html_[at_] == c) {
      ++at_;
    } else {
      Problem(std::string("expected ") + c);
      at_ = html_.size();
    }
  }

  void OpenTag() {
    ++at_;
    const std::string tag = Word();
    if (tag.empty()) {
      Problem("a bare <");
      return;
    }
    found_.tags.push_back(tag);
    if (tag == "style" || tag == "iframe" || tag == "object") Problem("<" + tag + ">");
    CheckHeading(tag);
    while (at_ < html_.size() && html_[at_] == ' ') Attribute();
    const bool is_empty = html_.substr(at_, 2) == "/>";
    if (is_empty) ++at_;
    if (is_empty != Has(kVoidTags, tag)) Problem("<" + tag + "> is empty or should be");
    if (!is_empty) open_.push_back(tag);
    Expect('>');
  }

  void CheckHeading(const std::string& tag) {
    if (tag.size() != 2 || tag[0] != 'h' || tag[1] < '1' || tag[1] > '6') return;
    const int level = tag[1] - '0';
    if (heading_ != 0 && level > heading_ + 1)
      Problem("<" + tag + "> after <h" + std::to_string(heading_) + ">");
    heading_ = level;
  }

  void Attribute() {
    ++at_;
    const std::string name = Word();
    if (!Has(kAttributes, name)) Problem("the attribute '" + name + "'");
    Expect('=');
    Expect('"');
    const size_t end = html_.find('"', at_);
    if (end == std::string_view::npos) {
      Problem("an attribute without end");
      at_ = html_.size();
      return;
    }
    const std::string_view raw = html_.substr(at_, end - at_);
    if (raw.find('<') != std::string_view::npos) Problem("< in an attribute");
    const std::string value = Decoded(raw);
    at_ = end + 1;
    found_.values.push_back(value);
    if (name == "id") found_.ids.push_back(value);
    if (name != "href" && name != "src") return;
    found_.hrefs.push_back(value);
    const bool has_scheme = value.find(':') != std::string::npos && value[0] != '#';
    if (has_scheme && value.rfind("https://", 0) != 0 && value.rfind("http://", 0) != 0)
      Problem("a link to " + value);
  }

  std::string_view html_;
  size_t at_ = 0;
  int heading_ = 0;
  std::vector<std::string> open_;
  CheckedHtml found_;
};

}  // namespace

CheckedHtml CheckHtml(std::string_view html) { return Checker(html).Run(); }

std::string ProblemsOf(const CheckedHtml& checked) {
  std::string text;
  for (const std::string& problem : checked.problems) text += problem + "\n";
  return text;
}

}  // namespace demarche
