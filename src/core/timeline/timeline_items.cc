#include "core/timeline/timeline_items.h"

#include <algorithm>

#include "core/base/stable_sort.h"
#include "core/dossier/as_of.h"
#include "core/dossier/group_path.h"
#include "core/state/lanes.h"

namespace demarche {
namespace {

// "Geneva (US–Russia)" is a name and an annotation.
void SplitName(std::string_view full, LaneItems* lane) {
  const size_t open = full.rfind(" (");
  if (open == std::string_view::npos || full.back() != ')') {
    lane->name = full;
    return;
  }
  lane->name = full.substr(0, open);
  lane->annotation = full.substr(open + 2, full.size() - open - 3);
}

class Collector {
 public:
  Collector(const TimelineRequest& request, const RankBits& known, const RankBits& visible,
            const std::vector<uint32_t>& bars)
      : request_(request),
        dossier_(*request.dossier),
        lanes_(dossier_.lanes()),
        known_(known),
        visible_(visible),
        bars_(bars) {}

  TimelineItems Run() {
    for (const Index track : ShownLanes(dossier_, request_.lanes)) AddTrack(track);
    const auto tracks = static_cast<uint32_t>(dossier_.tracks().size());
    items_.lanes_hidden = tracks - static_cast<uint32_t>(items_.lanes.size());
    if (ShowsAllLanes(dossier_, request_.lanes)) AddStatements(tracks);
    FoldGroups();
    std::sort(items_.talks.begin(), items_.talks.end());
    return std::move(items_);
  }

 private:
  // A lane in the groups of `path`, of which those that the one before it was in go on.
  LaneItems& OpenLane(const GroupPath& path, const GroupPath& names) {
    size_t goes_on = std::min(open_.size(), path.levels());
    while (goes_on > 0 && items_.groups[open_[goes_on - 1]].key != path.Group(goes_on - 1))
      --goes_on;
    open_.resize(goes_on);
    for (size_t level = goes_on; level < path.levels(); ++level) {
      open_.push_back(items_.groups.size());
      items_.groups.push_back({.name = std::string(names.Name(level)),
                               .first_lane = static_cast<uint32_t>(items_.lanes.size()),
                               .key = std::string(path.Group(level)),
                               .level = static_cast<uint8_t>(level)});
    }
    for (const size_t group : open_) ++items_.groups[group].lane_count;
    items_.lanes.emplace_back().level = static_cast<uint8_t>(path.levels() - 1);
    return items_.lanes.back();
  }

  void AddTrack(Index index) {
    const Track& track = dossier_.tracks()[index];
    LaneItems& lane = OpenLane(GroupPath(GroupOf(dossier_, index)),
                               GroupPath(GroupIn(dossier_, track.group, request_.lang)));
    lane.track = index;
    SplitName(dossier_.In(track.name, request_.lang), &lane);
    AddEntries(lanes_.LaneAt(index), &lane);
  }

  // Outer ones first, as what is in them is gone when they are folded.
  void FoldGroups() {
    for (size_t i = 0; i < items_.groups.size(); ++i) {
      GroupItems& group = items_.groups[i];
      if (group.name.empty() || group.lane_count < 2) continue;
      const bool folds = IsFolded(request_.folded, group.key) && FoldLanes(&items_, i);
      group.fold = folds ? GroupFold::kFolded : GroupFold::kOpen;
    }
  }

  // Moves that belong to no event get a lane of their own, if there are any.
  void AddStatements(uint32_t index) {
    const EntryRange range = lanes_.LaneAt(index);
    if (known_.CountIn(range.first, range.end) == 0) return;
    open_.clear();
    LaneItems& lane = OpenLane(GroupPath({}), GroupPath({}));
    lane.name = "Statements";
    AddEntries(range, &lane);
  }

  void AddEntries(EntryRange range, LaneItems* lane) {
    lane->entries.push_back(range);
    lane->dense = range.size() > kMaxSparseEntries;
    lane->hidden =
        known_.CountIn(range.first, range.end) - visible_.CountIn(range.first, range.end);
    if (!lane->dense) {
      for (uint32_t entry = range.first; entry < range.end; ++entry) AddEntry(entry, lane);
    } else {
      auto bar = std::lower_bound(bars_.begin(), bars_.end(), range.first);
      for (; bar != bars_.end() && *bar < range.end; ++bar) AddEntry(*bar, lane);
    }
    StableSort(&lane->items, [](const TimelineItem& a, const TimelineItem& b) {
      if (a.when->earliest() != b.when->earliest()) return a.when->earliest() < b.when->earliest();
      if (a.when->latest() != b.when->latest()) return a.when->latest() < b.when->latest();
      return a.ref.index < b.ref.index;
    });
  }

  void AddEntry(uint32_t entry, LaneItems* lane) {
    if (!known_.Has(entry)) return;
    const Ref ref = lanes_.RefOf(entry);
    const When& when = dossier_.WhenOf(ref);
    TimelineItem item{.ref = ref, .when = &when};
    item.hidden = !visible_.Has(entry);
    item.scheduled = when.earliest() > request_.as_of_s;
    if (ref.kind == ItemKind::kEvent) AddWhatEventsHave(dossier_.events()[ref.index], &item);
    lane->items.push_back(item);
  }

  void AddWhatEventsHave(const Event& event, TimelineItem* item) {
    item->importance = event.importance;
    item->ongoing = StatusAt(event, request_.as_of_s) == Status::kOngoing;
    for (const Participant& participant : event.actors)
      item->joining += participant.role == kJoining;
    if (item->scheduled && !item->hidden && event.status != Status::kCancelled) {
      const bool days = NamesDays(item->when->start_precision, item->when->start_flags);
      const Seconds begins = item->when->earliest();
      items_.talks.push_back(days ? request_.calendar.InstantOf(begins) : begins);
    }
  }

  const TimelineRequest& request_;
  const Dossier& dossier_;
  const LaneIndex& lanes_;
  const RankBits &known_, &visible_;
  const std::vector<uint32_t>& bars_;  // entries of dense lanes
  std::vector<size_t> open_;           // the groups of the last lane, by level
  TimelineItems items_;
};

bool MoveHas(const Move& move, Ref focus) {
  if (focus.kind == ItemKind::kTopic) return move.topic == focus.index;
  return move.Involves(focus.index);
}

}  // namespace

bool FoldLanes(TimelineItems* items, size_t group_index) {
  GroupItems& group = items->groups[group_index];
  if (group.name.empty() || group.lane_count < 2) return false;
  const auto first = items->lanes.begin() + group.first_lane;
  LaneItems folded;
  folded.name = group.name;
  folded.level = group.level;
  folded.folded = true;
  size_t size = 0;
  for (auto lane = first; lane != first + group.lane_count; ++lane) {
    folded.hidden += lane->hidden;
    for (const EntryRange& range : lane->entries) size += range.size();
    folded.items.insert(folded.items.end(), lane->items.begin(), lane->items.end());
    folded.entries.insert(folded.entries.end(), lane->entries.begin(), lane->entries.end());
  }
  folded.dense = size > kMaxSparseEntries;
  StableSort(&folded.items, [](const TimelineItem& a, const TimelineItem& b) {
    return a.when->earliest() < b.when->earliest();
  });
  *first = std::move(folded);
  const uint32_t gone = group.lane_count - 1;
  items->lanes.erase(first + 1, first + group.lane_count);
  group.lane_count = 1;
  for (size_t i = 0; i < group_index; ++i) {
    GroupItems& around = items->groups[i];
    if (around.first_lane + around.lane_count > group.first_lane) around.lane_count -= gone;
  }
  const uint32_t last_lane = group.first_lane + gone;
  auto after = items->groups.begin() + static_cast<ptrdiff_t>(group_index) + 1;
  after = items->groups.erase(
      after, std::find_if(after, items->groups.end(),
                          [last_lane](const GroupItems& g) { return g.first_lane > last_lane; }));
  for (; after != items->groups.end(); ++after) after->first_lane -= gone;
  return true;
}

bool DimsOthers(Ref focus) {
  return focus.kind == ItemKind::kActor || focus.kind == ItemKind::kTopic;
}

bool HasToDoWith(const Dossier& dossier, Ref item, Ref focus) {
  if (item.kind == ItemKind::kEvent) return RelatedTo(dossier, item.index, focus);
  return MoveHas(dossier.moves()[item.index], focus);
}

Ref SelectedItem(const Dossier& dossier, Ref focus) {
  if (focus.kind == ItemKind::kEvent) return focus;
  if (focus.kind != ItemKind::kMove || !dossier.Holds(focus)) return {};
  const Index event = dossier.moves()[focus.index].event;
  return event == kNone ? focus : Ref{ItemKind::kEvent, event};
}

bool ComesBefore(const TimelineItem& a, const TimelineItem& b) {
  if (a.importance != b.importance) return a.importance > b.importance;
  if (a.when->earliest() != b.when->earliest()) return a.when->earliest() > b.when->earliest();
  return a.ref.index < b.ref.index;
}

TimelineItems CollectLanes(const TimelineRequest& request, const RankBits& known,
                           const RankBits& visible, const std::vector<uint32_t>& bars) {
  return Collector(request, known, visible, bars).Run();
}

std::string_view TitleOf(const TimelineRequest& request, Ref ref) {
  const Dossier& dossier = *request.dossier;
  const bool is_event = ref.kind == ItemKind::kEvent;
  return dossier.In(
      is_event ? dossier.events()[ref.index].title : dossier.moves()[ref.index].summary,
      request.lang);
}

}  // namespace demarche
