#include "core/reader/finding_log.h"

#include <utility>

#include "core/base/stable_sort.h"
#include "core/reader/json_place.h"

namespace demarche {

void FindingLog::Error(std::string_view code, size_t at, std::string problem, std::string remedy) {
  ++error_count_;
  Add({Severity::kError, code, at, 0, std::move(problem), std::move(remedy)});
}

void FindingLog::Warning(std::string_view code, size_t at, std::string problem,
                         std::string remedy) {
  ++warning_count_;
  Add({Severity::kWarning, code, at, 0, std::move(problem), std::move(remedy)});
}

void FindingLog::Add(Entry entry) {
  entry.order = error_count_ + warning_count_;
  entries_.push_back(std::move(entry));
  // References are checked late, so an early place may come last; twice the room keeps this linear.
  if (entries_.size() >= 2 * Findings::kMaxFindings) SortAndCut();
}

void FindingLog::SortAndCut() {
  const auto in_file_order = [](const Entry& a, const Entry& b) {
    return a.at != b.at ? a.at < b.at : a.order < b.order;
  };
  if (entries_.size() > Findings::kMaxFindings) {
    // A thousand warnings must not hide the one error behind them.
    StableSort(&entries_, [&](const Entry& a, const Entry& b) {
      return a.severity != b.severity ? a.severity == Severity::kError : in_file_order(a, b);
    });
    entries_.erase(entries_.begin() + Findings::kMaxFindings, entries_.end());
  }
  StableSort(&entries_, in_file_order);
}

Findings FindingLog::Finish(std::string_view json, std::string_view file) {
  SortAndCut();
  std::vector<size_t> offsets;
  for (const Entry& entry : entries_) offsets.push_back(entry.at);
  std::vector<JsonPlace> places = LocateAll(json, offsets);
  Findings findings;
  findings.file = file;
  for (size_t i = 0; i < entries_.size(); ++i) {
    Entry& entry = entries_[i];
    findings.Add({entry.severity, std::string(entry.code), places[i].line, places[i].column,
                  std::move(places[i].pointer), std::move(entry.problem), std::move(entry.remedy)});
  }
  findings.error_count = error_count_;
  findings.warning_count = warning_count_;
  return findings;
}

}  // namespace demarche
