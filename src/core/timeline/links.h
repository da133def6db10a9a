// The links of the timeline: a move and its replies, drawn from the mark of what is answered to the
// mark of the reply. Pure, like the timeline's layout that it starts from.
//
// The arrow points to the reply, the way time and the reading go: "this was asked, and that is what
// came back", as flow arrows of trace viewers do (Perfetto, "flow events"). What kind of reply it
// is, is said by badges in the graph's grammar (design/DESIGN.md section 5): round or pointed,
// hollow or filled, one for each quad class, with the number of replies where there are several.
#pragma once

#include <array>
#include <vector>

#include "core/timeline/timeline_layout.h"

namespace demarche {

/// Of the mark that is under the pointer or selected; farther along the chain of replies; any
/// other.
enum class LinkRole : uint8_t { kDirect, kChain, kOther };
/// At a mark, or at the edge of the view where its time is before or after it.
enum class LinkPlace : uint8_t { kMark, kBefore, kAfter };

struct LinkEnd {
  LinkPlace place = LinkPlace::kMark;
  Ref item;           // the mark's item, as in inspect(); of a density and out of view: the event
                      // or move itself
  uint32_t mark = 0;  // in the layout, of kMark
  Point at_px;        // on the mark's edge, or on that of the view
  Point direction{0, 1};  // unit vector: where an arrow at this end points
};

struct LinkBadge {
  QuadClass quad = QuadClass::kVerbalCooperation;
  uint32_t count = 0;
  Point centre_px;
  bool numbered = false;  // shows its count
};
inline constexpr float kLinkArrowPx = 6;
/// Half the size of a badge, in both directions.
inline constexpr float kBadgeHalfPx = 4.6f, kNumberedBadgeHalfPx = 7.8f;

/// All replies from one mark to another.
struct TimelineLink {
  LinkEnd from, to;  // what is answered, and its reply
  LinkRole role = LinkRole::kOther;
  uint32_t count = 0;
  float importance = 0;  // of its more important end
  std::array<uint32_t, kQuadClassCount> replies_of_quad{};
  std::vector<std::vector<Point>> strokes;  // its way; it is broken where a label lies
  std::vector<LinkBadge> badges;
};

struct LinkRequest {
  const TimelineRequest* request = nullptr;  // that `layout` answers
  const TimelineLayout* layout = nullptr;
  Links shown = Links::kFocus;
  Ref hover;
  friend bool operator==(const LinkRequest&, const LinkRequest&) = default;
};

struct LinkLayout {
  std::vector<TimelineLink> links;  // the most important last
  bool more = false;                // all were asked for, and there are more in view than these
};

/// What is to be drawn. Links within one mark are left out. Those of the selection and the pointer
/// always come first; of all others there are those of the most important events that stand for
/// themselves or in a cluster. What they lead to may lie in a density. Costs what is visible: at
/// most kMostLinkedItems events and kMostReplies replies are looked at, and kMostLinks drawn.
LinkLayout LayoutLinks(const LinkRequest& request);
inline constexpr size_t kMostLinks = 200, kMostReplies = 4000, kMostLinkedItems = 20000;

}  // namespace demarche
