// What the timeline has to show: the known events by lane, in time order. No pixels here.
#pragma once

#include <string>
#include <vector>

#include "core/timeline/timeline_layout.h"

namespace demarche {

/// An event, or a move without one.
struct TimelineItem {
  Ref ref;
  const When* when = nullptr;  // the dossier's
  float importance = 1;
  uint16_t joining = 0;    // actors that become members: drawn as a count pill
  bool scheduled = false;  // begins after the as-of date
  bool ongoing = false;    // has begun and not certainly ended
  bool hidden = false;     // filtered out; it keeps its place
};

/// Greedy order for labels and rows: more important, then newer, then first in the file. What is
/// selected goes before all of it where labels are placed, but moves nothing to another row.
bool ComesBefore(const TimelineItem& a, const TimelineItem& b);

struct LaneItems {
  Index track = kNone;
  std::string name, annotation;
  uint8_t level = 0;                // as in Lane
  std::vector<TimelineItem> items;  // ascending by earliest time
  uint32_t hidden = 0;
  bool folded = false;              // a whole group in one lane: its intervals are points
  bool dense = false;               // too many to look at each
  std::vector<EntryRange> entries;  // all of it in the dossier's lanes, whatever is known
};
struct GroupItems {
  std::string name;
  uint32_t first_lane = 0, lane_count = 0;
  GroupFold fold = GroupFold::kFixed;
  std::string key = {};  // as in LaneGroup
  uint8_t level = 0;     // likewise
};
struct TimelineItems {
  std::vector<GroupItems> groups;  // as in TimelineLayout
  std::vector<LaneItems> lanes;
  uint32_t lanes_hidden = 0;   // tracks that are not shown
  std::vector<Seconds> talks;  // beginnings of what is scheduled, ascending
};

/// The items known at the as-of date; of dense tracks only what may become a bar. Entries of the
/// dossier's lanes: those known, those of them that the filter leaves, and the bars, ascending.
TimelineItems CollectLanes(const TimelineRequest& request, const RankBits& known,
                           const RankBits& visible, const std::vector<uint32_t>& bars);

/// The lanes of a group as one, with its name and without the groups within it; only where it has a
/// name and two lanes at least. Whether it has.
bool FoldLanes(TimelineItems* items, size_t group);

/// Whether the request's focus is something that an item may have to do with, and whether it has.
bool DimsOthers(Ref focus);
bool HasToDoWith(const Dossier& dossier, Ref item, Ref focus);
/// The event or move that is drawn as selected for a focus; nothing if there is none.
Ref SelectedItem(const Dossier& dossier, Ref focus);

/// The wording of an item's title in the request's language.
std::string_view TitleOf(const TimelineRequest& request, Ref ref);

}  // namespace demarche
