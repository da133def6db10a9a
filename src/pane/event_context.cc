#include "pane/event_context.h"

#include <algorithm>

#include "core/base/stable_sort.h"
#include "core/dates/civil.h"
#include "core/dossier/as_of.h"

namespace demarche {
namespace {

constexpr Seconds kMeetingAtMost_s = 31 * kSecondsPerDay;
constexpr Seconds kGoingIn_s = 31 * kSecondsPerDay;  // how long before an event "going in" begins
constexpr size_t kQuoteWordsAtMost = 25;
constexpr size_t kLeadsAtMost = 3;
constexpr size_t kLookBackEvents = 10'000;

bool HasSeat(const Participant& participant) {
  return participant.role == "party" || participant.role == "signatory" ||
         participant.role == "chair";
}

// The seats of sides: states and organisations that sit down, each once.
std::vector<Index> SidesAtTable(const Dossier& dossier, const Event& event,
                                std::span<const Index> sides) {
  std::vector<Index> found;
  for (const Participant& participant : event.actors) {
    if (!HasSeat(participant) || participant.actor >= dossier.actors().size()) continue;
    const Index side = sides[participant.actor];
    if (std::find(found.begin(), found.end(), side) == found.end()) found.push_back(side);
  }
  return found;
}

// People sit at a table for days; what goes on for months is no meeting.
bool IsMeeting(const Event& event, size_t side_count) {
  const When& when = event.date.when;
  return side_count >= 2 && when.latest() - when.earliest() <= kMeetingAtMost_s;
}

Seat SeatOf(const Participant& participant, bool is_meeting, bool all_speak) {
  if (participant.role == "subject") return Seat::kSubject;
  if (participant.role == kJoining) return Seat::kJoining;
  if (participant.role == "host") return Seat::kHost;
  if (is_meeting) return Seat::kAtTheTable;
  return all_speak ? Seat::kSpeaking : Seat::kTakingPart;
}

bool Contains(std::span<const Index> list, Index index) {
  return std::find(list.begin(), list.end(), index) != list.end();
}

bool AddressesOther(const Move& move, const std::vector<Index>& at_table,
                    std::span<const Index> sides, Index side) {
  return std::any_of(move.to.begin(), move.to.end(), [&](Index actor) {
    return sides[actor] != side && Contains(at_table, sides[actor]);
  });
}

size_t SharedTopics(const Event& a, const Event& b) {
  size_t count = 0;
  for (const Index topic : a.topics) count += Contains(b.topics, topic) ? 1 : 0;
  return count;
}

}  // namespace

std::vector<Seating> SeatingOf(const Dossier& dossier, const Event& event,
                               std::span<const Index> sides) {
  const bool is_meeting = IsMeeting(event, SidesAtTable(dossier, event, sides).size());
  bool all_speak = true;
  for (const Participant& participant : event.actors) {
    const Seat seat = SeatOf(participant, false, false);
    if (seat == Seat::kTakingPart && participant.role != "speaker") all_speak = false;
  }
  constexpr Seat kOrder[] = {Seat::kAtTheTable, Seat::kSpeaking, Seat::kTakingPart,
                             Seat::kJoining,    Seat::kHost,     Seat::kSubject};
  std::vector<Seating> seatings;
  for (const Seat seat : kOrder) {
    Seating seating{seat, {}};
    for (const Participant& participant : event.actors) {
      if (participant.actor >= dossier.actors().size()) continue;
      if (SeatOf(participant, is_meeting, all_speak) == seat)
        seating.participants.push_back(&participant);
    }
    if (!seating.participants.empty()) seatings.push_back(std::move(seating));
  }
  return seatings;
}

std::vector<Index> QuotesGoingIn(const Dossier& dossier, Index event_index,
                                 std::span<const Index> sides, Seconds as_of_s) {
  const Event& event = dossier.events()[event_index];
  const std::vector<Index> at_table = SidesAtTable(dossier, event, sides);
  if (!IsMeeting(event, at_table.size())) return {};
  const Seconds begins_s = event.date.when.earliest();
  std::vector<Index> best(at_table.size(), kNone);
  for (const Index index : dossier.MovesByTime()) {  // so that the last one found is the latest
    const Move& move = dossier.moves()[index];
    const When& when = move.date.when;
    if (move.by.empty() || move.quote.empty() || !KnownAt(move.reported_s, as_of_s)) continue;
    if (when.latest() >= begins_s || when.earliest() < begins_s - kGoingIn_s) continue;
    if (WordCount(dossier.In(move.quote, dossier.data().lang)) > kQuoteWordsAtMost) continue;
    const Index side = sides[move.by[0]];
    const size_t at = std::find(at_table.begin(), at_table.end(), side) - at_table.begin();
    if (at == at_table.size()) continue;
    // What is said to the other side comes before what is said to nobody in particular.
    const bool had_other =
        best[at] != kNone && AddressesOther(dossier.moves()[best[at]], at_table, sides, side);
    if (!had_other || AddressesOther(move, at_table, sides, side)) best[at] = index;
  }
  best.erase(std::remove(best.begin(), best.end(), kNone), best.end());
  if (best.size() < 2) best.clear();
  return best;
}

size_t WordCount(std::string_view text) {
  size_t count = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t';
    if (!is_space && !in_word) ++count;
    in_word = !is_space;
  }
  return count;
}

std::vector<Index> KnownMovesOf(const Dossier& dossier, Index event, Seconds as_of_s,
                                MoveTense tense) {
  std::vector<Index> moves;
  for (const Index index : dossier.MovesOfEvent(event)) {
    const Move& move = dossier.moves()[index];
    if (!KnownAt(move.reported_s, as_of_s)) continue;
    const bool is_expected = move.date.when.earliest() > as_of_s;
    if (is_expected == (tense == MoveTense::kExpected)) moves.push_back(index);
  }
  return moves;
}

std::vector<Index> LeadsBackTo(const Dossier& dossier, Index event_index, Seconds as_of_s) {
  const Event& event = dossier.events()[event_index];
  const auto leads_here = [&](Index other) {
    const Event& earlier = dossier.events()[other];
    return other != event_index && KnownAt(earlier.reported_s, as_of_s) &&
           earlier.date.when->start.latest < event.date.when.earliest();
  };
  std::vector<Index> leads;
  const auto add = [&leads](Index other) {
    if (leads.size() < kLeadsAtMost && !Contains(leads, other)) leads.push_back(other);
  };
  for (const Index move : dossier.MovesOfEvent(event_index)) {
    if (!KnownAt(dossier.moves()[move].reported_s, as_of_s)) continue;
    for (const Index answered : dossier.moves()[move].replies_to) {
      const Index other = dossier.moves()[answered].event;
      if (other != kNone && leads_here(other)) add(other);
    }
  }
  std::vector<Index> related;
  const std::span<const Index> by_time = dossier.EventsByTime();
  const size_t here = std::find(by_time.begin(), by_time.end(), event_index) - by_time.begin();
  for (size_t i = here; i > 0 && here - i < kLookBackEvents; --i) {
    const Index other = by_time[i - 1];
    if (SharedTopics(event, dossier.events()[other]) > 0 && leads_here(other))
      related.push_back(other);
  }
  StableSort(&related, [&](Index a, Index b) {
    const Event& x = dossier.events()[a];
    const Event& y = dossier.events()[b];
    if (x.importance != y.importance) return x.importance > y.importance;
    return SharedTopics(event, x) > SharedTopics(event, y);
  });
  for (const Index other : related) add(other);
  StableSort(&leads, [&](Index a, Index b) {
    return dossier.events()[a].date.when.earliest() < dossier.events()[b].date.when.earliest();
  });
  return leads;
}

}  // namespace demarche
