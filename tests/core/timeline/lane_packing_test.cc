#include "core/timeline/lane_packing.h"

#include <gtest/gtest.h>

#include "core/dates/calendar.h"
#include "tests/core/timeline/timeline_fixture.h"

namespace demarche {
namespace {

// One lane on an axis of 1 px a day over 2020 to 2022, everything in view.
class LanePacking : public testing::Test {
 protected:
  Index Add(const EventSketch& sketch) { return sketch_.AddEvent(0, sketch); }

  RowPlan Pack(uint8_t point_rows, std::string_view as_of = "2030") {
    if (!dossier_) dossier_.emplace(sketch_.Build());
    request_ = DesktopRequest(*dossier_, as_of);
    const Seconds t0 = FirstOf("2020"), t1 = FirstOf("2023");
    const double width = static_cast<double>(t1 - t0) / kSecondsPerDay;
    scale_ = TimeScale({{.t0 = t0, .t1 = t1, .u0 = 0, .u1 = width}}, 0, width, 0, width);
    pack_.request = &request_;
    pack_.scale = &scale_;
    pack_.field.x1_px = width;
    pack_.field.measurer = &kFakeMeasurer;
    pack_.field.playhead_px = scale_.PxFromTime(request_.as_of_s + 1);
    lane_ = ItemsOf(request_).lanes[0];
    lane_.folded = folded_;
    return PackLane(lane_, pack_, point_rows);
  }

  // Rows by event, in the order in which they were added.
  std::vector<int> RowsOf(const RowPlan& plan) const {
    std::vector<int> rows(plan.row.size());
    for (size_t i = 0; i < plan.row.size(); ++i) rows[lane_.items[i].ref.index] = plan.row[i];
    return rows;
  }

  LanePacking() { sketch_.AddTrack("Talks"); }

  TimelineSketch sketch_;
  std::optional<Dossier> dossier_;
  TimelineRequest request_;
  TimeScale scale_;
  PackRequest pack_;
  LaneItems lane_;
  bool folded_ = false;
};

TEST_F(LanePacking, AnEmptyLaneHasOneRow) { EXPECT_EQ(Pack(1).rows(), 1u); }

TEST_F(LanePacking, PointsThenPillsThenBars) {
  Add({.date = "2020-03-01/2020-09-01"});
  Add({.date = "2020-05-01", .joining = 3});
  Add({.date = "2020-05-01"});
  const RowPlan plan = Pack(1);
  EXPECT_EQ(RowsOf(plan), (std::vector<int>{2, 1, 0}));
  EXPECT_EQ(plan.rows(), 3u);
}

TEST_F(LanePacking, BarsThatMeetGetRowsOfTheirOwn) {
  Add({.date = "2020-01-01/2020-12-31"});
  Add({.date = "2020-06-01/2021-03-01"});
  Add({.date = "2021-02-01/2021-12-31"});
  const RowPlan plan = Pack(1);
  EXPECT_EQ(RowsOf(plan), (std::vector<int>{0, 1, 0}));
  EXPECT_EQ(plan.rows(), 2u);
}

TEST_F(LanePacking, ABarSharesTheRowOfPointsThatItDoesNotMeet) {
  Add({.date = "2020-01-01/2020-12-31"});
  Add({.date = "2021-06-01"});
  EXPECT_EQ(Pack(1).rows(), 1u);
}

TEST_F(LanePacking, AtMostFourRowsOfBars) {
  for (int i = 0; i < 6; ++i) Add({.date = "2020-01-01/2021-12-31"});
  const RowPlan plan = Pack(1);
  EXPECT_EQ(plan.bar_rows, 4);
  EXPECT_EQ(plan.point_rows, 1) << "the other two are points";
}

TEST_F(LanePacking, ShortIntervalsArePoints) {
  Add({.date = "2020-01-01/2020-01-10"});
  const RowPlan plan = Pack(1);
  EXPECT_EQ(plan.form[0], ItemForm::kPoint);
  EXPECT_EQ(plan.bar_rows, 0);
}

TEST_F(LanePacking, AFoldedGroupHasNoBars) {
  folded_ = true;
  Add({.date = "2020-01-01/2020-12-31"});
  EXPECT_EQ(Pack(1).form[0], ItemForm::kPoint);
}

TEST_F(LanePacking, AFurtherRowSavesLabels) {
  Add({.title = "A first long title", .date = "2020-06-01", .importance = 2});
  Add({.title = "A second long title", .date = "2020-06-20", .importance = 3});
  Add({.title = "A third long title", .date = "2020-07-10"});
  const RowPlan one = Pack(1), two = Pack(2), three = Pack(3);
  EXPECT_GT(one.lost, 0);
  EXPECT_LT(two.lost, one.lost);
  EXPECT_EQ(three.lost, 0);
  EXPECT_EQ(RowsOf(two)[1], 0) << "the most important one goes first";
}

TEST_F(LanePacking, WhatFallsTogetherIsLostInOneRow) {
  Add({.title = "One", .date = "2020-06-01", .importance = 2});
  Add({.title = "Two", .date = "2020-06-02", .importance = 3});
  EXPECT_EQ(Pack(1).lost, 2);
  EXPECT_EQ(Pack(2).lost, 0);
}

}  // namespace
}  // namespace demarche
