// The card of a move: one statement or deed, what it answers, what answered it.
#include "pane/cards.h"
#include "pane/moves.h"
#include "pane/phrases.h"

namespace demarche {

void WriteMoveCard(PaneWriter& w, Index index) {
  const Move& move = w.dossier().moves()[index];
  w.Open("article", {{"class", "dm-card"}});
  w.Open("p", {{"class", "dm-status"}});
  SayCode(w, move);
  w.Close();
  w.Open("h2", {{"class", "dm-title dm-title-small"}});
  w.Open("mark");
  w.Say(move.summary);
  w.Close();
  w.Cite(move.sources);
  w.Close();
  WriteWhen(w, move.date, kNone);
  WriteHiddenLane(
      w, move.event == kNone ? Ref{ItemKind::kMove, index} : Ref{ItemKind::kEvent, move.event});
  WriteQuote(w, move.quote);
  w.Leaf("h3", {{"class", "dm-sec"}}, "From whom to whom");
  w.Open("p", {{"class", "dm-voices"}});
  SayVoices(w, move);
  w.Close();
  if (const Index voice = VoiceOf(move);
      voice != kNone && !w.Words(w.dossier().actors()[voice].role).empty()) {
    w.Open("p", {{"class", "dm-by"}});
    w.SayName(voice, NameStyle::kLong);
    w.Put(": ");
    w.Say(w.dossier().actors()[voice].role);
    w.Close();
  }
  if (move.topic != kNone) WriteTopics(w, {&move.topic, 1});
  WriteThread(w, index);
  if (move.event != kNone) {
    w.Leaf("h3", {{"class", "dm-sec"}}, "Part of");
    w.Open("p", {{"class", "dm-leads"}});
    LinkEvent(w, move.event);
    w.Close();
  }
  w.WriteNotes();
  w.Close();
}

}  // namespace demarche
