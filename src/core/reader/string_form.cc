#include "core/reader/string_form.h"

#include "core/dossier/group_path.h"

namespace demarche {
namespace {

template <bool (*kIsAllowed)(char)>
bool AllOf(std::string_view text) {
  for (const char c : text) {
    if (!kIsAllowed(c)) return false;
  }
  return true;
}
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsHexDigit(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool IsCodeLetter(char c) { return IsUpper(c) || IsDigit(c); }
bool IsModeLetter(char c) { return IsLower(c) || c == '-'; }
bool IsZoneLetter(char c) {
  return IsUpper(c) || IsLower(c) || IsDigit(c) || c == '_' || c == '+' || c == '-' || c == '/';
}
bool IsIdLetter(char c) { return IsLower(c) || IsDigit(c) || c == '-'; }
bool IsSourceIdLetter(char c) { return IsIdLetter(c) || IsUpper(c); }

}  // namespace

const StringForm kIdForm{
    [](std::string_view s) { return !s.empty() && s[0] != '-' && AllOf<IsIdLetter>(s); },
    "geneva-2022"};
const StringForm kSourceIdForm{
    [](std::string_view s) { return !s.empty() && s[0] != '-' && AllOf<IsSourceIdLetter>(s); },
    "S67"};
const StringForm kZoneForm{[](std::string_view s) {
                             return !s.empty() && AllOf<IsZoneLetter>(s) && s.front() != '/' &&
                                    s.back() != '/' && s.find("//") == s.npos;
                           },
                           "Europe/Kyiv"};
const StringForm kColourForm{[](std::string_view s) {
                               return s.size() == 7 && s[0] == '#' &&
                                      AllOf<IsHexDigit>(s.substr(1));
                             },
                             "#1f5f8b"};
const StringForm kCodeForm{
    [](std::string_view s) { return s.size() >= 2 && s.size() <= 12 && AllOf<IsCodeLetter>(s); },
    "UKR"};
const StringForm kWikidataForm{[](std::string_view s) {
                                 return s.size() >= 2 && s[0] == 'Q' && s[1] != '0' &&
                                        AllOf<IsDigit>(s.substr(1));
                               },
                               "Q212"};
const StringForm kGroupForm{[](std::string_view s) { return !GroupPath::HasEmptyPart(s); },
                            "Talks / Bilateral"};
const StringForm kModeForm{
    [](std::string_view s) { return !s.empty() && IsLower(s[0]) && AllOf<IsModeLetter>(s); },
    "third-party"};

}  // namespace demarche
