// The words by which the permalink and the element's attributes name the values of the state's
// enums (CONTRACT.md section 3). One list for each, so that no two places can disagree.
#pragma once

#include "core/dossier/names.h"
#include "core/state/state.h"

namespace demarche {

// In the order of the enum's values.
inline constexpr std::string_view kViewNames[] = {"auto", "timeline", "graph", "split", "list"};
inline constexpr std::string_view kAxisNames[] = {"adaptive", "linear"};
inline constexpr std::string_view kLinksNames[] = {"focus", "all", "none"};
inline constexpr std::string_view kThemeNames[] = {"auto", "light", "dark"};
inline constexpr std::string_view kControlsNames[] = {"full", "compact", "none"};
inline constexpr std::string_view kTabNames[] = {"event", "list", "positions", "sources"};
inline constexpr std::string_view kLensNames[] = {"all", "topic", "pair", "meeting", "actor"};
inline constexpr std::string_view kPeopleNames[] = {"shown", "folded"};
inline constexpr std::string_view kMembersNames[] = {"voices", "folded", "shown"};

constexpr std::string_view NameOf(View view) { return kViewNames[size_t(view)]; }
constexpr std::string_view NameOf(AxisKind axis) { return kAxisNames[size_t(axis)]; }
constexpr std::string_view NameOf(Links links) { return kLinksNames[size_t(links)]; }
constexpr std::string_view NameOf(Theme theme) { return kThemeNames[size_t(theme)]; }
constexpr std::string_view NameOf(Controls controls) { return kControlsNames[size_t(controls)]; }
constexpr std::string_view NameOf(PaneTab tab) { return kTabNames[size_t(tab)]; }
constexpr std::string_view NameOf(LensKind kind) { return kLensNames[size_t(kind)]; }
constexpr std::string_view NameOf(People people) { return kPeopleNames[size_t(people)]; }
constexpr std::string_view NameOf(Members members) { return kMembersNames[size_t(members)]; }

constexpr std::optional<View> ViewFrom(std::string_view name) {
  return EnumFrom<View>(kViewNames, name);
}

}  // namespace demarche
