// The panel of the lanes: which are shown, in what order, which groups are folded. Every button is
// a permalink and keeps its id where the panel is written anew, so that the focus stays on it.
#include "core/state/lanes.h"

#include <algorithm>

#include "core/state/permalink.h"
#include "pane/cards.h"
#include "pane/pane.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

// Every button to hide or to move a lane names all others: of more lanes than this that would be
// megabytes. Single lanes can still be picked out.
constexpr size_t kMostMovable = 200;

struct Run {
  std::string_view group;  // in the dossier's language
  std::vector<Index> tracks;
};
using Runs = std::vector<Run>;

// All lanes in the order shown, hidden ones where they would come back; neighbours of one group
// together, as on the canvas.
Runs RunsOf(const Dossier& dossier, std::span<const Index> lanes) {
  std::vector<Index> order = ShownLanes(dossier, lanes);
  for (Index track = 0; track < dossier.tracks().size() && !lanes.empty(); ++track)
    order = WithLane(dossier, order, track);
  Runs runs;
  for (const Index track : order) {
    const std::string_view group = GroupOf(dossier, track);
    if (runs.empty() || runs.back().group != group) runs.push_back({group, {}});
    runs.back().tracks.push_back(track);
  }
  return runs;
}

// Of each run what is shown: only that moves, past what is shown, as a step that nobody sees would
// be none.
using Shown = std::vector<std::vector<Index>>;
Shown ShownOf(const Runs& runs, std::span<const Index> lanes) {
  Shown shown;
  for (const Run& run : runs) {
    shown.emplace_back();
    for (const Index track : run.tracks)
      if (ShowsLane(lanes, track)) shown.back().push_back(track);
  }
  return shown;
}

enum class Direction : uint8_t { kUp, kDown };

// Changes places with the neighbour in that direction; false where there is none.
template <class T>
bool SwapWithNeighbour(std::vector<T>* list, typename std::vector<T>::iterator at,
                       Direction direction) {
  if (at == list->end()) return false;
  if (direction == Direction::kUp ? at == list->begin() : at + 1 == list->end()) return false;
  std::iter_swap(at, direction == Direction::kUp ? at - 1 : at + 1);
  return true;
}

class LanesPanel {
 public:
  LanesPanel(const Dossier& dossier, const AppState& state)
      : w_(dossier, state),
        dossier_(dossier),
        state_(state),
        runs_(RunsOf(dossier, state.lanes)),
        shown_(ShownOf(runs_, state.lanes)),
        movable_(dossier.tracks().size() <= kMostMovable) {}

  std::string Write() {
    w_.Open("div", {{"class", "dm-lanes"}, {"tabindex", "-1"}});
    w_.Leaf("h2", {}, "Lanes");
    for (size_t run = 0; run < runs_.size(); ++run) WriteRun(run);
    if (!state_.lanes.empty()) {
      const size_t hidden = dossier_.tracks().size() - state_.lanes.size();
      w_.Open("p", {{"class", "dm-lanes-all"}});
      if (hidden > 0) w_.Put(Counted(hidden, "lane", "lanes") + " hidden. ");
      w_.Button("dm-button", "lanes=", hidden > 0 ? "Show all" : "Original order");
      w_.Close();
    }
    w_.Close();
    return w_.Take();
  }

 private:
  void WriteRun(size_t index) {
    const Run& run = runs_[index];
    if (!run.group.empty()) WriteHeading(index);
    w_.Open("ul", {{"role", "list"}});
    for (size_t at = 0; at < run.tracks.size(); ++at) WriteLane(index, at);
    w_.Close();
  }

  void WriteHeading(size_t index) {
    const Run& run = runs_[index];
    const std::string name(w_.Words(dossier_.tracks()[run.tracks.front()].group));
    const std::string id = std::to_string(run.tracks.front());
    w_.Open("div", {{"class", "dm-lanes-group"}});
    w_.Open("h3");
    w_.Say(dossier_.tracks()[run.tracks.front()].group);
    w_.Close();
    if (run.tracks.size() > 1) {
      const bool folded = IsFolded(state_.folded, run.group);
      const Fold fold = folded ? Fold::kOpen : Fold::kFolded;
      WriteButton("dm-group-fold-" + id, folded ? "true" : "false", "Fold " + name,
                  FoldLink(WithFold(dossier_, state_.folded, run.group, fold)), "Fold");
    }
    if (runs_.size() > 1) {
      WriteButton("dm-group-up-" + id, kNoAttr, "Up: " + name, GroupMoved(index, Direction::kUp),
                  "↑");
      WriteButton("dm-group-down-" + id, kNoAttr, "Down: " + name,
                  GroupMoved(index, Direction::kDown), "↓");
    }
    w_.Close();
  }

  void WriteLane(size_t run_index, size_t at) {
    const Run& run = runs_[run_index];
    const Index track = run.tracks[at];
    const Text text = dossier_.tracks()[track].name;
    const std::string name(w_.Words(text)), id = std::to_string(track);
    const bool shown = ShowsLane(state_.lanes, track);
    const bool alone = IsIsolated(state_.lanes, track);
    w_.Open("li", {{"class", shown ? "dm-lane" : "dm-lane dm-lane-hidden"}});
    std::string toggle;
    if (movable_ && !alone) {
      toggle = Link(shown ? WithoutLane(dossier_, state_.lanes, track)
                          : WithLane(dossier_, state_.lanes, track));
    }
    OpenButton("dm-lane-show-" + id, shown ? "true" : "false", kNoAttr, toggle);
    w_.Say(text);
    w_.Close();
    WriteButton("dm-lane-only-" + id, alone ? "true" : "false", "Only " + name,
                Link(OnlyLane(state_.lanes, track)), "Only");
    if (run.tracks.size() > 1) {
      WriteButton("dm-lane-up-" + id, kNoAttr, "Up: " + name,
                  LaneMoved(run_index, track, Direction::kUp), "↑");
      WriteButton("dm-lane-down-" + id, kNoAttr, "Down: " + name,
                  LaneMoved(run_index, track, Direction::kDown), "↓");
    }
    w_.Close();
  }

  // The act of a lane's step within its group; empty where it has none to take.
  std::string LaneMoved(size_t run, Index track, Direction direction) const {
    if (!movable_) return {};
    Shown shown = shown_;
    const auto at = std::find(shown[run].begin(), shown[run].end(), track);
    return SwapWithNeighbour(&shown[run], at, direction) ? LinkOfRuns(shown) : std::string();
  }
  std::string GroupMoved(size_t run, Direction direction) const {
    if (!movable_ || shown_[run].empty()) return {};
    Shown shown = shown_;
    const Index first = shown[run].front();
    std::erase_if(shown, [](const std::vector<Index>& tracks) { return tracks.empty(); });
    const auto at = std::find_if(shown.begin(), shown.end(), [first](const std::vector<Index>& t) {
      return t.front() == first;
    });
    return SwapWithNeighbour(&shown, at, direction) ? LinkOfRuns(shown) : std::string();
  }
  std::string LinkOfRuns(const Shown& shown) const {
    std::vector<Index> lanes;
    for (const std::vector<Index>& tracks : shown)
      lanes.insert(lanes.end(), tracks.begin(), tracks.end());
    return Link(lanes);
  }

  std::string Link(std::span<const Index> lanes) const {
    return LanesLink(dossier_, NormalLanes(dossier_, lanes));
  }

  // Without an act it does nothing, but can be reached: else the focus would be lost on the last
  // step up.
  void OpenButton(const std::string& id, std::string_view pressed, std::string_view label,
                  const std::string& act) {
    w_.Open("button", {{"type", "button"},
                       {"id", id},
                       {"aria-label", label},
                       {"aria-pressed", pressed},
                       {"aria-disabled", act.empty() ? "true" : kNoAttr},
                       {"data-act", act}});
  }
  void WriteButton(const std::string& id, std::string_view pressed, const std::string& label,
                   const std::string& act, std::string_view text) {
    OpenButton(id, pressed, label, act);
    w_.Put(text);
    w_.Close();
  }

  PaneWriter w_;
  const Dossier& dossier_;
  const AppState& state_;
  const Runs runs_;
  const Shown shown_;
  const bool movable_;
};

}  // namespace

std::string RenderLanes(const Dossier& dossier, const AppState& state) {
  if (dossier.tracks().size() < 2) return {};
  return LanesPanel(dossier, state).Write();
}

void WriteHiddenLane(PaneWriter& w, Ref item) {
  const Dossier& dossier = w.dossier();
  const std::vector<Index>& lanes = w.state().lanes;
  if (ShowsLaneOf(dossier, lanes, item)) return;
  w.Open("p", {{"class", "dm-lane-note"}});
  if (item.kind == ItemKind::kEvent) {
    const Index track = dossier.events()[item.index].track;
    w.Put("On the timeline its lane is hidden: ");
    w.Say(dossier.tracks()[track].name);
    w.Put(". ");
    const std::vector<Index> with = WithLane(dossier, lanes, track);
    w.Button("dm-button", LanesLink(dossier, NormalLanes(dossier, with)), "Show its lane");
  } else {
    w.Put("On the timeline it is hidden, as it belongs to no lane. ");
    w.Button("dm-button", "lanes=", "Show all lanes");
  }
  w.Close();
}

}  // namespace demarche
