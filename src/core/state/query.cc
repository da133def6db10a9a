#include "core/state/query.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "core/base/fold.h"
#include "core/dossier/as_of.h"

namespace demarche {
namespace {

using WordSet = uint32_t;  // bit i: the i-th word of the query occurs
constexpr size_t kMaxWords = 32;

// A filter made ready for many events: what actors and places say is looked at once.
class Matcher {
 public:
  Matcher(const Dossier& dossier, const EventFilter& filter) : dossier_(dossier), filter_(filter) {
    SplitWords();
    FindGroupTracks();
    if (words_.empty()) return;
    for (const Actor& actor : dossier.actors()) {
      WordSet found = WordsIn(actor.name) | WordsIn(actor.short_name);
      for (const Text& alias : actor.aliases) found |= WordsIn(alias);
      words_of_actor_.push_back(found);
    }
    for (const Place& place : dossier.data().places) {
      words_of_place_.push_back(WordsIn(place.name));
    }
  }

  bool Matches(Index index) {
    const Event& event = dossier_.events()[index];
    if (!KnownAt(event.reported_s, filter_.as_of_s)) return false;
    if (!filter_.group.empty() &&
        (event.track >= in_group_.size() || in_group_[event.track] == 0)) {
      return false;
    }
    if (words_.empty()) return true;
    WordSet found = WordsIn(event.title) | WordsIn(event.summary);
    for (const Participant& participant : event.actors) {
      if (participant.actor < words_of_actor_.size()) found |= words_of_actor_[participant.actor];
    }
    if (event.place < words_of_place_.size()) found |= words_of_place_[event.place];
    return found == all_words_;
  }

 private:
  void SplitWords() {
    folded_query_ = Folded(filter_.query);
    const std::string_view query = folded_query_;
    for (size_t at = 0; at < query.size() && words_.size() < kMaxWords;) {
      const size_t end = std::min(query.find_first_of(" \t\n\r", at), query.size());
      if (end > at) words_.push_back(query.substr(at, end - at));
      at = end + 1;
    }
    for (size_t i = 0; i < words_.size(); ++i) all_words_ |= WordSet{1} << i;
  }

  void FindGroupTracks() {
    if (filter_.group.empty()) return;
    for (const Track& track : dossier_.tracks()) {
      const bool is_in = dossier_.In(track.group, dossier_.data().lang) == filter_.group;
      in_group_.push_back(is_in ? 1 : 0);
    }
  }

  // Every wording counts, so that a name is found in any language its author gave.
  WordSet WordsIn(Text text) {
    WordSet found = 0;
    for (const LangString& wording : text) {
      scratch_.clear();
      AppendFolded(wording.text, &scratch_);
      for (size_t i = 0; i < words_.size(); ++i) {
        if (scratch_.find(words_[i]) != std::string::npos) found |= WordSet{1} << i;
      }
    }
    return found;
  }

  const Dossier& dossier_;
  const EventFilter& filter_;
  std::string folded_query_, scratch_;
  std::vector<std::string_view> words_;  // of folded_query_
  WordSet all_words_ = 0;
  std::vector<WordSet> words_of_actor_, words_of_place_;
  std::vector<uint8_t> in_group_;  // by track
};

bool Contains(std::span<const Index> list, Index index) {
  return std::find(list.begin(), list.end(), index) != list.end();
}

bool HasActor(const Dossier& dossier, Index event, Index actor) {
  for (const Participant& participant : dossier.events()[event].actors) {
    if (participant.actor == actor) return true;
  }
  for (const Index m : dossier.MovesOfEvent(event)) {
    const Move& move = dossier.moves()[m];
    if (Contains(move.by, actor) || Contains(move.to, actor)) return true;
  }
  return false;
}

bool HasTopic(const Dossier& dossier, Index event, Index topic) {
  if (Contains(dossier.events()[event].topics, topic)) return true;
  for (const Index m : dossier.MovesOfEvent(event)) {
    if (dossier.moves()[m].topic == topic) return true;
  }
  return false;
}

}  // namespace

bool Matches(const Dossier& dossier, Index event, const EventFilter& filter) {
  return Matcher(dossier, filter).Matches(event);
}

std::vector<Index> VisibleEvents(const Dossier& dossier, const EventFilter& filter) {
  Matcher matcher(dossier, filter);
  std::vector<Index> visible;
  for (const Index event : dossier.EventsByTime()) {
    if (matcher.Matches(event)) visible.push_back(event);
  }
  return visible;
}

bool HasGroup(const Dossier& dossier, std::string_view group) {
  return std::any_of(dossier.tracks().begin(), dossier.tracks().end(), [&](const Track& track) {
    return dossier.In(track.group, dossier.data().lang) == group;
  });
}

EventFilter FilterOf(const AppState& state) {
  return {.as_of_s = state.as_of_s, .query = state.query, .group = state.group};
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
    case ItemKind::kTrack:
      return dossier.events()[event].track == focus.index;
    case ItemKind::kPlace:
      return dossier.events()[event].place == focus.index;
    default:
      return false;
  }
}

}  // namespace demarche
