#include "core/state/query.h"

#include <algorithm>
#include <cstdint>

#include "core/base/fold.h"
#include "core/base/stable_sort.h"
#include "core/dossier/as_of.h"
#include "core/dossier/group_path.h"
#include "core/state/lanes.h"

namespace demarche {
namespace {

constexpr size_t kMaxWords = 32;

bool HasActor(const Dossier& dossier, Index event, Index actor) {
  for (const Participant& participant : dossier.events()[event].actors) {
    if (participant.actor == actor) return true;
  }
  for (const Index m : dossier.MovesOfEvent(event)) {
    if (dossier.moves()[m].Involves(actor)) return true;
  }
  return false;
}

bool HasTopic(const Dossier& dossier, Index event, Index topic) {
  const std::span<const Index> topics = dossier.events()[event].topics;
  if (std::find(topics.begin(), topics.end(), topic) != topics.end()) return true;
  for (const Index m : dossier.MovesOfEvent(event)) {
    if (dossier.moves()[m].topic == topic) return true;
  }
  return false;
}

// The lanes have the dates of their events side by side.
bool LanesCanTell(const Dossier& dossier, const EventFilter& filter) {
  return filter.query.empty() && filter.group.empty() && filter.lanes.empty() &&
         dossier.lanes().Events().size() == dossier.events().size();
}

RankBits MatchingEvents(const Dossier& dossier, const EventFilter& filter) {
  RankBits matching(dossier.events().size());
  const LaneIndex& lanes = dossier.lanes();
  if (LanesCanTell(dossier, filter)) {
    const RankBits known = lanes.ReportedBy(filter.as_of_s);
    for (uint32_t entry = 0; entry < lanes.Events().end; ++entry) {
      if (known.Has(entry)) matching.Add(lanes.item(entry));
    }
    matching.Count();
    return matching;
  }
  EventMatcher matcher(dossier, filter);
  for (Index event = 0; event < dossier.events().size(); ++event) {
    if (matcher.Matches(event)) matching.Add(event);
  }
  matching.Count();
  return matching;
}

}  // namespace

EventMatcher::EventMatcher(const Dossier& dossier, const EventFilter& filter)
    : dossier_(dossier), filter_(filter) {
  SplitWords();
  FindTracks();
  if (words_.empty()) return;
  WordSet of_any = 0;
  for (const Actor& actor : dossier.actors()) {
    WordSet found = WordsIn(actor.name) | WordsIn(actor.short_name);
    for (const Text& alias : actor.aliases) found |= WordsIn(alias);
    words_of_actor_.push_back(found);
    of_any |= found;
  }
  if (of_any == 0) words_of_actor_.clear();
  of_any = 0;
  for (const Place& place : dossier.data().places) {
    const WordSet found = WordsIn(place.name);
    words_of_place_.push_back(found);
    of_any |= found;
  }
  if (of_any == 0) words_of_place_.clear();
}

bool EventMatcher::Matches(Index index) {
  const Event& event = dossier_.events()[index];
  if (!KnownAt(event.reported_s, filter_.as_of_s)) return false;
  const bool is_picked = track_matches_.empty() ||
                         (event.track < track_matches_.size() && track_matches_[event.track] != 0);
  if (!is_picked) return false;
  WordSet found = 0;
  if (event.place < words_of_place_.size()) found |= words_of_place_[event.place];
  if (!words_of_actor_.empty()) {
    for (const Participant& participant : event.actors) {
      if (participant.actor < words_of_actor_.size()) found |= words_of_actor_[participant.actor];
    }
  }
  for (size_t i = 0; i < words_.size(); ++i) {
    const bool is_there =
        (found >> i & 1) != 0 || IsIn(event.title, words_[i]) || IsIn(event.summary, words_[i]);
    if (!is_there) return false;
  }
  return true;
}

bool EventMatcher::MatchesMove(Index index) {
  const Move& move = dossier_.moves()[index];
  if (!KnownAt(move.reported_s, filter_.as_of_s) || !filter_.group.empty()) return false;
  return std::all_of(words_.begin(), words_.end(),
                     [&move](const FoldedWord& word) { return IsIn(move.summary, word); });
}

void EventMatcher::SplitWords() {
  folded_query_ = Folded(filter_.query);
  const std::string_view query = folded_query_;
  for (size_t at = 0; at < query.size() && words_.size() < kMaxWords;) {
    const size_t end = std::min(query.find_first_of(" \t\n\r", at), query.size());
    if (end > at) words_.emplace_back(query.substr(at, end - at));
    at = end + 1;
  }
  StableSort(&words_, [](const FoldedWord& a, const FoldedWord& b) { return a.size() > b.size(); });
}

void EventMatcher::FindTracks() {
  if (filter_.group.empty() && filter_.lanes.empty()) return;
  for (Index track = 0; track < dossier_.tracks().size(); ++track) {
    const bool in_group =
        filter_.group.empty() || GroupPath(GroupOf(dossier_, track)).IsWithin(filter_.group);
    track_matches_.push_back(in_group && ShowsLane(filter_.lanes, track) ? 1 : 0);
  }
}

EventMatcher::WordSet EventMatcher::WordsIn(Text text) const {
  WordSet found = 0;
  for (size_t i = 0; i < words_.size(); ++i) {
    if (IsIn(text, words_[i])) found |= WordSet{1} << i;
  }
  return found;
}

// Every wording counts, so that a name is found in any language its author gave.
bool EventMatcher::IsIn(Text text, const FoldedWord& word) {
  for (const LangString& wording : text) {
    if (word.IsIn(wording.text)) return true;
  }
  return false;
}

bool Matches(const Dossier& dossier, Index event, const EventFilter& filter) {
  return EventMatcher(dossier, filter).Matches(event);
}

// In the order of the file, as the texts lie in memory, and only then in that of the lanes.
RankBits MatchingEntries(const Dossier& dossier, std::string_view query, std::string_view group) {
  const LaneIndex& lanes = dossier.lanes();
  if (query.empty() && group.empty()) return RankBits::AllOf(lanes.size());
  RankBits entries(lanes.size());
  const EventFilter filter{.query = query, .group = group};
  const RankBits events = MatchingEvents(dossier, filter);
  const EntryRange of_events = lanes.Events();
  for (uint32_t entry = 0; entry < of_events.end; ++entry) {
    if (events.Has(lanes.item(entry))) entries.Add(entry);
  }
  EventMatcher matcher(dossier, filter);
  for (uint32_t entry = of_events.end; entry < lanes.size(); ++entry) {
    if (matcher.MatchesMove(lanes.item(entry))) entries.Add(entry);
  }
  entries.Count();
  return entries;
}

RankBits RelatedEntries(const Dossier& dossier, Ref actor_or_topic) {
  RankBits events(dossier.events().size()), moves(dossier.moves().size());
  for (const Index event : dossier.EventsWith(actor_or_topic)) events.Add(event);
  for (const Index move : dossier.MovesWith(actor_or_topic)) moves.Add(move);
  return dossier.lanes().EntriesOf(events, moves);
}

std::vector<Index> VisibleEvents(const Dossier& dossier, const EventFilter& filter) {
  const RankBits matching = MatchingEvents(dossier, filter);
  std::vector<Index> visible;
  visible.reserve(matching.count());
  for (const Index event : dossier.EventsByTime()) {
    if (matching.Has(event)) visible.push_back(event);
  }
  return visible;
}

size_t CountVisible(const Dossier& dossier, const EventFilter& filter) {
  if (!LanesCanTell(dossier, filter)) return MatchingEvents(dossier, filter).count();
  return dossier.lanes().ReportedBy(filter.as_of_s).Rank(dossier.lanes().Events().end);
}

bool HasGroup(const Dossier& dossier, std::string_view group) {
  for (Index track = 0; track < dossier.tracks().size(); ++track)
    if (GroupPath(GroupOf(dossier, track)).IsWithin(group)) return true;
  return false;
}

EventFilter FilterOf(const AppState& state) {
  return {.as_of_s = state.as_of_s, .query = state.query, .group = state.group};
}

EventFilter WalkFilterOf(const AppState& state) {
  EventFilter filter = FilterOf(state);
  filter.lanes = state.lanes;
  return filter;
}

bool RelatedTo(const Dossier& dossier, Index event, Ref focus) {
  switch (focus.kind) {
    case ItemKind::kEvent:
      return focus.index == event;
    case ItemKind::kMove:
      return dossier.Holds(focus) && dossier.moves()[focus.index].event == event;
    case ItemKind::kActor:
      return HasActor(dossier, event, focus.index);
    case ItemKind::kTopic:
      return HasTopic(dossier, event, focus.index);
    default:
      return false;
  }
}

}  // namespace demarche
