// A small dossier that the tests of the model, the state and the permalink ask their questions of.
#pragma once

#include <gtest/gtest.h>

#include <string_view>

#include "tests/repository.h"

namespace demarche {

/// Lanes from the top: talks, wires (empty), streets, courts. Default as-of: 2022-01-09.
inline constexpr std::string_view kSampleJson = R"json({
  "format": "demarche/1", "id": "sample", "lang": "en", "as_of": "2022-01-09",
  "title": {"en": "Sample", "de": "Muster", "zh-Hant": "樣本"},
  "sources": [{"id": "S1", "title": "Report", "publisher": "Gazette", "kind": "press"}],
  "places": [{"id": "paris", "name": {"en": "Paris", "uk": "Париж"}, "lat": 48.86, "lon": 2.35,
              "tz": "Europe/Paris"}],
  "actors": [
    {"id": "us", "name": "United States", "aliases": ["America"], "kind": "state"},
    {"id": "ru", "name": {"en": "Russia", "ru": "Россия"}, "kind": "state"},
    {"id": "nato", "name": "NATO", "kind": "organisation"}],
  "topics": [{"id": "missiles", "name": "Missiles"}, {"id": "borders", "name": "Borders"}],
  "tracks": [
    {"id": "talks", "name": "Talks", "group": {"en": "Diplomacy", "de": "Diplomatie"}},
    {"id": "wires", "name": "Wires", "group": "Diplomacy"},
    {"id": "streets", "name": "Streets", "group": "Background"},
    {"id": "courts", "name": "Courts", "group": "Background"}],
  "events": [
    {"id": "act", "title": "Founding Act", "date": "1997-05-27", "track": "talks", "place": "paris",
     "status": "occurred", "actors": [{"id": "nato", "role": "party"}, {"id": "ru", "role": "party"}],
     "sources": [{"id": "S1"}]},
    {"id": "after", "title": "Written answers", "date": "2022-01-26", "track": "talks",
     "status": "occurred", "sources": [{"id": "S1"}]},
    {"id": "protests", "title": "Protests", "date": "2013-11-21/2014-02-22", "track": "streets",
     "status": "occurred", "sources": [{"id": "S1"}]},
    {"id": "call", "title": "Phone call", "date": "2021-12-30T20:35Z/2021-12-30T21:25Z",
     "track": "talks", "status": "occurred", "topics": ["missiles"],
     "actors": [{"id": "us", "role": "party"}], "sources": [{"id": "S1"}]},
    {"id": "geneva", "title": {"en": "Talks in Geneva", "uk": "Переговори в Женеві"},
     "date": "2022-01-10", "reported": "2021-12-27", "track": "talks", "status": "occurred",
     "sources": [{"id": "S1"}]},
    {"id": "ruling", "title": "Ruling", "date": "2022-01-13", "reported": "2021-12-27",
     "track": "courts", "status": "cancelled", "sources": [{"id": "S1"}]},
    {"id": "strike", "title": "Strike", "date": "2022-01-05/..", "track": "streets",
     "status": "ongoing", "sources": [{"id": "S1"}]}],
  "moves": [
    {"id": "ask", "by": ["ru"], "to": ["us", "nato"], "type": "REQUEST", "date": "2021-12-17",
     "topic": "borders", "summary": "Asks", "confidence": "confirmed", "sources": [{"id": "S1"}]},
    {"id": "refuse", "by": ["us"], "to": ["ru"], "type": "REJECT", "date": "2021-12-30",
     "event": "call", "topic": "borders", "summary": "Refuses", "confidence": "reported",
     "replies_to": "ask", "sources": [{"id": "S1"}]},
    {"id": "refuse-too", "by": ["nato", "us"], "to": ["ru"], "type": "REJECT", "date": "2022-01-12",
     "summary": "Refuses", "confidence": "reported", "replies_to": ["ask"],
     "sources": [{"id": "S1"}]}],
  "stories": [
    {"id": "week", "title": "The week", "steps": [
      {"title": "Before", "text": "t", "focus": "call", "range": "2021-12-01/2021-12-31"},
      {"title": "Geneva", "text": "t", "focus": "geneva", "as_of": "2022-01-10", "view": "graph"},
      {"title": "Who", "text": "t", "focus": "ru", "range": "2022-01-01/2022-01-31"}]}]
})json";

inline const Dossier& Sample() {
  static const Dossier sample = ReadValid(kSampleJson);
  return sample;
}

/// The thing of that id, which has to be there.
inline Ref Named(std::string_view id) {
  const Ref ref = Sample().Find(id);
  EXPECT_TRUE(ref) << id;
  return ref;
}

/// The last second of a date.
inline Seconds EndOf(std::string_view edtf) {
  const Result<When> when = ResolveEdtf(edtf);
  EXPECT_TRUE(when.ok()) << edtf;
  return when.ok() ? when.value().latest() : 0;
}

}  // namespace demarche
