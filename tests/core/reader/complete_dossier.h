// A dossier that uses every key of the format once and is right in all of them. The tests of the
// reader read it, and break it in one place after the other.
#pragma once

#include <string_view>

namespace demarche {

inline constexpr std::string_view kCompleteJson = R"json({
  "$schema": "../schema/dossier-1.schema.json",
  "format": "demarche/1",
  "id": "complete",
  "title": {"en": "All of it", "uk": "Усе"},
  "summary": "Every key once.",
  "lang": "en",
  "as_of": "2022-01-09",
  "license": "CC-BY-4.0",
  "authors": ["One", {"en": "Two"}],
  "updated": "2022-02-01",
  "axis": {"bands": ["1997/2013", "2014"]},
  "x-mine": {"anything": [1, {"goes": null}]},
  "moves": [
    {"id": "m1", "by": ["ru", "lavrov"], "to": ["us"], "type": "REQUEST", "mode": "change",
     "topic": "missiles", "date": "2021-12-17", "reported": "2021-12-18", "event": "call",
     "summary": "Asks", "quote": {"en": "q", "ru": "ц"}, "confidence": "confirmed",
     "sources": [{"id": "S1", "locator": "p. 3", "quote": {"en": "r"}}]},
    {"id": "m2", "by": ["us"], "to": [], "type": "REJECT", "date": "2021-12-30",
     "summary": "Refuses", "replies_to": "m1", "confidence": "denied", "sources": [{"id": "S1"}]},
    {"id": "m3", "by": ["us"], "to": ["ru"], "type": "CONSULT", "date": "2022-01-01",
     "summary": "Talks", "replies_to": ["m1", "m2"], "confidence": "alleged",
     "sources": [{"id": "S1"}, {"id": "S2"}]}
  ],
  "sources": [
    {"id": "S1", "title": "Report", "publisher": "Gazette", "author": "A. Author",
     "url": "https://example.org/r?a=1", "published": "2021-12", "accessed": "2022-01-02",
     "kind": "primary"},
    {"id": "S2", "title": "Book", "publisher": "Press", "kind": "reference"}
  ],
  "places": [{"id": "geneva", "name": "Geneva", "lat": 46.2, "lon": 6.15, "tz": "Europe/Zurich"}],
  "actors": [
    {"id": "ru", "name": "Russia", "short": "RU", "kind": "state", "code": "RUS",
     "wikidata": "Q159", "role": "party", "aliases": ["RF", {"en": "Moscow"}],
     "pin": {"x": 0.25, "y": 1}},
    {"id": "us", "name": "United States", "kind": "state"},
    {"id": "lavrov", "name": "Lavrov", "kind": "person"}
  ],
  "ties": [{"from": "lavrov", "to": "ru", "kind": "represents", "since": "2004-03-09",
            "until": "2022", "sources": [{"id": "S2"}]}],
  "topics": [{"id": "missiles", "name": "Missiles", "summary": "Where they stand."}],
  "tracks": [{"id": "talks", "name": "Talks", "group": "Diplomacy", "colour": "#1F5f8b"}],
  "events": [
    {"id": "call", "title": "Call", "summary": "They talk.", "date": "2021-12-30~",
     "place": "geneva", "track": "talks", "actors": [{"id": "us", "role": "host"}],
     "status": "ongoing", "reported": "2021-12-31", "importance": 2.5, "topics": ["missiles"],
     "sources": [{"id": "S1"}]}
  ],
  "stories": [
    {"id": "week", "title": "Week", "audience": "Pupils", "steps": [
      {"title": "One", "text": "Look.", "focus": "call", "range": "2021-12/2022-01",
       "as_of": "2022-01-01", "view": "split",
       "question": {"text": "Who?", "choices": [{"text": "US", "correct": true}, {"text": "RU"}],
                    "explanation": "Because."}}]}
  ],
  "glossary": [
    {"id": "note", "term": "Note", "definition": "A letter.", "sources": [{"id": "S2"}]}
  ]
})json";

}  // namespace demarche
