// A string of the dossier in the languages its author gave: plain text, untrusted. Most have one
// wording, so that all of it lies packed in the arena and costs three bytes beyond the words.
#pragma once

#include <span>
#include <string_view>

#include "core/base/arena.h"

namespace demarche {

/// One language's wording; `lang` is empty for an untagged string (the dossier's own language).
struct LangString {
  std::string_view lang;
  std::string_view text;
};

/// A range of LangString, each made when it is looked at.
class Text {
 public:
  class Iterator {
   public:
    LangString operator*() const {
      const char* at = at_;
      const std::string_view lang = TakePacked(&at);
      return {lang, TakePacked(&at)};
    }
    Iterator& operator++() {
      TakePacked(&at_);
      TakePacked(&at_);
      --left_;
      return *this;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.left_ == b.left_; }

   private:
    friend Text;
    const char* at_ = nullptr;
    uint32_t left_ = 0;
  };

  Text() = default;
  /// A copy that lives as long as the arena.
  Text(std::span<const LangString> wordings, Arena* arena);

  bool empty() const { return at_ == nullptr; }
  Iterator begin() const {
    Iterator first;
    if (empty()) return first;
    first.at_ = at_;
    first.left_ = TakePackedNumber(&first.at_);
    return first;
  }
  Iterator end() const { return {}; }
  LangString front() const { return *begin(); }

 private:
  const char* at_ = nullptr;  // the number of wordings, then language and text of each; null: none
};

}  // namespace demarche
