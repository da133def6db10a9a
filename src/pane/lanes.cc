// The panel of the lanes: which are shown, in what order, which groups are folded. Every button is
// a permalink and keeps its id where the panel is written anew, so that the focus stays on it.
#include "core/state/lanes.h"

#include <algorithm>

#include "core/dossier/group_path.h"
#include "core/state/permalink.h"
#include "pane/cards.h"
#include "pane/pane.h"
#include "pane/phrases.h"

namespace demarche {
namespace {

// Every button to hide or to move a lane names all others: of more lanes than this that would be
// megabytes. Single lanes can still be picked out.
constexpr size_t kMostMovable = 200;

// All lanes in the order shown, hidden ones where they would come back.
std::vector<Index> OrderOf(const Dossier& dossier, std::span<const Index> lanes) {
  std::vector<Index> order = ShownLanes(dossier, lanes);
  for (Index track = 0; track < dossier.tracks().size() && !lanes.empty(); ++track)
    order = WithLane(dossier, order, track);
  return order;
}

// A stretch of that order: a lane, or neighbours of one group, as on the canvas.
struct Block {
  size_t first = 0, end = 0;
  std::string_view group = {};
  bool is_lane = false;
};
using Blocks = std::vector<Block>;

enum class Direction : uint8_t { kUp, kDown };

class LanesPanel {
 public:
  LanesPanel(const Dossier& dossier, const AppState& state)
      : w_(dossier, state),
        dossier_(dossier),
        state_(state),
        order_(OrderOf(dossier, state.lanes)),
        shown_(dossier.tracks().size()),
        movable_(dossier.tracks().size() <= kMostMovable) {
    for (const Index track : ShownLanes(dossier, state.lanes)) shown_[track] = 1;
  }

  std::string Write() {
    w_.Open("div", {{"class", "dm-lanes"}, {"tabindex", "-1"}});
    w_.Leaf("h2", {}, "Lanes");
    const Blocks groups = BlocksOf({0, order_.size()}, 0);
    for (size_t at = 0; at < groups.size(); ++at) WriteGroup(groups, at, 0);
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
  GroupPath PathAt(size_t at) const { return GroupPath(GroupOf(dossier_, order_[at])); }

  // What lies in a stretch of one group side by side: lanes of its own and groups of that level.
  Blocks BlocksOf(const Block& around, size_t level) const {
    Blocks blocks;
    for (size_t at = around.first; at < around.end; ++at) {
      const GroupPath path = PathAt(at);
      const bool is_lane = path.levels() == level;
      const std::string_view group = is_lane ? std::string_view() : path.Group(level);
      const bool goes_on =
          !is_lane && !blocks.empty() && !blocks.back().is_lane && blocks.back().group == group;
      if (!goes_on) blocks.push_back({at, at, group, is_lane});
      blocks.back().end = at + 1;
    }
    return blocks;
  }

  void WriteGroup(const Blocks& siblings, size_t index, size_t level) {
    if (!siblings[index].group.empty()) WriteHeading(siblings, index, level);
    w_.Open("ul", {{"role", "list"}});
    const Blocks inside = BlocksOf(siblings[index], level + 1);
    for (size_t at = 0; at < inside.size(); ++at) {
      if (inside[at].is_lane) {
        WriteLane(inside, at);
      } else {
        w_.Open("li");
        WriteGroup(inside, at, level + 1);
        w_.Close();
      }
    }
    w_.Close();
  }

  void WriteHeading(const Blocks& siblings, size_t index, size_t level) {
    static constexpr Literal kTags[GroupPath::kMostLevels] = {"h3", "h4", "h5"};
    const Block& block = siblings[index];
    const Index first = order_[block.first];
    const Text group = dossier_.tracks()[first].group;
    const std::string path(w_.GroupWords(group, level, GroupStyle::kPath));
    std::string id = std::to_string(first);
    if (level > 0) id += '-' + std::to_string(level);
    w_.Open("div", {{"class", "dm-lanes-group"}});
    w_.Open(kTags[level]);
    w_.SayGroup(group, level, GroupStyle::kName);
    w_.Close();
    if (block.end - block.first > 1) {
      const bool folded = IsFolded(state_.folded, block.group);
      const Fold fold = folded ? Fold::kOpen : Fold::kFolded;
      WriteButton("dm-group-fold-" + id, folded ? "true" : "false", "Fold " + path,
                  FoldLink(WithFold(dossier_, state_.folded, block.group, fold)), "Fold");
    }
    WriteSteps("dm-group", id, path, siblings, index);
    w_.Close();
  }

  void WriteLane(const Blocks& siblings, size_t index) {
    const Index track = order_[siblings[index].first];
    const Text text = dossier_.tracks()[track].name;
    const std::string name(w_.Words(text)), id = std::to_string(track);
    const bool shown = shown_[track] != 0;
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
    WriteSteps("dm-lane", id, name, siblings, index);
    w_.Close();
  }

  void WriteSteps(const std::string& kind, const std::string& id, const std::string& name,
                  const Blocks& siblings, size_t index) {
    if (siblings.size() < 2) return;
    WriteButton(kind + "-up-" + id, kNoAttr, "Up: " + name, Moved(siblings, index, Direction::kUp),
                "↑");
    WriteButton(kind + "-down-" + id, kNoAttr, "Down: " + name,
                Moved(siblings, index, Direction::kDown), "↓");
  }

  bool ShowsSomeOf(const Block& block) const {
    return std::any_of(order_.begin() + static_cast<ptrdiff_t>(block.first),
                       order_.begin() + static_cast<ptrdiff_t>(block.end),
                       [this](Index track) { return shown_[track] != 0; });
  }

  // The act of a step past its neighbour; empty where it has none to take. Only what is shown
  // moves, past what is shown, as a step that nobody sees would be none.
  std::string Moved(const Blocks& siblings, size_t index, Direction direction) const {
    if (!movable_ || !ShowsSomeOf(siblings[index])) return {};
    const size_t last = direction == Direction::kUp ? 0 : siblings.size() - 1;
    size_t other = index;
    do {
      if (other == last) return {};
      other = direction == Direction::kUp ? other - 1 : other + 1;
    } while (!ShowsSomeOf(siblings[other]));
    const Block& upper = siblings[std::min(index, other)];
    const Block& lower = siblings[std::max(index, other)];
    std::vector<Index> order = order_;
    const auto at = [&order](size_t i) { return order.begin() + static_cast<ptrdiff_t>(i); };
    std::rotate(at(upper.first), at(direction == Direction::kUp ? lower.first : upper.end),
                at(lower.end));
    std::erase_if(order, [this](Index track) { return shown_[track] == 0; });
    return Link(order);
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
  const std::vector<Index> order_;
  std::vector<uint8_t> shown_;  // by track
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
