#include "views/morph.h"

#include "gtest/gtest.h"
#include "tests/core/base/fake_measurer.h"
#include "tests/views/harness.h"

namespace demarche {
namespace {

class MorphTest : public testing::TestWithParam<Orientation> {
 protected:
  MorphTest() : dossier_(ReadTalks()) {
    adaptive_ = Layout(AxisKind::kAdaptive);
    linear_ = Layout(AxisKind::kLinear);
  }

  TimelineLayout Layout(AxisKind axis) {
    TimelineRequest& request = request_;
    request.dossier = &dossier_;
    request.measurer = &measurer_;
    request.area_px = {0, 0, 900, 700};
    request.orientation = GetParam();
    request.axis = axis;
    request.as_of_s = InitialState(dossier_).as_of_s;
    request.focus = dossier_.Find("geneva-2022");
    return LayoutTimeline(request);
  }

  float Along(Point p) const { return GetParam() == Orientation::kVertical ? p.y : p.x; }

  Dossier dossier_;
  FakeMeasurer measurer_;
  TimelineRequest request_;
  TimelineLayout adaptive_, linear_;
};

TEST_P(MorphTest, AtZeroNothingHasMoved) {
  const TimelineLayout out = Morphed(adaptive_, linear_.scale, 0, MorphLabels::kKeep);
  ASSERT_EQ(out.marks.size(), adaptive_.marks.size());
  for (size_t i = 0; i < out.marks.size(); ++i) {
    EXPECT_EQ(out.marks[i].centre_px, adaptive_.marks[i].centre_px);
    EXPECT_EQ(out.marks[i].label, adaptive_.marks[i].label);
  }
  EXPECT_EQ(out.playhead_px, adaptive_.playhead_px);
}

TEST_P(MorphTest, AtOneEverythingIsWhereTheOtherScaleHasIt) {
  const TimelineLayout out = Morphed(adaptive_, linear_.scale, 1, MorphLabels::kDrop);
  EXPECT_NEAR(out.playhead_px, linear_.playhead_px, 0.5);
  for (size_t i = 0; i < out.breaks.size(); ++i)
    EXPECT_NEAR(out.breaks[i].x_px, linear_.scale.PxFromTime(out.breaks[i].t), 0.5);
}

TEST_P(MorphTest, OnTheWayTheOrderOfTimeStays) {
  for (float share : {0.25f, 0.5f, 0.75f}) {
    const TimelineLayout out = Morphed(adaptive_, linear_.scale, share, MorphLabels::kDrop);
    for (size_t i = 0; i < out.bands.size(); ++i) EXPECT_LE(out.bands[i].x0_px, out.bands[i].x1_px);
    for (size_t a = 0; a < out.marks.size(); ++a) {
      for (size_t b = 0; b < out.marks.size(); ++b) {
        if (out.marks[a].shape == MarkShape::kBar || out.marks[b].shape == MarkShape::kBar)
          continue;
        if (Along(adaptive_.marks[a].centre_px) + 1 < Along(adaptive_.marks[b].centre_px)) {
          EXPECT_LE(Along(out.marks[a].centre_px), Along(out.marks[b].centre_px) + 0.01f);
        }
      }
    }
  }
}

TEST_P(MorphTest, DroppedLabelsLeaveTheSelectedOne) {
  const TimelineLayout out = Morphed(adaptive_, linear_.scale, 0.5f, MorphLabels::kDrop);
  int labels = 0;
  for (const Mark& mark : out.marks) {
    if (mark.label.empty()) continue;
    ++labels;
    EXPECT_TRUE(mark.selected);
  }
  EXPECT_EQ(labels, 1);
}

TEST_P(MorphTest, LinksGoWithTheirMarks) {
  const std::vector<TimelineLink> links =
      LayoutLinks({.request = &request_, .layout = &adaptive_, .shown = Links::kAll, .hover = {}})
          .links;
  ASSERT_FALSE(links.empty());
  const TimelineLayout out = Morphed(adaptive_, linear_.scale, 0.5f, MorphLabels::kDrop);
  const std::vector<TimelineLink> moved = MorphedLinks(links, adaptive_, linear_.scale, 0.5f);
  ASSERT_EQ(moved.size(), links.size());
  for (size_t i = 0; i < links.size(); ++i) {
    const Mark& mark = out.marks[links[i].to.mark];
    if (mark.shape == MarkShape::kBar) continue;
    const float before =
        Along(links[i].to.at_px) - Along(adaptive_.marks[links[i].to.mark].centre_px);
    EXPECT_NEAR(Along(moved[i].to.at_px) - Along(mark.centre_px), before, 2.5) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(BothWays, MorphTest,
                         testing::Values(Orientation::kHorizontal, Orientation::kVertical));

}  // namespace
}  // namespace demarche
