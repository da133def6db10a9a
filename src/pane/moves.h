// How a move reads, wherever it stands: who to whom, what it is in words, what was said, what it
// answers and what answered it.
#pragma once

#include <span>

#include "pane/pane_writer.h"

namespace demarche {

/// Past this many, a list says how many more there are.
inline constexpr size_t kMostMovesListed = 200;

/// "US, Wendy Sherman → Russia", as links.
void SayVoices(PaneWriter& w, const Move& move);
/// The one who speaks, without its side: "Wendy Sherman"; the side where nobody is named.
Index VoiceOf(const Move& move);
/// A swatch of the quad class and the type with its class in words; how sure it is, unless
/// confirmed.
void SayCode(PaneWriter& w, const Move& move);
/// “No one may slam the door”, as a blockquote.
void WriteQuote(PaneWriter& w, Text quote);
/// "Replies to Russia, 17 Dec 2021 (request). Answered by NATO, 7 Jan 2022 (reject).", what is
/// known of it.
void WriteThread(PaneWriter& w, Index move);
/// All of it as a list item. A date that is `known_date` is not said again.
void WriteMove(PaneWriter& w, Index move, std::string_view known_date = {});
/// A heading and an ordered list; nothing where there is no move.
void WriteMoves(PaneWriter& w, std::string_view heading, std::span<const Index> moves);

}  // namespace demarche
