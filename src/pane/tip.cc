#include "pane/tip.h"

#include "core/base/stable_sort.h"
#include "core/dates/calendar_words.h"
#include "core/dates/civil.h"
#include "core/dossier/as_of.h"
#include "core/timeline/timeline_items.h"
#include "pane/cards.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

/// More titles than this are not told.
constexpr size_t kMostTitles = 5;

const Event* EventOf(const Dossier& dossier, Ref item) {
  return item.kind == ItemKind::kEvent ? &dossier.events()[item.index] : nullptr;
}
Text TitleOf(const Dossier& dossier, Ref item) {
  const Event* event = EventOf(dossier, item);
  return event ? event->title : dossier.moves()[item.index].summary;
}
const DateText& DateOf(const Dossier& dossier, Ref item) {
  const Event* event = EventOf(dossier, item);
  return event ? event->date : dossier.moves()[item.index].date;
}
// A move without an event has the importance of a plain event.
float ImportanceOf(const Dossier& dossier, Ref item) {
  const Event* event = EventOf(dossier, item);
  return event ? event->importance : 1;
}

void WriteTipTitle(PaneWriter& w, Text title) {
  w.Open("p", {{"class", "dm-tip-title"}});
  w.Say(title);
  w.Close();
}

void WriteOne(PaneWriter& w, Ref item) {
  const Event* event = EventOf(w.dossier(), item);
  WriteTipTitle(w, TitleOf(w.dossier(), item));
  if (event && StatusAt(*event, w.state().as_of_s) != Status::kOccurred) WriteStatus(w, *event);
  WriteWhen(w, DateOf(w.dossier(), item), event ? event->place : kNone);
}

// "26 May 1997 – 4 Apr 2009"; one day is said once.
std::string SpanWords(TimeSpan span) {
  const auto day_words = [](Seconds t) {
    return CalendarWords::English().Date(DateForm::kDate, FloorDiv(t, kSecondsPerDay));
  };
  const std::string first = day_words(span.earliest), last = day_words(span.latest);
  return first == last ? first : first + " – " + last;
}

// Those told, in time order.
std::vector<Ref> MostImportant(const Dossier& dossier, std::span<const Ref> items) {
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < items.size(); ++i) order.push_back(i);
  StableSort(&order, [&](uint32_t a, uint32_t b) {
    return ImportanceOf(dossier, items[a]) > ImportanceOf(dossier, items[b]);
  });
  if (order.size() > kMostTitles) order.resize(kMostTitles);
  StableSort(&order, std::less<>());
  std::vector<Ref> told;
  for (const uint32_t i : order) told.push_back(items[i]);
  return told;
}

// "17 of them with Russia": those that the timeline does not dim.
void WriteRelated(PaneWriter& w, const MarkContent& mark) {
  const Dossier& dossier = w.dossier();
  const Ref focus = w.state().focus;
  if (!DimsOthers(focus) || !dossier.Holds(focus)) return;
  size_t related = mark.related;
  for (const Ref item : mark.items) related += HasToDoWith(dossier, item, focus) ? 1 : 0;
  const bool is_actor = focus.kind == ItemKind::kActor;
  w.Open("p", {{"class", "dm-when"}});
  w.Put((related == 0 ? "None" : Grouped(related)) +
        (is_actor ? " of them with " : " of them on "));
  w.Say(is_actor ? dossier.actors()[focus.index].name : dossier.data().topics[focus.index].name);
  w.Close();
}

void WriteSeveral(PaneWriter& w, const MarkContent& mark) {
  w.Leaf("p", {{"class", "dm-tip-title"}}, Counted(mark.count, "event", "events"));
  w.Leaf("p", {{"class", "dm-when"}}, SpanWords(mark.span));
  WriteRelated(w, mark);
  if (mark.items.empty()) return;
  const std::vector<Ref> told = MostImportant(w.dossier(), mark.items);
  w.Open("ul", {{"role", "list"}});
  for (const Ref item : told) {
    w.Open("li");
    w.Open("span");
    w.SayDate(DateOf(w.dossier(), item).edtf, DateStyle::kShort);
    w.Close();
    w.Put(" ");
    w.Open("b");
    w.Say(TitleOf(w.dossier(), item));
    w.Close();
    w.Close();
  }
  w.Close();
  if (told.size() < mark.count)
    w.Leaf("p", {{"class", "dm-precision"}}, "and " + Grouped(mark.count - told.size()) + " more");
}

}  // namespace

std::string RenderTip(const Dossier& dossier, const AppState& state, const MarkContent& mark) {
  PaneWriter w(dossier, state);
  if (mark.items.size() == 1) {
    WriteOne(w, mark.items.front());
  } else {
    WriteSeveral(w, mark);
  }
  return w.Take();
}

std::string RenderLineTip(const Dossier& dossier, const AppState& state, const GraphLine& line) {
  PaneWriter w(dossier, state);
  w.Open("p", {{"class", "dm-tip-title"}});
  w.SayName(line.from, NameStyle::kShort);
  w.Put(" – ");
  w.SayName(line.to, NameStyle::kShort);
  w.Put(": " + Counted(line.count, "statement or act", "statements and acts"));
  w.Close();
  w.Leaf("p", {{"class", "dm-when"}},
         line.conflict ? "More than half of it conflict" : "At least half of it cooperation");
  w.Leaf("p", {{"class", "dm-precision"}},
         "A click shows these two alone, by class and direction.");
  return w.Take();
}

std::string RenderActorTip(const Dossier& dossier, const AppState& state, Index index) {
  PaneWriter w(dossier, state);
  const Actor& actor = dossier.actors()[index];
  WriteTipTitle(w, actor.name);
  if (!actor.role.empty()) {
    w.Open("p", {{"class", "dm-when"}});
    w.Say(actor.role);
    w.Close();
  }
  return w.Take();
}

}  // namespace demarche
