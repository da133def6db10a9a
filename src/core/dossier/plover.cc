#include "core/dossier/plover.h"

#include <cstddef>

namespace demarche {

std::string_view NameOf(PloverType type) {
  const size_t i = static_cast<size_t>(type);
  return i < kPloverTypeCount ? kPloverNames[i] : std::string_view();
}

std::string_view NameOf(QuadClass quad) {
  switch (quad) {
    case QuadClass::kVerbalCooperation:
      return "Verbal cooperation";
    case QuadClass::kMaterialCooperation:
      return "Material cooperation";
    case QuadClass::kVerbalConflict:
      return "Verbal conflict";
    case QuadClass::kMaterialConflict:
      return "Material conflict";
  }
  return {};
}

QuadClass QuadClassOf(PloverType type) {
  // PloverType lists the classes one after the other.
  if (type <= PloverType::kConcede) return QuadClass::kVerbalCooperation;
  if (type <= PloverType::kRetreat) return QuadClass::kMaterialCooperation;
  if (type <= PloverType::kThreaten) return QuadClass::kVerbalConflict;
  return QuadClass::kMaterialConflict;
}

}  // namespace demarche
