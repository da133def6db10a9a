// The events of a dossier by lane and time, laid out so that a frame reads only what it shows:
// "what lies in this window of this lane" by binary search, "how many of it does the filter leave"
// by the ranks of a bit for each entry (core/base/rank_bits.h), "the most important of it" by a
// tree of maxima. An entry's key is the point that stands for its date; what is drawn as a bar is
// few and chosen once a plan (timeline_plan.h).
//
// A lane has two parts: what names days, and what are instants. Dates resolve as if in UTC; in
// another zone days lie elsewhere and instants do not (core/dates/reader_calendar.h), so that the
// order of all of a lane is another one in each zone, but that of a part the same in every zone.
//
// Lanes are the tracks, and after them one for the moves that belong to no event.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/rank_bits.h"
#include "core/dates/reader_calendar.h"

namespace demarche {

struct DossierData;
struct Ref;

/// The second that stands for a date on an axis: the middle of what its start may cover; kTimeMin
/// for one that stands nowhere.
Seconds PointOf(const When& when);

/// What the point of a date belongs to.
enum class PointKind : uint8_t { kDay, kInstant };
PointKind KindOfPoint(const When& when);
/// Where a point lies in the zone of a calendar; and the first one that lies at or after `t`.
inline Seconds InstantOf(const ReaderCalendar& calendar, PointKind kind, Seconds point_s) {
  return kind == PointKind::kDay ? calendar.InstantOf(point_s) : point_s;
}
inline Seconds PointFrom(const ReaderCalendar& calendar, PointKind kind, Seconds t) {
  return kind == PointKind::kDay ? calendar.DateFrom(t) : t;
}

/// Entries [first, end) of a LaneIndex.
struct EntryRange {
  uint32_t first = 0, end = 0;
  uint32_t size() const { return end - first; }
  friend bool operator==(const EntryRange&, const EntryRange&) = default;
};

/// Entries of one lane and one kind.
struct LanePart {
  EntryRange range;
  PointKind kind = PointKind::kDay;
};

/// An entry that is a stretch of time (`a/b`, `{a,b}`).
struct IntervalEntry {
  uint32_t entry = 0;
  Seconds end_s = 0;    // first second of its end
  Seconds until_s = 0;  // after its last second; kTimeMax where nobody knows one of its ends to the
                        // day or it is said to go on: it may be drawn longer than it is
};

/// A lane with more entries than this is dense: drawn from counts, not from each of them.
inline constexpr uint32_t kMaxSparseEntries = 400;

class LaneIndex {
 public:
  LaneIndex() = default;
  /// O(n log n). Events of no track are in no lane.
  explicit LaneIndex(const DossierData& data);

  uint32_t size() const { return static_cast<uint32_t>(item_.size()); }
  uint32_t lane_count() const { return part_count() / 2; }
  /// The entries of a lane.
  EntryRange LaneAt(uint32_t lane) const { return {start_[2 * lane], start_[2 * lane + 2]}; }
  /// The two parts of a lane or of some of its entries; each ascends by point, then by item.
  std::array<LanePart, 2> PartsOf(EntryRange of_lane) const;
  PointKind KindOf(uint32_t entry) const;
  /// All events; after them come the moves.
  EntryRange Events() const { return {0, LaneAt(lane_count() - 1).first}; }

  /// Position in the dossier's events, in the last lane in its moves.
  uint32_t item(uint32_t entry) const { return item_[entry]; }
  Ref RefOf(uint32_t entry) const;
  Seconds point_s(uint32_t entry) const { return point_s_[entry]; }

  /// The entries of `within`, all of one part, whose points lie in [t0, t1).
  EntryRange Between(EntryRange within, Seconds t0, Seconds t1) const;
  /// The first entry of `within` at or after `t`; quick where that is near its beginning.
  uint32_t FirstFrom(EntryRange within, Seconds t) const;
  /// The entry of an item in a lane; `lane.end` if it is not there.
  uint32_t EntryOf(EntryRange lane, Seconds point_s, uint32_t item) const;
  Seconds begins_s(uint32_t entry) const { return begins_s_[entry]; }
  /// Of part of a lane, ascending.
  std::span<const IntervalEntry> IntervalsOf(EntryRange within) const;

  /// The entries of these of the dossier's events and, in the last lane, moves. About a nanosecond
  /// an entry.
  RankBits EntriesOf(const RankBits& events, const RankBits& moves) const;
  /// What is reported at or before `t`. O(n / 64), and what was reported about then.
  RankBits ReportedBy(Seconds t) const;
  /// Those of `of` that begin at or before `t`. O(n / 64), and what lies within half the width of
  /// the widest date.
  RankBits BegunBy(Seconds t, const RankBits& of) const;
  /// First and last finite beginning, or end of an interval, of the entries of `of`, each from its
  /// first second; {0, 0} if there is none. As quick, and O(intervals).
  TimeSpan SpanOf(const RankBits& of) const;

  /// The entry of `within` and `of` that goes first where not all can be named: the most important
  /// one; of equally important ones always the same, whatever else is in view. `within.end` if
  /// there is none. O(log n) where `of` has most of the entries.
  uint32_t TopOf(EntryRange within, const RankBits& of) const;
  bool GoesBefore(uint32_t a, uint32_t b) const;

  size_t bytes() const;

 private:
  struct Best;  // of a search for the top
  uint32_t part_count() const { return static_cast<uint32_t>(start_.size()) - 1; }
  EntryRange PartAt(uint32_t part) const { return {start_[part], start_[part + 1]}; }
  void BuildReported();
  void BuildTops();
  void FindTop(size_t node, uint32_t first, uint32_t width, Best* best) const;

  std::vector<uint32_t> start_ = {0, 0, 0};  // by part, two a lane: days, instants
  std::vector<Seconds> widest_s_;  // by part: the most that a point lies after the beginning
  // By entry.
  std::vector<uint32_t> item_;
  std::vector<float> importance_;
  std::vector<Seconds> point_s_, begins_s_, reported_s_;
  std::vector<TimeSpan> reported_;        // by block of entries: the first and last of reported_s_
  std::vector<IntervalEntry> intervals_;  // ascending
  std::vector<uint32_t> tops_;  // a heap-ordered tree over blocks of entries: the first of each
  size_t leaf_count_ = 0;
};

}  // namespace demarche
