#include "cli/console.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "cli/commands.h"

namespace demarche {

Result<std::string> ReadFile(std::string_view path, size_t limit) {
  const std::string name(path);
  std::FILE* file = path == "-" ? stdin : std::fopen(name.c_str(), "rb");
  if (file == nullptr) {
    return Error{"E-FILE", "cannot open " + name + ": " + std::strerror(errno)};
  }
  std::string text;
  char buffer[64 * 1024];
  size_t count = 0;
  while (text.size() <= limit && (count = std::fread(buffer, 1, sizeof buffer, file)) > 0) {
    text.append(buffer, count);
  }
  const bool has_failed = std::ferror(file) != 0;
  const int error = errno;
  if (file != stdin) std::fclose(file);
  if (has_failed) return Error{"E-FILE", "cannot read " + name + ": " + std::strerror(error)};
  return text;
}

std::string_view NameOfFile(std::string_view path) { return path == "-" ? "(stdin)" : path; }

void Print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void Complain(std::string_view message) {
  // What was printed so far stands before it, where both go to one place.
  std::fflush(stdout);
  std::fprintf(stderr, "demarche: %.*s\n", static_cast<int>(message.size()), message.data());
}

int UsageError(std::string_view command, std::string_view message) {
  Complain(std::string(message) + "\nTry `demarche " + std::string(command) + " --help`.");
  return kExitCouldNotRun;
}

ReadResult LoadDossier(std::string_view path, int* exit_code, std::string* json) {
  Result<std::string> text = ReadFile(path, DossierLimits{}.file_bytes);
  if (!text.ok()) {
    Complain(text.error().message);
    *exit_code = kExitCouldNotRun;
    return {};
  }
  ReadResult read = ReadDossier(text.value(), NameOfFile(path));
  if (!read.dossier) {
    const std::string findings = FindingsText(read.findings);
    std::fwrite(findings.data(), 1, findings.size(), stderr);
    Complain(std::string(NameOfFile(path)) + " is not a valid dossier.");
    *exit_code = kExitErrorsFound;
  }
  if (json != nullptr) *json = std::move(text).value();
  return read;
}

}  // namespace demarche
