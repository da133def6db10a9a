#include "core/dossier/scripts.h"

namespace demarche {

uint32_t ScriptsOf(std::string_view text) {
  uint32_t scripts = 0;
  // Lead bytes of two-byte UTF-8 sequences tell the blocks apart: C2–C3 is Latin-1, C4–CA Latin
  // Extended-A, -B and IPA, CD–CF Greek, D0–D4 Cyrillic. Longer sequences are punctuation (E2) or
  // scripts that no font of ours has.
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 || byte == 0xc2 || byte == 0xc3 || byte == 0xe2)
      scripts |= kLatin;
    else if (byte >= 0xc4 && byte <= 0xca)
      scripts |= kLatinExtended;
    else if (byte >= 0xcd && byte <= 0xcf)
      scripts |= kGreek;
    else if (byte >= 0xd0 && byte <= 0xd4)
      scripts |= kCyrillic;
  }
  return scripts;
}

uint32_t ScriptsShown(const Dossier& dossier, std::string_view lang) {
  uint32_t scripts = kLatin;  // dates and legends
  const auto add = [&](Text text) { scripts |= ScriptsOf(dossier.In(text, lang)); };
  for (const Event& event : dossier.events()) add(event.title);
  for (const Track& track : dossier.tracks()) {
    add(track.name);
    add(track.group);
  }
  for (const Actor& actor : dossier.actors()) {
    add(actor.name);
    add(actor.short_name);
  }
  for (const Place& place : dossier.data().places) add(place.name);
  return scripts;
}

}  // namespace demarche
