#include "core/dossier/scripts.h"

namespace demarche {
namespace {

// The scripts of a two-byte UTF-8 sequence, of which the lead byte tells the block: C2–C3 is
// Latin-1, C4–CA Latin Extended-A, -B and IPA, CD–CF Greek, D0–D4 Cyrillic. web/build.mjs cuts the
// files so.
uint32_t ScriptOf(unsigned char lead, char next) {
  constexpr std::string_view kInLatin[] = {"\xa0\xa7\xab\xb2\xb7\xbb",  // no-break space § « ² · »
                                           "\x81\x89\x8d\x93\x97\x9a\x9d"  // Á É Í Ó × Ú Ý
                                           "\xa1\xa9\xad\xb3\xba\xbd"};    // á é í ó ú ý
  if (lead == 0xc2 || lead == 0xc3) {
    return kInLatin[lead - 0xc2].find(next) != std::string_view::npos ? kLatin : kLatin1;
  }
  if (lead >= 0xc4 && lead <= 0xca) return kLatinExtended;
  if (lead >= 0xcd && lead <= 0xcf) return kGreek;
  if (lead >= 0xd0 && lead <= 0xd4) return kCyrillic;
  return 0;
}

}  // namespace

uint32_t ScriptsOf(std::string_view text) {
  uint32_t scripts = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // Longer sequences are punctuation (E2) or scripts that no font of ours has.
    if (byte < 0x80 || byte == 0xe2)
      scripts |= kLatin;
    else if (i + 1 < text.size())
      scripts |= ScriptOf(byte, text[i + 1]);
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
