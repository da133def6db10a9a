// The card of an event, in the order of design/DESIGN.md section 6.
#include "pane/cards.h"
#include "pane/event_context.h"
#include "pane/moves.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

void WriteQuotesGoingIn(PaneWriter& w, Index event) {
  const std::vector<Index> quotes = QuotesGoingIn(w.dossier(), event, w.sides(), w.state().as_of_s);
  if (quotes.empty()) return;
  w.Leaf("h3", {{"class", "dm-sec"}}, "Each side, going in");
  w.Open("div", {{"class", "dm-sides"}});
  for (const Index index : quotes) {
    const Move& move = w.dossier().moves()[index];
    const Index voice = VoiceOf(move);
    w.Open("blockquote", {{"class", "dm-side"}});
    w.Open("p", {{"class", "dm-quote"}});
    w.Put("“");
    w.Say(move.quote);
    w.Put("”");
    w.Close();
    w.Open("p", {{"class", "dm-gist"}});
    w.Say(move.summary);
    w.Close();
    w.Open("footer", {{"class", "dm-by"}});
    w.LinkActor(voice, NameStyle::kLong);
    if (const Text role = w.dossier().actors()[voice].role;
        move.by.size() > 1 && !w.Words(role).empty()) {
      w.Put(", ");
      w.Say(role);
    }
    w.Put(", ");
    w.OpenLink({ItemKind::kMove, index});
    w.SayDate(move.date.edtf, DateStyle::kShort);
    w.Close();
    w.Cite(move.sources);
    w.Close();
    w.Close();
  }
  w.Close();
}

void WriteLeadsBack(PaneWriter& w, Index event) {
  const std::vector<Index> leads = LeadsBackTo(w.dossier(), event, w.state().as_of_s);
  if (leads.empty()) return;
  w.Leaf("h3", {{"class", "dm-sec"}}, "Leads back to");
  w.Open("ul", {{"class", "dm-leads"}, {"role", "list"}});
  for (const Index index : leads) {
    w.Open("li");
    LinkEvent(w, index);
    w.Close();
  }
  w.Close();
}

bool HasDeeds(const Dossier& dossier, const std::vector<Index>& moves) {
  for (const Index move : moves) {
    const QuadClass quad = QuadClassOf(dossier.moves()[move].type);
    if (quad == QuadClass::kMaterialCooperation || quad == QuadClass::kMaterialConflict)
      return true;
  }
  return false;
}

}  // namespace

void WriteEventCard(PaneWriter& w, Index index) {
  const Event& event = w.dossier().events()[index];
  const Seconds as_of_s = w.state().as_of_s;
  w.Open("article", {{"class", "dm-card"}});
  WriteStatus(w, event);
  WriteTitle(w, event.title);
  WriteWhen(w, event.date, event.place);
  WriteHiddenLane(w, {ItemKind::kEvent, index});
  w.Open("p", {{"class", "dm-text"}});
  w.Say(event.summary);
  w.Cite(event.sources);
  w.Close();
  WriteSeating(w, event);
  WriteTopics(w, event.topics);
  if (!w.dossier().MovesOfEvent(index).empty()) WriteLensButton(w, {LensKind::kMeeting, index});
  WriteQuotesGoingIn(w, index);
  const std::vector<Index> made = KnownMovesOf(w.dossier(), index, as_of_s, MoveTense::kMade);
  WriteMoves(w, HasDeeds(w.dossier(), made) ? "What was said and done" : "What was said", made);
  WriteMoves(w, "Expected, not yet said",
             KnownMovesOf(w.dossier(), index, as_of_s, MoveTense::kExpected));
  WriteLeadsBack(w, index);
  w.WriteNotes();
  w.Close();
}

}  // namespace demarche
