// Whose clocks the axis shows. AppState::zone is empty for the time of the place: that of the
// selected event or move, where it has one, else the place where most of the dossier happens, so
// that an axis with several places has one zone at a time, and the selected thing stands in its own
// day. Else it is "local", the reader's own, "utc", or an IANA name ("Europe/Kyiv").
#pragma once

#include <string>
#include <string_view>

#include "core/state/state.h"

namespace demarche {

/// Whether a permalink may name it: empty, or letters, digits and `/_+-`, 64 at most. Whether there
/// is such a zone only the page knows; the time of an unknown one is UTC.
bool IsZoneText(std::string_view text);

/// The zone to show: its IANA name ("UTC" where no place has one), empty for the reader's own; and
/// what people call it: "Geneva", "my time", "Kyiv", nothing for UTC.
struct ShownZone {
  std::string_view iana;
  std::string label;
};
ShownZone ZoneShown(const Dossier& dossier, const AppState& state);

/// What the switch turns to: the place, the reader's own, UTC, and again.
std::string NextZone(const AppState& state);

}  // namespace demarche
