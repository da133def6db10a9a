// The state as text: `view=split&focus=geneva-2022&range=2022-01-09/2022-01-14&as-of=2022-01-09`.
// One grammar for the URL fragment, the embed's query, the element's attributes and the pane's
// links (CONTRACT.md section 3). Values are percent-encoded as core/base/percent.h has it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/state/state.h"

namespace demarche {

/// What differs from the dossier's initial state, in a fixed order of keys; empty if nothing does.
/// Keys: view, axis, links (focus, all, none), range, as-of, focus, edge (`from~to~quad` with quad
/// 1 to 4), story, step, theme, lang, controls, tab (event, list, sources), q, group, zone (place,
/// local, utc, or an IANA name), lanes (ids of the tracks shown, in their order, by commas), fold
/// (groups drawn as one lane, in the dossier's language, by commas; a comma in a name is %2C, a %
/// is %25, before the whole is percent-encoded), camera (of the graph: `x,y,zoom`), pins (its nodes
/// that the reader moved, `ID:x:y` by commas), lens (`topic:ID`, `pair:ID,ID`, `meeting:ID`,
/// `actor:ID`, ids escaped like those names), people (shown, folded), members (voices, folded,
/// shown).
std::string PermalinkOf(const Dossier& dossier, const AppState& state);

/// The same with every key, for programs: what `element.state` shows.
std::string FullPermalinkOf(const Dossier& dossier, const AppState& state);

/// The part of a permalink that pins an edge.
std::string EdgeLink(const Dossier& dossier, const EdgeKey& edge);
/// The part of a permalink that sets the lanes, or the folded groups, to these.
std::string LanesLink(const Dossier& dossier, std::span<const Index> lanes);
std::string FoldLink(std::span<const std::string> folded);
/// The same of a lens, and its value before it is percent-encoded; empty for no lens.
std::string LensLink(const Dossier& dossier, const Lens& lens);
std::string LensText(const Dossier& dossier, const Lens& lens);

/// `state` with the fields of `text` (with or without a leading # or ?) applied. Unknown keys are
/// ignored; a value that is not valid for its key changes nothing. An empty value resets its field.
AppState ApplyPermalink(const Dossier& dossier, AppState state, std::string_view text);

}  // namespace demarche
