#include "core/state/lanes.h"

#include <algorithm>
#include <numeric>

namespace demarche {
namespace {

std::vector<Index> AllLanes(const Dossier& dossier) {
  std::vector<Index> all(dossier.tracks().size());
  std::iota(all.begin(), all.end(), Index{0});
  return all;
}

// Where a track comes in. Lanes that are turned round keep their groups together: it goes to its
// own, else behind the group of the nearest track before it.
std::vector<Index>::const_iterator PlaceOf(const Dossier& dossier, const std::vector<Index>& lanes,
                                           Index track) {
  if (std::is_sorted(lanes.begin(), lanes.end()))
    return std::lower_bound(lanes.begin(), lanes.end(), track);
  const auto group_of = [&dossier](Index lane) { return GroupOf(dossier, lane); };
  const auto distance = [track](Index lane) { return lane < track ? track - lane : lane - track; };
  auto mate = lanes.end(), before = lanes.end();
  for (auto at = lanes.begin(); at != lanes.end(); ++at) {
    if (group_of(*at) == group_of(track)) {
      if (mate == lanes.end() || distance(*at) < distance(*mate)) mate = at;
    } else if (*at < track && (before == lanes.end() || *at > *before)) {
      before = at;
    }
  }
  if (mate != lanes.end()) return *mate < track ? mate + 1 : mate;
  if (before == lanes.end()) return lanes.begin();
  const std::string_view group = group_of(*before);
  return std::find_if(before, lanes.end(), [&](Index lane) { return group_of(lane) != group; });
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
    const std::string_view name = GroupOf(dossier, track);
    const bool is_folded = name == group ? fold == Fold::kFolded : IsFolded(folded, name);
    if (is_folded && !name.empty() && !IsFolded(with, name)) with.emplace_back(name);
  }
  return with;
}

}  // namespace demarche
