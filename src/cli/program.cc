#include "cli/program.h"

#include <algorithm>
#include <cstdio>
#include <string>

#include "cli/commands.h"
#include "cli/console.h"
#include "core/reader/wording.h"

namespace demarche {
namespace {

struct Command {
  std::string_view name;
  int (*run)(std::span<const std::string_view> args);
  std::string_view summary;
  std::string_view help;
};

constexpr Command kCommands[] = {
    {"validate", ValidateCommand, "say everything that is wrong with dossiers",
     "usage: demarche validate FILE... [--format text|json]\n\n"
     "Prints the findings of each FILE (- is standard input): where it is, a stable code, what is\n"
     "wrong and what would be right.\n\n"
     "  --format text|json  a line each (default), or one JSON document\n\n"
     "Exit code 0: valid, perhaps with warnings; 1: errors found; 2: could not run.\n"},
    {"render", RenderCommand, "make a web site or one file of a dossier",
     "usage: demarche render FILE -o DIR [--single-file] [--lang L] [--app DIR]\n"
     "       demarche render FILE --fragment [--lang L]\n\n"
     "Writes a static web site of FILE (- is standard input) into DIR: the whole dossier as text "
     "with\n"
     "its sources, the app that draws it, and the dossier.\n\n"
     "  --single-file  one .html file without the app, which needs nothing else; -o may name it\n"
     "  --fragment     print the HTML of the list alone, to be put into a page of your own\n"
     "  --lang L       texts in this language, where the dossier has it\n"
     "  --app DIR      the built app (default: DEMARCHE_DIST, else dist/ beside this program or "
     "here)\n\n"
     "Exit code 0: done; 1: FILE is not a valid dossier; 2: could not run.\n"},
    {"stats", StatsCommand, "count what a dossier holds",
     "usage: demarche stats FILE [--format text|json]\n\n"
     "Prints how much FILE (- is standard input) holds of what, how many moves are by and to each\n"
     "actor, and the span of time of all events and moves.\n\n"
     "  --format text|json  tables (default), or one JSON document\n\n"
     "Exit code 0: done; 1: FILE is not a valid dossier; 2: could not run.\n"},
    {"export", ExportCommand, "write a dossier in a format of other tools",
     "usage: demarche export FILE --to gexf|svg [--as-of DATE] [--lang L]\n\n"
     "Prints FILE (- is standard input) in another format, and says on standard error what that\n"
     "cannot hold.\n\n"
     "  --to gexf  the actor graph with its changes over time, for Gephi\n"
     "  --to svg   a picture of the actor graph\n"
     "  --as-of D  of the picture: what was known on that date (EDTF); else the dossier's own\n"
     "  --lang L   names in this language, where the dossier has it\n\n"
     "Exit code 0: done; 1: FILE is not a valid dossier; 2: could not run.\n"},
    {"generate", GenerateCommand, "make up a dossier of any size",
     "usage: demarche generate [--events N] [--actors M] [--seed S]\n\n"
     "Prints a synthetic valid dossier. The same seed gives the same bytes.\n\n"
     "  --events N  up to 2,000,000 (default 1000)\n"
     "  --actors M  up to 100,000 (default 20)\n"
     "  --seed S    any whole number (default 1)\n"},
};

std::string Usage() {
  std::string usage =
      "usage: demarche COMMAND ...\n\nTimelines and actor graphs of diplomacy, from dossiers.\n\n";
  for (const Command& command : kCommands) {
    std::string name(command.name);
    name.resize(12, ' ');
    usage += "  " + name + std::string(command.summary) + '\n';
  }
  usage += "\n`demarche COMMAND --help` says more; `demarche --version` says which one this is.\n";
  return usage;
}

// Whether `option` stands among the options; behind `--` there are none.
bool Asks(std::span<const std::string_view> args, std::string_view option) {
  const auto end = std::find(args.begin(), args.end(), "--");
  return std::find(args.begin(), end, option) != end;
}

int UnknownCommand(std::string_view name) {
  NearestWord nearest(name);
  for (const Command& command : kCommands) nearest.Offer(command.name);
  Complain("There is no command " + Quoted(name) + ". " + DidYouMean(nearest.word()) +
           "Try `demarche --help`.");
  return kExitCouldNotRun;
}

int RunCommand(std::span<const std::string_view> args) {
  if (Asks(args, "--version")) {
    Print("demarche " DEMARCHE_VERSION "\n");
    return kExitOk;
  }
  if (args.empty()) {
    Complain("Name a command.\n" + Usage());
    return kExitCouldNotRun;
  }
  if (args[0] == "--help" || args[0] == "-h" || args[0] == "help") {
    Print(Usage());
    return kExitOk;
  }
  for (const Command& command : kCommands) {
    if (command.name != args[0]) continue;
    const std::span<const std::string_view> rest = args.subspan(1);
    if (!Asks(rest, "--help") && !Asks(rest, "-h")) return command.run(rest);
    Print(command.help);
    return kExitOk;
  }
  return UnknownCommand(args[0]);
}

}  // namespace

int RunProgram(std::span<const std::string_view> args) {
  const int exit_code = RunCommand(args);
  // A full disk must not look like success.
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    Complain("cannot write the output.");
    return kExitCouldNotRun;
  }
  return exit_code;
}

}  // namespace demarche
