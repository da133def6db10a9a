#include "core/state/zone.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr std::string_view kUtc = "UTC", kUtcText = "utc", kLocalText = "local";

// The place of the selected event, or of the event of the selected move.
Index PlaceOfFocus(const Dossier& dossier, Ref focus) {
  if (!dossier.Holds(focus)) return kNone;
  Index event = focus.kind == ItemKind::kEvent ? focus.index : kNone;
  if (focus.kind == ItemKind::kMove) event = dossier.moves()[focus.index].event;
  return event == kNone ? kNone : dossier.events()[event].place;
}

bool HasZone(const Dossier& dossier, Index place) {
  return place != kNone && !dossier.data().places[place].tz.empty();
}

}  // namespace

bool IsZoneText(std::string_view text) {
  constexpr size_t kLongest = 64;
  return text.size() <= kLongest && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '/' || c == '_' || c == '+' || c == '-';
         });
}

ShownZone ZoneShown(const Dossier& dossier, const AppState& state) {
  if (state.zone == kUtcText) return {kUtc, {}};
  if (state.zone == kLocalText) return {{}, "my time"};
  if (!state.zone.empty()) {
    std::string city = state.zone.substr(state.zone.rfind('/') + 1);
    std::replace(city.begin(), city.end(), '_', ' ');
    return {state.zone, std::move(city)};
  }
  Index place = PlaceOfFocus(dossier, state.focus);
  if (!HasZone(dossier, place)) place = dossier.main_place();
  if (!HasZone(dossier, place)) return {kUtc, {}};
  const Place& at = dossier.data().places[place];
  return {at.tz, std::string(dossier.In(at.name, state.lang))};
}

std::string NextZone(const AppState& state) {
  if (state.zone.empty()) return std::string(kLocalText);
  return state.zone == kLocalText ? std::string(kUtcText) : std::string();
}

}  // namespace demarche
