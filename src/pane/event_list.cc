#include "pane/event_list.h"

#include <algorithm>

#include "core/dates/civil.h"
#include "core/dates/edtf_words.h"
#include "core/dossier/as_of.h"
#include "core/dossier/group_path.h"
#include "core/dossier/names.h"
#include "core/state/lanes.h"
#include "core/state/query.h"
#include "pane/empty.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

std::string MonthWords(int64_t year, int month) {
  EdtfDate date{.year = year, .precision = Precision::kMonth};
  date.month = static_cast<uint8_t>(month);
  return InWords({.start = {.date = date}});
}

std::string YearWords(int64_t year) {
  return InWords({.start = {.date = {.year = year, .precision = Precision::kYear}}});
}

bool IsDayCertain(const When& when) {
  constexpr uint16_t kDoubts = kUncertain | kApproximate | kUnspecified | kOneOf | kOpenStart;
  return when.start_precision >= Precision::kDay && (when.flags & kDoubts) == 0;
}

// "7 Dec 2021" under "December 2021" is "7 Dec", "Nov 2021?" under "November 2021" is "Nov?".
std::string WithoutYearOf(std::string_view period, std::string words) {
  const size_t space = words.rfind(' ');
  if (space == std::string::npos || space == 0 || words[space - 1] == '.')
    return words;  // "c. 2014"
  const std::string_view end = std::string_view(words).substr(space + 1);
  const bool is_doubted = end.back() == '?';
  const std::string_view year = end.substr(0, end.size() - (is_doubted ? 1 : 0));
  const bool is_said =
      period.size() > year.size() && period.substr(period.size() - year.size()) == year;
  if (!is_said) return words;
  words.erase(space);
  return is_doubted ? words + '?' : words;
}

// The start of a date alone, short and without the year that the heading over it says:
// "7 Dec" under "December 2021".
std::string RowDate(const DateText& date, std::string_view period) {
  Result<Edtf> edtf = ParseEdtf(date.edtf);
  if (!edtf.ok()) return {};
  if (edtf.value().kind == EdtfKind::kInterval && edtf.value().start.kind == BoundKind::kDate) {
    edtf.value().kind = EdtfKind::kDate;
  }
  std::string words = ShortWords(edtf.value());
  if (edtf.value().kind == EdtfKind::kDate) {
    const size_t comma = words.find(',');  // a time of day
    if (comma != std::string::npos) words.erase(comma);
  }
  return WithoutYearOf(period, std::move(words));
}

void WriteRow(PaneWriter& w, Index index, Index selected, std::string_view period) {
  const Event& event = w.dossier().events()[index];
  const Status status = StatusAt(event, w.state().as_of_s);
  w.Open("li");
  w.Open("a", {{"class", "dm-row"},
               {"href", w.HrefOf({ItemKind::kEvent, index})},
               {"aria-current", index == selected ? "true" : kNoAttr}});
  w.Leaf("span", {{"class", "dm-row-date"}}, RowDate(event.date, period));
  w.Put(" ");
  constexpr Literal kMarks[] = {"dm-mark dm-mark-scheduled", "dm-mark dm-mark-occurred",
                                "dm-mark dm-mark-ongoing", "dm-mark dm-mark-cancelled"};
  w.Leaf("i", {{"class", kMarks[static_cast<size_t>(status)].view()}, {"aria-hidden", "true"}}, "");
  w.Open("span", {{"class", "dm-row-title"}});
  w.Say(event.title);
  w.Close();
  w.Put(" ");
  w.Open("span", {{"class", "dm-row-track"}});
  if (status == Status::kScheduled && event.place != kNone) {
    w.Say(w.dossier().data().places[event.place].name);
  } else if (event.track < w.dossier().tracks().size()) {
    w.Say(w.dossier().tracks()[event.track].name);
  }
  if (status != Status::kOccurred) w.Put(", " + std::string(demarche::NameOf(status)));
  if (event.date.when.Has(kInterval))
    w.Put(", " + PaneWriter::DateWords(event.date.edtf, DateStyle::kShort));
  w.Close();
  w.Close();
  w.Close();
}

// ---- Chips and filters ----

struct Group {
  Text name;
  std::string_view key;  // as AppState::group
  size_t level = 0;
  size_t count = 0;
};

std::vector<Group> GroupsOf(const Dossier& dossier, const std::vector<Index>& events) {
  std::vector<size_t> of_track(dossier.tracks().size());
  for (const Index event : events) {
    const Index track = dossier.events()[event].track;
    if (track < of_track.size()) ++of_track[track];
  }
  std::vector<Group> groups;
  for (Index track = 0; track < of_track.size(); ++track) {
    const GroupPath path(GroupOf(dossier, track));
    for (size_t level = 0; level < path.levels(); ++level) {
      const std::string_view key = path.Group(level);
      size_t at = 0;
      while (at < groups.size() && groups[at].key != key) ++at;
      if (at == groups.size()) groups.push_back({dossier.tracks()[track].group, key, level, 0});
      groups[at].count += of_track[track];
    }
  }
  return groups;
}

// Those around which there is none; of the others those beside, around and in the chosen one.
bool HasChip(const AppState& state, const Group& group) {
  if (group.key.empty() || group.level == 0) return !group.key.empty();
  return GroupPath(state.group).IsWithin(GroupPath(group.key).Group(group.level - 1));
}

// `visible`: what the state shows.
void WriteChips(PaneWriter& w, const std::vector<Index>& visible) {
  EventFilter filter = FilterOf(w.state());
  std::vector<Index> found;
  if (!filter.group.empty()) {
    filter.group = {};
    found = VisibleEvents(w.dossier(), filter);
  }
  const std::vector<Index>& of_all_groups = w.state().group.empty() ? visible : found;
  const std::vector<Group> groups = GroupsOf(w.dossier(), of_all_groups);
  if (groups.size() < 2) return;
  const auto pressed = [&w](std::string_view key) {
    return w.state().group == key ? "true" : "false";
  };
  w.Open("div", {{"class", "dm-groups"}, {"role", "group"}, {"aria-label", "Groups of tracks"}});
  w.Leaf("button",
         {{"type", "button"},
          {"class", "dm-group"},
          {"data-act", "group="},
          {"aria-pressed", pressed("")}},
         "All " + Grouped(of_all_groups.size()));
  for (const Group& group : groups) {
    if (!HasChip(w.state(), group)) continue;
    const std::string act = "group=" + PercentEncoded(group.key);
    w.Open("button", {{"type", "button"},
                      {"class", "dm-group"},
                      {"data-act", act},
                      {"aria-pressed", pressed(group.key)}});
    w.SayGroup(group.name, group.level, GroupStyle::kPath);
    w.Put(" " + Grouped(group.count));
    w.Close();
  }
  w.Close();
}

// ---- The window of a long list ----

struct Window {
  size_t first = 0, end = 0;
};

// Around the selected event, else around the as-of date.
Window WindowOf(const PaneWriter& w, const std::vector<Index>& visible, size_t first_scheduled) {
  if (visible.size() <= kMostRows) return {0, visible.size()};
  const size_t selected =
      std::find(visible.begin(), visible.end(), w.SelectedEvent()) - visible.begin();
  const size_t centre = selected < visible.size() ? selected : first_scheduled;
  const size_t first =
      std::min(centre - std::min(centre, kMostRows / 2), visible.size() - kMostRows);
  return {first, first + kMostRows};
}

// Selects the event just outside, around which the list then stands.
void WriteShowMore(PaneWriter& w, Index event, size_t count, std::string_view which) {
  const std::string act =
      "focus=" + PercentEncoded(w.dossier().IdOf({ItemKind::kEvent, event})) + "&tab=list";
  w.Button("dm-button dm-show-more", act,
           "Show " + Counted(count, "more", "more") + ", " + std::string(which));
}

class ListWriter {
 public:
  ListWriter(PaneWriter& w, Index selected) : w_(w), selected_(selected) {}

  void Add(Index event) {
    const std::string period = PeriodOf(w_.dossier().events()[event].date);
    if (period != period_) {
      EndRows();
      w_.Leaf("h2", {{"class", "dm-period"}}, period);
      period_ = period;
    }
    if (!in_rows_) w_.Open("ol", {{"class", "dm-rows"}, {"role", "list"}});
    in_rows_ = true;
    WriteRow(w_, event, selected_, period);
  }

  void AddDivider() {
    EndRows();
    w_.Open("p", {{"class", "dm-as-of"}});
    w_.Leaf("span", {}, "As of " + MomentWithWeekday(w_.state().as_of_s));
    w_.Close();
  }

  void EndRows() {
    if (in_rows_) w_.Close();
    in_rows_ = false;
  }

 private:
  PaneWriter& w_;
  Index selected_;
  std::string period_;
  bool in_rows_ = false;
};

}  // namespace

std::string PeriodOf(const DateText& date) {
  const When& when = date.when;
  if (when.earliest() <= kTimeMin) return "Start not known";
  const Result<Edtf> edtf = ParseEdtf(date.edtf);
  if (edtf.ok() &&
      (edtf.value().kind == EdtfKind::kDate || edtf.value().kind == EdtfKind::kInterval)) {
    const EdtfDate& start = edtf.value().start.date;
    if (start.precision >= Precision::kMonth && start.unspecified != Unspecified::kMonth) {
      return MonthWords(start.year, start.month);
    }
  }
  const CivilDate first = CivilFromDays(FloorDiv(when.start.earliest, kSecondsPerDay));
  const CivilDate last = CivilFromDays(FloorDiv(when.start.latest, kSecondsPerDay));
  if (first.year != last.year) return YearWords(first.year) + "–" + YearWords(last.year);
  return first.month == last.month ? MonthWords(first.year, first.month) : YearWords(first.year);
}

void WriteRows(PaneWriter& w, std::span<const Index> events) {
  w.Open("ol", {{"class", "dm-rows"}, {"role", "list"}});
  for (const Index event : events) WriteRow(w, event, w.SelectedEvent(), {});
  w.Close();
}

void WriteEventList(PaneWriter& w, const std::vector<Index>& visible) {
  WriteChips(w, visible);
  if (visible.empty()) return WriteEmpty(w);
  if (!w.state().query.empty()) {
    w.Open("p", {{"class", "dm-found"}});
    w.Put(Counted(visible.size(), "event", "events") + FilterWords(w.state(), visible.size()) +
          " ");
    w.Button("dm-link", "q=&group=", "Clear filters");
    w.Close();
  }
  const Seconds as_of_s = w.state().as_of_s;
  const auto is_past = [&](Index event) {
    return w.dossier().events()[event].date.when.earliest() <= as_of_s;
  };
  const size_t first_scheduled =
      std::partition_point(visible.begin(), visible.end(), is_past) - visible.begin();
  const Window window = WindowOf(w, visible, first_scheduled);
  if (window.first > 0) WriteShowMore(w, visible[window.first - 1], window.first, "earlier");
  ListWriter list(w, w.SelectedEvent());
  const bool has_divider = as_of_s < kTimeMax && as_of_s > kTimeMin;
  bool is_order_certain = true;
  for (size_t i = window.first; i < window.end; ++i) {
    if (has_divider && i == first_scheduled) list.AddDivider();
    list.Add(visible[i]);
    is_order_certain &= IsDayCertain(w.dossier().events()[visible[i]].date.when);
  }
  if (has_divider && first_scheduled == visible.size() && window.end == visible.size())
    list.AddDivider();
  list.EndRows();
  if (window.end < visible.size()) {
    WriteShowMore(w, visible[window.end], visible.size() - window.end, "later");
  }
  if (is_order_certain) return;
  w.Leaf("p", {{"class", "dm-order-note"}},
         "In the order of the earliest day an event may have begun. Where a day is not known, "
         "which of "
         "two came first may not be known either.");
}

}  // namespace demarche
