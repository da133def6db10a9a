// Questions to a dossier that both the pane and the canvas ask: what is visible now, in what order.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/folded_word.h"
#include "core/state/state.h"

namespace demarche {

/// Which events a state shows: known at the as-of date, matching the search text, of the group.
struct EventFilter {
  Seconds as_of_s = kTimeMax;
  /// Case-insensitive (core/base/fold.h); all of its words must occur.
  std::string_view query = {};
  std::string_view group = {};        // as AppState::group; empty: every group
  std::span<const Index> lanes = {};  // as AppState::lanes
};

/// A filter made ready for many events: what actors and places say is looked at once. Dossier and
/// filter outlive it.
class EventMatcher {
 public:
  EventMatcher(const Dossier& dossier, const EventFilter& filter);
  bool Matches(Index event);
  /// The same of what a move without an event says; it is of no group.
  bool MatchesMove(Index move);

 private:
  using WordSet = uint32_t;  // bit i: the i-th word of the query occurs

  void SplitWords();
  void FindTracks();
  WordSet WordsIn(Text text) const;
  static bool IsIn(Text text, const FoldedWord& word);

  const Dossier& dossier_;
  const EventFilter& filter_;
  std::string folded_query_;
  std::vector<FoldedWord> words_;  // of folded_query_, the longest, which is the rarest, first
  std::vector<WordSet> words_of_actor_, words_of_place_;  // empty where no name has a word
  std::vector<uint8_t> track_matches_;                    // by track; empty: all do
};

/// For one event.
bool Matches(const Dossier& dossier, Index event, const EventFilter& filter);

/// The entries of the dossier's lanes that match whatever the as-of date.
RankBits MatchingEntries(const Dossier& dossier, std::string_view query, std::string_view group);

/// The entries of the dossier's lanes that have to do with an actor or a topic: the events of
/// RelatedTo, and the moves without an event that are by, to or about it. About a nanosecond an
/// entry.
RankBits RelatedEntries(const Dossier& dossier, Ref actor_or_topic);

/// The events that match, in time order, and how many they are, which takes a tenth of the time.
std::vector<Index> VisibleEvents(const Dossier& dossier, const EventFilter& filter);
size_t CountVisible(const Dossier& dossier, const EventFilter& filter);

/// Whether a track is within that group.
bool HasGroup(const Dossier& dossier, std::string_view group);

/// The filter of a state (list and canvas use the same).
EventFilter FilterOf(const AppState& state);
/// The same of the lanes shown only: what one walks through from event to event. The list holds
/// what is in hidden lanes, too.
EventFilter WalkFilterOf(const AppState& state);

/// Whether an event stands out with `focus`: it is it, holds the move, has the actor or the topic.
bool RelatedTo(const Dossier& dossier, Index event, Ref focus);

}  // namespace demarche
