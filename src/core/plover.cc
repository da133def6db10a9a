#include "core/plover.h"

#include <cstddef>

namespace demarche {
namespace {

struct PloverRow {
  std::string_view name;
  QuadClass quad;
};

// In the order of PloverType.
constexpr PloverRow kPlover[kPloverTypeCount] = {
    {"AGREE", QuadClass::kVerbalCooperation},
    {"CONSULT", QuadClass::kVerbalCooperation},
    {"SUPPORT", QuadClass::kVerbalCooperation},
    {"CONCEDE", QuadClass::kVerbalCooperation},
    {"COOPERATE", QuadClass::kMaterialCooperation},
    {"AID", QuadClass::kMaterialCooperation},
    {"RETREAT", QuadClass::kMaterialCooperation},
    {"REQUEST", QuadClass::kVerbalConflict},
    {"ACCUSE", QuadClass::kVerbalConflict},
    {"REJECT", QuadClass::kVerbalConflict},
    {"THREATEN", QuadClass::kVerbalConflict},
    {"PROTEST", QuadClass::kMaterialConflict},
    {"SANCTION", QuadClass::kMaterialConflict},
    {"MOBILIZE", QuadClass::kMaterialConflict},
    {"COERCE", QuadClass::kMaterialConflict},
    {"ASSAULT", QuadClass::kMaterialConflict},
};

}  // namespace

std::string_view NameOf(PloverType type) {
  const size_t i = static_cast<size_t>(type);
  return i < kPloverTypeCount ? kPlover[i].name : std::string_view();
}

std::string_view NameOf(QuadClass quad) {
  switch (quad) {
    case QuadClass::kVerbalCooperation: return "Verbal cooperation";
    case QuadClass::kMaterialCooperation: return "Material cooperation";
    case QuadClass::kVerbalConflict: return "Verbal conflict";
    case QuadClass::kMaterialConflict: return "Material conflict";
  }
  return {};
}

QuadClass QuadClassOf(PloverType type) { return kPlover[static_cast<size_t>(type)].quad; }

std::optional<PloverType> PloverTypeFrom(std::string_view name) {
  for (size_t i = 0; i < kPloverTypeCount; ++i) {
    if (kPlover[i].name == name) return static_cast<PloverType>(i);
  }
  return std::nullopt;
}

}  // namespace demarche
