// PLOVER event types and their quad classes (PLOVER manual, 2024: 16 types in four classes).
#pragma once

#include <cstdint>
#include <string_view>

namespace demarche {

enum class PloverType : uint8_t {
  kAgree,
  kConsult,
  kSupport,
  kConcede,  // verbal cooperation
  kCooperate,
  kAid,
  kRetreat,  // material cooperation
  kRequest,
  kAccuse,
  kReject,
  kThreaten,  // verbal conflict
  kProtest,
  kSanction,
  kMobilize,
  kCoerce,
  kAssault  // material conflict
};
inline constexpr int kPloverTypeCount = 16;
/// In the order of PloverType.
inline constexpr std::string_view kPloverNames[kPloverTypeCount] = {
    "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};

enum class QuadClass : uint8_t {
  kVerbalCooperation,
  kMaterialCooperation,
  kVerbalConflict,
  kMaterialConflict
};
inline constexpr int kQuadClassCount = 4;

/// "CONSULT"; empty for an unknown value.
std::string_view NameOf(PloverType type);
/// "Verbal cooperation", as the legend says it.
std::string_view NameOf(QuadClass quad);
/// Whether a class is of what is done, not of what is said.
constexpr bool IsDeed(QuadClass quad) {
  return quad == QuadClass::kMaterialCooperation || quad == QuadClass::kMaterialConflict;
}
/// The quad class a type belongs to.
QuadClass QuadClassOf(PloverType type);

}  // namespace demarche
