#include "core/state/zone.h"

#include <gtest/gtest.h>

#include <cctype>
#include <string>

#include "tests/core/dossier/sample_dossier.h"

namespace demarche {
namespace {

AppState With(std::string zone, Ref focus = {}) {
  AppState state = InitialState(Sample());
  state.zone = std::move(zone);
  state.focus = focus;
  return state;
}

TEST(Zone, IsThatOfTheSelectedPlaceElseOfTheMainOneUnlessTheReaderSaysOtherwise) {
  const struct {
    AppState state;
    const char *iana, *label;
  } cases[] = {
      {With("", Named("act")), "Europe/Paris", "Paris"},
      {With("", Named("call")), "Europe/Paris", "Paris"},  // has no place; the main one
      {With(""), "Europe/Paris", "Paris"},
      {With("local"), "", "my time"},
      {With("utc"), "UTC", ""},
      {With("America/New_York"), "America/New_York", "New York"},
  };
  for (const auto& c : cases) {
    const ShownZone zone = ZoneShown(Sample(), c.state);
    EXPECT_EQ(zone.iana, c.iana) << c.state.zone;
    EXPECT_EQ(zone.label, c.label) << c.state.zone;
  }
  AppState ukrainian = With("");
  ukrainian.lang = "uk";
  EXPECT_EQ(ZoneShown(Sample(), ukrainian).label, "Париж");
}

TEST(Zone, FollowsTheSelectionOnlyToAPlaceWithClocks) {
  const Dossier dossier =
      ReadValid(R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en",
    "sources": [{"id": "S", "title": "T", "publisher": "P", "kind": "press"}],
    "actors": [{"id": "us", "name": "US", "kind": "state"}],
    "places": [{"id": "kyiv", "name": "Kyiv", "lat": 50, "lon": 30, "tz": "Europe/Kyiv"},
               {"id": "vienna", "name": "Vienna", "lat": 48, "lon": 16, "tz": "Europe/Vienna"}],
    "tracks": [{"id": "t", "name": "T", "group": "G"}],
    "events": [
      {"id": "e1", "title": "1", "date": "2022", "track": "t", "place": "vienna", "status": "occurred", "sources": [{"id": "S"}]},
      {"id": "e2", "title": "2", "date": "2022", "track": "t", "place": "vienna", "status": "occurred", "sources": [{"id": "S"}]},
      {"id": "e3", "title": "3", "date": "2022", "track": "t", "place": "kyiv", "status": "occurred", "sources": [{"id": "S"}]},
      {"id": "e4", "title": "4", "date": "2022", "track": "t", "status": "occurred", "sources": [{"id": "S"}]}],
    "moves": [
      {"id": "m1", "by": ["us"], "to": [], "type": "CONSULT", "date": "2022", "event": "e3", "summary": "S", "confidence": "confirmed", "sources": [{"id": "S"}]},
      {"id": "m2", "by": ["us"], "to": [], "type": "CONSULT", "date": "2022", "summary": "S", "confidence": "confirmed", "sources": [{"id": "S"}]}]})");
  const struct {
    const char *focus, *city;
  } cases[] = {
      {"", "Vienna"},                                      // where most of it happens
      {"e1", "Vienna"}, {"e3", "Kyiv"}, {"e4", "Vienna"},  // has no place
      {"m1", "Kyiv"},                                      // that of its event
      {"m2", "Vienna"},                                    // has no event
      {"us", "Vienna"},                                    // is nowhere
  };
  for (const auto& c : cases) {
    AppState state = InitialState(dossier);
    if (*c.focus != 0) state = Reduce(dossier, state, Select{dossier.Find(c.focus)});
    EXPECT_EQ(ZoneShown(dossier, state).label, c.city) << c.focus;
    EXPECT_EQ(ZoneShown(dossier, state).iana, std::string("Europe/") + c.city) << c.focus;
    state.zone = "utc";
    EXPECT_EQ(ZoneShown(dossier, state).iana, "UTC") << "the reader has said so";
  }
  AppState beyond = InitialState(dossier);
  for (const ItemKind kind : {ItemKind::kEvent, ItemKind::kMove}) {
    beyond.focus = {kind, 99};
    EXPECT_EQ(ZoneShown(dossier, beyond).label, "Vienna") << "a focus that is not there";
  }
}

TEST(Zone, TakesNamesAsTheZoneDatabaseHasThem) {
  for (const char* name : {"", "UTC", "utc", "local", "Europe/Kyiv", "America/Port-au-Prince",
                           "Etc/GMT+12", "America/Argentina/ComodRivadavia", "Asia/Ust-Nera",
                           "America/North_Dakota/New_Salem", "EST5EDT"}) {
    EXPECT_TRUE(IsZoneText(name)) << name;
  }
  EXPECT_TRUE(IsZoneText(std::string(64, 'z')));
  EXPECT_FALSE(IsZoneText(std::string(65, 'z')));
  for (int c = 1; c < 256; ++c) {
    const char letter = static_cast<char>(c);
    const bool in_names = (c < 128 && std::isalnum(c) != 0) || letter == '/' || letter == '_' ||
                          letter == '+' || letter == '-';
    EXPECT_EQ(IsZoneText(std::string("Europe/") + letter), in_names) << c;
  }
  AppState state = Reduce(Sample(), With("utc"), SetZone{"<script>"});
  EXPECT_EQ(state.zone, "utc");
  state = Reduce(Sample(), state, SetZone{"America/North_Dakota/New_Salem"});
  EXPECT_EQ(ZoneShown(Sample(), state).label, "New Salem");
}

TEST(Zone, IsUtcWhereNothingHasAPlace) {
  const Dossier dossier =
      ReadValid(R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en"})");
  EXPECT_EQ(ZoneShown(dossier, InitialState(dossier)).iana, "UTC");
}

TEST(Zone, OfADenseLaneIsThatOfItsPlace) {
  std::string json = R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en",
    "sources": [{"id": "S1", "title": "Report", "publisher": "Gazette", "kind": "press"}],
    "places": [{"id": "kyiv", "name": "Kyiv", "lat": 50, "lon": 30, "tz": "Europe/Kyiv"}],
    "tracks": [{"id": "t", "name": "T"}], "events": [)";
  for (int i = 0; i < 500; ++i) {
    json += i == 0 ? "" : ",";
    json += R"({"id": "e)" + std::to_string(i) + R"(", "title": "E", "summary": "", "place": "kyiv",
      "date": "2022-01-10", "track": "t", "status": "occurred", "sources": [{"id": "S1"}]})";
  }
  const Dossier dossier = ReadValid(json + "]}");
  EXPECT_EQ(ZoneShown(dossier, InitialState(dossier)).iana, "Europe/Kyiv");
}

TEST(Zone, TheSwitchGoesRound) {
  AppState state = With("");
  for (const char* next : {"local", "utc", ""}) {
    state = Reduce(Sample(), state, SetZone{NextZone(state)});
    EXPECT_EQ(state.zone, next);
  }
  state.zone = "Europe/Kyiv";
  EXPECT_EQ(NextZone(state), "");
}

}  // namespace
}  // namespace demarche
