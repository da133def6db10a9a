// The commands of `demarche` (CONTRACT.md section 2). Each takes the arguments behind its name and
// returns the exit code; `--help` and `--version` are the program's (program.h).
#pragma once

#include <span>
#include <string_view>

namespace demarche {

inline constexpr int kExitOk = 0;
inline constexpr int kExitErrorsFound = 1;
inline constexpr int kExitCouldNotRun = 2;

int ValidateCommand(std::span<const std::string_view> args);
int RenderCommand(std::span<const std::string_view> args);
int StatsCommand(std::span<const std::string_view> args);
int ExportCommand(std::span<const std::string_view> args);
int GenerateCommand(std::span<const std::string_view> args);

}  // namespace demarche
