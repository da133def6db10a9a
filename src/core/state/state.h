// What the reader looks at: one value, changed by actions only. The canvas and the pane are two
// views of it; the permalink, the element's attributes and the pane's links are texts of it
// (permalink.h).
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/dossier/dossier.h"
#include "core/state/graph_camera.h"

namespace demarche {

enum class View : uint8_t { kAuto, kTimeline, kGraph, kSplit, kList };
enum class AxisKind : uint8_t { kAdaptive, kLinear };
/// Which replies the timeline draws: those of what is selected or under the pointer, all, none.
enum class Links : uint8_t { kFocus, kAll, kNone };
enum class Theme : uint8_t { kAuto, kLight, kDark };
enum class Controls : uint8_t { kFull, kCompact, kNone };
enum class PaneTab : uint8_t { kEvent, kList, kPositions, kSources };

/// A bundle of moves in the graph: all of one quad class from one actor to another.
struct EdgeKey {
  Index from = kNone, to = kNone;
  QuadClass quad = QuadClass::kVerbalCooperation;
  explicit operator bool() const { return from != kNone; }
  friend bool operator==(const EdgeKey&, const EdgeKey&) = default;
};

/// What of the graph is shown: everything, what is said on one topic, between two actors, at one
/// meeting, or by and to one actor.
enum class LensKind : uint8_t { kAll, kTopic, kPair, kMeeting, kActor };
struct Lens {
  LensKind kind = LensKind::kAll;
  Index a = kNone;  // a topic, an event or an actor
  Index b = kNone;  // the other actor of a pair, with the greater index
  explicit operator bool() const { return kind != LensKind::kAll; }
  friend bool operator==(const Lens&, const Lens&) = default;
};
/// Whether people have nodes of their own, or are part of what they represent.
enum class People : uint8_t { kShown, kFolded };
/// Who of the members of an organisation has a node: those that act for themselves or are pinned;
/// none, as all are part of its node; all.
enum class Members : uint8_t { kVoices, kFolded, kShown };
/// How much the graph shows, and how much of that as one.
struct GraphScope {
  Lens lens;
  People people = People::kShown;
  Members members = Members::kVoices;
  friend bool operator==(const GraphScope&, const GraphScope&) = default;
};
/// Where the reader put an actor's node: shares of the graph's PlanRect().
struct NodePin {
  Index actor = kNone;
  Point at;
  friend bool operator==(const NodePin&, const NodePin&) = default;
};
inline constexpr size_t kMostNodePins = 64;

struct AppState {
  View view = View::kAuto;
  AxisKind axis = AxisKind::kAdaptive;
  Links links = Links::kFocus;
  TimeSpan range{kTimeMin, kTimeMax};  // the viewport; {kTimeMin, kTimeMax}: everything
  Seconds as_of_s = kTimeMax;          // the playhead
  Ref focus;                           // the selected event, move, actor or topic
  EdgeKey edge;                        // the pinned bundle of the graph
  Ref hover;                           // what the pointer is on; not in the permalink
  Index story = kNone;
  uint32_t step = 0;  // from 1; 0 outside a story
  Theme theme = Theme::kAuto;
  Controls controls = Controls::kFull;
  PaneTab tab = PaneTab::kEvent;
  std::string lang;          // BCP 47; empty: the dossier's
  std::string query;         // search text
  std::string group;         // only tracks within this group (group_path.h) in the list
  std::string zone;          // whose clocks the axis shows (zone.h); empty: those of the place
  std::vector<Index> lanes;  // the tracks of the timeline, in its order; empty: all (lanes.h)
  std::vector<std::string> folded;  // groups that it draws as one lane, by their paths
  GraphCamera camera;               // of the graph
  std::vector<NodePin> pins;        // in it, by actor
  GraphScope scope;                 // of the graph
  friend bool operator==(const AppState&, const AppState&) = default;
};

// Actions. Times are seconds since 1970 UTC.
struct Select {
  Ref item;
};
struct PinEdge {
  EdgeKey edge;
};
struct Hover {
  Ref item;
};
struct SetView {
  View view;
};
struct SetAxis {
  AxisKind axis;
};
struct SetLinks {
  Links links;
};
struct SetRange {
  TimeSpan range;
};
struct SetAsOf {
  Seconds as_of_s;
};
enum class AsOfStep : int8_t { kPreviousChange, kNextChange, kPreviousDay, kNextDay };
struct StepAsOf {
  AsOfStep step;
};
/// Selects a neighbour of the selected event among those known at the as-of date, in the lanes
/// shown.
enum class Walk : uint8_t { kPrevious, kNext, kFirst, kLast, kTrackAbove, kTrackBelow };
struct WalkEvents {
  Walk walk;
};
struct SetTab {
  PaneTab tab;
};
struct SetQuery {
  std::string query;
};
struct SetGroup {
  std::string group;
};
struct SetZone {
  std::string zone;
};
/// Shows these tracks in this order; none: all in the order of the file.
struct SetLanes {
  std::vector<Index> tracks;
};
enum class Fold : uint8_t { kFolded, kOpen };
struct FoldGroup {
  std::string group;
  Fold fold;
};
struct SetCamera {
  GraphCamera camera;
};
/// Pins these nodes and no others.
struct PinNodes {
  std::vector<NodePin> pins;
};
struct SetLens {
  Lens lens;
};
struct SetPeople {
  People people;
};
struct SetMembers {
  Members members;
};
/// Step from 1; story kNone leaves.
struct OpenStory {
  Index story;
  uint32_t step;
};
struct StepStory {
  int by;
};
using Action =
    std::variant<Select, PinEdge, Hover, SetView, SetAxis, SetLinks, SetRange, SetAsOf, StepAsOf,
                 WalkEvents, SetTab, SetQuery, SetGroup, SetZone, SetLanes, FoldGroup, SetCamera,
                 PinNodes, SetLens, SetPeople, SetMembers, OpenStory, StepStory>;

/// The state a dossier opens with: its own as-of date and language, everything in view.
AppState InitialState(const Dossier& dossier);

/// The state after an action; an action that names nothing of the dossier changes nothing.
AppState Reduce(const Dossier& dossier, const AppState& state, const Action& action);

}  // namespace demarche
