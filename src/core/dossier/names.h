// The words by which the file format names the values of the dossier's enums (CONTRACT.md section
// 1). One list for each, so that no two places can disagree.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/dossier/dossier.h"

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

constexpr std::string_view NameOf(SourceKind kind) { return kSourceKindNames[size_t(kind)]; }
constexpr std::string_view NameOf(ActorKind kind) { return kActorKindNames[size_t(kind)]; }
constexpr std::string_view NameOf(TieKind kind) { return kTieKindNames[size_t(kind)]; }
constexpr std::string_view NameOf(Status status) { return kStatusNames[size_t(status)]; }
constexpr std::string_view NameOf(Confidence value) { return kConfidenceNames[size_t(value)]; }

/// The value that `name` stands for in one of the lists above.
template <class Enum, size_t kCount>
constexpr std::optional<Enum> EnumFrom(const std::string_view (&names)[kCount],
                                       std::string_view name) {
  for (size_t i = 0; i < kCount; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace demarche
