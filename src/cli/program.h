// `demarche`: finds the command and answers what all commands answer alike.
#pragma once

#include <span>
#include <string_view>

namespace demarche {

/// Runs the command that `args` name (without the program's own name) and returns the exit code.
int RunProgram(std::span<const std::string_view> args);

}  // namespace demarche
