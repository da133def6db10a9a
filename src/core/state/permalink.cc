#include "core/state/permalink.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/language_tag.h"
#include "core/base/percent.h"
#include "core/state/lanes.h"
#include "core/state/lens.h"
#include "core/state/link_list.h"
#include "core/state/permalink_keys.h"
#include "core/state/query.h"
#include "core/state/state_names.h"
#include "core/state/zone.h"

namespace demarche {
namespace {

// No honest link comes near these.
constexpr size_t kLongestLink = 16 * 1024;
constexpr size_t kLongestValue = 1024;
constexpr size_t kLongestList = 8 * 1024;  // of a few hundred tracks

constexpr TimeSpan kEverything{kTimeMin, kTimeMax};
constexpr std::string_view kPlaceZone = "place";

// From 0 to 999, to six decimals.
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
  } else if (value == kOpenText) {
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
