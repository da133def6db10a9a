// The keys of a permalink, for its reader (permalink.cc) and its writer (permalink_text.cc).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace demarche {

enum PermalinkKey : uint8_t {
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
inline constexpr std::array<std::string_view, kKeyCount> kKeyNames = {
    "view",  "axis",  "links",  "range",    "as-of", "focus",  "edge",   "story",
    "step",  "theme", "lang",   "controls", "tab",   "q",      "group",  "zone",
    "lanes", "fold",  "camera", "pins",     "lens",  "people", "members"};

/// An open end of a range.
inline constexpr std::string_view kOpenText = "..";

}  // namespace demarche
