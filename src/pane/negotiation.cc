#include "pane/negotiation.h"

#include <algorithm>

#include "pane/moves.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

constexpr size_t kMostInCell = 50;
constexpr std::string_view kStanceWords[kStanceCount] = {
    "Demands", "Offers or agrees", "Refuses", "Threatens", "Accuses", "Talks", "Acts"};

void WriteStatement(PaneWriter& w, Index index) {
  const Move& move = w.dossier().moves()[index];
  const Ref item{ItemKind::kMove, index};
  const bool is_chosen = w.links() == LinkForm::kState && w.state().focus == item;
  w.Open("li", {{"class", is_chosen ? "dm-chosen" : kNoAttr},
                {"aria-current", is_chosen ? "true" : kNoAttr}});
  w.OpenLinkFromTab(item);
  w.SayDate(move.date.edtf, DateStyle::kShort);
  w.Close();
  if (!move.to.empty()) {
    w.Put(", to ");
    w.LinkActors(move.to, NameStyle::kShort);
  }
  w.Put(": ");
  w.Say(move.summary);
  w.Cite(move.sources);
  if (move.confidence != Confidence::kConfirmed) {
    w.Put(" ");
    w.Leaf("span", {{"class", "dm-confidence"}}, WordOf(move.confidence));
  }
  WriteThread(w, index);
  w.Close();
}

void WriteCell(PaneWriter& w, const std::vector<Index>& moves) {
  w.Open("td");
  w.Open("ul", {{"role", "list"}});
  for (size_t i = 0; i < std::min(moves.size(), kMostInCell); ++i) WriteStatement(w, moves[i]);
  w.Close();
  if (moves.size() > kMostInCell) {
    w.Leaf("p", {{"class", "dm-more"}},
           "The first " + Grouped(kMostInCell) + " of " + Grouped(moves.size()) + ".");
  }
  w.Close();
}

void WriteSide(PaneWriter& w, const SideStances& side) {
  const auto rows = std::count_if(side.moves.begin(), side.moves.end(),
                                  [](const std::vector<Index>& moves) { return !moves.empty(); });
  bool is_first = true;
  w.Open("tbody");
  for (size_t stance = 0; stance < kStanceCount; ++stance) {
    if (side.moves[stance].empty()) continue;
    w.Open("tr");
    if (is_first) {
      w.Open("th", {{"scope", "rowgroup"}, {"rowspan", std::to_string(rows)}});
      w.LinkActor(side.side, NameStyle::kShort);
      w.Close();
    }
    is_first = false;
    w.Leaf("th", {{"scope", "row"}}, kStanceWords[stance]);
    WriteCell(w, side.moves[stance]);
    w.Close();
  }
  w.Close();
}

void WriteTable(PaneWriter& w, const TopicStances& topic) {
  w.Open("table", {{"class", "dm-stances"}});
  w.Open("caption");
  w.OpenLink({ItemKind::kTopic, topic.topic});
  w.Say(w.dossier().data().topics[topic.topic].name);
  w.Close();
  w.Close();
  w.Open("thead", {{"class", "dm-sr"}});
  w.Open("tr");
  for (const std::string_view heading : {"Side", "Stance", "What was said or done"})
    w.Leaf("th", {{"scope", "col"}}, heading);
  w.Close();
  w.Close();
  for (const SideStances& side : topic.sides) WriteSide(w, side);
  w.Close();
}

}  // namespace

void WriteStances(PaneWriter& w, std::span<const TopicStances> topics) {
  for (const TopicStances& topic : topics) WriteTable(w, topic);
}

void WriteNegotiation(PaneWriter& w, std::span<const TopicStances> topics) {
  const std::string moment = MomentInWords(w.state().as_of_s);
  w.Open("article", {{"class", "dm-card"}});
  if (!moment.empty()) w.Leaf("p", {{"class", "dm-status"}}, "As known on " + moment);
  w.Leaf("h2", {{"class", "dm-title dm-title-small"}},
         "What each side demands, offers and refuses");
  if (topics.empty())
    w.Leaf("p", {{"class", "dm-text"}}, "Nothing is known on any topic at this date.");
  WriteStances(w, topics);
  w.WriteNotes();
  w.Close();
}

}  // namespace demarche
