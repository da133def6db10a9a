#include "core/state/state.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <span>
#include <vector>

#include "core/dates/civil.h"
#include "core/dossier/as_of.h"
#include "core/dossier/dossier_items.h"
#include "core/state/lanes.h"
#include "core/state/lens.h"
#include "core/state/query.h"
#include "core/state/state_names.h"
#include "core/state/zone.h"

namespace demarche {
namespace {

// ---- Walking from event to event ----

// The event that the selection stands for: itself, or the one its move belongs to.
Index SelectedEvent(const Dossier& dossier, Ref focus) {
  if (!dossier.Holds(focus)) return kNone;
  if (focus.kind == ItemKind::kEvent) return focus.index;
  if (focus.kind == ItemKind::kMove) return dossier.moves()[focus.index].event;
  return kNone;
}

// Where an event stands for "the nearest date in the lane above".
Seconds DateOf(const Event& event) {
  const When& when = event.date.when;
  if (when.start.earliest > kTimeMin) return when.start.earliest;
  return when.end.latest;
}

bool IsEarlier(const Dossier& dossier, Index a, Index b) {
  const When& x = dossier.events()[a].date.when;
  const When& y = dossier.events()[b].date.when;
  if (x.earliest() != y.earliest()) return x.earliest() < y.earliest();
  if (x.latest() != y.latest()) return x.latest() < y.latest();
  return a < b;
}

// The first that matches from `at` on, or before it going back; kNone if there is none.
Index NextMatch(std::span<const Index> events, size_t at, EventMatcher* matcher) {
  for (; at < events.size(); ++at) {
    if (matcher->Matches(events[at])) return events[at];
  }
  return kNone;
}
Index PreviousMatch(std::span<const Index> events, size_t at, EventMatcher* matcher) {
  while (at > 0) {
    if (matcher->Matches(events[--at])) return events[at];
  }
  return kNone;
}

Index NeighbourInTime(const Dossier& dossier, Index from, Walk walk, EventMatcher* matcher) {
  const std::span<const Index> events = dossier.EventsByTime();
  const bool forward = walk == Walk::kNext || walk == Walk::kFirst;
  if (from == kNone || walk == Walk::kFirst || walk == Walk::kLast) {
    return forward ? NextMatch(events, 0, matcher) : PreviousMatch(events, events.size(), matcher);
  }
  // `from` itself may be hidden; its neighbours are those it would stand between.
  const auto earlier = [&dossier](Index a, Index b) { return IsEarlier(dossier, a, b); };
  const auto at = std::lower_bound(events.begin(), events.end(), from, earlier);
  const auto position = static_cast<size_t>(at - events.begin());
  return forward ? NextMatch(events, position + 1, matcher)
                 : PreviousMatch(events, position, matcher);
}

// The matching event of a lane whose date is nearest; of equally near ones the earlier.
Index NearestIn(const Dossier& dossier, Index track, Seconds date_s, EventMatcher* matcher) {
  const std::span<const Index> events = dossier.EventsOfTrack(track);
  const auto begins = [&dossier](Index event) {
    return dossier.events()[event].date.when.earliest();
  };
  Index best = kNone;
  const auto consider = [&](Index event) {
    if (event == kNone) return;
    const auto distance_s = [&](Index e) { return std::abs(DateOf(dossier.events()[e]) - date_s); };
    const bool nearer = best == kNone || distance_s(event) < distance_s(best);
    if (nearer && matcher->Matches(event)) best = event;
  };
  // Those without a beginning stand first, by their ends in no order.
  size_t dated = 0;
  while (dated < events.size() && begins(events[dated]) <= kTimeMin) consider(events[dated++]);
  const auto from =
      std::partition_point(events.begin() + static_cast<ptrdiff_t>(dated), events.end(),
                           [&](Index event) { return begins(event) < date_s; });
  const auto at = static_cast<size_t>(from - events.begin());
  const std::span<const Index> known = events.subspan(dated);
  if (const Index before = PreviousMatch(known, at - dated, matcher); before != kNone) {
    // The first of those that begin with it.
    const auto first = std::partition_point(
        known.begin(), known.end(), [&](Index event) { return begins(event) < begins(before); });
    consider(NextMatch(known, static_cast<size_t>(first - known.begin()), matcher));
  }
  consider(NextMatch(known, at - dated, matcher));
  return best;
}

// From a lane that is hidden as from where it would be. Those without a matching event are passed
// over.
Index NeighbourInLanes(const Dossier& dossier, std::span<const Index> lanes, Index from, Walk walk,
                       EventMatcher* matcher) {
  if (from == kNone) return NextMatch(dossier.EventsByTime(), 0, matcher);
  const Event& event = dossier.events()[from];
  std::vector<Index> order = WithLane(dossier, lanes, event.track);
  if (walk == Walk::kTrackAbove) std::reverse(order.begin(), order.end());
  auto lane = std::find(order.begin(), order.end(), event.track);
  while (lane != order.end() && ++lane != order.end()) {
    const Index nearest = NearestIn(dossier, *lane, DateOf(event), matcher);
    if (nearest != kNone) return nearest;
  }
  return kNone;
}

Index WalkFrom(const Dossier& dossier, const AppState& state, Walk walk) {
  const EventFilter filter = WalkFilterOf(state);
  EventMatcher matcher(dossier, filter);
  const Index from = SelectedEvent(dossier, state.focus);
  if (walk == Walk::kTrackAbove || walk == Walk::kTrackBelow) {
    return NeighbourInLanes(dossier, state.lanes, from, walk, &matcher);
  }
  return NeighbourInTime(dossier, from, walk, &matcher);
}

// ---- Pins ----

// By actor, the last of each, in the picture; what is no actor's place is dropped.
std::vector<NodePin> NormalPins(const Dossier& dossier, std::span<const NodePin> pins) {
  std::vector<NodePin> normal;
  for (const NodePin& pin : pins) {
    if (pin.actor >= dossier.actors().size() || !std::isfinite(pin.at.x + pin.at.y)) continue;
    const auto at = std::lower_bound(normal.begin(), normal.end(), pin.actor,
                                     [](const NodePin& p, Index actor) { return p.actor < actor; });
    const NodePin bounded{pin.actor,
                          {std::clamp(pin.at.x, 0.0f, 1.0f), std::clamp(pin.at.y, 0.0f, 1.0f)}};
    if (at != normal.end() && at->actor == pin.actor) {
      *at = bounded;
    } else if (normal.size() < kMostNodePins) {
      normal.insert(at, bounded);
    }
  }
  return normal;
}

// ---- Stories ----

// What a step leaves out stands as an earlier step has set it, so that a step looks the same
// whether it is reached from before, from behind or by a link.
void ApplySteps(std::span<const Step> steps, AppState* state) {
  for (const Step& step : steps) {
    if (step.focus) state->focus = step.focus;
    if (!step.range.empty()) {
      if (const Result<When> when = ResolveEdtf(step.range); when.ok()) {
        state->range = {when.value().earliest(), when.value().latest()};
      }
    }
    if (!step.as_of.empty()) {
      if (const Result<When> when = ResolveEdtf(step.as_of); when.ok()) {
        state->as_of_s = when.value().latest();
      }
    }
    if (!step.view.empty()) state->view = ViewFrom(step.view).value_or(state->view);
  }
}

// ---- One function an action ----

struct Reducer {
  const Dossier& dossier;
  AppState state;

  void operator()(const Select& select) {
    if (select.item && !(CanBeFocus(select.item.kind) && dossier.Holds(select.item))) return;
    state.focus = select.item ? select.item : Ref{};
    state.tab = PaneTab::kEvent;
    if (select.item.kind != ItemKind::kActor) state.edge = {};
  }

  void operator()(const PinEdge& pin) {
    if (!pin.edge) {
      state.edge = {};
      return;
    }
    const size_t actors = dossier.actors().size();
    if (pin.edge.from < actors && pin.edge.to < actors) state.edge = pin.edge;
  }

  void operator()(const Hover& hover) {
    if (!hover.item) state.hover = {};
    if (dossier.Holds(hover.item)) state.hover = hover.item;
  }

  void operator()(const SetView& set) { state.view = set.view; }
  void operator()(const SetAxis& set) { state.axis = set.axis; }
  void operator()(const SetLinks& set) { state.links = set.links; }
  void operator()(const SetTab& set) { state.tab = set.tab; }
  void operator()(const SetQuery& set) { state.query = set.query; }
  void operator()(const SetAsOf& set) { state.as_of_s = set.as_of_s; }

  void operator()(const SetGroup& set) {
    if (set.group.empty() || HasGroup(dossier, set.group)) state.group = set.group;
  }

  void operator()(const SetZone& set) {
    if (IsZoneText(set.zone)) state.zone = set.zone;
  }

  void operator()(const SetLanes& set) {
    std::vector<Index> lanes = NormalLanes(dossier, set.tracks);
    const bool names_none = lanes.empty() && !set.tracks.empty() &&
                            std::none_of(set.tracks.begin(), set.tracks.end(), [this](Index track) {
                              return track < dossier.tracks().size();
                            });
    if (!names_none) state.lanes = std::move(lanes);
  }

  void operator()(const FoldGroup& fold) {
    state.folded = WithFold(dossier, state.folded, fold.group, fold.fold);
  }

  void operator()(const SetLens& set) {
    if (IsLensOf(dossier, set.lens)) state.scope.lens = Normal(set.lens);
  }
  void operator()(const SetPeople& set) { state.scope.people = set.people; }
  void operator()(const SetMembers& set) { state.scope.members = set.members; }

  void operator()(const SetRange& set) {
    if (set.range.earliest < set.range.latest) state.range = set.range;
  }

  void operator()(const SetCamera& set) { state.camera = Bounded(set.camera); }

  void operator()(const PinNodes& pin) { state.pins = NormalPins(dossier, pin.pins); }

  void operator()(const StepAsOf& step) {
    switch (step.step) {
      case AsOfStep::kPreviousChange:
        state.as_of_s = PreviousChangeDay(dossier, state.as_of_s).value_or(state.as_of_s);
        return;
      case AsOfStep::kNextChange:
        state.as_of_s = NextChangeDay(dossier, state.as_of_s).value_or(state.as_of_s);
        return;
      case AsOfStep::kPreviousDay:
        StepDay(-1);
        return;
      case AsOfStep::kNextDay:
        StepDay(+1);
        return;
    }
  }

  // From "everything known" the days are counted from the end of the dossier.
  void StepDay(int by) {
    Seconds from_s = state.as_of_s;
    if (from_s >= kTimeMax) {
      if (by > 0) return;
      from_s = dossier.extent().latest;
    }
    if (from_s <= kTimeMin) from_s = dossier.extent().earliest;
    // Within a day, "next" is the end of that day.
    if (by > 0 && from_s != EndOfDay(from_s)) by = 0;
    state.as_of_s = EndOfDay(from_s) + by * kSecondsPerDay;
  }

  void operator()(const WalkEvents& walk) {
    const Index event = WalkFrom(dossier, state, walk.walk);
    if (event != kNone) (*this)(Select{{ItemKind::kEvent, event}});
  }

  void operator()(const OpenStory& open) {
    if (open.story == kNone) {
      state.story = kNone;
      state.step = 0;
      return;
    }
    const std::vector<Story>& stories = dossier.data().stories;
    if (open.story >= stories.size()) return;
    const std::span<const Step> steps = stories[open.story].steps;
    if (open.step < 1 || open.step > steps.size()) return;
    state.story = open.story;
    state.step = open.step;
    state.tab = PaneTab::kEvent;
    state.edge = {};
    ApplySteps(steps.first(open.step), &state);
  }

  void operator()(const StepStory& step) {
    if (state.story >= dossier.data().stories.size()) return;
    const int64_t last = static_cast<int64_t>(dossier.data().stories[state.story].steps.size());
    const int64_t wanted =
        std::clamp<int64_t>(int64_t{state.step} + step.by, 1, std::max<int64_t>(last, 1));
    if (wanted != state.step) (*this)(OpenStory{state.story, static_cast<uint32_t>(wanted)});
  }
};

}  // namespace

AppState InitialState(const Dossier& dossier) {
  AppState state;
  const DateText& as_of = dossier.data().as_of;
  if (!as_of.edtf.empty()) state.as_of_s = as_of.when.latest();
  return state;
}

AppState Reduce(const Dossier& dossier, const AppState& state, const Action& action) {
  Reducer reducer{dossier, state};
  std::visit(reducer, action);
  return std::move(reducer.state);
}

}  // namespace demarche
