// The panel of the graph: what of it is shown, and how much of that as one; and what the cards say
// of it. Every option and button is a permalink and keeps its id where the panel is written anew.
#include <algorithm>
#include <string>
#include <vector>

#include "core/graph/graph_focus.h"
#include "core/graph/graph_scope.h"
#include "core/state/lens.h"
#include "core/state/permalink.h"
#include "pane/cards.h"
#include "pane/pane.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

bool HasLens(const std::vector<Lens>& lenses, const Lens& lens) {
  return std::find(lenses.begin(), lenses.end(), lens) != lenses.end();
}

// What the selection suggests, the nearest first.
std::vector<Lens> LensesOfSelection(PaneWriter& w) {
  const AppState& state = w.state();
  const Dossier& dossier = w.dossier();
  std::vector<Lens> lenses;
  const auto add = [&](const Lens& lens) {
    if (lens && IsLensOf(dossier, lens) && !HasLens(lenses, Normal(lens)))
      lenses.push_back(Normal(lens));
  };
  const auto add_pair = [&](Index a, Index b) { add({LensKind::kPair, a, b}); };
  if (state.edge) add_pair(state.edge.from, state.edge.to);
  if (state.focus.kind == ItemKind::kActor) add({LensKind::kActor, state.focus.index});
  if (state.focus.kind == ItemKind::kMove) {
    const Move& move = dossier.moves()[state.focus.index];
    if (!move.by.empty() && !move.to.empty())
      add_pair(w.sides()[move.by[0]], w.sides()[move.to[0]]);
  }
  if (const Index event = w.SelectedEvent(); event != kNone) {
    add({LensKind::kMeeting, event});
    const std::vector<Index> table = TableOf(dossier, event, {w.sides().begin(), w.sides().end()});
    if (table.size() == 2) add_pair(table[0], table[1]);
    for (const Index side : table) add({LensKind::kActor, side});
  }
  if (const Lens& lens = state.scope.lens; lens.kind != LensKind::kTopic) add(lens);
  return lenses;
}

class GraphPanel {
 public:
  GraphPanel(const Dossier& dossier, const AppState& state)
      : w_(dossier, state), dossier_(dossier), scope_(state.scope) {}

  std::string Write() {
    w_.Open("div", {{"class", "dm-graph-panel"}, {"tabindex", "-1"}});
    w_.Leaf("h2", {}, "Graph");
    WriteLens();
    const std::vector<Actor>& actors = dossier_.actors();
    if (std::any_of(actors.begin(), actors.end(),
                    [](const Actor& actor) { return actor.kind == ActorKind::kPerson; })) {
      OpenLevel("People", "dm-people");
      WriteChoice("people-shown", "people=shown", "Shown", scope_.people == People::kShown);
      WriteChoice("people-folded", "people=folded", "Part of whom they represent",
                  scope_.people == People::kFolded);
      CloseLevel();
    }
    WriteMembers();
    w_.Close();
    return w_.Take();
  }

 private:
  void WriteLens() {
    w_.Open("p", {{"class", "dm-graph-lens"}});
    w_.Leaf("label", {{"for", "dm-lens"}}, "Show");
    w_.Open("select", {{"id", "dm-lens"}, {"class", "dm-acts"}});
    WriteOption({}, "Everything");
    if (const std::vector<Lens> lenses = LensesOfSelection(w_); !lenses.empty()) {
      w_.Open("optgroup", {{"label", "Around what is selected"}});
      for (const Lens& lens : lenses) WriteOption(lens, LensWords(dossier_, lens, w_.state().lang));
      w_.Close();
    }
    if (!dossier_.data().topics.empty()) {
      w_.Open("optgroup", {{"label", "One topic"}});
      for (Index topic = 0; topic < dossier_.data().topics.size(); ++topic) {
        const Lens lens{LensKind::kTopic, topic};
        WriteOption(lens, LensWords(dossier_, lens, w_.state().lang));
      }
      w_.Close();
    }
    w_.Close();
    w_.Close();
  }

  void WriteOption(const Lens& lens, std::string_view words) {
    w_.Leaf("option",
            {{"value", LensLink(dossier_, lens)},
             {"selected", lens == scope_.lens ? "selected" : kNoAttr}},
            words);
  }

  void WriteMembers() {
    const std::vector<uint32_t> members = MembersAt(dossier_, w_.state().as_of_s);
    const std::vector<Tie>& ties = dossier_.data().ties;
    if (std::none_of(ties.begin(), ties.end(),
                     [this](const Tie& tie) { return IsMembership(dossier_, tie); }))
      return;
    OpenLevel("Members of organisations", "dm-members");
    WriteChoice("members-voices", "members=voices", "Those with a voice",
                scope_.members == Members::kVoices);
    WriteChoice("members-folded", "members=folded", "Part of the organisation",
                scope_.members == Members::kFolded);
    WriteChoice("members-shown", "members=shown", "All shown", scope_.members == Members::kShown);
    CloseLevel();
    WriteCounts(members);
  }

  // "As of 9 January 2022: NATO 30 members."
  void WriteCounts(const std::vector<uint32_t>& members) {
    constexpr size_t kMostCounted = 5;
    std::string words;
    size_t counted = 0;
    for (Index i = 0; i < members.size() && counted < kMostCounted; ++i) {
      if (members[i] == 0) continue;
      words += counted++ == 0 ? ": " : ", ";
      words += std::string(w_.NameOf(i, NameStyle::kShort)) + ' ' +
               Counted(members[i], "member", "members");
    }
    if (counted == 0) return;
    const std::string moment = MomentInWords(w_.state().as_of_s);
    w_.Leaf("p", {}, (moment.empty() ? "Today" : "As of " + moment) + words + ".");
  }

  void OpenLevel(Literal heading, Literal id) {
    w_.Open("section", {{"class", "dm-graph-level"}});
    w_.Leaf("h3", {{"id", id.view()}}, heading.view());
    w_.Open("span",
            {{"class", "dm-graph-choices"}, {"role", "group"}, {"aria-labelledby", id.view()}});
  }
  void CloseLevel() {
    w_.Close();
    w_.Close();
  }
  void WriteChoice(Literal id, Literal act, Literal label, bool pressed) {
    w_.Leaf("button",
            {{"type", "button"},
             {"id", "dm-" + std::string(id.view())},
             {"aria-pressed", pressed ? "true" : "false"},
             {"data-act", act.view()}},
            label.view());
  }

  PaneWriter w_;
  const Dossier& dossier_;
  const GraphScope& scope_;
};

}  // namespace

namespace {

// LensWords(), each text in its language.
void SayLens(PaneWriter& w, const Lens& lens) {
  if (lens.kind == LensKind::kTopic) return w.Say(w.dossier().data().topics[lens.a].name);
  if (lens.kind == LensKind::kMeeting) return w.Say(w.dossier().events()[lens.a].title);
  w.SayName(lens.a, NameStyle::kShort);
  w.Put(lens.kind == LensKind::kPair ? " and " : " and its neighbours");
  if (lens.kind == LensKind::kPair) w.SayName(lens.b, NameStyle::kShort);
}

}  // namespace

std::string RenderGraphPanel(const Dossier& dossier, const AppState& state) {
  return GraphPanel(dossier, state).Write();
}

void WriteLensNote(PaneWriter& w) {
  const Lens& lens = w.state().scope.lens;
  if (!lens) return;
  w.Open("p", {{"class", "dm-lens-note"}});
  w.Put("The graph shows only ");
  SayLens(w, lens);
  w.Put(". ");
  w.Button("dm-button", "lens=", "Show all");
  w.Close();
}

void WriteLensButton(PaneWriter& w, const Lens& lens) {
  if (w.state().scope.lens == Normal(lens)) return;
  w.Open("p", {{"class", "dm-lens-button"}});
  w.Button("dm-link", LensLink(w.dossier(), Normal(lens)), "Show only this in the graph");
  w.Close();
}

}  // namespace demarche
