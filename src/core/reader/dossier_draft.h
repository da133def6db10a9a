// A dossier while it is being read: the lists so far, the things that are open, and the references
// that point forward to things not read yet.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "core/base/arena.h"
#include "core/dossier/dossier.h"
#include "core/reader/finding_log.h"

namespace demarche {

/// What a reference may name: things of one kind, or whatever can be in the focus.
enum class Target : uint8_t { kEvent, kMove, kActor, kTopic, kSource, kPlace, kTrack, kFocus };

/// A citation that is open.
struct OpenCitation {
  Index source = kNone;
  Text locator, quote;
};

struct Draft {
  DossierData data;
  Arena arena;

  /// The thing of each type that is open. None holds another of its own type.
  std::tuple<Source, Place, Actor, Tie, Topic, Track, Event, Move, Story, Step, Choice, Term,
             OpenCitation, Participant>
      open;
  /// The entries so far of the list of each type that is open.
  std::tuple<std::vector<Index>, std::vector<Text>, std::vector<Citation>, std::vector<Participant>,
             std::vector<Choice>, std::vector<Step>, std::vector<Band>>
      lists;

  /// Where the value of "id" begins of the thing that is open.
  size_t id_at = 0;
  IdIndexes ids;

  /// A reference to something not read yet stands in its Index as kForward plus its position here.
  struct ForwardReference {
    std::string_view id;
    Ref found;
    uint32_t at = 0;
    Target target = Target::kEvent;
  };
  static constexpr Index kForward = 0x80000000u;
  std::vector<ForwardReference> forward;

  /// Moves that reply to something, and where they begin.
  std::vector<std::pair<Index, uint32_t>> replies;

  template <class Thing>
  Thing& Open() {
    return std::get<Thing>(open);
  }
  template <class Entry>
  std::vector<Entry>& List() {
    return std::get<std::vector<Entry>>(lists);
  }
};

/// What `id` names, or a place in Draft::forward.
Index Refer(Draft& draft, Target target, std::string_view id, size_t at);
/// The same where the kind is not known from the field.
Ref ReferToFocus(Draft& draft, std::string_view id, size_t at);
/// Whether two of Refer's answers for one target mean the same thing.
bool IsSameReference(const Draft& draft, Index a, Index b);

/// Makes the last thing of the kind's list known by its id; an id used twice is a finding.
void DefineLast(Draft& draft, ItemKind kind, FindingLog* log);

/// Replaces what points forward; what names nothing is a finding (E-REF-UNKNOWN).
void ResolveReferences(Draft& draft, FindingLog* log);

}  // namespace demarche
