#include "core/timeline/links.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "core/base/plane.h"
#include "core/dates/civil.h"
#include "core/timeline/timeline_plan.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

constexpr Ref EventRef(Index event) { return {ItemKind::kEvent, event}; }

// Demand (lane 0) → refusal (lane 1) → threat (lane 0); an agreement answers the demand as well.
class LinksTest : public testing::Test {
 protected:
  LinksTest() {
    sketch_.AddTrack("Russia");
    sketch_.AddTrack("NATO");
    demand_ = sketch_.AddEvent(0, {.title = "Demand", .date = "2021-12-17"});
    refusal_ = sketch_.AddEvent(1, {.title = "Refusal", .date = "2022-01-07"});
    threat_ = sketch_.AddEvent(0, {.title = "Threat", .date = "2022-01-12"});
    offer_ = sketch_.AddEvent(1, {.title = "Offer", .date = "2022-02-10"});
    const Index asks = sketch_.AddMove("Asks", "2021-12-17", demand_);
    const Index refuses = sketch_.AddReply({asks}, PloverType::kReject, "2022-01-07", refusal_);
    sketch_.AddReply({asks}, PloverType::kReject, "2022-01-07", refusal_);
    sketch_.AddReply({asks}, PloverType::kAgree, "2022-01-07", refusal_);
    sketch_.AddReply({refuses}, PloverType::kThreaten, "2022-01-12", threat_);
    sketch_.AddReply({asks}, PloverType::kConcede, "2022-02-10", offer_);
  }

  const std::vector<TimelineLink>& LayOut() {
    if (!dossier_) dossier_.emplace(sketch_.Build());
    request_.dossier = &*dossier_;
    request_.measurer = &kFakeMeasurer;
    request_.metrics = MetricsForDesktop();
    if (request_.area_px.w == 0) request_.area_px = {0, 0, 920, 457};
    layout_ = LayoutTimeline(request_);
    LinkLayout drawn =
        LayoutLinks({.request = &request_, .layout = &layout_, .shown = shown_, .hover = hover_});
    more_ = drawn.more;
    return links_ = std::move(drawn.links);
  }
  const TimelineLink* Find(Index from, Index to) const {
    for (const TimelineLink& link : links_)
      if (link.from.item == EventRef(from) && link.to.item == EventRef(to)) return &link;
    return nullptr;
  }

  TimelineSketch sketch_;
  std::optional<Dossier> dossier_;
  TimelineRequest request_;
  TimelineLayout layout_;
  Links shown_ = Links::kFocus;
  Ref hover_;
  std::vector<TimelineLink> links_;
  bool more_ = false;
  Index demand_, refusal_, threat_, offer_;
};

TEST_F(LinksTest, NothingSelectedNothingDrawn) { EXPECT_TRUE(LayOut().empty()); }

TEST_F(LinksTest, ASelectionShowsWhatItLeadsBackToAndWhatCameOfIt) {
  request_.focus = EventRef(threat_);
  EXPECT_EQ(LayOut().size(), 2u);
  ASSERT_TRUE(Find(refusal_, threat_) && Find(demand_, refusal_));
  EXPECT_EQ(Find(refusal_, threat_)->role, LinkRole::kDirect);
  EXPECT_EQ(Find(demand_, refusal_)->role, LinkRole::kChain);
  EXPECT_FALSE(Find(demand_, offer_)) << "another answer to the same demand is another chain";

  request_.focus = EventRef(demand_);
  EXPECT_EQ(LayOut().size(), 3u);
  EXPECT_EQ(Find(demand_, offer_)->role, LinkRole::kDirect);
  EXPECT_EQ(Find(refusal_, threat_)->role, LinkRole::kChain);
}

TEST_F(LinksTest, NoneLeadsToAHiddenLane) {
  request_.focus = EventRef(threat_);
  request_.lanes = {0};
  EXPECT_TRUE(LayOut().empty());
  // Nor to where it would be out of view.
  request_.range = {FirstOf("2022-01-10"), LastOf("2022-01-14")};
  EXPECT_TRUE(LayOut().empty());
  request_.lanes = {1, 0};
  ASSERT_EQ(LayOut().size(), 1u);
  EXPECT_EQ(links_[0].from.place, LinkPlace::kBefore);
}

TEST_F(LinksTest, TheyLeadIntoAFoldedGroupAndNotWithinAMark) {
  request_.focus = EventRef(threat_);
  request_.folded = {"Group"};
  EXPECT_EQ(LayOut().size(), 2u);
  ASSERT_EQ(layout_.lanes.size(), 1u);
  EXPECT_TRUE(Find(refusal_, threat_) && Find(demand_, refusal_));
}

TEST_F(LinksTest, ThePointerShowsTheLinksOfItsMarkOnly) {
  hover_ = EventRef(threat_);
  EXPECT_EQ(LayOut().size(), 1u);
  EXPECT_TRUE(Find(refusal_, threat_));
}

TEST_F(LinksTest, AMoveShowsItsOwnChain) {
  request_.focus = {ItemKind::kMove, 3};  // agrees; nothing came of it
  ASSERT_EQ(LayOut().size(), 1u);
  EXPECT_EQ(Find(demand_, refusal_)->count, 1u);
}

TEST_F(LinksTest, AllAndNone) {
  shown_ = Links::kAll;
  EXPECT_EQ(LayOut().size(), 3u);
  EXPECT_FALSE(more_);
  for (const TimelineLink& link : links_) EXPECT_EQ(link.role, LinkRole::kOther);
  request_.focus = EventRef(threat_);
  EXPECT_EQ(LayOut().size(), 3u);
  EXPECT_EQ(links_.back().role, LinkRole::kDirect) << "the most important on top";
  shown_ = Links::kNone;
  EXPECT_TRUE(LayOut().empty());
}

TEST_F(LinksTest, RepliesBetweenTheSameMarksAreOneLinkThatCountsThem) {
  shown_ = Links::kAll;
  LayOut();
  const TimelineLink* link = Find(demand_, refusal_);
  ASSERT_TRUE(link);
  EXPECT_EQ(link->count, 3u);
  EXPECT_EQ(link->replies_of_quad, (std::array<uint32_t, 4>{1, 0, 2, 0}));
  ASSERT_EQ(link->badges.size(), 2u);
  EXPECT_EQ(link->badges[0].quad, QuadClass::kVerbalCooperation);
  EXPECT_EQ(link->badges[1].count, 2u);
  EXPECT_TRUE(link->badges[1].numbered);
}

TEST_F(LinksTest, WhatIsNotYetKnownIsNotLinked) {
  shown_ = Links::kAll;
  request_.as_of_s = LastOf("2022-01-08");
  LayOut();
  ASSERT_EQ(links_.size(), 1u);
  EXPECT_TRUE(Find(demand_, refusal_));
  shown_ = Links::kFocus;
  request_.focus = EventRef(threat_);
  EXPECT_TRUE(LayOut().empty()) << "what is not known leads back to nothing";
}

TEST_F(LinksTest, AReplyWithinItsOwnMarkIsNoLink) {
  sketch_.AddReply({0}, PloverType::kReject, "2021-12-17", demand_);
  shown_ = Links::kAll;
  for (const TimelineLink& link : LayOut()) EXPECT_NE(link.from.mark, link.to.mark);
}

TEST_F(LinksTest, ALinkToAMemberEndsAtItsCluster) {
  shown_ = Links::kAll;
  request_.axis = AxisKind::kLinear;
  request_.area_px = {0, 0, 240, 300};
  sketch_.AddEvent(0, {.title = "Long ago", .date = "1990"});
  for (const char* date : {"2022-01-01", "2022-01-02", "2022-01-03", "2022-01-04", "2022-01-05"})
    sketch_.AddEvent(0, {.title = "In between", .date = date});
  LayOut();
  size_t at_clusters = 0;
  for (const TimelineLink& link : links_) {
    for (const LinkEnd* end : {&link.from, &link.to}) {
      ASSERT_EQ(end->place, LinkPlace::kMark);
      at_clusters += layout_.marks[end->mark].members.empty() ? 0 : 1;
      EXPECT_EQ(end->item, layout_.marks[end->mark].item);
    }
  }
  EXPECT_GT(at_clusters, 0u);
}

TEST_F(LinksTest, WhatIsOutOfViewIsPointedToAtTheEdge) {
  request_.focus = EventRef(refusal_);
  request_.range = {FirstOf("2022-01-01"), LastOf("2022-01-10")};
  LayOut();
  const TimelineLink* back = Find(demand_, refusal_);
  const TimelineLink* on = Find(refusal_, threat_);
  ASSERT_TRUE(back && on);
  EXPECT_EQ(back->from.place, LinkPlace::kBefore);
  EXPECT_EQ(on->to.place, LinkPlace::kAfter);
  EXPECT_NEAR(back->from.at_px.x, layout_.lanes_px.x, 6);
  EXPECT_LT(back->from.direction.x, -0.9f) << "to the left, where it comes from";
  EXPECT_NEAR(on->to.at_px.x, layout_.lanes_px.right(), 6);
  EXPECT_GT(on->to.direction.x, 0.9f);
}

TEST_F(LinksTest, ALinkNeedsOneEndInView) {
  request_.focus = EventRef(refusal_);
  request_.range = {FirstOf("2022-01-20"), LastOf("2022-01-30")};
  EXPECT_TRUE(LayOut().empty());
}

TEST_F(LinksTest, WhatIsFilteredOutIsNotLinked) {
  shown_ = Links::kAll;
  request_.query = "demand";
  EXPECT_TRUE(LayOut().empty());
  request_.range = {FirstOf("2021-12-10"), LastOf("2021-12-20")};
  EXPECT_TRUE(LayOut().empty()) << "nor pointed to beyond the edge";
}

TEST_F(LinksTest, InOneRowItBowsAboveIt) {
  sketch_.AddReply({0}, PloverType::kReject, "2022-01-12", threat_);
  shown_ = Links::kAll;
  LayOut();
  const TimelineLink* link = Find(demand_, threat_);
  ASSERT_TRUE(link);
  const float row_y = layout_.marks[link->from.mark].centre_px.y;
  ASSERT_EQ(layout_.marks[link->to.mark].centre_px.y, row_y);
  for (const std::vector<Point>& stroke : link->strokes)
    for (const Point at : stroke) EXPECT_LT(at.y, row_y);
}

// ---- Lanes that are counted ----

// A demand and 2000 refusals of it in one day's density of each of two lanes.
class DenseLinksTest : public LinksTest {
 protected:
  void AddCrowd(int count) {
    for (int i = 0; i < count; ++i) {
      const std::string date =
          IsoUtc(FirstOf("2021-01-01") + Seconds{i % 700} * kSecondsPerDay).substr(0, 10);
      const Index track = static_cast<Index>(i % 2);
      const Index event = sketch_.AddEvent(track, {.title = "Crowd", .date = date});
      crowd_.push_back(event);
      sketch_.AddReply({0}, PloverType::kReject, date, event);
    }
  }
  std::vector<Index> crowd_;
};

TEST_F(DenseLinksTest, OfACrowdTheMostImportantAreDrawnAndItIsSaidThatThereAreMore) {
  shown_ = Links::kAll;
  AddCrowd(3000);
  LayOut();
  EXPECT_TRUE(more_) << "what is in a density";
  EXPECT_LE(links_.size(), kMostLinks);
  shown_ = Links::kFocus;
  EXPECT_TRUE(LayOut().empty());
  EXPECT_FALSE(more_) << "only all that was asked for";
}

TEST_F(DenseLinksTest, TheLinksOfASelectionLeadIntoDensities) {
  AddCrowd(3000);
  request_.axis = AxisKind::kLinear;
  dossier_.emplace(sketch_.Build());
  request_.dossier = &*dossier_;
  request_.measurer = &kFakeMeasurer;
  request_.metrics = MetricsForDesktop();
  request_.area_px = {0, 0, 920, 457};
  const TimelinePlan plan = PlanTimeline(request_, MatchingEntries(*dossier_, "", ""));
  request_.plan = &plan;
  for (const Index event : {crowd_[1], crowd_[1000], crowd_[2999]}) {
    request_.focus = EventRef(event);
    hover_ = {};
    LayOut();
    ASSERT_EQ(links_.size(), 1u) << "to the demand";
    EXPECT_EQ(links_[0].role, LinkRole::kDirect);
    EXPECT_EQ(links_[0].from.item, EventRef(demand_));
    EXPECT_EQ(links_[0].to.item, EventRef(event));
    EXPECT_EQ(layout_.marks[links_[0].to.mark].item, EventRef(event));
    // Where the demand would stand.
    const float x_px = layout_.scale.PxFromTime(FirstOf("2021-12-17T12:00Z"));
    EXPECT_NEAR(links_[0].from.at_px.x, x_px, 1);
  }
}

TEST_F(DenseLinksTest, AreTheSameHoweverOftenOneLooks) {
  AddCrowd(3000);
  shown_ = Links::kAll;
  hover_ = EventRef(demand_);
  const std::vector<TimelineLink> before = LayOut();
  LayOut();
  ASSERT_EQ(before.size(), links_.size());
  for (size_t i = 0; i < before.size(); ++i) EXPECT_EQ(before[i].strokes, links_[i].strokes);
}

// ---- Over many dossiers ----

Dossier Generated(TestRandom* random) {
  TimelineSketch sketch;
  for (int track = 0; track < 5; ++track) sketch.AddTrack("Lane", track < 3 ? "A" : "B");
  std::vector<Index> moves;
  const auto events = random->Between(5, 40);
  for (int64_t i = 0; i < events; ++i) {
    const Seconds at = FirstOf("2014") + random->Between(0, 8 * 365) * kSecondsPerDay;
    std::string date = IsoUtc(at).substr(0, 10);
    if (random->Between(0, 5) == 0)
      date += "/" + IsoUtc(at + random->Between(30, 900) * kSecondsPerDay).substr(0, 10);
    const auto track = static_cast<Index>(random->Between(0, 4));
    const Index event = sketch.AddEvent(track, {.title = "An event with a title", .date = date});
    std::vector<Index> answered;
    for (int64_t n = random->Between(0, 3); n > 0 && !moves.empty(); --n)
      answered.push_back(
          moves[static_cast<size_t>(random->Between(0, static_cast<int64_t>(moves.size()) - 1))]);
    const auto type = static_cast<PloverType>(random->Between(0, kPloverTypeCount - 1));
    moves.push_back(sketch.AddReply(answered, type, date, event));
  }
  return sketch.Build();
}

bool Touches(const Mark& mark, Point at) {
  // Where time runs down, a link from a bar ends at the label beside the mark.
  return DistanceTo(mark.mark_px, at) <= 2.5f || DistanceTo(mark.box_px, at) <= kOutlineX + 0.5f;
}

TEST(LinksProperty, EndsTouchTheirMarksAndNoLineCrossesALabel) {
  for (uint64_t seed = 1; seed <= 60; ++seed) {
    TestRandom random(seed);
    const Dossier dossier = Generated(&random);
    TimelineRequest request = DesktopRequest(dossier);
    request.axis = seed % 2 == 0 ? AxisKind::kAdaptive : AxisKind::kLinear;
    if (seed % 3 == 0) request.range = {FirstOf("2016"), LastOf("2018")};
    if (seed % 4 == 0) {
      request.orientation = Orientation::kVertical;
      request.metrics = MetricsForPhone();
      request.area_px = {0, 0, 390, 700};
    }
    request.focus = EventRef(static_cast<Index>(random.Between(0, 4)));
    const TimelineLayout layout = LayoutTimeline(request);
    const LinkRequest ask{
        .request = &request, .layout = &layout, .shown = Links::kAll, .hover = {}};
    const std::vector<TimelineLink> links = LayoutLinks(ask).links;
    for (const TimelineLink& link : links) {
      uint32_t replies = 0;
      for (const uint32_t of_quad : link.replies_of_quad) replies += of_quad;
      EXPECT_EQ(replies, link.count);
      for (const LinkEnd* end : {&link.from, &link.to}) {
        EXPECT_NEAR(Length(end->direction), 1, 1e-3f) << seed;
        if (end->place == LinkPlace::kMark) {
          EXPECT_TRUE(Touches(layout.marks[end->mark], end->at_px)) << seed;
        } else {
          EXPECT_TRUE(Inflated(layout.lanes_px, 0.5f).Contains(end->at_px)) << seed;
        }
      }
      for (const std::vector<Point>& stroke : link.strokes) {
        ASSERT_GE(stroke.size(), 2u);
        for (size_t i = 1; i < stroke.size(); ++i) {
          const Point middle = Mix(stroke[i - 1], stroke[i], 0.5f);
          for (const Mark& mark : layout.marks)
            EXPECT_FALSE(LabelBox(mark, layout.metrics).Contains(middle))
                << seed << ' ' << mark.label;
        }
      }
    }
    const std::vector<TimelineLink> again = LayoutLinks(ask).links;
    ASSERT_EQ(again.size(), links.size());
    for (size_t i = 0; i < links.size(); ++i) EXPECT_EQ(again[i].strokes, links[i].strokes) << seed;
  }
}

}  // namespace
}  // namespace demarche
