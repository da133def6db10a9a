// The pane's parts for a permalink, and looks into their text.
#pragma once

#include <string>
#include <string_view>

#include "core/state/permalink.h"
#include "pane/pane.h"
#include "tests/repository.h"

namespace demarche {

inline AppState StateOf(const Dossier& dossier, std::string_view permalink) {
  return ApplyPermalink(dossier, InitialState(dossier), permalink);
}

inline std::string PaneOf(const Dossier& dossier, std::string_view permalink) {
  return RenderPane(dossier, StateOf(dossier, permalink), {});
}
inline std::string TalksPane(std::string_view permalink) { return PaneOf(Talks(), permalink); }
inline std::string TitleOf(std::string_view event) {
  const Index index = Talks().Find(ItemKind::kEvent, event);
  return std::string(Talks().In(Talks().events()[index].title, "en"));
}

/// The markup without its tags, white space as single spaces: what a reader reads.
inline std::string ReadingOf(std::string_view html) {
  std::string text;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag && !((c == '\n' || c == ' ') && (text.empty() || text.back() == ' ')))
      text += c == '\n' ? ' ' : c;
    if (c == '>') in_tag = false;
  }
  return text;
}

inline std::string TalksReading(std::string_view permalink) {
  return ReadingOf(TalksPane(permalink));
}

/// A dossier of one event whose day is not certain; of Talks() all are, or approximate.
inline Dossier UncertainDay() {
  return ReadValid(R"({"format":"demarche/1","id":"unsure","title":"U","lang":"en",
    "sources":[{"id":"S1","title":"R","publisher":"G","kind":"press"}],
    "tracks":[{"id":"k","name":"K"}],"events":[{"id":"e","title":"E","date":"2019-07-05?",
    "track":"k","status":"occurred","sources":[{"id":"S1"}]}]})");
}

inline bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

inline size_t CountOf(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++count;
  return count;
}

}  // namespace demarche
