#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/reader/dossier_reader.h"

namespace demarche {
namespace {

// A dossier whose moves reply to each other as `replies` has it: one line "a: b c" a move.
std::string DossierOf(const std::vector<std::string>& replies) {
  std::string json =
      R"({"format":"demarche/1","id":"d","title":"D","lang":"en","summary":"s","as_of":"2022",)"
      R"("license":"l","authors":["a"],"updated":"2022",)"
      R"("sources":[{"id":"S","title":"T","publisher":"P","kind":"press"}],)"
      R"("actors":[{"id":"us","name":"US","kind":"state"}],"moves":[)";
  for (const std::string& line : replies) {
    json += &line == &replies[0] ? "\n" : ",\n";
    json += R"({"id":")" + line.substr(0, 1) + R"(","by":["us"],"to":[],"type":"AGREE",)" +
            R"("date":"2022","summary":"s","confidence":"reported","sources":[{"id":"S"}])";
    std::string list;
    for (size_t i = 3; i < line.size(); i += 2) {
      list += (list.empty() ? "\"" : ",\"") + line.substr(i, 1) + '"';
    }
    json += list.empty() ? "}" : ",\"replies_to\":[" + list + "]}";
  }
  return json + "]}";
}

// "E-REPLY-CYCLE at move 2" for each finding.
std::string ChecksOf(const std::vector<std::string>& replies) {
  std::string out;
  for (const Finding& finding : ReadDossier(DossierOf(replies), "f").findings.list) {
    out += finding.code + ' ' + finding.pointer + '\n';
  }
  return out;
}

TEST(DossierCheckTest, RepliesMayBranchAndMeet) {
  EXPECT_EQ(ChecksOf({"a:"}), "");
  EXPECT_EQ(ChecksOf({"a:", "b: a", "c: b"}), "");
  EXPECT_EQ(ChecksOf({"a: b", "b: c", "c:"}), "");            // the file's order means nothing
  EXPECT_EQ(ChecksOf({"a:", "b: a", "c: a", "d: b c"}), "");  // two ways to one move are no circle
  EXPECT_EQ(ChecksOf({"a:", "b: a", "c: a b", "d: a b c"}), "");
}

TEST(DossierCheckTest, RepliesMustNotGoRound) {
  EXPECT_EQ(ChecksOf({"a: a"}), "E-REPLY-SELF /moves/0\n");
  EXPECT_EQ(ChecksOf({"a: b", "b: a"}), "E-REPLY-CYCLE /moves/1\n");
  EXPECT_EQ(ChecksOf({"a: b", "b: c", "c: a"}), "E-REPLY-CYCLE /moves/2\n");
  EXPECT_EQ(ChecksOf({"a: c", "b: a", "c: b"}), "E-REPLY-CYCLE /moves/1\n");
  EXPECT_EQ(ChecksOf({"a:", "b: a c", "c: b"}), "E-REPLY-CYCLE /moves/2\n");
  // Two circles are two findings, and one of one move beside them is its own.
  EXPECT_EQ(ChecksOf({"a: b", "b: a", "c: d", "d: c", "e: e a"}),
            "E-REPLY-CYCLE /moves/1\nE-REPLY-CYCLE /moves/3\nE-REPLY-SELF /moves/4\n");
}

TEST(DossierCheckTest, LooksOnlyAtWhatIsRightOtherwise) {
  EXPECT_EQ(ChecksOf({"a: a x"}), "E-REF-UNKNOWN /moves/0/replies_to/1\n");
}

}  // namespace
}  // namespace demarche
