#include "core/state/zone.h"

#include <gtest/gtest.h>

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

TEST(Zone, IsUtcWhereNothingHasAPlace) {
  const Dossier dossier =
      ReadValid(R"({"format": "demarche/1", "id": "d", "title": "D", "lang": "en"})");
  EXPECT_EQ(ZoneShown(dossier, InitialState(dossier)).iana, "UTC");
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
