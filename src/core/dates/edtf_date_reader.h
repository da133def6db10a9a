// The reader of one date, which the parser of intervals and sets calls for their parts.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/dates/edtf.h"

namespace demarche {

enum class TimeOfDay : uint8_t { kAllowed, kRefused };

/// False with *error filled in where `text` is not a date. Allocates nothing on the way to one.
bool ReadDate(std::string_view text, TimeOfDay time_of_day, EdtfDate* date, Error* error);

}  // namespace demarche
