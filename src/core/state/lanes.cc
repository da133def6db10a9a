#include "core/state/lanes.h"

#include <algorithm>
#include <numeric>

#include "core/dossier/group_path.h"

namespace demarche {
namespace {

std::vector<Index> AllLanes(const Dossier& dossier) {
  std::vector<Index> all(dossier.tracks().size());
  std::iota(all.begin(), all.end(), Index{0});
  return all;
}

// Where a track comes in. Lanes that are turned round keep their groups together: it goes to the
// nearest of those that share the most groups with it, else behind the nearest track before it;
// never into a group that is not its own.
std::vector<Index>::const_iterator PlaceOf(const Dossier& dossier, const std::vector<Index>& lanes,
                                           Index track) {
  if (std::is_sorted(lanes.begin(), lanes.end()))
    return std::lower_bound(lanes.begin(), lanes.end(), track);
  const auto shared = [&dossier](Index a, Index b) {
    return GroupPath(GroupOf(dossier, a)).SharedLevels(GroupPath(GroupOf(dossier, b)));
  };
  const auto distance = [track](Index lane) { return lane < track ? track - lane : lane - track; };
  auto beside = lanes.end();
  size_t most = 0;
  for (auto at = lanes.begin(); at != lanes.end(); ++at) {
    const size_t levels = shared(*at, track);
    if (levels == 0 && *at > track) continue;
    const bool nearer = beside == lanes.end() || distance(*at) < distance(*beside);
    if (levels > most || (levels == most && nearer)) beside = at, most = levels;
  }
  if (beside == lanes.end()) return lanes.begin();
  const auto apart = [&](Index lane) { return shared(lane, *beside) <= most; };
  if (*beside < track) return std::find_if(beside + 1, lanes.end(), apart);
  while (beside != lanes.begin() && !apart(*(beside - 1))) --beside;
  return beside;
}

}  // namespace

std::vector<Index> ShownLanes(const Dossier& dossier, std::span<const Index> lanes) {
  return lanes.empty() ? AllLanes(dossier) : std::vector<Index>(lanes.begin(), lanes.end());
}

bool ShowsAllLanes(const Dossier& dossier, std::span<const Index> lanes) {
  return lanes.empty() || lanes.size() == dossier.tracks().size();
}

bool ShowsLane(std::span<const Index> lanes, Index track) {
  return lanes.empty() || std::find(lanes.begin(), lanes.end(), track) != lanes.end();
}

bool ShowsLaneOf(const Dossier& dossier, std::span<const Index> lanes, Ref item) {
  if (item.kind == ItemKind::kEvent) return ShowsLane(lanes, dossier.events()[item.index].track);
  return ShowsAllLanes(dossier, lanes);
}

bool IsIsolated(std::span<const Index> lanes, Index track) {
  return lanes.size() == 1 && lanes.front() == track;
}

std::vector<Index> NormalLanes(const Dossier& dossier, std::span<const Index> tracks) {
  std::vector<uint8_t> seen(dossier.tracks().size(), 0);
  std::vector<Index> normal;
  for (const Index track : tracks) {
    if (track >= seen.size() || seen[track] != 0) continue;
    seen[track] = 1;
    normal.push_back(track);
  }
  if (normal == AllLanes(dossier)) normal.clear();
  return normal;
}

std::vector<Index> WithLane(const Dossier& dossier, std::span<const Index> lanes, Index track) {
  std::vector<Index> with = ShownLanes(dossier, lanes);
  if (!ShowsLane(with, track)) with.insert(PlaceOf(dossier, with, track), track);
  return with;
}

std::vector<Index> WithoutLane(const Dossier& dossier, std::span<const Index> lanes, Index track) {
  std::vector<Index> without = ShownLanes(dossier, lanes);
  std::erase(without, track);
  return without;
}

std::vector<Index> OnlyLane(std::span<const Index> lanes, Index track) {
  return IsIsolated(lanes, track) ? std::vector<Index>() : std::vector<Index>{track};
}

std::string_view GroupOf(const Dossier& dossier, Index track) {
  return dossier.In(dossier.tracks()[track].group, dossier.data().lang);
}

bool IsFolded(std::span<const std::string> folded, std::string_view group) {
  return std::find(folded.begin(), folded.end(), group) != folded.end();
}

std::vector<std::string> WithFold(const Dossier& dossier, std::span<const std::string> folded,
                                  std::string_view group, Fold fold) {
  std::vector<std::string> with;
  for (Index track = 0; track < dossier.tracks().size(); ++track) {
    const GroupPath path(GroupOf(dossier, track));
    for (size_t level = 0; level < path.levels(); ++level) {
      const std::string_view name = path.Group(level);
      const bool is_folded = name == group ? fold == Fold::kFolded : IsFolded(folded, name);
      if (is_folded && !name.empty() && !IsFolded(with, name)) with.emplace_back(name);
    }
  }
  return with;
}

}  // namespace demarche
