// The words by which the file format, the permalink and the element's attributes name the values of
// our enums (CONTRACT.md sections 1 and 3). One list for each, so that no two places can disagree.
#pragma once

#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

#include "core/state.h"

namespace demarche {

// In the order of the enum's values.
inline constexpr std::string_view kSourceKindNames[] = {"primary", "press", "reference"};
inline constexpr std::string_view kActorKindNames[] = {"state", "organisation", "body", "person",
                                                       "group"};
inline constexpr std::string_view kTieKindNames[] = {"member", "represents", "chairs", "part-of",
                                                     "partner"};
inline constexpr std::string_view kStatusNames[] = {"scheduled", "occurred", "ongoing",
                                                    "cancelled"};
inline constexpr std::string_view kConfidenceNames[] = {"confirmed", "reported", "alleged",
                                                        "disputed", "denied"};
inline constexpr std::string_view kViewNames[] = {"auto", "timeline", "graph", "split", "list"};
inline constexpr std::string_view kAxisNames[] = {"adaptive", "linear"};
inline constexpr std::string_view kThemeNames[] = {"auto", "light", "dark"};
inline constexpr std::string_view kControlsNames[] = {"full", "compact", "none"};
inline constexpr std::string_view kTabNames[] = {"event", "list", "sources"};

constexpr std::string_view NameOf(SourceKind kind) { return kSourceKindNames[size_t(kind)]; }
constexpr std::string_view NameOf(ActorKind kind) { return kActorKindNames[size_t(kind)]; }
constexpr std::string_view NameOf(TieKind kind) { return kTieKindNames[size_t(kind)]; }
constexpr std::string_view NameOf(Status status) { return kStatusNames[size_t(status)]; }
constexpr std::string_view NameOf(Confidence value) { return kConfidenceNames[size_t(value)]; }
constexpr std::string_view NameOf(View view) { return kViewNames[size_t(view)]; }
constexpr std::string_view NameOf(AxisKind axis) { return kAxisNames[size_t(axis)]; }
constexpr std::string_view NameOf(Theme theme) { return kThemeNames[size_t(theme)]; }
constexpr std::string_view NameOf(Controls controls) { return kControlsNames[size_t(controls)]; }
constexpr std::string_view NameOf(PaneTab tab) { return kTabNames[size_t(tab)]; }

/// The value that `name` stands for in one of the lists above.
template <class Enum, size_t kCount>
constexpr std::optional<Enum> EnumFrom(const std::string_view (&names)[kCount],
                                       std::string_view name) {
  for (size_t i = 0; i < kCount; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

constexpr std::optional<View> ViewFrom(std::string_view name) {
  return EnumFrom<View>(kViewNames, name);
}

}  // namespace demarche
