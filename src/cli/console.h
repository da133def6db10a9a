// What the commands share of the world outside: files, standard input, and the two outputs.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/reader/dossier_reader.h"

namespace demarche {

/// The bytes of a file, or of standard input for `-`. Reads at most one byte more than `limit`,
/// which is enough for the reader to see that it is too large.
Result<std::string> ReadFile(std::string_view path, size_t limit);

/// The name by which messages call a file.
std::string_view NameOfFile(std::string_view path);

/// Data: standard output.
void Print(std::string_view text);
/// Messages: a line on standard error, after the program's name.
void Complain(std::string_view message);

/// Says what is wrong with the arguments and returns kExitCouldNotRun.
int UsageError(std::string_view command, std::string_view message);

/// Reads a dossier for a command that needs a valid one. If it cannot be had, says why on standard
/// error and sets `exit_code`; warnings are no hindrance and not shown. `json`, if given, receives
/// the text of the file.
ReadResult LoadDossier(std::string_view path, int* exit_code, std::string* json = nullptr);

}  // namespace demarche
