#include "core/dossier/dossier.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/language_tag.h"
#include "core/dossier/as_of.h"
#include "core/dossier/dossier_items.h"

namespace demarche {

// Of the 200 bytes that an event may take beyond its text (tests/core/dossier/memory_test.cc).
static_assert(sizeof(When) == 40, "four bounds and eight bytes of what is said about them");
static_assert(sizeof(Event) <= (sizeof(void*) == 4 ? 64 : 96));

namespace {

constexpr ItemKind kFindOrder[] = {ItemKind::kEvent, ItemKind::kMove,  ItemKind::kActor,
                                   ItemKind::kTopic, ItemKind::kStory, ItemKind::kTrack,
                                   ItemKind::kPlace, ItemKind::kTerm,  ItemKind::kSource};

template <class Item>
std::vector<Index> ByTime(const std::vector<Item>& items) {
  std::vector<Index> order(items.size());
  for (Index i = 0; i < order.size(); ++i) order[i] = i;
  const auto earlier = [&items](Index a, Index b) {
    const When& x = items[a].date.when;
    const When& y = items[b].date.when;
    if (x.earliest() != y.earliest()) return x.earliest() < y.earliest();
    if (x.latest() != y.latest()) return x.latest() < y.latest();
    return a < b;
  };
  if (!std::is_sorted(order.begin(), order.end(), earlier)) {
    std::sort(order.begin(), order.end(), earlier);
  }
  return order;
}

bool IsFinite(Seconds t) { return t != kTimeMin && t != kTimeMax; }

void Widen(const When& when, TimeSpan* extent) {
  for (const Seconds t :
       {when.start.earliest, when.start.latest, when.end.earliest, when.end.latest}) {
    if (!IsFinite(t)) continue;
    extent->earliest = std::min(extent->earliest, t);
    extent->latest = std::max(extent->latest, t);
  }
}

}  // namespace

bool Move::Involves(Index actor) const {
  return std::find(by.begin(), by.end(), actor) != by.end() ||
         std::find(to.begin(), to.end(), actor) != to.end();
}

std::span<const Index> Dossier::Csr::Row(Index i) const {
  if (size_t{i} + 1 >= start.size()) return {};
  return std::span<const Index>(items).subspan(start[i], start[i + 1] - start[i]);
}

/// Turns the pairs that `emit_all` names into rows, each pair of a row once. `emit_all(emit)` calls
/// emit(row, item) in the order of the rows' items; it runs twice, to count and to fill.
template <class EmitAll>
Dossier::Csr Dossier::MakeCsr(size_t row_count, const EmitAll& emit_all) {
  Csr csr;
  csr.start.assign(row_count + 1, 0);
  std::vector<Index> last(row_count, kNone);
  const auto is_new = [&last](Index row, Index item) {
    return row < last.size() && std::exchange(last[row], item) != item;
  };
  emit_all([&](Index row, Index item) {
    if (is_new(row, item)) ++csr.start[row + 1];
  });
  for (size_t row = 0; row < row_count; ++row) csr.start[row + 1] += csr.start[row];
  csr.items.resize(csr.start[row_count]);
  std::fill(last.begin(), last.end(), kNone);
  std::vector<Index> next(csr.start.begin(), csr.start.end() - 1);
  emit_all([&](Index row, Index item) {
    if (is_new(row, item)) csr.items[next[row]++] = item;
  });
  return csr;
}

Dossier::Dossier(DossierData data, Arena arena, IdIndexes ids)
    : data_(std::move(data)), arena_(std::move(arena)), ids_(std::move(ids)) {
  BuildTimeIndexes();
  BuildRelations();
  FindLinked();
  FindMainPlace();
}

void Dossier::BuildTimeIndexes() {
  events_by_time_ = ByTime(data_.events);
  moves_by_time_ = ByTime(data_.moves);
  lanes_ = LaneIndex(data_);
  change_days_ = ChangeDaysOf(data_);
  extent_ = {kTimeMax, kTimeMin};
  for (const Event& event : data_.events) Widen(event.date.when, &extent_);
  for (const Move& move : data_.moves) Widen(move.date.when, &extent_);
  if (extent_.earliest > extent_.latest) extent_ = {0, 0};
}

void Dossier::BuildRelations() {
  events_of_track_ = MakeCsr(data_.tracks.size(), [this](const auto& emit) {
    for (const Index e : events_by_time_) emit(data_.events[e].track, e);
  });
  moves_of_event_ = MakeCsr(data_.events.size(), [this](const auto& emit) {
    for (const Index m : moves_by_time_) emit(data_.moves[m].event, m);
  });
  moves_of_actor_ = MakeCsr(data_.actors.size(), [this](const auto& emit) {
    for (const Index m : moves_by_time_) {
      for (const Index actor : data_.moves[m].by) emit(actor, m);
      for (const Index actor : data_.moves[m].to) emit(actor, m);
    }
  });
  moves_of_topic_ = MakeCsr(data_.topics.size(), [this](const auto& emit) {
    for (const Index m : moves_by_time_) emit(data_.moves[m].topic, m);
  });
  events_of_actor_ = MakeCsr(data_.actors.size(), [this](const auto& emit) {
    for (const Index e : events_by_time_) {
      for (const Participant& participant : data_.events[e].actors) emit(participant.actor, e);
      for (const Index m : MovesOfEvent(e)) {
        for (const Index actor : data_.moves[m].by) emit(actor, e);
        for (const Index actor : data_.moves[m].to) emit(actor, e);
      }
    }
  });
  events_of_topic_ = MakeCsr(data_.topics.size(), [this](const auto& emit) {
    for (const Index e : events_by_time_) {
      for (const Index topic : data_.events[e].topics) emit(topic, e);
      for (const Index m : MovesOfEvent(e)) emit(data_.moves[m].topic, e);
    }
  });
  replies_ = MakeCsr(data_.moves.size(), [this](const auto& emit) {
    for (const Index m : moves_by_time_) {
      for (const Index answered : data_.moves[m].replies_to) emit(answered, m);
    }
  });
}

void Dossier::FindLinked() {
  if (!HasReplies()) return;
  RankBits events(data_.events.size()), moves(data_.moves.size());
  for (Index m = 0; m < data_.moves.size(); ++m) {
    if (data_.moves[m].replies_to.empty() && RepliesTo(m).empty()) continue;
    moves.Add(m);
    if (data_.moves[m].event != kNone) events.Add(data_.moves[m].event);
  }
  linked_entries_ = lanes_.EntriesOf(events, moves);
}

void Dossier::FindMainPlace() {
  std::vector<uint32_t> counts(data_.places.size(), 0);
  for (const Event& event : data_.events) {
    if (event.place != kNone) ++counts[event.place];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  if (most != counts.end() && *most > 0) main_place_ = static_cast<Index>(most - counts.begin());
}

Index Dossier::Find(ItemKind kind, std::string_view id) const {
  const IdIndex& ids = ids_[static_cast<size_t>(kind)];
  return VisitItems(data_, kind, [&](const auto& items) { return ids.Find(items, id); });
}

Ref Dossier::Find(std::string_view id) const {
  for (const ItemKind kind : kFindOrder) {
    const Index index = Find(kind, id);
    if (index != kNone) return {kind, index};
  }
  return {};
}

bool Dossier::Holds(Ref ref) const {
  return VisitItems(data_, ref.kind, [&](const auto& items) { return ref.index < items.size(); });
}

std::string_view Dossier::IdOf(Ref ref) const {
  return VisitItems(data_, ref.kind, [&](const auto& items) {
    return ref.index < items.size() ? std::string_view(items[ref.index].id) : std::string_view();
  });
}

const When& Dossier::WhenOf(Ref ref) const {
  return ref.kind == ItemKind::kEvent ? events()[ref.index].date.when
                                      : moves()[ref.index].date.when;
}

std::string_view Dossier::In(Text text, std::string_view lang) const {
  if (text.empty()) return {};
  const auto find = [&](std::string_view wanted) -> std::optional<std::string_view> {
    for (const LangString& wording : text) {
      if (SameLanguageTag(wording.lang.empty() ? data_.lang : wording.lang, wanted)) {
        return wording.text;
      }
    }
    return std::nullopt;
  };
  // Lookup of RFC 4647, section 3.4: shorter and shorter ranges, then the default.
  for (std::string_view range = lang; !range.empty(); range = BroaderLanguageTag(range)) {
    if (const auto wording = find(range)) return *wording;
  }
  if (const auto wording = find(data_.lang)) return *wording;
  return text.front().text;
}

std::span<const Index> Dossier::MovesOfEvent(Index event) const {
  return moves_of_event_.Row(event);
}
std::span<const Index> Dossier::MovesOfActor(Index actor) const {
  return moves_of_actor_.Row(actor);
}
std::span<const Index> Dossier::EventsOfTrack(Index track) const {
  return events_of_track_.Row(track);
}
std::span<const Index> Dossier::EventsWith(Ref actor_or_topic) const {
  const auto [kind, index] = actor_or_topic;
  if (kind == ItemKind::kActor) return events_of_actor_.Row(index);
  return kind == ItemKind::kTopic ? events_of_topic_.Row(index) : std::span<const Index>();
}
std::span<const Index> Dossier::MovesWith(Ref actor_or_topic) const {
  const auto [kind, index] = actor_or_topic;
  if (kind == ItemKind::kActor) return moves_of_actor_.Row(index);
  return kind == ItemKind::kTopic ? moves_of_topic_.Row(index) : std::span<const Index>();
}
std::span<const Index> Dossier::RepliesTo(Index move) const { return replies_.Row(move); }

}  // namespace demarche
