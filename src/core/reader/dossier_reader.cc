#include "core/reader/dossier_reader.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "core/base/utf8.h"
#include "core/reader/dossier_check.h"
#include "core/reader/dossier_draft.h"
#include "core/reader/dossier_sax.h"
#include "core/reader/finding_log.h"
#include "core/reader/json_syntax.h"

namespace demarche {
namespace {

// A file with so many errors is something else than a dossier; to read on would only take long.
constexpr size_t kMostErrors = 100'000;

constexpr size_t kProgressBytes = size_t{1} << 20;  // between two words of progress

// The parser's events by the names it has for them.
class SaxAdapter {
 public:
  SaxAdapter(std::string_view json, ReadProgress progress, DossierSax* sax, FindingLog* log)
      : json_(json), progress_(progress), sax_(*sax), log_(*log) {}

  bool null() { return GoOn(sax_.Null()); }
  bool boolean(bool value) { return GoOn(sax_.Bool(value)); }
  bool number_integer(int64_t value) { return GoOn(sax_.Number(static_cast<double>(value))); }
  bool number_unsigned(uint64_t value) { return GoOn(sax_.Number(static_cast<double>(value))); }
  bool number_float(double value, const std::string&) { return GoOn(sax_.Number(value)); }
  bool string(std::string& value) { return GoOn(sax_.String(value)); }
  bool binary(nlohmann::json::binary_t&) { return false; }  // never in JSON text
  bool start_object(size_t) {
    if (progress_ != nullptr && sax_.at() >= told_at_) Tell();
    return GoOn(sax_.StartObject());
  }
  bool key(std::string& value) { return GoOn(sax_.Key(value)); }
  bool end_object() { return GoOn(sax_.EndObject()); }
  bool start_array(size_t) { return GoOn(sax_.StartArray()); }
  bool end_array() { return GoOn(sax_.EndArray()); }

  bool parse_error(size_t read, const std::string& token, const nlohmann::json::exception& error) {
    ReportSyntaxError(json_, read, token, error.what(), &log_);
    return false;
  }

 private:
  void Tell() {
    progress_(static_cast<double>(sax_.at()) / static_cast<double>(json_.size()));
    told_at_ = sax_.at() + kProgressBytes;
  }

  bool GoOn(bool wanted) const { return wanted && log_.error_count() < kMostErrors; }

  std::string_view json_;
  ReadProgress progress_;
  size_t told_at_ = kProgressBytes;
  DossierSax& sax_;
  FindingLog& log_;
};

// Reports every run of bytes that is not UTF-8 and returns the text with question marks in their
// place, so that the rest can be read at unchanged places.
std::string ReplaceInvalidUtf8(std::string_view json, FindingLog* log) {
  std::string repaired(json);
  size_t last = std::string_view::npos;
  for (size_t bad = FindInvalidUtf8(json, 0); bad != std::string_view::npos;
       bad = FindInvalidUtf8(json, bad + 1)) {
    repaired[bad] = '?';
    if (last == std::string_view::npos || bad != last + 1) {
      log->Error("E-UTF8", bad, "These bytes are not UTF-8.",
                 "Save the file as UTF-8; it may be in an older encoding.");
    }
    last = bad;
  }
  return repaired;
}

void ReadInto(std::string_view json, const DossierLimits& limits, ReadProgress progress,
              Draft* draft, FindingLog* log) {
  DossierSax sax(json, limits, draft, log);
  SaxAdapter adapter(json, progress, &sax, log);
  const char* begin = json.data();
  const bool is_complete = nlohmann::json::sax_parse(begin, begin + json.size(), &adapter);
  if (log->error_count() >= kMostErrors) {
    log->Error("E-TOO-MANY", 0,
               "The file has more than " + std::to_string(kMostErrors) +
                   " errors and was read no further.",
               "Mend the first ones, which may be the cause of the others.");
  }
  // In half a file, what points forward would only seem to be missing.
  if (!is_complete) return;
  ResolveReferences(*draft, log);
  if (log->ok()) CheckReplies(*draft, log);
}

}  // namespace

ReadResult ReadDossier(std::string_view json, std::string_view file, const DossierLimits& limits,
                       ReadProgress progress) {
  ReadResult result;
  FindingLog log;
  if (json.size() > limits.file_bytes) {
    log.Error("E-LIMIT-BYTES", 0,
              "The file is larger than " + std::to_string(limits.file_bytes) +
                  " bytes, the most that a dossier can have; nothing of it was loaded.",
              "Split the dossier into several files.");
    result.findings = log.Finish(json, file);
    return result;
  }
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (json.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    json.remove_prefix(kByteOrderMark.size());
  }
  std::string repaired;
  if (FindInvalidUtf8(json, 0) != std::string_view::npos) {
    repaired = ReplaceInvalidUtf8(json, &log);
    json = repaired;
  }
  Draft draft;
  ReadInto(json, limits, progress, &draft, &log);
  result.findings = log.Finish(json, file);
  if (result.findings.ok()) {
    draft.forward = {};
    draft.data.events.shrink_to_fit();
    draft.data.moves.shrink_to_fit();
    result.dossier.emplace(std::move(draft.data), std::move(draft.arena), std::move(draft.ids));
  }
  return result;
}

}  // namespace demarche
