// Fuzzing of the reader: whatever comes in becomes a dossier that can be asked everything, or
// findings with their places. The same bytes are tried as a permalink too.
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "core/dossier/as_of.h"
#include "core/dossier/stats.h"
#include "core/reader/dossier_reader.h"
#include "core/state/permalink.h"
#include "core/state/query.h"
#include "tests/fuzz/replay.h"

namespace demarche {
namespace {

void CheckFindings(const Findings& findings, std::string_view text) {
  Require(findings.list.size() <= findings.error_count + findings.warning_count, "miscounted",
          text);
  uint32_t last_line = 1;
  for (const Finding& finding : findings.list) {
    Require(finding.code.size() > 2 && finding.code[1] == '-', "has no code", text);
    Require(!finding.problem.empty() && !finding.remedy.empty(), "says nothing", text);
    Require(finding.line >= last_line && finding.column >= 1, "is out of order", text);
    Require(finding.pointer.empty() || finding.pointer[0] == '/', "has no pointer", text);
    last_line = finding.line;
  }
  const std::string json = FindingsJson(findings);
  Require(FindInvalidUtf8(json, 0) == std::string::npos, "is no UTF-8", text);
}

void AskEverything(const Dossier& dossier, std::string_view text) {
  const AppState state = InitialState(dossier);
  for (const Index event : VisibleEvents(dossier, FilterOf(state))) {
    Require(!dossier.IdOf({ItemKind::kEvent, event}).empty(), "an event without an id", text);
    for (const Index move : dossier.MovesOfEvent(event)) dossier.RepliesTo(move);
  }
  for (const Seconds day_s : dossier.ChangeDays()) Require(day_s > kTimeMin, "endless", text);
  for (Index i = 0; i < dossier.data().stories.size(); ++i) {
    const AppState told = Reduce(dossier, state, OpenStory{i, 1});
    const std::string link = PermalinkOf(dossier, told);
    Require(ApplyPermalink(dossier, state, link) == told, "a link that leads elsewhere", text);
  }
  Require(!StatsJson(dossier, StatsOf(dossier)).empty(), "no statistics", text);
}

void CheckLink(std::string_view text) {
  static const Dossier dossier({}, {}, {});
  const AppState state = ApplyPermalink(dossier, InitialState(dossier), text);
  const std::string link = PermalinkOf(dossier, state);
  Require(ApplyPermalink(dossier, InitialState(dossier), link) == state, "a link that changes",
          text);
}

void CheckText(std::string_view text) {
  const ReadResult read = ReadDossier(text, "fuzz.json");
  Require(read.dossier.has_value() == read.findings.ok(), "loaded with errors", text);
  CheckFindings(read.findings, text);
  if (read.dossier) AskEverything(*read.dossier, text);
  CheckLink(text);
}

}  // namespace
}  // namespace demarche

const std::string_view kReplayedBytes("\"\\{}[],:0x/\xFF\0", 13);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  demarche::CheckText({reinterpret_cast<const char*>(data), size});
  return 0;
}
