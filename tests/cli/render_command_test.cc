// `demarche render`: what it writes where, and what it says when it cannot.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/commands.h"
#include "tests/cli/captured.h"
#include "tests/core/reader/complete_dossier.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

std::string TextOf(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

void Write(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

class RenderTest : public testing::Test {
 protected:
  RenderTest() : folder_(fs::path(testing::TempDir()) / ("render-" + std::to_string(getpid()))) {
    fs::remove_all(folder_);
    Write(folder_ / "in.json", kCompleteJson);
    unsetenv("DEMARCHE_DIST");
  }
  ~RenderTest() override { fs::remove_all(folder_); }

  Captured Render(std::vector<std::string> args, std::string_view input = {}) {
    std::vector<std::string_view> all = {"render"};
    all.insert(all.end(), args.begin(), args.end());
    return RunDemarche(all, input);
  }
  // An app as the build makes it, as far as this command looks at it.
  std::string MakeApp() {
    const fs::path app = folder_ / "app";
    Write(app / "demarche.js", "loader");
    Write(app / "assets/page.js", "page");
    Write(app / "assets/page-1a2b.css", "styles");
    Write(app / "icon.svg", "<svg/>");
    Write(app / "embed.html", "<title>Three &amp; more</title><a>Three &amp; more: list</a>");
    return app.string();
  }

  fs::path folder_;
};

TEST_F(RenderTest, WritesASiteOfTheListAloneWithoutAnApp) {
  // Neither beside the test's program nor in its working folder is there an app.
  const fs::path before = fs::current_path();
  fs::current_path(folder_);
  const Captured run = Render({"in.json", "-o", "site"});
  fs::current_path(before);
  EXPECT_EQ(run.exit_code, kExitOk) << run.err;
  EXPECT_EQ(run.out, "");
  EXPECT_TRUE(Contains(run.err, "no built app"));
  const std::string html = TextOf(folder_ / "site/index.html");
  EXPECT_TRUE(Contains(html, "<h1>All of it</h1>"));
  EXPECT_TRUE(Contains(html, "href=\"demarche.css\""));
  EXPECT_FALSE(Contains(html, "<script"));
  EXPECT_TRUE(Contains(TextOf(folder_ / "site/demarche.css"), "--dm-paper"));
  EXPECT_EQ(TextOf(folder_ / "site/dossiers/complete.json"), kCompleteJson);
}

TEST_F(RenderTest, PutsTheAppAroundTheList) {
  const Captured run = Render(
      {(folder_ / "in.json").string(), "-o", (folder_ / "site").string(), "--app", MakeApp()});
  EXPECT_EQ(run.exit_code, kExitOk) << run.err;
  const std::string html = TextOf(folder_ / "site/index.html");
  EXPECT_TRUE(Contains(html, "<demarche-timeline src=\"dossiers/complete.json\">"));
  EXPECT_TRUE(Contains(html, "href=\"assets/page-1a2b.css\""));
  EXPECT_TRUE(Contains(html, "src=\"demarche.js\""));
  EXPECT_TRUE(Contains(html, "<h1>All of it</h1>"));
  for (const char* name : {"demarche.js", "assets/page.js", "assets/page-1a2b.css", "icon.svg"}) {
    EXPECT_TRUE(fs::exists(folder_ / "site" / name)) << name;
  }
  EXPECT_EQ(TextOf(folder_ / "site/embed.html"), "<title>All of it</title><a>All of it: list</a>");
}

TEST_F(RenderTest, FindsTheAppInTheEnvironment) {
  setenv("DEMARCHE_DIST", MakeApp().c_str(), 1);
  const Captured run = Render({(folder_ / "in.json").string(), "-o", (folder_ / "site").string()});
  unsetenv("DEMARCHE_DIST");
  EXPECT_EQ(run.exit_code, kExitOk) << run.err;
  EXPECT_TRUE(fs::exists(folder_ / "site/demarche.js"));
}

TEST_F(RenderTest, WritesASingleFileThatNeedsNothingElse) {
  const std::string in = (folder_ / "in.json").string();
  EXPECT_EQ(Render({in, "--single-file", "-o", (folder_ / "a/named.html").string()}).exit_code,
            kExitOk);
  EXPECT_EQ(Render({in, "--single-file", "-o", (folder_ / "b").string()}).exit_code, kExitOk);
  const std::string html = TextOf(folder_ / "a/named.html");
  EXPECT_EQ(html, TextOf(folder_ / "b/complete.html"));
  EXPECT_TRUE(Contains(html, "--dm-paper"));
  EXPECT_FALSE(Contains(html, "<link rel=\"stylesheet\""));
  EXPECT_FALSE(Contains(html, " src="));
}

TEST_F(RenderTest, PrintsTheFragmentFromStandardInput) {
  const Captured run = Render({"-", "--fragment", "--lang", "uk"}, kCompleteJson);
  EXPECT_EQ(run.exit_code, kExitOk);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out.rfind("<article class=\"dm-static\" lang=\"en\">", 0), 0u);
  EXPECT_TRUE(Contains(run.out, "<h1><span lang=\"uk\" dir=\"auto\">Усе</span></h1>"));
}

TEST_F(RenderTest, SaysWhyItCannot) {
  const std::string in = (folder_ / "in.json").string(), out = (folder_ / "site").string();
  Write(folder_ / "file", "");
  const struct {
    std::vector<std::string> args;
    int exit_code;
    std::string_view says;
  } kCases[] = {
      {{}, kExitCouldNotRun, "Name one file"},
      {{in}, kExitCouldNotRun, "-o"},
      {{in, in, "-o", out}, kExitCouldNotRun, "Name one file"},
      {{in, "-o", out, "--lang", "no language"}, kExitCouldNotRun, "--lang"},
      {{in, "-o", out, "--app", folder_.string()}, kExitCouldNotRun, "holds no built app"},
      {{in, "-o", (folder_ / "file/site").string(), "--single-file"},
       kExitCouldNotRun,
       "cannot make the folder"},
      {{(folder_ / "missing.json").string(), "-o", out}, kExitCouldNotRun, "cannot open"},
      {{"-", "-o", out}, kExitErrorsFound, "not a valid dossier"},
  };
  for (const auto& c : kCases) {
    const Captured run = Render(c.args, "{");
    EXPECT_EQ(run.exit_code, c.exit_code) << c.says;
    EXPECT_TRUE(Contains(run.err, c.says)) << run.err;
    EXPECT_EQ(run.out, "");
  }
  EXPECT_FALSE(fs::exists(out));
}

}  // namespace
}  // namespace demarche
