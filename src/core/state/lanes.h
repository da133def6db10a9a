// Which lanes the timeline shows, in what order, and which groups it folds: what canvas, pane and
// permalink ask of AppState::lanes and AppState::folded, and how they change them. `lanes` below is
// AppState::lanes: empty stands for all tracks in the order of the file.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/state/state.h"

namespace demarche {

/// The tracks shown, each by name. O(tracks), as all of these.
std::vector<Index> ShownLanes(const Dossier& dossier, std::span<const Index> lanes);

/// Whether none is hidden. Only then the moves that belong to no event, and so to no track, have
/// their lane as well: who picks out some lanes has not asked for it.
bool ShowsAllLanes(const Dossier& dossier, std::span<const Index> lanes);
bool ShowsLane(std::span<const Index> lanes, Index track);
/// Whether the lane of an event, or of a move without one, is shown.
bool ShowsLaneOf(const Dossier& dossier, std::span<const Index> lanes, Ref item);
bool IsIsolated(std::span<const Index> lanes, Index track);

/// Without unknown tracks and repeated ones; empty where all are there in the order of the file.
std::vector<Index> NormalLanes(const Dossier& dossier, std::span<const Index> tracks);

/// With a hidden track where the file has it; where the order is another one, beside its group.
std::vector<Index> WithLane(const Dossier& dossier, std::span<const Index> lanes, Index track);
std::vector<Index> WithoutLane(const Dossier& dossier, std::span<const Index> lanes, Index track);
/// The track alone; all where it is alone already.
std::vector<Index> OnlyLane(std::span<const Index> lanes, Index track);

/// The path of a track's group (group_path.h). Empty: of none.
std::string_view GroupOf(const Dossier& dossier, Index track);
bool IsFolded(std::span<const std::string> folded, std::string_view group);
/// With the group, of any level, folded or open, in the order in which the file has the groups; one
/// that the file has not is left out. What is folded within a group stays so while it is folded.
std::vector<std::string> WithFold(const Dossier& dossier, std::span<const std::string> folded,
                                  std::string_view group, Fold fold);

}  // namespace demarche
