#include "pane/moves.h"

#include <algorithm>

#include "core/base/fold.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

void LinkMove(PaneWriter& w, Index index) {
  const Move& move = w.dossier().moves()[index];
  w.OpenLink({ItemKind::kMove, index});
  if (const Index voice = VoiceOf(move); voice != kNone) {
    w.SayName(voice, NameStyle::kShort);
    w.Put(", ");
  }
  w.SayDate(move.date.edtf, DateStyle::kShort);
  w.Close();
  w.Put(" (" + Folded(NameOf(move.type)) + ")");
}

void SayLinks(PaneWriter& w, std::string_view before, std::span<const Index> moves) {
  bool is_first = true;
  for (const Index move : moves) {
    if (!w.Knows(w.dossier().moves()[move].reported_s)) continue;
    w.Put(is_first ? before : "; ");
    LinkMove(w, move);
    is_first = false;
  }
  if (!is_first) w.Put(". ");
}

bool KnowsAny(const PaneWriter& w, std::span<const Index> moves) {
  return std::any_of(moves.begin(), moves.end(),
                     [&w](Index move) { return w.Knows(w.dossier().moves()[move].reported_s); });
}

}  // namespace

Index VoiceOf(const Move& move) { return move.by.empty() ? kNone : move.by.back(); }

void SayVoices(PaneWriter& w, const Move& move) {
  w.LinkActors(move.by, NameStyle::kShort);
  if (move.to.empty()) return;
  w.Leaf("span", {{"class", "dm-arrow"}, {"aria-hidden", "true"}}, " → ");
  w.Leaf("span", {{"class", "dm-sr"}}, " to ");
  w.LinkActors(move.to, NameStyle::kShort);
}

void SayCode(PaneWriter& w, const Move& move) {
  w.Open("span", {{"class", "dm-code"}});
  w.Leaf("i",
         {{"class", "dm-swatch " + std::string(ClassOf(QuadClassOf(move.type)))},
          {"aria-hidden", "true"}},
         "");
  w.Put(CodeWords(move));
  w.Close();
  if (move.confidence == Confidence::kConfirmed) return;
  w.Put(" · ");
  w.Leaf("span", {{"class", "dm-confidence"}}, WordOf(move.confidence));
}

void WriteQuote(PaneWriter& w, Text quote) {
  if (w.Words(quote).empty()) return;
  w.Open("blockquote", {{"class", "dm-quote"}});
  w.Put("“");
  w.Say(quote);
  w.Put("”");
  w.Close();
}

void WriteThread(PaneWriter& w, Index index) {
  const std::span<const Index> replies_to = w.dossier().moves()[index].replies_to;
  const std::span<const Index> replies = w.dossier().RepliesTo(index);
  if (!KnowsAny(w, replies_to) && !KnowsAny(w, replies)) return;
  w.Open("p", {{"class", "dm-thread"}});
  SayLinks(w, "Replies to ", replies_to);
  SayLinks(w, "Answered by ", replies);
  w.Close();
}

void WriteMove(PaneWriter& w, Index index, std::string_view known_date) {
  const Move& move = w.dossier().moves()[index];
  const Ref item{ItemKind::kMove, index};
  const bool is_page = w.links() == LinkForm::kAnchors;
  const std::string anchor = is_page ? w.AnchorOf(item) : std::string();
  w.Open("li", {{"class", "dm-move"}, {"id", is_page ? std::string_view(anchor) : kNoAttr}});
  w.Open("p", {{"class", "dm-voices"}});
  SayVoices(w, move);
  w.Close();
  w.Open("p", {{"class", "dm-meta"}});
  if (move.date.edtf != known_date) {
    if (!is_page) w.OpenLink(item);
    w.SayDate(move.date.edtf, DateStyle::kShort);
    if (!is_page) w.Close();
    w.Put(" · ");
  }
  SayCode(w, move);
  w.Close();
  w.Open("p", {{"class", "dm-said"}});
  w.Say(move.summary);
  w.Cite(move.sources);
  w.Close();
  WriteQuote(w, move.quote);
  WriteThread(w, index);
  w.Close();
}

void WriteMoves(PaneWriter& w, std::string_view heading, std::span<const Index> moves) {
  if (moves.empty()) return;
  w.Leaf("h3", {{"class", "dm-sec"}}, heading);
  w.Open("ol", {{"class", "dm-moves"}, {"role", "list"}});
  for (const Index move : moves.first(std::min(moves.size(), kMostMovesListed))) WriteMove(w, move);
  w.Close();
  if (moves.size() <= kMostMovesListed) return;
  w.Leaf("p", {{"class", "dm-more"}},
         "The first " + Grouped(kMostMovesListed) + " of " + Grouped(moves.size()) +
             "; the others stand with their events.");
}

}  // namespace demarche
