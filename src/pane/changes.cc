#include "pane/changes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/dates/civil.h"
#include "core/dossier/as_of.h"
#include "core/state/permalink.h"
#include "pane/pane_writer.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

constexpr size_t kMostShown = 6;     // before "and 12 more"
constexpr size_t kMostBehind = 100;  // after it

// The stop before the as-of date; before the first one the day before.
Seconds StopBefore(const Dossier& dossier, Seconds as_of_s) {
  const Seconds day_before_s = std::max(kTimeMin, as_of_s - kSecondsPerDay);
  return PreviousChangeDay(dossier, as_of_s).value_or(day_before_s);
}

// Members that join or leave a group are one line, however many they are.
struct TieGroup {
  Index to = kNone;
  TieKind kind = TieKind::kMember;
  TieChange change = TieChange::kBegan;
  std::vector<Index> from;
};

std::vector<TieGroup> GroupsOf(const Dossier& dossier, const std::vector<ChangedTie>& ties) {
  std::vector<TieGroup> groups;
  for (const ChangedTie& changed : ties) {
    const Tie& tie = dossier.data().ties[changed.tie];
    auto group = std::find_if(groups.begin(), groups.end(), [&](const TieGroup& of) {
      return of.to == tie.to && of.kind == tie.kind && of.change == changed.change;
    });
    if (group == groups.end())
      group = groups.insert(group, TieGroup{tie.to, tie.kind, changed.change, {}});
    group->from.push_back(tie.from);
  }
  return groups;
}

class ChangeList {
 public:
  ChangeList(PaneWriter* writer, const GraphChanges& changes)
      : w_(*writer), changes_(changes), ties_(GroupsOf(w_.dossier(), changes.ties)) {}

  // The lines in order: edges, moves to come, actors, ties, events.
  size_t size() const {
    return changes_.edges.size() + changes_.announced.size() + changes_.actors.size() +
           ties_.size() + changes_.events.size();
  }

  void WriteLine(size_t at) {
    w_.Open("li");
    if (const EdgeChange* edge = Take(changes_.edges, &at)) {
      WriteEdge(*edge);
    } else if (const Index* move = Take(changes_.announced, &at)) {
      WriteAnnounced(*move);
    } else if (const Index* actor = Take(changes_.actors, &at)) {
      w_.LinkActor(*actor, NameStyle::kShort);
      w_.Put(" is drawn from now on");
    } else if (const TieGroup* ties = Take(ties_, &at)) {
      WriteTies(*ties);
    } else if (const ChangedEvent* event = Take(changes_.events, &at)) {
      WriteEvent(*event);
    }
    w_.Close();
  }

 private:
  template <class Item>
  static const Item* Take(const std::vector<Item>& items, size_t* at) {
    if (*at < items.size()) return &items[*at];
    *at -= items.size();
    return nullptr;
  }

  // "Russia → US: 2 statements of verbal conflict, 5 in all".
  void WriteEdge(const EdgeChange& edge) {
    const std::string quad_class(ClassOf(edge.key.quad));
    w_.Leaf("i", {{"class", "dm-swatch " + quad_class}, {"aria-hidden", "true"}}, "");
    w_.Open("a", {{"href", "#" + EdgeLink(w_.dossier(), edge.key)}});
    w_.SayName(edge.key.from, NameStyle::kShort);
    w_.Leaf("span", {{"class", "dm-arrow"}, {"aria-hidden", "true"}}, " → ");
    w_.Leaf("span", {{"class", "dm-sr"}}, " to ");
    w_.SayName(edge.key.to, NameStyle::kShort);
    w_.Close();
    w_.Put(": " + CountWords(edge.key.quad, edge.moves.size()) + " of " +
           Uncapitalised(NameOf(edge.key.quad)) +
           (edge.before == 0 ? ", none before" : ", " + Grouped(edge.after) + " in all"));
    SayDoubts(edge.moves);
    if (edge.moves.size() == 1) SayMove(edge.moves[0]);
  }

  void SayMove(Index index) {
    const Move& move = w_.dossier().moves()[index];
    w_.Open("span", {{"class", "dm-change-text"}});
    w_.OpenLink({ItemKind::kMove, index});
    w_.SayDate(move.date.edtf, DateStyle::kShort);
    w_.Close();
    w_.Put(" ");
    w_.Say(move.summary);
    w_.Close();
  }

  // What is contested never stands as if it were not.
  void SayDoubts(const std::vector<Index>& moves) {
    std::array<size_t, 5> counts{};
    for (const Index m : moves) ++counts[static_cast<size_t>(w_.dossier().moves()[m].confidence)];
    for (const Confidence doubt :
         {Confidence::kAlleged, Confidence::kDisputed, Confidence::kDenied}) {
      const size_t count = counts[static_cast<size_t>(doubt)];
      if (count == 0) continue;
      w_.Put(" · ");
      std::string words(WordOf(doubt));
      if (moves.size() > 1) words = Grouped(count) + " " + Uncapitalised(words);
      w_.Leaf("span", {{"class", "dm-confidence"}}, words);
    }
  }

  void WriteAnnounced(Index index) {
    w_.Put("Announced: ");
    SayMove(index);
  }

  void WriteTies(const TieGroup& group) {
    const bool began = group.change == TieChange::kBegan;
    if (group.kind == TieKind::kMember) {
      w_.LinkActor(group.to, NameStyle::kShort);
      w_.Put(began ? " gains " : " loses ");
      w_.Put(Counted(group.from.size(), "member", "members") + ": ");
    } else {
      w_.Put(began ? "From now on: " : "No longer: ");
    }
    w_.LinkActors(group.from, NameStyle::kShort);
    if (group.kind == TieKind::kMember) return;
    const TiePhrase phrase = PhraseOf(group.kind, TieEnd::kFrom);
    w_.Put(" · " + std::string(phrase.before));
    w_.LinkActor(group.to, NameStyle::kShort);
    w_.Put(phrase.after);
  }

  void WriteEvent(const ChangedEvent& changed) {
    const Event& event = w_.dossier().events()[changed.event];
    const bool ahead = changed.change == EventChange::kAnnounced;
    w_.Put(ahead ? "Announced: " : "");
    w_.OpenLink({ItemKind::kEvent, changed.event});
    w_.SayDate(event.date.edtf, DateStyle::kShort);
    w_.Close();
    w_.Put(" ");
    w_.Say(event.title);
    if (event.status == Status::kCancelled) w_.Put(" (cancelled)");
  }

  PaneWriter& w_;
  const GraphChanges& changes_;
  const std::vector<TieGroup> ties_;
};

void WriteLines(PaneWriter* w, ChangeList* list, size_t first, size_t end) {
  w->Open("ul", {{"class", "dm-changes-list"}, {"role", "list"}});
  for (size_t i = first; i < end; ++i) list->WriteLine(i);
  w->Close();
}

}  // namespace

std::string RenderChanges(const ChangeFinder& finder, const AppState& state) {
  const Dossier& dossier = finder.dossier();
  Seconds until_s = state.as_of_s, since_s = StopBefore(dossier, until_s);
  GraphChanges changes = finder.Between(since_s, until_s);
  std::string_view heading = "What changed";
  const std::optional<Seconds> last_s = PreviousChangeDay(dossier, until_s);
  if (changes.empty() && last_s) {
    until_s = *last_s, since_s = StopBefore(dossier, until_s);
    changes = finder.Between(since_s, until_s);
    heading = "What changed last,";
  }
  PaneWriter w(dossier, state);
  w.Open("header", {{"class", "dm-changes-head"}});
  const std::string moment = MomentInWords(until_s), since = MomentInWords(since_s);
  w.Leaf("h2", {}, std::string(heading) + (moment.empty() ? "" : " on " + moment));
  w.Leaf("button", {{"type", "button"}, {"class", "dm-close"}, {"aria-label", "Close"}}, "×");
  w.Close();
  ChangeList list(&w, changes);
  if (changes.empty()) w.Leaf("p", {}, since.empty() ? "Nothing." : "Nothing since " + since + ".");
  // One more line takes no more room than "and 1 more".
  const size_t shown = list.size() <= kMostShown + 1 ? list.size() : kMostShown;
  WriteLines(&w, &list, 0, shown);
  if (shown < list.size()) {
    w.Open("details");
    w.Leaf("summary", {}, "and " + Grouped(list.size() - shown) + " more");
    const size_t end = std::min(list.size(), shown + kMostBehind);
    WriteLines(&w, &list, shown, end);
    if (end < list.size()) w.Leaf("p", {}, "and " + Grouped(list.size() - end) + " others");
    w.Close();
  }
  return w.Take();
}

std::string ChangesAnnouncement(const ChangeFinder& finder, const AppState& state) {
  const Dossier& dossier = finder.dossier();
  const GraphChanges changes = finder.Between(StopBefore(dossier, state.as_of_s), state.as_of_s);
  const auto deeds = static_cast<size_t>(
      std::count_if(changes.moves.begin(), changes.moves.end(),
                    [&dossier](Index m) { return IsDeed(QuadClassOf(dossier.moves()[m].type)); }));
  const size_t statements = changes.moves.size() - deeds;
  std::string words;
  const auto add = [&words](size_t count, std::string_view one, std::string_view more) {
    if (count == 0) return;
    if (!words.empty()) words += ", ";
    words += Counted(count, one, more);
  };
  add(statements, "new statement", "new statements");
  add(deeds, "new act", "new acts");
  add(changes.announced.size() + changes.events.size(), "event", "events");
  add(changes.ties.size(), "change of membership or office", "changes of membership or office");
  const std::string moment = MomentInWords(state.as_of_s);
  if (words.empty()) words = "nothing changed";
  return moment.empty() ? words : moment + ": " + words;
}

std::string AsOfWords(Seconds as_of_s) {
  const std::string moment = MomentInWords(as_of_s);
  return moment.empty() ? "today" : moment;
}

}  // namespace demarche
