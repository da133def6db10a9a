#include "core/state/permalink.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/language_tag.h"
#include "core/base/percent.h"
#include "core/dates/civil.h"
#include "core/state/lanes.h"
#include "core/state/lens.h"
#include "core/state/link_list.h"
#include "core/state/query.h"
#include "core/state/state_names.h"
#include "core/state/zone.h"

namespace demarche {
namespace {

enum Key : uint8_t {
  kView,
  kAxis,
  kLinks,
  kRange,
  kAsOf,
  kFocus,
  kEdge,
  kStory,
  kStep,
  kTheme,
  kLang,
  kControls,
  kTab,
  kQuery,
  kGroup,
  kZone,
  kLanes,
  kFold,
  kCamera,
  kPins,
  kLens,
  kPeople,
  kMembers,
  kKeyCount
};
constexpr std::array<std::string_view, kKeyCount> kKeyNames = {
    "view",  "axis",  "links",  "range",    "as-of", "focus",  "edge",   "story",
    "step",  "theme", "lang",   "controls", "tab",   "q",      "group",  "zone",
    "lanes", "fold",  "camera", "pins",     "lens",  "people", "members"};

// No honest link comes near these.
constexpr size_t kLongestLink = 16 * 1024;
constexpr size_t kLongestValue = 1024;
constexpr size_t kLongestList = 8 * 1024;  // of a few hundred tracks

constexpr TimeSpan kEverything{kTimeMin, kTimeMax};
constexpr std::string_view kOpen = "..";
constexpr std::string_view kPlaceZone = "place";

// ---- Values to text ----

enum class Unit : uint8_t { kDay, kSecond };

std::string TimeText(Seconds t, Unit unit) {
  if (t <= kTimeMin || t >= kTimeMax) return std::string(kOpen);
  const int64_t year = CivilFromDays(FloorDiv(t, kSecondsPerDay)).year;
  // EDTF names days of years of four digits only; farther away a year is near enough.
  constexpr int64_t kLastYear = 9999;
  if (year > kLastYear || year < -kLastYear) return "Y" + std::to_string(year);
  std::string text = IsoUtc(t);
  if (year < 0) text.erase(1, 2);  // ISO 8601 has six digits there
  if (unit == Unit::kDay) text.resize(text.find('T'));
  return text;
}

bool IsFirstSecondOfDay(Seconds t) {
  return t <= kTimeMin || FloorDiv(t, kSecondsPerDay) * kSecondsPerDay == t;
}
bool IsLastSecondOfDay(Seconds t) { return t >= kTimeMax || IsFirstSecondOfDay(t + 1); }

std::string RangeText(const TimeSpan& range) {
  if (range == kEverything) return {};
  const bool whole_days = IsFirstSecondOfDay(range.earliest) && IsLastSecondOfDay(range.latest);
  const Unit unit = whole_days ? Unit::kDay : Unit::kSecond;
  const std::string first = TimeText(range.earliest, unit), last = TimeText(range.latest, unit);
  return first == last ? first : first + "/" + last;
}

std::string AsOfText(Seconds t) {
  return TimeText(t, IsLastSecondOfDay(t) ? Unit::kDay : Unit::kSecond);
}

std::string EdgeText(const Dossier& dossier, const EdgeKey& edge) {
  if (!edge) return {};
  std::string out(dossier.IdOf({ItemKind::kActor, edge.from}));
  out += '~';
  out += dossier.IdOf({ItemKind::kActor, edge.to});
  out += '~';
  out += static_cast<char>('1' + static_cast<int>(edge.quad));
  return out;
}

std::string LanesText(const Dossier& dossier, std::span<const Index> lanes) {
  std::string text;
  for (const Index track : lanes) AppendPart(dossier.IdOf({ItemKind::kTrack, track}), &text);
  return text;
}

std::string FoldText(std::span<const std::string> folded) {
  std::string text;
  for (const std::string& group : folded) AppendPart(group, &text);
  return text;
}

// ---- Numbers from 0 to 999, to six decimals ----

std::string NumberText(float number) {
  constexpr uint32_t kParts = 1'000'000;
  const auto parts = static_cast<uint32_t>(static_cast<double>(number) * kParts + 0.5);
  std::string decimals = std::to_string(kParts + parts % kParts).substr(1);
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  const std::string whole = std::to_string(parts / kParts);
  return decimals.empty() ? whole : whole + '.' + decimals;
}

std::optional<float> NumberFrom(std::string_view text) {
  const size_t point = std::min(text.find('.'), text.size());
  constexpr size_t kMostWhole = 3, kMostDecimals = 6;
  if (point == 0 || point > kMostWhole || text.size() > point + 1 + kMostDecimals) return {};
  double number = 0, worth = 1;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i == point) continue;
    if (text[i] < '0' || text[i] > '9') return {};
    if (i > point) worth /= 10;
    const double digit = text[i] - '0';
    number = i > point ? number + digit * worth : number * 10 + digit;
  }
  return static_cast<float>(number);
}

std::string CameraText(const GraphCamera& camera) {
  if (camera == GraphCamera{}) return {};
  return NumberText(camera.x) + ',' + NumberText(camera.y) + ',' + NumberText(camera.zoom);
}

std::string PinsText(const Dossier& dossier, std::span<const NodePin> pins) {
  std::string text;
  for (const NodePin& pin : pins) {
    AppendPart(dossier.IdOf({ItemKind::kActor, pin.actor}), &text);
    text += ':' + NumberText(pin.at.x) + ':' + NumberText(pin.at.y);
  }
  return text;
}

std::string ValueText(const Dossier& dossier, const AppState& state, Key key) {
  switch (key) {
    case kView:
      return std::string(NameOf(state.view));
    case kAxis:
      return std::string(NameOf(state.axis));
    case kLinks:
      return std::string(NameOf(state.links));
    case kRange:
      return RangeText(state.range);
    case kAsOf:
      return AsOfText(state.as_of_s);
    case kFocus:
      return std::string(dossier.IdOf(state.focus));
    case kEdge:
      return EdgeText(dossier, state.edge);
    case kStory:
      return std::string(dossier.IdOf({ItemKind::kStory, state.story}));
    case kStep:
      return state.step == 0 ? std::string() : std::to_string(state.step);
    case kTheme:
      return std::string(NameOf(state.theme));
    case kLang:
      return state.lang;
    case kControls:
      return std::string(NameOf(state.controls));
    case kTab:
      return std::string(NameOf(state.tab));
    case kQuery:
      return state.query;
    case kGroup:
      return state.group;
    case kZone:
      return state.zone;
    case kLanes:
      return LanesText(dossier, state.lanes);
    case kFold:
      return FoldText(state.folded);
    case kCamera:
      return CameraText(state.camera);
    case kPins:
      return PinsText(dossier, state.pins);
    case kLens:
      return LensText(dossier, state.scope.lens);
    case kPeople:
      return std::string(NameOf(state.scope.people));
    case kMembers:
      return std::string(NameOf(state.scope.members));
    case kKeyCount:
      break;
  }
  return {};
}

// ---- Text to values; each leaves the state alone where the text is not valid ----

void ApplyRange(std::string_view value, AppState* state) {
  if (value.empty()) {
    state->range = kEverything;
    return;
  }
  const Result<When> when = ResolveEdtf(value);
  if (!when.ok()) return;
  const TimeSpan range{when.value().earliest(), when.value().latest()};
  if (range.earliest < range.latest) state->range = range;
}

void ApplyAsOf(const AppState& initial, std::string_view value, AppState* state) {
  if (value.empty()) {
    state->as_of_s = initial.as_of_s;
  } else if (value == kOpen) {
    state->as_of_s = kTimeMax;
  } else if (const Result<When> when = ResolveEdtf(value); when.ok()) {
    state->as_of_s = when.value().latest();
  }
}

void ApplyFocus(const Dossier& dossier, std::string_view value, AppState* state) {
  const Ref item = dossier.Find(value);
  if (value.empty() || item) *state = Reduce(dossier, *state, Select{item});
}

void ApplyEdge(const Dossier& dossier, std::string_view value, AppState* state) {
  if (value.empty()) {
    state->edge = {};
    return;
  }
  // Ids may hold a `~`, so every place where the two could part is tried.
  if (value.size() < 5 || value[value.size() - 2] != '~') return;
  const char quad = value.back();
  if (quad < '1' || quad > '4') return;
  const std::string_view ids = value.substr(0, value.size() - 2);
  for (size_t at = ids.find('~'); at != std::string_view::npos; at = ids.find('~', at + 1)) {
    const Index from = dossier.Find(ItemKind::kActor, ids.substr(0, at));
    const Index to = dossier.Find(ItemKind::kActor, ids.substr(at + 1));
    if (from == kNone || to == kNone) continue;
    state->edge = {from, to, static_cast<QuadClass>(quad - '1')};
    return;
  }
}

void ApplyLanes(const Dossier& dossier, std::string_view value, AppState* state) {
  std::vector<Index> tracks;
  if (!value.empty()) {
    for (const std::string& id : PartsOf(value))
      tracks.push_back(dossier.Find(ItemKind::kTrack, id));
  }
  *state = Reduce(dossier, *state, SetLanes{std::move(tracks)});
}

void ApplyFold(const Dossier& dossier, std::string_view value, AppState* state) {
  std::vector<std::string> folded;
  for (const std::string& group : PartsOf(value))
    folded = WithFold(dossier, folded, group, Fold::kFolded);
  if (value.empty() || !folded.empty()) state->folded = std::move(folded);
}

void ApplyLens(const Dossier& dossier, std::string_view value, AppState* state) {
  Lens lens;
  if (!value.empty()) {
    const size_t colon = value.find(':');
    const std::optional<LensKind> kind = EnumFrom<LensKind>(kLensNames, value.substr(0, colon));
    if (!kind || *kind == LensKind::kAll || colon == std::string_view::npos) return;
    const std::vector<std::string> ids = PartsOf(value.substr(colon + 1));
    if (ids.size() != (*kind == LensKind::kPair ? 2 : 1)) return;
    lens = {*kind, dossier.Find(KindOf(*kind), ids.front()), kNone};
    if (ids.size() == 2) lens.b = dossier.Find(KindOf(*kind), ids.back());
  }
  *state = Reduce(dossier, *state, SetLens{lens});
}

void ApplyCamera(const Dossier& dossier, std::string_view value, AppState* state) {
  GraphCamera camera;
  if (!value.empty()) {
    const std::vector<std::string> parts = PartsOf(value);
    if (parts.size() != 3) return;
    const auto x = NumberFrom(parts[0]), y = NumberFrom(parts[1]), zoom = NumberFrom(parts[2]);
    if (!x || !y || !zoom || *zoom < 1) return;
    camera = {*x, *y, *zoom};
  }
  *state = Reduce(dossier, *state, SetCamera{camera});
}

void ApplyPins(const Dossier& dossier, std::string_view value, AppState* state) {
  std::vector<NodePin> pins;
  if (!value.empty()) {
    for (const std::string_view part : PartsOf(value)) {
      const size_t y_at = part.rfind(':');
      const size_t x_at = y_at == 0 ? part.npos : part.substr(0, y_at).rfind(':');
      if (x_at == part.npos || y_at == part.npos) continue;
      const Index actor = dossier.Find(ItemKind::kActor, part.substr(0, x_at));
      const auto x = NumberFrom(part.substr(x_at + 1, y_at - x_at - 1));
      const auto y = NumberFrom(part.substr(y_at + 1));
      if (actor != kNone && x && y) pins.push_back({actor, {*x, *y}});
    }
    if (pins.empty()) return;
  }
  *state = Reduce(dossier, *state, PinNodes{std::move(pins)});
}

std::optional<uint32_t> StepFrom(std::string_view value) {
  constexpr size_t kLongestNumber = 9;
  if (value.empty() || value.size() > kLongestNumber) return std::nullopt;
  uint32_t number = 0;
  for (const char c : value) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<uint32_t>(c - '0');
  }
  return number;
}

using Values = std::array<std::optional<std::string>, kKeyCount>;

// Story and step are one place: `story` alone is its first step, `step` alone one of the open
// story.
void ApplyStory(const Dossier& dossier, const Values& values, AppState* state) {
  if (!values[kStory] && !values[kStep]) return;
  if (values[kStory] && values[kStory]->empty()) {
    *state = Reduce(dossier, *state, OpenStory{kNone, 0});
    return;
  }
  const Index story =
      values[kStory] ? dossier.Find(ItemKind::kStory, *values[kStory]) : state->story;
  if (story == kNone) return;
  // A step that is not one leaves the story at its beginning, or where it stands.
  const uint32_t fallback = story == state->story ? state->step : 1;
  uint32_t step = values[kStep] ? StepFrom(*values[kStep]).value_or(fallback) : fallback;
  if (step < 1 || step > dossier.data().stories[story].steps.size()) step = fallback;
  if (story == state->story && step == state->step) return;
  *state = Reduce(dossier, *state, OpenStory{story, step});
}

template <class Enum, size_t kCount>
void ApplyEnum(const std::optional<std::string>& value, const std::string_view (&names)[kCount],
               Enum* field) {
  if (value) *field = value->empty() ? Enum{} : EnumFrom<Enum>(names, *value).value_or(*field);
}

Values ReadValues(std::string_view text) {
  Values values;
  if (!text.empty() && (text.front() == '#' || text.front() == '?')) text.remove_prefix(1);
  if (text.size() > kLongestLink) return values;
  while (!text.empty()) {
    const size_t end = text.find('&');
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    for (size_t key = 0; key < kKeyCount; ++key) {
      if (kKeyNames[key] != pair.substr(0, equals)) continue;
      const bool is_list = key == kLanes || key == kFold || key == kPins;
      const size_t longest = is_list ? kLongestList : kLongestValue;
      if (pair.size() - equals > longest) continue;
      std::optional<std::string> value = PercentDecoded(pair.substr(equals + 1));
      if (value) values[key] = std::move(value);
    }
  }
  return values;
}

}  // namespace

std::string PermalinkOf(const Dossier& dossier, const AppState& state) {
  // In a story only what the reader has moved away from its step needs saying.
  const AppState initial = InitialState(dossier);
  const AppState base = Reduce(dossier, initial, OpenStory{state.story, state.step});
  std::string link;
  for (int k = 0; k < kKeyCount; ++k) {
    const Key key = static_cast<Key>(k);
    const std::string value = ValueText(dossier, state, key);
    const std::string initial_value = ValueText(dossier, initial, key);
    const bool is_place = key == kStory || key == kStep;
    if (value == (is_place ? initial_value : ValueText(dossier, base, key))) continue;
    if (!link.empty()) link += '&';
    link += kKeyNames[key];
    link += '=';
    if (value != initial_value) AppendPercentEncoded(value, &link);
  }
  return link;
}

std::string FullPermalinkOf(const Dossier& dossier, const AppState& state) {
  std::string link;
  for (int k = 0; k < kKeyCount; ++k) {
    if (k > 0) link += '&';
    link += kKeyNames[k];
    link += '=';
    AppendPercentEncoded(ValueText(dossier, state, static_cast<Key>(k)), &link);
  }
  return link;
}

std::string EdgeLink(const Dossier& dossier, const EdgeKey& edge) {
  std::string link = "edge=";
  AppendPercentEncoded(EdgeText(dossier, edge), &link);
  return link;
}

std::string LanesLink(const Dossier& dossier, std::span<const Index> lanes) {
  std::string link = "lanes=";
  AppendPercentEncoded(LanesText(dossier, lanes), &link);
  return link;
}

std::string FoldLink(std::span<const std::string> folded) {
  std::string link = "fold=";
  AppendPercentEncoded(FoldText(folded), &link);
  return link;
}

std::string LensText(const Dossier& dossier, const Lens& lens) {
  if (!lens) return {};
  const ItemKind kind = KindOf(lens.kind);
  std::string ids;
  AppendPart(dossier.IdOf({kind, lens.a}), &ids);
  if (lens.kind == LensKind::kPair) AppendPart(dossier.IdOf({kind, lens.b}), &ids);
  return std::string(NameOf(lens.kind)) + ':' + ids;
}

std::string LensLink(const Dossier& dossier, const Lens& lens) {
  std::string link = "lens=";
  AppendPercentEncoded(LensText(dossier, lens), &link);
  return link;
}

AppState ApplyPermalink(const Dossier& dossier, AppState state, std::string_view text) {
  const Values values = ReadValues(text);
  // The story first: what the link says beside it is where the reader went from its step.
  ApplyStory(dossier, values, &state);
  ApplyEnum(values[kView], kViewNames, &state.view);
  ApplyEnum(values[kAxis], kAxisNames, &state.axis);
  ApplyEnum(values[kLinks], kLinksNames, &state.links);
  if (values[kRange]) ApplyRange(*values[kRange], &state);
  if (values[kAsOf]) ApplyAsOf(InitialState(dossier), *values[kAsOf], &state);
  if (values[kFocus]) ApplyFocus(dossier, *values[kFocus], &state);
  if (values[kEdge]) ApplyEdge(dossier, *values[kEdge], &state);
  ApplyEnum(values[kTheme], kThemeNames, &state.theme);
  if (values[kLang] && (values[kLang]->empty() || IsLanguageTag(*values[kLang]))) {
    // The dossier's own language is the default, so that links need not name it.
    state.lang = *values[kLang] == dossier.data().lang ? std::string() : *values[kLang];
  }
  ApplyEnum(values[kControls], kControlsNames, &state.controls);
  ApplyEnum(values[kTab], kTabNames, &state.tab);
  if (values[kQuery]) state.query = *values[kQuery];
  if (values[kGroup] && (values[kGroup]->empty() || HasGroup(dossier, *values[kGroup]))) {
    state.group = *values[kGroup];
  }
  if (values[kZone] && IsZoneText(*values[kZone])) {
    state.zone = *values[kZone] == kPlaceZone ? std::string() : *values[kZone];
  }
  if (values[kLanes]) ApplyLanes(dossier, *values[kLanes], &state);
  if (values[kFold]) ApplyFold(dossier, *values[kFold], &state);
  if (values[kCamera]) ApplyCamera(dossier, *values[kCamera], &state);
  if (values[kPins]) ApplyPins(dossier, *values[kPins], &state);
  if (values[kLens]) ApplyLens(dossier, *values[kLens], &state);
  ApplyEnum(values[kPeople], kPeopleNames, &state.scope.people);
  ApplyEnum(values[kMembers], kMembersNames, &state.scope.members);
  return state;
}

}  // namespace demarche
