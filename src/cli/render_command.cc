// `demarche render`: a dossier as a web site that any server can serve, as one file, or, for those
// who build pages of their own, as the bare HTML of the static list.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "core/base/escape.h"
#include "core/base/language_tag.h"
#include "page_styles.h"
#include "pane/pane.h"
#include "pane/static_page.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

// A built app: what `./dev build` makes.
struct App {
  fs::path folder;
  std::string styles_name;  // of the style sheet in assets/, which carries a hash
};

struct Rendering {
  const Dossier* dossier = nullptr;
  AppState state;
  std::string_view json;  // the dossier as it was read
};

bool WriteFile(const fs::path& path, std::string_view bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  bool is_written =
      file != nullptr && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  if (file != nullptr && std::fclose(file) != 0) is_written = false;
  if (!is_written) Complain("cannot write " + path.string());
  return is_written;
}

// The id is the author's; as a name of a file it may do no harm.
std::string FileNameOf(std::string_view id) {
  std::string name;
  for (const char c : id) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '_';
    name += is_plain ? c : '-';
  }
  return name.empty() ? "dossier" : name;
}

// ---- The app ----

std::string StylesIn(const fs::path& folder) {
  std::error_code error;
  std::string found;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder / "assets", error)) {
    const std::string name = entry.path().filename().string();
    const bool is_styles = name.rfind("page-", 0) == 0 && entry.path().extension() == ".css";
    if (is_styles && (found.empty() || name < found)) found = name;
  }
  return found;
}

bool IsApp(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / "demarche.js", error) &&
         fs::exists(folder / "assets/page.js", error) && !StylesIn(folder).empty();
}

// Where the option or the environment says; else beside this program or in the working folder.
fs::path FindApp(std::string_view option) {
  if (!option.empty()) return fs::path(std::string(option));
  if (const char* variable = std::getenv("DEMARCHE_DIST"); variable != nullptr) return variable;
  std::error_code error;
  const fs::path beside = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& folder : {beside / "dist", beside, fs::path("dist")}) {
    if (IsApp(folder)) return folder;
  }
  return {};
}

bool Copy(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (!fs::exists(from, error)) return true;
  fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::overwrite_existing, error);
  if (error)
    Complain("cannot copy " + from.string() + " to " + to.string() + ": " + error.message());
  return !error;
}

// The page for frames is the app's but for the title, which stands in it more than once.
bool CopyEmbedPage(const fs::path& app, const fs::path& out, std::string_view title) {
  constexpr size_t kLimit = 1 << 20;
  const Result<std::string> page = ReadFile((app / "embed.html").string(), kLimit);
  if (!page.ok()) return true;
  std::string html = page.value(), escaped;
  AppendEscaped(title, &escaped);
  const size_t start = html.find("<title>"), end = html.find("</title>");
  if (start != std::string::npos && end != std::string::npos && end > start + 7) {
    const std::string old = html.substr(start + 7, end - start - 7);
    for (size_t at = html.find(old); at != std::string::npos;
         at = html.find(old, at + escaped.size())) {
      html.replace(at, old.size(), escaped);
    }
  }
  return WriteFile(out / "embed.html", html);
}

bool CopyApp(const fs::path& app, const fs::path& out, std::string_view title) {
  for (const char* name : {"demarche.js", "assets", "icon.svg"}) {
    if (!Copy(app / name, out / name)) return false;
  }
  return CopyEmbedPage(app, out, title);
}

// ---- The outputs ----

int WriteSite(const Rendering& rendering, const fs::path& out, const fs::path& app) {
  std::error_code error;
  fs::create_directories(out / "dossiers", error);
  if (error) {
    Complain("cannot make the folder " + out.string() + ": " + error.message());
    return kExitCouldNotRun;
  }
  const std::string dossier_name = "dossiers/" + FileNameOf(rendering.dossier->data().id) + ".json";
  StaticPage page;
  std::string styles_href = "demarche.css";
  if (app.empty()) {
    if (!WriteFile(out / styles_href, kPageStyles)) return kExitCouldNotRun;
    Complain(
        "no built app was found (--app DIR, or DEMARCHE_DIST): the site is the static list alone.");
  } else {
    const Dossier& dossier = *rendering.dossier;
    if (!CopyApp(app, out, dossier.In(dossier.data().title, rendering.state.lang)))
      return kExitCouldNotRun;
    styles_href = "assets/" + StylesIn(app);
    page.dossier_src = dossier_name;
    page.modules = {"demarche.js", "assets/page.js"};
    page.icon_href = "icon.svg";
  }
  page.styles_href = styles_href;
  const std::string html = RenderStaticPage(*rendering.dossier, rendering.state, page);
  const bool is_written =
      WriteFile(out / "index.html", html) && WriteFile(out / dossier_name, rendering.json);
  if (!is_written) return kExitCouldNotRun;
  Complain("wrote " + (out / "index.html").string() + " and " + (out / dossier_name).string());
  return kExitOk;
}

int WriteSingleFile(const Rendering& rendering, fs::path out) {
  std::error_code error;
  if (out.extension() == ".html") {
    if (out.has_parent_path()) fs::create_directories(out.parent_path(), error);
  } else {
    fs::create_directories(out, error);
    out /= FileNameOf(rendering.dossier->data().id) + ".html";
  }
  if (error) {
    Complain("cannot make the folder for " + out.string() + ": " + error.message());
    return kExitCouldNotRun;
  }
  const std::string html =
      RenderStaticPage(*rendering.dossier, rendering.state, {.styles = kPageStyles});
  if (!WriteFile(out, html)) return kExitCouldNotRun;
  Complain("wrote " + out.string());
  return kExitOk;
}

}  // namespace

int RenderCommand(std::span<const std::string_view> args) {
  constexpr Option kOptions[] = {{"-o"},
                                 {"--lang"},
                                 {"--app"},
                                 {"--single-file", OptionKind::kSwitch},
                                 {"--fragment", OptionKind::kSwitch}};
  const Result<Arguments> parsed = Arguments::Parse(args, kOptions);
  if (!parsed.ok()) return UsageError("render", parsed.error().message);
  const Arguments& arguments = parsed.value();
  if (arguments.operands().size() != 1) return UsageError("render", "Name one file.");
  const std::string_view out = arguments.Value("-o"), lang = arguments.Value("--lang");
  const bool is_fragment = arguments.Has("--fragment");
  if (out.empty() && !is_fragment) return UsageError("render", "Say with -o where to write.");
  if (!lang.empty() && !IsLanguageTag(lang)) {
    return UsageError("render", "The option --lang takes a language tag, such as uk or de-AT.");
  }
  const bool wants_app = !is_fragment && !arguments.Has("--single-file");
  const fs::path app = wants_app ? FindApp(arguments.Value("--app")) : fs::path();
  if (!app.empty() && !IsApp(app)) {
    Complain(app.string() +
             " holds no built app (demarche.js and assets/). `./dev build` makes one in dist/.");
    return kExitCouldNotRun;
  }

  int exit_code = kExitOk;
  std::string json;
  const ReadResult read = LoadDossier(arguments.operands()[0], &exit_code, &json);
  if (!read.dossier) return exit_code;
  Rendering rendering{&*read.dossier, InitialState(*read.dossier), json};
  rendering.state.lang = lang;
  if (is_fragment) {
    Print(RenderStaticList(*rendering.dossier, rendering.state) + "\n");
    return kExitOk;
  }
  const fs::path path{std::string(out)};
  return wants_app ? WriteSite(rendering, path, app) : WriteSingleFile(rendering, path);
}

}  // namespace demarche
