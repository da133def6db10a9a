// What to tell a person about text that is not JSON.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/reader/finding_log.h"

namespace demarche {

/// Adds the finding for the place where the parser gave up. `read` is how many bytes it had taken,
/// `token` what it took last, `reason` its own words.
void ReportSyntaxError(std::string_view json, size_t read, std::string_view token,
                       std::string_view reason, FindingLog* log);

}  // namespace demarche
