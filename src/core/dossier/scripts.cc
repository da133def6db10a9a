#include "core/dossier/scripts.h"

#include <algorithm>
#include <iterator>

namespace demarche {
namespace {

// Which file has the characters up to `last`, from that of the line before on; 0: none that every
// page does not have. web/build.mjs cuts the files so; of two that have a character it is the one
// that the language needs anyway ("cœur" after "déjà").
struct UpTo {
  uint16_t last;
  uint8_t script;
};
constexpr UpTo kFiles[] = {
    {0x007F, kLatin},         {0x00FF, kLatin1}, {0x0130, kLatinExtended}, {0x0131, kLatin1},
    {0x0151, kLatinExtended}, {0x0153, kLatin1}, {0x02BA, kLatinExtended}, {0x02BC, kLatin1},
    {0x02C5, kLatinExtended}, {0x02C6, kLatin1}, {0x02D9, kLatinExtended}, {0x02DA, kLatin1},
    {0x02DB, kLatinExtended}, {0x02DC, kLatin1}, {0x02FF, kLatinExtended}, {0x0301, kCyrillic},
    {0x036F, kLatin1},        {0x03FF, kGreek},  {0x052F, kCyrillic},      {0x1DFF, 0},
    {0x1EFF, kLatinExtended}, {0x209F, kLatin},  {0x20AB, kLatinExtended}, {0x20AC, kLatin},
    {0x20C0, kLatinExtended}, {0x2115, 0},       {0x2116, kCyrillic},      {0xFFFF, 0},
};
// Of Latin-1.
constexpr std::u16string_view kInLatin = u"\u00a0§«²·»ÁÉÍÓ×ÚÝáéíóúý";

uint32_t ScriptOf(char16_t character) {
  if (character <= 0xFF && kInLatin.find(character) != std::u16string_view::npos) return kLatin;
  return std::lower_bound(std::begin(kFiles), std::end(kFiles), character,
                          [](const UpTo& files, char16_t c) { return files.last < c; })
      ->script;
}

}  // namespace

uint32_t ScriptsOf(std::string_view text) {
  uint32_t scripts = 0;
  const auto bits = [text](size_t i) { return static_cast<unsigned char>(text[i]) & 0x3Fu; };
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      scripts |= kLatin;
    } else if (byte >= 0xC2 && byte < 0xE0 && i + 1 < text.size()) {
      scripts |= ScriptOf(static_cast<char16_t>((byte & 0x1Fu) << 6 | bits(i + 1)));
    } else if (byte >= 0xE0 && byte < 0xF0 && i + 2 < text.size()) {
      scripts |=
          ScriptOf(static_cast<char16_t>((byte & 0xFu) << 12 | bits(i + 1) << 6 | bits(i + 2)));
    }
  }
  return scripts;
}

uint32_t ScriptsShown(const Dossier& dossier, std::string_view lang) {
  uint32_t scripts = kLatin;  // dates and legends
  const auto add = [&](Text text) { scripts |= ScriptsOf(dossier.In(text, lang)); };
  for (const Event& event : dossier.events()) add(event.title);
  for (const Move& move : dossier.moves()) {
    if (move.event == kNone) add(move.summary);  // stands on the timeline by itself
  }
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
