// When things happen in a made-up dossier: days in bursts over 32 years, and dates as uncertain as
// those of real files.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/random.h"

namespace demarche {

/// Days since 1970-01-01: the first that anything may happen on, how many there are, and the day
/// that the dossier's knowledge stands at.
inline constexpr int64_t kFirstMadeUpDay = 7305;  // 1990-01-01
inline constexpr int64_t kMadeUpDays = 32 * 365;  // to the end of 2021, about
inline constexpr int64_t kMadeUpAsOfDay = kFirstMadeUpDay + kMadeUpDays * 9 / 10;

/// The days of so many events one after the other, ascending, spread over exactly the years there
/// are: close together within a burst, far apart between two.
class EventDays {
 public:
  EventDays(uint64_t events, uint64_t seed);
  int64_t Next();

 private:
  uint64_t NextDistance();

  Random random_;
  uint64_t burst_left_ = 0, total_ = 0, so_far_ = 0;
};

/// "1990-01-01".
std::string IsoDay(int64_t day);
/// A date about that day, as EDTF: now and then approximate, uncertain, only a month or a year, an
/// interval, a set, a time of day.
std::string MadeUpDate(int64_t day, Random* random);

}  // namespace demarche
