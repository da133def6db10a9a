#include "pane/empty.h"

#include <algorithm>

#include "core/base/fold.h"
#include "core/state/query.h"
#include "pane/pane.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

size_t KnownCount(const PaneWriter& w) {
  const auto& events = w.dossier().events();
  return static_cast<size_t>(std::count_if(events.begin(), events.end(), [&w](const Event& event) {
    return w.Knows(event.reported_s);
  }));
}

// Moves without an event have a lane of their own on the canvas.
bool ShowsStatements(const PaneWriter& w) {
  const AppState& state = w.state();
  const std::string query = Folded(state.query);
  const auto& moves = w.dossier().moves();
  return state.group.empty() && std::any_of(moves.begin(), moves.end(), [&](const Move& move) {
           return move.event == kNone && w.Knows(move.reported_s) &&
                  Folded(w.dossier().In(move.summary, state.lang)).find(query) != std::string::npos;
         });
}

}  // namespace

std::string FilterWords(const AppState& state, size_t count) {
  std::string words;
  if (!state.query.empty()) words += (count == 1 ? " matches “" : " match “") + state.query + "”";
  if (!state.group.empty()) words += " in " + state.group;
  return words;
}

void WriteEmpty(PaneWriter& w) {
  const size_t known = KnownCount(w);
  const bool filtered = known > 0;
  w.Open("div", {{"class", filtered ? "dm-empty dm-empty-filtered" : "dm-empty"}});
  if (filtered) {
    w.Leaf("h2", {}, "No events" + FilterWords(w.state(), 0));
    w.Leaf("p", {}, Counted(known, "event", "events") + " hidden by filters");
    w.Button("dm-button dm-button-solid", "q=&group=", "Clear filters");
  } else {
    const std::string moment = MomentInWords(w.state().as_of_s);
    w.Leaf("h2", {}, moment.empty() ? "Nothing is recorded" : "Nothing recorded up to " + moment);
  }
  w.Close();
}

std::string RenderEmpty(const Dossier& dossier, const AppState& state) {
  if (CountVisible(dossier, FilterOf(state)) > 0) return {};
  PaneWriter w(dossier, state);
  if (ShowsStatements(w)) return {};
  WriteEmpty(w);
  return w.Take();
}

}  // namespace demarche
