// The ways of links: what they keep clear of and that nothing but the picture decides them.
#include "core/timeline/link_routes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/plane.h"
#include "core/timeline/link_badges.h"
#include "core/timeline/link_rows.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

// Events with a move each, answering earlier ones; the moves in any order of the file.
struct Talks {
  struct Reply {
    std::string date;
    PloverType type;
    Index event;
    std::vector<size_t> answered;
  };
  TimelineSketch sketch;
  std::vector<Reply> replies;

  explicit Talks(uint64_t seed) {
    TestRandom random(seed);
    for (int i = 0; i < 4; ++i) sketch.AddTrack("Lane", i < 2 ? "A" : "B");
    for (size_t i = 0; i < 25; ++i) {
      const Seconds at = FirstOf("2014") + random.Between(0, 3000) * kSecondsPerDay;
      const std::string date = IsoUtc(at).substr(0, 10);
      const Index event = sketch.AddEvent(static_cast<Index>(random.Between(0, 3)),
                                          {.title = "An event", .date = date});
      Reply reply{
          date, static_cast<PloverType>(random.Between(0, kPloverTypeCount - 1)), event, {}};
      for (int64_t n = i == 0 ? 0 : random.Between(0, 2); n > 0; --n) {
        reply.answered.push_back(static_cast<size_t>(random.Between(0, int64_t(i) - 1)));
      }
      replies.push_back(reply);
    }
  }

  Dossier BuildInOrder(const std::vector<size_t>& order) {
    std::vector<Index> place(order.size());
    for (size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<Index>(i);
    for (const size_t i : order) {
      std::vector<Index> answered;
      for (const size_t other : replies[i].answered) answered.push_back(place[other]);
      sketch.AddReply(answered, replies[i].type, replies[i].date, replies[i].event);
    }
    return sketch.Build();
  }
};

struct Drawn {
  TimelineLayout layout;
  std::vector<TimelineLink> links;
};

Drawn DrawAll(const Dossier& dossier, uint64_t seed) {
  TimelineRequest request = DesktopRequest(dossier);
  request.axis = seed % 2 == 0 ? AxisKind::kAdaptive : AxisKind::kLinear;
  if (seed % 3 == 0) {
    request.orientation = Orientation::kVertical;
    request.metrics = MetricsForPhone();
    request.area_px = {0, 0, 390, 700};
  }
  Drawn drawn{LayoutTimeline(request), {}};
  drawn.links =
      LayoutLinks({.request = &request, .layout = &drawn.layout, .shown = Links::kAll, .hover = {}})
          .links;
  return drawn;
}

std::vector<size_t> InFileOrder() {
  std::vector<size_t> order(25);
  std::iota(order.begin(), order.end(), size_t{0});
  return order;
}

TEST(LinkRoutes, DoNotDependOnTheOrderOfTheMoves) {
  for (uint64_t seed = 1; seed <= 24; ++seed) {
    std::vector<size_t> shuffled = InFileOrder();
    TestRandom random(seed + 1000);
    for (size_t i = shuffled.size() - 1; i > 0; --i) {
      std::swap(shuffled[i], shuffled[static_cast<size_t>(random.Between(0, int64_t(i)))]);
    }
    const Dossier one = Talks(seed).BuildInOrder(InFileOrder());
    const Dossier two = Talks(seed).BuildInOrder(shuffled);
    const Drawn a = DrawAll(one, seed), b = DrawAll(two, seed);
    ASSERT_EQ(a.links.size(), b.links.size());
    for (size_t i = 0; i < a.links.size(); ++i) {
      EXPECT_EQ(a.links[i].from.item, b.links[i].from.item) << seed;
      EXPECT_EQ(a.links[i].to.item, b.links[i].to.item) << seed;
      EXPECT_EQ(a.links[i].replies_of_quad, b.links[i].replies_of_quad) << seed;
      EXPECT_EQ(a.links[i].strokes, b.links[i].strokes) << seed;
    }
  }
}

TEST(LinkRoutes, StayInTheLanes) {
  for (uint64_t seed = 1; seed <= 48; ++seed) {
    const Dossier dossier = Talks(seed).BuildInOrder(InFileOrder());
    const Drawn drawn = DrawAll(dossier, seed);
    ASSERT_FALSE(drawn.links.empty());
    Rect room = Inflated(drawn.layout.lanes_px, 1);
    room.h = std::max(room.h, drawn.layout.content_h_px + 2);
    for (const TimelineLink& link : drawn.links) {
      for (const std::vector<Point>& stroke : link.strokes) {
        for (const Point at : stroke)
          EXPECT_TRUE(room.Contains(at)) << seed << ' ' << at.x << ' ' << at.y;
      }
    }
  }
}

// A row may be crossed upright, also where a dot is; along the rows a link keeps between them.
TEST(LinkRoutes, AlongTheRowsTheyPassThroughNoPoint) {
  size_t level = 0;
  for (uint64_t seed = 1; seed <= 48; ++seed) {
    const Dossier dossier = Talks(seed).BuildInOrder(InFileOrder());
    const Drawn drawn = DrawAll(dossier, seed);
    if (drawn.layout.orientation == Orientation::kVertical) continue;
    for (const TimelineLink& link : drawn.links) {
      for (const std::vector<Point>& stroke : link.strokes) {
        for (size_t i = 1; i < stroke.size(); ++i) {
          const Point a = stroke[i - 1], b = stroke[i];
          if (std::abs(a.y - b.y) > 0.5f || std::abs(a.x - b.x) < 4) continue;
          ++level;
          const Rect line{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), 0.1f};
          for (const Mark& mark : drawn.layout.marks) {
            if (mark.shape == MarkShape::kBar) continue;
            EXPECT_FALSE(line.Overlaps(Inflated(mark.mark_px, -1)))
                << seed << ' ' << mark.item.index << " at " << mark.centre_px.x;
          }
        }
      }
    }
  }
  EXPECT_GT(level, 500u);
}

TEST(LinkRoutes, BadgesHideNeitherMarksNorTextsNorEachOther) {
  size_t badges = 0;
  for (uint64_t seed = 1; seed <= 48; ++seed) {
    const Dossier dossier = Talks(seed).BuildInOrder(InFileOrder());
    const Drawn drawn = DrawAll(dossier, seed);
    std::vector<Rect> boxes;
    for (const TimelineLink& link : drawn.links) {
      for (const LinkBadge& badge : link.badges) {
        const float half = badge.numbered ? kNumberedBadgeHalfPx : kBadgeHalfPx;
        boxes.push_back(RectAround(badge.centre_px, 2 * half, 2 * half));
        EXPECT_EQ(badge.count, link.replies_of_quad[static_cast<size_t>(badge.quad)]);
        EXPECT_TRUE(badge.count > 1 || !badge.numbered);
      }
    }
    for (size_t i = 0; i < boxes.size(); ++i) {
      for (size_t j = 0; j < i; ++j) EXPECT_FALSE(boxes[i].Overlaps(boxes[j])) << seed;
      for (const Rect& text : TextBoxes(drawn.layout, kFakeMeasurer)) {
        EXPECT_FALSE(boxes[i].Overlaps(text)) << seed;
      }
      for (const Mark& mark : drawn.layout.marks) {
        if (mark.shape == MarkShape::kBar) continue;
        EXPECT_FALSE(boxes[i].Overlaps(mark.mark_px)) << seed;
      }
    }
    badges += boxes.size();
  }
  EXPECT_GT(badges, 300u);
}

// ---- The rows they go around ----

class LinkRowsTest : public testing::Test {
 protected:
  // Two lanes of two rows and one; rows are 20 px high, their middles at 112, 132 and 160.
  LinkRowsTest() {
    layout_.metrics.row_px = 20;
    layout_.metrics.lane_pad_px = 4;
    for (const float y : {100.0f, 148.0f}) {
      Lane lane;
      lane.y_px = y;
      lane.rows = y < 120 ? 2 : 1;
      layout_.lanes.push_back(lane);
    }
  }
  Mark& AddDot(uint32_t lane, uint32_t row, float x) {
    Mark mark;
    mark.lane = lane;
    mark.row = row;
    const float y = lane == 0 ? 112 + 20 * static_cast<float>(row) : 160;
    mark.mark_px = mark.box_px = RectAround({x, y}, 10, 10);
    layout_.marks.push_back(mark);
    return layout_.marks.back();
  }

  TimelineLayout layout_;
};

TEST_F(LinkRowsTest, GapsLieBetweenTheRowsAndAroundAll) {
  const LinkRows rows(layout_);
  ASSERT_EQ(rows.gaps(), 4u);
  EXPECT_FLOAT_EQ(rows.GapPx(0), 101);
  EXPECT_FLOAT_EQ(rows.GapPx(1), 122);
  EXPECT_FLOAT_EQ(rows.GapPx(2), 146);
  EXPECT_FLOAT_EQ(rows.GapPx(3), 171);
}

TEST_F(LinkRowsTest, ARowLendsHalfOfItselfWhereNothingStands) {
  AddDot(0, 1, 300);
  const LinkRows rows(layout_);
  EXPECT_FLOAT_EQ(rows.FreeIn(1, 0, 200).from, 112);
  EXPECT_FLOAT_EQ(rows.FreeIn(1, 0, 200).to, 132);
  EXPECT_FLOAT_EQ(rows.FreeIn(1, 200, 400).from, 112);
  EXPECT_LT(rows.FreeIn(1, 200, 400).to, 127) << "clear of the dot below the gap";
  EXPECT_GT(rows.FreeIn(2, 200, 400).from, 137) << "and of that above it";
  EXPECT_LT(rows.FreeIn(2, 200, 400).from, rows.FreeIn(2, 200, 400).to);
}

TEST_F(LinkRowsTest, CrossingADotCostsMoreThanALabelAndThatMoreThanABar) {
  Mark& labelled = AddDot(0, 1, 300);
  labelled.label = "Words";
  labelled.side = LabelSide::kRight;
  labelled.label_px = {310, 132};
  labelled.box_px = {295, 122, 100, 20};
  Mark& bar = AddDot(0, 1, 500);
  bar.shape = MarkShape::kBar;
  bar.mark_px = {450, 126, 100, 12};
  const LinkRows rows(layout_);
  const float dot = rows.CostOfCrossing(300, 1, 2), label = rows.CostOfCrossing(360, 1, 2);
  const float on_bar = rows.CostOfCrossing(500, 1, 2);
  EXPECT_GT(dot, label);
  EXPECT_GT(label, on_bar);
  EXPECT_GT(on_bar, 0);
  EXPECT_EQ(rows.CostOfCrossing(200, 0, 3), 0) << "beside it nothing";
  EXPECT_EQ(rows.CostOfCrossing(300, 0, 1), 0) << "in other rows nothing";
  EXPECT_EQ(rows.CostOfCrossing(300, 2, 2), 0);
}

TEST_F(LinkRowsTest, ASelectedMarkIsPassedOutsideItsOutline) {
  AddDot(0, 1, 300);
  const float plain = LinkRows(layout_).FreeIn(2, 290, 310).from;
  layout_.marks.back().selected = true;
  layout_.marks.back().box_px = {295, 122, 60, 20};
  EXPECT_GT(LinkRows(layout_).FreeIn(2, 290, 310).from, plain);
  EXPECT_GT(LinkRows(layout_).CostOfCrossing(350, 1, 2), 0);
}

}  // namespace
}  // namespace demarche
