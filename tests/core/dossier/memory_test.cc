// What an event costs beyond its own struct, whose size dossier.cc asserts. IdIndex keeps four-byte
// slots, at least a quarter of them full.
#include <gtest/gtest.h>

#include <string>

#include "core/dossier/dossier.h"
#include "core/dossier/generate.h"
#include "core/reader/dossier_reader.h"

namespace demarche {
namespace {

TEST(Memory, IndexesTakeAtMost72BytesAnEvent) {
  std::string json;
  GenerateDossier({.events = 20000, .actors = 50, .seed = 1},
                  [&json](std::string_view piece) { json += piece; });
  const ReadResult result = ReadDossier(json, "generated.json");
  ASSERT_TRUE(result.dossier);
  const Dossier& dossier = *result.dossier;
  const double events = static_cast<double>(dossier.events().size());
  const double by_time = static_cast<double>(dossier.EventsByTime().size_bytes()) / events;
  const double lanes = static_cast<double>(dossier.lanes().bytes()) / events;
  const double changes = static_cast<double>(dossier.ChangeDays().size_bytes()) / events;
  constexpr double kOfTrack = sizeof(Index), kMovesOfEvent = sizeof(Index),
                   kIds = 4 * sizeof(Index);

  EXPECT_LT(by_time + lanes + changes + kOfTrack + kMovesOfEvent + kIds, 72);
  EXPECT_LT(lanes, 36);
}

}  // namespace
}  // namespace demarche
