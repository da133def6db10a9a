// Collects findings by the byte they concern while a file is read, and finds their lines, columns
// and pointers in the end, once for all: a file without findings pays nothing for them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/reader/finding.h"

namespace demarche {

class FindingLog {
 public:
  /// `code` is a literal; `at` is the byte where the value at fault begins.
  void Error(std::string_view code, size_t at, std::string problem, std::string remedy);
  void Warning(std::string_view code, size_t at, std::string problem, std::string remedy);

  bool ok() const { return error_count_ == 0; }
  size_t error_count() const { return error_count_; }
  /// Whether a finding behind all others can still be among those that are kept.
  bool HasRoom() const { return entries_.size() < Findings::kMaxFindings; }

  /// Everything in the order of the file. Of more than kMaxFindings the first ones, errors before
  /// warnings.
  Findings Finish(std::string_view json, std::string_view file);

 private:
  struct Entry {
    Severity severity;
    std::string_view code;
    size_t at;
    size_t order;
    std::string problem, remedy;
  };
  void Add(Entry entry);
  void SortAndCut();

  std::vector<Entry> entries_;
  size_t error_count_ = 0, warning_count_ = 0;
};

}  // namespace demarche
