#include "pane/sources_tab.h"

#include <algorithm>

#include "pane/moves.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

constexpr size_t kMostSources = 500;

void LinkCiter(PaneWriter& w, Ref item) {
  w.Open("li");
  w.OpenLink(item);
  if (item.kind == ItemKind::kEvent) {
    w.Say(w.dossier().data().events[item.index].title);
  } else {
    const Move& move = w.dossier().moves()[item.index];
    if (const Index voice = VoiceOf(move); voice != kNone) {
      w.SayName(voice, NameStyle::kShort);
      w.Put(": ");
    }
    w.Say(move.summary);
  }
  w.Close();
  w.Close();
}

void WriteCiters(PaneWriter& w, const CitedSource& cited) {
  w.Open("details", {{"class", "dm-citers"}});
  w.Leaf("summary", {}, "Cited " + Counted(cited.citation_count, "time", "times"));
  w.Open("ul", {{"role", "list"}});
  for (const Ref item : cited.cited_by) LinkCiter(w, item);
  const size_t unnamed = cited.citation_count - cited.cited_by.size();
  if (unnamed > 0) {
    w.Leaf("li", {}, Counted(unnamed, "more claim, bond or term", "more claims, bonds or terms"));
  }
  w.Close();
  w.Close();
}

}  // namespace

void WriteSourcesTab(PaneWriter& w, const SourceTable& table) {
  w.Open("div", {{"class", "dm-card"}});
  const size_t shown = std::min(table.cited().size(), kMostSources);
  bool in_list = false;
  for (size_t i = 0; i < shown; ++i) {
    const CitedSource& cited = table.cited()[i];
    const SourceKind kind = w.dossier().data().sources[cited.source].kind;
    if (i == 0 || w.dossier().data().sources[table.cited()[i - 1].source].kind != kind) {
      if (in_list) w.Close();
      w.Leaf("h2", {{"class", "dm-sec"}}, HeadingOf(kind));
      w.Open("ol", {{"class", "dm-notes"}, {"role", "list"}});
      in_list = true;
    }
    w.Open("li");
    w.Leaf("span", {{"class", "dm-number"}}, std::to_string(cited.number));
    w.Open("div");
    w.SaySource(cited.source);
    WriteCiters(w, cited);
    w.Close();
    w.Close();
  }
  if (in_list) w.Close();
  if (shown < table.cited().size()) {
    w.Leaf("p", {{"class", "dm-more"}},
           "The first " + Grouped(shown) + " of " + Grouped(table.cited().size()) +
               " sources; the others stand with the events that cite them.");
  }
  w.Close();
}

}  // namespace demarche
