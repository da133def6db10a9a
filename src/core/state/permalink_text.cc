// The state as a permalink, and parts of it as links.
#include <span>

#include "core/base/percent.h"
#include "core/dates/civil.h"
#include "core/state/lens.h"
#include "core/state/link_list.h"
#include "core/state/permalink.h"
#include "core/state/permalink_keys.h"
#include "core/state/state_names.h"

namespace demarche {
namespace {

enum class Unit : uint8_t { kDay, kSecond };

std::string TimeText(Seconds t, Unit unit) {
  if (t <= kTimeMin || t >= kTimeMax) return std::string(kOpenText);
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
  if (range == TimeSpan{kTimeMin, kTimeMax}) return {};
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

// From 0 to 999, to six decimals.
std::string NumberText(float number) {
  constexpr uint32_t kParts = 1'000'000;
  const auto parts = static_cast<uint32_t>(static_cast<double>(number) * kParts + 0.5);
  std::string decimals = std::to_string(kParts + parts % kParts).substr(1);
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  const std::string whole = std::to_string(parts / kParts);
  return decimals.empty() ? whole : whole + '.' + decimals;
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

std::string ValueText(const Dossier& dossier, const AppState& state, PermalinkKey key) {
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

}  // namespace

std::string PermalinkOf(const Dossier& dossier, const AppState& state) {
  // In a story only what the reader has moved away from its step needs saying.
  const AppState initial = InitialState(dossier);
  const AppState base = Reduce(dossier, initial, OpenStory{state.story, state.step});
  std::string link;
  for (int k = 0; k < kKeyCount; ++k) {
    const PermalinkKey key = static_cast<PermalinkKey>(k);
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
    AppendPercentEncoded(ValueText(dossier, state, static_cast<PermalinkKey>(k)), &link);
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

}  // namespace demarche
