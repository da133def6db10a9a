#include "core/dossier_shape.h"

#include <limits>
#include <string>
#include <type_traits>
#include <utility>

#include "core/names.h"

namespace demarche {
namespace {

// ---- Forms of strings ----

template <bool (*kIsAllowed)(char)>
bool AllOf(std::string_view text) {
  for (const char c : text) {
    if (!kIsAllowed(c)) return false;
  }
  return true;
}
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsHexDigit(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool IsCodeLetter(char c) { return IsUpper(c) || IsDigit(c); }
bool IsModeLetter(char c) { return IsLower(c) || c == '-'; }
bool IsZoneLetter(char c) {
  return IsUpper(c) || IsLower(c) || IsDigit(c) || c == '_' || c == '+' || c == '-' || c == '/';
}

// Ids stand in links, so they are of what links leave as it is.
bool IsIdLetter(char c) { return IsLower(c) || IsDigit(c) || c == '-'; }
bool IsSourceIdLetter(char c) { return IsIdLetter(c) || IsUpper(c); }

constexpr StringForm kIdForm{
    [](std::string_view s) { return !s.empty() && s[0] != '-' && AllOf<IsIdLetter>(s); },
    "geneva-2022"};
constexpr StringForm kSourceIdForm{
    [](std::string_view s) { return !s.empty() && s[0] != '-' && AllOf<IsSourceIdLetter>(s); },
    "S67"};
constexpr StringForm kZoneForm{[](std::string_view s) {
                                 return !s.empty() && AllOf<IsZoneLetter>(s) && s.front() != '/' &&
                                        s.back() != '/' && s.find("//") == s.npos;
                               },
                               "Europe/Kyiv"};
constexpr StringForm kColourForm{[](std::string_view s) {
                                   return s.size() == 7 && s[0] == '#' &&
                                          AllOf<IsHexDigit>(s.substr(1));
                                 },
                                 "#1f5f8b"};
constexpr StringForm kCodeForm{
    [](std::string_view s) { return s.size() >= 2 && s.size() <= 12 && AllOf<IsCodeLetter>(s); },
    "UKR"};
constexpr StringForm kWikidataForm{[](std::string_view s) {
                                     return s.size() >= 2 && s[0] == 'Q' && s[1] != '0' &&
                                            AllOf<IsDigit>(s.substr(1));
                                   },
                                   "Q212"};
constexpr StringForm kModeForm{
    [](std::string_view s) { return !s.empty() && IsLower(s[0]) && AllOf<IsModeLetter>(s); },
    "third-party"};

// ---- Rows: a key, a type, and the member that the value goes to ----

template <auto kMember>
struct Member;
template <class T, class V, V T::*kMember>
struct Member<kMember> {
  using Thing = T;
  static V& Of(void* thing) { return static_cast<T*>(thing)->*kMember; }
};

// A row whose value is stored as what `Take` makes of it.
template <auto kMember, auto kTake>
constexpr Field Row(std::string_view key, ValueType type, Need need) {
  Field field;
  field.key = key;
  field.type = type;
  field.need = need;
  field.store = [](Draft& draft, void* thing, const Value& value) {
    Member<kMember>::Of(thing) = kTake(draft, value);
  };
  return field;
}

std::string_view TakeString(Draft&, const Value& value) { return value.string; }
std::string_view TakeEdtf(Draft&, const Value& value) { return value.date.edtf; }
Text TakeText(Draft&, const Value& value) { return value.text; }
DateText TakeDate(Draft&, const Value& value) { return value.date; }
Index TakeIndex(Draft&, const Value& value) { return value.index; }
Ref TakeRef(Draft&, const Value& value) { return value.ref; }
bool TakeBool(Draft&, const Value& value) { return value.number != 0; }
template <class Number>
Number TakeNumber(Draft&, const Value& value) {
  return static_cast<Number>(value.number);
}
template <class Enum>
Enum TakeEnum(Draft&, const Value& value) {
  return static_cast<Enum>(static_cast<int>(value.number));
}
template <class Entry>
std::span<const Entry> TakeList(Draft& draft, const Value&) {
  std::vector<Entry>& list = draft.List<Entry>();
  const std::span<const Entry> taken = draft.arena.Copy(std::span<const Entry>(list));
  list.clear();
  return taken;
}

template <auto kMember>
constexpr Field TextField(std::string_view key, Need need = Need::kOptional) {
  return Row<kMember, TakeText>(key, ValueType::kText, need);
}
template <auto kMember>
constexpr Field TextListField(std::string_view key, Need need = Need::kOptional) {
  return Row<kMember, TakeList<Text>>(key, ValueType::kTextList, need);
}
template <auto kMember>
constexpr Field StringField(std::string_view key, Need need = Need::kOptional,
                            const StringForm* form = nullptr) {
  Field field = Row<kMember, TakeString>(key, ValueType::kString, need);
  field.form = form;
  return field;
}
template <auto kMember>
constexpr Field IdField(const StringForm* form = &kIdForm) {
  Field field = Row<kMember, TakeString>("id", ValueType::kId, Need::kRequired);
  field.form = form;
  return field;
}
template <auto kMember>
constexpr Field DateField(std::string_view key, Need need = Need::kOptional) {
  return Row<kMember, TakeDate>(key, ValueType::kDate, need);
}
// A date of which the model keeps only what was written.
template <auto kMember>
constexpr Field EdtfField(std::string_view key, Need need = Need::kOptional,
                          ValueType type = ValueType::kDate) {
  return Row<kMember, TakeEdtf>(key, type, need);
}
template <auto kMember, class Number>
constexpr Field NumberField(std::string_view key, Need need, double min, double max) {
  Field field = Row<kMember, TakeNumber<Number>>(key, ValueType::kNumber, need);
  field.min = min;
  field.max = max;
  return field;
}
template <auto kMember, class Enum, size_t kCount>
constexpr Field EnumField(std::string_view key, Need need,
                          const std::string_view (&names)[kCount]) {
  Field field = Row<kMember, TakeEnum<Enum>>(key, ValueType::kEnum, need);
  field.names = names;
  return field;
}
template <auto kMember>
constexpr Field ReferenceField(std::string_view key, Need need, Target target) {
  Field field = Row<kMember, TakeIndex>(key, ValueType::kReference, need);
  field.target = target;
  return field;
}
template <auto kMember>
constexpr Field ReferenceListField(std::string_view key, Need need, Target target,
                                   uint8_t min_entries = 0,
                                   ValueType type = ValueType::kReferenceList) {
  Field field = Row<kMember, TakeList<Index>>(key, type, need);
  field.target = target;
  field.min_entries = min_entries;
  return field;
}
template <auto kMember, class Entry>
constexpr Field ListField(std::string_view key, Need need, const Shape& shape,
                          uint8_t min_entries = 0) {
  Field field = Row<kMember, TakeList<Entry>>(key, ValueType::kObjectList, need);
  field.shape = &shape;
  field.min_entries = min_entries;
  return field;
}
// A list whose things put themselves into the dossier when they are complete.
constexpr Field SectionField(std::string_view key, const Shape& shape) {
  Field field;
  field.key = key;
  field.type = ValueType::kObjectList;
  field.shape = &shape;
  return field;
}
constexpr Field ObjectField(std::string_view key, const Shape& shape) {
  Field field;
  field.key = key;
  field.type = ValueType::kObject;
  field.shape = &shape;
  return field;
}
// From when on something is known; without it, from its date on.
template <class Thing>
constexpr Field ReportedField() {
  Field field;
  field.key = "reported";
  field.type = ValueType::kDate;
  field.store = [](Draft&, void* thing, const Value& value) {
    static_cast<Thing*>(thing)->reported = value.date.edtf;
    static_cast<Thing*>(thing)->reported_s = value.date.when.earliest();
  };
  return field;
}

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
    ReferenceField<&Citation::source>("id", kRequired, Target::kSource),
    TextField<&Citation::locator>("locator"),
    TextField<&Citation::quote>("quote"),
};
constexpr Shape kCitation{"a citation", kCitationFields, OpenNew<Citation>, CloseEntry<Citation>};

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
    TextField<&Track::group>("group"),
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

constexpr Field kStepFields[] = {
    TextField<&Step::title>("title", kRequired),
    TextField<&Step::text>("text", kRequired),
    Row<&Step::focus, TakeRef>("focus", ValueType::kFocus, kOptional),
    EdtfField<&Step::range>("range", kOptional, ValueType::kRange),
    EdtfField<&Step::as_of>("as_of"),
    // Kept as written: View belongs to the state, not to the dossier.
    [] {
      Field field = StringField<&Step::view>("view");
      field.type = ValueType::kEnum;
      field.names = std::span(kViewNames).subspan(1);  // a step that says nothing leaves it
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
