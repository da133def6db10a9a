// How strings of the format have to look that are neither text nor dates.
#pragma once

#include <string_view>

namespace demarche {

struct StringForm {
  bool (*is_valid)(std::string_view);
  std::string_view example;
};

/// Ids stand in links, so they are of what links leave as it is: a to z, 0 to 9 and hyphens.
extern const StringForm kIdForm;
/// The same with capitals, as footnotes are numbered: "S67".
extern const StringForm kSourceIdForm;
/// An IANA zone name; whether there is such a zone is not looked up.
extern const StringForm kZoneForm;
/// #rrggbb.
extern const StringForm kColourForm;
/// CAMEO or ISO 3166.
extern const StringForm kCodeForm;
/// "Q212".
extern const StringForm kWikidataForm;
/// The path of a group (group_path.h).
extern const StringForm kGroupForm;
/// A mode of a PLOVER type.
extern const StringForm kModeForm;

}  // namespace demarche
