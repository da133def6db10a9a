// Which scripts the canvas needs glyphs for, so that the page fetches no typeface in vain.
#pragma once

#include <string_view>

#include "core/dossier/dossier.h"

namespace demarche {

/// Bits of a set of scripts, as the font files are cut.
enum Script : uint32_t {
  kLatin = 1,  // what English needs, vowels with an acute among it
  kLatinExtended = 2,
  kCyrillic = 4,
  kGreek = 8,
  kLatin1 = 16,  // the rest of Latin-1
};

/// The scripts of the characters of a UTF-8 string.
uint32_t ScriptsOf(std::string_view text);

/// The scripts of all that the canvas shows of a dossier in a language: names and titles. The words
/// of its dates (core/dates/calendar_words.h) may need others.
uint32_t ScriptsShown(const Dossier& dossier, std::string_view lang);

}  // namespace demarche
