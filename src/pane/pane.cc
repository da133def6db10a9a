#include "pane/pane.h"

#include <algorithm>

#include "core/graph/graph_evidence.h"
#include "core/state/lanes.h"
#include "core/state/query.h"
#include "pane/cards.h"
#include "pane/event_list.h"
#include "pane/negotiation.h"
#include "pane/phrases.h"
#include "pane/sources_tab.h"

namespace demarche {
namespace {

void WriteTab(PaneWriter& w, PaneTab tab, Literal id, Literal act, Literal label) {
  const bool is_selected = w.state().tab == tab;
  w.Leaf("button",
         {{"type", "button"},
          {"role", "tab"},
          {"id", id.view()},
          {"aria-selected", is_selected ? "true" : "false"},
          {"aria-controls", "dm-panel"},
          {"tabindex", is_selected ? kNoAttr : "-1"},
          {"data-act", act.view()}},
         label.view());
}

void WriteTabs(PaneWriter& w, std::string_view count) {
  w.Open("div", {{"class", "dm-tabs"}});
  w.Open("div", {{"class", "dm-tablist"}, {"role", "tablist"}, {"aria-label", "Reading pane"}});
  WriteTab(w, PaneTab::kEvent, "dm-tab-event", "tab=event", "Event");
  WriteTab(w, PaneTab::kList, "dm-tab-list", "tab=list", "List");
  if (!w.dossier().data().topics.empty())
    WriteTab(w, PaneTab::kPositions, "dm-tab-positions", "tab=positions", "Positions");
  WriteTab(w, PaneTab::kSources, "dm-tab-sources", "tab=sources", "Sources");
  w.Close();
  w.Leaf("span", {{"class", "dm-count"}}, count);
  w.Close();
}

void OpenPanel(PaneWriter& w) {
  constexpr std::string_view kTabIds[] = {"dm-tab-event", "dm-tab-list", "dm-tab-positions",
                                          "dm-tab-sources"};
  w.Open("div", {{"class", "dm-panel"},
                 {"role", "tabpanel"},
                 {"id", "dm-panel"},
                 {"aria-labelledby", kTabIds[static_cast<size_t>(w.state().tab)]}});
  w.Open("div", {{"class", "dm-scroll"}});
}

void WriteCard(PaneWriter& w) {
  const Ref focus = w.dossier().Holds(w.state().focus) ? w.state().focus : Ref{};
  switch (focus.kind) {
    case ItemKind::kEvent:
      return WriteEventCard(w, focus.index);
    case ItemKind::kMove:
      return WriteMoveCard(w, focus.index);
    case ItemKind::kActor:
      return WriteActorCard(w, focus.index);
    case ItemKind::kTopic:
      return WriteTopicCard(w, focus.index);
    default:
      return WriteOverview(w);
  }
}

// "Sunday 9 January", with the year only where it is another one than that of the event shown.
std::string NeighbourDate(const Event& event, const Event& shown) {
  std::string words = PaneWriter::DateWords(event.date.edtf, DateStyle::kFull);
  constexpr size_t kLongest = 27;  // "Wednesday 10 September 2022"
  if (words.size() > kLongest) return PaneWriter::DateWords(event.date.edtf, DateStyle::kShort);
  const size_t space = words.rfind(' ');
  const std::string shown_words = PaneWriter::DateWords(shown.date.edtf, DateStyle::kFull);
  const size_t shown_space = shown_words.rfind(' ');
  const bool same_year = space != std::string::npos && shown_space != std::string::npos &&
                         words.compare(space, std::string::npos, shown_words, shown_space) == 0;
  if (same_year) words.erase(space);
  return words;
}

void WriteNeighbour(PaneWriter& w, Index selected, Walk walk) {
  const AppState next = Reduce(w.dossier(), w.state(), WalkEvents{walk});
  const bool is_previous = walk == Walk::kPrevious;
  if (next.focus.kind != ItemKind::kEvent || next.focus.index == selected) {
    w.Leaf("span", {{"class", "dm-step"}}, "");
    return;
  }
  const Event& event = w.dossier().events()[next.focus.index];
  const std::string date = Capitalised(NeighbourDate(event, w.dossier().events()[selected]));
  w.OpenLink(next.focus, is_previous ? "dm-step dm-step-back" : "dm-step dm-step-on");
  const bool all = ShowsAllLanes(w.dossier(), w.state().lanes);
  w.Open("span", {{"class", "dm-sr"}});
  w.Put(is_previous ? "Previous" : "Next");
  w.Put(all ? " in the list: " : " in the lanes shown: ");
  w.Close();
  w.Leaf("small", {}, date);
  w.Put(" ");
  w.Open("span");
  w.Say(event.title);
  w.Close();
  w.Close();
}

void WriteNeighbours(PaneWriter& w, Index selected) {
  if (selected == kNone) return;
  w.Open("nav", {{"class", "dm-steps"}, {"aria-label", "Events"}});
  WriteNeighbour(w, selected, Walk::kPrevious);
  WriteNeighbour(w, selected, Walk::kNext);
  w.Close();
}

// ": 12 statements or acts by it, 9 to it".
std::string ActivityWords(const Dossier& dossier, Index actor, Seconds as_of_s) {
  size_t by = 0, to = 0;
  for (const Index index : dossier.MovesOfActor(actor)) {
    const Move& move = dossier.moves()[index];
    if (CountsFrom(move) > as_of_s) continue;
    const bool is_by = std::find(move.by.begin(), move.by.end(), actor) != move.by.end();
    ++(is_by ? by : to);
  }
  if (by + to == 0) return {};
  return ": " + Counted(by, "statement or act by it, ", "statements or acts by it, ") +
         Grouped(to) + " to it";
}

std::string PositionWords(const Dossier& dossier, const EventFilter& filter, Index selected) {
  if (selected == kNone) return Counted(CountVisible(dossier, filter), "event", "events");
  const std::vector<Index> visible = VisibleEvents(dossier, filter);
  const auto at = std::find(visible.begin(), visible.end(), selected);
  if (at == visible.end()) return Counted(visible.size(), "event", "events");
  return Grouped(static_cast<size_t>(at - visible.begin()) + 1) + " of " + Grouped(visible.size());
}

}  // namespace

std::string RenderPane(const Dossier& dossier, const AppState& state,
                       const ReaderCalendar& calendar) {
  PaneWriter w(dossier, state);
  w.ShowZoneOf(calendar);
  if (state.tab == PaneTab::kSources) {
    const SourceTable table(dossier, state.as_of_s);
    WriteTabs(w, Counted(table.cited().size(), "source", "sources"));
    OpenPanel(w);
    WriteSourcesTab(w, table);
    w.Close();
    w.Close();
    return w.Take();
  }
  if (state.tab == PaneTab::kPositions && !dossier.data().topics.empty()) {
    const std::vector<TopicStances> topics = NegotiationAt(dossier, w.sides(), state.as_of_s);
    WriteTabs(w, Counted(topics.size(), "topic", "topics"));
    OpenPanel(w);
    WriteNegotiation(w, topics);
    w.Close();
    w.Close();
    return w.Take();
  }
  if (state.tab == PaneTab::kList) {
    const std::vector<Index> visible = VisibleEvents(dossier, FilterOf(state));
    WriteTabs(w, visible.empty() ? std::string() : Counted(visible.size(), "event", "events"));
    OpenPanel(w);
    WriteEventList(w, visible);
    w.Close();
    w.Close();
    return w.Take();
  }
  const Index selected = w.SelectedEvent();
  // Among those that previous and next walk through.
  WriteTabs(w, PositionWords(dossier, WalkFilterOf(state), selected));
  OpenPanel(w);
  WriteLensNote(w);
  WriteCard(w);
  w.Close();
  WriteNeighbours(w, selected);
  w.Close();
  return w.Take();
}

std::string Announcement(const Dossier& dossier, const AppState& state) {
  if (!dossier.Holds(state.focus)) return {};
  PaneWriter w(dossier, state);
  const auto dated = [&w](Text title, const DateText& date) {
    return std::string(w.Words(title)) + ", " + PaneWriter::DateWords(date.edtf, DateStyle::kFull);
  };
  switch (state.focus.kind) {
    case ItemKind::kEvent: {
      const Event& event = dossier.events()[state.focus.index];
      return dated(event.title, event.date);
    }
    case ItemKind::kMove: {
      const Move& move = dossier.moves()[state.focus.index];
      return dated(move.summary, move.date);
    }
    case ItemKind::kActor:
      return std::string(w.NameOf(state.focus.index, NameStyle::kLong)) +
             ActivityWords(dossier, state.focus.index, state.as_of_s);
    case ItemKind::kTopic:
      return std::string(w.Words(dossier.data().topics[state.focus.index].name));
    default:
      return {};
  }
}

}  // namespace demarche
