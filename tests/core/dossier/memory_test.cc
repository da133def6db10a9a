// What an event costs beyond its text, counted by the allocator: its struct, its lists, its share
// of the dates and of the indexes. A million events live in a browser's memory, where pointers have
// four bytes and it is less.
#include <gtest/gtest.h>

#include <string>

#include "core/dates/civil.h"
#include "core/dossier/dossier.h"
#include "core/reader/dossier_reader.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace demarche {
namespace {

size_t BytesInUse() {
#ifdef __GLIBC__
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
#else
  return 0;
#endif
}

// As dense as a million events in 32 years: 85 a day, some of them not sure of it.
std::string DenseDossier(int events) {
  std::string json = R"({"format": "demarche/1", "id": "dense", "lang": "en", "title": "Dense",
    "sources": [{"id": "S1", "title": "Report", "publisher": "Gazette", "kind": "press"}],
    "tracks": [{"id": "talks", "name": "Talks"}, {"id": "courts", "name": "Courts"}],
    "events": [)";
  for (int i = 0; i < events; ++i) {
    const std::string number = std::to_string(i);
    const std::string day = IsoUtc(Seconds{i / 85} * kSecondsPerDay).substr(0, 10);
    json += i == 0 ? "" : ",";
    json += R"({"id": "e)" + number + R"(", "title": "Talks in Geneva", "summary": "Number )" +
            number + R"(.", "date": ")" + day + (i % 10 == 0 ? "~" : "") + R"(", "track": ")" +
            (i % 3 == 0 ? "courts" : "talks") +
            R"(", "status": "occurred", "sources": [{"id": "S1"}]})";
  }
  return json + "]}";
}

TEST(Memory, AnEventTakesLessThan200BytesBeyondItsText) {
  const std::string json = DenseDossier(30000);
  const size_t before = BytesInUse();
  const ReadResult result = ReadDossier(json, "dense.json");
  const size_t held = BytesInUse() - before;
  ASSERT_TRUE(result.dossier);
  if (held == 0) GTEST_SKIP() << "this allocator does not count";
  const Dossier& dossier = *result.dossier;
  size_t text = 0;
  for (const Event& event : dossier.events()) {
    text += event.id.view().size() + dossier.In(event.title, "en").size() +
            dossier.In(event.summary, "en").size();
  }
  const auto events = static_cast<double>(dossier.events().size());
  EXPECT_GT(held, text);
  EXPECT_LT(static_cast<double>(held - text) / events, 200);
  EXPECT_LT(static_cast<double>(dossier.lanes().bytes()) / events, 36);
}

}  // namespace
}  // namespace demarche
