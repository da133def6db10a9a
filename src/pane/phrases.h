// The words in which the pane says what the dossier says in codes: statuses, types of moves, ties.
#pragma once

#include <string>
#include <string_view>

#include "core/dossier/dossier.h"

namespace demarche {

/// With a capital first letter; only ASCII letters change.
std::string Capitalised(std::string_view text);
/// With a small first letter.
std::string Uncapitalised(std::string_view text);

/// "1,234".
std::string Grouped(size_t count);
/// "1 event", "1,234 events".
std::string Counted(size_t count, std::string_view singular, std::string_view plural);

/// "State", "Organisation".
std::string_view WordOf(ActorKind kind);
/// "Primary sources".
std::string_view HeadingOf(SourceKind kind);
/// "Reported, not confirmed"; empty for what is confirmed.
std::string_view WordOf(Confidence confidence);

/// "Reject (change), verbal conflict": the PLOVER type never without its class in words.
std::string CodeWords(const Move& move);
/// "4 statements"; of what is done "4 acts".
std::string CountWords(QuadClass quad, size_t count);
/// "dm-quad-1" to "dm-quad-4": the style of a quad class.
std::string_view ClassOf(QuadClass quad);

/// The words around the other end of a tie: "Member of NATO", seen from NATO "Poland is a member".
struct TiePhrase {
  std::string_view before, after;
};
enum class TieEnd : uint8_t { kFrom, kTo };
TiePhrase PhraseOf(TieKind kind, TieEnd seen_from);

/// "9 January 2022" or, within a day, "10 January 2022, 07:55 (UTC)"; empty for the infinities.
std::string MomentInWords(Seconds time_s);
/// The same with its weekday.
std::string MomentWithWeekday(Seconds time_s);

}  // namespace demarche
