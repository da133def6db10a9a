// The dossier in memory: read once, immutable, indexed. All strings and lists are views into
// storage that the Dossier owns, so that a million events cost few allocations; they live as long
// as it does.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/arena.h"
#include "core/base/id_index.h"
#include "core/dates/edtf.h"
#include "core/dossier/lane_index.h"
#include "core/dossier/plover.h"
#include "core/dossier/text.h"

namespace demarche {

/// Position of a thing in the vector of its kind; kNone where there is none.
using Index = uint32_t;
inline constexpr Index kNone = 0xffffffffu;

enum class ItemKind : uint8_t {
  kNothing,
  kEvent,
  kMove,
  kActor,
  kTopic,
  kSource,
  kPlace,
  kTrack,
  kStory,
  kTerm
};
inline constexpr size_t kItemKindCount = 10;

/// Names one thing of a dossier.
struct Ref {
  ItemKind kind = ItemKind::kNothing;
  Index index = kNone;
  explicit operator bool() const { return kind != ItemKind::kNothing; }
  friend bool operator==(const Ref&, const Ref&) = default;
};

/// A resolved date in the arena, read as the When that it is. Things of one date share it.
class SharedWhen {
 public:
  SharedWhen() = default;
  SharedWhen(const When& when, Arena* arena)
      : when_(arena->Copy(std::span<const When>(&when, 1)).data()) {}

  operator const When&() const { return *when_; }
  const When* operator->() const { return when_; }
  Seconds earliest() const { return when_->earliest(); }
  Seconds latest() const { return when_->latest(); }
  bool Has(WhenFlag flag) const { return when_->Has(flag); }

 private:
  static constexpr When kNoDate{};
  const When* when_ = &kNoDate;
};

/// A date as written and as resolved.
struct DateText {
  PackedString edtf;
  SharedWhen when;
};

enum class SourceKind : uint8_t { kPrimary, kPress, kReference };
struct Source {
  std::string_view id;
  Text title, publisher, author;
  std::string_view url;                  // http(s) only, else the reader warns and leaves it empty
  std::string_view published, accessed;  // EDTF, may be empty
  SourceKind kind = SourceKind::kReference;
};

/// A claim's reference to a source.
struct Citation {
  Index source = kNone;
  PackedList<Text> passage;  // locator and quote; most citations name the source and no more
  Text locator() const { return passage.empty() ? Text() : passage[0]; }
  Text quote() const { return passage.empty() ? Text() : passage[1]; }
};

struct Place {
  std::string_view id;
  Text name;
  double lat_deg = 0, lon_deg = 0;  // WGS 84
  std::string_view tz;              // IANA zone name
};

enum class ActorKind : uint8_t { kState, kOrganisation, kBody, kPerson, kGroup };
struct Actor {
  std::string_view id;
  Text name, short_name, role;
  ActorKind kind = ActorKind::kGroup;
  std::string_view code;  // CAMEO or ISO 3166
  std::string_view wikidata;
  PackedList<Text> aliases;
  float pin_x = -1, pin_y = -1;  // the author's place in the graph, 0 to 1; negative: none
  bool HasPin() const { return pin_x >= 0 && pin_y >= 0; }
};

enum class TieKind : uint8_t { kMember, kRepresents, kChairs, kPartOf, kPartner };
struct Tie {
  Index from = kNone, to = kNone;  // actors
  TieKind kind = TieKind::kPartner;
  DateText since, until;  // empty edtf: open
  PackedList<Citation> sources;
};

struct Topic {
  std::string_view id;
  Text name, summary;
};

struct Track {
  std::string_view id;
  Text name, group;
  std::string_view colour;
};

enum class Status : uint8_t { kScheduled, kOccurred, kOngoing, kCancelled };
enum class Confidence : uint8_t { kConfirmed, kReported, kAlleged, kDisputed, kDenied };

/// The role of one that becomes a member by an event; any other is free text of the author.
inline constexpr std::string_view kJoining = "joining";
struct Participant {
  Index actor = kNone;
  std::string_view role;
};

struct Event {
  PackedString id;
  Text title, summary;
  DateText date;
  PackedString reported;   // EDTF as written; empty: as `date`
  Seconds reported_s = 0;  // from when on it is known: the earliest second of reported (or date)
  Index track = kNone, place = kNone;
  Status status = Status::kOccurred;
  float importance = 1;  // higher is more important; only the order counts
  PackedList<Participant> actors;
  PackedList<Index> topics;
  PackedList<Citation> sources;
};

/// A démarche: what is said or done by one actor to another.
struct Move {
  PackedString id;
  PackedList<Index> by, to;  // actors; the first of `by` is the side, the others its voices
  PloverType type = PloverType::kConsult;
  std::string_view mode;
  Index topic = kNone, event = kNone;
  DateText date;
  PackedString reported;
  Seconds reported_s = 0;
  Text summary, quote;
  PackedList<Index> replies_to;  // moves
  Confidence confidence = Confidence::kReported;
  PackedList<Citation> sources;

  /// Whether it is by or to an actor.
  bool Involves(Index actor) const;
};

struct Choice {
  Text text;
  bool correct = false;
};
struct Step {
  Text title, text;
  Ref focus;
  std::string_view range, as_of, view;  // as written; empty: unchanged
  Text question, explanation;
  PackedList<Choice> choices;
};
struct Story {
  std::string_view id;
  Text title, audience;
  PackedList<Step> steps;
};

struct Term {
  std::string_view id;
  Text term, definition;
  PackedList<Citation> sources;
};

/// What happened in a band of the author's adaptive axis: [earliest, latest], both included.
using Band = TimeSpan;

/// The whole dossier. Filled by the reader (core/reader/dossier_reader.h) only.
struct DossierData {
  std::string_view id, lang, license, updated;
  Text title, summary;
  DateText as_of;  // empty edtf: everything known
  PackedList<Text> authors;
  std::vector<Source> sources;
  std::vector<Place> places;
  std::vector<Actor> actors;
  std::vector<Tie> ties;
  std::vector<Topic> topics;
  std::vector<Track> tracks;
  std::vector<Event> events;
  std::vector<Move> moves;
  std::vector<Story> stories;
  std::vector<Term> glossary;
  std::vector<Band> bands;
};

using IdIndexes = std::array<IdIndex, kItemKindCount>;  // by kind

class Dossier {
 public:
  /// Takes the data, the arena it points into and the ids of all of its things, and builds the
  /// other indexes, O(n log n).
  Dossier(DossierData data, Arena arena, IdIndexes ids);
  Dossier(Dossier&&) = default;
  Dossier& operator=(Dossier&&) = default;

  const DossierData& data() const { return data_; }
  const std::vector<Event>& events() const { return data_.events; }
  const std::vector<Move>& moves() const { return data_.moves; }
  const std::vector<Actor>& actors() const { return data_.actors; }
  const std::vector<Track>& tracks() const { return data_.tracks; }

  /// The thing of that id (event, move, actor, topic, story, track, place, term, source, tried in
  /// this order); nothing if there is none.
  Ref Find(std::string_view id) const;
  /// Among the things of one kind only, for ids that things of several kinds share; kNone if none.
  Index Find(ItemKind kind, std::string_view id) const;
  /// Whether `ref` names a thing of this dossier.
  bool Holds(Ref ref) const;
  /// The id of a thing; empty for nothing.
  std::string_view IdOf(Ref ref) const;
  /// The date of an event or a move.
  const When& WhenOf(Ref ref) const;
  /// The wording for `lang` (BCP 47; "de-AT" falls back to "de"), else the dossier's language, else
  /// the first one; empty where the text has none.
  std::string_view In(Text text, std::string_view lang) const;

  /// Events by earliest beginning, then latest end, then order in the file.
  std::span<const Index> EventsByTime() const { return events_by_time_; }
  std::span<const Index> MovesByTime() const { return moves_by_time_; }
  /// Moves of an event, of an actor (by or to), events of a track, in time order.
  std::span<const Index> MovesOfEvent(Index event) const;
  std::span<const Index> MovesOfActor(Index actor) const;
  std::span<const Index> EventsOfTrack(Index track) const;
  /// Events that an actor or a topic has to do with, by themselves or by a move of theirs, and
  /// moves, in time order; none with anything else.
  std::span<const Index> EventsWith(Ref actor_or_topic) const;
  std::span<const Index> MovesWith(Ref actor_or_topic) const;
  /// All that stands on the timeline, by lane and time.
  const LaneIndex& lanes() const { return lanes_; }
  /// Moves that reply to this one, in time order.
  std::span<const Index> RepliesTo(Index move) const;
  /// Whether any move replies to another.
  bool HasReplies() const { return !replies_.items.empty(); }
  /// Entries of the lanes that have a move that is a reply or has one; empty where none has.
  const RankBits& LinkedEntries() const { return linked_entries_; }
  /// Ends of the days on which the picture changes (ChangeDaysOf in as_of.h), ascending.
  std::span<const Seconds> ChangeDays() const { return change_days_; }
  /// Earliest and latest finite second of all events and moves; {0,0} if there is none.
  TimeSpan extent() const { return extent_; }
  /// The place of most events, of several the first; kNone where no event has one.
  Index main_place() const { return main_place_; }

 private:
  struct Csr {  // rows of a sparse relation: items[start[i]..start[i+1])
    std::vector<Index> start, items;
    std::span<const Index> Row(Index i) const;
  };
  template <class EmitAll>
  static Csr MakeCsr(size_t row_count, const EmitAll& emit_all);
  void BuildTimeIndexes();
  void BuildRelations();
  void FindLinked();
  void FindMainPlace();

  DossierData data_;
  Arena arena_;
  std::vector<Index> events_by_time_, moves_by_time_;
  Csr moves_of_event_, moves_of_actor_, moves_of_topic_, events_of_track_, replies_;
  Csr events_of_actor_, events_of_topic_;
  IdIndexes ids_;
  LaneIndex lanes_;
  RankBits linked_entries_;
  std::vector<Seconds> change_days_;
  TimeSpan extent_{0, 0};
  Index main_place_ = kNone;
};

}  // namespace demarche
