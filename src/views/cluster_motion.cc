#include "views/cluster_motion.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>

#include "core/base/stable_sort.h"
#include "views/along.h"

namespace demarche {
namespace {

constexpr double kPartS = 0.16;

// With more events among the points, nobody follows one, and to follow all costs as much as to draw
// them.
constexpr size_t kMostFollowed = 500;

bool IsPoint(const Mark& mark) {
  return mark.shape != MarkShape::kBar && mark.shape != MarkShape::kDensity;
}

struct Part {
  const Mark* mark;
  size_t shared;  // events
  bool Whole() const { return EventsOf(*mark) == shared; }
};

size_t EventsAmongPoints(const TimelineLayout& layout) {
  size_t events = 0;
  for (const Mark& mark : layout.marks) events += IsPoint(mark) ? EventsOf(mark) : 0;
  return events;
}

// Which point of a layout an event is in.
class MarksByItem {
 public:
  explicit MarksByItem(const std::vector<Mark>& marks) {
    for (const Mark& mark : marks) {
      if (!IsPoint(mark)) continue;
      if (!StandsForSeveral(mark)) entries_.push_back({mark.item, &mark});
      for (const Ref member : mark.members) entries_.push_back({member, &mark});
    }
    std::sort(entries_.begin(), entries_.end());
  }

  /// Those that have events of `mark`, the one that has most of them first.
  std::vector<Part> PartsOf(const Mark& mark) const {
    std::vector<Part> parts;
    const auto add = [&](Ref item) {
      const auto at = std::lower_bound(entries_.begin(), entries_.end(), Entry{item, nullptr});
      if (at == entries_.end() || at->item != item) return;
      const auto known = std::find_if(parts.begin(), parts.end(),
                                      [&](const Part& part) { return part.mark == at->mark; });
      if (known == parts.end()) return parts.push_back({at->mark, 1});
      ++known->shared;
    };
    if (!StandsForSeveral(mark)) add(mark.item);
    for (const Ref member : mark.members) add(member);
    StableSort(&parts, [](const Part& a, const Part& b) { return a.shared > b.shared; });
    return parts;
  }

 private:
  struct Entry {
    Ref item;
    const Mark* mark;
    bool operator<(const Entry& o) const {
      return std::tie(item.kind, item.index) < std::tie(o.item.kind, o.item.index);
    }
  };
  std::vector<Entry> entries_;
};

Mark WithoutLabel(const Mark& of) {
  Mark mark = of;
  mark.label.clear();
  mark.note.clear();
  mark.span_px = {};
  mark.box_px = mark.mark_px;
  return mark;
}

}  // namespace

void ClusterMotion::Tick(double now_s) {
  for (Mover& mover : movers_) mover.transition.Tick(now_s);
  std::erase_if(movers_, [](const Mover& mover) { return !mover.transition.runs(); });
}

void ClusterMotion::Start(const TimelineLayout& before, const TimelineLayout& after, double now_s) {
  if (std::max(EventsAmongPoints(before), EventsAmongPoints(after)) > kMostFollowed) return Stop();
  const Along along = AlongAxisOf(after.orientation);
  const MarksByItem marks_before(before.marks);
  std::vector<Mover> started;
  for (const Mark& mark : after.marks) {
    if (!IsPoint(mark)) continue;
    const std::vector<Part> parts = marks_before.PartsOf(mark);
    if (parts.empty() || (parts.size() == 1 && parts[0].Whole())) continue;
    const double place_px =
        before.scale.PxFromTime(after.scale.TimeFromPx(mark.centre_px.*along.at));
    const auto start = [&](const Mark& from) -> Mover& {
      Mover& mover = started.emplace_back();
      mover.item = mark.item;
      mover.offset_px = from.centre_px.*along.at + OffsetOf(from) - static_cast<float>(place_px);
      mover.transition.Start(now_s, kPartS);
      mover.transition.Tick(now_s);
      return mover;
    };
    start(*parts[0].mark);
    for (const Part& part : std::span(parts).subspan(1)) {
      if (part.Whole()) start(*part.mark).closing = WithoutLabel(*part.mark);
    }
  }
  std::erase_if(movers_, [&](const Mover& mover) {
    return std::any_of(started.begin(), started.end(),
                       [&](const Mover& other) { return other.item == mover.item; });
  });
  std::move(started.begin(), started.end(), std::back_inserter(movers_));
}

void ClusterMotion::Apply(TimelineLayout* layout) const {
  const Along along = AlongAxisOf(layout->orientation);
  std::vector<Mark> closing;
  for (Mark& mark : layout->marks) {
    if (!IsPoint(mark)) continue;
    const float place_px = mark.centre_px.*along.at;
    for (const Mover& mover : movers_) {
      if (mover.item != mark.item) continue;
      Mark& moved = mover.closing.item ? closing.emplace_back(mover.closing) : mark;
      ShiftMark(along, place_px + mover.Offset() - moved.centre_px.*along.at, &moved);
    }
  }
  const auto points = std::find_if(layout->marks.begin(), layout->marks.end(), IsPoint);
  layout->marks.insert(points, std::make_move_iterator(closing.begin()),
                       std::make_move_iterator(closing.end()));
}

float ClusterMotion::OffsetOf(const Mark& mark) const {
  for (const Mover& mover : movers_) {
    if (!mover.closing.item && mover.item == mark.item) return mover.Offset();
  }
  return 0;
}

}  // namespace demarche
