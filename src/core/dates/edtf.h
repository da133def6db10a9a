// Dates as dossiers write them: the Extended Date/Time Format, ISO 8601-2:2019, as the Library of
// Congress specifies it (https://www.loc.gov/standards/datetime/). A date here is never a false
// instant: it resolves to the whole span it may cover.
//
// Taken: all of Level 0 and Level 1, and of Level 2 the sets `[one of]` and `{all of}`. Where the
// specification leaves a choice, this is the choice:
//   - Times may stop at the minute (`2022-01-10T08:55+01:00`) and may bound an interval, as
//     ISO 8601-1 has it.
//   - A time without a zone counts as UTC and is flagged kLocalTime. Zones reach from -14:00 to
//     +14:00; `-00:00` does not exist (ISO 8601-1).
//   - `24:00:00` is the start of the next day (ISO 8601-1:2019/Amd 1:2022). Second 60 is refused:
//     seconds since 1970 have no place for it, and the grammar of EDTF's draft stops at 59.
//   - Seasons are the northern, meteorological ones, winter last, as their numbers are ordered:
//     `2014-21` is March to May 2014, `2014-24` December 2014 to February 2015.
//   - Qualifiers may follow every date, so also `201X?`, `2014-21~` and `Y-170000~`. They leave the
//     span alone: `2014~` covers 2014. How wide "about" is, is for the drawing to say.
//   - Dates with X and seasons may bound an interval or stand in a set.
//   - An interval has a date or `..` at one end at least: `/` alone is nothing.
//   - The year 0000 is 1 BCE, -0001 is 2 BCE; `-0000` does not exist. `Y` years have 5 to 11
//     digits, the first of which is not 0.
//
// Errors (Error::code; message and remedy are a sentence each):
//   E-DATE-SYNTAX  not EDTF
//   E-DATE-RANGE   EDTF in form, but no such date: month 13, 31 June, an interval that ends before
//                  it starts
//   E-DATE-LEVEL   a feature of EDTF Level 2 that the dossier format does not take
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace demarche {

using Seconds = int64_t;  // since 1970-01-01T00:00:00Z, leap seconds not counted

/// Minus and plus infinity: about 146 billion years from 1970, past every year that can be written
/// (11 digits). kTimeMax - kTimeMin still fits in Seconds.
inline constexpr Seconds kTimeMax = (Seconds{1} << 62) - 1;
inline constexpr Seconds kTimeMin = -kTimeMax;

/// The longest text that is looked at; a set of a few hundred dates fits.
inline constexpr size_t kEdtfMaxLength = 4096;

/// Both ends included: the day 1970-01-01 is {0, 86399}.
struct TimeSpan {
  Seconds earliest = 0;
  Seconds latest = 0;

  friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// From coarse to fine. Unspecified parts count as not given: `2004-XX` is known to the year.
enum class Precision : uint8_t {
  kCentury,
  kDecade,
  kYear,
  kSeason,
  kMonth,
  kDay,
  kMinute,
  kSecond
};

// ---- When: a date resolved to time ----
enum WhenFlag : uint16_t {
  kUncertain = 1 << 0,     // ? or %
  kApproximate = 1 << 1,   // ~ or %
  kUnspecified = 1 << 2,   // an X somewhere
  kLocalTime = 1 << 3,     // a time of day without a zone, resolved as if UTC
  kInterval = 1 << 4,      // start/end
  kOneOf = 1 << 5,         // [a,b..c]: one of these, not known which
  kAllOf = 1 << 6,         // {a,b..c}: each of these
  kOpenStart = 1 << 7,     // no start, or an unknown one: start.earliest is kTimeMin
  kOpenEnd = 1 << 8,       // no end, or an unknown one: end.latest is kTimeMax
  kUnknownStart = 1 << 9,  // "/1985": there is a start and nobody knows when; comes with kOpenStart
  kUnknownEnd = 1 << 10,   // "1985/": likewise, comes with kOpenEnd
};

/// Small and trivially copyable: an event holds one.
///
/// | written      | start                      | end                        |
/// |--------------|----------------------------|----------------------------|
/// | a date, [..] | all it may cover           | the same                   |
/// | a/b          | span of a                  | span of b                  |
/// | a/..         | span of a                  | kTimeMax, kTimeMax         |
/// | a/           | span of a                  | earliest of a to kTimeMax  |
/// | ../b         | kTimeMin, kTimeMin         | span of b                  |
/// | /b           | kTimeMin to latest of b    | span of b                  |
/// | {..}         | span of its first in time  | span of its last in time   |
struct When {
  TimeSpan start;
  TimeSpan end;
  Precision precision = Precision::kYear;        // the coarser of the two below
  Precision start_precision = Precision::kYear;  // an open end takes the other's
  Precision end_precision = Precision::kYear;
  uint8_t start_flags = 0;  // of the first four flags those of the start alone
  uint8_t end_flags = 0;    // likewise of the end
  uint16_t flags = 0;       // all of the date, those of its ends included

  Seconds earliest() const { return start.earliest; }
  Seconds latest() const { return end.latest; }
  bool Has(WhenFlag flag) const { return (flags & flag) != 0; }
  /// Whether it is a stretch of time, not a date that is merely known to a month, say.
  bool IsStretch() const { return Has(kInterval) || Has(kAllOf); }
  /// Whether it says itself that it may be another date than this, or leaves a part of it open.
  bool IsDoubted() const {
    return (flags & (kUncertain | kApproximate | kUnspecified | kOneOf)) != 0;
  }

  friend bool operator==(const When&, const When&) = default;
};

// ---- Edtf: a date as written, to print it back and say it in words (core/dates/edtf_words.h) ----

enum class Qualifier : uint8_t { kNone, kUncertain, kApproximate, kBoth };  // none ? ~ %

/// Which digits are X. Those of `year` stand as zeros, month and day as 0.
enum class Unspecified : uint8_t {
  kNone,
  kYearInDecade,
  kYearInCentury,
  kMonth,
  kDay,
  kMonthAndDay
};

enum class Zone : uint8_t { kNone, kUtc, kHours, kHoursAndMinutes };  // "", Z, +01, +01:00

/// One date. Its precision says which of its fields count.
struct EdtfDate {
  int64_t year = 0;  // astronomical: 0 is 1 BCE
  Precision precision = Precision::kYear;
  Unspecified unspecified = Unspecified::kNone;
  Qualifier qualifier = Qualifier::kNone;
  Zone zone = Zone::kNone;
  uint8_t month = 0;  // 1 to 12; with Precision::kSeason 21 to 24
  uint8_t day = 0;
  uint8_t hour = 0;  // 24 only in 24:00:00
  uint8_t minute = 0;
  uint8_t second = 0;
  int16_t offset_minutes = 0;  // east of UTC

  friend bool operator==(const EdtfDate&, const EdtfDate&) = default;
};

enum class BoundKind : uint8_t { kDate, kOpen, kUnknown };

struct EdtfBound {
  BoundKind kind = BoundKind::kDate;
  EdtfDate date;  // where kind is kDate

  friend bool operator==(const EdtfBound&, const EdtfBound&) = default;
};

enum class MemberKind : uint8_t { kDate, kRange };

/// A member of a set: a date (`first`), or everything from first to last (`1670..1672`, `..1984`).
struct EdtfMember {
  MemberKind kind = MemberKind::kDate;
  EdtfBound first;
  EdtfBound last;

  friend bool operator==(const EdtfMember&, const EdtfMember&) = default;
};

enum class EdtfKind : uint8_t { kDate, kInterval, kOneOf, kAllOf };

struct Edtf {
  EdtfKind kind = EdtfKind::kDate;
  EdtfBound start = {};                  // the date, or the start of the interval
  EdtfBound end = {};                    // of an interval
  std::vector<EdtfMember> members = {};  // of a set, as written, never empty

  friend bool operator==(const Edtf&, const Edtf&) = default;
};

Result<Edtf> ParseEdtf(std::string_view text);

/// These do not fail: what ParseEdtf returns is a date that exists.
TimeSpan SpanOf(const EdtfDate& date);
When Resolve(const Edtf& edtf);

/// Parses and resolves. Nothing is allocated unless the text is a set or wrong.
Result<When> ResolveEdtf(std::string_view text);

/// The text that ParseEdtf would read as this: equal, character for character, to what it did read.
std::string ToString(const Edtf& edtf);

/// ISO 8601 in UTC, "2022-01-10T23:59:59Z"; years outside 0000 to 9999 with a sign and at least six
/// digits, as ECMAScript reads them: "+012022-01-01T00:00:00Z", "-000043-03-15T00:00:00Z". The
/// infinities are ".." as in EDTF.
std::string IsoUtc(Seconds time);

}  // namespace demarche
