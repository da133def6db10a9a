#include "cli/program.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/captured.h"
#include "tests/core/reader/complete_dossier.h"

namespace demarche {
namespace {

constexpr std::string_view kBroken =
    R"({"format": "demarche/1", "id": "b", "title": "B", "lang": "en",
  "topics": [{"id": "t"}]})";

// A file with that content, for as long as the test runs.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view content)
      : path_(testing::TempDir() + "demarche-" + std::to_string(getpid()) + "-" +
              std::to_string(++count_) + ".json") {
    std::ofstream(path_, std::ios::binary) << content;
  }
  ~TemporaryFile() { std::remove(path_.c_str()); }
  const std::string& path() const { return path_; }

 private:
  static inline int count_ = 0;
  std::string path_;
};

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST(ProgramTest, HelpsAndSaysItsVersion) {
  for (const std::string_view ask : {"--help", "-h", "help"}) {
    const Captured help = RunDemarche({ask});
    EXPECT_EQ(help.exit_code, 0);
    EXPECT_EQ(help.err, "");
    EXPECT_TRUE(help.out.starts_with("usage: demarche COMMAND")) << help.out;
  }
  for (const std::string_view command : {"validate", "render", "stats", "export", "generate"}) {
    const Captured help = RunDemarche({command, "--nonsense", "--help"});
    EXPECT_EQ(help.exit_code, 0);
    EXPECT_EQ(help.err, "");
    EXPECT_TRUE(help.out.starts_with("usage: demarche " + std::string(command))) << help.out;
    EXPECT_TRUE(Contains(RunDemarche({"--help"}).out, "  " + std::string(command) + ' '));
    EXPECT_EQ(RunDemarche({command, "--version"}).out, "demarche " DEMARCHE_VERSION "\n");
  }
  EXPECT_EQ(RunDemarche({"--version"}).out, "demarche " DEMARCHE_VERSION "\n");
}

TEST(ProgramTest, SaysWhatItCouldNotRun) {
  const struct {
    std::vector<std::string_view> args;
    std::string_view message;
  } kCases[] = {
      {{}, "Name a command."},
      {{"vlidate", "x"}, "Did you mean \"validate\"?"},
      {{"import"}, "There is no command \"import\"."},
      {{"--colour"}, "There is no command"},
      {{"validate"}, "Name a file."},
      {{"validate", "/no/such/file.json"}, "cannot open /no/such/file.json: No such file"},
      {{"validate", "/"}, "cannot read /: Is a directory"},
      {{"validate", "--format", "xml", "-"}, "--format takes text or json"},
      {{"validate", "--format"}, "--format needs a value"},
      {{"validate", "--fromat=json", "-"}, "Did you mean \"--format\"?"},
      {{"stats"}, "Name one file."},
      {{"stats", "a", "b"}, "Name one file."},
      {{"stats", "/no/such/file.json"}, "cannot open"},
      {{"generate", "--events", "-1"}, "--events takes a whole number up to 2000000"},
      {{"generate", "--events", "2000001"}, "--events takes"},
      {{"generate", "--actors", "100001"}, "--actors takes"},
      {{"generate", "--seed", "0x1"}, "--seed takes"},
      {{"generate", "--seed="}, "--seed takes"},
      {{"generate", "--seed", "1", "--seed", "2"}, "stands twice"},
      {{"generate", "file.json"}, "takes options only"},
  };
  for (const auto& c : kCases) {
    const Captured run = RunDemarche(c.args);
    EXPECT_EQ(run.exit_code, 2) << c.message;
    EXPECT_EQ(run.out, "") << c.message;
    EXPECT_TRUE(run.err.starts_with("demarche: ")) << run.err;
    EXPECT_TRUE(Contains(run.err, c.message)) << run.err;
  }
}

TEST(ProgramTest, AFullDiskIsNoSuccess) {
  std::FILE* full = std::fopen("/dev/full", "w");
  if (full == nullptr) GTEST_SKIP() << "no /dev/full here";
  const std::string_view args[] = {"generate"};
  int exit_code = 0;
  {
    Redirected out(stdout, full), err(stderr, std::tmpfile());
    exit_code = RunProgram(args);
    std::clearerr(stdout);
  }
  EXPECT_EQ(exit_code, 2);
}

TEST(ValidateTest, SaysNothingOfAValidFile) {
  const TemporaryFile file(kCompleteJson);
  const Captured run = RunDemarche({"validate", file.path()});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, "demarche: " + file.path() + ": valid\n");
}

TEST(ValidateTest, ReadsStandardInput) {
  EXPECT_EQ(RunDemarche({"validate", "-"}, kCompleteJson).exit_code, 0);
  const Captured run = RunDemarche({"validate", "-"}, kBroken);
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_TRUE(Contains(run.out, "(stdin):2:14: error E-KEY-MISSING at /topics/0: ")) << run.out;
  EXPECT_EQ(run.err, "demarche: (stdin): 1 error, 5 warnings\n");
}

TEST(ValidateTest, LooksAtEveryFileWhateverTheOthersAre) {
  const TemporaryFile good(kCompleteJson), bad(kBroken);
  Captured run = RunDemarche({"validate", bad.path(), good.path()});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_TRUE(Contains(run.err, good.path() + ": valid")) << run.err;
  run = RunDemarche({"validate", bad.path(), "/no/such/file", good.path()});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_TRUE(Contains(run.err, good.path() + ": valid")) << run.err;
}

TEST(ValidateTest, AnswersInJson) {
  const TemporaryFile good(kCompleteJson), bad(kBroken);
  const Captured run = RunDemarche({"validate", "--format=json", good.path(), bad.path()});
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(run.err, "");
  const nlohmann::json json = nlohmann::json::parse(run.out, nullptr, false);
  ASSERT_FALSE(json.is_discarded()) << run.out;
  EXPECT_EQ(json["errors"], 1);
  EXPECT_EQ(json["warnings"], 5);
  EXPECT_EQ(json["findings"].size(), 6u);
  EXPECT_EQ(json["findings"][5]["file"], bad.path());
  EXPECT_EQ(json["findings"][5]["pointer"], "/topics/0");
}

TEST(StatsCommandTest, CountsAFileOrStandardInput) {
  const TemporaryFile file(kCompleteJson);
  const Captured text = RunDemarche({"stats", file.path()});
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_EQ(text.err, "");
  EXPECT_TRUE(Contains(text.out, "All of it (complete)")) << text.out;
  const Captured run = RunDemarche({"stats", "-", "--format", "json"}, kCompleteJson);
  const nlohmann::json json = nlohmann::json::parse(run.out, nullptr, false);
  ASSERT_FALSE(json.is_discarded()) << run.out;
  EXPECT_EQ(json["counts"]["moves"], 3);
  EXPECT_EQ(json["span"]["earliest"], "2021-12-17T00:00:00Z");
  EXPECT_EQ(json["span"]["latest"], "2022-01-01T23:59:59Z");
}

TEST(StatsCommandTest, NeedsAValidDossier) {
  const Captured run = RunDemarche({"stats", "-", "--format", "json"}, kBroken);
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(run.out, "");
  EXPECT_TRUE(Contains(run.err, "E-KEY-MISSING")) << run.err;
  EXPECT_TRUE(Contains(run.err, "(stdin) is not a valid dossier")) << run.err;
}

TEST(ExportCommandTest, DrawsTheGraphAsOfADate) {
  const std::string talks = DEMARCHE_SOURCE_DIR "/assets/dossiers/ukraine-talks-2022.json";
  const Captured then = RunDemarche({"export", talks, "--to", "svg", "--as-of", "2014-04-01"});
  EXPECT_EQ(then.exit_code, 0);
  EXPECT_EQ(then.err, "");
  EXPECT_TRUE(then.out.starts_with("<svg ")) << then.out.substr(0, 80);
  EXPECT_TRUE(Contains(then.out, "as of 1 April 2014"));
  const Captured own = RunDemarche({"export", talks, "--to", "svg", "--lang", "de"});
  EXPECT_TRUE(Contains(own.out, "as of 9 January 2022"));
  EXPECT_TRUE(Contains(own.out, "<title>Russland</title>"));
  EXPECT_EQ(RunDemarche({"export", talks, "--to", "svg", "--as-of", "soon"}).exit_code, 2);
  EXPECT_EQ(RunDemarche({"export", talks, "--to", "png"}).exit_code, 2);
}

TEST(GenerateCommandTest, MakesWhatValidateTakes) {
  const Captured made =
      RunDemarche({"generate", "--events", "50", "--actors=7", "--seed", "18446744073709551615"});
  EXPECT_EQ(made.exit_code, 0);
  EXPECT_EQ(made.err, "");
  const Captured run = RunDemarche({"validate", "-"}, made.out);
  EXPECT_EQ(run.exit_code, 0) << run.out;
  EXPECT_EQ(run.out, "");
}

TEST(GenerateCommandTest, SameSeedSameBytes) {
  const std::vector<std::string_view> args = {"generate", "--events", "20", "--seed", "3"};
  EXPECT_EQ(RunDemarche(args).out, RunDemarche(args).out);
  EXPECT_NE(RunDemarche(args).out, RunDemarche({"generate", "--events", "20"}).out);
}

}  // namespace
}  // namespace demarche
