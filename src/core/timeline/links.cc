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

namespace demarche {
namespace {

constexpr size_t kMostReplies = 4000;  // looked at

// A reply, before it is known where it is drawn.
struct Reply {
  Index answered = kNone, move = kNone;
  LinkRole role = LinkRole::kOther;
  friend bool operator<(const Reply& a, const Reply& b) {
    return std::tie(a.answered, a.move, a.role) < std::tie(b.answered, b.move, b.role);
  }
};

// ---- Which replies ----

class Replies {
 public:
  explicit Replies(const LinkRequest& r) : r_(r), dossier_(*r.request->dossier) {}

  std::vector<Reply> Run() {
    AddSelection(r_.request->focus);
    AddHovered();
    if (r_.shown == Links::kAll) AddAll();
    // The same reply may be there twice; the nearer role comes first.
    StableSort(&replies_, std::less<>());
    const auto same = [](const Reply& a, const Reply& b) {
      return a.answered == b.answered && a.move == b.move;
    };
    replies_.erase(std::unique(replies_.begin(), replies_.end(), same), replies_.end());
    return std::move(replies_);
  }

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
    for (const Index move : dossier_.MovesOfEvent(item.index)) visit(move);
  }

  void AddDirect(Ref item, LinkRole role) {
    ForMovesOf(item, [&](Index move) { AddBefore(move, role), AddAfter(move, role); });
  }

  // With everything it leads back to, and everything that came of it.
  void AddSelection(Ref focus) {
    AddDirect(focus, LinkRole::kDirect);
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
          if (chain.size() >= kMostReplies) break;
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

  void AddAll() {
    size_t items = 0;
    for (const Mark& mark : r_.layout->marks) items += std::max<size_t>(1, mark.members.size());
    if (items > kMostLinkedItems) return;
    for (const Mark& mark : r_.layout->marks) {
      AddDirect(mark.item, LinkRole::kOther);
      for (const Ref member : mark.members) AddDirect(member, LinkRole::kOther);
    }
  }

  const LinkRequest& r_;
  const Dossier& dossier_;
  std::vector<Reply> replies_;
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
  static auto KeyOf(const LinkEnd& end) {
    return std::pair(end.place, end.place == LinkPlace::kMark ? end.mark : 0);
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
      if (mark.members.empty()) place(mark.item, i);
      for (const Ref member : mark.members) place(member, i);
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
    const When& when = dossier_.WhenOf(item);
    if (when.latest() < r_.layout->range1 && when.earliest() >= r_.layout->range0) return false;
    end->place = when.earliest() < r_.layout->range0 ? LinkPlace::kBefore : LinkPlace::kAfter;
    if (!ShowsLaneOf(dossier_, r_.request->lanes, item)) return false;
    // What a search or a group leaves of it is not asked for each end anew.
    return r_.request->query.empty() && r_.request->group.empty();
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
      for (size_t quad = 0; quad < kQuadClassCount; ++quad)
        last->replies_of_quad[quad] += link.replies_of_quad[quad];
    }
    links_.resize(kept);
  }

  const LinkRequest& r_;
  const Dossier& dossier_;
  std::vector<Placed> placed_;
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

std::vector<TimelineLink> LayoutLinks(const LinkRequest& request) {
  if (request.shown == Links::kNone) return {};
  std::vector<TimelineLink> links = Bundler(request).Run(Replies(request).Run());
  if (links.size() > kMostLinks) {
    StableSort(&links, [](const TimelineLink& a, const TimelineLink& b) {
      return a.role != b.role ? a.role < b.role : a.count > b.count;
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
  return links;
}

}  // namespace demarche
