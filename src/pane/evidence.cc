// The panel of a pinned line of the graph: the statements it stands for, who made them, and where
// that is reported. The class never stands alone (design/DESIGN.md section 5).
#include <algorithm>

#include "core/graph/graph_scope.h"
#include "pane/cards.h"
#include "pane/moves.h"
#include "pane/pane.h"
#include "pane/phrases.h"
#include "pane/tip.h"

namespace demarche {
namespace {

EdgeBundle BundleOf(const EdgeKey& edge, const Dossier& dossier, const AppState& state) {
  return BundleAt(dossier, state.scope, state.as_of_s, edge);
}

std::string CountWords(const EdgeBundle& bundle) {
  const size_t count = bundle.moves.size();
  std::string words = CountWords(bundle.key.quad, count);
  if (bundle.count > count) words += ", " + Grouped(bundle.count) + " by addressee";
  return words;
}

void WriteHead(PaneWriter& w, const EdgeBundle& bundle) {
  const EdgeKey& edge = bundle.key;
  w.Open("header", {{"class", "dm-evidence-head"}});
  w.Open("h2");
  w.LinkActor(edge.from, NameStyle::kShort);
  w.Leaf("span", {{"class", "dm-arrow"}, {"aria-hidden", "true"}}, " → ");
  w.Leaf("span", {{"class", "dm-sr"}}, " to ");
  w.LinkActor(edge.to, NameStyle::kShort);
  w.Close();
  w.Leaf("span", {{"class", "dm-count"}}, CountWords(bundle));
  w.Leaf(
      "button",
      {{"type", "button"}, {"class", "dm-close"}, {"data-act", "edge="}, {"aria-label", "Close"}},
      "×");
  const std::string quad_class(ClassOf(edge.quad));
  w.Open("p", {{"class", "dm-quad-name " + quad_class}});
  w.Leaf("i", {{"class", "dm-swatch " + quad_class}, {"aria-hidden", "true"}}, "");
  w.Put(NameOf(edge.quad));
  w.Close();
  w.Close();
}

// "Blinken · alleged"
void WriteVoice(PaneWriter& w, const Move& move) {
  w.SayName(VoiceOf(move), NameStyle::kShort);
  if (move.confidence != Confidence::kConfirmed)
    w.Put(" · " + std::string(WordOf(move.confidence)));
}

void WriteEntry(PaneWriter& w, Index index) {
  const Move& move = w.dossier().moves()[index];
  w.Open("li");
  w.Open("p", {{"class", "dm-evidence-who"}});
  w.OpenLink({ItemKind::kMove, index});
  w.SayDate(move.date.edtf, DateStyle::kShort);
  w.Close();
  w.Put(" ");
  WriteVoice(w, move);
  w.Close();
  w.Open("p");
  w.Say(move.summary);
  w.Cite(move.sources);
  w.Close();
  w.Close();
}

}  // namespace

std::string EdgeAnnouncement(const Dossier& dossier, const AppState& state) {
  const EdgeBundle bundle = BundleOf(state.edge, dossier, state);
  const std::vector<Index>& moves = bundle.moves;
  if (moves.empty()) return {};
  const PaneWriter w(dossier, state);
  const Move& latest = dossier.moves()[moves.back()];
  std::string words(w.NameOf(state.edge.from, NameStyle::kShort));
  words += " to ";
  words += w.NameOf(state.edge.to, NameStyle::kShort);
  words += ": " + CountWords(bundle) + " of " + Uncapitalised(NameOf(state.edge.quad)) +
           ", the latest " + PaneWriter::DateWords(latest.date.edtf, DateStyle::kPlain) + ": ";
  return words += w.Words(latest.summary);
}

std::string RenderEdgeTip(const Dossier& dossier, const AppState& state, const EdgeKey& edge) {
  const EdgeBundle bundle = BundleOf(edge, dossier, state);
  if (bundle.moves.empty()) return {};
  PaneWriter w(dossier, state);
  const Move& latest = dossier.moves()[bundle.moves.back()];
  w.Open("p", {{"class", "dm-tip-title"}});
  w.SayName(edge.from, NameStyle::kShort);
  w.Put(" → ");
  w.SayName(edge.to, NameStyle::kShort);
  w.Put(": " + CountWords(bundle) + " of " + Uncapitalised(NameOf(edge.quad)));
  w.Close();
  w.Open("p", {{"class", "dm-when"}});
  w.Put(bundle.moves.size() > 1 ? "The latest: " : "");
  w.SayDate(latest.date.edtf, DateStyle::kShort);
  w.Put(" ");
  WriteVoice(w, latest);
  w.Close();
  w.Open("p");
  w.Say(latest.summary);
  w.Close();
  return w.Take();
}

std::string RenderEvidence(const Dossier& dossier, const AppState& state) {
  const EdgeBundle bundle = BundleOf(state.edge, dossier, state);
  const std::vector<Index>& moves = bundle.moves;
  if (moves.empty()) return {};
  PaneWriter w(dossier, state);
  WriteHead(w, bundle);
  w.Open("ol", {{"class", "dm-evidence-list"}, {"role", "list"}});
  const size_t shown = std::min(moves.size(), kMostMovesListed);
  // The latest first: they stand nearest to the playhead.
  for (size_t i = 0; i < shown; ++i) WriteEntry(w, moves[moves.size() - 1 - i]);
  if (shown < moves.size()) w.Leaf("li", {}, "and " + Grouped(moves.size() - shown) + " earlier");
  w.Close();
  w.Open("footer", {{"class", "dm-evidence-foot"}});
  WriteLensButton(w, {LensKind::kPair, state.edge.from, state.edge.to});
  w.WriteNotes();
  w.Close();
  return w.Take();
}

}  // namespace demarche
