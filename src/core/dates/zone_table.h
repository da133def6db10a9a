// A time zone as a table: how far its clocks are from UTC, and from when on. The rules of the
// world's zones (tzdata) are too large to travel with the page; the browser has them, and the page
// hands over the changes within the dossier's span (web/zones.js). Before the first change and
// after the last the nearest offset goes on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/dates/edtf.h"

namespace demarche {

class ZoneTable {
 public:
  /// From `from_s` on (UTC), clocks are `offset_s` ahead.
  struct Change {
    Seconds from_s = kTimeMin;
    int32_t offset_s = 0;
    friend bool operator==(const Change&, const Change&) = default;
  };

  /// UTC.
  ZoneTable() = default;
  /// From lines: a name for people (may be empty), the offset before the first change, then a
  /// change a line: when and its offset, parted by a space; seconds, ascending, offsets within 18
  /// hours. Nothing if they are otherwise.
  static std::optional<ZoneTable> Parse(std::string_view lines);

  const std::string& name() const { return name_; }
  int32_t OffsetAt(Seconds utc) const { return changes_[IndexAt(utc)].offset_s; }
  Seconds LocalFromUtc(Seconds utc) const { return utc + OffsetAt(utc); }
  /// The first instant at which the zone's clocks show `local` or more: of an hour that comes
  /// twice the first, of an hour that is left out the moment of the change.
  Seconds UtcFromLocal(Seconds local) const;
  /// The first local second that UtcFromLocal puts at or after an instant.
  Seconds FirstLocalFrom(Seconds utc) const;
  /// The first change after an instant, kTimeMax if there is none.
  Seconds NextChange(Seconds utc) const;
  /// The last change at or before an instant, kTimeMin if there is none.
  Seconds LastChange(Seconds utc) const { return changes_[IndexAt(utc)].from_s; }

  friend bool operator==(const ZoneTable&, const ZoneTable&) = default;

 private:
  size_t IndexAt(Seconds utc) const;

  std::string name_;
  std::vector<Change> changes_ = {Change{}};  // the first from kTimeMin on
};

/// "UTC", "UTC+1", "UTC−3:30".
std::string OffsetName(int32_t offset_s);

}  // namespace demarche
