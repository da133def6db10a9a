// The cards of an actor and of a topic: what it is, its bonds, what was said, and its events.
#include <algorithm>

#include "core/state/query.h"
#include "pane/cards.h"
#include "pane/event_list.h"
#include "pane/moves.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

constexpr size_t kMostTies = 100;

bool Contains(std::span<const Index> list, Index index) {
  return std::find(list.begin(), list.end(), index) != list.end();
}

void WriteTie(PaneWriter& w, const Tie& tie, TieEnd seen_from) {
  const TiePhrase phrase = PhraseOf(tie.kind, seen_from);
  w.Open("li");
  w.Put(phrase.before);
  w.LinkActor(seen_from == TieEnd::kFrom ? tie.to : tie.from, NameStyle::kLong);
  w.Put(phrase.after);
  if (!tie.since.edtf.empty()) {
    w.Put(", since ");
    w.SayDate(tie.since.edtf, DateStyle::kPlain);
  }
  if (!tie.until.edtf.empty() && tie.until.when.earliest() <= w.state().as_of_s) {
    w.Put(", until ");
    w.SayDate(tie.until.edtf, DateStyle::kPlain);
  }
  w.Cite(tie.sources);
  w.Close();
}

void WriteAliases(PaneWriter& w, const Actor& actor) {
  if (actor.aliases.empty()) return;
  w.Open("p", {{"class", "dm-by"}});
  w.Put("Also: ");
  for (size_t i = 0; i < actor.aliases.size(); ++i) {
    if (i > 0) w.Put(", ");
    w.Say(actor.aliases[i]);
  }
  w.Close();
}

bool IsWikidataItem(std::string_view id) {
  return id.size() > 1 && id[0] == 'Q' &&
         id.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::vector<Index> KnownMoves(const PaneWriter& w, std::span<const Index> moves) {
  std::vector<Index> known;
  for (const Index move : moves) {
    if (w.Knows(w.dossier().moves()[move].reported_s)) known.push_back(move);
  }
  return known;
}

std::vector<Index> KnownRelatedEvents(const PaneWriter& w, Ref focus) {
  std::vector<Index> events;
  for (const Index event : w.dossier().EventsWith(focus)) {
    if (w.Knows(w.dossier().events()[event].reported_s)) events.push_back(event);
  }
  return events;
}

void WriteEvents(PaneWriter& w, const std::vector<Index>& events) {
  if (events.empty()) return;
  w.Leaf("h3", {{"class", "dm-sec"}}, "Events");
  const size_t shown = std::min(events.size(), kMostRows);
  WriteRows(w, {events.data(), shown});
  if (shown == events.size()) return;
  w.Leaf("p", {{"class", "dm-more"}},
         "The first " + Grouped(shown) + " of " + Grouped(events.size()) + ".");
}

}  // namespace

void WriteTies(PaneWriter& w, Index index) {
  std::vector<std::pair<const Tie*, TieEnd>> ties;
  for (const Tie& tie : w.dossier().data().ties) {
    if (!HasBegun(tie, w.state().as_of_s)) continue;
    if (tie.from == index) ties.emplace_back(&tie, TieEnd::kFrom);
    if (tie.to == index) ties.emplace_back(&tie, TieEnd::kTo);
  }
  if (ties.empty()) return;
  w.Open("ul", {{"class", "dm-ties"}, {"role", "list"}});
  for (size_t i = 0; i < std::min(ties.size(), kMostTies); ++i)
    WriteTie(w, *ties[i].first, ties[i].second);
  if (ties.size() > kMostTies)
    w.Leaf("li", {}, "and " + Grouped(ties.size() - kMostTies) + " more");
  w.Close();
}

void WriteActorCard(PaneWriter& w, Index index) {
  const Actor& actor = w.dossier().actors()[index];
  w.Open("article", {{"class", "dm-card"}});
  w.Open("p", {{"class", "dm-status"}});
  w.Put(WordOf(actor.kind));
  if (!actor.code.empty()) w.Put(" · " + std::string(actor.code));
  w.Close();
  WriteTitle(w, actor.name);
  if (!w.Words(actor.role).empty()) {
    w.Open("p", {{"class", "dm-text"}});
    w.Say(actor.role);
    w.Close();
  }
  WriteAliases(w, actor);
  if (IsWikidataItem(actor.wikidata)) {
    w.Open("p", {{"class", "dm-by"}});
    w.Leaf("a",
           {{"href", "https://www.wikidata.org/wiki/" + std::string(actor.wikidata)},
            {"target", "_blank"},
            {"rel", "noopener noreferrer external"}},
           "Wikidata");
    w.Close();
  }
  const std::string moment = MomentInWords(w.state().as_of_s);
  const bool has_ties = std::any_of(
      w.dossier().data().ties.begin(), w.dossier().data().ties.end(), [&](const Tie& tie) {
        return (tie.from == index || tie.to == index) && HasBegun(tie, w.state().as_of_s);
      });
  if (has_ties)
    w.Leaf("h3", {{"class", "dm-sec"}}, moment.empty() ? "Bonds" : "Bonds as of " + moment);
  WriteTies(w, index);

  std::vector<Index> by, to;
  for (const Index move : KnownMoves(w, w.dossier().MovesOfActor(index))) {
    (Contains(w.dossier().moves()[move].by, index) ? by : to).push_back(move);
  }
  const std::string name(w.NameOf(index, NameStyle::kShort));
  WriteMoves(w, "From " + name + " (" + Grouped(by.size()) + ")", by);
  WriteMoves(w, "To " + name + " (" + Grouped(to.size()) + ")", to);
  if (!by.empty() || !to.empty()) WriteLensButton(w, {LensKind::kActor, index});
  WriteEvents(w, KnownRelatedEvents(w, {ItemKind::kActor, index}));
  w.WriteNotes();
  w.Close();
}

void WriteTopicCard(PaneWriter& w, Index index) {
  const Topic& topic = w.dossier().data().topics[index];
  w.Open("article", {{"class", "dm-card"}});
  w.Leaf("p", {{"class", "dm-status"}}, "Topic");
  WriteTitle(w, topic.name);
  w.Open("p", {{"class", "dm-text"}});
  w.Say(topic.summary);
  w.Close();
  const std::vector<Index> about = KnownMoves(w, w.dossier().MovesWith({ItemKind::kTopic, index}));
  WriteMoves(w, "What was said (" + Grouped(about.size()) + ")", about);
  if (!about.empty()) WriteLensButton(w, {LensKind::kTopic, index});
  WriteEvents(w, KnownRelatedEvents(w, {ItemKind::kTopic, index}));
  w.WriteNotes();
  w.Close();
}

}  // namespace demarche
