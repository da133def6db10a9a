// Dates in English words: what the reading pane says in full, what chips and lists say in short,
// and one or two sentences on what is known of a date and what is not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/dates/edtf.h"

namespace demarche {

/// "Monday 10 January 2022" or "10 January 2022".
enum class Weekdays : uint8_t { kShow, kOmit };

/// "Monday 10 January 2022, 08:55 (UTC+01:00)", "about 2014", "from Monday 10 to Thursday 13
/// January 2022", "between 15 and 17 December 2021", "since about 2014". A word that is no name
/// starts in lower case. Weekdays stand with certain days from 1583 on, when the calendar had come
/// into use.
std::string InWords(const Edtf& edtf, Weekdays weekdays = Weekdays::kShow);

/// "10 Jan 2022", "Nov 2021?", "c. 2014", "2014–", "10–13 Jan 2022". Of a set of more than three
/// the first and the last: "1667 … 1672". Time zones are left out. UTF-8.
std::string ShortWords(const Edtf& edtf);

/// "Day certain. Time of day not given."
std::string PrecisionNote(const Edtf& edtf);

/// "century", "day", "second".
std::string_view UnitName(Precision precision);

}  // namespace demarche
