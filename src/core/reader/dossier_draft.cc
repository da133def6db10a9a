#include "core/reader/dossier_draft.h"

#include <string>

#include "core/dossier/dossier_items.h"
#include "core/reader/wording.h"

namespace demarche {
namespace {

ItemKind KindOf(Target target) {
  switch (target) {
    case Target::kEvent:
      return ItemKind::kEvent;
    case Target::kMove:
      return ItemKind::kMove;
    case Target::kActor:
      return ItemKind::kActor;
    case Target::kTopic:
      return ItemKind::kTopic;
    case Target::kSource:
      return ItemKind::kSource;
    case Target::kPlace:
      return ItemKind::kPlace;
    case Target::kTrack:
      return ItemKind::kTrack;
    case Target::kFocus:
      return ItemKind::kNothing;
  }
  return ItemKind::kNothing;
}

Ref FindIn(const Draft& draft, ItemKind kind, std::string_view id) {
  const Index index = VisitItems(draft.data, kind, [&](const auto& items) {
    return draft.ids[static_cast<size_t>(kind)].Find(items, id);
  });
  return index == kNone ? Ref{} : Ref{kind, index};
}

Ref Find(const Draft& draft, Target target, std::string_view id) {
  if (target != Target::kFocus) return FindIn(draft, KindOf(target), id);
  for (const ItemKind kind : kFocusKinds) {
    if (const Ref found = FindIn(draft, kind, id)) return found;
  }
  return {};
}

Index AddForward(Draft& draft, Target target, std::string_view id, size_t at) {
  draft.forward.push_back({draft.arena.Copy(id), {}, static_cast<uint32_t>(at), target});
  return Draft::kForward + static_cast<Index>(draft.forward.size() - 1);
}

// ---- What names nothing ----

// Hints cost a comparison with every id; a huge file full of slips gets them for the first ones
// only.
class Hints {
 public:
  explicit Hints(const Draft& draft) : draft_(draft) {}

  std::string For(Target target, std::string_view id) {
    NearestWord nearest(id);
    if (target != Target::kFocus) {
      Offer(KindOf(target), &nearest);
    } else {
      for (const ItemKind kind : kFocusKinds) Offer(kind, &nearest);
    }
    return DidYouMean(nearest.word());
  }

 private:
  void Offer(ItemKind kind, NearestWord* nearest) {
    VisitItems(draft_.data, kind, [&](const auto& items) {
      if (items.size() > comparisons_left_) return;
      comparisons_left_ -= items.size();
      for (const auto& item : items) nearest->Offer(item.id);
    });
  }

  const Draft& draft_;
  size_t comparisons_left_ = 300'000;
};

void ReportUnknown(const Draft::ForwardReference& reference, Hints* hints, FindingLog* log) {
  const bool is_focus = reference.target == Target::kFocus;
  const std::string noun(is_focus ? "event, move, actor or topic"
                                  : NounOf(KindOf(reference.target)));
  log->Error("E-REF-UNKNOWN", reference.at,
             "There is no " + noun + " with the id " + Quoted(reference.id) + ".",
             hints->For(reference.target, reference.id) + "Name the id of " +
                 (noun[0] == 'a' || noun[0] == 'e' ? "an " : "a ") + noun + " of this dossier.");
}

// ---- Putting the answers in ----

class Resolver {
 public:
  explicit Resolver(const Draft& draft) : draft_(draft) {}

  void Resolve(Index* index) const {
    if (const Draft::ForwardReference* reference = ForwardOf(*index)) {
      *index = reference->found.index;
    }
  }
  void Resolve(Ref* ref) const {
    if (const Draft::ForwardReference* reference = ForwardOf(ref->index)) *ref = reference->found;
  }
  // The lists lie in the draft's arena and are const only to their later readers.
  void ResolveList(std::span<const Index> list) const {
    for (const Index& index : list) Resolve(const_cast<Index*>(&index));
  }
  void ResolveList(std::span<const Citation> list) const {
    for (const Citation& citation : list) Resolve(&const_cast<Citation&>(citation).source);
  }
  void ResolveList(std::span<const Participant> list) const {
    for (const Participant& entry : list) Resolve(&const_cast<Participant&>(entry).actor);
  }
  void ResolveList(std::span<const Step> list) const {
    for (const Step& step : list) Resolve(&const_cast<Step&>(step).focus);
  }

 private:
  const Draft::ForwardReference* ForwardOf(Index index) const {
    if (index == kNone || (index & Draft::kForward) == 0) return nullptr;
    return &draft_.forward[index - Draft::kForward];
  }

  const Draft& draft_;
};

void ResolveAll(DossierData& data, const Resolver& resolver) {
  for (Tie& tie : data.ties) {
    resolver.Resolve(&tie.from);
    resolver.Resolve(&tie.to);
    resolver.ResolveList(tie.sources);
  }
  for (Event& event : data.events) {
    resolver.Resolve(&event.track);
    resolver.Resolve(&event.place);
    resolver.ResolveList(event.actors);
    resolver.ResolveList(event.topics);
    resolver.ResolveList(event.sources);
  }
  for (Move& move : data.moves) {
    resolver.Resolve(&move.topic);
    resolver.Resolve(&move.event);
    resolver.ResolveList(move.by);
    resolver.ResolveList(move.to);
    resolver.ResolveList(move.replies_to);
    resolver.ResolveList(move.sources);
  }
  for (Story& story : data.stories) resolver.ResolveList(story.steps);
  for (Term& term : data.glossary) resolver.ResolveList(term.sources);
}

}  // namespace

Index Refer(Draft& draft, Target target, std::string_view id, size_t at) {
  if (const Ref found = Find(draft, target, id)) return found.index;
  return AddForward(draft, target, id, at);
}

Ref ReferToFocus(Draft& draft, std::string_view id, size_t at) {
  // Always late: only when all is read is it sure which of several kinds the id means.
  return {ItemKind::kEvent, AddForward(draft, Target::kFocus, id, at)};
}

bool IsSameReference(const Draft& draft, Index a, Index b) {
  if (a == b) return true;
  // What is not read yet stands at a place of its own for each time it is named.
  const bool both_forward = (a & b & Draft::kForward) != 0;
  return both_forward &&
         draft.forward[a - Draft::kForward].id == draft.forward[b - Draft::kForward].id;
}

void DefineLast(Draft& draft, ItemKind kind, FindingLog* log) {
  VisitItems(draft.data, kind, [&](const auto& items) {
    const std::string_view id = items.back().id;
    if (id.empty()) return;  // a finding already
    const auto last = static_cast<Index>(items.size() - 1);
    if (!draft.ids[static_cast<size_t>(kind)].Add(items, last)) {
      log->Error(
          "E-ID-DUPLICATE", draft.id_at,
          "The id " + Quoted(id) + " is already that of another " + std::string(NounOf(kind)) + ".",
          "Give each " + std::string(NounOf(kind)) + " an id of its own.");
      return;
    }
    if (!CanBeFocus(kind)) return;
    for (const ItemKind other : kFocusKinds) {
      if (other == kind || !FindIn(draft, other, id)) continue;
      log->Warning("W-ID-SHARED", draft.id_at,
                   "The id " + Quoted(id) + " is also that of the " + std::string(NounOf(other)) +
                       " " + Quoted(id) + ", so that a link to it can mean only one of the two.",
                   "Give events, moves, actors and topics different ids.");
    }
  });
}

void ResolveReferences(Draft& draft, FindingLog* log) {
  if (draft.forward.empty()) return;
  Hints hints(draft);
  for (Draft::ForwardReference& reference : draft.forward) {
    reference.found = Find(draft, reference.target, reference.id);
    // An empty id is a finding already.
    if (!reference.found && !reference.id.empty()) ReportUnknown(reference, &hints, log);
  }
  ResolveAll(draft.data, Resolver(draft));
}

}  // namespace demarche
