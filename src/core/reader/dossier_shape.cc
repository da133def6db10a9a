#include "core/reader/dossier_shape.h"

#include <limits>
#include <string>
#include <type_traits>
#include <utility>

#include "core/reader/dossier_fields.h"
#include "core/state/state_names.h"

namespace demarche {
namespace {

// ---- Opening and closing ----

template <class Thing>
void* OpenNew(Draft& draft) {
  return &(draft.Open<Thing>() = Thing{});
}
// An object that only groups members of the thing around it.
template <class Thing>
void* OpenAround(Draft& draft) {
  return &draft.Open<Thing>();
}
void* OpenDossier(Draft& draft) { return &draft.data; }
void CloseNothing(Draft&, size_t, FindingLog*) {}

template <class Entry>
void CloseEntry(Draft& draft, size_t, FindingLog*) {
  draft.List<Entry>().push_back(draft.Open<Entry>());
}

void CloseCitation(Draft& draft, size_t, FindingLog*) {
  const OpenCitation& open = draft.Open<OpenCitation>();
  Citation citation{open.source, {}};
  if (!open.locator.empty() || !open.quote.empty()) {
    const Text passage[] = {open.locator, open.quote};
    citation.passage = draft.arena.Copy(std::span<const Text>(passage));
  }
  draft.List<Citation>().push_back(citation);
}

template <auto kList, ItemKind kKind>
void CloseItem(Draft& draft, size_t, FindingLog* log) {
  auto& list = draft.data.*kList;
  using Item = typename std::remove_reference_t<decltype(list)>::value_type;
  list.push_back(draft.Open<Item>());
  DefineLast(draft, kKind, log);
}

template <class Thing>
void KnownFromItsDate(Thing& thing) {
  if (thing.reported.empty()) thing.reported_s = thing.date.when.earliest();
}

void CloseEvent(Draft& draft, size_t at, FindingLog* log) {
  KnownFromItsDate(draft.Open<Event>());
  CloseItem<&DossierData::events, ItemKind::kEvent>(draft, at, log);
}

void CloseMove(Draft& draft, size_t at, FindingLog* log) {
  KnownFromItsDate(draft.Open<Move>());
  if (!draft.Open<Move>().replies_to.empty()) {
    draft.replies.emplace_back(static_cast<Index>(draft.data.moves.size()),
                               static_cast<uint32_t>(at));
  }
  CloseItem<&DossierData::moves, ItemKind::kMove>(draft, at, log);
}

void CloseTie(Draft& draft, size_t at, FindingLog* log) {
  const Tie& tie = draft.Open<Tie>();
  const bool has_both = !tie.since.edtf.empty() && !tie.until.edtf.empty();
  if (has_both && tie.until.when.latest() < tie.since.when.earliest()) {
    log->Error("E-DATE-ORDER", at,
               "This tie ends (" + std::string(tie.until.edtf) + ") before it begins (" +
                   std::string(tie.since.edtf) + ").",
               "Let \"until\" be the same date as \"since\" or a later one.");
  }
  draft.data.ties.push_back(tie);
}

void CloseQuestion(Draft& draft, size_t at, FindingLog* log) {
  size_t correct = 0;
  for (const Choice& choice : draft.Open<Step>().choices) correct += choice.correct ? 1 : 0;
  if (correct > 0) return;
  log->Warning("W-QUESTION-ANSWER", at, "None of the choices of this question is the right one.",
               "Mark at least one with \"correct\": true.");
}

// ---- The tables ----

constexpr Need kOptional = Need::kOptional;
constexpr Need kWanted = Need::kWanted;
constexpr Need kRequired = Need::kRequired;
constexpr double kAnyNumber = std::numeric_limits<float>::max();

constexpr Field kCitationFields[] = {
    ReferenceField<&OpenCitation::source>("id", kRequired, Target::kSource),
    TextField<&OpenCitation::locator>("locator"),
    TextField<&OpenCitation::quote>("quote"),
};
constexpr Shape kCitation{"a citation", kCitationFields, OpenNew<OpenCitation>, CloseCitation};

template <auto kMember>
constexpr Field SourcesField(Need need = kRequired, uint8_t min_entries = 1) {
  return ListField<kMember, Citation>("sources", need, kCitation, min_entries);
}

constexpr Field kSourceFields[] = {
    IdField<&Source::id>(&kSourceIdForm),
    TextField<&Source::title>("title", kRequired),
    TextField<&Source::publisher>("publisher", kRequired),
    TextField<&Source::author>("author"),
    Row<&Source::url, TakeString>("url", ValueType::kUrl, kOptional),
    EdtfField<&Source::published>("published"),
    EdtfField<&Source::accessed>("accessed"),
    EnumField<&Source::kind, SourceKind>("kind", kRequired, kSourceKindNames),
};
constexpr Shape kSource{"a source", kSourceFields, OpenNew<Source>,
                        CloseItem<&DossierData::sources, ItemKind::kSource>};

constexpr Field kPlaceFields[] = {
    IdField<&Place::id>(),
    TextField<&Place::name>("name", kRequired),
    NumberField<&Place::lat_deg, double>("lat", kRequired, -90, 90),
    NumberField<&Place::lon_deg, double>("lon", kRequired, -180, 180),
    StringField<&Place::tz>("tz", kRequired, &kZoneForm),
};
constexpr Shape kPlace{"a place", kPlaceFields, OpenNew<Place>,
                       CloseItem<&DossierData::places, ItemKind::kPlace>};

constexpr Field kPinFields[] = {
    NumberField<&Actor::pin_x, float>("x", kRequired, 0, 1),
    NumberField<&Actor::pin_y, float>("y", kRequired, 0, 1),
};
constexpr Shape kPin{"a pin", kPinFields, OpenAround<Actor>, CloseNothing};

constexpr Field kActorFields[] = {
    IdField<&Actor::id>(),
    TextField<&Actor::name>("name", kRequired),
    TextField<&Actor::short_name>("short"),
    EnumField<&Actor::kind, ActorKind>("kind", kRequired, kActorKindNames),
    StringField<&Actor::code>("code", kOptional, &kCodeForm),
    StringField<&Actor::wikidata>("wikidata", kOptional, &kWikidataForm),
    TextField<&Actor::role>("role"),
    TextListField<&Actor::aliases>("aliases"),
    ObjectField("pin", kPin),
};
constexpr Shape kActor{"an actor", kActorFields, OpenNew<Actor>,
                       CloseItem<&DossierData::actors, ItemKind::kActor>};

constexpr Field kTieFields[] = {
    ReferenceField<&Tie::from>("from", kRequired, Target::kActor),
    ReferenceField<&Tie::to>("to", kRequired, Target::kActor),
    EnumField<&Tie::kind, TieKind>("kind", kRequired, kTieKindNames),
    DateField<&Tie::since>("since"),
    DateField<&Tie::until>("until"),
    SourcesField<&Tie::sources>(),
};
constexpr Shape kTie{"a tie", kTieFields, OpenNew<Tie>, CloseTie};

constexpr Field kTopicFields[] = {
    IdField<&Topic::id>(),
    TextField<&Topic::name>("name", kRequired),
    TextField<&Topic::summary>("summary"),
};
constexpr Shape kTopic{"a topic", kTopicFields, OpenNew<Topic>,
                       CloseItem<&DossierData::topics, ItemKind::kTopic>};

constexpr Field kTrackFields[] = {
    IdField<&Track::id>(),
    TextField<&Track::name>("name", kRequired),
    GroupField<&Track::group>("group"),
    StringField<&Track::colour>("colour", kOptional, &kColourForm),
};
constexpr Shape kTrack{"a track", kTrackFields, OpenNew<Track>,
                       CloseItem<&DossierData::tracks, ItemKind::kTrack>};

constexpr Field kParticipantFields[] = {
    ReferenceField<&Participant::actor>("id", kRequired, Target::kActor),
    StringField<&Participant::role>("role", kWanted),
};
constexpr Shape kParticipant{"a participant", kParticipantFields, OpenNew<Participant>,
                             CloseEntry<Participant>};

constexpr Field kEventFields[] = {
    IdField<&Event::id>(),
    TextField<&Event::title>("title", kRequired),
    TextField<&Event::summary>("summary", kWanted),
    DateField<&Event::date>("date", kRequired),
    ReferenceField<&Event::place>("place", kOptional, Target::kPlace),
    ReferenceField<&Event::track>("track", kRequired, Target::kTrack),
    ListField<&Event::actors, Participant>("actors", kOptional, kParticipant),
    EnumField<&Event::status, Status>("status", kRequired, kStatusNames),
    ReportedField<Event>(),
    NumberField<&Event::importance, float>("importance", kOptional, 0, kAnyNumber),
    ReferenceListField<&Event::topics>("topics", kOptional, Target::kTopic),
    SourcesField<&Event::sources>(),
};
constexpr Shape kEvent{"an event", kEventFields, OpenNew<Event>, CloseEvent};

constexpr Field kMoveFields[] = {
    IdField<&Move::id>(),
    ReferenceListField<&Move::by>("by", kRequired, Target::kActor, 1),
    ReferenceListField<&Move::to>("to", kRequired, Target::kActor),
    EnumField<&Move::type, PloverType>("type", kRequired, kPloverNames),
    StringField<&Move::mode>("mode", kOptional, &kModeForm),
    ReferenceField<&Move::topic>("topic", kOptional, Target::kTopic),
    DateField<&Move::date>("date", kRequired),
    ReportedField<Move>(),
    ReferenceField<&Move::event>("event", kOptional, Target::kEvent),
    TextField<&Move::summary>("summary", kRequired),
    TextField<&Move::quote>("quote"),
    ReferenceListField<&Move::replies_to>("replies_to", kOptional, Target::kMove, 1,
                                          ValueType::kReferenceOrList),
    EnumField<&Move::confidence, Confidence>("confidence", kRequired, kConfidenceNames),
    SourcesField<&Move::sources>(),
};
constexpr Shape kMove{"a move", kMoveFields, OpenNew<Move>, CloseMove};

constexpr Field kChoiceFields[] = {
    TextField<&Choice::text>("text", kRequired),
    Row<&Choice::correct, TakeBool>("correct", ValueType::kBool, kOptional),
};
constexpr Shape kChoice{"a choice", kChoiceFields, OpenNew<Choice>, CloseEntry<Choice>};

constexpr Field kQuestionFields[] = {
    TextField<&Step::question>("text", kRequired),
    ListField<&Step::choices, Choice>("choices", kRequired, kChoice, 2),
    TextField<&Step::explanation>("explanation"),
};
constexpr Shape kQuestion{"a question", kQuestionFields, OpenAround<Step>, CloseQuestion};

// A step that says nothing of the view leaves it.
constexpr std::span kNamedViews = std::span(kViewNames).subspan(1);
std::string_view TakeViewName(Draft&, const Value& value) {
  return kNamedViews[static_cast<size_t>(value.number)];
}

constexpr Field kStepFields[] = {
    TextField<&Step::title>("title", kRequired),
    TextField<&Step::text>("text", kRequired),
    Row<&Step::focus, TakeRef>("focus", ValueType::kFocus, kOptional),
    EdtfField<&Step::range>("range", kOptional, ValueType::kRange),
    EdtfField<&Step::as_of>("as_of"),
    // Kept as written: View belongs to the state, not to the dossier.
    [] {
      Field field = Row<&Step::view, TakeViewName>("view", ValueType::kEnum, kOptional);
      field.names = kNamedViews;
      return field;
    }(),
    ObjectField("question", kQuestion),
};
constexpr Shape kStep{"a step", kStepFields, OpenNew<Step>, CloseEntry<Step>};

constexpr Field kStoryFields[] = {
    IdField<&Story::id>(),
    TextField<&Story::title>("title", kRequired),
    TextField<&Story::audience>("audience"),
    ListField<&Story::steps, Step>("steps", kRequired, kStep, 1),
};
constexpr Shape kStory{"a story", kStoryFields, OpenNew<Story>,
                       CloseItem<&DossierData::stories, ItemKind::kStory>};

constexpr Field kTermFields[] = {
    IdField<&Term::id>(),
    TextField<&Term::term>("term", kRequired),
    TextField<&Term::definition>("definition", kRequired),
    SourcesField<&Term::sources>(kOptional, 0),
};
constexpr Shape kTerm{"a term", kTermFields, OpenNew<Term>,
                      CloseItem<&DossierData::glossary, ItemKind::kTerm>};

constexpr Field kAxisFields[] = {
    [] {
      Field field;
      field.key = "bands";
      field.type = ValueType::kBandList;
      field.need = kRequired;
      field.min_entries = 2;
      field.store = [](Draft& draft, void*, const Value&) {
        draft.data.bands = std::move(draft.List<Band>());
      };
      return field;
    }(),
};
constexpr Shape kAxis{"the axis", kAxisFields, OpenDossier, CloseNothing};

constexpr Field kDossierFields[] = {
    {.key = "$schema"},
    {.key = "format", .type = ValueType::kFormat, .need = kRequired},
    IdField<&DossierData::id>(),
    TextField<&DossierData::title>("title", kRequired),
    TextField<&DossierData::summary>("summary", kWanted),
    Row<&DossierData::lang, TakeString>("lang", ValueType::kLanguage, kRequired),
    DateField<&DossierData::as_of>("as_of", kWanted),
    StringField<&DossierData::license>("license", kWanted),
    TextListField<&DossierData::authors>("authors", kWanted),
    EdtfField<&DossierData::updated>("updated", kWanted),
    ObjectField("axis", kAxis),
    SectionField("sources", kSource),
    SectionField("places", kPlace),
    SectionField("actors", kActor),
    SectionField("ties", kTie),
    SectionField("topics", kTopic),
    SectionField("tracks", kTrack),
    SectionField("events", kEvent),
    SectionField("moves", kMove),
    SectionField("stories", kStory),
    SectionField("glossary", kTerm),
};
constexpr Shape kDossier{"the dossier", kDossierFields, OpenDossier, CloseNothing};

}  // namespace

const Shape& DossierShape() { return kDossier; }

}  // namespace demarche
