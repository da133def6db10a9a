// How the parser says what is wrong.
#pragma once

#include <string_view>

#include "core/base/result.h"

namespace demarche {

/// What parsing functions return when they fail: false, with *error filled in.
bool FailSyntax(Error* error, std::string_view message, std::string_view remedy);
bool FailRange(Error* error, std::string_view message, std::string_view remedy);
bool FailLevel(Error* error, std::string_view message, std::string_view remedy);

/// Looks for the mistakes people make in a text that is no date, so that the parser's quick path
/// need not. `text` is what stands in place of a date: all of it, or one part of an interval or a
/// set.
Error DescribeDateSyntax(std::string_view text);

}  // namespace demarche
