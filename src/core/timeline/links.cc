// Which links there are, and what is one link. Their ways: link_routes.h.
#include "core/timeline/links.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

#include "core/base/stable_sort.h"
#include "core/dossier/as_of.h"
#include "core/state/lanes.h"
#include "core/timeline/link_routes.h"
#include "core/timeline/timeline_plan.h"

namespace demarche {
namespace {

constexpr size_t kMostInChain = 1000;
constexpr size_t kMostMoves = 4000;  // of one event

// A reply, before it is known where it is drawn.
struct Reply {
  Index answered = kNone, move = kNone;
  LinkRole role = LinkRole::kOther;
  friend bool operator<(const Reply& a, const Reply& b) {
    return std::tie(a.answered, a.move, a.role) < std::tie(b.answered, b.move, b.role);
  }
};

// A move without an event has the importance of a plain event.
float ImportanceOf(const Dossier& dossier, Ref item) {
  return item.kind == ItemKind::kEvent ? dossier.events()[item.index].importance : 1;
}

// ---- Which replies ----

class Replies {
 public:
  explicit Replies(const LinkRequest& r) : r_(r), dossier_(*r.request->dossier) {}

  std::vector<Reply> Run() {
    AddDirect(r_.request->focus, LinkRole::kDirect);
    AddHovered();
    AddChain(r_.request->focus);
    if (r_.shown == Links::kAll) AddAll();
    // The same reply may be there twice; the nearer role comes first.
    StableSort(&replies_, std::less<>());
    const auto same = [](const Reply& a, const Reply& b) {
      return a.answered == b.answered && a.move == b.move;
    };
    replies_.erase(std::unique(replies_.begin(), replies_.end(), same), replies_.end());
    return std::move(replies_);
  }

  /// Whether not all were looked at.
  bool has_more() const { return has_more_ || IsFull(); }

 private:
  bool IsFull() const { return replies_.size() >= kMostReplies; }

  bool IsKnown(Index move) const {
    return KnownAt(dossier_.moves()[move].reported_s, r_.request->as_of_s);
  }

  void Add(Index answered, Index reply, LinkRole role) {
    if (IsKnown(answered) && IsKnown(reply) && !IsFull())
      replies_.push_back({answered, reply, role});
  }
  void AddBefore(Index move, LinkRole role) {
    for (const Index answered : dossier_.moves()[move].replies_to) Add(answered, move, role);
  }
  void AddAfter(Index move, LinkRole role) {
    for (const Index reply : dossier_.RepliesTo(move)) Add(move, reply, role);
  }

  template <class Visit>
  void ForMovesOf(Ref item, const Visit& visit) const {
    if (!dossier_.Holds(item)) return;
    if (item.kind == ItemKind::kMove) visit(item.index);
    if (item.kind != ItemKind::kEvent) return;
    const std::span<const Index> moves = dossier_.MovesOfEvent(item.index);
    for (const Index move : moves.first(std::min(moves.size(), kMostMoves))) visit(move);
  }

  void AddDirect(Ref item, LinkRole role) {
    ForMovesOf(item, [&](Index move) {
      if (!IsFull()) AddBefore(move, role), AddAfter(move, role);
    });
  }

  // Everything that a selection leads back to, and everything that came of it.
  void AddChain(Ref focus) {
    for (const bool back : {true, false}) {
      std::vector<Index> chain;
      ForMovesOf(focus, [&](Index move) {
        if (IsKnown(move)) chain.push_back(move);
      });
      for (size_t i = 0; i < chain.size() && !IsFull(); ++i) {
        back ? AddBefore(chain[i], LinkRole::kChain) : AddAfter(chain[i], LinkRole::kChain);
        const std::span<const Index> next =
            back ? dossier_.moves()[chain[i]].replies_to : dossier_.RepliesTo(chain[i]);
        for (const Index move : next) {
          if (chain.size() >= kMostInChain) break;
          if (IsKnown(move) && std::find(chain.begin(), chain.end(), move) == chain.end())
            chain.push_back(move);
        }
      }
    }
  }

  // Of a mark of several events all of them.
  void AddHovered() {
    if (!r_.hover) return;
    AddDirect(r_.hover, LinkRole::kDirect);
    for (const Mark& mark : r_.layout->marks) {
      if (mark.item != r_.hover) continue;
      for (const Ref member : mark.members) AddDirect(member, LinkRole::kDirect);
    }
  }

  bool IsLinked(Ref item) const {
    bool linked = false;
    ForMovesOf(item, [&](Index move) {
      linked =
          linked || !dossier_.moves()[move].replies_to.empty() || !dossier_.RepliesTo(move).empty();
    });
    return linked;
  }

  // Those of the most important events, as far as they go.
  void AddAll() {
    std::vector<Ref> items;
    size_t looked_at = 0;
    const auto look_at = [&](Ref item) {
      if (++looked_at <= kMostLinkedItems && IsLinked(item)) items.push_back(item);
    };
    for (const Mark& mark : r_.layout->marks) {
      if (!StandsForSeveral(mark)) look_at(mark.item);
      for (const Ref member : mark.members) look_at(member);
    }
    StableSort(&items, [this](Ref a, Ref b) {
      return ImportanceOf(dossier_, a) > ImportanceOf(dossier_, b);
    });
    for (const Ref item : items) {
      if (IsFull()) break;
      AddDirect(item, LinkRole::kOther);
    }
    has_more_ = looked_at > kMostLinkedItems || HasCountedLinks();
  }

  // Whether something that is only counted has replies.
  bool HasCountedLinks() const {
    const TimelinePlan* plan = r_.request->plan;
    const auto has = [&](const Mark& mark) {
      if (!StandsForSeveral(mark) || !mark.members.empty()) return false;
      if (!plan) return dossier_.HasReplies();
      return plan->linked.size() > 0 && CountsLinked(mark, *plan);
    };
    return std::any_of(r_.layout->marks.begin(), r_.layout->marks.end(), has);
  }

  bool CountsLinked(const Mark& mark, const TimelinePlan& plan) const {
    const TimeScale& scale = r_.layout->scale;
    const bool vertical = r_.layout->orientation == Orientation::kVertical;
    const Rect& rect = mark.mark_px;
    const auto t0 = static_cast<Seconds>(scale.TimeFromPx(vertical ? rect.y : rect.x));
    const auto t1 = static_cast<Seconds>(scale.TimeFromPx(vertical ? rect.bottom() : rect.right()));
    const LaneIndex& lanes = dossier_.lanes();
    for (const EntryRange& lane : plan.lanes.items.lanes[mark.lane].entries) {
      for (const LanePart& part : lanes.PartsOf(lane)) {
        const EntryRange in = lanes.Between(part.range, PointFrom(scale.calendar(), part.kind, t0),
                                            PointFrom(scale.calendar(), part.kind, t1 + 1));
        if (plan.linked.CountIn(in.first, in.end) > 0) return true;
      }
    }
    return false;
  }

  const LinkRequest& r_;
  const Dossier& dossier_;
  std::vector<Reply> replies_;
  bool has_more_ = false;
};

// ---- From marks to marks ----

class Bundler {
 public:
  explicit Bundler(const LinkRequest& r) : r_(r), dossier_(*r.request->dossier) {}

  std::vector<TimelineLink> Run(const std::vector<Reply>& replies) {
    FindMarks(replies);
    for (const Reply& reply : replies) {
      TimelineLink link;
      if (!FindEnd(reply.answered, &link.from) || !FindEnd(reply.move, &link.to)) continue;
      const bool in_view = link.from.place == LinkPlace::kMark || link.to.place == LinkPlace::kMark;
      if (!in_view || SameEnd(link.from, link.to)) continue;
      link.role = reply.role;
      link.count = 1;
      for (const Index move : {reply.answered, reply.move})
        link.importance = std::max(link.importance, ImportanceOf(dossier_, ItemOf(move)));
      link.replies_of_quad[static_cast<size_t>(QuadClassOf(dossier_.moves()[reply.move].type))] = 1;
      links_.push_back(std::move(link));
    }
    Merge();
    return std::move(links_);
  }

 private:
  struct Placed {
    Ref item;
    uint32_t mark;
  };
  static auto KeyOf(Ref item) { return std::pair(item.kind, item.index); }
  // In a density each event has its own place.
  static auto KeyOf(const LinkEnd& end) {
    const bool at_mark = end.place == LinkPlace::kMark;
    return std::tuple(end.place, at_mark ? end.mark : 0, at_mark ? end.at_px.x : 0,
                      at_mark ? end.at_px.y : 0);
  }
  static bool SameEnd(const LinkEnd& a, const LinkEnd& b) { return KeyOf(a) == KeyOf(b); }

  // A move stands in its event, else for itself.
  Ref ItemOf(Index move) const {
    const Index event = dossier_.moves()[move].event;
    return event == kNone ? Ref{ItemKind::kMove, move} : Ref{ItemKind::kEvent, event};
  }

  // Only of what is linked: one pass through the marks.
  void FindMarks(const std::vector<Reply>& replies) {
    std::vector<Ref> wanted;
    for (const Reply& reply : replies) {
      wanted.push_back(ItemOf(reply.answered));
      wanted.push_back(ItemOf(reply.move));
    }
    const auto before = [](Ref a, Ref b) { return KeyOf(a) < KeyOf(b); };
    StableSort(&wanted, before);
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    if (wanted.empty()) return;
    const auto place = [&](Ref item, uint32_t mark) {
      if (std::binary_search(wanted.begin(), wanted.end(), item, before))
        placed_.push_back({item, mark});
    };
    for (uint32_t i = 0; i < r_.layout->marks.size(); ++i) {
      const Mark& mark = r_.layout->marks[i];
      if (!StandsForSeveral(mark)) place(mark.item, i);
      for (const Ref member : mark.members) place(member, i);
      if (StandsForSeveral(mark) && mark.members.empty()) strips_.push_back(i);
    }
    StableSort(&placed_,
               [](const Placed& a, const Placed& b) { return KeyOf(a.item) < KeyOf(b.item); });
  }

  // False where it or its lane is hidden; out of view, while anything is filtered out.
  bool FindEnd(Index move, LinkEnd* end) const {
    const Ref item = ItemOf(move);
    const auto at = std::lower_bound(
        placed_.begin(), placed_.end(), item,
        [](const Placed& placed, Ref key) { return KeyOf(placed.item) < KeyOf(key); });
    if (at != placed_.end() && at->item == item) {
      end->mark = at->mark;
      end->item = r_.layout->marks[at->mark].item;
      return true;
    }
    end->item = item;
    if (FindInStrip(item, end)) return true;
    const When& when = dossier_.WhenOf(item);
    if (when.latest() < r_.layout->range1 && when.earliest() >= r_.layout->range0) return false;
    end->place = when.earliest() < r_.layout->range0 ? LinkPlace::kBefore : LinkPlace::kAfter;
    if (!ShowsLaneOf(dossier_, r_.request->lanes, item)) return false;
    // What a search or a group leaves of it is not asked for each end anew.
    return r_.request->query.empty() && r_.request->group.empty();
  }

  // What is only counted has a place in the strip of its density, or the pill of its cluster.
  bool FindInStrip(Ref item, LinkEnd* end) const {
    const TimelinePlan* plan = r_.request->plan;
    if (!plan || strips_.empty() || plan->linked.size() == 0) return false;
    const LaneIndex& lanes = dossier_.lanes();
    const bool is_event = item.kind == ItemKind::kEvent;
    const Index lane = is_event ? dossier_.events()[item.index].track : lanes.lane_count() - 1;
    if (lane >= lanes.lane_count()) return false;
    const When& when = dossier_.WhenOf(item);
    const uint32_t entry = lanes.EntryOf(lanes.LaneAt(lane), PointOf(when), item.index);
    if (entry == lanes.LaneAt(lane).end || !plan->linked.Has(entry)) return false;
    const TimeScale& scale = r_.layout->scale;
    const Seconds t = InstantOf(scale.calendar(), KindOfPoint(when), PointOf(when));
    auto at_px = static_cast<float>(scale.PxFromTime(t));
    if (plan->begun.Has(entry)) at_px = std::min(at_px, r_.layout->playhead_px);
    const bool vertical = r_.layout->orientation == Orientation::kVertical;
    for (const uint32_t strip : strips_) {
      const Mark& mark = r_.layout->marks[strip];
      const Rect& rect = mark.mark_px;
      const bool here = vertical ? at_px >= rect.y && at_px <= rect.bottom()
                                 : at_px >= rect.x && at_px <= rect.right();
      if (!here || !LaneHas(plan->lanes.items.lanes[mark.lane], entry)) continue;
      end->mark = strip;
      end->at_px = vertical ? Point{mark.centre_px.x, at_px} : Point{at_px, mark.centre_px.y};
      return true;
    }
    return false;
  }

  static bool LaneHas(const LaneItems& lane, uint32_t entry) {
    return std::any_of(lane.entries.begin(), lane.entries.end(), [entry](const EntryRange& range) {
      return entry >= range.first && entry < range.end;
    });
  }

  void Merge() {
    StableSort(&links_, [](const TimelineLink& a, const TimelineLink& b) {
      return std::pair(KeyOf(a.from), KeyOf(a.to)) < std::pair(KeyOf(b.from), KeyOf(b.to));
    });
    size_t kept = 0;
    for (size_t i = 0; i < links_.size(); ++i) {
      TimelineLink& link = links_[i];
      TimelineLink* last = kept == 0 ? nullptr : &links_[kept - 1];
      if (!last || !SameEnd(last->from, link.from) || !SameEnd(last->to, link.to)) {
        if (kept != i) links_[kept] = std::move(link);
        ++kept;
        continue;
      }
      last->count += link.count;
      last->role = std::min(last->role, link.role);
      last->importance = std::max(last->importance, link.importance);
      for (size_t quad = 0; quad < kQuadClassCount; ++quad)
        last->replies_of_quad[quad] += link.replies_of_quad[quad];
    }
    links_.resize(kept);
  }

  const LinkRequest& r_;
  const Dossier& dossier_;
  std::vector<Placed> placed_;
  std::vector<uint32_t> strips_;  // marks of what is only counted
  std::vector<TimelineLink> links_;
};

float LengthOf(const TimelineLayout& layout, const TimelineLink& link) {
  const auto at = [&layout](const LinkEnd& end, const LinkEnd& other) {
    const Rect& view = layout.lanes_px;
    if (end.place == LinkPlace::kMark) return layout.marks[end.mark].centre_px;
    const Point there = layout.marks[other.mark].centre_px;
    const bool before = end.place == LinkPlace::kBefore;
    if (layout.orientation == Orientation::kVertical)
      return Point{there.x, before ? view.y : view.bottom()};
    return Point{before ? view.x : view.right(), there.y};
  };
  const Point a = at(link.from, link.to), b = at(link.to, link.from);
  return std::abs(a.x - b.x) + std::abs(a.y - b.y);
}

}  // namespace

LinkLayout LayoutLinks(const LinkRequest& request) {
  if (request.shown == Links::kNone) return {};
  Replies replies(request);
  LinkLayout out{.links = Bundler(request).Run(replies.Run())};
  out.more = request.shown == Links::kAll && (replies.has_more() || out.links.size() > kMostLinks);
  std::vector<TimelineLink>& links = out.links;
  if (links.size() > kMostLinks) {
    StableSort(&links, [](const TimelineLink& a, const TimelineLink& b) {
      return std::tuple(a.role, -a.importance, b.count) <
             std::tuple(b.role, -b.importance, a.count);
    });
    links.resize(kMostLinks);
  }
  // The nearest neighbours take the innermost way, the others go around them.
  const TimelineLayout& layout = *request.layout;
  StableSort(&links, [&](const TimelineLink& a, const TimelineLink& b) {
    return a.role != b.role ? a.role < b.role : LengthOf(layout, a) < LengthOf(layout, b);
  });
  RouteLinks(layout, *request.request->measurer, &links);
  std::reverse(links.begin(), links.end());
  return out;
}

}  // namespace demarche
