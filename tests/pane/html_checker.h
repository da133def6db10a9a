// Reads HTML as strictly as our own must be: every element closed in order, every attribute quoted,
// every reference one that the writer makes, headings without gaps, ids once, nothing that could
// run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

struct CheckedHtml {
  std::vector<std::string> problems;  // empty: well formed
  std::vector<std::string> tags;      // of all elements, in order
  std::vector<std::string> values;    // of all attributes, decoded
  std::vector<std::string> hrefs;
  std::vector<std::string> ids;
  std::string text;  // all text, decoded
};

CheckedHtml CheckHtml(std::string_view html);

/// The problems as one text for a failure's message.
std::string ProblemsOf(const CheckedHtml& checked);

}  // namespace demarche
